"""The ledger: every credential's paths in the version in force, set against one learner's rows on one day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, OuterRef, Prefetch, Subquery

from accounts.models import User
from evidence import eligibility
from evidence.eligibility import Assessor, Degree, Held, Person, Result, Rule
from evidence.models import (
    Credential,
    Education,
    EligibilityPath,
    HeldCredential,
    OwnEvent,
    PathVersion,
    Project,
    RuleRead,
    Training,
)


def load_person(user: User) -> Person:
    """Everything of a learner that rules ask about, in four queries. What is in the bin does not count."""
    return Person(
        works=tuple(project.work() for project in Project.objects.for_user(user)),
        degrees=tuple(row.degree() for row in Education.objects.for_user(user)),
        courses=tuple(row.course() for row in Training.objects.for_user(user).select_related("credential")),
        held=tuple(row.held() for row in HeldCredential.objects.for_user(user).select_related("credential")),
    )


def supposing(
    person: Person, *, day: date, education: str = "", accredited: bool = False, holding: Iterable[str] = ()
) -> Person:
    """The person as they would be with another education or further credentials on ``day``, to look at other paths."""
    changed = person
    if education:
        changed = replace(changed, degrees=(Degree(education, accredited, None),))
    elif accredited:
        level, _ = person.education(day)
        changed = replace(changed, degrees=(*person.degrees, Degree(level, True, None)))
    if extra := tuple(holding):
        changed = replace(changed, held=(*changed.held, *(Held(slug, day) for slug in extra)))
    return changed


@dataclass(frozen=True)
class PathLine:
    """One path with its result and the version of the rule that the result rests on."""

    path: EligibilityPath
    version: PathVersion
    rule: Rule
    result: Result


@dataclass(frozen=True)
class CredentialLine:
    """One credential with all its paths. ``best`` is the one that is nearest."""

    credential: Credential
    paths: tuple[PathLine, ...]

    @cached_property
    def best(self) -> PathLine:
        nearest = eligibility.best(line.result for line in self.paths)
        return next(line for line in self.paths if line.result is nearest)


Rules = list[tuple[Credential, list[tuple[EligibilityPath, PathVersion]]]]


def load_rules(credentials: Iterable[str] | None = None) -> Rules:
    """The published paths of published credentials (of some, by slug) in the version in force, in three queries."""
    in_force = Prefetch("versions", PathVersion.objects.filter(number=F("path__version_number")), "in_force")
    paths: Any = EligibilityPath.objects.published().select_related("source").prefetch_related(in_force)
    rows: Any = Credential.objects.published().filter(paths__retired_at=None, paths__isnull=False).distinct()
    if credentials is not None:
        rows = rows.filter(slug__in=list(credentials))
    rows = rows.prefetch_related(Prefetch("paths", paths, "offered"))
    return [
        (credential, [(path, path.in_force[0]) for path in credential.offered if path.in_force]) for credential in rows
    ]


def assess(person: Person, rules: Rules, *, as_of: date) -> list[CredentialLine]:
    """Set ``load_rules``' rules against a person. Credentials of which no path is known are left out."""
    assessor = Assessor(person, as_of)
    lines = []
    for credential, paths in rules:
        found = tuple(_line(assessor, credential, path, version) for path, version in paths)
        if found:
            lines.append(CredentialLine(credential, found))
    return lines


def _line(assessor: Assessor, credential: Credential, path: EligibilityPath, version: PathVersion) -> PathLine:
    rule = Rule.from_snapshot(credential.slug, version.snapshot)
    return PathLine(path, version, rule, assessor.assess(rule))


@dataclass(frozen=True)
class RuleChange:
    """A rule that changed since the learner last read it, in a way that changes their result."""

    path: EligibilityPath
    old: PathVersion
    new: PathVersion
    was: Result
    now: Result


def changed_rules(user: User, person: Person, *, as_of: date) -> list[RuleChange]:
    """The rules whose new version changes this learner's result, against the version they knew.

    They knew the version they last marked as read, else the one in force when they recorded their first row here.
    Looking writes nothing. Two queries, one more if a rule has changed at all.
    """
    first = OwnEvent.objects.filter(user=user).order_by("pk").values("at")[:1]
    read = (
        RuleRead.objects.filter(user=user, version__path=OuterRef("path"))
        .order_by("-version__number")
        .values("version__number")[:1]
    )
    known = (
        PathVersion.objects.filter(path=OuterRef("path"), recorded_at__lte=Subquery(first))
        .order_by("-number")
        .values("number")[:1]
    )
    latest: Any = (
        PathVersion.objects.filter(
            number=F("path__version_number"),
            number__gt=1,
            path__retired_at=None,
            path__credential__retired_at=None,
        )
        .annotate(read=Subquery(read), known=Subquery(known))
        .select_related("path__credential", "path__source")
    )
    stale = [(version, version.read or version.known) for version in latest if version.read or version.known]
    stale = [(version, number) for version, number in stale if number < version.number]
    if not stale:
        return []
    old = {
        (version.path_id, version.number): version
        for version in PathVersion.objects.filter(path__in=[version.path_id for version, _ in stale])
    }
    assessor = Assessor(person, as_of)
    changes = []
    for version, number in stale:
        before = old[version.path_id, number]
        slug = version.path.credential.slug
        was = assessor.assess(Rule.from_snapshot(slug, before.snapshot))
        now = assessor.assess(Rule.from_snapshot(slug, version.snapshot))
        if was != now:
            changes.append(RuleChange(version.path, before, version, was, now))
    return changes
