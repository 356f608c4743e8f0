"""The table: searched, filtered, sorted, and looks at it that are saved under a name."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.models import Application, SavedView
from applications.stages.views.table import VIEWS
from keeping import verbs
from tests.factories import NOW
from tests.factories.applications import make_application, make_saved_view, make_stage
from tests.kit import words

TABLE = "/applications/table/"
TODAY = timezone.localdate()


def day(number):
    return TODAY + timedelta(days=number)


@pytest.fixture
def five(learner):
    """Five applications that no order leaves as they were recorded."""
    fields = [
        ("B. Lead", "Globex", "offer", -9, 40, "Indeed", {"places": "Kraków", "note": "Ask Zoë"}),
        ("a. Manager", "acme", "saved", -1, 3, "LinkedIn", {}),
        ("C. Analyst", "", "rejected", -5, 1, "LinkedIn", {}),
        ("D. Manager", "Initech", "applied", -3, None, "", {"places": "Columbus 100%"}),
        ("E. Chief", "Initech", "applied", -7, -2, "Maria", {}),
    ]
    for title, employer, stage, since, closes, source, more in fields:
        closes_on = None if closes is None else day(closes)
        make_application(
            learner,
            **{"title": title, "employer": employer, "stage": stage, "on": day(since), "source": source},
            **{"closes_on": closes_on} | more,
        )


def shown(client, query=""):
    response = client.get(f"{TABLE}{query}")
    assert response.status_code == 200
    return "".join(row.title[0] for row, _ in response.context["rows"])


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", "aDCEB"),
        ("?sort=since", "aDCEB"),
        ("?sort=stage", "aDEBC"),
        ("?sort=employer", "aBDEC"),
        ("?sort=title", "aBCDE"),
        ("?sort=closes", "ECaBD"),
        ("?stage=applied", "DE"),
        ("?stage=going", "aDEB"),
        ("?stage=ended", "C"),
        ("?stage=rejected", "C"),
        ("?found=LinkedIn", "aC"),
        ("?closing=1", "a"),
        ("?q=manager", "aD"),
        ("?q=MANAGER+initech", "D"),
        ("?q=krakow", "B"),
        ("?q=zoe", "B"),
        ("?q=100%25", "D"),
        ("?q=%25", "aDCEB"),
        ("?q=_", "aDCEB"),
        ("?q=zebra", ""),
        ("?q=initech&stage=applied&found=Maria&sort=title", "E"),
        ("?page=7", "aDCEB"),
        ("?page=x", "aDCEB"),
    ],
)
def test_what_is_asked_is_shown_in_the_order_asked_for(learning, five, query, rows):
    assert shown(learning, query) == rows


def test_where_jobs_were_found_is_offered_and_what_is_asked_stays_offered(learning, five):
    form = learning.get(f"{TABLE}?found=Elsewhere").context["form"]
    assert [value for value, _ in form.fields["found"].widget.choices] == [
        *("", "Indeed", "LinkedIn", "Maria", "Elsewhere"),
    ]
    assert form["found"].value() == "Elsewhere"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?stage=hired&q=manager", "Select a valid choice. hired is not one of the available choices."),
        ("?q=a%00b", "Null characters are not allowed."),
        (f"?q={'x' * 201}", "Search for fewer words: 200 characters at most."),
        ("?sort=-pk", "Select a valid choice. -pk is not one of the available choices."),
    ],
)
def test_what_makes_no_sense_is_named_and_left_out(learning, five, query, message):
    assert message in words(learning.get(f"{TABLE}{query}"))
    assert shown(learning, query) == ("aD" if "q=manager" in query else "aDCEB")


def test_each_row_says_how_it_stands(learning, five):
    body = words(learning.get(f"{TABLE}?q=manager+acme"))
    row = Application.objects.get(employer="acme")
    assert f'<a href="/applications/{row.pk}/">a. Manager</a>' in body
    assert '<span class="stage stage-saved">Saved</span>' in body
    assert "closes in 3 days" in body
    assert "1 application that fits." in body


def test_headers_sort_and_say_by_what_it_is_sorted(learning, five):
    body = words(learning.get(f"{TABLE}?q=manager&sort=employer"))
    assert '<th scope="col" aria-sort="ascending"><a href="?q=manager&sort=employer">Employer</a>' in body
    assert '<th scope="col"><a href="?q=manager">Since</a>' in body
    assert body.count("aria-sort") == 1
    assert '<th scope="col" aria-sort="descending"><a href="?">Since</a>' in words(learning.get(TABLE))


def test_pages_keep_what_is_asked(learning, learner):
    for _ in range(26):
        make_application(learner, title="Manager", source="LinkedIn")
    body = words(learning.get(f"{TABLE}?found=LinkedIn&sort=title"))
    assert '<a rel="next" href="?found=LinkedIn&sort=title&page=2">Next</a>' in body
    assert "1 to 25 of 26" in body
    assert len(shown(learning, "?found=LinkedIn&page=2")) == 1


def test_nothing_that_fits_and_nothing_at_all_are_two_things(learning, learner):
    assert "No job saved yet" in words(learning.get(TABLE))
    make_application(learner)
    body = words(learning.get(f"{TABLE}?q=zebra"))
    assert "Nothing fits" in body
    assert "No job saved yet" not in body


def test_nobody_elses_and_nothing_of_the_bin_is_shown(client, learner, stranger, five):
    gone = Application.objects.get(employer="acme")
    verbs.put_in_bin(gone, at=NOW)
    client.force_login(learner)
    assert shown(client) == "DCEB"
    client.force_login(stranger)
    assert "Initech" not in words(client.get(f"{TABLE}?q=initech"))
    client.logout()
    assert client.get(f"{TABLE}?q=a").context["rows"] == []


def test_other_methods_are_refused(learning):
    assert learning.put(TABLE).status_code == 405


# --- Saved views -----------------------------------------------------------------------------------------------


def save(client, **data):
    return client.post("/applications/views/add/", {"token": uuid.uuid4(), "seen": 0, "name": "Waiting"} | data)


def test_a_look_is_saved_opened_renamed_and_deleted(learning, five):
    page = learning.get(f"{TABLE}?stage=applied&sort=employer&page=1")
    query = page.context["new_view"]["query"].value()
    response = save(learning, query=query)
    view = SavedView.objects.get()
    assert (response.url, view.query) == (f"{TABLE}?view={view.pk}", "stage=applied&sort=employer")
    page = learning.get(response.url)
    assert [row.title[0] for row, _ in page.context["rows"]] == ["D", "E"]
    assert page.context["form"]["stage"].value() == "applied"
    body = words(page)
    assert f'<a href="{TABLE}?view={view.pk}" dir="auto" aria-current="page">Waiting</a>' in body
    assert f'href="/applications/views/{view.pk}/edit/"' in body
    # What is open is not saved again.
    assert "Save this view" not in body
    learning.post(
        f"/applications/views/{view.pk}/edit/",
        {"token": view.token, "seen": 1, "name": "No answer", "query": view.query},
    )
    view.refresh_from_db()
    assert (view.name, view.query) == ("No answer", "stage=applied&sort=employer")
    learning.post(VIEWS.at("bin", view))
    assert "No answer</a>" not in words(learning.get(TABLE))
    assert learning.get(f"{TABLE}?view={view.pk}").status_code == 404


def test_what_is_saved_is_only_what_the_table_understands(learning):
    save(learning, query="stage=applied&sort=-pk&next=https://evil.example/&q=%00")
    assert SavedView.objects.get().query == "stage=applied"


def test_a_view_that_says_nonsense_by_now_shows_what_is_left_of_it(learning, learner, five):
    view = make_saved_view(learner, query="stage=hired&q=manager&page=9\x01")
    assert shown(learning, f"?view={view.pk}") == "aD"


def test_saved_unchanged_what_it_says_stays_as_it_is(learning, learner):
    view = make_saved_view(learner, query="stage=hired&q=manager")
    learning.post(
        f"/applications/views/{view.pk}/edit/", {"token": view.token, "seen": 1, "name": view.name, "query": view.query}
    )
    view.refresh_from_db()
    assert (view.query, view.edition) == ("stage=hired&q=manager", 1)


@pytest.mark.parametrize("key", ["x", "0", "9" * 30, "1\x00"])
def test_a_view_that_is_none_is_not_found(learning, key):
    assert learning.get(TABLE, {"view": key}).status_code == 404


def test_nobody_opens_somebody_elses_view(client, learner, stranger):
    view = make_saved_view(learner)
    client.force_login(stranger)
    assert client.get(f"{TABLE}?view={view.pk}").status_code == 404


def test_a_hundred_views_are_enough(learning, learner):
    for _ in range(SavedView.MOST_ROWS):
        make_saved_view(learner)
    assert save(learning).status_code != 302
    assert SavedView.objects.count() == SavedView.MOST_ROWS == 100


# --- Cost ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3, 30])
@pytest.mark.parametrize("query", ["", "?q=manager&stage=going&found=LinkedIn&closing=1&sort=employer", "view"])
def test_query_count(learning, learner, query, number):
    for _ in range(number):
        row = make_application(learner, title="Manager", source="LinkedIn", closes_on=day(1))
        make_stage(row, stage="screening", on=TODAY)
        view = make_saved_view(learner)
    address = f"{TABLE}?view={view.pk}" if query == "view" else f"{TABLE}{query}"
    learning.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(address).status_code == 200
    assert len(queries) <= 8
