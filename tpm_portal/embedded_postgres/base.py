"""The Django database backend for the embedded server: the one for every PostgreSQL, started on first use."""

from pathlib import Path
from typing import Any

from django.db import connections

from tpm_portal.embedded_postgres import EmbeddedPostgres, refuse_foreign, socket_directory
from tpm_portal.quiet_postgres import base

_servers: dict[Path, EmbeddedPostgres] = {}

# What a server that is not there, just starting, or just stopping answers.
NOT_THERE = ("No such file", "Connection refused", "starting up", "shutting down", "recovery", "does not exist")


class DatabaseWrapper(base.DatabaseWrapper):
    """Connects, and makes sure first that there is something to connect to."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        server = embedded_server(Path(self.settings_dict["EMBEDDED_DIRECTORY"]))
        server.hold()
        refuse_foreign(socket_directory(server.directory))
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError as error:
            if not any(sign in str(error) for sign in NOT_THERE):
                raise
        server.ensure_running()
        return super().get_new_connection(conn_params)


def hold_the_embedded() -> None:
    """Keep the embedded server running for as long as this process lives, if the site uses it."""
    connection = connections["default"]
    if isinstance(connection, DatabaseWrapper):
        embedded_server(Path(connection.settings_dict["EMBEDDED_DIRECTORY"])).hold()


def embedded_server(directory: Path) -> EmbeddedPostgres:
    """This process's one handle on the server in ``directory``."""
    return _servers.setdefault(directory, EmbeddedPostgres(directory))
