"""Three rules that hold for every way of writing: seeding, the admin, an import, a shell.

Percentiles never run backwards, the latest distribution of each source is marked, and every change leaves a record.
"""

from django.db import migrations

PERCENTILES = """
CREATE FUNCTION salaries_percentiles_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM salaries_salaryclaim low JOIN salaries_salaryclaim high
      ON (low.distribution_id, low.level, low.period) = (high.distribution_id, high.level, high.period)
    WHERE low.distribution_id = NEW.distribution_id
      AND low.retired_at IS NULL AND high.retired_at IS NULL
      AND low.statistic IN ('p10', 'p25', 'p50', 'p75', 'p90')
      AND high.statistic IN ('p10', 'p25', 'p50', 'p75', 'p90')
      AND low.statistic < high.statistic AND low.amount > high.amount
  ) THEN
    RAISE EXCEPTION 'a higher percentile of distribution % has a lower amount', NEW.distribution_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'salaries_salaryclaim_percentiles_ordered',
            TABLE = 'salaries_salaryclaim', SCHEMA = TG_TABLE_SCHEMA;
  END IF;
  RETURN NULL;
END $$;

-- Deferred, because a new edition changes several percentiles one after the other.
CREATE CONSTRAINT TRIGGER salaries_percentiles_ordered
AFTER INSERT OR UPDATE OF distribution_id, level, period, statistic, amount, retired_at ON salaries_salaryclaim
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.statistic IN ('p10', 'p25', 'p50', 'p75', 'p90'))
EXECUTE FUNCTION salaries_percentiles_ordered();
"""

NEWEST = """
CREATE FUNCTION salaries_mark_newest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE salaries_distribution distribution SET newest = ranked.newest
  FROM (
    SELECT id, retired_at IS NULL AND rank() OVER (
      PARTITION BY source_id, occupation_id, place_id, industry_id, kind, currency, retired_at IS NULL
      ORDER BY as_of DESC
    ) = 1 AS newest
    FROM salaries_distribution
  ) ranked
  WHERE ranked.id = distribution.id AND distribution.newest <> ranked.newest;
  RETURN NULL;
END $$;

-- Its own update touches only "newest", which is not among these columns, so it does not call itself.
CREATE TRIGGER salaries_mark_newest
AFTER INSERT OR DELETE OR UPDATE OF source_id, occupation_id, place_id, industry_id, kind, currency, as_of, retired_at
ON salaries_distribution FOR EACH STATEMENT EXECUTE FUNCTION salaries_mark_newest();
"""

CHANGES = """
CREATE FUNCTION salaries_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'newest' - 'year' END;
  now_is jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'newest' - 'year' END;
BEGIN
  IF was IS DISTINCT FROM now_is THEN
    INSERT INTO salaries_change ("table", row, at, by_id, batch_id, before, after) VALUES (
      TG_TABLE_NAME, (coalesce(now_is, was)->>'id')::bigint, clock_timestamp(),
      nullif(current_setting('salaries.user_id', true), '')::bigint,
      nullif(current_setting('salaries.batch_id', true), '')::bigint, was, now_is
    );
  END IF;
  RETURN NULL;
END $$;
"""

RECORDED = ("distribution", "industry", "method", "occupation", "place", "salaryclaim")


def recording(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER salaries_record_change AFTER INSERT OR UPDATE OR DELETE ON salaries_{table} "
        "FOR EACH ROW EXECUTE FUNCTION salaries_record_change();",
        f"DROP TRIGGER salaries_record_change ON salaries_{table};",
    )


class Migration(migrations.Migration):
    dependencies = [("salaries", "0001_claims")]

    operations = [
        migrations.RunSQL(PERCENTILES, "DROP FUNCTION salaries_percentiles_ordered CASCADE;"),
        migrations.RunSQL(NEWEST, "DROP FUNCTION salaries_mark_newest CASCADE;"),
        migrations.RunSQL(CHANGES, "DROP FUNCTION salaries_record_change CASCADE;"),
        *map(recording, RECORDED),
    ]
