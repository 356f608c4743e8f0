"""The claims to take out: the same rows as on the page, with their source and date, at addresses that stay."""

import csv
import gzip
import io
import json
from email.utils import parsedate_to_datetime

import psycopg2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from salaries.models import Distribution, SalaryClaim
from salaries.views import data
from tests.factories.salaries import (
    make_claim,
    make_distribution,
    make_industry,
    make_method,
    make_occupation,
    make_place,
)

pytestmark = pytest.mark.django_db

JSON, CSV = "/salaries/data/v1/claims.json", "/salaries/data/v1/claims.csv"
BOTH = pytest.mark.parametrize("address", [JSON, CSV])


@pytest.fixture
def claim():
    row = make_distribution(
        occupation=make_occupation(slug="manager", name="Manager", code="13-1082"),
        source=make_method(short_name="the Bureau").source,
        edition="OEWS May 2025",
        url="https://stats.example/oews",
        employment=1380,
    )
    return make_claim(
        distribution=row,
        level="senior",
        level_rule="Said so.",
        statistic="p75",
        amount="45.50",
        period="hour",
        relative_error="2.5",
    )


def record(claim):
    """The claim as it must come out, put together apart from the code."""
    row = claim.distribution
    return {
        "key": f"{row.source.slug}-2025-05-manager-us-all-industries-base-usd/senior-p75-hour",
        "role": "manager",
        "role_name": "Manager (13-1082)",
        "role_as_named": "The role as the source names it",
        "level": "senior",
        "level_rule": "Said so.",
        "statistic": "p75",
        "amount": "45.50",
        "currency": "USD",
        "period": "hour",
        "kind": "base",
        "place": "us",
        "place_name": "United States",
        "industry": "all-industries",
        "industry_name": "All industries",
        "as_of": "2025-05",
        "source": row.source.slug,
        "publisher": "A publisher",
        "edition": "OEWS May 2025",
        "url": "https://stats.example/oews",
        "retrieved_on": "2026-11-23",
        "checked_on": "2026-11-23",
        "review_by": "2027-11-23",
        "attribution": "A publisher: OEWS May 2025, as of May 2025, checked 2026-11-23",
        "relative_error": "2.5",
        "employment": "1380",
    }


def content(response):
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode("utf-8-sig")


def records(client, address):
    """All records of an address, page by page or in one file."""
    if address.startswith(CSV):
        return list(csv.DictReader(io.StringIO(content(client.get(address)), newline="")))
    found = []
    while address:
        answer = client.get(address).json()
        found += answer["claims"]
        address = answer["next"]
    return found


@BOTH
def test_every_field_of_a_claim_comes_out(client, claim, address):
    claim = SalaryClaim.objects.get()
    assert records(client, address) == [record(claim)]


def test_shape_of_both_files(client, claim):
    claim = SalaryClaim.objects.get()
    answer = client.get(JSON)
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == {"claims": [record(claim)], "next": None}
    assert list(answer.json()["claims"][0]) == list(data.FIELDS)
    answer = client.get(CSV)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="tpm-salary-claims.csv"'
    # Never in a stream: the server would end one that breaks off like one that is whole.
    assert not answer.streaming
    length = int(answer["Content-Length"])
    lines = content(answer)
    # A mark, so that Excel reads UTF-8.
    assert answer.content == b"\xef\xbb\xbf" + lines.encode()
    assert len(answer.content) == length
    assert lines.split("\r\n")[0] == ",".join(data.FIELDS)
    assert lines.endswith("\r\n")


@BOTH
def test_filters_leave_the_rows_of_the_page_alone(client, claim, address):
    country = claim.distribution.place
    region, mining = make_place(slug="us-tx", parent=country), make_industry(slug="mining")
    wanted = {
        "role": make_claim(distribution=make_distribution(occupation=make_occupation(slug="other"))),
        "place": make_claim(distribution=make_distribution(place=region)),
        "industry": make_claim(distribution=make_distribution(industry=mining)),
        "year": make_claim(distribution=make_distribution(as_of="2021-05")),
        "kind": make_claim(distribution=make_distribution(kind="total")),
        "currency": make_claim(distribution=make_distribution(currency="AUD")),
    }
    asked = {
        "role": "other",
        "place": "us-tx",
        "industry": "mining",
        "year": "2021",
        "kind": "total",
        "currency": "AUD",
    }
    for name, value in asked.items():
        assert [row["key"] for row in records(client, f"{address}?{name}={value}")] == [wanted[name].key]
    assert len(records(client, address)) == 7
    assert records(client, f"{address}?kind=total&currency=AUD") == []


@BOTH
def test_newest_leaves_out_what_was_replaced(client, claim, address):
    row = claim.distribution
    make_claim(distribution=make_distribution(occupation=row.occupation, source=row.source, as_of="2024-05"))
    assert len(records(client, address)) == 2
    assert [found["key"] for found in records(client, f"{address}?year=newest")] == [claim.key]


@BOTH
def test_what_is_retired_does_not_come_out(client, claim, address):
    make_claim(distribution=claim.distribution).retire(at=timezone.now())
    for name in ("distribution", "occupation", "place", "industry"):
        own = {"occupation": make_occupation(), "place": make_place(), "industry": make_industry()}
        gone = make_claim(distribution=make_distribution(**own)).distribution
        (gone if name == "distribution" else own[name]).retire(at=timezone.now())
    assert SalaryClaim.objects.count() == 6
    assert [row["key"] for row in records(client, address)] == [claim.key]


@BOTH
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("role=nobody", "role"),
        ("place=atlantis&industry=x", "place, industry"),
        ("year=20x4", "year"),
        ("year=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%94", "year"),
        ("year=2024%0A", "year"),
        ("kind=both", "kind"),
        ("currency=usd", "currency"),
        ("role=%00", "role"),
        ("role=%F0%9F%98%80", "role"),
        ("place=%E2%80%AE%D7%A9", "place"),
        ("currency=" + "X" * 3000, "currency"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(client, claim, address, query, names):
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400
    assert response.json() == {"error": f"Not understood or not known: {names}.", "help": "/salaries/data/"}


@pytest.mark.parametrize("after", ["%00", "x", "a/b/c", "a/%00", "%F0%9F%98%80/x", "x/" + "y" * 300, "/", "a b/c"])
def test_odd_place_to_go_on_from_is_refused(client, claim, after):
    response = client.get(f"{JSON}?after={after}")
    assert (response.status_code, response.json()["error"]) == (400, "Not understood or not known: after.")


@BOTH
def test_retired_code_is_not_known(client, claim, address):
    claim.distribution.occupation.retire(at=timezone.now())
    assert client.get(f"{address}?role=manager").status_code == 400


# --- Pages ------------------------------------------------------------------------------------------------------


@pytest.fixture
def three_a_page(monkeypatch):
    monkeypatch.setattr(data, "PER_PAGE", 3)


def test_pages_hold_every_claim_once_in_the_order_of_the_keys(client, three_a_page):
    for _ in range(3):
        make_distribution(figures={"p25": 1, "p50": 2, "p75": 3, "mean": 2})
    keys = [row["key"] for row in records(client, JSON)]
    assert len(keys) == 12
    assert keys == [row["key"] for row in records(client, CSV)]
    in_order = SalaryClaim.objects.order_by("distribution__slug", "slug").select_related("distribution")
    assert keys == [claim.key for claim in in_order]
    assert len(client.get(JSON).json()["claims"]) == 3


def test_last_page_that_is_full_has_no_next(client, three_a_page):
    make_distribution(figures={"p25": 1, "p50": 2, "p75": 3})
    answer = client.get(JSON).json()
    assert (len(answer["claims"]), answer["next"]) == (3, None)


def test_next_is_an_address_of_the_site_with_the_same_filter(client, three_a_page, settings):
    settings.SITE_URL = "https://tpm.example"
    row = make_distribution(figures={"p25": 1, "p50": 2, "p75": 3, "mean": 2})
    make_distribution(figures={"p50": 1}, kind="total")
    answer = client.get(f"{JSON}?kind=base", headers={"host": "another.example"}).json()
    assert answer["next"] == (
        "https://tpm.example/salaries/data/v1/claims.json?role=any&place=any&industry=any&year=any&kind=base&currency=any"
        f"&after={row.slug}%2F{answer['claims'][-1]['key'].partition('/')[2]}"
    )
    assert [claim["statistic"] for claim in client.get(answer["next"]).json()["claims"]] == ["p75"]


def test_rows_that_come_and_go_between_pages_repeat_and_skip_nothing_else(client, three_a_page):
    rows = [make_distribution(slug=f"row-{letter}", figures={"p25": 1, "p50": 2}) for letter in "bdf"]
    expected = [claim.key for row in rows for claim in row.claims.order_by("slug")]
    first = client.get(JSON).json()
    assert [claim["key"] for claim in first["claims"]] == expected[:3]
    make_distribution(slug="row-a", figures={"p50": 1})  # before what was read
    new = make_distribution(slug="row-e", figures={"p50": 1})  # after it
    rows[1].claims.order_by("slug").first().retire(at=timezone.now())  # the last one read
    rest = records(client, first["next"])
    assert [claim["key"] for claim in rest] == [expected[3], new.claims.get().key, *expected[4:]]


# --- Caches -----------------------------------------------------------------------------------------------------


@BOTH
def test_whoever_has_the_present_version_gets_304_after_one_query(client, claim, address, django_assert_num_queries):
    response = client.get(address)
    content(response)
    assert response["Cache-Control"] == "public, max-age=300"
    assert parsedate_to_datetime(response["Last-Modified"]).date() == timezone.now().date()
    for headers in ({"If-None-Match": response["ETag"]}, {"If-Modified-Since": response["Last-Modified"]}):
        with django_assert_num_queries(1):
            again = client.get(address, headers=headers)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])


@BOTH
def test_every_change_and_every_address_is_another_version(client, claim, address):
    def etag(query=""):
        response = client.get(address + query)
        content(response)
        return response["ETag"]

    row = claim.distribution
    versions = [etag(), etag("?role=manager"), etag("?role=manager&place=us")]
    for change in (
        lambda: SalaryClaim.objects.update(amount="46.00"),
        lambda: claim.retire(at=timezone.now()),
        lambda: type(row.occupation).objects.update(name="Another name"),
        lambda: type(row.source).objects.update(publisher="Another publisher"),
        lambda: claim.delete(),
    ):
        change()
        versions.append(etag())
        assert etag() == versions[-1]
    assert len(set(versions)) == len(versions) == 8


@BOTH
def test_head_is_answered_like_get_without_a_body(client, claim, address):
    got, asked = client.get(address), client.head(address)
    content(got)
    assert asked.status_code == 200
    assert content(asked) == ""
    for name in ("ETag", "Last-Modified", "Content-Type", "Cache-Control"):
        assert asked[name] == got[name]


@BOTH
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_data_is_only_read(client, claim, address, method):
    response = getattr(client, method)(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@BOTH
def test_data_sets_no_cookie(client, claim, address):
    response = client.get(address)
    content(response)
    assert response.cookies == {}


# --- Spreadsheets -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(client, sign):
    evil = f'{sign}HYPERLINK("https://evil.example")'
    row = make_distribution(edition=evil, occupation=make_occupation(name=evil), industry=make_industry(name=evil))
    make_claim(distribution=row, role_as_named=evil, level="entry", level_rule=evil)
    changed = {"edition", "role_name", "industry_name", "role_as_named", "level_rule"}
    in_csv, in_json = records(client, CSV)[0], records(client, JSON)[0]
    assert {name for name in data.FIELDS if in_csv[name] != in_json[name]} == changed
    for name in changed:
        assert (in_csv[name], in_json[name]) == (f"'{evil}", evil)


def test_quotes_commas_and_line_ends_survive(client):
    text = 'A "quoted", broken\r\nline \u202e\u05e9 \U0001f600'
    make_claim(distribution=make_distribution(edition=text))
    assert records(client, CSV)[0]["edition"] == records(client, JSON)[0]["edition"] == text


# --- The database is away ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [JSON, CSV, "/salaries/", "/salaries/data/", "/salaries/my-number/"])
def test_database_that_is_away_is_a_503(claim, away, address):
    with away():
        response = Client(raise_request_exception=False).get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "10")


@pytest.mark.django_db(transaction=True)
def test_file_is_whole_or_not_there_when_the_database_goes_away_between_two_fetches(monkeypatch):
    monkeypatch.setattr(data, "CHUNK", 3)
    for _ in range(3):
        make_distribution(figures={"p25": 1, "p50": 2, "p75": 3})
    client = Client(raise_request_exception=False)
    whole = client.get(CSV)
    assert (whole.status_code, len(content(whole).splitlines())) == (200, 1 + 9)
    fetched = []
    data.packed_file.cache_clear()

    def end_the_connection(execute, sql, params, many, context):
        """Behind the labels of the first claims, from a second connection."""
        result = execute(sql, params, many, context)
        if 'WHERE ("salaries_distribution"."id") IN' in sql:
            fetched.append(sql)
            # What is kept is never read from a replica that lags.
            assert connection.in_atomic_block
            with psycopg2.connect(connection.connection.dsn) as other, other.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [connection.connection.info.backend_pid])
                assert cursor.fetchone() == (True,)
            other.close()
        return result

    try:
        with connection.execute_wrapper(end_the_connection):
            broken = client.get(CSV)
    finally:
        connection.close()
    assert len(fetched) == 1
    assert (broken.status_code, broken["Retry-After"]) == (503, "10")
    assert "Content-Disposition" not in broken
    assert content(client.get(CSV)) == content(whole)


# --- Cost, and the page that explains it ------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("query", "more"), [("", 0), ("?place=us", 1), ("?role=manager&place=us&industry=all-industries", 3)]
)
@BOTH
def test_query_count_of_the_data(client, claim, django_assert_num_queries, address, number, query, more):
    for _ in range(number):
        make_distribution(occupation=claim.distribution.occupation, figures={"p50": 1, "mean": 1})
    with django_assert_num_queries(3 + more):
        body = content(client.get(address + query))
    rows = json.loads(body)["claims"] if address == JSON else body.splitlines()[1:]
    assert len(rows) == 1 + 2 * number


@pytest.mark.parametrize("number", [1, 3])
def test_explanation_names_every_field_and_counts_the_claims(client, django_assert_num_queries, number):
    for _ in range(number):
        make_claim()
    with django_assert_num_queries(1):
        body = client.get("/salaries/data/").content.decode()
    assert {1: "There is 1 claim.", 3: "There are 3 claims."}[number] in body
    assert all(f"<code>{name}</code>" in body for name in data.FIELDS)


def test_list_hands_over_its_filter(client, claim):
    body = client.get("/salaries/?role=manager&year=2025").content.decode()
    query = "role=manager&amp;place=us&amp;industry=all-industries&amp;year=2025&amp;kind=any&amp;currency=any"
    assert f'href="{CSV}?{query}"' in body
    assert f'href="{JSON}?{query}"' in body
    assert len(records(client, f"{CSV}?{query.replace('&amp;', '&')}")) == Distribution.objects.count() == 1


def test_the_file_is_written_once_and_anew_after_a_change(client, claim):
    first = client.get(CSV)
    with CaptureQueriesContext(connection) as queries:
        again = client.get(CSV, {"nothing": "known"})
    assert again.content == first.content
    assert not [one for one in queries if 'FROM "salaries_salaryclaim"' in one["sql"]]
    assert client.get(CSV, {"role": "manager", "currency": "USD"}).content == first.content
    SalaryClaim.objects.update(amount=1)
    assert ",1.00," in content(client.get(CSV))


def test_packed_or_not_it_is_the_same_file_and_only_one_of_them_is_exactly_that(client, claim):
    plain, packed = client.get(CSV), client.get(CSV, headers={"Accept-Encoding": "br, gzip"})
    assert (packed["Content-Encoding"], gzip.decompress(packed.content)) == ("gzip", plain.content)
    assert int(packed["Content-Length"]) == len(packed.content)
    assert packed["ETag"] == f"W/{plain['ETag']}"
    assert "Accept-Encoding" in packed["Vary"]
    assert "Accept-Encoding" in plain["Vary"]
    for etag in (packed["ETag"], plain["ETag"]):
        assert client.get(CSV, headers={"Accept-Encoding": "gzip", "If-None-Match": etag}).status_code == 304
