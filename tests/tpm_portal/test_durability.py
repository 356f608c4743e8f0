"""Kill -9 of whatever runs, in the middle of writes: what was answered with success is there afterwards."""

import threading
from pathlib import Path

import psutil
import psycopg2
import pytest

from curation.content_files import read_documents
from curation.seeding import all_seeds
from tests.site import Browser, Site
from tpm_portal.embedded_postgres import EmbeddedPostgres, socket_directory


def milestone_addresses():
    documents = read_documents(all_seeds())
    milestones = next(rows for seed, rows in documents.items() if seed.section == "milestones")
    return [f"/roadmap/{document['step']}/{slug}/" for slug, document in milestones.items()]


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
        for process in psutil.process_iter(["cmdline"]):
            line = process.info["cmdline"] or []
            if str(site.directory / "postgres" / "data") in line:
                process.kill()
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

    connection = psycopg2.connect(
        host=str(socket_directory(Path(site.directory) / "postgres")), user="postgres", dbname="tpm_portal"
    )
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
