"""The site with few workers, made-up learners and somebody who is signed in, for what is measured in a process."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site import Browser, Site

EMAIL = "bench@example.org"


class Alone(Site):
    """``manage.py serve`` with so many workers."""

    def __init__(self, directory: Path, *, number: int) -> None:
        super().__init__(directory)
        self.number = number

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "WEB_WORKERS": str(self.number)}


@contextmanager
def alone(*, learners: int, workers: int = 1) -> Iterator[tuple[Alone, Browser]]:
    """The running site, and the browser of a learner there. Django is set up for the same database."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as directory:
        site = Alone(Path(directory), number=workers)
        os.environ |= site.environment()
        from bench.running import prepare

        prepare(site, learners=learners)
        import django

        django.setup()
        site.start()
        try:
            browser = Browser(site.port)
            browser.sign_up(EMAIL)
            yield site, browser
        finally:
            site.stop()
