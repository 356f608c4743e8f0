"""Drafts at the desk: kept as typed, opened, told apart, published through the same form, and never public before."""

import uuid

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from curation import publishing
from curation.admin import CuratedAdmin
from curation.changes import Batch
from curation.draft import Draft
from roadmap.models import HowToItem, Milestone
from tests.curation.test_admin import url
from tests.factories.accounts import make_user, staff_with
from tests.factories.roadmap import make_milestone, make_step
from tests.kit import text, unescaped
from tests.sending import sent
from tests.test_desk import everything

pytestmark = pytest.mark.django_db
ADD = "/admin/roadmap/milestone/add/"
KEEP = {"_save_draft": "Save draft"}


def keep(client, page, **changes):
    """Open a form, change something, press Save draft; the draft."""
    opened = client.get(page)
    answer = client.post(page.partition("?")[0], sent(opened, "milestone_form", **KEEP, **changes), follow=True)
    assert "Draft saved. Nothing of it is public yet." in text(answer)
    return Draft.objects.latest("at")


def line(number, words, **more):
    return {f"how-{number}-text": words, f"how-{number}-position": str(number + 1), **more}


def new_milestone(**changes):
    lines = {name: value for number in range(5) for name, value in line(number, f"Line {number + 1}").items()}
    counted = {"how-TOTAL_FORMS": "5", **lines}
    return {
        **{"title": "Write a charter", "slug": "charter", "step": str(make_step().pk), "effort_min": "1"},
        **{"effort_max": "2", "why": "Because.", **counted, **changes},
    }


def test_a_draft_changes_nothing_that_is_public(curating):
    milestone = make_milestone(title="As it is")
    before = everything()
    draft = keep(curating, url(milestone), title="As it will be")
    after = everything()
    ours = {"curation_draft", "django_session"}
    assert {table for table in after if after[table] != before[table]} - ours == set()
    assert (draft.row, draft.title, draft.touched) == (milestone.pk, "As it will be", ["|title"])


def test_a_row_with_drafts_says_so_and_the_form_of_one_is_filled_with_it(curating, curator):
    milestone = make_milestone(title="As it is", how=("First thing",))
    draft = keep(curating, url(milestone), **{"title": "As it will be", "how-0-text": "Another first thing"})
    page = unescaped(curating.get(url(milestone)))
    assert f"Draft by {curator}, saved" in page
    assert 'value="As it is"' in page
    opened = unescaped(curating.get(draft.form_url))
    assert "This is a draft" in opened
    assert 'value="As it will be"' in opened
    assert "Another first thing" in opened
    # Another row's pages say nothing of it.
    assert "Draft by" not in unescaped(curating.get(url(make_milestone())))


def test_a_half_filled_new_row_is_kept_and_says_what_is_missing(curating):
    draft = keep(curating, ADD, title="Only a title")
    assert (draft.row, draft.title) == (None, "Only a title")
    page = unescaped(curating.get(draft.form_url))
    assert 'value="Only a title"' in page
    assert "This field is required." in page
    found = publishing.publish(draft.pk, user=draft.by)
    assert found.row is None
    assert "Why: This field is required." in found.problems
    assert Draft.objects.get().closed_at is None
    assert not Milestone.objects.exists()


def test_a_new_row_is_published_from_its_draft_once_however_often_it_is_pressed(curating):
    draft = keep(curating, ADD, **new_milestone())
    opened = curating.get(draft.form_url)
    data = sent(opened, "milestone_form", _save="Publish")
    assert [curating.post(ADD, data).status_code for _ in range(2)] == [302, 302]
    milestone = Milestone.objects.get()
    assert [item.text for item in milestone.how.order_by("position")] == [f"Line {number}" for number in range(1, 6)]
    assert milestone.version_number == 1
    draft.refresh_from_db()
    assert (draft.outcome, draft.row) == ("published", milestone.pk)
    assert Batch.objects.values_list("kind", flat=True).latest("pk") == Batch.Kind.PUBLISH
    assert curating.get(milestone.get_absolute_url()).status_code == 200


def test_publish_on_the_page_of_a_draft_takes_one_press_and_a_second_is_told_so(curating):
    milestone = make_milestone(title="As it is")
    draft = keep(curating, url(milestone), title="As it will be")
    act = reverse("admin:curation_draft_act", args=[draft.pk, "publish"])
    assert "is published." in text(curating.post(act, follow=True))
    assert "It was so already: this draft is published." in text(curating.post(act, follow=True))
    milestone.refresh_from_db()
    assert (milestone.title, milestone.version_number) == ("As it will be", 2)


def test_what_others_change_and_the_draft_leaves_alone_follows_the_row(curating, curator):
    milestone = make_milestone(title="As it is", how=("First thing", "Second thing"))
    draft = keep(curating, url(milestone), **{"title": "As it will be", "how-1-text": "The draft's second"})
    Milestone.objects.filter(pk=milestone.pk).update(why="A better reason.", required=False)
    HowToItem.objects.filter(milestone=milestone, slug="how-1").update(text="A better first")
    assert "A better reason." in unescaped(curating.get(draft.form_url))
    found = publishing.publish(draft.pk, user=curator)
    assert found.problems == []
    milestone.refresh_from_db()
    assert (milestone.title, milestone.why, milestone.required) == ("As it will be", "A better reason.", False)
    assert sorted(item.text for item in milestone.how.all()) == ["A better first", "The draft's second"]


def test_what_both_changed_is_shown_before_the_draft_replaces_it(curating, curator):
    milestone = make_milestone(title="As it is")
    draft = keep(curating, url(milestone), title="As it will be")
    Milestone.objects.filter(pk=milestone.pk).update(title="Meanwhile")
    found = publishing.publish(draft.pk, user=curator)
    assert found.row is None
    assert "Title is now “Meanwhile”." in found.problems
    milestone.refresh_from_db()
    assert milestone.title == "Meanwhile"
    opened = curating.get(draft.form_url)
    assert "Title is now “Meanwhile”." in unescaped(opened)
    assert curating.post(url(milestone), sent(opened, "milestone_form", _save="Publish")).status_code == 302
    milestone.refresh_from_db()
    assert milestone.title == "As it will be"


def test_several_drafts_of_a_row_are_told_apart_and_publishing_one_leaves_the_other(curating, client, curator):
    milestone = make_milestone(title="As it is")
    first = keep(curating, url(milestone), title="The first draft")
    other = make_user("ann@example.org", is_staff=True, is_superuser=True)
    client.force_login(other)
    second = keep(client, url(milestone), title="The second draft")
    page = unescaped(client.get(url(milestone)))
    assert [page.count(f"Draft by {who}, saved") for who in (curator, other)] == [1, 1]
    assert publishing.publish(first.pk, user=curator).problems == []
    # The second began before the first was published.
    assert "Title is now “The first draft”." in publishing.publish(second.pk, user=other).problems


def test_two_windows_on_one_draft_are_told_apart(curating):
    milestone = make_milestone(title="As it is")
    draft = keep(curating, url(milestone), title="One")
    first, second = (curating.get(draft.form_url) for _ in range(2))
    page = url(milestone)
    assert curating.post(page, sent(first, "milestone_form", **KEEP, title="Two")).status_code == 302
    for button in (KEEP, {"_save": "Publish"}):
        refused = curating.post(page, sent(second, "milestone_form", **button, title="Three"))
        assert "saved in another window since you opened it" in text(refused)
        assert 'value="Three"' in text(refused)
        draft.refresh_from_db()
        assert (draft.title, draft.edition) == ("Two", 2)
    assert curating.post(page, sent(refused, "milestone_form", **KEEP)).status_code == 302
    draft.refresh_from_db()
    assert (draft.title, draft.edition, Draft.objects.count()) == ("Three", 3, 1)


def test_save_draft_pressed_twice_leaves_one(curating):
    data = sent(curating.get(ADD), "milestone_form", **KEEP, title="Once")
    assert [curating.post(ADD, data).status_code for _ in range(2)] == [302, 302]
    assert [(draft.title, draft.edition) for draft in Draft.objects.all()] == [("Once", 1)]


@pytest.mark.parametrize(
    ("typed", "says"),
    [("a\x00b", "cannot be stored (NUL)"), ("x" * 1_000_000, "characters long, and a draft holds 400,000")],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence_and_stays_on_the_page(curating, typed, says):
    answer = curating.post(ADD, sent(curating.get(ADD), "milestone_form", **KEEP, title="A title", why=typed))
    assert says in text(answer)
    assert 'value="A title"' in text(answer)
    assert not Draft.objects.exists()


def test_words_from_right_to_left_come_back_as_they_were(curating):
    draft = keep(curating, ADD, title="כתוב צ'רטר", why="<b>למה</b>")
    page = curating.get(draft.form_url)
    assert sent(page, "milestone_form")["why"] == ["<b>למה</b>"]
    assert draft.title == "כתוב צ'רטר"


def test_an_editor_drafts_and_publishes_nothing(client):
    milestone = make_milestone(title="As it is", how=("First thing",))
    editor = staff_with("view_milestone", "add_draft")
    client.force_login(editor)
    opened = client.get(url(milestone))
    assert 'name="_save_draft"' in text(opened)
    assert not {"_save", "_continue", "_addanother"} & set(text(opened).split('name="')[1:])
    draft = keep(client, url(milestone), **{"title": "As it will be", "how-0-text": "Another line"})
    assert draft.by == editor
    data = sent(client.get(draft.form_url), "milestone_form")
    for button in ("_save", "_continue", "_addanother"):
        assert client.post(url(milestone), {**data, button: "x"}).status_code == 403
    assert client.post(url(milestone), data).status_code == 403
    assert client.post(ADD, new_milestone(_save="x")).status_code == 403
    for act in ("publish", "schedule"):
        assert client.post(reverse("admin:curation_draft_act", args=[draft.pk, act])).status_code == 403
    assert publishing.publish(draft.pk, user=editor).problems == [f"{editor} may not publish here."]
    milestone.refresh_from_db()
    assert (milestone.title, Milestone.objects.count()) == ("As it is", 1)
    assert Draft.objects.get().closed_at is None


def test_whoever_may_only_look_cannot_draft(client):
    milestone = make_milestone()
    client.force_login(staff_with("view_milestone"))
    assert "_save_draft" not in text(client.get(url(milestone)))
    assert client.post(url(milestone), {**KEEP, "title": "x"}).status_code == 403
    assert client.post(ADD, {**KEEP, "title": "x"}).status_code == 403
    for names in (("add_draft",), ("view_milestone", "change_milestone", "add_milestone")):
        client.force_login(staff_with(*names))
        for page in (url(milestone), ADD):
            assert client.post(page, {**KEEP, "title": "x"}).status_code == 403
    assert not Draft.objects.exists()


def test_a_draft_of_another_table_or_row_or_of_nothing_is_not_found(curating):
    draft = keep(curating, url(make_milestone()), title="x")
    for page in (f"{url(make_milestone())}?draft={draft.token}", f"{ADD}?draft={draft.token}", f"{ADD}?draft=x"):
        assert curating.get(page).status_code == 404
    assert curating.get(f"{ADD}?draft={uuid.uuid4()}").status_code == 404


def test_a_draft_of_a_row_that_was_retired_waits_and_says_why(curating, curator):
    milestone = make_milestone(title="As it is")
    draft = keep(curating, url(milestone), title="As it will be")
    opened = curating.get(draft.form_url)
    milestone.retire(at=timezone.now())
    says = "“As it is” is retired. Restore it first, then publish the draft."
    assert publishing.publish(draft.pk, user=curator).problems == [says]
    assert says in text(curating.post(url(milestone), sent(opened, "milestone_form", _save="Publish")))
    milestone.refresh_from_db()
    assert milestone.title == "As it is"


def test_every_curated_desk_takes_drafts(curating, seeded, bare_desk):
    """A row of each table: kept as a draft unchanged, opened, published, and all tables are as they were."""
    desks = {model: desk for model, desk in admin.site._registry.items() if isinstance(desk, CuratedAdmin)}
    number = 0
    for model in desks:
        row = model._default_manager.published().last()
        if row is None:
            continue
        opened = curating.get(url(row))
        form = f"{model._meta.model_name}_form"
        assert curating.post(url(row), sent(opened, form, **KEEP)).status_code == 302, model
        draft = Draft.objects.latest("pk")
        assert (draft.row, draft.touched) == (row.pk, [])
        again = curating.get(draft.form_url)
        as_kept, first = (sent(page, form) for page in (again, opened))
        names = {name for name in first if not name.startswith(("_", "csrf"))}
        assert {name: as_kept[name] for name in names} == {name: first[name] for name in names}, model
        number += 1
    assert number > 15


def test_a_draft_that_is_opened_was_not_refused_and_says_the_day_and_the_time(curating):
    draft = keep(curating, ADD, title="Only a title")
    at = timezone.localtime(draft.at)
    page = unescaped(curating.get(draft.form_url))
    assert f"on {at:%b} {at.day}, {at.year}, {int(at.strftime('%I'))}:{at:%M %p}. Nothing of it is public." in page
    assert "What it still needs before it can be published is marked below." in page
    assert "Please correct the error" not in page
