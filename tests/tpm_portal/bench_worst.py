"""Processor time of pages on the worst inputs that were found: ``python -m tests.tpm_portal.bench_worst``.

On a throwaway database. The bar: no public page takes more than 100 ms, no learner's more than 300. Processor time is
that of Python and of the database's process together; what is slowest stands first.
"""

import logging
import os
import time
from urllib.parse import quote

import psutil

import tests.postgres

RUNS = 3
LONG = 20_000

# What was slow once in one place or another: long, deep, many, and what takes long to compare.
TEXTS = {
    "one long word": "a" * 4000,
    "many words": "risk " * 800,
    "many other words": " ".join(f"w{number}" for number in range(900)),
    "misspelled words": "stakehlder mangement comunication " * 100,
    "joined words": "a/b.c-d@e " * 400,
    "quotes": '"risk" ' * 500,
    "hyphens": "-" * 4000,
    "letters and marks": "e\u0301" * 2000,
    "right to left": "مشروع " * 600,
    "digits": "1,234,567.89 " * 300,
}
PAGES = (
    *("/", "/roadmap/", "/guide/", "/skills/", "/credentials/", "/interviews/", "/salaries/", "/salaries/compare/"),
    *("/salaries/data/v1/claims.csv", "/salaries/data/v1/claims.json", "/sitemap.xml", "/about-the-data/sources/"),
)
PUBLIC = (
    *("/interviews/?q={}", "/skills/?q={}", "/salaries/?role={}", "/salaries/data/v1/claims.csv?q={}"),
    *("/interviews/?category={}", "/credentials/?q={}", "/salaries/my-number/?amount={}", "/salaries/compare/?a={}"),
    "/evidence/credentials/will-it-count/?setting={}",
)
OWN = ("/evidence/?q={}", "/evidence/skills/?q={}", "/interviews/mine/?q={}", "/interviews/stories/?q={}")
NOTES = ("[", "- a\n", ">a\n\n", "a\n", "|a|\n|-|\n", "*a_ ", "[a](b)")


def main() -> None:
    import django

    django.setup()
    logging.disable()  # Many of these are refused, which is said in the log.
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.utils import timezone

    from curation.seeding import all_seeds, seed_database
    from roadmap.models import Milestone, MilestoneProgress
    from roadmap.notes import render_note
    from tests.evidence.load import addresses, fill
    from tests.factories import NOW, make_user

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    user, visitor, learner = make_user(), Client(), Client()
    fill(user, projects=200, pieces=2000)
    learner.force_login(user)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])

    def measure(client: Client, address: str) -> tuple[float, int]:
        client.get(address)
        tries = []
        for _ in range(RUNS):
            render_note.cache_clear()
            before = time.process_time() + sum(backend.cpu_times()[:2])
            status = client.get(address).status_code
            tries.append(time.process_time() + sum(backend.cpu_times()[:2]) - before)
        return min(tries) * 1000, status

    found: list[tuple[float, int, str, str]] = []

    def note_down(client: Client, address: str, name: str, bar: float) -> None:
        spent, status = measure(client, address)
        found.append((spent / bar, status, f"{spent:7.1f} ms of {bar:.0f}", name))

    for path in PAGES:
        note_down(visitor, path, path, 100)
    for pattern in PUBLIC:
        for name, text in TEXTS.items():
            note_down(visitor, pattern.format(quote(text)), f"{pattern} {name}", 100)
    for name, address in addresses(user).items():
        note_down(learner, address, name, 300)
    for pattern in OWN:
        for name, text in TEXTS.items():
            note_down(learner, pattern.format(quote(text)), f"{pattern} {name}", 300)
    milestone = Milestone.objects.published().select_related("step").in_order()[0]
    for piece in NOTES:
        note = (piece * LONG)[:LONG]
        MilestoneProgress.objects.update_or_create(
            user=user, milestone=milestone, defaults={"note": note, "began_at": NOW}
        )
        note_down(learner, milestone.get_absolute_url(), f"a note of {piece!r}", 300)
    for _, status, spent, name in sorted(found, reverse=True):
        print(f"{spent} {status} {name}")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres
    main()
