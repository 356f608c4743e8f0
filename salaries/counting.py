"""How many distributions each choice of each filter would leave, and which are on a page: all in one query.

Written in SQL because a query for every filter, each with its own conditions, is one too many for a page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db import connection

from salaries.filters import ANY, NAMES, NEWEST, Choices, Filter, Option
from salaries.models import Kind

# A retired role, place or industry takes its distributions along. The lists are nearly always empty, and read once.
PUBLISHED = " AND ".join(
    [
        "d.retired_at IS NULL",
        *(
            f"d.{name}_id <> ALL (ARRAY(SELECT id FROM salaries_{name} WHERE retired_at IS NOT NULL))"  # noqa: S608
            for name in ("occupation", "place", "industry")
        ),
    ]
)
TABLES = {
    # The choice's table, its label, what it lies in, and how deep.
    "role": (
        "salaries_occupation t",
        "t.name || CASE t.code WHEN '' THEN '' ELSE ' (' || t.code || ')' END",
        "t.kind",
        "0",
    ),
    "place": (
        "salaries_place t LEFT JOIN salaries_place p ON p.id = t.parent_id "
        "LEFT JOIN salaries_place g ON g.id = p.parent_id",
        "t.name",
        "coalesce(g.name, p.name, t.name)",
        "(p.id IS NOT NULL)::int + (g.id IS NOT NULL)::int",
    ),
    "industry": ("salaries_industry t", "t.name", "''", "0"),
}
COLUMNS = {"role": "occupation_id", "place": "place_id", "industry": "industry_id"}
PLAIN = ("year", "kind", "currency")


def choices(asked_for: Filter, *, page: int = 1, per_page: int = 0) -> Choices:
    """Count every option of every filter under the other filters and find the rows of a page, in one query.

    A choice that nobody knows gives way to the default. A page after the last is the last.
    """
    chosen = asked_for.chosen()
    values: dict[str, Any] = {**chosen, "page": page, "per_page": per_page}
    values |= {f"default_{name}": getattr(Filter(), name) for name in NAMES}
    passes = {name: _passes(name, value) for name, value in chosen.items()}
    everything = _where(passes.values())
    parts = [
        *(
            f"SELECT '{name}', t.slug, {label}, {group}, {depth}, t.position::int, t.id FROM {table} "  # noqa: S608
            "WHERE t.retired_at IS NULL"
            for name, (table, label, group, depth) in TABLES.items()
        ),
        *(f"SELECT '{name}', v.value::text, v.value::text, '', 0, 0, 0 FROM ({_distinct(name)}) v" for name in PLAIN),  # noqa: S608
        _counts_of_the_open(chosen, everything),
        *(_counts_of(name, _where(sql for other, sql in passes.items() if other != name)) for name in chosen),
    ]
    if per_page:
        parts += [_page_of_rows(everything), LARGE]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts) + " ORDER BY 6, 2", values)
        return _gathered(asked_for, cursor.fetchall())


def _gathered(asked_for: Filter, rows: list[Any]) -> Choices:
    """Bring the lists of options and their counts together."""
    listed: dict[str, list[Any]] = {name: [] for name in (*NAMES, "row", "large")}
    counts: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    for name, key, label, group, depth, _, number in rows:
        if name in listed:
            listed[name].append((key, label, group, depth, number))
        elif name.startswith("count "):
            counts[name.removeprefix("count ")][key] += number
        else:
            # One line for each year, kind, currency, and being the newest of its source.
            for column, value in zip(PLAIN, (key, label, group), strict=True):
                counts[column][value] += number
            counts["year"][NEWEST] += number * depth
    options = {
        name: [
            Option(key, label, counts[name][str(number)], group, depth)
            for key, label, group, depth, number in listed[name]
        ]
        for name in COLUMNS
    }
    kinds = {str(kind): str(label) for kind, label in Kind.choices}
    for name in PLAIN:
        found = sorted((key for key, *_ in listed[name]), reverse=name == "year")
        options[name] = [Option(key, kinds.get(key, key), counts[name][key]) for key in found]
    options["year"].insert(0, Option(NEWEST, "Newest of each source", counts["year"][NEWEST]))
    known = {name: {ANY, *(option.value for option in options[name])} for name in NAMES}
    unknown = [name for name in NAMES if getattr(asked_for, name) not in known[name]]
    for name in unknown:
        default = getattr(Filter(), name)
        asked_for = replace(asked_for, **{name: default if default in known[name] else ANY})
    shown, large = ([number for *_, number in listed[name]] for name in ("row", "large"))
    return Choices(asked_for, options, unknown, shown, list(dict.fromkeys(large)))


def _passes(name: str, value: str) -> str:
    """The condition of a choice as SQL, in which an unknown one gives way to the default and then to any."""
    if name in COLUMNS:
        table = TABLES[name][0].split()[0]
        known = ", ".join(
            f"(SELECT id FROM {table} WHERE slug = %({key})s AND retired_at IS NULL)"  # noqa: S608
            for key in (name, f"default_{name}")
        )
        # A span of one, or of all: unlike an OR it leaves the index in use.
        return f"d.{COLUMNS[name]} BETWEEN coalesce({known}, 0) AND coalesce({known}, {2**63 - 1})"
    if value == NEWEST:
        return "d.newest"
    value = f"%({name})s::smallint" if name == "year" else f"%({name})s"
    known = f"EXISTS (SELECT FROM salaries_distribution WHERE {name} = {value})"
    return f"CASE WHEN {known} THEN d.{name} = {value} ELSE {'d.newest' if name == 'year' else 'true'} END"


def _where(passes: Iterable[str]) -> str:
    return " AND ".join([PUBLISHED, *passes])


def _counts_of_the_open(chosen: dict[str, str], where: str) -> str:
    """The counts for every filter that leaves nothing out, in one reading."""
    columns = {name: column for name, column in COLUMNS.items() if name not in chosen}
    plain = [f"d.{name}" for name in PLAIN if name not in chosen] + ["d.newest"]
    sets = [*(f"(d.{column})" for column in columns.values()), f"({', '.join(plain)})"]

    def which(cases: Iterator[str], otherwise: str) -> str:
        return f"CASE {' '.join(cases)} ELSE {otherwise} END" if columns else otherwise

    this = {name: f"WHEN grouping(d.{column}) = 0 THEN" for name, column in columns.items()}
    name = which((f"{when} 'count {name}'" for name, when in this.items()), "'rest'")
    year = "''" if "year" in chosen else "d.year::text"
    key = which((f"{when} d.{columns[name]}::text" for name, when in this.items()), year)
    kind, currency = ("''" if name in chosen else f"coalesce(d.{name}, '')" for name in ("kind", "currency"))
    newest = "0" if "year" in chosen else "coalesce(d.newest, false)::int"
    return (
        f"SELECT {name}, {key}, {kind}, {currency}, {newest}, 0, count(*) FROM salaries_distribution d "  # noqa: S608
        f"WHERE {where} GROUP BY GROUPING SETS ({', '.join(sets)})"
    )


def _counts_of(name: str, where: str) -> str:
    """The counts for a filter that leaves something out, under all others."""
    if name in COLUMNS:
        column = f"d.{COLUMNS[name]}"
        return (
            f"SELECT 'count {name}', {column}::text, '', '', 0, 0, count(*) FROM salaries_distribution d "  # noqa: S608
            f"WHERE {where} GROUP BY {column}"
        )
    if name == "year":
        return (
            "SELECT 'count year', unnest(ARRAY[d.year::text, CASE WHEN d.newest THEN 'newest' END]), '', '', 0, 0, n "  # noqa: S608
            f"FROM (SELECT d.year, d.newest, count(*) AS n FROM salaries_distribution d WHERE {where} GROUP BY 1, 2) d"
        )
    return (
        f"SELECT 'count {name}', d.{name}, '', '', 0, 0, count(*) FROM salaries_distribution d "  # noqa: S608
        f"WHERE {where} GROUP BY d.{name}"
    )


def _page_of_rows(where: str) -> str:
    """The primary keys of a page's rows in the order of ``in_order``.

    Occupation by occupation in their order, so that the first pages need not read and sort all that follow.
    """
    inner = "p.position, i.position, d.as_of DESC, d.source_id, d.kind, d.id"
    outer = "o.position, o.id, x.place, x.industry, x.as_of DESC, x.source_id, x.kind, x.id"
    last = f"(SELECT greatest(count(*) - 1, 0) / %(per_page)s FROM salaries_distribution d WHERE {where})"  # noqa: S608
    return (
        f"(SELECT 'row', '', '', '', 0, (row_number() OVER (ORDER BY {outer}))::int, x.id FROM "  # noqa: S608
        "(SELECT id, position FROM salaries_occupation ORDER BY position, id OFFSET 0) o CROSS JOIN LATERAL "
        "(SELECT d.id, p.position AS place, i.position AS industry, d.as_of, d.source_id, d.kind "
        "FROM salaries_distribution d JOIN salaries_place p ON p.id = d.place_id "
        "JOIN salaries_industry i ON i.id = d.industry_id "
        f"WHERE d.occupation_id = o.id AND {where} ORDER BY {inner}) x ORDER BY {outer} LIMIT %(per_page)s "
        f"OFFSET CASE WHEN %(page)s = 1 THEN 0 ELSE %(per_page)s * least(%(page)s - 1, {last}) END)"
    )


LARGE = (
    "SELECT 'large', '', '', '', 0, 0, d.id FROM salaries_salaryclaim c "  # noqa: S608
    "JOIN salaries_distribution d ON d.id = c.distribution_id "
    f"WHERE c.headline AND c.retired_at IS NULL AND {PUBLISHED}"
)


def _distinct(column: str) -> str:
    """The values of an indexed column, by jumping from each to the next."""
    least = f"SELECT min({column}) FROM salaries_distribution"  # noqa: S608
    return (
        f"WITH RECURSIVE v(value) AS (({least}) UNION ALL SELECT ({least} WHERE {column} > v.value) FROM v "  # noqa: S608
        "WHERE v.value IS NOT NULL) SELECT value FROM v WHERE value IS NOT NULL"
    )
