"""What reviewers say is kept once, never lost to another window, and stays once the learner has decided."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from keeping import verbs
from keeping.models import Event
from resumes.making.models import Resume
from resumes.review import commenting, linking
from resumes.review.commenting import Heard, mark
from resumes.review.models import ReviewComment, ReviewLink
from tests.factories.accounts import make_user
from tests.factories.resumes import make_resume
from tests.factories.reviews import make_comment, make_review_link
from tests.kit import at_once

ABOUT = {"": "", "text:summary": "A lead", "bullet:a": "Cut costs"}


@pytest.fixture
def link(learner):
    return make_review_link(make_resume(learner), name="Sam")[1]


def said():
    return list(ReviewComment.objects.order_by("pk").values_list("key", "about", "text", "by", "state"))


def save(link, text, *, key="bullet:a", was="", about=ABOUT):
    return commenting.save(link.pk, [Heard(key, text, mark(was))], about=about, at=timezone.now())


def test_a_comment_is_kept_with_what_it_is_about_and_who_said_it(link):
    assert save(link, "How much?").saved == ("bullet:a",)
    assert said() == [("bullet:a", "Cut costs", "How much?", "Sam", "open")]
    assert ReviewComment.objects.get().link == link


def test_the_same_press_twice_is_one_comment_also_after_it_was_decided(link):
    for _ in range(2):
        assert save(link, "How much?").refused == {}
    commenting.decide(ReviewComment.objects.get(), "accept", at=timezone.now())
    assert save(link, "How much?").refused == {}
    assert [row[2] for row in said()] == ["How much?"]


def test_a_comment_is_changed_with_what_it_is_about_by_then(link):
    save(link, "How much?")
    save(link, "How much, in dollars?", was="How much?", about=ABOUT | {"bullet:a": "Cut costs 30%"})
    assert said() == [("bullet:a", "Cut costs 30%", "How much, in dollars?", "Sam", "open")]
    assert Event.objects.get(act="changed").before == {"about": "Cut costs", "text": "How much?"}


def test_an_emptied_box_takes_the_comment_back(link):
    save(link, "How much?")
    assert save(link, "", was="How much?").refused == {}
    assert [row[4] for row in said()] == ["taken_back"]
    assert commenting.said_through(link.pk) == {}
    assert list(commenting.comments_on(link.resume)) == []
    # And it can be said again.
    save(link, "How much?")
    assert [row[4] for row in said()] == ["taken_back", "open"]


def test_another_window_is_not_written_over_unasked(link):
    save(link, "From the phone")
    outcome = save(link, "From the laptop")
    assert (outcome.saved, outcome.refused) == ((), {"bullet:a": commenting.MEANWHILE})
    assert [row[2] for row in said()] == ["From the phone"]
    save(link, "From the laptop", was="From the phone")
    assert [row[2] for row in said()] == ["From the laptop"]


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_what_was_decided_stays_and_more_is_another_comment(link, act):
    save(link, "How much?")
    commenting.decide(ReviewComment.objects.get(), act, at=timezone.now())
    assert save(link, "Changed", was="How much?").refused == {"bullet:a": commenting.DECIDED}
    save(link, "Changed")
    assert [row[2] for row in said()] == ["How much?", "Changed"]


def test_one_box_that_is_refused_does_not_hold_up_the_others(link):
    save(link, "From the phone")
    heard = [Heard("bullet:a", "From the laptop", mark("")), Heard("", "All in all fine", mark(""))]
    outcome = commenting.save(link.pk, heard, about=ABOUT, at=timezone.now())
    assert (outcome.saved, list(outcome.refused)) == (("",), ["bullet:a"])


def test_a_resume_takes_so_many_comments_and_one_so_many_changes(link, monkeypatch):
    monkeypatch.setattr(commenting, "MOST_COMMENTS", 1)
    monkeypatch.setattr(commenting, "MOST_CHANGES", 1)
    save(link, "One")
    assert save(link, "Two", key="").refused == {"": commenting.FULL}
    assert save(link, "One!", was="One").refused == {}
    assert save(link, "One!!", was="One!").refused == {"bullet:a": commenting.TOO_OFTEN}
    assert [row[2] for row in said()] == ["One!"]


def test_a_link_that_ended_meanwhile_saves_nothing(link):
    linking.withdraw(link, at=timezone.now())
    with pytest.raises(commenting.LinkGoneError):
        save(link, "Late")
    assert said() == []


def test_a_comment_that_the_learner_deleted_is_not_changed_in_the_bin(link):
    save(link, "How much?")
    verbs.put_in_bin(ReviewComment.objects.get(), at=timezone.now())
    save(link, "Rude", was="How much?")
    assert [row[2] for row in said()] == ["How much?"]


@pytest.mark.parametrize(
    ("before", "allowed"),
    [
        ("open", {"accept": "accepted", "decline": "declined"}),
        ("accepted", {"settle": "settled", "reopen": "open"}),
        ("declined", {"reopen": "open"}),
        ("settled", {"undone": "accepted"}),
        ("taken_back", {}),
    ],
)
def test_each_act_moves_from_where_it_begins_and_nowhere_else(link, before, allowed):
    row = make_comment(link, state=before)
    for act in commenting.MOVES:
        ReviewComment.objects.update(state=before)
        events = Event.objects.count()
        moved = commenting.decide(row, act, at=timezone.now())
        row.refresh_from_db()
        assert (moved is not None, row.state) == (act in allowed, allowed.get(act, before))
        assert Event.objects.count() - events == (act in allowed)


def test_comments_go_to_the_bin_with_their_resume_and_come_back(link):
    save(link, "How much?")
    event = verbs.put_in_bin(link.resume, at=timezone.now())
    assert event is not None
    row = ReviewComment.objects.get()
    assert row.in_bin
    verbs.bring_back(link.resume, at=timezone.now())
    row.refresh_from_db()
    assert not row.in_bin


def test_groups_come_in_the_order_of_the_resume_with_what_changed_and_last_what_is_gone(link):
    for key, about in (("bullet:gone", "Old"), ("bullet:a", "Cut costs"), ("", ""), ("bullet:a", "Cut costs 30%")):
        make_comment(link, key=key, about=about, text=f"On {about}")
        ReviewComment.objects.filter(state="open").update(state="accepted")
    now = {"": "", "bullet:a": "Cut costs 30%", "text:summary": "A lead"}
    found = commenting.groups(commenting.comments_on(link.resume), now)
    assert [(group.key, group.now, [one.changed for one in group.said]) for group in found] == [
        ("", "", [False]),
        ("bullet:a", "Cut costs 30%", [True, False]),
        ("bullet:gone", None, [False]),
    ]


# --- Two at once ----------------------------------------------------------------------------------------------------


def not_waiting(act):
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '100ms'")
    return act()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", [ReviewLink, Resume])
def test_nothing_is_saved_while_the_link_is_withdrawn_or_the_resume_deleted(table):
    _, link = make_review_link(make_resume(make_user()))
    with transaction.atomic():
        table.objects.select_for_update(no_key=True).get()
        (result,) = at_once(lambda: not_waiting(lambda: save(link, "Late")))
    assert isinstance(result, OperationalError)
    assert said() == []


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_are_one_comment():
    _, link = make_review_link(make_resume(make_user()))
    results = at_once(*(lambda: save(link, "How much?") for _ in range(8)))
    assert [result.refused for result in results] == [{}] * 8
    assert [row[2] for row in said()] == ["How much?"]


@pytest.mark.django_db(transaction=True)
def test_a_comment_is_changed_before_or_after_it_is_decided_and_not_meanwhile():
    _, link = make_review_link(make_resume(make_user()))
    save(link, "How much?")
    with transaction.atomic():
        ReviewComment.objects.select_for_update(no_key=True).get()
        (result,) = at_once(lambda: not_waiting(lambda: save(link, "Changed", was="How much?")))
    assert isinstance(result, OperationalError)


def test_a_link_lasts_two_weeks_to_the_second(learner):
    now = timezone.now()
    resume = make_resume(learner)
    address, link = make_review_link(resume, at=now)
    secret = address.split("/")[-2]
    assert linking.find_open(secret, now=now + timedelta(days=14) - timedelta(microseconds=1)).link == link.pk
    assert linking.find_open(secret, now=now + timedelta(days=14)) is None


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ({"days": 14}, "14 days"),
        ({"days": 1, "hours": 23, "minutes": 59}, "47 hours"),
        ({"hours": 1, "minutes": 59}, "1 hour"),
        ({"minutes": 59}, "less than an hour"),
        ({"hours": -3}, "less than an hour"),
    ],
)
def test_what_is_left_in_words(left, words):
    assert linking.days_left(timedelta(**left)) == words
