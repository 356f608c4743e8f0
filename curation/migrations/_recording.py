"""The trigger that every curated table has, the tables of its links too: each change is appended to the changes."""

from django.db import migrations

# Its arguments: the column of the row that this one is a part of, or nothing; then the columns that follow from others.
FUNCTION = """
CREATE FUNCTION curation_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - TG_ARGV[1:] END;
  now_is jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - TG_ARGV[1:] END;
  either jsonb := coalesce(now_is, was);
BEGIN
  IF was IS DISTINCT FROM now_is THEN
    INSERT INTO curation_change ("table", row, whole, at, by_id, batch_id, before, after) VALUES (
      TG_TABLE_NAME, (either->>'id')::bigint, (either->>TG_ARGV[0])::bigint, clock_timestamp(),
      nullif(current_setting('curation.user_id', true), '')::bigint,
      nullif(current_setting('curation.batch_id', true), '')::bigint, was, now_is
    );
  END IF;
  RETURN NULL;
END $$;
"""


def recording(table: str, whole: str = "", follows: tuple[str, ...] = ()) -> migrations.RunSQL:
    """Record each change of a table; not of the columns that follow from others, as no curator sets them."""
    arguments = ", ".join(f"'{argument}'" for argument in (whole, *follows))
    return migrations.RunSQL(
        f"CREATE TRIGGER curation_record_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION curation_record_change({arguments});",
        f"DROP TRIGGER curation_record_change ON {table};",
    )
