"""``manage.py serve``: bring the database and the static files up to date, then serve the site like in production."""

import resource
import socket
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from tpm_portal.by_itself import look_after_itself
from tpm_portal.logs import of_the_server
from tpm_portal.metrics import telling
from tpm_portal.preparing import load_and

# How long the headers of the first or the next request may take, and so how long an idle connection is kept.
HEADER_MILLISECONDS = 30_000
# How long what is being answered may still take after a stop was asked for: a query has 15 seconds. systemd and Docker
# wait a little longer than this, see deploy/.
SECONDS_TO_STOP = 25
# How many connections a worker holds, most of them idle, as far as the machine lets it open files.
CONNECTIONS = 4000
OTHER_FILES = 100


class Command(BaseCommand):
    help = "Migrate, seed, collect static files and serve the site with granian."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-prepare", action="store_true", help="serve only: no migration, seed or static files")

    def handle(self, *, no_prepare: bool, **options: Any) -> None:
        address = _free_address(settings.HOST, settings.PORT)
        # Where the workers count must be known before what counts is loaded.
        with _figures():
            load_and(prepare=not no_prepare, stdout=self.stdout)
            server = self._server(address)
            stop = Event()
            beside = None if no_prepare else look_after_itself(stop)
            try:
                server.serve()
            finally:
                stop.set()
                if beside:
                    beside.join(SECONDS_TO_STOP)
        self.stdout.write("Stopped. Everything is kept.")

    def _server(self, address: str) -> Any:
        server = Granian(
            "tpm_portal.rsgi:application",
            address=address,
            port=settings.PORT,
            interface=Interfaces.RSGI,
            # A twentieth more pages than with the loop of the standard library.
            loop=Loops.uvloop,
            workers=settings.WEB_WORKERS,
            # Of the protocols granian speaks this is the one whose every wait has an end.
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
            websockets=False,
            backpressure=_connections(),
            respawn_failed_workers=True,
            respawn_interval=0.5,
            workers_kill_timeout=SECONDS_TO_STOP,
            log_level=LogLevels.warning,
            log_dictconfig=of_the_server(),
        )
        server.on_startup(self._say_what_next)
        return server

    def _say_what_next(self) -> None:
        self.stdout.write(
            f"\nThe site is at {settings.SITE_URL}\n"
            "  Sign up there to track your own milestones.\n"
            "  Curate the content: run 'make admin' in a second terminal, then open /admin/.\n"
            "  Stop with Ctrl-C. Your data stays.\n"
        )


@contextmanager
def _figures() -> Iterator[None]:
    """Tell Prometheus what it asks, while it lasts, if ``METRICS_PORT`` says where."""
    if not settings.METRICS_PORT:
        yield
        return
    with ExitStack() as stack:
        try:
            stack.enter_context(telling.told(settings.METRICS_HOST, settings.METRICS_PORT))
        except OSError as error:
            raise CommandError(
                f"METRICS_PORT={settings.METRICS_PORT} on {settings.METRICS_HOST} cannot be used ({error.strerror})."
            ) from error
        yield


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


def _connections() -> int:
    """How many connections each worker may hold, once it may open as many files as the machine allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + OTHER_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return CONNECTIONS if soft == resource.RLIM_INFINITY else max(1, min(CONNECTIONS, soft - OTHER_FILES))
