"""The published distributions put on a shelf, with what people choose among them by."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from curation.shelf import Shelf, places_as_bits
from curation.shelving import Kept, edition_of, reading
from salaries.filters import NAMES, NEWEST, Option
from salaries.finding import Finder, Known, names_of, states_of
from salaries.models import Kind

NAME = "salaries"
# All in one statement, so that nothing changes between its parts. Years, kinds and currencies are known even if all
# that had them has been retired.
EVERYTHING = f"""
WITH published AS MATERIALIZED (
  SELECT d.id, d.occupation_id, d.place_id, d.industry_id, d.year, d.kind, d.currency, d.newest, d.employment,
    (row_number() OVER (
      ORDER BY o.position, o.id, p.position, i.position, d.as_of DESC, d.source_id, d.kind, d.id
    ) - 1)::int AS spot
  FROM salaries_distribution d
  JOIN salaries_occupation o ON o.id = d.occupation_id JOIN salaries_place p ON p.id = d.place_id
  JOIN salaries_industry i ON i.id = d.industry_id
  WHERE d.retired_at IS NULL AND o.retired_at IS NULL AND p.retired_at IS NULL AND i.retired_at IS NULL
)
SELECT 'published' AS what, {edition_of(NAME)} AS value, '' AS label, '' AS lies_in, 0 AS depth, 0 AS number,
  array_agg(id ORDER BY spot) AS found FROM published
UNION ALL SELECT 'large', '', '', '', 0, 0, array_agg(DISTINCT d.id)
  FROM salaries_salaryclaim c JOIN published d ON d.id = c.distribution_id WHERE c.headline AND c.retired_at IS NULL
UNION ALL SELECT 'role', o.slug, o.name, o.kind, 0,
    o.position, d.spots
  FROM salaries_occupation o
  LEFT JOIN (SELECT occupation_id, array_agg(spot) AS spots FROM published GROUP BY 1) d ON d.occupation_id = o.id
  WHERE o.retired_at IS NULL
UNION ALL SELECT 'place', p.slug, p.name, coalesce(around.name, parent.name, p.name),
    (parent.id IS NOT NULL)::int + (around.id IS NOT NULL)::int, p.position, d.spots
  FROM salaries_place p
  LEFT JOIN salaries_place parent ON parent.id = p.parent_id
  LEFT JOIN salaries_place around ON around.id = parent.parent_id
  LEFT JOIN (SELECT place_id, array_agg(spot) AS spots FROM published GROUP BY 1) d ON d.place_id = p.id
  WHERE p.retired_at IS NULL
UNION ALL SELECT 'industry', i.slug, i.name, '', (i.parent_id IS NOT NULL)::int, i.position, d.spots
  FROM salaries_industry i
  LEFT JOIN (SELECT industry_id, array_agg(spot) AS spots FROM published GROUP BY 1) d ON d.industry_id = i.id
  WHERE i.retired_at IS NULL
UNION ALL SELECT 'newest', '', '', '', 0, 0, array_agg(spot) FROM published WHERE newest
UNION ALL SELECT 'year', year::text, year::text, '', 0, -year, d.spots
  FROM (SELECT DISTINCT year FROM salaries_distribution) every
  LEFT JOIN (SELECT year, array_agg(spot) AS spots FROM published GROUP BY 1) d USING (year)
UNION ALL SELECT 'kind', kind, kind, '', 0, 0, d.spots
  FROM (SELECT DISTINCT kind FROM salaries_distribution) every
  LEFT JOIN (SELECT kind, array_agg(spot) AS spots FROM published GROUP BY 1) d USING (kind)
UNION ALL SELECT 'currency', currency, currency, '', 0, 0, d.spots
  FROM (SELECT DISTINCT currency FROM salaries_distribution) every
  LEFT JOIN (SELECT currency, array_agg(spot) AS spots FROM published GROUP BY 1) d USING (currency)
UNION ALL SELECT 'found', json_build_array(
    p.slug, p.name, p.official_name, coalesce(parent.name, ''), p.also, p.code,
    (parent.id IS NOT NULL)::int + (around.id IS NOT NULL)::int, coalesce(d.people, 0)
  )::text, '', '', 0, 0, NULL
  FROM salaries_place p
  LEFT JOIN (SELECT place_id, max(employment) AS people FROM published GROUP BY 1) d ON d.place_id = p.id
  LEFT JOIN salaries_place parent ON parent.id = p.parent_id
  LEFT JOIN salaries_place around ON around.id = parent.parent_id
  WHERE p.retired_at IS NULL
ORDER BY number, value
"""  # noqa: S608 (no part comes from outside)


@dataclass(frozen=True)
class SalaryShelf(Shelf):
    """The published distributions in the order of ``in_order``.

    ``options`` has what is offered for each filter, without counts; ``large`` the distributions of the large figures;
    ``finder`` the places by their names. ``maps`` are those of the states that were asked for, ready to be shown, by
    role and figure.
    """

    options: Mapping[str, Sequence[Option]]
    large: Sequence[int]
    finder: Finder
    maps: dict[tuple[str, str], SafeString] = field(default_factory=dict, compare=False)


def put_up() -> SalaryShelf:
    """Read all that filters and order need of every distribution."""
    with reading().cursor() as cursor:
        cursor.execute(EVERYTHING)
        rows = cursor.fetchall()
    once = {what: (value, found or []) for what, value, *_, found in rows if what in ("published", "large", "newest")}
    (edition, keys), (_, large), (_, newest) = (once[what] for what in ("published", "large", "newest"))
    kinds = {str(kind): str(label) for kind, label in Kind.choices}
    sets: dict[str, dict[str, int]] = {name: {} for name in NAMES}
    options: dict[str, list[Option]] = {name: [] for name in NAMES}
    sets["year"][NEWEST] = places_as_bits(newest, len(keys))
    options["year"].append(Option(NEWEST, "Newest of each source", 0))
    for what, value, label, lies_in, depth, _, spots in rows:
        if what in NAMES:
            sets[what][value] = places_as_bits(spots or (), len(keys))
            options[what].append(Option(value, kinds.get(label, label) if what == "kind" else label, 0, lies_in, depth))
    finder = Finder([_known(*json.loads(value)) for what, value, *_ in rows if what == "found"])
    return SalaryShelf(edition, keys, sets, options, large, finder)


def _known(slug: str, name: str, official: str, within: str, also: str, code: str, depth: int, people: int) -> Known:
    names = names_of(name, official, within, also, code)
    return Known(slug, name, official, within, names, depth, people, states_of(official))


SALARIES = Kept(NAME, put_up)
