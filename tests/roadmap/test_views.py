"""The roadmap in a browser without JavaScript: exact effect, visitors, strangers, bad input, repeats, query counts."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from evidence.models import EligibilityPath
from keeping.models import Event
from roadmap.models import MilestoneProgress, ProofLink, Resource
from roadmap.models.content import validate_address
from tests.factories.curation import reach
from tests.factories.evidence import make_credential, make_evidence, make_skill
from tests.factories.roadmap import make_milestone, make_sign, make_step, newest_event, progress_events
from tests.forms import forms_of
from tests.kit import begins, seen, text

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def milestone(db):
    return make_milestone()


def act(milestone, path):
    return f"{milestone.get_absolute_url()}{path}"


def post(client, milestone, path, **data):
    return client.post(act(milestone, path), data)


def state(user):
    return list(MilestoneProgress.objects.filter(user=user).values_list("state", flat=True))


PAGES = ["roadmap:roadmap", "roadmap:step", "roadmap:milestone"]


def page(name, milestone):
    kwargs = {"step": milestone.step.slug, "milestone": milestone.slug}
    return {
        "roadmap:roadmap": reverse("roadmap:roadmap"),
        "roadmap:step": reverse("roadmap:step", kwargs={"step": milestone.step.slug}),
        "roadmap:milestone": reverse("roadmap:milestone", kwargs=kwargs),
    }[name]


# The literal counts, the same at 1 and 3 items (rule R9). Signed in, two are the session and the user.
QUERIES = {
    ("roadmap:roadmap", False): 1,
    ("roadmap:step", False): 2,
    # One looks for evidence, which a visitor has none of.
    ("roadmap:milestone", False): 3,
    ("roadmap:roadmap", True): 7,
    ("roadmap:step", True): 7,
    # Three of them are the learner's own line on each credential, one what signs count.
    ("roadmap:milestone", True): 12,
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "signed_in"), QUERIES)
def test_query_count(client, learner, django_assert_num_queries, name, signed_in, number):
    milestones = [make_milestone(how=("One", "Two", "Three")[:number]) for _ in range(number)]
    shown = milestones[-1]
    shown.skills.set(make_skill() for _ in range(number))
    shown.credentials.set(make_credential() for _ in range(number))
    for path in EligibilityPath.objects.all():
        path.record_version(at=timezone.now())
    for _ in range(number):
        make_sign()
        make_evidence(learner)
    shown.prerequisites.set(milestones[:-1] or [make_milestone()])
    for one in milestones:
        progress = MilestoneProgress.objects.create(
            user=learner, milestone=one, state="doing", began_at=timezone.now() + timedelta(minutes=1)
        )
        for link in range(number):
            ProofLink.objects.create(
                user=learner, progress=progress, url=f"https://example.org/{link}", added_at=timezone.now()
            )
        named = {"user": learner, "subject": "roadmap.milestoneprogress", "token": progress.token, "act": "note"}
        Event.objects.create(**named, version=1, at=timezone.now(), before={"note": ""}, after={"note": "x"})
    if signed_in:
        client.force_login(learner)
    with django_assert_num_queries(QUERIES[name, signed_in]):
        assert client.get(page(name, shown)).status_code == 200


def test_visitor_is_offered_to_start_on_every_page(client, milestone):
    for name in PAGES:
        body = text(client.get(page(name, milestone)))
        assert milestone.title in body
        assert f'formaction="{milestone.get_absolute_url()}start/"' in body
        assert "csrfmiddlewaretoken" not in body


@pytest.mark.parametrize(
    "path", ["start/", "done/", "skip/", "dates/", "note/", "items/how-1/tick/", "links/", "not-now/"]
)
def test_visitor_who_acts_begins(client, milestone, path):
    assert begins(post(client, milestone, path))
    assert MilestoneProgress.objects.count() == 0


@pytest.mark.parametrize("path", ["todo/", "read/", "items/how-1/untick/", "ask-again/", "undo/1/", "history/1/undo/"])
def test_visitor_who_acts_is_sent_to_sign_in_and_back_to_the_page(client, milestone, path):
    response = post(client, milestone, path)
    assert response.status_code == 302
    assert response["Location"] == f"/account/login/?next={milestone.get_absolute_url()}"
    assert MilestoneProgress.objects.count() == 0


@pytest.mark.parametrize(
    "path", ["start/", "done/", "note/", "items/how-1/tick/", "links/", "undo/1/", "history/1/undo/"]
)
def test_get_never_writes_and_other_methods_are_refused(learning, milestone, path):
    response = learning.get(act(milestone, path))
    assert (response.status_code, response["Location"]) == (302, milestone.get_absolute_url())
    assert learning.put(act(milestone, path)).status_code == 405
    assert MilestoneProgress.objects.count() == 0


@pytest.mark.parametrize(("path", "expected"), [("start/", ["doing"]), ("done/", ["done"]), ("todo/", [])])
def test_state_changes_and_repeating_the_press_changes_nothing(learning, learner, milestone, path, expected):
    for _ in range(2):
        response = post(learning, milestone, path)
        assert (response.status_code, response["Location"]) == (302, milestone.get_absolute_url())
    assert state(learner) == expected
    assert progress_events().count() == (0 if path == "todo/" else 1)


def test_the_press_leads_back_to_where_it_came_from(learning, milestone):
    assert post(learning, milestone, "start/", back="/roadmap/?state=todo")["Location"] == "/roadmap/?state=todo"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\x00"])
def test_a_foreign_place_to_go_back_to_is_ignored(learning, milestone, back):
    assert post(learning, milestone, "start/", back=back)["Location"] == milestone.get_absolute_url()


def test_status_message_offers_to_undo_and_undo_restores(learning, learner, milestone):
    post(learning, milestone, "done/")
    event = progress_events().get()
    body = text(learning.get(milestone.get_absolute_url()))
    assert body.count(act(milestone, f"history/{event.pk}/undo/")) == 2  # in the message and in the panel
    post(learning, milestone, f"history/{event.pk}/undo/")
    assert state(learner) == ["todo"]
    response = learning.post(act(milestone, f"history/{event.pk}/undo/"), follow=True)
    assert "Nothing to undo" in text(response)
    assert progress_events().count() == 2


def test_a_page_of_before_the_one_history_can_still_undo(learning, learner, milestone):
    """Its button names the event by the number that it had in the log of milestones."""
    post(learning, milestone, "done/")
    event = progress_events().get()
    progress_events().update(number_then=7)
    assert post(learning, milestone, f"undo/{event.pk}/").status_code == (302 if event.pk == 7 else 404)
    other = make_milestone()
    post(learning, other, "start/")
    assert post(learning, other, "undo/7/").status_code == 404
    assert post(learning, milestone, "undo/7/").status_code == 302
    assert sorted(state(learner)) == ["doing", "todo"]
    assert "Nothing to undo" in text(learning.post(act(milestone, "undo/7/"), follow=True))


@pytest.mark.parametrize("seen", ["9f86d081884c7d65", "1234567890123456", "", "-1", "x" * 40])
def test_a_page_of_before_the_one_history_overwrites_nothing(learning, learner, milestone, seen):
    """It says what it had seen by a hash."""
    post(learning, milestone, "note/", note="Stored", seen=0)
    post(learning, milestone, "dates/", target_on="2026-09-01")
    assert "changed in another window" in text(post(learning, milestone, "note/", note="Older", seen=seen))
    refused = post(learning, milestone, "dates/", target_on="2026-10-01", seen=seen)
    assert "These dates were changed in another window" in text(refused)
    own = MilestoneProgress.objects.get(user=learner)
    assert (own.note, own.target_on) == ("Stored", date(2026, 9, 1))
    # Where nothing was stored, nothing can be lost.
    other = make_milestone()
    assert post(learning, other, "note/", note="First", seen=seen).status_code == 302
    assert post(learning, other, "dates/", target_on="2026-10-01", seen=seen).status_code == 302


def test_stranger_gets_404_for_anothers_event_and_link(client, learner, stranger, milestone):
    client.force_login(learner)
    post(client, milestone, "links/", url="https://example.org/")
    client.force_login(stranger)
    assert post(client, milestone, f"history/{progress_events().get().pk}/undo/").status_code == 404
    assert post(client, milestone, f"links/{ProofLink.objects.get().pk}/remove/").status_code == 404
    assert ProofLink.objects.get().removed_at is None
    assert "https://example.org/" not in text(client.get(milestone.get_absolute_url()))


def test_stranger_sees_nothing_of_a_learners_rows(client, learner, stranger, milestone):
    client.force_login(learner)
    post(client, milestone, "note/", note="A secret plan", seen=0)
    post(client, milestone, "skip/", reason="A secret reason")
    client.force_login(stranger)
    for name in PAGES:
        body = text(client.get(page(name, milestone)))
        assert "secret" not in body
        assert "0 of 1" in body or name == "roadmap:milestone"


def test_skip_needs_a_reason_and_keeps_what_was_typed(learning, learner, milestone):
    response = post(learning, milestone, "skip/", reason="")
    assert response.status_code == 200
    assert "Write a short reason" in text(response)
    long = "x" * 501
    response = post(learning, milestone, "skip/", reason=long)
    assert "yours has 501" in text(response)
    assert long in text(response)
    assert state(learner) == []
    post(learning, milestone, "skip/", reason="I hold a degree")
    assert state(learner) == ["skipped"]


def test_dates_before_joining(learning, learner, milestone):
    post(learning, milestone, "dates/", started_on="2019-01-05", finished_on="2019-06-01")
    own = MilestoneProgress.objects.get(user=learner)
    assert (own.state, own.started_on, own.finished_on) == ("done", date(2019, 1, 5), date(2019, 6, 1))


def test_a_day_that_was_today_elsewhere_stands_in_nobodys_way(learning, learner, milestone):
    """Started where each day begins first; the target is set and the end recorded where it is still the day before."""
    learner.time_zone = "Pacific/Kiritimati"
    learner.save()
    post(learning, milestone, "start/")
    own = MilestoneProgress.objects.get(user=learner)
    there, target = own.started_on, own.started_on + timedelta(days=30)
    learner.time_zone = "Etc/GMT+12"
    learner.save()
    assert there > timezone.localdate(timezone=ZoneInfo("Etc/GMT+12"))
    post(learning, milestone, "dates/", started_on=there, target_on=target, seen=newest_event())
    own.refresh_from_db()
    assert (own.state, own.started_on, own.target_on) == ("doing", there, target)
    later = there + timedelta(days=1)
    for data in ({"started_on": later}, {"started_on": there, "finished_on": later}):
        assert "cannot be in the future. Today is" in text(post(learning, milestone, "dates/", **data))
    post(learning, milestone, "dates/", started_on=there, finished_on=there, target_on=target, seen=newest_event())
    own.refresh_from_db()
    assert (own.state, own.started_on, own.finished_on) == ("done", there, there)


def dates_form(client, milestone):
    address = act(milestone, "dates/")
    (form,) = [form for form in forms_of(client.get(milestone.get_absolute_url())) if form.action == address]
    return form


def test_an_older_window_does_not_silently_replace_newer_dates(learning, learner, milestone):
    older, newer = dates_form(learning, milestone), dates_form(learning, milestone)
    post(learning, milestone, "dates/", **newer.data(started_on="2026-03-01", target_on="2026-09-01"))
    refused = post(learning, milestone, "dates/", **older.data(target_on="2026-12-01"))
    own = MilestoneProgress.objects.get(user=learner)
    assert (own.started_on, own.target_on) == (date(2026, 3, 1), date(2026, 9, 1))
    words = "Stored now is Started on: Mar 1, 2026, Finished on: not set, Target date: Sep 1, 2026."
    assert words in text(refused)
    assert 'value="2026-12-01"' in text(refused)
    # The next press replaces them, knowing what it does; and once more, its answer lost, changes nothing.
    (again,) = [form for form in forms_of(refused) if form.action == act(milestone, "dates/")]
    for _ in range(2):
        assert post(learning, milestone, "dates/", **again.data()).status_code == 302
    own.refresh_from_db()
    assert (own.state, own.started_on, own.target_on) == ("doing", None, date(2026, 12, 1))
    assert progress_events().count() == 2


def test_dates_of_before_it_was_done_elsewhere_do_not_reopen_it(learning, learner, milestone):
    post(learning, milestone, "start/")
    older = dates_form(learning, milestone)
    post(learning, milestone, "done/")
    assert "in another window" in text(post(learning, milestone, "dates/", **older.data(target_on="2031-01-01")))
    assert state(learner) == ["done"]


def test_a_target_before_the_start_is_refused_only_when_it_is_new(learning, learner, milestone):
    """The day aimed at had passed when it was started; that is so, and the other days can be set."""
    post(learning, milestone, "dates/", target_on="2026-03-01")
    post(learning, milestone, "start/")
    own = MilestoneProgress.objects.get(user=learner)
    days = {"started_on": own.started_on, "target_on": "2026-03-01"}
    post(learning, milestone, "dates/", **days, finished_on=own.started_on, seen=newest_event())
    own.refresh_from_db()
    assert (own.state, own.target_on) == ("done", date(2026, 3, 1))
    response = post(learning, milestone, "dates/", **days | {"target_on": "2026-03-02"})
    assert "This is before the start on" in text(response)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"started_on": "2026-03-02", "target_on": "2026-03-01"}, "This is before the start on Mar 2, 2026."),
        ({"started_on": "2026-03-02", "finished_on": "2026-03-01"}, "This is before the start on Mar 2, 2026."),
        ({"finished_on": "2999-01-01"}, "The finish cannot be in the future."),
        ({"started_on": "1800-01-01"}, "Choose a day after 1950."),
        ({"target_on": "9999-12-31"}, "Choose a year up to"),
        ({"started_on": "soon"}, "Enter a valid date."),
        ({"started_on": "2026-13-45"}, "Enter a valid date."),
        ({"started_on": "\x00"}, "Enter a valid date."),
    ],
)
def test_bad_dates_are_refused_with_a_reason(learning, learner, milestone, data, message):
    response = post(learning, milestone, "dates/", **data)
    assert response.status_code == 200
    assert message in text(response)
    assert state(learner) == []


def test_checklist_is_ticked_item_by_item(learning, learner, milestone):
    for path in ("items/how-1/tick/", "items/how-1/tick/", "items/how-2/tick/", "items/how-2/untick/"):
        assert post(learning, milestone, path).status_code == 302
    ticked = MilestoneProgress.objects.get(user=learner).ticks.values_list("item__slug", flat=True)
    assert list(ticked) == ["how-1"]
    assert "1 of 2 ticked" in text(learning.get(milestone.get_absolute_url()))


def test_an_item_that_does_not_exist_is_a_404(learning, milestone):
    assert post(learning, milestone, "items/nothing/tick/").status_code == 404


def test_note_is_kept_as_typed_and_rendered_safely(learning, learner, milestone):
    note = "# Plan\r\n\r\n**bold** <script>alert(1)</script> ![x](https://evil.example/x.png) שלום 🎉"
    post(learning, milestone, "note/", note=note, seen=0)
    assert MilestoneProgress.objects.get(user=learner).note == note.replace("\r\n", "\n")
    body = text(learning.get(milestone.get_absolute_url()))
    assert "<strong>bold</strong> &lt;script&gt;alert(1)&lt;/script&gt;" in body
    assert "<h3>Plan</h3>" in body
    assert "<img" not in body


def test_a_note_of_a_megabyte_is_refused_with_the_limit_and_kept_on_the_page(learning, learner, milestone):
    note = "y" * 1_000_000
    response = post(learning, milestone, "note/", note=note, seen=0)
    assert "A note holds 20,000 characters at most; yours has 1000000." in text(response)
    assert note in text(response)
    assert state(learner) == []


def test_a_request_beyond_all_limits_is_a_calm_400(learning, milestone):
    response = post(learning, milestone, "note/", note="y" * 3_000_000)
    assert response.status_code == 400
    assert "may have been too large" in text(response)


def test_nul_bytes_are_an_error_beside_the_field(learning, learner, milestone):
    for path, data in (
        ("note/", {"note": "a\x00b", "seen": 0}),
        ("skip/", {"reason": "a\x00b"}),
        ("links/", {"url": "https://example.org/\x00"}),
        ("links/", {"url": "https://example.org/", "title": "\x00"}),
    ):
        response = post(learning, milestone, path, **data)
        assert response.status_code == 200
        assert "invalid-feedback" in text(response)
    assert state(learner) == []


def test_the_older_tab_does_not_overwrite_a_newer_note(learning, learner, milestone):
    post(learning, milestone, "note/", note="From the first tab", seen=0)
    response = post(learning, milestone, "note/", note="From the second tab", seen=0)
    assert "changed in another window" in text(response)
    assert "From the second tab" in text(response)
    assert "From the first tab" in text(response)
    assert MilestoneProgress.objects.get(user=learner).note == "From the first tab"
    post(learning, milestone, "note/", note="Both", seen=newest_event())
    assert MilestoneProgress.objects.get(user=learner).note == "Both"


@pytest.mark.parametrize(
    "url", ["", "no link", "javascript:alert(1)", "ftp://example.org/x", "https://", f"https://example.org/{'x' * 500}"]
)
def test_a_link_that_is_no_link_is_refused_and_kept_on_the_page(learning, milestone, url):
    response = post(learning, milestone, "links/", url=url, title="My proof")
    assert response.status_code == 200
    assert "invalid-feedback" in text(response)
    assert "My proof" in text(response)
    assert ProofLink.objects.count() == 0


def test_links_are_added_once_and_removed(learning, milestone):
    for _ in range(2):
        post(learning, milestone, "links/", url="example.org/certificate", title="Certificate")
    link = ProofLink.objects.get()
    assert link.url == "https://example.org/certificate"
    for _ in range(2):
        assert post(learning, milestone, f"links/{link.pk}/remove/").status_code == 302
    assert "Certificate" not in text(learning.get(milestone.get_absolute_url())).split("History")[0]


def test_only_so_many_links(learning, milestone):
    for number in range(20):
        post(learning, milestone, "links/", url=f"https://example.org/{number}")
    assert "takes up to 20 links" in text(post(learning, milestone, "links/", url="https://example.org/more"))


@pytest.mark.parametrize(
    "path", ["/roadmap/nothing/", "/roadmap/step-1/nothing/", "/roadmap/%00/", "/roadmap/step-1/%00/"]
)
def test_unknown_slugs_are_404(client, milestone, path):
    assert client.get(path).status_code == 404


def test_filter_by_state(learning, milestone):
    other = make_milestone()
    post(learning, milestone, "done/")
    body = text(learning.get("/roadmap/?state=done"))
    assert milestone.title in body
    assert f'id="act-{other.slug}"' not in body
    assert "Nothing here yet" in text(learning.get("/roadmap/?state=skipped"))
    assert learning.get("/roadmap/?state=\x00").status_code == 200


def test_changed_text_is_shown_until_read_and_the_completion_stands(learning, learner, milestone):
    post(learning, milestone, "done/")
    milestone.refresh_from_db()
    milestone.why = "A better reason."
    milestone.save()
    milestone.record_version(at=NOW)
    body = text(learning.get(milestone.get_absolute_url()))
    assert "The text has changed since you finished this" in body
    assert "<del>Because it helps.</del>" in body
    assert "<ins>A better reason.</ins>" in body
    assert "Text changed since" in text(learning.get("/roadmap/"))
    assert state(learner) == ["done"]
    post(learning, milestone, "read/")
    assert "has changed since" not in text(learning.get(milestone.get_absolute_url()))


def test_retired_milestone_stays_readable_and_open_only_to_those_who_had_begun(client, learner, stranger, milestone):
    client.force_login(learner)
    post(client, milestone, "start/")
    milestone.retire(at=timezone.now())
    assert post(client, milestone, "done/").status_code == 302
    assert state(learner) == ["done"]
    client.force_login(stranger)
    assert post(client, milestone, "start/").status_code == 404
    assert "We no longer ask for this milestone." in text(client.get(milestone.get_absolute_url()))
    assert milestone.title not in text(client.get("/roadmap/"))


def test_a_step_says_what_its_ring_leaves_out(client, learner):
    step = make_step(1)
    first, second, _ = (make_milestone(step=step) for _ in range(3))
    client.force_login(learner)
    post(client, first, "done/")
    assert "No longer asked for" not in text(client.get(step.get_absolute_url()))
    second.retire(at=timezone.now())
    make_milestone(step=step)
    body = text(client.get(step.get_absolute_url()))
    assert "1 of 3, under way" in body
    assert "No longer asked for: 1. New since you began: 1." in body


def test_without_a_checklist_and_a_proof_there_is_no_heading_over_nothing(client, learner):
    bare = make_milestone(how=())
    bare.proof.all().delete()

    def headings():
        return re.findall(r'<h2 id="(\w+)"', text(client.get(bare.get_absolute_url())))

    assert headings() == ["proof"]
    client.force_login(learner)
    assert headings() == ["proof"]


def test_history_names_each_change_and_its_wording(learning, milestone):
    post(learning, milestone, "start/")
    post(learning, milestone, "skip/", reason="No need")
    body = text(learning.get(milestone.get_absolute_url()))
    assert "History, 2 changes" in body
    assert "Skipped: No need" in body
    assert "(wording 1)" in body


def test_times_are_shown_in_the_learners_zone(learning, learner, milestone):
    learner.time_zone = "Asia/Tokyo"
    learner.save()
    post(learning, milestone, "start/")
    progress_events().update(at=datetime(2026, 1, 1, 20, 0, tzinfo=UTC))
    assert "Jan 2, 2026, 5:00 AM" in text(learning.get(milestone.get_absolute_url()))


def test_a_resource_of_this_site_is_told_from_one_elsewhere(client, milestone):
    for place, (name, url) in enumerate((("Mock", "/interviews/mock/"), ("Chapter", "https://example.org/")), start=1):
        Resource.objects.create(milestone=milestone, slug=f"resource-{place}", position=place, name=name, url=url)
    listed = text(client.get(milestone.get_absolute_url())).partition('id="resources"')[2].partition("</ul>")[0]
    assert re.findall(r"<li>(.*?)</li>", listed) == [
        '<a href="/interviews/mock/">Mock</a> <span class="quiet small">in this portal</span>',
        '<a href="https://example.org/" rel="noopener">Chapter</a> <span class="quiet small">Free</span>',
    ]


def test_that_nobody_has_opened_any_link_is_said_once_and_else_when_each_was_reached(client, milestone):
    def listed():
        return seen(client.get(milestone.get_absolute_url())).partition("Resources")[2].partition("What it builds")[0]

    names = ("/interviews/mock/", "https://example.org/a", "https://example.org/b", "https://example.org/c")
    for place, url in enumerate(names):
        Resource.objects.create(milestone=milestone, slug=f"r-{place}", position=place, name=f"R{place}", url=url)
    assert listed().startswith(
        " R0 in this portal R1 Free R2 Free R3 Free We haven't opened these links ourselves yet."
    )
    reach("https://example.org/a")
    reach("https://example.org/b", day=date(2026, 11, 2))
    reach("https://example.org/b", state="gone", status=404)
    assert listed().startswith(
        " R0 in this portal R1 Free, reached on Nov 30, 2026 "
        "R2 Free, not reachable on Nov 30, 2026, last reached on Nov 2, 2026 R3 Free"
    )
    assert "haven't opened" not in listed()


def test_of_one_link_that_nobody_has_opened_the_page_speaks_as_of_one(client, milestone):
    url = "https://example.org/a"
    resource = Resource.objects.create(milestone=milestone, slug="r", name="R", url=url)
    assert "We haven't opened this link ourselves yet." in text(client.get(milestone.get_absolute_url()))
    # A curator has.
    resource.checked_on = date(2026, 11, 2)
    resource.save()
    body = text(client.get(milestone.get_absolute_url()))
    assert "Free, reached on Nov 2, 2026" in body
    assert "haven't opened" not in body


@pytest.mark.parametrize("url", ["/", "/salaries/", "/interviews/?origin=article", "https://example.org/a?b=c#d"])
def test_the_address_of_a_resource_is_a_page_here_or_elsewhere(url):
    validate_address(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "//evil.example/", "/\\evil.example/", "/a//b/", "/a b/", "/salaries", "/a/#b", "/a/../b/"),
        *("javascript:alert(1)", "ftp://example.org/", "example.org", "/a/\x00", "/a/\n", "/ä/", "https://"),
    ],
)
def test_what_is_neither_is_refused_as_the_address_of_a_resource(url):
    with pytest.raises(ValidationError):
        validate_address(url)
