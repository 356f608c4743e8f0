"""The labelled postings are read as well as they once were."""

from functools import cache, reduce
from operator import add
from pathlib import Path

import pytest

from tests.applications.scoring import Count, overlap, paired, scores, vocabulary

POSTINGS = Path(__file__).parent.parent / "postings"
# Seventy-two that others wrote and labelled without having seen the reader or the twelve.
HARDER = Path(__file__).parent / "postings"


@cache
def total(folder=POSTINGS):
    return reduce(add, scores(folder, vocabulary()).values())


@pytest.mark.parametrize(
    ("count", "share", "floor", "of_the_harder"),
    [
        ("rows", "precision", 0.97, 0.98),
        ("rows", "recall", 0.97, 0.98),
        ("strength", "recall", 0.97, 0.99),
        ("kind", "recall", 0.97, 0.98),
        ("months", "recall", 0.95, 0.98),
        ("credentials", "recall", 0.95, 0.98),
        ("skills", "precision", 0.93, 0.93),
        ("termed", "recall", 0.97, 0.98),
        ("paraphrased", "recall", 0.9, 0.85),
        ("duties", "precision", 0.95, 0.98),
        ("duties", "recall", 0.95, 0.98),
        ("header", "recall", 0.95, 0.96),
        ("role", "recall", 0.9, 0.9),
    ],
)
def test_the_labelled_postings_are_read_as_well_as_they_were(count, share, floor, of_the_harder):
    assert getattr(total().counts[count], share) >= floor
    assert getattr(total(HARDER).counts[count], share) >= of_the_harder


@pytest.mark.parametrize(("folder", "traps"), [(POSTINGS, 89), (HARDER, 800)], ids=["the twelve", "the harder"])
def test_no_trap_is_taken_for_a_demand(folder, traps):
    assert total(folder).traps == traps
    assert total(folder).false_alarms == 0


def test_places_are_paired_one_to_one_where_they_share_half_of_the_shorter():
    assert paired([(0, 10), (2, 9)], [[(0, 10)], [(20, 30), (2, 6)]]) == [(0, 0), (1, 1)]
    assert paired([(0, 4)], [[(3, 20)]]) == []
    assert overlap((0, 4), (2, 20)) == 0.5


def test_a_share_of_nothing_is_whole():
    assert Count().precision == Count().recall == 1
    assert Count(1, 2, 4).precision == 0.5
    assert Count(1, 2, 4).recall == 0.25
