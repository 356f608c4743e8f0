"""What goes out: every application, and every stage with its day as a proof."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.lists.columns import APPLICATIONS, HISTORY
from keeping import verbs
from tests.factories import NOW
from tests.factories.applications import make_application, make_stage
from tests.factories.resumes import make_resume, make_sent
from tests.kit import words

ALL, PAST, PROOF = (f"/applications/lists/{name}" for name in ("applications.csv", "history.csv", "proof/"))


def rows_of(response):
    text = response.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


@pytest.fixture
def applied(learner):
    row = make_application(learner, title="Lead", employer="Acme", on=date(2026, 10, 30), url="https://example.org/1")
    make_stage(row, stage="applied", on=date(2026, 11, 2), note="By mail")
    make_stage(row, stage="rejected", on=date(2026, 11, 30))
    return row


def test_every_application_is_one_line_with_all_that_is_said_of_it(learning, learner, applied):
    resume = make_resume(learner, name="For Globex")
    copy = make_sent(resume, name="Anna", employer="Globex", purpose="")
    make_application(
        learner,
        **{"title": "Head", "employer": "Globex", "by_agency": True, "places": "Bonn", "remote": "hybrid"},
        **{
            "employment_types": ["full_time", "contract"],
            "pay_words": "90 to 99",
            "pay_least": 90,
            "pay_most": "99.50",
        },
        **{"pay_currency": "EUR", "pay_period": "hour", "closes_on": date(2026, 12, 31), "source": "LinkedIn"},
        **{"note": "=1+1", "resume": resume, "letter": "Dear\nall", "sent_copies": [str(copy.token)]},
    )
    header, *rows = rows_of(learning.get(ALL))
    assert tuple(header) == APPLICATIONS
    assert [dict(zip(header, row, strict=True)) for row in rows] == [
        {
            **{"Job title": "Head", "Employer": "Globex", "By an agency": "yes", "Stage": "Saved"},
            **{"Stage since": "2026-11-02", "Saved on": "2026-11-02", "Applied on": "", "Where": "Bonn"},
            **{"On site or remote": "Hybrid", "Type": "Full time, Contract", "Pay as written": "90 to 99"},
            **{"Pay from": "90.00", "Pay to": "99.50", "Currency": "EUR", "Pay for a": "hour"},
            **{"Closes on": "2026-12-31", "Link": "", "Found at": "LinkedIn", "Note": "'=1+1"},
            **{"My resume": str(resume), "Sent": str(copy), "Cover letter": "Dear\nall"},
        },
        dict.fromkeys(header, "")
        | {
            **{"Job title": "Lead", "Employer": "Acme", "Stage": "Rejected", "Stage since": "2026-11-30"},
            **{"Saved on": "2026-10-30", "Applied on": "2026-11-02", "Link": "https://example.org/1"},
        },
    ]


def test_the_history_says_what_happened_when_and_when_that_was_recorded(learning, learner, applied):
    learner.time_zone = "America/New_York"
    learner.save()
    header, *rows = rows_of(learning.get(PAST))
    assert tuple(header) == HISTORY
    at = NOW.astimezone(UTC)
    assert [row[:6] for row in rows] == [
        ["2026-10-30", "Saved", "Lead", "Acme", "https://example.org/1", ""],
        ["2026-11-02", "Applied", "Lead", "Acme", "https://example.org/1", "By mail"],
        ["2026-11-30", "Rejected", "Lead", "Acme", "https://example.org/1", ""],
    ]
    assert {row[7] for row in rows} == {""}
    written = {datetime.strptime(row[6], "%Y-%m-%d %H:%M %z") for row in rows}
    assert {one.astimezone(UTC) for one in written} == {at.replace(second=0, microsecond=0)}


def test_what_was_put_right_later_says_so(learning, applied):
    change = applied.stages.get(stage="applied")
    verbs.change(change, values={"note": "By hand"}, seen=1, at=NOW)
    assert [row[7] for row in rows_of(learning.get(PAST))[1:]] == ["", "yes", ""]
    assert words(learning.get(PROOF)).count("changed since") == 1


@pytest.mark.parametrize(
    ("asked", "days", "said"),
    [
        ("", ["2026-10-30", "2026-11-02", "2026-11-30"], "everything"),
        ("?since=2026-11-01&until=2026-11-30", ["2026-11-02", "2026-11-30"], "November 1, 2026 to November 30, 2026"),
        ("?since=2026-11-02&until=2026-11-02", ["2026-11-02"], "November 2, 2026 to November 2, 2026"),
        ("?since=2026-11-03", ["2026-11-30"], "since November 3, 2026"),
        ("?until=2026-11-01", ["2026-10-30"], "until November 1, 2026"),
        ("?stage=applied", ["2026-11-02"], "everything, applied only"),
        ("?since=2027-01-01", [], "since January 1, 2027"),
    ],
)
def test_a_period_has_both_its_days_on_the_page_and_in_the_file(learning, applied, asked, days, said):
    assert [row[0] for row in rows_of(learning.get(PAST + asked))[1:]] == days
    page = learning.get(PROOF + asked)
    shown = words(page)
    assert f"</bdi>, {said}</p>" in shown
    assert [one.split('"')[0] for one in shown.split('<th scope="row"><time datetime="')[1:]] == days
    assert ("Nothing in this period" in shown) == (not days)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?since=yesterday", "Choose a day of the calendar."),
        ("?since=2026-11-02&until=2026-11-01", "This is before the first day."),
        ("?stage=nothing", "Choose one of the stages in the list."),
        ("?since=%00", "Null characters"),
        ("?stage=%00", "Choose one of the stages in the list."),
    ],
)
@pytest.mark.parametrize("address", [PROOF, PAST])
def test_a_period_that_is_none_says_so(learning, applied, address, asked, said):
    page = learning.get(address + asked)
    shown = words(page)
    assert page.status_code == 422
    assert said in shown or "Choose a day of the calendar." in shown
    assert "Acme" not in shown


def test_the_proof_names_who_it_is_of_and_leads_to_the_same_as_a_file(learning, learner, applied):
    learner.name = "Anna <b>"
    learner.save()
    shown = words(learning.get(f"{PROOF}?since=2026-11-01&stage=applied"))
    assert "<bdi>Anna <b></bdi>, since November 1, 2026, applied only" in shown
    assert f'href="{PAST}?since=2026-11-01&stage=applied"' in shown
    assert "1 entry of 1 application." in shown
    learner.name = ""
    learner.save()
    assert "<bdi>learner@example.org</bdi>" in words(learning.get(PROOF))


def test_what_is_in_the_bin_or_somebody_elses_is_left_out(learning, learner, stranger, applied):
    make_application(stranger, title="Theirs")
    verbs.put_in_bin(applied.stages.get(stage="rejected"), at=NOW)
    assert [row[1] for row in rows_of(learning.get(PAST))[1:]] == ["Saved", "Applied"]
    assert [row[3] for row in rows_of(learning.get(ALL))[1:]] == ["Applied"]
    verbs.put_in_bin(applied, at=NOW)
    assert [rows_of(learning.get(address))[1:] for address in (ALL, PAST)] == [[], []]


def test_files_are_called_by_what_is_in_them(learning):
    named = {
        address: learning.get(address).headers["Content-Disposition"]
        for address in (PAST, f"{PAST}?stage=no_answer&until=2026-11-30")
    }
    assert [*named.values()] == [
        'attachment; filename="history.csv"',
        'attachment; filename="history-no-answer-2026-11-30.csv"',
    ]
    assert learning.get(ALL).headers["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("address", [ALL, PAST, PROOF])
def test_nothing_is_posted_there(learning, address):
    assert learning.post(address).status_code == 405


@pytest.mark.parametrize("number", [1, 3, 30])
@pytest.mark.parametrize(("address", "queries"), [(ALL, 4), (PAST, 3), (PROOF, 3)])
def test_they_take_as_many_queries_as_ever(learning, learner, address, queries, number):
    resume = make_resume(learner)
    copy = make_sent(resume)
    for _ in range(number):
        make_application(learner, resume=resume, sent_copies=[str(copy.token)])
    with CaptureQueriesContext(connection) as counted:
        learning.get(address)
    assert len(counted) == queries
