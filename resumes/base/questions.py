"""Questions to the database that are put into words once in each process, and then asked for any learner.

To write a query down takes Django longer than it takes the database to answer, and the pages of a resume ask for every
table that it is drawn from, anew with each word that somebody types.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
from django.db.models import QuerySet

# What stands for the learner, and for the row that is asked for, until both are known: no key is below zero.
LEARNER, ROW = -2_000_000_001, -2_000_000_002


class Question:
    """A query for rows of ``LEARNER``, perhaps of one ``ROW`` alone, whose words depend on nothing else.

    The rows are those of the query, with what it annotates. Other rows cannot come along (``select_related``).
    """

    def __init__(self, query: Callable[[], QuerySet[Any]]) -> None:
        self._query = query

    @cached_property
    def _in_words(self) -> tuple[Any, str, tuple[Any, ...], list[tuple[str, Any]]]:
        query: Any = self._query().query
        return query.model, *query.sql_with_params(), list(query.annotation_select.items())

    def ask(self, user: AbstractBaseUser, row: int = ROW) -> list[Any]:
        model, words, values, annotated = self._in_words
        known = {LEARNER: user.pk, ROW: row}
        found = list(model._default_manager.raw(words, [known.get(value, value) for value in values]))
        for name, expression in annotated:
            for convert in expression.get_db_converters(connection):
                for one in found:
                    setattr(one, name, convert(getattr(one, name), expression, connection))
        return found
