"""Which of the drafts of a file are new, and which say what is there already. Nothing is kept here."""

import uuid
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps

from accounts.models import User
from interviews.models import Question
from interviews.practice.first_answers import answers_of
from keeping.models import Own
from tpm_portal.elsewhere.drafts import (
    ASKED,
    COMPARED,
    POSITION,
    SAME,
    Difference,
    Draft,
    Plan,
    There,
    differences,
    folded,
    key_of,
    named,
)


def table_of(name: str) -> Any:
    return apps.get_model(name)


def plan(drafts: Sequence[Draft], *, user: User) -> Plan:
    """What would become of each draft of a file."""
    found = Plan()
    for table in dict.fromkeys(draft.table for draft in drafts):
        known = _Known(table, user)
        bank = _bank() if table == ASKED else {}
        mine = [draft for draft in drafts if draft.table == table]
        tokens = known.tokens_of(mine)
        # First what came in before: of two that are alike each is there for one line alone.
        by_token = {token: known.take(token) for token in tokens}
        rows: list[Any] = [
            by_token[token] or known.like(draft) or bank.get(draft.key)
            for token, draft in zip(tokens, mine, strict=True)
        ]
        answers = answers_of(user, [row for row in rows if row]) if table == ASKED else {}
        for token, draft, row in zip(tokens, mine, rows, strict=True):
            if row is None:
                found.new[token] = draft
                continue
            if table == ASKED:
                otherwise = _other_answer(draft, answers.get((type(row), row.pk), ""))
            else:
                # What came in before and was changed here since is as the learner wants it.
                otherwise = () if by_token[token] and not draft.summed else differences(draft, known.says(row))
            there = There(draft, str(row), row.get_absolute_url(), otherwise)
            (found.differ if otherwise else found.there).append(there)
    return found


def _other_answer(draft: Draft, here: str) -> tuple[Difference, ...]:
    """The answer of a note, if it is another than the one here."""
    if not draft.answer or folded(draft.answer) == folded(here):
        return ()
    return (Difference("My answer", here or "nothing", draft.answer),)


def _bank() -> dict[tuple[Any, ...], Any]:
    """The questions of the bank, by what they ask: whoever brings one has it here already."""
    questions: Any = Question.objects.published()
    return {key_of({"text": row.text}, SAME[ASKED]): row for row in questions.only("slug", "text")}


class _Known:
    """A learner's rows of one table that are not in the bin, by what they are known again."""

    def __init__(self, table: str, user: User) -> None:
        self.table = table
        rows = list(table_of(table)._default_manager.filter(user=user).with_named().order_by("pk"))
        self.binned = {row.token for row in rows if row.in_bin}
        self.rows: dict[uuid.UUID, Own] = {row.token: row for row in rows if not row.in_bin}
        self.by_key: dict[tuple[Any, ...], deque[Own]] = defaultdict(deque)
        self.by_name: dict[tuple[Any, ...], deque[Own]] = defaultdict(deque)
        self.taken: set[uuid.UUID] = set()
        for row in self.rows.values():
            key = key_of(self.says(row), SAME[table])
            self.by_key[key].append(row)
            self.by_name[key[:-1] if table == POSITION else key[:1]].append(row)

    def says(self, row: Any) -> dict[str, Any]:
        return {name: row.value(name) for name in {*SAME[self.table], *COMPARED[self.table]}}

    def tokens_of(self, drafts: Iterable[Draft]) -> list[uuid.UUID]:
        """A token for each. Lines that say the same are as many rows, each of its own name."""
        number: Counter[str] = Counter()
        tokens = []
        for draft in drafts:
            number[draft.content] += 1
            tokens.append(named(self.table, draft.content, number[draft.content], self.binned))
        return tokens

    def take(self, token: uuid.UUID) -> Own | None:
        if row := self.rows.get(token):
            self.taken.add(token)
        return row

    def like(self, draft: Draft) -> Own | None:
        """A row that no line stands for yet and that says the same."""
        if draft.summed:
            return self._first(self.by_name.get(draft.key, deque()))
        if found := self._first(self.by_key.get(draft.key, deque())):
            return found
        if draft.table == POSITION:
            rows = self.by_name.get(draft.key[:-1], deque())
            return self._first(deque(row for row in rows if _may_begin_alike(row, draft)))
        return None

    def _first(self, rows: "deque[Own]") -> Own | None:
        while rows:
            row = rows.popleft()
            if row.token not in self.taken:
                self.taken.add(row.token)
                return row
        return None


def _may_begin_alike(row: Any, draft: Draft) -> bool:
    """Whether two jobs can have begun at the same time, as far as both say: 2021 and 2021-03 can."""
    one, other = row.starts, str(draft.values.get("starts", ""))
    return bool(one and other) and (one.startswith(other) or other.startswith(one))
