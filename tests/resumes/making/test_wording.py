"""Wording a line, looking at the pages, the files, and letting a check stand."""

import gzip
import sys
import uuid

import brotli
import pytest
from django.utils import timezone

from keeping import verbs
from resumes.making.models import Dismissal, ResumeLine, Revision, SentFile
from tests.factories.resumes import line_of, make_contact, make_line, make_resume
from tests.forms import forms_of
from tests.kit import text, unescaped, words
from tests.resumes.pressing import ODD, act, at, shown, undo_last, word


def test_what_changed_beneath_an_own_wording_is_said_and_settled(learning, resume, bullets, keys):
    make_line(resume, keys[0], wording="Said my way")
    for text_, do, said in (
        ("Led 30 teams", "keep", "Saved with this wording."),
        ("Led 31 teams", "beneath", "It goes back to what it says underneath."),
    ):
        row = type(bullets[0]).objects.get(pk=bullets[0].pk)
        verbs.change(row, values={"text": text_}, seen=row.edition, at=timezone.now())
        body = words(learning.get(resume.get_absolute_url()))
        assert "Changed underneath." in body
        assert f"now it says “<bdi>{text_}</bdi>”" in body
        assert said in act(learning, resume, f"{do} {keys[0]}")
        assert not line_of(resume, keys[0]).changed_beneath
    assert shown(resume)[0] == "Led 31 teams"


def test_a_line_is_worded_for_one_resume_and_stays_what_it_was_beneath(learning, learner, resume, bullets, keys):
    other = make_resume(learner)
    assert "Saved." in words(word(learning, resume, keys[0], "Ran 3 teams"))
    assert "Nothing had changed." in words(word(learning, resume, keys[0], "Ran 3 teams"))
    assert (shown(resume)[0], shown(other)[0]) == ("Ran 3 teams", "Led 3 teams")
    bullets[0].refresh_from_db()
    assert (bullets[0].text, bullets[0].edition) == ("Led 3 teams", 1)
    (line,) = ResumeLine.objects.all()
    assert (line.key, line.wording, line.beneath, line.shown, line.rank) == (
        *(keys[0], "Ran 3 teams", "Led 3 teams", None, None),
    )
    word(learning, resume, keys[0], "")
    assert ResumeLine.objects.count() == 0
    assert [one.what for one in Revision.objects.order_by("number")] == ["Worded: Led 3 teams", "Worded: Ran 3 teams"]


def test_an_older_window_does_not_reword_in_silence(learning, resume, keys):
    address = at("word", resume.pk, query=f"?key={keys[0]}")
    (older,) = [form for form in forms_of(learning.get(address), address) if "wording" in form.typed]
    word(learning, resume, keys[0], "Ran 3 teams")
    response = learning.post(older.action, older.data(wording="Drove 3 teams"))
    assert response.status_code == 422
    assert "worded otherwise in another window since you opened it here: “Ran 3 teams”" in unescaped(response)
    assert shown(resume)[0] == "Ran 3 teams"
    (again,) = [form for form in forms_of(response, address) if "wording" in form.typed]
    assert dict(again.fields)["wording"] == "Drove 3 teams"
    learning.post(again.action, again.data())
    assert shown(resume)[0] == "Drove 3 teams"


def test_a_bullet_that_changes_while_it_is_worded_is_seen_first(learning, resume, bullets, keys):
    verbs.change(bullets[0], values={"text": "Led 33 teams"}, seen=1, at=timezone.now())
    response = word(learning, resume, keys[0], "Ran 3 teams", was="Led 3 teams")
    assert (response.status_code, shown(resume)[0]) == (422, "Led 33 teams")


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("x" * 5001, "This holds 5000 characters at most; yours has 5001. It is not saved yet, and nothing is lost."),
        ("nul\x00", "Null characters are not allowed."),
    ],
)
def test_a_wording_that_is_no_wording_is_refused_and_stays(learning, resume, keys, wording, said):
    response = word(learning, resume, keys[0], wording)
    assert response.status_code == 422
    assert said in unescaped(response)
    assert wording.replace("\x00", "")[:300] in unescaped(response).replace("\x00", "")
    assert ResumeLine.objects.count() == 0


def test_what_is_typed_comes_back_as_it_was_typed(learning, resume, keys):
    typed = "قاد <b>«3 فرق»</b>\r\nوأكثر #import $x$"
    word(learning, resume, keys[0], typed)
    kept = typed.replace("\r\n", "\n")
    assert shown(resume)[0] == kept
    address = at("word", resume.pk, query=f"?key={keys[0]}")
    (form,) = [form for form in forms_of(learning.get(address), address) if "wording" in form.typed]
    assert dict(form.fields)["wording"] == typed
    assert "Nothing had changed." in words(learning.post(form.action, form.data(), follow=True))
    body = text(learning.get(resume.get_absolute_url()))
    assert '<span dir="auto">قاد &lt;b&gt;' in body
    assert "<b>«" not in body


@pytest.mark.parametrize("odd", ODD)
def test_a_line_that_is_not_there_cannot_be_worded(learning, resume, odd):
    response = learning.get(at("word", resume.pk), {"key": odd})
    assert (response.status_code, response.url) == (302, resume.get_absolute_url())
    response = learning.post(at("word", resume.pk), {"key": odd, "was": "", "wording": "Zanzibar"})
    assert (response.status_code, ResumeLine.objects.count()) == (422, 0)
    assert "Zanzibar</textarea>" in text(response)


@pytest.mark.parametrize(
    ("taken", "packing", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
        ("deflate, gzip", "gzip", gzip.decompress),
    ],
)
def test_a_preview_comes_packed_to_whoever_takes_it(learning, resume, keys, taken, packing, unpack):
    said = {"key": keys[0], "was": "", "wording": "Ran all of it"}
    plain = learning.post(at("preview", resume.pk), said)
    packed = learning.post(at("preview", resume.pk), said, headers={"accept-encoding": taken})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == packing
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert unpack(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 3
    assert int(packed.headers["Content-Length"]) == len(packed.content)


def test_a_preview_shows_what_is_typed_and_keeps_nothing(learning, resume, keys):
    before = text(learning.get(resume.get_absolute_url()))
    seen = learning.post(at("preview", resume.pk), {"key": keys[0], "was": "", "wording": "Ran all of it"})
    same = learning.post(at("preview", resume.pk), {"key": keys[0], "was": "", "wording": "Led 3 teams"})
    assert seen.context["drawn"].pages != same.context["drawn"].pages
    assert same.context["drawn"].pages[0] in before
    for odd in ODD:
        assert learning.post(at("preview", resume.pk), {"key": odd, "wording": odd}).status_code == 200
    assert (ResumeLine.objects.count(), Revision.objects.count()) == (0, 0)


def test_pages_that_cannot_be_drawn_leave_the_rest_and_say_why(learning, learner, resume):
    make_contact(learner, name="李雷 \U0001f600")
    response = learning.get(resume.get_absolute_url())
    assert response.context["drawn"].error in unescaped(response)
    assert "\U0001f600" in response.context["drawn"].error
    assert "Led 3 teams" in text(response)


def test_without_the_program_that_sets_pages_all_else_works_and_it_says_so(learning, resume, keys, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    said = "No PDF can be made: the program that sets the pages (typst) is not installed on this server."
    assert said in act(learning, resume, f"hide {keys[0]}")
    assert said in words(learning.get(at("file", resume.pk, "pdf"), follow=True))
    assert b"Led 4 teams" in learning.get(at("file", resume.pk, "txt")).content
    sent = {"token": uuid.uuid4(), "employer": "Acme", "on": "2026-11-02"}
    assert f"There is no PDF of it. {said}" in words(learning.post(at("send", resume.pk), sent, follow=True))
    assert set(SentFile.objects.values_list("format", flat=True)) == {"docx", "txt"}
    assert said in words(learning.get(at("read", resume.pk)))


@pytest.mark.parametrize("ending", ["pdf", "docx", "txt", "md", "json"])
def test_a_resume_is_given_out_as_a_file_the_same_each_time(learning, learner, resume, ending):
    make_contact(learner, name="Zoë قاسم")
    once, again = (learning.get(at("file", resume.pk, ending)) for _ in range(2))
    assert once.content == again.content
    assert once["Content-Disposition"] == f'attachment; filename="Zoe-resume.{ending}"'
    assert learning.get(at("file", resume.pk, "exe")).status_code == 404


def test_a_check_is_let_stand_with_a_reason_and_looked_at_again(learning, resume, keys):
    address = at("dismiss", resume.pk, query=f"?code=no-evidence&key={keys[0]}")
    (form,) = [form for form in forms_of(learning.get(address), address) if "reason" in form.typed]
    (stand,) = form.buttons
    before = learning.get(resume.get_absolute_url()).context["page"].number_open
    response = learning.post(form.action, form.data(stand, reason="Everybody knows"), follow=True)
    assert "It stands as it is." in words(response)
    assert "Because: <bdi>Everybody knows</bdi>" in words(response)
    assert response.context["page"].number_open == before - 1
    assert "Nothing had changed." in words(
        learning.post(form.action, form.data(stand, reason="Everybody knows"), follow=True)
    )
    (form,) = [form for form in forms_of(learning.get(address), address) if "reason" in form.typed]
    response = learning.post(form.action, form.data(form.buttons[1]), follow=True)
    assert "It is back among what is worth a look." in words(response)
    assert (response.context["page"].number_open, Dismissal.objects.count()) == (before, 0)
    undo_last(learning, resume)
    assert Dismissal.objects.get().reason == "Everybody knows"


@pytest.mark.parametrize(("code", "key"), [("", ""), ("gap", ""), ("\x00", "\x00"), ("no-evidence", "x" * 9999)])
def test_what_no_check_says_is_not_let_stand(learning, resume, code, key):
    for response in (
        learning.get(at("dismiss", resume.pk), {"code": code, "key": key}, follow=True),
        learning.post(at("dismiss", resume.pk), {"code": code, "key": key, "reason": "So"}, follow=True),
    ):
        assert "There is nothing of that kind any more." in words(response)
    assert Dismissal.objects.count() == 0


def test_a_reason_that_is_too_long_is_refused_and_stays(learning, resume, keys):
    for reason in ("y" * 301, "Zanzibar\x00"):
        sent = {"code": "no-evidence", "key": keys[0], "reason": reason}
        response = learning.post(at("dismiss", resume.pk), sent)
        assert response.status_code == 422
        assert reason.strip("\x00") in text(response)
    assert Dismissal.objects.count() == 0


@pytest.mark.parametrize("key", [2**31, 2**63, 10**30])
def test_a_number_that_no_resume_has_is_nothing_to_draw_or_print(learning, resume, key):
    assert learning.post(at("preview", key), {"key": "", "was": "", "wording": ""}).status_code == 404
    assert learning.get(at("file", key, "pdf")).status_code == 404
