"""Tables and matrices: which cell holds the words, which says E or D, which the years. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from applications.reading.heading_words import PREFERRED_PART
from applications.reading.headings import part_of
from applications.reading.months import months_of
from applications.reading.quick import Quick
from applications.reading.shapes import PREFERRED, REQUIRED

_PREFERRED_MARK = (
    r"D|P|N|O|W|C|S|desirable|desired|preferred|optional|nice(?:[- ]to[- ]have)?|good to have|bonus|asset|plus|wish|"
    r"should|could|no|wünschenswert|kann|soll|souhaité|secondary|advantageous|highly desir(?:ed|able)|beneficial"
)
_REQUIRED_MARK = (
    r"E|M|R|K|essential|mandatory|required|must(?:[- ]have)?|necessary|minimum|yes|muss|obligatoire|requis|core|"
    r"critical|high|primary|highly required"
)
# How it is assessed may stand behind a mark: "(E) A/I".
_ASSESSED = r"(?:(?<=[)\]])\s*[AIPTRCS](?:\s?[/,&]\s?[AIPTRCS])*)?"
_MARK = re.compile(
    rf"\W*(?:(?P<preferred>{_PREFERRED_MARK})|(?P<required>{_REQUIRED_MARK}))\W*{_ASSESSED}\Z", re.IGNORECASE
)
_CLEAR_MARK = re.compile(
    r"\W*(?:(?P<preferred>D|desirable|desired|preferred|optional|nice to have|asset)|(?P<required>E|M|R|essential|"
    r"mandatory|required|must(?: have)?))\W*\Z"
)
# A mark that says that the row asks for nothing.
NO_MARK = re.compile(r"\W*(?:not (?:needed|required|necessary|applicable)|n/a|won['’]?t(?: have)?)\W*\Z", re.IGNORECASE)
_TICK = re.compile(r"\W*(?:[x✓✔☑✅●•*]|yes|y)\W*\Z", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*(?:[\[(]\s*(?:(?P<preferred>D|desirable|desired|preferred|optional|nice to have|good to have|asset|P)|"
    r"(?P<required>E|M|R|essential|mandatory|required|must have|must))\s*[\])]" + _ASSESSED + r"|"
    r"\s[–—-]\s(?:(?P<preferred2>desirable|desired|preferred|nice to have|optional)|(?P<required2>essential|"
    r"mandatory|required|must have)))\s*\.?\s*\Z",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\s*(?:[\[(]\s*(?:(?P<preferred>D|desirable|desired|preferred|optional|nice to have)|(?P<required>E|M|R|"
    r"essential|mandatory|required|must have|must))\s*\d*\s*[\])]\s*[:–—-]?\s*|(?:(?P<preferred2>D\d{1,2}|"
    r"DESIRABLE|PREFERRED|Desirable|Preferred|Nice to have)|(?P<required2>E\d{1,2}|M\d{1,2}|R\d{1,2}|ESSENTIAL|"
    r"MANDATORY|REQUIRED|MUST|Essential|Mandatory|Required))\s*[:.)–—-]\s+)",
)
# A cell that only says what the number before it counts.
UNIT = re.compile(r"\W*(?:years?|yrs?|months?|mos|mths?)\W*", re.IGNORECASE)
# How a line begins that may begin with a mark, and what stands in one that may end with one.
_OPENS_MARK = "[(DPNEMRdesirablprfotnc \t\u00a0"
_MAY_END_MARK = re.compile(r"[\])–—-]")
_COLUMNS = (
    (
        "years",
        r"(?:min(?:imum|\.)?|no\.? of|exp\w*|yrs\.?|number of|total|required)? ?(?:years?|yrs?|months?)\b|years.*|"
        r"experience \(?(?:in )?(?:years|yrs).*|min(?:imum|\.)? (?:exp|experience).*|jahre|amount(?: of "
        r"experience)?|length|(?:yrs?|years?)\.? ?(?:of )?(?:exp\w* )?(?:needed|required|req\w*|min\w*|asked|wanted|"
        r"desired)",
    ),
    (
        "mark",
        r"(?:r|d|e|m|o|p|req\w*|des\w*|ess\w*|man\w*|must|nice|pref\w*|opt\w*|core|plus|wish\w*) ?(?:/|or|\|) ?"
        r"(?:r|d|e|m|"
        r"o|p|w|wish\w*|req\w*|des\w*|ess\w*|man\w*|must|nice|pref\w*|opt\w*|plus)\??|e ?/ ?d|"
        r"m ?/ ?d|r ?/ ?d|d ?/ ?e|r ?/ "
        r"?p|essential ?(?:/|or|\() ?desirable\)?|(?:required|mandatory) ?(?:/|or) ?(?:desired|preferred|"
        r"desirable|optional)|must ?/ ?(?:nice|should)?.*|importance|priority|weight(?:ing)?|level of need|"
        r"needed\??|type of requirement|status|need|category|muss ?/ ?kann|moscow|required\?|mandatory\?|rating|"
        r"required or .*|requirement type|must or .*|e or d|criticality|how (?:much|important|firm|badly|strict)\b.*|"
        r"(?:do|does) (?:we|you|it) (?:need|matter|require)\b.*|(?:must|required|essential)\b.*\?",
    ),
    (
        "required",
        r"(?:essential|minimum|must|required|threshold)(?: criteria| requirements| standard)?|must[- ]haves?|"
        r"mandatory|at least",
    ),
    (
        "preferred",
        r"(?:desirable|ideal|preferred|additional)(?: criteria| requirements)?|desired|ideally|nice[- ]to[- ]haves?|"
        r"optional|advantageous|(?:a |an )?(?:plus|bonus|asset|advantage)|better|nice|even better|target",
    ),
    (
        "duties",
        r"(?:(?:key|main|core|your|job|role|principal) )*(?:responsibilit(?:y|ies)|duties|tasks|"
        r"accountabilities)(?: (?:and|&) "
        r"(?:responsibilities|duties|tasks))?|what you(?:['’]ll| will)? (?:do|own|run)|the work",
    ),
    (
        "ignored",
        r"(?:yrs?|years?|months?) ?(?:of )?(?:exp\w* )?(?:of|from|by|with)? ?(?:the )?(?:candidate|consultant|"
        r"applicant|resource|"
        r"you ).*|actual|met\??|e ?\d+|weight\w* ?%?|(?:how |method of |means of |where )?(?:assess|evidence|"
        r"identified|"
        r"measured|tested).*|assess\w*(?: method| by| at)?|evidence(?: from)?|source|ref\.?(?:erence)?|no\.?|#|"
        r"nr\.?|yours|stage|a ?/ ?i(?: ?/ ?t)?|id|last used|proficiency.*|candidate.*|response|your .*|page|comments?|"
        r"notes?|yes ?/ ?no|how|method|why\b.*|reasons?\b.*|because|rationale|context|purpose|what (?:it is )?for|"
        r"what (?:it|this|that) (?:counts|helps|is) .*|used (?:for|in|by)|(?:where|when) (?:it is|we|"
        r"you(?:['’]ll| will)?) .*",
    ),
)
_COLUMN = tuple((role, Quick(rf"(?:{pattern})\W*\Z")) for role, pattern in _COLUMNS)

# How much of the time each piece of work takes, in a cell of its own, and the head of that column.
SHARE = re.compile(
    r"\W*(?:\d{1,3} ?(?:%|percent|per cent)(?: of (?:the )?time)?|(?:(?:approx\w*|estimated) )?(?:%|percent\w*|share) "
    r"?(?:of )?(?:the |your |their )?(?:time|work|effort)|time %)\W*\Z",
    re.IGNORECASE,
)
# The first cell of a row in a table whose columns are essential and desirable.
ROW_LABEL = re.compile(
    r"education|experience|licen|certif|knowledge|skills|abilit|qualif|training|other|personal|attributes|compet|"
    r"technical|language|aptitude|disposition|circumstances|leadership|communication",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_BREAK = re.compile(r"\s*(?:<br ?/?>|[•●])\s*")


@dataclass(frozen=True)
class Cell:
    """The words of a row that ask for something, with the strength and months of its other cells.

    ``duty``: they stand in a column of duties and say what is done.
    """

    start: int
    end: int
    mark: str | None = None
    months: int | None = None
    duty: bool = False


def columns_of(cells: Sequence[str]) -> list[str]:
    """What stands in each column, if this row is the head of a table that says so."""
    roles = [column_of(words) for words in cells]
    if "text" in roles and "ignored" in roles:
        # "What we'd love to see" beside "Why".
        roles = [
            "preferred" if role == "text" and " " in words and part_of(words) == PREFERRED_PART else role
            for role, words in zip(roles, cells, strict=True)
        ]
    tells = set(roles) & {"mark", "years", "required", "preferred"}
    return roles if tells and all(len(words.split()) <= 6 for words in cells) else []


def is_kept(rows: Sequence[Mapping[int, str]], columns: Sequence[str]) -> bool:
    """Whether the cells hold what the heads of the columns promise: "Status" heads many a column, and many a fact."""
    if {"required", "preferred"} & set(columns):
        return True
    for column, role in enumerate(columns):
        reads = mark_of if role == "mark" else cell_months if role == "years" else None
        if reads and any(reads(cells[column]) is not None for cells in rows if column in cells):
            return True
    return False


class Told(NamedTuple):
    """What the cells of one row say, by their columns."""

    mark: str | None
    months: int | None
    # The cells with demands of one strength, those with duties, and those with the words of the row.
    demands: list[tuple[int, str]]
    duties: list[int]
    texts: list[int]


def told(cells: Mapping[int, str], columns: Sequence[str]) -> Told | None:
    """What the words of a row's cells say; nothing for a row that asks for nothing.

    ``cells`` by their columns. Without known columns marks and years are those that stand alone.
    """
    mark, months = None, None
    demands: list[tuple[int, str]] = []
    duties, texts = [], []
    for column, words in sorted(cells.items()):
        role = columns[column] if column < len(columns) else ""
        if role in ("required", "preferred"):
            strength = PREFERRED if role == "preferred" else REQUIRED
            if is_tick(words):
                mark = strength
            else:
                demands.append((column, strength))
        elif role == "duties":
            duties.append(column)
        elif role == "mark" and NO_MARK.match(words):
            return None
        elif role == "mark" or (not columns and column and mark_of(words)):
            mark = mark_of(words) or mark
        elif role == "years" or (
            column
            and len(words.split()) < 4
            and (not columns or (role == "text" and words[-1:].isalpha()))
            and cell_months(words) is not None
        ):
            # The unit may stand in a cell of its own: "60", "Months".
            unit = cells.get(column + 1, "")
            months = cell_months(f"{words} {unit}" if UNIT.fullmatch(unit) else words)
        elif role != "ignored" and words.strip() and not UNIT.fullmatch(words):
            texts.append(column)
    return Told(mark, months, demands, duties, texts)


def read_row(cells: Sequence[tuple[int, int, str]], columns: Sequence[str]) -> Iterator[Cell]:
    """What a row asks for: where no column holds demands of one strength, the longest of its other cells."""
    row = told({number: words for number, (_, _, words) in enumerate(cells)}, columns)
    if row is None:
        return
    wide = [(column, strength) for column, strength in row.demands if len(cells[column][2]) > 2]
    for column, strength in wide:
        yield from _each(*cells[column], strength)
    yield from (Cell(*cells[column][:2], duty=True) for column in row.duties if len(cells[column][2]) > 2)
    if row.texts and not wide:
        texts = [cells[column] for column in row.texts]
        start, end, _ = max(texts, key=lambda one: (len(_LETTERS.findall(one[2])) > 12, len(one[2])))
        yield Cell(start, end, row.mark, row.months)


def _each(start: int, end: int, words: str, strength: str) -> Iterator[Cell]:
    """A cell with several demands in it, parted by line breaks or bullets."""
    at = start
    for match in _BREAK.finditer(words):
        if start + match.start() - at > 2:
            yield Cell(at, start + match.start(), strength)
        at = start + match.end()
    if end - at > 2:
        yield Cell(at, end, strength)


def mark_of(words: str) -> str | None:
    """The strength that a cell with nothing but a mark says."""
    match = _MARK.match(words)
    return None if not match else PREFERRED if match["preferred"] else REQUIRED


def clear_mark(words: str) -> str | None:
    """The same for a line on its own, where fewer words can only be a mark."""
    match = _CLEAR_MARK.match(words) or _CLEAR_MARK.match(words.lower()) if len(words) < 16 else None
    return None if not match else PREFERRED if match["preferred"] else REQUIRED


def is_clear(words: str) -> bool:
    """Whether a cell is a mark and can be nothing else: one in brackets, or a whole word for it."""
    return (words.startswith(("(", "[")) and mark_of(words) is not None) or clear_mark(words) is not None


def is_row_label(words: str) -> bool:
    """Whether a line with nothing else is the first cell of a row: "Education"."""
    return len(words.split()) <= 3 and ROW_LABEL.match(words.strip()) is not None


def is_tick(words: str) -> bool:
    """Whether a cell says no more than that something applies."""
    return _TICK.match(words) is not None


def column_of(words: str) -> str:
    """What stands in the column under this heading: "text", "mark", "years", "duties" and so on."""
    plain = _plain(words)
    return next((role for role, pattern in _COLUMN if pattern.match(plain)), "text")


def marks_in(words: str) -> str:
    """The same where only "years" and "mark" count, which go before the others; "" for these."""
    plain = _plain(words)
    return next((role for role, pattern in _COLUMN[:2] if pattern.match(plain)), "")


def _plain(words: str) -> str:
    return words.strip(" *_:").replace("(", "").replace(")", "")


def own_mark(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """A line without the mark at its beginning or end, and the strength that it says."""
    if text[start] in _OPENS_MARK and (match := _PREFIX.match(text, start, end)) and match.end() < end:
        strength = PREFERRED if match["preferred"] or match["preferred2"] else REQUIRED
        return match.end(), end, strength
    window = max(start, end - 24)
    if (
        _MAY_END_MARK.search(text, window, end)
        and (match := _SUFFIX.search(text, window, end))
        and match.start() > start
    ):
        strength = PREFERRED if match["preferred"] or match["preferred2"] else REQUIRED
        return start, match.start(), strength
    return start, end, None


def cell_months(words: str) -> int | None:
    """The months in a cell for years."""
    return months_of(words)
