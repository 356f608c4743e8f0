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
BEGIN
  -- Two editions of one source that are written at the same time: the second waits, and then sees the first.
  PERFORM FROM curation_source WHERE id IN (OLD.source_id, NEW.source_id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE salaries_distribution edition SET newest = NOT edition.newest
  WHERE (occupation_id, place_id, industry_id, source_id, kind, currency) IN (
      (OLD.occupation_id, OLD.place_id, OLD.industry_id, OLD.source_id, OLD.kind, OLD.currency),
      (NEW.occupation_id, NEW.place_id, NEW.industry_id, NEW.source_id, NEW.kind, NEW.currency)
    )
    AND edition.newest <> (edition.retired_at IS NULL AND NOT EXISTS (
      SELECT FROM salaries_distribution later
      WHERE (later.occupation_id, later.place_id, later.industry_id, later.source_id, later.kind, later.currency)
          = (edition.occupation_id, edition.place_id, edition.industry_id, edition.source_id, edition.kind,
             edition.currency)
        AND later.retired_at IS NULL AND later.as_of > edition.as_of
    ));
  RETURN NULL;
END $$;

-- Its own update touches only "newest", which is not among these columns, so it does not call itself.
CREATE TRIGGER salaries_mark_newest
AFTER INSERT OR DELETE OR UPDATE OF source_id, occupation_id, place_id, industry_id, kind, currency, as_of, retired_at
ON salaries_distribution FOR EACH ROW EXECUTE FUNCTION salaries_mark_newest();
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
