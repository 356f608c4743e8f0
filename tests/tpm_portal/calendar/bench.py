"""What a feed costs after nine months of daily use: ``python -m tests.tpm_portal.calendar.bench``.

On a throwaway database with the made-up learners of ``manage.py fill``, of whom one in a hundred comes every day.
"""

import os
import statistics
import time

import tests.postgres

RUNS = 20


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db.models import Count, OuterRef, Subquery
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from accounts.models import User
    from curation.seeding import all_seeds, seed_database
    from keeping.models import Event
    from tests.tpm_portal.calendar.test_feed import make_link
    from tpm_portal.calendar import views
    from tpm_portal.calendar.linking import secret_in
    from tpm_portal.filling.making import fill

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    fill(100, until=timezone.localdate())
    views.MOST_AN_HOUR = 1000
    own = Event.objects.filter(user=OuterRef("pk")).order_by().values("user").annotate(number=Count("pk"))
    learners = User.objects.annotate(events=Subquery(own.values("number"))).exclude(events=None).order_by("-events")
    for called, learner in (("daily", learners[0]), ("median", learners[len(learners) // 2])):
        address, client = reverse("account_calendar_feed", args=[secret_in(make_link(learner))]), Client()
        body = client.get(address).content
        took = []
        for _ in range(RUNS):
            began = time.perf_counter()
            assert client.get(address).status_code == 200
            took.append((time.perf_counter() - began) * 1000)
        print(
            f"{called:>8}: {learner.events:6,} events of history, {body.count(b'BEGIN:VEVENT'):4} dates, "
            f"{len(body) / 1024:6.1f} kB, {statistics.median(took):6.1f} ms at the median"
        )


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres
    main()
