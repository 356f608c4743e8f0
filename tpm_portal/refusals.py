"""What a command says when it cannot go on, in one line."""

from django.db import OperationalError


def in_one_line(error: Exception) -> str:
    """The reason, and for one of PostgreSQL its code, which says more to an operator than where it happened."""
    reason = " ".join(str(error).split())
    if code := getattr(error.__cause__, "pgcode", None):
        said = reason if code in reason else f"PostgreSQL refused it ({code}): {reason}."
        return f"{said} Add --traceback to see where."
    if isinstance(error, OperationalError):
        return f"The database cannot be reached, see DATABASE_URL. {reason}"
    return reason
