"""Which milestones of the sixth step a learner's applications speak for."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from applications.offers.models import Offer
from applications.postings.models import Application, ApplicationCopy, Stage, TaskLiking
from applications.stages.models import Person, StageChange

# As the milestones ask for.
SHORTLIST, APPLIED, KNOWN, REFERRED = 15, 10, 8, 3
TRACKER, SHORTLISTED, REFERRALS, TAILORED, OFFERED = (
    *("apply-tracker", "apply-shortlist", "apply-referrals", "apply-ten-tailored"),
    "apply-evaluate-offer",
)
SPOKEN_FOR = frozenset({TRACKER, SHORTLISTED, REFERRALS, TAILORED, OFFERED})


def offer_spoken_for(user: Any, slugs: Collection[str]) -> dict[str, Any]:
    """What a learner's applications say for milestones of the sixth step, of those that are asked about.

    It asks the database only for what one of them could rest on.
    """
    asked = SPOKEN_FOR.intersection(slugs)
    if not asked or not isinstance(user, User):
        return {}
    said: dict[str, str] = {}
    kept: list[tuple[bool, bool]] = []
    if asked & {TRACKER, SHORTLISTED, TAILORED}:
        applied = StageChange.objects.filter(application=OuterRef("pk"), deletion=None, stage=Stage.APPLIED)
        copies = ApplicationCopy.objects.filter(application=OuterRef("pk"), copy__deletion=None)
        rows: Any = Application.objects.for_user(user).annotate(applied=Exists(applied), sent=Exists(copies))
        kept = list(rows.values_list("applied", "sent"))
        if kept:
            said[TRACKER] = f"you keep {len(kept)} application{'' if len(kept) == 1 else 's'} here"
        sent = sum(one == (True, True) for one in kept)
        if sent >= APPLIED:
            said[TAILORED] = f"you applied {sent} times with a resume that is kept here"
    if asked & {SHORTLISTED, REFERRALS, OFFERED}:
        beside = _beside(user)
        if len(kept) >= SHORTLIST and beside["rated"]:
            said[SHORTLISTED] = f"you saved {len(kept)} postings and rated the kinds of task"
        if beside["known"] >= KNOWN and beside["introduced"] >= REFERRED:
            said[REFERRALS] = f"you know {beside['known']} people, and {beside['introduced']} referred you"
        if number := beside["offered"]:
            said[OFFERED] = f"you recorded {number} state{'' if number == 1 else 's'} of an offer"
    return {"spoken_for_by_applications": {slug: reason for slug, reason in said.items() if slug in asked}}


def _beside(user: User) -> Any:
    """How many people a learner knows and how many of them referred them, states of offers, and rated kinds of task."""

    def number(rows: Any) -> Coalesce:
        own = rows.filter(user=OuterRef("pk"), deletion=None).order_by()
        return Coalesce(Subquery(own.values("user").annotate(number=Count("pk")).values("number")), 0)

    return (
        User.objects.filter(pk=user.pk)
        .values(
            known=number(Person.objects.all()),
            introduced=number(Person.objects.exclude(referred_on=None)),
            offered=number(Offer.objects.all()),
            rated=number(TaskLiking.objects.all()),
        )
        .get()
    )
