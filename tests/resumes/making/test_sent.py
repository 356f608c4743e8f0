"""Copies that were sent: kept byte for byte, once for each press, and never changed by anything afterwards."""

import uuid
from datetime import date, timedelta
from hashlib import sha256

import pytest
import typst
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from resumes.making.models import SentCopy, SentFile
from tests.factories.evidence import make_evidence, make_position
from tests.factories.keeping import restore_address
from tests.factories.resumes import make_bullet, make_contact, make_line, make_resume, make_sent
from tests.forms import forms_of
from tests.kit import text, unescaped, words


@pytest.fixture
def piece(learner):
    return make_evidence(learner, happened="The move", amount="40", unit="%")


@pytest.fixture
def bullet(learner, piece):
    return make_bullet(learner, text="Cut calls by 40%", position=make_position(learner), evidence=[piece])


@pytest.fixture
def resume(learner, bullet):
    make_contact(learner)
    return make_resume(learner, name="For Acme", purpose="Program manager")


def filled(**more):
    return {"token": str(uuid.uuid4()), "employer": "Acme", "purpose": "Program manager", "on": "2026-11-02"} | more


def send(client, resume, **more):
    return client.post(reverse("resumes:send", args=[resume.pk]), filled(**more), follow=True)


def files(client, copy):
    """The bytes of each file as they are given out."""
    return {
        ending: client.get(reverse("resumes:sent_file", args=[copy.pk, ending])).content
        for ending in SentFile.Format.values
    }


def test_the_form_begins_with_today_and_what_the_resume_is_for(learning, resume):
    address = reverse("resumes:send", args=[resume.pk])
    (form,) = [form for form in forms_of(learning.get(address), address) if "employer" in form.typed]
    said = dict(form.fields)
    assert (said["employer"], said["purpose"]) == ("", "Program manager")
    assert said["on"] == timezone.localdate().isoformat()


def test_a_copy_is_kept_with_its_files_their_hash_the_day_the_employer_and_the_purpose(learning, learner, resume):
    response = send(learning, resume)
    copy = SentCopy.objects.get()
    assert (copy.user, copy.resume, copy.name, copy.employer, copy.purpose, copy.on) == (
        *(learner, resume, "For Acme", "Acme", "Program manager", date(2026, 11, 2)),
    )
    assert "Saved as it was sent: Acme, Nov 2, 2026." in words(response)
    kept = {file.format: (bytes(file.data), file.sha256) for file in SentFile.objects.filter(copy=copy)}
    assert set(kept) == {"pdf", "docx", "txt"}
    assert all(digest == sha256(data).hexdigest() for data, digest in kept.values())
    assert files(learning, copy) == {ending: data for ending, (data, _) in kept.items()}
    made = {ending: learning.get(reverse("resumes:file", args=[resume.pk, ending])).content for ending in kept}
    assert files(learning, copy) == made
    assert b"Cut calls by 40%" in made["txt"]
    body = words(learning.get(copy.get_absolute_url()))
    assert all(digest in body for _, digest in kept.values())
    assert [event.act for event in events_of(copy)] == ["added"]


def test_the_same_press_again_keeps_one_copy_and_says_so(learning, resume):
    token = str(uuid.uuid4())
    for said in ("Saved as it was sent: Acme", "It was already saved: Acme"):
        assert said in words(send(learning, resume, token=token))
    assert (SentCopy.objects.count(), SentFile.objects.count()) == (1, 3)


def test_the_same_press_with_other_words_or_a_changed_resume_leaves_the_copy(learning, resume, bullet):
    token = str(uuid.uuid4())
    send(learning, resume, token=token)
    copy = SentCopy.objects.get()
    before = files(learning, copy)
    verbs.change(bullet, values={"text": "Cut calls by 41%"}, seen=1, at=timezone.now())
    assert "its copy stays as it was saved: Acme" in words(send(learning, resume, token=token, employer="Initech"))
    assert "It was already saved" in words(send(learning, resume, token=token))
    assert (SentCopy.objects.get().employer, files(learning, copy)) == ("Acme", before)


def test_frozen_is_frozen_whatever_changes_around_it(learning, learner, monkeypatch, piece, bullet):
    base = make_resume(learner, name="All I did")
    make_contact(learner)
    resume = make_resume(learner, name="For Acme", base=base)
    send(learning, resume)
    copy = SentCopy.objects.get()
    before = files(learning, copy)

    def still():
        learning.get(resume.get_absolute_url())
        return files(learning, copy) == before

    def now():
        return {ending: learning.get(reverse("resumes:file", args=[resume.pk, ending])).content for ending in before}

    made = now()
    changes = {
        "evidence": lambda: verbs.change(piece, values={"happened": "Else"}, seen=1, at=timezone.now()),
        "bullet": lambda: verbs.change(bullet, values={"text": "Cut it by 41%"}, seen=1, at=timezone.now()),
        "base": lambda: make_line(base, "text:headline", wording="Manager"),
        "own": lambda: make_line(resume, "text:summary", wording="Sums up"),
        "layout": lambda: _change(resume, look="compact", paper="a4"),
        "name": lambda: _change(resume, name="Else"),
        "typst": lambda: monkeypatch.setattr(typst, "Compiler", AnotherTypst),
        "gone": lambda: verbs.put_in_bin(bullet, at=timezone.now()),
        "put away": lambda: verbs.put_in_bin(base, at=timezone.now()),
    }
    for name, change in changes.items():
        change()
        if name == "put away":
            assert files(learning, copy) == before
        else:
            assert still(), name
        if name in ("bullet", "base", "own", "layout", "typst", "gone"):
            # What is made today is another.
            assert made != (made := now()), name
    copy.refresh_from_db()
    assert (copy.name, copy.resume) == ("For Acme", resume)


class AnotherTypst:
    """A version of the library that sets the same pages into other bytes."""

    Compiler = typst.Compiler

    def __init__(self, *args, **kwargs):
        self.compiler = self.Compiler(*args, **kwargs)
        self.query = self.compiler.query

    def compile(self, **kwargs):
        made = self.compiler.compile(**kwargs)
        return made.replace(b"%PDF-1.7", b"%PDF-2.0") if isinstance(made, bytes) else made


def _change(row, **values):
    row.refresh_from_db()
    return verbs.change(row, values=values, seen=row.edition, at=timezone.now())


@pytest.mark.parametrize(
    ("table", "change"),
    [
        (SentFile, {"data": b"other"}),
        (SentFile, {"sha256": "0" * 64}),
        (SentFile, {"format": "docx"}),
        (SentCopy, {"employer": "Initech"}),
        (SentCopy, {"on": date(2026, 11, 3)}),
        (SentCopy, {"purpose": ""}),
        (SentCopy, {"name": "Else"}),
        (SentCopy, {"token": uuid.uuid4()}),
    ],
)
def test_the_database_refuses_to_change_what_was_sent(resume, table, change):
    make_sent(resume)
    before = list(table.objects.values_list())
    with pytest.raises(IntegrityError, match="What was sent stays as it was sent"), transaction.atomic():
        table.objects.update(**change)
    ((name, value),) = change.items()
    update = f'UPDATE {table._meta.db_table} SET "{name}" = %s'  # noqa: S608
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(update, [value])
    assert list(table.objects.values_list()) == before


def test_a_copy_cannot_be_changed_as_other_rows_are(resume):
    copy = make_sent(resume)
    with pytest.raises(IntegrityError), transaction.atomic():
        verbs.change(copy, values={"employer": "Initech"}, seen=1, at=timezone.now())
    assert [event.act for event in events_of(copy)] == ["added"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("employer", "", "Say whom you sent it to."),
        ("employer", "x" * 161, "Ensure this value has at most 160 characters (it has 161)."),
        ("employer", "Ac\x00me", "Null characters are not allowed."),
        ("purpose", "x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
        ("on", "", "Give the day you sent it."),
        ("on", "soon", "Enter a valid date."),
        ("on", "1949-12-31", "Choose a day from 1950 on."),
        ("token", "x", "Enter a valid UUID."),
    ],
)
def test_what_is_wrong_is_named_and_what_was_typed_stays(learning, resume, field, value, said):
    response = send(learning, resume, **{"purpose": "Typed by me", field: value})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert said in unescaped(response) or field == "token"
    assert field == "purpose" or "Typed by me" in text(response)
    assert SentCopy.objects.count() == 0


def test_a_day_to_come_is_refused(learning, resume):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert "This day cannot be in the future." in words(send(learning, resume, on=tomorrow.isoformat()))
    assert SentCopy.objects.count() == 0


def test_a_page_that_cannot_be_set_leaves_the_other_files_and_it_says_why(learning, resume, bullet):
    verbs.change(bullet, values={"text": "Led 9 \U0001f600"}, seen=1, at=timezone.now())
    response = send(learning, resume)
    assert "Saved as Word and Text: Acme, Nov 2, 2026. There is no PDF of it." in words(response)
    assert "\U0001f600" in words(response)
    assert [file.format for file in SentFile.objects.all()] == ["docx", "txt"]


def test_what_no_file_can_hold_is_not_kept_and_it_says_why(learning, learner, resume):
    # More than 3,000 lines.
    position = make_position(learner, summary="\n".join("a" * 900))
    for number in range(4):
        make_position(learner, employer=f"Acme {number}", summary=position.summary)
    response = send(learning, resume)
    assert response.status_code == 422
    assert "No copy was saved. This resume is" in words(response)
    assert (SentCopy.objects.count(), Event.objects.filter(subject="resumes.sentcopy").count()) == (0, 0)


def test_what_was_sent_is_listed_the_latest_first_page_by_page(learning, learner, resume):
    copies = [make_sent(resume, on=date(2026, 1, 1) + timedelta(days=day)) for day in range(26)]
    response = learning.get(reverse("resumes:sent"))
    assert list(response.context["page"]) == copies[:0:-1]
    for odd in ("2", "x", "%00", "9" * 5000):
        assert learning.get(f"{reverse('resumes:sent')}?page={odd}").status_code == 200


def test_a_copy_goes_to_the_bin_and_comes_back_as_it_was(learning, resume):
    send(learning, resume)
    copy = SentCopy.objects.get()
    before = files(learning, copy)
    for said in ("Deleted: Acme, Nov 2, 2026", "It was already deleted"):
        assert said in words(learning.post(reverse("resumes:bin_sent", args=[copy.pk]), follow=True))
    assert learning.get(copy.get_absolute_url()).status_code == 404
    assert learning.get(reverse("resumes:sent_file", args=[copy.pk, "pdf"])).status_code == 404
    learning.post(restore_address(copy))
    assert files(learning, copy) == before


def test_a_copy_stays_when_its_resume_is_deleted_for_good(learning, resume):
    copy = make_sent(resume)
    verbs.put_in_bin(resume, at=timezone.now())
    resume.delete()
    copy.refresh_from_db()
    assert copy.resume is None
    assert learning.get(reverse("resumes:sent_file", args=[copy.pk, "pdf"])).content == b"%PDF-1.7 as it was"


@pytest.mark.parametrize("ending", ["docx", "exe", "PDF"])
def test_a_file_that_was_not_kept_is_not_found(learning, resume, ending):
    assert learning.get(reverse("resumes:sent_file", args=[make_sent(resume).pk, ending])).status_code == 404


def test_a_file_is_one_to_keep_with_the_name_of_the_day(learning, resume):
    response = learning.get(reverse("resumes:sent_file", args=[make_sent(resume).pk, "pdf"]))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert "2026-11-02.pdf" in response["Content-Disposition"]


def test_nobody_else_sees_or_touches_a_copy(client, learner, stranger, curator, resume):
    copy = make_sent(resume, employer="Zanzibar")
    addresses = [copy.get_absolute_url(), reverse("resumes:sent_file", args=[copy.pk, "pdf"])]
    bin_ = reverse("resumes:bin_sent", args=[copy.pk])
    for other in (stranger, curator):
        client.force_login(other)
        assert [client.get(address).status_code for address in addresses] == [404, 404]
        assert client.post(bin_).status_code == 404
        assert "Zanzibar" not in text(client.get(reverse("resumes:sent")))
    client.logout()
    assert "Zanzibar" not in text(client.get(reverse("resumes:sent")))
    for address in (*addresses, reverse("resumes:send", args=[resume.pk])):
        assert client.get(address).url.startswith("/account/login/")
    assert client.post(bin_).url.startswith("/account/login/")
    client.force_login(learner)
    for address in (*addresses, bin_, reverse("resumes:sent")):
        assert client.put(address).status_code == 405
    assert client.get(bin_).status_code == 302
    assert [event.act for event in events_of(copy)] == ["added"]


def test_a_token_of_somebody_elses_copy_makes_a_copy_of_ones_own(client, learner, stranger, resume):
    copy = make_sent(resume)
    client.force_login(stranger)
    make_contact(stranger)
    assert "Saved as it was sent" in words(send(client, make_resume(stranger), token=str(copy.token)))
    assert [row.user for row in SentCopy.objects.filter(token=copy.token).order_by("pk")] == [learner, stranger]
