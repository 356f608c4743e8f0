"""The order of names: one that people know, in Python and on any database alike."""

import pytest
from django.db.models import Value
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from curation.models import Source
from curation.name_order import NameKey, in_name_order
from curation.names import name_key
from tests.factories.curation import make_source

IN_ORDER = [
    *("", "  ", "9", "No. 9", "no. 10", "(Not) this", "10", "100 things", "ångström", "apple", "Äpfel"),
    *("“Beta”", "Éclair", "e-mail", "email", "Łódź", "Münster", "Muse", "Œuvre", "Øresund", "Straße", "straw"),
    *("Sprint 2", "sprint 10", "🚀 Takeoff", "Þing", "Zebra", "zebra 2", "Ωμέγα", "Азбука", "язык", "日本"),
]
IN_ORDER = sorted(IN_ORDER, key=name_key)


def test_names_are_in_the_order_that_people_know():
    names = ["Zebra", "10 steps", "Éclair", "apple", "ångström", "9 lives", "zoo", "APPLE pie", "“Beta”", "#1 goal"]
    assert sorted(names, key=name_key) == [
        *("#1 goal", "9 lives", "10 steps", "ångström", "apple", "APPLE pie", "“Beta”", "Éclair", "Zebra", "zoo")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Éclair", "eclair"),
        ("E\u0301clair", "\u00c9clair"),
        ("ÆSOP", "aesop"),
        ("Straße", "STRASSE"),
        ("ΩΜΈΓΑΣ", "ωμέγας"),
        ("АЗБУКА", "азбука"),
        ("“Zebra”", "zebra"),
        ("Sprint 07", "sprint 7"),
        ("\uff21\uff22\uff23 \uff11", "abc 1"),
    ],
)
def test_what_is_the_same_to_a_reader_has_the_same_place(one, other):
    assert name_key(one) == name_key(other)


# Characters that the database's tables of Unicode may not know yet are left out.
KNOWN = st.characters(max_codepoint=0x2FFFF, exclude_categories=("Cs", "Cn", "Co"), exclude_characters="\0")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.text(KNOWN, max_size=12) | st.sampled_from(IN_ORDER), min_size=1, max_size=30))
@example(IN_ORDER)
@example(["1" * 40, "a\n9\tb", "ß", "ẞ", "İ", "\u0131", "ﬁ", "²", "½", "Ⅻ"])
@pytest.mark.django_db
def test_the_database_sees_what_python_sees(names):
    make_source()
    keys = {f"k{place}": NameKey(Value(name)) for place, name in enumerate(names)}
    [row] = Source.objects.values_list(*keys.values())[:1]
    assert list(row) == [name_key(name) for name in names]


@pytest.mark.django_db
def test_sources_are_listed_by_publisher_in_this_order(client):
    for publisher in ("Zebra", "10 Research", "Éclair", "apple", "9 Research", "ångström"):
        make_source(publisher=publisher)
    page = client.get("/about-the-data/sources/").context["page"]
    assert [row.publisher for row in page] == ["9 Research", "10 Research", "ångström", "apple", "Éclair", "Zebra"]
    assert [row.publisher for row in Source.objects.order_by(in_name_order("publisher"))] == [
        row.publisher for row in page
    ]
