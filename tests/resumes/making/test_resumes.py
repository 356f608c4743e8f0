"""The pages of resumes: what each act does, what it says, and what it refuses."""

import pytest
from django.utils import timezone

from keeping import verbs
from keeping.history import events_of
from resumes.making.models import ResumeLine, Revision
from tests.factories.evidence import make_evidence, make_position
from tests.factories.interviews import make_story
from tests.factories.resumes import composed, make_bullet, make_line, make_resume, make_sent
from tests.kit import text, unescaped
from tests.resumes.pressing import ODD, act, at, shown, undo_last, word


def test_the_list_has_each_resume_with_what_it_is_tailored_from_and_how_often_it_was_sent(learning, learner, resume):
    tailored = make_resume(learner, name="For Acme", base=resume)
    make_sent(tailored)
    verbs.put_in_bin(make_sent(tailored), at=timezone.now())
    verbs.put_in_bin(make_resume(learner, name="Zanzibar"), at=timezone.now())
    response = learning.get(at("resumes"))
    assert [(row.name, row.base, row.sent) for row in response.context["page"]] == [
        ("For Acme", resume, 1),
        ("All I did", None, 0),
    ]
    assert "Zanzibar" not in text(response)


def test_an_empty_list_leads_to_the_form_and_the_list_is_paged(learning, learner):
    assert at("add_resume") in text(learning.get(at("resumes")))
    for _ in range(26):
        make_resume(learner)
    assert len(learning.get(at("resumes")).context["page"]) == 25
    for odd in ("2", "x", "%00", "9" * 5000):
        assert learning.get(at("resumes", query=f"?page={odd}")).status_code == 200


def test_a_resume_shows_every_line_with_its_proof_and_its_story(learning, learner, position):
    piece = make_evidence(learner, happened="The move", amount="40", unit="%", do_not_claim="The idea was hers")
    story = make_story(learner, headline="The long night", evidence=[piece.pk])
    make_bullet(learner, text="Cut calls by 40%", position=position, evidence=[piece])
    body = unescaped(learning.get(make_resume(learner).get_absolute_url()))
    for said in ("Lead", "Acme", "What it was", "Cut calls by 40%", "The move", "The idea was hers", "The long night"):
        assert said in body
    assert f'href="{story.get_absolute_url()}"' in body
    assert f'href="{piece.get_absolute_url()}"' in body


def test_what_is_in_the_bin_proves_nothing_and_stands_nowhere(learning, learner, position, resume, bullets, keys):
    piece = make_evidence(learner, happened="The move")
    make_bullet(learner, text="Cut calls by 40%", position=position, evidence=[piece])
    make_line(resume, keys[0], wording="Said my way")
    verbs.put_in_bin(piece, at=timezone.now())
    verbs.put_in_bin(bullets[0], at=timezone.now())
    response = learning.get(resume.get_absolute_url())
    assert "The move" not in text(response)
    assert [orphan.wording for orphan in response.context["orphans"]] == ["Said my way"]
    assert "Removed." in act(learning, resume, f"forget {keys[0]}")
    assert learning.get(resume.get_absolute_url()).context["orphans"] == []
    verbs.bring_back(bullets[0], at=timezone.now())
    assert shown(resume)[0] == "Led 3 teams"


def test_a_bullet_without_a_place_stands_in_no_resume_and_is_counted(learning, learner, resume):
    make_bullet(learner, text="Zanzibar 9")
    response = learning.get(resume.get_absolute_url())
    assert [one.text for one in response.context["unplaced"]] == ["Zanzibar 9"]
    assert "Zanzibar" not in text(response)


def test_a_line_is_left_out_and_shown_again_each_kept_as_a_revision(learning, resume, keys):
    for do, said, left in (
        ("hide", "It is left out of this resume.", ["Led 4 teams", "Led 5 teams"]),
        ("hide", "Nothing had changed.", ["Led 4 teams", "Led 5 teams"]),
        ("show", "It is shown now.", ["Led 3 teams", "Led 4 teams", "Led 5 teams"]),
        ("show", "Nothing had changed.", ["Led 3 teams", "Led 4 teams", "Led 5 teams"]),
    ):
        assert said in act(learning, resume, f"{do} {keys[0]}")
        assert shown(resume) == left
    assert [one.what for one in Revision.objects.order_by("number")] == ["Left out: Led 3 teams", "Shown: Led 3 teams"]
    assert [event.act for event in events_of(resume)] == ["changed", "changed", "added"]


@pytest.mark.parametrize("key", ["section:experience", "position"])
def test_a_section_and_a_job_are_left_out_with_what_stands_in_them(learning, resume, position, key):
    key = f"position:{position.token}" if key == "position" else key
    act(learning, resume, f"hide {key}")
    assert shown(resume) == []
    assert composed(resume).content().sections == ()


def test_lines_move_before_another_and_to_the_end(learning, resume, keys):
    assert "Moved." in act(learning, resume, f"move {keys[0]} {keys[2]}")
    assert shown(resume) == ["Led 5 teams", "Led 3 teams", "Led 4 teams"]
    act(learning, resume, f"move end {keys[2]}")
    assert shown(resume) == ["Led 3 teams", "Led 4 teams", "Led 5 teams"]
    assert "Nothing had changed." in act(learning, resume, f"move end {keys[2]}")
    # Before something of another group, or of nowhere, is the end.
    act(learning, resume, f"move section:skills {keys[0]}")
    assert shown(resume) == ["Led 4 teams", "Led 5 teams", "Led 3 teams"]
    assert Revision.objects.count() == 3


def test_sections_move_too(learning, resume):
    act(learning, resume, "move section:summary section:skills")
    assert [room.kind for room in composed(resume).rooms][:2] == ["skills", "summary"]


@pytest.mark.parametrize("do", ["hide", "move", "word", "keep", "beneath"])
def test_each_act_is_undone(learning, resume, bullets, keys, do):
    make_line(resume, keys[0], wording="Said my way")
    verbs.change(bullets[0], values={"text": "Led 33 teams"}, seen=1, at=timezone.now())
    before = composed(resume)
    if do == "word":
        word(learning, resume, keys[0], "Said otherwise")
    else:
        act(learning, resume, f"move {keys[2]} {keys[0]}" if do == "move" else f"{do} {keys[0]}")
    assert composed(resume) != before
    undo_last(learning, resume)
    assert composed(resume) == before


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("do", ["", "show ", "hide ", "move ", "keep ", "beneath ", "forget "])
def test_a_press_that_makes_no_sense_changes_nothing(learning, resume, do, odd):
    act(learning, resume, f"{do}{odd}")
    assert (ResumeLine.objects.count(), Revision.objects.count()) == (0, 0)
    assert [event.act for event in events_of(resume)] == ["added"]


def test_a_press_on_what_was_deleted_meanwhile_says_so(learning, resume, bullets, keys):
    verbs.put_in_bin(bullets[0], at=timezone.now())
    assert "it was deleted meanwhile. Nothing was changed." in act(learning, resume, f"hide {keys[0]}")


def test_the_keys_of_somebody_else_are_nothing_here(learning, stranger, resume):
    theirs = make_bullet(stranger, text="Zanzibar 7", position=make_position(stranger))
    key = f"bullet:{theirs.token}"
    for do in ("show", "hide", "keep", "beneath", "move end"):
        assert "is not there any more" in act(learning, resume, f"{do} {key}")
    for response in (
        word(learning, resume, key, "Mine", was=""),
        learning.get(at("word", resume.pk, query=f"?key={key}")),
    ):
        assert response.status_code in (422, 302)
        assert "Zanzibar" not in text(response)
    assert ResumeLine.objects.count() == 0
