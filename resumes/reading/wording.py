"""Text as it is compared: the same words however a reader or a font spells them. Pure.

What counts as the same: spaces and breaks of any kind; capitals; ligatures, wide and presentation forms (Unicode NFKC);
soft hyphens and signs of no width; any dash for any other; any quotation mark for any other; punctuation around words;
an address with or without ``https://`` and ``www.``.

Two kinds of script need more, as no file can keep readers from it. Words from right to left are the same with their
letters the other way around. Words in Devanagari are the same if their consonants are there in order, for some readers
repeat the letters that are drawn as one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.reading.spans import spans_in

# No width: soft hyphen, joiners, marks of direction, byte order mark.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640]")
DASHES = re.compile("[\u2010-\u2015\u2212\u2043]")
QUOTES = re.compile('[\u2018-\u201f\u2032\u2033\u00b4`\u00ab\u00bb\u2039\u203a"]')
EDGES = re.compile(r"^[^\w+@#$€£%]+|[^\w+#%]+$")
ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?(?=[^/]+\.[^/])")


@dataclass(frozen=True)
class Dates:
    """A span of time or a date in a text, with the number of the word at which it stands."""

    starts: str
    ends: str
    at: int


@dataclass(frozen=True)
class Text:
    """The words of a text from its first to its last, and the dates among them."""

    words: tuple[str, ...]
    dates: tuple[Dates, ...]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word for _, word in _words(text))


def consonants(word: str) -> str:
    """The consonants of a word in Devanagari; of all others nothing."""
    return "".join(re.findall("[\u0904-\u0939\u0958-\u0961]", word))


def is_within(letters: str, word: str) -> bool:
    """Whether letters stand in a word in their order, perhaps with more between them."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def runs_right_to_left(word: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in word)


def text_of(lines: Sequence[str]) -> Text:
    """All lines as one text. Dates are found within a line and across the break to the next."""
    words: list[str] = []
    dates: list[Dates] = []
    tail = ""
    tail_places: list[tuple[int, int]] = []
    for line in lines:
        places = [(begin, len(words) + number) for number, (begin, _) in enumerate(_words(line))]
        words += words_of(line)
        joined, shift = f"{tail} {line}", len(tail) + 1
        everywhere = [*tail_places, *((begin + shift, at) for begin, at in places)]
        for span in spans_in(joined):
            # What lies in the line before as a whole has been found there.
            if span.end > shift:
                at = next((at for begin, at in reversed(everywhere) if begin <= span.begin), len(words) - 1)
                dates.append(Dates(span.starts, span.ends, max(0, at)))
        if places:
            tail, tail_places = line, places
    return Text(tuple(words), tuple(dates))


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Each word with the character at which it begins."""
    for found in re.finditer(r"\S+", text):
        word = _compared(found[0])
        if word:
            yield found.start(), word


def _compared(word: str) -> str:
    word = unicodedata.normalize("NFKC", UNSEEN.sub("", word)).casefold()
    word = QUOTES.sub("'", DASHES.sub("-", word))
    word = ADDRESS.sub("", EDGES.sub("", word))
    return min(word, word[::-1]) if runs_right_to_left(word) else word
