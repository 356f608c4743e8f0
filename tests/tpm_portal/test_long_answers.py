"""What takes long to make is sent while it is made, beside the pages, and leaves nothing behind."""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread
from zipfile import ZipFile

import psutil
import pytest
from granian.rsgi import ProtocolClosed  # type: ignore[attr-defined]

from tests.site import Browser, Site
from tpm_portal.long_answers import LongAnswer, send


class Reader:
    """Somebody who reads, or goes away after ``most`` pieces, as granian tells it."""

    def __init__(self, most=None):
        self.most = most
        self.read = []
        self.gone = Event()

    def response_stream(self, status, headers):
        self.began = (status, headers)
        return self

    async def send_bytes(self, piece):
        if self.most is not None and len(self.read) >= self.most:
            self.gone.set()
            raise ProtocolClosed
        self.read.append(piece)
        # Whoever makes the next piece waits until this one has arrived.
        self.arrived()

    def arrived(self):
        pass


def sent(pieces, reader):
    # The loop has a thread of its own: in this one a browser may have left a loop that runs.
    with ThreadPoolExecutor(1, thread_name_prefix="beside") as beside, ThreadPoolExecutor(1) as loop:
        loop.submit(asyncio.run, send(LongAnswer(pieces), 200, [("a", "b")], reader, beside)).result()
    return b"".join(reader.read)


def test_a_piece_is_read_before_the_next_is_made_in_a_thread_of_its_own():
    came, reader, threads = Event(), Reader(), []
    reader.arrived = came.set

    def pieces():
        yield b"one"
        assert came.wait(timeout=20)
        threads.append(current_thread().name.partition("_")[0])
        yield b"two"

    assert sent(pieces(), reader) == b"onetwo"
    assert (reader.began, threads) == ((200, [("a", "b")]), ["beside"])


def test_what_is_read_slowly_is_made_to_its_end_meanwhile():
    made = []

    def pieces():
        for number in range(50):
            yield b"x" * 100_000
            made.append(number)

    assert len(sent(pieces(), Reader())) == 5_000_000
    assert len(made) == 50


def test_what_goes_wrong_ends_it_early_and_is_reported(caplog):
    def pieces():
        yield b"one"
        raise OSError("The disk is " + "full.")

    assert sent(pieces(), Reader()) == b"one"
    (told,) = caplog.records
    assert told.message.startswith("A long answer broke off (OSError)\n")
    assert "The disk is full." not in caplog.text


def test_nobody_makes_more_for_whoever_went_away():
    reader, made = Reader(most=1), []

    def pieces():
        for number in range(10_000):
            made.append(number)
            yield b"x" * 70_000
            if number == 3:
                assert reader.gone.wait(timeout=20)

    sent(pieces(), reader)
    assert len(made) < 10_000


@pytest.mark.xdist_group("whole-site")
def test_the_site_sends_an_archive_whole_and_keeps_nothing_of_it(tmp_path, seeded_beside):
    site = Site(tmp_path, database_url=seeded_beside)
    site.start()
    try:
        browser = Browser(site.port)
        browser.sign_up("archive@example.org")
        connection = browser.send("/account/data/everything/")
        response = connection.getresponse()
        found = ZipFile(io.BytesIO(response.read()))
        connection.close()
        assert (response.status, response.headers["Content-Type"]) == (200, "application/zip")
        assert response.headers["Transfer-Encoding"] == "chunked"
        assert (found.testzip(), found.namelist()) == (None, ["README.txt", "everything.json"])
        files = [file.path for worker in site.workers() for file in psutil.Process(worker.pid).open_files()]
        assert [path for path in files if "(deleted)" in path] == []
        # Whoever asks and goes away is nobody's trouble.
        for _ in range(5):
            browser.send("/account/data/everything/").close()
        assert browser.status("/account/data/") == 200
    finally:
        site.stop()
