"""The label, or the first sentence that is a heading, that stands before what a line says. Pure."""

import re

from applications.reading.headings import part_of

_LABEL = re.compile(r"(?P<label>[^\s:.;!?()\d][^:.;!?()\n]{1,60}?)(?:\s\([^)\n]{1,30}\))?\s?:\*{0,2}\s+(?=\S)")
# "What do you need? A degree in ...", "Day to day. You will ...": the first sentence is the heading of the rest.
_RUN_IN = re.compile(r"(?P<label>[^\W\d_][^.:;!?\n]{2,60}?)(?:\?|\.|\s[–—-])\s+(?=[\"“'(]?[A-ZÀ-Þ\d])")
_BOLD = re.compile(r"\*\*(?P<label>[^*\n]{2,40}?)[.:]?\*\*[.:]?\s+(?=\S)")
# "*CTC* up to 18 LPA", as chats write it.
STARRED = re.compile(r"(?P<label>[^*\n]{2,30})\*\s+(?=\S)")
# A label with its brackets ends before so many characters.
_LONGEST_LABEL = 110


def label_before(text: str, start: int, end: int, *, bullet: bool) -> re.Match[str] | None:
    """What stands before a colon, in bold, or as a known heading that is the first sentence of its line."""
    has_colon = text.find(":", start, min(end, start + _LONGEST_LABEL)) > 0
    return (_LABEL.match(text, start, end) if has_colon else None) or _run_in(text, start, end, bullet=bullet)


def _run_in(text: str, start: int, end: int, *, bullet: bool) -> re.Match[str] | None:
    """A known heading that is the first sentence of its line: a question, or at most four words."""
    if bold := _BOLD.match(text, start, end):
        return bold
    if text[start - 1 : start] == "*" and (starred := STARRED.match(text, start, end)):
        return starred
    match = None if bullet else _RUN_IN.match(text, start, end)
    if match is None or part_of(match["label"]) is None:
        return None
    asked = text[match.end("label")] == "?"
    return match if asked or len(match["label"].split()) <= 4 else None
