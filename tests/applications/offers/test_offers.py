"""The offers of an application: recorded as they stand, what changed, where the newest sits, and the answer."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import Offer, StageChange
from applications.offers.answering import answer
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from salaries.models import KeptNumber
from tests.factories.applications import make_application, make_offer, make_stage
from tests.factories.salaries import make_distribution, make_place
from tests.forms import forms_of
from tests.kit import at_once, unescaped, words

ADD = "/applications/offers/add/"


@pytest.fixture
def application(learner):
    return make_application(learner, title="Lead", employer="Northwind")


def offers_at(application):
    return reverse("applications:offers", args=[application.pk])


def form_for(client, application):
    """The form of a new state as it is shown."""
    address = f"{ADD}?application={application.pk}"
    return next(one for one in forms_of(client.get(address), address) if "base" in one.typed)


def record(client, application, **typed):
    """Fill in a new state and send it."""
    return client.post(ADD, form_for(client, application).data(**typed))


def edit(client, offer):
    address = reverse("applications:edit_offer", args=[offer.pk])
    return address, next(one for one in forms_of(client.get(address), address) if "base" in one.typed)


def test_without_an_offer_the_page_says_what_it_is_for(learning, application):
    page = words(learning.get(offers_at(application)))
    assert "No offer yet" in page
    assert "Record an offer" in page
    assert "Your answer" not in page


def test_the_first_one_begins_with_what_the_posting_advertised(learning, learner):
    pay = {"pay_least": Decimal(98_000), "pay_most": Decimal(120_000), "pay_currency": "USD", "pay_period": "year"}
    application = make_application(learner, pay_words="$98k to $120k DOE", **pay)
    begun = dict(form_for(learning, application).fields)
    day = timezone.localdate(application.created_at)
    assert {name: begun[name] for name in ("form", "on", "base", "currency", "period", "note")} == {
        **{"form": "advertised", "on": f"{day}", "base": "98000.00", "currency": "USD", "period": "year"},
        **{"note": "$98k to $120k DOE"},
    }
    assert "Start with what was advertised" in unescaped(learning.get(offers_at(application)))
    # Whose words are not known has the range itself.
    bare = make_application(learner, **pay)
    assert dict(form_for(learning, bare).fields)["note"] == "$98,000 to $120,000 a year"


def test_without_figures_it_begins_with_nothing_but_the_day(learning, application):
    begun = dict(form_for(learning, application).fields)
    assert (begun["form"], begun["on"], begun["base"], begun["currency"]) == (
        *("verbal", f"{timezone.localdate()}", "", ""),
    )


def test_the_next_one_begins_with_what_the_newest_says(learning, application):
    make_offer(application, form="advertised", on=date(2026, 11, 21), base=Decimal(1))
    make_offer(
        application,
        **{"form": "verbal", "on": date(2026, 11, 22), "base": Decimal("58.50"), "currency": "CHF", "period": "hour"},
        **{"bonus": Decimal(100), "benefits": "Pension", "days_off": 25, "answer_by": date(2026, 12, 7)},
        **{"note": "By phone", "equity": [{"amount": "10.00"}, {"amount": "0.00"}]},
    )
    begun = dict(form_for(learning, application).fields)
    assert {name: value for name, value in begun.items() if name not in ("csrfmiddlewaretoken", "token", "whose")} == {
        **{"application": f"{application.pk}", "seen": "0", "form": "written", "on": f"{timezone.localdate()}"},
        **{"base": "58.50", "currency": "CHF", "period": "hour", "bonus": "100.00", "days_off": "25"},
        **{"benefits": "Pension", "answer_by": "2026-12-07", "note": "", "equity_1": "10.00", "equity_2": "0.00"},
        **{f"equity_{year}": "" for year in range(3, 7)},
    }


def test_a_state_is_kept_as_it_was_said_and_the_one_before_it_stays(learning, application):
    make_offer(application, form="verbal", on=date(2026, 11, 20), base=Decimal(112_000))
    response = record(
        learning,
        application,
        **{"base": "$118k", "bonus": "10,000", "equity_2": "5000", "days_off": "23", "answer_by": "2199-12-07"},
    )
    before, after = Offer.objects.order_by("pk")
    assert response.url == f"{offers_at(application)}#row-{after.pk}"
    assert after.document() == {
        **{"application": f"{application.token}", "form": "written", "on": f"{timezone.localdate()}"},
        **{"currency": "USD", "base": "118000.00", "period": "year", "bonus": "10000.00", "benefits": ""},
        **{
            "days_off": 23,
            "answer_by": "2199-12-07",
            "note": "",
            "equity": [{"amount": "0.00"}, {"amount": "5000.00"}],
        },
    }
    assert (before.base, before.edition) == (112_000, 1)
    page = words(learning.get(response.url.partition("#")[0]))
    assert f"Saved: In writing, {after.on:%b %-d, %Y}: $118,000 a year." in page
    assert "Base pay: <del>$112,000 a year</del> <ins>$118,000 a year</ins>, $6,000 more" in page
    assert "Equity in year 2: <del>not said</del> <ins>$5,000</ins>" in page
    assert page.index(f'id="row-{after.pk}"') < page.index(f'id="row-{before.pk}"')


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"base": "0"}, "base", "An offer of nothing is no offer. Write what they would pay."),
        ({"base": "0.00"}, "base", "An offer of nothing is no offer. Write what they would pay."),
        ({"base": "-5"}, "base", "An offer of nothing is no offer. Write what they would pay."),
        ({"base": ""}, "base", "Write what they would pay."),
        ({"base": "1e99"}, "base", "Write one amount in digits"),
        ({"base": "9" * 40}, "base", "This is more than anybody is paid."),
        ({"base": "110k to 120k"}, "base", "Write one amount in digits"),
        ({"base": "120.000"}, "base", "At most two digits after the point."),
        ({"base": "£120,000"}, "base", "The amount is written with £, which is not USD."),
        ({"bonus": "10%"}, "bonus", "Write one amount in digits"),
        ({"bonus": "-1"}, "bonus", "This cannot be less than nothing."),
        ({"bonus": "€500"}, "bonus", "The amount is written with €, which is not USD."),
        ({"equity_3": "-1"}, "equity_3", "This cannot be less than nothing."),
        ({"equity_6": "much"}, "equity_6", "Write one amount in digits"),
        ({"days_off": "367"}, "days_off", "less than or equal to 366"),
        ({"days_off": "2.5"}, "days_off", "Write a whole number"),
        ({"currency": "dollars"}, "currency", "Write the three letters of the currency, such as USD."),
        ({"currency": ""}, "currency", "Say in which currency, such as USD."),
        ({"period": "week"}, "period", "Select a valid choice."),
        ({"form": "shouted"}, "form", "Select a valid choice."),
        ({"on": "2199-01-01"}, "on", "cannot be in the future"),
        ({"on": "1949-12-31"}, "on", "Choose a day from 1950 on."),
        ({"answer_by": "2026-11-19"}, "answer_by", "before the day on which they offered"),
        ({"note": "n" * 2001}, "note", "Keep it to 2000 characters; yours has 2001."),
        ({"benefits": "a\x00b"}, "benefits", "Null characters are not allowed."),
        ({"base": "12\x000"}, "base", "Write one amount in digits"),
    ],
)
def test_what_is_wrong_is_named_and_what_was_typed_stays(learning, application, typed, field, said):
    right = {"base": "120,000", "currency": "USD", "on": "2026-11-20", "equity_1": "777"}
    response = record(learning, application, **(right | typed))
    assert response.status_code == 422
    (error,) = response.context["form"].errors[field]
    assert list(response.context["form"].errors) == [field]
    assert said in error
    page = unescaped(response)
    assert 'value="777"' in page
    # What is folded opens where something is in it.
    assert "<details open>" in page
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("120k", 120_000),
        ("$120,000", 120_000),
        ("120 000 USD", 120_000),
        ("58.50", Decimal("58.50")),
        ("0.01", Decimal("0.01")),
    ],
)
def test_what_is_clear_is_understood(learning, application, typed, base):
    assert record(learning, application, base=typed, currency="USD").status_code == 302
    assert Offer.objects.get().base == base


def test_saved_unchanged_nothing_changes(learning, application):
    offer = make_offer(
        application,
        **{"bonus": Decimal(0), "benefits": "A\n\nB", "days_off": 0, "answer_by": date(2026, 12, 7), "note": "x"},
        equity=[{"amount": "0.00"}, {"amount": "1250.50"}],
    )
    before = offer.document()
    address, form = edit(learning, offer)
    assert "Nothing had changed." in unescaped(learning.post(address, form.data(), follow=True))
    offer.refresh_from_db()
    assert (offer.document(), offer.edition) == (before, 1)


def test_a_change_stands_in_the_history_and_can_be_undone(learning, application):
    offer = make_offer(application, equity=[{"amount": "5.00"}])
    before = offer.document()
    address, form = edit(learning, offer)
    learning.post(address, form.data(base="130k", equity_1=""))
    offer.refresh_from_db()
    assert (offer.base, offer.document()["equity"]) == (130_000, [])
    undo = reverse("keeping:undo", args=[events_of(offer)[0].pk])
    assert f'action="{undo}"' in unescaped(learning.get(address))
    learning.post(undo)
    offer.refresh_from_db()
    assert offer.document() == before


def test_what_is_deleted_is_gone_from_the_page_and_comes_back(learning, application):
    make_offer(application, on=date(2026, 11, 20), base=Decimal(100_000))
    newest = make_offer(application, on=date(2026, 11, 21), base=Decimal(100_001))
    address = reverse("applications:bin_offer", args=[newest.pk])
    for said in ("Deleted: Said, Nov 21, 2026", "It was already deleted: Said, Nov 21, 2026"):
        assert said in unescaped(learning.post(address, follow=True))
    page = words(learning.get(offers_at(application)))
    assert '<h2 id="offer-now">Said, Nov 20, 2026</h2>' in page
    assert "$100,001" not in page
    verbs.bring_back(newest, at=timezone.now())
    assert '<h2 id="offer-now">Said, Nov 21, 2026</h2>' in words(learning.get(offers_at(application)))


def test_nobody_else_sees_or_answers_it(client, learner, stranger, curator, application):
    offer = make_offer(application)
    stage = make_stage(application, stage="accepted")
    add = f"{ADD}?application={application.pk}"
    acts = [
        reverse("applications:answer_offer", args=[application.pk]),
        reverse("applications:take_back_answer", args=[stage.pk]),
        reverse("applications:bin_offer", args=[offer.pk]),
        reverse("applications:edit_offer", args=[offer.pk]),
    ]
    for other in (stranger, curator):
        client.force_login(other)
        assert client.get(offers_at(application)).status_code == 404
        for act in acts:
            assert client.post(act, {"token": uuid.uuid4(), "stage": "declined"}).status_code == 404
        # Somebody else's application begins nothing, and takes nothing in.
        (begun,) = [one for one in forms_of(client.get(add), add) if "base" in one.typed]
        assert (dict(begun.fields)["application"], dict(begun.fields)["base"]) == ("", "")
        sent = begun.data(base="1", currency="USD") | {"application": application.pk}
        assert client.post(ADD, sent).status_code == 422
    client.logout()
    for address in (offers_at(application), add, acts[-1]):
        assert client.get(address).url.startswith("/account/login/")
    for act in acts[:3]:
        assert client.post(act).url.startswith("/account/login/")
    assert Offer.objects.count() == 1
    assert Event.objects.filter(user=learner).count() == 4


@pytest.mark.parametrize("name", ["answer_offer", "take_back_answer", "bin_offer"])
def test_a_look_changes_nothing_and_other_methods_are_refused(learning, application, name):
    offer, stage = make_offer(application), make_stage(application, stage="declined")
    key = {"answer_offer": application, "take_back_answer": stage, "bin_offer": offer}[name].pk
    address = reverse(f"applications:{name}", args=[key])
    before = Event.objects.count()
    if name != "take_back_answer":
        assert learning.get(address).status_code == 302
    assert learning.put(address).status_code == 405
    assert learning.put(offers_at(application)).status_code == 405
    assert Event.objects.count() == before


@pytest.fixture
def bureau(db):
    place = make_place(slug="us", code="US", name="United States")
    row = make_distribution(place=place, figures={"p25": 100_000, "p50": 120_000, "p75": 140_000})
    row.occupation.core = True
    row.occupation.save()
    return row


def test_the_newest_is_placed_among_figures_with_their_source_and_year(learning, application, bureau):
    make_offer(application, on=date(2026, 11, 20), base=Decimal(90_000))
    make_offer(application, on=date(2026, 11, 21), base=Decimal(130_000))
    page = words(learning.get(offers_at(application)))
    assert "Where it sits: United States" in page
    assert "<h3>$130,000 a year, base pay</h3>" in page
    verdict = page.partition('<p class="placed-says">')[2].partition("</p>")[0]
    assert verdict.startswith("Between the 50th and 75th percentile (about the 63rd) for ")
    assert bureau.as_of_text in verdict
    assert "this offer</text>" in page


def test_what_it_adds_up_to_is_placed_among_total_pay_alone(learning, application, bureau):
    total = make_distribution(place=bureau.place, occupation=bureau.occupation, kind="total", figures={"p50": 150_000})
    make_offer(application, base=Decimal("62.50"), period="hour", bonus=Decimal(10_000), equity=[{"amount": "5000.00"}])
    response = learning.get(offers_at(application))
    base, both = response.context["standing"].placed
    assert (base.amount, base.of, [row.distribution for row in base.beside.placed]) == (
        *("$62.50 an hour", "base pay", [bureau]),
    )
    assert (both.amount, [row.distribution for row in both.beside.placed]) == ("$145,000 a year", [total])
    assert both.of == "base, bonus and equity of the first year, the base at 52 weeks of 40 hours, 2,080 hours a year"
    # Two rulers, whose names are told apart.
    page = unescaped(response)
    for name in ('id="ruler-1">USD a year, base pay</h3>', 'id="ruler-2">USD a year, total pay</h3>'):
        assert name in page
    assert "That is $130,000 a year, at 52 weeks of 40 hours, 2,080 hours a year." in words(response)


def test_another_currency_is_never_converted(learning, application, bureau):
    berlin = make_place(slug="de-be", name="Berlin")
    make_distribution(place=berlin, occupation=bureau.occupation, currency="EUR", figures={"p50": 70_000})
    make_offer(application, currency="EUR", base=Decimal(80_000))
    page = words(learning.get(offers_at(application)))
    assert "We have no figures of base pay for the United States in this currency." in page
    assert '<a href="?place=de-be#placed">' in page
    assert "css/salaries.css" not in page
    there = words(learning.get(offers_at(application), {"place": "de-be"}))
    assert '<p class="placed-says">Above the median for ' in there


def test_the_place_is_the_learners_choice_or_that_of_the_kept_number(learning, learner, application, bureau):
    state = make_place(slug="us-ny", code="US-NY", name="New York", kind="region", parent=bureau.place)
    other = make_distribution(place=state, figures={"p50": 200_000})
    make_offer(application, base=Decimal(130_000))
    KeptNumber.objects.keep(
        user=learner,
        **{"amount": Decimal(1), "currency": "USD", "period": "year", "kind": "base", "place": state},
        **{"occupation": other.occupation, "level": "all", "at": timezone.now()},
    )

    def placed(**asked):
        standing = learning.get(offers_at(application), asked).context["standing"]
        return [row.distribution for row in standing.rows]

    assert placed() == [other]
    assert placed(place="us") == [bureau]
    assert placed(place="us-ny", occupation=other.occupation.slug) == [other]
    # The kept amount stands nowhere.
    assert "$1 " not in words(learning.get(offers_at(application)))


@pytest.mark.parametrize("asked", [{"place": "nowhere"}, {"place": "us\x00"}, {"occupation": "x"}, {"level": "boss"}])
def test_a_place_that_nobody_knows_is_named_and_the_rest_still_counts(learning, application, bureau, asked):
    make_offer(application, base=Decimal(130_000))
    response = learning.get(offers_at(application), asked)
    assert list(response.context["standing"].form.errors) == list(asked)
    assert '<p class="placed-says">Between the 50th' in words(response)


def test_without_any_figures_the_page_does_without(learning, application):
    make_offer(application)
    page = words(learning.get(offers_at(application)))
    assert "$120,000 a year" in page
    assert "Where it sits" not in page


def press(client, application, stage, token=None):
    """Accept or decline, by the button of the page unless with a token."""
    address = offers_at(application)
    page = client.get(address)
    (form,) = [one for one in forms_of(page, address) if ("stage", stage, "") in one.buttons]
    data = form.data(("stage", stage, "")) | ({"token": token} if token else {})
    return client.post(form.action, data, follow=True)


@pytest.mark.parametrize(("stage", "said"), [("accepted", "Accepted"), ("declined", "I declined")])
def test_one_press_records_the_answer_and_undo_takes_it_back(learning, learner, application, stage, said):
    make_offer(application)
    page = press(learning, application, stage)
    change = StageChange.objects.get(stage=stage)
    today = f"{timezone.localdate():%b %-d, %Y}"
    assert (change.application, change.on, change.user) == (application, timezone.localdate(), learner)
    assert f"Saved: {said}, {today}." in words(page)
    assert f"{said} on {today}." in words(page)
    # What it is at already is offered no more.
    assert [value for form in forms_of(page) for name, value, _ in form.buttons if name == "stage"] == [
        *({"accepted", "declined"} - {stage}),
    ]
    undo = reverse("applications:take_back_answer", args=[change.pk])
    assert f'action="{undo}"' in unescaped(page)
    back = learning.post(undo, follow=True)
    assert f"Deleted: {said}, {today}." in words(back)
    assert back.context["application"].stage == "saved"
    assert f"It was already deleted: {said}, {today}." in words(learning.post(undo, follow=True))


def test_the_same_press_twice_and_another_of_the_same_answer_record_it_once(learning, application):
    make_offer(application)
    token = str(uuid.uuid4())
    address = reverse("applications:answer_offer", args=[application.pk])
    for sent in (token, token, str(uuid.uuid4())):
        page = learning.post(address, {"token": sent, "stage": "declined"}, follow=True)
    assert "It was already saved: I declined" in unescaped(page)
    assert StageChange.objects.filter(stage="declined").count() == 1


def test_a_change_of_mind_is_a_stage_of_its_own(learning, application):
    make_offer(application)
    press(learning, application, "accepted")
    page = press(learning, application, "declined")
    assert page.context["application"].stage == "declined"
    assert list(StageChange.objects.order_by("pk").values_list("stage", flat=True)) == ["saved", "accepted", "declined"]


@pytest.mark.parametrize(
    "sent",
    [{}, {"stage": "accepted"}, {"token": "x", "stage": "accepted"}, {"token": str(uuid.uuid4()), "stage": "offer"}],
)
def test_a_press_that_did_not_arrive_whole_changes_nothing(learning, application, sent):
    make_offer(application)
    page = learning.post(reverse("applications:answer_offer", args=[application.pk]), sent, follow=True)
    assert "That press did not arrive whole." in unescaped(page)
    assert StageChange.objects.count() == 1


def test_another_stage_is_not_taken_back_as_an_answer(learning, application):
    stage = make_stage(application, stage="applied")
    assert learning.post(reverse("applications:take_back_answer", args=[stage.pk])).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_windows_that_accept_at_once_record_it_once(learner, application):
    def accept():
        return answer(application, stage="accepted", token=uuid.uuid4(), on=date(2026, 11, 30), at=timezone.now())[1]

    recorded = at_once(accept, accept)
    assert sorted(event is None for event in recorded) == [False, True]
    assert StageChange.objects.filter(stage="accepted").count() == 1


@pytest.mark.parametrize("number", [1, 3, 20])
def test_states_take_no_more_queries(learning, application, bureau, django_assert_num_queries, number):
    for place in range(number):
        make_offer(application, on=date(2026, 11, 1) + timedelta(days=place), equity=[{"amount": "5.00"}])
        make_distribution(place=bureau.place, occupation=bureau.occupation, figures={"p50": 100_000})
    learning.get(offers_at(application))
    with django_assert_num_queries(9):
        assert learning.get(offers_at(application)).status_code == 200
    with django_assert_num_queries(11):
        asked = {"place": "us", "occupation": bureau.occupation.slug, "level": "all"}
        assert learning.get(offers_at(application), asked).status_code == 200
