"""``python -m bench.plans``: the heaviest queries of all pages, with the plans that the database chose for them.

It asks the database of the settings, which ``manage.py fill`` has filled, and leaves it as it was.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

# So many lines of a plan say what it does.
LINES = 14


@dataclass(frozen=True)
class Asked:
    """A query as a page asked it, and where."""

    sql: str
    params: Any
    address: str
    who: str


@dataclass(frozen=True)
class Plan:
    """``milliseconds`` that it took, ``blocks`` of 8 kB that it read or had in memory, and what it did, as text.

    ``whole`` are the learners' tables that it went through from one end to the other.
    """

    asked: Asked
    milliseconds: float
    blocks: int
    text: str
    whole: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.plans", description=__doc__)
    parser.add_argument("--top", type=int, default=10, help="how many are shown (%(default)s)")
    arguments = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")
    import django

    django.setup()
    from django.db import connection, transaction

    connection.ensure_connection()
    with transaction.atomic():
        learner = _busiest()
        plans = [_explained(asked) for asked in _queries(learner)]
        transaction.set_rollback(True)
    heaviest = sorted(plans, key=lambda plan: plan.milliseconds, reverse=True)
    print(f"{len(plans):,} different queries for {learner}, {_size()}.")
    for number, plan in enumerate(heaviest[: arguments.top], 1):
        print(f"\n{number}. {plan.milliseconds:.1f} ms, {plan.blocks:,} blocks: {plan.asked.who} {plan.asked.address}")
        print("   " + " ".join(plan.asked.sql.split())[:300])
        print("\n".join(plan.text.splitlines()[:LINES]))
    whole = {plan.asked.address: plan.whole for plan in plans if plan.whole}
    for address, tables in sorted(whole.items()):
        print(f"Goes through all of {', '.join(tables)}: {address}", file=sys.stderr)


def _busiest() -> Any:
    """A made-up learner of those who have recorded the most."""
    from django.db import connection

    from accounts.models import User
    from tpm_portal.filling.busyness import KINDS, kind_of
    from tpm_portal.filling.statements import NO_PASSWORD

    last = next(hundredth for hundredth in range(100) if kind_of(hundredth) == len(KINDS) - 1)
    with connection.cursor() as cursor:
        drawn = "SELECT n FROM generate_series(1, 10000) AS n WHERE abs(hashint4(n)) % 100 >= %s ORDER BY n LIMIT 1"
        cursor.execute(drawn.replace("% ", "%% "), [last])
        (number,) = cursor.fetchone()
    found = User.objects.filter(password=NO_PASSWORD, email=f"learner{number:07}@example.org").first()
    return found or sys.exit("Nobody is made up here: run manage.py fill --learners 1000 first.")


def _queries(learner: Any) -> Iterator[Asked]:
    """What all pages ask, each statement once, for the learner and for a visitor."""
    from django.conf import settings
    from django.test import Client

    from bench.pages import LEFT_OUT
    from tests.addresses import every_address, make_something_of_everything

    settings.ALLOWED_HOSTS = ["*"]
    values = make_something_of_everything(learner)
    learning = Client(raise_request_exception=False)
    learning.force_login(learner)
    known: set[str] = set()
    for address in dict.fromkeys(every_address(values)):
        if address.startswith(LEFT_OUT):
            continue
        for who, client in (("visitor", Client(raise_request_exception=False)), ("learner", learning)):
            with _listening() as asked:
                client.get(address)
            for sql, params in asked:
                if sql not in known:
                    known.add(sql)
                    yield Asked(sql, params, address, who)


@contextmanager
def _listening() -> Iterator[list[tuple[str, Any]]]:
    from django.db import connection

    asked: list[tuple[str, Any]] = []

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")) and " FOR UPDATE" not in sql and not many:
            asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield asked


def _explained(asked: Asked) -> Plan:
    from django.db import connection

    from keeping.ceilings import learners_tables

    learners = {model._meta.db_table for model in learners_tables()}
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {asked.sql}", asked.params)
        found = cursor.fetchone()[0][0]
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {asked.sql}", asked.params)
        text = "\n".join(line for (line,) in cursor.fetchall())
    plan = found["Plan"]
    whole = {node["Relation Name"] for node in _nodes(plan) if node["Node Type"] == "Seq Scan" and node["Actual Loops"]}
    return Plan(
        asked=asked,
        milliseconds=found["Planning Time"] + found["Execution Time"],
        blocks=plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        text=text,
        whole=tuple(sorted(whole & learners)),
    )


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def _size() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_size_pretty(pg_database_size(current_database())), (SELECT count(*) FROM accounts_user)"
        )
        size, people = cursor.fetchone()
    return f"{people:,} people, {size}"


if __name__ == "__main__":
    main()
