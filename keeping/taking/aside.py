"""Rows that name content this site does not have: they are kept as the document says them until it is there."""

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.db.models import Model

from accounts.models import User
from keeping.models import Document, KeptAside
from keeping.taking import naming
from keeping.taking.export import text
from keeping.taking.reading import ASIDE, Taken, row_of
from keeping.taking.tables import pointing, subject_of
from keeping.taking.values import WrongValueError


@dataclass
class Aside:
    """What has no place here: the rows by table, and the content that they name by its own table."""

    rows: dict[type[Model], list[Document]] = field(default_factory=lambda: defaultdict(list))
    unknown: dict[type[Model], set[str]] = field(default_factory=lambda: defaultdict(set))
    foreign: dict[str, list[Document]] = field(default_factory=dict)
    # The keys here of curated rows, by table and name.
    known: dict[type[Model], dict[str, int]] = field(default_factory=dict)

    def kept(self) -> list[tuple[str, Document]]:
        ours = [(model._meta.label_lower, row) for model, rows in self.rows.items() for row in rows]
        return ours + [(subject, row) for subject, rows in self.foreign.items() for row in rows]


def digest_of(row: Document) -> str:
    return sha256(text(row).encode()).hexdigest()


def with_those_kept_aside(user: User, taken: Taken) -> dict[type[Model], list[Document]]:
    """The rows of a document by table, with those that were kept aside, there or here: there may be a place by now."""
    rows = {model: list(taken.tables[subject]) for subject, model in naming.taken().items()}
    there = [(row["subject"], row["row"]) for row in taken.tables[ASIDE]]
    here = [(one.subject, one.row) for one in KeptAside.objects.filter(user=user)]
    rows[KeptAside] = []
    seen: set[tuple[str, str]] = set()
    for subject, row in [*there, *here]:
        if (subject, digest_of(row)) in seen:
            continue
        seen.add((subject, digest_of(row)))
        model = naming.taken().get(subject)
        read = None if model is None or model is KeptAside else _read(model, row)
        if model is not None and read is not None:
            rows[model].append(read)
        else:
            taken.foreign.setdefault(subject, []).append(row)
    return rows


def _read(model: type[Model], row: Document) -> Document | None:
    """A row that was kept as it was said, before there was this table, or by whoever wrote the file. ``None`` if it is
    none of the table: it stays aside.
    """
    try:
        return row_of(model, row)
    except WrongValueError:
        return None


def set_aside(rows: dict[type[Model], list[Document]]) -> Aside:
    """Take out of ``rows`` what names content that is not here, and what cannot be without such a row."""
    found = Aside()
    for model, said in rows.items():
        for column in pointing(model):
            there = column.related_model
            if not naming.is_learners(there):
                names = {text(row[column.name]) for row in said if row[column.name] is not None}
                known = _known(there, names, found)
                found.unknown[there] |= names - known.keys()
    found.unknown = defaultdict(set, {model: names for model, names in found.unknown.items() if names})
    if not found.unknown:
        return found
    gone: dict[type[Model], set[str]] = defaultdict(set)
    gone_tokens: set[tuple[str, str]] = set()
    changed = True
    while changed:
        changed = False
        for model, said in rows.items():
            stay = []
            for row in said:
                if not _has_no_place(model, row, found, gone, gone_tokens):
                    stay.append(row)
                    continue
                changed = True
                found.rows[model].append(row)
                gone[model].add(text(_name(model, row)))
                if "token" in row:
                    gone_tokens.add((subject_of(model()), str(row["token"])))
            rows[model] = stay
    return found


def _name(model: type[Model], row: Document) -> Any:
    parts = [row[name] for name in naming.named_by(model)]
    return parts[0] if len(parts) == 1 else parts


def _has_no_place(
    model: type[Model],
    row: Document,
    found: Aside,
    gone: dict[type[Model], set[str]],
    gone_tokens: set[tuple[str, str]],
) -> bool:
    for column in pointing(model):
        value = row[column.name]
        if value is not None:
            names = gone if naming.is_learners(column.related_model) else found.unknown
            if text(value) in names.get(column.related_model, ()):
                return True
    named = (str(row.get("subject")), str(row.get("token", row.get("row"))))
    return "subject" in row and named in gone_tokens


def _known(model: type[Model], names: set[str], found: Aside) -> dict[str, int]:
    """The keys of curated rows by name: those that are there."""
    known = found.known.setdefault(model, {})
    if names - known.keys():
        read = naming.reader(model)
        columns = ["__".join(path) for path in naming.paths(model)]
        rows: Any = model._default_manager.order_by().values_list("pk", *columns)
        for pk, *values in rows.iterator():
            known[text(read(iter(values), {}))] = pk
    return known
