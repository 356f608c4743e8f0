"""Which bodies are refused before they are read, and how much is held of those that come in."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tpm_portal import rsgi
from tpm_portal.receiving import FILE_BYTES, FORM_BYTES, LARGE_BYTES_AT_ONCE, SMALL_BYTES, Body
from tpm_portal.rsgi import Front, Refused


def run(work):
    """In a thread of its own: that of the tests has a loop as soon as a browser was asked there."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def judged(front, length):
    """The status that a body is refused with before it is read; 0 if it is read."""
    try:
        run(front._judge({}, Body(length)))
    except Refused as refusal:
        return refusal.status
    return 0


@pytest.mark.parametrize(
    ("length", "may_send", "status"),
    [
        (-1, True, 411),
        (FORM_BYTES, False, 0),
        (FORM_BYTES + 1, False, 413),
        (FORM_BYTES + 1, True, 0),
        (FILE_BYTES, True, 0),
        (FILE_BYTES + 1, True, 413),
    ],
)
def test_a_form_has_its_size_and_a_file_has_another(monkeypatch, length, may_send, status):
    monkeypatch.setattr(rsgi, "may_send_file", lambda environ: may_send)
    assert judged(Front(), length) == status


def test_nobody_sends_a_file_while_it_cannot_be_judged(monkeypatch):
    def away(environ):
        raise OSError

    monkeypatch.setattr(rsgi, "may_send_file", away)
    assert judged(Front(), FORM_BYTES + 1) == 413


def test_large_bodies_wait_for_one_another_and_small_ones_for_nobody():
    front = Front()
    front.large_bytes = LARGE_BYTES_AT_ONCE - SMALL_BYTES - 1
    assert [judged(front, SMALL_BYTES + more) for more in (0, 1, 2)] == [0, 0, 503]
    front.large_bytes = LARGE_BYTES_AT_ONCE
    assert [judged(front, SMALL_BYTES + more) for more in (0, 1)] == [0, 503]


@pytest.mark.parametrize(("length", "held"), [(SMALL_BYTES, 0), (SMALL_BYTES + 1, SMALL_BYTES + 1)])
@pytest.mark.parametrize("fault", [None, ConnectionError], ids=["all of it", "cut off"])
def test_a_large_body_is_held_while_it_comes_in_and_no_longer(length, held, fault):
    front, seen = Front(), []

    async def proto():
        seen.append(front.large_bytes)
        if fault:
            raise fault
        return b"x"

    receiving = front._receive({}, Body(length), proto)
    if fault:
        with pytest.raises(fault):
            run(receiving)
    else:
        assert run(receiving) == b"x"
    assert (seen, front.large_bytes) == ([held], 0)
