"""When to follow up, by stage and on the learner's own cadence, and what each leads to. Pure.

Days are days of the calendar where the learner is; what comes out names no address, only what is to be done (``act``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

# What can be done about it.
APPLY, WRITE, ASK, ANSWER, END = "apply", "write", "ask", "answer", "end"
THANK, DO = "thank", "do"
# The stage at which an answer to the application itself is waited for.
APPLIED = "applied"
# So long ahead a day is called by its name.
WEEK = 7


@dataclass(frozen=True)
class Cadence:
    """After how many days a learner follows up, by stage."""

    saved: int = 7
    applied: int = 7
    screening: int = 5
    rounds: int = 5
    offer: int = 3


@dataclass(frozen=True)
class Going:
    """An application: the stage it is at and since when, and the days that matter for it.

    ``stage_on`` is ``None`` where no stage is recorded. ``asked_on`` is the last interview that is over, ``next_on``
    the next one, today included; ``answer_by`` when the newest offer wants an answer.
    """

    pk: int
    title: str
    employer: str = ""
    stage: str = "saved"
    stage_on: date | None = None
    closes_on: date | None = None
    contact_on: date | None = None
    asked_on: date | None = None
    next_on: date | None = None
    answer_by: date | None = None

    @property
    def name(self) -> str:
        return ", ".join(filter(None, (self.title, self.employer)))


@dataclass(frozen=True)
class Owed:
    """Somebody who referred the learner and has not been thanked."""

    pk: int
    name: str
    referred_on: date


@dataclass(frozen=True)
class Open:
    """A task that is not done. ``application`` is what the application it is for is called, or nothing."""

    pk: int
    what: str
    due_on: date | None
    application: str = ""


@dataclass(frozen=True)
class Due:
    """Something that is due since or by ``on``: of which row, what is said of it, and what can be done.

    ``fixed``: the day stands, whoever set it; other days are the learner's cadence.
    """

    pk: int
    name: str
    said: str
    acts: tuple[str, ...]
    on: date
    fixed: bool = False


def due_today(
    applications: Iterable[Going], owed: Iterable[Owed], tasks: Iterable[Open], *, cadence: Cadence, today: date
) -> list[Due]:
    """All that is due: what has a fixed day first, then what is due by the cadence; each by its day."""
    found = [due for one in applications if (due := follow_up(one, cadence=cadence, today=today))]
    found += [thanks(one) for one in owed if one.referred_on <= today]
    found += [due for one in tasks if (due := task_due(one, today=today))]
    return sorted(found, key=lambda due: (not due.fixed, due.on, due.name, due.pk))


def follow_up(one: Going, *, cadence: Cadence, today: date) -> Due | None:
    """What is due of one application; nothing at an ending. A day that they set goes before the cadence."""
    match one.stage:
        case "saved":
            return _closing(one, cadence.saved, today) or _by_cadence(
                one, cadence.saved, today, one.stage_on, "Saved {} ago: apply, or let it go", (APPLY, END)
            )
        case "applied":
            said = "No answer for {}: write, or mark as no answer"
            return _answer(one, cadence.offer, today) or _silence(one, cadence.applied, today, said)
        case "screening":
            said = "The screening was {} ago: ask"
            return _answer(one, cadence.offer, today) or _silence(one, cadence.screening, today, said)
        case "rounds":
            said = "No word for {}: ask"
            return _answer(one, cadence.offer, today) or _silence(one, cadence.rounds, today, said)
        case "offer":
            said = "The offer is {} old: answer, or ask for time"
            return _answer(one, cadence.offer, today) or _by_cadence(
                one, cadence.offer, today, one.stage_on, said, (ANSWER,)
            )
    return None


def follow_up_on(one: Going, *, cadence: Cadence) -> date | None:
    """The day from which the cadence asks to follow up, if nothing happens until then but the next interview."""
    match one.stage:
        case "saved":
            since, after = one.stage_on, cadence.saved
        case "offer":
            since, after = one.stage_on, cadence.offer
        case "applied" | "screening" | "rounds":
            since = _latest(one.stage_on, one.asked_on, one.contact_on, one.next_on)
            after = getattr(cadence, one.stage)
        case _:
            return None
    return since + timedelta(days=after) if since else None


def thanks(one: Owed) -> Due:
    return Due(one.pk, one.name, f"Referred you on {_day(one.referred_on)}: say thank you", (THANK,), one.referred_on)


def task_due(one: Open, *, today: date) -> Due | None:
    if one.due_on is None or one.due_on > today:
        return None
    said = "Due today" if one.due_on == today else f"Overdue since {_day(one.due_on)}"
    name = f"{one.what} ({one.application})" if one.application else one.what
    return Due(one.pk, name, said, (DO,), one.due_on, fixed=True)


def _closing(one: Going, ahead: int, today: date) -> Due | None:
    """A job that is not applied for yet and closes soon, or has closed."""
    if one.closes_on is None or (one.closes_on - today).days > ahead:
        return None
    left = (one.closes_on - today).days
    if left < 0:
        said = f"Closed on {_day(one.closes_on)}: apply all the same, or mark it as closed"
        return Due(one.pk, one.name, said, (APPLY, END), one.closes_on, fixed=True)
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    return Due(one.pk, one.name, f"Closes {when}: apply", (APPLY,), one.closes_on, fixed=True)


def _answer(one: Going, ahead: int, today: date) -> Due | None:
    """An offer that wants an answer soon, or wanted one."""
    if one.answer_by is None or (one.answer_by - today).days > ahead:
        return None
    left = (one.answer_by - today).days
    if left < 0:
        said = f"They wanted an answer by {_day(one.answer_by)}: answer, or ask for time"
    else:
        by = {0: "today", 1: "tomorrow"}.get(left) or (
            f"by {one.answer_by:%A}" if left < WEEK else f"by {_day(one.answer_by)}"
        )
        said = f"They want an answer {by}"
    return Due(one.pk, one.name, said, (ANSWER,), one.answer_by, fixed=True)


def _silence(one: Going, after: int, today: date, said: str) -> Due | None:
    """Nothing was heard since the stage, the last interview or the last contact, whichever came last."""
    if one.next_on is not None:
        return None
    since = _latest(one.stage_on, one.asked_on, one.contact_on)
    acts = (WRITE, END) if one.stage == APPLIED else (ASK, END)
    if since is not None and since == one.asked_on:
        said, acts = "The interview was {} ago: ask", (ASK, END)
    elif one.stage != APPLIED and since != one.stage_on:
        said = "The last contact was {} ago: ask again"
    return _by_cadence(one, after, today, since, said, acts)


def _by_cadence(
    one: Going, after: int, today: date, since: date | None, said: str, acts: tuple[str, ...]
) -> Due | None:
    """``said`` with the days since then in words, once they are ``after`` many."""
    if since is None or (days := (today - since).days) < after:
        return None
    return Due(one.pk, one.name, said.format(f"{days} day{'' if days == 1 else 's'}"), acts, since)


def _latest(*days: date | None) -> date | None:
    return max(filter(None, days), default=None)


def _day(day: date) -> str:
    return f"{day:%b %-d, %Y}"
