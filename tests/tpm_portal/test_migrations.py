"""Applied migrations are never edited again, and an existing database walks from where it stands to the present one.

``database_of_2026_11_29.sql.xz`` holds the rows of a database of that day, with all shipped content and a learner with
something in most tables: ``pg_dump --data-only`` without Django's own tables of types, permissions and sessions.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

ROOT = Path(__file__).parent.parent.parent
ROWS = Path(__file__).with_name("database_of_2026_11_29.sql.xz")

# The migrations that databases had applied by that day, with what stood in them.
APPLIED = {
    "accounts/migrations/0001_create_user.py": "559eac5cfb4a046fba3a4fab2ece11a7",
    "curation/migrations/0001_sources_and_seed_records.py": "9ce4cca7c5d84064b87a81d1d6fd1cd8",
    "curation/migrations/0002_longer_seed_keys.py": "5d1974423db71572d3916398ff9ded06",
    "curation/migrations/0003_import_drafts.py": "43570c99b63fa903456f9b08d7b804b3",
    "evidence/migrations/0001_skills_and_credentials.py": "5997df41362a0920661c84ce51848623",
    "evidence/migrations/0002_one_term_per_skill.py": "bbbee1e5302778787a158d9aa64310cf",
    "evidence/migrations/0003_learners_own_rows.py": "338822760d7e13fb7aa51eb8d3d11b6a",
    "evidence/migrations/0004_first_versions_of_the_rules.py": "885854a46dd9fd9f7db4f825e31dbf03",
    "interviews/migrations/0001_bank_and_practice.py": "ba8a872cf373417684e3e394723ca083",
    "interviews/migrations/0002_mock_interviews.py": "992817f643d70d99479cc39c38c28111",
    "interviews/migrations/0003_editions_of_the_bank.py": "3e67388cfa9426f15aaaf47b6ec4c00d",
    "interviews/migrations/0004_words_are_part_of_an_edition.py": "677a0bed64a6c7f94e4eb0a66c37dd40",
    "roadmap/migrations/0001_steps_progress_and_guide.py": "49df180ef044b82917a8a1dd6ff9fc1e",
    "roadmap/migrations/0002_leave_pay_to_the_salaries.py": "e9e5e427bac4d81c0d11dcd9f62f5a61",
    "roadmap/migrations/0003_evidence_for_milestones.py": "285d0b19374efe579cbb7cf8f8233581",
    "roadmap/migrations/0004_pages_of_this_site_as_resources.py": "be353f9807ab9e4f7b0684bf9d11c095",
    "salaries/migrations/0001_claims.py": "28d4168d2984340444127e8fc5699350",
    "salaries/migrations/0002_rules_in_the_database.py": "e91d0d899440d0e16e50c3c39d68e03f",
    "salaries/migrations/0003_indexes_for_the_filters.py": "9050953785c6bc43995a966c066b02de",
    "salaries/migrations/0004_import_drafts.py": "bb02c05ebe10cc87a324b03ce3a06077",
    "salaries/migrations/0005_longer_names.py": "e4212681f2a3e88e48a1e57efd90f154",
    "salaries/migrations/0006_drafts_of_all_tables.py": "ee3f58a65e2b723f1fec7f55965f1cd9",
}

# Runs in a process of its own, since it needs Django on another database: migrates to what APPLIED ends with.
THEN = """
import json, lzma, sys, django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
applied, rows = json.loads(sys.argv[1]), sys.argv[2]
last = {}
for path in sorted(applied):
    app, _, name = path.split("/")
    last[app] = name.removesuffix(".py")
executor = MigrationExecutor(connection)
others = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] not in last]
executor.migrate([*others, *last.items()])
with connection.cursor() as cursor:
    cursor.execute("BEGIN")
    names = connection.introspection.table_names(cursor)
    tables = [name for name in names if not name.startswith(("django", "auth"))]
    cursor.execute("TRUNCATE " + ", ".join(tables) + " CASCADE")
    for act in ("DISABLE", "ENABLE"):
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} {act} TRIGGER USER")
        if act == "DISABLE":
            cursor.execute(lzma.open(rows, "rt").read())
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("COMMIT")
"""

COUNT = """
import json, django
django.setup()
from django.apps import apps
from django.db import connection
with connection.cursor() as cursor:
    names = connection.introspection.table_names(cursor)
    counts = {}
    for name in names:
        cursor.execute(f'SELECT count(*) FROM "{name}"')
        counts[name] = cursor.fetchone()[0]
print(json.dumps(counts))
"""

VISIT = """
import json, sys, django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["*"]
from django.test import Client
from accounts.models import User
from tests.evidence.records.load import addresses
user = User.objects.get()
client = Client()
client.force_login(user)
pages = ["/", "/roadmap/", "/salaries/", "/salaries/my-number/", "/account/preferences/", "/interviews/"]
pages += [f"/interviews/{page}/" for page in ("practice", "stories", "mine", "mock")]
pages += addresses(user).values()
print(json.dumps({page: client.get(page, follow=True).status_code for page in pages}))
"""


def test_no_applied_migration_was_edited():
    now = {
        path: hashlib.sha256((ROOT / path).read_bytes()).hexdigest()[:32] for path in APPLIED if (ROOT / path).exists()
    }
    assert now == APPLIED


@pytest.fixture
def other_database(db):
    """The address of an empty database beside the one of the tests."""
    name = f"walk_{os.getpid()}"
    maintenance = connection.copy()
    with maintenance.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    yield urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    with maintenance.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
    maintenance.close()


def test_a_database_of_that_day_becomes_one_of_today_and_nothing_a_learner_has_is_lost(other_database):
    def run(*arguments):
        inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=inherited | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": other_database},
            capture_output=True,
            text=True,
            timeout=300,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    run("-c", THEN, json.dumps(APPLIED), str(ROWS))
    before = json.loads(run("-c", COUNT))
    assert (before["accounts_user"], before["evidence_evidence"], before["interviews_question"]) == (1, 6, 123)
    run("manage.py", "migrate", "--verbosity", "0")
    after = json.loads(run("-c", COUNT))
    # Whoever writes to the bank sweeps away the marks of its older editions.
    del before["interviews_edition"]
    assert {name: rows for name, rows in before.items() if after.get(name, 0) < rows} == {}
    run("manage.py", "seed")
    assert ", 0 created" in f", {run('manage.py', 'seed').splitlines()[-1].partition(': ')[2]}"
    pages = json.loads(run("-c", VISIT))
    assert len(pages) > 25
    assert set(pages.values()) == {200}, pages
