"""Patterns taken apart find what the whole pattern finds."""

import re

import pytest

from applications.reading import strength, traps
from applications.reading.quick import Quick

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
