"""Where learners stand on a credential, for curators who are about to publish another rule: how many it would move."""

from collections.abc import Hashable, Mapping
from typing import Any

from django.db.models import Model, Q
from django.utils import timezone

from accounts.models import User
from curation.moving import MOST_LEARNERS, Measure
from evidence.catalog.models import EligibilityPath
from evidence.ledger.loading import ROWS, assess, load_rules, person_of
from evidence.records.models import Education, HeldCredential, Project, Training


def rests_on(table: type[Model], key: int | None) -> Hashable:
    """The wording in force, and whether it is offered at all."""
    kept = ("version_number", "retired_at", "credential_id")
    return EligibilityPath.objects.filter(pk=key or 0).values_list(*kept).first()


def standings(path: Any) -> Mapping[int, Hashable]:
    """What the credential of a path comes to for each learner who has recorded anything that rules ask about."""
    today, rules = timezone.localdate(), load_rules([path.credential.slug])
    recorded = Q()
    for table in (Project, Education, Training, HeldCredential):
        recorded |= Q(pk__in=table.objects.values("user"))
    rows = User.objects.filter(recorded).order_by("-pk")[:MOST_LEARNERS]
    return {
        key: tuple(one.best.result.outcome for one in assess(person_of(*person), rules, as_of=today))
        for key, *person in rows.values_list("pk", *(make(None) for make in ROWS.values()))
    }


STANDING = Measure("Where they stand in the ledger", (EligibilityPath,), rests_on, standings)
