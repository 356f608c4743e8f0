"""Before ``manage.py serve`` serves: the database, its content and the static files are brought up to date.

In processes of their own, copies of the one that serves. What they leave in memory is so in no worker, and what all
workers need is loaded beside the longer one.
"""

import gc
import hashlib
import importlib
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkProcess
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, OutputWrapper
from django.db import DatabaseError, connections
from django.utils import timezone

from accounts.models import LastRun
from curation.content_files import SeedError
from curation.models import SeedRecord
from curation.seeding import all_seeds, seed_database
from tpm_portal import last_runs
from tpm_portal.embedded_postgres.base import hold_the_embedded
from tpm_portal.readiness import all_migrated, on_disk
from tpm_portal.refusals import in_one_line
from tpm_portal.static_files import collect_if_changed

# A run of ``seed`` with the files of this digest, as it stands in the database. Half of a SHA-256 tells files apart.
SEEDED = "seed "
DIGITS = 32


def load_and(prepare: bool, stdout: OutputWrapper) -> None:
    """Load what serves pages, and beside it ``prepare``. Raises ``SystemExit`` if that fails, which has been told."""
    beside = None
    if prepare and multiprocessing.get_start_method() != "fork":
        # Here workers are no copies of us: there is nothing to keep from them, and a fork may not be safe.
        collect_if_changed()
        _prepare(stdout)
    elif prepare:
        collecting = _in_a_copy(collect_if_changed)
        # The embedded server would stop between us and the first worker, when nobody else uses it.
        hold_the_embedded()
        beside = _in_a_copy(_prepare, stdout)
        # Not beside the loading: what serves these files looks once which there are, while it is loaded.
        _wait_for(collecting)
    load()
    if beside:
        _wait_for(beside)


def _in_a_copy(work: Callable[..., object], *args: object) -> ForkProcess:
    copy = multiprocessing.get_context("fork").Process(target=work, args=args)
    copy.start()
    return copy


def _wait_for(copy: ForkProcess) -> None:
    copy.join()
    if copy.exitcode:
        raise SystemExit(1)


def load() -> None:
    """Load what makes pages: here once, where the workers are copies of this process.

    From then on statements of this process may take so long and no longer, which those of a preparation may.
    """
    importlib.import_module("tpm_portal.rsgi")
    # What the collector never looks through again, no worker has to have a copy of.
    gc.freeze()


def _prepare(stdout: OutputWrapper) -> None:
    try:
        if not all_migrated():
            call_command("migrate", verbosity=0, interactive=False)
        seed_if_changed(stdout)
        # The first page shows it already; all else that is due is done beside the pages, see by_itself.py.
        call_command("publish_due", stdout=stdout)
    except KeyboardInterrupt:
        sys.exit(1)
    except (CommandError, DatabaseError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(in_one_line(error))
    finally:
        # Whoever serves opens connections of their own.
        connections.close_all()


def seed_if_changed(stdout: OutputWrapper) -> bool:
    """Seed, unless a run with the same files and the same code left nothing to be done. Says whether it did.

    Seeding again would change nothing: what a curator edits between two runs is theirs in the second. Files from
    elsewhere that were seeded since (``seed --data``) leave records that are later.
    """
    name = SEEDED + _fingerprint()
    last = last_runs.last_at(name)
    if last and not SeedRecord.objects.filter(seeded_at__gt=last).exists():
        stdout.write("Content: the files are those of the last start.")
        return False
    at = timezone.now()
    try:
        report = seed_database(all_seeds(), at=at)
    except SeedError as error:
        raise CommandError(f"Nothing was changed. {error}") from error
    for line in report.lines():
        stdout.write(line)
    LastRun.objects.filter(name__startswith=SEEDED).delete()
    if not report.waiting:
        last_runs.note(name, at=at)
    return True


def _fingerprint() -> str:
    """Of everything that decides what a seeding writes."""
    digest = hashlib.sha256(str(sorted(on_disk())).encode())
    for path in sorted(_content()):
        digest.update(f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:DIGITS]


def _content() -> Iterator[Path]:
    root = Path(settings.BASE_DIR)
    yield from (path for path in root.glob("*/data/**/*") if path.is_file())
    yield from (*root.glob("*/seed.py"), *root.glob("curation/*.py"))
