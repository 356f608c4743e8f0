"""The Django database backend for a replica: what it cannot answer is asked of the primary, unseen."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import InterfaceError, OperationalError

from tpm_portal.quiet_postgres import base
from tpm_portal.replicas.standing import standing_of

# A query that was stopped for the time that it took would take as long once more.
QUERY_CANCELED = "57014"


class DatabaseWrapper(base.DatabaseWrapper):
    """Nothing but queries comes here, each for itself: one that came to nothing can be asked again elsewhere."""

    def _cursor(self, name: str | None = None) -> Any:
        try:
            return super()._cursor(name)  # type: ignore[misc]
        except (OperationalError, InterfaceError) as error:
            self._leave_alone(error)
            return connections[DEFAULT_DB_ALIAS]._cursor(name)  # type: ignore[attr-defined]

    def init_connection_state(self) -> None:
        super().init_connection_state()
        if self._or_the_primary not in self.execute_wrappers:
            self.execute_wrappers.append(self._or_the_primary)

    def _or_the_primary(self, execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        try:
            return execute(sql, params, many, context)
        except (OperationalError, InterfaceError) as error:
            if getattr(error.__cause__, "pgcode", None) == QUERY_CANCELED:
                raise
            self._leave_alone(error)
        instead = connections[DEFAULT_DB_ALIAS].cursor()
        answer = instead.execute(sql, params)
        # What is fetched next comes from there.
        context["cursor"].cursor = instead.cursor
        return answer

    def _leave_alone(self, error: Exception) -> None:
        standing_of(self.alias).failed(error)
        self.close()
