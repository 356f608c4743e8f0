"""The databases of the settings: the embedded PostgreSQL or a server by its address, and replicas to read from."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dj_database_url

from tpm_portal.server_urls import postgresql_server


def databases(url: str, *, embedded: Path, pooled: bool, replicas: Sequence[str]) -> dict[str, dict[str, Any]]:
    """By alias: the primary is ``default``, the others ``replica_1`` and so on. Raises ``ImproperlyConfigured``.

    Without ``url`` the primary is the embedded server in that directory. How long a query may take is decided where the
    connection is made, see ``quiet_postgres.limits``.
    """
    kept = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True, "DISABLE_SERVER_SIDE_CURSORS": pooled}
    found = {"default": _server(url, "DATABASE_URL", "tpm_portal.quiet_postgres", 5) if url else _embedded(embedded)}
    for number, address in enumerate(replicas, 1):
        # One that does not answer is left alone, and the primary asked: that need not be found out beforehand.
        replica = _server(address, "DATABASE_REPLICA_URLS", "tpm_portal.replicas", 2)
        found[f"replica_{number}"] = {**replica, "TEST": {"MIRROR": "default"}}
    return {alias: {**one, **kept, "CONN_HEALTH_CHECKS": alias == "default"} for alias, one in found.items()}


def _server(url: str, variable: str, engine: str, seconds: int) -> dict[str, Any]:
    """A server by its address, which is waited for no longer than that to answer."""
    given: dict[str, Any] = {**dj_database_url.parse(postgresql_server(url, variable))}
    return {**given, "ENGINE": engine, "OPTIONS": {"connect_timeout": seconds, **given.get("OPTIONS", {})}}


def _embedded(directory: Path) -> dict[str, Any]:
    # Whoever has a server of their own needs none of it.
    from tpm_portal.embedded_postgres import DATABASE, USER, socket_directory

    return {
        "ENGINE": "tpm_portal.embedded_postgres",
        "EMBEDDED_DIRECTORY": str(directory),
        "HOST": str(socket_directory(directory)),
        "NAME": DATABASE,
        "USER": USER,
        "OPTIONS": {"connect_timeout": 5},
    }
