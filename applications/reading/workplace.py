"""Whether a job is done at a place, from anywhere, or some days here and some there,
and the words that say so. Pure."""

import re
from collections.abc import Sequence

from applications.reading.labels import Label
from applications.reading.looking import sentences_with
from applications.reading.quick import Quick
from applications.reading.shapes import Found

DAYS = r"(?:\d|one|two|three|four|a few|some)(?:\s?(?:-|\u2013|to|or)\s?(?:\d|two|three|four|five))?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri)days?"
# What is said of a day of the week is said of the job holder.
OF_A_DAY = re.compile(rf"{WEEKDAY}\s", re.IGNORECASE)
# In this order: what is said outright, then what follows from days and shares.
HYBRID = Quick(
    rf"\b{DAYS}\sdays?(?:\s(?:a|per|each)\s(?:week|month))?\s(?:may|can|could|will)\s(?:also\s)?be\s(?:worked|done|"
    rf"spent)\s"
    rf"(?:from|at|in)\s(?:home|the office)|"
    rf"\b(?:\d|ein(?:en)?|zwei|drei|vier)(?:\s?(?:-|\u2013|bis)\s?(?:\d|zwei|drei|vier))?\stage?n?\s(?:pro|in der|die|"
    rf"je|"
    rf"/)\s?woche\s(?:\w+\s){{0,2}}?(?:im büro|vor ort|homeoffice|home office|remote|mobil|von zu ?hause|zu hause)|"
    rf"\b(?:\d|un|deux|trois|quatre)\sjours?\s(?:par|/)\s?semaine\s(?:\w+\s){{0,2}}?(?:au bureau|sur (?:site|place)|"
    rf"en télétravail|à distance)|"
    rf"\bh[ií]brid[oa]\b|\bhybride?\b(?!\s(?:cloud|infrastructure|environment|it\b|agile|method|approach|projects?|"
    rf"delivery|waterfall|"
    rf"vehicle|app|data|integration|"
    rf"model of|architecture|mobile|framework|agile|search|solution|deployment|platform|network|engine|car))|"
    rf"\b{DAYS}\s(?:set |fixed |anchor |core )?(?:days?|x)\s?(?:(?:a|per|each|every)\s(?:week|month|fortnight)|"
    rf"/\s?(?:week|wk)|weekly|p/?w)?\s?"
    rf"(?:\w+\s){{0,2}}?(?:in|at|from|on)[ -](?:(?:the|our|a|one of our|your)\s)?(?:\w+\s){{0,2}}?(?:office|site|"
    rf"hq|hub|home|location|person)s?\b|"
    rf"\bblended working|\bwfh\b\W{{1,3}}\d days?\b|\b(?:in|at) (?:the|our) (?:studio|lab|workshop|plant|"
    rf"clinic|building|campus|depot|office|hospital|newsroom)\s"
    rf"{DAYS}\sdays?\b|\b\dd(?:\s?(?:/|per|a)\s?(?:week|wk))?\s(?:on-?site|home|remote|office|wfh)\b|"
    rf"\b{DAYS}\stelework(?:ing)?\sdays?|\btelework(?:ing)?\s(?:of |up to |for |on )*{DAYS}\sdays?|"
    rf"\b{DAYS}\sdays?\sof\s(?:office|on-?site|remote|home|home ?office)[ -]?work|"
    rf"\b(?:in|office|site|on-?site)\s(?:on\s|for\s)?{DAYS}\sdays?\s(?:out of|in every|of)\s(?:five|5|the)|"
    rf"\b(?:come|be|work)\s(?:in|to|from|at)\s[^.\n]{{0,30}}\bmost days\b|"
    rf"\b(?:mobile|home|remote|flexible)[ -]?work(?:ing)?\s(?:on |for |up to |is )*{DAYS}\sdays?|"
    rf"\b{DAYS}\sdays?\s(?:\w+\s){{0,3}}(?:mobile|home|remote)[ -]?work|"
    rf"\bt[ée]l[ée]travail\s(?::\s)?(?:\w+\s){{0,2}}{DAYS}\sjours?|\bteletrabajo\s(?:\w+\s){{0,2}}{DAYS}|"
    rf"\b{DAYS}\sdays?\s(?:on-?site|remote|in office|from home|wfh|home)\b|"
    rf"\b{DAYS}\s(?:days?\s)?(?:work from office|wfo|office days|remote days|home ?office)\b|"
    rf"\b(?:office|on-?site|in[- ]person)\s(?:\w+\s){{0,3}}?{DAYS}\s(?:days?|times)\b|"
    rf"\boffice\s(?:\w+\s){{0,3}}?(?:on\s)?{WEEKDAY}(?:\s(?:and|,|&)\s{WEEKDAY})?|"
    rf"\b\d\d\s?%\s(?:\w+\s){{0,4}}?(?:office|remote|home|on-?site|homeoffice)|\b(?:office|site|"
    rf"offices)\sfor\s(?:\w+\s){{0,3}}?\d\d\s?%|"
    rf"\b(?:rest|remainder|balance)\s(?:of the week\s)?(?:is\s)?(?:remote|from home|at home)|\bpart(?:ly|ially|[- "
    rf"]time)[ -](?:remote|from home)|"
    rf"\bmix of (?:home|remote|office|on-?site)|\bblend of (?:home|remote|office)|\bremote(?:/|\s?(?:&|"
    rf"and)\s)(?:on-?site|office)|"
    rf"\bup to {DAYS} days (?:\w+ )?(?:remote|from home|telework|at home|mobile)|\btelework (?:is )?(?:allowed|"
    rf"available|eligible|permitted)|"
    rf"\btele-?work(?:ing)?\s(?:is\s|for\s|of\s|on\s|up to\s|possible\s|allowed\s)*{DAYS}\sdays?|"
    rf"\b{DAYS}\s(?:tele-?work(?:ing)?|home[- ]working|home[- ]?office|wfh|anchor|office)\s?days?\b|"
    rf"\b{DAYS}\sdays?\s(?:a week\s|per week\s|weekly\s)?(?:of\s)?(?:home[- ]?office|office|tele-?work|remote|wfh)\b|"
    rf"\bwfh\s?:?\s(?:\w+\s){{0,2}}?{DAYS}\sdays?|"
    rf"\b{WEEKDAY}\s(?:are |is )?(?:from home|at home|remote(?:ly)?|wherever|from anywhere|home ?office)\b|"
    rf"\b\d\s?d\s?/\s?(?:week|wk)\s(?:on-?site|office|remote|home)|"
    rf"\bwork(?:ing)? (?:from|at) home\s(?:\w+\s){{0,5}}?{DAYS}\sdays?|"
    rf"\b{DAYS}\sdays?\s(?:a|per|each)\s(?:week|month)\s(?:on-?site|remote|wfh)\b|"
    rf"\b{DAYS}\s(?:anchor|fixed|core|team)\sdays?\b|"
    rf"\b(?:on-?site|remote|office|wfh|home)[ ,:](?:on )?(?:mon|tue|wed|thu|fri)[a-z]{{0,6}}\b|"
    rf"\bin \w+(?: \w+)? on {WEEKDAY}(?:,? and {WEEKDAY})?\b|"
    rf"\bwork(?:s|ing)? from home (?:on |for )?the (?:other|remaining|rest)\b|"
    rf"\b(?:to|on|at) (?:the |our )?site\s(?:\w+\s){{0,2}}?{DAYS}\sdays?\s(?:a|per|each|every)\s(?:week|fortnight)|"
    rf"\bon-?site\b[^.\n]{{0,40}}\bthen\s(?:on\s)?(?:{WEEKDAY}|{DAYS}\sdays?)\b|"
    rf"\bblended[- ]work(?:ing)?\b|\b(?:agile|smart)[- ](?:working|work)\b(?=[^.\n]{{0,40}}\bdays?\b)|"
    rf"\bin (?:the|our) (?:studio|lab|plant|workshop|hangar|branch|showroom)\s{DAYS}\sdays\b|"
    rf"\b(?:office|studio|site|come in)\s(?:on\s|from\s|every\s)?(?:{WEEKDAY}|mon|tue|wed|thu)\s?(?:to|through|"
    rf"and|-|\u2013|&|,)"
    rf"\s?(?:{WEEKDAY}|wed|thu|tue)\b|"
    rf"\b{DAYS} (?:tage?|jours?|dagen)\s(?:\w+\s){{0,3}}?(?:homeoffice|home ?office|mobil|remote|büro|télétravail|"
    rf"thuis)|\bmobiles? arbeiten\b"
)
REMOTE = Quick(
    r"\b(?:fully|100\s?%|entirely|completely|permanently) remote\b|\bremote[- ](?:first|only)\b|\b(?:this|it|the "
    r"(?:role|job|position)|role|position|job|work) (?:is|can be done) (?:a )?"
    r"(?:fully |entirely |100% )?remote(?:ly)?\b(?!\s(?:sites?|teams?))|\bremote (?:role|position|job|contract|"
    r"opportunity|working|work from)\b|\bwork(?:ing)? (?:remotely )?from (?:anywhere|home full)|"
    r"\bremote,? (?:within|in|across|anywhere|from)\b|\banywhere in (?:the )?[A-Z]|\bfully distributed\b|\bwork "
    r"remotely\b|\bhome[- ]based (?:role|position|contract)\b|\b100\s?% home ?office|\bwe (?:are|work) (?:all "
    r")?remote\b|"
    r"\bor remote(?:ly)?\b|\bremote or\b|\bno office\b"
)
ON_SITE = Quick(
    r"\bdoes not (?:offer|allow|include|support|permit) (?:\w+ )?(?:remote|telework|hybrid|home)|\bwfo (?:all|"
    r"\(?5|five)|\bwork from office (?:all|\(?5|five|only)|\ball (?:5|five) days\b|\b(?:fully|100\s?%|"
    r"full[- ]time|entirely) (?:on-?site|in[- ]office|office[- ]based|in the office|on site)\b|\b(?:no|not a|not) "
    r"(?:remote|telework|hybrid|home ?office)\b|\bnot (?:eligible for|open to|suitable for) (?:\w+ )?(?:remote|"
    r"telework|home)|"
    r"\b(?:does not|doesn't|doesn\u2019t|do not|don't|don\u2019t|cannot|can't|can\u2019t) (?:offer|allow|permit|"
    r"support|have|include)"
    r"(?: any)? (?:remote|tele-?work|home[- ]?(?:working|office)|hybrid|work(?:ing)? from home)|"
    r"\b(?:remote|telework|home)[ -]?(?:work(?:ing)? )?(?:is )?(?:not|isn't|isn\u2019t) (?:available|possible|"
    r"offered|an option|permitted|allowed|eligible)|\b(?:five|5) days (?:a|per|each) week (?:in|at|on)|\bon-?site "
    r"(?:only|role|position|five|5|every|monday|at our|at the|in our)|"
    r"\b(?:five|5) days (?:\w+ )?(?:on-?site|in[- ](?:the )?office|in person|on site)|\bin[- ]person (?:role|"
    r"position|only|job)\b|\boffice[- ]based (?:role|position)\b|\bcannot be (?:done|performed) remotely|\b(?:role|"
    r"position|job|work) (?:is|must be) (?:done |performed )?(?:on-?site|in[- ]person|on site|in[- ]office)\b"
)
# How much may be done from home, behind a label that says no more.
IN_PART = re.compile(rf"(?:up to |max(?:imum|\.)? |about )?(?:{DAYS} days?\b|\d\d ?%)", re.IGNORECASE)
NO_HYBRID = re.compile(r"\b(?:no|not|never|without) (?:a )?(?:hybrid|remote|home ?office|wfh)\b(?! only)")
BARE = (
    ("hybrid", re.compile(r"hybrid|telework|flexib|some remote|part(?:ly|ial)", re.IGNORECASE)),
    (
        "no",
        re.compile(
            r"on-?site|on site|in[- ]?(?:the )?office|from (?:the )?office|\bwfo\b|in[- ]person|office[- ]based|"
            r"^no\b|not remote|not "
            r"eligible|^none\b|vor ort|präsenz",
            re.IGNORECASE,
        ),
    ),
    (
        "yes",
        re.compile(
            r"remote|home[- ]?based|work from home|wfh|^yes\b|anywhere|telecommut|distributed|homeoffice", re.IGNORECASE
        ),
    ),
)
NOT_OWN = re.compile(
    r"customers?|clients?|stakeholders|sites|teams|colleagues|monitoring|access|hybrid[- "
    r"](?:cloud|agile)",
    re.IGNORECASE,
)


def read_workplace(top: Sequence[str], labels: Sequence[Label], text: str) -> Found:
    """One of ``REMOTE`` of shapes. ``top``: the lines of the posting's head; what they say counts before ``text``."""
    if labels and (found := _labeled(labels)):
        return found
    for line in top:
        if found := _way_of_line(line):
            return found
    return _in_sentences(text)


def way_of(words: str) -> str:
    """The way of working that a few words name; "" for none."""
    if HYBRID.search(words):
        return "hybrid"
    return next((way for way, pattern in BARE if pattern.search(words)), "")


def _labeled(labels: Sequence[Label]) -> Found | None:
    """What fields such as "Location type" or "Remote job" and "Telework eligible" say together."""
    said: dict[str, Label] = {}
    for label in labels:
        value = label.value.strip().lower()
        if NO_HYBRID.search(value):
            said.setdefault("no", label)
            continue
        is_telework = "telework" in label.name or label.name in ("flexible working", "home office", "homeoffice")
        if re.match(r"(?:yes|y|true|eligible|ja)\b", value):
            partly = is_telework or HYBRID.search(value)
            said.setdefault("hybrid" if partly else "yes", label)
        elif re.match(r"(?:no|n|false|none|not)\b", value):
            said.setdefault("no", label)
        elif is_telework and IN_PART.match(value):
            said.setdefault("hybrid", label)
        elif way := way_of(value):
            said.setdefault(way, label)
    way = next((way for way in ("hybrid", "yes", "no") if way in said), "")
    return Found(way, said[way].value) if way else None


def _way_of_line(line: str) -> Found | None:
    """What a line of the head says: "Hybrid", "Leeds (hybrid)", "Remote - United States"."""
    if len(line) > 160:
        return None
    if found := ON_SITE.search(line):
        return Found("no", line[found.start() : found.end()])
    if (found := HYBRID.search(line)) and not NOT_OWN.search(line):
        return Found("hybrid", line[found.start() : found.end()])
    if found := REMOTE.search(line):
        return Found("yes", line[found.start() : found.end()])
    found = re.search(
        r"(?:^|[(\[|·•,;:/\u2013—-]\s?|\s{2})(?P<way>(?:fully )?remote|on-?site|on site|in[- ]office|in[- ]person|"
        r"work from home|wfh|home[- ]based|office[- ]based|homeoffice)\s?(?=$|[)\]|·•,;/\u2013—:-]|\s[\u2013—|(-]|"
        r"\s{2}|\s(?:us|uk|within|in|with|from|only|or|based|but|first|(?-i:[A-Z]{2}))\b)",
        line,
        re.IGNORECASE,
    )
    if found and not NOT_OWN.search(line):
        return Found(way_of(found["way"]), found["way"])
    return None


# One of these stands in every sentence that the patterns above can find anything in.
STEMS = (
    "hybrid", "remote", "office", "site", "home", "wfo", "telework", "anywhere", "person", "distributed", "mobil",
    "büro", "studio", "anchor", "wfh", "blended", "come in", "lab", "plant", "hangar", "branch", "workshop",
    "fixed day", "core day", "team day", "agile work", "smart work", "showroom",
    "hub", "hq", "télétravail", "thuis", "all 5 days", "all five days", "most days", "days out of", "5 days",
    "five days", "be worked", "be spent", "be done", "woche", "semaine",
)  # fmt: skip


def _in_sentences(text: str) -> Found:
    """The first kind in which a sentence of the posting says it; what is said of others than the job holder is left."""
    where = list(sentences_with(text, STEMS))
    for way, pattern in (("no", ON_SITE), ("hybrid", HYBRID), ("yes", REMOTE)):
        for at, match in ((start, match) for start, end in where for match in pattern.finditer(text[start:end])):
            start, end = at + match.start(), at + match.end()
            line = text[text.rfind("\n", 0, start) + 1 : end]
            if OF_A_DAY.match(text, start, end) or not re.search(
                r"\b(?:clients?|customers?|interview|stand-?ups?|workshops?)\b[^.]*$", line[-60:], re.IGNORECASE
            ):
                return Found(way, text[start:end])
    return Found("unknown")
