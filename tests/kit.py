"""What tests of every room read pages with, and what they do at the same time."""

import re
from collections.abc import Callable
from html import unescape
from threading import Barrier, Thread
from time import monotonic, sleep
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import connection, transaction
from django.test import Client

from accounts.models import User


def text(response: Any) -> str:
    """A page as it was sent."""
    return str(response.content.decode())


def unescaped(response: Any) -> str:
    """A page with its entities read."""
    return unescape(text(response))


def words(response: Any) -> str:
    """A page with its entities read, on one line."""
    return " ".join(unescaped(response).split())


def seen(response: Any) -> str:
    """What people read of a page, without markup, with single spaces."""
    plain = re.sub(r"<(?:svg|style|script)\b.*?</(?:svg|style|script)>", "", unescaped(response), flags=re.DOTALL)
    # What is set beside other words stands together with its comma and its full stop.
    blocks = re.sub(r"</?(?:p|li|div|h\d|dt|dd|td|th|tr|ul|ol|section|form|option|summary|button)\b[^>]*>", " ", plain)
    return " ".join(re.sub(r"<[^>]+>", "", blocks).split())


def begins(response: Any) -> bool:
    """Whether a visitor's form is to be sent once more, with the cookie of a first press."""
    return response.status_code == 307 and "first-press=1" in response["Location"]


def wait_until(condition: Callable[[], Any], seconds: float = 20.0) -> None:
    """For what another process or thread does."""
    deadline = monotonic() + seconds
    while not condition():
        assert monotonic() < deadline, "it did not happen in time"
        sleep(0.05)  # polling, with the deadline above


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


def just_after(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """What ``second`` gives or raises on a connection of its own, begun while the transaction of ``first`` was open.

    It has to wait for that transaction somewhere.
    """
    results: list[Any] = []
    thread = Thread(target=lambda: results.extend(at_once(second)))
    with transaction.atomic():
        first()
        thread.start()
        until_somebody_waits_for_us()
    thread.join(timeout=30)
    (result,) = results
    return result


def until_somebody_waits_for_us() -> None:
    """Come back as soon as another connection waits for a lock that this one holds."""
    # Not pg_stat_activity: within a transaction it stays as it was first read.
    waiting = "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
    until = monotonic() + 20
    with connection.cursor() as cursor:
        while monotonic() < until:
            cursor.execute(waiting)
            if cursor.fetchone():
                return
    raise AssertionError("nobody waits")


def sign_in_with_a_device(client: Client, user: User) -> None:
    """Sign in as browsers do, which have a row among the learner's devices: it brings their user along."""
    client.force_login(user)
    UserSession.objects.create(user=user, session_key=client.session.session_key, ip="127.0.0.1", user_agent="Firefox")
