"""What the pages of the rooms below show of the role and the credential that a learner is after."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from roadmap.models import Aim, Role


def offer_skills(user: Any) -> dict[str, Any]:
    """What the role asks for, see ``evidence.records.slots``, in one query."""
    asked = Role.skills.through.objects.filter(role=OuterRef("role")).values("skill")
    rows = Aim.objects.for_user(user).filter(role__isnull=False)
    found = rows.values_list("role__title", ArraySubquery(asked)).first()
    return {"aimed": (found[0], set(found[1]))} if found else {}


def offer_credential(user: Any) -> dict[str, Any]:
    """The credential, see ``evidence.ledger.slots``, in one query."""
    slug = Aim.objects.for_user(user).filter(credential__isnull=False).values_list("credential__slug", flat=True)
    return {"aimed_credential": slug.first()}
