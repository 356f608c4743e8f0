"""Bring every address to the spelling in which addresses are looked for from now on.

Where two accounts would then have the same, both stay as they are and each still signs in with the address as it is
kept: nobody can tell from here whose it is. ``manage.py check --database default`` names them.
"""

from typing import Any

from django.db import migrations

from accounts.spelling import one_address


def spell(apps: Any, schema_editor: Any) -> None:
    User = apps.get_model("accounts", "User")
    EmailAddress = apps.get_model("account", "EmailAddress")
    kept = list(User.objects.values_list("pk", "email").order_by("pk"))
    alike: dict[str, int] = {}
    for _, email in kept:
        alike[one_address(email)] = alike.get(one_address(email), 0) + 1
    apart = {pk for pk, email in kept if alike[one_address(email)] > 1}
    for pk, email in kept:
        if pk not in apart and one_address(email) != email:
            User.objects.filter(pk=pk).update(email=one_address(email))
    for row in EmailAddress.objects.exclude(user_id__in=apart).order_by("pk").iterator():
        one = one_address(row.email)
        if one == row.email:
            continue
        same = EmailAddress.objects.filter(email=one)
        if same.filter(user_id=row.user_id).exists():
            row.delete()
        elif not same.exists():
            EmailAddress.objects.filter(pk=row.pk).update(email=one)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_count_tries_for_all_workers"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(spell, migrations.RunPython.noop)]
