"""The rows of the table of applications: those that fit a look, in its order."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Concat, Lower, NullIf

from accounts.models import User
from applications.postings.models import ENDINGS, GOING_ON, Application, Stage
from applications.stages import looks
from applications.stages.cards import in_columns
from applications.stages.due import NEAR
from applications.stages.looks import Look
from curation.folding import fold
from curation.searching import Folded

MOST_WORDS = 10
# As many as a select bears.
MOST_SOURCES = 100
SEARCHED = ("title", "employer", "places", "note")


def listed(user: User, look: Look, *, today: date) -> Any:
    """The applications that fit, each with ``at``, the stage it is at, and since when."""
    applications: Any = Application.objects
    rows = in_columns(applications.for_user(user))
    rows = rows.filter(_stage(look.stage), Q(source=look.found) if look.found else Q())
    if look.closing:
        soon = Q(closes_on__gte=today, closes_on__lte=today + timedelta(days=NEAR))
        rows = rows.filter(soon, at__in=[stage.value for stage in GOING_ON])
    if words := fold(look.q).split()[:MOST_WORDS]:
        texts = [part for name in SEARCHED for part in (F(name), Value(" "))]
        rows = rows.annotate(searched=Folded(Concat(*texts)))
        for word in words:
            rows = rows.filter(searched__contains=word)
    return rows.defer("letter", "note").order_by(*_order(look.sort))


def _stage(stage: str) -> Q:
    match stage:
        case "":
            return Q()
        case looks.GOING:
            return Q(at__in=[one.value for one in GOING_ON])
        case looks.ENDED:
            return Q(at__in=[one.value for one in ENDINGS])
    return Q(at=stage)


def _order(sort: str) -> list[Any]:
    newest = [F("stage_on").desc(nulls_last=True), F("pk").desc()]
    match sort:
        case looks.STAGE:
            places = [When(at=stage.value, then=Value(number)) for number, stage in enumerate(Stage)]
            return [Case(*places, output_field=IntegerField()), *newest]
        case looks.EMPLOYER:
            return [Lower(NullIf("employer", Value(""))).asc(nulls_last=True), Lower("title"), *newest]
        case looks.TITLE:
            return [Lower("title"), *newest]
        case looks.CLOSES:
            return [F("closes_on").asc(nulls_last=True), *newest]
    return newest


def sources(user: User) -> tuple[str, ...]:
    """Where the learner found jobs, by name."""
    rows: Any = Application.objects
    found = rows.for_user(user).exclude(source="").order_by("source").values_list("source", flat=True)
    return tuple(found.distinct()[:MOST_SOURCES])
