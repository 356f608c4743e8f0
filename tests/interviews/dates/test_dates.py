"""Interview dates: entered, planned until the day, printed the evening before, never lost, and seen by nobody else."""

import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib import admin
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from interviews.brief.briefing import brief_for
from interviews.dates.days import is_over
from interviews.models import Grade, Interview, Question, ReviewLog, RoundType
from interviews.practice import answering, practicing
from interviews.practice.planning import DrawnOn, Left, coming, left_today, plan_for
from interviews.practice.practicing import card_state
from interviews.practice.schedule import chance
from keeping import verbs
from keeping.models import Event
from tests.factories import NOW
from tests.factories.evidence import make_evidence
from tests.factories.interviews import (
    make_asked,
    make_card,
    make_category,
    make_dimension,
    make_interview,
    make_question,
    make_round,
    make_story,
    make_telling,
)
from tests.factories.keeping import restore_address
from tests.forms import forms_of
from tests.kit import begins, seen, text, words

LIST, ADD = "/interviews/dates/", "/interviews/dates/add/"
TODAY = timezone.localdate()
THURSDAY = TODAY + timedelta(days=3)


def send(client, path=ADD, **data):
    fields = {"token": uuid.uuid4(), "seen": 0, "company": "Northwind", "on": THURSDAY, "minutes_per_day": 30}
    return client.post(path, fields | data)


def keys(plan):
    return [[pick.question.slug for pick in day.picks] for day in plan.days]


@pytest.fixture
def category(db):
    return make_category(name="Risk")


@pytest.fixture
def kind(category):
    return make_round(category, name="Technical round")


@pytest.fixture
def dated(learner, kind):
    return make_interview(learner, company="Northwind", on=THURSDAY, round_type=kind, note="Ask for Maria")


# --- Entering --------------------------------------------------------------------------------------------------


def test_an_interview_is_entered_and_its_plan_is_shown(learning, learner, kind):
    response = send(learning, round_type=kind.pk, note="Second\r\nfloor")
    row = Interview.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/interviews/dates/{row.pk}/")
    assert (row.user, row.document()) == (
        learner,
        {
            "company": "Northwind",
            "on": THURSDAY.isoformat(),
            "at": None,
            "place": "",
            "round_type": kind.slug,
            "minutes_per_day": 30,
            "note": "Second\nfloor",
            "about_company": "",
            "to_ask": "",
            "application": None,
        },
    )
    assert "in 3 days. Who asks." in words(learning.get(response["Location"]))


def test_its_page_leads_to_practice_while_something_is_left_for_today(learning, learner, dated, category):
    button = 'class="btn btn-primary" href="/interviews/practice/"'
    make_card(learner, make_question(category=category), last_on=TODAY)
    assert button not in words(learning.get(f"{LIST}{dated.pk}/"))
    make_question(category=category)
    assert button in words(learning.get(f"{LIST}{dated.pk}/"))


def test_the_same_form_twice_makes_one(learning, kind):
    data = {"token": uuid.uuid4(), "round_type": kind.pk}
    assert send(learning, **data)["Location"] == send(learning, **data)["Location"]
    assert (Interview.objects.count(), Event.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            {"on": TODAY - timedelta(days=1)},
            f"This day is past: today is {TODAY:%b %-d, %Y}. An interview can be today",
        ),
        ({"on": TODAY + timedelta(days=367)}, "Choose a day up to"),
        ({"on": ""}, "Give the day: the plan ends with it."),
        ({"on": "2026-02-30\x00"}, "Choose a day of the calendar."),
        ({"at": "25:00"}, "Write a time of the day, such as 10:00 AM."),
        ({"at": "10:00\x00"}, "Write a time of the day, such as 10:00 AM."),
        ({"place": "x" * 501}, "Keep it to 500 characters; yours has 501. It is not saved yet."),
        ({"company": ""}, "Name the company, or write who it is with."),
        ({"company": "   "}, "Name the company, or write who it is with."),
        ({"company": "North\x00wind"}, "Null characters are not allowed."),
        ({"company": "x" * 121}, "Keep it to 120 characters; yours has 121. It is not saved yet."),
        ({"note": "x" * 1_000_000}, "Keep it to 2000 characters; yours has 1000000. It is not saved yet."),
        ({"minutes_per_day": 4}, "Write whole minutes from 5 to 240."),
        ({"minutes_per_day": 241}, "Write whole minutes from 5 to 240."),
        ({"minutes_per_day": "much"}, "Write whole minutes from 5 to 240."),
        ({"minutes_per_day": ""}, "Write whole minutes from 5 to 240."),
        ({"round_type": ""}, "Choose the kind of round: it says which questions to practice."),
        ({"round_type": "9" * 30}, "Choose one of the kinds of rounds in the list."),
    ],
)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, kind, data, message):
    response = send(learning, **({"round_type": kind.pk, "note": "Second floor"} | data))
    body = words(response)
    assert (response.status_code, Interview.objects.count()) == (422, 0)
    assert message in body
    minutes = re.search(r'name="minutes_per_day" value="(.*?)"', body)
    kept = (minutes and minutes[1], "Second floor" in body)
    assert kept == (str(data.get("minutes_per_day", 30)) or None, "note" not in data)


def test_today_is_allowed(learning, kind):
    assert send(learning, on=TODAY, round_type=kind.pk).status_code == 302
    assert Interview.objects.get().on == TODAY


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("10:00", "10:00:00", "10:00 AM"),
        ("2:30 pm", "14:30:00", "2:30 PM"),
        ("9am", "09:00:00", "9:00 AM"),
        ("00:05", "00:05:00", "12:05 AM"),
        ("10:00:30", "10:00:30", "10:00 AM"),
    ],
)
def test_a_time_is_kept_as_it_is_typed_and_shown_as_people_say_it(learning, learner, kind, typed, kept, shown):
    with timezone.override("Asia/Tokyo"):
        send(learning, round_type=kind.pk, at=typed)
    row = Interview.objects.get()
    assert row.document()["at"] == kept
    day = f"{THURSDAY:%A, %B} {THURSDAY.day}, {THURSDAY.year}, {shown}</time>, in 3 days."
    assert day in words(learning.get(row.get_absolute_url()))
    path = f"{LIST}{row.pk}/edit/"
    form = next(one for one in forms_of(learning.get(path), path) if "at" in one.typed)
    learning.post(form.action, form.data())
    row.refresh_from_db()
    assert (row.edition, row.document()["at"]) == (1, kept)


def test_time_and_place_stand_wherever_the_interview_does(learning, dated):
    verbs.press(dated, values={"at": "10:00", "place": "Join https://zoom.us/j/12?pwd=<3 by phone"}, at=NOW)
    link = '<a href="https://zoom.us/j/12?pwd=" rel="noopener noreferrer nofollow">'
    page, brief, list_, today = (
        " ".join(text(learning.get(path)).split())
        for path in (dated.get_absolute_url(), f"{LIST}{dated.pk}/brief/", LIST, "/")
    )
    assert [f"Join {link}https://zoom.us/j/12?pwd=</a>&lt;3 by phone" in body for body in (page, brief)] == [True] * 2
    assert f"Join {link}zoom.us</a>&lt;3 by phone" in today
    assert f"{THURSDAY:%a, %b} {THURSDAY.day}, {THURSDAY.year}, 10:00 AM</time>, in 3 days" in list_
    assert f"in 3 days, {THURSDAY:%a}, {THURSDAY:%b} {THURSDAY.day}, 10:00 AM</span>" in today


def test_what_is_changed_of_time_and_place_is_in_the_history_and_undone(learning, dated):
    verbs.press(dated, values={"at": "10:00", "place": "Second floor"}, at=NOW)
    assert "Changed: time, place or link" in words(learning.get(dated.get_absolute_url()))
    learning.post(f"/evidence/undo/{Event.objects.latest('pk').pk}/")
    dated.refresh_from_db()
    assert (dated.at, dated.place) == (None, "")


def test_of_two_on_one_day_the_earlier_is_next(learner):
    late, early, unknown = (make_interview(learner, on=THURSDAY, at=at) for at in ("15:00", "09:30", None))
    assert list(coming(learner, now=timezone.now())) == [early, late, unknown]


def test_a_kind_of_round_that_is_no_longer_offered_stays_with_the_interview_that_has_it(learning, dated, kind):
    kind.retire(at=NOW)
    assert send(learning, round_type=kind.pk).status_code == 422
    data = {"token": dated.token, "seen": 1, "round_type": kind.pk, "minutes_per_day": 15}
    assert send(learning, f"{LIST}{dated.pk}/edit/", **data).status_code == 302
    dated.refresh_from_db()
    assert (dated.minutes_per_day, dated.edition) == (15, 2)


def test_an_interview_that_is_over_is_still_changed_but_not_to_another_past_day(learning, learner, kind):
    row = make_interview(learner, on=TODAY - timedelta(days=3), round_type=kind)
    data = {"token": row.token, "seen": 1, "round_type": kind.pk, "note": "It went well"}
    path = f"{LIST}{row.pk}/edit/"
    assert send(learning, path, **data, on=TODAY - timedelta(days=2)).status_code == 422
    assert send(learning, path, **data, on=row.on).status_code == 302
    row.refresh_from_db()
    assert row.note == "It went well"


def test_an_older_window_does_not_silently_win(learning, dated, kind):
    path = f"{LIST}{dated.pk}/edit/"
    data = {"token": dated.token, "seen": 1, "round_type": kind.pk}
    assert send(learning, path, **data, note="The newer").status_code == 302
    refused = send(learning, path, **data, note="The older")
    assert (refused.status_code, "The older" in words(refused)) == (422, True)
    dated.refresh_from_db()
    assert dated.note == "The newer"


def test_in_the_bin_and_back_again(learning, learner, dated):
    for _ in range(2):
        assert learning.post(f"{LIST}{dated.pk}/bin/")["Location"] == LIST
    assert (learning.get(dated.get_absolute_url()).status_code, coming(learner, now=timezone.now()).count()) == (404, 0)
    learning.post(restore_address(dated))
    assert (learning.get(dated.get_absolute_url()).status_code, coming(learner, now=timezone.now()).count()) == (200, 1)
    assert list(Event.objects.values_list("act", flat=True)) == ["added", "binned", "restored"]


# --- The list --------------------------------------------------------------------------------------------------


def test_what_comes_next_is_first_and_what_is_over_last(learning, learner):
    for days in (-9, 5, -1, 0):
        make_interview(learner, company=f"C{days}", on=TODAY + timedelta(days=days))
    rows = [(row.company, left) for row, left in learning.get(LIST).context["rows"]]
    assert rows == [("C0", "today"), ("C5", "in 5 days"), ("C-1", "yesterday"), ("C-9", "9 days ago")]


def test_somebody_without_an_interview_is_told_what_this_is_for(learning):
    assert "Add your first interview" in words(learning.get(LIST))


# --- The plan --------------------------------------------------------------------------------------------------


@pytest.fixture
def noon(learner):
    """An interview three days after ``NOW`` in a round of one category."""
    category = make_category()
    row = make_interview(
        learner, on=NOW.date() + timedelta(days=3), round_type=make_round(category), minutes_per_day=10
    )
    return row, category


def test_what_is_weakest_on_the_day_comes_first_and_half_of_it_is_new(learner, noon):
    row, category = noon
    for slug, stability in (("q-fair", 6), ("q-weak", 2), ("q-sure", 500)):
        make_card(learner, make_question(slug=slug, category=category), stability=stability)
    for slug in ("q-new-1", "q-new-2"):
        make_question(slug=slug, category=category)
    plan = plan_for(learner, now=NOW, interview=row)
    assert keys(plan) == [["q-weak", "q-new-1"], ["q-fair", "q-new-2"], []]
    assert [(pick.question.slug, pick.why) for day in plan.days for pick in day.picks] == [
        ("q-weak", "likely to be shaky by then"),
        ("q-new-1", "never practiced"),
        ("q-fair", "could be shaky by then"),
        ("q-new-2", "never practiced"),
    ]
    assert [(day.day - NOW.date(), day.minutes) for day in plan.days] == [
        (timedelta(0), 10),
        (timedelta(1), 10),
        (timedelta(2), 0),
    ]


def test_the_chance_is_that_of_the_interview_day_and_not_of_today(learner, noon):
    row, category = noon
    # On the day the one that was practiced later, and holds less long, is the weaker one. Today it is the stronger.
    soon = make_card(
        learner, make_question(slug="q-short", category=category), stability=1.5, last_on=NOW.date() - timedelta(days=1)
    )
    late = make_card(
        learner, make_question(slug="q-long", category=category), stability=9, last_on=NOW.date() - timedelta(days=9)
    )
    assert chance(card_state(soon), NOW.date()) > chance(card_state(late), NOW.date())
    assert keys(plan_for(learner, now=NOW, interview=row))[0] == ["q-short", "q-long"]


def test_what_was_practiced_today_is_not_planned_again_today_and_its_minutes_are_counted(learner, noon):
    row, category = noon
    done = make_card(learner, make_question(slug="q-done", category=category), stability=1, last_on=NOW.date())
    for slug in ("q-1", "q-2"):
        make_question(slug=slug, category=category)
    for hours, token in ((0, uuid.uuid4()), (1, uuid.uuid4()), (30, uuid.uuid4())):
        at = NOW - timedelta(hours=hours)
        ReviewLog.objects.create(user=learner, card=done, token=token, grade=Grade.FUMBLED, at=at, on=at.date())
    plan = plan_for(learner, now=NOW, interview=row)
    assert (plan.minutes_spent, plan.queue.done) == (5, 1)
    assert keys(plan) == [["q-1"], ["q-done", "q-2"], []]


def test_the_day_is_the_learners_own(learner, noon):
    row, category = noon
    make_question(slug="q-1", category=category)
    late = datetime(2026, 11, 25, 23, tzinfo=UTC)
    with timezone.override("Asia/Tokyo"):
        assert [day.day.day for day in plan_for(learner, now=late, interview=row).days] == [26, 27]
    assert [day.day.day for day in plan_for(learner, now=late, interview=row).days] == [25, 26, 27]


def test_what_was_really_asked_is_planned_like_the_others(learner, stranger, noon):
    row, category = noon
    make_question(slug="q-1", category=category)
    asked, known, binned = (make_asked(learner, category=category) for _ in range(3))
    make_asked(stranger, category=category)
    make_asked(learner)
    make_card(learner, None, asked=known, stability=2)
    verbs.put_in_bin(binned, at=NOW)
    plan = plan_for(learner, now=NOW, interview=row)
    assert [[str(pick.question) for pick in day.picks] for day in plan.days] == [
        [known.text, asked.text],
        [Question.objects.get().text],
        [],
    ]
    keep_answer(learner, known, text="Yes")
    assert [(line.question, line.answer) for line in brief_for(learner, row, now=NOW).questions] == [(known, "Yes")]


# --- Practice --------------------------------------------------------------------------------------------------


def test_practice_becomes_the_plan_of_the_nearest_interview(learning, dated, category):
    make_question(slug="q-other")
    first, second = (make_question(slug=slug, category=category) for slug in ("q-1", "q-2"))
    body = words(learning.get("/interviews/practice/"))
    assert (f"Question 1 of up to 2 today, a new one. {category}" in body, first.text in body) == (True, True)
    assert f'For <a href="{dated.get_absolute_url()}" dir="auto">Northwind</a>, in 3 days.' in body
    for question in (first, second):
        assert learning.get("/interviews/practice/").context["question"] == question
        sent = {"seen": 0, "token": uuid.uuid4(), "grade": "fine"}
        assert learning.post(f"{question.get_absolute_url()}rate/", sent).status_code == 302
    body = words(learning.get("/interviews/practice/"))
    assert ("Enough for today" in body, "Northwind</a>, in 3 days. 2 practiced today." in body) == (True, True)


def test_today_says_as_many_as_practice_then_has(learning, learner, stranger, dated, category):
    """Two of the plan, though one of another category is due; when they are done, none."""
    make_card(learner, make_question(), due_on=TODAY - timedelta(days=1))
    for _ in range(2):
        make_question(category=category)
    for left in (2, 1, 0):
        body, practice = words(learning.get("/")), learning.get("/interviews/practice/").context
        assert practice["queue"].left == left
        said = f"{left} question{'s' if left > 1 else ''} left today, about " if left else "That's all the practice"
        company = f'<a href="{dated.get_absolute_url()}" dir="auto">Northwind</a>, {dated.round_type}'
        assert ("Your interview is in 3 days" in body, company in body, said in body) == (True, True, True)
        if left:
            sent = {"seen": 0, "token": uuid.uuid4(), "grade": "fine"}
            learning.post(f"{practice['question'].get_absolute_url()}rate/", sent)
    assert "left today" not in words(learning.get("/"))
    # Without the interview, and for whoever has none, it is what is due.
    verbs.put_in_bin(dated, at=NOW)
    assert left_today(learner, now=timezone.now()) == Left(1)
    assert left_today(stranger, now=timezone.now()) == Left(0)


def test_without_an_interview_practice_is_as_before(learning, learner):
    make_interview(learner, on=TODAY - timedelta(days=1))
    question = make_question()
    assert learning.get("/interviews/practice/").context["question"] == question


def test_what_is_retired_is_not_planned(learner, noon):
    row, category = noon
    gone, card = make_question(category=category), make_question(category=category)
    make_card(learner, card, stability=1)
    for question in (gone, card):
        question.retire(at=NOW)
    plan = plan_for(learner, now=NOW, interview=row)
    assert (keys(plan), plan.uncovered) == ([[], [], []], [DrawnOn(category.pk, category.name)])
    category.retire(at=NOW)
    assert plan_for(learner, now=NOW, interview=row).categories == []


def test_the_plan_is_that_of_the_nearest_interview_which_is_not_over(learner, stranger):
    assert plan_for(learner, now=NOW) is None
    day = NOW.date()
    over = make_interview(learner, on=day - timedelta(days=1))
    later, next_one = (make_interview(learner, on=day + timedelta(days=days)) for days in (9, 2))
    make_interview(stranger, on=day)
    assert plan_for(learner, now=NOW).interview == next_one
    assert plan_for(learner, now=NOW, interview=later).interview == later
    assert plan_for(learner, now=NOW, interview=over) is None


def test_somebody_elses_cards_do_not_count(learner, stranger, noon):
    row, category = noon
    make_card(stranger, make_question(slug="q-1", category=category), stability=500)
    assert plan_for(learner, now=NOW, interview=row).days[0].picks[0].why == "never practiced"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    days=st.integers(0, 6),
    minutes=st.integers(5, 60),
    kind=st.sampled_from(["recruiter-screen", "execution-round", "executive-round"]),
    known=st.lists(st.tuples(st.integers(0, 122), st.floats(0.5, 400)), max_size=12, unique_by=lambda pair: pair[0]),
)
def test_with_the_shipped_questions_every_category_is_covered_as_soon_as_there_is_room(
    shipped, days, minutes, kind, known
):
    learner = shipped(known)
    on = NOW.date() + timedelta(days=days)
    row = make_interview(learner, on=on, round_type=RoundType.objects.get(slug=kind), minutes_per_day=minutes)
    plan = plan_for(learner, now=NOW, interview=row)
    assert all(NOW.date() <= day.day <= on and day.minutes <= minutes for day in plan.days)
    picks = [pick.question for day in plan.days for pick in day.picks]
    assert len(set(picks)) == len(picks)
    # Every shipped question takes five minutes.
    room = len(plan.days) * (minutes // 5)
    assert len({pick.category_id for pick in picks}) == min(len(plan.categories), room)
    assert len(plan.uncovered) == max(len(plan.categories) - room, 0)


@pytest.fixture
def shipped(seeded):
    questions = list(Question.objects.in_order())

    def shipped(known):
        learner = User.objects.create(email=f"{uuid.uuid4()}@example.org")
        for place, stability in known:
            make_card(learner, questions[place], stability=stability)
        return learner

    return shipped


# --- The brief -------------------------------------------------------------------------------------------------


def keep_answer(user, question, **values):
    fields = dict.fromkeys(answering.FIELDS, "") | values
    answering.keep_version(user=user, row=question, values=fields, seen=0, at=NOW)


def test_the_brief_has_the_weakest_first_with_the_newest_answer_in_short(learner, noon):
    row, category = noon
    fair, weak, answered, _, other = (
        make_question(slug=slug, category=category) for slug in ("q-fair", "q-weak", "q-answered", "q-new", "q-other")
    )
    other.category = make_category()
    other.save()
    make_card(learner, fair, stability=6)
    make_card(learner, weak, stability=2)
    for question in (answered, other):
        keep_answer(learner, question, situation="It was late", result="It shipped")
    keep_answer(learner, weak, text="The older")
    keep_answer(learner, weak, text="one " * 40)
    brief = brief_for(learner, row, now=NOW)
    assert [(line.question, line.why, line.answer) for line in brief.questions] == [
        (weak, "likely to be shaky by then", "one " * 30 + "…"),
        (fair, "could be shaky by then", ""),
        (answered, "answered, never practiced", "It was late It shipped"),
    ]


def test_what_was_fumbled_last_is_never_called_likely_to_go_well(learner, noon):
    """It stands first, however well it was known before, and is in the plan of the next day."""
    row, category = noon
    shaky, sure, fumbled = (make_question(slug=f"q-{name}", category=category) for name in ("a", "b", "c"))
    make_card(learner, shaky, stability=6)
    make_card(learner, sure, stability=500)
    for days in (900, 800, 600, 0):
        practicing.rate(
            *(),
            user=learner,
            row=fumbled,
            token=uuid.uuid4(),
            grade="nailed" if days else "fumbled",
            scores={},
            values=dict.fromkeys(answering.FIELDS, ""),
            seen=0,
            spoken_seconds=None,
            at=NOW - timedelta(days=days),
        )
    card = practicing.live_cards(learner).get(question=fumbled)
    assert chance(card_state(card), row.on) > 0.9
    said = [(line.question, line.why) for line in brief_for(learner, row, now=NOW).questions]
    assert said == [
        (fumbled, "fumbled when last practiced"),
        (shaky, "could be shaky by then"),
        (sure, "likely to go well by then, for variety"),
    ]
    assert keys(plan_for(learner, now=NOW, interview=row)) == [["q-a"], ["q-c"], []]


def test_the_brief_stays_on_one_page(learner, noon):
    row, category = noon
    for _ in range(9):
        make_card(learner, make_question(category=category), stability=2)
        question = make_question(category=category)
        make_story(learner, questions=[question.slug])
    brief = brief_for(learner, row, now=NOW)
    assert (len(brief.questions), len(brief.stories)) == (8, 5)


def test_the_brief_has_the_stories_of_the_round_and_says_what_they_were_told_there(learner, stranger, noon):
    row, category = noon
    question, other = make_question(category=category), make_question()
    story = make_story(learner, headline="The late launch", questions=[question.slug])
    fresh = make_story(learner, headline="The quiet launch", questions=[question.slug])
    make_story(learner, questions=[other.slug])
    make_story(stranger, questions=[question.slug])
    make_telling(story, employer="Elsewhere")
    make_telling(fresh, employer=row.company, interview=row)
    told = make_telling(story, employer=row.company.upper())
    brief = brief_for(learner, row, now=NOW)
    assert [(one.story, one.last_told) for one in brief.stories] == [(story, told), (fresh, None)]


def test_a_story_stands_on_the_brief_in_three_lines_with_its_number(learning, learner, noon):
    row, category = noon
    question = make_question(category=category)
    saved, gone = (make_evidence(learner, amount=amount, unit="hours saved") for amount in (1200, 7))
    verbs.put_in_bin(gone, at=NOW)
    parts = {"situation": "It was late. Very.", "action": "I cut scope.", "result": "We shipped."}
    make_story(learner, headline="A", questions=[question.slug], evidence=[saved.pk, gone.pk], **parts)
    make_story(learner, headline="B", questions=[question.slug], in_30="One. Two. Three. Four.", result="Cost fell 5%.")
    assert [(one.lines, one.number) for one in brief_for(learner, row, now=NOW).stories] == [
        (["It was late.", "I cut scope.", "We shipped."], "1,200 hours saved"),
        (["One.", "Two.", "Three."], "Cost fell 5%."),
    ]
    body = words(learning.get(f"{LIST}{row.pk}/brief/"))
    assert '<strong class="brief-number" dir="auto">1,200 hours saved</strong>' in body


def test_the_brief_and_the_page_have_the_company_and_what_to_ask_them(learning, dated):
    verbs.press(dated, values={"about_company": "They make <rails>", "to_ask": "Why now?\n\n Who left? "}, at=NOW)
    for path in ("", "brief/"):
        body = text(learning.get(f"{LIST}{dated.pk}/{path}"))
        assert "They make &lt;rails&gt;" in body
        assert '<li dir="auto">Why now?</li><li dir="auto">Who left?</li>' in body


def test_the_brief_names_what_they_look_at(learner, noon):
    row, category = noon
    everywhere, here, elsewhere = make_dimension(), make_dimension(), make_dimension()
    here.applies_to.add(category)
    elsewhere.applies_to.add(make_category())
    assert brief_for(learner, row, now=NOW).dimensions == [everywhere, here]


def test_a_brief_with_nothing_in_it_leads_to_the_plan(learning, dated):
    body = words(learning.get(f"{LIST}{dated.pk}/brief/"))
    assert "You haven't practiced or answered anything for this round yet." in body
    assert "No story of yours answers a question of this round yet." in body


# --- Nobody else -----------------------------------------------------------------------------------------------

PATHS = ["", "edit/", "brief/"]


@pytest.mark.parametrize("who", ["stranger", "curator"])
@pytest.mark.parametrize("path", [*PATHS, "delete/"])
def test_somebody_elses_interview_is_not_found(client, request, dated, path, who):
    client.force_login(request.getfixturevalue(who))
    method = client.post if path == "delete/" else client.get
    assert method(f"{LIST}{dated.pk}/{path}").status_code == 404
    if path == "edit/":
        assert send(client, f"{LIST}{dated.pk}/edit/", seen=1, round_type=dated.round_type_id).status_code == 404
    dated.refresh_from_db()
    assert (dated.deletion, dated.edition) == (None, 1)


@pytest.mark.parametrize("who", ["stranger", "curator"])
def test_somebody_elses_interview_is_not_listed(client, request, dated, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(LIST).context["rows"] == []


def test_a_curator_has_no_desk_for_interviews(curating):
    assert not admin.site.is_registered(Interview)


@pytest.mark.parametrize("path", [f"1/{path}" for path in PATHS])
def test_a_visitor_signs_in_first(client, db, path):
    assert client.get(f"{LIST}{path}")["Location"] == f"/account/login/?next={LIST}{path}"


def test_a_visitor_begins_with_the_form(client, db):
    assert client.get(LIST).context["rows"] == []
    assert client.get(f"{LIST}add/").status_code == 200
    assert begins(client.post(f"{LIST}add/"))


def test_a_visitor_who_deletes_signs_in_and_comes_back_to_the_page(client, dated):
    assert client.post(f"{LIST}{dated.pk}/bin/")["Location"] == f"/account/login/?next={LIST}{dated.pk}/"
    assert Interview.objects.for_user(dated.user).count() == 1


@pytest.mark.parametrize("path", ["", "add/", *PATHS])
def test_pages_are_kept_out_of_search_engines_and_caches(learning, dated, path):
    response = learning.get(f"{LIST}{dated.pk}/{path}" if path in PATHS else f"{LIST}{path}")
    assert '<meta name="robots" content="noindex">' in words(response)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", [f"1/{path}" for path in PATHS])
def test_other_methods_are_refused(learning, path):
    assert learning.put(f"{LIST}{path}").status_code == 405


# --- Cost ------------------------------------------------------------------------------------------------------


# The session and the user are two of each.
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("", 4), ("one", 10), ("brief/", 10), ("today", 11), ("practice", 9)])
def test_query_count(learning, learner, dated, category, django_assert_num_queries, path, queries, number):
    for _ in range(number):
        make_interview(learner, on=THURSDAY)
        make_dimension()
        question = make_question(category=category)
        make_card(learner, question)
        keep_answer(learner, question, text="Something")
        make_telling(make_story(learner, questions=[question.slug]), employer="Northwind")
        make_question(category=category)
    address = {"": LIST, "one": f"{LIST}{dated.pk}/", "today": "/", "practice": "/interviews/practice/"}.get(
        path, f"{LIST}{dated.pk}/{path}"
    )
    learning.get(address)
    with django_assert_num_queries(queries):
        assert learning.get(address).status_code == 200


# --- After its hour --------------------------------------------------------------------------------------------


def test_what_the_list_of_those_to_come_leaves_out_is_what_is_over(learner):
    local = timezone.localtime(NOW)
    hours = [(local - timedelta(minutes=minutes)) for minutes in (-30, 0, 59, 60, 61, 600)]
    rows = [make_interview(learner, on=hour.date(), at=hour.time()) for hour in hours]
    rows += [make_interview(learner, on=local.date() + timedelta(days=days), at=None) for days in (-1, 0, 1)]
    ahead = set(coming(learner, now=NOW))
    assert {row for row in rows if not is_over(row.on, row.at, now=local)} == ahead
    assert len(ahead) < len(rows)


def test_after_its_hour_today_asks_how_it_went_and_the_next_one_is_next(learning, learner):
    now = timezone.localtime()
    over = make_interview(learner, company="Acme", on=now.date() - timedelta(days=1), at=None)
    assert left_today(learner, now=now) == Left(0, over=over)
    page = seen(learning.get("/"))
    assert "How did it go at Acme" in page
    assert "Your interview is" not in page
    assert "How did it go?" in seen(learning.get(over.get_absolute_url()))
    following = make_interview(learner, company="Initech", on=now.date() + timedelta(days=3))
    left = left_today(learner, now=now)
    assert (left.interview, left.over) == (following, over)
    assert "Your interview is in 3 days" in seen(learning.get("/"))


def test_the_plan_ends_with_the_day_itself(learning, dated):
    verbs.press(dated, values={"at": "10:00", "place": "https://meet.example/j/1", "to_ask": "Who decides?"}, at=NOW)
    page = seen(learning.get(dated.get_absolute_url()))
    assert "the day itself Read the brief once" in page
    assert "check your sound and camera by 9:50 AM." in page
    assert "Bring your question for them." in page
