"""Databases without content, kept from one run of the tests to the next under the fingerprint of what made them.

To walk through all migrations takes half a minute, to read what they led to a second.
"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from tpm_portal.embedded_postgres.keeper import programs

ROOT = Path(__file__).parent.parent
DIRECTORY = ROOT / "var" / "tests"
IMPORTED = re.compile(rb"^\s*(?:from|import) ([\w.]+)", re.MULTILINE)
# Each is half a megabyte: those of a few branches.
FILES = 8


def path_of(kind: str) -> Path:
    """Where the database of a kind is kept, be it there or not."""
    return DIRECTORY / f"{kind}-{_fingerprint()}.sql"


def put(kind: str, url: str) -> None:
    """Keep the database at ``url``, unless its server is newer than the programs that we have."""
    path = path_of(kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    dump = [_program("pg_dump"), "--no-owner", "--no-privileges", f"--file={unfinished}", f"--dbname={url}"]
    if subprocess.run(dump, capture_output=True, check=False).returncode:
        unfinished.unlink(missing_ok=True)
        return
    unfinished.rename(path)
    for old in sorted(DIRECTORY.glob("*.sql"), key=lambda one: one.stat().st_mtime)[:-FILES]:
        old.unlink(missing_ok=True)


def take(kind: str, url: str) -> bool:
    """Fill the empty database at ``url`` with what is kept of its kind. Returns whether anything is."""
    path = path_of(kind)
    if not path.exists():
        return False
    read = [_program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction"]
    subprocess.run([*read, f"--file={path}", f"--dbname={url}"], capture_output=True, check=True)
    return True


def makers() -> set[Path]:
    """The files that make a database: all migrations and what is beside them, what these import, and every model."""
    migrations = {_file(type(one).__module__) for one in MigrationLoader(None).disk_migrations.values()}
    beside = {file for path in migrations for file in path.parent.glob("*.py")}
    imported = {name.decode() for file in beside for name in IMPORTED.findall(file.read_bytes())}
    models = {model.__module__ for model in apps.get_models()}
    # Parts of Python itself have no file.
    return beside | {_file(name) for name in (imported | models) if getattr(sys.modules.get(name), "__file__", None)}


def _fingerprint() -> str:
    """Of all that, and of the versions of all libraries."""
    sources = [file.read_bytes() for file in [ROOT / "requirements.txt", *sorted(makers())]]
    return hashlib.sha256(repr(sources).encode()).hexdigest()[:32]


def _file(module: str) -> Path:
    return Path(str(sys.modules[module].__file__))


def _program(name: str) -> str:
    return str(programs() / name)
