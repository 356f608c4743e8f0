"""The tables of what belongs to one learner."""

from keeping.models.aside import KeptAside
from keeping.models.brought import Brought
from keeping.models.log import BIN_DAYS, NAME_LENGTH, SUBJECT, Act, Deletion, DeletionQuerySet, Event
from keeping.models.own import (
    EARLIEST,
    Document,
    Own,
    OwnQuerySet,
    Parts,
    named_by,
    plain,
    rows_named,
)

__all__ = [
    "BIN_DAYS",
    "EARLIEST",
    "NAME_LENGTH",
    "SUBJECT",
    "Act",
    "Brought",
    "Deletion",
    "DeletionQuerySet",
    "Document",
    "Event",
    "KeptAside",
    "Own",
    "OwnQuerySet",
    "Parts",
    "named_by",
    "plain",
    "rows_named",
]
