"""The parts of a line: its sentences, and what stands between semicolons. Pure."""

from collections.abc import Callable

from applications.reading import demand_words as asking
from applications.reading.alternatives import OTHER_YEARS, RELAXING
from applications.reading.conditions import OTHER
from applications.reading.denials import asked_from
from applications.reading.heading_words import DUTIES
from applications.reading.marks import Placed
from applications.reading.segments import Whole
from applications.reading.sentences import parts, sentences
from applications.reading.strength import AFTER, FIRM

Span = tuple[int, int]
Named = Callable[[int, int], Whole]


def units(text: str, placed: Placed, named: Named) -> list[Span]:
    """The parts of a line, sentences and parts between semicolons; what only relaxes or explains stays with its own."""
    found: list[Span] = []
    for start, end in sentences(text, placed.start, placed.end):
        start = asked_from(text, start, end)
        pieces = parts(text, start, end)
        if (
            placed.part == DUTIES
            and text[end - 1] == ")"
            and (aside := asking.MUST_IN_BRACKETS.search(text[start:end]))
        ):
            # "Coordination of the cutover (you must be there on weekends)": work, and what it asks.
            pieces = [(start, start + aside.start()), (start + aside.start("asks"), end - 1)]
        defined = bool(found) and asking.DEFINES.match(text[start:end]) is not None
        for number, piece in enumerate(pieces):
            if not found:
                found.append(piece)
                continue
            words = text[piece[0] : piece[1]]
            said = RELAXING.match(words) or asking.DEFINES.match(words) or asking.SAYS_HOW_FIRM.match(words)
            relaxes = said is not None
            if not relaxes and number and OTHER_YEARS.match(words):
                before = named(*found[-1])
                relaxes = bool(before.degrees and before.times)
            lists = number and defined and ":" in text[start : piece[0]]
            if lists or relaxes or (number and not _stands_alone(text, piece, named, several=len(pieces) > 2)):
                found[-1] = (found[-1][0], piece[1])
            else:
                found.append(piece)
    return found


def _stands_alone(text: str, piece: Span, named: Named, *, several: bool) -> bool:
    words = text[piece[0] : piece[1]]
    if asking.EXPLAINS.match(words) and not FIRM.search(words):
        return False
    return (
        several
        or named(*piece).says_something
        or any(said.search(words) for said in (AFTER, FIRM))
        or asking.OF_EARLIER.match(words) is not None
        or OTHER.search(words) is not None
    )
