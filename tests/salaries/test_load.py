"""With a hundred thousand claims: the same queries, on indexes, and no sequential reading of the claims.

``python -m tests.salaries.bench`` measures the time.
"""

import re
from dataclasses import replace
from itertools import combinations

import pytest
from django.db import connection, transaction
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from salaries.counting import choices
from salaries.filters import EVERYTHING, Filter, matching
from salaries.models import Distribution, KeptNumber, Place, SalaryClaim
from salaries.shelving import SALARIES
from tests.factories.accounts import make_user
from tests.factories.salaries import make_place
from tests.kit import sign_in_with_a_device
from tests.salaries.load import fill

# The filling takes longest: by one worker alone.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("salaries-load")]

FILTERS = {
    "role": ("any", "13-1082", "technical-project-manager"),
    "place": ("any", "us", "us-ny"),
    "industry": ("any", "all-industries", "naics-22"),
    "year": ("any", "newest", "2022"),
    "kind": ("any", "base", "total"),
    "currency": ("any", "USD", "GBP"),
}


@pytest.fixture(scope="module", autouse=True)
def _filled(all_content, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        fill(claims=100_000)
        yield
        transaction.set_rollback(True)


def every_pair():
    """Queries in which every choice of a filter meets every choice of every other one, found greedily."""
    names = list(FILTERS)
    missing = {
        ((one, first), (other, second))
        for one, other in combinations(names, 2)
        for first in FILTERS[one]
        for second in FILTERS[other]
    }
    while missing:
        (one, first), (other, second) = min(missing)
        chosen = {one: first, other: second}
        for name in names:
            if name not in chosen:
                gains = {
                    value: sum(
                        tuple(sorted(((name, value), pair), key=lambda item: names.index(item[0]))) in missing
                        for pair in chosen.items()
                    )
                    for value in FILTERS[name]
                }
                chosen[name] = max(gains, key=gains.__getitem__)
        missing -= set(combinations([(name, chosen[name]) for name in names], 2))
        yield "/salaries/?" + "&".join(f"{name}={chosen[name]}" for name in names)


def test_there_are_a_hundred_thousand_claims():
    assert SalaryClaim.objects.count() == 100_000


def test_every_pair_of_choices_meets():
    addresses = list(every_pair())
    for (one, firsts), (other, seconds) in combinations(FILTERS.items(), 2):
        for first in firsts:
            for second in seconds:
                assert any(f"{one}={first}&" in f"{a}&" and f"{other}={second}&" in f"{a}&" for a in addresses)
    assert len(addresses) < 40


@pytest.mark.parametrize(("signed_in", "queries"), [(False, 3), (True, 6)])
def test_every_combination_of_filters_takes_the_same_few_queries(client, signed_in, queries):
    SALARIES.newest()
    if signed_in:
        user, place = make_user(), Place.objects.get(slug="us")
        number = {"amount": 98_765, "currency": "USD", "period": "year", "kind": "base", "level": "all"}
        KeptNumber.objects.keep(user=user, at=user.date_joined, place=place, occupation=None, **number)
        sign_in_with_a_device(client, user)
    for address in every_pair():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = client.get(address)
        assert response.status_code == 200
        # Where nothing fits there may be no claims to ask for beside the large figures, which are always there.
        assert len(captured) == queries, address


ADDRESSES = [
    "/salaries/",
    "/salaries/?role=any&place=any&industry=any&year=any&kind=any&currency=any",
    "/salaries/?role=13-1082&place=any&industry=any&year=any&kind=any&currency=any&page=2",
    "/salaries/13-1082/us/all-industries/",
    "/salaries/compare/?row=13-1082.us.all-industries&row=15-1299.us-ny.all-industries",
    "/salaries/why-they-differ/",
]


def plan(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        return "\n".join(line for (line,) in cursor.fetchall())


@pytest.mark.parametrize("address", ADDRESSES)
def test_claims_are_found_by_an_index_and_never_read_through(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    plans = [plan(query["sql"]) for query in captured if '"salaries_salaryclaim"' in query["sql"]]
    plans += [plan(query["sql"]) for query in captured if "FROM salaries_salaryclaim c" in query["sql"]]
    assert len(plans) >= 1
    for found in plans:
        assert "Seq Scan on salaries_salaryclaim" not in found
        assert re.search(r"Index (Only )?Scan (using|on) salaries_salaryclaim_\w+", found)


@pytest.mark.parametrize("address", ADDRESSES[:3])
def test_filters_leave_the_distributions_alone_and_the_page_reads_its_own_by_an_index(client, address):
    SALARIES.newest()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    edition, listed, claims, *_ = (query["sql"] for query in captured)
    assert [table for table in connection.introspection.table_names() if table in edition] == ["curation_edition"]
    assert re.search(r"Index Scan (using|on) curation_edition_of_shelf", plan(edition))
    for found in (plan(listed), plan(claims)):
        assert "Seq Scan on salaries_distribution" not in found
    assert re.search(r"Index Scan (using|on) salaries_distribution_\w+", plan(listed))


def test_the_shelf_of_all_of_them_is_put_up_in_one_query_and_finds_the_large_figures_by_their_index(client):
    make_place()
    with CaptureQueriesContext(connection) as captured:
        client.get("/salaries/")
    assert len(captured) == 5
    putting_up = plan(captured[1]["sql"])
    assert "Seq Scan on salaries_salaryclaim" not in putting_up
    assert re.search(r"Index Scan using salaries_salaryclaim_\w+", putting_up)
    assert len(SALARIES.newest().keys) == Distribution.objects.published().count() > 10_000


@pytest.mark.parametrize(
    "wanted", [Filter(), EVERYTHING, Filter(role="13-1082", place="any", industry="any", year="2022")]
)
def test_a_large_shelf_says_what_the_database_says(wanted):
    found = choices(wanted, page=2, per_page=25)
    assert found.total() == matching(wanted).count()
    assert found.rows == list(matching(wanted).in_order().values_list("pk", flat=True)[25:50])
    by_year = matching(replace(wanted, year="any")).values_list("year").annotate(Count("pk")).order_by("-year")
    options = [(option.value, option.count) for option in found.options["year"] if option.count]
    newest = matching(replace(wanted, year="newest")).count()
    assert options == [("newest", newest), *((str(year), number) for year, number in by_year)]


def test_a_plan_without_an_index_would_be_seen():
    assert "Seq Scan on salaries_salaryclaim" in plan("SELECT * FROM salaries_salaryclaim WHERE amount > 0")
