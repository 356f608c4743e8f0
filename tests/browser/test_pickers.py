"""Lists of many boxes to tick: found by words, with what is chosen first, and plain lists without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from evidence.models import Skill
from tests.browser.test_pages import sticks_out
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence
from tests.factories.interviews import make_story


def test_a_skill_is_found_by_its_words_and_what_is_chosen_stands_first(open_page, violations):
    user = make_user("learner@example.org")
    first, second = Skill.objects.published().order_by("name")[:2]
    piece = make_evidence(user, skills=[first.slug])
    page = open_page(width=390)
    enter(page)
    page.goto(reverse("evidence:edit_piece", args=[piece.pk]))
    picker = page.locator("#id_skills")
    ticks = picker.locator(".tick:visible")
    expect(picker.locator(".tick").first).to_have_text(first.name)
    expect(ticks).to_have_count(1)
    page.get_by_label("Find a skill").fill(second.name.upper())
    expect(picker.get_by_label(second.name, exact=True)).to_be_visible()
    expect(picker.get_by_role("status")).to_contain_text("found.")
    assert not sticks_out(page)
    assert violations(page) == []
    # Enter sends nothing.
    page.get_by_label("Find a skill").press("Enter")
    picker.get_by_label(second.name, exact=True).check()
    page.get_by_label("Find a skill").fill("no such skill")
    expect(picker.get_by_role("status")).to_have_text("Nothing has these words.")
    expect(ticks).to_have_count(0)
    page.get_by_label("Find a skill").fill("")
    expect(ticks.first).to_have_text(first.name)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(piece.headline)
    assert set(piece.skills.values_list("slug", flat=True)) == {first.slug, second.slug}


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_story_has_it_for_skills_and_questions_and_without_javascript_it_is_a_list(open_page, javascript):
    story = make_story(make_user("learner@example.org"))
    page = open_page(width=390, javascript=javascript)
    enter(page)
    page.goto(reverse("interviews:edit_story", args=[story.pk]))
    for name in ("Find a skill", "Find a question"):
        expect(page.get_by_label(name)).to_have_count(1 if javascript else 0)
    assert page.locator("#id_skills .tick").count() == Skill.objects.published().count()
