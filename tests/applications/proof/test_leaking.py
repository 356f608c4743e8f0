from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.proof.leaking import (
    REACHED,
    STAYS,
    Came,
    Flow,
    Journey,
    Stay,
    by_met,
    by_resume,
    by_source,
    flow,
    stays,
)

ALL_STAGES = (*STAYS, "accepted", "rejected", "no_answer", "withdrew", "role_closed", "declined")


def journey(stages, **fields):
    """Stages as ``saved 3, applied 5``: each with its day in November."""
    came = (one.split() for one in stages.split(", ") if one)
    return Journey(tuple(Came(stage, date(2026, 11, int(day))) for stage, day in came), **fields)


@pytest.mark.parametrize(
    ("stages", "applied", "answered", "interviewed", "offered"),
    [
        ("", 0, 0, 0, 0),
        ("saved 1", 0, 0, 0, 0),
        ("saved 1, applied 2", 1, 0, 0, 0),
        ("applied 2, no_answer 20", 1, 0, 0, 0),
        ("applied 2, rejected 20", 1, 1, 0, 0),
        ("rejected 20", 1, 1, 0, 0),
        ("applied 2, screening 5", 1, 1, 0, 0),
        ("applied 2, screening 5, rejected 6", 1, 1, 0, 0),
        ("applied 2, rounds 5, rejected 9", 1, 1, 1, 0),
        ("rounds 5", 1, 1, 1, 0),
        ("applied 2, rounds 5, withdrew 6", 1, 1, 1, 0),
        ("saved 1, withdrew 2", 0, 0, 0, 0),
        ("saved 1, role_closed 2", 0, 0, 0, 0),
        ("applied 1, role_closed 2", 1, 0, 0, 0),
        ("applied 2, offer 9", 1, 1, 1, 1),
        ("applied 2, offer 9, declined 10", 1, 1, 1, 1),
        ("applied 2, offer 9, accepted 10", 1, 1, 1, 1),
        ("applied 2, no_answer 9, screening 12", 1, 1, 0, 0),
    ],
)
def test_how_far_an_application_came(stages, applied, answered, interviewed, offered):
    assert flow([journey(stages)]) == Flow("", applied, answered, interviewed, offered)


def test_by_source_the_most_used_first_and_what_is_not_known_last():
    journeys = [
        journey("applied 1"),
        journey("applied 1"),
        journey("applied 1"),
        journey("applied 1, rounds 4", source="A friend"),
        journey("applied 1", source="a board"),
        journey("applied 1, rejected 3", source="a board"),
        journey("saved 1", source="Never used"),
        journey("applied 1", source="Zoo"),
    ]
    assert by_source(journeys) == [
        Flow("a board", 2, 1, 0, 0),
        Flow("A friend", 1, 1, 1, 0),
        Flow("Zoo", 1, 0, 0, 0),
        Flow("", 3, 0, 0, 0),
    ]


def test_by_resume():
    journeys = [journey("applied 1, offer 9", resume="Platform"), journey("applied 1", resume="Generalist")]
    assert by_resume(journeys) == [Flow("Generalist", 1, 0, 0, 0), Flow("Platform", 1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("met", "required", "band"),
    [
        (0, 0, "nothing"),
        (1, 1, "all"),
        (9, 9, "all"),
        (8, 9, "half"),
        (5, 9, "half"),
        (4, 8, "half"),
        (4, 9, "fewer"),
        (0, 1, "fewer"),
    ],
)
def test_how_much_of_what_was_required_was_met(met, required, band):
    assert journey("applied 1", met=met, required=required).band == band


def test_by_what_was_met_in_the_order_of_the_bands():
    journeys = [journey("applied 1", met=met, required=2) for met in (0, 2, 2, 1, 0, 0)] + [journey("rejected 2")]
    assert [(each.group, each.applied) for each in by_met(journeys)] == [
        ("all", 2),
        ("half", 1),
        ("fewer", 3),
        ("nothing", 1),
    ]


@pytest.mark.parametrize(("number", "enough"), [(0, False), (9, False), (10, True), (11, True)])
def test_fewer_than_ten_are_not_enough(number, enough):
    journeys = [journey("applied 1, screening 3")] * number + [journey("saved 1")] * 5
    assert flow(journeys).enough is enough
    assert all(stay.enough is enough for stay in stays(journeys))


@pytest.mark.parametrize(
    ("journeys", "found"),
    [
        ([], []),
        (["saved 1"], []),
        (["saved 1, applied 4"], [("saved", 1, 3.0)]),
        (["saved 1, applied 1"], [("saved", 1, 0.0)]),
        (["applied 1, rejected 11"], [("applied", 1, 10.0)]),
        (["applied 1, screening 3", "applied 1, screening 10", "applied 1, screening 4"], [("applied", 3, 3.0)]),
        (["applied 1, screening 3", "applied 1, screening 4"], [("applied", 2, 2.5)]),
        # Dated back: recorded last, but it came first.
        (["screening 9, applied 2"], [("applied", 1, 7.0)]),
        # Recorded twice while it lasted.
        (["rounds 2, rounds 5, offer 9"], [("rounds", 1, 7.0)]),
        # Ended and opened again: the ending is no stay.
        (["applied 1, rejected 3, screening 8, rounds 10"], [("applied", 1, 2.0), ("screening", 1, 2.0)]),
        (["applied 1, screening 2, applied 5, screening 11"], [("applied", 2, 3.5), ("screening", 1, 3.0)]),
        (
            ["saved 1, applied 2, screening 4, rounds 7, offer 11, accepted 16"],
            [("saved", 1, 1.0), ("applied", 1, 2.0), ("screening", 1, 3.0), ("rounds", 1, 4.0), ("offer", 1, 5.0)],
        ),
    ],
)
def test_time_in_each_stage(journeys, found):
    assert stays([journey(stages) for stages in journeys]) == [Stay(*row) for row in found]


came = st.builds(Came, st.sampled_from(ALL_STAGES), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
journeys = st.lists(
    st.builds(
        Journey,
        st.lists(came, max_size=6).map(tuple),
        st.sampled_from(["", "a board", "a friend"]),
        met=st.integers(0, 3),
        required=st.integers(0, 3),
    ),
    max_size=20,
)


@given(journeys)
def test_each_figure_contains_the_next_and_groups_add_up_to_all(rows):
    total = flow(rows)
    assert len(rows) >= total.applied >= total.answered >= total.interviewed >= total.offered
    for groups in (by_source(rows), by_resume(rows), by_met(rows)):
        for name in ("applied", "answered", "interviewed", "offered"):
            assert sum(getattr(group, name) for group in groups) == getattr(total, name)
    assert all(stay.days >= 0 for stay in stays(rows))


def test_every_stage_is_known_to_say_how_far_it_is_or_to_say_nothing():
    assert {*ALL_STAGES} - {*REACHED} == {"saved", "withdrew", "role_closed"}
