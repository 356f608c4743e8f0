"""The one answer to two windows that change the same: the older never silently wins (rule R3)."""

from typing import Any

from keeping.models import Document


class ChangedMeanwhileError(Exception):
    """What a form changes was changed in another window since it was opened.

    ``edition`` is the one that is stored now, for the next press to have seen, and ``there`` what it says. ``row`` is
    the row itself, where that is one of the learner's own.
    """

    def __init__(self, *, edition: int, there: Document, row: Any = None) -> None:
        super().__init__()
        self.edition = edition
        self.there = there
        self.row = row
