"""allauth's table of signed-in devices, without its signals: what is written there is said in ``devices``."""

from allauth.usersessions.apps import UserSessionsConfig


class DevicesConfig(UserSessionsConfig):  # type: ignore[misc]
    default = False

    def ready(self) -> None:
        """allauth would look through all sessions of whoever signs in, with three queries each."""
