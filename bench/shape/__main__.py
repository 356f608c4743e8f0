"""``python -m bench.shape``: run the whole shape under load, kill each part in turn, and count what became of it."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg2

from bench.shape.parts import Part, Primary, Shape
from bench.shape.people import People, Told
from tests.site import ROOT
from tpm_portal.embedded_postgres import DATABASE, USER, socket_directory

# Before a part is killed, while it is away, and after it is back: in seconds.
CALM, AWAY, AFTER = 4.0, 3.0, 6.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.shape", description=__doc__)
    parser.add_argument("--readers", type=int, default=4, help="visitors who read without a pause (%(default)s)")
    parser.add_argument("--writers", type=int, default=4, help="learners who write and read on (%(default)s)")
    parser.add_argument("--rounds", type=int, default=1, help="how often each part is killed (%(default)s)")
    parser.add_argument("--backup", type=Path, help="what manage.py backup wrote, to begin with, instead of a seeding")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="shape-", ignore_cleanup_errors=True) as made:
        directory = Path(made)
        directory.chmod(0o755)
        primary = Primary(directory / "primary")
        environment = os.environ | {
            **{"DJANGO_SETTINGS_MODULE": "tpm_portal.settings", "EMBEDDED_POSTGRES_DIR": str(primary.directory)},
            **{"SECRET_KEY": "one-key-for-both-sites-of-this-shape-" * 2, "DATABASE_URL": "", "SITE_URL": ""},
        }
        try:
            primary.start()
            content = [["restore", str(arguments.backup.resolve())]] if arguments.backup else [["migrate"], ["seed"]]
            for command in (*content, ["collectstatic", "--noinput"]):
                given = [sys.executable, "manage.py", *command, "-v0"]
                subprocess.run(given, cwd=ROOT, env=environment, check=True)
            _limit(primary)
            shape = Shape(directory, primary, environment)
            try:
                shape.start()
                rows = _run(shape, arguments)
            finally:
                shape.stop()
        finally:
            primary.stop()
    if rows:
        sys.exit(rows)


def _limit(primary: Primary) -> None:
    """Behind a pooler the role has its limits of time, see docs/operating.md."""
    for limit in ("statement_timeout = '15s'", "lock_timeout = '5s'"):
        _ask(primary, f"ALTER ROLE {USER} SET {limit}")


def _run(shape: Shape, arguments: argparse.Namespace) -> str:
    """Kill each part in turn and print the table. Returns what is wrong, if anything is."""
    people = People(shape.nginx.port, readers=arguments.readers, writers=arguments.writers)
    found: list[tuple[str, Told]] = []
    with people.busy():
        for part in [None, *shape.parts * arguments.rounds]:
            people.told = told = Told()
            name = part.name if part else "nothing"
            print(f"{name} ...", file=sys.stderr)
            _kill(part)
            found.append((name, told))
    rows = _ask(shape.primary, "SELECT token::text, count(*) FROM evidence_evidence GROUP BY token")
    there: dict[str, int] = dict(rows)
    lost = [token for token in people.acknowledged if token not in there]
    doubled = [token for token, number in there.items() if number > 1]
    words = _ask(shape.primary, "SELECT count(*), count(DISTINCT happened) FROM evidence_evidence")
    unseen = sum(told.unseen for _, told in found)
    print(table(found))
    print(
        f"{len(people.acknowledged):,} writes were acknowledged: {len(lost)} lost, {len(doubled)} doubled"
        f" ({words[0][0]:,} rows, {words[0][1]:,} different). {unseen} times somebody did not read their own write."
    )
    wrong = bool(lost or doubled or unseen or words[0][0] != words[0][1])
    return "Something acknowledged was lost, doubled or not seen by whoever wrote it." if wrong else ""


def _kill(part: Part | None) -> None:
    time.sleep(CALM)
    if part:
        part.kill()
        time.sleep(AWAY)
        part.start()
    time.sleep(AFTER)


def table(found: list[tuple[str, Told]]) -> str:
    """``window`` is from the first error to the last, of which the part was away for three seconds of ours."""
    lines = [
        f"{'killed':10} {'reads':>7} {'errors':>7} {'writes':>7} {'errors':>7} {'repeated':>8} {'window s':>8}"
        f" {'slowest s':>9} {'own unseen':>10}"
    ]
    for name, told in found:
        lines.append(
            f"{name:10} {told.reads:7,d} {len(told.read_errors):7,d} {told.writes:7,d} {len(told.write_errors):7,d}"
            f" {told.repeated:8,d} {told.window:8.1f} {told.slowest:9.1f} {told.unseen:10,d}"
        )
    return "\n".join(lines)


def _ask(primary: Primary, sql: str) -> list[Any]:
    connection = psycopg2.connect(host=str(socket_directory(primary.directory)), user=USER, dbname=DATABASE)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall()) if cursor.description else []
    finally:
        connection.close()


if __name__ == "__main__":
    main()
