"""Collecting static files: only what pages ask for, and only when something has changed."""

import fcntl
import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


class PortalStaticFilesConfig(StaticFilesConfig):
    """Leaves out the parts of Bootstrap and htmx that no page loads: they are most of the work and of the bytes."""

    ignore_patterns = (
        *StaticFilesConfig.ignore_patterns,
        *("*rtl*", "bootstrap-*", "bootstrap.css*", "bootstrap/js/*", "htma*", "htmx-4*", "htmx-2.js"),
    )


def collect_if_changed() -> bool:
    """Collect unless the files are those of the last time. Says whether it did."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    stamp = root / ".collected"
    fingerprint = _fingerprint()
    with (root / ".lock").open("w") as lock:
        # Two starts at once take turns; the second then finds the work done.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == fingerprint:
            return False
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    # Files that were collected while DEBUG was on have no names by which pages ask for them when it is off.
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list(list(PortalStaticFilesConfig.ignore_patterns)):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{storage.path(path)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
