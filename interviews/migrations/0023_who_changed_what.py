"""Every change of the bank, its rubric, rounds and competencies is recorded."""

from django.db import migrations

from curation.migrations._recording import recording

# Each table, with the column of the row that it is a part of and the columns that follow from others.
RECORDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("interviews_category", "", ()),
    ("interviews_question", "", ("keywords", "words")),
    ("interviews_question_skills", "question_id", ()),
    ("interviews_rubricscore", "", ()),
    ("interviews_dimension", "", ()),
    ("interviews_dimension_applies_to", "dimension_id", ()),
    ("interviews_roundtype", "", ()),
    ("interviews_roundtype_categories", "roundtype_id", ()),
    ("interviews_competency", "", ()),
    ("interviews_competency_questions", "competency_id", ()),
    ("interviews_synonymgroup", "", ()),
)


class Migration(migrations.Migration):
    dependencies = [("curation", "0009_who_changed_what"), ("interviews", "0022_mock_interviews_are_set_up_first")]

    operations = [recording(*arguments) for arguments in RECORDED]
