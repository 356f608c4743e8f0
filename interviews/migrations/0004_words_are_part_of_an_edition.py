"""The words of the bank are kept with its filters, so a change to them marks the bank anew too."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER interviews_word_marks_anew
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
ON interviews_word FOR EACH STATEMENT EXECUTE FUNCTION interviews_mark_anew();
"""


class Migration(migrations.Migration):
    dependencies = [("interviews", "0003_editions_of_the_bank")]

    operations = [
        migrations.RunSQL(FORWARD, "DROP TRIGGER interviews_word_marks_anew ON interviews_word;"),
    ]
