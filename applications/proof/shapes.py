"""What is asked, what a learner holds, and what comes of setting one against the other, as plain values. Pure.

Skills and credentials are named by slug, languages by ISO 639-1, the learner's own rows by table and token as resumes
name them (``evidence:…``, ``project:…``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from applications.reading.shapes import REQUIRED, Alternative

# The states of a row, from the worst to the best: more evidence moves a row only to the right.
MISSING, PARTLY, CLAIMED, MET = "missing", "partly", "claimed", "met"
STATES = (MISSING, PARTLY, CLAIMED, MET)

# Why a row stands where it stands; what comes with each is said beside it.
SHOWN = "shown"  # ``subject``: a skill, credential, language or level of education that a record shows
RATED = "rated"  # ``subject``: a skill that the learner says they have; no evidence shows it
TOLD = "told"  # ``subject``: a skill that a story tells of that has no evidence behind it
OWN_WORD = "own_word"  # the learner says that they have it
DENIED = "denied"  # the learner says that they do not
UNSAID = "unsaid"  # no record can show it, and the learner has not said
JUDGMENT = "judgment"  # "or equivalent": whether what is there comes to that is the learner's to judge
ABSENT = "absent"  # ``subject``: nothing shows it
ENOUGH_MONTHS = "enough_months"  # ``have`` of ``needed``
TOO_FEW_MONTHS = "too_few_months"  # ``have`` of ``needed``; ``on``: when there are enough if what runs goes on
NO_MONTHS_ASKED = "no_months_asked"  # "0 to 2 years"
EXPIRED = "expired"  # ``subject``: a credential; ``on``: its last day
IN_PROGRESS = "in_progress"  # ``subject``: a credential or level of education; ``on``: when it is expected
APPLIED = "applied"  # ``subject``: a credential that the learner has applied for
LATER_ALLOWED = "later_allowed"  # ``needed``: the months after the start in which it may still be had
INCLUDED = "included"  # ``subject``: a credential; one that is held cannot be had without it
FIELD_UNSAID = "field_unsaid"  # ``subject``: a level of education that is there; its title does not say the field

# What to do about it, and what each leads to.
SAY_IT = "say_it"  # it is met, and the resume does not say so: ``target`` is a skill, or a row by table and token
PROVE_IT = "prove_it"  # record what shows it: a skill, credential or language
LEARN_IT = "learn_it"  # a skill; ``milestones`` teach it
EARN_IT = "earn_it"  # a credential; ``milestones`` lead to it; ``on``: the earliest day it can be applied for
RENEW_IT = "renew_it"  # a credential that ran out
DO_IT = "do_it"  # months or schooling; ``on``: when they are there if what runs goes on
ANSWER_IT = "answer_it"  # only the learner can say whether they have it
NOT_IN_TIME = "not_in_time"  # another act's ``target`` comes ``on`` a day after the closing date

SKILL, CREDENTIAL, DEGREE, LANGUAGE, MONTHS, ROW = "skill", "credential", "degree", "language", "months", "row"


@dataclass(frozen=True)
class Demand:
    """One requirement as the learner confirmed it, in the terms of ``applications.reading.shapes.Row``.

    ``manages`` is whether its months are those of managing projects or their like. ``said`` is the learner's own word
    on it: that they have it, that they do not, or nothing yet.
    """

    kind: str
    strength: str = REQUIRED
    skills: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    any_of: bool = False
    level: str = ""
    languages: tuple[str, ...] = ()
    months: int | None = None
    manages: bool = False
    within_previous: bool = False
    percent: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    said: bool | None = None

    @property
    def required(self) -> bool:
        return self.strength == REQUIRED


@dataclass(frozen=True, order=True)
class Piece:
    """A row of the learner's: its table and token, its number, and what it is called."""

    key: str
    pk: int = 0
    title: str = ""


@dataclass(frozen=True)
class SkillHeld:
    """What there is of one skill.

    ``pieces`` are evidence, projects and stories with evidence behind them, ``told`` stories without; ``now`` is the
    learner's own rating from 0 to 4.
    """

    pieces: tuple[Piece, ...] = ()
    told: tuple[Piece, ...] = ()
    now: int | None = None


@dataclass(frozen=True)
class Work:
    """A project or a position: its days, both included, without a last one while it goes on.

    ``skills`` are those that evidence of the project shows. A position has ``is_position`` and shows none; it
    ``manages`` if its title says that it was managing projects or their like.
    """

    piece: Piece
    starts_on: date
    ends_on: date | None = None
    skills: frozenset[str] = frozenset()
    led: bool = True
    professional: bool = True
    is_position: bool = False
    manages: bool = False


@dataclass(frozen=True)
class CredentialHeld:
    """A credential that was earned, valid up to ``expires_on`` (that day included), or for good."""

    slug: str
    piece: Piece
    earned_on: date
    expires_on: date | None = None


@dataclass(frozen=True)
class Pursuit:
    """A credential that the learner is on the way to: ``state`` is ``IN_PROGRESS`` or ``APPLIED``.

    ``piece`` is what says so: a milestone under way, a course, or the credential recorded for a later day, ``on``.
    """

    slug: str
    state: str
    piece: Piece
    on: date | None = None


@dataclass(frozen=True)
class DegreeHeld:
    """Schooling, finished by or expected for ``finished_on``; ``technical`` is ``None`` if its title does not say."""

    level: str
    piece: Piece
    finished_on: date
    technical: bool | None = None


@dataclass(frozen=True)
class Teaching:
    """A milestone of the roadmap that the learner has not done, with what it teaches."""

    slug: str
    title: str
    step: str
    skills: frozenset[str] = frozenset()
    credentials: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True)
class Resume:
    """What one resume says: skills by slug, and rows by table and token."""

    skills: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Held:
    """Everything that a learner holds on the day ``today``.

    ``earliest`` has the day on which a credential can be applied for as the ledger foresees it; one that is not there
    has no such day yet. ``includes`` has the credentials without which another cannot be had, by that other.
    ``languages`` are rows by language, ``named`` credentials that the catalog does not know by casefolded name.
    ``resume`` is ``None`` where no resume has been chosen: then nothing is said of it.
    """

    today: date
    skills: Mapping[str, SkillHeld] = field(default_factory=dict)
    works: tuple[Work, ...] = ()
    credentials: tuple[CredentialHeld, ...] = ()
    pursuits: tuple[Pursuit, ...] = ()
    degrees: tuple[DegreeHeld, ...] = ()
    languages: Mapping[str, Piece] = field(default_factory=dict)
    named: Mapping[str, Piece] = field(default_factory=dict)
    milestones: tuple[Teaching, ...] = ()
    earliest: Mapping[str, date] = field(default_factory=dict)
    includes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    resume: Resume | None = None


@dataclass(frozen=True)
class Reason:
    """Why, by its ``code`` (see above). ``have`` and ``needed`` are months."""

    code: str
    subject: str = ""
    have: int | None = None
    needed: int | None = None
    on: date | None = None


@dataclass(frozen=True)
class Act:
    """What can be done: ``target`` is a slug, a code or a row, of the kind ``about``; ``milestones`` are slugs."""

    code: str
    about: str
    target: str = ""
    milestones: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, order=True)
class Gain:
    """A skill or credential that could be had: ``about`` is ``SKILL`` or ``CREDENTIAL``."""

    about: str
    slug: str


@dataclass(frozen=True)
class Standing:
    """Where one row stands.

    ``pieces`` prove it, or what is there of it. ``ways`` are sets of gains, each of which would make it met; none if
    neither skill nor credential would. ``provable``: whether records could show it at all.
    """

    state: str
    reasons: tuple[Reason, ...] = ()
    pieces: tuple[Piece, ...] = ()
    acts: tuple[Act, ...] = ()
    ways: tuple[frozenset[Gain], ...] = ()
    provable: bool = True

    @property
    def unanswered(self) -> bool:
        """Whether nothing is known of it because only the learner can say."""
        codes = {reason.code for reason in self.reasons}
        return self.state == MISSING and UNSAID in codes and codes <= {UNSAID, JUDGMENT}
