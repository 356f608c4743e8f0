"""The files of content tables, from what their seeds say: the columns of a table and those of its parts."""

from functools import cache
from typing import Any

from django.contrib import admin

from curation.content_files import Children, Seed
from curation.seeding import all_seeds
from curation.table_file import TableFile


@cache
def table_of(model: Any) -> TableFile | None:
    """The file of a table that is seeded, or nothing."""
    seed = _seed_of(model)
    if seed is None:
        return None
    place = ("position",) if seed.ordered else ()
    return TableFile(model, (*seed.fields, *seed.references, *seed.links, *place))


@cache
def part_tables(model: Any) -> dict[str, TableFile]:
    """The files of what the rows of a table have inside them, by their lists. What has a desk has its file there."""
    seed = _seed_of(model)
    children = seed.children if seed else ()
    return {one.name.replace("_", "-"): _part(one) for one in children if one.model not in admin.site._registry}


def _part(children: Children) -> TableFile:
    columns = (*children.fields, *children.references, *children.links, "position")
    return TableFile(children.model, columns, whole=children.parent)


def _seed_of(model: Any) -> Seed | None:
    return next((seed for seed in all_seeds() if seed.model is model), None)
