"""Degrees and schooling: which level, and whether a technical field is named. Pure."""

import re
from typing import NamedTuple

from applications.reading.quick import Quick

_LEVELS: tuple[tuple[str, str], ...] = (
    (
        "master",
        r"\bmaster['’]?s?(?:[ -](?:degree|level|of (?:science|engineering|business)))|\bmaster['’]s\b|\bmasters\b|"
        r"\bMBA\b|\bM\.? ?Sc\b|\bM\.? ?Tech\b|\bMCA\b|\bM\.?Eng\b|(?<=[ /(])M\.?S\.?(?= "
        r"(?:degree|in|and|or|with|plus)\b)|\bM\.S\.(?!\w)|(?<=\ban )MS\b(?= (?:is|would)\b)|\bMS(?= (?:preferred|"
        r"desired|desirable|a plus|strongly|highly)\b)|"
        r"post-?graduate(?: degree| qualification| diploma)?|\badvanced (?:university )?degree|second[- ]level "
        r"(?:university )?degree|\bgraduate degree|\bPh\.?D\b|"
        r"doctorate|master-?abschluss|bac ?\+ ?5",
    ),
    (
        "associate",
        r"\bassociate['’]?s?(?: degree|['’]s\b| of (?:science|arts))|\bassociates? degree|two[- ]year degree|2[- "
        r"]year degree|\bHNC\b|foundation degree|college diploma|technical diploma|\bdiploma (?:in|of)|trade "
        r"school|(?:post-?secondary|community college|polytechnic|vocational|trade|cegep|cégep) (?:\w+ "
        r"){0,2}(?:diploma|program(?:me)?|"
        r"certificate)|\b(?:D\.?E\.?C|D\.?C\.?S)\b(?= (?:or|ou|in|en|and|degree|diploma)|[),])|vocational|"
        r"\bapprenticeship|ausbildung\b|bac ?\+ ?2|\bBTS\b",
    ),
    (
        "secondary",
        r"high school|\bH\.?S\.? diploma|secondary (?:school|education)|\bGED\b|\bGCSEs?\b|\bA[- ]levels?\b|school "
        r"leaving|\bHSC\b|"
        r"matric\b|abitur|baccalauréat(?! (?:en|ès|universitaire|dans|spécialisé)\b)",
    ),
    (
        "bachelor",
        r"(?:bachelor|bachelors|bacherlor|undergraduate|licentiate|(?:4|four)[- ]year(?= (?:college|university|"
        r"degree|bachelor)))['’]?s?(?:[/ -](?:level|master['’]?s?))?(?: ?\((?:hons|honours)\))?(?: university| "
        r"college| science)?(?: degree| diploma)?"
        r"|\b(?:B\.? ?S\.?c?|B\.? ?A|B\.? ?E|B\.? ?Tech|B\.? ?Eng|B\.? ?Com|BCA|BBA|BSCS|BSIT|"
        r"BASc)\b\.?(?:\s?/\s?(?:B\.? ?S\.?c?|B\.? ?A|B\.? ?E|B\.? ?Tech|B\.? ?Eng|BCA|MCA|M\.? ?Tech|M\.? "
        r"?S\.?c?|M\.? ?E|MBA|MS|MA)\b\.?)*(?: degree)?"
        r"|\bbaccalauréat (?:en|ès|universitaire|dans|spécialisé)\b|\bany graduate\b|(?:primary|university|college|"
        r"honou?rs|tertiary|first|good|relevant|technical|"
        r"engineering|academic|graduate|"
        r"science|stem|computer science|computing|it|IT|post-?secondary|higher|undergraduate|accredited|"
        r"recogni[sz]ed)[ -](?:\w+ ){0,2}?(?:degree|education|diploma|qualification)"
        r"|(?:a|any|your|the|relevant) degree\b|\bdegree(?:s|d)?[- ](?:in|level|from|or|educated|qualified|"
        r"required|preferred|with|and|is|holder)\b|educated to degree|graduate in\b|graduates? (?:of|with)|"
        r"\bUniversity graduate|^degree\b|tertiary (?:qualification|education|studies)"
        r"|\bstudied (?:\w+ ){0,2}(?:engineering|computer science|computing|informatics|physics|mathematics|economics|"
        r"science|law|business)\b|(?:completed|university|degree|successful) (?:\w+ ){0,2}studies\b|studies (?:of|"
        r"in) (?:\w+ "
        r")?(?:engineering|computer|business|economics|informatics|it\b)|abgeschlossenes? (?:\w+ )?(?:hochschul|"
        r"fachhochschul|universitäts)?-?studium|hochschulabschluss|(?:hochschul|fach)?studium\b|studienabschluss|"
        r"wirtschaftsinformatik|diplom\b|diplôme|bac ?\+ ?[34]|licence en|(?:école d['’])?ingénieur|titulación|"
        r"grado en|licenciatura|grado universitario|\bhbo(?:/wo)?\b|HND\b",
    ),
)
_FIND = tuple((level, Quick(pattern)) for level, pattern in _LEVELS)
_QUICK = Quick(
    r"bachel|stud|bacher|degree|diplom|diplôm|educat|graduat|master|ph\.?d|doctor|associate|high "
    r"school|secondary|gcse|a[- ]level|"
    r"abschluss|ausbildung|abitur|ingénieur|licen|titula|grado|informatik|tertiary|university|vocational|school|"
    r"four-year|4-year|qualification|apprentice"
)
_SHORT = re.compile(
    r"(?=[BMHGhbP])\b(?:B\.? ?[SAETC]|M\.? ?[SATBCE]|BTech|BEng|MTech|HN[CD]|GED|HSC|BTS|hbo|HBO|bac|Bac|PhD)"
)
# The short names are names only in capitals: "be", "ma" and "bs" are not.
_CASED = re.compile(r"[bm][a-z]{0,3}|[bm]\. ?[a-z]")
_TECHNICAL = Quick(
    r"comput|engineer|information (?:technology|systems?|science|management|security)|software|scien(?:ce|"
    r"tific)s?\b|technical|technology|\bSTEM\b|\bB\.? ?E\b|\bB\.? ?Tech|\bBCA\b|\bMCA\b|\bM\.? ?Tech|\bB\.?Eng|"
    r"\bICT\b|\bCS\b|mathematic|physics|informati[ckq]|\btechn|cyber|electronics|telecom|data\b|elektro|ingénieur|"
    r"ingenier|naturwissenschaft|network|digital"
)
# In capitals, or where nothing but a field can stand; "nobody will ask for it" names none.
_IT = re.compile(r"\bIT\b|\b(?:in|(?<!place )of|or|and|,) it(?=[,/;)]| (?:or|and|field|degree)|$)")
# Science as a mere part of a degree's name says no field.
_NO_FIELD = Quick(
    r"\b(?:bachelor|master|associate)['’]?s? of science\b(?! in)|science degree|social sciences?|political "
    r"science|\bdata\b(?! (?:science|engineering|analytics))|library science"
)
# What looks like a degree and is none.
_OTHER_SENSE = Quick(
    r"(?:high|certain|large|some|great|significant|strong|greater|lesser|high(?:er)?|considerable|varying) degree|"
    r"degree of (?!science|arts|bachelor)|360[- ]degree|degrees of|scrum master|product master|master (?:data|"
    r"schedule|plan|service|file|the\b)|integrated master|(?:associate|graduate) (?:technical|project|program|"
    r"director|consultant|product|engineer|role|scheme|programme|manager)|masters? (?:data|schedule)|scrummaster|"
    r"technical education|higher education (?:sector|institution|industry)|education (?:sector|industry|"
    r"technology)|customer education|(?:security|user) education|further education|tuition|sales associate"
)


# "As a developer or BA": somebody who analyses.
_ANALYST = re.compile(
    r"\b(?:as an?|(?:developers?|engineers?|testers?|qa|pms?|pos?|devs?|designers?|masters?|owners?|analysts?|"
    r"managers?)"
    r"(?:,? (?:or|and)|,|/)(?: an?)?)\s?\Z",
    re.IGNORECASE,
)
_IN_A_FIELD = re.compile(r" ?(?:degree|in\b|or (?:an? )?(?:bs|ma|equivalent|master)|/ ?b\.?s)", re.IGNORECASE)


class Degree(NamedTuple):
    """Schooling where it is named."""

    start: int
    end: int
    level: str


def degrees(text: str, start: int, end: int) -> list[Degree]:
    """Every name of a degree between two places, in order."""
    segment = text[start:end]
    if not (_SHORT.search(segment) or _QUICK.search(segment)):
        return []
    other = [(match.start(), match.end()) for match in _OTHER_SENSE.finditer(segment)]
    named: list[Degree] = []
    for level, pattern in _FIND:
        for match in pattern.finditer(segment):
            words = segment[match.start() : match.end()]
            if _CASED.match(words) and len(words) <= 4 and not words.startswith("degr"):
                continue
            if words.startswith(("a level", "a-level")):
                # "At a level where you can follow it"
                continue
            if (
                words.lower() == "ba"
                and _ANALYST.search(segment[: match.start()])
                and not _IN_A_FIELD.match(segment, match.end())
            ):
                continue
            if any(one[0] < match.end() and match.start() < one[1] for one in other):
                continue
            named.append(Degree(start + match.start(), start + match.end(), level))
    found: list[Degree] = []
    for one in sorted(named, key=lambda each: (each.start, -each.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def is_technical(quote: str) -> bool:
    """Whether one of the fields that a degree may be in is computing, engineering, IT, science or "technical"."""
    return _TECHNICAL.search(_NO_FIELD.sub(" ", quote)) is not None or _IT.search(quote) is not None
