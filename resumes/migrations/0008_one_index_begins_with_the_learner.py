"""The learner leads a longer index of each of these tables, which answers all that the short one did."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# By table: nobody waits while they go, nor while they are made again.
SHORT = {
    "resumes_annex": "resumes_annex_user_id_6884544b",
    "resumes_bullet": "resumes_bullet_user_id_bc90ac5f",
    "resumes_contact": "resumes_contact_user_id_955257e1",
    "resumes_mention": "resumes_mention_user_id_2e8ec86a",
    "resumes_resume": "resumes_resume_user_id_0221d0a3",
    "resumes_reviewcomment": "resumes_reviewcomment_user_id_4a73760b",
    "resumes_sentcopy": "resumes_sentcopy_user_id_8cf664fa",
}


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("resumes", "0007_learners_are_marked_anew"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="annex",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="bullet",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="contact",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="mention",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="resume",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="reviewcomment",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="sentcopy",
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
