"""How one is employed: full time, part time, under contract, for a fixed term, as an intern,
and the words for it. Pure."""

import re
from collections.abc import Sequence

from applications.reading.labels import Label
from applications.reading.looking import sentences_with
from applications.reading.shapes import Found, Pay

KINDS = (
    ("internship", r"\bintern(?:ship)?\b|\bwerkstudent|\bpraktikum\b|\bplacement student\b"),
    (
        "contract",
        r"\blabou?r hire\b|(?<!permanent )(?<!employment )(?<!term )(?<!term/)(?<!time )(?<!purpose )(?<!type of "
        r")\bcontract(?:or)?\b(?!\s?(?:type|"
        r"s\b|agent|above|over\b|worth|"
        r"manage|negot|review|admin|term\b|law|value))|\bfreelance\b|\bself[- ]employed\b|\bb2b\b|\bc2c\b|"
        r"\bcorp[- ]to[- ]corp\b|"
        r"\bw-?2\b|\b1099\b|\b(?:inside|outside) (?:of )?ir35\b|\bumbrella\b|\bday[- ]rate\b|\bc2h\b|\binterim\b|"
        r"\bfreiberuf",
    ),
    (
        "fixed_term",
        r"\bfixed[- ]term\b|\bftc\b|\bmaternity (?:cover|leave cover)\b|\bparental leave cover\b|\btemporary\b|"
        r"\btemp\b|\bsecondment\b|\blimited[- ]term\b|"
        r"\bterm appointment\b|\bterm-limited\b|\bbefristet|\bcdd\b|\bseasonal\b|\bnot to exceed\b|"
        r"\btime-limited\b|\bcontract agent\b|\btemporary agent\b|\b(?:one|two|three|four|five|"
        r"\d)[- ]year (?:post|appointment|contract|position|role|"
        r"term)\b|\bnon-ongoing\b|\bfixed term\b|\bspecified[- ](?:term|purpose)\b",
    ),
    (
        "full_time",
        r"\bfull[- ]?time\b|\bvollzeit\b|\bft\b|\btemps plein\b|\bfulltime\b|\bfull[- ]time equivalent\b|"
        r"\bpełny etat\b",
    ),
    (
        "part_time",
        r"\bpart[- ]?time\b|\bteilzeit\b|\bjob[- ]share\b|\b0\.[2-9]\d? ?fte\b|\bparttime\b|\btemps "
        r"partiel\b|\breduced hours\b",
    ),
    (
        "permanent",
        r"\bpermanent\b(?! (?:residen|address|record|magnet))|\bunbefristet|\bongoing (?:role|position|"
        r"full|part)\b|\bindefini(?:te|d[oa])\b|\bcdi\b|\bdirect hire\b|\bumowa o pracę\b|\bregular\b",
    ),
)
WORDS = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in KINDS), re.IGNORECASE)
# In a sentence these words mean other things too, unless they speak of the job.
OF_THE_JOB = re.compile(
    r"\b(?:this|the|a|an|our|on|as|is|it\u2019s|it's)\s(?:is\s)?(?:a\s|an\s)?(?:\d+[- ]months?\s|\w+[- ]months?\s|"
    r"new\s|initial\s|salaried\s|remote,?\s|hybrid,?\s|exempt,?\s){0,2}"
    r"(?P<words>(?:permanent|full[- ]?time|part[- ]?time|fixed[- ]term|temporary|contract|freelance|b2b|interim|"
    r"internship)\b(?:[,/]?\s(?:and\s|or\s)?(?:permanent|full[- ]?time|part[- ]?time|fixed[- ]term|salaried|"
    r"contract|employee|exempt|basis|ongoing))*)"
    r"(?=\s?(?:role|position|job|post|contract|employment|opportunity|basis|employee|vacancy|assignment|in\b|at\b|"
    r"with\b|,|\.|\(|for|appointment|engagement|placement|$))|"
    r"\((?P<aside>(?:freelance|full[- ]?time|permanent|contract|part[- ]time|b2b|temporary|fixed[- ]term)\b"
    r"[^()\n]{0,80})\)|"
    r"(?:^|(?<=[.!?]\s)|(?<=employed )|(?<=working )|(?<=, ))(?P<start>(?:full|part)[- ]time|permanent)\b(?=[.,;])|"
    r"\b(?P<term>(?:\d+|one|two|six|twelve|nine|three|four|eighteen)[- ](?:months?|year)[- ](?:post|appointment|"
    r"fixed[- ]term|contract|ftc|"
    r"temporary|initial contract|assignment|engagement|maternity))|"
    r"\b(?P<other>(?:inside|outside) ir35|corp[- ]to[- ]corp|contract[- ]to[- ](?:hire|perm)|(?:on )?w-?2\b(?= |,|"
    r"\.)|c2c\b|1099\b|maternity cover|b2b contract|full[- ]time,? (?:salaried|exempt)|permanent,? full[- ]time|"
    r"full[- ]time,? permanent)",
    re.IGNORECASE | re.MULTILINE,
)
# One of these stands in every sentence that ``OF_THE_JOB`` can find anything in, or its second half.
STEMS_OF_TERMS = (
    "ir35",
    "corp",
    "contract",
    "w2",
    "w-2",
    "c2c",
    "1099",
    "maternity",
    "b2b",
    "full-time",
    "full time",
    "month",
    "year",
)
STEMS = (
    *STEMS_OF_TERMS,
    "permanent",
    "part-time",
    "part time",
    "fixed",
    "temporary",
    "freelance",
    "interim",
    "internship",
)
NO = re.compile(r"\b(?:no|not|never|non|without|isn't|isn\u2019t|neither)\b[^.;|·•]{0,25}$", re.IGNORECASE)


def read_employment(
    top: Sequence[str], labels: Sequence[Label], text: str, pay: Sequence[Pay], *, is_agency: bool
) -> tuple[Found, ...]:
    """Every type that is stated, in the order of the posting; "permanent" without hours is full time."""
    found: dict[str, str] = {}
    for label in labels:
        _add(found, label.value)
    if not found:
        for line in top:
            if len(line) <= 160:
                _add(found, line)
    where = sentences_with(text, STEMS if not found else STEMS_OF_TERMS)
    for match in (match for start, end in where for match in OF_THE_JOB.finditer(text, start, end)):
        words = match["words"] or match["start"] or match["term"] or match["other"] or match["aside"]
        if not found or (match["term"] or match["other"]):
            _add(found, words if not match["words"] else match[0])
    if not found and pay and (pay[0].period == "day" or (pay[0].period == "hour" and is_agency)):
        found["contract"] = pay[0].quote or ""
    permanent = found.pop("permanent", "")
    if permanent and not {"full_time", "part_time", "contract", "fixed_term"} & set(found):
        found["full_time"] = permanent
    return tuple(Found(name, words or None) for name, words in found.items())


def _add(found: dict[str, str], words: str) -> None:
    for match in WORDS.finditer(words):
        if not NO.search(words, 0, match.start()):
            found.setdefault(match.lastgroup or "", match[0])
