"""A learner's page is made once and shown again, until anything that it is made of changes; and to nobody else."""

import gzip
import re
import uuid
from threading import Thread

import pytest
from django.apps import apps
from django.contrib.messages import constants
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from accounts.models import Edition, User
from evidence.models import Evidence
from interviews.mock import mocking
from keeping.models import Event
from roadmap.models import Step
from tests.addresses import every_address, make_something_of_everything
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence
from tests.factories.interviews import make_mock, make_question
from tests.factories.resumes import make_resume
from tests.factories.reviews import make_review_link
from tpm_portal import kept_for_one

pytestmark = pytest.mark.django_db
# Tables with a key of a user that no learner's page shows: what somebody may do at the desk, and what they did there.
NOT_SHOWN = {
    *("accounts_user_groups", "accounts_user_user_permissions", "django_admin_log", "curation_report"),
    *("curation_importdraft", "curation_draft", "curation_batch"),
}
# The session and the user.
WHO = 2
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="(\w{64})"')
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
FRESH = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b")


@pytest.fixture(autouse=True)
def nothing_kept_yet():
    kept_for_one.PAGES.__init__(kept_for_one.MOST_BYTES)


def counted(client, address, **extra):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, **extra)
    return response.content.decode(), len(queries)


def marks(user):
    return set(Edition.objects.filter(learner=user.pk).values_list("pk", flat=True))


def test_every_table_of_a_learner_marks_them_anew():
    theirs = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy and any(field.column == "user_id" for field in model._meta.concrete_fields)
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, array_agg(tgname::text ORDER BY tgname) FROM pg_trigger "
            "WHERE tgname LIKE 'accounts_marks_%' GROUP BY 1"
        )
        marking = dict(cursor.fetchall())
    assert set(marking) == (theirs | {"accounts_user"}) - NOT_SHOWN
    each = ["accounts_marks_delete", "accounts_marks_insert", "accounts_marks_update"]
    assert {table for table, names in marking.items() if names != each} == set()


def test_each_change_marks_its_learner_alone_and_sweeps_what_was(learner, stranger):
    piece = make_evidence(learner)
    before = {learner: marks(learner), stranger: marks(stranger)}
    for change in (
        lambda: Evidence.objects.filter(pk=piece.pk).update(happened="Else"),
        lambda: User.objects.filter(pk=learner.pk).update(name="Else"),
        lambda: Event.objects.filter(user=learner).delete(),
    ):
        change()
        after = marks(learner)
        assert len(after) == 1
        assert after.isdisjoint(before[learner])
        before[learner] = after
    assert marks(stranger) == before[stranger]
    # Nothing was found to change.
    Evidence.objects.filter(pk=0).update(happened="Else")
    assert marks(learner) == before[learner]
    # What moves to somebody else is a change of both.
    Evidence.objects.filter(pk=piece.pk).update(user=stranger)
    assert marks(learner).isdisjoint(before[learner])
    assert marks(stranger).isdisjoint(before[stranger])
    key = learner.pk
    learner.delete()
    assert not Edition.objects.filter(learner=key).exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_wait_and_both_are_seen(learner):
    pieces = [make_evidence(learner) for _ in range(2)]
    before, seen_by_other = marks(learner), []

    def write():
        Evidence.objects.filter(pk=pieces[1].pk).update(happened="By the other")
        seen_by_other.extend(marks(learner))
        connection.close()

    with transaction.atomic():
        Evidence.objects.filter(pk=pieces[0].pk).update(happened="By one")
        other = Thread(target=write)
        other.start()
        other.join(timeout=20)
        assert not other.is_alive()
    after = marks(learner)
    # What the other could see was without the work of one, which was not there yet.
    assert len({frozenset(one) for one in (before, seen_by_other, after)}) == 3
    assert len(after) == 2
    assert after.isdisjoint(before)


def test_a_page_is_made_once(seeded, learning):
    first, made = counted(learning, "/")
    again, asked = counted(learning, "/")
    assert made > WHO
    assert asked == WHO
    assert CSRF.sub("", again) == CSRF.sub("", first)


def test_what_they_change_shows_at_once(seeded, learning, learner):
    piece = make_evidence(learner, happened="Moved the harbor")
    address = piece.get_absolute_url()
    assert "Moved the harbor" in counted(learning, address)[0]
    assert counted(learning, address)[1] == WHO
    Evidence.objects.filter(pk=piece.pk).update(happened="Moved the bridge")
    page, asked = counted(learning, address)
    assert ("Moved the bridge" in page, asked > WHO) == (True, True)
    make_evidence(make_user("another@example.org"))
    assert counted(learning, address)[1] == WHO


def test_what_a_curator_changes_shows_at_once(seeded, learning):
    learning.get("/roadmap/")
    assert counted(learning, "/roadmap/")[1] == WHO
    Step.objects.filter(number=1).update(title="Get your papers")
    assert "Get your papers" in counted(learning, "/roadmap/")[0]


def test_what_is_asked_for_and_how_has_pages_of_its_own(seeded, learning):
    whole = counted(learning, "/interviews/")[0]
    assert counted(learning, "/interviews/?q=risk")[0] != whole
    assert counted(learning, "/interviews/", headers={"hx-request": "true"})[1] > WHO
    assert counted(learning, "/interviews/", headers={"host": "other.example.org"})[1] > WHO
    assert counted(learning, "/interviews/?q=" + "a" * 2_000)[1] > WHO
    assert counted(learning, "/interviews/?q=" + "a" * 2_000)[1] > WHO


def test_each_session_has_its_own(seeded, learning, learner):
    learning.get("/")
    elsewhere = Client()
    elsewhere.force_login(learner)
    assert counted(elsewhere, "/")[1] > WHO
    learning.logout()
    assert "Good to see you" not in learning.get("/").content.decode()


def test_a_message_is_shown_once(seeded, learning, learner):
    learning.get("/")
    request = learning.get("/bin/").wsgi_request
    request._messages.add(constants.SUCCESS, "Only this once.")
    request._messages.update(None)
    request.session.save()
    assert [("Only this once." in learning.get("/").content.decode()) for _ in range(3)] == [True, False, False]


def test_nothing_is_kept_of_curators(seeded, curator):
    at_desk = Client()
    at_desk.force_login(curator)
    at_desk.get("/")
    assert counted(at_desk, "/")[1] > WHO


def test_nothing_is_kept_of_what_somebody_else_shares(seeded, learner, stranger):
    resume = make_resume(learner, name="For the harbor")
    address, _ = make_review_link(resume)
    reader = Client()
    reader.force_login(stranger)
    assert reader.get(address).status_code == 200
    assert counted(reader, address)[1] > WHO


def test_the_list_of_mock_interviews_is_kept_and_a_run_with_its_clock_is_not(seeded, learning, learner):
    run = make_mock(learner, make_question(), make_question(), seed="amber harbor 42")
    for address in ("/interviews/mock/", f"{run.get_absolute_url()}links/"):
        learning.get(address)
        assert counted(learning, address)[1] == WHO
    learning.get(run.get_absolute_url())
    assert counted(learning, run.get_absolute_url())[1] > WHO
    assert "Go on at question 1 of 2" in counted(learning, "/interviews/mock/")[0]
    mocking.end(run, place=1, phase="question", at=timezone.now())
    assert "Report: 1 question<" in counted(learning, "/interviews/mock/")[0]


def test_it_is_as_old_as_a_minute_at_most(seeded, learning, monkeypatch):
    learning.get("/")
    now = kept_for_one.time.monotonic() + kept_for_one.SECONDS
    monkeypatch.setattr(kept_for_one.time, "monotonic", lambda: now)
    assert counted(learning, "/")[1] > WHO


SAME = ["/salaries/", "/salaries/13-1082/us/all-industries/", "/salaries/compare/", "/skills/", "/credentials/pmp/"]
SAME += ["/guide/", "/privacy/"]


@pytest.mark.parametrize("address", SAME)
def test_what_is_the_same_for_all_learners_is_made_once_for_them_in_the_frame_of_each(seeded, learning, address):
    number = "salaries_keptnumber" if address.startswith("/salaries/") and "compare" not in address else ""
    first = learning.get(address).content.decode()
    for name, theme, other in (("<Aurelia>", "system", True), ("Balthazar", "dark", False)):
        user = make_user(f"{theme}@example.org", name=name, theme=theme)
        client = Client(enforce_csrf_checks=True)
        client.force_login(user)
        page, asked = counted(client, address)
        if other:
            assert asked == WHO + bool(number)
        kept_for_one.PAGES.__init__(0)
        anew = client.get(address).content.decode()
        kept_for_one.PAGES.__init__(kept_for_one.MOST_BYTES)
        learning.get(address)
        assert CSRF.sub("", page) == CSRF.sub("", anew)
        assert escape(name) in page
        assert page != first
        token = CSRF.findall(page)[0]
        assert client.post("/account/theme/", {"theme": "light", "csrfmiddlewaretoken": token}).status_code == 302


def test_whose_own_number_is_among_the_figures_has_a_page_of_their_own(seeded, learning, learner, stranger):
    other = Client()
    other.force_login(stranger)
    address = "/salaries/"
    plain = other.get(address).content.decode()
    assert "Your saved number is shown" not in plain
    form = {"amount": "123456", "currency": "USD", "period": "year", "kind": "base", "place": "us", "level": "all"}
    assert learning.post("/salaries/my-number/", form | {"keep": ""}).status_code == 200
    assert "Your saved number is shown" in learning.get(address).content.decode()
    assert CSRF.sub("", other.get(address).content.decode()) == CSRF.sub("", plain)


def test_two_windows_with_the_same_page_make_two_rows(seeded, learner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    address = "/evidence/background/add/training/"
    windows = [client.get(address).content.decode() for _ in range(3)]
    forms = [dict(HIDDEN.findall(page)) for page in windows]
    assert len({form["token"] for form in forms}) == 3
    assert len({form["csrfmiddlewaretoken"] for form in forms}) == 3
    for number, form in enumerate(forms):
        filled = form | {"title": f"Course {number}", "hours": "3", "finished_on": "2024-03-31", "kind": "pm_education"}
        assert client.post(address, filled).status_code == 302
    titles = apps.get_model("evidence.Training").objects.for_user(learner).values_list("title", flat=True)
    assert sorted(titles) == ["Course 0", "Course 1", "Course 2"]


def test_every_page_is_the_same_when_it_is_shown_again_but_for_the_tokens_of_new_rows(seeded, learning, learner):
    kept = 0
    values = make_something_of_everything(learner)
    for address in every_address(values):
        if address.startswith(("/admin/", "/account/")) or "/preview/" in address:
            continue
        first = learning.get(address)
        if first.status_code != 200 or first.streaming or "html" not in first.headers.get("Content-Type", ""):
            continue
        again, asked = counted(learning, address)
        if asked > WHO:
            continue
        kept += 1
        packed = learning.get(address, headers={"Accept-Encoding": "gzip, br"})
        kept_for_one.PAGES.__init__(kept_for_one.MOST_BYTES)
        anew = learning.get(address).content.decode()
        first = first.content.decode()
        assert FRESH.sub("", CSRF.sub("", again)) == FRESH.sub("", CSRF.sub("", first)), address
        assert packed.headers["Content-Encoding"] == "gzip", address
        assert "Accept-Encoding" in packed.headers["Vary"], address
        assert int(packed.headers["Content-Length"]) == len(packed.content), address
        whole = gzip.decompress(packed.content).decode()
        assert FRESH.sub("", CSRF.sub("", whole)) == FRESH.sub("", CSRF.sub("", first)), address
        # What is another each time the page is made is another each time it is shown.
        new = set(FRESH.findall(anew)) - set(FRESH.findall(first))
        assert len(set(FRESH.findall(again)) - set(FRESH.findall(first))) == len(new), address
        assert all(uuid.UUID(one) for one in new)
        assert set(CSRF.findall(again)).isdisjoint(CSRF.findall(first)), address
    assert kept > 100
