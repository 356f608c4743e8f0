"""Claims from a file: refused whole and by line, loaded as seen, undone in one press unless something changed since."""

import csv
import io
import threading
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from time import monotonic

import psycopg2
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.changes import Batch, Change, recorded_as
from curation.csv_lines import decoded
from curation.csv_writer import written
from curation.models import ImportDraft
from curation.putting_back import undo
from curation.row_states import STATE
from curation.seeding import ADVISORY_LOCK
from curation.table_loading import RefusedError, keep_draft
from salaries.claims_file import COLUMNS, EXPORTED
from salaries.import_lines import read_text
from salaries.import_plan import plan
from salaries.import_stored import exported
from salaries.imports import load
from salaries.models import Distribution, SalaryClaim
from tests.factories.curation import make_source
from tests.factories.salaries import make_claim, make_distribution, make_industry, make_occupation, make_place
from tests.kit import at_once

NOW = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
# Of the claims that ``row`` writes, before their statistic and period.
KEY = "bureau-2025-05-manager-us-all-base-usd/all-"


def row(**values):
    """A line of a file as the curator would write it, about the catalog of the fixture."""
    defaults = {
        "source": "bureau",
        "edition": "May 2025",
        "url": "https://example.org/may-2025",
        "role_as_named": "Project managers",
        "occupation": "manager",
        "place": "us",
        "industry": "all",
        "kind": "base",
        "currency": "USD",
        "as_of": "2025-05",
        "level": "all",
        "level_rule": "",
        "statistic": "p50",
        "amount": "100000",
        "period": "year",
        "confidence": "high",
        "retrieved_on": "2026-11-23",
        "checked_on": "2026-11-23",
        "review_by": "2027-11-23",
        "headline": "",
    }
    assert values.keys() <= defaults.keys()
    return defaults | values


def text_of(*rows, columns=COLUMNS):
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fieldnames=columns)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def everything():
    """All that an import may touch, but for the primary keys."""
    distributions = Distribution.objects.order_by("slug").values_list(
        "slug", "edition", "url", "kind", "currency", "as_of", "source__slug", "newest", "retired_at"
    )
    claims = SalaryClaim.objects.order_by("distribution__slug", "slug").values_list(
        *("distribution__slug", "slug", "position", "role_as_named", "level", "level_rule", "statistic", "amount"),
        *("period", "confidence", "retrieved_on", "checked_on", "review_by", "headline", "retired_at"),
    )
    return list(distributions), list(claims)


def problems(*rows):
    return [str(problem) for problem in plan(text_of(*rows)).problems]


@pytest.fixture
def catalog(db):
    return {
        "source": make_source(slug="bureau"),
        "occupation": make_occupation(slug="manager"),
        "place": make_place(slug="us", code="US"),
        "industry": make_industry(slug="all"),
    }


@pytest.fixture
def bring(curator):
    """Show a file and load it as the curator; returns the batch."""

    def bring(*rows, by=curator):
        text = text_of(*rows)
        keep_draft(table="salaries.salaryclaim", by_id=by.pk, file_name="claims.csv", text=text, at=NOW)
        seen = plan(text)
        assert seen.problems == []
        return load(by_id=by.pk, fingerprint=seen.fingerprint, at=NOW)

    return bring


# --- Reading -------------------------------------------------------------------------------------------------

BAD_CELLS = [
    ("source", "nobody", "source: there is no 'nobody'."),
    ("place", "atlantis", "place: there is no 'atlantis'."),
    ("occupation", "wizard", "occupation: there is no 'wizard'."),
    ("industry", "magic", "industry: there is no 'magic'."),
    ("amount", "a lot", "amount: 'a lot' is not an amount in digits, such as 95000 or 45.50."),
    ("amount", "NaN", "amount: 'NaN' is not an amount in digits, such as 95000 or 45.50."),
    ("amount", "1e5", "amount: '1e5' is not an amount in digits, such as 95000 or 45.50."),
    ("amount", "-5", "amount: an amount is more than nothing."),
    ("amount", "0", "amount: an amount is more than nothing."),
    ("amount", "10000000000", "amount: this is more than anybody is paid."),
    ("amount", "9" * 5000, "amount: this is more than anybody is paid."),
    ("amount", "45.5055", "amount: two digits after the point are enough."),
    (
        *("amount", "95.000"),
        "amount: '95.000' is not clear. This could be 95000 or 95. Write 95000 without a separator, or fewer decimals, "
        "such as 95.",
    ),
    ("amount", "£95,000", "amount: it is written with £, and the currency is USD."),
    ("amount", "", "amount: this is missing."),
    ("as_of", "", "as_of: this is missing."),
    ("as_of", "Spring 2025", "as_of: 'Spring 2025' is not a year, month or day such as 2024, 2024-05 or 2024-05-31."),
    ("as_of", "2025-13", "as_of: '2025-13' is not a year, month or day such as 2024, 2024-05 or 2024-05-31."),
    ("as_of", "2025-02-30", "as_of: '2025-02-30' is not a day such as 2026-11-25."),
    (
        *("checked_on", "11/5/2026"),
        "checked_on: '11/5/2026' may be May 11, 2026 or November 5, 2026. Write 2026-05-11 or 2026-11-05.",
    ),
    ("checked_on", "45619", "checked_on: '45619' is not a day such as 2026-11-25."),
    ("checked_on", "20261123", "checked_on: '20261123' is not a day such as 2026-11-25."),
    ("retrieved_on", "2026-11-31", "retrieved_on: '2026-11-31' is not a day such as 2026-11-25."),
    ("retrieved_on", "2026-11-24", "review_by: first retrieved, then checked, then due for review."),
    ("review_by", "2026-11-23", "review_by: first retrieved, then checked, then due for review."),
    ("kind", "bonus", "kind: 'bonus' is not one of base, total."),
    ("currency", "dollars", "currency: 'dollars' is not three letters, such as USD."),
    ("currency", "$", "currency: '$' is not three letters, such as USD."),
    ("currency", "ußd", "currency: 'ußd' is not three letters, such as USD."),
    ("level", "boss", "level: 'boss' is not one of all, entry, mid, senior, experienced."),
    ("level", "senior", "level_rule: say what made it this level."),
    ("period", "week", "period: 'week' is not one of year, month, day, hour."),
    ("confidence", "sure", "confidence: 'sure' is not one of high, medium, low."),
    ("headline", "maybe", "headline: 'maybe' is neither yes nor no."),
    ("url", "javascript:alert(1)", "url: 'javascript:alert(1)' is not an address on the web."),
    ("edition", "x" * 201, "edition: longer than 200 characters."),
    ("role_as_named", " ", "role_as_named: this is missing."),
]


@pytest.mark.parametrize(("column", "value", "reason"), BAD_CELLS, ids=[f"{c}={v[:20]}" for c, v, _ in BAD_CELLS])
def test_a_bad_cell_is_named_by_row_and_reason(catalog, column, value, reason):
    seen = plan(text_of(row(statistic="mean"), row(**{column: value})))
    assert [(problem.line, problem.reason) for problem in seen.problems] == [(3, reason)]


def test_all_that_is_wrong_with_a_line_and_with_all_lines_is_named_at_once(catalog):
    assert problems(row(amount="x", as_of=""), row(), row(place="mars", source="venus")) == [
        "Row 2 (bureau--manager-us-all-base-usd/all-p50-year): as_of: this is missing. "
        "amount: 'x' is not an amount in digits, such as 95000 or 45.50.",
        "Row 4 (venus-2025-05-manager-mars-all-base-usd/all-p50-year): source: there is no 'venus'. "
        "place: there is no 'mars'.",
    ]


def test_a_claim_said_twice_and_two_editions_of_one_distribution(catalog):
    assert problems(row(), row(amount="5"), row(statistic="mean", edition="June 2025")) == [
        f"Row 3 ({KEY}p50-year): the same claim as in row 2.",
        f"Row 4 ({KEY}mean-year): edition: not the same as in row 2, and it must be.",
    ]


def test_percentiles_that_run_backwards_inside_the_file(catalog):
    rows = [row(statistic="p10", amount="50"), row(statistic="p50", amount="70"), row(statistic="p25", amount="80.50")]
    assert problems(*rows) == [
        f"Row 4 ({KEY}p25-year): amount: the 50th percentile, 70, is below the 25th, 80.5 (row 3)."
    ]
    # Another period, and equal amounts, are no trouble.
    assert problems(*rows[:2], row(statistic="p25", amount="70"), row(statistic="p90", amount="1", period="hour")) == []


def test_percentiles_that_run_backwards_against_what_is_stored(catalog):
    distribution = make_distribution(**catalog, edition="May 2025", figures={"p50": 100_000, "p75": 120_000})
    assert problems(row(statistic="p90", amount="110000")) == [
        f"Row 2 ({KEY}p90-year): amount: the 90th percentile, 110000, is below the 75th, 120000, "
        "which is stored already."
    ]
    # Both move together, or the one in the way is retired.
    assert problems(row(statistic="p75", amount="105000"), row(statistic="p90", amount="110000")) == []
    distribution.claims.get(statistic="p75").retire(at=NOW)
    assert problems(row(statistic="p90", amount="110000")) == []


def test_two_large_figures_of_one_level(catalog):
    assert problems(row(headline="yes"), row(statistic="mean", headline="yes")) == [
        f"Row 2 ({KEY}p50-year): headline: another large figure of the level all is in row 3.",
        f"Row 3 ({KEY}mean-year): headline: another large figure of the level all is in row 2.",
    ]
    make_claim(headline=True, distribution=make_distribution(**catalog, edition="May 2025"))
    assert problems(row(statistic="mean", headline="yes")) == [
        f"Row 2 ({KEY}mean-year): headline: another large figure of the level all is stored already."
    ]


BAD_FILES = [
    (b"", "The file is empty."),
    (b"\n\n", "The file is empty."),
    (text_of().encode(), "There are no claims in this file."),
    (
        text_of(row(edition="caf\x81")).encode("latin-1"),
        "Row 2: there are letters in an encoding that we do not know. Save the file as CSV UTF-8.",
    ),
    (
        text_of(row(edition="a\x00b")).encode(),
        "Row 2: there is a NUL character, which no text has. Save the file as CSV UTF-8.",
    ),
    (
        text_of(columns=[*COLUMNS, "bonus"]).encode(),
        f"The columns must be {', '.join(COLUMNS)}. Unknown: bonus.",
    ),
    (
        text_of(columns=[name for name in COLUMNS if name != "as_of"]).encode(),
        f"The columns must be {', '.join(COLUMNS)}. Missing: as_of.",
    ),
    (
        text_of(columns=[*COLUMNS, "amount"]).encode(),
        f"The columns must be {', '.join(COLUMNS)}. Twice: amount.",
    ),
    (
        (text_of() + 'a"b,"c"d\n').encode(),
        "Row 2: there is text after a closing quotation mark. Inside a text, write the mark twice.",
    ),
    (
        (text_of() + '"never ended\n').encode(),
        "Row 2: a quotation mark is opened here and never closed, so that all that follows is one cell.",
    ),
    (
        (text_of() + "x" * 200_000).encode(),
        "Row 2: a cell holds more than 131,072 characters. Is a quotation mark never closed?",
    ),
]


@pytest.mark.parametrize(("content", "reason"), BAD_FILES, ids=[reason[:40] for _, reason in BAD_FILES])
def test_a_bad_file_is_named_for_what_it_is(content, reason):
    read = decoded(content)
    assert [str(problem) for problem in read.problems or read_text(read.text).problems] == [reason]


def test_a_byte_order_mark_blank_lines_other_columns_order_and_line_breaks_in_cells_are_fine():
    columns = list(reversed(COLUMNS))
    text = text_of(row(), row(statistic="p75", level_rule="one\ntwo"), row(amount="x"), columns=columns)
    read = decoded(b"\xef\xbb\xbf" + text.replace("\r\n", "\n\n", 1).encode())
    lines = read_text(read.text).lines
    # Row 2 is empty. The cell of two lines is one row, as in a spreadsheet.
    assert [(line.number, list(line.wrong)) for line in lines] == [(3, []), (4, []), (5, ["amount"])]


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_comes_is_read_or_refused(content):
    read = decoded(content)
    seen = read_text(read.text)
    assert seen.lines == []
    assert [*read.problems, *seen.problems] != []


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=30), min_size=1))
def test_whatever_stands_in_a_cell_is_judged(cells):
    read = read_text(text_of(row(**cells)))
    assert len(read.lines) + len(read.problems) == 1
    for line in read.lines:
        if not line.wrong:
            assert [other.values for other in read_text(text_of(line.values)).lines] == [line.values]


CELL = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
FORMULA = st.builds("".join, st.tuples(st.sampled_from(["", "'", '"', " "]), st.sampled_from("=+-@\t\r"), CELL))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELL | FORMULA, min_size=4, max_size=4))
def test_whatever_is_stored_comes_back_from_its_file_without_a_change(catalog, texts):
    claim = SalaryClaim.objects.first() or make_claim(distribution=make_distribution(**catalog))
    edition, address, role, rule = texts
    Distribution.objects.update(edition=edition, url=address)
    SalaryClaim.objects.filter(pk=claim.pk).update(role_as_named=role, level_rule=rule)
    content = written((*EXPORTED, STATE), exported(SalaryClaim.objects.all())).encode()
    seen = plan(decoded(content).text)
    assert (seen.entries, seen.problems, seen.unchanged) == ([], [], 1)


UNDERSTOOD = [
    *(
        ("amount", text, "95000")
        for text in ("95,000", "$95,000", "95 000", "95\u202f000", "95000.00", "95k", "95,000 USD")
    ),
    *(("amount", text, "45.5") for text in ("45.50", "45.5", "٤٥.٥", "45,50")),
    *(("as_of", text, "2023-06") for text in ("2023-06", "Jun-23", "June 2023", "2023-6", "06/2023")),
    *(("as_of", text, "2024") for text in ("2024", "2024.0")),
    *(("as_of", text, "2023-06-13") for text in ("2023-06-13", "6/13/2023", "13.6.2023")),
    *(("checked_on", text, "2026-11-23") for text in ("11/23/2026", "23.11.2026", "2026-11-23 00:00:00", "23-Nov-26")),
    *(("headline", text, "yes") for text in ("yes", "Yes", "TRUE", "true")),
    *(("headline", text, "") for text in ("", "no", "FALSE")),
    *(("level", text, "all") for text in ("all", "ALL", "\u200ball ")),
    *(("place", text, "us") for text in ("us\u200b", "\u00a0us", "\ufeffus")),
    *(("currency", text, "USD") for text in ("USD\u200e", " USD", "usd", "Usd")),
    ("url", "https://example.org/\u200b", "https://example.org/"),
]


@pytest.mark.parametrize(("column", "cell", "value"), UNDERSTOOD, ids=[f"{c}={t!r}" for c, t, _ in UNDERSTOOD])
def test_what_is_clear_is_understood_as_people_and_spreadsheets_write_it(catalog, column, cell, value):
    seen = plan(text_of(row(**{column: cell})))
    assert seen.problems == []
    assert [entry.line.values[column] for entry in seen.entries] == [value]


def test_days_are_read_as_the_file_writes_them_and_that_is_said(catalog):
    days = {"retrieved_on": "6/1/2026", "checked_on": "6/1/2026", "review_by": "11/23/2027"}
    seen = plan(text_of(row(**days), row(statistic="mean", **days | {"review_by": "5/6/2027"})))
    assert seen.problems == []
    assert [entry.line.values["review_by"] for entry in seen.entries] == ["2027-11-23", "2027-05-06"]
    assert seen.notes == [
        "Days such as 6/1/2026 were read as month/day/year, because 11/23/2027 can only be that.",
        "Once loaded, 2 new rows are offered to everybody.",
    ]
    # Nothing in the file says which.
    unclear = plan(text_of(row(**days | {"review_by": "5/6/2027"})))
    assert [problem.reason.count(" may be ") for problem in unclear.problems] == [3]


def test_a_month_that_a_spreadsheet_made_a_day_of_is_the_same_claim(catalog, bring):
    bring(row(as_of="2023-06"), row(as_of="2023-07-01", statistic="mean"), row(as_of="2023-08"))
    file = [
        row(as_of="2023-06-01"),
        row(as_of="2023-07-01", statistic="mean"),
        row(as_of="Aug-23", amount="120000"),
        row(as_of="2023-09-01"),
    ]
    seen = plan(text_of(*file))
    assert (seen.problems, seen.unchanged) == ([], 2)
    assert [(entry.line.values["as_of"], entry.new) for entry in seen.entries] == [
        ("2023-08", False),
        ("2023-09-01", True),
    ]
    assert seen.notes == [
        "In 1 row as_of is the first day of a month that is stored as a month. Spreadsheets make it so. "
        "It was read as the month.",
        "Once loaded, the new row is offered to everybody.",
    ]
    # A new one says what it may be.
    assert seen.warnings == {5: ["as_of: this is one day. If the source says the month, write 2023-09."]}
    bring(*file)
    assert sorted(SalaryClaim.objects.values_list("distribution__as_of", "amount")) == [
        ("2023-06", 100_000),
        ("2023-07-01", 100_000),
        ("2023-08", 120_000),
        ("2023-09-01", 100_000),
    ]


def test_the_month_and_its_first_day_are_one_claim_that_is_said_twice(catalog, bring):
    bring(row(as_of="2023-06"))
    assert problems(row(as_of="2023-06"), row(as_of="2023-06-01", amount="5")) == [
        "Row 3 (bureau-2023-06-manager-us-all-base-usd/all-p50-year): the same claim as in row 2."
    ]


def test_a_code_that_excel_made_a_month_of_is_the_code(catalog, bring):
    for slug in ("11-3021", "11-9041", "13-1082"):
        make_occupation(slug=slug)
    seen = plan(text_of(row(occupation="Nov-21"), row(occupation="Nov-41"), row(occupation="13-1082")))
    assert seen.problems == []
    assert [entry.line.values["occupation"] for entry in seen.entries] == ["11-3021", "11-9041", "13-1082"]


def test_near_misses_are_offered(catalog):
    make_place(slug="gb", code="GB", name="United Kingdom")
    seen = plan(text_of(row(place="uk", source="bureaus", industry="magic")))
    assert [problem.reason for problem in seen.problems] == [
        "source: there is no 'bureaus': bureau? place: there is no 'uk': gb? industry: there is no 'magic'."
    ]


def test_one_bad_cell_hides_nothing_else_that_is_wrong(catalog):
    """All in one round: an unknown name, days out of order, a claim said twice, percentiles that run backwards."""
    rows = [
        row(amount="x", place="mars", level="senior", checked_on="2026-11-22"),
        row(statistic="mean"),
        row(statistic="mean", amount="x"),
        row(statistic="p75", amount="5", period="hour"),
        row(statistic="p25", amount="6", period="hour", confidence="sure"),
        row(statistic="p90", amount="x", as_of="2024"),
        row(statistic="p75", amount="5", as_of="2024"),
    ]
    assert [(problem.line, problem.reason) for problem in plan(text_of(*rows)).problems] == [
        (
            2,
            "amount: 'x' is not an amount in digits, such as 95000 or 45.50. level_rule: say what made it this level. "
            "review_by: first retrieved, then checked, then due for review. place: there is no 'mars'.",
        ),
        (4, "amount: 'x' is not an amount in digits, such as 95000 or 45.50."),
        (4, "the same claim as in row 3."),
        (6, "confidence: 'sure' is not one of high, medium, low."),
        (6, "amount: the 75th percentile, 5, is below the 25th, 6 (row 5)."),
        (7, "amount: 'x' is not an amount in digits, such as 95000 or 45.50."),
    ]


def test_an_amount_that_cannot_be_read_is_not_compared_as_what_it_was(catalog):
    """Whether the percentiles run backwards shows when it is mended."""
    make_distribution(**catalog, edition="May 2025", url="https://example.org/may-2025", figures={"p50": 100})
    seen = plan(text_of(row(amount="x"), row(statistic="p75", amount="50")))
    assert [problem.line for problem in seen.problems] == [2]


def test_the_public_file_is_named(catalog, client):
    make_claim(distribution=make_distribution(**catalog))
    content = client.get("/salaries/data/v1/claims.csv").content
    assert [str(problem) for problem in plan(decoded(content).text).problems] == [
        "This is the public file of claims. It has other columns and lacks what only curators see, so it cannot be "
        "imported. Take the file from Export on the list of claims."
    ]


# --- What a file would change --------------------------------------------------------------------------------


def test_new_changed_and_unchanged_are_told_apart(catalog):
    make_distribution(**catalog, edition="May 2025", url="https://example.org/may-2025", figures={"p50": 1, "p75": 2})
    SalaryClaim.objects.update(role_as_named="Project managers")
    seen = plan(text_of(row(amount="1.00"), row(statistic="p75", amount="3", confidence="low"), row(statistic="p90")))
    assert (seen.new, seen.changed, seen.unchanged, seen.problems) == (1, 1, 1, [])
    assert [(entry.line.number, entry.new, entry.differences) for entry in seen.entries] == [
        (3, False, [("amount", "2", "3"), ("confidence", "high", "low")]),
        (4, True, []),
    ]


def test_a_new_claim_that_brings_a_new_edition_says_so(catalog):
    make_distribution(**catalog, edition="A draft", url="https://example.org/may-2025")
    [entry] = plan(text_of(row())).entries
    assert (entry.new, entry.differences) == (True, [("edition", "A draft", "May 2025")])


def test_all_shipped_claims_come_back_unchanged_from_an_export(seeded, db):
    rows = [dict(zip((*EXPORTED, STATE), values, strict=True)) for values in exported(SalaryClaim.objects.all())]
    seen = plan(text_of(*rows, columns=(*EXPORTED, STATE)))
    assert (len(seen.entries), seen.unchanged, seen.problems) == (0, SalaryClaim.objects.count(), [])


def test_a_claim_that_is_not_offered_comes_out_as_such_and_back_as_such(catalog, curator):
    """Also where it contradicts those that are: which is perhaps why it was retired."""
    shown = make_claim(distribution=make_distribution(**catalog), statistic="p50", amount=90_000, headline=True)
    hidden = make_claim(distribution=shown.distribution, statistic="p75", amount=80_000)
    hidden.retire(at=NOW)
    columns = (*EXPORTED, STATE)
    text = text_of(
        *(dict(zip(columns, one, strict=True)) for one in exported(SalaryClaim.objects.all())), columns=columns
    )
    assert [line["state"] for line in csv.DictReader(io.StringIO(text))] == ["offered", "retired"]
    SalaryClaim.objects.all().delete()
    seen = plan(text)
    assert (seen.problems, [entry.remark for entry in seen.entries]) == ([], ["", "retired, and comes in so"])
    keep_draft(table="salaries.salaryclaim", by_id=curator.pk, file_name="claims.csv", text=text, at=NOW)
    load(by_id=curator.pk, fingerprint=seen.fingerprint, at=NOW)
    assert [(claim.statistic, claim.retired_at) for claim in SalaryClaim.objects.order_by("position")] == [
        ("p50", None),
        ("p75", NOW),
    ]
    other = plan(text.replace("offered", "retired", 1))
    assert (other.entries, other.notes[0].partition(":")[0]) == (
        [],
        "A file changes no row's state, so these keep theirs",
    )


# --- Columns that a file may lack ----------------------------------------------------------------------------

PEOPLE = {"employment": "1,200", "employment_error": "2,5", "relative_error": "0.4"}


def counted(claim):
    return claim.distribution.employment, claim.distribution.employment_error, claim.relative_error


def test_how_many_people_and_how_far_off_come_along_and_stay_where_a_file_does_not_say_it(catalog, curator):
    def brought(*rows, columns):
        text = text_of(*rows, columns=columns)
        keep_draft(table="salaries.salaryclaim", by_id=curator.pk, file_name="claims.csv", text=text, at=NOW)
        seen = plan(text)
        assert seen.problems == []
        load(by_id=curator.pk, fingerprint=seen.fingerprint, at=NOW)
        return seen.entries[0].differences

    brought(row() | PEOPLE, columns=EXPORTED)
    said = (1200, Decimal("2.5"), Decimal("0.4"))
    assert counted(SalaryClaim.objects.get()) == said
    # An old file knows nothing of them, and takes nothing away.
    assert brought(row(amount="100001"), row(statistic="mean"), columns=COLUMNS) == [("amount", "100000", "100001")]
    assert [counted(claim) for claim in SalaryClaim.objects.order_by("position")] == [said, (*said[:2], None)]
    empty = dict.fromkeys(PEOPLE, "")
    brought(row(amount="100001") | empty, row(statistic="mean") | empty, columns=EXPORTED)
    assert {counted(claim) for claim in SalaryClaim.objects.all()} == {(None, None, None)}


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("employment", "many", "'many' is not a whole number."),
        ("employment", "-1", "'-1' is no number of people."),
        ("employment_error", "1.25", "'1.25' is not a percentage with at most one digit after the point."),
        ("relative_error", "-1", "'-1' is not a percentage with at most one digit after the point."),
    ],
)
def test_what_is_no_count_and_no_error_is_refused(catalog, column, cell, said):
    [problem] = plan(text_of(row() | PEOPLE | {column: cell}, columns=EXPORTED)).problems
    assert str(problem).endswith(f": {column}: {said}")


def test_claims_of_one_distribution_say_the_same_number_of_people(catalog):
    rows = [row() | PEOPLE, row(statistic="mean") | PEOPLE | {"employment": "3"}]
    [problem] = plan(text_of(*rows, columns=EXPORTED)).problems
    assert problem.reason == "employment: not the same as in row 2, and it must be."


# --- Loading -------------------------------------------------------------------------------------------------


def test_loading_writes_what_was_seen_under_the_curators_name(catalog, bring, curator):
    make_distribution(**catalog, edition="A draft", figures={"p50": 1})
    Change.objects.all().delete()
    batch = bring(row(), row(statistic="mean", amount="110000.5"), row(place="us", as_of="2024"))
    assert (batch.created, batch.updated, batch.by, batch.file_name) == (2, 1, curator, "claims.csv")
    stored = [
        (claim.key, claim.amount, claim.position, claim.distribution.edition)
        for claim in SalaryClaim.objects.select_related("distribution").order_by("pk")
    ]
    assert stored == [
        ("bureau-2025-05-manager-us-all-base-usd/all-p50-year", Decimal("100000.00"), 1, "May 2025"),
        ("bureau-2025-05-manager-us-all-base-usd/all-mean-year", Decimal("110000.50"), 2, "May 2025"),
        ("bureau-2024-manager-us-all-base-usd/all-p50-year", Decimal("100000.00"), 1, "May 2025"),
    ]
    newest = Distribution.objects.order_by("as_of").values_list("as_of", "newest")
    assert list(newest) == [("2024", False), ("2025-05", True)]
    # Each row once, so that undoing has one state to return to.
    changes = Change.objects.values_list("table", "by", "batch").order_by("table", "pk")
    assert list(changes) == [
        *[("salaries_distribution", curator.pk, batch.pk)] * 2,
        *[("salaries_salaryclaim", curator.pk, batch.pk)] * 3,
    ]
    assert not ImportDraft.objects.exists()


def test_loading_the_same_file_again_changes_nothing(catalog, bring):
    bring(row())
    before = everything()
    with pytest.raises(RefusedError) as refused:
        bring(row())
    assert refused.value.reasons == ["Every claim in the file is stored just so already."]
    assert (everything(), Batch.objects.count()) == (before, 1)


def test_pressing_load_twice_loads_once(catalog, bring, curator):
    bring(row())
    with pytest.raises(RefusedError) as refused:
        load(by_id=curator.pk, fingerprint=plan(text_of(row())).fingerprint, at=NOW)
    assert refused.value.reasons == ["There is no file to load: it was loaded already, or none was chosen."]
    assert (SalaryClaim.objects.count(), Batch.objects.count()) == (1, 1)


def test_what_is_no_longer_as_it_was_shown_is_not_loaded(catalog, curator):
    text = text_of(row())
    keep_draft(table="salaries.salaryclaim", by_id=curator.pk, file_name="claims.csv", text=text, at=NOW)
    seen = plan(text).fingerprint
    make_distribution(**catalog, figures={"p50": 7})
    with pytest.raises(RefusedError) as refused:
        load(by_id=curator.pk, fingerprint=seen, at=NOW)
    assert refused.value.reasons == [
        "The file or what it changes is no longer what you saw. Look at the changes again."
    ]
    assert [claim.amount for claim in SalaryClaim.objects.all()] == [7]
    # A second file of the same curator takes the place of the first.
    keep_draft(
        table="salaries.salaryclaim", by_id=curator.pk, file_name="other.csv", text=text_of(row(amount="8")), at=NOW
    )
    with pytest.raises(RefusedError):
        load(by_id=curator.pk, fingerprint=plan(text).fingerprint, at=NOW)
    assert ImportDraft.objects.get().file_name == "other.csv"


def test_the_large_figure_of_a_level_can_pass_from_one_claim_to_another_and_back(catalog, bring, curator):
    for first, second in (("p50", "mean"), ("mean", "p50")):
        SalaryClaim.objects.all().delete()
        bring(
            row(statistic="p50", headline="yes" if first == "p50" else ""),
            row(statistic="mean", headline="yes" if first == "mean" else ""),
        )
        batch = bring(row(statistic=first), row(statistic=second, headline="yes"))
        assert SalaryClaim.objects.get(headline=True).statistic == second
        undo(batch=batch, by_id=curator.pk, at=NOW)
        assert SalaryClaim.objects.get(headline=True).statistic == first


def test_percentiles_may_all_move_at_once(catalog, bring):
    bring(row(statistic="p25", amount="1"), row(statistic="p75", amount="2"))
    bring(row(statistic="p25", amount="11"), row(statistic="p75", amount="12"))
    assert sorted(SalaryClaim.objects.values_list("statistic", "amount")) == [("p25", 11), ("p75", 12)]


def test_what_is_retired_stays_so(catalog, bring):
    bring(row())
    SalaryClaim.objects.get().retire(at=NOW)
    assert [entry.state for entry in plan(text_of(row(amount="5"))).entries] == ["retired"]
    bring(row(amount="5"))
    assert SalaryClaim.objects.values_list("amount", "retired_at").get() == (5, NOW)


# --- Undoing -------------------------------------------------------------------------------------------------


def test_undoing_restores_what_was_changed_and_removes_what_was_made(catalog, bring, curator):
    make_distribution(**catalog, edition="A draft", figures={"p50": Decimal("12345678.91")})
    make_distribution(**catalog, as_of="2023", edition="Untouched", figures={"p50": 3})
    before = everything()
    batch = bring(row(), row(statistic="mean"), row(as_of="2026"))
    assert everything() != before
    assert undo(batch=batch, by_id=curator.pk, at=NOW) is True
    assert everything() == before
    batch.refresh_from_db()
    assert (batch.undone_at, batch.undone_by) == (NOW, curator)
    assert Change.objects.filter(batch__undoes=batch, batch__kind="undo", by=curator).count() == 5


def test_undoing_twice_does_nothing_the_second_time(catalog, bring, curator):
    batch = bring(row())
    undo(batch=batch, by_id=curator.pk, at=NOW)
    bring(row(amount="5"))
    before = everything()
    assert undo(batch=batch, by_id=curator.pk, at=NOW) is False
    assert everything() == before


def test_undoing_is_refused_by_what_changed_since_and_names_it(catalog, bring, curator, stranger):
    batch = bring(row(), row(statistic="mean"), row(statistic="p10", amount="1"))
    key = "bureau-2025-05-manager-us-all-base-usd"
    with recorded_as(user_id=stranger.pk, what="Edited", kind="edit"):
        SalaryClaim.objects.filter(statistic="p50").update(amount=7)
        SalaryClaim.objects.filter(statistic="mean").delete()
        make_claim(distribution=Distribution.objects.get(), statistic="p90")
        Distribution.objects.update(edition="Another")
    before = everything()
    with pytest.raises(RefusedError) as refused:
        undo(batch=batch, by_id=curator.pk, at=NOW)
    assert [reason.split(" on ")[0] for reason in refused.value.reasons] == [
        "Not undone, because it would take back what was done since:",
        f"Distribution “{key}” was changed by stranger@example.org",
        f"Claim “all-p90-year” of “{key}” was added by stranger@example.org",
        f"Claim “all-p50-year” of “{key}” was changed by stranger@example.org",
        f"Claim “all-mean-year” of “{key}” was deleted by stranger@example.org",
    ]
    assert everything() == before
    assert Batch.objects.get(kind="import").undone_at is None


def test_imports_are_undone_one_after_the_other(catalog, bring, curator):
    before = everything()
    first = bring(row())
    second = bring(row(amount="5"))
    with pytest.raises(RefusedError):
        undo(batch=first, by_id=curator.pk, at=NOW)
    undo(batch=second, by_id=curator.pk, at=NOW)
    undo(batch=first, by_id=curator.pk, at=NOW)
    assert everything() == before


def test_a_long_list_of_what_changed_since_is_cut_and_counted(catalog, bring, curator):
    batch = bring(*(row(as_of=str(year)) for year in range(2000, 2025)))
    SalaryClaim.objects.update(amount=7)
    with pytest.raises(RefusedError) as refused:
        undo(batch=batch, by_id=curator.pk, at=NOW)
    assert (len(refused.value.reasons), refused.value.reasons[-1]) == (22, "And 5 more.")


# --- Ten thousand, and two at once ---------------------------------------------------------------------------


def test_ten_thousand_rows_with_three_bad_ones_change_nothing_and_corrected_load_in_time_and_are_undone(
    catalog, curator
):
    """The issue asks for less than 20 seconds."""
    make_distribution(**catalog, as_of="2000-01", figures={"p10": 1, "p25": 1, "p50": 1, "p75": 1})
    for number in range(99):
        make_occupation(slug=f"role-{number}")
    roles = ["manager", *(f"role-{number}" for number in range(99))]
    rows = [
        row(occupation=role, as_of=f"{year}-01", statistic=statistic, amount=str(10_000 + 1000 * place + year))
        for role in roles
        for year in range(2000, 2025)
        for place, statistic in enumerate(("p10", "p25", "p50", "p75"))
    ]
    assert len(rows) == 10_000
    before = everything()
    good = {number: dict(rows[number]) for number in (17, 5000, 9999)}
    rows[17]["amount"] = "plenty"
    rows[5000]["place"] = "atlantis"
    rows[9999]["amount"] = "5"
    text = text_of(*rows)
    assert [(problem.line, problem.reason) for problem in plan(text).problems] == [
        (19, "amount: 'plenty' is not an amount in digits, such as 95000 or 45.50."),
        (5002, "place: there is no 'atlantis'."),
        (10001, "amount: the 75th percentile, 5, is below the 50th, 14024 (row 10000)."),
    ]
    keep_draft(table="salaries.salaryclaim", by_id=curator.pk, file_name="claims.csv", text=text, at=NOW)
    with pytest.raises(RefusedError):
        load(by_id=curator.pk, fingerprint=plan(text).fingerprint, at=NOW)
    assert (everything(), Batch.objects.count()) == (before, 0)

    for number, values in good.items():
        rows[number] = values
    text = text_of(*rows)
    keep_draft(table="salaries.salaryclaim", by_id=curator.pk, file_name="claims.csv", text=text, at=NOW)
    seen = plan(text)
    assert (seen.problems, seen.new, seen.changed) == ([], 9996, 4)
    # As the server does by itself at any moment: the planner then takes the tables for as empty as others see them.
    with closing(psycopg2.connect(connection.connection.dsn)) as other:
        other.autocommit = True
        other.cursor().execute("ANALYZE curation_change, salaries_distribution, salaries_salaryclaim")
    start = monotonic()
    batch = load(by_id=curator.pk, fingerprint=seen.fingerprint, at=NOW)
    assert monotonic() - start < 20
    assert (SalaryClaim.objects.count(), batch.changes.count()) == (10_000, 10_000 + 2500)
    undo(batch=batch, by_id=curator.pk, at=NOW)
    assert everything() == before


@pytest.mark.django_db(transaction=True)
def test_while_one_imports_another_is_told_to_wait(catalog, bring):
    held, done = threading.Event(), threading.Event()

    def hold():
        with connection.cursor() as cursor:
            cursor.execute("BEGIN; SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
            held.set()
            done.wait(10)
            # Closing alone lets the server give the lock back when it gets to it.
            cursor.execute("ROLLBACK")
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(10)
    with pytest.raises(RefusedError) as refused:
        bring(row())
    done.set()
    other.join()
    assert refused.value.reasons == ["Another import or undo is under way. Try again in a minute."]
    assert SalaryClaim.objects.count() == 0
    bring(row())
    assert SalaryClaim.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_curators_pressing_load_at_the_same_time_leave_each_claim_once(catalog, curator, stranger):
    text = text_of(*(row(as_of=str(year)) for year in range(2000, 2025)))
    for person in (curator, stranger):
        keep_draft(table="salaries.salaryclaim", by_id=person.pk, file_name="claims.csv", text=text, at=NOW)
    seen = plan(text).fingerprint

    def press(by_id):
        try:
            return load(by_id=by_id, fingerprint=seen, at=NOW).created
        except RefusedError:
            return "refused"

    outcomes = at_once(*(partial(press, person.pk) for person in (curator, stranger)))
    assert sorted(outcomes, key=str) == [25, "refused"]
    assert (SalaryClaim.objects.count(), Distribution.objects.count(), Batch.objects.count()) == (25, 25, 1)
