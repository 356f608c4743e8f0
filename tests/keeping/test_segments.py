from decimal import Decimal

from keeping.segments import Part, Segment, bar


def test_segments_and_gaps_fill_the_width():
    found = bar(
        [
            Part("a bachelor's degree", Decimal(1), "met"),
            Part("33 of 36 months", Decimal(33) / 36, "missing", weight=3),
            Part("0 of 35 hours", Decimal(0), "missing"),
        ]
    )
    assert found.segments == (
        Segment("0.00", "19.60", "19.60", "met", "a bachelor's degree"),
        Segment("20.60", "58.80", "53.90", "missing", "33 of 36 months"),
        Segment("80.40", "19.60", "0.00", "missing", "0 of 35 hours"),
    )
    assert found.words == "a bachelor's degree, 33 of 36 months, 0 of 35 hours"


def test_more_than_enough_fills_a_segment_and_no_more():
    assert bar([Part("60 of 35 hours", Decimal(60) / 35, "met")]).segments[0].filled == "100.00"


def test_nothing_asked_for_is_an_empty_bar():
    assert bar([]).segments == ()
