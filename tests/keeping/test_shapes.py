"""JSON that somebody brings is of the shape that what reads it counts on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest
from django.db.models import JSONField

from keeping.shapes import PartOf, fits
from keeping.taking import naming
from keeping.taking.values import WrongValueError, stored

# What is looked at where it is read: a history says what any table says, what is kept aside is of no table here, and
# `recovering` looks at a value that is offered.
LOOKED_AT = {"keeping.event", "keeping.keptaside", "evidence.recovery"}
JSON_COLUMNS = [
    (subject, field)
    for subject, model in naming.taken().items()
    for field in naming.fields(model)
    if isinstance(field, JSONField) and subject not in LOOKED_AT and not field.validators
]


class Color(StrEnum):
    RED = "red"


@dataclass
class Part:
    color: Color
    size: int | None = None


@dataclass
class Whole:
    name: str
    parts: tuple[Part, ...] = ()


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        *(
            (str, "a"),
            (int, 1),
            (bool, True),
            (float, 1),
            (None, None),
            (Any, [{}]),
            (list[str], []),
            (list[str], ["a"]),
        ),
        *(
            (dict[str, int], {"a": 1}),
            (int | None, None),
            (Whole, {"name": "a", "parts": [{"color": "red", "size": 1}]}),
        ),
        *((Whole, {"name": "a"}), (PartOf(Whole), {}), (PartOf(Whole), {"other": [1]}), ((int, str), "a")),
    ],
    ids=repr,
)
def test_what_fits(shape, value):
    assert fits(shape, value)


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        *((str, 1), (int, True), (int, 1.5), (bool, 1), (float, "1"), (None, 0), (list[str], "a"), (list[str], [1])),
        *((list[str], {"0": "a"}), (dict[str, int], {"a": "1"}), (dict[str, int], []), (int | None, "1"), (Whole, {})),
        *((Whole, {"name": "a", "other": 1}), (Whole, {"name": "a", "parts": [{"color": "blue"}]}), (Whole, [])),
        *((Whole, {"name": "a", "parts": {"color": "red"}}), (PartOf(Whole), {"name": 1}), ((int, str), [])),
        (Whole, {"name": "a", "parts": [{"color": ["red"]}]}),
    ],
    ids=repr,
)
def test_what_does_not(shape, value):
    assert not fits(shape, value)


def test_every_column_of_json_says_its_shape():
    assert len(JSON_COLUMNS) > 8
    assert [f"{subject}.{field.name}" for subject, field in JSON_COLUMNS if field.name not in field.model.SHAPES] == []


@pytest.mark.parametrize(("subject", "field"), JSON_COLUMNS, ids=lambda one: getattr(one, "name", one))
def test_another_shape_is_refused(subject, field):
    kind = dict if fits(field.model.SHAPES[field.name], {}) else list
    for strange in ([[1]], [{"kind": {}}], ["a", None]) if kind is list else ({"text": [1], "place": 3},):
        if field.name == "document":
            continue  # Whatever a resume's document is, its verb judges it.
        with pytest.raises(WrongValueError, match="another shape"):
            stored(field, strange)
