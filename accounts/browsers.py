"""What a browser calls itself, in words: ``Chrome on Windows``. Pure."""

import re

# The first that fits: most browsers also call themselves by the names of older ones.
BROWSERS = (
    ("Edge", r"\bEdg(?:e|A|iOS)?/"),
    ("Opera", r"\b(?:OPR|Opera)/"),
    ("Samsung Internet", r"\bSamsungBrowser/"),
    ("Firefox", r"\b(?:Firefox|FxiOS)/"),
    ("Chrome", r"\b(?:Chrome|Chromium|CriOS|HeadlessChrome)/"),
    ("Safari", r"\bSafari/"),
)
SYSTEMS = (
    ("an iPhone", r"\biPhone\b"),
    ("an iPad", r"\biPad\b"),
    ("Android", r"\bAndroid\b"),
    ("Chrome OS", r"\bCrOS\b"),
    ("Windows", r"\bWindows\b"),
    ("a Mac", r"\b(?:Macintosh|Mac OS X)\b"),
    ("Linux", r"\b(?:Linux|X11)\b"),
)


def in_words(user_agent: str) -> str:
    """The browser and what it runs on; what is not known is said to be so."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    if browser and system:
        return f"{browser} on {system}"
    if system:
        return f"A browser on {system}"
    return browser or "An unknown browser"


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for name, pattern in names if re.search(pattern, user_agent)), "")
