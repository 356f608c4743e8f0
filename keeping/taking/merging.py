"""Everything of one account goes over to another, as if it had been taken out there and brought here."""

from datetime import datetime

from django.apps import apps
from django.db import transaction

from accounts.models import User
from keeping.taking import naming
from keeping.taking.bringing import Result, bring
from keeping.taking.export import PREFERENCES, rows
from keeping.taking.reading import Taken
from keeping.taking.tables import topological


@transaction.atomic
def merge(*, from_user: User, into_user: User, at: datetime) -> Result:
    """Move all rows of one account to another, in one transaction. The first is left without a row.

    Nothing is lost: of two rows about the same, such as one milestone, the newer stands, and both histories are kept.
    Raises as ``bring`` does, and then nothing has changed.
    """
    list(User.objects.select_for_update(no_key=True).filter(pk__in=[from_user.pk, into_user.pk]).order_by("pk"))
    account = {name: str(getattr(from_user, name)) for name in PREFERENCES}
    taken = Taken(account, {subject: list(rows(from_user, subject)) for subject in naming.taken()})
    wipe(from_user)
    for label in naming.TOLD:
        apps.get_model(label)._default_manager.filter(user=from_user).update(user=into_user)
    return bring(into_user, taken, at=at)


def wipe(user: User) -> None:
    """Delete every row of a learner that a document has, what points to others before those."""
    for model in reversed(topological()):
        own = model._base_manager.filter(user=user)
        own._raw_delete(own.db)
