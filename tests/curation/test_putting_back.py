"""Whatever curators do and take back, in whatever order: learners' rows and figures stay, and all is undone."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.changes import Batch, Change, recorded_as
from curation.differing import seed_of
from curation.history import belonging_to
from curation.putting_back import put_back, undo
from curation.reverting import net
from curation.seeding import document_of, with_everything
from curation.table_loading import RefusedError
from roadmap import tracking
from roadmap.models import HowToItem, Milestone
from tests.curation.test_admin import snapshot
from tests.factories.accounts import make_user
from tests.factories.evidence import make_skill
from tests.factories.roadmap import make_milestone
from tests.kit import at_once, just_after

NOW = timezone.now()


def document(row):
    seed = seed_of(type(row))
    return document_of(seed, with_everything(seed).get(pk=row.pk))


def act(curator, what, change):
    with recorded_as(user_id=curator.pk, what=what, kind="edit"):
        change()


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["word", "line", "add", "drop", "back", "link", "retire", "offer", "move", "put back", "field", "undo"]
        ),
        st.integers(0, 5),
    ),
    min_size=2,
    max_size=7,
)


class Desk:
    """A curator's acts on one milestone, each by its name and a number."""

    def __init__(self, curator):
        self.curator, self.step = curator, 0
        self.milestone = make_milestone(how=("One", "Two", "Three"))
        self.other = make_milestone(step=self.milestone.step)
        self.skills = [make_skill() for _ in range(3)]

    def do(self, name, number):
        self.step += 1
        milestone, at = Milestone.objects.get(pk=self.milestone.pk), NOW + timedelta(minutes=self.step)
        if name in ("put back", "field"):
            self.put_back(milestone, name, number, at)
        elif name == "undo":
            self.undo(number, at)
        else:
            act(self.curator, name, lambda: self.edit(milestone, name, number, at))

    def edit(self, milestone, name, number, at):
        parts = list(milestone.how.order_by("pk"))
        part = parts[number % len(parts)]
        if name == "word":
            milestone.title = f"Title {number}"
            milestone.save()
        elif name == "line":
            part.text = f"Line {number}"
            part.save()
        elif name == "add":
            HowToItem.objects.create(
                milestone=milestone, slug=f"s{self.step}", position=number, text=f"New {self.step}"
            )
        elif name == "drop":
            part.retire(at=at)
        elif name == "back":
            part.bring_back(at=at)
        elif name == "link":
            milestone.skills.set(self.skills[: number % 4])
        elif name == "retire":
            milestone.retire(at=at)
        elif name == "offer":
            milestone.bring_back(at=at)
        elif name == "move":
            Milestone.objects.filter(pk=milestone.pk).update(position=number)
            HowToItem.objects.filter(pk=part.pk).update(position=number)
        milestone.record_version(at=at)

    def put_back(self, milestone, name, number, at):
        changes = list(Change.objects.filter(belonging_to(milestone), batch__isnull=False).order_by("pk"))
        if not changes:
            return
        first = changes[number % len(changes)]
        if name == "field":
            nets = net([first])
            columns = {key: one.columns[0] for key, one in nets.items() if one.before and one.after}
        else:
            nets, columns = net(change for change in changes if change.pk >= first.pk), {}
        with suppress(RefusedError):
            put_back(nets, columns=columns, what=name, by_id=self.curator.pk, at=at)

    def undo(self, number, at):
        batches = list(Batch.objects.all()[:6])
        if batches:
            self.undone(batches[number % len(batches)], at)

    def undone(self, batch, at):
        try:
            return undo(batch=batch, by_id=self.curator.pk, at=at)
        except RefusedError as refused:
            return refused.reasons


@given(acts=ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_act_at_the_desk_moves_a_learner_and_all_of_them_can_be_undone(acts, curator, learner):
    with transaction.atomic():
        desk = Desk(curator)
        mine = {"user": learner, "milestone": desk.milestone, "at": NOW}
        tracking.change_state(state="doing", today=NOW.date(), **mine)
        tracking.tick(item=desk.milestone.how.first(), ticked=True, **mine)
        before, began = snapshot(learner), document(desk.milestone)
        retired = Milestone.objects.get(pk=desk.milestone.pk).retired_at
        for name, number in acts:
            desk.do(name, number)
            assert snapshot(learner) == before, (name, number)
        for batch in Batch.objects.all():
            batch.refresh_from_db()
            if batch.undone_at is None:
                assert desk.undone(batch, NOW + timedelta(days=1)) is True, batch
            assert snapshot(learner) == before
        assert document(desk.milestone) == began
        assert Milestone.objects.get(pk=desk.milestone.pk).retired_at == retired
        transaction.set_rollback(True)  # nothing of an example is kept


def test_a_milestone_that_comes_back_by_an_undo_is_new_to_whoever_had_begun(curator, learner):
    one = make_milestone()
    other = make_milestone(step=one.step)
    with recorded_as(user_id=curator.pk, what="Retired", kind="edit") as batch:
        other.retire(at=NOW - timedelta(days=1))
    tracking.change_state(user=learner, milestone=one, state="doing", today=NOW.date(), at=NOW)
    before = snapshot(learner)
    assert undo(batch=batch, by_id=curator.pk, at=NOW + timedelta(minutes=1))
    other.refresh_from_db()
    assert (other.retired_at, other.published_at) == (None, NOW + timedelta(minutes=1))
    assert snapshot(learner) == before


@pytest.fixture
def reworded(transactional_db):
    """Two curators, and an act of one of them on a row with a part."""
    curators = [make_user(f"curator{number}@example.org", is_staff=True, is_superuser=True) for number in range(2)]
    milestone = make_milestone(title="As it was", how=("One",))
    milestone.record_version(at=NOW)
    with recorded_as(user_id=curators[0].pk, what="Reworded", kind="edit") as batch:
        milestone.title = "As it is"
        milestone.save()
        milestone.how.update(text="Two")
        milestone.record_version(at=NOW + timedelta(minutes=1))
    return curators, milestone, batch


def test_two_curators_who_undo_at_once_undo_it_once(reworded):
    curators, milestone, batch = reworded
    presses = [
        lambda user=user: undo(batch=Batch.objects.get(pk=batch.pk), by_id=user.pk, at=NOW + timedelta(hours=1))
        for user in curators
    ]
    found = at_once(*presses)
    said = [one.reasons if isinstance(one, RefusedError) else one for one in found]
    assert said.count(True) == 1
    # Whoever comes meanwhile is told to wait, and afterward that it is done.
    assert said.count(False) + said.count(["Another import or undo is under way. Try again in a minute."]) == 1
    assert [press() for press in presses] == [False, False]
    milestone.refresh_from_db()
    assert (milestone.title, milestone.how.get().text, milestone.version_number) == ("As it was", "One", 3)
    assert Batch.objects.filter(undoes=batch).count() == 1


def test_who_undoes_while_another_curator_saves_is_told_what_changed_and_nothing_is_lost(reworded):
    (one, other), milestone, batch = reworded

    def saved():
        with recorded_as(user_id=one.pk, what="Saved again", kind="edit"):
            row = Milestone.objects.select_for_update().get(pk=milestone.pk)
            row.title = "As the other window says"
            row.save()

    told = just_after(saved, lambda: undo(batch=batch, by_id=other.pk, at=NOW + timedelta(hours=1)))
    assert isinstance(told, RefusedError)
    assert "As the other window says" in " ".join(told.reasons)
    milestone.refresh_from_db()
    assert (milestone.title, milestone.how.get().text) == ("As the other window says", "Two")
    batch.refresh_from_db()
    assert batch.undone_at is None
