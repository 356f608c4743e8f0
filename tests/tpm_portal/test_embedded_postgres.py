"""The embedded server with real processes: started on first use, shared, restarted, stopped when nobody is left."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from tests.kit import wait_until
from tpm_portal.embedded_postgres import EmbeddedPostgres, EmbeddedPostgresError, socket_directory

ROOT = Path(__file__).parent.parent.parent

# Connects through Django's backend, which needs no app loaded, says so, then runs one statement per line of input.
USER = """
import sys
from django.db import connection
def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone() if cursor.description else None
print(run("SELECT pg_postmaster_start_time()::text")[0], flush=True)
for line in sys.stdin:
    connection.close_if_unusable_or_obsolete()
    try:
        print(run(line), flush=True)
    except Exception as error:
        connection.close()
        print("again", run(line), flush=True)
"""


people: list["Person"] = []


class Person:
    """A process of the project that uses the embedded server."""

    def __init__(self, directory, environment=None, **extra):
        given = environment or {}
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {
            "DJANGO_SETTINGS_MODULE": "tpm_portal.settings",
            "DATABASE_URL": "",
            "SECRET_KEY": "x" * 50,
            "EMBEDDED_POSTGRES_DIR": str(directory),
        } | given
        people.append(self)
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            **extra,
        )

    def started(self):
        """The server's start, once this process has connected to it."""
        return self.process.stdout.readline().strip()

    def run(self, statement):
        self.process.stdin.write(statement + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def leave(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def kill(self, number=signal.SIGKILL):
        self.process.send_signal(number)
        self.process.wait(timeout=20)
        self.process.stdin.close()
        self.process.stdout.close()


def processes(directory, word):
    found = []
    for process in psutil.process_iter(["cmdline"]):
        line = process.info["cmdline"] or []
        if any(str(directory) in part for part in line) and any(word in part for part in line):
            found.append(process)
    return found


def postmasters(directory):
    return [process for process in processes(directory, "postgres") if "-D" in process.info["cmdline"]]


@pytest.fixture
def directory():
    with tempfile.TemporaryDirectory(prefix="tpm-embedded-") as name:
        path = Path(name) / "postgres"
        yield path
        # A test that failed half-way must not keep its server running, and so the whole run waiting.
        while people:
            people.pop().process.kill()
        if path.exists():
            EmbeddedPostgres(path).wait_until_stopped()


def test_started_on_first_use_shared_and_stopped_when_the_last_one_ends(directory):
    one = Person(directory)
    start = one.started()
    other = Person(directory)
    assert other.started() == start
    assert len(postmasters(directory)) == 1
    one.leave()
    assert other.run("SELECT 42") == "(42,)"
    other.leave()
    wait_until(lambda: not postmasters(directory))


def test_data_is_kept_between_runs(directory):
    one = Person(directory)
    one.started()
    one.run("CREATE TABLE kept AS SELECT 7 AS number")
    one.leave()
    other = Person(directory)
    other.started()
    assert other.run("SELECT number FROM kept") == "(7,)"
    other.leave()


def test_eight_first_uses_at_once_start_one_server(directory):
    people = [Person(directory) for _ in range(8)]
    assert len({person.started() for person in people}) == 1
    assert len(postmasters(directory)) == 1
    for person in people:
        person.leave()


def test_a_killed_user_does_not_stop_it_for_others_and_does_not_keep_it_running(directory):
    one, other = Person(directory), Person(directory)
    one.started(), other.started()
    one.kill()
    assert other.run("SELECT 42") == "(42,)"
    other.kill()
    wait_until(lambda: not postmasters(directory))


def test_a_killed_process_group_leaves_nothing_behind(directory):
    one = Person(directory, start_new_session=True)
    one.started()
    os.killpg(one.process.pid, signal.SIGKILL)
    one.kill()
    wait_until(lambda: not postmasters(directory))


def test_a_killed_server_is_back_for_the_next_statement_with_everything_committed(directory):
    one = Person(directory)
    one.started()
    one.run("CREATE TABLE kept AS SELECT 7 AS number")
    for process in postmasters(directory):
        process.kill()
    assert one.run("SELECT number FROM kept") in ("(7,)", "again (7,)")
    wait_until(lambda: len(postmasters(directory)) == 1)
    assert one.run("SELECT number FROM kept") in ("(7,)", "again (7,)")
    one.leave()


def test_a_killed_keeper_is_replaced(directory):
    one = Person(directory)
    one.started()
    one.run("CREATE TABLE kept AS SELECT 7 AS number")
    for process in processes(directory, "tpm_portal.embedded_postgres"):
        process.kill()
    for process in postmasters(directory):
        process.kill()
    assert one.run("SELECT number FROM kept") in ("(7,)", "again (7,)")
    one.leave()
    wait_until(lambda: not postmasters(directory))


def test_an_orphaned_server_is_taken_over_and_stopped(directory):
    one = Person(directory)
    one.started()
    for process in processes(directory, "tpm_portal.embedded_postgres"):
        process.kill()
    one.kill()
    assert len(postmasters(directory)) == 1
    EmbeddedPostgres(directory)._start_keeper()
    wait_until(lambda: not postmasters(directory))


def test_a_first_start_killed_while_it_makes_the_cluster_is_made_anew(directory):
    one = Person(directory)
    wait_until(lambda: any(directory.glob("*/PG_VERSION")))
    # The order matters: the keeper must not live to see its initdb die, nor its user to start another keeper.
    one.kill()
    for word in ("tpm_portal.embedded_postgres", "initdb", "postgres"):
        for process in processes(directory, word):
            process.kill()
    EmbeddedPostgres(directory).wait_until_stopped()
    assert not (directory / "data").exists()
    other = Person(directory)
    assert other.started()
    other.leave()
    assert list(directory.glob("unfinished-*")) == []


def test_files_that_are_no_cluster_are_left_alone_and_the_reason_is_said(directory):
    (directory / "data").mkdir(parents=True)
    (directory / "data" / "diary").write_text("mine")
    server = EmbeddedPostgres(directory)
    try:
        with pytest.raises(EmbeddedPostgresError, match=r"/data holds files that are no PostgreSQL cluster\. Move it"):
            server.ensure_running()
    finally:
        server.release()
    assert (directory / "data" / "diary").read_text() == "mine"


def test_what_a_shell_says_about_another_server_does_not_matter(directory):
    elsewhere = {
        "PGPORT": "5999",
        "PGHOST": "127.0.0.1",
        "PGHOSTADDR": "127.0.0.1",
        "PGDATA": "/nowhere",
        "PGDATABASE": "none",
        "PGUSER": "nobody",
        "PGOPTIONS": "-c nonsense=1",
        "PGSERVICE": "none",
        "PGSSLMODE": "verify-full",
        "PGCHANNELBINDING": "require",
    }
    one, other = Person(directory, elsewhere), Person(directory)
    assert one.started() == other.started()
    assert len(postmasters(directory)) == 1
    one.leave(), other.leave()


def test_two_directories_do_not_meet(directory):
    one, other = Person(directory), Person(directory / "second")
    assert one.started() != other.started()
    one.run("CREATE TABLE mine AS SELECT 1")
    assert other.run("SELECT to_regclass('mine')") == "(None,)"
    one.leave(), other.leave()
    EmbeddedPostgres(directory / "second").wait_until_stopped()


def test_nothing_listens_on_the_network_and_others_cannot_reach_the_socket(directory):
    one = Person(directory)
    one.started()
    server = postmasters(directory)[0]
    family = [server, *server.children(recursive=True)]
    assert [link for process in family for link in process.net_connections(kind="inet")] == []
    assert one.run("SHOW listen_addresses") == "('',)"
    assert socket_directory(directory).stat().st_mode & 0o077 == 0
    one.leave()


def test_a_path_too_long_for_a_socket_works(directory):
    deep = directory / ("d" * 60) / ("e" * 60)
    assert not socket_directory(deep).is_relative_to(directory)
    one = Person(deep)
    one.started()
    assert one.run("SELECT 42") == "(42,)"
    one.leave()
    EmbeddedPostgres(deep).wait_until_stopped()
    socket_directory(deep).rmdir()


@pytest.mark.parametrize("trap", ["open to others", "a link", "a file", "of somebody else"])
def test_a_socket_that_somebody_else_may_have_put_there_is_refused_before_anything_is_said_to_it(directory, trap):
    deep = directory / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)
    socket = socket_directory(deep)
    target = directory / "target"
    target.mkdir()
    before = target.stat()
    if trap == "open to others":
        socket.mkdir()
        socket.chmod(0o777)
    elif trap == "a link":
        socket.symlink_to(target)
    elif trap == "a file":
        socket.write_text("")
    elif os.geteuid() == 0:
        socket.mkdir(mode=0o700)
        os.chown(socket, 65534, 65534)
    else:
        return  # Only root can give a directory away.
    server = EmbeddedPostgres(deep)
    try:
        with pytest.raises(EmbeddedPostgresError, match="belongs to somebody else or is open to others"):
            server.ensure_running()
        server._start_keeper()
        wait_until((deep / "failed").exists)
        assert "belongs to somebody else or is open to others" in (deep / "failed").read_text()
        one = Person(deep, stderr=subprocess.PIPE)
        assert one.started() == ""
        assert "belongs to somebody else or is open to others" in one.process.communicate(timeout=20)[1]
    finally:
        server.release()
        socket.unlink() if not socket.is_dir() or socket.is_symlink() else socket.rmdir()
    assert (target.stat().st_uid, list(target.iterdir())) == (before.st_uid, [])


def test_a_lock_file_that_names_another_process_is_no_obstacle(directory):
    one = Person(directory)
    one.started()
    for process in (*processes(directory, "tpm_portal.embedded_postgres"), *postmasters(directory)):
        process.kill()
    one.kill()
    wait_until(lambda: not postmasters(directory))
    lock = directory / "data" / "postmaster.pid"
    lock.write_text("\n".join([str(os.getpid()), *lock.read_text().splitlines()[1:]]) + "\n")
    other = Person(directory)
    assert other.started()
    other.leave()


def test_with_a_database_url_nothing_embedded_is_even_imported():
    code = (
        "import sys, django; django.setup(); from django.db import connection; connection.cursor();"
        "print([name for name in sys.modules if 'embedded' in name or 'pgserver' in name])"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tpm_portal.settings", "SECRET_KEY": "x" * 50}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("[]\n", 0)
