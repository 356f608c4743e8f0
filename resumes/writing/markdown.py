"""Writes a resume as Markdown (CommonMark), in which everything somebody wrote comes out as they typed it. Pure."""

import re

from resumes.writing.content import Content
from resumes.writing.document import BETWEEN, Block, Piece, lay_out

# Whatever could begin or end something inside a line; tildes, pipes and dollars do in GitHub's Markdown.
INSIDE = re.compile(r"([\\`*_\[\]<>&~|$#])")
# What makes a list, a heading's underline, or a rule of the beginning of a line. ``#`` and ``>`` are escaped anywhere.
AT_THE_START = re.compile(r"^([-+=])|^(\d{1,9})([.)])")


def to_markdown(content: Content) -> str:
    """A resume as Markdown. Lines end with ``\\n``. Raises ``TooLongError``."""
    document = lay_out(content)
    groups = [[f"# {_inside(document.name)}"]]
    if document.headline:
        groups.append([_line(document.headline)])
    if document.contact:
        groups.append(_broken([_pieces(line) for line in document.contact]))
    for part in document.parts:
        groups.append([f"## {_inside(part.heading)}"])
        groups += [[_line(line.text)] for line in part.paragraphs]
        if part.names:
            groups.append([_line(", ".join(line.text for line in part.names))])
        for block in part.blocks:
            groups += _block(block)
    return "\n\n".join("\n".join(group) for group in groups) + "\n"


def _block(block: Block) -> list[list[str]]:
    title, details = block.title, _pieces(block.details)
    groups = []
    if not block.is_line:
        beside = title and details and block.joint != "\n"
        head = f"{_inside(title)}{block.joint}{details}" if beside else _inside(title)
        if head:
            groups.append([f"{'####' if block.below else '###'} {head}"])
        if details and not beside:
            groups.append([_start(details)])
    else:
        joint = block.joint if title and details else ""
        groups.append([f"{f'**{_inside(title)}**' if title else ''}{joint}{details}"])
    groups += [[_line(line.text)] for line in block.paragraphs]
    if block.bullets:
        groups.append([f"- {_line(line.text)}" for line in block.bullets])
    return groups


def _broken(lines: list[str]) -> list[str]:
    """Lines with a break kept between them."""
    return [*(f"{_start(line)}\\" for line in lines[:-1]), _start(lines[-1])]


def _pieces(pieces: tuple[Piece, ...]) -> str:
    return BETWEEN.join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    if not piece.address:
        return _inside(piece.text)
    address = re.sub(r"([\\`*_\[\]<>&()])", r"\\\1", piece.address)
    return f"[{_inside(piece.text)}](<{address}>)"


def _line(text: str) -> str:
    return _start(_inside(text))


def _start(text: str) -> str:
    return AT_THE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _inside(text: str) -> str:
    return INSIDE.sub(r"\\\1", text)
