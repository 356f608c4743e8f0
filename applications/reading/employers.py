"""Who hires, by the places in a posting that name it,
and whether it is an agency that hires for somebody else. Pure."""

import re
from collections.abc import Iterator, Sequence

from applications.reading.countries import is_known
from applications.reading.labels import BY_NAME, Label
from applications.reading.looking import lines, sentences, sentences_with
from applications.reading.places import WAY, places_in
from applications.reading.regions import is_area
from applications.reading.shapes import Found
from applications.reading.titles import ROLE, employer_behind

UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŃĘĄ"
WORD = rf"(?:[{UPPER}][\w&.\u2019'+-]*|\d[\w&.-]*[{UPPER}]\w*)"
NAME = (
    rf"{WORD}(?:[ ](?:(?:&|and|of|for|the|und|de|du|des|van|der|von|y|e|in)[ ](?:the[ ])?)?{WORD}|"
    r",[ ](?:Inc|LLC|Ltd|Limited|LLP|L\.P)\b\.?){0,7}"
    r"(?:,?[ ](?:sp\. ?z ?o\.? ?o\b\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|plc|inc|ltée|e\.V\.|S\.[AL]\.(?:U\.)?))?"
)
# How sure each way of naming is; a name that the text says again gains on one that it does not.
PATTERNS = (
    (8.0, ("corporate_fare", "business_center"), re.compile(rf"(?:corporate_fare|business_center)\s(?P<name>{NAME})")),
    (7.0, (" logo",), re.compile(rf"(?P<name>{NAME}) logo$", re.MULTILINE)),
    (
        5.0,
        ("about ", "über ", "who is ", "life at ", "working at ", "why ", "meet ", "s at ", "who we are"),
        re.compile(
            r"(?i:about|über|who is|life at|working at|why(?: join| work (?:at|for)| choose)?|meet|careers at|jobs "
            r"at|benefits at|who we are[:\u2013-])"
            rf" (?P<name>{NAME})\s?[:?]?$",
            re.MULTILINE,
        ),
    ),
    (
        4.0,
        ("greetings from", "we are ", "we're ", "we\u2019re ", "welcome to", "join", "at ", "working for", "career"),
        re.compile(
            rf"(?:\b[Ww]e(?:'re|\u2019re| are)|\b[Gg]reetings from|[Ww]elcome to|[Jj]oin(?:ing)?(?: the team at)?|"
            rf"[Aa]t|[Ww]orking for) "
            rf"(?P<name>{NAME})"
            r"(?=\s?[,.!?]|\s(?:we|you|and|as|our|is|to|today)\b)"
        ),
    ),
)  # fmt: skip
# What follows a name at the head of a sentence.
NAMED = re.compile(rf"(?:The )?(?P<name>{NAME})(?:,? (?:Inc|LLC|Ltd|Limited|GmbH|AG|plc|PLC)\.?)?(?: \([^)]*\))?,? ")
SAYS = (
    (
        9.0,
        re.compile(
            r"(?:is|are) (?:acting|operating) as an? (?:employment|recruitment)|acts as an? (?:employment|"
            r"recruitment)"
        ),
    ),
    (
        6.0,
        re.compile(
            r"(?:is|are) (?:proud to be )?(?:committed to (?:\w+ ){0,3}(?:equal|equit|divers|employment equity)|"
            r"an? (?:\w+[ -]){0,2}(?:[Ee]qual|EEO|EQUAL|[Aa]ffirmative|inclusive|[Dd]isability))"
        ),
    ),
    (
        3.0,
        re.compile(
            r"(?:is (?:an?|the|one|on a|regulated|\w+ing)|needs|wants|publishes|connects|gives|trains|protects|"
            r"restores|moves|owns|brings|creates|supports|"
            r"employs|started|began|makes|builds|helps|provides|runs|has written|keeps|turns|"
            r"develops|delivers|designs|"
            r"operates|was founded|seeks|has (?:been|an|its|over|more)|offers|welcomes|serves|supplies|sells|works|"
            r"believes|does not|values|"
            r"reserves the right|participates in|will never ask)\b"
        ),
    ),
)
AGENCY_STEMS = ("client", "employment ", "recruitment", "labour hire", "labor hire", "shortlist for a")
AGENCY = re.compile(
    r"\b(?:our|my) (?:\w+ ){0,3}client\b(?! (?:base|list|team|facing|portfolio|side|work|success|project|engage|"
    r"relation|service))|\bdirect client\b|^client\s?(?::|is )|\blabou?r hire\b|\bshortlist for a\b|\bon behalf of "
    r"(?:our|a|my|their) (?:\w+ ){0,3}client|\bemployment (?:business|agency)\b|\brecruitment (?:agency|"
    r"business)\b|\bour (?:end )?client,|\bfor (?:one of )?our clients?,|"
    r"\bclient of ours\b|\bour direct client\b|\bend client\b",
    re.IGNORECASE | re.MULTILINE,
)
AGENCY_NAME = re.compile(
    r"\b(?:Staffing|Recruit(?:ment|ing|ers)|Manpower|Talent (?:Partners|Solutions|Group)|Resourcing|Personnel|"
    r"Executive Search|Search Partners|"
    r"Contracting|Employment Services|Consultants)\b"
)
LEGAL = re.compile(
    r"\b(?:Inc|INC|inc|LTD|CORP|LLC|Ltd|Limited|GmbH|AG|SE|plc|PLC|LLP|Corp|Corporation|AB|Oy|AS|ApS|BV|B\.V|NV|N\.V|SAS|S\.A|S\.L|"
    r"S\.p\.A|"
    r"sp\. ?z ?o\.? ?o|s\.r\.o|Pty Ltd|Pvt Ltd)\.?$"
)
LONGEST_HEADING = 70
# A posting of the public sector begins with the name of its office in capitals.
INSTITUTION = re.compile(
    r"\b(?:STATE|AGENCY|DEPARTMENT|MINISTRY|COUNTY|CITY|TOWN|UNIVERSITY|COLLEGE|AUTHORITY|COMMISSION|COUNCIL|BUREAU|"
    r"OFFICE|HOSPITAL|INSTITUTE|DISTRICT|BOARD|COURT|POLICE|MUSEUM|FOUNDATION|TRUST|SERVICE|INC|LTD|CORPORATION|GMBH)\b"
)
# Names that are none: what headings and sentences begin with.
GENERIC = re.compile(
    r"^(?:us|the|this|our|we|you|your|it|they|there|these|those|a|an|about|role|team|job|company|position|"
    r"applicants?|candidates?|employment|all|if|no|in|for|at|and|please|what|how|why|who|english|travel|work|"
    r"equal|benefits|project|program|programme|technical|senior|experience|salary|location|location type|overview|"
    r"application|department|compensation|product|engineering|you\u2019ll|you'll|he|she|"
    r"linkedin|indeed|glassdoor|monster|reed|totaljobs|naukri|workday|greenhouse|lever|ashby|smartrecruiters|"
    r"workable|seek|home|jobs|careers?|apply|remote|hybrid|full|part|contract|permanent|pmp|scrum|"
    r"agile|software|security|nationality|disabled|his|her|its|their|to|as|is|are|one|two|three|four|forty|every|"
    r"each|most|some|many|once|when|where|while|after|before|during|since|with|from|by|on|of|or|not|"
    r"candidate|jira|sap|aws|microsoft|google cloud|share|save|posted|reporting|responsibilities|requirements|"
    r"qualifications|duties|summary|description|skills|education|culture|people|"
    r"interview|hiring|dear\b.*|hi\b.*|hello\b.*|fwd|payroll|money|opens|pay|rate|duration|start|ref|reference|"
    r"role overview|job summary|job description|closing date|monday|tuesday|wednesday|thursday|friday|january|"
    r"february|march|april|may|june|july|"
    r"august|september|october|november|december|working|being|having|success|success in|ideal|must|nice|good|"
    r"great|university|hospital|bank|council|agency|authority|college|cooperative|society|key|main|other|more|"
    r"similar|perks|notice|shift|data|digital|business|client|information technology)$",
    re.IGNORECASE,
)
NOT_NAME = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|permanent|contract|posted|reposted|ago|applicants?|reviews?|years?|yrs|"
    r"hybrid|remote|on-?site|apply|save|share|salary|per|days?|weeks?|months?|experience|easy|"
    r"actively|promoted|location|ref|closing|deadline|department\b(?! (?:of|for))|team|overview|application|show|"
    r"skip|sign in|log "
    r"in|menu|search|vacanc(?:y|ies)|grade|level|rate|duration|start|job|jobs|role|position|"
    r"responsibilities|requirements|description|summary|advanced|mid-senior|entry)\b|[€£$₹@|:?]|https?|\d{3,}",
    re.IGNORECASE,
)
ICONS = re.compile(r"\b(?:corporate_fare|place|business_center|location_on|signal_cellular_alt|bar_chart)\b")
# A row of a table of facts: its first column is no name.
COLUMNS = re.compile(r"\S[^|]{0,40}?(?:\s{3,}|\t)\S")
PARTS = re.compile(r"\s+[·•|\u2013—-]+\s+|\s{3,}|\t|,\s(?=[A-Z][\w ]+(?:,|$))")


def read_employer(
    text: str, top: Sequence[str], title_line: str, labels: Sequence[Label], site: str
) -> tuple[Found | None, bool]:
    """Who hires, and whether it is an agency. Nothing where no name can be told from the rest."""
    is_agency = any(AGENCY.search(text, start, end) for start, end in sentences_with(text, AGENCY_STEMS))
    values = [label.value.rpartition("@")[2].strip(" .")[:80] for label in labels]
    said = [(value, 10.0) for value in values if not NOT_NAME.search(value) and not GENERIC.match(value)]
    candidates = said + list(_candidates(text, top, title_line, site))
    if not candidates:
        return None, False
    weights: dict[str, float] = {}
    for name, weight in candidates:
        weights[name] = max(weights.get(name, 0), weight) + (1 if name in weights else 0)
    ranked = {name: weight + min(3, text.count(name) - 1) * 0.7 for name, weight in weights.items()}
    best = max(ranked, key=lambda name: ranked[name])
    # "Northwind" is "Northwind Rail Software" where the head says so.
    longer = [name for name in ranked if name.startswith(f"{best} ") and ranked[name] >= 3 and len(name) <= 60]
    name = max(longer, key=lambda other: ranked[other]) if longer else best
    return Found(name, name if name in text else None), is_agency or AGENCY_NAME.search(name) is not None


def _candidates(text: str, top: Sequence[str], title_line: str, site: str) -> Iterator[tuple[str, float]]:
    if behind := employer_behind(title_line):
        yield behind, 8
    path = re.split(r"\s+[/\u203a»>]\s+", title_line)
    if len(path) > 2 and _is_name(path[0]):
        yield path[0], 8
    if site and not GENERIC.match(site):
        yield re.sub(r"\s(?:careers?|jobs?)$", "", site, flags=re.IGNORECASE), 7
    yield from _beside_title(title_line)
    yield from _near_title(top, title_line)
    yield from _by_form(text, top)
    for weight, name in _named(text):
        name = re.sub(r"^(?:The|At|About|Join|Why)\s(?=[A-Z])", "", name.strip(" .,\u2019'-"))
        name = re.sub(r"[\u2019']s$", "", name)
        if 2 < len(name) <= 60 and not GENERIC.match(name) and not is_area(name) and not _is_role(name):
            yield name, weight


def _beside_title(title_line: str) -> Iterator[tuple[str, float]]:
    """A part of the line of the title: "Producer / Pixelmoor Games (Malmö)"."""
    parts = re.split(r"\s+[/|·•]\s+", title_line)
    for part in parts[1:] if ROLE.search(parts[0]) else ():
        name = re.sub(r"\s*\([^()]*\)$", "", part).strip()
        if len(name.split()) > 1 and _is_name(name) and not places_in(name).names and not WAY.search(name):
            yield name, 5.5


def _by_form(text: str, top: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Parts of the head that end in a legal form, and lines anywhere that are called like an agency."""
    if top and INSTITUTION.search(top[0]) and top[0].isupper() and len(top[0]) <= LONGEST_HEADING:
        yield re.sub(r"\s*\([^()]*\)$", "", _trimmed(top[0])), 8.0
    for part in (_trimmed(part) for line in top for part in PARTS.split(line)):
        if LEGAL.search(part) and _is_name(part):
            yield part, 6.0
    for start, end, words in lines(text):
        if end - start < LONGEST_HEADING and AGENCY_NAME.search(words.title()) and _is_name(text[start:end].strip()):
            yield text[start:end].strip(" ."), 6.0


def _named(text: str) -> Iterator[tuple[float, str]]:
    for weight, stems, pattern in PATTERNS:
        for start, end in sentences_with(text, stems):
            if weight != 5 or end - start < LONGEST_HEADING:
                yield from ((weight, found["name"]) for found in pattern.finditer(text, start, end))
    for start, end, _ in sentences(text):
        if (named := NAMED.match(text, start, end)) and (weight := _says(text, named.end(), end)):
            yield weight, named["name"]


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
        if is_row or is_area(line.rpartition(", ")[2]):
            continue
        first = _trimmed(PARTS.split(line.strip())[0])
        if _is_name(first) and not places_in(first).names and not WAY.search(first):
            yield first, {1: 6.5, 2: 4.5, -1: 5.0, -2: 3.0}[distance]


def _trimmed(words: str) -> str:
    """Without the stop at its end, unless that belongs to its legal form."""
    words = words.strip(" ,")
    return (
        words
        if re.search(r"\b(?:Inc|INC|inc|LTD|Ltd|Co|CORP|Corp|[BNSLA]\.[A-Z]|o\.o|r\.o)\.$", words)
        else words.strip(" .")
    )


def _is_name(words: str) -> bool:
    """Whether words are written like a name, and mean nothing else that stands near a title."""
    is_written_so = len(words) <= 60 and re.fullmatch(rf"(?:The )?{NAME}\.?", words) is not None
    is_else = NOT_NAME.search(words) or GENERIC.match(words) or _is_role(words) or is_area(words.rpartition(", ")[2])
    is_else = is_else or words.lower() in BY_NAME or is_known(words.removesuffix(" City"))
    return is_written_so and not is_else


def _is_role(name: str) -> bool:
    """Whether a name is that of a job: "Office of the Chief Information Officer" is none either."""
    return ROLE.search(name) is not None and not re.search(
        r"\b(?:Inc|Ltd|LLC|GmbH|Group|Partners|Consulting|"
        r"Services)\b",
        name,
    )
