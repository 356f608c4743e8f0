"""What of a document a learner has already, what is new to them, and what differs. Nothing is written here."""

import json
import re
from collections import Counter, defaultdict
from typing import Any

from django.db.models import Model

from accounts.models import User
from keeping.models import Document, Event
from keeping.taking import naming
from keeping.taking.aside import set_aside, with_those_kept_aside
from keeping.taking.differences import Comparison, Difference, judge
from keeping.taking.export import keyed_rows, text
from keeping.taking.reading import MOST_PROBLEMS, Taken, UnreadableError
from keeping.taking.tables import Hanging, Other, has_history, hung, others, pointing, secret, topological

_TOKEN = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def compare(user: User, taken: Taken) -> Comparison:
    """Hold a document against what is here. Raises ``UnreadableError`` if it names rows that are nowhere."""
    found = Comparison(user)
    rows = with_those_kept_aside(user, taken)
    found.aside = set_aside(rows)
    found.aside.foreign = taken.foreign
    _translate(found, rows)
    numbers = naming.repeats(user.pk)
    matched: dict[type[Model], dict[int, Document]] = {}
    problems: list[str] = []
    for model in topological():
        if model in hung():
            continue
        matched[model] = _compare_table(found, model, rows.pop(model), numbers, problems)
    for model, (parent, hanging) in hung().items():
        _compare_hanging(found, hanging, parent, rows.pop(model), matched[parent], numbers, problems)
    if problems:
        raise UnreadableError(*problems[:MOST_PROBLEMS])
    judge(found)
    return found


def _translate(found: Comparison, rows: dict[type[Model], list[Document]]) -> None:
    """Call the document's rows that are about the same as one here, such as a milestone, as that one is called."""
    for model in topological():
        rules = [*others(model), Other(naming.named_by(model))]
        by_token = naming.named_by(model) == ("token",)
        rules = [rule for rule in rules if not rule.counts and rule.names != ("token",)]
        if not has_history(model) or not rules or not rows[model]:
            continue
        here = [row for _, row in keyed_rows(model, found.user.pk, {})]
        tokens = {row["token"] for row in here}
        keys = {(rule.names, rule.key(row)): row["token"] for row in here for rule in rules if rule.key(row)}
        for row in rows[model]:
            moved = translated(row, found.tokens)
            if by_token and moved["token"] in tokens:
                continue
            for rule in rules:
                key = (rule.names, rule.key(moved))
                if key[1] and keys.setdefault(key, moved["token"]) != moved["token"]:
                    found.tokens[moved["token"]] = keys[key]
                    break
    if found.tokens:
        for model in rows:
            rows[model] = [translated(row, found.tokens) for row in rows[model]]


def translated(row: Document, tokens: dict[str, str]) -> Document:
    """A row that names rows by their tokens here."""
    if not tokens:
        return row
    said = text(row)
    moved = _TOKEN.sub(lambda token: tokens.get(token[0], token[0]), said)
    return row if moved == said else dict(json.loads(moved))


def _compare_table(
    found: Comparison, model: type[Model], rows: list[Document], numbers: naming.Repeats, problems: list[str]
) -> dict[int, Document]:
    """Returns the document's rows that are here, by the key here."""
    here: dict[str, tuple[int, Document]] = {}
    single: dict[Other, dict[str, int]] = {other: {} for other in others(model)}
    name_of = _counter(model)
    for pk, row in keyed_rows(model, found.user.pk, numbers):
        here[name_of(row)] = pk, row
        for other, keys in single.items():
            keys[other.key(row)] = pk
    names = found.names[model] = {name: pk for name, (pk, _) in here.items()}
    matched: dict[int, Document] = {}
    new = found.new[model] = []
    name_of = _counter(model)
    for row in rows:
        name = name_of(row)
        if name in here:
            pk, there = here[name]
            # A second one in the document is about the same.
            if pk not in matched:
                matched[pk] = row
                _compare_row(found, model, pk, there, row, single)
            continue
        if name in names:
            continue
        in_the_way = _stands_in_the_way(row, single)
        if in_the_way is not None:
            names[name] = in_the_way
            found.same[model] += 1
            continue
        number = names[name] = next(found.numbers)
        new.append((number, row))
        for rule, keys in single.items():
            keys[rule.key(row)] = number
    _check_pointing(found, model, rows, problems)
    if model is Event:
        found.only_here = {(row["subject"], row["token"]) for pk, row in here.values() if pk not in matched}
    return matched


def _counter(model: type[Model]) -> Any:
    """What names the rows of a table one after the other, as ``naming.reader`` does."""
    names, always_one, seen = naming.named_by(model), naming.always_one(model), Counter[str]()

    def name_of(row: Document) -> str:
        parts = [row[name] for name in names]
        name = text(parts[0] if len(parts) == 1 else parts)
        if always_one:
            return name
        seen[name] += 1
        return name if seen[name] == 1 else text([*parts, seen[name]])

    return name_of


def _stands_in_the_way(row: Document, single: dict[Other, dict[str, int]]) -> int | None:
    """The row that a new one cannot stand beside. What only counts goes on after the last."""
    for other, keys in single.items():
        while (key := other.key(row)) and key in keys:
            if not other.counts:
                return keys[key]
            row[other.counts] += 1
    return None


def _compare_row(
    found: Comparison,
    model: type[Model],
    pk: int,
    here: Document,
    there: Document,
    single: dict[Other, dict[str, int]],
) -> None:
    known = secret(model)
    if known and here[known.name] != there[known.name]:
        # Another link has its address: this one was withdrawn when it came.
        found.same[model] += 1
        return
    difference = Difference(model, pk, here, there)
    taken = any(keys.get(other.key(there), pk) != pk for other, keys in single.items() if other.key(there))
    if difference.columns and not taken:
        found.differs[model, pk] = difference
    else:
        found.same[model] += 1


def _check_pointing(found: Comparison, model: type[Model], rows: list[Document], problems: list[str]) -> None:
    for column in pointing(model):
        names = found.names.get(column.related_model)
        if names is None:
            continue
        for place, row in enumerate(rows, start=1):
            value = row[column.name]
            if value is not None and text(value) not in names and len(problems) < MOST_PROBLEMS:
                problems.append(
                    f"{model._meta.label_lower}, row {place}: “{column.name}” names a row that is neither in this file"
                    " nor in your account."
                )


def _compare_hanging(
    found: Comparison,
    hanging: Hanging,
    parent: type[Model],
    rows: list[Document],
    matched: dict[int, Document],
    numbers: naming.Repeats,
    problems: list[str],
) -> None:
    """Links and parts of a row that is here are the same or another all together; those of a new one are new."""
    model = hanging.model
    _check_pointing(found, model, rows, problems)
    if problems:
        return
    here: dict[int, list[tuple[int, Document]]] = defaultdict(list)
    for pk, row in keyed_rows(model, found.user.pk, numbers):
        here[found.names[parent][text(row[hanging.field])]].append((pk, row))
    there: dict[int, list[Document]] = defaultdict(list)
    new = found.new[model] = []
    for row in rows:
        key = found.names[parent][text(row[hanging.field])]
        there[key].append(row)
        if key < 0:
            new.append((next(found.numbers), row))
    for key, row in matched.items():
        before, after = here.get(key, []), there.get(key, [])
        if sorted(text(one) for _, one in before) == sorted(map(text, after)):
            found.same[model] += len(before)
            continue
        difference = found.differs.get((parent, key))
        if difference is None:
            found.same[parent] -= 1
            difference = found.differs[parent, key] = Difference(parent, key, dict(row), row)
        difference.hanging[hanging] = (before, after)
