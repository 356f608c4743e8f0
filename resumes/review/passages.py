"""What of a resume can be commented on: each passage with its key and how it reads. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resumes.making.composing import HEADLINE, SUMMARY, section_key
from resumes.writing.content import HEADINGS, Kind
from resumes.writing.document import Block, Document, Line, Part

# The resume as a whole.
WHOLE = ""
# What a key is called where the resume itself cannot be asked.
CALLED = {WHOLE: "the whole resume", HEADLINE: "the line under the name", SUMMARY: "the summary"}
NAMES = {kind.value: heading for kind, heading in HEADINGS.items()}


@dataclass(frozen=True)
class Passage:
    """One bullet. ``box`` is what belongs to it on the page: where it is commented on."""

    text: str
    box: Any = None


@dataclass(frozen=True)
class Piece:
    """One entry, or an employer, with its bullets. Without a key it has no ``box``."""

    block: Block
    bullets: tuple[Passage, ...]
    box: Any = None


@dataclass(frozen=True)
class Chapter:
    """One section in the order of the file."""

    part: Part
    pieces: tuple[Piece, ...]
    box: Any = None


def said_in(document: Document) -> dict[str, str]:
    """How everything reads that can be commented on, by key, from top to bottom; the whole comes first, without words.

    What a section holds is said of its entries; only of names in one line, such as skills, it is said of the section.
    """
    said = {WHOLE: ""}
    if document.headline:
        said[HEADLINE] = document.headline
    for part in document.parts:
        said[_key_of(part)] = _text(*_of_section(part))
        for block in part.blocks:
            if block.key:
                said[block.key] = _text(*block.head, *_texts(block.paragraphs))
            said |= {bullet.key: bullet.text for bullet in block.bullets if bullet.key}
    return said


def with_boxes(document: Document, boxes: Mapping[str, Any]) -> list[Chapter]:
    """The sections of a resume with what belongs to each passage, by key."""
    return [
        Chapter(
            part,
            tuple(
                Piece(
                    block,
                    tuple(
                        Passage(bullet.text, boxes.get(bullet.key) if bullet.key else None) for bullet in block.bullets
                    ),
                    boxes.get(block.key) if block.key else None,
                )
                for block in part.blocks
            ),
            boxes.get(_key_of(part)),
        )
        for part in document.parts
    ]


def called(key: str) -> str:
    """What a key stands for, in words, without asking any resume."""
    what, _, which = key.partition(":")
    if key in CALLED:
        return CALLED[key]
    if what == "section":
        return f"the section {NAMES.get(which, which)}"
    return "a bullet" if what == "bullet" else "an entry"


def _key_of(part: Part) -> str:
    return SUMMARY if part.kind is Kind.SUMMARY else section_key(part.kind)


def _of_section(part: Part) -> list[str]:
    if part.kind is Kind.SUMMARY:
        return _texts(part.paragraphs)
    return [part.heading, ", ".join(_texts(part.names))]


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def _text(*lines: str) -> str:
    return "\n".join(filter(None, lines))
