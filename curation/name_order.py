"""The order of ``curation.names`` in SQL."""

from typing import Any

from django.db.models import Func, TextField
from django.db.models.functions import Collate

from curation.names import DIGITS, DOUBLE, MARKS, NO_LETTERS, SMALL


def _sql() -> str:
    sql = f"regexp_replace(normalize(%(expressions)s, NFKD), '{MARKS}', '', 'g')"
    sql = f"""translate(lower({sql} COLLATE "C"), '{"".join(SMALL)}', '{"".join(SMALL.values())}')"""
    for one, two in DOUBLE.items():
        sql = f"replace({sql}, '{one}', '{two}')"
    sql = f"regexp_replace({sql}, '([0-9]+)', '{'0' * DIGITS}\\1', 'g')"
    sql = f"regexp_replace({sql}, '[0-9]*([0-9]{{{DIGITS}}})', '\\1', 'g')"
    return f"btrim(regexp_replace({sql}, '{NO_LETTERS}', ' ', 'g'), ' ')"


class NameKey(Func):
    """What ``curation.names.name_key`` makes of a column, for a column of its own that the database keeps right."""

    arity = 1
    template = _sql()
    output_field = TextField()


def in_name_order(name: Any) -> Collate:
    """To order a few rows by."""
    return Collate(NameKey(name), "C")
