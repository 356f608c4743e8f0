"""Which level a degree is, by its name. Pure."""

import re

# What a degree of each level is called, in the order in which they are looked for.
NAMES = (
    ("master", r"master'?s?|m\.?\s?sc|m\.?\s?a|m\.?\s?eng|mba|doctor\w*|ph\.?\s?d|diplom-?ingenieur"),
    ("bachelor", r"bachelor'?s?|b\.?\s?sc|b\.?\s?a|b\.?\s?eng|b\.?\s?s|licen[cs]\w*"),
    ("associate", r"associate'?s?|a\.?\s?a\.?\s?s|foundation degree"),
    ("secondary", r"high school|ged|abitur|a-levels?|baccalaur\w*|secondary"),
)


def level_of(text: str) -> str:
    """The level that a degree's name says (``master``, ``bachelor``, ``associate``, ``secondary``), or nothing."""
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return next((level for level, names in NAMES if re.search(rf"(?<![\w.])(?:{names})(?![\w])", plain)), "")
