"""Two imports at the same moment come one after the other; one that is killed in the middle has left nothing."""

import os
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection
from django.utils import timezone

from evidence.models import Evidence
from keeping.models import Event
from keeping.taking.bringing import bring
from keeping.taking.export import documents
from keeping.taking.merging import wipe
from keeping.taking.reading import read
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence, make_project
from tests.kit import at_once

# The import as it is, which stops for good once its rows are in and before it is done.
KILLED = """
import sys, time, django
django.setup()
from django.utils import timezone
from accounts.models import User
from keeping.taking import bringing
from keeping.taking.reading import read
def stop(*_):
    print("in the middle", flush=True)
    time.sleep(600)
bringing.settle_deletions = stop
bringing.bring(User.objects.get(pk=int(sys.argv[1])), read(open(sys.argv[2], "rb").read()), at=timezone.now())
"""


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_make_each_row_once():
    user, other = make_user(), make_user()
    for _ in range(5):
        make_evidence(user, project=make_project(user))
    taken = b"".join(documents(user))
    results = at_once(*[lambda: bring(other, read(taken), at=timezone.now())] * 2)
    assert sorted(result.did_something for result in results) == [False, True]
    assert b"".join(documents(other)).partition(b'"told"')[0] == taken.partition(b'"told"')[0]


@pytest.mark.django_db(transaction=True)
def test_an_import_that_is_killed_in_the_middle_leaves_the_account_as_it_was(tmp_path):
    user = make_user()
    make_evidence(user)
    file = tmp_path / "data.json"
    file.write_bytes(b"".join(documents(user)))
    wipe(user)
    make_project(user, title="Stays")
    before = b"".join(documents(user))
    address = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))
    environment = os.environ | {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    act = [sys.executable, "-c", KILLED, str(user.pk), str(file)]
    with subprocess.Popen(act, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "in the middle\n"
        process.kill()
    _until_its_transaction_is_gone()
    assert b"".join(documents(user)) == before
    assert not Evidence.objects.filter(user=user).exists()
    assert not Event.objects.filter(user=user, subject="evidence.evidence").exists()


def _until_its_transaction_is_gone():
    until = time.monotonic() + 20
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND pid <> pg_backend_pid()")
            if cursor.fetchone() == (0,):
                return
    pytest.fail("The transaction of the killed process is still there.")
