"""Leaving: everything goes, from every table and every column; nothing of anybody else does."""

import uuid
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.mail import send_mail
from django.db import IntegrityError, models
from django.test import Client
from django.utils import timezone

from accounts.models import User
from curation import public_pages, reporting
from curation.models import Batch, Report
from interviews.mock import mocking
from interviews.models import Dimension, MockInterview
from keeping import verbs
from keeping.ceilings import kept_for, learners_tables
from tests.addresses import make_something_of_everything
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.evidence import make_evidence
from tests.kit import just_after, seen, text
from tests.tpm_portal.test_unchanged_forms import everything, fill
from tests.tpm_portal.your_data.everywhere import holding, pointing_to
from tpm_portal.your_data.leaving import GONE, StaffError, leave

ADDRESS = "somebody.leaving@example.org"
# What the maker of everything writes into each field of each table, and no content holds.
WORDS = ("indented,  then", "हिन्दी Київ", "Buenos_Aires")
MINE = (ADDRESS, "leaving@example", "Quagmire", *WORDS)


def report(user, state="open", **fields):
    said = {"token": uuid.uuid4(), "place": public_pages.find("/skills/", ""), "what": "Quagmire"}
    said |= {"instead": "No Quagmire", "email": ADDRESS, "user": user, "at": timezone.now()}
    made = reporting.take_in(**said | fields)
    if state == "answered":
        reporting.answer(made, text="Mended.", by=None, at=timezone.now())
    return made


def fill_all(user):
    """A row of the user in every table that names a user, with words that nobody else writes."""
    make_something_of_everything(user)
    fill(user)
    ended = MockInterview.objects.exclude(finished_at=None).get(user=user)
    scores = dict.fromkeys(Dimension.objects.values_list("pk", flat=True), 4)
    mocking.rate(ended, place=1, token=uuid.uuid4(), grade="fine", scores=scores, at=timezone.now())
    verbs.put_in_bin(make_evidence(user, happened="Quagmire"), at=timezone.now())
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    EmailAddress.objects.create(user=user, email="another.leaving@example.org")
    report(user)
    for model in learners_tables():
        if not model.objects.filter(user=user).exists():
            plain_row(model, user)


def plain_row(model, user):
    """A row of a table that nothing above fills: what its columns ask for, by their kinds."""
    by_kind = {
        **{
            models.DateTimeField: timezone.now(),
            models.DateField: timezone.localdate(),
            models.UUIDField: uuid.uuid4(),
        },
        **{models.CharField: "Quagmire", models.TextField: "Quagmire", models.IntegerField: 1, models.JSONField: {}},
        **{models.BinaryField: b"Quagmire", models.BooleanField: False},
    }
    values = {"user": user}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.null or field.has_default() or field.name in values:
            continue
        if field.is_relation:
            values[field.name] = field.related_model.objects.order_by("pk").last()
        else:
            values[field.name] = next(value for kind, value in by_kind.items() if isinstance(field, kind))
    model.objects.create(**values)


def test_nothing_of_somebody_who_left_is_in_any_column_of_any_table(client, seeded, settings):
    before = everything()
    # From before sessions were listed: one is found wherever it stands.
    learner = make_user(ADDRESS, date_joined=datetime(2020, 1, 1, tzinfo=UTC))
    fill_all(learner)
    report(learner, "answered", what="Quagmire, answered")
    report(None, what="Nothing of mine but my address", instead="")
    users = ContentType.objects.get_for_model(User)
    curator = make_user("curator@example.org", is_staff=True)
    LogEntry.objects.create(user=curator, content_type=users, object_id=learner.pk, object_repr=ADDRESS, action_flag=1)
    settings.EMAIL_BACKEND = "accounts.outbox.EmailBackend"
    send_mail("Hello", "Click here", None, [ADDRESS])
    send_mail("Your address changed", f"It is {ADDRESS} now.", None, ["before.leaving@example.org"])
    Client().force_login(learner)
    client.force_login(learner)
    labels = {model._meta.label for model in learners_tables() if not model.objects.filter(user=learner).exists()}
    assert sorted(labels) == []
    assert ("keeping_event", "after") in holding(MINE)
    assert ("resumes_sentfile", "data") in holding(["PDF"])
    assert ("django_session", "session_data") in pointing_to(learner.pk)
    assert len(pointing_to(learner.pk)) > 60
    leave(learner)
    assert pointing_to(learner.pk) == set()
    assert holding(MINE) == set()
    assert not User.objects.filter(pk=learner.pk).exists()
    assert kept_for(learner.pk) == (0, 0)
    after = everything()
    # No content went along. Editions of it rose when the maker of everything made more.
    gone = {model._meta.label for model in before if not set(before[model]) <= set(after[model])}
    assert gone == {"curation.Edition"}
    kept = set(Report.objects.values_list("what", "instead", "email", "user", "answer"))
    assert kept == {(GONE, "", "", None, "Mended."), ("Nothing of mine but my address", "", "", None, "")}


def test_who_leaves_says_so_with_the_password_and_is_signed_out_everywhere(learning, learner, stranger):
    make_evidence(learner)
    make_evidence(stranger, happened="Theirs")
    phone = Client()
    phone.force_login(learner)
    page = learning.get("/account/delete/")
    assert "1 thing you did" in seen(page)
    assert f'data-name="tpm-portal-{timezone.localdate()}.zip"' in text(page)
    refused = learning.post("/account/delete/", {"password": "wrong"})
    assert (refused.status_code, "This is not your present password." in text(refused)) == (422, True)
    assert ("Nothing is deleted yet." in text(refused), "Not saved yet" in text(refused)) == (True, False)
    refused = learning.post("/account/delete/", {})
    assert (refused.status_code, "This field is required." in text(refused)) == (422, True)
    assert kept_for(learner.pk)[0] > 0
    theirs = kept_for(stranger.pk)
    answer = learning.post("/account/delete/", {"password": PASSWORD}, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "Your account is deleted, with everything in it." in text(answer)
    assert User.objects.filter(pk=learner.pk).count() == 0
    # The other device is signed out within one request.
    assert phone.get("/account/data/").url == "/account/login/?next=/account/data/"
    assert kept_for(stranger.pk) == theirs
    assert learning.post("/account/delete/", {"password": PASSWORD}).url == "/account/login/?next=/account/delete/"


def test_a_visitor_deletes_nothing(client, db):
    assert client.get("/account/delete/").url == "/account/login/?next=/account/delete/"
    assert client.post("/account/delete/", {}).url == "/account/login/?next=/account/delete/"


def test_a_curators_account_stays_and_says_why(curating, curator):
    assert "You're a curator" in seen(curating.get("/account/delete/"))
    answer = curating.post("/account/delete/", {"password": PASSWORD})
    assert (answer.status_code, "You're a curator" in seen(answer)) == (200, True)
    with pytest.raises(StaffError):
        leave(curator)
    assert User.objects.filter(pk=curator.pk).exists()


def test_who_became_a_learner_again_leaves_what_they_changed_without_a_name(learner):
    batch = Batch.objects.create(by=learner, what="Was a curator then", at=timezone.now(), kind=Batch.Kind.EDIT)
    leave(learner)
    batch.refresh_from_db()
    assert batch.by is None


def test_leaving_twice_is_leaving_once(learner):
    leave(learner)
    leave(User(pk=learner.pk, email=learner.email))
    assert not User.objects.filter(pk=learner.pk).exists()


def test_who_has_no_password_shows_who_they_are_otherwise(learning, learner):
    learner.set_unusable_password()
    learner.save()
    learning.force_login(learner)
    page = learning.get("/account/delete/")
    assert (page.status_code, 'name="password"' in text(page)) == (200, False)
    assert learning.post("/account/delete/").url == "/"
    assert not User.objects.filter(pk=learner.pk).exists()


def test_guessing_is_stopped(learning, learner):
    statuses = [learning.post("/account/delete/", {"password": "wrong"}).status_code for _ in range(12)]
    assert statuses[-1] == 429
    assert User.objects.filter(pk=learner.pk).exists()


def test_a_farewell_is_mailed_where_mail_is_sent(learner, settings, mailoutbox):
    settings.MAIL_CONFIGURED = True
    leave(learner)
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["learner@example.org"], "[TPM Portal] Your account was deleted")
    assert "The account of learner@example.org was deleted on " in mail.body


@pytest.mark.django_db(transaction=True)
def test_what_is_recorded_while_somebody_leaves_is_not_left_behind(learner):
    result = just_after(lambda: leave(learner), lambda: make_evidence(learner))
    assert isinstance(result, IntegrityError)
    assert kept_for(learner.pk) == (0, 0)


def test_whose_sessions_are_all_listed_is_not_looked_for_among_everybody_elses(client, learner, monkeypatch):
    client.post("/account/login/", {"login": learner.email, "password": PASSWORD})
    Client().force_login(make_user("somebody@example.org"))
    monkeypatch.setattr(Session, "get_decoded", lambda session: pytest.fail("It was opened."))
    leave(learner)
    assert not Session.objects.filter(pk=client.cookies["sessionid"].value).exists()
    assert Session.objects.count() == 1
