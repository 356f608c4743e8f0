"""Why a requirement stands where it stands, and what to do about it: in words, each with the way to the place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from applications.proof import shapes
from applications.proof.shapes import Act, Piece, Reason, Standing, Teaching

STATES = {
    shapes.MET: "Met",
    shapes.CLAIMED: "Claimed only",
    shapes.PARTLY: "In part",
    shapes.MISSING: "Missing",
}
UNANSWERED = "Do you have this?"
LEVELS = {
    "secondary": "high school",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
}
ACTS = {
    shapes.SAY_IT: "Say it",
    shapes.PROVE_IT: "Prove it",
    shapes.LEARN_IT: "Learn it",
    shapes.EARN_IT: "Earn it",
    shapes.RENEW_IT: "Renew it",
    shapes.DO_IT: "Do it",
}
# What an act is about that names nothing of its own.
ABOUT = {
    shapes.SKILL: "this skill",
    shapes.CREDENTIAL: "this credential",
    shapes.DEGREE: "your degree",
    shapes.LANGUAGE: "a language",
    shapes.MONTHS: "months of work",
    shapes.ROW: "this requirement",
}
# Of what proves a row, as many are named; the rest are counted.
MOST_PIECES = 3
MOST_ACTS = 3


@dataclass(frozen=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True)
class Told:
    """A standing as a page says it: ``state`` is its code, ``name`` what it is called."""

    state: str
    name: str
    pieces: list[Link]
    more: int
    reasons: list[str]
    acts: list[Link]
    asks: bool


def told(
    standing: Standing, *, names: Mapping[str, str], milestones: Mapping[str, Teaching], resume: int | None
) -> Told:
    """``names`` are by slug, ``milestones`` those that teach by slug; ``resume`` is the one that is looked at."""
    unanswered = standing.unanswered
    links = [Link(piece.title, _address(piece)) for piece in standing.pieces]
    acts = [act for act in standing.acts if act.code in ACTS]
    found = dict.fromkeys(_act(act, names, milestones, resume) for act in acts)
    return Told(
        state="unanswered" if unanswered else standing.state,
        name=UNANSWERED if unanswered else STATES[standing.state],
        pieces=links[:MOST_PIECES],
        more=max(0, len(links) - MOST_PIECES),
        reasons=list(dict.fromkeys(filter(None, (*_reasons(standing.reasons, names), *_too_late(standing, names))))),
        acts=list(found)[:MOST_ACTS],
        asks=any(act.code == shapes.ANSWER_IT for act in standing.acts),
    )


def _reasons(reasons: Iterable[Reason], names: Mapping[str, str]) -> Iterable[str]:
    """Each in a sentence; what nothing shows is named in one."""
    named = [(one, names.get(one.subject, LEVELS.get(one.subject, one.subject))) for one in reasons]
    absent = list(dict.fromkeys(subject for one, subject in named if one.code == shapes.ABSENT))
    if absent:
        yield f"Nothing shows {' or '.join([', '.join(absent[:-1]), absent[-1]] if absent[1:] else absent)} yet."
    for one, subject in named:
        yield _reason(one, subject)


def _reason(reason: Reason, subject: str) -> str:
    match reason.code:
        case shapes.RATED:
            return f"You rated {subject} as yours. Nothing shows it yet."
        case shapes.TOLD:
            return f"A story tells of {subject}. No evidence stands behind it yet."
        case shapes.OWN_WORD:
            return "You say that you have this."
        case shapes.DENIED:
            return "You say that you do not have this."
        case shapes.JUDGMENT:
            return "They also take something equivalent. Only you can judge whether you have it."
        case shapes.ENOUGH_MONTHS:
            return f"{reason.have} months counted, {reason.needed} asked."
        case shapes.TOO_FEW_MONTHS:
            until = f" {reason.needed} in {reason.on:%B %Y} if what is running goes on." if reason.on else ""
            return f"{reason.have} of {reason.needed} months counted.{until}"
        case shapes.EXPIRED:
            return f"{subject} ran out{_on(reason.on)}."
        case shapes.IN_PROGRESS:
            return f"{subject} is under way{f', expected {reason.on:%B %Y}' if reason.on else ''}."
        case shapes.APPLIED:
            return f"You have applied for {subject}."
        case shapes.LATER_ALLOWED:
            return f"They allow {reason.needed} months after the start." if reason.needed else "They allow it later."
        case shapes.INCLUDED:
            return f"{subject} comes with one that you hold."
        case shapes.FIELD_UNSAID:
            return "Its title does not say the field of study."
    return ""


def _too_late(standing: Standing, names: Mapping[str, str]) -> Iterable[str]:
    for act in standing.acts:
        if act.code == shapes.NOT_IN_TIME:
            when = f" Earliest {act.on:%B %Y}." if act.on else ""
            yield (
                f"Not by the closing date: {names.get(act.target, act.target)}.{when}"
                if act.target
                else (f"Not by the closing date.{when}")
            )


def _on(day: date | None) -> str:
    return f" on {day:%b %-d, %Y}" if day else ""


def _act(act: Act, names: Mapping[str, str], milestones: Mapping[str, Teaching], resume: int | None) -> Link:
    """An act with what it is about, and the place that does it."""
    name = names.get(act.target) or LEVELS.get(act.target) or ABOUT[act.about]
    return Link(f"{ACTS[act.code]}: {name}", _place(act, milestones, resume))


def _place(act: Act, milestones: Mapping[str, Teaching], resume: int | None) -> str:
    teaching = next((milestones[slug] for slug in act.milestones if slug in milestones), None)
    if act.code == shapes.SAY_IT and resume:
        return reverse("resumes:resume", args=[resume])
    if act.code in (shapes.LEARN_IT, shapes.EARN_IT) and teaching:
        return reverse("roadmap:milestone", args=[teaching.step, teaching.slug])
    match act.about:
        case shapes.SKILL if act.code == shapes.LEARN_IT:
            return reverse("evidence:skill", args=[act.target])
        case shapes.SKILL:
            return f"{reverse('evidence:add_piece')}?{urlencode({'skill': act.target})}"
        case shapes.CREDENTIAL if act.code == shapes.PROVE_IT:
            return reverse("evidence:add_background", args=["credential"])
        case shapes.CREDENTIAL:
            return reverse("evidence:credential", args=[act.target])
        case shapes.LANGUAGE:
            return reverse("resumes:add_mention")
        case shapes.DEGREE:
            return reverse("evidence:background")
        case shapes.MONTHS:
            return reverse("evidence:projects")
    return reverse("evidence:pieces")


# Where the rows that prove something are, by the table that names them.
PAGES = {
    "evidence": "evidence:piece",
    "project": "evidence:project",
    "story": "interviews:story",
    "position": "evidence:edit_position",
    "mention": "resumes:edit_mention",
}
KINDS = {"credential": "credential", "education": "education", "training": "training"}


def _address(piece: Piece) -> str:
    table = piece.key.partition(":")[0]
    if table in KINDS and piece.pk:
        return reverse("evidence:edit_background", args=[KINDS[table], piece.pk])
    return reverse(PAGES[table], args=[piece.pk]) if table in PAGES and piece.pk else reverse("evidence:pieces")
