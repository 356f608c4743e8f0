"""Writes a resume as plain text. Pure."""

from resumes.writing.content import Content
from resumes.writing.document import BETWEEN, Block, lay_out


def to_text(content: Content) -> str:
    """The words of a resume, for a form that takes no file. Lines end with ``\\n``. Raises ``TooLongError``."""
    document = lay_out(content)
    contact = [BETWEEN.join(piece.text for piece in line) for line in document.contact]
    groups = [[document.name, *filter(None, [document.headline]), *contact]]
    for part in document.parts:
        groups.append([part.heading, *(line.text for line in part.paragraphs)])
        if part.names:
            groups[-1].append(", ".join(line.text for line in part.names))
        for number, block in enumerate(part.blocks):
            # The first entry, and those of a line only, stand close to what is above them.
            if number == 0 or (block.is_line and part.blocks[number - 1].is_line):
                groups[-1] += _lines(block)
            else:
                groups.append(_lines(block))
    return "\n\n".join("\n".join(group) for group in groups) + "\n"


def _lines(block: Block) -> list[str]:
    return [*block.head, *(line.text for line in block.paragraphs), *(f"- {line.text}" for line in block.bullets)]
