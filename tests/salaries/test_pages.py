"""The list, a distribution, the comparison and the reasons: for a visitor, for a learner, and for whatever is asked."""

import html
import re
from urllib.parse import quote

import pytest
from django.utils import timezone
from django.utils.html import escape

from salaries.models import Distribution, KeptNumber
from tests.factories.curation import make_source, reach
from tests.factories.salaries import (
    make_claim,
    make_distribution,
    make_industry,
    make_method,
    make_occupation,
    make_place,
)
from tests.kit import sign_in_with_a_device, text

pytestmark = pytest.mark.django_db

ANYTHING = dict.fromkeys(("role", "place", "industry", "year", "kind", "currency"), "any")
# Encoded: a NUL byte, an emoji, right-to-left text with its mark, digits of another script, quotes, a line end.
ODD = ("%00", "%F0%9F%98%80", "%E2%80%AE%D7%A9%D7%9B%D7%A8", "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%94", "'%22--", "us%0A")


@pytest.fixture
def manager():
    return make_occupation(slug="manager", name="Manager", code="13-1082", core=True)


@pytest.fixture
def pay(manager):
    """A manager's pay in the United States: three percentiles and the mean."""
    return make_distribution(
        occupation=manager, figures={"p25": 80_000, "p50": 100_000, "p75": 120_000, "mean": 105_000}
    )


def words(response):
    """What a reader reads, on one line."""
    main = re.sub(r"<[^>]+>", " ", text(response).split("<main", 1)[1].split("</main>")[0])
    return " ".join(html.unescape(main).split())


def rows(response):
    """The addresses of the rows on the rulers, in their order; each is drawn once."""
    found = [row.distribution.get_absolute_url() for group in response.context["groups"] for row in group.rows]
    assert text(response).count('class="ruler-label"') == len(found)
    return found


def query(**chosen):
    return "/salaries/?" + "&".join(f"{name}={value}" for name, value in {**ANYTHING, **chosen}.items())


# --- The list ---------------------------------------------------------------------------------------------------


def test_list_shows_what_is_published_and_nothing_that_is_retired(client, pay, manager):
    gone = make_distribution(occupation=make_occupation(slug="gone"), figures={"p50": 77_777})
    gone.retire(at=timezone.now())
    make_claim(distribution=pay, statistic="p10", amount=66_666).retire(at=timezone.now())
    body = text(client.get("/salaries/"))
    assert rows(client.get("/salaries/")) == ["/salaries/manager/us/all-industries/"]
    assert re.findall("<data[^>]*>([^<]+)</data>", body) == ["$80,000", "$100,000", "$120,000", "$105,000"]
    assert "77,777" not in body
    assert "66,666" not in body


@pytest.mark.parametrize("part", ["occupation", "place", "industry"])
def test_retired_role_place_or_industry_takes_its_rows_along(client, part):
    row = make_distribution(figures={"p50": 100_000})
    assert len(rows(client.get(query()))) == 1
    getattr(row, part).retire(at=timezone.now())
    response = client.get(query())
    assert rows(response) == []
    name = {"occupation": "role"}.get(part, part)
    assert f'value="{getattr(row, part).slug}"' not in text(response)
    assert f"We don't recognize {name}" in words(client.get(query(**{name: getattr(row, part).slug})))
    assert client.get(row.get_absolute_url()).status_code == 404


def test_large_figures_are_there_whatever_the_filters_leave(client, pay):
    article = make_distribution(as_of="2022", figures={})
    for level, amount in (("entry", 69_241), ("all", 111_037), ("senior", 124_430)):
        make_claim(distribution=article, level=level, statistic="mean", amount=amount, headline=True)
    for address in ("/salaries/", query(role="manager"), query(year="2025"), query(currency="USD", page="9")):
        block = text(client.get(address)).split('class="headline-pay"')[1].split("</dl>")[0]
        assert re.findall("<data[^>]*>([^<]+)</data>", block) == ["$69,241", "$111,037", "$124,430"]
    assert rows(client.get(query(role="manager"))) == ["/salaries/manager/us/all-industries/"]


def counts(response, name):
    select = re.search(rf'<select[^>]* name="{name}".*?</select>', text(response), re.S)[0]
    found = re.findall(r'<option value="([^"]+)"[^>]*>\s*([^<]*?) \((\d+)\)</option>', select)
    return {value: int(count) for value, _, count in found}


def test_options_count_what_they_would_leave_under_the_other_filters(client, pay, manager):
    texas = make_place(slug="us-tx", parent=pay.place)
    mining = make_industry(slug="mining")
    own = {"occupation": manager, "place": texas, "source": pay.source, "figures": {"p50": 1000}}
    make_distribution(**own, as_of="2024-05")
    make_distribution(**own, as_of="2025-05", industry=mining)
    make_distribution(occupation=make_occupation(slug="other"), place=texas, kind="total", currency="AUD", as_of="2023")
    response = client.get(query(place="us-tx", year="2024"))
    assert {name: counts(response, name) for name in ANYTHING} == {
        "role": {"manager": 1, "other": 0},
        "place": {"us": 0, "us-tx": 1},
        "industry": {"all-industries": 1, "mining": 0},
        "year": {"newest": 3, "2025": 1, "2024": 1, "2023": 1},
        "kind": {"base": 1, "total": 0},
        "currency": {"AUD": 0, "USD": 1},
    }
    assert rows(response) == ["/salaries/manager/us-tx/all-industries/"]


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"role": "manager", "place": "us-tx"},
        {"place": "us-tx", "year": "newest"},
        {"year": "2024", "kind": "base"},
        {"kind": "total", "currency": "AUD"},
        {"role": "manager", "year": "newest", "currency": "USD", "industry": "all-industries"},
    ],
)
def test_count_of_an_option_is_the_number_of_rows_it_leaves(client, pay, manager, chosen):
    """The counts come from one statement, the rows from following the option: they must agree."""
    texas = make_place(slug="us-tx", parent=pay.place)
    make_distribution(occupation=manager, place=texas, source=pay.source, as_of="2024-05", figures={"p50": 1000})
    make_distribution(occupation=manager, source=pay.source, as_of="2024-05", figures={"p50": 1000})
    make_distribution(place=texas, kind="total", currency="AUD", as_of="2023", figures={"p50": 1000})
    response = client.get(query(**chosen))
    counted = {(name, value): count for name in ANYTHING for value, count in counts(response, name).items()}
    followed = {(name, value): len(rows(client.get(query(**{**chosen, name: value})))) for name, value in counted}
    assert counted == followed


def test_newest_leaves_out_what_the_same_source_replaced(client, pay, manager):
    make_distribution(occupation=manager, source=pay.source, as_of="2024-05", figures={"p50": 90_000})
    assert "$90,000" not in text(client.get("/salaries/"))
    assert "$90,000" in text(client.get(query(role="manager")))


def test_empty_result_says_what_was_filtered_away_and_offers_the_nearest(client, pay):
    make_distribution(currency="AUD", as_of="2020", figures={"p50": 1000})
    response = client.get(query(role="manager", year="2025", currency="AUD"))
    assert response.status_code == 200
    said = words(response)
    assert "No source we know has figures for Manager, 2025, AUD." in said
    nearest = re.findall(r'<li><a href="([^"]+)">Without “([^”]+)”</a> \(([^)]+)\): (\d+ rows?)</li>', text(response))
    assert [(label, name, count) for _, label, name, count in nearest] == [("AUD", "currency", "1 row")]
    assert len(rows(client.get("/salaries/" + html.unescape(nearest[0][0])))) == 1


@pytest.mark.parametrize("name", [*ANYTHING, "page", "yearly"])
@pytest.mark.parametrize("value", [*ODD, "x" * 3000])
def test_odd_values_are_left_out_and_said(client, pay, name, value):
    response = client.get(f"/salaries/?{name}={value}")
    assert response.status_code == 200
    assert rows(response) == ["/salaries/manager/us/all-industries/"]
    said = "We don't recognize" in words(response)
    # "us" with a line end at its end is "us": the form takes white space away.
    assert said == (name in ANYTHING and (name, value) != ("place", "us%0A"))


@pytest.mark.parametrize(
    ("name", "value"), [("role", "nobody"), ("place", "atlantis"), ("industry", "x"), ("year", "1999")]
)
def test_unknown_codes_give_way_to_the_default(client, pay, django_assert_num_queries, name, value):
    client.get("/salaries/")
    with django_assert_num_queries(3):
        response = client.get(f"/salaries/?{name}={value}")
    assert rows(response) == ["/salaries/manager/us/all-industries/"]
    label = name.capitalize().lower()
    assert f"We don't recognize {label}. It was left out." in words(response)


def test_of_a_repeated_filter_the_last_counts(client, pay):
    make_distribution(currency="AUD", figures={"p50": 1000})
    body = text(client.get(query() + "&currency=AUD&currency=USD"))
    assert "$100,000" in body
    assert "AUD 1,000" not in body


def test_pages_of_the_list(client, manager):
    for place in range(26):
        make_distribution(occupation=manager, place=make_place(position=100 + place), figures={"p50": 1000 + place})
    first, second = client.get(query()), client.get(query(page="2"))
    assert (len(rows(first)), len(rows(second))) == (25, 1)
    assert not set(rows(first)) & set(rows(second))
    assert "26 rows" in words(first)
    for beyond in ("3", "1000000000000", "9" * 5000):
        expected = second if len(beyond) < 4000 else first
        assert rows(client.get(query(page=beyond))) == rows(expected)
    for nonsense in ("0", "-1", "x", "1.5"):
        assert rows(client.get(query(page=nonsense))) == rows(first)


def test_order_is_by_occupation_then_place_then_the_newest(client):
    second, first = make_occupation(position=2), make_occupation(position=1)
    country = make_place(position=1)
    region = make_place(position=2, parent=country)
    expected = [
        make_distribution(occupation=first, place=country, as_of="2025", figures={"p50": 1}),
        make_distribution(occupation=first, place=country, as_of="2024", figures={"p50": 1}),
        make_distribution(occupation=first, place=region, as_of="2026", figures={"p50": 1}),
        make_distribution(occupation=second, place=country, as_of="2026", figures={"p50": 1}),
    ]
    assert [row.pk for row in Distribution.objects.all().in_order()] == [row.pk for row in expected]
    assert rows(client.get(query())) == [row.get_absolute_url() for row in expected]


def test_hourly_pay_stays_as_stated_until_a_years_is_asked_for(client, manager):
    claim = make_claim(distribution=make_distribution(occupation=manager), amount="45.55", period="hour")
    stated, yearly = client.get("/salaries/"), client.get("/salaries/?yearly=1")
    figure = f'<data value="45.55" data-claim="{claim.pk}">$45.55</data>'
    assert re.findall("<data.*?</data>", text(stated)) == [figure]
    assert re.findall("<data.*?</data>", text(yearly)) == [
        f'<data value="94744" data-claim="{claim.pk}" data-equivalent="year">$94,744</data>',
        figure,
    ]
    assert "52 weeks of 40 hours, 2,080 hours a year" in words(yearly)


def test_currencies_never_share_an_axis(client, manager):
    for currency in ("USD", "GBP", "AUD"):
        make_distribution(occupation=manager, currency=currency, figures={"p50": 1000})
    headings = re.findall(r'<h3 id="ruler-\d">([^<]+)</h3>', text(client.get("/salaries/")))
    assert sorted(headings) == ["AUD a year", "GBP a year", "USD a year"]


def test_every_text_of_curators_is_escaped(client):
    def typed(of, *names):
        return {name: f"<i>{of} {name}</i>" for name in names}

    texts = {
        "source": typed("source", "name", "publisher", "used_for"),
        "method": typed("method", "short_name", "covers", "cautions"),
        "occupation": typed("occupation", "name", "description") | {"code": "<i>o</i>"},
        "place": typed("place", "name", "code"),
        "industry": typed("industry", "name") | {"code": "<i>i</i>"},
        "distribution": typed("distribution", "edition"),
        "claim": typed("claim", "role_as_named", "level_rule"),
    }
    source = make_source(**texts["source"])
    make_method(source=source, **texts["method"])
    row = make_distribution(
        source=source,
        occupation=make_occupation(**texts["occupation"]),
        place=make_place(**texts["place"]),
        industry=make_industry(**texts["industry"]),
        **texts["distribution"],
    )
    make_claim(distribution=row, level="entry", amount=50_000, **texts["claim"])
    pages = "".join(
        text(client.get(address))
        for address in ("/salaries/", query(), row.get_absolute_url(), "/about-the-data/sources/")
    )
    assert [value for one in texts.values() for value in one.values() if value in pages] == []
    hidden = [(of, name) for of, one in texts.items() for name, value in one.items() if escape(value) not in pages]
    # These two are shown to curators alone.
    assert hidden == [("place", "code"), ("industry", "code")]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("signed_in", "queries"), [(False, 3), (True, 6)])
def test_query_count_of_the_list(client, learner, pay, django_assert_num_queries, number, signed_in, queries):
    for _ in range(number):
        make_distribution(figures={"p50": 1000, "mean": 1000})
    if signed_in:
        keep(learner, pay.place)
        sign_in_with_a_device(client, learner)
    # The first to come since the claims have changed puts them on the shelf, in one query more.
    with django_assert_num_queries(queries + 1):
        assert client.get("/salaries/").status_code == 200
    for address in ("/salaries/", query(), query(role="manager"), query(place="atlantis"), query(page="2")):
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200


def keep(user, place, amount=98_765):
    return KeptNumber.objects.keep(
        user=user,
        at=timezone.now(),
        **{"amount": amount, "currency": "USD", "period": "year", "kind": "base", "place": place, "level": "all"},
        occupation=None,
    )


def test_kept_number_stands_on_the_ruler_of_its_learner_alone(client, learner, stranger, pay):
    keep(learner, pay.place)
    assert "Your saved number is shown" not in words(client.get("/salaries/"))
    client.force_login(stranger)
    assert "Your saved number is shown" not in words(client.get("/salaries/"))
    client.force_login(learner)
    body = words(client.get("/salaries/"))
    assert "Your saved number is shown. Nobody else sees it." in body
    assert "Between the 25th and 50th percentile" in body


# --- A distribution ---------------------------------------------------------------------------------------------


def test_distribution_shows_all_years_and_sources_and_how_they_work(client, pay, manager):
    make_distribution(occupation=manager, source=pay.source, as_of="2024-05", figures={"p50": 90_000})
    make_distribution(occupation=manager, figures={"p50": 95_000})
    response = client.get(pay.get_absolute_url())
    assert response.status_code == 200
    shown = set(re.findall("<data[^>]*>([^<]+)</data>", text(response)))
    assert shown == {"$80,000", "$100,000", "$120,000", "$105,000", "$95,000", "$90,000"}
    assert words(response).count("The self-employed are not counted.") == 2


def test_neighbors_are_the_same_role_elsewhere_and_other_roles_here(client, pay, manager):
    region = make_place(name="Texas", parent=pay.place)
    make_distribution(occupation=manager, place=region, figures={"p50": 70_000})
    make_distribution(occupation=make_occupation(name="Analyst"), figures={"p50": 60_000})
    make_distribution(occupation=make_occupation(name="Elsewhere"), place=region, figures={"p50": 50_000})
    said = words(client.get(pay.get_absolute_url()))
    places, roles = said.split("The same role in other places")[1].split("Other roles in the same place")
    assert "Texas, United States median $70,000 a year" in places
    assert "Analyst median $60,000 a year" in roles
    assert "$50,000" not in said


def test_known_parts_without_figures_are_404_with_neighbors(client, pay):
    empty = make_industry(slug="empty")
    response = client.get("/salaries/manager/us/empty/")
    assert response.status_code == 404
    assert "No figures for these three together" in words(response)
    assert empty.name in words(response)


@pytest.mark.parametrize("path", ["nobody/us/all-industries", "manager/atlantis/all-industries", "manager/us/x"])
def test_unknown_codes_in_the_address_are_404(client, pay, path):
    response = client.get(f"/salaries/{path}/")
    assert response.status_code == 404
    assert "We don't know this role, place or industry" in words(response)


@pytest.mark.parametrize("value", ODD)
def test_odd_addresses_are_404(client, pay, value):
    assert client.get(f"/salaries/manager/{value}/all-industries/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_query_count_of_a_distribution(client, pay, manager, django_assert_num_queries, number):
    for place in range(number):
        make_distribution(occupation=manager, as_of=f"202{place}", figures={"p50": 1000, "mean": 1000})
        make_distribution(occupation=manager, place=make_place(), figures={"p50": 1000})
        make_distribution(figures={"p50": 1000})
    # And two more for the places by their names, which the new rows have changed.
    with django_assert_num_queries(8 + 2):
        assert client.get(pay.get_absolute_url()).status_code == 200


# --- Side by side -----------------------------------------------------------------------------------------------


def test_compare_sets_rows_side_by_side_in_the_order_asked_for(client, pay, manager):
    other = make_distribution(occupation=make_occupation(slug="other"), figures={"p50": 50_000})
    response = client.get("/salaries/compare/?row=other.us.all-industries&row=manager.us.all-industries")
    assert rows(response) == [other.get_absolute_url(), pay.get_absolute_url()]
    added = client.get("/salaries/compare/?row=other.us.all-industries&role=manager&place=us&industry=all-industries")
    assert rows(added) == rows(response)


def test_compare_shows_four_at_most_and_says_so(client):
    tokens = [f"{make_distribution(figures={'p50': 1}).occupation.slug}.us.all-industries" for _ in range(5)]
    response = client.get("/salaries/compare/?" + "&".join(f"row={token}" for token in tokens))
    assert rows(response) == [f"/salaries/{token.replace('.', '/')}/" for token in tokens[:4]]
    assert "Four rows at most." in words(response)
    assert "Four rows at most." not in words(client.get("/salaries/compare/?" + f"row={tokens[0]}&" * 5))


@pytest.mark.parametrize("value", [*ODD, "nobody.us.all-industries", "a.b", "a.b.c.d", "", "x" * 3000, "%00.us.x"])
def test_compare_says_how_many_rows_it_does_not_know(client, pay, value):
    response = client.get(f"/salaries/compare/?row=manager.us.all-industries&row={value}")
    assert response.status_code == 200
    assert rows(response) == [pay.get_absolute_url()]
    assert "1 row named something we don't know and was left out." in words(response)


@pytest.mark.parametrize("value", ODD)
def test_compare_takes_no_odd_addition(client, pay, value):
    response = client.get(f"/salaries/compare/?role={value}&place=us&industry=all-industries")
    assert response.status_code == 200
    assert rows(response) == []


@pytest.mark.parametrize("number", [1, 3])
def test_query_count_of_the_comparison(client, django_assert_num_queries, number):
    tokens = [f"{make_distribution(figures={'p50': 1}).occupation.slug}.us.all-industries" for _ in range(number)]
    for queries in (7, 6):
        with django_assert_num_queries(queries):
            response = client.get("/salaries/compare/?" + "&".join(f"row={token}" for token in tokens))
    assert len(rows(response)) == number


# --- Why they differ, and what holds for all --------------------------------------------------------------------


def test_why_shows_core_roles_in_the_country_alone(client, pay):
    make_distribution(occupation=make_occupation(slug="not-core"), figures={"p50": 1})
    response = client.get("/salaries/why-they-differ/")
    assert rows(response) == [pay.get_absolute_url()]
    assert "What employers report." in words(response)


@pytest.mark.parametrize("number", [1, 3])
def test_query_count_of_why(client, django_assert_num_queries, number):
    for _ in range(number):
        make_distribution(occupation=make_occupation(core=True), figures={"p50": 1})
    with django_assert_num_queries(4):
        assert len(rows(client.get("/salaries/why-they-differ/"))) == number


PAGES = ["", "compare/", "why-they-differ/", "data/", "manager/us/all-industries/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_only_read(client, pay, page, method):
    response = getattr(client, method)(f"/salaries/{page}")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("page", PAGES)
def test_pages_answer_visitor_learner_and_curator_alike(client, learner, curator, pay, page):
    bodies = []
    for user in (None, learner, curator):
        if user:
            client.force_login(user)
        response = client.get(f"/salaries/{page}")
        assert response.status_code == 200
        # The switch of light and dark on every page carries a token, but for visitors, who all get the same.
        assert set(response.cookies) == ({"csrftoken"} if user else set())
        assert ("csrfmiddlewaretoken" in text(response)) == (user is not None)
        bodies.append(text(response).split("<main")[1].split("</main>")[0])
    assert bodies[0] == bodies[1] == bodies[2]
    assert client.head(f"/salaries/{page}").status_code == 200


def test_nothing_is_published_yet(client):
    for page in ("", "compare/", "why-they-differ/", "my-number/", "data/"):
        assert client.get(f"/salaries/{page}").status_code == 200
    assert "We don't recognize" not in words(client.get("/salaries/"))
    assert client.get(f"/salaries/{quote('manager')}/us/all-industries/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_how_a_source_works_leads_to_it_and_says_when_it_was_reached(
    client, manager, django_assert_num_queries, number
):
    for place in range(number):
        source = make_source(publisher=f"Publisher {place}", url=f"https://example.org/{place}")
        make_method(source=source)
        make_distribution(source=source, occupation=manager, figures={"p50": 100_000 + place})
    address = f"/salaries/{manager.slug}/us/all-industries/"
    client.get(address)
    with django_assert_num_queries(8):
        page = words(client.get(address))
    assert page.count("Open the source") == number
    links = "this link" if number == 1 else "these links"
    assert f"We haven't opened {links} ourselves yet." in page
    reach("https://example.org/0")
    page = words(client.get(address))
    assert "Open the source : Publisher 0 , reached on Nov 30, 2026" in page
    assert "haven't opened" not in page
