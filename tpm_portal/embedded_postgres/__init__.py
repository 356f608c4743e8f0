"""A PostgreSQL of our own under ``var/postgres``, for whoever has set no ``DATABASE_URL``.

Every process that connects holds a shared lock on one file; the kernel lets go of it however the process dies. A small
detached keeper process runs the server, starts it again when it dies, and stops it once it can take that lock alone,
which means that nobody is left. Nothing listens on the network.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2

USER = "postgres"
SERVER_USER = "pgserver"  # whom the library creates when we are root, since PostgreSQL refuses to run as root
DATABASE = "tpm_portal"
START_SECONDS = 60.0
# A Unix socket's address holds at most 104 bytes on macOS and 108 on Linux, the final zero included.
SOCKET_ADDRESS_BYTES = 103


class EmbeddedPostgresError(psycopg2.OperationalError):
    """The embedded server cannot be started. The message says what to do."""


def socket_directory(directory: Path) -> Path:
    """Where the socket of the server in ``directory`` is: inside it, or elsewhere if that path is too long."""
    inside = directory.resolve() / "run"
    if len(os.fsencode(inside / ".s.PGSQL.5432")) <= SOCKET_ADDRESS_BYTES:
        return inside
    name = hashlib.sha256(os.fsencode(directory.resolve())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"tpm-{os.geteuid()}-{name}"


def refuse_foreign(socket: Path) -> None:
    """Raise ``EmbeddedPostgresError`` if somebody else may have put a server at ``socket``, a directory.

    In a directory for everybody, where a long path makes it lie, its name can be guessed and taken first. One that is
    ours and closed to others cannot be exchanged any more.
    """
    try:
        status = socket.lstat()
    except FileNotFoundError:
        return
    ours = {os.geteuid()}
    if os.geteuid() == 0:
        with contextlib.suppress(KeyError):
            ours.add(pwd.getpwnam(SERVER_USER).pw_uid)
    if not stat.S_ISDIR(status.st_mode) or status.st_uid not in ours or status.st_mode & 0o077:
        raise EmbeddedPostgresError(
            f"{socket}, where the embedded PostgreSQL is to be reached, belongs to somebody else or is open to others. "
            "Remove it, or set EMBEDDED_POSTGRES_DIR to a shorter path."
        )


class EmbeddedPostgres:
    """This process's side of the server in one directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory.resolve()
        self._users_lock: int | None = None

    def hold(self) -> None:
        """Count this process among the users until it ends. While the server is stopping this waits for it."""
        if self._users_lock is None:
            # PGPORT, PGHOSTADDR, PGOPTIONS and their like are about some other server, and would keep us from ours.
            for name in [name for name in os.environ if name.startswith("PG")]:
                del os.environ[name]
            self.directory.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.directory / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(lock, fcntl.LOCK_SH)
            self._users_lock = lock

    def release(self) -> None:
        """No longer count this process among the users."""
        if self._users_lock is not None:
            os.close(self._users_lock)
            self._users_lock = None

    def ensure_running(self) -> None:
        """Return once the server accepts connections, starting it if need be.

        Raises ``EmbeddedPostgresError`` with a one-line reason if it does not start.
        """
        self.hold()
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if not self._keeper_is_alive():
                self._start_keeper()
            if (self.directory / "failed").exists():
                reason = (self.directory / "failed").read_text(errors="replace").strip()
                raise EmbeddedPostgresError(f"{reason} Or set DATABASE_URL to use a PostgreSQL server of your own.")
            if time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"The embedded PostgreSQL did not start in {START_SECONDS:.0f} s; {self.directory}/server.log "
                    "says why. Or set DATABASE_URL to use a PostgreSQL server of your own."
                )
            time.sleep(0.05)

    def wait_until_stopped(self) -> None:
        """Return once no keeper runs, and so no server."""
        while self._keeper_is_alive():
            time.sleep(0.05)

    def _answers(self) -> bool:
        refuse_foreign(socket_directory(self.directory))
        try:
            psycopg2.connect(
                host=str(socket_directory(self.directory)), user=USER, dbname=DATABASE, connect_timeout=5
            ).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _keeper_is_alive(self) -> bool:
        lock = os.open(self.directory / "keeper.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        else:
            return False
        finally:
            os.close(lock)

    def _start_keeper(self) -> None:
        """Start a keeper. It detaches itself once it holds its lock, or ends at once if another one does."""
        (self.directory / "failed").unlink(missing_ok=True)
        with (self.directory / "keeper.log").open("ab") as log:
            subprocess.run(  # noqa: S603 (our own interpreter and module)
                [sys.executable, "-m", "tpm_portal.embedded_postgres", str(self.directory)],
                cwd=Path(__file__).resolve().parent.parent.parent,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                check=False,
            )
