"""``python -m bench.memory``: how much a worker of two holds after 1,000, 10,000 and 100,000 requests of all kinds.

They go through every page that the URL conf has, of a learner and of a visitor in turn; every third of the visitor's
is asked for as nobody did before, and every tenth request is a press that makes the learner's pages anew.

Workers are copies of the process that starts them, and what none of them has changed is in memory once. So what a
worker holds is what is its own and its share of the rest ("proportional set size"); all it sees is named beside it.
Both are means over the workers, which take about as many requests each.
"""

import argparse
import itertools
import sys
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import fmean

from bench.alone import EMAIL, Alone, alone
from tests.site import Browser

MARKS = (1_000, 10_000, 100_000)
WRITE_EVERY, NEW_EVERY = 10, 3
# The target: flat within a tenth of what it was after the first thousand, and never more than this.
MOST_GROWTH, MOST_MEGABYTES = 1.10, 160.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__)
    parser.add_argument("--requests", type=int, default=MARKS[-1], help="how many for each worker (%(default)s)")
    parser.add_argument("--learners", type=int, default=1_000, help="how many learners there are (%(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="how many workers there are (%(default)s)")
    arguments = parser.parse_args()
    with alone(learners=arguments.learners, workers=arguments.workers) as (site, learner):
        addresses = _pages(learner)
        print(f"{len(addresses)} pages; before the first of them {_said(site)}", flush=True)
        asking = [_asked(_again(learner), Browser(site.port), addresses) for _ in range(arguments.workers)]
        found: dict[int, float] = {}
        done = 0
        with ThreadPoolExecutor(arguments.workers) as together:
            for mark in sorted({one for one in MARKS if one < arguments.requests} | {arguments.requests}):
                asked = [itertools.islice(one, mark - done) for one in asking]
                for wrong in filter(None, together.map(_first_wrong, asked)):
                    sys.exit(f"A request was answered {wrong}.")
                done, found[mark] = mark, _held(site)
                print(f"after {mark:,} requests each {_said(site)}", flush=True)
    first, last = found[min(found)], found[max(found)]
    met = last <= first * MOST_GROWTH and max(found.values()) <= MOST_MEGABYTES
    print(f"{last / first:.2f} of what it was after {min(found):,}: {'met' if met else 'short'}")


def _pages(learner: Browser) -> list[str]:
    """The addresses of all pages, with a row of the learner behind each."""
    from accounts.models import User
    from bench.pages import LEFT_OUT
    from tests.addresses import every_address, make_something_of_everything

    values = make_something_of_everything(User.objects.get(email=EMAIL))
    every = [one for one in dict.fromkeys(every_address(values)) if not one.startswith(LEFT_OUT)]
    return [address for address in every if learner.status(address) == 200]


def _again(learner: Browser) -> Browser:
    """The same browser once more, for somebody who asks beside it."""
    other = Browser(learner.port)
    other.cookies = dict(learner.cookies)
    return other


def _first_wrong(statuses: Iterator[int]) -> str:
    """What was answered that is no page, or nothing; all are asked for."""
    wrong = [status for status in statuses if status == 0 or status >= 500]
    return str(wrong[0]) if wrong else ""


def _asked(learner: Browser, visitor: Browser, addresses: list[str]) -> Iterator[int]:
    """The status of each answer, without an end."""
    every = itertools.cycle(addresses)
    for one in itertools.count():
        if one % WRITE_EVERY == 0:
            yield learner.status("/account/theme/", {"theme": ("light", "dark")[one // WRITE_EVERY % 2]})
        elif one % 2:
            yield learner.status(next(every))
        else:
            address = next(every)
            yield visitor.status(f"{address}?asked={uuid.uuid4().hex}" if one % NEW_EVERY == 0 else address)


def _held(site: Alone) -> float:
    """In megabytes; where the system does not tell shares, all that a worker sees."""
    told = [worker.memory_full_info() for worker in site.workers()]
    return fmean(float(getattr(one, "pss", one.rss)) for one in told) / 1e6


def _said(site: Alone) -> str:
    sees = fmean(worker.memory_info().rss for worker in site.workers()) / 1e6
    return f"{_held(site):.1f} MB (sees {sees:.1f})"


if __name__ == "__main__":
    main()
