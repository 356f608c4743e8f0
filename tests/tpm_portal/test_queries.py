"""How many queries pages take, each of them and whatever a learner has: twelve are enough."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from evidence.models import HeldCredential
from interviews.models import Question
from keeping import verbs
from roadmap import tracking
from roadmap.models import Milestone
from tests.addresses import every_address, make_something_of_everything
from tests.evidence.records.test_background import make_units
from tests.factories.evidence import (
    make_education,
    make_evidence,
    make_held,
    make_position,
    make_project,
    make_skill,
    make_training,
)
from tests.factories.interviews import make_asked, make_interview, make_mock, make_story, make_telling
from tests.factories.resumes import make_bullet, make_contact, make_line, make_mention, make_resume, make_sent
from tests.kit import sign_in_with_a_device

MOST = 12
# The pages that show the most of what a learner has, with what each of them takes.
QUERIES = {"/": 9, "/bin/": 4, "milestone": 8, "resumes": 7, "question": 8}

# What shows resumes, with twelve of them, of which the last is tailored from the first, and forty bullets.
OF_RESUMES = {
    **{"resumes": 5, "bullets": 4, "contact": 4, "mentions": 4, "sent": 4, "bring": 2, "resume": 12, "word": 12},
    **{"dismiss": 12, "send": 3, "revisions": 6, "revision": 12, "sent_copy": 6, "read": 11},
    **{"edit_bullet": 11, "edit_resume": 4, "edit_mention": 4},
}


def counted(client, address):
    """The queries of a page that was looked at before, so that what is known for long is known."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    return response, len(queries)


def test_no_page_takes_more_than_twelve(seeded, learning, learner):
    looked_at, over = 0, []
    sign_in_with_a_device(learning, learner)
    for address in every_address(make_something_of_everything(learner)):
        # A preview is a page of its own and, before it, all that a save takes.
        if address.startswith(("/admin/", "/account/")) or "/preview/" in address:
            continue
        with CaptureQueriesContext(connection) as queries:
            response = learning.get(address)
        # The first look also asks for what is known for long from then on.
        number = len(queries) if len(queries) <= MOST else counted(learning, address)[1]
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
    pages = {"milestone": milestone, "resumes": Milestone.objects.get(slug="resume-master"), "question": question}
    address = pages[page].get_absolute_url() if page in pages else page
    response, queries = counted(learning, address)
    assert (response.status_code, queries) == (200, QUERIES[page])


@pytest.fixture
def forty_bullets_and_twelve_resumes(learner):
    """Gives what stands for the parameters of each page, with what is asked for there."""
    skill = make_skill()
    positions = [make_position(learner, starts=f"{year}") for year in range(2016, 2024)]
    bullets = []
    for number in range(40):
        position = positions[number % 8]
        pieces = [make_evidence(learner, position=position, skills=[skill.slug], do_not_claim="The idea")]
        make_story(learner, evidence=[piece.pk for piece in pieces])
        bullets.append(make_bullet(learner, position=position, evidence=pieces))
    mention = make_mention(learner)
    make_contact(learner)
    first = make_resume(learner)
    resumes = [first, *(make_resume(learner, base=first) for _ in range(11))]
    key = f"bullet:{bullets[0].token}"
    for resume in (first, resumes[-1]):
        for bullet in bullets[:3]:
            make_line(resume, f"bullet:{bullet.token}", wording=f"Words of {resume.name}")
    copies = [make_sent(resume) for resume in resumes]
    number = resumes[-1].revisions.count()
    return {
        **{page: [] for page in ("resumes", "bullets", "contact", "mentions", "sent", "bring")},
        **{page: [resumes[-1].pk] for page in ("resume", "word", "dismiss", "send", "revisions", "read")},
        "edit_resume": [resumes[-1].pk],
        "revision": [resumes[-1].pk, number],
        "sent_copy": [copies[-1].pk],
        "edit_bullet": [bullets[0].pk],
        "edit_mention": [mention.pk],
        "asked": {"word": f"?key={key}", "dismiss": f"?code=no-claim&key={key}", "revision": "?with=1"},
    }


def test_forty_bullets_and_twelve_resumes_take_no_more(learning, forty_bullets_and_twelve_resumes):
    taken = {}
    for page in OF_RESUMES:
        asked = forty_bullets_and_twelve_resumes["asked"].get(page, "")
        address = reverse(f"resumes:{page}", args=forty_bullets_and_twelve_resumes[page])
        response, taken[page] = counted(learning, f"{address}{asked}")
        assert response.status_code == 200, page
    assert taken == OF_RESUMES
    assert max(taken.values()) <= MOST
