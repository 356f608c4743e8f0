"""Fifty thousand questions made of the words of the shipped ones, for what must stay fast when there are that many."""

import random
from collections.abc import Iterable

from django.db import connection
from psycopg2.extras import execute_values

from evidence.models import Skill
from interviews.bank.models.questions import refresh_keywords
from interviews.bank.models.words import refresh_words
from interviews.models import Question

TABLES = (
    *("interviews_question", "interviews_question_skills", "interviews_category", "interviews_word"),
    *("evidence_skill", "evidence_skillalias"),
)
# Words that a hundredth of the questions say, so that searches can be counted by hand.
CASES = 100


def fill(*, questions: int = 50_000, seed: int = 1) -> None:
    """Make as many questions as are missing for there to be ``questions``, each with two to four of all skills."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    shipped = list(Question.objects.order_by("slug"))
    alike: dict[int, list[Question]] = {}
    for row in shipped:
        alike.setdefault(row.category_id, []).append(row)
    skills = list(Skill.objects.order_by("slug").values_list("pk", flat=True))

    def lines(rows: list[Question], name: str, number: int, length: int) -> str:
        words = [word for row in rows for word in getattr(row, name).split()]
        drawn = chance.choices(words, k=number * length)
        return "\n".join(" ".join(drawn[start : start + length]) for start in range(0, len(drawn), length))

    rows = []
    for number in range(len(shipped), questions):
        # It speaks of what two questions of one category speak of, so that words are about as common as they were.
        one = chance.choice(shipped)
        both = [one, chance.choice(alike[one.category_id])]
        rows.append(
            (
                f"q-load-{number}",
                f"{lines(both, 'text', 1, 12)} case{number % CASES}",
                one.category_id,
                one.level,
                "suggested" if chance.random() < 0.1 else "original",
                lines(both, "points", 5, 8),
                lines(both, "follow_ups", 3, 8),
                one.steps,
                120,
                "",
                chance.randrange(30_000),
                False,
            )
        )
    columns = "slug, text, category_id, level, origin, points, follow_ups, steps, seconds, keywords, position, draft"
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        # To write an index once is several times faster than to keep it up with every row.
        cursor.execute("SELECT pg_get_indexdef('interviews_question_words'::regclass)")
        (index,) = cursor.fetchone()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("DROP INDEX interviews_question_words")
        made = execute_values(
            cursor.cursor,
            f"INSERT INTO interviews_question ({columns}) VALUES %s RETURNING id",  # noqa: S608
            rows,
            page_size=2000,
            fetch=True,
        )
        links = [(key, skill) for (key,) in made for skill in chance.sample(skills, chance.randint(2, 4))]
        execute_values(
            cursor.cursor,
            "INSERT INTO interviews_question_skills (question_id, skill_id) VALUES %s",
            links,
            page_size=5000,
        )
        refresh_keywords()
        refresh_words()
        cursor.execute(index)
        cursor.execute("RESET statement_timeout")
    look_at(TABLES)
    assert Question.objects.count() == questions


def look_at(tables: Iterable[str]) -> None:
    """Let the planner know what there is, and that indexes can answer without the tables, as a vacuum does."""
    with connection.cursor() as cursor:
        for table in tables:
            if connection.in_atomic_block:
                cursor.execute(f"ANALYZE {table}")
                cursor.execute("UPDATE pg_class SET relallvisible = relpages WHERE oid = %s::regclass", [table])
            else:
                cursor.execute(f"VACUUM (ANALYZE) {table}")
