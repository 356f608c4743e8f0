"""Each review is an event in the history of all that a learner does.

Also a review that was corrected since: it was said when it was said. The event of what took its place says so in
``before``, as it does from now on.
"""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

RECORD = """
INSERT INTO keeping_event (user_id, subject, token, act, at, before, after)
SELECT user_id, 'interviews.reviewcard', token, 'rated', at,
  CASE WHEN was IS NULL THEN '{}' ELSE jsonb_build_object('grade', was) END, jsonb_build_object('grade', grade)
FROM (
  SELECT c.user_id, c.token, r.at, r.id, r.grade,
    lag(r.grade) OVER (PARTITION BY r.card_id, r.token ORDER BY r.id) AS was
  FROM interviews_reviewlog r JOIN interviews_reviewcard c ON c.id = r.card_id
) review
ORDER BY id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED
"""


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0016_without_the_old_bin"),
        ("keeping", "0001_deletions_and_events"),
    ]

    operations = [
        # Each row that is there gets a token of its own.
        migrations.AddField("reviewcard", "token", models.UUIDField(db_default=RandomUUID(), editable=False)),
        migrations.AlterField("reviewcard", "token", models.UUIDField(default=uuid.uuid4, editable=False)),
        migrations.AddConstraint(
            "reviewcard", models.UniqueConstraint(fields=["user", "token"], name="interviews_reviewcard_named")
        ),
        migrations.RunSQL(RECORD, migrations.RunSQL.noop),
    ]
