"""The facts that a posting sets apart as a label and its value: "Location: Leeds",
or "Location" above "Leeds". Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

NAMES: Mapping[str, Sequence[str]] = {
    "title": (
        "class title", "classification title", "official title", "payroll title", "job posting title",
        "posting title", "vacancy name", "vacancy title", "name of post", "title of post", "post name",
        "stanowisko", "requisition title", "role name", "position applied for", "functional title", "tytuł",
        "befattning", "vacature", "puesto",
        "title", "job title", "position title", "position", "role title", "job name", "role", "vacancy", "post",
        "post title",
        "job role", "designation", "stellenbezeichnung", "position name", "working title", "stelle", "functie", "poste",
    ),
    "employer": (
        "hirer", "institution name", "university", "hospital", "firma", "werkgever", "arbetsgivare", "arbeidsgiver",
        "empresa", "azienda", "pracodawca", "ministry", "local authority", "employing organisation",
        "employing organization", "business name", "employing authority",
        "company", "company name", "employer", "organisation", "organization", "agency", "hiring organisation",
        "hiring organization", "employer name", "organisation name", "hiring agency", "unternehmen", "arbeitgeber",
        "entreprise",
        "school", "trust", "council", "institution", "recruiter", "advertiser", "from", "consultancy",
        "hiring company", "company/organisation",
    ),
    "places": (
        "campus", "sites", "work sites", "posting location", "work city", "position location",
        "location of position", "city/state", "city, state", "city/town", "reporting location", "home base",
        "assigned location", "standorte", "sede", "luogo", "miejsce pracy", "location of work",
        "geographic location", "client location", "work address", "place of assignment", "workplace address",
        "more location", "more locations", "arbetsort", "arbejdssted", "duty stations", "locations of work",
        "principal place of work", "main location", "main base", "location of post", "location of the post",
        "post location",
        "location", "locations", "loc", "workplace location", "job location", "job locations", "work location",
        "work locations", "primary location",
        "office location", "place of work", "place of employment", "employment location", "based in", "based at",
        "base location", "duty location",
        "duty station", "city",
        "location(s)", "locations(s)", "standort", "einsatzort", "arbeitsort", "ort", "lieu", "plaats", "place",
        "office",
        "base", "region", "site", "other locations", "additional locations", "additional location", "work site",
        "lokalizacja",
        "place of performance", "job location(s)", "where", "where you'll work", "town", "town/city", "ubicación",
        "localisation", "lieu de travail", "remote location", "standplaats",
    ),
    "remote": (
        "flexible work", "location flexibility", "remote work option", "remote allowed", "telecommute",
        "telecommuting", "telework eligibility", "work from home", "wfh", "remote possible", "remote work eligible",
        "on-site/remote", "telework possible",
        "remote", "remote job", "remote work", "workplace type", "workplace", "location type", "work model",
        "work mode",
        "working arrangement", "working arrangements", "work arrangement", "telework eligible", "telework", "work type",
        "remote type", "remote status", "remote working", "arbeitsmodell", "mode of work", "working model",
        "work style",
        "remote option", "work setup", "mode of working", "work setting", "homeoffice", "home office", "flexible "
                                                            "working", "attendance", "on-site",
        "workplace model", "job location type", "work location type", "remote eligible", "remote/on-site",
        "onsite/remote",
    ),
    "employment": (
        "contract basis", "hours of work", "type of appointment", "nature of post", "nature of contract",
        "employment category", "contract status", "weekly hours", "workload", "anställningsform", "omfattning",
        "contract hours", "kind of employment", "engagement type", "full time / part time", "job schedule",
        "post type", "work hours", "working time", "appointment", "tenure type", "appointment basis",
        "period of employment", "period", "term of appointment", "appointment term",
        "employment type", "job type", "contract type", "type of contract", "contract", "working pattern",
        "work schedule",
        "appointment type", "time type", "employment", "type", "employment status", "position type",
        "type of employment",
        "schedule", "hours", "working hours", "commitment", "full-time/part-time", "full/part time", "engagement",
        "job category",
        "duration", "mode", "initial term", "contract length", "contract duration", "term", "tenure",
        "anstellungsart", "vertragsart", "beschäftigungsart",
        "arbeitszeit", "employment basis", "worker type", "assignment type", "work pattern", "job status",
        "vacancy type",
        "contract term", "length", "assignment length", "rodzaj umowy", "employment term", "employee type",
        "basis", "arrangement",
        "tax terms", "job nature", "type of role", "role type", "employment terms", "fte", "status", "contract "
                                                            "details", "umfang",
    ),
}  # fmt: skip
BY_NAME = {name: kind for kind, names in NAMES.items() for name in names}
# Labels that we have no use for, so that what stands under them is no value of the one before.
LONGEST_LABEL = 40
LONGEST_VALUE = 220
# Labels with several values, each on its line.
LISTS = frozenset(
    {
        "location",
        "locations",
        "job locations",
        "work locations",
        "location(s)",
        "sites",
        "work sites",
        "more location",
        "more locations",
        "standorte",
    }
)
VALUE = re.compile(r"(?:[A-ZÀ-Þ][\w.'-]*|-|/)(?:,? (?:[A-ZÀ-Þ][\w.'-]*|-|/|of|on|upon))*, (?:[A-Z]{2,3}|[A-Z][\w ]+)")
# Facts side by side: "Company: Larkmoor    Dept: ITS".
BESIDE = re.compile(r"(?:\s{3,}|\s+\|\s+)(?=[A-Z][\w /#.-]{1,24}:\s)")
# How many are wanted there, behind a place.
_HOW_MANY = re.compile(r"\s\(\d+ (?:vacanc(?:y|ies)|positions?|openings?|posts?)\)$", re.IGNORECASE)
COLON = re.compile(r"(?=[:\s])(?:\s*[:\t]\s*|\s{2,}|\s+[\u2013—|]\s)")
# A long line without one of these, of which each part of ``COLON`` has one, has no label.
ENDS_LABEL = re.compile(r"[:\t\u2013—|]|\s\s")
MORE = re.compile(r"\+?\s?\d+ (?:more|other|additional) ")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
BULLET = re.compile(r"[\s*•·\-\u2013—>▪◦●]+")


@dataclass(frozen=True)
class Label:
    """A value of the posting's text, exactly as it stands there, and the label it stands behind in small letters."""

    name: str
    value: str


def labels_in(text: str, *, end: int) -> dict[str, list[Label]]:
    """The labels of each kind in ``NAMES`` in the order of the text, up to ``end`` in characters."""
    found: dict[str, list[Label]] = {kind: [] for kind in NAMES}
    lines = [part for line in text[:end].split("\n") for part in _apart(line) if part.strip()]
    for number, line in enumerate(lines):
        head = line[: LONGEST_LABEL + 4]
        if not ENDS_LABEL.search(head) and len(line.strip().strip(":*_ ")) > LONGEST_LABEL:
            continue
        if sign := BULLET.match(head):
            head = head[sign.end() :]
        parts = COLON.split(head, maxsplit=1)
        name = parts[0].strip().strip("*_").lower()
        if name[:1] not in _LETTERS and (more := MORE.match(name)):
            name = f"more {name[more.end() :]}"
        kind = BY_NAME.get(name)
        if not kind:
            continue
        if len(parts) == 2 and (parts[1] or len(line) > len(head) + 4):
            value = line[line.index(parts[0]) + len(parts[0]) :].lstrip(" \t:*\u2013—|\u00a0")
        elif len(line.strip().strip(":*_ ")) <= LONGEST_LABEL and number + 1 < len(lines):
            value = lines[number + 1]
        else:
            continue
        value = value.strip().strip("*").strip()
        if value.endswith(":") and number + 2 < len(lines):
            # "1 vacancy in the following location:" above the place.
            value = lines[number + 2].strip()
            if name in LISTS:
                found[kind] += [
                    Label(name, line.strip()) for line in takewhile(_is_short, lines[number + 3 : number + 9])
                ]
        if value and len(value) <= LONGEST_VALUE and value.rstrip(":").lower() not in BY_NAME:
            found[kind].append(Label(name, value))
            if name in LISTS and value in (line.strip() for line in lines[number + 1 : number + 2]):
                found[kind] += [
                    Label(name, line.strip()) for line in takewhile(_is_short, lines[number + 2 : number + 8])
                ]
    return found


def _apart(line: str) -> list[str]:
    return BESIDE.split(line) if "   " in line or "|" in line else [line]


def _is_short(line: str) -> bool:
    """Whether a line can be one more value: a few words, no label and no sentence."""
    words = line.strip()
    return (
        len(words) <= LONGEST_LABEL
        and words.lower().rstrip(":") not in BY_NAME
        and re.fullmatch(VALUE, _HOW_MANY.sub("", words)) is not None
    )
