from typing import Any

from django.db import migrations

from curation.lines import mend_line_ends


def mend(apps: Any, schema_editor: Any) -> None:
    """Saving without an edit had ended the lines of texts as browsers send them."""
    mend_line_ends(apps, "curation")


class Migration(migrations.Migration):
    dependencies = [("curation", "0003_import_drafts")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop, elidable=True)]
