"""The claims' file: read row by row, and refused with its row and reason when it is wrong."""

import csv

import pytest

from curation.content_files import SeedError
from salaries import claims_file
from salaries.models import SalaryClaim
from tests.factories.salaries import make_claim, make_distribution

LINE = {
    "source": "survey",
    "as_of": "2025-05",
    "occupation": "13-1082",
    "place": "us",
    "industry": "all-industries",
    "kind": "base",
    "currency": "USD",
    "edition": "May 2025",
    "url": "https://example.org/",
    "role_as_named": "Project Management Specialists",
    "level": "all",
    "level_rule": "",
    "statistic": "p50",
    "amount": "102320",
    "period": "year",
    "confidence": "high",
    "retrieved_on": "2026-11-23",
    "checked_on": "2026-11-23",
    "review_by": "2027-11-23",
    "headline": "",
}


@pytest.fixture
def write(tmp_path):
    def write_lines(*lines, columns=claims_file.COLUMNS):
        file = tmp_path / "data" / "claims.csv"
        file.parent.mkdir(exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            writer.writerows([(LINE | line).get(name, "more") for name in columns] for line in lines)
        return file

    return write_lines


def refusal(file):
    with pytest.raises(SeedError) as refused:
        claims_file.read(file)
    return str(refused.value).split("/", 1)[1]


def test_lines_of_one_distribution_become_its_claims(write):
    file = write({}, {"statistic": "mean_lowest_third", "level": "entry", "level_rule": "A rule", "headline": "yes"})
    figures = {name: LINE[name] for name in claims_file.FIGURE}
    assert claims_file.read(file) == {
        "distributions": [
            {
                "id": "survey-2025-05-13-1082-us-all-industries-base-usd",
                **{name: LINE[name] for name in (*claims_file.FRAME, *claims_file.EDITION)},
                "claims": [
                    {**figures, "id": "all-p50-year", "headline": False},
                    {
                        **figures,
                        "id": "entry-mean-lowest-third-year",
                        "level": "entry",
                        "level_rule": "A rule",
                        "statistic": "mean_lowest_third",
                        "headline": True,
                    },
                ],
            }
        ],
        "whole": False,
    }


def test_a_file_that_says_all_reads_back_as_it_was_written(tmp_path):
    """With a number that only some have, a distribution of which nothing is offered, and a retired one."""
    frame = {name: LINE[name] for name in (*claims_file.FRAME, *claims_file.EDITION)}
    figure = {name: LINE[name] for name in claims_file.FIGURE} | {"headline": True, "relative_error": "1.5"}
    slug = claims_file.claim_slug(**{name: LINE[name] for name in ("level", "statistic", "period")})
    rows = [
        frame | {"employment": "120", "employment_error": None, "retired": False, "claims": [{"id": slug} | figure]},
        frame | {"as_of": "2024", "employment": None, "employment_error": None, "retired": True, "claims": []},
    ]
    rows = [{"id": claims_file.distribution_slug(row)} | row for row in rows]
    file = tmp_path / "claims.csv"
    file.write_text(claims_file.written(rows), encoding="utf-8", newline="")
    assert claims_file.read(file) == {"distributions": rows, "whole": True}
    file.write_text(claims_file.written(rows).replace(",no\r", ",perhaps\r"), encoding="utf-8", newline="")
    with pytest.raises(SeedError, match="retired is yes or no"):
        claims_file.read(file)


@pytest.mark.parametrize("name", claims_file.FRAME)
def test_another_source_time_role_place_industry_kind_or_currency_is_another_distribution(write, name):
    found = claims_file.read(write({}, {name: "other"}))["distributions"]
    assert [(row[name], len(row["claims"])) for row in found] == [(LINE[name], 1), ("other", 1)]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (claims_file.COLUMNS[1:], "Missing: source."),
        ((*claims_file.COLUMNS, "note"), "Unknown: note."),
        ((*claims_file.COLUMNS, "amount"), "Twice: amount."),
    ],
)
def test_other_columns_are_refused(write, columns, reason):
    wanted = ", ".join(claims_file.COLUMNS)
    assert refusal(write({}, columns=columns)) == f"data/claims.csv: The columns must be {wanted}. {reason}"


def test_a_row_with_more_values_is_refused_and_one_short_by_its_empty_last_is_filled_up(write):
    file = write({}, {"statistic": "p75"})
    text = file.read_text().rstrip()
    file.write_text(text.rsplit(",", 1)[0] + "\n")
    assert len(claims_file.read(file)["distributions"][0]["claims"]) == 2
    file.write_text(text + ",too much\n")
    assert refusal(file) == (
        "data/claims.csv: Row 3 (survey): 'too much' stands in column U, which has no name in the first row. "
        "A text with commas in it needs quotation marks around it."
    )


@pytest.mark.parametrize("name", claims_file.EDITION)
def test_two_lines_that_disagree_about_an_edition_are_refused(write, name):
    file = write({}, {"statistic": "p75", name: "https://example.org/other"})
    assert refusal(file) == (
        f"data/claims.csv: Row 3: {name} must be the same in every line of {claims_file.distribution_slug(LINE)}."
    )


def test_two_distributions_whose_names_come_out_the_same_are_not_mixed(write):
    file = write({"occupation": "manager", "place": "us-ny"}, {"occupation": "manager-us", "place": "ny"})
    assert refusal(file) == (
        "data/claims.csv: Row 3: occupation, place must be the same in every line of "
        "survey-2025-05-manager-us-ny-all-industries-base-usd."
    )


def test_a_large_figure_is_marked_by_yes_and_nothing_else(write):
    assert (
        refusal(write({}, {"statistic": "p75", "headline": "Yes"}))
        == "data/claims.csv: Row 3: headline is yes or empty."
    )


def test_a_quote_that_is_never_closed_is_refused(write):
    file = write({})
    file.write_text(file.read_text() + '"survey')
    assert refusal(file) == (
        "data/claims.csv: Row 3: a quotation mark is opened here and never closed, "
        "so that all that follows is one cell."
    )


def test_a_file_that_is_not_utf_8_is_refused(write):
    file = write({})
    file.write_bytes(file.read_bytes() + b"\xff")
    assert refusal(file) == "data/claims.csv: The file is not in UTF-8."


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert "No such file" in refusal(tmp_path / "claims.csv")


@pytest.mark.django_db
def test_the_file_names_rows_as_the_models_do():
    distribution = make_distribution()
    frame = {
        "source": distribution.source.slug,
        "occupation": distribution.occupation.slug,
        "place": distribution.place.slug,
        "industry": distribution.industry.slug,
        **{name: getattr(distribution, name) for name in ("as_of", "kind", "currency")},
    }
    assert claims_file.distribution_slug(frame) == distribution.make_slug()
    claim = make_claim(distribution=distribution, level="entry", statistic="mean_lowest_third", period="hour")
    named = claims_file.claim_slug(level=claim.level, statistic=claim.statistic, period=claim.period)
    assert named == claim.make_slug() == "entry-mean-lowest-third-hour"
    assert SalaryClaim.objects.get().key == f"{distribution.make_slug()}/{named}"
