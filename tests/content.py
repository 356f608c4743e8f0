"""What tests seed: all content but the thousands of figures by area and industry, which few of them ask for.

Whoever does asks for the fixture ``paid``, and for ``every_area`` around a seeding of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from salaries import seed

EVERY_AREA = list(seed.SEEDS)
seed.SEEDS[:] = [replace(one, more=()) for one in EVERY_AREA]


@contextmanager
def every_area() -> Iterator[None]:
    """Inside, a seeding brings the areas and industries too."""
    few = seed.SEEDS[:]
    seed.SEEDS[:] = EVERY_AREA
    yield
    seed.SEEDS[:] = few
