"""The header of a posting: title, employer, places, way of working, type, pay, closing date, each with its words. Pure.

By docs/postings.md section 2. What structured data says counts; where nothing can be read for sure there is nothing.
"""

import re
from collections.abc import Sequence
from datetime import date

from applications.reading.closing import read_closing
from applications.reading.countries import country_of, is_known
from applications.reading.employer_words import MARKED
from applications.reading.employers import read_employer
from applications.reading.employment import ON_B2B, limit_in, read_employment
from applications.reading.employment import WORDS as TYPES
from applications.reading.heading_words import DUTIES, PREFERRED_PART, REQUIRED_PART
from applications.reading.headings import part_of
from applications.reading.labels import LISTS, Label, labels_in
from applications.reading.pay import PayRead, read_pay
from applications.reading.places import WAY, ZIP, based_in, places_in
from applications.reading.regions import AREAS, COUNTRIES, is_area
from applications.reading.shapes import Found, Header, Source
from applications.reading.teasers import end_of_posting
from applications.reading.titles import INSIDE, PICTURES, SENTENCE, cleaned, title_in, title_in_sentence
from applications.reading.workplace import read_workplace

TERMED = {"contract", "fixed_term", "internship"}
# Whose dates go with which money; those of the euro all write the day first.
OF_MONEY = {"USD": "US", "GBP": "GB", "EUR": "FR"}
# The head ends where the posting begins to tell, or after so many lines.
TOP_LINES = 18
LONGEST_TOP_LINE = 170
BEGINS = re.compile(
    r"about (?:us|the|this|our|you)\b.*|(?:job |role |position )?(?:summary|overview|description|purpose|"
    r"highlights)|the (?:role|job|opportunity|company|position)|(?:key |main |your )?(?:responsibilities|duties)|"
    r"(?:minimum |basic |required )?(?:qualifications|requirements)|who we are|why this .*|what you.*|your (?:role|"
    r"tasks|profile|mission).*|deine aufgaben.*|ihre aufgaben.*|hello\b.*|hi\b.*",
    re.IGNORECASE,
)
MAIL = re.compile(r"(?:subject|betreff|objet|fwd?|re) ?:", re.IGNORECASE)
# The first item of a list.
NUMBERED = re.compile(r"\(?(?:1|[aAiI])[.)]\s")
PARTS = re.compile(r"\s+[·•|]\s+|\s{3,}|\t")
# Where a sentence begins behind a place; "St. Ives" is none.
STOP = re.compile(r"(?<!\bSt)(?<!\bCo)(?<!\b[A-Z])\.\s(?=[A-Z])")
PIECES = re.compile(r"\s[-\u2013—/|·•]\s|[()\[\]]|[.:]\s")
REMOTE_IN = re.compile(
    r"\b(?:remote(?:ly)?|anywhere|home[- ]based|work from home)[,:]?\s*(?:\(|[-\u2013—]\s)?(?:is (?:ok|fine|"
    r"possible|allowed)[,\s]+(?:but\s)?(?:only\s)?)?(?:(?:from|with)?(?:in|across|anywhere in|anywhere within|from "
    r"within|from inside|inside)\s)?(?:the\s)?(?P<area>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})",
    re.IGNORECASE,
)
KNOWN = re.compile(r"\b(?:in|at|from|near)\s(?P<name>[A-ZÀ-Þ][\w\u2019'-]+(?:\s[A-ZÀ-Þ][\w\u2019'-]+)?)")
TOWN = re.compile(
    r"\b(?:in|at|from|"
    r"near)\s(?P<town>[A-ZÀ-Þ][\w.\u2019'-]+(?:\s[A-ZÀ-Þ][\w.\u2019'-]+){0,2},\s(?P<area>[A-Z]\w+(?:\s[A-Z]\w+)?))"
)


def read_header(source: Source, *, pasted_on: date) -> Header:
    """What stands above a posting. ``pasted_on`` says which year a date without one is in."""
    said = source.structured
    end = end_of_posting(source.text)
    own = source.text[:end]
    top = _top(source, own)
    labels = labels_in(source.text, end=end)
    title, title_line = _title(source, top, labels["title"])
    employer, is_agency = read_employer(own, top, title_line, labels["employer"], source.site)
    employer = said.employer or employer
    remote = (
        said.remote
        if said.remote.value != "unknown"
        else read_workplace([*top, *(label.value for label in labels["places"])], labels["remote"], own)
    )
    places = tuple(_as_written(place, own) for place in said.places) or _places(
        own, top, labels["places"], title_line, employer, remote
    )
    country = country_of("\n".join([*(place.value for place in places), own]))
    pay = PayRead(said.pay, said.pay_words) if said.pay else read_pay(own, country=country)
    if remote.value == "yes" and len(places) > 1 and source.form == "json":
        # Of several places one may be worked for from anywhere.
        spoken = read_workplace([], [], own)
        remote = spoken if spoken.value == "hybrid" else remote
    types = said.employment_types or read_employment(top, labels["employment"], own, pay.ranges, is_agency=is_agency)
    if said.employment_types and (limit := limit_in(own)) and not TERMED & {one.value for one in types}:
        # "Full-time" in the data, "limited to 24 months" in the text.
        types = (*types, Found("fixed_term", limit))
    if (
        said.employment_types
        and "B2B" in own
        and (b2b := ON_B2B.search(own))
        and "contract" not in {one.value for one in types}
    ):
        types = (*types, Found("contract", b2b[0]))
    # Whose dollar it is when nothing is said is also whose dates they are.
    country = country or next((OF_MONEY[found.currency] for found in pay.ranges if found.currency in OF_MONEY), "")
    closing = None if said.closes_on else read_closing(own, pasted_on=pasted_on, country=country)
    without = [place.value for place in places] + ([employer.value] if employer else [])
    if title and not said.title:
        title = _found(cleaned(title.value, without=without) or title.value, own)
    return Header(
        title=title,
        employer=employer,
        employer_is_agency=is_agency and employer is not None,
        places=places,
        remote=remote,
        employment_types=types,
        pay=pay.ranges,
        pay_words=pay.unread,
        closes_on=said.closes_on or (closing.day if closing else None),
        closes_on_quote=closing.quote if closing else None,
    )


def _found(value: str, text: str) -> Found:
    return Found(value, value if value in text else None)


def _in_full(name: str, text: str) -> Found:
    """A place as written: with its state in brackets, "Gatineau (Québec)", or its post code on a line of its own."""
    at = text.find(name)
    if at < 0:
        return Found(name)
    line, behind = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0], text[at + len(name) : at + len(name) + 33]
    aside = behind[2:].partition(")")[0] if behind.startswith(" (") and "," not in name else ""
    if aside and is_area(aside) and not is_area(name):
        name = f"{name} ({aside})"
    elif line.startswith(f"{name} ") and ZIP.sub("", line) == name:
        name = line
    return Found(name, name)


def _as_written(place: Found, text: str) -> Found:
    """A town with its state behind it, where the text has it so."""
    if is_area(place.value):
        return place
    found = re.search(rf"\b{re.escape(place.value)}, ([A-Z][\w.]*(?: [A-Z]\w+)?)", text)
    if not found:
        coded = re.search(rf"\b{re.escape(place.value)} ([A-Z]{{2,3}})\b", text)
        return Found(coded[0], coded[0]) if coded and is_area(coded[1]) else place
    area = next((name for name in (found[1], found[1].split(" ")[0]) if is_area(name.strip("."))), "")
    return Found(f"{place.value}, {area}") if area else place


def _top(source: Source, own: str) -> list[str]:
    """The lines of the head, without bullet signs; of a page those from its heading on."""
    if source.form == "json":
        return []
    stripped = (line.strip() for line in own[:6000].split("\n"))
    lines = [line for line in (line if line.isascii() else PICTURES.sub("", line) for line in stripped) if line]
    heading = next((head for head in source.heads if title_in(head)), "")
    if heading in lines:
        lines = lines[lines.index(heading) :]
    top: list[str] = []
    for line in lines[:TOP_LINES]:
        tells = BEGINS.fullmatch(line.rstrip(":")) or part_of(line) in (REQUIRED_PART, PREFERRED_PART, DUTIES)
        if len(line) > LONGEST_TOP_LINE or (top and (tells or NUMBERED.match(line))):
            break
        top.append(line)
    return top


def _title(source: Source, top: Sequence[str], labels: Sequence[Label]) -> tuple[Found | None, str]:
    """The title, and the line of the head that it stands on."""
    if source.structured.title:
        value = source.structured.title.value
        return source.structured.title, next((line for line in top if value in line), "")
    for head in source.heads:
        if title := title_in(head):
            return _found(title, source.text), head
    lines = [line for line in top if title_in(line)]
    role = next((label for label in labels if title_in(label.value)), None)
    if lines and role and MAIL.match(lines[0]):
        # Above a mail stands more than the title.
        return _found(title_in(role.value), source.text), lines[0]
    near = [label for label in labels if title_in(label.value) and any(label.value in line for line in top)]
    inside = near and lines and near[0].value in lines[0] and near[0].value != lines[0]
    if near and (not lines or inside or near[0].name not in ("role", "post", "title")):
        value = near[0].value
        return _found(title_in(value), source.text), next(line for line in top if value in line)
    if lines:
        return _found(title_in(lines[0]), source.text), lines[0]
    for label in labels:
        if title := title_in(label.value):
            return _found(title, source.text), label.value
    sought = "" if source.form == "json" else title_in_sentence(source.text)
    return (_found(sought, source.text), "") if sought else (None, "")


def _places(
    own: str, top: Sequence[str], labels: Sequence[Label], title_line: str, employer: Found | None, remote: Found
) -> tuple[Found, ...]:
    names: list[str] = []
    # A town says where, the name of a site only which.
    for label in sorted(labels, key=lambda label: label.name in ("site", "campus", "base")):
        said = places_in(STOP.split(label.value, maxsplit=1)[0], is_labeled=True).names
        if label.name.startswith("more "):
            # "+ 1 more location" goes on with what stands above it.
            said = (*_places_of_head(top, title_line, employer), *said)
        names += said
        if not names and (name := based_in(label.value)):
            names.append(name)
        if names and label.name not in LISTS:
            break
    if not names:
        names = _places_of_head(top, title_line, employer)
    if remote.value == "yes" and (area := _area(top, own)) and not any(area in name or name in area for name in names):
        names.append(area)
    if not names:
        name = based_in(own)
        names = [name] if name and not (employer and name in employer.value) else _only_town(own)
    return tuple(_in_full(name, own) for name in dict.fromkeys(names) if name)


def _only_town(own: str) -> list[str]:
    """The one town that is named with its state or country, where the text names no other so."""
    towns = {
        found["town"]
        for found in TOWN.finditer(own)
        if is_area(found["area"]) and not is_area(found["town"].partition(", ")[0])
    }
    towns = towns or {found["name"] for found in KNOWN.finditer(own) if is_known(found["name"])}
    return list(towns) if len(towns) == 1 else []


def _places_of_head(top: Sequence[str], title_line: str, employer: Found | None) -> list[str]:
    """The places of the first line that names any beside what else stands there."""
    for line in top:
        parts, is_facts = PARTS.split(line), False
        if line == title_line:
            parts = _places_of_title(line)
            if not parts and employer and f"{employer.value}, " in line:
                # "Scrum Master - Larkmoor Softlabs, Salem"
                parts, is_facts = [line.partition(f"{employer.value}, ")[2].strip("*_ ")], True
            is_facts = is_facts or INSIDE.search(line) is not None
        elif employer and line.startswith(f"{employer.value} (") and line.endswith(")"):
            parts, is_facts = [line.removeprefix(f"{employer.value} (")[:-1]], True
        elif employer and line.startswith(f"{employer.value}, "):
            # "Larkmoor Mills, Leeds"
            parts, is_facts = [line.removeprefix(f"{employer.value}, ")], True
        names: list[str] = []
        # Between the employer and the terms stands the place.
        is_facts = is_facts or (
            len(parts) > 2
            and any(TYPES.search(part) or (employer and part.strip(MARKED) == employer.value) for part in parts)
        )
        for part in parts:
            if employer and (part.strip(MARKED) == employer.value or title_in(part)):
                continue
            if SENTENCE.search(part):
                continue
            is_place = is_facts or WAY.search(part) is not None or country_of(part) != ""
            names += places_in(
                re.sub(r"^(?:place|location_on)\s", "", part.strip(MARKED)), is_labeled=is_place and len(part) < 90
            ).names
        names = [name for name in names if not employer or name != employer.value]
        if names:
            return names
    return []


def _places_of_title(line: str) -> list[str]:
    """What of a title's line is a place: in brackets, behind its last dash or comma, or between two signs."""
    ends = [part for both in re.findall(r"\(([^()]+)\)|[-\u2013—|,]\s([^-\u2013—|(]+)$", line) for part in both if part]
    parts = [
        part for part in ends if is_area(part.rpartition(", ")[2].strip()) or is_known(part.split(" / ")[0].strip())
    ]
    if (subject := INSIDE.search(line)) and subject["rest"] and title_in(subject["title"]):
        # "An assignment (Scrum Master, Arnhem)"
        parts.append(subject["rest"].strip())
    for piece in [] if parts else PIECES.split(line.strip("*_ ")):
        town, _, area = piece.strip(" .").rpartition(", ")
        if town and is_area(area) and not title_in(piece):
            parts.append(piece.strip(" ."))
        elif is_known(area):
            parts.append(area)
    return parts


def _area(top: Sequence[str], own: str) -> str:
    """The country or part of the world that a job from anywhere is bound to."""
    for text in (*top, own):
        for found in REMOTE_IN.finditer(text):
            words = found["area"].rstrip(".").split()
            for length in range(len(words), 0, -1):
                name = re.sub(r"^the ", "", " ".join(words[:length]))
                if name.lower() in AREAS or name.lower() in COUNTRIES or is_area(name):
                    return name
    return ""
