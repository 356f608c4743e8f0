"""Server time of the salary pages at 676, at all 17,000 and at 100,000 claims: ``python -m tests.salaries.bench``.

On a throwaway database. The bar: with the figures of every area and industry each page as fast as without, and at most
twice as slow with 100,000 claims. Beside the median of the wall
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
    "/salaries/?where=bay+area",
    "/salaries/places/?where=dal",
    "/salaries/13-1082/us/all-industries/",
    "/salaries/13-1082/us-ny/all-industries/",
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
    from tests.content import every_area
    from tests.salaries.load import fill

    def seed() -> float:
        began = time.process_time()
        seed_database(all_seeds(), at=timezone.now())
        return time.process_time() - began

    call_command("migrate", verbosity=0)
    first = seed()
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
    with every_area():
        more, again = seed(), seed()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    shipped = measure()
    print(f"Seeding, seconds of Python: {first:.1f} few, {more:.1f} the rest, {again:.1f} again without a change")
    fill()
    many = measure()
    print(f"{'processor time, wall clock, queries':>38} {'few':>22} {'all':>22} {'100,000':>22}")
    for name in addresses:
        columns = (few[name], shipped[name], many[name])
        cells = (f"{used:6.1f} {wall:6.1f} ms {queries:3}" for used, wall, queries in columns)
        print(f"{name[:38]:>38} {' '.join(f'{cell:>22}' for cell in cells)}  x{shipped[name][0] / few[name][0]:.2f}")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres.server
    main()
