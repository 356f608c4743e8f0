"""What helps with writing a bullet: the learner's own words in a good order, and what to look at. Pure.

The order is result, action, scale: what came of it, what was done for it, how big it was. Nothing is written for
anybody.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# How a bullet begins that says what somebody was there for instead of what they did.
DUTIES = (
    *("responsible for", "in charge of", "tasked with", "duties included", "worked on", "helped with", "involved in"),
)
FIRST_PERSON = frozenset({"i", "i'm", "i've", "me", "my", "mine", "myself", "we", "our", "ours", "us"})
NUMBER_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|twenty|thirty|fifty|hundred|hundreds"
    r"|thousand|thousands|million|millions|billion|half|halved|third|quarter|twice|doubled|tripled|double|triple"
)
# About what a line of a resume holds; a bullet of more than two lines is not read.
LINE_CHARACTERS = 100


@dataclass(frozen=True)
class Material:
    """What a piece of evidence or a project says, as it can go into a bullet."""

    result: str = ""
    amount: str = ""
    unit: str = ""
    action: str = ""
    scale: tuple[str, ...] = ()
    do_not_claim: str = ""


@dataclass(frozen=True)
class Step:
    """One part of the proposed order with the learner's own words for it."""

    name: str
    words: tuple[str, ...]


def proposed_order(materials: Iterable[Material]) -> list[Step]:
    """Result, action, scale, each with what the evidence says of it. A part of which it says nothing is empty."""
    all_ = list(materials)
    results = [_joined(f"{one.amount} {one.unit}".strip(), one.result) for one in all_]
    return [
        Step("Result", tuple(filter(None, results))),
        Step("Action", tuple(one.action for one in all_ if one.action)),
        Step("Scale", tuple(dict.fromkeys(said for one in all_ for said in one.scale))),
    ]


def _joined(*texts: str) -> str:
    return ": ".join(filter(None, (text.strip() for text in texts)))


def has_number(text: str) -> bool:
    """Whether a text has a number in figures or in words."""
    return bool(re.search(rf"\d|\b(?:{NUMBER_WORDS})\b", text, re.IGNORECASE))


def first_person_words(text: str) -> list[str]:
    """The words by which somebody speaks of themselves, as they stand there. Not the numeral of “Phase I”."""
    found = re.findall(r"[\w']+", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    words = [word for word in found if word.casefold() in FIRST_PERSON]
    return [
        word
        for word in words
        if not (word == "US" or (word == "I" and re.search(r"\b[A-Z][\w/-]* I\b", text) and not text.startswith("I ")))
    ]


def first_word(text: str) -> str:
    """The word that a bullet begins with, small."""
    found = re.search(r"[^\W\d_][\w-]*", text)
    return found[0].casefold() if found else ""


def advice(text: str, materials: Iterable[Material]) -> list[str]:
    """What could be looked at in a bullet, each in a sentence."""
    if not text.strip():
        return []
    all_ = list(materials)
    found = []
    lowered = " ".join(text.casefold().split())
    if duty := next((duty for duty in DUTIES if lowered.startswith(duty)), ""):
        found.append(f"It begins with “{duty}”. Begin with what came of it, or with what you did.")
    if not has_number(text):
        amounts = [f"{one.amount} {one.unit}".strip() for one in all_ if one.amount]
        found.append(f"It has no number. Your evidence has one: {amounts[0]}." if amounts else "It has no number yet.")
    elif not has_number(text[: len(text) // 2]) and len(text) > LINE_CHARACTERS // 2:
        found.append("Its number comes late. What came of it can come first.")
    if words := first_person_words(text):
        found.append(f"It says “{words[0]}”. Resumes leave the person out.")
    if len(text) > 2 * LINE_CHARACTERS:
        found.append(f"It is {len(text)} characters long, more than two lines. One thing in each bullet.")
    return found
