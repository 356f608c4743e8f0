"""The pieces of work that a posting names. Pure."""

import re
from collections.abc import Callable
from itertools import islice

from applications.reading import traps
from applications.reading.demand_words import STARTS
from applications.reading.heading_words import BENEFITS, COMPANY, DUTIES, HEAD, NEUTRAL, PREFERRED_PART, REQUIRED_PART
from applications.reading.marks import Placed
from applications.reading.quick import Quick
from applications.reading.sentences import parts, sentences
from applications.reading.verbs import begins_with_verb

# Sentences about the work whose subject holds the job.
_YOU_WILL = Quick(
    r"\b(?:(?:incumbents?|post ?holders?|job ?holders?)(?: (?:in|of|to) this \w+)?(?= (?!(?:of|in|at|who|whose|with|"
    r"from|assigned|must|should|is|are|has|"
    r"have|may|can|will|shall|would|needs?|holds?|possess\w*|reports?)\b)\w+)|you(?:['’]ll| will| would|"
    r"['’]d)|(?:the|this|our) (?:[\w&/-]+ ){0,6}?(?:manager|tpm|pm|pgm|lead|leader|master|worker|"
    r"candidate|incumbent|holder|person|director|coordinator|consultant|role|position|engineer|owner|jobholder|"
    r"job|specialist|officer|hire|contractor|individual|appointee|selectee|analyst|resource)s?(?: I{1,3}\b|"
    r" \d)?(?: of \w+(?: \w+)?)?(?: \([^)]*\))? (?:will|is "
    r"responsible for|shall|would|takes (?:charge|ownership|responsibility)|heads|guides|supervises|steers|leads|"
    r"manages|owns|coordinates|drives|oversees|runs|delivers|ensures|develops|"
    r"directs|builds|performs|plans)|(?<!\w)(?<!so )(?<!and )(?<!that )(?:they|he or she|she or he|"
    r"he/she) will(?! (?:be|have|ask|tell|"
    r"write back))|"
    r"as (?:an? |our |the )?(?:[\w/&-]+ ){1,7}you (?:take (?:over|on|charge)|lead|steer|manage|plan|own|drive|run|"
    r"coordinate|guide|ensure|deliver|are (?:responsible|accountable|in charge))|we(?:['’]d like| "
    r"would like|['’]ll ask| need| want) you to|your (?:job|mission|task|role|work|main task)s? (?:is|will be|"
    r"are) to|(?:sie|du) (?:werden|wirst|übernehmen|übernimmst|leiten|leitest|steuern|steuerst|planen|planst|"
    r"verantworten|verantwortest)|vous (?:serez|aurez|piloterez|assurerez|"
    r"coordonnerez))\b"
)
# The same in the present, beside a sentence that says so: "With the leads you choose the tools".
_YOU_DO = re.compile(
    r"(?:(?:with|together with|in|at|for|every|each|once|twice|from|then|and|here)\b[^.;,]{0,60}?,? )?"
    r"you (?:also |then |often )?(?P<does>[a-z]+)\b(?! (?:from home|remotely|by (?:the|our)))",
    re.IGNORECASE,
)
_VERB = re.compile(r"\s*(?P<verb>\w+)?(?:\s+(?P<next>\w+))?")
# What follows "you will" in sentences that are no work.
_NO_WORK = frozenset(
    [
        "prefer",
        "like",
        "apply",
        "expect",
        "choose",
        "have",
        "get",
        "receive",
        "report",
        "join",
        "find",
        "enjoy",
        "learn",
        "benefit",
        "need",
        "hear",
        "love",
        "thrive",
        "feel",
        "gain",
        "start",
        "meet",
        "earn",
        "belong",
        "notice",
        "inherit",
        "not",
        "never",
        "always",
        "sit",
        "split",
        "also",
        "probably",
    ]
)
_NOT_DONE = _NO_WORK - {"choose"}
_BE_BUT_NO_WORK = Quick(
    r"\bbe (?:part|based|working (?:from|in (?:a|our|the)|with (?:a team|smart|people)|alongside)|a member|able|"
    r"asked|invited|given|offered|paid|evaluated|contacted|assessed|supported|joining|reporting|one of|eligible|"
    r"rewarded|surrounded|employed|our first|expected|required|measured|judged|considered|scored|notified|an? "
    r"(?:key|integral|important|good|great|strong|part))\b"
)
_WORK_BE = Quick(
    r"\bbe the (?:first|single|main|only|primary) (?:point|person|port|contact|voice|face|line|stop)\b(?![^.]*\bwe "
    r"(?:hire|have|ever))|\bbe (?:responsible|accountable|in charge|the (?!first\b|only\b|newest\b|latest\b|"
    r"kind\b)\w+|leading|"
    r"managing|running|driving|owning|working on|coordinating|planning)"
)
_NOT_WORK = Quick(
    r"\W*(?:performs? (?:other |any )?related (?:work|duties)\b|(?:and |any |performs? )?(?:all |"
    r"any )?other (?:related )?(?:duties|tasks|responsibilities|work|assignments|activities|"
    r"projects)\b.*(?:assigned|required|needed|necessary|requested|given|directed|delegated|allocated|instructed)|"
    r"(?:performs? )?(?:additional|ad[- ]hoc|related) "
    r"(?:duties|tasks)|you(?:['’]ll| will)? (?:\w+ )?report(?:ing)? (?:in)?to\b(?! (?:the |our |a )?(?:\w+ ){0,4}"
    r"(?:committee|council|congress)\b)|reports? (?:in)?to\b(?![^.]*\b(?:every|each|monthly|weekly|"
    r"quarterly|daily|on (?!site\b|an? |matters\b|this|your|paper)\w+|committee|council|congress)\b)|reporting "
    r"(?:in)?to (?:the|our|a)\b(?![^.;]*, (?:you|the|this)\b[^.;,]* will\b)|this (?:role|position) reports|(?:this|"
    r"the) (?:job|role|position|post) (?:manages|"
    r"has|supervises|leads|carries|"
    r"comes with) no\b|(?:in|by|during|within|after|over) (?:your|the) "
    r"(?:first|end of)\b|team size|no (?:direct|line) report)"
)
# "The incumbent performs the following duties:"
_BEFORE_DUTIES = Quick(r"\bfollowing (?:\w+ )?(?:duties|tasks|functions|responsibilities|activities)\W*\Z")
_BROUGHT = re.compile(
    r"\b(?:onto|into|in (?:front|order|shape|production|service)|out of|over the line|live|talking|"
    r"moving|working|shipped|launched|delivered|done|agreed|approved|signed|ready|on track|under control)\b"
)
_FIRST_WEEKS = Quick(
    r"\b(?:in|during|over|by|after|within) (?:your |the )?first (?:\w+ )?(?:days?|weeks?|months?|quarter|"
    r"year(?! you(?:['’]ll| will| would) \w+ (?:the|our|an?)\b))\b|"
    r"^\W*(?:month|week|day|year) (?:one|two|three|\d)\b|by the end of (?:your|the) (?:first )?(?:\w+ )?(?:month|"
    r"week|year|quarter)"
)
_VERBLESS_INTRO = Quick(r"(?:as|in) (?:an?|our|the|this)\b[^.]{0,80}\byou(?:['’]ll| will)\W*\Z")


def duties_in(text: str, placed: Placed, taken: list[tuple[int, int]], *, listed: bool) -> list[tuple[int, int]]:
    """The duties of a line. ``taken``: its parts that are demands; ``listed``: whether the line is one of a list."""
    if placed.part not in (DUTIES, HEAD, NEUTRAL, COMPANY, BENEFITS, REQUIRED_PART, PREFERRED_PART):
        return []
    if _BEFORE_DUTIES.search(text[max(placed.start, placed.end - 60) : placed.end]):
        return []
    sentence_by_sentence = sentences(text, placed.start, placed.end)
    works = [_is_work(text[start:end], placed) for start, end in sentence_by_sentence]
    several = not placed.bullet and sum(works) > 1
    if placed.part == DUTIES and listed and not several:
        return _of_list(text, placed, taken, sentence_by_sentence)
    return [
        one
        for one in sentence_by_sentence
        if (_is_work(text[one[0] : one[1]], placed) or (any(works) and _does(text[one[0] : one[1]])))
        and not any(first < one[1] and one[0] < after for first, after in taken)
    ]


def _of_list(
    text: str, placed: Placed, taken: list[tuple[int, int]], inside: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    words = text[placed.start : placed.end]
    if _NOT_WORK.match(words) or _VERBLESS_INTRO.search(words):
        return []
    if not placed.bullet and len(words.split()) == 1:
        # What heads a column, and the shares of time in it.
        return []
    if words.rstrip().endswith(":") and not (len(words.split()) > 3 and begins_with_verb(words)):
        return []
    if traps.EEO.search(words) and not begins_with_verb(words):
        return []
    ours = words[:4].lower() == "our " and placed.bullet and not traps.NOT_THE_PERSON.match(words)
    if traps.SITE.match(words) or (
        traps.WE.match(words)
        and not ours
        and not re.match(r"we(?:['’]ll| will) (?:ask|want|need) you", words, re.IGNORECASE)
    ):
        return []
    if taken:
        # "Walk the sheds at dawn; you must hold a license": the work is what stands before the semicolon.
        inside = [part for one in inside for part in parts(text, *one)]
    free = [one for one in inside if not any(first < one[1] and one[0] < after for first, after in taken)]
    if taken and text[taken[0][0] - 1] == "(" and placed.start < taken[0][0] - 2:
        # "Coordination of the cutover (you must be there on weekends)"
        free = [(placed.start, taken[0][0] - 2)]
    free = [one for one in free if not _NOT_WORK.match(text[one[0] : one[1]])]
    if not free:
        return []
    if not placed.bullet and len(free) > 1 and all(begins_with_verb(text[start:end]) for start, end in free):
        # "Maintains the plan. Schedules meetings.": a list in one paragraph.
        return free
    if taken:
        return [(free[0][0], free[0][1])]
    return [(free[0][0], free[-1][1])]


def _does(words: str) -> bool:
    """Whether a sentence says in the present what the holder of the job does."""
    found = _YOU_DO.match(words)
    if not found or _NOT_WORK.match(words) or _FIRST_WEEKS.match(words) or found["does"].lower() in _NOT_DONE:
        return False
    return begins_with_verb(words[found.start("does") :]) and not traps.process_or_law(words)


def _is_work(words: str, placed: Placed) -> bool:
    if placed.part in (REQUIRED_PART, PREFERRED_PART):
        return False
    found = _YOU_WILL.search(words)
    if not found or _NOT_WORK.match(words) or _FIRST_WEEKS.search(words):
        return False
    if _says_work(words, found, placed):
        return True
    # "You would join us, and next year you will lead the move"
    second = next(islice(_YOU_WILL.finditer(words), 1, None), None) if ", and " in words else None
    return second is not None and _says_work(words, second, placed)


def _says_work(words: str, found: re.Match[str], placed: Placed) -> bool:
    if found.group().startswith("they") and traps.is_ours(words):
        return False
    after = _VERB.match(words, found.end())
    verb, follower = ((after["verb"] or "").lower(), (after["next"] or "").lower()) if after else ("", "")
    past = after.end() if after else found.end()
    if verb in ("also", "then", "probably", "mostly", "usually", "typically", "often", "always", "sometimes", "then"):
        verb = follower
    if verb == "get":
        # "You will get both lines onto one floor": what the holder brings about.
        return _BROUGHT.search(words, past) is not None
    if verb in _NO_WORK or not verb:
        return False
    if verb == "be" or (verb == "help" and placed.part == BENEFITS):
        return _WORK_BE.search(words) is not None and not _BE_BUT_NO_WORK.search(words)
    if verb == "work" and re.match(r"(?:from|remotely|in|at|for|hours|monday|flexibl|under)\b", follower):
        return False
    if re.search(r"\bnot\b", words[found.start() : past + 12]) or traps.process_or_law(words) in (
        "process",
        "visa",
    ):
        return False
    return not re.search(r"\byou(?:['’]ll| will| would) (?:have|get|receive|find|learn)\b", words[:past], re.IGNORECASE)


_YEARS = re.compile(r"\b\d+\+? ?(?:years|yrs)\b", re.IGNORECASE)
# A run of lines that begin with verbs is a list of duties, whatever stands above it.
_RUN, _SHARE, _HALF = 3, 0.7, 0.5


def with_listed_work(text: str, placed: list[Placed], says: Callable[[int, int], bool]) -> list[Placed]:
    """With lists under no known heading put among the duties where most of their lines begin with what is done."""
    out = list(placed)
    at = 0
    while at < len(out):
        after = at
        while (
            after < len(out)
            and out[after].bullet
            and out[after].part in (HEAD, NEUTRAL, DUTIES)
            and not out[after].labelled
            and (out[after].part, out[after].group) == (out[at].part, out[at].group)
        ):
            after += 1
        yours = [
            place
            for place in range(at, after)
            if out[place].part in (HEAD, NEUTRAL) and _is_work(text[out[place].start : out[place].end], out[place])
        ]
        if len(yours) > 1:
            # "You'll run the releases" between demands: each line for itself.
            for place in yours:
                out[place] = out[place]._replace(part=DUTIES)
        elif after - at >= _RUN:
            begin = sum(begins_with_verb(text[one.start : one.end]) for one in out[at:after])
            if out[at].part == DUTIES:
                if not begin and _say_so([text[one.start : one.end] for one in out[at:after]]):
                    # Under a heading that is not known, below the duties.
                    out[at:after] = [one._replace(part=REQUIRED_PART) for one in out[at:after]]
            elif begin >= _HALF * (after - at):
                out[at:after] = [one._replace(part=DUTIES) for one in out[at:after]]
            elif _are_demands([text[one.start : one.end] for one in out[at:after]], out[at:after], says):
                out[at:after] = [one._replace(part=REQUIRED_PART) for one in out[at:after]]
        at = max(after, at + 1)
    return out


def _say_so(lines: list[str]) -> bool:
    """Whether most lines of a list begin as demands do, or say years."""
    return sum(STARTS.match(words) is not None or _YEARS.search(words) is not None for words in lines) >= _SHARE * len(
        lines
    )


def _are_demands(lines: list[str], placed: list[Placed], says: Callable[[int, int], bool]) -> bool:
    """Whether most lines of a list name what can be demanded, and none speaks of an offer or of how they hire."""
    for words in lines:
        if traps.BENEFIT.search(words) or traps.COMPANY.search(words) or traps.WE.match(words):
            return False
        if traps.process_or_law(words):
            return False
    return sum(says(one.start, one.end) for one in placed) >= _SHARE * len(lines)
