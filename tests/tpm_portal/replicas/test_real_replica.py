"""The site with a real streaming replica, which is held back, killed and brought back."""

import re
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import psycopg2
import pytest

from tests.factories import numbers
from tests.site import Browser, Site
from tests.standby import Standby
from tpm_portal.embedded_postgres import DATABASE, USER, EmbeddedPostgres, socket_directory
from tpm_portal.embedded_postgres.keeper import programs
from tpm_portal.replicas.lag import MOST_SECONDS_BEHIND
from tpm_portal.replicas.standing import SECONDS_LEFT_ALONE


@pytest.fixture(scope="module")
def shape(seeded_beside):
    """A site of two workers, its primary with all content and its replica."""
    # Each pytest that starts closes its own directory to others again, and with it the way of another user's server.
    directory = Path(tempfile.mkdtemp(prefix="tpm-replica-"))
    directory.chmod(0o755)
    database = EmbeddedPostgres(directory / "postgres")
    database.ensure_running()
    dump = [programs() / "pg_dump", "--no-owner", seeded_beside]
    read = [programs() / "psql", "-q", "-X", "-h", socket_directory(directory / "postgres"), "-U", USER, "-d", DATABASE]
    with subprocess.Popen(dump, stdout=subprocess.PIPE) as copied:
        subprocess.run(read, stdin=copied.stdout, stdout=subprocess.DEVNULL, check=True)
    assert copied.returncode == 0
    standby = Standby(directory, directory / "postgres")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_REPLICA_URLS", standby.url)
        patch.setenv("LOG_LEVEL", "WARNING")
        site = Site(directory)
        # The replica comes later: a site starts without it.
        site.start()
        try:
            standby.make()
            standby.start()
            yield site, standby
        finally:
            site.stop()
            standby.stop()
            database.release()
            database.wait_until_stopped()
            shutil.rmtree(directory)


def until(holds, seconds=30.0):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        threading.Event().wait(0.1)


def log(site):
    return [line for line in site.log.read_text().splitlines() if "replica_1" in line]


@pytest.mark.xdist_group("whole-site")
def test_a_learner_reads_what_they_wrote_whatever_becomes_of_the_replica(shape):
    site, standby = shape
    page = "/roadmap/get-credentials/creds-stocktake/"
    learner = Browser(site.port)
    learner.sign_up("learner@example.org")
    until(lambda: len(learner_sees(learner, page)) == 0 and "written" in learner.cookies)

    def write(name):
        assert learner.status(f"{page}links/", {"url": f"https://example.org/{name}"}) == 302
        return name in learner_sees(learner, page)

    def elsewhere():
        """The same learner in a browser that has written nothing."""
        other = Browser(site.port)
        other.cookies = {name: value for name, value in learner.cookies.items() if name != "written"}
        return learner_sees(other, page)

    assert write("caught-up")
    until(lambda: all("caught-up" in elsewhere() for _ in range(4)))
    asked = (
        "SELECT 1 FROM pg_stat_activity WHERE datname = 'tpm_portal' AND query LIKE '%roadmap_%' AND query !~ 'stat_'"
    )
    until(lambda: elsewhere() and standby.ask(asked))
    # Both workers know the replica by now.
    threading.Event().wait(SECONDS_LEFT_ALONE)
    assert all("caught-up" in elsewhere() for _ in range(20))
    before = len(log(site))

    standby.ask("SELECT pg_wal_replay_pause()")
    assert write("held-back")
    assert all("held-back" in elsewhere() for _ in range(10))
    assert all("held-back" in learner_sees(learner, page) for _ in range(10))
    # One that lags for long answers nobody.
    threading.Event().wait(MOST_SECONDS_BEHIND)
    until(lambda: all("held-back" in elsewhere() for _ in range(10)))
    lagging = log(site)[before:]
    assert {bool(re.search("replica_1 lags", line)) for line in lagging} == {True}
    assert 1 <= len(lagging) <= len(site.workers())

    standby.ask("SELECT pg_wal_replay_resume()")
    until(lambda: elsewhere() and "is back" in log(site)[-1])
    before = len(log(site))
    standby.kill()
    assert all("held-back" in elsewhere() for _ in range(10))
    assert write("without-it")
    assert "without-it" in elsewhere()
    away = [line for line in log(site)[before:] if "is back" not in line]
    assert {bool(re.search("replica_1 is away", line)) for line in away} == {True}
    assert 1 <= len(away) <= len(site.workers())

    standby.start()
    until(lambda: elsewhere() and "is back" in log(site)[-1])
    assert write("once-more")
    assert "once-more" in elsewhere()


@pytest.mark.xdist_group("whole-site")
def test_no_visitor_sees_content_of_before_a_change(shape):
    site, standby = shape
    visitor = Browser(site.port)
    page = "/roadmap/"

    def title():
        assert visitor.status(page) == 200
        return re.findall("Changed title [0-9]+", visitor.body)[:1]

    standby.ask("SELECT pg_wal_replay_pause()")
    try:
        for number in range(1, 4):
            change(site, "UPDATE roadmap_step SET title = %s WHERE number = 1", [f"Changed title {number}"])
            assert [title() for _ in range(8)] == [[f"Changed title {number}"]] * 8
    finally:
        standby.ask("SELECT pg_wal_replay_resume()")
    assert title() == ["Changed title 3"]


def learner_sees(browser, page):
    """Of a page that is made anew: one that is kept for them is not read from anywhere."""
    assert browser.status(f"{page}?asked={next(numbers)}") == 200
    return set(re.findall("https://example.org/([a-z-]+)", browser.body)) - {"learner"}


def change(site, sql, values):
    connection = psycopg2.connect(
        host=str(socket_directory(site.directory / "postgres")), user=USER, dbname=DATABASE, connect_timeout=5
    )
    with connection, connection.cursor() as cursor:
        cursor.execute(sql, values)
    connection.close()
