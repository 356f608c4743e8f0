"""Revisions: every save is kept, any two are shown side by side, and any comes back."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from keeping import verbs
from keeping.models import Event
from resumes.making.models import Resume, Revision
from resumes.making.revising import Row, side_by_side
from resumes.writing.content import Content, Entry, Kind, Section
from tests.factories.evidence import make_position
from tests.factories.resumes import composed, make_bullet, make_contact, make_line, make_resume
from tests.kit import words


@pytest.fixture
def position(learner):
    return make_position(learner, employer="Acme", title="Lead", summary="What it was")


@pytest.fixture
def bullets(learner, position):
    return [make_bullet(learner, text=f"Led {number} teams", position=position) for number in (3, 4)]


@pytest.fixture
def keys(bullets):
    return [f"bullet:{bullet.token}" for bullet in bullets]


@pytest.fixture
def resume(learner, keys):
    """One that was saved three times."""
    row = make_resume(learner, name="All I did")
    make_line(row, "text:headline", wording="Program manager")
    make_line(row, keys[0], wording="Ran 3 teams")
    make_line(row, keys[1], shown=False)
    return row


def shown(resume):
    return [told.line.text for _, told in composed(resume).shown_bullets()]


def look(client, resume, number, **asked):
    return client.get(reverse("resumes:revision", args=[resume.pk, number]), asked)


def restore(client, resume, number):
    return client.post(reverse("resumes:restore_revision", args=[resume.pk, number]), follow=True)


def reworded(bullet, text):
    verbs.change(bullet, values={"text": text}, seen=bullet.edition, at=timezone.now())


def differing(response):
    return [(row.left, row.right) for row in response.context["rows"] if not row.same]


def test_every_save_is_kept_and_listed_the_newest_first(learning, resume):
    response = learning.get(reverse("resumes:revisions", args=[resume.pk]))
    assert [(one.number, one.what) for one in response.context["page"]] == [
        (3, "Left out: Led 4 teams"),
        (2, "Worded: Led 3 teams"),
        (1, "Worded: Headline"),
    ]


def test_what_its_form_saves_is_kept_too_once_for_each_change(learning, keys):
    sent = {"token": str(uuid.uuid4()), "seen": "0", "name": "All I did", "look": "classic"}
    for _ in range(2):
        learning.post(reverse("resumes:add_resume"), sent)
    row = Resume.objects.get()
    make_line(row, keys[0], shown=False)
    edit = reverse("resumes:edit_resume", args=[row.pk])
    for _ in range(2):
        learning.post(edit, sent | {"seen": "2", "look": "compact"})
    said = [(3, "Name, layout, paper"), (2, "Left out: Led 3 teams"), (1, "Started")]
    assert [(one.number, one.what) for one in Revision.objects.all()] == said
    restore(learning, row, 1)
    row.refresh_from_db()
    assert (row.look, shown(row)) == ("classic", ["Led 3 teams", "Led 4 teams"])


def test_a_save_is_shown_beside_the_resume_as_it_is(learning, resume):
    response = look(learning, resume, 1)
    assert response.context["other"] is None
    assert [left.strip("•– ") for left, _ in differing(response)] == ["Led 3 teams", "Led 4 teams"]
    assert [right.strip("•– ") for _, right in differing(response)] == ["Ran 3 teams", ""]


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 1), (3, 1), (1, 3)])
def test_any_two_saves_are_shown_side_by_side(learning, resume, one, other):
    response = look(learning, resume, one, **{"with": other})
    assert (response.context["revision"].number, response.context["other"].number) == (one, other)
    assert sorted(save.number for save in response.context["others"]) == sorted({1, 2, 3} - {one})
    back = look(learning, resume, other, **{"with": one})
    assert [(right, left) for left, right in differing(response)] == differing(back)
    assert differing(response)


@pytest.mark.parametrize("odd", ["", "0", "99", "x", "\x00", "9" * 30, "-1"])
def test_beside_nothing_that_there_is_it_is_shown_as_it_is_now(learning, resume, odd):
    response = look(learning, resume, 1, **{"with": odd})
    assert (response.status_code, response.context["other"]) == (200, None)


@pytest.mark.parametrize("number", [0, 99, 10**30])
def test_a_save_that_is_not_there_is_not_found(learning, resume, number):
    assert look(learning, resume, number).status_code == 404
    assert restore(learning, resume, number).status_code == 404


def test_an_old_save_is_still_found_among_many(learning, resume, keys):
    for number in range(30):
        make_line(resume, "text:headline", wording=f"Manager {number}")
    response = look(learning, resume, 1, **{"with": 2})
    assert (response.context["revision"].number, response.context["other"].number) == (1, 2)
    assert [save.number for save in response.context["others"]] == [*range(33, 10, -1), 2]


def test_a_save_comes_back_as_one_more_save(learning, resume):
    assert "It reads again as in revision 1." in words(restore(learning, resume, 1))
    assert shown(resume) == ["Led 3 teams", "Led 4 teams"]
    assert Revision.objects.first().what == "Restored from revision 1"
    assert "It reads so already." in words(restore(learning, resume, 1))
    assert "It reads again as in revision 3." in words(restore(learning, resume, 3))
    assert shown(resume) == ["Ran 3 teams"]
    assert Revision.objects.count() == 5
    # Which is an act like any other.
    learning.post(reverse("keeping:undo", args=[Event.objects.latest("pk").pk]))
    assert shown(resume) == ["Led 3 teams", "Led 4 teams"]


def test_layout_and_paper_come_back_too(learning, resume):
    resume.refresh_from_db()
    verbs.change(resume, values={"look": "compact", "paper": "a4"}, seen=resume.edition, at=timezone.now())
    restore(learning, resume, 3)
    resume.refresh_from_db()
    assert (resume.look, resume.paper) == ("classic", "")


def test_what_was_reworded_in_the_base_since_is_worded_here_as_it_was(learning, resume, bullets):
    reworded(bullets[1], "Led 44 teams")
    reworded(bullets[0], "Led 33 teams")
    restore(learning, resume, 2)
    assert shown(resume) == ["Ran 3 teams", "Led 4 teams"]
    lines = composed(resume).lines
    assert lines[f"bullet:{bullets[1].token}"].own
    assert not lines[f"bullet:{bullets[1].token}"].changed_beneath
    bullets[1].refresh_from_db()
    assert bullets[1].text == "Led 44 teams"


def test_what_was_reworded_in_a_job_or_the_resume_beneath_is_worded_here_as_it_was(learning, learner, resume, position):
    tailored = make_resume(learner, base=resume)
    then = make_line(tailored, "section:skills", shown=False)
    make_line(resume, "text:headline", wording="Project manager")
    verbs.change(position, values={"summary": "Something else"}, seen=1, at=timezone.now())
    restore(learning, tailored, then.number)
    now = composed(tailored)
    assert (now.headline.text, now.lines[f"position:{position.token}"].text) == ("Program manager", "What it was")


def test_bullets_that_are_gone_are_named_and_do_not_come_back(learning, resume, bullets):
    verbs.put_in_bin(bullets[1], at=timezone.now())
    response = look(learning, resume, 1)
    assert response.context["gone"] == ["Led 4 teams"]
    assert "1 bullet of it is no longer recorded and would not come back: “<bdi>Led 4 teams</bdi>”." in words(response)
    restore(learning, resume, 1)
    assert shown(resume) == ["Led 3 teams"]
    verbs.bring_back(bullets[1], at=timezone.now())
    assert look(learning, resume, 1).context["gone"] == []


def test_what_a_save_says_is_said_as_text(learning, learner, resume, keys):
    make_contact(learner, name="<b>سارة</b>", profiles=[{"network": "LinkedIn", "username": "s", "url": ""}])
    make_line(resume, keys[0], wording="قاد <i>3</i> فرق")
    body = learning.get(reverse("resumes:revision", args=[resume.pk, 4])).content.decode()
    assert '<td dir="auto">&lt;b&gt;سارة&lt;/b&gt;</td>' in body
    assert "قاد &lt;i&gt;3&lt;/i&gt; فرق" in body


def content(*texts):
    entries = tuple(Entry(Kind.PROJECTS, title=text, key=text) for text in texts)
    return Content(sections=(Section(Kind.PROJECTS, "Projects", entries=entries),))


def test_side_by_side_what_is_the_same_stands_together():
    rows = side_by_side(content("The move", "The launch"), content("The move", "The merger", "The launch"))
    assert [row for row in rows if not row.same] == [Row("", "The merger")]
