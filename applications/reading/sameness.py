"""Whether a posting is saved already, by its link or its text, and which postings are of the same employer.

Texts are compared by sketches first, short enough to be kept in a row each; only what is alike is read whole.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from zlib import crc32

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from applications.reading.links import same_link

LINK, TEXT = "link", "text"
# A sketch keeps so many numbers, of runs of so many words.
SKETCH, RUN = 64, 5
# Sketches that share less than this are of two postings: lines of a site around a text leave more.
ALIKE = 0.3
# Of the shorter text so much stands in the longer one in the same order, and it is no small part of that.
SAME, PART = 0.92, 0.55
# Letters at the ends of a word that say nothing. What sets C++ and C# apart says much.
MARKS = "\"'“”\u2018\u2019«»()[]{}<>.,;:!?*•·_-\u2013—→"
LEGAL = frozenset(
    re.split(
        r"\s+",
        "inc incorporated llc llp lp ltd limited plc gmbh mbh ag se kg kgaa ohg ug ev co corp corporation company "
        "bv nv sa sas "
        "sarl srl spa oy oyj ab as asa aps pvt private pty pte sdn bhd kft zrt doo sro zoo spzoo lda sl slu kk gk",
    )
)
# Names shorter than this are too easily taken for each other.
LONG_NAME, NEARLY = 10, 94


@dataclass(frozen=True)
class Saved:
    """What is kept of a saved posting to tell another one by. ``key`` is the caller's own."""

    key: str
    link: str = ""
    title: str = ""
    employer: str = ""
    sketch: Sequence[int] = ()


@dataclass(frozen=True)
class Same:
    """A saved posting that is the same one, by ``LINK`` or by ``TEXT``."""

    key: str
    by: str


def words_of(text: str) -> list[str]:
    """The words by which texts are compared."""
    return [word for raw in text.casefold().split() if (word := raw.strip(MARKS))]


def sketch_of(text: str) -> tuple[int, ...]:
    """A few numbers, the same in every process, of which alike texts share many. Nothing for a text without words."""
    words = words_of(text)
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()
    return tuple(nsmallest(SKETCH, {crc32(run.encode("utf-8", "replace")) for run in runs}))


def likeness(one: Sequence[int], two: Sequence[int]) -> float:
    """How much of their runs of words two texts share, 0 to 1, estimated from their sketches."""
    if not one or not two:
        return 0.0
    first, second = set(one), set(two)
    smallest = nsmallest(SKETCH, first | second)
    return sum(number in first and number in second for number in smallest) / len(smallest)


def is_same_text(one: str, two: str) -> bool:
    """Whether one text is the other, give or take the lines that a site sets around it."""
    first, second = words_of(one), words_of(two)
    shorter, longer = sorted((len(first), len(second)))
    if not shorter or shorter < longer * PART:
        return False
    return LCSseq.similarity(first, second, score_cutoff=int(shorter * SAME)) >= shorter * SAME


def find_same(
    *, link: str, title: str, text: str, saved: Iterable[Saved], text_of: Callable[[str], str]
) -> tuple[Same, ...]:
    """The saved postings that are this one, those by link first. ``text_of`` gives the text of a key,
    when it is needed.

    Two titles that differ are two jobs, however alike their texts are.
    """
    here, sketch = same_link(link) if link else "", sketch_of(text)
    by_link: list[Same] = []
    by_text: list[Same] = []
    for other in saved:
        if here and other.link and same_link(other.link) == here:
            by_link.append(Same(other.key, LINK))
        elif (
            likeness(sketch, other.sketch) >= ALIKE
            and not (title and other.title and words_of(title) != words_of(other.title))
            and is_same_text(text, text_of(other.key))
        ):
            by_text.append(Same(other.key, TEXT))
    return (*by_link, *by_text)


def employer_name(name: str) -> str:
    """The name of an employer without its legal form, its capitals and its punctuation; "" for none."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    # "L.L.C." is one word, "Sp. z o.o." as well.
    plain = re.sub(r"\bsp\.?\s*z\s*o\.?\s*o\b\.?", " spzoo ", plain)
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain)
    words = re.sub(r"[^\w+#\s]|_", " ", re.sub(r"['\u2019.]", "", plain)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and (words[-1] in LEGAL or words[-1] == "and"):
        words = words[:-1]
    return " ".join(words)


def same_employer(name: str, saved: Iterable[Saved]) -> tuple[str, ...]:
    """The keys of the saved postings of this employer; a slip of the keys in a long name is forgiven."""
    wanted = employer_name(name)
    return tuple(other.key for other in saved if wanted and _is_same_name(wanted, employer_name(other.employer)))


def _is_same_name(one: str, two: str) -> bool:
    if one == two:
        return True
    if min(len(one), len(two)) < LONG_NAME or re.findall(r"[\d+#]+", one) != re.findall(r"[\d+#]+", two):
        return False
    return fuzz.ratio(one, two, processor=None) >= NEARLY and len(one.split()) == len(two.split())
