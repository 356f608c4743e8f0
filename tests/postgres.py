"""A throwaway embedded Postgres for one test run, so that two runs never meet.

Loaded with ``-p`` because pytest-django reads the settings before any ``conftest.py``. With ``DATABASE_URL`` set the
tests use that server instead. The workers of a parallel run inherit the address from the process that started them.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tpm_portal.embedded_postgres import EmbeddedPostgres, socket_directory

if not os.environ.get("DATABASE_URL"):
    directory = Path(tempfile.mkdtemp(prefix="tpm-test-"))
    server = EmbeddedPostgres(directory)
    server.ensure_running()
    os.environ["DATABASE_URL"] = f"postgres://postgres@/tpm_portal?host={socket_directory(directory)}"

    def _end() -> None:
        server.release()
        server.wait_until_stopped()
        shutil.rmtree(directory, ignore_errors=True)

    atexit.register(_end)
