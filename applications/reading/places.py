"""Where the work is done, out of a line that says it: "Leeds (hybrid)", "Remote - United States", "Pune,
Bengaluru". Pure."""

import re
from dataclasses import dataclass

from applications.reading.regions import CODES, COUNTRIES, COUNTRY_CODES, REGIONS, is_area

# The way of working, wherever it stands in a line of places.
WAY = re.compile(
    r"\b(?:fully[ -]remote|100% remote|remote[ -]first|remote|hybrid(?:es)?(?: working| remote)?|on-?site|on site|"
    r"in[- ]office|in[- ]person|"
    r"work from home|wfh|home[- ]?based|home[- ]?office|flexible|telecommute|anywhere|office[- ]based|field[- "
    r"]based)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SPLIT = re.compile(r"\s*(?:[;|•·/\n]|\s[\u2013—-]\s|\bor\b|\band\b|\bund\b|\boder\b|\s&\s|\s\+\s|\s{3,})\s*")
LEAD = re.compile(
    r"^(?:\d+ vacanc(?:y|ies) in the following locations?:|(?:various|multiple|any of our)(?: locations| "
    r"offices)?:?|(?:based |located )?(?:in|at|from|within|across)\b|"
    r"locations?:|place\b(?=\s)|office:|raum\b|the\b)\s*",
    re.IGNORECASE,
)
# What a place is written like: names with capitals, short words between them.
NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŹĆŃ][\w.\u2019'-]*|St\.?|[A-Z]{2,3})(?:[ -](?:upon|on|of|the|and|am|an der|der|la|de|del|do|"
    r"da|le|les|sur|in|en|under|[A-ZÀ-ÖØ-ÞŁŚŻŹĆŃ(][\w.\u2019')-]*))*"
)
NO_PLACE = re.compile(
    r"\b(?:days?|week|time|engineering|team|department|manager|permanent|contract|salary|product|design|full|part|"
    r"ltd|inc|gmbh|reposted|vollzeit|cdi|cdd|alternance|intérim|teilzeit|unbefristet|befristet|temps plein|temps "
    r"partiel|jornada|voltijds|"
    r"deeltijds|"
    r"posted|ago|people|applicants?|apply|office|offices|utc|gmt|cet|est|pst|timezone|time zone|various|multiple|"
    r"flexible|negotiable|"
    r"nationwide|locations?|worldwide|global|hq|headquarters|role|job|work|yes|no|tbc|tbd|rest|required|monthly|"
    r"travel|hours?|must|operations|hardware|firmware|supply chain|marketing|sales|finance|research|quality|strategy|"
    r"only|preferred|ref|competitive|project|program(?:me)?|delivery|experience|umbrella|ir35|start|asap|executive|"
    r"technology|"
    r"mon|tue|wed|thu|fri|professional|entry|mid|exp|years?|yrs|grade|level|band)\b|\d{3,}|"
    r"[€£$₹%@]",
    re.IGNORECASE,
)
# The number of a post office behind a state.
ZIP = re.compile(r"(?<=\b[A-Z]{2})\s\d{5}(?:-\d{4})?$|(?<=\b[A-Z]{3})\s\d{4}$")
LONGEST = 60
BASED = re.compile(
    r"\b(?:based|located|work|(?<!hey )(?<!\bit )(?<!hich )(?<!hat )sit|situated|be)\s(?:full[- ]time\s)?(?:in|at|"
    r"from|out of)\s(?:our\s|"
    r"the\s)?(?P<office>[A-ZÀ-Þ][\w.\u2019'-]+(?:[ -][A-ZÀ-Þ][\w.\u2019'-]+){0,2}(?:,\s[A-Z][\w.]+)?)\b|"
    r"\b(?:our|the)\s(?P<ours>[A-ZÀ-Þ][\w.\u2019'-]+(?:[ -][A-ZÀ-Þ][\w.\u2019'-]+){0,2})\s(?:office|hub|"
    r"headquarters|HQ|site|campus)\b|"
    r"\b[Oo]ffice\s(?:is\s)?(?:at|in)\s(?P<at>[A-ZÀ-Þ][\w.\u2019'-]+(?:[ -][A-ZÀ-Þ][\w.\u2019'-]+){0,2})\b|"
    r"\b(?P<dashed>[A-ZÀ-Þ][a-zà-þ]+)-based\s(?:role|position|job)"
)
# Where somebody may work, and need not.
MAY_WORK = re.compile(
    r"\b(?:authori[sz]ed|eligible|entitled|permitted|allowed|right|able|permission|legally)(?: to)? $", re.IGNORECASE
)
MARKS = " .,:-\u2013—\t\u00a0"


@dataclass(frozen=True)
class Places:
    """``names`` as written; ``way`` the words about how one works there, ""."""

    names: tuple[str, ...]
    way: str = ""


def places_in(line: str, *, is_labeled: bool = False) -> Places:
    """The places of a line that says where the work is done. ``is_labeled``: it says nothing else."""
    way = WAY.search(line)
    asides = " ".join(ASIDE.findall(line))
    names: list[str] = []
    for piece in SPLIT.split(ASIDE.sub(" ; ", line)):
        for name in _joined(piece):
            if _is_place(name, is_labeled=is_labeled) and name not in names:
                names.append(name)
    if way and not names:
        # "Remote (United States)"
        inner = [WAY.sub("", aside[1:-1]) for aside in ASIDE.findall(line)]
        names = [name for piece in inner for name in _joined(piece) if is_area(name.rpartition(", ")[2])]
    way_words = way[0] if way else ""
    return Places(tuple(names), f"{way_words} {asides}".strip() if way_words or asides else "")


def _joined(piece: str) -> list[str]:
    """The names between commas; what says where the one before is stays with it."""
    names: list[str] = []
    at = 0
    for part in piece.split(","):
        bare = LEAD.sub("", LEAD.sub("", WAY.sub("", part).strip(MARKS)).strip(MARKS)).strip(MARKS)
        bare = ZIP.sub("", re.sub(r"\s+(?:only|based)$", "", bare))
        end = at + len(part)
        at = end + 1
        if not bare:
            continue
        if names and is_area(bare) and f"{names[-1]}, {bare}" in piece and not is_area(names[-1].split(", ")[0]):
            names[-1] = f"{names[-1]}, {bare}"
        elif names and is_area(bare) and f"{names[-1]}, the {bare}" in piece and not is_area(names[-1]):
            names[-1] = f"{names[-1]}, the {bare}"
        elif (
            names
            and is_area(bare)
            and is_area(names[-1])
            and names[-1].lower() in REGIONS
            and bare.lower() in COUNTRIES
        ):
            names[-1] = f"{names[-1]}, {bare}" if f"{names[-1]}, {bare}" in piece else names[-1]
        else:
            names.append(bare)
    return names


def _is_place(name: str, *, is_labeled: bool) -> bool:
    if not 2 <= len(name) <= LONGEST or NO_PLACE.search(name):
        return False
    first = name.split(", ")[0]
    if is_area(name):
        # "CA" alone is as often a part of a reference.
        return is_labeled or len(name) > 2 or name not in CODES or name in COUNTRY_CODES
    if is_area(name.rpartition(", ")[2]) and NAME.fullmatch(first):
        return True
    return is_labeled and all(NAME.fullmatch(part) for part in name.split(", ")) and len(first.split()) <= 5


def based_in(text: str) -> str:
    """The place that a sentence names as where one works; "" where none does."""
    for found in BASED.finditer(text):
        if not MAY_WORK.search(text, max(0, found.start() - 40), found.start()):
            return next((name for name in found.groups() if name), "")
    return ""
