"""Which language is meant by what somebody wrote into their resume."""

import re
from functools import cache

from django.conf.locale import LANG_INFO

# What Django has under no such name.
MORE = {
    "chinese": "zh",
    "mandarin": "zh",
    "cantonese": "zh",
    "中文": "zh",
    "farsi": "fa",
    "dari": "fa",
    "gujarati": "gu",
    "tagalog": "tl",
    "filipino": "tl",
    "castilian": "es",
    "flemish": "nl",
    "moldovan": "ro",
    "amharic": "am",
    "hausa": "ha",
    "somali": "so",
    "yoruba": "yo",
    "zulu": "zu",
    "maltese": "mt",
    "sinhala": "si",
    "kurdish": "ku",
    "bokmål": "no",
    "latin": "la",
}
# A variety counts as the language: postings ask for Norwegian and Chinese.
AS = {"nb": "no", "nn": "no"}


@cache
def _codes() -> dict[str, str]:
    """The code by ISO 639-1 of each name, English or its own, without case."""
    found: dict[str, str] = {}
    for code, language in LANG_INFO.items():
        short = code.partition("-")[0]
        if len(short) == 2:
            for name in (language.get("name"), language.get("name_local")):
                if name:
                    found.setdefault(name.casefold(), AS.get(short, short))
    return found | MORE


def code_of(title: str) -> str:
    """The language that a title names, such as "German (native)", by ISO 639-1; empty if none is known."""
    known = _codes()
    plain = title.casefold().strip()
    if plain in known:
        return known[plain]
    words = re.findall(r"\w+", plain)
    return next((known[word] for word in words if word in known), "")
