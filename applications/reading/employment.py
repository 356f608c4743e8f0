"""How one is employed: full time, part time, under contract, for a fixed term, as an intern,
and the words for it. Pure."""

import re
from collections.abc import Sequence

from applications.reading.labels import Label
from applications.reading.looking import sentences_with
from applications.reading.quick import Quick
from applications.reading.shapes import Found, Pay

KINDS = (
    ("internship", r"\bintern(?:ship)?\b|\bwerkstudent|\bpraktikum\b|\bplacement student\b"),
    (
        "contract",
        r"\blabou?r hire\b|(?<!permanent )(?<!employment )(?<!term )(?<!term/)(?<!type of "
        r")(?<!purpose )\bcontract(?:or)?\b(?!\s?(?:type|agents?\b|staff\b|"
        r"s\b|manage|negot|review|admin|term\b|law|value))|\bfreelance\b|\bself[- ]employed\b|\bb2b\b|\bc2c\b|"
        r"\bcorp[- ]to[- ]corp\b|"
        r"\bw-?2\b|\b1099\b|\b(?:inside|outside) (?:of )?ir35\b|\bumbrella\b|\bday[- ]rate\b|\bc2h\b|"
        r"\binterim\b(?! (?:top|secret|sc|ts|clearance)\b)|"
        r"\bfreiberuf",
    ),
    (
        "fixed_term",
        r"\bfixed[- ]term\b|\b(?:specified|specific|fixed)[- ]purpose\b|\bmaternity leave\b(?=,| \(|\))|"
        r"\bftc\b|\bmaternity (?:cover|leave cover)\b|\bparental leave cover\b|\btemporary\b|"
        r"\btemp\b|\btemporaire\b|\bsecondment\b|\blimited[- ]term\b|"
        r"\bterm appointment\b|(?<!long[ -])(?<!short[ -])\bterm[,:]? (?:of )?\d{1,2}[ -](?:months?|years?)\b|"
        r"\b(?:specified|determinate) period\b|(?<!long[ -])(?<!short[ -])\bterm\b(?: ?[-–(] ?| )(?:until|ending|up "
        r"to)\b|\bterm-limited\b|\bbefristet|\bcdd\b|\bseasonal\b|\bnot to exceed\b|"
        r"\btime-limited\b|\bcontract agent\b|\btemporary agent\b|\b(?:one|two|three|four|five|"
        r"\d)[- ]year (?:(?:renewable|extendable) )?(?:post|appointment|contract|position|role|"
        r"term)\b|\bnon-ongoing\b|\bfixed term\b|\bspecified[- ](?:term|purpose)\b",
    ),
    (
        "full_time",
        r"\bfull[- ]?time\b|\bvollzeit\b|\bft\b|\btemps (?:plein|complet)\b|\bfulltime\b|\bwhole[- ]?time\b|"
        r"\bfull[- ]time equivalent\b|"
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
WORDS = Quick("|".join(f"(?P<{name}>{pattern})" for name, pattern in KINDS))
# In a sentence these words mean other things too, unless they speak of the job.
OF_THE_JOB = re.compile(
    r"\b(?:this|the|a|an|our|on|as|is|it\u2019s|it's)\s(?:is\s)?(?:a\s|an\s)?(?:\d+[- ]months?\s|\w+[- ]months?\s|"
    r"new\s|initial\s|salaried\s|remote,?\s|hybrid,?\s|exempt,?\s){0,2}"
    r"(?P<words>(?:permanent|full[- ]?time|part[- ]?time|fixed[- ]term|temporary|contract|freelance|b2b|interim|"
    r"internship)\b(?:[,/]?\s(?:and\s|or\s)?(?:permanent|full[- ]?time|part[- ]?time|fixed[- ]term|salaried|"
    r"contract|employee|exempt|basis|ongoing))*)"
    r"(?=\s?(?:role|position|job|post|contract|employment|opportunity|basis|employee|vacancy|assignment|in\b|at\b|"
    r"with\b|,|\.|\(|for|appointment|engagement|placement|$))|"
    r"(?:^|(?<=[.!?]\s)|(?<=employed )|(?<=working )|(?<=, ))(?P<start>(?:temporary,? )?(?:full|part)[- ]time|"
    r"permanent|temporary|temporaire, temps (?:complet|plein|partiel))\b(?=[.,;]|\s(?:role|position|job|post|"
    r"contract)\b)|"
    r"\((?P<aside>(?:freelance|permanent|contract|full[- ]?time|part[- ]?time|fixed[- ]term|temporary|"
    r"interim)\b[^()\n]{0,60})|"
    r"\b(?:it is|it's|it\u2019s|this is|the (?:post|job|role|position) is) (?P<is>permanent|full[- ]time|"
    r"part[- ]time|temporary)\b|"
    r"\b(?P<term>(?:\d+|one|two|six|twelve|nine|three|four|eighteen)[- ](?:months?|year)[- ](?:(?:renewable|"
    r"extendable) )?(?:post|appointment|"
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
    "fixed",
)
STEMS = (
    *STEMS_OF_TERMS,
    "permanent",
    "part-time",
    "part time",
    "temporary",
    "temporaire",
    "freelance",
    "interim",
    "internship",
)
EMPLOYED = re.compile(
    r"\b(?:permanent|unlimited|open-ended|indefinite)\b(?:,? (?:full|part)[- ]time)?,? $", re.IGNORECASE
)
# Said of a time behind the job, not of the person.
LIMITED = re.compile(
    r"\b(?:this|it) is an? [^.;\n]{0,40}\b(?:position|post|role|appointment)\b[^.;\n]{0,40}"
    r"\bfor (?:\d{1,2}|two|three|four|five|six|nine|twelve|eighteen) (?:months|years)\b|"
    r"(?:,\s|\bfor an? |\b(?:on|is) an? )(?:fixed |initial |limited )?term of (?:\d{1,2}|one|two|three|four|five|six|"
    r"nine|twelve|eighteen) (?:months?|years?)\b|"
    r"\b(?:position|role|job|contract|post|employment)\b[^.;\n]{0,25}\blimited (?:to|for) (?:\d{1,2}|two|three|four|"
    r"five|six|nine|twelve|eighteen) (?:months|years)\b|"
    r"\b(?:start|starts|begin|begins|offer|offers|get|receive|sign|is) [^.;\n]{0,25}\b(?:contract|appointment) (?:for|"
    r"of) (?:\d{1,2}|one|two|three|four|five|six|nine|twelve|eighteen) (?:months?|years?)\b",
    re.IGNORECASE,
)
STEMS_OF_LIMITS = ("limited", "term of", "this is a", "it is a", "contract for", "contract of", "appointment ")
# Said of the work beside what the data of a job board says: "140 zł an hour on B2B".
ON_B2B = re.compile(
    r"\b(?:on|via|under|or)(?: an?)? b2b(?: contracts?| basis| agreement| cooperation)?(?=[.,;)/]|\s*$|\s(?:or|and)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# What means something behind these labels only.
TERM = (("fixed_term", r"(?:term|limited|time-limited)\b"),)
FTE = (
    ("full_time", r"(?:[\d.,]+ ?%?\s?(?:-|\u2013|to)\s?)?(?:1(?:[.,]0+)?|100 ?%)(?![\d.,])"),
    ("part_time", r"0?[.,][2-9]|[2-9]\d ?(?:%|(?:-|\u2013|to) ?\d{2,3} ?%)"),
)
# "32 to 38 per week (0.84-1.0 FTE)"
HOURS = (
    ("full_time", r"[^\n]*\b1(?:[.,]0+)?\s?FTE\b"),
    ("part_time", r"[^\n]*(?<![\d.,])0[.,][2-9]\d?\s?(?:FTE|-|\u2013|to)"),
)
LIMITED_JOB = re.compile(
    r"(?:this|it|the (?:role|job|post|position)|a|is)\s(?:is\s)?(?:a\s)?(?:\w+[- ]){0,2}?(?:fixed[- ]term|temporary)\s"
    r"(?:role|position|job|post|contract|appointment)\b",
    re.IGNORECASE,
)
OF_LABELS = {
    "status": TERM,
    "job status": TERM,
    "appointment": TERM,
    "appointment type": TERM,
    "type of appointment": TERM,
    "fte": FTE,
    "workload": FTE,
    **dict.fromkeys(("hours", "weekly hours", "contract hours", "working hours", "hours of work"), HOURS),
}
LENGTHS = frozenset(
    {"duration", "contract duration", "contract length", "contract term", "term", "initial term", "tenure"}
)
LENGTH = re.compile(
    r"(?:fixed (?:term )?(?:for |of )?)?"
    r"(?:\d{1,2}|one|two|three|four|five|six|nine|twelve|eighteen)\s(?:\(\d\)\s)?(?:months?|years?)\b",
    re.IGNORECASE,
)
NO = re.compile(r"\b(?:no|not|never|non|without|isn't|isn\u2019t|neither)\b[^.;|·•]{0,25}$", re.IGNORECASE)


def read_employment(
    top: Sequence[str], labels: Sequence[Label], text: str, pay: Sequence[Pay], *, is_agency: bool
) -> tuple[Found, ...]:
    """Every type that is stated, in the order of the posting; "permanent" without hours is full time."""
    found: dict[str, str] = {}
    for label in labels:
        _add(found, label.value)
        for name, pattern in OF_LABELS.get(label.name, ()):
            if re.match(pattern, label.value, re.IGNORECASE):
                found.setdefault(name, label.value)
    if not found:
        for line in top:
            if len(line) <= 160:
                _add(found, line)
    where = sentences_with(text, STEMS if not found else STEMS_OF_TERMS)
    for match in (match for start, end in where for match in OF_THE_JOB.finditer(text, start, end)):
        words = match["words"] or match["start"] or match["term"] or match["aside"] or match["is"] or match["other"]
        is_limited = LIMITED_JOB.match(text, match.start()) is not None
        if not found or is_limited or (match["term"] or match["other"]):
            _add(found, words if not match["words"] else match[0])
    if not {"contract", "fixed_term", "permanent"} & set(found) and (limit := limit_in(text)):
        found["fixed_term"] = limit
    if not found and pay and (pay[0].period == "day" or (pay[0].period == "hour" and is_agency)):
        found["contract"] = pay[0].quote or ""
    for label in labels:
        if label.name in LENGTHS and LENGTH.match(label.value) and not {"contract", "fixed_term"} & set(found):
            found["contract" if is_agency else "fixed_term"] = label.value
    permanent = found.pop("permanent", "")
    if permanent and not {"full_time", "part_time", "contract", "fixed_term"} & set(found):
        found["full_time"] = permanent
    return tuple(Found(name, words or None) for name, words in found.items())


def limit_in(text: str) -> str:
    """The words by which a sentence limits the job to a time; "" where none does."""
    found = (LIMITED.search(text, start, end) for start, end in sentences_with(text, STEMS_OF_LIMITS))
    return next((limit[0] for limit in found if limit), "")


def _add(found: dict[str, str], words: str) -> None:
    for match in WORDS.finditer(words):
        if match[0].lower() == "contract" and EMPLOYED.search(words, 0, match.start()):
            # "A permanent, full-time contract" is that of an employee.
            continue
        if not NO.search(words, 0, match.start()):
            found.setdefault(match.lastgroup or "", words[match.start() : match.end()])
