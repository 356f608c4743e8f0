"""``python -m bench``: every page of the site beside the floor. See ``make bench`` in the README."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figures, as_json, middle, table
from bench.loading import Load, first, load
from tests.site import Site

if TYPE_CHECKING:
    from bench.pages import Page
    from bench.running import Floor

LEARNERS = 1_000
LEARNER_KINDS = ("ordinary", "busiest")
# After so many pages the floor is measured anew: a machine is not as fast all the time.
FLOOR_EVERY = 5


def main() -> None:
    arguments = _arguments()
    if not shutil.which("wrk"):
        sys.exit("The load comes from wrk. On Debian and Ubuntu: apt-get install wrk")
    passing = tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True)
    with nullcontext(arguments.keep) if arguments.keep else passing as directory:
        site = Site(Path(directory))
        os.environ |= site.environment()
        from bench.running import Floor, prepare

        prepare(site, learners=arguments.learners)
        import django

        django.setup()
        floor = Floor(Path(os.environ["EMBEDDED_POSTGRES_DIR"]))
        try:
            site.start()
            cookie, who, found = _look(site.port, arguments)
            floor.start()
            rows = _measure(site, floor, cookie, found, arguments)
        finally:
            floor.stop()
            site.stop()
    before = {}
    if arguments.against:
        before = {(row["address"], row["who"]): row["ratio"] for row in json.loads(arguments.against.read_text())}
    print(f"{who} {len(rows)} pages, the median of {arguments.rounds} rounds of {arguments.seconds} s.")
    print(table(rows, before))
    if arguments.json:
        arguments.json.write_text(json.dumps(as_json(rows), indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--learners", type=int, default=LEARNERS, help="how many learners there are (%(default)s)")
    parser.add_argument("--keep", type=Path, help="a folder where the site stays, with its learners, for another run")
    parser.add_argument("--quick", action="store_true", help="the pages of every day alone, in a minute")
    parser.add_argument(
        "--learner",
        choices=LEARNER_KINDS,
        default=LEARNER_KINDS[0],
        help="who asks: an ordinary learner, with the median of what those have recorded who did; or the busiest",
    )
    parser.add_argument("--rounds", type=int, help="how often each page is measured")
    parser.add_argument("--seconds", type=int, help="how long each time")
    parser.add_argument("--only", action="append", metavar="PREFIX", help="pages below this address, may be repeated")
    parser.add_argument("--against", type=Path, help="the JSON of an earlier run, to compare with")
    parser.add_argument("--json", type=Path, help="where the figures go, too")
    arguments = parser.parse_args()
    arguments.rounds = arguments.rounds or (1 if arguments.quick else 3)
    arguments.seconds = arguments.seconds or (2 if arguments.quick else 3)
    return arguments


def _look(port: int, arguments: argparse.Namespace) -> tuple[str, str, "list[Page]"]:
    """The cookie of a learner, who that is in words, and the pages to measure."""
    from allauth.usersessions.models import UserSession
    from django.conf import settings
    from django.db import connection
    from django.db.models import Count
    from django.test import Client

    from accounts.models import User
    from bench import pages
    from keeping.models import Event
    from tests.addresses import make_something_of_everything

    settings.ALLOWED_HOSTS = ["*"]
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS floor")
        cursor.execute("CREATE DATABASE floor")
    # Of a million as of the first thousand, which are the same ones.
    first_learners = User.objects.order_by("pk").values("pk")[:LEARNERS]
    counted = Event.objects.filter(user__in=first_learners).values("user").annotate(number=Count("pk"))
    counted = counted.order_by("number", "user")
    ranked = list(counted.values_list("user", "number"))
    key, number = ranked[-1 if arguments.learner == "busiest" else len(ranked) // 2]
    learner = User.objects.get(pk=key)
    values = make_something_of_everything(learner)
    client = Client()
    client.force_login(learner)
    # As a sign-in on the page does.
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    UserSession.objects.create(user=learner, session_key=session, ip="127.0.0.1", user_agent="wrk")
    only = tuple(arguments.only or [""])
    found = list(pages.pages(values, client, port=port, only=only, quick=arguments.quick))
    who = f"The {arguments.learner} learner, who has recorded {number:,} events, and one row of everything beside."
    return f"{settings.SESSION_COOKIE_NAME}={session}", who, found


def _measure(
    site: Site, floor: "Floor", cookie: str, found: "list[Page]", arguments: argparse.Namespace
) -> list[Figures]:
    from bench import pages

    rounds, seconds = arguments.rounds, arguments.seconds
    runs: dict[Page, list[tuple[Load, Load]]] = {page: [] for page in found}
    cold: dict[Page, float] = {}
    first(floor.url, cookie=floor.cookie)
    for number in range(rounds):
        beside = load(floor.url, cookie=floor.cookie, seconds=seconds)
        for place, page in enumerate(found):
            if place % FLOOR_EVERY == 0:
                beside = load(floor.url, cookie=floor.cookie, seconds=seconds)
            url = f"http://127.0.0.1:{site.port}{page.address}"
            who = cookie if page.who == pages.LEARNER else ""
            cold.setdefault(page, first(url, cookie=who))
            own = load(url, cookie=who, seconds=seconds)
            runs[page].append((own, beside))
            print(
                f"{number + 1}/{rounds} {page.who:8} {page.address} {own.views:.0f}/{beside.views:.0f}", file=sys.stderr
            )
    return [_figures(page, runs[page], cold[page]) for page in found]


def _figures(page: "Page", runs: list[tuple[Load, Load]], cold: float) -> Figures:
    own = [one for one, _ in runs]
    return Figures(
        address=page.address,
        who=page.who,
        views=middle([one.views for one in own]),
        ratio=middle([one.views / beside.views for one, beside in runs]),
        **{name: middle([getattr(one, name) for one in own]) for name in ("p50", "p95", "p99")},
        floor_p99=middle([beside.p99 for _, beside in runs]),
        cold=cold,
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
