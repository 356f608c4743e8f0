"""What a learner asked to be written of, what was written of, and mail that is a page too."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import accounts.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0008_count_sign_outs"),
    ]

    operations = [
        migrations.AddField(
            model_name="outgoingmail",
            name="headers",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="outgoingmail",
            name="html",
            field=models.TextField(
                blank=True, default="", help_text="The same as a page. Empty: the text is all there is."
            ),
        ),
        migrations.CreateModel(
            name="MailChoices",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.BooleanField(default=False)),
                ("interview", models.BooleanField(default=False)),
                ("exam", models.BooleanField(default=False)),
                ("expiry", models.BooleanField(default=False)),
                ("follow_up", models.BooleanField(default=False)),
                ("review", models.BooleanField(default=False)),
                (
                    "stop_key",
                    models.CharField(default=accounts.models.new_stop_key, editable=False, max_length=16, unique=True),
                ),
                ("digest_since", models.DateTimeField(help_text="When they last asked for the digest.", null=True)),
                ("next_at", models.DateTimeField(help_text="When their dates are looked at next.", null=True)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "what learners are written of",
                "indexes": [models.Index(fields=["next_at", "id"], name="accounts_mailchoices_next")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_at", None),
                            models.Q(
                                ("digest", True),
                                ("interview", True),
                                ("exam", True),
                                ("expiry", True),
                                ("follow_up", True),
                                ("review", True),
                                _connector="OR",
                            ),
                            _connector="XOR",
                        ),
                        name="accounts_mailchoices_looked_at_if_any",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SentMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=400)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("digest", "Your week, on Mondays"),
                            ("interview", "Interviews"),
                            ("exam", "Exams"),
                            ("expiry", "Credentials that run out"),
                            ("follow_up", "Follow-ups and tasks"),
                            ("review", "Questions due for practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(db_index=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "mail sent",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "key"), name="accounts_sentmail_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["digest", "interview", "exam", "expiry", "follow_up", "review"])
                        ),
                        name="accounts_sentmail_kind",
                    ),
                ],
            },
        ),
    ]
