"""Two that went on apart: the newer stands unless the learner says otherwise, and no history is lost."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from evidence.models import Evidence, Project
from interviews.models import Favorite
from keeping import verbs
from keeping.models import Act, Deletion, Event, KeptAside
from keeping.taking.bringing import bring, look
from keeping.taking.export import documents
from keeping.taking.merging import merge
from keeping.taking.reading import UnreadableError, checked, read
from keeping.taking.taking_in import take_in_all
from roadmap import tracking
from roadmap.models import MilestoneProgress
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence, make_project, make_skill
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone

LATER, LAST = NOW + timedelta(hours=1), NOW + timedelta(hours=2)


def exported(user):
    return b"".join(documents(user))


def say(piece, happened, at):
    piece.refresh_from_db()
    return verbs.change(piece, values={"happened": happened}, seen=piece.edition, at=at)


def acts_of(piece):
    events = Event.objects.filter(user=piece.user, token=piece.token).order_by("pk")
    return [(event.act, event.after.get("happened")) for event in events]


@pytest.fixture
def piece(learner):
    skill = make_skill(name="Scrum")
    values = {"happened": "First", "on": "2026-01-01", "skills": [skill.slug]}
    row, _ = verbs.add(Evidence, user=learner, token=uuid.uuid4(), values=values, at=NOW)
    return row


def test_what_went_on_in_the_document_alone_is_taken_with_its_history(learner, piece):
    before = exported(learner)
    say(piece, "Second", LATER)
    after = exported(learner)
    other = make_user()
    bring(other, read(before), at=LATER)
    plan = look(other, read(after), at=LAST)
    assert [(one.columns, one.newer, one.here["happened"]) for one in plan.differences] == [
        (["happened"], "there", "First")
    ]
    bring(other, read(after), at=LAST)
    assert exported(other).partition(b'"told"')[0] == after.partition(b'"told"')[0]
    assert not look(other, read(after), at=LAST).result.did_something


def test_an_older_document_changes_nothing(learner, piece):
    before = exported(learner)
    say(piece, "Second", LATER)
    after = exported(learner)
    plan = look(learner, read(before), at=LAST)
    assert [one.newer for one in plan.differences] == ["here"]
    assert not bring(learner, read(before), at=LAST).did_something
    assert exported(learner) == after


def test_an_older_row_can_be_chosen_and_that_can_be_undone(learner, piece):
    before = exported(learner)
    say(piece, "Second", LATER)
    (difference,) = look(learner, read(before), at=LAST).differences
    bring(learner, read(before), at=LAST, choices={difference.key: "there"})
    piece.refresh_from_db()
    assert (piece.happened, piece.edition) == ("First", 3)
    event = Event.objects.latest("pk")
    assert (event.act, event.before, event.after) == (Act.CHANGED, {"happened": "Second"}, {"happened": "First"})
    assert verbs.undo(user=learner, event=event, at=LAST)
    piece.refresh_from_db()
    assert piece.happened == "Second"


def test_two_that_went_on_apart_keep_both_histories_and_end_with_what_stands(learner, piece):
    other = make_user()
    bring(other, read(exported(learner)), at=NOW)
    say(piece, "Here", LATER)
    theirs = Evidence.objects.get(user=other)
    say(theirs, "There", LAST)
    bring(other, read(exported(learner)), at=LAST)
    assert acts_of(theirs) == [("added", "First"), ("changed", "There"), ("changed", "Here"), ("changed", "There")]
    theirs.refresh_from_db()
    assert theirs.happened == "There"
    assert not look(other, read(exported(learner)), at=LAST).result.did_something
    bring(learner, read(exported(other)), at=LAST)
    piece.refresh_from_db()
    assert piece.happened == "There"


def test_links_go_with_their_row(learner, piece):
    before = exported(learner)
    other = make_user()
    bring(other, read(before), at=NOW)
    verbs.change(piece, values={"skills": [make_skill(name="Kanban").slug]}, seen=1, at=LATER)
    (difference,) = look(other, read(exported(learner)), at=LAST).differences
    assert [hanging.name for hanging in difference.hanging] == ["skills"]
    bring(other, read(exported(learner)), at=LAST)
    assert [skill.name for skill in Evidence.objects.get(user=other).skills.all()] == ["Kanban"]
    assert not bring(other, read(before), at=LAST).did_something


def test_what_was_put_in_the_bin_later_is_there_and_comes_back_with_what_went_along(learner):
    project = make_project(learner)
    make_evidence(learner, project=project)
    before = exported(learner)
    verbs.put_in_bin(project, at=LATER)
    other = make_user()
    bring(other, read(before), at=NOW)
    bring(other, read(exported(learner)), at=LAST)
    deletion = Deletion.objects.get(user=other)
    assert Evidence.objects.get(user=other).deletion == Project.objects.get(user=other).deletion == deletion
    verbs.bring_back(Project.objects.get(user=other), at=LAST)
    assert not Evidence.objects.get(user=other).in_bin


def test_what_the_learner_brings_back_from_an_older_document_leaves_the_bin(client, learner, piece):
    before = exported(learner)
    verbs.put_in_bin(piece, at=LATER)
    (difference,) = look(learner, read(before), at=LAST).differences
    assert difference.newer == "here"
    bring(learner, read(before), at=LAST, choices={difference.key: "there"})
    piece.refresh_from_db()
    assert not piece.in_bin
    assert acts_of(piece)[-1] == ("restored", None)
    assert Deletion.objects.get().restored_at == LAST
    client.force_login(learner)
    assert client.get(reverse("keeping:bin")).status_code == 200


def test_one_milestone_begun_in_two_accounts_is_one_with_both_histories(learner, stranger):
    milestone = make_milestone()
    act = {"milestone": milestone, "at": NOW}
    tracking.change_state(user=learner, state="doing", today=NOW.date(), **act)
    tracking.change_state(user=stranger, state="done", today=NOW.date(), milestone=milestone, at=LATER)
    tracking.add_link(user=stranger, url="https://example.org/", title="", milestone=milestone, at=LAST)
    kept = MilestoneProgress.objects.get(user=learner).token
    merge(from_user=stranger, into_user=learner, at=LAST)
    progress = MilestoneProgress.objects.get()
    assert (progress.user, progress.token, progress.state) == (learner, kept, "done")
    assert progress.links.count() == 1
    assert set(Event.objects.values_list("user", "token")) == {(learner.pk, kept)}


def test_content_that_is_not_here_is_named_kept_aside_and_taken_in_once_it_is_there(learner):
    question = make_question()
    Favorite.objects.create(user=learner, question=question, at=NOW)
    taken_out = exported(learner)
    document = json.loads(taken_out)
    document["tables"]["interviews.favorite"][0]["question"] = "not-here"
    other = make_user()
    plan = look(other, checked(document), at=NOW)
    assert {model.__name__: names for model, names in plan.unknown.items()} == {"Question": ['"not-here"']}
    bring(other, checked(document), at=NOW)
    assert (Favorite.objects.filter(user=other).count(), KeptAside.objects.get().subject) == (0, "interviews.favorite")
    assert not look(other, checked(document), at=NOW).result.did_something
    again = exported(other)
    assert json.loads(again)["tables"]["keeping.keptaside"][0]["row"]["question"] == "not-here"
    make_question(slug="not-here")
    result = bring(other, read(again), at=NOW)
    assert (result.taken_in, Favorite.objects.get(user=other).question.slug) == (1, "not-here")
    assert not KeptAside.objects.exists()


def test_what_is_kept_aside_is_taken_in_by_itself_once_its_content_is_there(learner, stranger):
    Favorite.objects.create(user=learner, question=make_question(), at=NOW)
    document = json.loads(exported(learner))
    document["tables"]["interviews.favorite"][0]["question"] = "not-here"
    for user in (learner, stranger):
        bring(user, checked(document), at=NOW)
    assert (take_in_all(at=NOW), KeptAside.objects.count()) == (0, 2)
    before = exported(stranger)
    make_question(slug="not-here")
    assert take_in_all(at=NOW) == 2
    assert set(Favorite.objects.filter(question__slug="not-here").values_list("user", flat=True)) == {
        learner.pk,
        stranger.pk,
    }
    assert (KeptAside.objects.exists(), exported(stranger) != before) == (False, True)
    assert take_in_all(at=NOW) == 0


def test_rows_of_somebody_else_are_neither_taken_nor_told_of(learner, stranger):
    theirs = make_project(stranger)
    make_evidence(learner, project=make_project(learner))
    answers = []
    for token in (str(theirs.token), str(uuid.uuid4())):
        document = json.loads(exported(learner))
        document["tables"]["evidence.evidence"][0]["project"] = token
        with pytest.raises(UnreadableError) as refused:
            bring(learner, checked(document), at=NOW)
        answers.append(refused.value.problems)
    said = "evidence.evidence, row 1: “project” names a row that is neither in this file nor in your account."
    assert answers == [(said,), (said,)]


def test_the_token_of_somebody_elses_row_makes_a_row_of_ones_own(learner, stranger):
    theirs = make_project(stranger, title="Theirs")
    mine = make_project(learner, title="Mine")
    document = json.loads(exported(learner))
    document["tables"]["evidence.project"][0]["token"] = str(theirs.token)
    bring(learner, checked(document), at=NOW)
    theirs.refresh_from_db()
    assert (theirs.title, theirs.user) == ("Theirs", stranger)
    assert set(Project.objects.filter(user=learner).values_list("token", flat=True)) == {mine.token, theirs.token}
