"""A streaming replica of an embedded server, made by PostgreSQL's own programs."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psutil
import psycopg2

from tpm_portal.embedded_postgres import DATABASE, SERVER_USER, USER, socket_directory
from tpm_portal.embedded_postgres.keeper import programs

SECONDS = 60.0


class Standby:
    """The replica under ``directory`` of the embedded server under ``primary``, with a socket of its own alone."""

    def __init__(self, directory: Path, primary: Path) -> None:
        self.data = directory / "standby"
        self.socket = directory / "standby-run"
        self.log = directory / "standby.log"
        self.primary = socket_directory(primary)
        self.process: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to run as root.
        self.run_as: dict[str, Any] = (
            {"user": pwd.getpwnam(SERVER_USER).pw_uid, "group": pwd.getpwnam(SERVER_USER).pw_gid, "extra_groups": []}
            if os.geteuid() == 0
            else {}
        )

    @property
    def url(self) -> str:
        return f"postgres://{USER}@/{DATABASE}?host={self.socket}"

    def make(self) -> None:
        """Copy the primary, which runs. Raises ``subprocess.CalledProcessError``."""
        for own in (self.data, self.socket):
            own.mkdir(mode=0o700)
            if self.run_as:
                shutil.chown(own, self.run_as["user"], self.run_as["group"])
        for parent in self.data.parents:
            if parent.stat().st_uid == os.geteuid():
                parent.chmod(parent.stat().st_mode | 0o011)
        source = ["-h", str(self.primary), "-U", USER]
        copy = [str(programs() / "pg_basebackup"), *source, "-D", str(self.data), "-R", "--checkpoint=fast"]
        subprocess.run(copy, check=True, cwd="/", **self.run_as)

    def start(self) -> None:
        """Start it, and return when it answers. Raises ``TimeoutError``."""
        socket = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={self.socket}")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(programs() / "postgres"), "-D", str(self.data), *socket],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self.run_as,
            )
        deadline = time.monotonic() + SECONDS
        while not self.answers():
            if time.monotonic() > deadline:
                raise TimeoutError(self.log.read_text()[-2000:])
            time.sleep(0.05)  # polling for another process, with the deadline above

    def answers(self) -> bool:
        try:
            self.ask("SELECT 1")
        except psycopg2.OperationalError:
            return False
        return True

    def ask(self, sql: str) -> list[Any]:
        """The rows of a statement on the replica."""
        connection = psycopg2.connect(host=str(self.socket), user=USER, dbname=DATABASE, connect_timeout=5)
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()

    def kill(self) -> None:
        """With -9, as a machine goes down: the server and all that it has started."""
        if self.process is not None:
            server = psutil.Process(self.process.pid)
            for process in [server, *server.children()]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
            self.process.wait(timeout=20)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=40)
