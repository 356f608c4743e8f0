"""What is seeded is what was researched: counted and summed by source, and looked up one by one.

The literals were worked out from the researched file itself, not from the table that is seeded.
"""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db.models import Count, Sum

from curation.changes import Change
from curation.models import SeedRecord
from curation.seeding import all_seeds, seed_database
from salaries.models import Distribution, Method, SalaryClaim

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


BY_SOURCE = {
    "arn-hays": (4, "605000"),
    "avantgarde-de": (2, "107700"),
    "bls-oews-2024-industry": (346, "40761630"),
    "bls-oews-2024-states": (8, "857680"),
    "bls-oews-national": (175, "19448510"),
    "gpm-cio": (2, "174200"),
    "itjobswatch-london": (18, "1290139"),
    "itjobswatch-ni": (3, "157500"),
    "itjobswatch-yorkshire": (5, "238151"),
    "ny-dol-oews": (52, "5601742"),
    "pmi-salary-11": (12, "994064"),
    "pmi-salary-12": (2, "255983"),
    "pmi-salary-14": (4, "540157"),
    "pmi-salary-9": (5, "536200"),
    "shri-learning": (3, "304708"),
    "ukvisa-2131": (1, "58200"),
    "vpl-bc": (2, "95294.67"),
    "wa-esd-oews": (32, "916558.43"),
}


def test_every_source_has_as_many_claims_as_were_researched_and_they_come_to_the_same_sum():
    counted = SalaryClaim.objects.values_list("distribution__source__slug").annotate(Count("pk"), Sum("amount"))
    found = {source: (count, amount) for source, count, amount in counted}
    assert found == {source: (count, Decimal(amount)) for source, (count, amount) in BY_SOURCE.items()}
    assert SalaryClaim.objects.count() == 676


@pytest.mark.parametrize(
    ("column", "counts"),
    [
        ("level", {"all": 641, "entry": 15, "experienced": 13, "senior": 4, "mid": 3}),
        ("period", {"year": 651, "hour": 25}),
        ("distribution__kind", {"base": 673, "total": 3}),
        ("distribution__currency", {"USD": 639, "GBP": 27, "EUR": 4, "AUD": 4, "CAD": 2}),
        ("confidence", {"high": 558, "medium": 118}),
        (
            "statistic",
            {"p10": 94, "p25": 102, "p50": 150, "p75": 101, "p90": 76, "mean": 121, "mean_lowest_third": 13,
             "mean_upper_two_thirds": 13, "typical": 4, "upper": 1, "visa_going_rate": 1},
        ),
        (
            "distribution__as_of",
            {"2015": 5, "2017": 2, "2019-12": 1, "2020": 14, "2020-05": 17, "2020-12": 1, "2021": 2, "2021-05": 28,
             "2021-12": 1, "2022": 3, "2022-03": 32, "2022-05": 23, "2023-05": 23, "2023-06": 2, "2024": 52,
             "2024-01": 6, "2024-05": 377, "2024-06": 2, "2025-01": 6, "2025-02": 2, "2025-05": 66, "2025-11": 4,
             "2026": 1, "2026-01": 6},
        ),
        (
            "distribution__place__code",
            {"US": 535, "GB-LND": 15, "US-NY": 14, "US-WA": 12, "AU": 5, "DE": 5, "GB": 5, "GB-YKS": 5,
             "US-WA-28420": 4, "US-WA-36500": 4, "US-OR-38900": 4, "US-WA-42660": 4, "US-WA-44060": 4, "US-NY-R1": 4,
             "US-NY-R2": 4, "US-NY-R3": 4, "US-NY-R4": 4, "US-NY-R5": 4, "US-NY-R6": 4, "US-NY-R7": 4, "US-NY-R8": 4,
             "US-NY-R9": 4, "US-NY-R10": 4, "GB-LDN-C": 3, "US-CA": 2, "US-TX": 2, "US-FL": 2, "CH": 2, "CA-BC": 2,
             "NL": 1, "BE": 1, "IE": 1, "QA": 1, "AE": 1, "EG": 1, "PK": 1},
        ),
    ],
)  # fmt: skip
def test_every_column_holds_what_was_researched(column, counts):
    found = SalaryClaim.objects.order_by().values_list(column).annotate(Count("pk"))
    assert dict(found) == counts


BUREAU = "bls-oews-national-2025-05-13-1082-us-all-industries-base-usd"
ARTICLE = "shri-learning-2022-technical-project-manager-us-all-industries-base-usd"
NEW_YORK = "ny-dol-oews-2024-13-1082-us-ny-r7-all-industries-base-usd"
PMI = "pmi-salary-14-2025-11-project-professional-with-pmp-us-all-industries-base-usd"
LONDON = "itjobswatch-london-2026-01-project-manager-in-it-gb-lnd-information-technology-base-gbp"
LIBRARY = "vpl-bc-2020-it-project-manager-ca-bc-information-technology-base-cad"


@pytest.mark.parametrize(
    ("key", "amount"),
    [
        # the article's three figures
        (f"{ARTICLE}/entry-mean-year", "69241"),
        (f"{ARTICLE}/all-mean-year", "111037"),
        (f"{ARTICLE}/senior-upper-year", "124430"),
        # the Bureau's percentiles of project management specialists in May 2025
        (f"{BUREAU}/all-p10-year", "61580"),
        (f"{BUREAU}/all-p25-year", "78440"),
        (f"{BUREAU}/all-p50-year", "102320"),
        (f"{BUREAU}/all-p75-year", "133100"),
        (f"{BUREAU}/all-p90-year", "167970"),
        (f"{BUREAU}/all-mean-year", "110740"),
        ("bls-oews-national-2020-05-15-1299-us-all-industries-base-usd/all-p90-year", "152730"),
        ("bls-oews-national-2025-05-15-1299-us-all-industries-base-usd/all-p50-year", "116580"),
        ("bls-oews-2024-industry-2024-05-13-1082-us-naics-51-base-usd/all-p75-year", "150190"),
        ("bls-oews-2024-states-2024-05-13-1082-us-ca-all-industries-base-usd/all-p50-year", "111300"),
        (f"{NEW_YORK}/all-p50-year", "114718"),
        (f"{NEW_YORK}/entry-mean-lowest-third-year", "76352"),
        (f"{NEW_YORK}/experienced-mean-upper-two-thirds-year", "153053"),
        ("wa-esd-oews-2022-03-13-1082-us-wa-all-industries-base-usd/all-p25-hour", "39.19"),
        (f"{PMI}/all-p50-year", "135000"),
        (f"{PMI}/mid-p50-year", "123000"),
        (f"{PMI}/senior-p50-year", "173000"),
        (f"{LIBRARY}/all-p50-hour", "45.67"),
        (f"{LIBRARY}/all-p50-year", "95249"),
        ("gpm-cio-2017-scrum-master-de-all-industries-total-eur/all-mean-year", "91500"),
        (f"{LONDON}/all-p90-year", "88375"),
        ("arn-hays-2024-06-it-project-manager-au-information-technology-base-aud/senior-typical-year", "164000"),
        ("ukvisa-2131-2026-it-project-manager-gb-all-industries-base-gbp/all-visa-going-rate-year", "58200"),
        ("pmi-salary-11-2020-project-professional-eg-all-industries-base-usd/all-p50-year", "13933"),
    ],
)  # fmt: skip
def test_a_claim_is_found_under_its_key(key, amount):
    distribution, claim = key.split("/")
    found = SalaryClaim.objects.with_everything().get(distribution__slug=distribution, slug=claim)
    assert isinstance(found.amount, Decimal)
    assert (found.key, found.amount) == (key, Decimal(amount))
    assert found.distribution.make_slug() == distribution
    assert found.make_slug() == claim


def test_the_large_figures_are_the_article_s(client):
    found = client.get("/salaries/").context["headlines"]
    assert [(large.name, large.amount, large.claim.distribution.as_of, large.age.old) for large in found] == [
        ("Entry level", "$69,241", "2022", True),
        ("Average", "$111,037", "2022", True),
        ("Senior level, up to", "$124,430", "2022", True),
    ]
    assert [large.rule for large in found] == [
        "Called entry level by the article, which quotes Glassdoor",
        "All levels together: the mean",
        "Called senior level by the article, which quotes Glassdoor; it is the upper figure",
    ]


def test_every_source_of_a_claim_says_how_it_came_by_its_figures():
    assert set(Method.objects.values_list("source__slug", flat=True)) == {*BY_SOURCE, "bls-oews-2025"}


def test_the_newest_of_every_source_alone_is_marked_so():
    editions = Distribution.objects.filter(
        occupation__slug="13-1082", place__slug="us", source__slug="bls-oews-national"
    )
    found = editions.filter(industry__slug="all-industries").order_by("as_of").values_list("as_of", "newest")
    assert list(found) == [
        ("2021-05", False), ("2022-05", False), ("2023-05", False), ("2024-05", False), ("2025-05", True)
    ]  # fmt: skip


def test_seeding_leaves_one_record_of_each_row_in_nobody_s_name():
    table = "salaries_salaryclaim"
    changes = Change.objects.filter(table=table)
    assert changes.filter(before__isnull=True, by=None, batch__kind="seed").count() == changes.count() == 676


def test_a_second_seeding_changes_nothing():
    before = (Change.objects.count(), SeedRecord.objects.count())
    report = seed_database(all_seeds(), at=AT)
    assert (report.changes, report.kept, report.gone) == (0, [], [])
    assert (Change.objects.count(), SeedRecord.objects.count()) == before
