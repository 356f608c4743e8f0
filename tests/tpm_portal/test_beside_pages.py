"""What takes long to make is made in another thread than the pages, which so never wait for it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread

import pytest

from tpm_portal import rsgi


class Proto:
    """What granian hands over with a request, as far as answers without a body are concerned."""

    def __init__(self):
        self.answered = None

    def response_bytes(self, status, headers, content):
        self.answered = (status, content)


class Answer(list[bytes]):
    def close(self):
        pass


@pytest.fixture
def front():
    front = rsgi.Front()
    yield front
    front.beside.shutdown()


def environ(path):
    return {"PATH_INFO": path, "REQUEST_METHOD": "GET"}


def test_a_page_is_answered_while_the_file_of_all_claims_is_made(front, monkeypatch):
    answered, threads, closed = Event(), {}, []

    def django(asked, start_response):
        threads[asked["PATH_INFO"]] = current_thread().name.partition("_")[0]
        if asked["PATH_INFO"].endswith(".csv"):
            assert answered.wait(timeout=20)
        start_response("200 OK", [])
        return Answer([asked["PATH_INFO"].encode()])

    monkeypatch.setattr(rsgi, "django", django)
    monkeypatch.setattr(rsgi.connections, "close_all", lambda: closed.append(current_thread().name.partition("_")[0]))
    page, file = Proto(), Proto()

    async def both():
        made = asyncio.create_task(front._take(environ("/salaries/data/v1/claims.csv"), file))
        await asyncio.wait_for(front._take(environ("/roadmap/"), page), timeout=20)
        assert (page.answered, file.answered) == ((200, b"/roadmap/"), None)
        answered.set()
        await made

    # The loop has a thread of its own: in this one a browser may have left a loop that runs.
    with ThreadPoolExecutor(1) as loop:
        loop.submit(asyncio.run, both()).result()
    assert file.answered == (200, b"/salaries/data/v1/claims.csv")
    assert threads == {"/salaries/data/v1/claims.csv": "beside", "/roadmap/": "pages"}
    assert closed == ["beside"]
