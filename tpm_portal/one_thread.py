"""One thread that does what an event loop hands it, one after the other. Pure.

``loop.run_in_executor`` says each result twice, through a future of its own with locks for threads that wait for it:
for a page that is sent as it lies there, that is a seventh of all that the page costs.
"""

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any


class OneThread:
    """The thread starts with the first work: where this is made, the process may still be copied."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: SimpleQueue[tuple[Callable[[], Any], asyncio.Future[Any]]] = SimpleQueue()
        self._thread: Thread | None = None

    async def do(self, work: Callable[[], Any]) -> Any:
        """What ``work`` gives, or raises. Whoever no longer waits when its turn comes has it not done."""
        if self._thread is None:
            self._thread = Thread(target=self._go, name=self._name, daemon=True)
            self._thread.start()
        done = asyncio.get_running_loop().create_future()
        self._waiting.put((work, done))
        return await done

    def _go(self) -> None:
        while True:
            work, done = self._waiting.get()
            if done.cancelled():
                continue
            result, failure = None, None
            try:
                result = work()
            except BaseException as error:
                failure = error
            try:
                done.get_loop().call_soon_threadsafe(_tell, done, result, failure)
            except RuntimeError:
                return  # The loop is closed: nobody waits any more.
            # Until the next work comes, nothing of this one is held.
            del work, done, result, failure


def _tell(done: asyncio.Future[Any], result: Any, failure: BaseException | None) -> None:
    if done.done():
        return  # Nobody waits for it.
    if failure is None:
        done.set_result(result)
    else:
        done.set_exception(failure)
