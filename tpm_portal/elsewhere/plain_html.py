"""The text of a field of cards, which is HTML: lines and lists stay, pictures and sounds are counted. Pure."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

BLOCKS = frozenset(re.split(" ", "address blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr ol p pre section table tr ul"))
HIDDEN = frozenset(("script", "style", "head", "title", "template"))
SOUND = re.compile(r"\[(?:sound|anki:play|anki:tts)[^\]\n]*\]")
# A gap to be filled, with or without a hint: {{c1::Scrum::a framework}}.
GAP = re.compile(r"\{\{c\d{1,3}::(.*?)(?:::[^{}]*?)?\}\}", re.DOTALL)
MARKUP = re.compile(
    r"</?(?:br|div|p|b|i|u|ul|ol|li|span|img|font|strong|em)\b[^<>]*>|&(?:nbsp|lt|gt|amp|quot|#\d+);", re.I
)


@dataclass(frozen=True)
class Plain:
    """The text of a field, and how many pictures and sounds it leaves out."""

    text: str
    left_out: int = 0


def plain_of(field: str) -> Plain:
    """A field of HTML as text."""
    reader = _Reader()
    reader.feed(field)
    reader.close()
    return _tidied("".join(reader.parts), reader.pictures)


def plain_text(field: str) -> Plain:
    """A field that is text already."""
    return _tidied(field, 0)


def has_markup(field: str) -> bool:
    """Whether a field of which nobody says so seems to be HTML."""
    return bool(MARKUP.search(field))


def _tidied(text: str, pictures: int) -> Plain:
    sounds = len(SOUND.findall(text))
    text = GAP.sub(r"\1", SOUND.sub("", text)).replace("\xa0", " ").replace("\r\n", "\n").replace("\r", "\n")
    lines = [" ".join(line.split(" ")).rstrip() for line in text.split("\n")]
    return Plain(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), pictures + sounds)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.pictures = 0
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden += 1
        elif tag in ("img", "audio", "video", "object", "svg"):
            self.pictures += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self._end_line()
            self.parts.append("- ")
        elif tag in BLOCKS:
            self._end_line()
        elif tag in ("td", "th") and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in BLOCKS or tag == "li":
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            # A line break of the source is a space.
            self.parts.append(re.sub(r"[\r\n]+", " ", data))

    def _end_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
