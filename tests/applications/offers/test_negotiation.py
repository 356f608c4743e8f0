"""What there is to say about an offer: own words and sourced figures, and nothing that was made up."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from keeping import verbs
from resumes.making.loading import compose_resume
from resumes.models import Resume
from tests.applications.offers.test_offers import bureau
from tests.factories.applications import make_application, make_offer
from tests.factories.evidence import make_evidence, make_position, make_project
from tests.factories.resumes import make_bullet, make_line, make_resume
from tests.factories.salaries import make_distribution
from tests.kit import unescaped, words

__all__ = ["bureau"]


def say(client, application, **asked):
    return client.get(reverse("applications:negotiation", args=[application.pk]), asked)


@pytest.fixture
def resume(learner):
    return make_resume(learner, name="Northwind")


@pytest.fixture
def application(learner, resume):
    return make_application(learner, employer="Northwind", resume=resume)


def test_with_nothing_recorded_it_says_where_to_begin(learning, learner):
    page = words(say(learning, make_application(learner)))
    assert "There is no offer yet." in page
    assert "None of your evidence has a number yet." in page
    assert "No resume is chosen for this application." in page
    assert "What is paid" not in page


def test_results_with_a_number_are_said_in_the_learners_own_words(learning, learner, stranger, application):
    make_evidence(
        learner,
        **{
            "happened": "Moved the accounts",
            "result": "Errors <b>fell</b>",
            "amount": "38.50",
            "unit": "percent fewer",
        },
        **{"do_not_claim": "Priya built it", "on": date(2026, 5, 1), "project": make_project(learner, title="Billing")},
    )
    make_evidence(learner, happened="No number")
    make_evidence(stranger, happened="Zanzibar", amount="1")
    verbs.put_in_bin(make_evidence(learner, happened="In the bin", amount="1"), at=timezone.now())
    response = say(learning, application)
    assert [piece.happened for piece in response.context["results"]] == ["Moved the accounts"]
    page = words(response)
    for said in ("Errors <b>fell</b>", "38.50 percent fewer", "May 1, 2026", "Billing", "Do not claim: Priya built it"):
        assert said in page
    assert b"Errors &lt;b&gt;fell&lt;/b&gt;" in response.content


def test_the_bullets_are_those_the_resume_shows_in_its_words_and_order(learning, learner, application, resume):
    position, other = make_position(learner), make_position(learner, employer="Left out")
    project = make_project(learner, position=position)
    piece = make_evidence(learner, do_not_claim="The idea")
    first, second, third = (
        make_bullet(learner, text=text, position=position, evidence=[piece] if text == "First" else [])
        for text in ("First", "Second", "Third")
    )
    make_bullet(learner, text="Of a project there", project=project)
    make_bullet(learner, text="At a job that is left out", position=other)
    make_bullet(learner, text="Under nothing")
    make_line(resume, f"bullet:{second.token}", wording="In other words")
    make_line(resume, f"bullet:{third.token}", shown=False)
    make_line(resume, f"bullet:{first.token}", rank=9)
    make_line(resume, f"position:{other.token}", shown=False)
    bullets = say(learning, application).context["bullets"]
    assert sorted((bullet.text, bullet.do_not_claim) for bullet in bullets) == [
        *(("First", ("The idea",)), ("In other words", ()), ("Of a project there", ())),
    ]
    composed = compose_resume(Resume.objects.with_layers().get(pk=resume.pk), today=timezone.localdate())
    # As the resume itself has them.
    assert [bullet.text for bullet in bullets] == [told.line.text for _, told in composed.shown_bullets()]


def test_a_tailored_resume_says_what_it_and_its_base_say(learning, learner, resume):
    bullet = make_bullet(learner, text="Plain", position=make_position(learner))
    hidden = make_bullet(learner, text="Hidden", position=make_position(learner))
    make_line(resume, f"bullet:{bullet.token}", wording="As the base says")
    make_line(resume, f"bullet:{hidden.token}", shown=False)
    tailored = make_resume(learner, base=resume)
    application = make_application(learner, resume=tailored)
    assert [one.text for one in say(learning, application).context["bullets"]] == ["As the base says"]
    make_line(tailored, f"bullet:{bullet.token}", wording="As this one says")
    assert [one.text for one in say(learning, application).context["bullets"]] == ["As this one says"]


def test_a_resume_in_the_bin_says_nothing(learning, learner, application, resume):
    make_bullet(learner, position=make_position(learner))
    assert len(say(learning, application).context["bullets"]) == 1
    verbs.put_in_bin(resume, at=timezone.now())
    assert say(learning, application).context["bullets"] == []


def test_figures_stand_with_source_year_and_the_day_they_were_checked(learning, application, bureau):
    make_offer(application, on=date(2026, 11, 20), base=Decimal(1))
    make_offer(application, form="written", on=date(2026, 11, 21), base=Decimal(130_000), bonus=Decimal(5000))
    page = words(say(learning, application))
    assert "In writing, Nov 21, 2026." in page
    assert "What is paid: United States" in page
    (line,) = [one for one in page.split("<li>") if one.startswith(f"{bureau.occupation}, United States.")]
    assert "25th percentile $100,000 a year; Median $120,000 a year; 75th percentile $140,000 a year." in line
    assert f"{bureau.source.publisher}</a>, May 2025, checked" in line
    assert "Nov 23, 2026" in line
    assert "Between the 50th and 75th percentile" in line
    assert "We have no figures of total pay for the United States in this currency." in page


def test_nobody_else_sees_it(client, stranger, curator, application):
    assert say(client, application).url.startswith("/account/login/")
    for other in (stranger, curator):
        client.force_login(other)
        assert say(client, application).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 20])
def test_more_to_say_takes_no_more_queries(learning, learner, application, bureau, django_assert_num_queries, number):
    position = make_position(learner)
    for _ in range(number):
        piece = make_evidence(learner, amount="5", project=make_project(learner, position=position))
        make_bullet(learner, position=position, evidence=[piece])
        make_offer(application)
        make_distribution(place=bureau.place, occupation=bureau.occupation, figures={"p50": 100_000})
    assert "fell" not in unescaped(say(learning, application))
    with django_assert_num_queries(11):
        assert say(learning, application).status_code == 200
