"""The bank is marked anew by every way of writing to it: seeding, the admin, an import, a shell."""

from django.db import migrations, models

# Every writer adds a mark of its own and sweeps away those it sees, but for those that another is sweeping away just
# now: so no writer waits for another. A mark is only gone once one that came after it is there. So two readers who see
# the same marks see the work of the same writers.
FORWARD = """
CREATE FUNCTION interviews_mark_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM interviews_edition WHERE id IN (SELECT id FROM interviews_edition FOR UPDATE SKIP LOCKED);
  INSERT INTO interviews_edition (mark) VALUES (gen_random_uuid());
  RETURN NULL;
END $$;

CREATE TRIGGER interviews_question_marks_anew
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF
  id, slug, category_id, level, origin, steps, position, retired_at, text, keywords, points, follow_ups
ON interviews_question FOR EACH STATEMENT EXECUTE FUNCTION interviews_mark_anew();

CREATE TRIGGER interviews_question_skills_marks_anew
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
ON interviews_question_skills FOR EACH STATEMENT EXECUTE FUNCTION interviews_mark_anew();

CREATE TRIGGER interviews_category_marks_anew
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF id, slug, name, position, retired_at
ON interviews_category FOR EACH STATEMENT EXECUTE FUNCTION interviews_mark_anew();

CREATE TRIGGER interviews_skill_marks_anew
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF id, slug, name, retired_at
ON evidence_skill FOR EACH STATEMENT EXECUTE FUNCTION interviews_mark_anew();
"""

BACKWARD = """
DROP TRIGGER interviews_question_marks_anew ON interviews_question;
DROP TRIGGER interviews_question_skills_marks_anew ON interviews_question_skills;
DROP TRIGGER interviews_category_marks_anew ON interviews_category;
DROP TRIGGER interviews_skill_marks_anew ON evidence_skill;
DROP FUNCTION interviews_mark_anew;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0002_mock_interviews"),
        ("evidence", "0004_first_versions_of_the_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.UUIDField()),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
