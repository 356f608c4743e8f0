"""What public pages are made of marks them anew."""

from django.db import migrations

from curation.migrations._public import marking

TABLES = (
    "category",
    "rubricscore",
    "dimension_applies_to",
    "dimension",
    "question_skills",
    "question",
    "roundtype_categories",
    "roundtype",
    "competency_questions",
    "competency",
    "word",
    "synonymgroup",
)


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0025_constraints_say_what_is_wrong"),
        ("curation", "0014_public_pages_are_made_anew"),
    ]

    operations = [marking(f"interviews_{table}" for table in TABLES)]
