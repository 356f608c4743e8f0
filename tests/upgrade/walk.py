"""Walks a database of d7bf2e8 to the present and uses it as its learner does.

Runs in a process of its own, since it needs Django on another database: ``DATABASE_URL`` names one with the tables of
that day. What it finds is written as JSON for ``test_upgrade``.
"""

import json
import re
import sys
from collections import Counter
from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test import Client

from accounts.models import User
from tests.keys import at_odds
from tests.upgrade import reading
from tpm_portal import first_tables

LEARNER = "learner@example.org"
# Pages that have moved since without leading on from their old address: the old one, and where it is now.
MOVED: dict[str, str] = {}

# The logs of that commit, with that of practice: whose, what happened to what, and when. One line for each event.
EVENTS_THEN = """
SELECT u.email, concat(e.subject, ' ', e.act), e.at FROM evidence_ownevent e JOIN accounts_user u ON u.id = e.user_id
UNION ALL
SELECT u.email, concat('milestoneprogress ', e.kind, ' undoing that of ' || undone.at), e.at
FROM roadmap_progressevent e LEFT JOIN roadmap_progressevent undone ON undone.id = e.undoes_id
JOIN roadmap_milestoneprogress p ON p.id = e.progress_id JOIN accounts_user u ON u.id = p.user_id
UNION ALL
SELECT u.email, 'reviewcard rated', r.at FROM interviews_reviewlog r
JOIN interviews_reviewcard c ON c.id = r.card_id JOIN accounts_user u ON u.id = c.user_id
"""
# The same of the one log that there is now.
EVENTS_NOW = """
SELECT u.email, concat(split_part(e.subject, '.', 2), ' ', e.act, ' undoing that of ' || undone.at), e.at
FROM keeping_event e LEFT JOIN keeping_event undone ON undone.id = e.undoes_id JOIN accounts_user u ON u.id = e.user_id
"""

# Every column of text in a table of rows that belong to somebody, and in those that hang on such rows.
WRITTEN = """
WITH owned AS (SELECT table_name FROM information_schema.columns WHERE column_name = 'user_id'),
hanging AS (
    SELECT c.conrelid::regclass::text AS table_name FROM pg_constraint c
    WHERE c.contype = 'f' AND c.confrelid::regclass::text IN (SELECT table_name FROM owned)
)
SELECT table_name, column_name FROM information_schema.columns
WHERE table_name IN (SELECT table_name FROM owned UNION SELECT table_name FROM hanging)
AND table_schema = 'public' AND data_type IN ('text', 'character varying')
AND table_name ~ '^(evidence|interviews|roadmap|salaries)_'
"""


def events(query):
    """How often each event is there, whatever log it is in."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        return Counter(f"{email} {what} {at:%Y-%m-%d %H:%M:%S}" for email, what, at in cursor.fetchall())


def counts():
    with connection.cursor() as cursor:
        found = {}
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608
            found[name] = cursor.fetchone()[0]
    return found


def own_lines():
    """Each line that somebody wrote into one of their rows."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        texts = set()
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT DISTINCT "{column}" FROM "{table}"')  # noqa: S608
            texts |= {text for (text,) in cursor.fetchall() if text}
    lines = {" ".join(line.split()) for text in texts for line in text.splitlines()}
    # A single small word is a value that was chosen, which is shown by its label.
    return sorted(line for line in lines if re.search(r"[A-Z0-9 ]", line) and len(line) > 2)


def begin():
    """Put in the rows."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        names = connection.introspection.table_names(cursor)
        tables = [name for name in names if not name.startswith(("django", "auth"))]
        cursor.execute("TRUNCATE " + ", ".join(tables) + " CASCADE")
        for act in ("DISABLE", "ENABLE"):
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} {act} TRIGGER USER")
            if act == "DISABLE":
                cursor.execute(reading.unpacked("database.sql.xz"))
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("COMMIT")


def reader(client, page):
    """Who helps with a mock interview has no account."""
    return Client() if page.startswith("/interviews/help/") else client


def use(old):
    """Every page of the learner and all that it offers to take back, by the names of the old pages."""
    client = Client(raise_request_exception=False)
    with reading.at(reading.READ_AT):
        client.force_login(User.objects.get(email=LEARNER))
    pages = [name for name in old if name.startswith("/")]
    addresses = {page: MOVED.get(page, page) for page in pages}
    responses = {page: reading.opened(reader(client, page), address) for page, address in addresses.items()}
    found = {page: reading.seen(response) for page, response in responses.items()}
    wanted = {name.partition(", by ")[0]: name for name in old if ", by " in name}
    for page, response in responses.items():
        for name, (address, data) in reading.presses_on(response, page).items():
            full = wanted.get(name, f"{name}, by {address}, then")
            by, _, then = full.partition(", by ")[2].partition(", then")
            look = [addresses.get(path, path) for path in then.split()]
            found[full] = reading.pressed(client, address, data, look)
            if by != address:
                found[f"{full}{reading.OLD_WINDOW}"] = reading.pressed(client, by, data, look)
    return found


def seed():
    """What a second seeding says, after one that brings the content up to date."""
    call_command("seed", stdout=StringIO())
    said = StringIO()
    call_command("seed", stdout=said)
    return said.getvalue().splitlines()[-1]


def main():
    begin()
    found = {"own": own_lines(), "counts": [counts()], "events": [events(EVENTS_THEN)]}
    call_command("migrate", verbosity=0)
    found["counts"].append(counts())
    found["tables"] = [first_tables.read_back(rows=False), laid_at_once()]
    found["events"].append(events(EVENTS_NOW))
    found["at_odds"] = [at_odds()]
    old = reading.parted(reading.unpacked("pages.txt.xz"))
    found["pages"] = use(old)
    found["at_odds"].append(at_odds())
    found["seeded"] = seed()
    client = Client()
    client.force_login(User.objects.get(email=LEARNER))
    found["statuses"] = {page: client.get(MOVED.get(page, page), follow=True).status_code for page in LISTS}
    json.dump(found, sys.stdout)


def laid_at_once():
    """The tables with which an empty database begins."""
    with first_tables.empty_beside():
        call_command("migrate", verbosity=0)
        return first_tables.read_back(rows=False)


# What is opened once more with today's content.
LISTS = [
    *("/", "/roadmap/", "/salaries/", "/salaries/my-number/", "/account/preferences/", "/interviews/"),
    *(f"/interviews/{page}/" for page in ("practice", "practice/trends", "stories", "mine", "mock", "dates")),
    *("/evidence/", "/evidence/projects/", "/evidence/background/", "/evidence/bin/", "/evidence/credentials/"),
    *("/evidence/skills/", "/evidence/credentials/pmp/pack/", "/interviews/stories/told/"),
]
