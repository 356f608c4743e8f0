"""Three rules that hold for every way of writing: seeding, the admin, an import, a shell.

Percentiles never run backwards, the latest distribution of each source is marked, and every change leaves a record.
"""

from django.db import migrations

PERCENTILES = """
CREATE FUNCTION salaries_percentiles_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two transactions that change one distribution check one after the other, so that the second sees the first.
  PERFORM FROM salaries_distribution WHERE id = NEW.distribution_id FOR NO KEY UPDATE;
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
DECLARE
  sources bigint[];
  latest bigint[];
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NULL;  -- called by its own update below
  ELSIF TG_OP = 'INSERT' THEN
    sources := ARRAY(SELECT DISTINCT source_id FROM added);
  ELSIF TG_OP = 'DELETE' THEN
    sources := ARRAY(SELECT DISTINCT source_id FROM gone);
  ELSE
    sources := ARRAY(
      SELECT DISTINCT unnest(ARRAY[gone.source_id, added.source_id]) FROM gone JOIN added USING (id)
      WHERE (gone.source_id, gone.occupation_id, gone.place_id, gone.industry_id, gone.kind, gone.currency,
             gone.as_of, gone.retired_at, gone.newest)
        IS DISTINCT FROM (added.source_id, added.occupation_id, added.place_id, added.industry_id, added.kind,
                          added.currency, added.as_of, added.retired_at, added.newest)
    );
  END IF;
  IF cardinality(sources) = 0 THEN
    RETURN NULL;
  END IF;
  -- Two editions of one source that are written at the same time: the second waits, and then sees the first.
  PERFORM FROM curation_source WHERE id = ANY(sources) ORDER BY id FOR NO KEY UPDATE;
  -- Once for a statement and in two steps, because an import brings thousands of rows to a table that the planner
  -- believes to be as small as it was before.
  latest := ARRAY(
    SELECT DISTINCT ON (source_id, occupation_id, place_id, industry_id, kind, currency) id
    FROM salaries_distribution WHERE source_id = ANY(sources) AND retired_at IS NULL
    ORDER BY source_id, occupation_id, place_id, industry_id, kind, currency, as_of DESC
  );
  UPDATE salaries_distribution SET newest = NOT newest
  WHERE source_id = ANY(sources) AND newest <> (id = ANY(latest));
  RETURN NULL;
END $$;

CREATE TRIGGER salaries_mark_newest_insert AFTER INSERT ON salaries_distribution
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION salaries_mark_newest();
CREATE TRIGGER salaries_mark_newest_update AFTER UPDATE ON salaries_distribution
REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION salaries_mark_newest();
CREATE TRIGGER salaries_mark_newest_delete AFTER DELETE ON salaries_distribution
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION salaries_mark_newest();
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
