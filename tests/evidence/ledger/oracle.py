"""The oracle of ``evidence.catalog.months``: the same months, counted by PostgreSQL on ranges."""

from collections.abc import Iterable
from datetime import date

from django.db import connection

from accounts.models import User
from evidence.catalog.eligibility import AGILE, CONSTRUCTION, LEADING, PROGRAM
from evidence.catalog.months import Count, window

# Which projects count for a sort of experience: the same as ``eligibility.judge``.
SORTS = {
    LEADING: "p.professional AND p.part = 'led'",
    PROGRAM: "p.professional AND p.part = 'led' AND p.is_program",
    AGILE: "p.professional AND p.approach IN ('agile', 'hybrid')",
    CONSTRUCTION: "p.professional AND p.is_construction",
}
_CASES = " ".join(f"WHEN '{sort}' THEN {condition}" for sort, condition in SORTS.items())

# What was not said to end runs up to the day, and what began on a later one that has come elsewhere begins on it. The
# days of all projects are joined into one multirange for each rule, and each month is held against it: touched anywhere
# (generous), or covered as a whole inside the window (strict).
_QUERY = f"""
WITH rule AS (SELECT * FROM unnest(%s::text[], %s::date[], %s::date[]) AS r(sort, first, last)),
covered AS (
  SELECT rule.sort, rule.first, rule.last,
         range_agg(daterange(CASE WHEN p.starts_on <= %s THEN least(p.starts_on, rule.last) ELSE p.starts_on END,
                             coalesce(p.ends_on, greatest(p.starts_on, rule.last)), '[]')
                   * daterange(rule.first, rule.last, '[]')) AS days
  FROM rule JOIN evidence_project p
    ON p.user_id = %s AND p.deletion_id IS NULL AND CASE rule.sort {_CASES} END
  GROUP BY rule.sort, rule.first, rule.last
)
SELECT covered.sort, covered.first, covered.last,
       count(*) FILTER (WHERE days && month.whole),
       count(*) FILTER (WHERE days @> month.whole)
FROM covered,
  generate_series(
    date_trunc('month', lower(days)::timestamp), upper(days)::timestamp - interval '1 day', '1 month'
  ) AS first_of,
  LATERAL (SELECT daterange(first_of::date, (first_of + interval '1 month')::date) AS whole) AS month
GROUP BY 1, 2, 3
"""  # noqa: S608 (every part is a literal of this file)


def count_months(
    user: User, rules: Iterable[tuple[str, int | None]], *, as_of: date, latest: date
) -> dict[tuple[str, int | None], Count]:
    """The months for each ``(sort of experience, years of the window or None)`` on ``as_of``.

    ``latest`` is the latest day that it is anywhere, see ``Person.on``.
    """
    wanted = list(dict.fromkeys(rules))
    windows = [window(as_of, years) for _, years in wanted]
    with connection.cursor() as cursor:
        cursor.execute(
            _QUERY,
            [[sort for sort, _ in wanted], [w.first for w in windows], [w.last for w in windows], latest, user.pk],
        )
        found = {(sort, first, last): Count(*counts) for sort, first, last, *counts in cursor.fetchall()}
    return {
        rule: found.get((rule[0], within.first, within.last), Count(0, 0))
        for rule, within in zip(wanted, windows, strict=True)
    }
