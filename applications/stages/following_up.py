"""What is due from a learner's applications, people and tasks, each with the addresses of what can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from applications.postings.models import GOING_ON, Application
from applications.stages import following
from applications.stages.following import Cadence, Due, Going, Open, Owed, due_today
from applications.stages.models import Habits, Person, Task
from curation.nested import nested
from interviews.models import Interview

# Of what could be due, as much is looked at: the newest applications, the oldest tasks and thanks.
MOST_APPLICATIONS = 1000
MOST_OTHERS = 200


@dataclass(frozen=True)
class DueLine:
    """Something that is due, as a page shows it: what it is of and the way there, what is said, and what to do."""

    name: str
    url: str
    said: str
    acts: tuple[tuple[str, str], ...]


def asked_for_due(*, today: date) -> dict[str, Any]:
    """Annotations of a learner, from which ``due_of`` says what is due ``today``."""
    return {
        "going": nested(_going(today), Going, stage=Coalesce("stage", Value("saved"))),
        "owed": nested(_owed(), Owed),
        "to_do": nested(_to_do(today), Open, application=Coalesce("application__title", Value(""))),
        "cadences": nested(Habits.objects.filter(user=OuterRef("pk"), deletion=None), Cadence),
    }


def due_of(learner: Any, *, today: date, with_tasks: bool = True) -> list[DueLine]:
    """All that is due for a learner, annotated with ``asked_for_due``, what presses most first."""
    cadence = next(iter(learner.cadences), Cadence())
    tasks = learner.to_do if with_tasks else []
    return [_line(due) for due in due_today(learner.going, learner.owed, tasks, cadence=cadence, today=today)]


def _going(today: date) -> Any:
    """The applications that go on, with the days that matter."""
    rows: Any = Application.objects
    rounds = Interview.objects.filter(application=OuterRef("pk"), deletion=None).order_by().values("application")
    people = Person.objects.filter(application=OuterRef("pk"), deletion=None).order_by().values("application")
    offers: Any = Application._meta.get_field("offers").related_model
    newest = offers._default_manager.filter(application=OuterRef("pk"), deletion=None).order_by("-on", "-pk")
    return (
        rows.filter(user=OuterRef("pk"), deletion=None)
        .with_stage()
        .filter(Q(stage=None) | Q(stage__in=GOING_ON))
        .annotate(
            contact_on=Subquery(people.values(day=Max("last_contact_on"))),
            asked_on=Subquery(rounds.filter(on__lt=today).values(day=Max("on"))),
            next_on=Subquery(rounds.filter(on__gte=today).values(day=Min("on"))),
            answer_by=Subquery(newest.values("answer_by")[:1]),
        )
        .order_by("-pk")[:MOST_APPLICATIONS]
    )


def _owed() -> Any:
    rows = Person.objects.filter(user=OuterRef("pk"), deletion=None, referred_on__isnull=False, thanked_on=None)
    return rows.order_by("referred_on", "pk")[:MOST_OTHERS]


def _to_do(today: date) -> Any:
    rows = Task.objects.filter(user=OuterRef("pk"), deletion=None, done_on=None, due_on__lte=today)
    return rows.order_by("due_on", "pk")[:MOST_OTHERS]


def _line(due: Due) -> DueLine:
    acts = [(label, at(due.pk)) for label, at in map(ACTS.__getitem__, due.acts)]
    url = acts[0][1] if due.acts[0] in OF_ROWS else reverse("applications:application", args=[due.pk])
    return DueLine(due.name, url, due.said, tuple(acts))


def _page(name: str) -> Callable[[int], str]:
    return lambda pk: reverse(f"applications:{name}", args=[pk])


def _row_on(name: str) -> Callable[[int], str]:
    return lambda pk: f"{reverse(f'applications:{name}')}#row-{pk}"


def _people(application: int) -> str:
    return f"{reverse('applications:people')}?application={application}"


# What each leads to: what the link is called, and its address for the row.
ACTS: dict[str, tuple[str, Callable[[int], str]]] = {
    following.APPLY: ("Mark as applied", _page("documents")),
    following.WRITE: ("Whom to write to", _people),
    following.ASK: ("Whom to ask", _people),
    following.ANSWER: ("The offer", _page("offers")),
    following.END: ("Change the stage", _page("stages")),
    following.THANK: ("Say thank you", _row_on("people")),
    following.DO: ("Your tasks", _row_on("tasks")),
}
# What has no page of its own and is shown in a list.
OF_ROWS = (following.THANK, following.DO)
