"""What the benchmark calls met."""

from dataclasses import replace

import pytest

from bench.figures import Figures, table

FAST = Figures(
    address="/",
    who="learner",
    views=400.0,
    ratio=2.0,
    p50=20.0,
    p95=30.0,
    p99=90.0,
    floor_p99=30.0,
    cold=210.5,
    queries=2,
    page_bytes=6_000,
    first_bytes=39_000,
    first_requests=6,
    again_bytes=6_000,
    bad=0,
    target=1.0,
)


@pytest.mark.parametrize(
    ("changed", "said"),
    [({}, ""), ({"ratio": 0.9}, "short: slow"), ({"p99": 90.1}, "short: p99"), ({"bad": 3}, "3 bad answers")],
)
def test_a_page_that_is_fast_but_for_one_in_a_hundred_is_not_met(changed, said):
    row = replace(FAST, **changed)
    assert row.met is ("short" not in said)
    _, line, met = table([row]).splitlines()
    assert line.split("39,000     6    6,000")[1].strip() == said
    assert met.startswith(f"{int(row.met)} of 1 pages meet")


def test_the_table_says_the_slowest_hundredth_beside_the_floors_and_what_the_first_view_took():
    head, line, _ = table([FAST], {("/", "learner"): 1.5}).splitlines()
    said = list(zip(head.split(), line.split(), strict=True))
    shown = [("p99", "90.0"), ("floor99", "30.0"), ("ratio", "3.00"), ("cold", "210.5"), ("queries", "2")]
    assert said[7:12] == shown
    assert said[-1] == ("before", "1.50")
