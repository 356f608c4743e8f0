"""Accounts at random, with rows in every table of learners: made by what the tables say, so that none is forgotten."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.db.models import CheckConstraint

from keeping.declaring import tables
from keeping.models import Deletion, KeptAside
from keeping.taking import naming
from keeping.taking.aside import digest_of
from keeping.taking.tables import topological
from keeping.taking.values import WrongValueError, stored

TEXTS = ("", "USD", "2024-05", 'A "line" & more', "हिन्दी Київ\n\tελιά 🙂", "x" * 30)
ENTRY = {"kind": "projects", "title": "A harbor", "words": ["हिन्दी"], "bullets": [{"text": "Moved it", "key": ""}]}
# One or two of each shape that a column has.
JSON: tuple[Any, ...] = (
    [],
    ["Scrum", "हिन्दी"],
    [3, 5, 8],
    [{"quote": "or as much", "kind": "equivalent", "months": 12}],
    [{"network": "GitHub", "url": "https://example.org/", "username": "ada"}],
    {},
    {"text": "half"},
    {"b": [None, 2]},
    {"title": "As it came", "words": ["Scrum"], "extra": {"x": [{"y": 1.5}]}},
    {"look": "classic", "paper": "", "lines": [{"key": "a", "shown": None, "rank": 2, "wording": "", "beneath": ""}]},
    {"headline": "Keeper", "sections": [{"kind": "projects", "heading": "Projects", "entries": [ENTRY]}]},
    "2024-05-01",
    True,
)
TRIES = 60


def make_rows(user, random, *, most=3):
    """Up to ``most`` rows in each table, at least one in each. Whatever the database refuses is drawn anew."""
    for model in topological():
        wanted, tries = random.randint(1, most), 0
        while wanted and tries < TRIES:
            tries += 1
            try:
                with transaction.atomic():
                    model._base_manager.bulk_create([_valid(_row(model, user, random))])
                wanted -= 1
            except (DatabaseError, ValidationError):
                continue
        assert model._base_manager.filter(user=user).exists(), f"No row of {model._meta.label} was taken."


def _valid(row):
    for field in naming.fields(type(row)):
        if not field.is_relation and getattr(row, field.attname) is not None:
            field.run_validators(getattr(row, field.attname))
    return row


def _row(model, user, random):
    values = {field.attname: _value(model, field, user, random) for field in naming.fields(model)}
    if model is KeptAside:
        values |= {"subject": "gone.table", "row": {"n": random.random()}}
        values["digest"] = digest_of(values["row"])
    if "subject" in values and model is not KeptAside:
        values["subject"] = random.choice(list(tables()))
    return model(user=user, **values)


def _is_taken(field, value):
    try:
        stored(field, value)
    except WrongValueError:
        return False
    return True


def _value(model, field, user, random):
    if field.null and random.random() < 0.4:
        return None
    match field:
        case models.ForeignKey(related_model=there):
            return _pointed_to(model, field, there, user, random)
        case models.UUIDField():
            return uuid.UUID(int=random.getrandbits(128), version=4)
        case models.BooleanField():
            return random.random() < 0.5
        case models.JSONField():
            return random.choice([value for value in JSON if _is_taken(field, value)])
        case models.BinaryField():
            return random.randbytes(40)
        case models.DateTimeField():
            return datetime(2024, 1, 1, tzinfo=UTC) + timedelta(microseconds=random.randrange(10**14))
        case models.DateField():
            return date(2015, 1, 1) + timedelta(days=random.randrange(3000))
        case models.TimeField():
            return time(random.randrange(24), random.randrange(60), 5, random.choice((0, 250_000)))
        case models.DecimalField(decimal_places=places):
            return Decimal(random.randrange(1, 9_000)).scaleb(-places)
        case models.FloatField():
            return random.random() * 100
    listed = _listed(model, field.name)
    if listed:
        return random.choice(listed)
    if isinstance(field, models.IntegerField):
        return random.choice([value for value, _ in field.choices or [(number, "") for number in range(1, 30)]])
    if isinstance(field, models.URLField):
        return random.choice(("https://example.org/a?b=%20c", "http://example.org/"))
    if field.choices:
        return random.choice([value for value, _ in field.flatchoices])
    if field.unique:
        return f"{random.getrandbits(250):x}"
    return random.choice(TEXTS)[: field.max_length]


def _pointed_to(model, field, there, user, random):
    rows = there._base_manager.all()
    if naming.is_learners(there):
        rows = rows.filter(user=user)
    if there is Deletion and field.name == "deletion" and random.random() < 0.5:
        return None
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:40])
    return random.choice(keys) if keys else None


def _listed(model, name):
    """The values that a check constraint of the table lists for a column."""
    found = []
    for constraint in model._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            found += _in(constraint.condition, name)
    return found


def _in(condition, name):
    for child in condition.children:
        if isinstance(child, tuple):
            if child[0] == f"{name}__in":
                yield from child[1]
        else:
            yield from _in(child, name)
