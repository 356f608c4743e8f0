"""The parts of the shape: each can be started, killed with -9 and started again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import psutil

from tests.servers import installed
from tests.site import ROOT, free_port
from tests.standby import Standby
from tpm_portal.embedded_postgres import DATABASE, SERVER_USER, USER, EmbeddedPostgres, socket_directory

SECONDS = 90.0


class Part(Protocol):
    """``kill`` is what a machine does that goes down; ``start`` returns when the part answers again."""

    name: str

    def start(self) -> None: ...
    def kill(self) -> None: ...


class Server:
    """A program with a port."""

    def __init__(
        self, name: str, directory: Path, command: Callable[[int], list[str]], user: str | None = None
    ) -> None:
        self.name, self.port, self.command, self.user = name, free_port(), command, user
        self.log = directory / f"{name.replace(' ', '-')}.log"
        self.environment: dict[str, str] = dict(os.environ)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(self.port),
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                user=self.user if os.geteuid() == 0 else None,
            )
        until(self.answers, self.name)

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=20)


class Primary:
    """The embedded PostgreSQL, which has a keeper: whoever kills the server sees it come back by itself."""

    name = "primary"

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.server = EmbeddedPostgres(directory)

    def start(self) -> None:
        self.server.ensure_running()

    def kill(self) -> None:
        for process in psutil.process_iter(["cmdline"]):
            if str(self.directory / "data") in (process.info["cmdline"] or []):
                with suppress(psutil.NoSuchProcess):
                    process.kill()

    def stop(self) -> None:
        self.server.release()
        self.server.wait_until_stopped()


class Replica(Standby):
    """The streaming replica as one of the parts."""

    name = "replica"


class Shape:
    """All parts, made in ``directory`` around a primary that is there and filled."""

    def __init__(self, directory: Path, primary: Primary, environment: dict[str, str]) -> None:
        self.primary = primary
        self.replica = Replica(directory, primary.directory)
        self.redis = Server(
            "Redis",
            directory,
            lambda port: [installed("redis-server", "redis-server"), "--port", str(port), "--save", ""],
        )
        self.pooler = Server("PgBouncer", directory, lambda port: _pgbouncer(directory, primary, port), SERVER_USER)
        url = f"postgres://{USER}@127.0.0.1:{self.pooler.port}/{DATABASE}"
        serve = [sys.executable, "manage.py", "serve", "--no-prepare"]
        self.sites = [Server(f"site {number}", directory, lambda port: serve) for number in (1, 2)]
        for site in self.sites:
            site.environment = environment | {
                **{"DATABASE_URL": url, "DATABASE_POOLER": "true", "DATABASE_REPLICA_URLS": self.replica.url},
                **{"CACHE_URL": f"redis://127.0.0.1:{self.redis.port}/0", "PORT": str(site.port), "WEB_WORKERS": "1"},
                **{"BEHIND_PROXY": "true", "SITE_URL": "http://localhost", "LOG_LEVEL": "WARNING"},
            }
        ports = [site.port for site in self.sites]
        self.nginx = Server("nginx", directory, lambda port: _nginx(directory, ports, port))

    @property
    def parts(self) -> list[Part]:
        return [*self.sites, self.pooler, self.replica, self.redis, self.nginx, self.primary]

    def start(self) -> None:
        """The primary runs by now."""
        self.replica.make()
        parts: list[Part] = [self.replica, self.redis, self.pooler, *self.sites, self.nginx]
        for part in parts:
            part.start()

    def stop(self) -> None:
        for part in (self.nginx, *self.sites, self.pooler, self.redis):
            part.kill()
        self.replica.stop()


def until(holds: Callable[[], bool], what: str) -> None:
    """Raises ``TimeoutError``."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} does not answer.")
        time.sleep(0.05)


def _pgbouncer(directory: Path, primary: Primary, port: int) -> list[str]:
    settings = directory / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n{DATABASE} = host={socket_directory(primary.directory)} user={USER}\n[pgbouncer]\n"
        f"listen_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = any\n"
        "pool_mode = transaction\ndefault_pool_size = 6\nserver_login_retry = 1\nquery_wait_timeout = 5\n"
    )
    settings.chmod(0o644)
    return [installed("pgbouncer", "pgbouncer"), str(settings)]


def _nginx(directory: Path, ports: list[int], port: int) -> list[str]:
    """As in ``deploy/nginx.conf``, without https."""
    servers = "".join(f"server 127.0.0.1:{one} max_fails=1 fail_timeout=1s;" for one in ports)
    forwarded = "proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-For $remote_addr;"
    settings = directory / "nginx.conf"
    settings.write_text(
        f"daemon off; pid {directory}/nginx.pid; error_log {directory}/nginx-error.log;\n"
        "events { worker_connections 512; }\nhttp { access_log off;\n"
        + "".join(
            f"{name}_temp_path {directory}/nginx-{name};\n"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + f"upstream sites {{ {servers} keepalive 16; }}\n"
        f"server {{ listen 127.0.0.1:{port}; client_max_body_size 0; proxy_request_buffering off;\n"
        f"location / {{ proxy_pass http://sites; proxy_http_version 1.1; proxy_set_header Connection '';\n"
        f"proxy_set_header Host $http_host; {forwarded}\n"
        "proxy_next_upstream error timeout http_502 http_503; proxy_connect_timeout 2s; } } }\n"
    )
    shutil.rmtree(directory / "nginx-proxy", ignore_errors=True)
    return [installed("nginx-light", "nginx"), "-c", str(settings)]
