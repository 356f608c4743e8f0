"""Server time of the bank with the shipped and with 50,000 questions: ``python -m tests.interviews.bank.bench``.

On a throwaway database. The bar: at most three times as slow. What a search found is kept until the bank changes; a
"first" one is made without. Beside the median of the wall clock stands the mean of the processor time of Python and of
the database's process together, to which other work on the machine adds less. The number of queries is that of a
visitor and, behind the stroke, of a learner.
"""

import os
import statistics
import time

import psutil

import tests.postgres

RUNS = 40
LISTS = {
    "everything": "",
    "a category": "category=risk",
    "a level": "level=mid",
    "a step": "step=gain-experience",
    "a skill": "skill=kanban",
    "an origin": "origin=original",
    "category and level": "category=risk&level=mid",
    "skill and level": "skill=communication&level=mid",
    "all but skill": "category=risk&level=mid&step=gain-experience&origin=original",
    "by level": "sort=level",
    "category by level": "category=risk&sort=level",
    "page 3": "page=3",
    "last page": "page=100000",
    "last page by level": "sort=level&page=100000",
    "favorites": "favorites=1",
    "unknown category": "category=nowhere",
}
SEARCHES = {
    "a rare word": "q=kanban",
    "a common word": "q=risk",
    "the commonest word": "q=project",
    "several words": "q=difference+between+risk+and+issue",
    "a phrase": "q=%22critical+path%22",
    "typing error": "q=kanbann",
    "two typing errors": "q=stakeholdr+managment",
    "any of the words": "q=kanban+merger+zebrafish",
    "nothing at all": "q=zebrafish",
    "search and filters": "q=risk&category=risk&level=mid",
    "search and skill": "q=risk&skill=communication",
    "search along bank": "q=risk&sort=bank",
    "search, page 5": "q=risk&page=5",
}
FIRST = {
    f"first: {name}": SEARCHES[name]
    for name in (
        *("a rare word", "a common word", "the commonest word", "several words", "a phrase", "typing error"),
        *("two typing errors", "any of the words", "nothing at all", "search and filters"),
    )
}
OTHERS = {
    "a question": "/interviews/q-risk-05/",
    "a question in a list": "/interviews/q-risk-05/?category=risk&level=mid",
    "a question by level": "/interviews/q-risk-05/?sort=level",
    "a question of a search": "/interviews/q-risk-05/?q=risk",
    "surprise": "/interviews/surprise/",
    "surprise in a skill": "/interviews/surprise/?skill=communication",
}


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, reset_queries
    from django.test import Client
    from django.utils import timezone

    from curation.seeding import all_seeds, seed_database
    from interviews.bank.shelving import BANK
    from interviews.models import Favorite, Question
    from tests.factories.accounts import make_user
    from tests.interviews.bank.load import TABLES, fill, look_at

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    visitor, learner, user = Client(), Client(), make_user()
    learner.force_login(user)
    for question in Question.objects.filter(category__slug="agile"):
        Favorite.objects.create(user=user, question=question, at=timezone.now())
    addresses = {name: f"/interviews/?{query}" for name, query in (LISTS | SEARCHES | FIRST).items()} | OTHERS

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
        # Workers beside the process that is watched would hide what a page takes.
        cursor.execute("SET max_parallel_workers_per_gather = 0")

    def used() -> float:
        return time.process_time() + sum(backend.cpu_times()[:2])

    def queries(client: Client, address: str) -> int:
        connection.force_debug_cursor = True
        reset_queries()
        client.get(address)
        number = len(connection.queries)
        connection.force_debug_cursor = False
        return number

    def measure() -> dict[str, tuple[float, float, str]]:
        found = {}
        for name, address in addresses.items():
            client = learner if name == "favorites" else visitor
            client.get(address)
            times, processor = [], 0.0
            for _ in range(RUNS):
                if name in FIRST:
                    BANK.here().searches.clear()
                before, began = used(), time.perf_counter()
                response = client.get(address)
                times.append(time.perf_counter() - began)
                processor += used() - before
                assert response.status_code in (200, 302), address
            numbers = f"{queries(visitor, address)}|{queries(learner, address)}"
            found[name] = (processor / RUNS * 1000, statistics.median(times) * 1000, numbers)
        return found

    look_at(TABLES)
    few = measure()
    fill()
    began, before = time.perf_counter(), used()
    visitor.get("/interviews/")
    first = f"{(used() - before) * 1000:.0f} ms, {(time.perf_counter() - began) * 1000:.0f} ms by the clock"
    many = measure()
    print(f"{'':>27} {'processor time':>27} {'wall clock':>27} {'queries':>11}")
    for name in addresses:
        (used_few, wall_few, numbers), (used_many, wall_many, numbers_many) = few[name], many[name]
        print(
            f"{name:>27} {used_few:7.1f} {used_many:7.1f} ms {used_many / used_few:5.2f} "
            f"{wall_few:7.1f} {wall_many:7.1f} ms {wall_many / wall_few:5.2f} {numbers:>5} {numbers_many:>5}"
        )
    print(f"The first list after the bank has changed: {first}.")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres
    main()
