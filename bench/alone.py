"""The site with one worker, made-up learners and somebody who is signed in, for what is measured in one process."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site import Browser, Site

EMAIL = "bench@example.org"


class Alone(Site):
    """``manage.py serve`` with a single worker."""

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "WEB_WORKERS": "1"}


@contextmanager
def one_worker(*, learners: int) -> Iterator[tuple[Alone, Browser]]:
    """The running site, and the browser of a learner there. Django is set up for the same database."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as directory:
        site = Alone(Path(directory))
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
