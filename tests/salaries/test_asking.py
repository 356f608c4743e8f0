"""What would I earn there? A role and a place as people call it lead to one page, where the verdict comes first."""

import html
import re
from urllib.parse import urlencode

import pytest

from salaries.flat_files import SOURCE
from salaries.models import Place, SalaryClaim
from salaries.shelving import SALARIES
from tests.factories.accounts import make_user
from tests.factories.salaries import make_distribution, make_occupation, make_place
from tests.kit import sign_in_with_a_device, text
from tests.weight import first_visit

pytestmark = pytest.mark.django_db

TEXAS = "/salaries/13-1082/us-tx/all-industries/"
MOST_QUERIES = 12


@pytest.fixture
def role():
    return make_occupation(slug="13-1082", code="13-1082", name="Project management specialists", core=True)


@pytest.fixture
def places(role):
    """Texas with Dallas, and two Portlands, of which one has no figures."""
    nation = make_distribution(occupation=role, figures={"p50": 102_320}).place
    made = {
        slug: make_place(
            slug=slug, name=name, official_name=official, parent=nation, kind="city" if official else "region"
        )
        for slug, name, official in (
            ("us-tx", "Texas", ""),
            ("us-or-38900", "Portland", "Portland-Vancouver-Hillsboro, OR-WA"),
            ("us-me-38860", "Portland", "Portland-South Portland, ME"),
        )
    }
    Place.objects.filter(slug="us-tx").update(code="US-TX")
    for slug in ("us-tx", "us-or-38900"):
        make_distribution(occupation=role, place=made[slug], figures={"p50": 98_440})
    return made


def words(response):
    main = re.sub(r"<[^>]+>", " ", text(response).split("<main", 1)[1].split("</main>")[0])
    return " ".join(html.unescape(main).split())


def ask(client, **asked):
    return client.get(f"/salaries/?{urlencode(asked)}")


@pytest.mark.parametrize("where", ["Texas", "texas", "TX", "us-tx"])
def test_a_place_that_is_meant_without_a_doubt_leads_to_its_page(client, places, where):
    response = ask(client, what="13-1082", where=where)
    assert (response.status_code, response["Location"]) == (302, TEXAS)


def test_a_role_is_known_that_was_published_after_the_first_question(client, request):
    SALARIES.newest()
    request.getfixturevalue("places")
    assert ask(client, what="13-1082", where="Texas").headers.get("Location") == TEXAS


def test_a_role_and_a_place_alone_lead_there_too_and_with_a_filter_they_do_not(client, places):
    response = client.get("/salaries/?role=13-1082&place=us-tx")
    assert (response.status_code, response["Location"]) == (302, TEXAS)
    for query in (
        "role=13-1082&place=us-tx&year=any",
        "role=13-1082&place=us-me-38860",
        "role=%00&place=us",
        "role=&place=",
    ):
        assert client.get(f"/salaries/?{query}").status_code == 200


def test_of_several_places_of_a_name_those_with_figures_are_listed(client, places):
    body = text(ask(client, where="Portland"))
    assert "Which place do you mean?" in body
    found = re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', body.split('id="places-found"')[1].split("</ul>")[0])
    assert found == [("/salaries/13-1082/us-or-38900/all-industries/", "Portland, United States")]
    assert 'value="Portland"' in body


def test_a_typing_error_asks_what_was_meant(client, places):
    body = text(ask(client, where="Texsa"))
    assert "Which place do you mean?" in body
    assert f'<a href="{TEXAS}">Texas, United States</a>' in body


def test_a_known_place_without_figures_says_so(client, places):
    body = words(ask(client, where="us-me-38860"))
    assert "No figures for project management specialists in Portland" in body


@pytest.mark.parametrize("where", ["Paris", "<script>", "x" * 80, "🚀", "%", "'--"])
def test_an_unknown_place_is_named_and_what_was_typed_stays(client, places, where):
    response = ask(client, where=where)
    assert f"We don't know “{where}”" in words(response)
    assert html.escape(where, quote=True).replace("&#x27;", "&#x27;") in text(response)


@pytest.mark.parametrize(
    "asked", [{"where": "\x00"}, {"where": "y" * 81}, {"where": "  "}, {"by": "p50; --"}, {"what": "\x00"}]
)
def test_what_makes_no_sense_shows_the_page_as_it_opens(client, places, asked):
    response = ask(client, **asked)
    assert response.status_code == 200
    assert "places-found" not in text(response)


def test_names_are_suggested_while_one_types(client, places, django_assert_num_queries):
    client.get("/salaries/places/?where=te")
    with django_assert_num_queries(1):
        response = client.get("/salaries/places/?where=te")
    assert response.json() == {"places": [{"name": "Texas, United States", "also": ""}]}
    assert client.get("/salaries/places/?where=texsa").json() == {
        "places": [{"name": "Texas, United States", "also": "texsa"}]
    }
    for nothing in ("", "t", "%00", "z" * 81):
        assert client.get(f"/salaries/places/?where={nothing}").json() == {"places": []}
    assert client.post("/salaries/places/").status_code == 405


def test_every_suggestion_finds_its_place(client, paid):
    for typed in ("portland", "spring", "bay area", "new york", "col"):
        for one in client.get("/salaries/places/", {"where": typed}).json()["places"]:
            assert ask(client, where=one["name"]).status_code == 302, one


# --- The page of a place -----------------------------------------------------------------------------------------


def test_the_verdict_comes_first_then_levels_by_a_rule_that_is_said(client, paid):
    body = words(client.get(TEXAS))
    assert body.index("In Texas, the median for project management specialists is $98,440 a year.") < body.index(
        "Here and"
    )
    assert "That's 4% below the national median of $102,320" in body
    assert "Entry 10th to 25th $57,460 to $74,810" in body
    assert "Senior 75th to 90th $129,370 to $162,780" in body
    assert "Our rule: entry is the 10th to 25th percentile, senior the 75th to 90th." in body
    assert "standard error" not in body.split("Here and around it")[0]


def test_a_large_standard_error_is_said(client, paid):
    body = words(client.get("/salaries/11-3021/us-wy/all-industries/")).split("Here and around it")[0]
    assert "About 330 people do this work there (standard error 7.5%)." in body
    assert "the mean has a standard error of 8.3%" in body


def test_a_states_own_convention_stands_beside_our_rule(client, paid):
    body = words(client.get("/salaries/13-1082/us-ny/all-industries/")).split("Here and around it")[0]
    assert "New York's labor department has its own (2024): entry, mean of the lowest third, $70,820" in body


def test_a_kept_number_gets_the_verdict_and_nobody_else_sees_it(client, paid):
    client.force_login(make_user())
    data = {"amount": "92000", "currency": "USD", "period": "year", "kind": "base", "place": "Texas", "level": "all"}
    placed = words(client.post("/salaries/my-number/", data | {"keep": "1"}))
    said = "In Texas, $92,000 is 7% below the median for project management specialists, about the 43rd percentile; "
    assert placed.index(f"{said}nationally it's about the 39th percentile.") < placed.index("lowest to highest")
    assert said in words(client.get(TEXAS))
    client.logout()
    assert "$92,000" not in text(client.get(TEXAS))


def test_a_state_lists_its_areas_and_those_that_reach_into_it(client, paid):
    body = text(client.get("/salaries/13-1082/us-nj/all-industries/"))
    listed = re.findall(r"/salaries/13-1082/([\w-]+)/all-industries/", body.split('id="places"')[1])
    assert {"us-nj-12100", "us-nj-45940", "us-ny-35620", "us-pa-37980"} <= set(listed)
    area = text(client.get("/salaries/13-1082/us-tx-19100/all-industries/"))
    assert f'<a href="{TEXAS}">Texas</a>' in area
    assert "/salaries/13-1082/us-tx-26420/all-industries/" in area


def test_the_nation_leads_to_industries_and_a_sector_to_what_it_has(client, paid):
    nation = text(client.get("/salaries/13-1082/us/all-industries/"))
    assert "/salaries/13-1082/us/naics-54/" in nation
    assert "/salaries/13-1082/us/naics-5415/" not in nation
    assert "/salaries/13-1082/us/naics-541/" in text(client.get("/salaries/13-1082/us/naics-54/"))
    assert "/salaries/13-1082/us/naics-5415/" in text(client.get("/salaries/13-1082/us/naics-541/"))


# --- The map -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("by", "amount"), [("", "98,440"), ("p50", "98,440"), ("p10", "57,460"), ("p90", "162,780")])
def test_the_map_has_every_state_and_the_same_in_its_table(client, paid, by, amount):
    body = text(client.get("/salaries/", {"what": "13-1082", "by": by} if by else {}))
    drawn = dict(re.findall(r'<a href="([^"]+)" aria-label="([^"]+)" class="tile', body))
    assert len(drawn) == 54
    assert drawn[TEXAS] == f"TX, Texas: ${amount}"
    table = body.split('class="table-plain states-table"')[1].split("</table>")[0]
    listed = re.findall(r'<th scope="row">([^<]+)</th><td class="number"><data[^>]*>([^<]+)</data>', table)
    assert len(listed) == 54
    assert {f"{name}: {figure}" for name, figure in listed} == {said.partition(", ")[2] for said in drawn.values()}
    assert re.findall(r'aria-current="true">([^<]+)<', body.split('class="map-by"')[1].split("</nav>")[0]) == [
        {"p10": "10th percentile", "p90": "90th percentile"}.get(by, "Median")
    ]


def texas_p90():
    return SalaryClaim.objects.filter(
        **{"distribution__place__slug": "us-tx", "distribution__occupation__slug": "13-1082", "statistic": "p90"},
        **{"distribution__industry__slug": "all-industries", "distribution__source__slug": SOURCE},
    )


CORRECTIONS = {
    "an amount": (lambda: texas_p90().update(amount=200_000), "TX, Texas: $200,000"),
    "a level": (lambda: texas_p90().update(level="senior", level_rule="A rule"), None),
    "a statistic": (lambda: texas_p90().update(statistic="upper"), None),
    "a period": (lambda: texas_p90().update(period="month"), None),
    "a code": (lambda: Place.objects.filter(slug="us-tx").update(code="US-ZZ"), None),
    "what a place is": (lambda: Place.objects.filter(slug="us-tx").update(kind="city"), None),
}


@pytest.mark.parametrize("what", CORRECTIONS)
def test_the_map_is_drawn_once_and_anew_when_something_is_corrected(client, paid, django_assert_num_queries, what):
    def texas():
        body = text(client.get("/salaries/?by=p90"))
        return dict(re.findall(r'<a href="([^"]+)" aria-label="([^"]+)" class="tile', body)).get(TEXAS)

    assert texas() == "TX, Texas: $162,780"
    with django_assert_num_queries(3):
        assert texas() == "TX, Texas: $162,780"
    change, said = CORRECTIONS[what]
    assert change() == 1
    assert texas() == said


def test_old_is_explained_once_on_a_page(client, paid):
    for address in (
        "/salaries/",
        "/salaries/?year=any",
        "/salaries/13-1082/us/all-industries/",
        "/salaries/why-they-differ/",
    ):
        assert text(client.get(address)).count("over 2 years old") == 1, address


PAGES = ["/salaries/", TEXAS, "/salaries/13-1082/us/all-industries/", "/salaries/13-1082/us-ny/all-industries/"]
PAGES += ["/salaries/?where=Portland", "/salaries/13-1082/us/naics-54/", "/salaries/my-number/", "/salaries/compare/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_takes_few_queries_and_is_light(client, paid, address, django_assert_max_num_queries):
    sign_in_with_a_device(client, make_user())
    # The first in a process puts all claims on the shelf.
    SALARIES.newest()
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(address).status_code == 200
    client.logout()
    weight, requests = first_visit(client, address)
    assert (weight <= 45_000, requests <= 6) == (True, True), (weight, requests)


# --- Side by side, by name -----------------------------------------------------------------------------------------


def add(client, **asked):
    return client.get("/salaries/compare/", {"role": "13-1082", "industry": "all-industries", **asked})


def test_a_row_is_added_by_the_name_of_its_place(client, places):
    response = add(client, where="texas")
    assert [slot["token"] for slot in response.context["slots"]] == ["13-1082.us-tx.all-industries"]
    assert 'value="texas"' in text(response)


def test_a_name_of_several_places_asks_which_and_an_unknown_one_is_named(client, places):
    response = add(client, where="Portland", row="13-1082.us-tx.all-industries")
    found = re.findall(r'<li><a href="([^"]+)">Portland', text(response))
    assert [html.unescape(one) for one in found] == [
        f"?row=13-1082.us-tx.all-industries&role=13-1082&place={slug}&industry=all-industries"
        for slug in ("us-me-38860", "us-or-38900")
    ]
    assert len(client.get(f"/salaries/compare/{html.unescape(found[1])}").context["slots"]) == 2
    assert "We don't know “Paris”" in words(add(client, where="Paris"))
    assert "Which place" not in words(add(client, where="Portland", role='"><b>'))
