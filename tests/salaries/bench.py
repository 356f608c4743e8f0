"""Server time of the salary pages at 676 and at 100,000 claims: ``python -m tests.salaries.bench``.

On a throwaway database. The bar: each page at most twice as slow with 100,000 claims. Beside the median of the wall
clock stands the processor time of Python and of the database's process together, to which other work on the machine
adds less.
"""

import os
import statistics
import time

import psutil

import tests.postgres

RUNS = 20
QUERIES = {
    "as it opens": "",
    "everything": "role=any&place=any&industry=any&year=any&kind=any&currency=any",
    "newest everywhere": "role=any&place=any&industry=any&year=newest&kind=any&currency=any",
    "one role everywhere": "role=13-1082&place=any&industry=any&year=any&kind=any&currency=any",
    "one industry": "role=any&place=any&industry=naics-22&year=any&kind=any&currency=any",
    "one place": "role=any&place=us-ny&industry=any&year=any&kind=any&currency=any",
    "one year": "role=any&place=any&industry=any&year=2024&kind=any&currency=any",
    "all six": "role=13-1082&place=us&industry=all-industries&year=2024&kind=base&currency=USD",
    "nothing fits": "role=13-1082&place=us-ny&industry=all-industries&year=2020&kind=total&currency=GBP",
    "page 3": "role=any&place=any&industry=any&year=any&kind=any&currency=any&page=3",
}
OTHERS = (
    "/salaries/13-1082/us/all-industries/",
    "/salaries/compare/?row=13-1082.us.all-industries&row=15-1299.us.all-industries",
    "/salaries/why-they-differ/",
    "/salaries/my-number/",
    "/salaries/data/v1/claims.json",
    "/",
)


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, reset_queries
    from django.test import Client
    from django.utils import timezone

    from curation.seeding import all_seeds, seed_database
    from tests.salaries.load import fill

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    client = Client()
    addresses = {name: f"/salaries/?{query}" for name, query in QUERIES.items()} | {path: path for path in OTHERS}

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])

    def used() -> float:
        return time.process_time() + sum(backend.cpu_times()[:2])

    def measure() -> dict[str, tuple[float, float, int]]:
        found = {}
        for name, address in addresses.items():
            client.get(address)
            times = []
            before = used()
            for _ in range(RUNS):
                began = time.perf_counter()
                response = client.get(address)
                times.append(time.perf_counter() - began)
                assert response.status_code == 200, address
            processor = (used() - before) / RUNS
            connection.force_debug_cursor = True
            reset_queries()
            client.get(address)
            queries = len(connection.queries)
            connection.force_debug_cursor = False
            found[name] = (processor * 1000, statistics.median(times) * 1000, queries)
        return found

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    few = measure()
    fill()
    many = measure()
    print(f"{'':>34} {'processor time':>24} {'wall clock':>24} {'queries':>8}")
    for name in addresses:
        (used_few, wall_few, queries), (used_many, wall_many, queries_many) = few[name], many[name]
        print(
            f"{name[:34]:>34} {used_few:7.1f} {used_many:7.1f} ms {used_many / used_few:5.2f} "
            f"{wall_few:7.1f} {wall_many:7.1f} ms {wall_many / wall_few:5.2f} {queries:5} {queries_many:2}"
        )


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres.server
    main()
