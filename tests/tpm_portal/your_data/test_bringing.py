"""An archive comes back by the pages: looked at first, then all of it or nothing, and once."""

import io
import json
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import User
from evidence.models import Evidence
from keeping import verbs
from keeping.models import Brought, Event
from keeping.taking.export import documents
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress
from tests.addresses import make_something_of_everything
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence
from tests.forms import forms_of
from tests.kit import seen, text
from tpm_portal.daily import do_all
from tpm_portal.receiving import ARCHIVE_BYTES, FILE_BYTES, FORM_BYTES, may_send_file, most_bytes
from tpm_portal.your_data import looking, unpacking, waiting
from tpm_portal.your_data.archive import archive

BRING = "/account/data/bring/"
KEEP = f"{BRING}keep/"


def document_of(user):
    return b"".join(documents(user))


def brought(client, data, name="tpm-portal.zip"):
    return client.post(BRING, {"file": SimpleUploadedFile(name, data)})


def pressed(client, page, button="Bring it in", **choices):
    """The answer to the yes on a page that shows what would come in."""
    (form,) = [form for form in forms_of(page, BRING) if form.action == KEEP]
    return client.post(KEEP, form.data(**choices), follow=True)


def zip_of(user):
    return b"".join(archive(user, at=timezone.now()))


def test_everything_comes_back_into_a_new_account_byte_for_byte(client, seeded, learner):
    make_something_of_everything(learner)
    learner.email = "elsewhere@example.org"
    said, packed = document_of(learner), zip_of(learner)
    User.objects.filter(pk=learner.pk).delete()
    again = make_user("learner@example.org")
    client.force_login(again)
    page = brought(client, packed)
    assert page.status_code == 200
    assert "Nothing is changed yet." in seen(page)
    assert not Evidence.objects.filter(user=again).exists()
    answer = pressed(client, page)
    assert "Brought in: " in seen(answer)
    assert answer.redirect_chain == [("/account/data/", 302)]
    again.refresh_from_db()
    assert json.loads(document_of(again))["tables"] == json.loads(said)["tables"]
    assert not Brought.objects.exists()


def test_the_same_again_says_that_everything_is_here(learning, learner):
    make_evidence(learner)
    page = brought(learning, zip_of(learner))
    before = document_of(learner)
    assert "Everything was here already. Nothing was changed." in seen(pressed(learning, page))
    assert document_of(learner) == before


def test_a_second_press_does_nothing_and_says_so(learning, learner, stranger):
    make_evidence(learner)
    data = document_of(learner)
    learner_again = make_user("again@example.org")
    learning.force_login(learner_again)
    page = brought(learning, data, "everything.json")
    assert "Brought in: " in seen(pressed(learning, page))
    once = document_of(learner_again)
    assert "There is no archive that waits for your yes" in seen(pressed(learning, page))
    assert document_of(learner_again) == once


@pytest.mark.parametrize("which", ["", "here", "there"])
def test_what_differs_stands_side_by_side_and_the_newer_is_chosen_beforehand(learning, learner, which):
    piece = make_evidence(learner, happened="As it was")
    data = zip_of(learner)
    verbs.change(piece, values={"happened": "As it is"}, seen=1, at=timezone.now() + timedelta(minutes=1))
    page = brought(learning, data)
    assert "What happened As it is As it was" in seen(page)
    assert "Keep what is here (newer)" in seen(page)
    (form,) = [form for form in forms_of(page, BRING) if form.action == KEEP]
    (name,) = [name for name in form.typed if name.startswith("choice-")][:1]
    assert dict(form.fields)[name] == "here"
    learning.post(KEEP, form.data(**({name: which} if which else {})))
    piece.refresh_from_db()
    assert piece.happened == ("As it was" if which == "there" else "As it is")


@pytest.mark.parametrize(("every", "becomes"), [("", "As it is"), ("newer", "As it is"), ("there", "As it was")])
def test_more_than_is_shown_is_chosen_at_once(learning, learner, monkeypatch, every, becomes):
    monkeypatch.setattr(looking, "MOST_SHOWN", 1)
    pieces = [make_evidence(learner, happened="As it was") for _ in range(3)]
    data = zip_of(learner)
    for piece in pieces:
        verbs.change(piece, values={"happened": "As it is"}, seen=1, at=timezone.now() + timedelta(minutes=1))
    page = brought(learning, data)
    assert "All 3 at once As chosen below; of the 2 that aren't shown, the newer" in seen(page)
    pressed(learning, page, every=every)
    assert set(Evidence.objects.values_list("happened", flat=True)) == {becomes}


def test_of_two_notes_that_were_written_apart_both_stay_and_the_second_time_nothing_happens(learning, learner, seeded):
    milestone, now = Milestone.objects.order_by("pk")[0], timezone.now()
    elsewhere = make_user("elsewhere@example.org")
    for user, note, at in ((learner, "Of here", now), (elsewhere, "Of there", now + timedelta(minutes=1))):
        tracking.write_note(user=user, milestone=milestone, note=note, seen=0, at=at)
    data = document_of(elsewhere)
    page = brought(learning, data, "everything.json")
    assert "Both notes stay: the one in the file goes beneath yours." in seen(page)
    pressed(learning, page)
    assert MilestoneProgress.objects.for_user(learner).get().note == "Of here\n\nOf there"
    once = document_of(learner)
    page = brought(learning, data, "everything.json")
    assert "Both notes stay" not in seen(page)
    pressed(learning, page)
    assert document_of(learner) == once


@pytest.mark.parametrize("every", ["here", "there"])
def test_a_note_that_the_other_grew_out_of_is_no_second_one(learning, learner, seeded, every):
    milestone, now = Milestone.objects.order_by("pk")[0], timezone.now()
    tracking.write_note(user=learner, milestone=milestone, note="A first try", seen=0, at=now)
    data, last = document_of(learner), Event.objects.filter(user=learner).latest("pk").pk
    tracking.write_note(user=learner, milestone=milestone, note="Rewritten", seen=last, at=now + timedelta(minutes=1))
    pressed(learning, brought(learning, data, "everything.json"), every=every)
    assert (
        MilestoneProgress.objects.for_user(learner).get().note == {"here": "Rewritten", "there": "A first try"}[every]
    )


def test_what_differs_is_called_as_the_pages_call_it(learning, learner, seeded):
    milestone, at = Milestone.objects.order_by("pk")[0], timezone.now()
    tracking.say_not_now(user=learner, milestone=milestone, not_now=True, at=at)
    data = zip_of(learner)
    MilestoneProgress.objects.for_user(learner).update(state="doing")
    page = seen(brought(learning, data))
    assert f"Milestone progress: {milestone.title}" in page
    assert "State Doing To do" in page
    assert "Milestones you worked on" in page


def test_content_that_is_not_here_is_named_and_what_is_about_it_kept_aside(learning, learner):
    row = {"subject": "evidence.skillstanding"}
    data = json.loads(document_of(learner))
    standing = {"skill": "juggling", "token": str(uuid.uuid4()), "created_at": "2026-05-01T10:00:00+00:00", "now": 2}
    data["tables"]["evidence.skillstanding"] = [standing]
    page = brought(learning, json.dumps(data).encode(), "everything.json")
    assert "Content that this site does not have" in seen(page), row
    assert "juggling" in seen(page)
    assert "1 kept aside" in seen(pressed(learning, page))
    assert json.loads(document_of(learner))["tables"]["keeping.keptaside"][0]["row"]["skill"] == "juggling"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "This file is empty."),
        (b"{", "This is not JSON as this site writes it."),
        (b'{"basics": {"name": "Somebody"}}', "This is JSON, but not an export of this site"),
        (b'{"schema": {"name": "tpm-portal-takeout", "version": 99}}', "is of version 99"),
        (b"\x00" * 50, "This is not JSON"),
        (b"PK\x03\x04" + b"\x00" * 50, "The archive is broken"),
        (b"[" * 100_000, "deeper than any export"),
    ],
)
def test_what_cannot_be_brought_is_refused_beside_the_field(learning, data, words):
    answer = brought(learning, data)
    assert (answer.status_code, words in seen(answer)) == (422, True)
    assert not Brought.objects.exists()


def test_no_file_at_all(learning):
    assert "Choose a file." in seen(learning.post(BRING, {}))
    assert "Choose a file." in seen(learning.post(BRING, {"file": "a text"}))


def test_a_row_that_points_nowhere_is_refused_with_its_place_and_nothing_waits(learning, learner):
    piece = make_evidence(learner)
    data = json.loads(document_of(learner))
    data["tables"]["evidence.evidence"][0]["project"] = str(piece.token)
    answer = brought(learning, json.dumps(data).encode(), "everything.json")
    assert (answer.status_code, "names a row that is neither in this file" in seen(answer)) == (422, True)
    assert not Brought.objects.exists()


def test_what_another_window_brought_meanwhile_is_looked_at_first(learning, learner):
    first = zip_of(learner)
    page = brought(learning, first)
    data = json.loads(document_of(learner))
    data["account"]["name"] = "Ann"
    brought(learning, json.dumps(data).encode(), "second.json")
    answer = pressed(learning, page)
    assert (answer.status_code, "You brought another archive meanwhile" in seen(answer)) == (409, True)
    learner.refresh_from_db()
    assert learner.name == ""
    pressed(learning, answer)
    learner.refresh_from_db()
    assert learner.name == "Ann"


def test_what_waits_can_be_looked_at_again_and_forgotten(learning, learner, stranger, client):
    brought(learning, zip_of(learner), "mine.zip")
    assert "mine.zip" in seen(learning.get(BRING))
    assert "What would come in" in seen(learning.post(f"{BRING}look/"))
    assert "Nothing was changed." in seen(learning.post(f"{BRING}forget/", follow=True))
    assert "mine.zip" not in seen(learning.get(BRING))
    assert "There is no archive that waits" in seen(learning.post(f"{BRING}look/", follow=True))


@pytest.mark.parametrize("address", [KEEP, f"{BRING}look/"])
def test_what_waits_and_cannot_be_read_by_a_newer_release_is_refused_in_words(learning, learner, address):
    waiting.put(learner, name="everything.json", document=b'{"schema": 5}', at=timezone.now())
    page = learning.post(address, {"seen": Brought.objects.get().digest})
    assert page.status_code == 422
    assert "it does not say so under “schema”" in seen(page)
    assert not Brought.objects.exists()


def test_what_a_stranger_brought_is_nobody_elses(client, learner, stranger):
    client.force_login(stranger)
    brought(client, zip_of(stranger), "theirs.zip")
    client.force_login(learner)
    assert "theirs.zip" not in seen(client.get(BRING))
    assert "There is no archive that waits" in seen(client.post(KEEP, {}, follow=True))


def test_nobody_keeps_an_archive_for_longer_than_a_day(learning, learner):
    brought(learning, zip_of(learner))
    now = timezone.now()
    do_all(now=now + timedelta(hours=23))
    assert Brought.objects.count() == 1
    day = do_all(now=now + timedelta(hours=25))
    assert "Archives: 1 archives that nobody said yes to are forgotten." in day.lines
    assert not Brought.objects.exists()


def test_a_visitor_brings_nothing(client, db):
    assert client.get(BRING).url == f"/account/login/?next={BRING}"
    for path in ("look/", "keep/", "forget/"):
        assert client.get(f"{BRING}{path}").url == BRING
        assert client.post(f"{BRING}{path}").url == f"/account/login/?next={BRING}"


def test_an_archive_may_be_larger_than_any_other_file_and_only_where_it_is_brought(learning):
    assert most_bytes(BRING) == ARCHIVE_BYTES == 32 * 1024 * 1024 + FORM_BYTES
    assert most_bytes("/resumes/bring/") == most_bytes("/") == FILE_BYTES
    cookies = "; ".join(f"{one.key}={one.value}" for one in learning.cookies.values())
    asks = {"REQUEST_METHOD": "POST", "PATH_INFO": BRING}
    assert may_send_file({**asks, "HTTP_COOKIE": cookies})
    assert not may_send_file(asks)
    assert "At most 32 MB." in text(learning.get(BRING))


def test_a_bomb_is_refused(learning, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_MEGABYTES", 1)
    made = io.BytesIO()
    with unpacking.ZipFile(made, "w", 8) as packed:
        packed.writestr("everything.json", b"[" + b" " * 2_000_000 + b"]")
    answer = brought(learning, made.getvalue())
    assert (answer.status_code, "Unpacked it is more than 1 MB" in seen(answer)) == (422, True)
