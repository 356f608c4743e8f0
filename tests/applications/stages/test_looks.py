"""What is asked of the table, as an address says it: understood or left out, and always said in the same words."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from applications.stages.looks import QUERY_LENGTH, SORTS, STAGES, Look, LookForm, look_of

TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x00"), max_size=20)
LOOKS = st.builds(
    Look,
    q=TEXTS.map(str.strip),
    stage=st.sampled_from([value for value, _ in STAGES]),
    found=TEXTS.map(str.strip),
    closing=st.booleans(),
    sort=st.sampled_from(list(SORTS)),
)


@given(look=LOOKS)
def test_a_look_is_read_back_from_its_own_query(look):
    assert LookForm(QueryDict(look.query())).look == look


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("sort=since", ""),
        ("stage=applied&sort=employer", "stage=applied&sort=employer"),
        ("sort=employer&stage=applied&next=https://evil.example/", "stage=applied&sort=employer"),
        ("stage=hired&q=Acme", "q=Acme"),
        ("sort=-pk&closing=1", "closing=1"),
        ("closing=yes", "closing=1"),
        ("closing=false", ""),
        ("q=a%00b&stage=going", "stage=going"),
        ("q=" + "x" * 201, ""),
        ("found=" + "x" * 81, ""),
        ("stage=applied&stage=offer", "stage=offer"),
        ("&&&=;%%%", ""),
        ("q=%3Cscript%3E", "q=%3Cscript%3E"),
    ],
)
def test_of_a_query_that_is_kept_only_what_is_understood_stays(query, kept):
    assert look_of(query).query() == kept
    assert look_of(kept).query() == kept


def test_a_query_is_read_no_longer_than_one_can_be():
    assert look_of("stage=applied&" + "&" * QUERY_LENGTH + "q=Acme") == Look(stage="applied")


@pytest.mark.parametrize(
    ("look", "filters"),
    [(Look(), False), (Look(sort="employer"), False), (Look(closing=True), True), (Look(q="a"), True)],
)
def test_an_order_leaves_nothing_out(look, filters):
    assert look.filters == filters
