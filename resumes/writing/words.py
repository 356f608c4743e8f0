"""How text, dates and addresses stand in a file. Pure."""

import re
import unicodedata
from math import inf

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# A word wider than so many letters may be broken, or it would stick out of the paper.
WIDEST_WHOLE = 72
# From here on characters are as wide as two letters, and lines may break between any of them.
EAST_ASIAN = "\u2e80"
# What could be too wide: so many characters without a space.
LONG = re.compile(rf"\S{{{WIDEST_WHOLE // 2 + 1}}}")
# What is held together or not: a word with the dashes before it, or the space between two.
PARTS = re.compile(r"(?:\S*-\s)*\S+|\s+")


class Widths(dict[str, float]):
    def __missing__(self, character: str) -> float:
        """What is not known ends any line."""
        return inf


# How wide a character is at the most in any of the looks where it is set at the usual weight, by the height of letters.
WIDTHS = Widths.fromkeys(map(chr, range(0x20, 0x180)), 1.0)
WIDTHS |= dict.fromkeys("\N{EN DASH}\N{EM DASH}\u2018\u2019\u201c\u201d\N{EURO SIGN}", 1.0)
WIDTHS |= dict.fromkeys("abcdefghknopqrstuvxyz0123456789", 0.64)
WIDTHS |= dict.fromkeys(" -'.,:;!()ijlI", 0.36)

# Control characters (NUL among them), halves of surrogate pairs, code points that never are a character, and the soft
# hyphen and byte order mark, which show nothing.
UNPRINTED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str) -> str:
    """Text as it can stand in a file: breaks as ``\\n``, tabs as spaces, plain hyphens, nothing that does not print."""
    if not (text.isascii() and text.isprintable()):
        text = re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", text)
        text = text.replace("\u2010", "-").replace("\u2011", "-").replace("\t", " ")
        text = unicodedata.normalize("NFC", UNPRINTED.sub("", text))
    return re.sub(r" {2,}", " ", text) if "  " in text else text


def one_line(text: str) -> str:
    """Clean text without a break."""
    text = clean(text)
    return " ".join(filter(None, (line.strip() for line in text.split("\n")))) if "\n" in text else text.strip()


def runs_right_to_left(text: str) -> bool:
    """Whether a line begins at the right: by its first strong character, as HTML's ``dir=auto`` does."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False


def in_words(day: str) -> str:
    """A date as far as it is known: ``2021``, ``Mar 2021`` or ``Mar 15, 2021``; what is none, as it stands there."""
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", day.strip(), re.ASCII)
    if not found or not 1 <= int(found[2]) <= 12:
        return one_line(day)
    month = MONTHS[int(found[2]) - 1]
    return f"{month} {int(found[3])}, {found[1]}" if found[3] else f"{month} {found[1]}"


def period(starts: str, ends: str) -> str:
    """From when to when, in words: ``Mar 2022 to present``, ``2014``."""
    first, last = in_words(starts), in_words(ends)
    if first and not last:
        return f"{first} to present"
    return last if not first or first == last else f"{first} to {last}"


def link_of(text: str) -> str:
    """The address that a typed address of a page leads to; empty where it is none that can safely be followed."""
    if len(text) > 2000 or not text or re.search(r"\s", text):
        return ""
    if re.match(r"https?://\S", text, re.IGNORECASE):
        return text
    return f"https://{text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text) else ""


def runs(text: str, room: float = 0) -> list[tuple[str, bool]]:
    """The text in parts, each with whether it must be held together on one line.

    Words with a hyphen must, and a dash with the word after it: some readers drop a hyphen at the end of a line. Words
    too long for a line come in parts between which it may break. Words that surely end on the first line are not torn
    apart in any case; ``room`` is how long that is, in the height of the letters.
    """
    if "-" not in text and not LONG.search(text):
        return [(text, False)] if text else []
    found: list[tuple[str, bool]] = []
    loose: list[str] = []
    end = 0.0
    for part in PARTS.findall(text):
        if end <= room:
            end += sum(map(WIDTHS.__getitem__, part))
        wide = 2 * len(part) > WIDEST_WHOLE and _is_wide(part)
        if wide and max(part) < EAST_ASIAN:
            # None of them ends with a hyphen.
            held = re.findall(r".{1,24}(?:(?<=-)[^-]|-+[^-])?", part)
        elif "-" in part and end > room and not wide:
            held = [part]
        else:
            loose.append(part)
            continue
        if loose:
            found.append(("".join(loose), False))
            loose = []
        found += ((piece, True) for piece in held)
    return [*found, ("".join(loose), False)] if loose else found


def _is_wide(part: str) -> bool:
    """Whether a part is wider than a word that may stay whole."""
    return sum(2 if character.isupper() or character >= EAST_ASIAN else 1 for character in part) > WIDEST_WHOLE
