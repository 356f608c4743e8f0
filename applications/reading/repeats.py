"""Finds where a posting says the same demand again: a summary, a copy, a second language. Pure."""

import re
from dataclasses import replace

from applications.reading.shapes import Row
from applications.reading.words import words

# So many words only name a thing.
_BARE = 3
_NAMED_BARELY = {"clearance": 12, "travel": 3, "language": 4, "experience": 4, "other": 18}
_LEVEL = re.compile(
    r"\b(?:TS(?:/SCI)?|Top[ -]Secret|Secret|Public Trust|NV-?[12]|Baseline|BPSS|SC|DV|Reliability|Ü[123])\b"
)
# Conditions that are one demand however often they are said.
_TOPICS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"citizen|\bU\.?S\.? persons?\b",
        r"driv(?:ing|er['’]?s?)['’]? licen[cs]e|führerschein",
        r"\bdays\b.*\b(?:NP|LWD|serving|only|notice)|notice period|immediate\b.*\bdays|immediate joiner",
        r"\blocals?\b.*\bonly\b|\blive within\b|\blocal candidates\b",
    )
)


def joined(rows: list[Row], summaries: list[Row]) -> list[Row]:
    """The rows without repetitions, each kept as ``also`` of its fullest wording.

    ``summaries`` come from lists of keywords: they repeat a row that names the same, or stand for themselves.
    """
    kept: list[Row] = []
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        key = (_plain(row.passage.quote), row.strength, row.kind)
        if key in seen:
            first = kept[seen[key]]
            kept[seen[key]] = replace(first, also=(*first.also, row.passage))
            continue
        seen[key] = len(kept)
        kept.append(row)
    kept = _without_bare_names(kept)
    for row in summaries:
        best = max(range(len(kept)), key=lambda at: _shared(kept[at], row), default=-1)
        if best >= 0 and _shared(kept[best], row) > 0:
            kept[best] = replace(kept[best], also=(*kept[best].also, row.passage))
        elif row.kind != "other" or len(row.passage.quote.split()) > _BARE:
            kept.append(row)
    return sorted(kept, key=lambda row: row.passage.start)


def _without_bare_names(rows: list[Row]) -> list[Row]:
    """What a table of facts only names, "Secret", "25%", "French an asset", is what a sentence asks for in full."""
    kept = list(rows)
    for row in rows:
        if row.kind not in _NAMED_BARELY or len(row.passage.quote.split()) > _NAMED_BARELY[row.kind]:
            continue
        here = next(at for at, one in enumerate(kept) if one.passage == row.passage)
        for at, full in enumerate(kept):
            if at != here and _says_in_full(full, kept[here]):
                kept[at] = replace(full, also=(*full.also, row.passage, *kept[here].also))
                del kept[here]
                break
    return kept


def _levels(quote: str) -> frozenset[str]:
    found = (match.group().lower().replace("-", " ") for match in _LEVEL.finditer(quote))
    return frozenset("top secret" if level.startswith(("ts", "top")) else level.replace(" ", "") for level in found)


def _says_in_full(full: Row, bare: Row) -> bool:
    if full.kind != bare.kind or len(full.passage.quote) <= len(bare.passage.quote):
        return False
    if bare.kind == "clearance" and len(bare.passage.quote.split()) <= _BARE:
        said = bare.passage.quote.lower() in full.passage.quote.lower()
        return said or (
            bool(_levels(bare.passage.quote)) and _levels(bare.passage.quote) == _levels(full.passage.quote)
        )
    if full.strength != bare.strength:
        return False
    if bare.kind == "clearance":
        levels = _levels(bare.passage.quote)
        return bool(levels) and levels == _levels(full.passage.quote)
    if bare.kind == "other":
        return any(topic.search(bare.passage.quote) and topic.search(full.passage.quote) for topic in _TOPICS)
    if bare.kind == "travel":
        return bare.percent is not None and bare.percent == full.percent
    if bare.kind == "language":
        return bool(bare.languages) and set(bare.languages) <= set(full.languages)
    return bare.months is not None and bare.months == full.months and not bare.skills and not bare.within_previous


def _plain(quote: str) -> str:
    return " ".join(word.base for word in words(quote))


def _shared(full: Row, short: Row) -> float:
    """How much of what a short row names the full one names too."""
    if short.kind == "experience" and full.kind == "experience":
        if short.months != full.months:
            return 0
        return 1 + len(set(short.skills) & set(full.skills)) / 10
    if short.kind == "experience" and short.months is not None:
        # It says a time, and the other does not.
        return 0
    if short.kind == full.kind and short.kind in ("clearance", "travel", "degree"):
        return 0.5 if (short.percent, short.level) == (full.percent, full.level) else 0
    ids = {*short.skills, *short.credentials, *short.languages, *short.unlisted}
    same = ids & {*full.skills, *full.credentials, *full.languages, *full.unlisted}
    return len(same) / len(ids) if ids else 0
