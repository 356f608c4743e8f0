r"""What must stand in a text that a pattern matches: pieces of its words, and with which letters it may begin. Pure.

Patterns are taken as ``re`` parses them. Within a string ``\0`` stands for ``\b``, and a space for the edge of a token,
which is what stands between two spaces.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# How much of a token a piece is at one of its sides: any part, from or to the edge of a word, or of the token.
ANYWHERE, WORD_EDGE, TOKEN_EDGE = range(3)
# Words that stand in every second line tell nothing, and these little.
_IN_EVERY_LINE = frozenset(re.findall(r"\w+", "a an or in to of on at is as it be by and the for you are our we with"))
_EVERYWHERE = frozenset(re.findall(r"\w+", "work team your have year years able any all not will this that from"))
# So many strings are told apart at most, and so long are those that are made of repeated ones.
_MOST_STRINGS, _MOST_TIMES = 24, 3
_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_EDGES = {
    constants.AT_BOUNDARY: "\0",
    constants.AT_BEGINNING: " ",
    constants.AT_BEGINNING_STRING: " ",
    constants.AT_END: " ",
    constants.AT_END_STRING: " ",
}
_A_WORD_SIGN = [(constants.IN, [(constants.CATEGORY, constants.CATEGORY_WORD)])]
_SPACE = re.compile(r"\s")
ASCII = frozenset(map(chr, range(128)))
_CATEGORIES = {
    constants.CATEGORY_WORD: frozenset(filter(re.compile(r"\w").match, ASCII)),
    constants.CATEGORY_SPACE: frozenset(filter(str.isspace, ASCII)),
    constants.CATEGORY_DIGIT: frozenset(filter(str.isdigit, ASCII)),
}
_CATEGORIES |= {
    constants.CATEGORY_NOT_WORD: ASCII - _CATEGORIES[constants.CATEGORY_WORD],
    constants.CATEGORY_NOT_SPACE: ASCII - _CATEGORIES[constants.CATEGORY_SPACE],
    constants.CATEGORY_NOT_DIGIT: ASCII - _CATEGORIES[constants.CATEGORY_DIGIT],
}
Strings = frozenset[str]


class Piece(NamedTuple):
    """A piece of a token, and how its two sides must stand in it."""

    text: str
    left: int = ANYWHERE
    right: int = ANYWHERE

    def small(self) -> "Piece":
        """The same in small letters."""
        return self._replace(text=self.text.lower())

    def is_in(self, token: str) -> bool:
        """Whether it stands in the token so."""
        at = token.find(self.text)
        while at >= 0:
            if _is_edge(token[:at][-1:], self.left) and _is_edge(token[at + len(self.text) :][:1], self.right):
                return True
            at = token.find(self.text, at + 1)
        return False


Group = frozenset[Piece]


def needed(pattern: str, *, most: int) -> list[Group]:
    """Groups of pieces, at most so many, of each of which every text that matches has at least one piece."""
    return _best(_groups(parser.parse(pattern)), most)


def begins(pattern: str) -> frozenset[str]:
    """The signs of ASCII with which a match can begin; all of them if it can be empty."""
    signs, is_whole = _begins(parser.parse(pattern))
    return signs if is_whole else ASCII


def _begins(parsed: Iterable[Any]) -> tuple[frozenset[str], bool]:
    """The signs with which a part can begin, and whether one of them must stand there."""
    found: frozenset[str] = frozenset()
    for operation, argument in parsed:
        signs, is_whole = _begins_of(operation, argument)
        found |= signs
        if is_whole:
            return found, True
    return found, False


def _begins_of(operation: Any, argument: Any) -> tuple[frozenset[str], bool]:
    if operation is constants.LITERAL:
        return frozenset((chr(argument),)), True
    if operation is constants.IN:
        return _of_set(argument), True
    if operation in (constants.AT, constants.ASSERT, constants.ASSERT_NOT):
        return frozenset(), False
    if operation is constants.SUBPATTERN:
        return _begins(argument[3])
    if operation is constants.BRANCH:
        ways = [_begins(way) for way in argument[1]]
        return frozenset().union(*(signs for signs, _ in ways)), all(is_whole for _, is_whole in ways)
    if operation in _REPEATS:
        signs, is_whole = _begins(argument[2])
        return signs, is_whole and argument[0] > 0
    return ASCII, True


def _of_set(members: list[Any]) -> frozenset[str]:
    found: set[str] = set()
    for kind, argument in members:
        if kind is constants.LITERAL:
            found.add(chr(argument))
        elif kind is constants.RANGE:
            found |= {sign for sign in ASCII if argument[0] <= ord(sign) <= argument[1]}
        elif kind is constants.CATEGORY:
            found |= _CATEGORIES[argument]
    return frozenset(ASCII - found if members[0][0] is constants.NEGATE else found)


def _is_edge(beside: str, edge: int) -> bool:
    return not beside or edge == ANYWHERE or (edge == WORD_EDGE and not _is_word_sign(beside))


def _is_word_sign(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _groups(parsed: Iterable[Any]) -> list[Group]:
    found: list[Group] = []
    run: Strings = frozenset(("",))
    for operation, argument in parsed:
        if operation is constants.LITERAL:
            run = frozenset([one + chr(argument) for one in run])
            continue
        strings = _strings(operation, argument)
        if strings is not None and len(strings) * len(run) <= _MOST_STRINGS:
            run = _joined(run, strings)
            continue
        found += _of_strings(run)
        run = frozenset(("",)) if strings is None else strings
        if strings is None:
            found += _of_part(operation, argument)
    return found + _of_strings(run)


def _of_part(operation: Any, argument: Any) -> list[Group]:
    """The same of one part of a pattern that has no few strings."""
    if operation is constants.SUBPATTERN:
        return _groups(argument[3])
    if operation is constants.ATOMIC_GROUP:
        return _groups(argument)
    if operation in _REPEATS and argument[0] > 0:
        return _groups(argument[2])
    if operation is constants.BRANCH:
        ways = [_best(_groups(way), 2) for way in argument[1]]
        return [frozenset().union(*each) for each in zip(*ways, strict=False)]
    return []


def _strings(operation: Any, argument: Any) -> Strings | None:
    """All strings that a part of a pattern can be; nothing where they are many."""
    if operation is constants.LITERAL:
        return frozenset((chr(argument),))
    if operation is constants.AT:
        return frozenset((_EDGES.get(argument, ""),))
    if operation in (constants.ASSERT, constants.ASSERT_NOT):
        refused = operation is constants.ASSERT_NOT and list(argument[1]) == _A_WORD_SIGN
        return frozenset(("\0" if refused else "",))
    if operation is constants.IN and all(kind is constants.LITERAL for kind, _ in argument):
        return _few(frozenset(chr(sign) for _, sign in argument))
    if operation is constants.SUBPATTERN:
        return _of_sequence(argument[3])
    if operation is constants.BRANCH:
        ways = [_of_sequence(way) for way in argument[1]]
        return None if None in ways else _few(frozenset().union(*(way for way in ways if way is not None)))
    if operation in _REPEATS and argument[1] <= _MOST_TIMES:
        once = _of_sequence(argument[2])
        found: Strings = frozenset(("",)) if argument[0] == 0 else frozenset()
        run: Strings = frozenset(("",))
        for times in range(1, argument[1] + 1):
            if once is None or len(run) * len(once) > _MOST_STRINGS:
                return None
            run = _joined(run, once)
            if times >= argument[0]:
                found |= run
        return _few(found)
    return None


def _of_sequence(parsed: Iterable[Any]) -> Strings | None:
    run: Strings = frozenset(("",))
    for operation, argument in parsed:
        if operation is constants.LITERAL:
            run = frozenset([one + chr(argument) for one in run])
            continue
        strings = _strings(operation, argument)
        if strings is None or len(run) * len(strings) > _MOST_STRINGS:
            return None
        run = _joined(run, strings)
    return run


def _joined(run: Strings, after: Strings) -> Strings:
    return frozenset([one + other for one in run for other in after])


def _few(strings: Strings) -> Strings | None:
    return strings if len(strings) <= _MOST_STRINGS else None


def _of_strings(strings: Strings) -> list[Group]:
    """Groups of pieces of strings of which one must be there: of each the one that tells most, then the second."""
    pieces = [sorted(_pieces(one), key=_tells, reverse=True) for one in strings]
    return [frozenset(each) for each in zip(*pieces, strict=False)]


def _pieces(string: str) -> set[Piece]:
    found = set()
    parts = _SPACE.split(string)
    last = len(parts) - 1
    for number, part in enumerate(parts):
        text = part.replace("\0", "")
        if text:
            left = _is_word_sign(text[0]) and part[0] == "\0"
            right = _is_word_sign(text[-1]) and part[-1] == "\0"
            found.add(Piece(text, TOKEN_EDGE if number else int(left), TOKEN_EDGE if number < last else int(right)))
    return found


def _best(groups: Sequence[Group], most: int) -> list[Group]:
    """The groups that are found least often."""
    return sorted(set(groups), key=lambda group: (-min(map(_tells, group)), len(group), sorted(group)))[:most]


def _tells(piece: Piece) -> float:
    """How much it tells that a piece is there."""
    if piece.text in _IN_EVERY_LINE:
        return 0
    if piece.text in _EVERYWHERE:
        return 1
    return min(len(piece.text), 6) + (piece.left + piece.right) / 4
