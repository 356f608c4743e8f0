"""How many distributions each choice of each filter would leave, and which are on a page: counted on the shelf."""

from dataclasses import replace
from itertools import islice

from salaries.filters import ANY, Choices, Filter, Option
from salaries.shelving import SALARIES, SalaryShelf


def choices(wanted: Filter, *, page: int = 1, per_page: int = 0, shelf: SalaryShelf | None = None) -> Choices:
    """Count every option of every filter under the other filters and find the rows of a page.

    A choice that nobody knows gives way to the default. A page after the last is the last. On a ``shelf`` of
    the newest claims without a query; else one, and one more if the claims have changed since the last time.
    """
    shelf = shelf or SALARIES.newest()
    unknown = [name for name, value in wanted.chosen().items() if value not in shelf.sets[name]]
    for name in unknown:
        default = getattr(Filter(), name)
        wanted = replace(wanted, **{name: default if default in shelf.sets[name] else ANY})
    chosen = wanted.chosen()
    options = {}
    for name, offered in shelf.options.items():
        counts = shelf.counts(name, chosen, shelf.everything)
        options[name] = [
            Option(option.value, option.label, counts.get(option.value, 0), option.group, option.depth)
            for option in offered
        ]
    left = shelf.left(chosen, shelf.everything)
    last = max(1, -(-left.bit_count() // per_page)) if per_page else 1
    start = (min(page, last) - 1) * per_page
    rows = list(islice(shelf.in_order(left), start, start + per_page))
    return Choices(wanted, options, unknown, rows, list(shelf.large))
