"""The bank is marked anew where all shelves are."""

from django.db import migrations

# What marks the bank anew, and which changes of it.
MARKING = {
    "interviews_question": (
        " OF id, slug, category_id, level, origin, steps, position, retired_at, text, keywords, points, follow_ups"
    ),
    "interviews_question_skills": "",
    "interviews_category": " OF id, slug, name, position, retired_at",
    "evidence_skill": " OF id, slug, name, retired_at",
    "interviews_word": "",
    "interviews_synonymgroup": "",
}
BEFORE = """
CREATE FUNCTION interviews_mark_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM interviews_edition WHERE id IN (SELECT id FROM interviews_edition FOR UPDATE SKIP LOCKED);
  INSERT INTO interviews_edition (mark) VALUES (gen_random_uuid());
  RETURN NULL;
END $$;
"""


def marking(function: str) -> str:
    """Every trigger made anew, with the function that it calls."""
    return "\n".join(
        f"DROP TRIGGER interviews_{table.partition('_')[2]}_marks_anew ON {table};\n"
        f"CREATE TRIGGER interviews_{table.partition('_')[2]}_marks_anew "
        f"AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE{columns} "
        f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function};"
        for table, columns in MARKING.items()
    )


class Migration(migrations.Migration):
    dependencies = [("interviews", "0013_synonyms"), ("curation", "0007_editions_of_shelves")]

    operations = [
        migrations.RunSQL(
            marking("curation_mark_anew('bank')") + "DROP FUNCTION interviews_mark_anew();",
            BEFORE + marking("interviews_mark_anew()"),
        ),
        migrations.DeleteModel("Edition"),
    ]
