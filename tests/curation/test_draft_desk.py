"""The list of drafts and the page of each: who sees which, and what is discarded comes back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from curation import publishing
from curation.draft import Draft
from tests.curation.test_admin import url
from tests.curation.test_drafting import ADD, keep
from tests.factories.accounts import staff_with
from tests.factories.roadmap import make_milestone
from tests.kit import text

pytestmark = pytest.mark.django_db


def test_a_discarded_draft_can_be_brought_back_for_30_days(curating):
    draft = keep(curating, ADD, title="Perhaps")
    page = reverse("admin:curation_draft_change", args=[draft.pk])
    assert curating.get(page).status_code == 200
    curating.post(reverse("admin:curation_draft_act", args=[draft.pk, "discard"]))
    assert "Bring it back" in text(curating.get(page))
    assert "Only" not in text(curating.get(ADD))
    curating.post(reverse("admin:curation_draft_act", args=[draft.pk, "bring-back"]))
    assert "Perhaps" in text(curating.get(ADD))
    curating.post(reverse("admin:curation_draft_act", args=[draft.pk, "discard"]))
    at = Draft.objects.get().closed_at
    publishing.publish_due(day=date(2026, 12, 1), at=at + timedelta(days=29))
    assert Draft.objects.exists()
    publishing.publish_due(day=date(2026, 12, 1), at=at + timedelta(days=31))
    assert not Draft.objects.exists()


def test_the_page_says_what_is_public_and_what_stays_only_where_it_is_so(curating):
    nothing, stays = "Nothing of it is public.", "The published row stays as it is."
    new, of_a_row = keep(curating, ADD, title="New"), keep(curating, url(make_milestone()), title="Other")

    def told(draft):
        page = text(curating.get(reverse("admin:curation_draft_change", args=[draft.pk])))
        return nothing in page, stays in page

    assert (told(new), told(of_a_row)) == ((True, False), (True, True))
    of_a_row.close(Draft.Outcome.PUBLISHED, at=timezone.now())
    assert told(of_a_row) == (False, False)


def test_acts_are_pressed_and_not_opened(curating):
    draft = keep(curating, ADD, title="x")
    for act in ("publish", "schedule", "unschedule", "discard", "bring-back"):
        assert curating.get(reverse("admin:curation_draft_act", args=[draft.pk, act])).status_code == 405


def test_the_list_shows_the_drafts_of_the_tables_that_one_sees(client, curating, curator):
    draft = keep(curating, url(make_milestone()), title="Seen")
    listing = reverse("admin:curation_draft_changelist")
    assert [row.title for row in curating.get(listing).context["cl"].queryset] == ["Seen"]
    assert [row.title for row in curating.get(f"{listing}?whose=others").context["cl"].queryset] == []
    assert [row.title for row in curating.get(f"{listing}?state=scheduled").context["cl"].queryset] == []
    client.force_login(staff_with("view_role", "add_draft"))
    assert list(client.get(listing).context["cl"].queryset) == []
    assert client.get(draft.url).status_code == 302
    client.force_login(staff_with("view_milestone"))
    assert client.get(listing).status_code == 403
