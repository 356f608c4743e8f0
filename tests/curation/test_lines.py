"""Texts of several lines end their lines in one way, and rows that had come to end them otherwise are mended."""

import importlib

import pytest
from django.apps import apps
from django.utils import timezone

from curation.lines import LinesField, mend_line_ends, plain_lines
from curation.seeding import all_seeds, seed_database
from interviews.models import AskedQuestion, Question
from roadmap.models import HowToItem, Milestone
from tests.factories.interviews import make_asked, make_question
from tests.factories.roadmap import make_milestone


@pytest.mark.parametrize("sent", ["a\r\nb\r\n\r\nc", "a\nb\n\nc", "a\rb\r\rc", "a\r\nb\n\rc"])
def test_every_end_of_a_line_is_the_same(sent):
    assert plain_lines(sent) == "a\nb\n\nc"
    assert not LinesField().has_changed("a\nb\n\nc", sent)
    assert LinesField().clean(sent) == "a\nb\n\nc"


def test_rows_that_were_saved_without_an_edit_follow_their_file_again(seeded):
    """What an existing database holds: whole tables with CRLF, which had counted as edits."""
    for model in (Milestone, Question):
        for row in model.objects.all():
            texts = {name: getattr(row, name).replace("\n", "\r\n") for name in ("why", "points") if hasattr(row, name)}
            model.objects.filter(pk=row.pk).update(**texts)
    assert seed_database(all_seeds(), at=timezone.now()).kept != []
    for app in ("curation", "evidence", "roadmap", "interviews", "salaries"):
        mend_line_ends(apps, app)
    report = seed_database(all_seeds(), at=timezone.now())
    assert (report.kept, report.changes) == ([], 0)


def test_rows_inside_rows_are_mended_too(db):
    make_milestone(how=("One\r\nTwo",))
    mend_line_ends(apps, "roadmap")
    assert HowToItem.objects.get().text == "One\nTwo"


def test_what_was_taken_in_before_and_never_completed_becomes_a_draft_without_the_company(learner):
    migration = importlib.import_module("interviews.migrations.0011_drafts")
    waiting, done, own = (make_question(text=f"Why did Acme fail, part {n}?", origin="suggested") for n in range(3))
    for row, points in ((waiting, ""), (done, "Names it"), (own, "")):
        Question.objects.filter(pk=row.pk).update(points=points, retired_at=timezone.now())
        AskedQuestion.objects.filter(pk=make_asked(learner, company="Acme").pk).update(became=row)
    Question.objects.filter(pk=own.pk).update(origin="original")
    migration.hide_what_was_taken_in(apps, None)
    found = list(Question.objects.order_by("pk").values_list("draft", "text"))
    assert found == [
        (True, "Why did [company] fail, part 0?"),
        (False, "Why did Acme fail, part 1?"),
        (False, "Why did Acme fail, part 2?"),
    ]
