"""Parts of a line without the clause that says what is not needed, or only what we do. Pure."""

from applications.reading import demand_words as asking
from applications.reading import traps
from applications.reading.strength import AFTER, is_denied

Span = tuple[int, int]


def asked_from(text: str, start: int, end: int) -> int:
    """Where in a sentence begins what is asked: behind "you will be rated on:", and behind what only we do."""
    words = text[start:end]
    listed = asking.BEFORE_A_LIST.search(words)
    turn = asking.THEN_YOU_MUST.search(words)
    if turn and traps.is_ours(words[: turn.start()]) and not traps.PROCESS.search(words):
        return start + turn.end()
    return start + listed.end() if listed else start


def undenied(text: str, unit: Span) -> list[Span]:
    """The halves of a part that ask for something: without the clause that says what is not needed."""
    words = text[unit[0] : unit[1]]
    if not is_denied(words):
        return [_before_denial(unit, words)]
    if "(" in words and not is_denied(asking.ASIDE.sub("", words)):
        # "You can read code (you won't have to write any)"
        return [unit]
    if (stop := words.find(";")) > 0 and not is_denied(words[:stop]):
        # "Able to read code; you won't have to write any"
        return [unit]
    split = asking.CHOICE_CLAUSE.search(words)
    if split is None:
        return []
    if asking.ONLY_DENIED.match(text[unit[0] + split.end() : unit[1]]):
        # "Master's - not required"
        return []
    halves = [(unit[0], unit[0] + split.start()), (unit[0] + split.end(), unit[1])]
    return [half for half in halves if not is_denied(text[half[0] : half[1]])]


def _before_denial(unit: Span, words: str) -> Span:
    """A wish without what is said after it not to be needed: "Dutch is a plus, but no degree is needed"."""
    split = asking.CHOICE_CLAUSE.search(words) if AFTER.search(words) else None
    if split is None or not is_denied(words[split.end() :]):
        return unit
    return unit[0], unit[0] + split.start()
