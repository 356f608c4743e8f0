"""What stands beside Today, and what the first answers lead to."""

from datetime import timedelta

from django.utils import timezone

from evidence.models import Credential
from tests.factories.evidence import make_education, make_evidence, make_held, make_project
from tests.factories.interviews import (
    make_card,
    make_category,
    make_competency,
    make_interview,
    make_question,
    make_round,
    make_story,
)
from tests.factories.roadmap import make_aim
from tests.kit import seen


def moves(client):
    return [move.name for move in client.get("/").context["beside"].moves]


def test_a_new_learner_is_asked_three_questions_and_sees_no_empty_picture(learning, seeded):
    page = learning.get("/")
    assert "Three questions, so the right things come first" in seen(page)
    beside = page.context["beside"]
    assert (beside.aim, beside.credential, beside.grid, beside.fortnight, beside.last, beside.moves) == (None,) * 5 + (
        (),
    )
    assert "Look around" in seen(page)


def test_answers_lead_to_what_is_not_recorded_yet(learning, learner, seeded):
    make_aim(learner, interview_ahead=True, led="three")
    assert moves(learning) == ["Add your interview", "Add your education", "Add the projects you led"]
    make_education(learner)
    make_project(learner)
    assert moves(learning) == ["Add your interview"]
    make_interview(learner, on=timezone.localdate() + timedelta(days=3))
    assert moves(learning) == []


def test_what_was_answered_and_not_recorded_is_not_said_to_be_missing(learning, learner, seeded):
    make_aim(learner, led="three", credential=Credential.objects.get(slug="pmp"))
    page = seen(learning.get("/"))
    assert ("Nothing recorded toward it yet." in page, "Missing: " in page) == (True, False)
    make_project(learner)
    assert "Nothing recorded toward it yet." not in seen(learning.get("/"))


def test_the_three_questions_begin_with_what_is_recorded(learning, learner, seeded):
    make_education(learner, level="associate")
    make_education(learner, level="secondary")
    make_interview(learner, on=timezone.localdate() + timedelta(days=3))
    form = learning.get("/").context["aim_form"]
    assert (form["interview_ahead"].value(), form["education"].value(), form["led"].value()) == (
        True,
        "associate",
        None,
    )


def test_who_has_led_nothing_and_has_no_degree_is_not_asked_for_either(learning, learner, seeded):
    make_aim(learner, education="none", led="none")
    assert moves(learning) == []


def test_the_credential_aimed_at_shows_how_far_along_one_is_and_why_it_was_suggested(learning, learner, seeded):
    capm = Credential.objects.get(slug="capm")
    make_aim(learner, led="none", credential=capm)
    page = learning.get("/")
    assert page.context["beside"].credential.short_name == "CAPM"
    assert "It asks for no experience, only a diploma and 23 hours of training." in seen(page)
    make_held(learner, capm)
    assert "You have it" in seen(learning.get("/"))


def test_a_credential_that_was_chosen_by_hand_needs_no_reason(learning, learner, seeded):
    make_aim(learner, led="none", credential=Credential.objects.get(slug="pmp"))
    beside = learning.get("/").context["beside"]
    assert (beside.credential.short_name, beside.why) == ("PMP", "")


def test_pictures_show_what_is_there(learning, learner):
    make_aim(learner)
    competency = make_competency(name="risk")
    make_competency(name="conflict")
    make_story(learner, competencies=[competency.slug])
    piece = make_evidence(learner, happened="Moved 40 sites")
    beside = learning.get("/").context["beside"]
    assert (beside.grid.headline, beside.grid.holes) == ("1 of 2", ("conflict",))
    assert (beside.last.pk, beside.last.happened) == (piece.pk, "Moved 40 sites")


def test_nobody_sees_what_others_are_after(learning, stranger):
    make_aim(stranger)
    make_story(stranger, competencies=[make_competency().slug])
    make_evidence(stranger)
    beside = learning.get("/").context["beside"]
    assert (beside.aim, beside.grid, beside.last) == (None, None, None)


def test_an_interview_that_is_near_comes_first_with_what_is_left(learning, learner):
    category = make_category()
    questions = [make_question(category=category) for _ in range(2)]
    interview = make_interview(
        learner, company="Acme", round_type=make_round(category), on=timezone.localdate() + timedelta(days=1)
    )
    for question in questions:
        make_card(learner, question)
    page = seen(learning.get("/"))
    assert "Your interview is tomorrow" in page
    assert "questions left today, about" in page
    assert f"/interviews/dates/{interview.pk}/brief/" in learning.get("/").content.decode()
