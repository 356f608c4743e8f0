"""“You have this: mark it done?”: asked with its reason, answered once, and never marked by itself."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from keeping import verbs
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress
from roadmap.overview import Overview
from tests.factories.evidence import make_credential, make_evidence, make_held
from tests.factories.interviews import make_interview, make_story
from tests.factories.roadmap import make_milestone, make_sign, make_step, newest_event, progress_events
from tests.kit import begins, seen, text, words

PAGES = ("/", "/roadmap/", "/roadmap/perhaps-done/")


@pytest.fixture
def entry(learner):
    """A milestone that the learner has: they hold the credential. Another comes after it on the line."""
    milestone = make_milestone(title="Earn it")
    make_sign(milestone, fact="credentials", which="capm")
    make_milestone(title="The one after")
    held = make_held(learner, make_credential(slug="capm", name="CAPM"), earned_on=date(2024, 6, 1))
    milestone.held = held
    return milestone


def post(client, milestone, act, **data):
    return client.post(f"{milestone.get_absolute_url()}{act}/", data, follow=True)


def own(user, milestone):
    return MilestoneProgress.objects.filter(user=user, milestone=milestone).first()


@pytest.mark.parametrize("page", [*PAGES, "milestone"])
def test_it_is_asked_with_the_row_it_rests_on_and_nothing_is_marked(learning, entry, page):
    shown = words(learning.get(entry.get_absolute_url() if page == "milestone" else page))
    assert "You have this: mark it done?" in shown
    row = reverse("evidence:edit_background", args=["credential", entry.held.pk])
    assert f'1 credential you hold: <a href="{row}" dir="auto">CAPM</a>' in shown
    assert 'name="finished_on" id="when-' in shown
    assert 'value="2024-06-01"' in shown
    assert not MilestoneProgress.objects.exists()


@pytest.mark.parametrize("page", [*PAGES, "milestone"])
def test_nobody_else_is_asked(client, learning, entry, stranger, page):
    address = entry.get_absolute_url() if page == "milestone" else page
    client.force_login(stranger)
    assert "mark it done?" not in text(client.get(address))
    client.logout()
    assert "mark it done?" not in text(client.get(address, follow=True))


def test_what_is_in_the_bin_speaks_for_nothing(learning, entry):
    verbs.put_in_bin(entry.held, at=timezone.now())
    assert "mark it done?" not in text(learning.get("/roadmap/"))


@pytest.mark.parametrize("back", ["/", "/roadmap/", ""])
def test_yes_marks_it_on_that_day_and_says_what_comes_next(learning, learner, entry, back):
    page = post(learning, entry, "done", finished_on="2024-06-01", back=back)
    assert page.redirect_chain == [(back or entry.get_absolute_url(), 302)]
    assert own(learner, entry).finished_on == date(2024, 6, 1)
    after = Milestone.objects.get(title="The one after")
    assert f'Done on Jun 1, 2024. Next: <a href="{after.get_absolute_url()}">The one after</a>' in words(page)
    assert "mark it done?" not in text(page)


def test_not_now_is_remembered_and_can_be_taken_back(learning, learner, entry):
    page = post(learning, entry, "not-now", back="/roadmap/")
    assert "Earn it. Not now: you won't be asked about it." in words(page)
    for address in PAGES:
        assert "mark it done?" not in text(learning.get(address))
    here = seen(learning.get(entry.get_absolute_url()))
    assert "You said “not now” or reopened it, so we don't ask whether you have this. Ask me again" in here
    # It is a milestone like others again.
    assert Overview(learner).next_row.title == "Earn it"
    events = progress_events().count()
    post(learning, entry, "not-now")
    assert progress_events().count() == events
    assert "You'll be asked about it again." in words(post(learning, entry, "ask-again"))
    assert "mark it done?" in text(learning.get("/roadmap/"))


def test_not_now_can_be_undone(learning, learner, entry):
    post(learning, entry, "not-now")
    assert own(learner, entry).not_now
    assert "Undone: not now: you'll be asked" not in words(post(learning, entry, f"history/{newest_event()}/undo"))
    assert not own(learner, entry).not_now
    assert "mark it done?" in text(learning.get("/roadmap/"))


@pytest.mark.parametrize("act", ["not-now", "ask-again"])
def test_only_the_learner_answers(client, stranger, learner, entry, act):
    address = f"{entry.get_absolute_url()}{act}/"
    pressed = client.post(address)
    assert (
        begins(pressed)
        if act == "not-now"
        else pressed["Location"] == f"/account/login/?next={entry.get_absolute_url()}"
    )
    client.force_login(stranger)
    client.post(address)
    assert own(learner, entry) is None
    assert client.get(address).status_code == 302
    assert client.put(address).status_code == 405


def test_what_was_done_and_is_not_any_more_is_not_asked_about(learning, learner, entry):
    post(learning, entry, "done")
    post(learning, entry, "start")
    assert own(learner, entry).not_now
    assert "mark it done?" not in text(learning.get("/roadmap/"))
    post(learning, entry, f"history/{newest_event()}/undo")
    assert (own(learner, entry).state, own(learner, entry).not_now) == ("done", False)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("tomorrow", "This is in the future."),
        ("1949-12-31", "Choose a day after 1950."),
        ("2024-13-01", "Enter a valid date."),
        ("x\x00", "Enter a valid date."),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_kept(learning, learner, entry, day, said):
    day = f"{timezone.localdate() + timedelta(1)}" if day == "tomorrow" else day
    page = post(learning, entry, "done", finished_on=day)
    assert said in seen(page)
    assert own(learner, entry) is None
    if "\x00" not in day:
        assert f'name="finished_on" value="{day}"' in text(page)


def test_a_day_before_the_start_is_refused(learning, learner, entry):
    post(learning, entry, "start")
    assert "This is before the start on" in seen(post(learning, entry, "done", finished_on="2024-06-01"))
    assert own(learner, entry).state == "doing"


def test_done_already_asks_when(learning, learner):
    milestone = make_milestone()
    page = text(learning.get(milestone.get_absolute_url()))
    assert "<summary>Done already</summary>" in page
    assert 'id="id_done_finished_on"' in page
    post(learning, milestone, "done", finished_on="2020-02-29")
    assert own(learner, milestone).finished_on == date(2020, 2, 29)
    # The same again changes nothing; another day is a correction.
    events = progress_events().count()
    post(learning, milestone, "done", finished_on="2020-02-29")
    post(learning, milestone, "done")
    assert progress_events().count() == events
    post(learning, milestone, "done", finished_on="2020-03-01")
    assert own(learner, milestone).finished_on == date(2020, 3, 1)
    assert progress_events().last().after["finished_on"] == "2020-03-01"


def test_after_done_the_page_says_what_comes_next(learning, learner):
    milestone, after = make_milestone(), make_milestone(title="The one after")
    assert "What comes next" not in text(learning.get(milestone.get_absolute_url()))
    page = post(learning, milestone, "done")
    assert f'<h2 id="next-heading"><a href="{after.get_absolute_url()}">The one after</a>' in words(page)
    assert f'action="{after.get_absolute_url()}start/"' in text(page)


def test_in_the_list_it_is_asked_and_not_started(learning, entry):
    page = words(learning.get(entry.step.get_absolute_url()))
    assert f'formaction="{entry.get_absolute_url()}done/" aria-label="Mark it done: Earn it"' in page
    assert "<b>You have this</b>" in page
    assert f"{entry.get_absolute_url()}start/" not in page


def test_an_interview_ahead_comes_first_with_its_reason(learning, learner):
    make_milestone()
    practice = make_milestone(step=make_step(5), title="Practice it")
    make_sign(practice, fact="interview-coming", means="first")
    assert Overview(learner).next.key != practice.pk
    interview = make_interview(learner, company="Acme", on=timezone.localdate() + timedelta(3))
    assert Overview(learner).next.key == practice.pk
    reason = f"Why this one? Acme on {interview.on:%A, %B} {interview.on.day}, in 3 days."
    for address in ("/", "/roadmap/"):
        assert reason in seen(learning.get(address))
    verbs.put_in_bin(interview, at=timezone.now())
    assert Overview(learner).next.key != practice.pk


def test_evidence_that_was_attached_is_asked_about(learning, learner):
    milestone, piece = make_milestone(), make_evidence(learner, happened="Moved the warehouse")
    make_sign(fact="attached-evidence")
    tracking.attach(user=learner, milestone=milestone, piece=piece, at=timezone.now())
    page = words(learning.get(milestone.get_absolute_url()))
    assert f'1 piece of evidence you attached to it: <a href="{piece.get_absolute_url()}"' in page


def test_what_comes_next_stands_before_what_is_asked(learning, learner):
    make_sign(make_milestone(), fact="stories")
    make_milestone()
    make_story(learner, situation="a", task="b", action="c", result="d")
    for address in ("/", "/roadmap/"):
        page = learning.get(address).text
        assert 0 < page.index('id="next-heading"') < page.index('id="questions"')


def test_a_milestone_asks_before_it_offers_to_start(learning, learner):
    milestone = make_milestone()
    make_sign(milestone, fact="stories")
    make_story(learner, situation="a", task="b", action="c", result="d")
    page = learning.get(milestone.get_absolute_url()).text
    assert 0 < page.index('id="have"') < page.index("Start it anyway")


def test_three_are_asked_at_once_and_all_on_their_own_page(learning, learner):
    make_sign(fact="stories")
    for _ in range(5):
        make_milestone()
    make_story(learner, situation="a", task="b", action="c", result="d")
    page = text(learning.get("/roadmap/"))
    assert page.count(">Mark it done<span") == 3
    assert "And 2 more you seem to have" in page
    assert text(learning.get("/roadmap/perhaps-done/")).count(">Mark it done<span") == 5


def test_a_retired_rule_and_one_of_a_fact_that_is_gone_speak_for_nothing(learning, learner, entry):
    sign = entry.signs.get()
    make_sign(entry, fact="gone", way=2)
    sign.retire(at=timezone.now())
    assert Overview(learner).have == {}
    sign.bring_back(at=timezone.now())
    assert list(Overview(learner).have) == [entry.pk]


# --- The page of the roadmap ----------------------------------------------------------------------------------


def test_steps_are_folded_with_one_start_each_and_their_counts(learning, learner):
    for step in (1, 2):
        for required in (True, True, False):
            make_milestone(step=make_step(step), required=required)
    page = text(learning.get("/roadmap/"))
    assert page.count("<details>") == 2
    section = page[page.index('<div class="steps">') :]
    assert section.count(">Start<span") == 2
    assert "0 of 2 required, 0 of 1 optional, not started" in page
    assert not re.search(r'aria-label="Start: ', page)


def test_a_visitor_reads_how_many_are_required_and_optional(client, db):
    for required in (True, True, False):
        make_milestone(required=required)
    page = text(client.get("/roadmap/"))
    assert "2 required, 1 optional" in page
    # Of one step: one button stands for it.
    assert page.count(">Start<") == 1


def test_of_a_state_the_steps_are_open(learning, learner):
    milestone = make_milestone()
    tracking.change_state(user=learner, milestone=milestone, state="doing", today=date(2026, 5, 1), at=timezone.now())
    assert "<details open>" in text(learning.get("/roadmap/?state=doing"))


def test_the_map_has_every_milestone_in_shape_and_word(client, learning, learner, entry):
    doing = make_milestone(step=make_step(4), title="Under way")
    tracking.change_state(user=learner, milestone=doing, state="doing", today=date(2026, 5, 1), at=timezone.now())
    page = words(learning.get("/roadmap/?view=map"))
    said = re.findall(r'<span class="map-title">(.*?)<span class="visually-hidden">: (.*?)</span>', page)
    assert said == [("Earn it", "You have this"), ("The one after", "To do"), ("Under way", "Doing")]
    shapes = re.findall(r'<li class="is-(\w+)"><a href', page)
    assert shapes == ["have", "todo", "doing"]
    assert "To do <b>1</b>" in page
    assert "Next for you" not in page
    client.logout()
    page = words(client.get("/roadmap/?view=map"))
    assert page.count('<span class="map-title">') == 3
    assert "To do" not in page


def test_the_line_says_in_words_what_it_draws(client, learning, learner):
    done = make_milestone(step=make_step(1))
    for step in (2, 3):
        make_milestone(step=make_step(step))
    tracking.change_state(user=learner, milestone=done, state="done", today=date(2026, 5, 1), at=timezone.now())
    page = text(learning.get("/roadmap/"))
    assert 'aria-label="3 steps: 1 done, 2 not started"' in page
    assert re.findall(r'class="(leg(?: leg-begun)?)"', page) == ["leg leg-begun", "leg"]
    assert '<rect class="leg-across" width="100" height="100"/>' in page
    client.logout()
    assert "leg-begun" not in text(client.get("/roadmap/"))
