"""What an archive costs after nine months of daily use: ``python -m tests.tpm_portal.your_data.bench``.

On a throwaway database with the made-up learners of ``manage.py fill``, of whom one in a hundred comes every day.
"""

import io
import os
import resource
import time
from zipfile import ZipFile

import tests.postgres

RUNS = 5


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db.models import Count, OuterRef, Subquery
    from django.utils import timezone

    from accounts.models import User
    from curation.seeding import all_seeds, seed_database
    from keeping.ceilings import kept_for
    from keeping.models import Event
    from keeping.taking.bringing import bring, look
    from keeping.taking.reading import read
    from tpm_portal.filling.making import fill
    from tpm_portal.your_data.archive import archive
    from tpm_portal.your_data.leaving import leave

    def measured(name, act):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began, on_cpu = time.perf_counter(), time.process_time()
        given = act()
        took, on_cpu = time.perf_counter() - began, time.process_time() - on_cpu
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(f"{name}: {took:.2f} s, of it {on_cpu:.2f} s of CPU in Python; {more:.0f} MB of memory more")
        return given

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    fill(100, until=timezone.localdate())
    own = Event.objects.filter(user=OuterRef("pk")).order_by().values("user").annotate(number=Count("pk"))
    user = User.objects.annotate(events=Subquery(own.values("number"))).exclude(events=None).order_by("-events")[0]
    print(f"{kept_for(user.pk)[0]:,} rows")
    for number in range(RUNS):
        packed = measured(f"Archive {number + 1}", lambda: b"".join(archive(user, at=timezone.now())))
    found = ZipFile(io.BytesIO(packed))
    print(f"{len(found.namelist())} files, {len(packed) / 1e6:.2f} MB")
    again = User.objects.create_user("again@example.org", "correct horse battery staple")
    taken = measured("Read", lambda: read(found.read("everything.json")))
    measured("Look", lambda: look(again, taken, at=timezone.now()))
    measured("Bring in", lambda: bring(again, taken, at=timezone.now()))
    measured("Look again", lambda: look(again, read(found.read("everything.json")), at=timezone.now()))
    measured("Delete the account", lambda: leave(again))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres
    main()
