"""Which pages there are, found in the URL conf, and what the least of each should be as a ratio to the floor."""

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.loading import ENCODINGS
from tests.addresses import every_address
from tests.weight import FILE

VISITOR, LEARNER = "visitor", "learner"
PUBLIC, DAILY, OTHER = 6.0, 1.0, 0.8
# What a learner sees each day, by the beginning of the address; the first is Today.
OF_THE_DAY = ("/roadmap/", "/evidence/", "/interviews/practice/", "/applications/", "/resumes/")
# What no person looks at, or what is measured by itself: files, previews, machines and the desk.
LEFT_OUT = ("/admin/", "/account/", "/healthz", "/readyz", "/favicon", "/robots", "/sitemap")
# A minute's worth for those who changed something.
QUICK = {
    VISITOR: ("/", "/roadmap/", "/interviews/", "/salaries/", "/credentials/", "/skills/"),
    LEARNER: ("/", "/roadmap/", "/evidence/", "/interviews/practice/", "/applications/", "/resumes/", "/salaries/"),
}


@dataclass(frozen=True)
class Page:
    """A page as it answers ``who``: its bytes, those of a first visit with all files, and those of a second."""

    address: str
    who: str
    target: float
    queries: int
    page_bytes: int
    first_bytes: int
    first_requests: int
    again_bytes: int


def pages(
    values: dict[str, Any], learning: Client, *, port: int, only: tuple[str, ...] = ("",), quick: bool = False
) -> Iterator[Page]:
    """Every page of each address that answers with HTML, for a visitor and for the learner of ``learning``.

    ``only`` are the beginnings of the addresses that are wanted; one that ends in ``=`` wants that very address. With
    ``quick`` it is those of ``QUICK``. The files that they ask for come from the site at ``port``.
    """
    for address in dict.fromkeys(every_address(values)):
        if address.startswith(LEFT_OUT) or "/preview/" in address or not _is_wanted(address, only):
            continue
        for who, client in ((VISITOR, Client()), (LEARNER, learning)):
            if quick and address not in QUICK[who]:
                continue
            found = look(address, who, client, port)
            if found:
                yield found


def _is_wanted(address: str, only: tuple[str, ...]) -> bool:
    return any(address == one[:-1] if one.endswith("=") else address.startswith(one) for one in only)


def look(address: str, who: str, client: Client, port: int) -> Page | None:
    """``None`` if that is no page for them: a redirect, a file, an act."""
    client.get(address, headers={"accept-encoding": ENCODINGS})
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers={"accept-encoding": ENCODINGS})
    # The next request forgets them.
    number = len(queries)
    if response.status_code != 200 or not response.headers.get("Content-Type", "").startswith("text/html"):
        return None
    plain = client.get(address, headers={"accept-encoding": "identity"})
    names = set(FILE.findall(plain.content.decode()))
    size = len(response.content)
    again = {"if-none-match": response.headers["ETag"]} if "ETag" in response.headers else {}
    second = client.get(address, headers={"accept-encoding": ENCODINGS, **again})
    return Page(
        address=address,
        who=who,
        target=target(address, who),
        queries=number,
        page_bytes=size,
        first_bytes=size + sum(weight(port, name) for name in names),
        first_requests=1 + len(names),
        again_bytes=len(second.content),
    )


@cache
def weight(port: int, name: str) -> int:
    """The bytes of a static file as browsers are served it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", f"/static/{name}", headers={"Accept-Encoding": "br, gzip"})
    answer = connection.getresponse()
    size = len(answer.read())
    connection.close()
    if answer.status != 200:
        raise LookupError(f"{name} is not served: {answer.status}")
    return size


def target(address: str, who: str) -> float:
    """The least ratio to the floor that a page should have."""
    if who == VISITOR:
        return PUBLIC
    return DAILY if address == "/" or address.startswith(OF_THE_DAY) else OTHER
