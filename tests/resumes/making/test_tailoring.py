"""Resumes that are tailored or copied, and who may see and touch one."""

import uuid

import pytest
from django.utils import timezone

from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from resumes.making.models import Resume, Revision
from tests.factories.evidence import make_project
from tests.factories.resumes import make_bullet, make_line, make_resume
from tests.forms import forms_of
from tests.kit import text, unescaped, words
from tests.resumes.pressing import act, at, shown, word

OF_A_RESUME = {
    "resume": (), "edit_resume": (), "bin_resume": (), "act": (), "word": (), "dismiss": (), "preview": (), "read": (),
    "send": (), "revisions": (), "file": ("pdf",), "revision": (1,), "restore_revision": (1,),
}  # fmt: skip
POSTED = ("act", "preview", "bin_resume", "restore_revision")


def test_a_tailored_resume_says_only_what_it_does_otherwise(learning, learner, resume, bullets, keys):
    tailored = make_resume(learner, name="For Acme", base=resume)
    act(learning, resume, f"hide {keys[0]}")
    word(learning, resume, keys[1], "Ran 4 teams")
    assert shown(tailored) == ["Ran 4 teams", "Led 5 teams"]
    word(learning, tailored, keys[1], "Drove 4 teams")
    act(learning, tailored, f"show {keys[0]}")
    assert (shown(tailored)[:2], shown(resume)) == (["Led 3 teams", "Drove 4 teams"], ["Ran 4 teams", "Led 5 teams"])
    word(learning, resume, keys[1], "Steered 4 teams")
    body = words(learning.get(tailored.get_absolute_url()))
    assert "It said “<bdi>Ran 4 teams</bdi>” when you worded it here; now it says “<bdi>Steered 4 teams</bdi>”" in body
    act(learning, tailored, f"beneath {keys[1]}")
    assert shown(tailored) == ["Led 3 teams", "Steered 4 teams", "Led 5 teams"]
    verbs.change(bullets[2], values={"text": "Led 55 teams"}, seen=1, at=timezone.now())
    assert [shown(row)[-1] for row in (tailored, resume)] == ["Led 55 teams"] * 2


def test_one_that_others_are_tailored_from_is_not_tailored_itself(learning, learner, resume):
    make_resume(learner, base=resume)
    other = make_resume(learner)
    sent = {"token": resume.token, "seen": 1, "name": resume.name, "look": "classic", "base": other.pk}
    response = learning.post(at("edit_resume", resume.pk), sent)
    assert response.status_code == 422
    assert "Others are tailored from this one, so it cannot be tailored itself." in unescaped(response)


@pytest.mark.parametrize("field", ["base", "copy"])
def test_nobody_elses_resume_is_a_base_or_copied(learning, learner, stranger, resume, field):
    theirs = make_resume(stranger, name="Zanzibar")
    binned = make_resume(learner, name="Binned")
    verbs.put_in_bin(binned, at=timezone.now())
    for key in (theirs.pk, binned.pk, "x", "\x00", 10**30):
        page = learning.get(at("add_resume"), {field: key})
        assert page.status_code == 200
        assert "Zanzibar" not in text(page)
        sent = {"token": uuid.uuid4(), "seen": 0, "name": "New", "look": "classic", field: key}
        assert learning.post(at("add_resume"), sent).status_code == 422
    assert set(Resume.objects.for_user(learner)) == {resume}


def test_a_copy_says_all_that_the_other_says(learning, resume, keys):
    word(learning, resume, keys[0], "Ran 3 teams")
    act(learning, resume, f"hide {keys[1]}")
    address = at("add_resume", query=f"?copy={resume.pk}")
    (form,) = [form for form in forms_of(learning.get(address), address) if "name" in form.typed]
    learning.post(form.action, form.data())
    copy = Resume.objects.latest("pk")
    assert (copy.name, copy.base, shown(copy)) == ("Copy of All I did", None, ["Ran 3 teams", "Led 5 teams"])
    act(learning, copy, f"show {keys[1]}")
    assert shown(resume) == ["Ran 3 teams", "Led 5 teams"]


def test_nobody_else_sees_or_touches_a_resume(client, learner, stranger, curator, resume, keys):
    make_line(resume, keys[0], wording="Zanzibar")
    before = Event.objects.count()
    for other in (stranger, curator):
        client.force_login(other)
        for name, rest in OF_A_RESUME.items():
            address = at(name, resume.pk, *rest)
            sent = {"do": f"hide {keys[0]}", "key": keys[0], "was": "", "wording": "x", "code": "no-evidence"}
            assert client.post(address, sent).status_code == 404, name
            if name not in POSTED:
                assert client.get(address).status_code == 404, name
        assert "Zanzibar" not in text(client.get(at("resumes")))
    assert Event.objects.count() == before


def test_a_visitor_signs_in_first(client, resume):
    for name, rest in OF_A_RESUME.items():
        address = at(name, resume.pk, *rest)
        assert client.post(address).url.startswith("/account/login/"), name
        if name not in POSTED:
            assert client.get(address).url.startswith("/account/login/"), name
    assert [event.act for event in events_of(resume)] == ["added"]


def test_acts_answer_to_post_alone_and_a_look_changes_nothing(learning, resume, keys):
    make_line(resume, keys[0], wording="Ran 3 teams")
    before = (Event.objects.count(), Revision.objects.count())
    for name, rest in OF_A_RESUME.items():
        address = at(name, resume.pk, *rest)
        assert learning.put(address).status_code == 405, name
        response = learning.get(address, {"do": f"hide {keys[0]}", "key": keys[0], "wording": "x"})
        assert response.status_code == (302 if name in (*POSTED, "dismiss") else 200), name
    assert (Event.objects.count(), Revision.objects.count()) == before


def test_a_project_at_a_job_gives_its_bullets_to_the_job(learner, resume, position, bullets):
    project = make_project(learner, position=position, title="The move")
    make_bullet(learner, text="Moved 9 teams", project=project)
    assert shown(resume) == ["Led 3 teams", "Led 4 teams", "Led 5 teams", "Moved 9 teams"]
    verbs.put_in_bin(position, at=timezone.now())
    assert shown(resume) == ["Moved 9 teams"]
