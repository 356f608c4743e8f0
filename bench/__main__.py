"""``python -m bench``: every page of the site beside the floor. See ``make bench`` in the README."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figures, as_json, middle, table
from bench.loading import Load, load
from tests.site import Site

if TYPE_CHECKING:
    from bench.pages import Page
    from bench.running import Floor

LEARNERS = 1_000
# After so many pages the floor is measured anew: a machine is not as fast all the time.
FLOOR_EVERY = 5


def main() -> None:
    arguments = _arguments()
    if not shutil.which("wrk"):
        sys.exit("The load comes from wrk. On Debian and Ubuntu: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as directory:
        site = Site(Path(directory))
        os.environ |= site.environment()
        from bench.running import Floor, prepare

        prepare(site, learners=arguments.learners)
        import django

        django.setup()
        floor = Floor(Path(os.environ["EMBEDDED_POSTGRES_DIR"]))
        try:
            site.start()
            cookie, found = _look(site.port)
            floor.start()
            rows = _measure(site, floor, cookie, found, quick=arguments.quick)
        finally:
            floor.stop()
            site.stop()
    before = {}
    if arguments.against:
        before = {(row["address"], row["who"]): row["ratio"] for row in json.loads(arguments.against.read_text())}
    print(table(rows, before))
    if arguments.json:
        arguments.json.write_text(json.dumps(as_json(rows), indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--learners", type=int, default=LEARNERS, help="how many learners there are (%(default)s)")
    parser.add_argument("--quick", action="store_true", help="the pages of every day alone, in a minute")
    parser.add_argument("--against", type=Path, help="the JSON of an earlier run, to compare with")
    parser.add_argument("--json", type=Path, help="where the figures go, too")
    return parser.parse_args()


def _look(port: int) -> tuple[str, "list[Page]"]:
    """The cookie of the learner who has recorded the most, and all pages."""
    from django.conf import settings
    from django.db import connection
    from django.db.models import Count
    from django.test import Client

    from accounts.models import User
    from bench.pages import pages
    from keeping.models import Event
    from tests.addresses import make_something_of_everything

    settings.ALLOWED_HOSTS = ["*"]
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE floor")
    busiest = (
        Event.objects.values("user").annotate(number=Count("pk")).order_by("-number").values_list("user", flat=True)
    )

    learner = User.objects.get(pk=busiest[0])
    values = make_something_of_everything(learner)
    client = Client()
    client.force_login(learner)
    found = list(pages(values, client, port=port))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}", found


def _measure(site: Site, floor: "Floor", cookie: str, found: "list[Page]", *, quick: bool) -> list[Figures]:
    from bench import pages

    some, rounds, seconds = (pages.quick(found), 1, 2) if quick else (found, 3, 3)
    runs: dict[Page, list[tuple[Load, Load]]] = {page: [] for page in some}
    for number in range(rounds):
        beside = load(floor.url, cookie=floor.cookie, seconds=seconds)
        for place, page in enumerate(some):
            if place % FLOOR_EVERY == 0:
                beside = load(floor.url, cookie=floor.cookie, seconds=seconds)
            url = f"http://127.0.0.1:{site.port}{page.address}"
            own = load(url, cookie=cookie if page.who == pages.LEARNER else "", seconds=seconds)
            runs[page].append((own, beside))
            print(
                f"{number + 1}/{rounds} {page.who:8} {page.address} {own.views:.0f}/{beside.views:.0f}", file=sys.stderr
            )
    return [_figures(page, runs[page]) for page in some]


def _figures(page: "Page", runs: list[tuple[Load, Load]]) -> Figures:
    own = [one for one, _ in runs]
    return Figures(
        address=page.address,
        who=page.who,
        views=middle([one.views for one in own]),
        ratio=middle([one.views / beside.views for one, beside in runs]),
        **{name: middle([getattr(one, name) for one in own]) for name in ("p50", "p95", "p99")},
        floor_p99=middle([beside.p99 for _, beside in runs]),
        queries=page.queries,
        page_bytes=page.page_bytes,
        first_bytes=page.first_bytes,
        first_requests=page.first_requests,
        again_bytes=page.again_bytes,
        bad=sum(one.bad for one in own),
        target=page.target,
    )


if __name__ == "__main__":
    main()
