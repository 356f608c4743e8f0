"""What a file says comes in: all that is new of it in one transaction, and all of it out again with one press."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr

from accounts.models import User
from interviews.practice.first_answers import keep_first_answers
from keeping.many import add_all, put_all_in_bin
from tpm_portal.elsewhere.drafts import ASKED, NOUNS, VERSION, Draft, Plan
from tpm_portal.elsewhere.planning import plan, table_of


@dataclass(frozen=True)
class LastIn:
    """What came in together last and is not in the bin: when, the token of one, and how many of each table."""

    at: datetime
    token: uuid.UUID
    numbers: dict[str, int]

    @property
    def in_words(self) -> str:
        return counted(self.numbers)


def counted(numbers: dict[str, int]) -> str:
    """How many rows of each table, in words."""
    return ", ".join(f"{number:,} {NOUNS[table][number != 1]}" for table, number in numbers.items() if number)


@transaction.atomic
def bring_in(
    drafts: Sequence[Draft], *, user: User, without: Collection[uuid.UUID], at: datetime
) -> tuple[Plan, dict[str, list[Any]]]:
    """Keep what is new of a file but for what is ``without``, or nothing if anything of it cannot be kept.

    The same file again is all there already. Two presses at the same moment come one after the other. Returns what
    became of the drafts, and the rows by table.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    found = plan(drafts, user=user)
    rows: dict[str, list[Any]] = {}
    for table in dict.fromkeys(draft.table for draft in found.new.values()):
        new = {token: one for token, one in found.new.items() if one.table == table and token not in without}
        said = {token: dict(one.values) for token, one in new.items()}
        rows[table] = add_all(table_of(table), user=user, said=said, at=at, under={})
    answers = {row: found.new[row.token].answer for row in rows.get(ASKED, [])}
    keep_first_answers({row: text for row, text in answers.items() if text}, user=user, at=at)
    return found, {table: new for table, new in rows.items() if new}


def _brought_in(table: str, user: User) -> Any:
    """The learner's rows that came in and are not in the bin: their tokens are of a version that no form draws."""
    rows = table_of(table)._default_manager.filter(user=user, deletion=None).order_by()
    return rows.annotate(version=Substr(Cast("token", CharField()), 15, 1)).filter(version=str(VERSION))


def last_in(user: User) -> LastIn | None:
    """What came in last of what is not in the bin again."""
    newest = {}
    for table in NOUNS:
        rows = _brought_in(table, user).values("created_at").annotate(number=Count("pk"))
        if row := rows.order_by("-created_at").first():
            newest[table] = row
    if not newest:
        return None
    at = max(row["created_at"] for row in newest.values())
    numbers = {table: row["number"] for table, row in newest.items() if row["created_at"] == at}
    token = _brought_in(next(iter(numbers)), user).filter(created_at=at).values_list("token", flat=True).first()
    return LastIn(at, token, numbers)


@transaction.atomic
def take_back(user: User, token: uuid.UUID, *, at: datetime) -> dict[str, int] | None:
    """Put all that came in together with a row in the bin. Returns how many of each table.

    ``None`` if no row of the learner that came in has this token.
    """
    came = None
    for table in NOUNS:
        row = table_of(table)._default_manager.filter(user=user, token=token).first()
        if row is not None and token.version == VERSION:
            came = row.created_at
    if came is None:
        return None
    numbers = {}
    for table in NOUNS:
        if number := put_all_in_bin(list(_brought_in(table, user).filter(created_at=came).order_by("pk")), at=at):
            numbers[table] = number
    return numbers
