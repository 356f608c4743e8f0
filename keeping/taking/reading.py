"""Reading a document that somebody brings: strictly, and every error is said in words, with its place."""

import json
from dataclasses import dataclass, field
from functools import cache
from math import isinf
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from accounts.models import MailKind, User
from keeping.declaring import tables as own_tables
from keeping.models import Document, Event, KeptAside
from keeping.taking import naming
from keeping.taking.export import PREFERENCES, SCHEMA, text
from keeping.taking.shapes import event_misfit
from keeping.taking.values import WrongValueError, can_be_kept, said

# Several times what the site keeps for one person.
MOST_BYTES = 200 * 1024 * 1024
MOST_PROBLEMS = 20
ASIDE = KeptAside._meta.label_lower


class UnreadableError(Exception):
    """The document cannot be brought. ``problems`` say why, each with its place, for the learner."""

    def __init__(self, *problems: str) -> None:
        # Some repeat what stands in the file, which may be half a character.
        self.problems = tuple(problem.encode(errors="replace").decode() for problem in problems)
        super().__init__(" ".join(self.problems))


@dataclass(frozen=True)
class Taken:
    """A document that was read: the preferences of the account, and the rows of each table as this site says them."""

    account: dict[str, str]
    tables: dict[str, list[Document]]
    # Rows of tables that this site does not have.
    foreign: dict[str, list[Document]] = field(default_factory=dict)
    # What they asked to be written of, by the names of the switches. Files of before it was said have none.
    mail: tuple[MailKind, ...] = ()


def read(data: bytes) -> Taken:
    """A document as it was taken out, by this version or an earlier one. Raises ``UnreadableError``."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"The file has more than {MOST_BYTES // 1024**2} MB, which is more than any export.")
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise UnreadableError("The file goes deeper than any export does.") from None
    except ValueError:
        raise UnreadableError(
            "This is not JSON as this site writes it. Is it the file everything.json of an export?"
        ) from None
    return checked(document)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _finite(number: str) -> float:
    if isinf(found := float(number)):
        raise ValueError(number)
    return found


def checked(document: Any) -> Taken:
    """The same of JSON that was parsed."""
    schema = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(schema, dict) or schema.get("name") != SCHEMA["name"]:
        raise UnreadableError("This is JSON, but not an export of this site: it does not say so under “schema”.")
    version = schema.get("version")
    if type(version) is not int or version < 1:
        raise UnreadableError("The export does not say which version of the format it is in.")
    if version > int(str(SCHEMA["version"])):
        raise UnreadableError(
            f"The export is of version {version} of the format, and this site reads up to {SCHEMA['version']}. A newer"
            " release of the site can read it."
        )
    found = document.get("tables")
    if not isinstance(found, dict) or not all(isinstance(rows, list) for rows in found.values()):
        raise UnreadableError("The export has no “tables”, or one of them is not a list of rows.")
    problems: list[str] = []
    tables: dict[str, list[Document]] = {subject: [] for subject in naming.taken()}
    foreign: dict[str, list[Document]] = {}
    for subject, rows in found.items():
        if subject in tables:
            tables[subject] = _rows(subject, rows, problems)
        elif rows:
            foreign[subject] = _foreign(subject, rows, problems)
        if len(problems) >= MOST_PROBLEMS:
            break
    account = _account(document.get("account", {}), problems)
    mail = _mail(document.get("account", {}), problems)
    if problems:
        raise UnreadableError(*problems[:MOST_PROBLEMS])
    return Taken(account, tables, foreign, mail)


def _rows(subject: str, rows: list[Any], problems: list[str]) -> list[Document]:
    model = naming.taken()[subject]
    names: set[str] = set()
    found = []
    for place, row in enumerate(rows, start=1):
        try:
            found.append(row_of(model, row))
        except WrongValueError as wrong:
            problems.append(f"{subject}, row {place}: {wrong}.")
            if len(problems) >= MOST_PROBLEMS:
                return found
            continue
        if naming.always_one(model):
            name = text([found[-1][one] for one in naming.named_by(model)])
            if name in names:
                problems.append(f"{subject}, row {place}: it is there twice.")
            names.add(name)
    return found


def row_of(model: type[Model], row: Any) -> Document:
    """A row of a table as this site says it. Raises ``WrongValueError``."""
    fields = _fields(model)
    if not isinstance(row, dict):
        raise WrongValueError("it is not an object")
    if unknown := sorted(row.keys() - fields.keys()):
        raise WrongValueError(f"“{unknown[0][:60]}” is no column of it")
    found = {}
    for name, column in fields.items():
        try:
            found[name] = said(column, row[name]) if name in row else _default(column)
        except WrongValueError as wrong:
            raise WrongValueError(f"“{name}” {wrong}") from wrong
    _check_subject(model, found)
    return found


@cache
def _fields(model: type[Model]) -> "dict[str, Field[Any, Any]]":
    return {one.name: one for one in naming.fields(model)}


def _default(column: Any) -> Any:
    """Of a column that an older version did not have."""
    if column.has_default() and column.name != "token":
        return naming.plain(column.get_default())
    if column.null:
        return None
    raise WrongValueError("is missing")


def _check_subject(model: type[Model], row: Document) -> None:
    """A deletion names a table with a bin, and an event says what its table has, or their pages could not be read."""
    if model._meta.label_lower == "keeping.deletion" and row["subject"] not in own_tables():
        raise WrongValueError("“subject” is no table that has a bin")
    if model is Event and (named := naming.taken().get(row["subject"])):
        for name in ("before", "after"):
            if wrong := event_misfit(named, row[name]):
                raise WrongValueError(f"“{name}” {wrong}")


def _foreign(subject: str, rows: list[Any], problems: list[str]) -> list[Document]:
    if len(subject) > 60 or not subject.replace(".", "a").isidentifier():
        problems.append(f"“{subject[:60]}” is no name of a table.")
        return []
    if not all(isinstance(row, dict) for row in rows):
        problems.append(f"{subject}: a row is not an object.")
    elif not all(map(can_be_kept, rows)):
        problems.append(f"{subject}: a row cannot be kept as it is.")
    return rows


def _account(account: Any, problems: list[str]) -> dict[str, str]:
    if not isinstance(account, dict):
        problems.append("“account” is not an object.")
        return {}
    found = {}
    for name in PREFERENCES:
        if name in account:
            column: Any = User._meta.get_field(name)
            try:
                found[name] = str(said(column, account[name]))
                column.clean(found[name], None)
            except (WrongValueError, ValidationError):
                problems.append(f"account: “{name}” is not what this site knows.")
    return found


def _mail(account: Any, problems: list[str]) -> tuple[MailKind, ...]:
    """The switches that this site has; a later one may have more."""
    said = account.get("mail", []) if isinstance(account, dict) else []
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        problems.append("account: “mail” is not a list of names.")
        return ()
    return tuple(kind for kind in MailKind if kind.value in said)
