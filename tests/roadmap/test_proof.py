"""Evidence that proves milestones: attached from either side, detached with undo, in the bin and back."""

import uuid
from datetime import date

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from evidence.models import Evidence, Skill
from evidence.records import rating
from keeping import verbs
from roadmap import tracking
from roadmap.forms import PIECES_OFFERED
from roadmap.models import MilestoneEvidence, MilestoneProgress
from roadmap.models.progress import EVIDENCE_PER_MILESTONE
from tests.factories import NOW
from tests.factories.evidence import make_evidence, make_skill
from tests.factories.roadmap import make_milestone, progress_events
from tests.forms import forms_of
from tests.kit import begins, text


@pytest.fixture
def milestone(db):
    return make_milestone()


def post(client, milestone, path, **data):
    return client.post(f"{milestone.get_absolute_url()}evidence/{path}", data)


def capture(client, milestone, **data):
    return post(
        client, milestone, "add/", **{"token": uuid.uuid4(), "seen": 0, "happened": "Done", "on": "2026-05-01"} | data
    )


def proofs():
    return list(MilestoneEvidence.objects.order_by("pk").values_list("milestone", "evidence"))


def attach(user, milestone, piece):
    return tracking.attach(user=user, milestone=milestone, piece=piece, at=NOW)


# --- The verbs -------------------------------------------------------------------------------------------------


def test_attached_once_detached_once_and_both_are_undone(learner, milestone):
    piece = make_evidence(learner)
    first = attach(learner, milestone, piece)
    assert (first.act, first.before, first.after) == (
        *("piece", {"pieces": {str(piece.token): False}}, {"pieces": {str(piece.token): True}}),
    )
    assert attach(learner, milestone, piece) is None
    assert proofs() == [(milestone.pk, piece.pk)]
    second = tracking.detach(user=learner, milestone=milestone, piece=piece, at=NOW)
    assert tracking.detach(user=learner, milestone=milestone, piece=piece, at=NOW) is None
    assert proofs() == []
    assert tracking.undo(user=learner, milestone=milestone, event_id=first.pk, at=NOW) is None
    third = tracking.undo(user=learner, milestone=milestone, event_id=second.pk, at=NOW)
    assert (proofs(), third.undoes) == ([(milestone.pk, piece.pk)], second)
    tracking.undo(user=learner, milestone=milestone, event_id=third.pk, at=NOW)
    assert proofs() == []


def test_a_piece_of_somebody_else_proves_nothing(learner, stranger, milestone):
    with pytest.raises(ValueError, match="somebody else"):
        attach(learner, milestone, make_evidence(stranger))
    assert proofs() == []


def test_only_so_many_pieces_of_each_learner(learner, stranger, milestone):
    own = {"user": learner, "milestone": milestone, "added_at": NOW}
    rows = [MilestoneEvidence(**own, evidence=make_evidence(learner)) for _ in range(50)]
    MilestoneEvidence.objects.bulk_create(rows)
    assert len(rows) == EVIDENCE_PER_MILESTONE
    with pytest.raises(tracking.TooMuchEvidenceError):
        attach(learner, milestone, make_evidence(learner))
    assert attach(stranger, milestone, make_evidence(stranger)) is not None


def test_a_piece_gone_for_good_is_not_brought_back_by_an_undo(learner, milestone):
    piece = make_evidence(learner)
    attach(learner, milestone, piece)
    event = tracking.detach(user=learner, milestone=milestone, piece=piece, at=NOW)
    piece.delete()
    assert tracking.undo(user=learner, milestone=milestone, event_id=event.pk, at=NOW) is not None
    assert proofs() == []


def test_a_proved_milestone_cannot_be_deleted(learner, milestone):
    own = {"user": learner, "milestone": milestone, "added_at": NOW}
    row = MilestoneEvidence.objects.create(**own, evidence=make_evidence(learner))
    with pytest.raises(ProtectedError) as error:
        milestone.delete()
    assert row in error.value.protected_objects


# --- From the milestone ----------------------------------------------------------------------------------------


def test_attach_and_detach_on_the_milestones_page(learning, learner, milestone):
    piece = make_evidence(learner, happened="Wrote the risk register")
    for _ in range(2):
        assert post(learning, milestone, "attach/", piece=piece.pk)["Location"] == milestone.get_absolute_url()
    assert (proofs(), progress_events().count()) == ([(milestone.pk, piece.pk)], 1)
    response = learning.get(milestone.get_absolute_url())
    assert response.context["pieces"] == [piece]
    assert response.context["attach_form"].offered == []
    assert "Evidence attached" in text(response)
    for _ in range(2):
        assert post(learning, milestone, f"{piece.pk}/detach/").status_code == 302
    assert (proofs(), progress_events().count()) == ([], 2)
    assert learning.get(milestone.get_absolute_url()).context["attach_form"].offered == [piece]


def test_this_proves_it_keeps_and_attaches_in_one_press(learning, learner, milestone):
    token = uuid.uuid4()
    for _ in range(2):
        response = capture(learning, milestone, token=token, happened="Ran the workshop")
        assert response["Location"] == milestone.get_absolute_url()
    piece = Evidence.objects.get()
    assert (piece.user, piece.happened, piece.on) == (learner, "Ran the workshop", date(2026, 5, 1))
    assert (proofs(), progress_events().count()) == ([(milestone.pk, piece.pk)], 1)


@pytest.mark.parametrize(
    ("data", "field"),
    [({"happened": ""}, "happened"), ({"on": "2999-01-01"}, "on"), ({"happened": "\x00"}, "happened")],
)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, milestone, data, field):
    response = capture(learning, milestone, **({"happened": "Typed"} | data))
    assert response.status_code == 422
    assert list(response.context["capture_form"].errors) == [field]
    assert "Typed" in text(response) or field == "happened"
    assert Evidence.objects.count() == MilestoneProgress.objects.count() == 0


def test_when_the_milestone_is_full_the_capture_keeps_its_text_and_no_row(learning, learner, milestone):
    for _ in range(EVIDENCE_PER_MILESTONE):
        attach(learner, milestone, make_evidence(learner))
    response = capture(learning, milestone, happened="One too many")
    assert response.status_code == 422
    assert "takes up to 50 pieces of evidence" in text(response)
    assert "One too many" in text(response)
    assert Evidence.objects.count() == EVIDENCE_PER_MILESTONE
    response = post(learning, milestone, "attach/", piece=make_evidence(learner).pk)
    assert (response.status_code, list(response.context["attach_form"].errors)) == (422, ["piece"])


@pytest.mark.parametrize("piece", ["", "x", "999999", "\x00"])
def test_a_choice_that_is_none_is_refused(learning, learner, milestone, piece):
    response = post(learning, milestone, "attach/", piece=piece)
    assert (response.status_code, list(response.context["attach_form"].errors)) == (422, ["piece"])


def test_an_older_piece_than_those_offered_can_be_attached_too(learning, learner, milestone):
    old = make_evidence(learner, on=date(2020, 1, 1))
    for _ in range(50):
        make_evidence(learner)
    assert old not in learning.get(milestone.get_absolute_url()).context["attach_form"].offered
    assert post(learning, milestone, "attach/", piece=old.pk).status_code == 302
    assert proofs() == [(milestone.pk, old.pk)]


# --- From the piece --------------------------------------------------------------------------------------------


def test_choose_the_milestones_of_a_piece(learning, learner, milestone):
    other, third = make_milestone(), make_milestone()
    skill = make_skill()
    third.skills.add(skill)
    piece = make_evidence(learner, skills=[skill.slug])
    path = f"/roadmap/proved-by/{piece.pk}/"
    for _ in range(2):
        assert learning.post(path, {"milestones": [milestone.pk, other.pk]})["Location"] == piece.get_absolute_url()
    assert sorted(proofs()) == [(milestone.pk, piece.pk), (other.pk, piece.pk)]
    groups = learning.get(path).context["groups"]
    assert [(name, [(row.pk, on) for row, on in members], ticked) for name, members, ticked in groups] == [
        ("Suggested: milestones that build the same skills", [(third.pk, False)], 0),
        ("1. Step 1", [(milestone.pk, True), (other.pk, True)], 2),
    ]
    learning.post(path, {"milestones": [other.pk]})
    assert proofs() == [(other.pk, piece.pk)]
    assert progress_events().count() == 3


def test_a_retired_milestone_stays_proved_and_a_wrong_choice_changes_nothing(learning, learner, milestone):
    piece = make_evidence(learner)
    attach(learner, milestone, piece)
    milestone.retire(at=NOW)
    path = f"/roadmap/proved-by/{piece.pk}/"
    for data in ({}, {"milestones": [milestone.pk]}, {"milestones": ["x"]}, {"milestones": ["\x00"]}):
        assert learning.post(path, data).status_code == 302
    assert proofs() == [(milestone.pk, piece.pk)]


def test_a_full_milestone_leaves_all_choices_as_they_were(learning, learner, milestone):
    other = make_milestone()
    for _ in range(EVIDENCE_PER_MILESTONE):
        attach(learner, milestone, make_evidence(learner))
    piece = make_evidence(learner)
    path = f"/roadmap/proved-by/{piece.pk}/"
    assert learning.post(path, {"milestones": [milestone.pk, other.pk]})["Location"] == path
    assert piece.milestone_rows.count() == 0


# --- The bin, and who sees it ----------------------------------------------------------------------------------


def test_in_the_bin_it_is_hidden_and_comes_back_attached(learning, learner, milestone):
    piece = make_evidence(learner)
    attach(learner, milestone, piece)
    verbs.put_in_bin(piece, at=timezone.now())
    assert learning.get(milestone.get_absolute_url()).context["pieces"] == []
    assert post(learning, milestone, "attach/", piece=piece.pk).status_code == 422
    assert learning.get(f"/roadmap/proved-by/{piece.pk}/").status_code == 404
    verbs.bring_back(piece, at=timezone.now())
    assert learning.get(milestone.get_absolute_url()).context["pieces"] == [piece]


def test_a_stranger_and_a_curator_see_and_change_nothing(client, learner, stranger, curator, milestone):
    piece = make_evidence(learner, happened="A secret")
    attach(learner, milestone, piece)
    for other in (stranger, curator):
        client.force_login(other)
        response = client.get(milestone.get_absolute_url())
        assert (response.context["pieces"], response.context["attach_form"].offered) == ([], [])
        assert "secret" not in text(response)
        assert post(client, milestone, "attach/", piece=piece.pk).status_code == 422
        assert post(client, milestone, f"{piece.pk}/detach/").status_code == 404
        assert client.get(f"/roadmap/proved-by/{piece.pk}/").status_code == 404
        assert client.post(f"/roadmap/proved-by/{piece.pk}/").status_code == 404
    assert proofs() == [(milestone.pk, piece.pk)]


@pytest.mark.parametrize("path", ["attach/", "add/", "1/detach/"])
def test_a_visitor_signs_in_first_and_reading_never_writes(client, learner, milestone, path):
    page = milestone.get_absolute_url()
    pressed = post(client, milestone, path)
    assert begins(pressed) if path == "add/" else pressed["Location"] == f"/account/login/?next={page}"
    assert client.get("/roadmap/proved-by/1/")["Location"] == "/account/login/?next=/roadmap/proved-by/1/"
    client.force_login(learner)
    assert client.get(f"{page}evidence/{path}")["Location"] == page
    assert client.put(f"{page}evidence/{path}").status_code == 405
    assert MilestoneProgress.objects.count() == 0


def test_what_is_attached_is_shown_however_old_and_the_newest_are_offered(learning, learner, milestone):
    old = make_evidence(learner, on=date(2001, 1, 1))
    attach(learner, milestone, old)
    newer = Evidence.objects.bulk_create(
        Evidence(user=learner, created_at=NOW, happened=f"Number {number}", on=date(2026, 5, 1))
        for number in range(EVIDENCE_PER_MILESTONE + PIECES_OFFERED)
    )
    context = learning.get(milestone.get_absolute_url()).context
    assert context["pieces"] == [old]
    assert context["attach_form"].offered == newer[: -PIECES_OFFERED - 1 : -1]


# --- Perhaps done already --------------------------------------------------------------------------------------


def rate(user, skill, level):
    rating.rate(user=user, skill=skill, values={"now": level}, at=NOW)


def test_perhaps_done_says_why_and_marks_nothing(learning, learner, stranger, milestone):
    rated, shown, retired = make_skill(name="Scrum"), make_skill(name="Risks"), make_skill()
    milestone.skills.add(rated, shown, retired)
    retired.retire(at=NOW)
    rate(learner, rated, 3)
    rate(stranger, shown, 4)
    assert learning.get("/roadmap/perhaps-done/").context["rows"] == []
    assert learning.get(milestone.get_absolute_url()).context["perhaps"] is None
    make_evidence(learner, skills=[shown.slug])
    (row,) = learning.get("/roadmap/perhaps-done/").context["rows"]
    why = "your evidence shows Risks and you rated Scrum at least “On my own”"
    assert (row[0].title, row[1]) == (milestone.title, why)
    assert learning.get(milestone.get_absolute_url()).context["perhaps"] == why
    assert MilestoneProgress.objects.count() == 0


def test_what_is_done_or_skipped_is_not_listed(learning, learner, milestone):
    skill = make_skill()
    milestone.skills.add(skill)
    rate(learner, skill, 4)
    for state, listed in (("doing", 1), ("done", 0), ("todo", 1), ("skipped", 0)):
        act = {"state": state, "today": date(2026, 5, 1), "skip_reason": "No" if state == "skipped" else ""}
        tracking.change_state(user=learner, milestone=milestone, at=NOW, **act)
        assert len(learning.get("/roadmap/perhaps-done/").context["rows"]) == listed, state
        assert (learning.get(milestone.get_absolute_url()).context["perhaps"] is not None) == bool(listed)


def test_without_ratings_it_leads_to_the_assessment(client, learner):
    assert "First say what you know" in text(client.get("/roadmap/perhaps-done/"))
    client.force_login(learner)
    assert "First say what you know" in text(client.get("/roadmap/perhaps-done/"))


# The session and the user are two of each.
QUERIES = {"/roadmap/perhaps-done/": 7, "/roadmap/proved-by/{}/": 6}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", QUERIES)
def test_query_count(learning, learner, django_assert_num_queries, path, number):
    for _ in range(number):
        milestone = make_milestone()
        milestone.skills.set(make_skill() for _ in range(number))
        piece = make_evidence(learner, skills=Skill.objects.values_list("slug", flat=True))
        attach(learner, milestone, piece)
    with django_assert_num_queries(QUERIES[path]):
        assert learning.get(path.format(piece.pk)).status_code == 200


def test_an_older_window_attaches_and_detaches_only_what_was_changed_in_it(learning, learner):
    piece = make_evidence(learner)
    first, second, third, fourth = (make_milestone() for _ in range(4))
    for milestone in (first, second):
        attach(learner, milestone, piece)
    path = reverse("roadmap:proved_by", args=[piece.pk])
    (older,) = [form for form in forms_of(learning.get(path), path) if "milestones" in form.typed]
    # Elsewhere the first is detached and the third attached; here the second is detached and the fourth attached.
    tracking.detach(user=learner, milestone=first, piece=piece, at=NOW)
    attach(learner, third, piece)
    for words in ("it proves 2 milestones", "Nothing had changed"):
        response = learning.post(path, older.data(milestones=[first.pk, fourth.pk]), follow=True)
        assert words in text(response)
        assert sorted(proofs()) == [(third.pk, piece.pk), (fourth.pk, piece.pk)]
    assert "Nothing was changed" in text(learning.post(path, {"had": "1,2", "milestones": []}, follow=True))
