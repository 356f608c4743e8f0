"""Characters that nobody sees, and text that was read in a wrong encoding: taken away, or shown as what they are."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Indel

# Drawn like ASCII: short and long, curly and straight, and letters of Cyrillic and Greek.
LOOKALIKES = str.maketrans(
    "\u2010\u2011\u2012\u2013\u2014\u2212\u2018\u2019\u02bc\u2032\u201c\u201d\u2033"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u03bf\u03bd"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "------''''\"\"\"" + "aeopcyxijsov" + "ABEKMHOPCTXI" + "ABEZHIKMNOPTYX",
)
# Inside a word of a script that needs them, and between the parts of one emoji.
JOINERS = "\u200c\u200d"
# What has no better name.
NAMES = {"\ufeff": "byte-order mark", "\t": "tab", "\v": "vertical tab", "\f": "form feed"}
LONGEST_COMPARED = 5000
WORDS_NAMED = 3
LONGEST_NAMED = 60
# Stands where a spreadsheet could not work something out.
BROKEN = re.compile(r"#(NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|Err:[0-9]+")
# Stands where a letter could not be read.
LOST = "\ufffd"

# How UTF-8 begins what most text beyond ASCII is made of (accents, punctuation, emoji), and how many bytes follow.
BEGINNINGS = ("[{c2}{c3}]{more}", "{e2}{more}{{2}}", "{ef}{bb}{bf}")
# Only what is read as Western text can be told from it by more: accents of the East, Greek, Cyrillic, emoji.
MORE_BEGINNINGS = (
    "[{c4}{c5}]{more}",
    "(?:[{ce}{cf}{d0}{d1}]{more}){{2,}}",
    "[{e3}{e4}{e5}{e6}{e7}]{more}{{2}}",
    "{f0}{more}{{3}}",
)
WRONG_ENCODINGS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")


def without_unseen(text: str) -> str:
    """A key or a name without what nobody sees: the spaces around it, and what has no width anywhere."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(character for character in text if character in "\n\r\t" or not _formats(character)).strip()


def in_sight(text: str) -> str:
    """The text with what nobody sees in words: ``«no-break space»``."""
    if text.isascii() and "  " not in text and text.replace("\n", "").isprintable():
        return text
    return "".join(f"«{name}»" if name else character for character, name in _seen(text))


def unseen_in(text: str) -> list[str]:
    """What nobody sees in a text, by name."""
    return sorted({name for _, name in _seen(text) if name and name != "space"})


def told_apart(was: str, will: str) -> tuple[str, str]:
    """Two texts as a page shows them: those that look alike and are not have their differences in words."""
    if was == will or looks(was) != looks(will) or max(len(was), len(will)) > LONGEST_COMPARED:
        return in_sight(was), in_sight(will)
    parts: tuple[list[str], list[str]] = ([], [])
    for block in Indel.opcodes(was, will):
        texts = (was[block.src_start : block.src_end], will[block.dest_start : block.dest_end])
        for part, text in zip(parts, texts, strict=True):
            part.append(
                in_sight(text) if block.tag == "equal" else "".join(f"«{_name(character)}»" for character in text)
            )
    return "".join(parts[0]), "".join(parts[1])


def looks(text: str) -> str:
    """What a reader sees of a text. Texts that look alike have the same."""
    plain = unicodedata.normalize("NFKC", without_unseen(text)).translate(LOOKALIKES)
    return " ".join(plain.split())


def quoted(text: str) -> str:
    """What stands in a cell, as a message repeats it: cut, with what misleads the eye in words."""
    shown = in_sight(text[:40])
    if re.search("[A-Za-z0-9]", text):
        shown = "".join(f"«{_name(letter)}»" if ord(letter) in LOOKALIKES else letter for letter in shown)
    return f"'{shown}'" if len(text) <= 40 else f"'{shown}...'"


def doubts(was: str, will: str) -> list[str]:
    """What to look at in a text before it takes the place of another, in sentences."""
    broken = [line for line in will.splitlines() if BROKEN.fullmatch(line) and line not in was.splitlines()]
    if broken:
        return [f"{broken[0]} is what a spreadsheet writes where a formula failed."]
    if will.isascii() and will.replace("\n", "").isprintable():
        return []
    before = unseen_in(was)
    hidden = [name for name in unseen_in(will) if name not in before]
    said = [f"There is what nobody sees: {', '.join(hidden)}."] if hidden else []
    before_it = set(garbled(was))
    new = [sentence for sentence in garbled(will) if sentence not in before_it]
    more = [f"And {len(new) - WORDS_NAMED} more like it."] if len(new) > WORDS_NAMED else []
    return [*said, *new[:WORDS_NAMED], *more]


def garbled(text: str) -> list[str]:
    """A sentence about each word that looks as if it had been read in a wrong encoding, and what it may have been."""
    words = dict.fromkeys(word for word in re.split(r"[ \n]", text) if not word.isascii())
    return [sentence for word in words if (sentence := _about(word))]


def _about(word: str) -> str:
    if LOST in word:
        return f"“{in_sight(word[:LONGEST_NAMED])}” has lost a letter."
    for encoding in WRONG_ENCODINGS:
        meant = word
        # What was read wrongly twice is put right twice.
        while (right := _pattern(encoding).sub(_Reader(encoding), meant)) != meant:
            meant = right
        if meant != word:
            shown = (in_sight(text[:LONGEST_NAMED]) for text in (word, meant))
            return "“{}” looks garbled. Was it “{}”?".format(*shown)
    return ""


class _Reader:
    """Reads as UTF-8 what was read in another encoding; what is no UTF-8 stays as it is."""

    def __init__(self, encoding: str) -> None:
        self.bytes_by_letter = {letter: byte for byte, letter in _letters(encoding).items()}

    def __call__(self, found: "re.Match[str]") -> str:
        try:
            return bytes(self.bytes_by_letter[letter] for letter in found[0]).decode()
        except UnicodeDecodeError:
            return found[0]


def _formats(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Cc")


def _seen(text: str) -> Iterator[tuple[str, str]]:
    """Each character with its name, if nobody sees it or it is a space of another kind."""
    for place, character in enumerate(text):
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if character in "\r\n" or (character in JOINERS and not before.isascii() and not after.isascii()):
            yield character, ""
        elif character == " ":
            yield character, "space" if before == " " else ""
        elif _formats(character) or character.isspace():
            yield character, _name(character)
        else:
            yield character, ""


def _name(character: str) -> str:
    """``no-break space`` for U+00A0."""
    return NAMES.get(character) or unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"


@cache
def _letters(encoding: str) -> dict[int, str]:
    """The characters that the bytes beyond ASCII are in an encoding."""
    return {
        byte: letter if (letter := bytes([byte]).decode(encoding, errors="ignore")) else chr(byte)
        for byte in range(0x80, 0x100)
    }


@cache
def _pattern(encoding: str) -> "re.Pattern[str]":
    """UTF-8 that was read in another encoding."""
    letters = {f"{byte:x}": re.escape(letter) for byte, letter in _letters(encoding).items()}
    more = "[" + "".join(letters[f"{byte:x}"] for byte in range(0x80, 0xC0)) + "]"
    beginnings = (*BEGINNINGS, *MORE_BEGINNINGS) if encoding in WRONG_ENCODINGS[:2] else BEGINNINGS
    return re.compile("|".join(form.format(more=more, **letters) for form in beginnings))
