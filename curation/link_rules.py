"""What the answer behind a link means, how long to wait before asking again, and what a page says of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

REACHED, MOVED, TURNED_AWAY, GONE, FAILING = "reached", "moved", "turned_away", "gone", "failing"
STATES = {
    REACHED: "Reached",
    MOVED: "Reached, moved for good",
    TURNED_AWAY: "Turns programs away: open it yourself",
    GONE: "Gone",
    FAILING: "Not reachable",
}
# A page was there.
GOOD = (REACHED, MOVED)
# A reader would not find a page.
BROKEN = (GONE, FAILING)

REDIRECTS = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
# Who answers so wants to be asked again later.
BUSY = (429, 503)
# 999 is what LinkedIn says to programs.
_TURNED_AWAY = (401, 402, 403, 407, 429, 451, 999)
_GONE = (404, 410)


def state_of(status: int, *, moved_for_good: bool = False) -> str:
    """What a status means that leads nowhere else."""
    if 200 <= status < 300:
        return MOVED if moved_for_good else REACHED
    if status in _TURNED_AWAY:
        return TURNED_AWAY
    return GONE if status in _GONE else FAILING


def seconds_to_wait(retry_after: str, *, now: datetime) -> float | None:
    """What ``Retry-After`` asks for: seconds, or a time. Nothing if it says neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds())


def reach(state: str | None, *, checked: date | None, reached: date | None, opened: date | None = None) -> str:
    """When a link was last reached, by us or by a curator who opened it, or that it was not. Empty: nobody tried."""
    last = max((day for day in (reached, opened) if day), default=None)
    if state in BROKEN and checked and (opened is None or opened < checked):
        before = f", last reached on {_said(last)}" if last else ""
        return f"not reachable on {_said(checked)}{before}"
    return f"reached on {_said(last)}" if last else ""


def at_the_desk(
    state: str | None, *, status: int | None, tried: date | None, reached: date | None, broken: date | None
) -> str:
    """What a curator is told of a link beside its box: in what state it is and since when, in one sentence."""
    if state is None or tried is None:
        return "Not tried yet."
    before = f" Last reached {_said(reached)}." if reached else " Never reached."
    if state in BROKEN:
        answers = f" It answers {status}." if status else " Nothing answers."
        return f"Broken since {_said(broken or tried)}.{answers}{before}"
    if state == TURNED_AWAY:
        return f"Turned us away {_said(tried)}: open it yourself.{before}"
    moved = " It has moved for good." if state == MOVED else ""
    return f"Reached {_said(reached or tried)}.{moved}"


@dataclass(frozen=True)
class Host:
    """The links that lead to one host: how many, how many of them are broken, and how many were never reached."""

    name: str
    links: int
    broken: int
    never: int


def by_host(states: Iterable[tuple[str, str | None, bool]]) -> list[Host]:
    """Hosts with the most to mend first. Of each link its address, its state, and whether it was ever reached."""
    found: dict[str, list[tuple[str | None, bool]]] = {}
    for address, state, reached in states:
        found.setdefault(host(address), []).append((state, reached))
    hosts = [
        Host(
            name,
            len(each),
            sum(state in BROKEN for state, _ in each),
            sum(state not in BROKEN and not reached for state, reached in each),
        )
        for name, each in found.items()
    ]
    return sorted(hosts, key=lambda one: (-one.broken, -one.never, one.name))


def host(address: str) -> str:
    """The host of an address, without ``www.``; empty if it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def untried(reaches: Iterable[str]) -> int:
    """How many links a page has, if nothing can be said of any of them: then the page says so, once."""
    said = list(reaches)
    return 0 if any(said) else len(said)


def _said(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"
