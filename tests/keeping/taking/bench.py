"""How long 10,000 rows take to go out and come in: ``python -m tests.keeping.taking.bench``; ``memory``: how much.

Needs DATABASE_URL or EMBEDDED_POSTGRES_DIR of a site that is migrated and seeded. It leaves nothing behind.
"""

import os
import sys
import time
import tracemalloc
import uuid
from datetime import timedelta

import django


def main(number: int = 10_000) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")
    django.setup()
    from django.db import transaction
    from django.utils import timezone

    from accounts.models import User
    from evidence.models import Evidence, Skill
    from keeping.many import add_all
    from keeping.taking.bringing import bring, look
    from keeping.taking.export import documents
    from keeping.taking.merging import wipe
    from keeping.taking.reading import read

    def measured(name, act):
        if "memory" in sys.argv:
            tracemalloc.start()
        began = time.perf_counter()
        found = act()
        print(f"{name}: {time.perf_counter() - began:.2f} s")
        if tracemalloc.is_tracing():
            print(f"  {tracemalloc.get_traced_memory()[1] / 1024**2:.0f} MB at its peak")
            tracemalloc.stop()
        return found

    now = timezone.now()
    with transaction.atomic():
        user = User.objects.create_user(f"{uuid.uuid4()}@example.org", None)
        skills = list(Skill.objects.order_by("slug").values_list("slug", flat=True)[:2])
        # A row, two links and an event are four.
        said = {
            uuid.uuid4(): {
                "happened": f"Row {place}: what I did",
                "on": "2026-01-01",
                "did": "x" * 400,
                "skills": skills,
            }
            for place in range(number // 4)
        }
        add_all(Evidence, user=user, said=said, at=now, under={})
        pieces = measured("out", lambda: sum(map(len, documents(user))))
        print(f"{pieces / 1024**2:.1f} MB")
        data = b"".join(documents(user))
        wipe(user)
        taken = measured("read", lambda: read(data))
        measured("look", lambda: look(user, taken, at=now))
        measured("in", lambda: bring(user, taken, at=now + timedelta(minutes=1)))
        measured("in again", lambda: bring(user, taken, at=now))
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
