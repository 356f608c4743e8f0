"""Two windows at the very same moment: each act on a resume builds on what the other has done, and nothing is lost."""

import uuid
from datetime import date

import pytest
from django.utils import timezone

from keeping.models import Event
from resumes.making import arranging, revising, sending
from resumes.making.models import Resume, Revision, SentCopy, SentFile
from tests.factories.accounts import make_user
from tests.factories.evidence import make_position
from tests.factories.resumes import composed, make_bullet, make_line, make_resume
from tests.kit import at_once, just_after

pytestmark = pytest.mark.django_db(transaction=True)

NOW = timezone.now()


@pytest.fixture
def resume(transactional_db):
    """One with two bullets."""
    user = make_user()
    position = make_position(user)
    for text in ("Led a", "Led b"):
        make_bullet(user, text=text, position=position)
    return make_resume(user)


@pytest.fixture
def keys(resume):
    return [told.line.item.key for _, told in composed(resume).shown_bullets()]


def hide(resume, key):
    return arranging.show(resume, key, shown=False, at=NOW)


def test_two_lines_left_out_at_once_are_both_left_out(resume, keys):
    assert just_after(lambda: hide(resume, keys[0]), lambda: hide(resume, keys[1])) is not None
    assert composed(resume).shown_bullets() == []
    assert list(Revision.objects.values_list("number", flat=True)) == [2, 1]


def test_one_line_left_out_twice_at_once_is_one_change(resume, keys):
    assert just_after(lambda: hide(resume, keys[0]), lambda: hide(resume, keys[0])) is None
    assert Revision.objects.count() == 1


def test_two_checks_that_are_let_stand_at_once_both_stand(resume):
    def let_stand(key):
        return arranging.dismiss(resume, code="contact", key=key, reason="", stands=True, at=NOW)

    assert just_after(lambda: let_stand("contact:name"), lambda: let_stand("contact:phone")) is not None
    stand = Resume.objects.with_layers().get().dismissed
    assert [one["key"] for one in stand] == ["contact:name", "contact:phone"]


def test_a_restore_takes_back_what_is_done_meanwhile_and_keeps_it_as_a_revision(resume, keys):
    first = make_line(resume, "text:headline", wording="Program manager")
    make_line(resume, "text:headline", wording="Project manager")
    just_after(lambda: hide(resume, keys[0]), lambda: revising.restore(first, at=NOW))
    now = composed(resume)
    assert (now.headline.text, len(now.shown_bullets())) == ("Program manager", 2)
    assert [one.number for one in Revision.objects.all()] == [4, 3, 2, 1]


def test_eight_presses_at_once_keep_one_copy(resume):
    token = uuid.uuid4()

    def press():
        values = {"employer": "Acme", "purpose": "", "on": date(2026, 11, 2), "files": {"pdf": b"%PDF"}}
        return sending.mark_as_sent(resume, user=resume.user, token=token, at=NOW, **values)

    kept = at_once(*[press] * 8)
    copy = SentCopy.objects.get()
    assert [one for one, _ in kept] == [copy] * 8
    assert sorted(new for _, new in kept) == [False] * 7 + [True]
    assert [bytes(file.data) for file in SentFile.objects.all()] == [b"%PDF"]
    assert Event.objects.filter(token=token).count() == 1
