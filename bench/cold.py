"""``python -m bench.cold``: what the first page of a new worker takes, beside the same page later on.

The site is started anew for each page, with one worker. ``ready`` is from the start until it answers; ``first`` is the
page, asked for at once; ``anew`` is one like it that nobody has asked for yet, and ``kept`` one that is sent again.
"""

import argparse
import time
from statistics import median

from bench.alone import Alone, alone
from tests.site import Browser

VISITOR, LEARNER = "visitor", "learner"
PAGES = ((VISITOR, "/"), (VISITOR, "/salaries/"), (LEARNER, "/"), (LEARNER, "/roadmap/"), (LEARNER, "/applications/"))
# The target: at most so many times what it takes later.
MOST = 10.0
TIMES = 9


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.cold", description=__doc__)
    parser.add_argument("--learners", type=int, default=1_000, help="how many learners there are (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how many starts for each page (%(default)s)")
    arguments = parser.parse_args()
    with alone(learners=arguments.learners) as (site, learner):
        print(f"{'page':24} {'who':8} {'ready':>7} {'first':>7} {'anew':>7} {'kept':>7} {'first/anew':>10}")
        for who, address in PAGES:
            rounds = [
                _started(site, learner if who == LEARNER else Browser(site.port), address)
                for _ in range(arguments.rounds)
            ]
            ready, first, anew, kept = (median(values) for values in zip(*rounds, strict=True))
            short = "" if first <= MOST * anew else "  short"
            print(
                f"{address:24} {who:8} {ready:7.0f} {first:7.1f} {anew:7.1f} {kept:7.1f} {first / anew:10.1f}{short}",
                flush=True,
            )


def _started(site: Alone, browser: Browser, address: str) -> tuple[float, float, float, float]:
    """In milliseconds, as a browser waits for them."""
    site.stop()
    begun = time.perf_counter()
    site.start(prepare=False)
    ready = (time.perf_counter() - begun) * 1000
    first = _taken(browser, address)
    anew = median(_taken(browser, f"{address}?asked={number}") for number in range(TIMES))
    return ready, first, anew, median(_taken(browser, address) for _ in range(TIMES))


def _taken(browser: Browser, address: str) -> float:
    begun = time.perf_counter()
    status = browser.status(address)
    if status != 200:
        raise LookupError(f"{address} was answered {status}.")
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
