"""What only a file of distributions is refused for: what names one never changes, and its name is made from it."""

from collections.abc import Iterator
from dataclasses import replace

from curation.csv_lines import Problem
from curation.table_file import TableFile
from curation.table_plan import Plan
from salaries.claims_file import FRAME, distribution_slug


def with_frame(table: TableFile) -> TableFile:
    """The file of distributions with this rule."""
    return replace(table, judge=_judged)


def _judged(wanted: Plan) -> Iterator[Problem]:
    for line in wanted.lines:
        if line.bad & {"slug", *FRAME}:
            continue
        slug = distribution_slug(line.values)
        if line.name in wanted.stored:
            was = wanted.stored[line.name].values
            other = [name for name in FRAME if was[name] != line.values[name]]
            if other:
                said = f"{', '.join(other)}: what names a distribution never changes. Another one is a row of its own."
                yield Problem(line.number, said, line.name)
        elif line.name != slug:
            yield Problem(line.number, f"slug: by what it is about it is called {slug}.", line.name)
