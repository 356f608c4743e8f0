"""The site as ``make run`` serves it, with made-up learners, and the floor beside it on the same PostgreSQL."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.site import ROOT, Site, free_port
from tpm_portal.embedded_postgres import USER, socket_directory

SECONDS = 60.0


class Floor:
    """The bare site, served by as many workers of one thread as ours."""

    def __init__(self, postgres: Path) -> None:
        self.port = free_port()
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "bench.floor.settings",
            "FLOOR_HOST": str(socket_directory(postgres)),
            "FLOOR_USER": USER,
        }
        self.cookie = ""
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Its database is there by now. Raises ``TimeoutError`` if it does not answer within a minute."""
        filled = [sys.executable, "-m", "bench.floor.filling"]
        key = subprocess.run(
            filled, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        self.cookie = f"sessionid={key.strip()}"
        served = "-m granian --interface wsgi --workers 2 --blocking-threads 1 --workers-kill-timeout 3 --no-access-log"
        self.process = subprocess.Popen(
            [
                sys.executable,
                *served.split(),
                "--port",
                str(self.port),
                "--log-level",
                "warning",
                "bench.floor.wsgi:application",
            ],
            cwd=ROOT,
            env=self.environment,
        )
        deadline = time.monotonic() + SECONDS
        while not _answers(self.url):
            if time.monotonic() > deadline:
                raise TimeoutError("The floor does not answer.")
            time.sleep(0.1)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):  # ours, see above  # noqa: S310
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def prepare(site: Site, *, learners: int) -> None:
    """Everything that the first start does, and the learners."""
    for command in (["migrate", "-v0"], ["seed", "-v0"], ["fill", f"--learners={learners}"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=site.environment(), check=True)
