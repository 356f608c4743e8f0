"""What would I earn? One verdict, an amount that stands in no address, and a number that is kept after a yes."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from hypothesis import given
from hypothesis import strategies as st

from salaries.models import KeptNumber
from tests.kit import seen, text, unescaped
from tests.weight import first_visit
from tpm_portal.doors.carrying import KEY
from tpm_portal.doors.examples import pay_bar

pytestmark = pytest.mark.django_db
PAY = "/start/pay/"
TEXAS = {"where": "Texas", "role": "13-1082"}


def asked(**said):
    return f"{PAY}?{urlencode(said)}"


def test_a_place_and_a_role_give_one_verdict_with_its_source(client, paid, django_assert_num_queries):
    client.get(asked(**TEXAS))
    with django_assert_num_queries(5):
        page = client.get(asked(**TEXAS))
    assert (
        "In Texas, the median for project management specialists is $98,440 a year. "
        "That's 4% below the national median of $102,320."
    ) in seen(page)
    assert "US Bureau of Labor Statistics, May 2025" in seen(page)
    assert text(page).count('href="/salaries/13-1082/us-tx/all-industries/"') == 1
    assert "Save this" not in seen(page)


def test_an_amount_is_posted_set_against_the_figures_and_not_kept(client, paid):
    page = client.post(PAY, TEXAS | {"amount": "92k"})
    assert "In Texas, $92,000 is 7% below the median for project management specialists" in seen(page)
    assert "Sign up and save this" in seen(page)
    assert (KeptNumber.objects.count(), Session.objects.count()) == (0, 0)


def test_an_amount_in_an_address_is_not_read(client, seeded):
    page = client.get(asked(**TEXAS, amount="92000"))
    assert "92,000" not in text(page)
    assert 'name="amount" value' not in text(page)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"where": ""}, "Say where: a city, an area or a state."),
        ({"where": "Zzyzxqq"}, "We don't know a place called “Zzyzxqq”."),
        ({"where": "\x00"}, "Null characters are not allowed."),
        ({"where": "x" * 200}, "at most 120 characters"),
        ({"role": "astronaut"}, "Select a valid choice."),
        ({"amount": "a lot"}, "Write one amount in digits"),
        ({"amount": "0"}, "An amount is more than nothing."),
        ({"amount": "€92,000"}, "USD"),
    ],
)
def test_a_wrong_answer_is_said_and_what_was_typed_stays(client, seeded, said, error):
    page = client.post(PAY, TEXAS | said)
    assert page.status_code == 422
    assert error in unescaped(page)
    assert 'value="Texas"' in text(page) or "where" in said
    if "amount" in said:
        assert f'value="{said["amount"]}"' in text(page)


def test_of_places_with_one_name_each_has_a_link(client, paid):
    page = client.get(asked(where="Columbus", role="13-1082"))
    assert page.status_code == 422
    below = text(page).split("More than one place is called “Columbus”. Choose yours.")[1]
    # Under the box, before the next question of its form.
    assert f'href="{PAY}?where=Columbus%2C+Ohio&amp;role=13-1082">Columbus, Ohio</a>' in below.partition("As what?")[0]


def test_a_technical_project_manager_is_looked_for_by_this_name_and_told_of_all_three_roles(client, paid):
    assert '<option value="tpm">Technical project manager</option>' in text(client.get("/"))
    client.get(asked(where="Texas", role="tpm"))
    page = seen(client.get(asked(where="Texas", role="tpm")))
    assert "Technical project manager Texas" in page
    said = "No source counts technical project managers alone. Most are counted as project management specialists:"
    assert said in page
    assert "In Texas, the median for project management specialists is $98,440 a year." in page
    assert "You may also be counted under: Computer occupations, all other: median $" in page


def test_a_first_visit_to_a_verdict_takes_six_requests(client, paid):
    size, requests = first_visit(client, asked(where="Texas", role="tpm"))
    assert (size < 45_000, requests) == (True, 6)


def test_a_number_of_a_technical_project_manager_is_kept_as_of_the_role_and_its_neighbors(learning, seeded):
    learning.post(f"{PAY}keep/", {"told": urlencode(TEXAS | {"amount": "92k", "role": "tpm"})})
    assert "Your number: $92,000 a year, Technical project manager, Texas" in seen(learning.get("/start/keep/"))
    learning.post("/start/keep/", {"keep-number": "on"})
    assert KeptNumber.objects.get().occupation is None


def test_the_number_is_kept_after_a_sign_up_and_a_yes(learning, learner, seeded):
    brought = learning.post(f"{PAY}keep/", {"told": urlencode(TEXAS | {"amount": "92k"})})
    assert brought["Location"] == "/start/keep/"
    words = "Your number: $92,000 a year, Project management specialists, Texas, United States"
    assert words in seen(learning.get("/start/keep/"))
    assert KeptNumber.objects.count() == 0
    waiting = learning.session[KEY]
    assert "Saved: your number." in seen(learning.post("/start/keep/", {"keep-number": "on"}, follow=True))
    kept = KeptNumber.objects.get()
    assert (kept.user, kept.amount, kept.currency, kept.period, kept.kind) == (
        learner,
        Decimal(92000),
        "USD",
        "year",
        "base",
    )
    assert (kept.place.slug, kept.occupation.slug, kept.level) == ("us-tx", "13-1082", "all")
    session = learning.session
    session[KEY] = waiting
    session.save()
    assert "It takes the place of the one you keep now" in seen(learning.get("/start/keep/"))
    learning.post("/start/keep/", {})
    assert KeptNumber.objects.count() == 1


def test_what_it_would_not_take_is_not_carried_and_no_amount_stands_in_the_address(client, seeded):
    response = client.post(f"{PAY}keep/", {"told": urlencode(TEXAS | {"amount": "much", "where": "Zzyzxqq"})})
    assert response["Location"] == f"{PAY}?where=Zzyzxqq&role=13-1082"
    assert KEY not in client.session


@given(st.lists(st.integers(min_value=20_000, max_value=400_000), min_size=6, max_size=6))
def test_every_mark_of_the_example_lies_on_its_ruler(numbers):
    *percentiles, amount = numbers
    amounts = dict(zip((10, 25, 50, 75, 90), map(Decimal, sorted(percentiles)), strict=True))
    bar = pay_bar(amounts, Decimal(amount))
    if bar is None:
        assert len({*percentiles, amount}) == 1
        return
    places = [float(bar.line[0]), float(bar.line[0]) + float(bar.line[1]), float(bar.median), float(bar.amount)]
    assert all(-0.1 <= place <= 100.1 for place in places)
    assert float(bar.line[0]) <= float(bar.median) + 0.1


def test_without_all_percentiles_there_is_no_example():
    assert pay_bar({10: Decimal(1), 50: Decimal(2)}, Decimal(2)) is None
