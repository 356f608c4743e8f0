"""What else satisfies a demand: "or equivalent", "or willing to obtain it", a second rung of a ladder. Pure."""

import re

from applications.reading.degrees import degrees, is_technical
from applications.reading.months import Quantity, quantities, within
from applications.reading.quick import Quick
from applications.reading.shapes import EQUIVALENT, OBTAIN_LATER, Alternative

_LATER = Quick(
    r"(?:\(?\bor\b,? |\bor,? )?(?:(?:a |the |your )?(?:will(?:ing(?:ness)?)?|wish|abilit\w+|able|eager(?:ness)?|ready|"
    r"readiness|commit\w*|interest|interested|appetite|desire|keen(?:ness)?|prepared|happy|plan(?:s|ning)?|"
    r"working|be)\b[^.;)]{0,30}?\b(?:obtain|gain|earn|get|acquire|achieve|attain|learn|complete|pursue|undergo|"
    r"secure|towards?|become|work)\b[^.;()]*"
    r"|(?:must be |to be |be )?(?:obtained|achieved|earned|completed|attained|gained|acquired|cleared)\b[^.;)]*|"
    r"(?:must |to )?(?:obtain|earn|acquire|achieve|attain|gain)\b[^.;)]*|eligib(?:le|ility) (?:to obtain|for|to "
    r"hold|to get)\b[^.;)]*|obtainable\b[^.;)]*|in progress\b[^.;)]*|(?:required |needed )?within (?:the first "
    r")?(?:\w+ )(?:\(\d+\) )?(?:months?|years?|weeks?|days?) (?:of|from|after)\b[^.;)]*|(?:bereitschaft|die "
    r"bereitschaft)\b[^.;)]*)"
)
_OR_LATER = Quick(r"\bor\b,? |\boder\b ")
_EQUIVALENT = Quick(
    r"(?:,\s?)?(?:\(?\b(?:or|and/or|oder|ou|o|of(?= (?:een |gelijk|vergelijk)))\b,? (?:an |a |the |some |any |other |"
    r"another |eine? |un |une "
    r")?(?:\w+ ){0,2}?(?:equivalent|similar|comparable|related|equal|alike|like|alternative|relevant|another|"
    r"other|vergleichbare?\w*|gleichwertige?\w*|ähnliche?\w*|équivalent\w*|equivalente|gelijkwaardig\w*|"
    r"combination)\b[^.;)]*"
    r"|\b(?:an |a )?equivalent (?:combination|experience|education|qualification|work|practical|professional|"
    r"military|training)\b[^.;)]*|experience (?:may|can|will) (?:be )?(?:substitut\w+|considered|"
    r"replace\w*)[^.;)]*|(?:relevant )?(?:work )?experience in lieu\b[^.;)]*|in lieu of[^.;)]*|"
    r"\(?or\b[^.;)]{0,40}\bin lieu\b[^.;)]*|though plenty of[^.;)]*)"
)
# Another certificate that will do, for now or instead: "CSM, or CAPM with the readiness to take CSM within a year",
# "PMP. A CAPM will also be considered".
SECOND_WAY = Quick(
    r"(?:,\s?)?\bor\b (?:an? |the )?[\w&/+-]+(?: [\w&/+-]+){0,4}? (?:with|and|plus) (?:the |an? )?(?:readiness|"
    r"willing\w*|intention|intent|plans?|commitment|ability|desire|ready|promise) (?:to (?:take|sit|obtain|earn|get|"
    r"gain|pass|complete|achieve|upgrade|acquire|reach|do|add|become)|of (?:taking|getting|passing))\b|"
    r"[.;] (?=[^.;]{0,140}\b(?:(?:may|can|will|could) (?:also |still )?be (?:looked at|considered|accepted|taken|"
    r"enough)|in lieu|is (?:also )?(?:fine|accepted|enough)(?: too)?|will (?:also )?do)\b)"
)
# Labels of a line that only says what else will do.
INSTEAD = frozenset(("or", "substitution", "substitutions", "equivalency", "equivalencies", "substitute"))
# "Bachelor's degree (or a nursing license)"
_LICENSED = re.compile(
    r"\((?P<other>or [^()]*\b(?:licen[cs]e|certificat\w+|registration|credential)\b[^()]*)\)\Z", re.IGNORECASE
)
# "Degree in engineering; or current registration as an engineer"
REGISTERED = Quick(
    r"[;,] (?P<other>or (?:an? |the )?(?:(?:current|active|valid|existing|full|professional|state|national) )*(?:\w+ )?"
    r"(?:registration|registered|licen[cs]e|licensure|licensed|charter(?:ed)?(?: status)?)\b)"
)
_RUNG = Quick(r"(?:,|;|\()?\s*\b(?:or|oder|ou)\b\s+")
# A relaxation that may stand in a part or sentence of its own.
RELAXING = Quick(
    r"(?:[^.;]{0,140}\b(?:(?:serves?|counts?|works?|does|do|will do|qualif\w+) (?:equally|just as|as) well\b|(?:is|"
    r"are) "
    r"(?:also |equally |gladly |just as )*(?:accepted|fine|good|enough|welcome|considered|taken|an option)(?: too| as "
    r"well|,? instead| in (?:its|their|the) (?:place|stead)| in lieu)(?!\w))|[^.;]{0,140}\b(?:may|can|will|could) "
    r"(?:(?:also )?be (?:accepted|considered|substituted)(?: in lieu\b| "
    r"instead\b| for\b)|stand in for|make up for|take the place of|be (?:traded|swapped) for|(?:also|still|equally) "
    r"(?:be "
    r"(?:looked at|considered|accepted|enough)|do)\b)|\(?(?:or|oder|ou)\b|(?:an |a )?"
    r"equivalent\b|(?:but )?(?:\d{1,2}\+? |(?:\w+ )?(?:\(\d+\) )?(?=years))?(?:relevant |work |military |additional |"
    r"professional )?(?:experience|education|certification|years)\b[^.;]{0,50}\b(?:substitut|in lieu|considered|"
    r"may replace|count)|(?:we|this) "
    r"(?:will )?(?:also )?(?:accept|count|consider)|(?:though|although)\b|(?:other|"
    r"similar|comparable|equivalent)\b[^.;]{0,40}(?:accept|consider|fine|ok\b|count|welcome)|(?:this|it) (?:can|"
    r"may) be\b|can be obtained|substitut|internships? (?:count|are)|(?:you|it) (?:can|may) (?:be )?(?:obtain|"
    r"earn|get|gain)|if you (?:do not|don['’]t) (?:have|hold) (?:it|one|this))"
)

_NEXT_PART = re.compile(r";\s+")
# After a degree and its years, other years with another degree: "; 7 years with a Master's".
OTHER_YEARS = Quick(
    r"(?:at least )?(?:\d{1,2}|[a-z]+)(?: \(\d+\))?\+? (?:years?|yrs?)\b[^.;]{0,40}?\b(?:with|for|holding|without|plus|"
    r"and)\b (?:an? |the |any |no )?(?:master|bachelor|ph\.?d|doctorate|degree|diploma|associate|mba\b|high school|"
    r"ms\b|bs\b)|(?:an? |the )?(?:master|bachelor|ph\.?d|doctorate|associate|high school|mba\b|ms\b|bs\b)[^.;]{0,60}?"
    r"\b(?:and|with|plus)\b (?:at least )?(?:\d{1,2}|[a-z]+)(?: \(\d+\))?\+? (?:years?|yrs?)\b"
)

# The same where the unit is understood: "9 years (7 with a Master's, 13 without a degree)".
OTHER_NUMBER = Quick(
    r"(?:or |only |but )?(?:at least )?(?:\d{1,2}|[a-z]+)(?: \(\d+\))?\+?(?: (?:years?|yrs?))? (?:are enough |is "
    r"enough |"
    r"will do |suffice )?(?:with|without|for|if you (?:have|hold)|for those (?:with|without|who hold)|where you hold|"
    r"plus) (?:an? |the |any |no |your )?(?:\w+ )?(?:master|bachelor|ph\.?d|doctorate|degree|diploma|associate|mba\b|"
    r"ms\b|bs\b|msc\b|bsc\b|meng\b)"
)

_MAY_HAVE_ONE = Quick(
    r";\s|\b(?:or|oder|ou|equivalent|within|obtain\w*|lieu|substitut\w*|considered|eligib\w*|in progress|"
    r"bereitschaft|though)\b"
)


def alternatives_in(text: str, start: int, end: int, kind: str) -> tuple[Alternative, ...]:
    """The wordings between two places by which something else also satisfies a row of this kind."""
    segment = text[start:end]
    if not _MAY_HAVE_ONE.search(segment):
        return ()
    found: list[tuple[int, int, Alternative]] = []
    if kind in ("credential", "clearance", "degree", "skill", "language", "experience"):
        for match in _LATER.finditer(segment):
            words = segment[match.start() : match.end()]
            later = (
                _OR_LATER.match(words) is not None
                or within(words) is not None
                or kind == "clearance"
                or "in progress" in words.lower()
            )
            if match.start() == 0 and kind != "clearance":
                continue
            if later and match.end() - match.start() > 5:
                found.append(
                    (
                        match.start(),
                        match.end(),
                        Alternative(words.strip(" ,("), OBTAIN_LATER, within_months=within(words)),
                    )
                )
    if kind == "degree" and (aside := _LICENSED.search(segment)):
        found.append((aside.start(), aside.end(), Alternative(aside["other"], "credential")))
    elif kind == "degree" and (listed := REGISTERED.search(segment)):
        found.append((listed.start("other"), len(segment), Alternative(segment[listed.start("other") :], "credential")))
    for match in _EQUIVALENT.finditer(segment):
        if not _taken(found, match) and match.start() > 0:
            found.append((match.start(), match.end(), _equivalent(segment[match.start() : match.end()].strip(" ,("))))
    if kind in ("degree", "experience"):
        for match in _RUNG.finditer(segment):
            rest = segment[match.end() :]
            stop = re.search(r"[;.)]", rest)
            words = rest[: stop.start()] if stop else rest
            if match.start() == 0 or _taken(found, match) or not words.strip():
                continue
            level = next((one.level for one in degrees(words, 0, len(words))), "")
            times = quantities(words, 0, len(words))
            if times or (level and kind == "degree" and re.match(r"(?:an? |the )?\S+(?: \S+){0,3}", words)):
                if not times and level == "bachelor" and kind == "degree":
                    continue
                found.append((match.start(), len(segment), rung(words, kind, level, times)))
                break
        for part in _NEXT_PART.split(segment)[1:]:
            times = quantities(part, 0, len(part))
            level = next((one.level for one in degrees(part, 0, len(part))), "")
            if times and OTHER_YEARS.match(part):
                found.append((segment.index(part), len(segment), rung(part, "experience", level, times)))
    return tuple(one for _, _, one in sorted(found, key=lambda each: each[0]))


def second_way(words: str, credentials: tuple[str, ...]) -> Alternative:
    """What ``SECOND_WAY`` found, to the end of the row, with the ids of the certificates that will do."""
    later = within(words)
    kind = OBTAIN_LATER if later is not None or words.lstrip(" ,").startswith("or") else EQUIVALENT
    return Alternative(words.strip(" .;,("), kind, credentials=credentials, within_months=later)


def rung(words: str, kind: str, level: str, times: list[Quantity]) -> Alternative:
    """The second rung of a ladder: another degree, or more years instead."""
    quote = words.strip(" ,(")
    if level and kind == "degree":
        return Alternative(quote, "degree", level=level, credentials=_credentials(words, level))
    return Alternative(quote, "experience", months=times[0].months if times else None)


def _taken(found: list[tuple[int, int, Alternative]], match: re.Match[str]) -> bool:
    return any(one[0] < match.end() and match.start() < one[1] for one in found)


def _equivalent(words: str) -> Alternative:
    times = quantities(words, 0, len(words))
    experience = re.search(r"experience|work|erfahrung|expérience|combination", words, re.IGNORECASE)
    return Alternative(words, "experience" if experience else EQUIVALENT, months=times[0].months if times else None)


def _credentials(words: str, level: str) -> tuple[str, ...]:
    if level == "master":
        return ("master-optional",)
    return ("bachelor-technical",) if level == "bachelor" and is_technical(words) else ()
