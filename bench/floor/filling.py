"""``python -m bench.floor.filling``: the tables, one account and its rows. Prints the key of a session."""

import os
from datetime import date, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.floor.settings")

ROWS = 40


def main() -> None:
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from bench.floor.models import Thing

    # The tables of an app without migrations are made first, and this one points to the users.
    call_command("migrate", verbosity=0)
    call_command("migrate", run_syncdb=True, verbosity=0)
    user = User.objects.create_user("somebody")
    Thing.objects.bulk_create(
        Thing(
            user=user,
            name=f"The thing with number {number}",
            on=date(2026, 1, 1) + timedelta(days=number),
            about="What it was and what became of it, in a line or two of words that differ. " * 2,
        )
        for number in range(ROWS)
    )
    client = Client()
    client.force_login(user)
    print(client.cookies["sessionid"].value)


if __name__ == "__main__":
    main()
