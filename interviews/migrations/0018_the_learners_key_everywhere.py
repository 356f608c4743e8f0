"""What hangs on a learner's row has the learner's key as well; of what helpers gave, the learner they helped."""

from django.conf import settings
from django.db import migrations

from keeping.migrations import _learners_key as key

# Each table with the one that it hangs on, which has the key already, and the field that points there.
TABLES = (
    ("answerversion", "answer", "answer"),
    ("dimensionscore", "ratedanswer", "rating"),
    ("reviewlog", "reviewcard", "card"),
    ("mockquestion", "mockinterview", "mock"),
    ("helperlink", "mockinterview", "mock"),
    ("mockscore", "helperlink", "link"),
    ("mocknote", "helperlink", "link"),
    ("storyskill", "story", "story"),
    ("storycompetency", "story", "story"),
    ("storyquestion", "story", "story"),
    ("storyevidence", "story", "story"),
)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("interviews", "0017_reviews_in_the_history"),
    ]

    operations = [
        operation
        for model, parent, field in TABLES
        for operation in key.filled_from(parent, app="interviews", model=model, field=field)
    ]
