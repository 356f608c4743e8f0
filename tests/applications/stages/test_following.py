"""When something is due, as a table; a learner's own cadence; and that nothing is due of an ending."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.postings.models import ENDINGS, GOING_ON
from applications.stages.following import (
    ANSWER,
    APPLY,
    ASK,
    DO,
    END,
    THANK,
    WRITE,
    Cadence,
    Due,
    Going,
    Open,
    Owed,
    due_today,
    follow_up,
    follow_up_on,
    task_due,
)

# A Monday.
TODAY = date(2026, 11, 30)
QUIET = "No answer for {} days: write, or mark as no answer"


def day(number):
    return TODAY + timedelta(days=number)


# The stage, the days by what they are of (from today), and what is due: what is said, what can be done, and since when.
CASES = [
    # Saved: it closes, or it lies there.
    ("saved", {}, None),
    ("saved", {"stage": -6}, None),
    ("saved", {"stage": -7}, ("Saved 7 days ago: apply, or let it go", (APPLY, END), -7)),
    ("saved", {"stage": -1, "closes": 8}, None),
    ("saved", {"stage": -1, "closes": 7}, ("Closes in 7 days: apply", (APPLY,), 7)),
    ("saved", {"stage": -1, "closes": 2}, ("Closes in 2 days: apply", (APPLY,), 2)),
    ("saved", {"stage": -1, "closes": 1}, ("Closes tomorrow: apply", (APPLY,), 1)),
    ("saved", {"stage": -1, "closes": 0}, ("Closes today: apply", (APPLY,), 0)),
    (
        *("saved", {"stage": -1, "closes": -1}),
        ("Closed on Nov 29, 2026: apply all the same, or mark it as closed", (APPLY, END), -1),
    ),
    ("saved", {"stage": -30, "closes": 2}, ("Closes in 2 days: apply", (APPLY,), 2)),
    ("saved", {"stage": -30, "closes": 60}, ("Saved 30 days ago: apply, or let it go", (APPLY, END), -30)),
    ("saved", {"stage": 3}, None),
    # Applied: silence, counted from the last contact if there was one since.
    ("applied", {"stage": -6}, None),
    ("applied", {"stage": -7}, (QUIET.format(7), (WRITE, END), -7)),
    ("applied", {"stage": -40}, (QUIET.format(40), (WRITE, END), -40)),
    ("applied", {"stage": -40, "contact": -6}, None),
    ("applied", {"stage": -40, "contact": -8}, (QUIET.format(8), (WRITE, END), -8)),
    ("applied", {"stage": -8, "contact": -40}, (QUIET.format(8), (WRITE, END), -8)),
    ("applied", {"stage": -40, "closes": 2}, (QUIET.format(40), (WRITE, END), -40)),
    ("applied", {"stage": -40, "next": 3}, None),
    ("applied", {"stage": -40, "next": 0}, None),
    ("applied", {"stage": -40, "asked": -8}, ("The interview was 8 days ago: ask", (ASK, END), -8)),
    ("applied", {}, None),
    # A screening.
    ("screening", {"stage": -4}, None),
    ("screening", {"stage": -5}, ("The screening was 5 days ago: ask", (ASK, END), -5)),
    ("screening", {"stage": -9, "contact": -4}, None),
    ("screening", {"stage": -9, "contact": -5}, ("The last contact was 5 days ago: ask again", (ASK, END), -5)),
    ("screening", {"stage": -9, "contact": -9}, ("The screening was 9 days ago: ask", (ASK, END), -9)),
    ("screening", {"stage": -9, "next": 1}, None),
    # Interviews.
    ("rounds", {"stage": -4}, None),
    ("rounds", {"stage": -5}, ("No word for 5 days: ask", (ASK, END), -5)),
    ("rounds", {"stage": -20, "asked": -5}, ("The interview was 5 days ago: ask", (ASK, END), -5)),
    ("rounds", {"stage": -20, "asked": -4}, None),
    ("rounds", {"stage": -5, "asked": -5}, ("The interview was 5 days ago: ask", (ASK, END), -5)),
    ("rounds", {"stage": -20, "asked": -12, "next": 2}, None),
    (
        *("rounds", {"stage": -20, "asked": -12, "contact": -6}),
        ("The last contact was 6 days ago: ask again", (ASK, END), -6),
    ),
    ("rounds", {"stage": -20, "asked": -12, "contact": -1}, None),
    ("rounds", {"stage": -5, "asked": -30}, ("No word for 5 days: ask", (ASK, END), -5)),
    ("rounds", {"stage": -1, "answer": 2}, ("They want an answer by Wednesday", (ANSWER,), 2)),
    # An offer.
    ("offer", {"stage": -2}, None),
    ("offer", {"stage": -3}, ("The offer is 3 days old: answer, or ask for time", (ANSWER,), -3)),
    ("offer", {"stage": -1, "answer": 4}, None),
    ("offer", {"stage": -1, "answer": 3}, ("They want an answer by Thursday", (ANSWER,), 3)),
    ("offer", {"stage": -9, "answer": 1}, ("They want an answer tomorrow", (ANSWER,), 1)),
    ("offer", {"stage": -9, "answer": 0}, ("They want an answer today", (ANSWER,), 0)),
    (
        *("offer", {"stage": -9, "answer": -1}),
        ("They wanted an answer by Nov 29, 2026: answer, or ask for time", (ANSWER,), -1),
    ),
    ("offer", {"stage": -9, "contact": -1}, ("The offer is 9 days old: answer, or ask for time", (ANSWER,), -9)),
    # One day is one day.
    ("applied", {"stage": -1, "cadence": 1}, ("No answer for 1 day: write, or mark as no answer", (WRITE, END), -1)),
    ("offer", {"stage": -1, "answer": 12, "cadence": 30}, ("They want an answer by Dec 12, 2026", (ANSWER,), 12)),
    ("offer", {"stage": -1, "answer": 7, "cadence": 30}, ("They want an answer by Dec 7, 2026", (ANSWER,), 7)),
    ("offer", {"stage": -1, "answer": 6, "cadence": 30}, ("They want an answer by Sunday", (ANSWER,), 6)),
    # Whoever waits longer hears of it later.
    *((stage, {"stage": -20, "cadence": 21}, None) for stage in GOING_ON),
]


def going(stage, days, pk=1):
    names = {"stage": "stage_on", "closes": "closes_on", "contact": "contact_on", "asked": "asked_on"}
    names |= {"next": "next_on", "answer": "answer_by"}
    said = {names[name]: day(number) for name, number in days.items() if name in names}
    return Going(pk, "Program lead", "Northwind", str(stage), **said)


def cadence(days):
    every = ("saved", "applied", "screening", "rounds", "offer")
    return Cadence(**dict.fromkeys(every, days["cadence"])) if "cadence" in days else Cadence()


@pytest.mark.parametrize(("stage", "days", "due"), CASES)
def test_what_is_due_of_an_application(stage, days, due):
    found = follow_up(going(stage, days), cadence=cadence(days), today=TODAY)
    if due is None:
        assert found is None
        return
    said, acts, on = due
    fixed = on >= 0 or "by Nov 29" in said or "Closed" in said
    assert found == Due(1, "Program lead, Northwind", said, acts, day(on), fixed=fixed)


@pytest.mark.parametrize("stage", ENDINGS)
def test_nothing_is_due_of_an_ending(stage):
    days = {"stage": -90, "closes": -1, "contact": -90, "asked": -90, "answer": -1}
    assert follow_up(going(stage, days), cadence=Cadence(), today=TODAY) is None


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (-3, "Overdue since Nov 27, 2026"),
        (0, "Due today"),
        (1, None),
        (None, None),
    ],
)
def test_a_task_is_due_from_its_day_on(due_on, said):
    found = task_due(Open(7, "Read up", None if due_on is None else day(due_on), "Program lead"), today=TODAY)
    assert found == (said and Due(7, "Read up (Program lead)", said, (DO,), day(due_on), fixed=True))


def test_thanks_are_owed_until_they_are_said():
    owed = [Owed(3, "Zoe", day(-2)), Owed(4, "Ada", day(1)), Owed(5, "Ann", day(0))]
    found = due_today([], owed, [], cadence=Cadence(), today=TODAY)
    assert found == [
        Due(3, "Zoe", "Referred you on Nov 28, 2026: say thank you", (THANK,), day(-2)),
        Due(5, "Ann", "Referred you on Nov 30, 2026: say thank you", (THANK,), day(0)),
    ]


def test_days_that_stand_come_first_then_the_longest_wait():
    applications = [
        going("applied", {"stage": -9}, 1),
        going("applied", {"stage": -40}, 2),
        going("saved", {"stage": -1, "closes": 2}, 3),
        going("offer", {"stage": -1, "answer": 1}, 4),
    ]
    tasks = [Open(5, "Read up", day(-1))]
    found = due_today(applications, [Owed(6, "Zoe", day(-20))], tasks, cadence=Cadence(), today=TODAY)
    assert [due.pk for due in found] == [5, 4, 3, 2, 6, 1]


DAYS = st.none() | st.integers(-60, 60).map(day)


@given(
    st.sampled_from(GOING_ON), DAYS, DAYS, DAYS, st.none() | st.integers(-60, -1).map(day), DAYS, st.integers(1, 365)
)
def test_whoever_waits_longer_is_never_reminded_sooner(stage, stage_on, contact_on, closes_on, asked_on, answer_by, n):
    one = Going(1, "Lead", "", stage, stage_on, closes_on, contact_on, asked_on, None, answer_by)
    # A fixed day is announced the sooner, the more days somebody wants; a wait ends the later.
    names = ("saved", "applied", "screening", "rounds", "offer")
    shorter, longer = (
        follow_up(one, cadence=Cadence(**dict.fromkeys(names, days)), today=TODAY) for days in (n, n + 1)
    )
    if longer and not longer.fixed:
        assert shorter == longer
    if shorter and shorter.fixed:
        assert longer == shorter


@given(
    stage=st.sampled_from([*GOING_ON, *ENDINGS]),
    days=st.lists(st.none() | st.integers(-40, 40), min_size=4, max_size=4),
    cadence=st.builds(Cadence, *[st.integers(1, 30)] * 5),
)
def test_the_day_of_a_follow_up_is_the_first_on_which_it_is_due(stage, days, cadence):
    """Held against looking every day, with the next interview as the last one once its day is over."""
    stage_on, contact_on, asked_on, next_on = (None if number is None else day(number) for number in days)
    asked_on = None if asked_on is None or asked_on >= TODAY else asked_on
    next_on = None if next_on is None or next_on < TODAY else next_on
    said = {"stage": stage.value, "stage_on": stage_on, "contact_on": contact_on}
    one = Going(1, "TPM", **said, asked_on=asked_on, next_on=next_on)

    def going(today):
        over = next_on is not None and today > next_on
        return Going(1, "TPM", **said, asked_on=next_on if over else asked_on, next_on=None if over else next_on)

    looked_at = map(day, range(-200, 200))
    first = next((on for on in looked_at if follow_up(going(on), cadence=cadence, today=on)), None)
    assert follow_up_on(one, cadence=cadence) == first
