"""``python -m bench.memory``: how much one worker holds after 1,000, 10,000 and 100,000 requests of all kinds.

They go through every page that the URL conf has, of a learner and of a visitor in turn; every third of the visitor's
is asked for as nobody did before, and every tenth request is a press that makes the learner's pages anew.

Workers are copies of the process that starts them, and what none of them has changed is in memory once. So what a
worker holds is what is its own and its share of the rest ("proportional set size"); all it sees is named beside it.
"""

import argparse
import itertools
import sys
import uuid
from collections.abc import Iterator

import psutil

from bench.alone import EMAIL, one_worker
from tests.site import Browser

MARKS = (1_000, 10_000, 100_000)
WRITE_EVERY, NEW_EVERY = 10, 3
# The target: flat within a tenth of what it was after the first thousand, and never more than this.
MOST_GROWTH, MOST_MEGABYTES = 1.10, 160.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__)
    parser.add_argument("--requests", type=int, default=MARKS[-1], help="how many in all (%(default)s)")
    parser.add_argument("--learners", type=int, default=1_000, help="how many learners there are (%(default)s)")
    arguments = parser.parse_args()
    with one_worker(learners=arguments.learners) as (site, learner):
        (worker,) = site.workers()
        addresses = _pages(learner)
        visitor = Browser(site.port)
        print(f"{len(addresses)} pages; before the first of them {_said(worker)}", flush=True)
        found: dict[int, float] = {}
        for number, status in enumerate(_asked(learner, visitor, addresses, arguments.requests), 1):
            if status == 0 or status >= 500:
                sys.exit(f"Request {number} was answered {status}.")
            if number in MARKS or number == arguments.requests:
                found[number] = _held(worker)
                print(f"after {number:,} requests {_said(worker)}", flush=True)
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


def _asked(learner: Browser, visitor: Browser, addresses: list[str], number: int) -> Iterator[int]:
    """The status of each answer."""
    every = itertools.cycle(addresses)
    for one in range(number):
        if one % WRITE_EVERY == 0:
            yield learner.status("/account/theme/", {"theme": ("light", "dark")[one // WRITE_EVERY % 2]})
        elif one % 2:
            yield learner.status(next(every))
        else:
            address = next(every)
            yield visitor.status(f"{address}?asked={uuid.uuid4().hex}" if one % NEW_EVERY == 0 else address)


def _held(worker: psutil.Process) -> float:
    """In megabytes; where the system does not tell shares, all that it sees."""
    told = worker.memory_full_info()
    return float(getattr(told, "pss", told.rss)) / 1e6


def _said(worker: psutil.Process) -> str:
    return f"{_held(worker):.1f} MB (sees {worker.memory_info().rss / 1e6:.1f})"


if __name__ == "__main__":
    main()
