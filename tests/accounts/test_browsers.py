"""What browsers call themselves, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.browsers import BROWSERS, SYSTEMS, in_words

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/142.0.0.0 Safari/537.36", "Chrome on Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/142.0 Safari/537.36 Edg/142.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (f"{IPHONE} Version/18.4 Mobile/15E148 Safari/604.1", "Safari on an iPhone"),
        (f"{IPHONE} CriOS/142.0 Mobile/15E148 Safari/604.1", "Chrome on an iPhone"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 "
            "Safari/605.1.15",
            "Safari on a Mac",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 15; SM-S921B) {WEBKIT} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
            "Samsung Internet on Android",
        ),
        (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/142.0 Safari/537.36", "Chrome on Chrome OS"),
        ("Mozilla/5.0 (Windows NT 10.0) Something/1", "A browser on Windows"),
        ("curl/8.5.0", "An unknown browser"),
        ("", "An unknown browser"),
    ],
)
def test_browsers_of_today(agent, words):
    assert in_words(agent) == words


@given(st.text())
def test_anything_has_a_name_out_of_those_we_know(agent):
    browsers = {name for name, _ in BROWSERS} | {"A browser"}
    systems = {name for name, _ in SYSTEMS}
    browser, _, system = in_words(agent).partition(" on ")
    assert (browser in browsers and system in systems) or (browser, system) in {
        *((name, "") for name in browsers),
        ("An unknown browser", ""),
    }
