"""Kill -9 of whatever runs, in the middle of writes: what was answered with success is there afterwards."""

import threading
from pathlib import Path

import psutil
import psycopg2
import pytest

from tests.site import Browser, Site, milestone_addresses
from tpm_portal.embedded_postgres import EmbeddedPostgres, socket_directory


class Writer(threading.Thread):
    """A learner who keeps adding links and remembers which were answered with success."""

    def __init__(self, port, name, addresses):
        super().__init__()
        self.browser = Browser(port)
        self.browser.sign_up(f"{name}@example.org")
        self.name = name
        self.addresses = addresses
        self.kept = []
        self.failed = 0
        self.enough = threading.Event()

    def run(self):
        for number in range(len(self.addresses) * 20):
            if self.enough.is_set():
                return
            url = f"https://example.org/{self.name}/{number}"
            status = self.browser.status(f"{self.addresses[number // 20]}links/", {"url": url})
            if status == 302 and "/account/" not in self.browser.location:
                self.kept.append(url)
            else:
                self.failed += 1
                self.enough.wait(0.05)


def after(writers, more):
    """Wait until every writer has had that many more successes."""
    targets = [len(writer.kept) + more for writer in writers]
    pause = threading.Event()
    for _ in range(1200):
        if all(len(writer.kept) >= target for writer, target in zip(writers, targets, strict=True)):
            return
        pause.wait(0.05)
    pytest.fail(f"the writers got stuck: {[(len(writer.kept), writer.failed) for writer in writers]}")


def kill_the_database(site):
    """The whole server at once, as a machine that loses its power does."""
    for process in psutil.process_iter(["cmdline"]):
        if str(site.directory / "postgres" / "data") in (process.info["cmdline"] or []):
            process.kill()


def connected(site):
    socket = str(socket_directory(Path(site.directory) / "postgres"))
    return psycopg2.connect(host=socket, user="postgres", dbname="tpm_portal")


def in_the_middle(site, table, act):
    """Begin an act, which waits where it comes to a table, and kill the database. Returns what came of the act."""
    done = []
    thread = threading.Thread(target=lambda: done.append(act()))
    holding, looking = connected(site), connected(site)
    looking.autocommit = True
    holding.cursor().execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
    thread.start()
    with looking.cursor() as cursor:
        for _ in range(400):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone() != (0,):
                break
            threading.Event().wait(0.01)
        else:
            pytest.fail("Nobody came to the table.")
    kill_the_database(site)
    thread.join(timeout=60)
    return done[0]


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """Where the first site puts its content, which the second one then finds."""
    directory = tmp_path_factory.mktemp("site")
    directory.chmod(0o755)
    return directory


@pytest.fixture
def site(directory):
    site = Site(directory)
    site.start()
    yield site
    site.stop()
    EmbeddedPostgres(directory / "postgres").wait_until_stopped()


@pytest.mark.xdist_group("whole-site")
def test_what_was_answered_with_success_survives_every_kill(site):
    addresses = milestone_addresses()
    writers = [Writer(site.port, f"writer{number}", addresses) for number in range(2)]
    for writer in writers:
        writer.start()
    try:
        after(writers, 10)
        site.workers()[0].kill()
        after(writers, 10)
        kill_the_database(site)
        after(writers, 10)
        site.kill_group()
        site.start()
        after(writers, 10)
    finally:
        for writer in writers:
            writer.enough.set()
        for writer in writers:
            writer.join(timeout=60)
    assert sum(writer.failed for writer in writers) > 0  # the kills did hit writes

    connection = connected(site)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT url FROM roadmap_prooflink")
        stored = {url for (url,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM roadmap_prooflink")
        assert cursor.fetchone() == (len(stored),)
        cursor.execute("SELECT count(*) FROM keeping_event WHERE act = 'link'")
        assert cursor.fetchone() == (len(stored),)
    connection.close()
    answered = {url for writer in writers for url in writer.kept}
    assert len(answered) >= 80
    assert answered <= stored


@pytest.mark.xdist_group("whole-site")
def test_a_database_killed_in_the_middle_of_an_export_or_an_import_leaves_the_accounts_as_they_were(site):
    address = milestone_addresses()[0]
    sender, taker = Browser(site.port), Browser(site.port)
    sender.sign_up("sender@example.org")
    taker.sign_up("taker@example.org")
    for number in range(5):
        assert sender.status(f"{address}links/", {"url": f"https://example.org/taken/{number}"}) == 302
    archive, there = sender.everything()
    _, before = taker.everything()
    links = len(there["tables"]["roadmap.prooflink"])
    assert (links, before["tables"]["roadmap.prooflink"]) == (5, [])

    # An archive that breaks off is no archive, so that nobody takes it for all of theirs.
    assert in_the_middle(site, "roadmap_prooflink", lambda: sender.everything()) == (b"", None)
    site.wait_for(200)
    assert sender.everything()[1]["tables"] == there["tables"]

    seen = taker.bring(archive)
    assert (
        in_the_middle(site, "roadmap_prooflink", lambda: taker.status("/account/data/bring/keep/", {"seen": seen}))
        == 503
    )
    assert "The site can&#x27;t reach its database" in taker.body or "can't reach its database" in taker.body
    assert "Wait a minute" in taker.body
    site.wait_for(200)
    assert taker.everything()[1]["tables"] == before["tables"]
    # What was chosen still waits for the yes, which is pressed once more.
    assert taker.status("/account/data/bring/keep/", {"seen": seen}) == 302
    assert len(taker.everything()[1]["tables"]["roadmap.prooflink"]) == links


@pytest.mark.xdist_group("whole-site")
def test_a_server_of_ones_own_that_goes_away_is_a_503_and_comes_back_without_a_restart(tmp_path, directory):
    database = EmbeddedPostgres(directory / "postgres")
    database.ensure_running()
    address = f"postgres://postgres@/tpm_portal?host={socket_directory(directory / 'postgres')}"
    site = Site(tmp_path, database_url=address)
    try:
        site.start()
        assert not (tmp_path / "postgres").exists()
        browser = Browser(site.port)
        assert browser.status("/roadmap/") == 200
        database.release()
        database.wait_until_stopped()
        site.wait_for(503)
        assert browser.status("/roadmap/") == 503
        database.ensure_running()
        site.wait_for(200)
        assert [browser.status("/roadmap/") for _ in range(4)] == [200] * 4
    finally:
        site.stop()
        database.release()
        database.wait_until_stopped()
