"""The Bureau's flat file by area and industry: kept as it came, seeded whole, and in line with what was there."""

import csv
import hashlib
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db.models import Count

from curation.changes import Change
from curation.models import SeedRecord
from curation.seeding import all_seeds, seed_database
from salaries import flat_files
from salaries.models import Distribution, Industry, Place, SalaryClaim

pytestmark = pytest.mark.django_db

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
STATISTICS = ("p10", "p25", "p50", "p75", "p90", "mean")

# Read off the two files by hand: occupation, place, industry, figure, amount and its relative standard error.
BY_HAND = [
    ("13-1082", "us-tx", "all-industries", "p50", "98440", None),
    ("13-1082", "us-tx", "all-industries", "mean", "104210", "0.6"),
    ("13-1082", "us-ca", "all-industries", "p10", "69180", None),
    ("13-1082", "us-ny", "all-industries", "p90", "192160", None),
    ("15-1299", "us-dc", "all-industries", "p25", "123360", None),
    ("11-3021", "us-wa", "all-industries", "p75", "287690", None),
    ("11-3021", "us-wy", "all-industries", "mean", "135610", "8.3"),
    ("13-1082", "us-gu", "all-industries", "p50", "67370", None),
    ("13-1082", "us-pr", "all-industries", "p10", "29760", None),
    ("15-1299", "us-vi", "all-industries", "mean", "109080", "11.1"),
    ("13-1082", "us-tx-19100", "all-industries", "p50", "98900", None),
    ("13-1082", "us-ny-35620", "all-industries", "p75", "164800", None),
    ("13-1082", "us-ca-41860", "all-industries", "p90", "206240", None),
    ("13-1082", "us-wa-42660", "all-industries", "p25", "97410", None),
    ("15-1299", "us-co-19740", "all-industries", "p75", "160520", None),
    ("13-1082", "us-wa-5300006", "all-industries", "mean", "102960", "3.8"),
    ("13-1082", "us", "naics-51", "p50", "116910", None),
    ("13-1082", "us", "naics-31-33", "p10", "61520", None),
    ("13-1082", "us", "naics-5415", "mean", "126410", "1.2"),
    ("13-1082", "us", "bls-999101", "p90", "189360", None),
]


@pytest.mark.parametrize(
    ("file", "digest"),
    [
        (flat_files.AREAS, "9a6706b72199abc7db60fc563d826d010d680925b24bb84c917cfd26415d2c97"),
        (flat_files.INDUSTRIES, "d8822ea442a46db62561c9fce8341057b8febe6a2a9a5316bb61ac1924e09545"),
    ],
)
def test_the_files_are_kept_as_they_came(file, digest):
    assert hashlib.sha256(file.read_bytes()).hexdigest() == digest


def test_the_national_rows_equal_the_claims_that_are_there(seeded):
    """The same survey came in twice, by two ways: nothing of it is said twice, and both say the same."""
    with flat_files.AREAS.open(newline="") as file:
        national = [line for line in csv.DictReader(file) if line["area_type"] == "N"]
    assert [line["occupation"] for line in national] == ["11-3021", "13-1082", "15-1299"]
    for line in national:
        [row] = Distribution.objects.filter(
            source__slug="bls-oews-national", as_of="2025-05", place__slug="us", occupation__slug=line["occupation"]
        )
        found = {claim.statistic: f"{claim.amount:.0f}" for claim in row.claims.all()}
        assert found == {name: line[name] for name in STATISTICS}
        assert (row.employment, str(row.employment_error)) == (int(line["employment"]), line["employment_rse"])
        assert str(row.claims.get(statistic="mean").relative_error) == line["mean_rse"]
    assert not any(row["place"] == "us" and row["industry"] == "all-industries" for row in flat_files.distributions())


def test_twenty_claims_are_what_the_file_says(paid):
    claims = SalaryClaim.objects.published().filter(distribution__source__slug="bls-oews-2025")
    for role, place, industry, statistic, amount, error in BY_HAND:
        about = {"occupation": role, "place": place, "industry": industry}
        claim = claims.get(statistic=statistic, **{f"distribution__{name}__slug": slug for name, slug in about.items()})
        assert (claim.amount, claim.relative_error) == (Decimal(amount), Decimal(error) if error else None), about
        assert (claim.distribution.as_of, claim.distribution.newest) == ("2025-05", True)
    texas = Distribution.objects.get(slug="bls-oews-2025-2025-05-13-1082-us-tx-all-industries-base-usd")
    assert (texas.employment, texas.employment_error) == (138_960, Decimal("2.5"))


def test_every_cell_of_the_files_is_a_claim(paid):
    """Counted and summed: 9,966 by area of which 18 are national, and 6,816 by industry."""
    lines = [*flat_files._lines(flat_files.AREAS), *flat_files._lines(flat_files.INDUSTRIES)]
    lines = [line for line in lines if line.get("area_type") != "N"]
    stored = SalaryClaim.objects.filter(distribution__source__slug="bls-oews-2025")
    assert stored.count() == 9_966 - 18 + 6_816
    for statistic in STATISTICS:
        found = stored.filter(statistic=statistic)
        assert sum(found.values_list("amount", flat=True)) == sum(int(line[statistic]) for line in lines)
    rows = Distribution.objects.filter(source__slug="bls-oews-2025")
    assert (rows.count(), rows.filter(newest=True).count()) == (len(lines), len(lines))
    people = sum(row.employment or 0 for row in rows)
    assert people == sum(int(line["employment"] or 0) for line in lines)
    kinds = dict(Place.objects.filter(slug__startswith="us-", distributions__in=rows).values_list("slug", "kind"))
    assert sorted(kinds.values()) == ["city"] * 524 + ["region"] * 54
    assert Industry.objects.filter(distributions__in=rows.filter(place__slug="us")).distinct().count() == 415


def test_areas_lie_in_their_state_and_industries_in_one_another(paid):
    dallas = Place.objects.select_related("parent__parent").get(slug="us-tx-19100")
    assert (dallas.name, dallas.official_name) == ("Dallas-Fort Worth", "Dallas-Fort Worth-Arlington, TX")
    assert [place.slug for place in dallas.around] == ["us-tx-19100", "us-tx", "us"]
    above = dict(Industry.objects.exclude(parent=None).values_list("slug", "parent__slug"))
    wanted = {
        "naics-541": "naics-54",
        "naics-5415": "naics-541",
        "naics-541710": "naics-5417",
        "naics-325": "naics-31-33",
        "bls-3250a1": "naics-325",
        "naics-452": None,
        "naics-455": "naics-44-45",
        "naics-491": "naics-48-49",
    }
    assert {slug: above.get(slug) for slug in wanted} == wanted
    roots = set(Industry.objects.filter(parent=None, slug__startswith="bls-").values_list("slug", flat=True))
    assert roots == {"bls-000001", "bls-999001", "bls-999101", "bls-999201", "bls-999301"}


def test_transcribed_state_figures_are_retired_and_none_is_deleted(seeded):
    found = Distribution.objects.filter(source__slug="bls-oews-2024-states")
    assert (found.count(), found.published().count()) == (4, 0)
    assert SalaryClaim.objects.filter(distribution__in=found).count() == 8
    assert dict(Distribution.objects.exclude(retired_at=None).values_list("source__slug").annotate(Count("pk"))) == {
        "bls-oews-2024-states": 4
    }


def as_before(source):
    """As a site that was seeded before the state figures were superseded has them."""
    Distribution.objects.filter(source__slug=source).update(retired_at=None)
    for record in SeedRecord.objects.filter(table="salaries.distribution", key__startswith=source):
        del record.document["retired"]
        record.save()


def test_what_a_curator_edited_is_not_retired_under_them_and_reported(seeded):
    as_before("bls-oews-2024-states")
    rows = {row.place.slug: row for row in Distribution.objects.filter(source__slug="bls-oews-2024-states")}
    rows["us-tx"].claims.filter(statistic="p50").update(amount=99_999)
    report = seed_database(all_seeds(), at=AT)
    texas = f"salaries.distribution {rows['us-tx'].slug}"
    assert report.fields == {texas: ["claims all-p50-year: amount", "retired"]}
    assert sorted(report.updated) == sorted(f"salaries.distribution {row.slug}" for row in rows.values())[:3]
    offered = Distribution.objects.published().filter(source__slug="bls-oews-2024-states")
    assert [row.place.slug for row in offered] == ["us-tx"]
    again = seed_database(all_seeds(), at=AT)
    assert (again.changes, again.kept) == (0, [texas])


def test_what_a_curator_brought_back_stays_and_what_they_retired_too(seeded):
    florida = Distribution.objects.get(source__slug="bls-oews-2024-states", place__slug="us-fl")
    florida.bring_back(at=AT)
    other = Distribution.objects.exclude(source__slug="bls-oews-2024-states").first()
    other.retire(at=AT)
    for _ in range(2):
        report = seed_database(all_seeds(), at=AT)
        assert (report.changes, report.fields) == (0, {f"salaries.distribution {florida.slug}": ["retired"]})
    florida.refresh_from_db()
    other.refresh_from_db()
    assert (florida.retired_at, other.retired_at) == (None, AT)


def test_a_second_seeding_of_everything_changes_nothing(paid):
    before = (Change.objects.count(), SeedRecord.objects.count())
    report = seed_database(all_seeds(), at=AT)
    assert (report.changes, report.kept, report.gone) == (0, [], [])
    assert (Change.objects.count(), SeedRecord.objects.count()) == before
