"""Where a row of content is used: by kind with the list of just that, and of learners a band of numbers."""

from itertools import pairwise

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from curation import used
from curation.models import Curated
from curation.used import BANDS, band, uses
from roadmap import tracking
from tests.factories.accounts import make_user
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential, make_skill
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone
from tests.kit import unescaped


def change(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "fewer than 5"),
        (4, "fewer than 5"),
        (5, "5 to 9"),
        (9, "5 to 9"),
        (10, "10 to 24"),
        (999, "250 to 999"),
        (1000, "1,000 or more"),
        (70_000, "1,000 or more"),
    ],
)
def test_people_are_told_in_bands(number, words):
    assert band(number) == words


def test_no_band_is_of_less_than_five_people():
    assert min(later - earlier for earlier, later in pairwise((0, *BANDS))) == 5


def test_a_source_leads_to_the_lists_of_what_rests_on_it(curating):
    source = make_source()
    credential, other = make_credential(), make_credential()
    for fee in (credential.fees.get(), other.fees.get()):
        type(fee).objects.filter(pk=fee.pk).update(source=source)
    question = make_question(origin="article", source=source)
    make_question()
    found = {use.text: use.url for use in uses(source)}
    assert list(found) == ["2 credential fees", "1 question"]
    page = unescaped(curating.get(change(source)))
    for text, url in found.items():
        assert f'<a href="{url}">{text}</a>' in page
    listed = {text: set(curating.get(url).context["cl"].queryset) for text, url in found.items()}
    assert listed == {"2 credential fees": {credential, other}, "1 question": {question}}


def test_a_skill_leads_to_its_milestones_and_questions(curating):
    skill = make_skill()
    milestone, question = make_milestone(), make_question()
    milestone.skills.add(skill)
    question.skills.add(skill)
    make_milestone()
    for use in uses(skill):
        assert [str(row) for row in curating.get(use.url).context["cl"].queryset] in ([str(milestone)], [str(question)])
    assert {use.text for use in uses(skill)} == {"1 milestone", "1 question"}


def test_of_a_milestones_learners_a_band_is_told(curating, curator):
    milestone = make_milestone()
    for number in range(1, 7):
        tracking.change_state(
            user=make_user(), milestone=milestone, state="doing", at=timezone.now(), today=timezone.localdate()
        )
        [people] = [use.text for use in uses(milestone) if "progress" in use.text]
        words = "fewer than 5" if number < 5 else "5 to 9"
        assert people == f"learners' progress rows of {words} people"
    assert people in unescaped(curating.get(change(milestone)))
    assert people in unescaped(curating.get(f"{change(milestone).removesuffix('change/')}retire/"))


def test_no_more_learners_are_counted_than_make_the_last_band_full(db, monkeypatch):
    monkeypatch.setattr(used, "BANDS", (1, 2))
    monkeypatch.setattr(used, "FEWEST_SHOWN", 1)
    milestone = make_milestone()
    for _ in range(3):
        tracking.change_state(
            user=make_user(), milestone=milestone, state="doing", at=timezone.now(), today=timezone.localdate()
        )
    for _ in range(3):
        make_milestone().prerequisites.add(milestone)
    assert {use.text for use in uses(milestone)} >= {"3 milestones", "learners' progress rows of 2 or more people"}
    cut = {model.__name__: rows.query.high_mark for model, rows in used._pointing(milestone)}
    assert (cut["Milestone"], cut["MilestoneProgress"]) == (None, 2)


def test_what_nothing_uses_says_so(curating):
    assert "Nothing points to it." in unescaped(curating.get(change(make_source())))
    assert "Where this is used" not in unescaped(curating.get("/admin/curation/source/add/"))


@pytest.mark.parametrize(
    "value", ["", "1", "accounts.user:1", "curation.source:", "curation.source:x", "a.b.c:1", "ש:1"]
)
def test_an_address_asks_for_the_uses_of_content_and_of_nothing_else(curating, learner, value):
    """Whoever asks in any other way sees the whole list."""
    make_milestone()
    page = curating.get("/admin/roadmap/milestone/", {"uses": value}, follow=True)
    assert len(page.context["cl"].queryset) == 1


def test_what_uses_a_row_is_asked_in_one_query_of_every_table(db, seeded):
    asked = 0
    for model in admin.site._registry:
        if issubclass(model, Curated) and (row := model._default_manager.first()):
            with CaptureQueriesContext(connection) as queries:
                asked += bool(uses(row))
            assert len(queries) <= 1
    assert asked > 10
