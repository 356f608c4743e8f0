"""A visitor's own number: placed in words, kept only if asked, and nowhere else."""

import html
import logging
import re
import sys

import pytest
from django.contrib import admin
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.views.debug import ExceptionReporter

from accounts.models import User
from salaries.models import KeptNumber
from salaries.placing import Number
from tests.factories.accounts import make_user
from tests.factories.salaries import make_claim, make_distribution, make_method, make_occupation, make_place
from tests.kit import at_once, begins, text

pytestmark = pytest.mark.django_db

ADDRESS, FORGET = "/salaries/my-number/", "/salaries/my-number/forget/"
GIVEN = {
    "amount": "110,000",
    "currency": "USD",
    "period": "year",
    "kind": "base",
    "place": "us",
    "occupation": "",
    "level": "all",
}


OURS = {"origin": "http://testserver"}


class BrokenError(Exception):
    pass


def broken(*args, **kwargs):
    """Far from any amount in this file: a report shows the lines around."""
    raise BrokenError("That went wrong.")


@pytest.fixture
def manager():
    return make_occupation(name="Project management specialists", code="13-1082", core=True, position=1)


@pytest.fixture
def bureau(manager):
    """The Bureau's percentiles for New York, in the United States."""
    source = make_method(short_name="the Bureau").source
    country = make_distribution(occupation=manager, source=source, as_of="2025-05", figures={"p50": 100_000})
    state = make_place(slug="us-ny", name="New York", parent=country.place)
    figures = {"p25": 80_000, "p50": 104_000, "p75": 130_000}
    return make_distribution(occupation=manager, source=source, place=state, as_of="2024-05", figures=figures)


@pytest.fixture
def article():
    """An article's average, entry and senior figures for the job title in the United States."""
    title = make_occupation(name="Technical project manager", kind="ladder", core=True, position=2)
    row = make_distribution(occupation=title, source=make_method(short_name="the article").source, as_of="2022")
    figures = (("all", "mean", 105_000), ("entry", "mean", 70_000), ("senior", "upper", 124_430))
    for position, (level, statistic, amount) in enumerate(figures):
        make_claim(distribution=row, level=level, statistic=statistic, amount=amount, position=position)
    return row


def sentences(response):
    return [html.unescape(words) for words in re.findall(r'<p class="ruler-words">([^<]+)</p>', text(response))]


def errors(response):
    """What stands at each field, by the field's name."""
    return {name: [str(error) for error in found] for name, found in response.context["form"].errors.items()}


def place(client, **given):
    return client.post(ADDRESS, {**GIVEN, **given})


# --- In words ---------------------------------------------------------------------------------------------------


def test_words_name_source_role_place_and_time_and_the_nearest_place_comes_first(client, bureau, article):
    assert sentences(place(client, place="us-ny", amount="117000")) == [
        "Between the 50th and 75th percentile (about the 63rd).",
        "Above the median.",
        "Above the average; above its entry figure; below its senior figure.",
    ]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("79,999.99", "Below the 25th percentile"),
        ("80000", "At the 25th percentile"),
        ("92000", "Between the 25th and 50th percentile"),
        ("104,000", "At the median"),
        ("130000", "At the 75th percentile"),
        ("130000.01", "Above the 75th percentile"),
    ],
)
def test_words_never_go_beyond_the_outermost_percentile(client, bureau, amount, words):
    assert re.sub(r" \(.*", "", sentences(place(client, place="us-ny", amount=amount))[0]).rstrip(".") == words


def test_words_of_a_source_with_a_long_name_and_of_total_pay(client, manager):
    source = make_method(short_name="the Bureau by state, as transcribed").source
    make_distribution(occupation=manager, source=source, kind="total", figures={"p50": 1000, "mean": 2000_000})
    assert sentences(place(client, kind="total")) == ["Above the median; below its average."]


def test_other_period_is_said_with_its_rule(client, bureau):
    response = place(client, place="us-ny", amount="50", period="hour")
    assert sentences(response)[0].startswith("At the median")
    assert "Your number is $104,000 a year, at 52 weeks of 40 hours, 2,080 hours a year." in text(response)


def test_level_leaves_out_the_figures_of_other_levels(client, article):
    assert sentences(place(client, level="senior")) == ["Above the average; below its senior figure."]


def test_kind_and_currency_are_never_mixed(client, bureau, article):
    make_distribution(occupation=bureau.occupation, currency="GBP", figures={"p50": 1000})
    make_distribution(occupation=bureau.occupation, kind="total", figures={"p50": 1000})
    total, pounds, euros = (
        place(client, **{"kind": "total"}),
        place(client, currency="GBP"),
        place(client, currency="AUD"),
    )
    assert [len(sentences(response)) for response in (total, pounds)] == [1, 1]
    assert "Not compared: 2 with base pay, 1 with another currency." in " ".join(text(total).split())
    assert errors(euros) == {"currency": ["Select a valid choice. AUD is not one of the available choices."]}


def test_nothing_to_compare_with_says_where_there_is_something(client, bureau):
    make_distribution(place=make_place(name="Albion"), currency="GBP", figures={"p50": 1000})
    response = place(client, currency="GBP", place="us-ny")
    assert sentences(response) == []
    body = " ".join(text(response).split())
    assert "We have no figures for New York, United States in GBP, base pay." in body
    assert "There are GBP figures, base pay, for Albion." in body


def test_retired_rows_and_claims_are_not_compared_with(client, bureau, article):
    article.retire(at=timezone.now())
    bureau.claims.get(statistic="p75").retire(at=timezone.now())
    assert sentences(place(client, place="us-ny", amount="117000")) == [
        "Above the median.",
        "Above the median.",
    ]


# --- What is not a number ---------------------------------------------------------------------------------------

# The amount as a number of its own: the same digits can stand in the middle of an address in memory.
AMOUNT = r"(?<![0-9A-Za-z])98[,.]?765"
DIGITS = "Write one amount in digits, thousands with commas and cents after a point, such as 95,000.50."
POINT = "At most two digits after the point. Write thousands with commas, such as 95,000."
MORE = "This is more than anybody is paid. Check the digits."


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("", "This field is required."),
        ("ninety", DIGITS),
        ("-95000", "An amount is more than nothing."),
        ("\u221295000", "An amount is more than nothing."),
        ("0", "An amount is more than nothing."),
        ("1" + "0" * 12, MORE),
        ("9" * 400, MORE),
        ("NaN", DIGITS),
        ("sNaN", DIGITS),
        ("Infinity", DIGITS),
        ("1e5", DIGITS),
        ("0x10", DIGITS),
        ("9,5000", POINT),
        ("9,5000,000", DIGITS),
        ("95kg", DIGITS),
        ("95-105k", DIGITS),
        ("$-\u221295", DIGITS),
        ("95.000", POINT),
        ("95,000.505", POINT),
        ("$95,000 or €88,000", DIGITS),
        ("95\x00000", DIGITS),
        ("\U0001f600", DIGITS),
        ("\u202e\u05e9\u05db\u05e8", DIGITS),
        ("'; DROP TABLE", DIGITS),
    ],
)
def test_what_is_no_amount_is_refused_at_its_field_and_kept(client, bureau, amount, said):
    response = place(client, amount=amount, place="us-ny")
    assert response.status_code == 422
    assert errors(response) == {"amount": [said]}
    assert sentences(response) == []
    field = re.search(r'<input[^>]*name="amount"[^>]*>', text(response))[0]
    value = html.unescape(re.search(r'value="([^"]*)"', field)[1]) if amount else ""
    assert value == amount.replace("\x00", "\ufffd") or value == amount
    assert re.search(r'<input[^>]*name="place"[^>]*value="New York, United States"', text(response))


@pytest.mark.parametrize(
    "amount",
    [
        "95000",
        "95,000",
        "95 000",
        "95\u00a0000",
        "95\u202f000",
        "$95,000",
        "$ 95,000.00",
        "95.000,00",
        "95000,00",
        "95k",
        "$95K",
        "95,0 k $",
        "95,000 USD",
        "USD 95 000",
        "95 000 $",
        "US$95,000",
        " 95000 ",
        "\uff19\uff15\uff10\uff10\uff10",
        "\u0669\u0665\u0660\u0660\u0660",
    ],
)
def test_amounts_as_people_write_them_are_the_same_amount(client, bureau, amount):
    response = place(client, amount=amount)
    assert response.status_code == 200
    assert '<h2 id="placed">$95,000 a year in the United States</h2>' in text(response)


def test_sign_that_contradicts_the_currency_and_two_currencies_are_refused(client, bureau):
    make_distribution(currency="EUR", figures={"p50": 1000})
    assert errors(place(client, amount="€95,000")) == {
        "currency": ["The amount is written with €, which is not USD. Choose which it is."]
    }
    for amount in ("95 000 €", "95k EUR", "EUR 95k", "$95,000 €"):
        assert list(errors(place(client, amount=amount))) == ["currency"]
    assert errors(place(client, currency=["USD", "EUR"])) == {"currency": ["Choose one currency."]}
    for amount in ("€95,000", "95 000 €", "95k eur"):
        assert place(client, amount=amount, currency="EUR").status_code == 200


@pytest.mark.parametrize("name", ["currency", "period", "kind", "place", "occupation", "level"])
@pytest.mark.parametrize("value", ["atlantis", "\x00", "\U0001f600", "x" * 3000])
def test_unknown_choices_are_refused_at_their_field(client, bureau, name, value):
    response = place(client, **{name: value})
    assert response.status_code == 422
    assert list(errors(response)) == [name]


def test_retired_place_and_role_are_no_choice(client, bureau):
    bureau.place.retire(at=timezone.now())
    response = place(client, place="us-ny")
    assert errors(response) == {
        "place": ["We don't know a place called “us-ny”. Try a larger city near it, or the state."]
    }


# --- Kept only if asked -----------------------------------------------------------------------------------------


def kept():
    return list(KeptNumber.objects.values_list("user__email", "amount"))


def test_visitor_places_without_any_cookie_and_nothing_is_written(client, bureau):
    response = place(client)
    assert len(sentences(response)) == 1
    assert set(client.cookies) == set()
    assert (kept(), User.objects.count(), Session.objects.count()) == ([], 0, 0)
    assert "Location" not in response
    assert "no-store" in response["Cache-Control"]


def test_visitor_keeps_a_number_only_if_asked_and_has_an_account_from_then_on(client, bureau):
    response = place(client, keep="1")
    assert (begins(response), kept(), User.objects.count()) == (True, [], 0)
    assert "110" not in response["Location"]
    for _ in range(2):
        response = client.post(response["Location"], GIVEN | {"keep": "1"})
        assert "Saved. Only you see it" in text(response)
        assert len(sentences(response)) == 1
        assert kept() == [(None, 110_000)]
        assert "no-store" in response["Cache-Control"]
        response = {"Location": ADDRESS}
    assert 'value="110000.00"' in text(client.get(ADDRESS))


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_post_needs_to_come_from_our_own_page_and_that_of_a_learner_the_token_too(learner, bureau, headers):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, GIVEN, headers=headers).status_code == 403
    assert strict.post(ADDRESS, GIVEN, headers=OURS).status_code == 200
    strict.force_login(learner)
    for sent in (headers, OURS):
        assert strict.post(ADDRESS, GIVEN | {"keep": "1"}, headers=sent).status_code == 403
    assert kept() == []


def test_learner_keeps_a_number_only_if_asked_and_twice_is_once(learning, bureau):
    assert place(learning).status_code == 200
    assert kept() == []
    for amount in ("110,000", "110,000", "120,000"):
        response = place(learning, amount=amount, keep="1")
        assert "Saved. Only you see it" in text(response)
    assert kept() == [("learner@example.org", 120_000)]
    assert 'value="120000.00"' in text(learning.get(ADDRESS))


def test_what_cannot_be_placed_is_not_kept(learning, bureau):
    assert place(learning, amount="x", keep="1").status_code == 422
    assert kept() == []


def test_number_in_an_address_is_not_read(learning, bureau):
    response = learning.get(f"{ADDRESS}?amount=98765&currency=USD&period=year&kind=base&place=us&level=all&keep=1")
    assert response.status_code == 200
    assert "value=" not in re.search(r'<input[^>]*name="amount"[^>]*>', text(response))[0]
    assert sentences(response) == []
    assert kept() == []


def test_forgetting_deletes_ones_own_number_alone_and_offers_it_once_more(client, learner, stranger, bureau):
    for user, amount in ((stranger, "55,555"), (learner, "110,000")):
        client.force_login(user)
        place(client, amount=amount, keep="1")
    response = client.post(FORGET)
    assert "Deleted. We no longer have it" in text(response)
    assert 'value="110000.00"' in text(response)
    assert kept() == [("stranger@example.org", 55_555)]
    assert client.post(FORGET).url == ADDRESS
    assert kept() == [("stranger@example.org", 55_555)]


def test_nobody_sees_another_learners_number(client, learner, stranger, curator, bureau):
    client.force_login(learner)
    place(client, amount="98,765", keep="1")
    for user in (None, stranger, curator):
        client.logout()
        if user:
            client.force_login(user)
        for address in (ADDRESS, "/salaries/", "/", "/salaries/data/v1/claims.json", "/salaries/data/v1/claims.csv"):
            response = client.get(address)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            assert b"98765" not in body.replace(b",", b"")


def test_curator_has_no_page_for_kept_numbers(curating, learner, bureau):
    number = KeptNumber.objects.keep(user=learner, at=learner.date_joined, **given(bureau))
    assert KeptNumber not in admin.site._registry
    index = text(curating.get(reverse("admin:index")))
    assert "kept" not in index.lower()
    user_page = curating.get(reverse("admin:accounts_user_change", args=[learner.pk]))
    assert "98765" not in text(user_page).replace(",", "")
    assert str(number) == f"number {number.pk}"


def given(bureau):
    return {
        **{"amount": 98_765, "currency": "USD", "period": "year", "kind": "base", "level": "all"},
        **{"place": bureau.place, "occupation": None},
    }


def test_deleting_the_account_deletes_the_number(learner, bureau):
    KeptNumber.objects.keep(user=learner, at=learner.date_joined, **given(bureau))
    learner.delete()
    assert kept() == []


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_keep_one_number_and_no_statement_fails(bureau):
    """A statement that fails is logged by the database, and the amount with it."""
    user = make_user()

    def press():
        KeptNumber.objects.keep(user=user, at=user.date_joined, **given(bureau))

    for _ in range(5):
        assert at_once(press, press) == [None, None]
        assert [amount for _, amount in kept()] == [98_765]
        KeptNumber.objects.all().delete()


# --- In no log and no report ------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["salaries.ruler.axis_for", "salaries.placing.place", "salaries.views.number.render"])
@pytest.mark.parametrize("keep", [{}, {"keep": "1"}])
def test_error_report_of_a_placed_number_does_not_show_it(learner, bureau, monkeypatch, caplog, capfd, where, keep):
    monkeypatch.setattr(where, broken)
    client = Client(raise_request_exception=False)
    client.force_login(learner)
    with caplog.at_level(logging.DEBUG):
        response = place(client, amount="98,765.43", **keep)
    assert response.status_code == 500
    record = next(record for record in caplog.records if record.name == "django.request")
    assert record.exc_info[0] is BrokenError
    reporter = ExceptionReporter(record.request, *record.exc_info)
    said = [
        reporter.get_traceback_html(),
        reporter.get_traceback_text(),
        text(response),
        caplog.text,
        *capfd.readouterr(),
    ]
    assert "BrokenError" in said[0]
    assert [report for report in said if re.search(AMOUNT, report)] == []


def test_error_report_of_the_list_does_not_show_a_kept_number(learner, bureau, monkeypatch, caplog):
    KeptNumber.objects.keep(user=learner, at=learner.date_joined, **given(bureau))

    monkeypatch.setattr("salaries.ruler.axis_for", broken)
    client = Client(raise_request_exception=False)
    client.force_login(learner)
    assert client.get("/salaries/").status_code == 500
    record = next(record for record in caplog.records if record.name == "django.request")
    reporter = ExceptionReporter(record.request, *record.exc_info)
    assert re.search(AMOUNT, reporter.get_traceback_html()) is None


def test_report_would_show_what_is_not_guarded(caplog):
    """The tests above can fail: a local variable of a view without the guard is in the report."""
    try:
        amount = 98_765
        raise BrokenError(str(bool(amount)))
    except BrokenError:
        report = ExceptionReporter(RequestFactory().get("/"), *sys.exc_info()).get_traceback_html()
    assert "98765" in report


def test_logs_of_a_placed_and_a_refused_number_do_not_show_it(learning, bureau, caplog):
    with caplog.at_level(logging.DEBUG):
        place(learning, amount="98,765", keep="1")
        place(learning, amount="98,765,x", keep="1")
        learning.post(FORGET)
    assert "my-number" in caplog.text
    assert re.search(AMOUNT, caplog.text) is None


def test_number_does_not_show_itself():
    assert repr(Number(amount=98_765, currency="USD", period="year", kind="base")) == (
        "Number(currency='USD', period='year', kind='base')"
    )


# --- Requests ---------------------------------------------------------------------------------------------------


def test_methods(client, learner):
    for method in ("put", "patch", "delete"):
        response = getattr(client, method)(ADDRESS)
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    assert client.head(ADDRESS).status_code == 200
    assert client.get(FORGET).url == ADDRESS
    assert client.post(FORGET).url == f"/account/login/?next={ADDRESS}"
    client.force_login(learner)
    for method in ("put", "patch", "delete"):
        assert getattr(client, method)(FORGET).status_code == 405


def test_answers_are_kept_by_no_cache(learning, bureau):
    place(learning, keep="1")
    for response in (learning.get(ADDRESS), place(learning), learning.post(FORGET)):
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("signed_in", "queries"), [(False, 2), (True, 8)])
def test_query_count_of_the_form(client, learner, bureau, django_assert_num_queries, number, signed_in, queries):
    sign_in(client, learner, bureau, signed_in, number)
    with django_assert_num_queries(queries):
        assert client.get(ADDRESS).status_code == 200


def sign_in(client, learner, bureau, signed_in, number):
    for _ in range(number):
        make_distribution(occupation=bureau.occupation, figures={"p50": 1000})
    if signed_in:
        client.force_login(learner)
        KeptNumber.objects.keep(user=learner, at=learner.date_joined, **given(bureau))


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("signed_in", "queries"), [(False, 8), (True, 8)])
def test_query_count_of_placing(client, learner, bureau, django_assert_num_queries, number, signed_in, queries):
    sign_in(client, learner, bureau, signed_in, number)
    with django_assert_num_queries(queries):
        assert len(sentences(place(client, place="us-ny"))) == number + 2
