"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = (
    "answer",
    "answerversion",
    "askedquestion",
    "dimensionscore",
    "favorite",
    "helperlink",
    "interview",
    "mockinterview",
    "mocknote",
    "mockquestion",
    "mockscore",
    "practicesettings",
    "ratedanswer",
    "reviewcard",
    "reviewlog",
    "story",
    "storycompetency",
    "storyevidence",
    "storyquestion",
    "storyskill",
    "telling",
)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0026_public_pages_are_made_anew"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"interviews_{table}" for table in TABLES)]
