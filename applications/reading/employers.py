"""Who hires, by the places in a posting that name it,
and whether it is an agency that hires for somebody else. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from applications.reading.countries import is_known
from applications.reading.employer_words import (
    ACRONYM,
    ADDRESS,
    AGENCY,
    AGENCY_NAME,
    AGENCY_NAME_STEMS,
    AGENCY_STEMS,
    AROUND_SITE,
    CLAUSE,
    COLUMNS,
    COMPANY,
    DOES,
    ENDED,
    FRENCH,
    GENERIC,
    GOVERNMENT,
    ICONS,
    INSTITUTION,
    INVITED,
    INVITES,
    LEGAL,
    LONGEST_HEADING,
    MARKED,
    MINISTRY,
    NAME,
    NAMED,
    NOT_NAME,
    OFFICE,
    OPENING,
    OWN_PAGES,
    PARTS,
    PATTERNS,
    PIECES,
    PLACE_BEHIND,
    SAYS,
)
from applications.reading.labels import BY_NAME, Label
from applications.reading.looking import lines, sentences, sentences_with, those_in
from applications.reading.places import WAY, ZIP, places_in
from applications.reading.regions import is_area
from applications.reading.shapes import Found
from applications.reading.titles import ROLE, employer_behind


def read_employer(
    text: str, top: Sequence[str], title_line: str, labels: Sequence[Label], site: str
) -> tuple[Found | None, bool]:
    """Who hires, and whether it is an agency. Nothing where no name can be told from the rest."""
    is_agency = any(AGENCY.search(text, start, end) for start, end in sentences_with(text, AGENCY_STEMS))
    values = [_of_label(label) for label in labels]
    said = [(value, 10.0) for value in values if value and not NOT_NAME.search(value) and not GENERIC.match(value)]
    candidates = said + list(_candidates(text, top, title_line, site))
    if not candidates:
        return None, False
    weights: dict[str, float] = {}
    for name, weight in candidates:
        weights[name] = max(weights.get(name, 0), weight) + (1 if name in weights else 0)
    ranked = {name: weight + min(3, text.count(name) - 1) * 0.7 for name, weight in weights.items()}
    best = max(ranked, key=lambda name: ranked[name])
    # "Northwind" is "Northwind Rail Software" where the head says so.
    start = f"{best} ".lower()
    longer = [name for name in ranked if name.lower().startswith(start) and ranked[name] >= 3 and len(name) <= 60]
    longer += [
        line
        for line in top[:8]
        if line.lower().startswith(start)
        and line not in ranked
        and _is_name(line)
        and (COMPANY.search(line.removeprefix(best)) or LEGAL.search(line))
    ]
    longer = longer if ranked[best] < INVITED and best not in values else []
    name = max(longer, key=lambda other: ranked.get(other, 0)) if longer else best
    return Found(name, name if name in text else None), is_agency or AGENCY_NAME.search(name) is not None


def _of_label(label: Label) -> str:
    """What stands behind a label; of the sender of a mail what stands behind the person, without the address."""
    value = label.value
    if label.name == "from":
        value = re.sub(r"<[^<>]*>|\S+@\S+", "", value).strip()
        value = re.split(r"\s[|@/\u2013-]\s|,\s|\sat\s|\s\((?=[^()]+\)$)", value)[-1].rstrip(")")
        if not (AGENCY_NAME.search(value) or COMPANY.search(value) or LEGAL.search(value)):
            return ""
    return _trimmed(value.rpartition("@")[2])[:80]


def _candidates(text: str, top: Sequence[str], title_line: str, site: str) -> Iterator[tuple[str, float]]:
    if behind := employer_behind(title_line):
        yield behind, 8
    path = re.split(r"\s+[/\u203a»>]\s+", title_line)
    if len(path) > 2 and _is_name(first := OWN_PAGES.sub("", path[0])):
        yield first, 8
    if site and not GENERIC.match(site):
        yield AROUND_SITE.sub("", site), 7
    yield from _in_title_line(text, title_line)
    yield from _above_title(text, top, title_line)
    yield from _inviting(text, top)
    yield from _below_ministry(top, title_line)
    yield from _in_address(text)
    yield from _near_title(top, title_line)
    yield from _by_form(text, top)
    yield from _signing(text)
    for held in COPYRIGHT.finditer(text) if "©" in text or "opyright" in text or "(c)" in text else ():
        yield _trimmed(held["name"]), 4.0
    for weight, name in _named(text):
        name = re.sub(r"^(?:The|At|About|Join|Why)\s(?=[A-Z])", "", name.strip(" .,\u2019'-"))
        name = re.sub(r"[\u2019']s$", "", name)
        if 2 < len(name) <= 60 and not GENERIC.match(name) and not is_area(name) and not _is_role(name):
            yield name, weight


def _in_title_line(text: str, title_line: str) -> Iterator[tuple[str, float]]:
    """Of "Delivery Lead - Larkmoor Mills, Leeds" the employer."""
    for piece in PIECES.split(title_line.strip("*_ ")):
        place = PLACE_BEHIND.search(piece)
        name = piece[: place.start()] if place else piece
        is_sure = COMPANY.search(name) is not None or LEGAL.search(name) is not None
        if place and " " in name and _is_name(name) and (is_sure or text.count(name) > 1):
            yield name, 7.0


def _inviting(text: str, top: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The line above "invites applications for the position of"."""
    for above, line in pairwise(top):
        if INVITES.match(line) and not ROLE.search(above):
            yield _as_spoken(text, above.strip("*_ ")), INVITED


def _below_ministry(top: Sequence[str], title_line: str) -> Iterator[tuple[str, float]]:
    """Of "Department of Land Records" above "National Soil Archive Service" what is below."""
    for above, line in pairwise(top):
        if MINISTRY.match(above) and _is_name(line) and line != title_line and not OFFICE.match(line):
            yield line, 9.5


def _in_address(text: str) -> Iterator[tuple[str, float]]:
    """The name that the address of the posting has in small letters, as the text writes it."""
    for address in ADDRESS.finditer(text):
        sought = re.sub(r"[\W_]", "", address["name"]).lower()
        for found in re.finditer(r"\b[A-Z]\w*(?:[ &.'’-]+[A-Z]\w*){0,3}", text[:OPENING]):
            words = found[0].split(" ")
            for length in range(len(words), 0, -1):
                name = " ".join(words[:length])
                if re.sub(r"[\W_]", "", name).lower() == sought and len(sought) > 3:
                    yield name, 7.0
                    return


def _above_title(text: str, top: Sequence[str], title_line: str) -> Iterator[tuple[str, float]]:
    """An institution on a line above the title, and the name before the colon of the first line."""
    at = next((number for number, line in enumerate(top) if line == title_line), 0)
    for line in top[:at]:
        name = ACRONYM.sub("", line.strip("*_ "))
        # In capitals a dash parts an office from what it belongs to.
        whole = re.split(r"\s[/|]\s", name)[0]
        is_written_so = (
            _is_name(whole) or GOVERNMENT.fullmatch(whole) or (whole.isupper() and not NOT_NAME.search(whole))
        )
        if INSTITUTION.search(whole) and is_written_so and len(whole) <= 90 and not ROLE.search(whole):
            yield _as_spoken(text, whole), 8.5
        before, colon, behind = name.partition(": ")
        if line == top[0] and colon and " " in before and _is_name(before) and behind:
            yield before, 6.5


def _as_spoken(text: str, name: str) -> str:
    """A name in capitals as the text writes it elsewhere, where it does."""
    if not name.isupper():
        return name
    found = (match[0] for match in re.finditer(re.escape(name), text, re.IGNORECASE))
    return next((other for other in found if not other.isupper() and other[0].isupper()), name)


def _by_form(text: str, top: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Parts of the head that end in a legal form, and lines anywhere that are called like an agency."""
    for part in (_trimmed(part) for line in top for part in PARTS.split(line)):
        if LEGAL.search(part) and _is_name(part):
            yield part, 6.0
    for line in top:
        if (GOVERNMENT.fullmatch(line) and line.isupper()) or FRENCH.fullmatch(line):
            yield line, 6.6
        # "Larkmoor Mills Ltd, Leeds. Permanent."
        name = CLAUSE.split(line, maxsplit=1)[0]
        if name != line and LEGAL.search(name) and _is_name(name):
            yield name, 6.5
    for start, end, words in lines(text) if those_in(text, AGENCY_NAME_STEMS) else ():
        if end - start < LONGEST_HEADING and AGENCY_NAME.search(words.title()) and _is_name(text[start:end].strip()):
            yield text[start:end].strip(" ."), 6.0


# At the foot of a page.
COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|Copyright)\s?(?:\d{{4}}(?:\s?[-\u2013]\s?\d{{4}})?,?\s)?(?P<name>{NAME})(?=[.,|]|$|\sAll\b)",
    re.MULTILINE,
)
# Who signs a mail.
SIGNED = re.compile(
    r"^(?:(?:(?:many )?thanks (?:and|&) |with )?(?:kind|best|warm|kindest|warmest|many)?\s?(?:regards|thanks|wishes)|"
    r"(?:yours )?sincerely|cheers)[\s,!]*\n(?:[^\n]{0,40}\n)??(?P<name>[^\n|,]{3,60})",
    re.IGNORECASE | re.MULTILINE,
)


def _signing(text: str) -> Iterator[tuple[str, float]]:
    if not any(end in text for end in ("egards", "hanks", "incerely", "heers", "ishes")):
        return
    for found in SIGNED.finditer(text):
        for name in map(_trimmed, re.split(r"[|,\n]", text[found.start("name") : found.end("name") + 120])[:6]):
            if _is_name(name) and (LEGAL.search(name) or AGENCY_NAME.search(name)):
                yield name, 6.0


def _named(text: str) -> Iterator[tuple[float, str]]:
    for weight, stems, pattern in PATTERNS:
        for start, end in sentences_with(text, stems):
            if weight != 5 or end - start < LONGEST_HEADING:
                yield from ((weight, found["name"]) for found in pattern.finditer(text, start, end))
    for start, end, _ in sentences(text):
        named = None if text[start].islower() else NAMED.match(text, start, end)
        if not named:
            continue
        if weight := _says(text, named.end(), end):
            yield weight, named["name"]
        elif _opens(text, start) and " " in named["name"] and DOES.match(text, named.end(), end):
            # "Larkmoor Mills spins yarn": a line near the top begins with a name that does something.
            yield 3.0, named["name"]


def _opens(text: str, start: int) -> bool:
    return start < OPENING and (start == 0 or text[start - 1] == "\n")


def _says(text: str, start: int, end: int) -> float:
    return next((weight for weight, pattern in SAYS if pattern.match(text, start, end)), 0.0)


def _near_title(top: Sequence[str], title_line: str) -> Iterator[tuple[str, float]]:
    """The line under the title, or right above it, where it is written like a name."""
    at = next((number for number, line in enumerate(top) if line == title_line), -1)
    if at < 0:
        return
    for distance in (1, 2, -1, -2):
        if not 0 <= at + distance < len(top):
            continue
        line = ICONS.sub(" ", top[at + distance]).strip()
        is_row = line == top[at + distance] and COLUMNS.match(line)
        if is_row or is_area(ZIP.sub("", line).rpartition(", ")[2]):
            continue
        first = _trimmed(PARTS.split(line.strip(MARKED))[0]).strip(MARKED)
        if (
            (place := PLACE_BEHIND.search(first))
            and first.endswith(")")
            and is_area(place["place"].rpartition(", ")[2])
        ):
            # "Larkmoor Credit Union (Burnaby, British Columbia)"
            first = first[: place.start()]
            if " " not in first:
                # "Gatineau (Québec)" is a town.
                continue
        name, comma, _ = first.partition(", ")
        if comma and distance == 1 and _is_name(name) and (COMPANY.search(name) or INSTITUTION.search(name)):
            # "Larkmoor Trust Bank, Wellington"
            yield name, 6.6
        if _is_name(first) and (LEGAL.search(first) or not places_in(first).names) and not WAY.search(first):
            yield first, {1: 6.5, 2: 4.5, -1: 5.0, -2: 3.0}[distance]


def _trimmed(words: str) -> str:
    """Without the stop at its end, unless that belongs to its legal form."""
    words = words.strip(" ,")
    return words if ENDED.search(words) else words.strip(" .")


_WRITTEN_SO = re.compile(rf"(?:The )?{NAME}\.?")


def _is_name(words: str) -> bool:
    """Whether words are written like a name, and mean nothing else that stands near a title."""
    if len(words) > 60 or not _WRITTEN_SO.fullmatch(words):
        return False
    is_else = NOT_NAME.search(words) or GENERIC.match(words) or _is_role(words) or is_area(words.rpartition(", ")[2])
    is_else = is_else or words.lower() in BY_NAME or is_known(words.removesuffix(" City"))
    return not is_else


def _is_role(name: str) -> bool:
    """Whether a name is that of a job: "Office of the Chief Information Officer" is none either."""
    return ROLE.search(name) is not None and not re.search(
        r"\b(?:Inc|Ltd|LLC|GmbH|Group|Partners|Consulting|"
        r"Services)\b",
        name,
    )
