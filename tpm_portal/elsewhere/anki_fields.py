"""A card of Anki as the fields of its note, which are HTML; what somebody wrote is never read as markup. Pure.

The fields are frozen, in their order: Anki stops updating the notes of a kind to which one is added. What is to come
goes into the spare one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

FIELDS = ("Question", "My answer", "What a good answer covers", "Follow-up questions", "Link", "Spare")
PARTS = {"situation": "Situation", "task": "Task", "action": "Action", "result": "Result"}
# Anki plays, draws or sets what stands in these.
ALIVE = str.maketrans({"[": "&#91;", "\\": "&#92;", "{": "&#123;"})


@dataclass(frozen=True)
class Card:
    """A question with its answer and points. ``name`` is what it is known again by, whatever its words become."""

    name: str
    question: str
    deck: str
    deck_name: str
    answer: Mapping[str, str] = field(default_factory=dict)
    points: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    link: str = ""


def fields_of(card: Card) -> tuple[str, ...]:
    """The fields of a card, as many as ``FIELDS``."""
    return (
        lines(card.question),
        answer_of(card.answer),
        listed(card.points),
        listed(card.follow_ups),
        f'<a href="{text_of(card.link)}">{text_of(card.link)}</a>' if card.link else "",
        "",
    )


def answer_of(said: Mapping[str, str]) -> str:
    """An answer in one's own words, or in four parts with their names."""
    if said.get("text"):
        return lines(said["text"])
    parts = [f"<b>{name}</b><br>{lines(said[part])}" for part, name in PARTS.items() if said.get(part)]
    return "<br><br>".join(parts)


def text_of(text: str) -> str:
    """A text as HTML that says nothing but this text."""
    return escape(text, quote=True).translate(ALIVE)


def lines(text: str) -> str:
    return "<br>".join(text_of(line) for line in text.split("\n"))


def listed(points: Iterable[str]) -> str:
    said = "".join(f"<li>{text_of(point)}</li>" for point in points)
    return f"<ul>{said}</ul>" if said else ""
