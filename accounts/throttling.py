"""Where tries of a password are counted: for all workers together, and apart from the request that tries. Pure."""

from typing import Any


class OwnConnection:
    """Sends what Django's database cache asks over a connection of its own.

    On the connection of the request a try would be forgotten with whatever is rolled back, and its lock would keep
    others of the same network waiting for as long as the request takes.
    """

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return "throttles" if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == "throttles" else None
