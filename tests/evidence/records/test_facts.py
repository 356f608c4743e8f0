"""A learner's rows that signs count: asked for once, and again once anything of theirs or of the content changed."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.records import facts
from evidence.records.facts import SOURCES, load_rows
from keeping.edition import edition_for
from tests.factories.evidence import make_evidence


def test_rows_are_asked_for_once_for_an_edition(learner):
    make_evidence(learner)
    names, edition = sorted(SOURCES)[:3], edition_for(learner)
    first = load_rows(learner, names, edition=edition)
    with CaptureQueriesContext(connection) as asked:
        assert load_rows(learner, names, edition=edition) == first
    assert len(asked) == 0


def test_rows_are_asked_for_again_once_something_was_recorded(learner):
    load_rows(learner, ["pieces"], edition=edition_for(learner))
    make_evidence(learner)
    assert len(load_rows(learner, ["pieces"], edition=edition_for(learner))["pieces"]) == 1


def test_what_was_before_takes_no_room(learner, stranger):
    before = len(facts._kept)
    for user in (learner, stranger):
        for number in range(3):
            load_rows(user, ["pieces"], edition=str(number))
    assert len(facts._kept) <= before + 2
