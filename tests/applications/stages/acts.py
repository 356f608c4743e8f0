"""What a learner does to the stages of an application, written down shortly, and what stands there afterwards.

A day is a number of November 2026. Each act is a word and what it is about: rows are named by the order in which they
were recorded, from 0.
"""

from datetime import date
from uuid import uuid4

from django.utils import timezone

from applications.models import Application, StageChange
from applications.stages import moving
from applications.stages.timeline import Change
from keeping import verbs
from keeping.history import events_of
from tests.factories.applications import make_application, make_stage

TODAY = 30


def day(number):
    return date(2026, 11, number)


def at():
    return timezone.now()


class Course:
    """One application as a learner goes on with it."""

    def __init__(self, user):
        self.application = make_application(user, stage="")
        self.rows = []
        # A window that was opened before the acts that follow.
        self.window = None

    def loaded(self):
        return Application.objects.with_stage().get(pk=self.application.pk)

    def add(self, stage, on):
        self.rows.append(make_stage(self.application, stage=stage, on=day(on)))

    def open_window(self):
        self.window = self.loaded()

    def move(self, stage, on=TODAY, *, token=None, window=None):
        row = window or self.loaded()
        moved = moving.move(row, stage=stage, token=token or uuid4(), today=day(on), at=at())
        if moved.event and moved.event.act == "added":
            self.rows.append(moved.change)

    def move_there(self, stage, on=TODAY):
        """In the window that was opened before."""
        self.move(stage, on, window=self.window)

    def press_again(self, row):
        """The same press once more, as its answer never arrived."""
        change = self.rows[row]
        self.move(change.stage, token=change.token)

    def edit(self, row, **values):
        change = StageChange.objects.get(pk=self.rows[row].pk)
        plain = {name: day(value).isoformat() if name == "on" else value for name, value in values.items()}
        verbs.change(change, values=plain, seen=change.edition, at=at())

    def undo(self, row):
        change = self.rows[row]
        verbs.undo(user=change.user, event=events_of(change)[0], at=at())

    def bin(self, row):
        verbs.put_in_bin(self.rows[row], at=at())

    def back(self, row):
        verbs.bring_back(StageChange.objects.get(pk=self.rows[row].pk), at=at())

    def changes(self):
        here = StageChange.objects.filter(application=self.application, deletion=None)
        return [Change(one.stage, one.on, one.pk) for one in here.order_by("?")]


ADD, MOVE, BIN, BACK, UNDO = "add", "move", "bin", "back", "undo"
SAVED = (ADD, "saved", 2)
APPLIED = (ADD, "applied", 9)
# What is done, and the stage and day that it is at then.
COURSES = {
    "nothing recorded": ((), None),
    "saved": ((SAVED,), ("saved", 2)),
    "applied after it was saved": ((SAVED, APPLIED), ("applied", 9)),
    "recorded in the wrong order": ((APPLIED, SAVED), ("applied", 9)),
    "a screening that is remembered later": ((SAVED, (ADD, "rounds", 20), (ADD, "screening", 14)), ("rounds", 20)),
    "two of one day: the later press": (((ADD, "applied", 9), (ADD, "screening", 9)), ("screening", 9)),
    "two of one day, the other way round": (((ADD, "screening", 9), (ADD, "applied", 9)), ("applied", 9)),
    "three of one day": (((ADD, "saved", 9), (ADD, "rejected", 9), (ADD, "applied", 9)), ("applied", 9)),
    "back-dated onto the day of the last": ((SAVED, APPLIED, (ADD, "withdrew", 9)), ("withdrew", 9)),
    "back-dated to the day before the last": ((SAVED, APPLIED, (ADD, "withdrew", 8)), ("applied", 9)),
    "the same stage twice": ((APPLIED, (ADD, "applied", 16)), ("applied", 16)),
    "skips all stages": ((SAVED, (ADD, "offer", 3)), ("offer", 3)),
    "goes back a stage": ((SAVED, (ADD, "rounds", 20), (ADD, "screening", 21)), ("screening", 21)),
    "an ending": ((SAVED, APPLIED, (ADD, "rejected", 16)), ("rejected", 16)),
    "an ending reopened": ((SAVED, APPLIED, (ADD, "rejected", 16), (ADD, "screening", 23)), ("screening", 23)),
    "an ending reopened the same day": ((APPLIED, (ADD, "no_answer", 16), (ADD, "rounds", 16)), ("rounds", 16)),
    "an ending that was recorded late": ((APPLIED, (ADD, "rounds", 23), (ADD, "role_closed", 16)), ("rounds", 23)),
    "reopened and ended otherwise": (
        (APPLIED, (ADD, "no_answer", 16), (ADD, "rounds", 20), (ADD, "declined", 27)),
        ("declined", 27),
    ),
    "the last is taken back": ((SAVED, APPLIED, (BIN, 1)), ("saved", 2)),
    "one in between is taken back": ((SAVED, APPLIED, (ADD, "rounds", 20), (BIN, 1)), ("rounds", 20)),
    "all are taken back": ((SAVED, APPLIED, (BIN, 0), (BIN, 1)), None),
    "taken back and brought back": ((SAVED, APPLIED, (BIN, 1), (BACK, 1)), ("applied", 9)),
    "brought back after another of its day": (
        (SAVED, APPLIED, (BIN, 1), (ADD, "screening", 9), (BACK, 1)),
        ("screening", 9),
    ),
    "an ending is taken back": ((APPLIED, (ADD, "rejected", 16), (BIN, 1)), ("applied", 9)),
    "a day is put right to before another": ((SAVED, APPLIED, ("edit", 1, {"on": 1})), ("saved", 2)),
    "a day is put right and that is undone": ((SAVED, APPLIED, ("edit", 1, {"on": 1}), (UNDO, 1)), ("applied", 9)),
    "a stage is put right": ((SAVED, APPLIED, ("edit", 1, {"stage": "screening"})), ("screening", 9)),
    "an old one is put onto the day of the last": ((SAVED, APPLIED, ("edit", 0, {"on": 9})), ("applied", 9)),
    "moved today": ((SAVED, APPLIED, (MOVE, "screening")), ("screening", 30)),
    "moved to where it is": ((SAVED, APPLIED, (MOVE, "applied")), ("applied", 9)),
    "moved to saved with nothing recorded": (((MOVE, "saved"),), None),
    "moved, and the answer never arrived": ((SAVED, (MOVE, "applied"), ("press_again", 1)), ("applied", 30)),
    "moved there and back": ((SAVED, (MOVE, "applied"), (MOVE, "saved")), ("saved", 30)),
    "moved in two windows": (
        (SAVED, ("open_window",), (MOVE, "applied"), ("move_there", "screening")),
        ("screening", 30),
    ),
    "moved to the same in two windows": (
        (SAVED, ("open_window",), (MOVE, "applied"), ("move_there", "applied")),
        ("applied", 30),
    ),
    "a move taken back after another": (
        (SAVED, (MOVE, "applied"), (MOVE, "screening"), (BIN, 1)),
        ("screening", 30),
    ),
    "moved the day after an evening farther east": (((ADD, "applied", 30), (MOVE, "rejected", 29)), ("rejected", 30)),
    "reopened by a move": ((SAVED, (ADD, "rejected", 30), (MOVE, "rounds")), ("rounds", 30)),
}


def gone(user, acts):
    """The course of an application on which all the acts were done."""
    course = Course(user)
    for act, *about in acts:
        named = about.pop() if about and isinstance(about[-1], dict) else {}
        getattr(course, act)(*about, **named)
    return course
