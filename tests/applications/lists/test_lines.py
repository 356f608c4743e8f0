"""What a line of a list says of an application: each cell is kept as it is, or refused with its reason."""

from datetime import date

import pytest

from applications.lists.columns import guess_columns
from applications.lists.lines import NO_DAY, Change, Choices, read_lines
from applications.lists.sheets import Sheet

LATEST = date(2026, 12, 1)
STAGES = {"saved": "saved", "applied": "applied", "ghosted": "no_answer", "rejected": "rejected", "huh": ""}


def read(names, cells, **choices):
    names = names.split("|")
    said = {"columns": tuple(guess_columns(names)), "form": "day", "stages": STAGES} | choices
    (line,) = read_lines(Sheet(names, [(7, cells.split("|"))]), Choices(**said), latest=LATEST)
    return line


def refused(names, cells, **choices):
    return [str(one) for one in read(names, cells, **choices).wrong]


def test_a_whole_line_becomes_an_application_with_its_stages():
    line = read(
        "Title|Company|Where|Remote|Type|Salary|Pay from|Pay to|Currency|Pay period|Deadline|Link|Source|Notes|"
        "Comments|Status|Date saved|Date applied|Status date",
        "Lead  TPM|Acme|Berlin|Hybrid|Full-time, Contract|to 99k|90,000|€99,000.50|eur|per year|31.12.2026|"
        "example.org/1|LinkedIn|Call Ada|On 3 Dec|Ghosted|01.11.2026|03.11.2026|20.11.2026",
    )
    assert line.wrong == ()
    assert line.values == {
        **{"title": "Lead TPM", "employer": "Acme", "places": "Berlin", "remote": "hybrid"},
        **{"employment_types": ["full_time", "contract"], "pay_words": "to 99k", "pay_least": "90000"},
        **{"pay_most": "99000.50", "pay_currency": "EUR", "pay_period": "year", "closes_on": "2026-12-31"},
        **{"url": "https://example.org/1", "source": "LinkedIn", "note": "Notes: Call Ada\n\nComments: On 3 Dec"},
    }
    assert line.changes == (
        Change("saved", date(2026, 11, 1)),
        Change("applied", date(2026, 11, 3)),
        Change("no_answer", date(2026, 11, 20)),
    )
    assert (line.name, line.stage) == ("Lead TPM, Acme", "No answer")
    assert line.days == "Saved Nov 1, 2026, Applied Nov 3, 2026, No answer Nov 20, 2026"


@pytest.mark.parametrize(
    ("cells", "changes"),
    [
        # Nothing is known: it is saved on the day it comes in.
        ("|||", [Change("saved", None)]),
        ("Saved|||", [Change("saved", None)]),
        ("Saved|02.11.2026||", [Change("saved", date(2026, 11, 2))]),
        ("Saved|||02.11.2026", [Change("saved", date(2026, 11, 2))]),
        ("Applied||03.11.2026|", [Change("applied", date(2026, 11, 3))]),
        ("Applied||03.11.2026|05.11.2026", [Change("applied", date(2026, 11, 3))]),
        ("Applied|||05.11.2026", [Change("applied", date(2026, 11, 5))]),
        ("Applied|||", [Change("applied", None, NO_DAY)]),
        ("|02.11.2026|03.11.2026|", [Change("saved", date(2026, 11, 2)), Change("applied", date(2026, 11, 3))]),
        # The list was begun after the application was sent.
        ("Applied|09.11.2026|03.11.2026|", [Change("applied", date(2026, 11, 3))]),
        (
            "Rejected|02.11.2026||",
            [Change("saved", date(2026, 11, 2)), Change("rejected", date(2026, 11, 2), NO_DAY)],
        ),
        (
            "Rejected||03.11.2026|",
            [Change("applied", date(2026, 11, 3)), Change("rejected", date(2026, 11, 3), NO_DAY)],
        ),
    ],
)
def test_stages_have_the_days_of_the_list_and_no_others(cells, changes):
    line = read("Title|Status|Date saved|Date applied|Status date", f"Lead|{cells}")
    assert (list(line.changes), line.wrong) == (changes, ())


@pytest.mark.parametrize(
    ("names", "cells", "said"),
    [
        ("Title|Company", "|Acme", "Title: there is no job title."),
        ("Title|Applied", "Lead|11/23/2026", "Applied: '11/23/2026' is no day in the chosen form (day first)."),
        ("Title|Applied", "Lead|2026-11-23", "Applied: '2026-11-23' is no day in the chosen form (day first)."),
        ("Title|Date applied", "Lead|02.12.2026", "Date applied: Dec 2, 2026 is in the future."),
        ("Title|Date applied", "Lead|31.12.1949", "Date applied: Dec 31, 1949 is before 1950."),
        ("Title|Status", "Lead|Huh", "Status: 'Huh' is not matched to a stage."),
        ("Title|Link", "Lead|javascript:alert(1)", "Link: 'javascript:alert(1)' is no web address that can be saved."),
        ("Title|Remote", "Lead|Moon", "Remote: 'Moon' is neither remote nor on site nor hybrid that we know."),
        ("Title|Type", "Lead|Full time, Gig", "Type: ' Gig' is no type of employment that we know."),
        ("Title|Currency", "Lead|Euro", "Currency: 'Euro' is not the three letters of a currency."),
        ("Title|Company", f"Lead|{'x' * 161}", "Company: it is longer than 160 characters."),
        ("Title|Notes", f"Lead|{'x' * 5001}", "Notes: it is longer than 5,000 characters."),
        ("Title|Pay from", "Lead|90k", "Pay from: say in which currency and for how long it is."),
        ("Title|Status|Date applied|Status date", "Lead|Rejected|09.11.2026|03.11.2026",
         "Status date: Nov 3, 2026 is before the day of applying."),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_kept_is_refused_with_its_column_and_the_reason(names, cells, said):
    assert refused(names, cells) == [said]


def test_what_is_refused_takes_nothing_else_along():
    line = read("Title|Company|Deadline|Link", "Lead|Acme|soon|mailto:a@b.c")
    assert line.values == {"title": "Lead", "employer": "Acme"}
    assert [one.column for one in line.wrong] == ["Deadline", "Link"]


def test_figures_take_the_currency_and_the_period_that_were_chosen_unless_the_line_says_them():
    chosen = {"currency": "USD", "period": "year"}
    line = read("Title|Pay from|Pay to", "Lead|$90,000|120k", **chosen)
    assert {name: value for name, value in line.values.items() if name != "title"} == {
        **{"pay_least": "90000", "pay_most": "120000", "pay_currency": "USD", "pay_period": "year"}
    }
    assert read("Title|Pay from|Currency", "Lead|90|GBP", **chosen).values["pay_currency"] == "GBP"
    # Without a figure nothing of it is said.
    assert read("Title|Company", "Lead|Acme", **chosen).values == {"title": "Lead", "employer": "Acme"}


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        ("€90", "", "Pay from: € is not USD."),
        ("0", "", "Pay from: '0' is no pay that can be saved."),
        ("-5", "", "Pay from: '-5' is no pay that can be saved."),
        ("1.005", "", "Pay from: '1.005': This could be 1005 or 1.005. Write 1005 without a separator, or fewer "
         "decimals, such as 1."),
        ("competitive", "", "Pay from: 'competitive': Write one amount in digits, such as 95,000 or 45.50."),
        ("99", "90", "Pay to: this is less than what it starts from."),
        ("9" * 13, "", f"Pay from: '{'9' * 13}' is no pay that can be saved."),
    ],
)  # fmt: skip
def test_a_figure_is_read_or_refused_and_never_guessed(least, most, said):
    assert refused("Title|Pay from|Pay to", f"Lead|{least}|{most}", currency="USD", period="year") == [said]


def test_a_line_is_named_by_what_it_says_and_not_by_where_it_stands():
    one, other = (read("Title|Company|Date applied", f"Lead|Acme|{day}") for day in ("03.11.2026", "04.11.2026"))
    (moved,) = read_lines(
        Sheet(["Title", "Company", "Date applied"], [(99, ["Lead", "Acme", "03.11.2026"])]),
        Choices(("title", "employer", "applied_on"), "day"),
        latest=LATEST,
    )
    assert (one.content == moved.content, one.content == other.content) == (True, False)
