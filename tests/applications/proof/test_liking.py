import pytest

from applications.proof.liking import DRAINS, ENERGIZES, FINE, NAMES, TASKS, kind_of, likes


@pytest.mark.parametrize(
    ("duty", "kind"),
    [
        ("Develop project charters, schedules and plans", "planning"),
        ("Track actuals and explain variances in a dashboard", "tracking"),
        ("Remove impediments and escalate what is blocked", "risks"),
        ("Turn user stories into a backlog that is prioritized", "needs"),
        ("Present to executives and negotiate with sponsors", "stakeholders"),
        ("Facilitate stand-ups and retrospectives", "meetings"),
        ("Coach and mentor junior project leads", "people"),
        ("Review the architecture of our APIs", "technology"),
        ("Organize user acceptance testing and follow defects", "quality"),
        ("Run the go-live and the handover to support", "launching"),
        ("Manage vendors, contracts and their invoices", "money"),
        ("Keep documentation ready for audits and regulators", "rules"),
        ("Streamline how we work and share best practices", "improving"),
        ("LEAD CUTOVER AND TRAINING", "launching"),
        # Nothing speaks for any kind.
        ("Notice when somebody is stuck, bored or tired", ""),
        ("", ""),
        # No plan: a plant.
        ("Visit our plants in Ohio", ""),
        # What more cues speak for wins; of two alike, what is said first.
        ("Report on the budget, its forecast and the costs", "money"),
        ("Report the risk", "tracking"),
        ("Risk reports", "risks"),
    ],
)
def test_which_kind_a_duty_is(duty, kind):
    assert kind_of(duty) == kind


def test_kinds_have_short_names_of_their_own_and_fit_their_column():
    assert len(NAMES) == len({*NAMES.values()}) == len(TASKS) == 13
    assert all(len(slug) <= 30 and task.name and task.about for slug, task in zip(NAMES, TASKS, strict=True))


PLAN, RISK, MONEY, PEOPLE = "Plan the work", "Log the risks", "Own the budget", "Mentor colleagues"
RATINGS = {"planning": ENERGIZES, "risks": DRAINS, "money": FINE}


@pytest.mark.parametrize(
    ("duties", "said"),
    [
        ([], "It names no duties."),
        (["Notice things", PEOPLE], "You have not rated the kinds of task that it names."),
        ([PLAN], "Its one duty is one you like."),
        ([MONEY], "Its one duty is not one you like."),
        ([RISK], "Its one duty is not one you like; it drains you."),
        ([PLAN, PLAN], "All 2 of its duties are ones you like."),
        ([RISK, RISK], "None of its 2 duties is one you like; all of them drain you."),
        ([MONEY, MONEY, RISK], "None of its 3 duties is one you like; 1 drains you."),
        ([RISK, RISK, *[PLAN] * 5, MONEY], "5 of its 8 duties are ones you like; its first two drain you."),
        ([RISK, PLAN, MONEY], "1 of its 3 duties is one you like; its first drains you."),
        ([RISK, PLAN, RISK], "1 of its 3 duties is one you like; its first drains you, and so does 1 more."),
        (
            [RISK, RISK, RISK, PLAN, RISK, RISK],
            "1 of its 6 duties is one you like; its first three drain you, and so do 2 more.",
        ),
        ([PLAN, RISK, RISK], "1 of its 3 duties is one you like; 2 drain you."),
        ([PLAN, PLAN, PEOPLE], "2 of its 3 duties are ones you like; 1 of no kind that you rated."),
        ([*[RISK] * 10, PLAN], "1 of its 11 duties is one you like; its first 10 drain you."),
        ([*[RISK] * 9, PLAN], "1 of its 10 duties is one you like; its first nine drain you."),
    ],
)
def test_the_duties_beside_what_somebody_likes(duties, said):
    assert likes(duties, RATINGS).in_words() == said


def test_each_duty_comes_with_its_kind_and_rating():
    rows = likes([PLAN, PEOPLE, "Notice things"], RATINGS).duties
    assert [(row.text, row.task, row.rating) for row in rows] == [
        (PLAN, "planning", ENERGIZES),
        (PEOPLE, "people", ""),
        ("Notice things", "", ""),
    ]
