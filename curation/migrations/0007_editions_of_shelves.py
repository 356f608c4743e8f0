"""One table of marks for all shelves. Whoever has a shelf lets the tables that it is made from mark it anew."""

from django.db import migrations, models

# Every writer adds a mark of its own and sweeps away those it sees, but for those that another is sweeping away just
# now: so no writer waits for another. A mark is only gone once one that came after it is there. So two readers who see
# the same marks see the work of the same writers.
FORWARD = """
CREATE FUNCTION curation_mark_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM curation_edition
  WHERE id IN (SELECT id FROM curation_edition WHERE shelf = TG_ARGV[0] FOR UPDATE SKIP LOCKED);
  INSERT INTO curation_edition (shelf, mark) VALUES (TG_ARGV[0], gen_random_uuid());
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("curation", "0006_texts_as_searches_read_them")]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("shelf", models.CharField(max_length=20)),
                ("mark", models.UUIDField()),
            ],
            options={"indexes": [models.Index(fields=["shelf"], name="curation_edition_of_shelf")]},
        ),
        migrations.RunSQL(FORWARD, "DROP FUNCTION curation_mark_anew()"),
    ]
