"""A few numbers by which postings that are alike are found; what was pasted stays as it is."""

from django.db import migrations, models

FROZEN = """
DROP TRIGGER applications_postingtext_stays ON applications_postingtext;
CREATE TRIGGER applications_postingtext_stays BEFORE UPDATE ON applications_postingtext
    FOR EACH ROW WHEN ((OLD.raw, OLD.pasted_on, OLD.application_id, OLD.place, OLD.user_id)
        IS DISTINCT FROM (NEW.raw, NEW.pasted_on, NEW.application_id, NEW.place, NEW.user_id))
    EXECUTE FUNCTION applications_posting_stays();
"""
BEFORE = """
DROP TRIGGER applications_postingtext_stays ON applications_postingtext;
CREATE TRIGGER applications_postingtext_stays BEFORE UPDATE ON applications_postingtext
    FOR EACH ROW EXECUTE FUNCTION applications_posting_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("applications", "0002_postings_stay_as_they_were_pasted")]

    operations = [
        migrations.AddField("postingtext", "sketch", models.JSONField(default=list)),
        migrations.RunSQL(FROZEN, BEFORE),
    ]
