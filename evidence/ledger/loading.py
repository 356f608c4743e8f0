"""The ledger: every credential's paths in the version in force, set against one learner's rows on one day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import User
from curation.nested import nested
from curation.prepared import prepared
from evidence.catalog import eligibility
from evidence.catalog.eligibility import Course, Degree, Held, Person, Result, Rule, Work
from evidence.catalog.models import Credential, EligibilityPath, EligibilityRequirement, PathVersion, RuleRead
from evidence.catalog.wording import requirement_sentence
from evidence.ledger.assessing import Assessor, best
from evidence.records.models import Education, HeldCredential, Part, Project, Training
from evidence.records.own_facts import own_rows
from keeping.declaring import tables
from keeping.models import Event


@dataclass(frozen=True, slots=True)
class ProjectInBrief:
    """What of a project decides whether and from when to when it counts."""

    id: int
    title: str
    part: str
    professional: bool
    starts_on: date
    ends_on: date | None
    approach: str
    is_program: bool
    is_construction: bool

    def work(self) -> Work:
        return Work(
            key=self.id,
            title=self.title,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            sorts=eligibility.sorts_of(
                professional=self.professional,
                led=self.part == Part.LED,
                approach=self.approach,
                is_program=self.is_program,
                is_construction=self.is_construction,
            ),
        )


def load_person(user: User) -> Person:
    """Everything of a learner that rules ask about. What is in the bin does not count."""
    if user.is_nobody:
        return Person()
    return person_of(*User.objects.filter(pk=user.pk).values_list(*(make(None) for make in ROWS.values())).get())


# The rows that rules ask about, of each table the newest so many, or all: see ``own_rows``.
ROWS: dict[str, Callable[[int | None], Any]] = {
    "works": lambda most: nested(own_rows(Project, most=most), ProjectInBrief),
    "degrees": lambda most: nested(own_rows(Education, most=most), Degree),
    "courses": lambda most: nested(
        own_rows(Training, most=most), Course, credential=Coalesce("credential__slug", Value(""))
    ),
    # What is not of the catalog is named by no rule.
    "held": lambda most: nested(
        own_rows(HeldCredential, where=Q(credential__isnull=False), most=most), Held, credential="credential__slug"
    ),
}


def person_of(
    works: Iterable[ProjectInBrief], degrees: Iterable[Degree], courses: Iterable[Course], held: Iterable[Held]
) -> Person:
    """The person, of the rows of ``ROWS``."""
    return Person(tuple(project.work() for project in works), tuple(degrees), tuple(courses), tuple(held))


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
class AssessedPath:
    """One path with its result and the version of the rule that the result rests on."""

    path: EligibilityPath
    version: PathVersion
    rule: Rule
    result: Result


@dataclass(frozen=True)
class AssessedCredential:
    """One credential with all its paths. ``best`` is the one that is nearest."""

    credential: Credential
    paths: tuple[AssessedPath, ...]

    @cached_property
    def best(self) -> AssessedPath:
        nearest = best(path.result for path in self.paths)
        return next(path for path in self.paths if path.result is nearest)


Rules = list[tuple[Credential, list[PathRule]]]


def in_force() -> Any:
    """The published paths of published credentials, each in the version of its rule that is in force."""
    return PathVersion.objects.filter(
        number=F("path__version_number"), path__retired_at=None, path__credential__retired_at=None
    )


def load_rules(credentials: Iterable[str] | None = None) -> Rules:
    """The published paths of published credentials (of some, by slug) in the version in force, in one query.

    A credential of which no path is known is left out.
    """
    versions = in_force().select_related("path__credential", "path__source")
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


def assess(person: Person, rules: Rules, *, as_of: date) -> list[AssessedCredential]:
    """Set ``load_rules``' rules against a person."""
    assessor = Assessor(person, as_of)
    return [
        AssessedCredential(
            credential,
            tuple(AssessedPath(each.path, each.version, each.rule, assessor.assess(each.rule)) for each in paths),
        )
        for credential, paths in rules
    ]


def sentences(rule: Rule, names: Mapping[str, str]) -> list[str]:
    """What a rule asks for in words. ``names`` are credentials' names by slug."""
    choices = EligibilityRequirement
    return [
        requirement_sentence(
            kind=needs.kind,
            education=str(choices.Education(needs.education).label) if needs.education else "",
            experience=str(choices.Experience(needs.experience).label) if needs.experience else "",
            months=needs.months,
            within_years=needs.within_years,
            non_overlapping=needs.non_overlapping,
            training=str(choices.Training(needs.training).label) if needs.training else "",
            hours=needs.hours,
            flag=str(choices.Flag(needs.flag).label) if needs.flag else "",
            waived_by=[names.get(slug, slug) for slug in needs.waived_by],
            holds=[names.get(slug, slug) for slug in needs.holds],
            note=needs.note,
        )
        for needs in rule.requirements
    ]


def credential_names() -> dict[str, str]:
    """The names of all credentials by slug, the retired ones too, because rules and learners may still name them."""
    return dict(Credential.objects.values_list("slug", "name"))


@dataclass(frozen=True)
class RuleChange:
    """A rule that changed since the learner last read it, in a way that changes their result."""

    was: AssessedPath
    now: AssessedPath

    @property
    def path(self) -> EligibilityPath:
        return self.now.path


def changed_rules(user: User, *, as_of: date, latest: date, person: Person | None = None) -> list[RuleChange]:
    """The rules whose new version changes this learner's result, against the version they knew.

    They knew the version they last marked as read, else the one in force when they recorded their first row here.
    Looking writes nothing. One query; if a rule has changed at all one more, and another if ``person`` is not given.
    """
    newest = _newest(user)
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
        was, now = (_assessed(assessor, version.path, each) for each in (old[version.path_id, number], version))
        if was.result.outcome != now.result.outcome:
            changes.append(RuleChange(was, now))
    return changes


@prepared
def _newest(user: User) -> Any:
    """The rules that changed at all, with the number that the learner has ``read`` and the one ``known`` to them."""
    first = Event.objects.filter(user=user, subject__in=tables()).order_by("pk").values("at")[:1]
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
    return (
        in_force()
        .filter(number__gt=1)
        .annotate(read=Subquery(read), known=Subquery(known))
        .select_related("path__credential", "path__source")
    )


def _assessed(assessor: Assessor, path: EligibilityPath, version: PathVersion) -> AssessedPath:
    rule = Rule.from_snapshot(path.credential.slug, version.snapshot)
    return AssessedPath(path, version, rule, assessor.assess(rule))
