"""Processor time of pages and forms on the worst inputs that were found: ``python -m tests.tpm_portal.bench_worst``.

On a throwaway database. The bar: no public page takes more than 100 ms, no learner's more than 300. Processor time is
that of Python and of the database's process together; what is slowest stands first.
"""

import logging
import os
import time
import uuid
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
# Pages over what a learner has for interviews.
INTERVIEWS = (
    *("/", "/interviews/practice/", "/interviews/practice/trends/", "/interviews/mine/", "/interviews/stories/"),
    *("/interviews/stories/coverage/", "/interviews/stories/told/", "/interviews/stories/add/", "/interviews/mock/"),
    *("/interviews/dates/", "/interviews/"),
)
# Forms: what is typed into each field, or how long it may be. `@` stands for the first question.
STORY = ("situation", "task", "action", "result", "reflection", "in_30", "in_90", "in_180")
FORMS: dict[str, dict[str, str | int]] = {
    "/evidence/add/": {"happened": 10_000, "did": 10_000, "result": 10_000, "on": "2024-05-01", "seen": "0"},
    "/interviews/stories/add/": {"headline": "A story #", "seen": "0", **dict.fromkeys(STORY, 5000)},
    "/interviews/mine/add/": {"text": 300, "seen": "0"},
    "/interviews/dates/add/": {"company": "A", "on": "2031-05-01", "round_type": "1", "note": 2000, "seen": "0"},
    "/interviews/@/answer/": {"text": LONG, "seen": "0"},
    "/interviews/@/draft/": {"text": LONG, "seen": "0"},
    "/interviews/@/rate/": {"text": LONG, "seen": "0", "grade": "fine"},
    "/salaries/my-number/": {"amount": LONG, "currency": "USD", "place": "us"},
}
PUBLIC_FORMS: dict[str, dict[str, str | int]] = {
    "/salaries/my-number/": {"amount": LONG, "currency": "USD", "place": "us"},
    "/account/password/reset/": {"email": LONG},
    "/account/signup/": {"email": LONG, "password1": "a long password"},
    "/account/theme/": {"theme": LONG, "next": LONG},
}
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
    from interviews.models import Question
    from interviews.practice import practicing
    from roadmap.models import Milestone, MilestoneProgress
    from roadmap.notes import render_note
    from tests.evidence.records.load import addresses, fill
    from tests.factories import NOW
    from tests.factories.accounts import make_user
    from tests.factories.interviews import make_asked, make_story

    call_command("migrate", verbosity=0)
    seed_database(all_seeds(), at=timezone.now())
    user, visitor, learner = make_user(), Client(), Client()
    fill(user, projects=200, pieces=2000)
    questions = list(Question.objects.all())
    for number in range(300):
        make_story(user, headline=f"Story {number}", situation="word " * 900, questions=[questions[number % 100].slug])
        make_asked(user, text=f"Why {number}?")
    for question in questions:
        answer = {"user": user, "row": question, "seen": 0, "at": NOW}
        for number in range(5):
            words = {"text": f"{number} " + "an answer " * 1500}
            practicing.rate(**answer, token=uuid.uuid4(), grade="fine", scores={}, values=words, spoken_seconds=None)
    learner.force_login(user)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])

    def measure(client: Client, address: str, data: dict[str, str] | None = None) -> tuple[float, int]:
        client.get(address)
        tries = []
        for number in range(RUNS):
            render_note.cache_clear()
            # Each time something else: what is kept already costs less.
            sent = {name: value.replace("#", str(number)) for name, value in (data or {}).items()}
            sent |= {"token": str(uuid.uuid4())}
            before = time.process_time() + sum(backend.cpu_times()[:2])
            status = (client.get(address) if data is None else client.post(address, sent)).status_code
            tries.append(time.process_time() + sum(backend.cpu_times()[:2]) - before)
        return min(tries) * 1000, status

    found: list[tuple[float, int, str, str]] = []

    def note_down(client: Client, address: str, name: str, bar: float, data: dict[str, str] | None = None) -> None:
        spent, status = measure(client, address, data)
        found.append((spent / bar, status, f"{spent:7.1f} ms of {bar:.0f}", name))

    for path in PAGES:
        note_down(visitor, path, path, 100)
    for pattern in PUBLIC:
        for name, text in TEXTS.items():
            note_down(visitor, pattern.format(quote(text)), f"{pattern} {name}", 100)
    for name, address in addresses(user).items():
        note_down(learner, address, name, 300)
    for path in (*INTERVIEWS, questions[0].get_absolute_url()):
        note_down(learner, path, path, 300)
    for pattern in OWN:
        for name, text in TEXTS.items():
            note_down(learner, pattern.format(quote(text)), f"{pattern} {name}", 300)
    for forms, client, bar in ((FORMS, learner, 300), (PUBLIC_FORMS, visitor, 100)):
        for path, fields in forms.items():
            for name, text in TEXTS.items():
                data = {
                    key: f"#{text * 5}"[:value] if isinstance(value, int) else value for key, value in fields.items()
                }
                note_down(client, path.replace("@", questions[0].slug), f"POST {path} {name}", bar, data)
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
