"""What three programs read in a PDF, held against what the resume says.

Every word must come back as it is, and in its order. Two kinds of script need another measure, which no file can help:

- Right-to-left: pypdf turns the words of a line around, pdfminer.six the letters and sometimes puts a part of the line
  behind the next, pdftotext glues a number to the word beside it. So of a line with such words every letter and figure
  must be there, in any order; all other lines stand in their order around them, and each period in one piece.
- Devanagari: a syllable is drawn with several glyphs, and the file says beside them which letters they are together
  (ActualText). pdftotext heeds that; pypdf and pdfminer.six do not, and repeat some letters. For these two the
  consonants must be there in their order, perhaps with more between them.
"""

import io
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import zip_longest

from pdfminer.high_level import extract_text
from pypdf import PdfReader

from resumes.writing.document import Document

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
# Marks of direction, dots between details and before bullets: no words.
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069·•]")
IGNORE_WHAT_THE_FILE_SAYS = ("pypdf", "pdfminer.six")
DEVANAGARI = re.compile("[\u0900-\u097f]")
CONSONANTS = re.compile("[\u0904-\u0939\u0958-\u0961]")


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def by_pdfminer(data: bytes) -> str:
    # Glyphs that have no letters of their own come as (cid:7).
    return re.sub(r"\(cid:\d+\)", "", extract_text(io.BytesIO(data)))


def by_pdftotext(data: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {
    "pypdf": by_pypdf,
    "pdfminer.six": by_pdfminer,
    "pdftotext": by_pdftotext,
}


def missing(document: Document, text: str, reader: str = "") -> list[str]:
    """What of a resume a text does not hold, or not in its order; empty where everything is as it should be."""
    text = MARKS.sub(" ", text)
    lines = [MARKS.sub(" ", line.text) for line in document.lines()]
    told = []
    if reader in IGNORE_WHAT_THE_FILE_SAYS:
        rest = iter(CONSONANTS.findall(text))
        told += [letter for letter in CONSONANTS.findall(" ".join(lines)) if letter not in rest]
        text, lines = DEVANAGARI.sub("", text), [DEVANAGARI.sub("", line) for line in lines]
    wanted = [word for line in lines if not RIGHT_TO_LEFT.search(line) for word in line.split()]
    turned = [line for line in lines if RIGHT_TO_LEFT.search(line)]
    if not turned:
        found = text.split()
        return told + [f"{one} | {other}" for one, other in zip_longest(wanted, found, fillvalue="") if one != other]
    # The other lines are there in their order, and beyond them exactly the letters and figures of the turned ones.
    left, place = [], 0
    for word in RIGHT_TO_LEFT.sub(" ", text).split():
        if place < len(wanted) and word == wanted[place]:
            place += 1
        else:
            left.append(word)
    told += wanted[place:]
    missed = _letters([*turned]) - _letters([*left, *RIGHT_TO_LEFT.findall(text)])
    beyond = _letters([*left, *RIGHT_TO_LEFT.findall(text)]) - _letters([*turned])
    return told + [f"{letter} missing" for letter in missed] + [f"{letter} too much" for letter in beyond]


def dates_apart(document: Document, text: str) -> list[str]:
    """The periods of a resume that do not stand in one piece in a text."""
    flat = " ".join(MARKS.sub(" ", text).split())
    periods = re.findall(r"\b(?:[A-Z][a-z]{2} )?\d{4} to (?:present|(?:[A-Z][a-z]{2} )?\d{4})", _flat(document))
    return [period for period in periods if period not in flat]


def _flat(document: Document) -> str:
    return "\n".join(line.text for line in document.lines())


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(character for text in texts for character in text if character.isalnum())
