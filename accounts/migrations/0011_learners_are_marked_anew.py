"""One table of marks for all learners: what is kept ready of a learner is as it should be while theirs are the same."""

from django.db import migrations, models

from accounts.migrations._marks import marking

# As with the marks of the content (migration 0007 of curation) every writer adds a mark of its own and sweeps away
# those it sees, but for those that another is sweeping away just now: so no writer waits for another, and two readers
# who see the same marks see the work of the same writers.
FORWARD = """
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT {key}) INTO whose FROM come;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT {key}) INTO whose FROM gone;
  ELSE
    SELECT array_agg({key}) INTO whose FROM (SELECT {key} FROM come UNION SELECT {key} FROM gone) rows;
  END IF;
  IF whose IS NULL THEN
    RETURN NULL;
  END IF;
  DELETE FROM accounts_edition
  WHERE id IN (SELECT id FROM accounts_edition WHERE learner = ANY(whose) FOR UPDATE SKIP LOCKED);
  {mark}
  RETURN NULL;
END $$;
"""
MARK = "INSERT INTO accounts_edition (learner) SELECT * FROM unnest(whose) one WHERE one IS NOT NULL;"
# Of who is gone nothing is kept.
UNLESS_GONE = f"IF TG_OP <> 'DELETE' THEN {MARK} END IF;"
LEARNERS = FORWARD.format(function="accounts_mark_learners", key="user_id", mark=MARK)
USERS = FORWARD.format(function="accounts_mark_users", key="id", mark=UNLESS_GONE)

TABLES = (
    *("accounts_calendarlink", "accounts_mailchoices", "accounts_sentmail"),
    *("account_emailaddress", "mfa_authenticator", "usersessions_usersession"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0010_begin_without_an_address"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("learner", models.BigIntegerField(db_index=True)),
            ],
        ),
        migrations.RunSQL(LEARNERS, "DROP FUNCTION accounts_mark_learners()"),
        migrations.RunSQL(USERS, "DROP FUNCTION accounts_mark_users()"),
        marking(TABLES),
        marking(["accounts_user"], function="accounts_mark_users"),
    ]
