"""Processor time of a learner's pages with little and with much: ``python -m tests.evidence.records.bench``.

On a throwaway database. The bar: with 200 projects and 2,000 pieces of evidence each page takes at most twice what it
takes with 10 and 100. Processor time is that of Python and of the database's process together, to which other work on
the machine adds little.
"""

import os
import time

import psutil

import tests.postgres

RUNS = 5
SIZES = ((10, 100), (200, 2000))


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from curation.seeding import all_seeds, seed_database
    from tests.evidence.records.load import addresses, fill
    from tests.factories.accounts import make_user

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    clients = []
    for projects, pieces in SIZES:
        user, client = make_user(), Client()
        fill(user, projects=projects, pieces=pieces)
        client.force_login(user)
        clients.append((client, addresses(user)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])

    def used() -> float:
        return time.process_time() + sum(backend.cpu_times()[:2])

    def measure(client: Client, address: str) -> tuple[float, int]:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        number = len(queries)
        before = used()
        for _ in range(RUNS):
            client.get(address)
        return (used() - before) / RUNS * 1000, number

    (few, few_pages), (many, many_pages) = clients
    print(f"{'':>22} {'10 + 100':>12} {'200 + 2,000':>12} {'':>5} queries")
    for name in few_pages:
        (before, number), (after, more) = measure(few, few_pages[name]), measure(many, many_pages[name])
        print(f"{name:>22} {before:9.1f} ms {after:9.1f} ms {after / before:5.2f} {number:4} {more:2}", flush=True)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres
    main()
