"""The ledger: every credential's paths in the version in force, set against one learner's rows on one day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, Subquery
from django.db.models.functions import JSONObject

from accounts.models import User
from evidence.catalog import eligibility
from evidence.catalog.eligibility import Course, Degree, Held, Person, Result, Rule, Work
from evidence.catalog.models import Credential, EligibilityPath, EligibilityRequirement, PathVersion, RuleRead
from evidence.catalog.months import Count
from evidence.catalog.wording import requirement_sentence
from evidence.ledger.assessing import Assessor, best
from evidence.ledger.counting import count_months
from evidence.models.own import OwnEvent
from evidence.records.models import Education, HeldCredential, Part, Project, Training

# What of a project decides whether and from when to when it counts.
_DECIDING = (
    *("id", "title", "part", "professional", "starts_on", "ends_on"),
    *("approach", "is_program", "is_construction"),
)


def load_person(user: User) -> Person:
    """Everything of a learner that rules ask about, in one query. What is in the bin does not count."""
    rows: Any = (
        User.objects.filter(pk=user.pk)
        .values(
            works=_own(Project, *_DECIDING),
            degrees=_own(Education, "level", "accredited", "finished_on", "was_over"),
            courses=_own(Training, "kind", "hours", "finished_on", slug="credential__slug"),
            held=_own(HeldCredential, "earned_on", "expires_on", slug="credential__slug"),
        )
        .get()
    )
    return Person(
        works=tuple(_work(row) for row in rows["works"]),
        degrees=tuple(
            Degree(row["level"], row["accredited"], _day(row["finished_on"]), row["was_over"])
            for row in rows["degrees"]
        ),
        courses=tuple(
            Course(row["kind"], Decimal(str(row["hours"])), date.fromisoformat(row["finished_on"]), row["slug"] or "")
            for row in rows["courses"]
        ),
        held=tuple(
            Held(row["slug"], date.fromisoformat(row["earned_on"]), _day(row["expires_on"])) for row in rows["held"]
        ),
    )


def _own(model: type[Model], *names: str, **others: str) -> ArraySubquery:
    """All the rows of the user in the query around it, each as an object with the fields that are named."""
    rows = model._default_manager.filter(user=OuterRef("pk"), binned_at=None).order_by("-pk")
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in names}, **others)))


def _work(row: dict[str, Any]) -> Work:
    return Work(
        key=row["id"],
        title=row["title"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=_day(row["ends_on"]),
        sorts=eligibility.sorts_of(
            professional=row["professional"],
            led=row["part"] == Part.LED,
            approach=row["approach"],
            is_program=row["is_program"],
            is_construction=row["is_construction"],
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


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


def supposing_work(person: Person, work: Work) -> Person:
    """The person as they would be with one more project."""
    return replace(person, works=(*person.works, work))


@dataclass(frozen=True)
class PathRule:
    """A path with its rule in the version in force."""

    path: EligibilityPath
    version: PathVersion
    rule: Rule


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
        nearest = best(line.result for line in self.paths)
        return next(line for line in self.paths if line.result is nearest)


Rules = list[tuple[Credential, list[PathRule]]]


def load_rules(credentials: Iterable[str] | None = None) -> Rules:
    """The published paths of published credentials (of some, by slug) in the version in force, in one query.

    A credential of which no path is known is left out.
    """
    versions: Any = PathVersion.objects.filter(
        number=F("path__version_number"), path__retired_at=None, path__credential__retired_at=None
    ).select_related("path__credential", "path__source")
    if credentials is not None:
        versions = versions.filter(path__credential__slug__in=list(credentials))
    versions = versions.order_by("path__credential__position", "path__credential__slug", "path__position", "path__slug")
    rules: Rules = []
    for _, group in groupby(versions, key=lambda version: version.path.credential_id):
        members = list(group)
        credential = members[0].path.credential
        rules.append(
            (
                credential,
                [
                    PathRule(version.path, version, Rule.from_snapshot(credential.slug, version.snapshot))
                    for version in members
                ],
            )
        )
    return rules


def assess(
    person: Person, rules: Rules, *, as_of: date, counts: Mapping[tuple[str, int | None], Count] | None = None
) -> list[CredentialLine]:
    """Set ``load_rules``' rules against a person. ``counts`` are months that the database has counted already."""
    assessor = Assessor(person, as_of, counts or {})
    return [
        CredentialLine(
            credential,
            tuple(PathLine(each.path, each.version, each.rule, assessor.assess(each.rule)) for each in paths),
        )
        for credential, paths in rules
    ]


def overview(user: User, person: Person, rules: Rules, *, as_of: date, latest: date) -> list[CredentialLine]:
    """The same with the months counted by the database, in one query."""
    wanted = [asked for _, paths in rules for each in paths for asked in each.rule.counted]
    counts = count_months(user, wanted, as_of=as_of, latest=latest) if wanted else {}
    return assess(person, rules, as_of=as_of, counts=counts)


def sentences(rule: Rule, names: Mapping[str, str]) -> list[str]:
    """What a rule asks for in words. ``names`` are credentials' names by slug."""
    choices = EligibilityRequirement
    return [
        requirement_sentence(
            kind=asked.kind,
            education=str(choices.Education(asked.education).label) if asked.education else "",
            experience=str(choices.Experience(asked.experience).label) if asked.experience else "",
            months=asked.months,
            within_years=asked.within_years,
            non_overlapping=asked.non_overlapping,
            training=str(choices.Training(asked.training).label) if asked.training else "",
            hours=asked.hours,
            flag=str(choices.Flag(asked.flag).label) if asked.flag else "",
            waived_by=[names.get(slug, slug) for slug in asked.waived_by],
            holds=[names.get(slug, slug) for slug in asked.holds],
            note=asked.note,
        )
        for asked in rule.requirements
    ]


def credential_names() -> dict[str, str]:
    """The names of all credentials by slug, the retired ones too, because rules and learners may still name them."""
    return dict(Credential.objects.values_list("slug", "name"))


@dataclass(frozen=True)
class RuleChange:
    """A rule that changed since the learner last read it, in a way that changes their result."""

    was: PathLine
    now: PathLine

    @property
    def path(self) -> EligibilityPath:
        return self.now.path


def changed_rules(user: User, *, as_of: date, latest: date, person: Person | None = None) -> list[RuleChange]:
    """The rules whose new version changes this learner's result, against the version they knew.

    They knew the version they last marked as read, else the one in force when they recorded their first row here.
    Looking writes nothing. One query; if a rule has changed at all one more, and another if ``person`` is not given.
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
    newest: Any = (
        PathVersion.objects.filter(
            number=F("path__version_number"),
            number__gt=1,
            path__retired_at=None,
            path__credential__retired_at=None,
        )
        .annotate(read=Subquery(read), known=Subquery(known))
        .select_related("path__credential", "path__source")
    )
    stale = [(version, version.read or version.known) for version in newest if version.read or version.known]
    stale = [(version, number) for version, number in stale if number < version.number]
    if not stale:
        return []
    old = {
        (version.path_id, version.number): version
        for version in PathVersion.objects.filter(path__in=[version.path_id for version, _ in stale])
    }
    assessor = Assessor(person or load_person(user).on(as_of, latest=latest), as_of)
    changes = []
    for version, number in stale:
        was, now = (_line(assessor, version.path, each) for each in (old[version.path_id, number], version))
        if was.result.outcome != now.result.outcome:
            changes.append(RuleChange(was, now))
    return changes


def _line(assessor: Assessor, path: EligibilityPath, version: PathVersion) -> PathLine:
    rule = Rule.from_snapshot(path.credential.slug, version.snapshot)
    return PathLine(path, version, rule, assessor.assess(rule))
