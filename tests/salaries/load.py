"""A hundred thousand claims, made in the database itself, for what must stay fast when there are that many."""

from django.db import connection

from salaries.models import SalaryClaim

# Two yearly editions of one survey for every occupation, place and industry that the catalog knows.
DISTRIBUTIONS = """
INSERT INTO salaries_distribution
  (slug, source_id, edition, url, occupation_id, place_id, industry_id, kind, currency, as_of, newest)
SELECT 'load-' || row_number() OVER (), source.id, 'Edition ' || as_of, '', occupation.id, place.id, industry.id,
       'base', 'USD', as_of, as_of = '2023-05'
FROM salaries_occupation occupation, salaries_place place, salaries_industry industry, curation_source source,
     unnest(ARRAY['2023-05', '2022-05']) as_of
-- Not all there are: their product is sorted.
WHERE source.slug = %s AND place.position <= 38 AND industry.position <= 40
ORDER BY as_of DESC, md5(occupation.id || '/' || place.id || '/' || industry.id)
LIMIT %s
ON CONFLICT DO NOTHING
"""
CLAIMS = """
INSERT INTO salaries_salaryclaim
  (distribution_id, slug, position, role_as_named, level, level_rule, statistic, amount, period, confidence,
   retrieved_on, checked_on, review_by, headline)
SELECT distribution.id, 'all-' || statistic || '-year', place, 'As the survey names it', 'all', '', statistic,
       40000 + distribution.id %% 50000 + place * 9000, 'year', 'high',
       '2026-11-23', '2026-11-23', '2027-11-23', false
FROM salaries_distribution distribution,
     unnest(ARRAY['p10', 'p25', 'p50', 'p75', 'p90']) WITH ORDINALITY s(statistic, place)
WHERE distribution.slug LIKE 'load-%%'
LIMIT %s
"""
TABLES = ("salaries_distribution", "salaries_salaryclaim")


def fill(*, claims: int = 100_000, source: str = "bls-oews-national") -> None:
    """Make as many claims as are missing for there to be ``claims``, without the triggers that record every change."""
    missing = claims - SalaryClaim.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {table}_marks_anew")
        cursor.execute(DISTRIBUTIONS, [source, missing // 5 + 1000])
        cursor.execute(CLAIMS, [missing])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            cursor.execute(f"ANALYZE {table}")
    assert SalaryClaim.objects.count() == claims
