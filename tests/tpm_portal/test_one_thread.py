"""The one thread that makes pages: in order, with what was raised, and nothing for nobody."""

import asyncio
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tpm_portal.one_thread import OneThread


def in_a_loop(asked):
    """In a thread of its own: in this one a browser may have left a loop that runs."""
    with ThreadPoolExecutor(1) as loop:
        return loop.submit(asyncio.run, asked).result()


def test_it_is_done_in_one_other_thread_in_the_order_it_was_asked_for():
    done = []

    def work(number):
        done.append(number)
        return number, threading.current_thread().name, threading.get_ident()

    async def asked():
        one = OneThread("pages")
        return await asyncio.gather(*(one.do(partial(work, number)) for number in range(50)))

    given = in_a_loop(asked())
    assert [number for number, _, _ in given] == done == list(range(50))
    assert {name for _, name, _ in given} == {"pages"}
    assert len({thread for _, _, thread in given} - {threading.get_ident()}) == 1


@pytest.mark.parametrize("error", [ValueError("No."), SystemExit(3)])
def test_what_is_raised_is_raised_where_it_is_waited_for_and_the_next_is_done(error):
    def fails():
        raise error

    async def asked():
        one = OneThread("pages")
        with pytest.raises(type(error)) as raised:
            await one.do(fails)
        assert raised.value is error
        return await one.do(lambda: "next")

    assert in_a_loop(asked()) == "next"


def test_what_nobody_waits_for_any_more_is_not_done():
    begun, go_on, done, problems = threading.Event(), threading.Event(), [], []

    def first():
        begun.set()
        go_on.wait(20)
        done.append("first")

    async def asked():
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: problems.append(context))
        one = OneThread("pages")
        tasks = [asyncio.create_task(one.do(work)) for work in (first, lambda: done.append("second"))]
        await asyncio.to_thread(begun.wait, 20)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        go_on.set()
        await one.do(lambda: done.append("third"))

    in_a_loop(asked())
    # What had begun comes to its end.
    assert (done, problems) == (["first", "third"], [])


def test_nothing_of_what_was_done_is_held():
    class Page:
        pass

    async def asked():
        held = weakref.ref(await OneThread("pages").do(Page))
        for _ in range(200):
            if held() is None:
                return True
            await asyncio.sleep(0.01)
        return False

    assert in_a_loop(asked())


def test_no_thread_is_there_before_the_first_work():
    before = threading.active_count()
    OneThread("pages")
    assert threading.active_count() == before
