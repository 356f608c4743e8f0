import re
from typing import Any

from django.db import migrations, models

COMPANY = "[company]"


def hide_what_was_taken_in(apps: Any, schema_editor: Any) -> None:
    """What was taken in and never completed had a page with a learner's words, and whatever company they named."""
    Question = apps.get_model("interviews", "Question")
    AskedQuestion = apps.get_model("interviews", "AskedQuestion")
    waiting = Question.objects.filter(origin="suggested", points="").exclude(retired_at=None)
    waiting.update(draft=True)
    for asked in AskedQuestion.objects.filter(became__draft=True).exclude(company="").select_related("became"):
        name = asked.company.strip()
        capitals = re.IGNORECASE if len(name) >= 4 else re.NOFLAG
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", COMPANY, asked.became.text, flags=capitals) if name else ""
        if text and text != asked.became.text:
            Question.objects.filter(pk=asked.became_id).update(text=text[:300])


class Migration(migrations.Migration):
    dependencies = [("interviews", "0010_corrected_reviews")]

    operations = [
        migrations.AddField(
            model_name="question",
            name="draft",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="Taken in from a learner and waiting for a curator to edit and publish it. It is on no page.",
            ),
        ),
        migrations.RunPython(hide_what_was_taken_in, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("draft", False), ("retired_at__isnull", False), _connector="OR"),
                name="interviews_question_draft_is_not_offered",
            ),
        ),
    ]
