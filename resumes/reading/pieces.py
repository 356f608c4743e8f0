"""The head of an entry, "Lead, Acme Inc. | Austin, TX", in its pieces: title, organization, place. Pure."""

import re
from dataclasses import dataclass

from resumes.reading.vocabulary import AWAY, ORGANIZATIONS, REGIONS, STATES, TITLES, TWO_WORDS

# Between commas, at the end of a text: a city and what it lies in, perhaps with the country behind.
_NAME = r"[^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*){0,3}"
_PLACE = re.compile(rf"({_NAME}), ?({_NAME})(?:,? [0-9]{{4,5}}(?:-[0-9]{{4}})?)?(?:, ?({_NAME}))?")
# What parts the pieces of a head whatever they are.
STRONG = re.compile(r"\t+| {3,}|\s+[|·•◦∙⋅/]\s+|\s*\|\s*|\s+[-\u2010-\u2015]{1,2}\s+|\s*[\u2014\u2015]\s*|\s@\s|;\s+")
LONGEST_HEAD = 110


@dataclass(frozen=True)
class Head:
    """The pieces of the head of an entry, in the order in which they stand."""

    pieces: tuple[str, ...] = ()
    place: str = ""
    # Of pieces that only a comma parts: what they were together.
    whole: str = ""


def looks_like_head(text: str) -> bool:
    """Whether a line may be part of a head: short, with a capital, and no sentence."""
    if len(text) > LONGEST_HEAD or not (text[:1].isupper() or text[:1].isdigit() or not text[:1].isascii()):
        return False
    if text.endswith((":", ";", "!")) or len(text.split()) > 14:
        return False
    return not text.endswith(".") or text.split()[-1].rstrip(".").casefold() in ORGANIZATIONS | {
        "sr",
        "jr",
        "s.a",
        "u.s",
    }


def head_of(texts: list[str]) -> Head:
    """The pieces of the lines of a head, from which dates have been taken."""
    pieces: list[str] = []
    place = ""
    for text in texts:
        for part in _strong(text):
            rest, found = place_at_end(part)
            if not found:
                rest, found = _city_at_end(part)
            if found and not place:
                place, part = found, rest
            if part:
                pieces.append(part)
    if len(pieces) == 1:
        whole = pieces[0]
        if parted := _by_at(whole):
            return Head(tuple(parted), place)
        return Head(tuple(_by_comma(whole)), place, whole)
    return Head(tuple(pieces), place)


def place_at_end(text: str) -> tuple[str, str]:
    """A text without the place that it ends with, and the place."""
    text = text.strip(" ,")
    bare = text.strip("() ")
    if is_place(bare):
        return "", bare
    if inside := re.search(r"\s*\(([^()]+)\)$", text):
        return (text[: inside.start()], inside[1]) if is_place(inside[1]) else (text, "")
    commas = [found.start() for found in re.finditer(",", text)]
    # The longest that is a place: the city is the first name of it.
    for comma in commas[-3:]:
        end = text[comma + 1 :].strip()
        if is_place(end):
            return text[:comma].strip(), end
    return text, ""


def _city_at_end(text: str) -> tuple[str, str]:
    """A city alone behind what is plainly an organization: "Vltava Systems, Prague"."""
    before, comma, city = text.rpartition(", ")
    bare = bool(re.fullmatch(_NAME, city)) and not words_of(city) & (ORGANIZATIONS | TITLES)
    return (before, city) if comma and bare and is_organized(before) and "," not in before else (text, "")


def is_place(text: str) -> bool:
    """Whether a text names a place and nothing else. A city alone is none: it may be a company as well."""
    if text.casefold() in AWAY:
        return True
    found = _PLACE.fullmatch(text)
    if not found:
        return bool(re.fullmatch(r"\(?(?:remote|hybrid)\b.{0,30}", text, re.IGNORECASE))
    _, region, country = found.groups()
    if words_of(found[1]) & (ORGANIZATIONS | TITLES):
        return False
    return _is_region(region) and (not country or _is_region(country))


def _is_region(name: str) -> bool:
    folded = name.casefold()
    return (name.upper() in STATES and name.isupper()) or folded in REGIONS or folded in TWO_WORDS or folded in AWAY


def words_of(text: str) -> set[str]:
    return {word.strip(".'").casefold() for word in re.findall(r"[\w.'\u2019]+", text)}


def is_titled(text: str) -> bool:
    """Whether a piece reads like a title: "Software Developer" does, "Developer Software" does not."""
    words = _in_order(text)
    if words[:1] and words[0] in TITLES and words[1:2] in (["of"], ["for"]):
        return True
    if not words or words[-1] in ORGANIZATIONS:
        return False
    if words[-1] in TITLES or words[0] in TITLES:
        return True
    return bool(set(words) & TITLES) and not set(words) & ORGANIZATIONS


def is_organized(text: str) -> bool:
    """Whether a piece reads like the name of a company, school or office."""
    return bool(set(_in_order(text)) & ORGANIZATIONS) and not is_titled(text)


def _in_order(text: str) -> list[str]:
    """The words of a piece up to its first comma or bracket, behind which stands what it is about."""
    return [word.strip(".'").casefold() for word in re.findall(r"[\w.'\u2019]+", re.split(r"[,(]", text.strip())[0])]


def outside_brackets(text: str, parting: "re.Pattern[str]") -> list[str]:
    """A text parted where the pattern stands, but not inside round brackets."""
    parts, begin = [], 0
    for found in parting.finditer(text):
        before = text[: found.start()]
        if before.count("(") <= before.count(")"):
            parts.append(text[begin : found.start()].strip())
            begin = found.end()
    parts.append(text[begin:].strip())
    return [part for part in parts if part]


def _strong(text: str) -> list[str]:
    return outside_brackets(text, STRONG)


def _by_at(text: str) -> list[str]:
    before, at, after = text.partition(" at ")
    return [before.strip(), after.strip()] if at and is_titled(before) and after.strip() else []


def _by_comma(text: str) -> list[str]:
    """A title with its organization, whichever comes first; commas inside one of them stay there."""
    parts = outside_brackets(text, re.compile(r",\s*"))
    # "Acme, Inc." is one name.
    for place in range(len(parts) - 1, 0, -1):
        if words_of(parts[place]) <= {"inc", "llc", "ltd", "co", "corp", "plc", "llp", "jr", "sr", "gmbh"}:
            parts[place - 1 : place + 1] = [f"{parts[place - 1]}, {parts[place]}"]
    if len(parts) < 2:
        return parts
    titled = [place for place, part in enumerate(parts) if is_titled(part)]
    if not titled or len(titled) == len(parts):
        return [parts[0], ", ".join(parts[1:])]
    if titled[0] == 0:
        organized = [place for place in range(1, len(parts)) if is_organized(parts[place])]
        cut = organized[0] if organized else len(parts) - 1
    else:
        cut = titled[0]
    return [", ".join(parts[:cut]), ", ".join(parts[cut:])]
