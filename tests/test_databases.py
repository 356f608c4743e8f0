"""What a test commits is gone for the next, all content is where it is asked for, and what is kept is whole."""

import re
from contextlib import closing

import psycopg2
import pytest

from accounts.models import User
from curation.models import Source
from tests import kept
from tests.factories.accounts import make_user

# As PostgreSQL makes it in a new database.
EMPTIED = """
DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner;
COMMENT ON SCHEMA public IS 'standard public schema'
"""


@pytest.mark.parametrize("turn", range(2))
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_meets_no_other_test(turn):
    assert (User.objects.count(), Source.objects.count()) == (0, 0)
    make_user()


@pytest.mark.parametrize("turn", range(2))
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_beside_all_content_meets_no_other_test(seeded, turn):
    assert User.objects.count() == 0
    assert Source.objects.count() > 0
    make_user()


def test_what_is_kept_for_the_next_run_is_all_that_the_migrations_made(migrated_beside, monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "DIRECTORY", tmp_path)
    texts = []
    for kind in ("first", "second"):
        kept.put(kind, migrated_beside)
        lines = kept.path_of(kind).read_text().splitlines()
        # What PostgreSQL has read once more has other brackets, and the type of a list behind each of its values.
        lines = [line for line in lines if "restrict " not in line and "ARRAY[" not in line]
        texts.append([re.sub("[()]", "", line) for line in lines])
        with closing(psycopg2.connect(migrated_beside)) as server, server, server.cursor() as cursor:
            cursor.execute(EMPTIED)
        assert kept.take(kind, migrated_beside)
    assert texts[0] == texts[1]
    assert sum(line.startswith("CREATE TABLE") for line in texts[0]) > 100
    assert sum(line.startswith("COPY public.django_migrations ") for line in texts[0]) == 1
    assert not kept.take("third", migrated_beside)


def test_a_database_is_kept_under_every_file_that_has_a_say_in_it():
    names = {str(file.relative_to(kept.ROOT)) for file in kept.makers() if file.is_relative_to(kept.ROOT)}
    ours = {str(file.relative_to(kept.ROOT)) for file in kept.ROOT.glob("[a-z]*/migrations/*.py")}
    assert ours <= names
    assert {"curation/lines.py", "curation/searching.py", "evidence/records/models/work.py"} <= names
    assert not {name for name in names - ours if "/views/" in name or "/forms/" in name}
