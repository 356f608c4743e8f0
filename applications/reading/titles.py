"""The title of a job, as written, without its reference number, place, employer and terms. Pure."""

import re
from collections.abc import Sequence

# The nouns of which a title has one.
ROLE = re.compile(
    r"\b(?:manager(?:in)?|lead(?:er)?|director(?:in)?|coordinator|co-ordinator|master|(?-i:TPM|PMO?)|owner|head of|"
    r"engineer|analyst|specialist|consultant|officer|"
    r"administrator|producer|architect|developer|planner|scheduler|controller|supervisor|president|principal|chief|"
    r"associate|expert|coach|strategist|"
    r"projektleiter(?:in)?|projektmanager(?:in)?|projectmanager|projectleider|chef(?:fe)? de projet|intern|"
    r"advis[eo]r|partner|technician|assistant|expeditor|kierownik|jefe|gerente|leiter(?:in)?)\b",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\s*[\[(]?\s*\b(?:ref(?:erence)?|req(?:uisition)?|job|vacancy|posting|id|jr|r|no|nr)\b\.?\s*(?:id|no|number|"
    r"code|ref|nr)?\.?\s*[:#-]?\s*[A-Z]{0,5}[-_/]?\d[\w/-]{2,}\s*[\])]?|\s*[\[(]\s*[A-Z]{0,5}[-_/ "
    r"]?\d[\w/-]{2,}\s*[\])]|\s*#\s?\d{3,}|\s[-\u2013|]\s[A-Z]{0,4}-?\d{4,}\s*$",
    re.IGNORECASE,
)
# Behind a dash or in brackets: how one works there, for how long, whether people apply; no part of the title.
TERMS = (
    r"(?:contract(?:or)?|permanent|perm|full[- ]?time|part[- ]?time|regular|"
    r"remote|fully remote|hybrid|on-?site|fixed[- "
    r"]term|ftc|temporary|interim|freelance|contract[- ]to[- ]hire|c2h|b2b|w2|"
    r"\d+[- ]months?(?: (?:contract|ftc|fixed[- ]term|fixed term contract|temporary))?|(?:inside|outside) ir35|"
    r"urgent|new|hiring|immediate(?: start| joiners?)?|maternity cover|cdi|cdd|stage|alternance|unbefristet|befristet|"
    r"remote possible|usa?|uk|eu|emea|supervisory[^)]*|visa sponsorship[^)]*|(?:\d+|one|two|three) (?:positions?|"
    r"openings?|posts?|vacanc(?:y|ies))|sc cleared|ref[^)]*|req[^)]*|"
    r"[\d.,]+(?:\s?[-\u2013]\s?[\d.,]+)?\s?(?:fte|%)|contract agent[^)]*|temporary agent[^)]*|function group[^)]*|"
    r"(?:\w+ )?level \w{1,3}|a|all genders?|"
    r"gs[- ]?\d+|band \d\w?|grade \w+|£[^)]*|\$[^)]*|€[^)]*|up to [^)]*)"
)
TAIL = re.compile(
    r"\s+(?:role|position|vacancy|opportunity|opening)\s*$|"
    rf"\s*(?:[-\u2013—|,·•/:]+\s*{TERMS}|[(\[]\s*(?:{TERMS})(?:\s*[,/|"
    rf"\u2013-]\s*(?:{TERMS}))*\s*[)\]])\s*$",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"^(?:\[[^\[\]]{2,40}\]\s*)+|^\W*(?:(?:class|classification|working|official|payroll) title|classification|"
    r"mission|assignment|opdracht|"
    r"vacature|"
    r"vacancy notice|stellenangebot|job title|designation|subject|re|fwd?|need|requirement|opening|"
    r"job opportunity|(?:immediate|urgent) (?:need|requirement|opening|hire|hiring)|post|position|role|title|"
    r"job|vacancy|we(?:'|\u2019)?re "
    r"hiring|we are hiring|now "
    r"hiring|hiring|wanted|poste|stelle|functie|urgent|job opening|job posting|"
    r"job description|apply (?:now )?for|"
    r"application for)\s*[:!\u2013-]+\s*(?:an?\s)?|"
    # "Contract Technical Project Manager": how one is employed; a contract manager looks after contracts.
    r"^(?:contract|freelance|permanent|temporary)\s(?=(?:(?:senior|lead|junior|sr\.?)\s)?(?:technical|it|agile|"
    r"delivery|"
    r"digital|software|infrastructure|program(?:me)?|project|scrum|product|release)\b)",
    re.IGNORECASE,
)
AT = re.compile(
    r"\s(?:at|@|bei|chez)\s(?P<employer>[A-Z0-9][^,;|(]{1,60}?)(?:\s*\([^()]*\))?$|\s+\|\s+(?P<other>[^|]{2,60})$"
)
SENTENCE = re.compile(
    r"[.!?]$|\b(?:we|you|your|our|is|are|will|who|must|looking|join|please|this|have|has|years|"
    r"report(?:s|ing)? to|experience)\b|(?<!\b[SJDM]r)(?<!\bSt)[.!?]\s",
    re.IGNORECASE,
)
NOT_TITLE = re.compile(
    r"^(?:about|apply|share|save|home|skip|posted|reposted|promoted|location|salary|pay|rate|reports? to|"
    r"department|team|duration|start|employer|company|meet|show|set alert|see who|back to|similar|"
    r"search|sign in|log ?in|menu|job (?:id|ref|number|description|summary|family|highlights|function|category|"
    r"level|grade)|reference|grade|contact|recruiter|hiring manager|line manager|responsible to|accountable to|"
    r"office of|industry|role category|closing|level|function|business unit|division|open positions|all jobs)\b|"
    r"logo$|\S@\S|https?:",
    re.IGNORECASE,
)
# Parts of a subject or of a path: "Jobs / Delivery / Manager", "Opening || Manager || Pune".
PARTS = re.compile(r"(?:\s+(?:\|+|[/\u203a»>·•])\s+|\s{3,}|\t)(?![^()]*\))")
WORD = r"[A-Z][\w/&+#.-]*"
SOUGHT = re.compile(
    r"\b(?:[Nn]eeds?|[Ss]eeking|[Ll]ooking (?:for|to hire)|[Hh]iring|[Rr]ecruiting|[Ss]earch(?:ing)? for|(?:role|"
    r"position|post) of|[Jj]oin us as|"
    r"[Ss]ucht|[Ss]uchen)\s(?:for\s)?(?:an?|our|the|their|another|eine?n?)?\s?"
    rf"(?P<title>{WORD}(?:\s(?:(?:of|and|for|&|-|\u2013)\s)?{WORD}){{0,6}})"
)
# Brackets that hold more than a word on the title, and those at the end of a subject.
ASIDE = re.compile(r"\s*\([^()]*(?:[:;]|[.!?]\s)[^()]*\)$")
INSIDE = re.compile(r"\((?P<title>[A-Z][^(),;:]+)(?:[,;:](?P<rest>[^()]*))?\)$")
LONGEST = 110
# "Umzi Mutual Bank: Project Manager"
BEFORE_TITLE = re.compile(
    r"(?P<employer>[A-Z][\w&.'\u2019-]*(?: (?:(?:of|and|the|&) )?[A-Z][\w&.'\u2019-]*){1,5}): (?=[A-Z])"
)


# At either end of a line.
PICTURES = re.compile(
    r"^[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\s]+|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\s]+$"
)


def title_in(line: str) -> str:
    """The title that a line is or has among its parts, cleaned; "" where it has none."""
    parts = PARTS.split(line)
    if len(parts) == 2 and " / " in line and all(ROLE.search(part) for part in parts):
        # "Scrum Master / Project Lead" is one title.
        return _title(line)
    return next(filter(None, map(_title, parts)), "")


def _title(line: str) -> str:
    line = ASIDE.sub("", line.strip().strip("*#_ ")).strip()
    if not 2 <= len(line) <= LONGEST or not ROLE.search(line) or NOT_TITLE.search(line):
        return ""
    if (named := BEFORE_TITLE.match(line)) and not HEAD.match(line) and not ROLE.search(named["employer"]):
        line = line[named.end() :]
    title = cleaned(line)
    if title[:1].islower() and (inside := INSIDE.search(title)):
        # "short question about an assignment (Scrum Master, Leeds)"
        title = inside["title"]
    return title if title and ROLE.search(title) and not SENTENCE.search(title) else ""


# The same in small letters, in one of the first sentences.
SOUGHT_SMALL = re.compile(
    r"\b(?:needs?|seeking|wants?|looking (?:for|to hire)|hiring|searching for|in search of) (?:an?|our|another) "
    r"(?P<title>(?:(?:senior|lead|principal|junior|technical|it|agile|delivery|software|program(?:me)?|project|product|"
    r"engineering|implementation|release|scrum|digital|infrastructure|data|hands-on)[ -])+"
    r"(?:manager|lead|leader|master|coordinator|director|owner))\b"
)
OPENING = 400


def title_in_sentence(text: str) -> str:
    """The title in "we are looking for a Delivery Manager"; "" where no sentence has one."""
    for found in SOUGHT.finditer(text[:3000]):
        if ROLE.search(found["title"]) and not SENTENCE.search(found["title"]):
            return found["title"].strip(" -,.")
    small = SOUGHT_SMALL.search(text[:OPENING])
    return small["title"] if small else ""


def cleaned(line: str, *, without: Sequence[str] = ()) -> str:
    """A title without what is no part of it. ``without``: the places and the employer, where they are known."""
    title = HEAD.sub("", PICTURES.sub("", line).strip().strip("*#_ "))
    title = REFERENCE.sub("", title)
    for _ in range(5):
        before = title
        title = TAIL.sub("", title)
        if found := AT.search(title):
            title = title[: found.start()]
        for words in without:
            if words.lower() not in title.lower():
                continue
            title = re.sub(
                rf"\s*(?:[-\u2013—|,·•@]|\bat\b|\bin\b|\bfor\b)\s*{re.escape(words)}\s*$|"
                rf"\s*\(\s*{re.escape(words)}\s*\)\s*$",
                "",
                title,
                flags=re.IGNORECASE,
            )
            title = re.sub(rf"^{re.escape(words)}\s*[-\u2013—|:·•]\s*", "", title, flags=re.IGNORECASE)
        title = title.strip(" -\u2013—|,·•:\t\u00a0")
        if title == before:
            break
    return title


def employer_behind(line: str) -> str:
    """Of "TPM at Lumen & Larch" the employer; "" where the line names none."""
    named = BEFORE_TITLE.match(line.strip())
    if named and not HEAD.match(line) and not ROLE.search(named["employer"]) and ROLE.search(line[named.end() :]):
        return named["employer"]
    found = AT.search(REFERENCE.sub("", line.strip()))
    return (found["employer"] or "").strip(" .!") if found else ""
