"""Publishing drafts: on their day, once however many press at the same time, and seen by every process at once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from curation import publishing
from curation.changes import Change
from curation.draft import Draft
from curation.shelving import Kept
from interviews.bank.shelving import BANK, NAME, put_up
from roadmap.models import Milestone
from tests.curation.test_admin import url
from tests.curation.test_drafting import ADD, KEEP, keep, new_milestone
from tests.factories.accounts import make_user, staff_with
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone
from tests.kit import at_once, seen, text
from tests.sending import sent

pytestmark = pytest.mark.django_db


def act(draft, name):
    return reverse("admin:curation_draft_act", args=[draft.pk, name])


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def schedule(client, draft, day):
    client.post(act(draft, "schedule"), {"publish_on": f"{day}"})
    draft.refresh_from_db()
    assert draft.publish_on == day


def published(day):
    done, waiting = publishing.publish_due(day=day, at=timezone.now())
    return [draft.title for draft in done], [draft.title for draft in waiting]


def test_a_draft_is_published_on_its_day_and_not_before_and_once(curating, curator):
    milestone = make_milestone(title="As it is")
    draft = keep(curating, url(milestone), title="As it will be")
    schedule(curating, draft, in_days(3))
    assert published(in_days(2)) == ([], [])
    assert published(in_days(3)) == (["As it will be"], [])
    assert published(in_days(3)) == ([], [])
    milestone.refresh_from_db()
    assert (milestone.title, milestone.version_number) == ("As it will be", 2)
    assert {change.by for change in Change.objects.filter(table="roadmap_milestone", after__title="As it will be")} <= {
        curator,
        None,
    }


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2020-01-01", "That is January 1, 2020, which is past."),
        ("", "Say on which day."),
        ("soon", "This is no day that we can read."),
        ("1/2/2030", "may be January 2, 2030 or February 1, 2030"),
        ("2999-01-01", "That is more than two years ahead."),
        ("\x00", "Null characters are not allowed."),
        ("x" * 1000, "at most 40 characters"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_a_sentence_and_stays_in_its_box(curating, typed, says):
    draft = keep(curating, ADD, title="x")
    page = curating.post(act(draft, "schedule"), {"publish_on": typed})
    assert says in seen(page)
    assert Draft.objects.get().publish_on is None


def test_today_is_no_day_to_come(curating):
    draft = keep(curating, ADD, title="x")
    page = curating.post(act(draft, "schedule"), {"publish_on": f"{timezone.localdate()}"})
    assert "That is today. Publish it now instead." in seen(page)


def test_a_day_can_be_taken_away(curating):
    draft = keep(curating, ADD, title="x")
    schedule(curating, draft, in_days(1))
    curating.post(act(draft, "unschedule"))
    draft.refresh_from_db()
    assert (draft.publish_on, draft.scheduled_by) == (None, None)


def test_what_cannot_be_published_any_more_waits_and_says_why(curating, curator):
    milestone = make_milestone(title="As it is")
    incomplete = keep(curating, ADD, title="Only a title")
    behind = keep(curating, url(milestone), title="As it will be")
    other = staff_with("view_milestone", "change_milestone", "add_draft")
    fine = keep(curating, url(make_milestone()), title="Fine")
    curating.force_login(other)
    lost = keep(curating, url(make_milestone()), title="Of somebody who may not any more")
    schedule(curating, lost, in_days(1))
    other.user_permissions.clear()
    curating.force_login(curator)
    for draft in (incomplete, behind, fine):
        schedule(curating, draft, in_days(1))
    Milestone.objects.filter(pk=milestone.pk).update(title="Meanwhile")
    done, waiting = published(in_days(1))
    assert done == ["Fine"]
    assert sorted(waiting) == ["As it will be", "Of somebody who may not any more", "Only a title"]
    problems = dict(Draft.objects.exclude(problem="").values_list("title", "problem"))
    assert "Why: This field is required." in problems["Only a title"]
    assert "Title is now “Meanwhile”." in problems["As it will be"]
    assert problems["Of somebody who may not any more"] == f"{other} may not publish here."
    listing = reverse("admin:curation_draft_changelist") + "?state=problem"
    assert len(curating.get(listing).context["cl"].queryset) == 3
    assert "Title is now “Meanwhile”." in text(curating.get(behind.url))


def test_a_draft_whose_publishing_breaks_keeps_no_other_from_its_day(curating, monkeypatch, caplog):
    for title in ("Breaks", "Fine"):
        schedule(curating, keep(curating, url(make_milestone()), title=title), in_days(1))
    record = Milestone.record_version

    def breaks(self, **given):
        if self.title == "Breaks":
            raise KeyError("unforeseen")
        return record(self, **given)

    monkeypatch.setattr(Milestone, "record_version", breaks)
    assert published(in_days(1)) == (["Fine"], ["Breaks"])
    assert not Milestone.objects.filter(title="Breaks").exists()
    assert "unforeseen" in caplog.text


def test_the_command_says_how_many(curating, capsys):
    schedule(curating, keep(curating, url(make_milestone()), title="x"), in_days(1))
    call_command("publish_due")
    assert capsys.readouterr().out == ""
    Draft.objects.update(publish_on=timezone.localdate())
    call_command("publish_due")
    assert capsys.readouterr().out == "1 published, 0 waiting at the desk with a reason.\n"


def test_what_is_published_is_on_the_shelf_of_every_process_with_its_next_request(curating, curator):
    question = make_question(text="Tell me about a plan")
    elsewhere = Kept(NAME, put_up)
    assert question.pk in elsewhere.newest().keys
    curating.post(url(question), sent(curating.get(url(question)), "question_form", **KEEP, position="7"))
    before = (BANK.newest(), elsewhere.newest())
    assert publishing.publish(Draft.objects.get().pk, user=curator).problems == []
    assert all(shelf.newest() is not was for shelf, was in zip((BANK, elsewhere), before, strict=True))


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_and_two_runs_at_once_publish_each_draft_once():
    curators = [make_user(is_staff=True, is_superuser=True) for _ in range(2)]
    clients = [Client(), Client()]
    for client, user in zip(clients, curators, strict=True):
        client.force_login(user)
    draft = keep(clients[0], ADD, **new_milestone())
    presses = [lambda client=client: client.post(act(draft, "publish")).status_code for client in clients]
    assert at_once(*presses) == [302, 302]
    assert Milestone.objects.count() == 1
    # Two drafts of one row: the second is shown what the first did.
    row = url(Milestone.objects.get())
    both = [keep(client, row, title=title) for client, title in zip(clients, ("One", "Two"), strict=True)]
    found = at_once(*(lambda one=one: publishing.publish(one.pk, user=one.by).problems for one in both))
    assert sorted(map(bool, found)) == [False, True]
    # And the same day, run twice.
    Draft.objects.open().update(publish_on=timezone.localdate(), scheduled_by=curators[0])
    keep(clients[0], ADD, **new_milestone(slug="another", title="Another"))
    Draft.objects.filter(title="Another").update(publish_on=timezone.localdate(), scheduled_by=curators[0])
    runs = at_once(*(lambda: published(timezone.localdate()) for _ in range(2)))
    assert sorted(title for done, _ in runs for title in done) == ["Another"]
    assert Milestone.objects.filter(title="Another").count() == 1


def test_what_is_only_a_draft_can_be_nobodys_prerequisite(curating):
    """It is no row yet: not offered where one is chosen, and refused where an address names it."""
    draft = keep(curating, ADD, **new_milestone(title="Plan a cutover"))
    other = make_milestone(title="Plan a release")
    asked = {"app_label": "roadmap", "model_name": "milestone", "field_name": "prerequisites", "term": "Plan"}
    found = curating.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [one["text"] for one in found] == [str(other)]
    later = keep(curating, url(other), prerequisites=[str(other.pk + draft.pk + 1000)])
    refused = publishing.publish(later.pk, user=later.by)
    assert refused.row is None
    assert [said.partition(":")[0] for said in refused.problems] == ["Prerequisites"]
    assert list(other.prerequisites.all()) == []
