"""What tests of every room read pages with, and what they do at the same time."""

from collections.abc import Callable
from html import unescape
from threading import Barrier, Thread
from typing import Any

from django.db import connection


def text(response: Any) -> str:
    """A page as it was sent."""
    return str(response.content.decode())


def unescaped(response: Any) -> str:
    """A page with its entities read."""
    return unescape(text(response))


def words(response: Any) -> str:
    """A page with its entities read, on one line."""
    return " ".join(unescaped(response).split())


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run each act in a thread and on a connection of its own; what each of them gave or raised."""
    together = Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def go(place: int, act: Callable[[], Any]) -> None:
        try:
            together.wait(timeout=20)
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=go, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results
