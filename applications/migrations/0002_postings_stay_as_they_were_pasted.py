"""What was pasted is never changed: the database refuses it, whoever asks."""

from django.db import migrations

FROZEN = """
CREATE FUNCTION applications_posting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A posting stays as it was pasted.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER applications_postingtext_stays BEFORE UPDATE ON applications_postingtext
    FOR EACH ROW EXECUTE FUNCTION applications_posting_stays();
"""
THAWED = """
DROP TRIGGER applications_postingtext_stays ON applications_postingtext;
DROP FUNCTION applications_posting_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_postings_stages_and_offers")]

    operations = [migrations.RunSQL(FROZEN, THAWED)]
