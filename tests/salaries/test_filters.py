"""What may be asked of the distributions, and that every option's count is what choosing it leaves."""

from collections import Counter
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salaries.counting import choices
from salaries.filters import ANY, EVERYTHING, NAMES, NEWEST, Filter, filter_of, matching
from salaries.models import Distribution, Industry, Occupation, Place
from tests.factories.salaries import make_distribution, make_industry, make_occupation, make_place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

NOW = datetime(2026, 11, 25, tzinfo=UTC)


# What is asked


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", Filter()),
        ("role=&place=&year=", Filter()),
        ("role=13-1082", Filter(role="13-1082")),
        ("place=us-ny&year=any&kind=base&currency=USD", Filter(place="us-ny", year="any", kind="base", currency="USD")),
        ("place=any&industry=any&year=any", EVERYTHING),
        ("year=2024", Filter(year="2024")),
        ("role=13-1082&role=15-1299", Filter(role="15-1299")),
        ("unheard=of", Filter()),
    ],
)
def test_what_a_query_asks(query, wanted):
    assert filter_of(QueryDict(query)) == (wanted, {"yearly": False, "page": 1}, [])


@pytest.mark.parametrize(
    ("query", "nonsense"),
    [
        ("role=a%20b", ["role"]),
        ("role=%00", ["role"]),
        ("place=us%27%3B--", ["place"]),
        (f"industry={'a' * 61}", ["industry"]),
        ("year=20244", ["year"]),
        ("year=-2024", ["year"]),
        ("year=%D9%A2%D9%A0%D9%A2%D9%A4", ["year"]),
        ("kind=bonus", ["kind"]),
        ("currency=usd", ["currency"]),
        ("role=a%20b&currency=dollar&place=us", ["role", "currency"]),
    ],
)
def test_what_makes_no_sense_is_named_and_left_out(query, nonsense):
    assert filter_of(QueryDict(query)) == (Filter(), {"yearly": False, "page": 1}, nonsense)


@pytest.mark.parametrize(
    ("query", "others"),
    [
        ("yearly=1&page=3", {"yearly": True, "page": 3}),
        ("page=0", {"yearly": False, "page": 1}),
        ("page=-1", {"yearly": False, "page": 1}),
        ("page=last", {"yearly": False, "page": 1}),
        ("page=1000001", {"yearly": False, "page": 1_000_000}),
    ],
)
def test_other_wishes(query, others):
    assert filter_of(QueryDict(query)) == (Filter(), others, [])


def test_another_default_is_fallen_back_to():
    assert filter_of(QueryDict("place=us&year=soon"), default=EVERYTHING) == (
        replace(EVERYTHING, place="us"),
        {"yearly": False, "page": 1},
        ["year"],
    )


def test_a_query_says_everything_and_reads_back():
    wanted = Filter(role="13-1082", year="2024")
    query = wanted.query(page="2")
    assert query == "role=13-1082&place=us&industry=all-industries&year=2024&kind=any&currency=any&page=2"
    assert filter_of(QueryDict(query), default=EVERYTHING) == (wanted, {"yearly": False, "page": 2}, [])


def test_what_is_chosen_and_what_is_let_go():
    wanted = Filter(role="13-1082")
    assert wanted.chosen() == {"role": "13-1082", "place": "us", "industry": "all-industries", "year": "newest"}
    assert wanted.without("place") == Filter(role="13-1082", place="any")
    assert EVERYTHING.chosen() == {}


# What is counted


def rows():
    """Every published distribution as its filters see it, found without them."""
    found = Distribution.objects.select_related("occupation", "place", "industry")
    return [
        {
            "role": row.occupation.slug,
            "place": row.place.slug,
            "industry": row.industry.slug,
            "year": row.as_of[:4],
            "kind": row.kind,
            "currency": row.currency,
            "newest": row.newest,
        }
        for row in found
        if not (row.retired_at or row.occupation.retired_at or row.place.retired_at or row.industry.retired_at)
    ]


def fits(row, name, value):
    return value == ANY or (row["newest"] if (name, value) == ("year", NEWEST) else row[name] == value)


def left(everything, wanted, but=None):
    return [row for row in everything if all(fits(row, name, getattr(wanted, name)) for name in NAMES if name != but)]


PLAIN = ("year", "kind", "currency")


def brute_force(everything, wanted):
    """Every option of every filter with the number it would leave, counted row by row."""
    known = {
        "role": Occupation.objects.published().values_list("slug", flat=True),
        "place": Place.objects.published().values_list("slug", flat=True),
        "industry": Industry.objects.published().values_list("slug", flat=True),
    } | {name: {str(value) for value in Distribution.objects.values_list(name, flat=True)} for name in PLAIN}
    counted = {}
    for name in NAMES:
        others = left(everything, wanted, but=name)
        found = Counter(row[name] for row in others)
        counted[name] = {value: found[value] for value in known[name]}
    counted["year"][NEWEST] = sum(row["newest"] for row in left(everything, wanted, but="year"))
    return counted


def check(wanted, everything, page=1):
    """Everything that is said about a filter, against the rows themselves."""
    found = choices(wanted, page=page, per_page=7)
    known = brute_force(everything, wanted)
    unknown = [name for name, value in wanted.chosen().items() if value not in known[name]]
    for name in unknown:
        default = getattr(Filter(), name)
        wanted = replace(wanted, **{name: default if default in known[name] else ANY})
    assert (found.unknown, found.filter) == (unknown, wanted)
    expected = brute_force(everything, wanted)
    assert {name: {option.value: option.count for option in found.options[name]} for name in NAMES} == expected
    assert sum(map(len, found.options.values())) == sum(map(len, expected.values()))
    remaining = left(everything, wanted)
    in_order = list(matching(wanted).in_order().values_list("pk", flat=True))
    assert {found.total(name) for name in NAMES} == {len(remaining)} == {len(in_order)}
    last = max(1, (len(in_order) + 6) // 7)
    start = 7 * (min(page, last) - 1)
    assert found.rows == in_order[start : start + 7]
    wider = {name: len(left(everything, wanted, but=name)) for name in wanted.chosen()}
    assert list(found.nearest()) == [(name, wanted.without(name), count) for name, count in wider.items() if count]


SAMPLE = [
    Filter(),
    EVERYTHING,
    Filter(role="13-1082"),
    Filter(role="13-1082", place=ANY, industry=ANY, year=ANY),
    Filter(role="13-1082", place="us-ny-r7"),
    Filter(role="it-project-manager", place=ANY, industry=ANY, currency="AUD", year=ANY),
    Filter(place="us", industry="naics-51", year="2024"),
    Filter(place="gb-lnd", industry=ANY, year=NEWEST, currency="GBP"),
    Filter(kind="total", place=ANY, year=ANY),
    Filter(kind="total", place="de", currency="USD"),
    Filter(role="scrum-master", place="us"),
    Filter(role="nobody", place="us"),
    Filter(role="13-1082", place="atlantis", year="1999", currency="XXX"),
]


@pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: "-".join(wanted.chosen().values()))
def test_every_count_is_what_choosing_it_leaves(wanted):
    check(wanted, rows())


@pytest.fixture(scope="module")
def everything(seeded, django_db_blocker):
    """The seeded rows, with what may be chosen for each filter."""
    with django_db_blocker.unblock():
        found = rows()
        values = {name: sorted({row[name] for row in found}) for name in NAMES}
        values["role"] += ["nobody"]
        values["year"] += [NEWEST, NEWEST, "1999"]
        return found, st.builds(
            Filter, **{name: st.one_of(st.just(ANY), st.sampled_from(values[name])) for name in NAMES}
        )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_count_is_what_choosing_it_leaves_whatever_is_chosen(everything, data):
    found, filters = everything
    check(data.draw(filters), found, page=data.draw(st.sampled_from([1, 2, 9, 99])))


def test_what_is_retired_is_neither_counted_nor_offered():
    for model in (Occupation, Place, Industry, Distribution):
        model.objects.update(retired_at=NOW)
    kept = make_distribution(as_of="2025-05", place=make_place(), industry=make_industry())
    about = {name: getattr(kept, name) for name in ("occupation", "place", "industry", "source")}
    gone = [make_occupation(), make_place(), make_industry()]
    for name, other in zip(("occupation", "place", "industry"), gone, strict=True):
        make_distribution(**about | {name: other}, as_of="2023-05", currency="GBP")
        other.retire(at=NOW)
    make_distribution(**about, as_of="2022-05", currency="EUR").retire(at=NOW)
    make_distribution(**about, as_of="2024-05", kind="total")
    options = choices(EVERYTHING).options
    offered = {name: [(option.value, option.count) for option in options[name] if option.count] for name in NAMES}
    assert offered == {
        "role": [(kept.occupation.slug, 2)],
        "place": [(kept.place.slug, 2)],
        "industry": [(kept.industry.slug, 2)],
        "year": [("newest", 2), ("2025", 1), ("2024", 1)],
        "kind": [("base", 1), ("total", 1)],
        "currency": [("USD", 2)],
    }
    check(EVERYTHING, rows())
    check(Filter(role=gone[0].slug), rows())


def test_options_stand_in_the_order_of_the_catalog_with_what_they_lie_in():
    options = choices(Filter()).options
    assert [(option.value, option.label, option.group, option.depth) for option in options["place"]][:4] == [
        ("us", "United States", "United States", 0),
        ("us-al", "Alabama", "United States", 1),
        ("us-ak", "Alaska", "United States", 1),
        ("us-az", "Arizona", "United States", 1),
    ]
    city = next(option for option in options["place"] if option.value == "us-ny-r7")
    assert (city.label, city.group, city.depth) == ("New York City", "United States", 2)
    assert [(option.label, option.group) for option in options["role"]][2:4] == [
        ("Project manager in IT", "ladder"),
        ("Project management specialists", "occupation"),
    ]
    years = [option.value for option in options["year"]]
    assert years == ["newest", *sorted(years[1:], reverse=True)]
    assert [option.label for option in options["kind"]] == ["Base pay", "Total pay"]


def test_the_choice_is_named_by_its_label_and_an_unknown_one_gives_way_to_the_default():
    found = choices(Filter(role="13-1082", place="atlantis"))
    assert [found.label(name) for name in ("role", "place", "year", "kind")] == [
        "Project management specialists",
        "United States",
        "Newest of each source",
        "any",
    ]


@pytest.mark.parametrize("wanted", [Filter(), EVERYTHING, Filter(**dict.fromkeys(NAMES, "1999"))])
def test_all_choices_are_counted_in_one_query(wanted, django_assert_num_queries):
    choices(Filter())
    with django_assert_num_queries(1):
        choices(wanted)


def test_a_percent_sign_or_quote_in_a_choice_is_only_text():
    for text in ("100%", "%s", "'; --", 'a"b'):
        assert choices(Filter(role=text)).unknown == ["role"]
        assert asdict(Filter(role=text))["role"] == text
