"""``manage.py serve``: bring the database and the static files up to date, then serve the site like in production."""

import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from tpm_portal.static_files import collect_if_changed


class Command(BaseCommand):
    help = "Migrate, seed, collect static files and serve the site with granian."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-prepare", action="store_true", help="serve only: no migration, seed or static files")

    def handle(self, *, no_prepare: bool, **options: Any) -> None:
        address = _free_address(settings.HOST, settings.PORT)
        if not no_prepare:
            call_command("migrate", verbosity=0, interactive=False)
            call_command("seed", stdout=self.stdout)
            call_command("empty_bin", verbosity=0)
            collect_if_changed()
        # Each worker opens its own connections; one made here must not be shared with them by a fork.
        connections.close_all()
        server = Granian(
            "tpm_portal.wsgi:application",
            address=address,
            port=settings.PORT,
            interface=Interfaces.WSGI,
            workers=settings.WEB_WORKERS,
            # One blocking thread keeps one connection per worker, and leaves slow clients to granian.
            blocking_threads=1,
            respawn_failed_workers=True,
            respawn_interval=0.5,
            workers_kill_timeout=3,
            log_level=LogLevels.warning,
        )
        server.on_startup(self._say_what_next)
        server.serve()
        self.stdout.write("Stopped. Everything is kept.")

    def _say_what_next(self) -> None:
        self.stdout.write(
            f"\nThe site is at {settings.SITE_URL}\n"
            "  Sign up there to track your own milestones.\n"
            "  Curate the content: run 'make admin' in a second terminal, then open /admin/.\n"
            "  Stop with Ctrl-C. Your data stays.\n"
        )


def _free_address(host: str, port: int) -> str:
    """The number of ``host``, which may be a name such as ``localhost``, once it is sure that we can listen there."""
    try:
        family, kind, _, _, found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found)
    except socket.gaierror as error:
        raise CommandError(
            f"HOST={host} is no address of this machine. Leave it out, or use 0.0.0.0 for all."
        ) from error
    except OSError as error:
        raise CommandError(
            f"Port {port} on {host} cannot be used ({error.strerror}). Choose another one: PORT=8123 make run"
        ) from error
    return str(found[0])
