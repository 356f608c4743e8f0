"""Patterns taken apart find what the whole pattern finds."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from applications import reading
from applications.reading import strength, traps
from applications.reading.needed import ASCII, begins, needed
from applications.reading.quick import Beginnings, Quick, Together, lowered

WORDS = (
    "You must hold a driving licence; SAP and Jira are a plus, or would be NICE to have.",
    "We offer a pension, 401(k) match and 25 days of holiday; no visa sponsorship.",
    "Bachelor's degree or equivalent is not required but İstanbul helps",
    "",
)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:a plus|nice to have|must)\b",
        r"one|\btwo (?:or|and) three|pension|holidays?",
        r"(?:not|never) required|no visa",
        r"(?:would )?be nice",
        r"(?P<kept>sap|jira)",
        r"[,;]\s+(?:and |or )?",
        r"\bplus|\bplus, or|a plus",
        r"deg[r|]ee\b|\(k\)",
    ],
)
def test_finds_the_same_places_as_the_whole_pattern(pattern: str) -> None:
    quick, whole = Quick(pattern), re.compile(pattern, re.IGNORECASE)
    for words in WORDS:
        assert [found.span() for found in quick.finditer(words)] == [found.span() for found in whole.finditer(words)]
        found, wanted = quick.search(words), whole.search(words)
        assert (found and found.span()) == (wanted and wanted.span())
        found, wanted = quick.match(words), whole.match(words)
        assert (found and found.span()) == (wanted and wanted.span())


@pytest.mark.parametrize("quick", [traps.BENEFIT, traps.PROCESS, traps.EEO, traps.SITE, strength.AFTER, strength.FIRM])
def test_long_patterns_find_the_same(quick: Quick) -> None:
    for words in WORDS:
        assert [found.span() for found in quick.finditer(words)] == [
            found.span() for found in quick.plain.finditer(words)
        ]


def test_the_whole_text_may_be_the_second_way() -> None:
    found = Quick(r"\b(?:sap|sap and jira)\b").fullmatch("SAP and Jira")

    assert found is not None
    assert found.group() == "sap and jira"


@pytest.mark.parametrize(
    "pattern", [r"\b(?:SAP|Jira)\b", r"(?P<kept>[A-Z]{3}) and", r"(?:Bachelor|licence)(?!;)", r"\b(?:sap|jira)\b"]
)
def test_where_capitals_matter_it_finds_what_the_whole_pattern_finds(pattern: str) -> None:
    quick, whole = Quick(pattern, exact=True), re.compile(pattern)
    for words in WORDS:
        assert [found.span() for found in quick.finditer(words)] == [found.span() for found in whole.finditer(words)]
        assert [found.group() for found in quick.finditer(words)] == [found.group() for found in whole.finditer(words)]


def every_pattern() -> list[Quick]:
    """Those that the reader keeps by a name."""
    modules = [import_module(f"applications.reading.{name}") for _, name, _ in iter_modules(reading.__path__)]
    return [one for module in modules for one in vars(module).values() if isinstance(one, Quick)]


def test_no_line_of_a_posting_is_passed_over_where_a_pattern_matches() -> None:
    texts = (file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parent / "postings").glob("*.txt")))
    lines = sorted({line.strip(" *-•") for text in texts for line in text.splitlines()})[::4]
    patterns = [
        (quick, re.compile(quick.plain.pattern if quick.exact else lowered(quick.plain.pattern)))
        for quick in set(every_pattern())
    ]
    assert len(lines) > 300
    assert len(patterns) > 100
    for line in lines:
        for quick, whole in patterns:
            words = line if quick.exact else line.lower()
            assert (quick.search(line) is None) == (whole.search(words) is None), (line, whole.pattern[:80])
            assert (quick.match(line) is None) == (whole.match(words) is None), (line, whole.pattern[:80])


@pytest.mark.parametrize(
    ("pattern", "matches", "others"),
    [
        (r"\bsit(?:ting)? (?:for|at)\b", "to sit for hours", ("a position for an hour", "they sit down", "sits for")),
        (r"(?<!\w)we (?:will )?pay\b", "as we will pay", ("we pays", "we say", "owe pay")),
        (r"(?:ISO|iec)[- ]?27001", "an iso27001 audit", ("an iso audit", "iec27")),
        (r"^over\b", "over", ("moreover", "overly")),
    ],
)
def test_pieces_stand_at_the_edges_that_a_pattern_says(pattern: str, matches: str, others: tuple[str, ...]) -> None:
    groups = needed(pattern.lower(), most=2)

    def may_match(text: str) -> bool:
        return all(any(piece.is_in(token) for token in text.split() for piece in group) for group in groups)

    assert groups
    assert may_match(matches)
    assert not any(map(may_match, others))


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r"\b(?:an?|[x-z])b", "axyz"),
        (r"(?:q )?(?!z)w", "qw"),
        (r"\d+", "0123456789"),
        (r"(?:ab)?", None),
        (r"\W*c?", None),
    ],
)
def test_a_match_begins_with_a_sign_that_the_pattern_has_first(pattern: str, signs: str | None) -> None:
    assert begins(pattern) == (ASCII if signs is None else frozenset(signs))


def test_of_patterns_by_name_the_first_counts_that_begins_one_of_the_texts() -> None:
    named = Beginnings((("wish", "nice to have|bonus"), ("must", r"bonus|must\b"), ("duty", "what you")))

    assert named.first("bonus points", "") == "wish"
    assert named.first("the must-haves", "must-haves") == "must"
    assert named.first("our what you do", "a bonus") is None


def test_patterns_together_may_match_where_one_of_them_does() -> None:
    together = Together(Quick(r"a plus\b"), Quick(r"nice to have"), Quick(r"\bTS\b", exact=True))

    assert [together.may_match(words) for words in ("SAP a plus", "NICE to have", "ts", "İ", "a place")] == [
        True,
        True,
        True,
        True,
        False,
    ]
