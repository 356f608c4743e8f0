"""What was kept aside for want of its content takes its place once that is there, without anybody asking."""

from datetime import datetime

from accounts.models import User
from keeping.models import KeptAside
from keeping.taking import naming
from keeping.taking.bringing import bring
from keeping.taking.export import PREFERENCES
from keeping.taking.reading import ASIDE, Taken


def take_in_all(*, at: datetime) -> int:
    """Look at everybody's rows that were kept aside. Returns how many have their place now."""
    learners = User.objects.filter(pk__in=KeptAside.objects.values("user")).order_by("pk")
    return sum(take_in(user, at=at) for user in learners.iterator())


def take_in(user: User, *, at: datetime) -> int:
    """The same for one learner: a document that says nothing but who they are."""
    account = {name: str(getattr(user, name)) for name in PREFERENCES}
    return bring(user, Taken(account, {subject: [] for subject in (*naming.taken(), ASIDE)}), at=at).taken_in
