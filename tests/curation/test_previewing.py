"""Previews: the real page as a draft would make it, of which nothing is left behind."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from curation import previewing
from curation.draft import Draft
from interviews.bank.shelving import BANK
from tests.curation.test_admin import url
from tests.curation.test_drafting import ADD, KEEP, keep, new_milestone
from tests.factories.accounts import staff_with
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone
from tests.kit import seen, text
from tests.sending import sent
from tests.test_desk import everything

pytestmark = pytest.mark.django_db


def preview_of(draft, query=""):
    return reverse("admin:curation_draft_preview", args=[draft.pk]) + query


def unchanged(before):
    after = everything()
    return {table for table in after if after[table] != before[table]} <= {"django_session"}


@pytest.mark.parametrize("query", ["", "?as=learner"])
def test_the_real_page_shows_the_draft_and_nothing_of_it_stays(curating, query):
    milestone = make_milestone(title="As it is", how=("First thing",))
    draft = keep(curating, url(milestone), **{"title": "As it will be", "how-0-text": "Another first thing"})
    before = everything()
    page = curating.get(preview_of(draft, query))
    assert unchanged(before)
    assert "<h1>As it will be</h1>" in re.sub(r"<h1[^>]*>\s*", "<h1>", text(page)).replace("\n", "")
    assert "Another first thing" in seen(page)
    assert ("As a made-up learner under way sees it." in seen(page)) == bool(query)
    assert "Preview, not published." in seen(page)
    assert "2 changes" in seen(page)
    assert "As it will be" not in seen(curating.get(milestone.get_absolute_url()))
    assert not User.objects.filter(email__endswith="preview.invalid").exists()


def test_a_learner_under_way_has_begun_it_and_a_visitor_is_nobody(curating):
    milestone = make_milestone(title="As it is", how=("First thing",))
    draft = keep(curating, url(milestone), title="As it will be")
    as_visitor, as_learner = (seen(curating.get(preview_of(draft, query))) for query in ("", "?as=learner"))
    assert "Somebody under way" not in as_visitor
    assert ("Sign out" in as_visitor, "Sign out" in as_learner) == (False, True)
    assert ("Doing" in as_visitor, "Doing" in as_learner) == (False, True)


def test_a_new_row_has_its_preview_before_it_is_there(curating):
    draft = keep(curating, ADD, **new_milestone())
    before = everything()
    page = seen(curating.get(preview_of(draft)))
    assert unchanged(before)
    assert "All of it is new." in page
    assert [f"Line {number}" in page for number in range(1, 6)] == [True] * 5


def test_a_draft_that_is_not_complete_says_what_is_missing(curating):
    draft = keep(curating, ADD, title="Only a title")
    page = seen(curating.get(preview_of(draft)))
    assert "This draft cannot be shown yet" in page
    assert "Why: This field is required." in page


def test_no_shelf_keeps_what_only_a_preview_saw(curating):
    question = make_question(text="Tell me about a plan")
    BANK.newest()
    kept = BANK.here()
    form = "question_form"
    data = sent(curating.get(url(question)), form, **KEEP, text="Tell me about a forecast")
    curating.post(url(question), data)
    page = curating.get(preview_of(Draft.objects.get()))
    assert "Tell me about a forecast" in seen(page)
    assert BANK.here() is kept
    assert BANK.newest() is kept


def test_a_page_that_is_only_looked_at_sends_nothing_and_is_kept_nowhere(client, curating):
    draft = keep(curating, url(make_milestone()), title="As it will be")
    previewing.make_link(draft, at=timezone.now())
    draft.refresh_from_db()
    client.logout()
    page = client.get(previewing.address_of(draft))
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"
    policy = page["Content-Security-Policy"]
    assert "form-action 'none'" in policy
    assert "connect-src 'none'" in policy


def test_a_colleague_without_an_account_sees_it_until_it_is_taken_back_or_over(client, curating):
    milestone = make_milestone(title="As it is")
    draft = keep(curating, url(milestone), title="As it will be")
    act = {name: reverse("admin:curation_draft_act", args=[draft.pk, name]) for name in ("link", "unlink", "discard")}
    page = curating.post(act["link"], follow=True)
    address = re.search(r'href="http://testserver(/[^"]*preview/[^"]+)"', text(page))[1]
    client.logout()
    before = everything()
    assert "As it will be" in seen(client.get(address))
    assert "Back to the draft" not in seen(client.get(address))
    assert unchanged(before)
    assert client.post(address).status_code == 405
    assert client.get(f"{address.rstrip('/')}x/").status_code == 404
    at = timezone.now()
    assert previewing.behind(address.split("/")[-2], at=at + timedelta(days=6, hours=23)) == draft
    assert previewing.behind(address.split("/")[-2], at=at + timedelta(days=7, seconds=1)) is None
    client.force_login(draft.by)
    client.post(act["unlink"])
    assert client.get(address).status_code == 404
    client.post(act["link"])
    assert client.get(address).status_code == 404
    draft.refresh_from_db()
    other = previewing.address_of(draft)
    assert client.get(other).status_code == 200
    client.post(act["link"])
    assert client.get(other).status_code == 404
    draft.refresh_from_db()
    newest = previewing.address_of(draft)
    assert client.get(newest).status_code == 200
    client.post(act["discard"])
    assert client.get(newest).status_code == 404


def test_an_editor_sees_the_preview_of_what_only_others_can_publish(client):
    milestone = make_milestone(title="As it is")
    client.force_login(staff_with("view_milestone", "add_draft"))
    draft = keep(client, url(milestone), title="As it will be")
    assert "As it will be" in seen(client.get(preview_of(draft)))
    client.force_login(staff_with("view_milestone", "view_draft"))
    assert client.get(preview_of(draft)).status_code == 403


def test_a_draft_is_shown_also_when_whoever_wrote_it_has_left(curating):
    draft = keep(curating, url(make_milestone()), title="As it will be")
    Draft.objects.update(by=None)
    assert "As it will be" in seen(curating.get(preview_of(draft)))
