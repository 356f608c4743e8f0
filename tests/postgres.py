"""A throwaway embedded Postgres for one test run, so that two runs never meet, and where all files of the run are put.

Loaded with ``-p`` because pytest-django reads the settings before any ``conftest.py``. With ``DATABASE_URL`` set the
tests use that server instead. The workers of a parallel run inherit the address from the process that started them.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg2

from tpm_portal.embedded_postgres import EmbeddedPostgres, socket_directory

# What the databases of a few workers take, and much more.
ROOM = 6 * 1024**3
IN_MEMORY = Path("/dev", "shm")


def _where() -> Path | None:
    """A folder that is in memory, if there is room: of a disk's files a machine may forget what it has read.

    Each copy of a template is read and written whole then, seconds instead of a tenth of one. And each server that a
    test starts for itself waits for the disk to have what it wrote, most of its time.
    """
    if not IN_MEMORY.is_dir():
        return None
    for left in IN_MEMORY.glob("tpm-test-*"):
        # Nobody takes away what a run has left that was killed, and memory it stays.
        if not psutil.pid_exists(int(left.name.split("-")[2])):
            shutil.rmtree(left, ignore_errors=True)
    room = min(shutil.disk_usage(IN_MEMORY).free, psutil.virtual_memory().available)
    return IN_MEMORY if room > ROOM else None


def _drop_databases(url: str) -> None:
    """What the tests made on a server that stays."""
    with closing(psycopg2.connect(urlsplit(url)._replace(path="/postgres").geturl())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT format('DROP DATABASE %%I WITH (FORCE)', datname) FROM pg_database "
                "WHERE starts_with(datname, %s)",
                [f"test_{urlsplit(url).path[1:]}_"],
            )
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)


if "PYTEST_XDIST_WORKER" not in os.environ:
    directory = Path(tempfile.mkdtemp(prefix=f"tpm-test-{os.getpid()}-", dir=_where()))
    # What tests write, and the processes they start. The kills of those lose nothing that a disk would have kept.
    (directory / "files").mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(directory / "files")
    atexit.register(shutil.rmtree, directory, ignore_errors=True)

if not os.environ.get("DATABASE_URL"):
    server = EmbeddedPostgres(directory)
    server.ensure_running()
    # Nothing here has to outlive a power cut. The tests of durability run a server of their own.
    connection = psycopg2.connect(dbname="postgres", user="postgres", host=str(socket_directory(directory)))
    connection.autocommit = True
    with connection.cursor() as cursor:
        # What a test has not committed looks empty to autovacuum, and the planner would believe it.
        for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            cursor.execute(f"ALTER SYSTEM SET {setting} = off")
        cursor.execute("SELECT pg_reload_conf()")
    connection.close()
    os.environ["DATABASE_URL"] = f"postgres://postgres@/tpm_portal?host={socket_directory(directory)}"

    def _end() -> None:
        server.release()
        server.wait_until_stopped()

    atexit.register(_end)
elif "PYTEST_XDIST_WORKER" not in os.environ:
    # Also before the run: one that was killed may have left its templates, made from older migrations.
    _drop_databases(os.environ["DATABASE_URL"])
    atexit.register(_drop_databases, os.environ["DATABASE_URL"])
