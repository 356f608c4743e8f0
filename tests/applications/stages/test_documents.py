"""What went out for an application: marked as applied in one press, with a frozen resume, a kept copy, or nothing."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from applications.postings.models import Application
from applications.postings.taking_in import begin
from applications.stages import applying
from applications.stages.models import StageChange
from keeping import verbs
from keeping.history import events_of
from resumes.making.models import SentCopy
from tests.factories.applications import make_application, make_stage
from tests.factories.evidence import make_evidence, make_position
from tests.factories.resumes import make_bullet, make_contact, make_line, make_resume, make_sent
from tests.forms import forms_of
from tests.kit import at_once, unescaped, words


@pytest.fixture
def resume(learner):
    make_contact(learner)
    piece = make_evidence(learner, happened="The move", amount="40", unit="%")
    make_bullet(learner, text="Cut calls by 40%", position=make_position(learner), evidence=[piece])
    return make_resume(learner, name="For Northwind")


@pytest.fixture
def application(learner, resume):
    return make_application(learner, title="Program lead", employer="Northwind", resume=resume)


def address(application, name="documents"):
    return reverse(f"applications:{name}", args=[application.pk])


def form(client, application):
    where = address(application)
    return next(one for one in forms_of(client.get(where), where) if "sent" in one.typed)


def press(client, application, begun=None, **typed):
    begun = begun or form(client, application)
    return client.post(begun.action, begun.data(**typed), follow=True)


def stage(application):
    return Application.objects.with_stage().get(pk=application.pk).stage


def test_one_press_marks_it_as_applied_and_freezes_the_resume(learning, learner, application, resume):
    begun = form(learning, application)
    assert begun.action == address(application, "apply")
    said = dict(begun.fields)
    assert (said["sent"], said["on"]) == (f"resume:{resume.pk}", timezone.localdate().isoformat())
    body = words(press(learning, application, begun, on="2026-11-09", note="On their page"))
    assert "Saved: Applied, Nov 9, 2026." in body
    assert "Saved as it was sent: Northwind, Nov 9, 2026." in body
    change, copy = StageChange.objects.latest("pk"), SentCopy.objects.get()
    assert (change.stage, f"{change.on}", change.note) == ("applied", "2026-11-09", "On their page")
    assert (copy.user, copy.resume, copy.name) == (learner, resume, "For Northwind")
    assert (copy.employer, copy.purpose, f"{copy.on}") == ("Northwind", "Program lead", "2026-11-09")
    assert {file.format for file in copy.files.all()} == {"pdf", "docx", "txt"}
    assert list(application.sent_copies.all()) == [copy]
    assert stage(application) == "applied"
    # Frozen is frozen.
    before = bytes(copy.files.get(format="txt").data)
    make_line(resume, "text:headline", wording="Another headline")
    assert bytes(copy.files.get(format="txt").data) == before
    body = words(learning.get(address(application)))
    assert "Applied on" in body
    assert f'href="{copy.get_absolute_url()}"' in body


def test_applied_before_it_was_saved_here_it_is_applied(learning, application):
    StageChange.objects.filter(application=application).delete()
    begin(application, at=timezone.now(), today=timezone.localdate())
    press(learning, application, on="2026-11-09", sent="")
    assert stage(application) == "applied"


def test_what_was_said_of_an_application_that_went_to_the_bin_meanwhile_is_kept(learning, application):
    begun = form(learning, application)
    verbs.put_in_bin(application, at=timezone.now())
    response = learning.post(begun.action, begun.data(note="By mail", sent=""))
    assert (response.status_code, response.url) == (302, "/bin/")
    assert StageChange.objects.get(stage="applied").note == "By mail"


def test_the_same_press_again_does_it_once(learning, application):
    begun = form(learning, application)
    press(learning, application, begun)
    body = words(press(learning, application, begun))
    assert "It was already saved: Applied" in body
    assert "It was already saved, as it was sent: Northwind" in body
    assert StageChange.objects.filter(stage="applied").count() == SentCopy.objects.count() == 1
    assert application.sent_copies.count() == 1


def test_the_same_press_with_other_words_changes_the_stage_and_leaves_the_copy(learning, application):
    begun = form(learning, application)
    press(learning, application, begun, note="By mail")
    body = words(press(learning, application, begun, note="On their page"))
    assert "Saved: Applied" in body
    assert StageChange.objects.get(stage="applied").note == "On their page"
    assert SentCopy.objects.count() == 1


def test_another_window_that_changed_it_is_not_replaced_in_silence(learning, application):
    begun = form(learning, application)
    press(learning, application, begun, sent="")
    change = StageChange.objects.get(stage="applied")
    verbs.change(change, values={"note": "Elsewhere"}, seen=1, at=timezone.now())
    response = press(learning, application, begun, note="Here")
    assert response.status_code == 422
    assert "was changed since" in unescaped(response)
    assert "Here" in unescaped(response)
    assert not SentCopy.objects.exists()


def test_a_copy_that_is_kept_already_is_linked(learning, application, resume):
    copy = make_sent(resume, employer="Northwind")
    body = words(press(learning, application, sent=f"copy:{copy.pk}"))
    assert "Sent for this one: Northwind" in body
    assert (list(application.sent_copies.all()), SentCopy.objects.count()) == ([copy], 1)


def test_without_any_resume_it_is_applied_all_the_same(learning, application):
    press(learning, application, sent="")
    assert (stage(application), SentCopy.objects.count()) == ("applied", 0)


def test_one_more_copy_is_added_to_what_was_sent_and_no_stage(learning, application, resume):
    make_stage(application, stage="screening")
    make_stage(application, stage="applied")
    begun = form(learning, application)
    assert begun.action == address(application, "attach_copy")
    before = StageChange.objects.count()
    for said in ("Saved as it was sent: Northwind", "It was already saved, as it was sent: Northwind"):
        assert said in words(press(learning, application, begun, sent=f"resume:{resume.pk}", on="2026-11-09"))
    assert StageChange.objects.count() == before
    # Another press is another copy: the resume may be another by now.
    press(learning, application, sent=f"resume:{resume.pk}")
    assert application.sent_copies.count() == 2
    response = press(learning, application, sent="")
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["sent"])


def test_a_copy_is_taken_off_and_put_back(learning, application, resume):
    press(learning, application)
    copy = SentCopy.objects.get()
    where = reverse("applications:unlink_copy", args=[application.pk, copy.pk])
    assert f'action="{where}"' in unescaped(learning.get(address(application)))
    for said in ("Not sent for this one: Northwind", "It was not linked: Northwind"):
        assert said in words(learning.post(where, follow=True))
    assert (application.sent_copies.count(), SentCopy.objects.count()) == (0, 1)
    assert learning.get(copy.get_absolute_url()).status_code == 200
    learning.post(reverse("keeping:undo", args=[events_of(application)[0].pk]))
    assert list(application.sent_copies.all()) == [copy]


def test_the_page_of_a_copy_says_what_it_went_out_for(learning, learner, stranger, application, resume):
    copy = make_sent(resume)
    page = words(learning.get(copy.get_absolute_url()))
    assert "It went out for" not in page
    applying.link(application, copy, at=timezone.now())
    page = words(learning.get(copy.get_absolute_url()))
    where = application.get_absolute_url()
    assert f'It went out for <a href="{where}" dir="auto">Program lead, Northwind</a>.' in page
    verbs.put_in_bin(application, at=timezone.now())
    assert "Program lead, Northwind" not in words(learning.get(copy.get_absolute_url()))


def test_a_copy_in_the_bin_is_not_shown_and_comes_back_linked(learning, application, resume):
    copy = make_sent(resume, name="The one of May")
    applying.link(application, copy, at=timezone.now())
    verbs.put_in_bin(copy, at=timezone.now())
    assert "The one of May" not in words(learning.get(address(application)))
    verbs.bring_back(copy, at=timezone.now())
    assert "The one of May" in words(learning.get(address(application)))


def test_a_resume_that_no_file_can_hold_keeps_nothing_and_says_why(learning, learner, application):
    # More than 3,000 lines.
    for number in range(5):
        make_position(learner, employer=f"Acme {number}", summary="\n".join("a" * 900))
    response = press(learning, application, note="On their page")
    assert response.status_code == 422
    assert "Nothing was saved. This resume is" in words(response)
    assert "On their page" in unescaped(response)
    assert (stage(application), SentCopy.objects.count()) == ("saved", 0)


def test_a_copy_without_a_pdf_says_why(learning, learner, application, resume):
    make_bullet(learner, text="Led 9 \U0001f600", position=make_position(learner))
    body = words(press(learning, application))
    assert "Saved as Word and Text: Northwind" in body
    assert "There is no PDF of it." in body
    assert {file.format for file in SentCopy.objects.get().files.all()} == {"docx", "txt"}


@pytest.mark.parametrize("employer", ["", "N" * 160])
def test_a_copy_names_the_job_where_no_employer_is_known(learning, learner, resume, employer):
    application = make_application(learner, title="L" * 200, employer=employer, resume=resume)
    press(learning, application)
    copy = SentCopy.objects.get()
    assert (copy.employer, copy.purpose) == (employer or "L" * 160, "L" * 200)


@pytest.mark.parametrize(
    "typed",
    [
        {"on": "2999-01-01"},
        {"on": "1900-01-01"},
        {"on": ""},
        {"on": "soon"},
        {"note": "a\x00b"},
        {"note": "x" * 2001},
        {"sent": "resume:999999"},
        {"sent": "copy:0"},
        {"sent": "\x00"},
        {"sent": "resume:"},
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(learning, application, typed):
    response = press(learning, application, **({"note": "Typed"} | typed))
    assert (response.status_code, list(response.context["form"].errors)) == (422, list(typed))
    assert typed.get("note", "Typed") in unescaped(response)
    assert (stage(application), SentCopy.objects.count()) == ("saved", 0)


def test_nothing_of_others_can_be_sent(learning, learner, stranger, application):
    theirs = make_resume(stranger, name="Zanzibar")
    copy = make_sent(theirs)
    assert "Zanzibar" not in unescaped(learning.get(address(application)))
    for sent in (f"resume:{theirs.pk}", f"copy:{copy.pk}"):
        assert press(learning, application, sent=sent).status_code == 422
    where = reverse("applications:unlink_copy", args=[application.pk, copy.pk])
    assert learning.post(where).status_code == 404


def test_nobody_else_sees_or_sends(client, learner, stranger, curator, application, resume):
    copy = make_sent(resume)
    applying.link(application, copy, at=timezone.now())
    acts = [address(application, name) for name in ("apply", "attach_copy")]
    acts.append(reverse("applications:unlink_copy", args=[application.pk, copy.pk]))
    sent = {"token": str(uuid.uuid4()), "press": str(uuid.uuid4()), "seen": 0, "on": "2026-11-09", "sent": ""}
    for other in (stranger, curator):
        client.force_login(other)
        assert client.get(address(application)).status_code == 404
        assert [client.post(act, sent).status_code for act in acts] == [404, 404, 404]
    client.logout()
    assert client.get(address(application)).url.startswith("/account/login/")
    assert client.post(acts[2]).url.startswith("/account/login/")
    client.force_login(learner)
    for act in acts:
        assert (client.get(act).url, client.put(act).status_code) == (address(application), 405)
    assert (stage(application), application.sent_copies.count()) == ("saved", 1)


def test_what_somebody_typed_before_they_signed_in_again_is_shown(client, application):
    response = client.post(address(application, "apply"), {"note": "On their page", "on": "2026-11-09"})
    assert "On their page" in unescaped(response)


@pytest.mark.django_db(transaction=True)
def test_two_windows_that_link_at_once_link_both(learner, resume):
    application = make_application(learner)
    copies = [make_sent(resume) for _ in range(2)]
    at_once(*(lambda copy=copy: applying.link(application, copy, at=timezone.now()) for copy in copies))
    assert set(application.sent_copies.all()) == set(copies)


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_page_takes_as_many_queries_as_ever(learning, learner, application, resume, number):
    for _ in range(number):
        applying.link(application, make_sent(resume), at=timezone.now())
        make_sent(make_resume(learner))
    taken = []
    for _ in range(2):
        learning.get(address(application))
        with CaptureQueriesContext(connection) as queries:
            assert learning.get(address(application)).status_code == 200
        taken.append(len(queries))
        make_stage(application, on=timezone.localdate() - timedelta(days=1))
    assert taken == [8, 8]
    copy = SentCopy.objects.first()
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(copy.get_absolute_url()).status_code == 200
    assert len(queries) == 6
