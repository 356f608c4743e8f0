"""What the database refused, in words: which table, and which of its rules the file breaks."""

from typing import Any

from django.db import DatabaseError, IntegrityError

from keeping.taking import naming
from keeping.taking.differences import Comparison
from keeping.taking.reading import UnreadableError


def explained(error: DatabaseError, found: Comparison) -> Exception:
    """The error to raise instead. What is no fault of the file stays what it is."""
    diagnosis: Any = getattr(error.__cause__, "diag", None)
    table = getattr(diagnosis, "table_name", None)
    if not isinstance(error, IntegrityError) or not table:
        return error
    rule = (diagnosis.constraint_name or diagnosis.column_name or "").removeprefix(f"{table}_").replace("_", " ")
    subject = next((one for one, model in naming.taken().items() if model._meta.db_table == table), table)
    return UnreadableError(f"{subject}: a row is not as this site keeps it, by the rule “{rule}”. Nothing was changed.")
