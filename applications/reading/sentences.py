"""Sentences and the parts between semicolons, with their places. Pure."""

import re

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"“'(\[]?[A-ZÀ-ÞĀ-Ž0-9•])")
# The same where signs part what stands in one line.
_SIGN = re.compile(r"[•●▪·►➤]")
_END_WITH_SIGNS = re.compile(rf"{_END.pattern}|\s+{_SIGN.pattern}\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|eg|ie|etc|approx|min|max|sr|jr|inc|ltd|dr|mr|mrs|ms|vs|incl|st|no|nr|ca|z\.b|u\.a|d\.h|"
    r"bzw|ggf|inkl|mind|dept|yrs?|exp|resp|ref|pref|reqd|req|cert|mgmt|dev|tech|vol|corp|co|p\.a|est|tel|ext|a\.m|"
    r"p\.m|ph\.d|b\.sc|m\.sc|b\.a|m\.a|b\.e|u\.s|u\.k|b\.tech|dipl|kat|evtl|abt|gem|std|zzgl)|\b[A-Z]|\.[a-z]|"
    r"(?:[;:,]|\band|\bor)\s\(?\d{1,2})\.\Z",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r";\s+")

# No sentence of a posting is longer, in characters: what is has no marks, and is cut so that reading it stays quick.
LONGEST = 1_200


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each sentence between two places begins and ends, its closing mark left out."""
    found: list[tuple[int, int]] = []
    at = start
    line = text[start:end]
    pattern = _END if line.isascii() or not _SIGN.search(line) else _END_WITH_SIGNS
    for match in pattern.finditer(text, start, end):
        mark = text[match.start()]
        shortened = mark == "." and _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1)
        after_etc = text[max(0, match.start() - 3) : match.start()].lower() == "etc"
        if shortened and not (after_etc and text[match.end() : match.end() + 1].isupper()):
            continue
        _add(text, found, at, match.start() if mark in ".…" else match.start() + (mark in "!?"))
        at = match.end()
    _add(text, found, at, end)
    return found


def parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between semicolons, outside brackets."""
    found: list[tuple[int, int]] = []
    at = start
    if text.find(";", start, end) < 0:
        _add(text, found, start, end)
        return found
    for match in _SEMICOLON.finditer(text, start, end):
        before = text[start : match.start()]
        if before.count("(") > before.count(")"):
            continue
        _add(text, found, at, match.start())
        at = match.end()
    _add(text, found, at, end)
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without outer spaces, commas and closing marks, and without a bracket that is only half there."""
    while start < end and (text[start] in " \t\n\r\u00a0,;:.*_|·•–—-" or text[start] == "/"):
        if text[start] == "." and start + 1 < end and text[start + 1].isalpha():
            break
        start += 1
    while end > start and text[end - 1] in " \t\n\r\u00a0,;:.*_|·•–—":
        if (
            text[end - 1] == "."
            and re.search(r"(?:\b[A-Z]\.|[a-z]\.[a-z])[A-Za-z]\.\Z|\betc\.\Z", text[max(start, end - 8) : end])
            and end - start < 12
        ):
            break
        end -= 1
    inner = text[start:end]
    if inner.startswith("(") and inner.endswith(")") and inner.count("(") == 1:
        return trimmed(text, start + 1, end - 1)
    if inner.startswith(("(", "[")) and inner.count(inner[0]) > inner.count(")" if inner[0] == "(" else "]"):
        return trimmed(text, start + 1, end)
    if inner.endswith(")") and inner.count(")") > inner.count("("):
        return trimmed(text, start, end - 1)
    return start, end


def _add(text: str, found: list[tuple[int, int]], start: int, end: int) -> None:
    while start < end and text[start] in " \t\n\r\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\n\r\u00a0.;":
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found.append((start, cut))
        start = cut
        while start < end and text[start] in " \t\n\r\u00a0":
            start += 1
    if start < end:
        found.append((start, end))
