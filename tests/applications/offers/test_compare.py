"""Up to four offers side by side, as the address names them."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from applications.offers.views.compare import MOST_OFFERED
from keeping import verbs
from tests.factories.applications import make_application, make_offer
from tests.kit import unescaped, words

ADDRESS = "/applications/offers/compare/"


@pytest.fixture
def offers(learner):
    """Of four applications, the first in dollars, the second in euros an hour."""
    rows = [
        make_offer(make_application(learner, employer=f"Employer {number}"), base=Decimal(100_000 + number))
        for number in range(4)
    ]
    verbs.change(rows[1], values={"currency": "EUR", "base": "50.00", "period": "hour"}, seen=1, at=timezone.now())
    rows[1].refresh_from_db()
    return rows


def compared(client, *keys, **asked):
    return client.get(ADDRESS, {"offer": keys, **asked})


def heads(response):
    return [offer.application.employer for offer in response.context["chosen"]]


def row(response, name):
    return [cell.text for _, cell in dict(response.context["lines"])[name]]


def test_without_offers_it_says_so(learning):
    assert "Nothing to compare yet" in unescaped(learning.get(ADDRESS))


def test_the_newest_of_each_application_can_be_chosen(learning, offers):
    newer = make_offer(offers[0].application, on=date(2026, 11, 21), base=Decimal(1))
    response = learning.get(ADDRESS)
    assert [(offer, ticked) for offer, ticked in response.context["offered"]] == [
        *((offer, False) for offer in (newer, *offers[:0:-1])),
    ]
    assert response.context["chosen"] == []
    assert "<table" not in unescaped(response)


def test_they_stand_side_by_side_in_the_order_of_the_address(learning, offers):
    response = compared(learning, offers[2].pk, offers[0].pk)
    assert heads(response) == ["Employer 2", "Employer 0"]
    assert row(response, "Base a year") == ["$100,002", "$100,000"]
    page = words(response)
    assert 'data-label="Employer 2, said"' in page
    assert "52 weeks of 40 hours, 2,080 hours a year" in page
    # One currency asks for no rate.
    assert "We don't look up rates" not in page


def test_two_states_of_one_application_can_be_compared(learning, offers):
    newer = make_offer(offers[0].application, form="written", on=date(2026, 11, 21), base=Decimal(7))
    response = compared(learning, offers[0].pk, newer.pk)
    assert row(response, "Base a year") == ["$100,000", "$7"]
    assert {(offer.pk, ticked) for offer, ticked in response.context["offered"]} >= {
        (offers[0].pk, True),
        (newer.pk, True),
    }


def test_the_same_twice_stands_once(learning, offers):
    key = offers[0].pk
    assert heads(compared(learning, key, key, f"0{key}")) == ["Employer 0"]


def test_more_than_four_are_too_many_and_the_first_four_stay(learning, learner, offers):
    fifth = make_offer(make_application(learner, employer="Employer 4"))
    keys = [fifth.pk, *(offer.pk for offer in offers)]
    response = compared(learning, *keys)
    assert heads(response) == ["Employer 4", "Employer 0", "Employer 1", "Employer 2"]
    assert "4 at a time. Here are the first 4 you chose." in unescaped(response)
    assert "at a time" not in unescaped(compared(learning, *keys[:4]))


@pytest.mark.parametrize("key", ["x", "", "-1", "1\x00", "9" * 30, "1.5", "²"])
def test_what_is_no_offer_is_as_if_it_were_not_there(learning, offers, key):
    assert heads(compared(learning, key, offers[0].pk)) == ["Employer 0"]


def test_what_is_somebody_elses_or_in_the_bin_is_as_if_it_were_not_there(learning, stranger, offers):
    theirs = make_offer(make_application(stranger, employer="Zanzibar"))
    verbs.put_in_bin(offers[1], at=timezone.now())
    verbs.put_in_bin(offers[2].application, at=timezone.now())
    response = compared(learning, theirs.pk, offers[1].pk, offers[2].pk, offers[0].pk)
    assert heads(response) == ["Employer 0"]
    assert [offer for offer, _ in response.context["offered"]] == [offers[3], offers[0]]
    assert "Zanzibar" not in unescaped(response)


def test_each_stays_in_its_own_currency_until_a_rate_is_given(learning, offers):
    response = compared(learning, offers[0].pk, offers[1].pk)
    assert row(response, "Base a year") == ["$100,000", "€104,000"]
    assert "each stays in its own until you give a rate" in unescaped(response)
    assert "1 EUR in USD" in unescaped(response)

    response = compared(learning, offers[0].pk, offers[1].pk, **{"into": "USD", "EUR-USD": "1.08"})
    assert row(response, "Base a year") == ["$100,000", "$112,320"]
    assert row(response, "Base pay, as offered") == ["$100,000 a year", "€50 an hour"]
    assert "At your rate of 1 EUR = 1.08 USD, rounded to whole units." in unescaped(response)
    assert "each stays in its own" not in unescaped(response)

    response = compared(learning, offers[0].pk, offers[1].pk, **{"into": "EUR", "USD-EUR": "0.9250"})
    assert row(response, "Base a year") == ["€92,500", "€104,000"]


def test_a_rate_of_the_other_way_round_is_not_taken_for_this_one(learning, offers):
    response = compared(learning, offers[0].pk, offers[1].pk, **{"into": "EUR", "EUR-USD": "1.08"})
    assert row(response, "Base a year") == ["$100,000", "€104,000"]
    assert "1 USD in EUR" in unescaped(response)


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        ("0", "A rate is more than nothing."),
        ("-1.08", "A rate is more than nothing."),
        ("1.123456789", "Eight digits after the point are as exact as it gets."),
        ("much", "Write the rate in digits"),
        ("1e5", "Write the rate in digits"),
        ("NaN", "Write the rate in digits"),
        # 1.275 or 1275: nobody guesses.
        ("1.275", "Write the rate in digits, with two or four of them after the point"),
        ("9999999", "No currency is worth so much."),
        ("1\x008", "Write the rate in digits"),
    ],
)
def test_a_rate_that_is_none_is_refused_and_nothing_is_converted(learning, offers, rate, said):
    response = compared(learning, offers[0].pk, offers[1].pk, **{"into": "USD", "EUR-USD": rate})
    (error,) = response.context["form"].errors["EUR-USD"]
    assert said in error
    assert row(response, "Base a year") == ["$100,000", "€104,000"]
    assert f'value="{rate}"' in unescaped(response)


@pytest.mark.parametrize("into", ["", "XXX", "U\x00D"])
def test_a_currency_that_none_of_them_has_gives_way_to_that_of_the_first(learning, offers, into):
    response = compared(learning, offers[1].pk, offers[0].pk, into=into)
    assert response.status_code == 200
    assert "1 USD in EUR" in unescaped(response)


def test_only_the_learner_sees_it(client, curator, offers):
    assert heads(compared(client, *(offer.pk for offer in offers))) == []
    client.force_login(curator)
    assert heads(compared(client, *(offer.pk for offer in offers))) == []


@pytest.mark.parametrize("number", [1, 3, 30])
def test_more_offers_take_no_more_queries(learning, learner, django_assert_num_queries, number):
    keys = [make_offer(make_application(learner), equity=[{"amount": "5.00"}]).pk for _ in range(number)]
    compared(learning, *keys)
    with django_assert_num_queries(3):
        assert compared(learning, *keys).status_code == 200


def test_of_very_many_the_newest_can_be_chosen(learning, learner):
    rows = [make_offer(make_application(learner)) for _ in range(MOST_OFFERED + 2)]
    assert [offer for offer, _ in learning.get(ADDRESS).context["offered"]] == rows[:1:-1]
    # One that is asked for is compared all the same.
    assert compared(learning, rows[0].pk).context["chosen"] == [rows[0]]
