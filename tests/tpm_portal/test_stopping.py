"""A stop loses no request: what was taken is answered to its end, and nothing more is taken."""

import http.client
import socket
import sys
import threading
import time
from collections import Counter

import pytest

from tests.site import Site
from tpm_portal.stopping import pass_newcomers_over

pytestmark = pytest.mark.xdist_group("whole-site")


@pytest.fixture
def site(tmp_path, migrated_beside):
    site = Site(tmp_path, database_url=migrated_beside)
    site.start(prepare=False)
    yield site
    site.stop()


def ask(site, path, answers):
    """Ask on a connection of its own: ``refused`` if nobody takes it, ``lost`` if who took it says nothing."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    try:
        connection.connect()
    except OSError:
        answers["refused"] += 1
        return False
    try:
        connection.request("GET", path)
        with connection.getresponse() as response:
            response.read()
            answers[response.status] += 1
    except (OSError, http.client.HTTPException):
        answers["lost"] += 1
    finally:
        connection.close()
    return True


def test_whoever_asks_without_a_pause_is_answered_until_nobody_is_taken_any_more(site):
    answers = Counter()

    def keep_asking():
        while ask(site, "/robots.txt", answers):
            pass

    threads = [threading.Thread(target=keep_asking) for _ in range(16)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 60
    while answers[200] < 200:
        assert time.monotonic() < deadline
    site.process.terminate()
    for thread in threads:
        thread.join(60)
    assert site.process.wait(60) == 0
    assert answers["refused"] == len(threads)
    assert answers.keys() == {200, "refused"}


def test_what_is_half_sent_when_the_stop_comes_is_taken_to_its_end_and_answered(site):
    head = "POST /healthz/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n"
    with socket.create_connection(("127.0.0.1", site.port), timeout=60) as connection:
        connection.sendall(head.encode())
        # Now the site is waiting for the rest.
        assert connection.recv(1000).startswith(b"HTTP/1.1 100 ")
        connection.sendall(b"ab")
        site.process.terminate()
        # Longer than the workers were once given.
        connection.settimeout(5)
        with pytest.raises(TimeoutError):
            connection.recv(1000)
        connection.settimeout(60)
        connection.sendall(b"cd")
        assert connection.recv(1000).startswith(b"HTTP/1.1 405 ")
    assert site.process.wait(60) == 0


def test_a_connection_that_only_stays_open_does_not_put_the_stop_off(site):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    connection.request("GET", "/robots.txt")
    with connection.getresponse() as response:
        assert (response.status, response.read()[:4]) == (200, b"User")
    # Nor does what the start has begun by itself.
    start = time.monotonic()
    site.process.terminate()
    assert site.process.wait(60) == 0
    # Far less than an open connection is kept for, and than a worker is waited for.
    assert time.monotonic() - start < 20
    connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux filters what reaches a listening socket.")
def test_newcomers_are_passed_over_and_whoever_is_in_is_heard():
    with socket.socket() as listening, socket.socket() as other:
        for one in (listening, other):
            one.bind(("127.0.0.1", 0))
            one.listen()
        address = listening.getsockname()
        # Connected, and not taken yet.
        with socket.create_connection(address, timeout=20) as early:
            assert pass_newcomers_over(address[1]) == 1
            early.sendall(b"in")
            with pytest.raises(TimeoutError):
                socket.create_connection(address, timeout=0.5)
            taken, _ = listening.accept()
            with taken:
                taken.settimeout(20)
                assert taken.recv(2) == b"in"
                taken.sendall(b"well")
                assert early.recv(4) == b"well"
        with socket.create_connection(other.getsockname(), timeout=20):
            pass
    # Closed, nobody is kept waiting.
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=20)
