"""The public pages on where the data comes from."""

import re
from datetime import date

import pytest
from django.utils import timezone

from curation.models import Source
from tests.factories.curation import make_source, reach
from tests.kit import text

SOURCES = "/about-the-data/sources/"


def listed(response):
    return re.findall(r'<li id="([^"]+)">', text(response))


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/about-the-data/", 2), (SOURCES, 2), (SOURCES + "?source=a", 3)])
def test_query_count(client, db, django_assert_num_queries, number, path, queries):
    for _ in range(number):
        make_source()
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/about-the-data/", SOURCES])
def test_the_pages_work_without_any_source_and_answer_only_reading(client, db, path):
    assert client.get(path).status_code == 200
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_about_counts_the_offered_sources_by_kind_and_names_the_oldest_and_newest_check(client, db):
    make_source(kind="news", checked_on=date(2026, 11, 2))
    make_source(kind="news", checked_on=date(2026, 11, 23))
    make_source(kind="official", checked_on=date(2026, 11, 9))
    make_source(kind="recruiter", checked_on=date(2020, 1, 1), retired_at=timezone.now())
    body = text(client.get("/about-the-data/"))
    rows = re.findall(r'<th scope="row">([^<]+)</th><td class="number">(\d+)</td>', body)
    assert rows == [("News", "2"), ("Official", "1")]
    assert "<h2>3 sources</h2>" in body
    assert "The oldest check is of Nov 2, 2026, the newest of Nov 23, 2026." in body


def test_a_source_shows_its_date_kind_and_check_and_nothing_that_is_for_curators(client, db):
    make_source(
        slug="report",
        publisher="The Bureau",
        name="A report",
        url="https://example.org/report",
        used_for="fees",
        note="A private note",
        confidence="low",
    )
    body = text(client.get(SOURCES))
    assert '<strong>The Bureau</strong>: <a href="https://example.org/report" rel="noopener">A report</a>' in body
    assert "Official. Date: May 2025. Checked Nov 23, 2026. Used for fees." in body
    assert "private" not in body
    assert "unconfirmed" not in body.lower()


def test_a_retired_source_stays_listed_with_a_mark_because_facts_may_still_name_it(client, db):
    make_source(slug="gone", retired_at=timezone.now())
    response = client.get(SOURCES)
    assert listed(response) == ["gone"]
    assert "no longer used" in text(response)


def test_sources_are_filtered_by_kind(client, db):
    make_source(slug="a", kind="news")
    make_source(slug="b", kind="official")
    response = client.get(SOURCES + "?kind=news")
    assert listed(response) == ["a"]
    assert "1 source of this kind." in text(response)
    assert '<option value="news" selected>' in text(response)


@pytest.mark.parametrize(
    "query", ["kind=rumor", "kind=%00", "page=0", "page=x", f"page={'9' * 5000}", "page=7", "source=%00", "source=no"]
)
def test_an_unknown_filter_or_page_shows_what_there_is(client, db, query):
    make_source(slug="a")
    assert listed(client.get(f"{SOURCES}?{query}")) == ["a"]


def test_a_wrong_page_does_not_undo_the_filter(client, db):
    make_source(slug="a", kind="news")
    make_source(slug="b", kind="official")
    assert listed(client.get(SOURCES + "?kind=news&page=x")) == ["a"]


def test_a_fact_links_to_the_page_on_which_its_source_stands(client, db):
    sources = [make_source(publisher=f"Publisher {number:02}") for number in range(52)]
    first, last = sources[0], sources[-1]
    assert last.get_absolute_url() == f"{SOURCES}?source={last.slug}#{last.slug}"
    assert listed(client.get(SOURCES)) == [source.slug for source in sources[:50]]
    page = client.get(last.get_absolute_url())
    assert listed(page) == [source.slug for source in sources[50:]]
    assert "51 to 52 of 52" in text(page)
    assert '<a rel="prev" href="?page=1">Previous</a>' in text(page)
    assert first.slug in listed(client.get(first.get_absolute_url()))


def test_turning_the_page_keeps_the_filter(client, db):
    for number in range(51):
        make_source(publisher=f"Publisher {number:02}", kind="news")
    body = text(client.get(SOURCES + "?kind=news"))
    assert '<a rel="next" href="?kind=news&amp;page=2">Next</a>' in body
    assert 'rel="prev"' not in body
    assert len(listed(client.get(SOURCES + "?kind=news&page=2"))) == 1


def test_every_shipped_source_can_be_found_by_its_address(client, seeded):
    assert Source.objects.count() == 94
    for source in Source.objects.all()[::8]:
        assert source.slug in listed(client.get(source.get_absolute_url()))


def test_sources_say_when_their_link_was_reached_or_once_that_nobody_has_opened_any(client, db):
    make_source(slug="a", url="https://example.org/a", used_for="fees")
    make_source(slug="b", url="https://example.org/b")
    make_source(slug="c", url="")
    body = text(client.get(SOURCES))
    assert body.count("We haven't opened these links ourselves yet.") == 1
    assert "Link reached" not in body
    reach("https://example.org/a")
    body = text(client.get(SOURCES))
    assert "Checked Nov 23, 2026. Link reached on Nov 30, 2026. Used for fees." in body
    assert body.count("Link reached") == 1
    assert "haven't opened" not in body
