"""What is read out of a posting, each thing with the words it was read from. Pure.

The terms are those of the labelling guide in ``docs/postings.md``.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

KINDS = ("clearance", "credential", "degree", "language", "experience", "travel", "skill", "other")
REQUIRED, PREFERRED = "required", "preferred"
LEVELS = ("secondary", "associate", "bachelor", "master")
PERIODS = ("hour", "day", "month", "year")
EMPLOYMENT_TYPES = ("full_time", "part_time", "contract", "fixed_term", "internship")
REMOTE = ("yes", "no", "hybrid", "unknown")
ROLES = (
    "technical_project_manager",
    "technical_program_manager",
    "it_project_manager",
    "scrum_master",
    "product_manager",
    "engineering_manager",
    "other",
)
# An alternative that says no more than "or equivalent", and one that may be had after the start.
EQUIVALENT, OBTAIN_LATER = "equivalent", "obtain_later"


@dataclass(frozen=True)
class Term:
    """A word or phrase for a skill or a credential; ``exact`` if it means it only in this capitalization."""

    text: str
    exact: bool = False


@dataclass(frozen=True)
class Named:
    """A skill or credential with all that it is called."""

    slug: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The skills and credentials that a reader knows."""

    skills: tuple[Named, ...]
    credentials: tuple[Named, ...]


@dataclass(frozen=True)
class Passage:
    """A place in the posting's text, ``start`` to ``end`` in characters, with the words that stand there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Found:
    """One value of the header. ``quote`` is ``None`` where it stands only in structured data."""

    value: str
    quote: str | None = None


@dataclass(frozen=True)
class Pay:
    """A range as written and as read: figures in full, a currency by ISO 4217, one of ``PERIODS``.

    ``least`` or ``most`` is ``None`` for "up to" and "from"; both are the same for a single figure.
    """

    quote: str | None
    least: Decimal | None
    most: Decimal | None
    currency: str
    period: str


@dataclass(frozen=True)
class Header:
    """What stands above a posting. ``pay`` has every range in the order of the posting; ``pay_words`` is what is said
    of pay where nothing could be read for sure ("competitive")."""

    title: Found | None = None
    employer: Found | None = None
    employer_is_agency: bool = False
    places: tuple[Found, ...] = ()
    remote: Found = Found("unknown")
    employment_types: tuple[Found, ...] = ()
    pay: tuple[Pay, ...] = ()
    pay_words: str = ""
    closes_on: date | None = None
    closes_on_quote: str | None = None


@dataclass(frozen=True)
class Alternative:
    """Something else that satisfies a row. ``kind`` is one of ``KINDS``, ``EQUIVALENT`` or ``OBTAIN_LATER``."""

    quote: str
    kind: str = EQUIVALENT
    months: int | None = None
    level: str = ""
    credentials: tuple[str, ...] = ()
    # The time allowed after the start, in months.
    within_months: int | None = None


@dataclass(frozen=True)
class Row:
    """One requirement. Skills and credentials by slug; ``any_of``: one of several is enough."""

    passage: Passage
    strength: str
    kind: str
    skills: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    # Names of credentials that the vocabulary does not have.
    unlisted: tuple[str, ...] = ()
    any_of: bool = False
    level: str = ""
    # By ISO 639-1.
    languages: tuple[str, ...] = ()
    # The smallest time that satisfies it; ``None`` for "several years".
    months: int | None = None
    # Its months are part of those of the row before.
    within_previous: bool = False
    percent: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    # Where the posting says the same once more.
    also: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Duty:
    """One piece of the work that the job is."""

    passage: Passage
    also: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class RoleHint:
    """What the work says the job is, with the sentences that say so; ``role`` is one of ``ROLES``."""

    role: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A line that is all or a part of a cell of a table, with the place of the cell: row and column from 0."""

    start: int
    end: int
    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Layout:
    """What a text does not show: the cells of tables, and where in a job board's data each value starts."""

    cells: tuple[Cell, ...] = ()
    starts: frozenset[int] = frozenset()
    # Where the items of a page's lists begin.
    items: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Source:
    """The text of what was pasted, and what structured data beside it says, as a header."""

    # "text", "html" or "json".
    form: str
    text: str
    structured: Header = field(default_factory=Header)
    # Of a page: its headings of level 1, and what its head says the site is called.
    heads: tuple[str, ...] = ()
    site: str = ""
    layout: Layout = field(default_factory=Layout)


@dataclass(frozen=True)
class Reading:
    """A posting as it was read; ``cut`` if it is so long that its end was not."""

    text: str
    header: Header
    rows: tuple[Row, ...]
    duties: tuple[Duty, ...]
    role: RoleHint
    cut: bool = False
