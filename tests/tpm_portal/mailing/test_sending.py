"""What is due is written down once, for whom it can be, whoever runs it and however often."""

import uuid
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import MailChoices, MailKind, OutgoingMail, SentMail, User
from evidence.models import Evidence
from interviews.practice.models import ReviewCard
from interviews.practice.practicing import STATE
from interviews.practice.schedule import CardState
from roadmap import tracking
from tests.factories.accounts import make_user
from tests.factories.applications import make_application, make_task
from tests.factories.evidence import make_credential, make_evidence, make_held
from tests.factories.interviews import make_interview, make_question
from tests.factories.roadmap import make_milestone
from tests.kit import at_once
from tests.tpm_portal.mailing.conftest import ALL, MONDAY, NOW, make_reader
from tpm_portal.mailing.choosing import choose
from tpm_portal.mailing.sending import KEPT, Written, forget_sent, write_due

pytestmark = pytest.mark.django_db
TOMORROW, NEXT_MONDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=7)
OPEN = {"started_on": None, "finished_on": None, "at": NOW - timedelta(days=9)}
REMINDERS = {kind: True for kind in MailKind.values if kind != MailKind.DIGEST}


def subjects():
    return [mail.subject.removeprefix("[TPM Portal] ") for mail in OutgoingMail.objects.order_by("pk")]


def make_dates(user):
    """One date of each kind that is due on that morning."""
    make_interview(user, company="Acme Rockets", on=TOMORROW, at=time(9))
    exam = make_milestone(title="Pass the PMP exam")
    tracking.set_dates(user=user, milestone=exam, **OPEN, target_on=NEXT_MONDAY)
    make_held(user, make_credential(name="Scrum Master"), expires_on=MONDAY + timedelta(days=30))
    make_task(user, what="Write to Harbor Systems", due_on=MONDAY)


def test_each_kind_has_its_letter_and_none_names_anything_in_its_subject():
    make_dates(make_reader(REMINDERS))
    assert write_due(now=NOW) == Written(looked_at=1, mails=4)
    assert subjects() == [
        "Interview tomorrow",
        "Exam in 7 days",
        "A credential runs out in 30 days",
        "Follow-up or task today",
    ]
    assert set(SentMail.objects.values_list("kind", flat=True)) == {"interview", "exam", "expiry", "follow_up"}


@pytest.mark.parametrize("kind", sorted(REMINDERS))
def test_only_what_is_switched_on_is_written_of(kind):
    make_dates(make_reader({kind: True}))
    write_due(now=NOW)
    assert set(SentMail.objects.values_list("kind", flat=True)) == ({kind} - {"review"})


def test_several_of_one_kind_are_one_letter():
    user = make_reader(REMINDERS)
    for number in range(3):
        make_task(user, what=f"Task {number}", due_on=MONDAY - timedelta(days=number))
    write_due(now=NOW)
    assert subjects() == ["3 follow-ups and tasks, the first 2 days ago"]
    (mail,) = OutgoingMail.objects.all()
    assert [line for line in mail.body.splitlines() if line.startswith("- ")] == [
        "- Task 2: 2 days ago, Saturday, Jan 9",
        "- Task 1: yesterday, Sunday, Jan 10",
        "- Task 0: today, Monday, Jan 11",
    ]


def test_whoever_asked_for_nothing_gets_nothing():
    make_dates(make_user(time_zone="America/New_York"))
    make_dates(make_reader(dict.fromkeys(ALL, False)))
    assert (write_due(now=NOW), OutgoingMail.objects.count()) == (Written(), 0)


@pytest.mark.parametrize("wrong", ["inactive", "unconfirmed", "another address confirmed", "nameless"])
def test_nobody_is_written_to_who_cannot_be(mail_configured, wrong):
    user = make_reader(confirmed=wrong != "unconfirmed")
    changes = {
        "inactive": {"is_active": False},
        "another address confirmed": {"email": "new@example.org"},
        "nameless": {"email": None, "first_press": uuid.uuid4(), "used_on": MONDAY},
    }
    make_dates(user)
    User.objects.filter(pk=user.pk).update(**changes.get(wrong, {"name": "Any"}))
    assert (write_due(now=NOW), OutgoingMail.objects.count()) == (Written(), 0)


def test_where_no_mail_can_confirm_an_address_an_unconfirmed_one_will_do():
    make_dates(make_reader(REMINDERS, confirmed=False))
    assert write_due(now=NOW).mails == 4


def test_run_every_hour_each_thing_is_said_once_and_in_the_learners_own_morning():
    new_york, sydney = make_reader(REMINDERS), make_reader(REMINDERS, zone="Australia/Sydney")
    make_interview(new_york, on=TOMORROW, at=time(9))
    make_interview(sydney, on=TOMORROW, at=time(9))
    said = []
    for hour in range(-30, 48):
        now = NOW + timedelta(hours=hour)
        before = SentMail.objects.count()
        assert write_due(now=now).failed == 0
        said += [(one.user_id, now) for one in SentMail.objects.order_by("pk")[before:]]
    assert said == [
        (sydney.pk, datetime(2027, 1, 10, 20, tzinfo=UTC)),
        (new_york.pk, datetime(2027, 1, 11, 12, tzinfo=UTC)),
    ]


def test_between_looks_nobody_is_looked_at():
    make_reader(REMINDERS)
    assert write_due(now=NOW) == Written(looked_at=1)
    assert write_due(now=NOW + timedelta(hours=10, minutes=59)) == Written()
    assert write_due(now=NOW + timedelta(hours=11)) == Written(looked_at=1)
    assert MailChoices.objects.get().next_at == NOW + timedelta(days=1)


def test_an_interview_that_is_recorded_or_moved_later_in_the_day_is_said_that_evening():
    user = make_reader(REMINDERS)
    write_due(now=NOW)
    row = make_interview(user, on=TOMORROW, at=time(9))
    make_task(user, due_on=MONDAY)
    evening = NOW + timedelta(hours=11)
    write_due(now=evening)
    assert subjects() == ["Interview tomorrow"]
    type(row).objects.filter(pk=row.pk).update(at=time(8))
    write_due(now=evening + timedelta(hours=13))
    assert subjects() == ["Interview tomorrow", "Interview today", "Follow-up or task yesterday"]


def test_practice_is_written_of_only_on_days_when_a_question_comes_back():
    user = make_reader({MailKind.REVIEW: True})
    question = make_question()
    state = {name: getattr(CardState(due_on=MONDAY), name) for name in STATE}
    card = ReviewCard.objects.create(user=user, question=question, **state)
    for day in range(4):
        write_due(now=NOW + timedelta(days=day))
    assert subjects() == ["Questions due for practice today"]
    ReviewCard.objects.filter(pk=card.pk).update(due_on=MONDAY + timedelta(days=4))
    write_due(now=NOW + timedelta(days=4))
    assert len(subjects()) == 2


def test_the_digest_counts_the_week_that_was_and_says_what_comes_and_one_next_step():
    user = make_reader({MailKind.DIGEST: True})
    milestone, first = make_milestone(title="Read the guide"), make_milestone(title="Pick a path")
    tracking.change_state(
        user=user, milestone=milestone, state="done", today=MONDAY - timedelta(days=7), at=NOW - timedelta(days=7)
    )
    for at in (NOW - timedelta(days=1), NOW - timedelta(days=8), NOW):
        Evidence.objects.filter(pk=make_evidence(user).pk).update(created_at=at)
    make_interview(user, company="Long ago", on=MONDAY - timedelta(days=1))
    make_interview(user, company="Acme", on=MONDAY + timedelta(days=6), at=time(9))
    make_task(user, what="Next week", due_on=MONDAY + timedelta(days=7))
    write_due(now=NOW)
    (mail,) = OutgoingMail.objects.all()
    assert mail.subject == "[TPM Portal] Your week: 3 things done, 1 coming up"
    assert [line for line in mail.body.splitlines() if line.startswith("- ")] == [
        "- 1 milestone done",
        "- 1 piece of evidence added",
        "- 1 interview held",
        "- Interview: Acme (First call): in 6 days, Sunday, Jan 17, 9:00 AM EST",
        f"- {first.title}: " + mail.body.partition(f"- {first.title}: ")[2].splitlines()[0],
    ]
    assert "Your week from Jan 4 to Jan 10, and what is next." in mail.body


def test_nobody_gets_a_digest_of_nothing_and_it_is_not_asked_for_again_each_hour():
    make_reader({MailKind.DIGEST: True})
    assert write_due(now=NOW) == Written(looked_at=1)
    assert write_due(now=NOW + timedelta(hours=1)) == Written()


def test_a_digest_that_was_missed_on_monday_comes_later_and_once_and_not_to_who_asked_since():
    user = make_reader({MailKind.DIGEST: True})
    late = make_reader({MailKind.DIGEST: True}, since=NOW + timedelta(hours=1))
    for one in (user, late):
        make_task(one, due_on=MONDAY + timedelta(days=2))
    for day in (1, 2):
        write_due(now=NOW + timedelta(days=day))
    assert [(mail.recipients, mail.made_at) for mail in OutgoingMail.objects.all()] == [
        ([user.email], NOW + timedelta(days=1))
    ]


def test_asking_for_more_does_not_lose_the_digest_of_that_morning():
    user = make_reader({MailKind.DIGEST: True})
    make_task(user, due_on=MONDAY + timedelta(days=2))
    choose(user, {MailKind.EXAM: True}, now=NOW + timedelta(minutes=30))
    write_due(now=NOW + timedelta(days=1))
    assert subjects() == ["Your week: 0 things done, 1 coming up"]


def test_one_learner_whose_letter_fails_keeps_nobody_else_and_is_tried_again(caplog):
    broken, well = make_reader(REMINDERS), make_reader(REMINDERS)
    for user in (broken, well):
        make_interview(user, company="Zanzibar", on=TOMORROW)
    User.objects.filter(pk=broken.pk).update(time_zone="Nowhere/At All")
    assert write_due(now=NOW) == Written(looked_at=1, mails=1, failed=1)
    assert OutgoingMail.objects.get().recipients == [well.email]
    assert "A learner's mail could not be written (ZoneInfoNotFoundError)" in caplog.text
    User.objects.filter(pk=broken.pk).update(time_zone="Asia/Kolkata")
    assert write_due(now=NOW + timedelta(hours=1)) == Written(looked_at=1, mails=1)


@pytest.mark.django_db(transaction=True)
def test_several_runs_at_once_write_each_letter_once():
    users = [make_reader(REMINDERS) for _ in range(12)]
    for user in users:
        make_interview(user, on=TOMORROW)
    runs = at_once(*[lambda: write_due(now=NOW)] * 4)
    assert (sum(run.mails for run in runs), sum(run.failed for run in runs)) == (12, 0)
    assert sorted(mail.recipients[0] for mail in OutgoingMail.objects.all()) == sorted(user.email for user in users)


@pytest.mark.django_db(transaction=True)
def test_whoever_stops_it_while_letters_are_made_gets_none():
    user = make_reader({MailKind.INTERVIEW: True})
    make_interview(user, on=TOMORROW)
    with transaction.atomic():
        choose(user, {MailKind.INTERVIEW: False}, now=NOW)
        assert at_once(lambda: write_due(now=NOW)) == [Written()]
    assert write_due(now=NOW) == Written()
    assert OutgoingMail.objects.count() == 0


def test_who_is_looked_at_costs_the_same_few_queries_whoever_else_there_is():
    numbers = []
    for others in (1, 50):
        for _ in range(others):
            make_reader(REMINDERS, since=NOW)
        user = make_reader(REMINDERS)
        make_dates(user)
        make_application(user)
        with CaptureQueriesContext(connection) as queries:
            assert write_due(now=NOW).looked_at == 1
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] < 40


def test_the_dates_of_many_are_read_together():
    numbers = []
    for readers in (1, 11):
        for _ in range(readers):
            make_dates(make_reader(REMINDERS, since=NOW - timedelta(days=1)))
        with CaptureQueriesContext(connection) as queries:
            assert write_due(now=NOW).looked_at == readers
        numbers.append(len([one for one in queries if "keeping_event" in one["sql"]]))
        MailChoices.objects.all().delete()
    assert numbers[0] == numbers[1]


def test_what_was_said_long_ago_is_forgotten_and_the_rest_is_not():
    user = make_reader(REMINDERS)
    for name, at in (("old", NOW - KEPT - timedelta(seconds=1)), ("new", NOW - KEPT)):
        SentMail.objects.create(user=user, key=name, kind="exam", at=at)
    assert forget_sent(now=NOW) == 1
    assert SentMail.objects.get().key == "new"


def test_what_is_known_of_somebody_goes_with_them():
    user = make_reader(REMINDERS)
    make_interview(user, on=TOMORROW)
    write_due(now=NOW)
    user.delete()
    assert (MailChoices.objects.count(), SentMail.objects.count()) == (0, 0)
