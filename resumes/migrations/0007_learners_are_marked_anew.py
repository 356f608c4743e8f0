"""What learners keep marks them anew."""

from django.db import migrations

from accounts.migrations._marks import marking

TABLES = (
    "annex",
    "bullet",
    "bulletevidence",
    "contact",
    "dismissal",
    "mention",
    "resume",
    "resumeline",
    "reviewcomment",
    "reviewlink",
    "revision",
    "sentcopy",
    "sentfile",
)


class Migration(migrations.Migration):
    dependencies = [("resumes", "0006_pages_elsewhere_are_checked"), ("accounts", "0011_learners_are_marked_anew")]

    operations = [marking(f"resumes_{table}" for table in TABLES)]
