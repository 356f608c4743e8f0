"""What bringing a document would do, in words and side by side, for the page on which the learner says yes."""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

from keeping.taking.bringing import Plan, Result
from keeping.taking.differences import THERE, Difference
from keeping.taking.naming import named_by

# Of the rows that differ, as many can be chosen one by one.
MOST_SHOWN = 200
# What a row is called, by the first of these that its document has.
NAMES = (
    "title",
    "name",
    "headline",
    "text",
    "happened",
    "what",
    "employer",
    "company",
    "milestone",
    "question",
    "skill",
)
LONGEST = 400
# Tables whose rows nobody would know by their own name.
CALLED = {
    "keeping.event": "Changes in the history",
    "keeping.deletion": "Deleted things you can restore",
    "roadmap.milestoneprogress": "Milestones you worked on",
    "roadmap.countedmilestone": "Milestones in your count",
}
# Of each curated table, the names of rows by slug.
Titles = dict[type[Model], dict[str, str]]


@dataclass(frozen=True)
class Line:
    """A table of which something would change: what its rows are called, how many are new, differ, are here, wait."""

    name: str
    new: int
    differ: int
    same: int
    aside: int


@dataclass(frozen=True)
class Choice:
    """A row that says something else here than in the file."""

    field: str
    kind: str
    name: str
    newer_there: bool
    made_apart: bool
    columns: list[tuple[str, str, str]]
    # Both notes stay, whatever is chosen.
    both_notes: bool = False


@dataclass(frozen=True)
class Looked:
    lines: list[Line]
    choices: list[Choice]
    more: int
    differ: int
    unknown: list[tuple[str, list[str]]]
    aside: int
    # How many rows of all tables are here already.
    same: int


def looked(plan: Plan, notes: Container[str] = ()) -> Looked:
    """``notes``: the milestones, by slug, of which both notes stay."""
    result = plan.result
    differ = Counter(one.model._meta.label_lower for one in plan.differences)
    subjects = sorted({*result.added, *result.same, *result.aside, *differ})
    lines = [
        Line(
            called(subject),
            new=result.added[subject],
            differ=differ[subject],
            same=max(0, _there(result, subject) - differ[subject]),
            aside=result.aside[subject],
        )
        for subject in subjects
    ]
    shown = plan.differences[:MOST_SHOWN]
    titles = _titles(shown)
    return Looked(
        lines=[line for line in lines if line.new or line.differ or line.aside],
        same=sum(line.same for line in lines),
        choices=[_choice(one, titles, notes) for one in shown],
        more=max(0, len(plan.differences) - MOST_SHOWN),
        differ=len(plan.differences),
        unknown=[(str(model._meta.verbose_name_plural), names) for model, names in plan.unknown.items()],
        aside=result.aside.total(),
    )


def _there(result: Result, subject: str) -> int:
    return result.same[subject] + result.changed[subject]


def said(result: Result) -> str:
    """What was done, in a sentence."""
    if not result.did_something:
        return "Everything was here already. Nothing was changed."
    parts = [
        (result.added.total(), "new"),
        (result.changed.total(), "changed"),
        (result.same.total(), "here already"),
        (result.taken_in, "kept aside earlier and now in their place"),
        (result.aside.total(), "kept aside until this site has what they are about"),
    ]
    return f"Brought in: {', '.join(f'{number:,} {what}' for number, what in parts if number)}."


def called(subject: str) -> str:
    """What the rows of a table are called, without saying again whose they are."""
    if subject in CALLED:
        return CALLED[subject]
    try:
        name = str(apps.get_model(subject)._meta.verbose_name_plural)
    except LookupError:
        return subject
    name = name.replace("learners' ", "").replace(" of learners", "").replace(" that learners", " that you")
    name = name.replace("what learners", "what you").replace(" as learners pasted", " as you pasted")
    return name[:1].upper() + name[1:]


def _titles(differences: list[Difference]) -> Titles:
    """What is curated has its name here, and only its slug in the file: the names, one query for each table."""
    slugs: dict[type[Model], set[str]] = {}
    for one in differences:
        for name in {*one.columns, *NAMES} & one.here.keys():
            if about := _about(one.model, name):
                slugs.setdefault(about, set()).update(value for value in (one.here[name], one.there[name]) if value)
    return {
        about: {row.slug: str(row) for row in about._default_manager.filter(slug__in=found)}  # type: ignore[attr-defined]
        for about, found in slugs.items()
    }


def _about(model: type[Model], name: str) -> type[Model] | None:
    """What a column leads to, if that is named by its slug."""
    about = model._meta.get_field(name).related_model
    return about if isinstance(about, type) and named_by(about) == ("slug",) else None


def _shown(one: Difference, name: str, value: Any, titles: Titles) -> str:
    about = _about(one.model, name)
    if about and isinstance(value, str):
        return titles[about].get(value, value)
    labels: dict[Any, Any] = dict(getattr(one.model._meta.get_field(name), "flatchoices", ()))
    return _words(labels.get(value, value) if isinstance(value, str) and value else value)


def _choice(one: Difference, titles: Titles, notes: Container[str]) -> Choice:
    model: Any = one.model
    hanging = [
        (called(there.model._meta.label_lower), f"{len(before)}", f"{len(after)}")
        for there, (before, after) in one.hanging.items()
    ]
    columns = [
        (
            str(model._meta.get_field(name).verbose_name),
            _shown(one, name, one.here[name], titles),
            _shown(one, name, one.there[name], titles),
        )
        for name in one.columns
    ]
    kind = str(model._meta.verbose_name)
    return Choice(
        field=f"choice-{one.key}",
        kind=kind[:1].upper() + kind[1:],
        name=next((_shown(one, name, one.here[name], titles) for name in NAMES if one.here.get(name)), ""),
        newer_there=one.newer == THERE,
        made_apart=one.made_apart,
        columns=[(name[:1].upper() + name[1:], here, there) for name, here, there in columns + hanging],
        both_notes="note" in one.columns and one.here.get("milestone") in notes,
    )


def _words(value: Any) -> str:
    match value:
        case None | "" | []:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(_words, value))[:LONGEST]
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
