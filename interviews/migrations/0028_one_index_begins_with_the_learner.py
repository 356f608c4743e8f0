"""The learner leads a longer index of each of these tables, which answers all that the short one did."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# By table: nobody waits while they go, nor while they are made again.
SHORT = {
    "interviews_answer": "interviews_answer_user_id_0b27b23e",
    "interviews_askedquestion": "interviews_askedquestion_user_id_95c2820c",
    "interviews_favorite": "interviews_favorite_user_id_a805703c",
    "interviews_interview": "interviews_interview_user_id_ea827fdf",
    "interviews_mockinterview": "interviews_mockinterview_user_id_dbb848b3",
    "interviews_ratedanswer": "interviews_ratedanswer_user_id_940ed7bf",
    "interviews_reviewcard": "interviews_reviewcard_user_id_06ea9fdd",
    "interviews_story": "interviews_story_user_id_63742d7c",
    "interviews_telling": "interviews_telling_user_id_49c21f00",
}


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("interviews", "0027_learners_are_marked_anew"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="answer",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="askedquestion",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="favorite",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="interview",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="mockinterview",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="ratedanswer",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="reviewcard",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="story",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="telling",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX CONCURRENTLY IF EXISTS "{index}"',
                    f'CREATE INDEX CONCURRENTLY IF NOT EXISTS "{index}" ON "{table}" ("user_id")',
                )
                for table, index in SHORT.items()
            ],
        )
    ]
