"""What can be wrong with what the settings point to: asked of the real thing, and said with what to do."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from tpm_portal.quiet_postgres.base import DatabaseWrapper
from tpm_portal.quiet_postgres.limits import FOR_PAGES


@register(Tags.database)
def limits_behind_a_pooler(*, databases: Iterable[str] | None, **kwargs: Any) -> list[CheckMessage]:
    """A pooler takes no limits of time from us, so the role must have them."""
    missing = []
    for alias in databases or ():
        connection = connections[alias]
        if not (isinstance(connection, DatabaseWrapper) and connection.pooled):
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') AND setting = '0'"
            )
            missing += [name for (name,) in cursor.fetchall()]
    return [
        Warning(
            f"Behind the pooler nothing limits how long a query may take: {name} is not set.",
            hint=f"ALTER ROLE ... SET {name} = '{FOR_PAGES[name]}'; see Deploying in the README.",
            id="tpm_portal.W001",
        )
        for name in missing
    ]
