"""The dates of the old bin, which came over into ``keeping``, go from here."""

from django.db import migrations

TABLES = ("story", "telling", "interview", "askedquestion", "mockinterview")


class Migration(migrations.Migration):
    dependencies = [("interviews", "0015_deletions_and_events")]

    operations = [migrations.RemoveField(name, "binned_at") for name in TABLES]
