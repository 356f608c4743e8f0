"""How many queries pages take, each of them and whatever a learner has: twelve are enough."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evidence.models import HeldCredential
from interviews.models import Question
from keeping import verbs
from roadmap import tracking
from roadmap.models import Milestone
from tests.addresses import every_address, make_something_of_everything
from tests.evidence.records.test_background import make_units
from tests.factories.evidence import make_education, make_evidence, make_held, make_project, make_training
from tests.factories.interviews import make_asked, make_interview, make_mock, make_story, make_telling

MOST = 12
# The pages that show the most of what a learner has, with what each of them takes.
QUERIES = {"/": 9, "/bin/": 4, "milestone": 9, "question": 8}


def counted(client, address):
    """The queries of a page that was looked at before, so that what is known for long is known."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    return response, len(queries)


def test_no_page_takes_more_than_twelve(seeded, learning, learner):
    looked_at, over = 0, []
    for address in every_address(make_something_of_everything(learner)):
        if address.startswith(("/admin/", "/account/")):
            continue
        response, number = counted(learning, address)
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            looked_at += 1
            over += [(address, number)] if number > MOST else []
    assert over == []
    assert looked_at > 60


def record(learner, milestone, question):
    """One row of each kind of a learner's own, on this milestone and this question as far as it can be."""
    project = make_project(learner)
    piece = make_evidence(learner, project=project)
    held = make_held(learner, HeldCredential._meta.get_field("credential").related_model.objects.first())
    story = make_story(learner, questions=[question.slug], evidence=[piece.pk])
    rows = [project, piece, held, make_units(held), make_education(learner), make_training(learner)]
    rows += [story, make_telling(story), make_asked(learner), make_interview(learner), make_mock(learner, question)]
    act = {"user": learner, "milestone": milestone, "at": timezone.now()}
    tracking.attach(piece=piece, **act)
    tracking.add_link(url=f"https://example.org/{piece.pk}", title="", **act)
    return rows


@pytest.mark.parametrize("page", QUERIES)
@pytest.mark.parametrize("number", [1, 3])
def test_eleven_kinds_of_rows_take_as_many_queries_as_ever(seeded, learning, learner, page, number):
    milestone = Milestone.objects.filter(step__number=1, how__isnull=False).first()
    question = Question.objects.published().first()
    kinds = set()
    for _ in range(number):
        rows = record(learner, milestone, question)
        kinds |= {type(row) for row in rows}
        # And as many in the bin.
        for row in record(learner, milestone, question):
            verbs.put_in_bin(row, at=timezone.now())
    assert len(kinds) == 11
    address = {"milestone": milestone.get_absolute_url(), "question": question.get_absolute_url()}.get(page, page)
    response, queries = counted(learning, address)
    assert (response.status_code, queries) == (200, QUERIES[page])
