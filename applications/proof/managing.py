"""Whether a posting asks for time of managing projects or their like, and whether a position was that. Pure.

Whoever asks for "5 years of project management" does not mean five years at a help desk: then led projects count, and
positions whose title says it. "5 years in operations or project management" means either, so that all work counts.
"""

import re

_WHAT = r"(?:projects?|programs?|programmes?|products?|portfolios?|delivery|release|pmo)"
# "Project and program management", "projects/programs" and "5 or more" are not one thing or another.
_TOGETHER = re.compile(rf"\b({_WHAT})(?:,| ?/ ?| and/or | and | or )+(?={_WHAT}\b)", re.IGNORECASE)
_NUMBERS = re.compile(r"\b\w+ or (?:more|over|above)\b|\bor (?:equivalent|similar|related|comparable)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\bor\b", re.IGNORECASE)
_ASKED = re.compile(
    rf"\b{_WHAT}[ -]+(?:[\w-]+ ){{0,2}}(?:manage(?:ment|r)?\b|managing|leadership|lead\b)|"
    rf"\b(?:manag(?:e|ed|ing)|lead|leading|led|run|running|coordinat\w+|directing)\s+(?:[\w,-]+ ){{0,4}}{_WHAT}\b|"
    r"\bscrum master\b|(?-i:\bT?PM\b)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"\b{_WHAT}\b.*\b(?:manag\w+|leads?|leader|director|head|owner|officer|coordinator|master|pm)\b|"
    rf"\b(?:head|director|manager|leader|lead) of (?:[\w-]+ ){{0,2}}{_WHAT}\b|\bscrum master\b|(?-i:\bT?PM\b)",
    re.IGNORECASE,
)


def asks_to_manage(quote: str) -> bool:
    """Whether time of managing projects, programs or products is asked for, and nothing else would do."""
    words = _NUMBERS.sub(" ", _TOGETHER.sub("", quote))
    return _ASKED.search(words) is not None and _OTHERWISE.search(words) is None


def manages(title: str) -> bool:
    """Whether the title of a position says that it was managing projects, programs or products."""
    return _TITLE.search(title) is not None
