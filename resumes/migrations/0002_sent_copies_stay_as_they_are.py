"""What was sent is never changed: the database refuses it, whoever asks."""

from django.db import migrations

FROZEN = """
CREATE FUNCTION resumes_sent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was sent stays as it was sent.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER resumes_sentfile_stays BEFORE UPDATE ON resumes_sentfile
    FOR EACH ROW EXECUTE FUNCTION resumes_sent_stays();
CREATE TRIGGER resumes_sentcopy_stays BEFORE UPDATE ON resumes_sentcopy
    FOR EACH ROW WHEN ((OLD.name, OLD.employer, OLD.purpose, OLD."on", OLD.token, OLD.user_id)
        IS DISTINCT FROM (NEW.name, NEW.employer, NEW.purpose, NEW."on", NEW.token, NEW.user_id))
    EXECUTE FUNCTION resumes_sent_stays();
"""
THAWED = """
DROP TRIGGER resumes_sentcopy_stays ON resumes_sentcopy;
DROP TRIGGER resumes_sentfile_stays ON resumes_sentfile;
DROP FUNCTION resumes_sent_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("resumes", "0001_resumes_and_what_they_are_drawn_from")]

    operations = [migrations.RunSQL(FROZEN, THAWED)]
