"""Which parts of a line ask something of the person, by the part of the posting they stand in. Pure."""

import re

from applications.reading import demand_words as asking
from applications.reading import traps
from applications.reading.alternatives import RELAXING
from applications.reading.conditions import OTHER, PERCENT, TRAVEL_LABEL
from applications.reading.denials import undenied
from applications.reading.heading_words import (
    BENEFITS,
    COMPANY,
    DUTIES,
    EEO,
    FIRST_WEEKS,
    HEAD,
    KEY_SKILLS,
    NEUTRAL,
    NOT_NEEDED,
    PHYSICAL,
    PREFERRED_PART,
    PROCESS,
    REQUIRED_PART,
)
from applications.reading.headings import LEGEND
from applications.reading.marks import Placed
from applications.reading.sentences import LONGEST
from applications.reading.strength import AFTER, BEFORE, FIRM
from applications.reading.teasers import is_of_another
from applications.reading.units import Named, Span, units

# Parts about something else, in which a must still counts.
_READ_FOR_MUSTS = (COMPANY, BENEFITS, EEO, PROCESS, FIRST_WEEKS, PHYSICAL)

# Of the data of a job board the currency and the period, and of a table of facts what says that there is nothing.
_NO_WORDS = re.compile(
    r"USD|EUR|GBP|CAD|AUD|CHF|INR|per-(?:year|hour|month|day)-\w+|\d (?:YEAR|MONTH|WEEK|DAY|HOUR)|"
    r"(?i:none|nil|n/a|not applicable)"
)


def demands_in(text: str, placed: Placed, named: Named) -> list[Span]:
    """The parts of a line that ask something of the person."""
    found: list[Span] = []
    inside = units(text, placed, named)
    for unit in inside:
        for start, end in undenied(text, unit):
            if _asks(text, start, end, placed, named):
                found.append((start, end))
            elif found and placed.part in (REQUIRED_PART, PREFERRED_PART) and RELAXING.match(text[start:end]):
                found[-1] = (found[-1][0], end)
            elif found and asking.SAME_AGAIN.match(text[start:end]):
                found.append((start, end))
            elif unit is not inside[-1] and is_of_another(text[start:end]):
                # The rest of the line speaks of it too.
                return found
    return found


def _asks(text: str, start: int, end: int, placed: Placed, named: Named) -> bool:
    words = text[start:end]
    line = text[placed.start : placed.end]
    asked = "ookie" in line or "consent" in line or "storage" in line
    if LEGEND.match(words) or (asked and traps.COOKIES.search(line)):
        return False
    if traps.TERMS.match(placed.labelled):
        return False
    if TRAVEL_LABEL.match(placed.labelled):
        if PERCENT.search(words):
            # "Travel: 25%"
            return True
        if placed.labelled.startswith("reloc") and asking.ONLY_OFFERED.match(words):
            return False
    if not (words[0].isalpha() or any(letter.isalpha() for letter in words)) or _is_mere_heading(words):
        return False
    before = text[max(placed.start, start - LONGEST) : start]
    if before.rstrip().endswith(":") and asking.BEFORE_A_LIST.search(before):
        return named(start, end).says_something
    travel_stated = placed.part == PHYSICAL and asking.TRAVEL_STATED.search(words) is not None
    if (
        placed.part in _READ_FOR_MUSTS
        and not (travel_stated or PERCENT.search(words))
        and not asking.FIRMLY.search(words)
    ):
        return False
    if is_of_another(words):
        return False
    under_heading = placed.part in (REQUIRED_PART, PREFERRED_PART)
    if not under_heading and words.endswith("?") and asking.ASKS_YOU.match(words):
        return False
    cleared = bool(named(start, end).clearances)
    citizen = asking.CITIZEN.search(words) is not None
    why = traps.process_or_law(words)
    if why == "visa" and not (citizen and asking.STRICTLY.search(words)):
        return False
    if why == "eeo" and not asking.OF_A_SKILL.search(words):
        return False
    if why == "process" and traps.CONDITION.search(words):
        return False
    if why == "process" and under_heading and (aside := asking.IN_BRACKETS.search(words)):
        # "At least two migrations (please name them in the resume)"
        why = traps.process_or_law(words[: aside.start()])
    if why == "process" and not (cleared or citizen) and (not under_heading or traps.PROCESS_FOR_SURE.search(words)):
        return False
    if (
        placed.part in (HEAD, NEUTRAL, *_READ_FOR_MUSTS)
        and len(words.split()) <= 3
        and not (placed.labelled or placed.bullet or asking.LOCALS.match(words))
    ):
        return False
    if asking.ABOUT_THE_LIST.match(words) or (traps.PHYSICAL.search(words) and not named(start, end).says_something):
        return False
    if placed.part == KEY_SKILLS and not (placed.bullet or placed.labelled) and asking.PROSE.search(line):
        # Below "TL;DR" somebody tells what it is about.
        return _asks_in_prose(text, start, end, placed._replace(part=NEUTRAL), named)
    if under_heading or placed.part == KEY_SKILLS:
        return _asks_under_heading(text, start, end, placed, named)
    if placed.part == NOT_NEEDED:
        # "Kubernetes: not required but welcome"
        return AFTER.search(words) is not None and named(start, end).says_something
    if placed.part in (HEAD, NEUTRAL, DUTIES):
        if cleared:
            ours = traps.is_ours(words) and not traps.WE_ASK.search(words)
            return not (ours or traps.BENEFIT.search(words)) or FIRM.search(words) is not None
        if citizen and (placed.labelled or asking.LIMITED_TO.search(words)):
            return True
        return _asks_in_prose(text, start, end, placed, named)
    if travel_stated and _states_travel(text, start, end, named):
        return True
    return placed.part in _READ_FOR_MUSTS and _asks_anywhere(text, start, end, named, cleared=cleared, citizen=citizen)


def _is_mere_heading(words: str) -> bool:
    plain = words.rstrip()
    return (
        len(words) < 3
        or (len(plain) < 40 and _NO_WORDS.fullmatch(plain) is not None)
        or plain.endswith((" -", " –"))
        or (plain.endswith(":") and len(words.split()) < 9)
    )


def _asks_under_heading(text: str, start: int, end: int, placed: Placed, named: Named) -> bool:
    words = text[start:end]
    firm = FIRM.search(words) is not None or AFTER.search(words) is not None
    told = asking.YOU_MUST.search(words) is not None
    if traps.is_ours(words) and not (told or traps.WE_ASK.search(words)):
        return False
    if asking.RESPONSIBLE.match(words):
        return False
    if traps.BENEFIT.search(words) and not asking.SPEAKS_OF_SKILL.search(words):
        # "A CSM, or you take it in your first months (we pay)": what stands in brackets offers, and the rest asks.
        asked = asking.OFFERED_BESIDE.split(words, maxsplit=1)[0]
        of_it = named(start, start + len(asked))
        if traps.BENEFIT.search(asked) or not (of_it.certificates or of_it.tongues):
            return False
    if traps.WORKPLACE.search(words) and not firm:
        return False
    if traps.COMPANY.search(words) or (
        asking.OF_A_NAME.match(words) and not (firm or told) and not named(start, end).says_something
    ):
        return False
    if traps.NOT_THE_PERSON.match(words) and not FIRM.search(words) and not asking.YOU_HAVE.search(words):
        return False
    if placed.part == KEY_SKILLS or start <= placed.start + 2 or text[placed.start : start].rstrip().endswith(";"):
        return True
    ask = traps.WE_ASK.search(words) or traps.THEN_YOU.match(words)
    if asking.EXPLAINS.match(words) and not (firm or told or ask):
        return False
    return bool(
        firm
        or named(start, end).says_something
        or named(start, end).travels
        or asking.YOU_HAVE.search(words)
        or asking.STARTS.match(words)
        or asking.QUALITY.match(words)
        or OTHER.search(words)
    )


def _asks_in_prose(text: str, start: int, end: int, placed: Placed, named: Named) -> bool:
    words = text[start:end]
    first = start <= placed.start + 2
    if _states_travel(text, start, end, named) or (first and TRAVEL_LABEL.match(placed.labelled)):
        # "Travel: up to 20%. A relocation package is available": of its sentences the first.
        return True
    ours = traps.is_ours(words) and not traps.WE_ASK.search(words) and not asking.YOU_MUST.search(words)
    if ours or traps.BENEFIT.search(words) or traps.COMPANY.search(words):
        return False
    must = asking.MUST.search(words) is not None
    if not must and asking.WORK_OF_HOLDER.match(words):
        return False
    if asking.SOMEBODY_MUST.match(words) or asking.IMAGINED.match(words):
        return True
    if asking.WE_WANT_SOMEBODY.search(words) and placed.part in (HEAD, NEUTRAL):
        return True
    if traps.NOT_THE_PERSON.match(words) and not (must and named(start, end).says_something):
        # "Most of us have a degree, and we do ask for one"
        return asking.WE_DO_ASK.search(words) is not None and named(start, end).says_something
    if must and placed.part == DUTIES and asking.MUST_BE.match(words):
        return True
    if must and (named(start, end).says_something or OTHER.search(words)):
        return placed.part != DUTIES or asking.OF_THE_PERSON.search(words) is not None
    if placed.part == DUTIES:
        return False
    offered = asking.NOT_ASKED_OF_YOU.search(words)
    if OTHER.search(words) and asking.HOURS_ASKED.search(words) and not (offered or asking.PLAIN_HOURS.match(words)):
        return True
    if asking.STAY_AWAY.match(words) or asking.LOCALS.match(words) or asking.WE_NEED_YOU.search(words):
        return True
    if placed.part in (HEAD, NEUTRAL) and asking.OF_YOURSELF.match(words):
        return not traps.process_or_law(words)
    wished = not offered and (AFTER.search(words) is not None or BEFORE.search(words) is not None)
    if wished and asking.PERSON.search(words):
        return True
    times = named(start, end).times
    if not named(start, end).says_something and not times:
        return _asks_for_a_quality(words) and placed.part == NEUTRAL and not offered
    if wished or asking.LOOKING_FOR.search(words) or asking.STARTS.match(words):
        return True
    having = asking.YOU_HAVE.search(words)
    if having and not (offered and offered.start() <= 2) and not asking.YOU_WILL_DO.search(having.group()):
        return True
    if times and not offered and asking.SPENT_IN.search(words):
        return True
    return bool(placed.labelled and (named(start, end).degrees or named(start, end).tongues))


def _asks_for_a_quality(words: str) -> bool:
    """Whether a sentence that names no skill says how the person is."""
    return bool(
        asking.YOU_HAVE.search(words)
        and asking.YOU_ARE.search(words)
        and len(words) < 160
        and not asking.YOU_ARE_TOLD.search(words)
    )


def _states_travel(text: str, start: int, end: int, named: Named) -> bool:
    """Whether it says how much travel there is, or asks for readiness."""
    words = text[start:end]
    if not named(start, end).travels or (
        traps.is_ours(words) and not PERCENT.search(words) and not asking.YOU_MUST.search(words)
    ):
        return False
    return PERCENT.search(words) is not None or asking.TRAVEL_ASKED.search(words) is not None


def _asks_anywhere(text: str, start: int, end: int, named: Named, *, cleared: bool, citizen: bool) -> bool:
    """In parts that are about something else: only what is said to be a must."""
    words = text[start:end]
    must = asking.FIRMLY.search(words) is not None
    if must and (cleared or (citizen and not traps.VISA.search(words))):
        return True
    if must and asking.FIRMLY_OF_THE_PERSON.search(words) and not traps.process_or_law(words):
        return True
    return _states_travel(text, start, end, named) and (must or PERCENT.search(words) is not None)
