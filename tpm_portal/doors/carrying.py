"""What somebody typed without an account, carried in their session through the sign-up until they say yes or no.

It is what the page's address said, door by door, and the token from which each row that may come of it has its own: a
yes that is sent twice keeps everything once.
"""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

KEY = "typed_without_an_account"
# No door asks for more, however many projects there are.
LONGEST = 2000


@dataclass(frozen=True)
class Carried:
    """``doors`` has what each door was told, as the query of its address."""

    token: uuid.UUID
    doors: dict[str, str]

    def __bool__(self) -> bool:
        return bool(self.doors)

    def told(self, door: str) -> QueryDict | None:
        return QueryDict(self.doors[door]) if door in self.doors else None

    def token_of(self, row: str) -> uuid.UUID:
        """The token of a row that may come of it, by its name here."""
        return uuid.uuid5(self.token, row)


def carried(request: HttpRequest) -> Carried:
    """What is waiting. Reading writes nothing."""
    held = request.session.get(KEY) or {}
    return Carried(uuid.UUID(held["token"]) if held else uuid.UUID(int=0), dict(held.get("doors", {})))


def carry(request: HttpRequest, door: str, query: str) -> None:
    """Hold on to what a door was told, in place of what it was told before."""
    before = carried(request)
    # Other words make other rows: a yes to the first must not be taken for a yes to these.
    same = before.doors.get(door) == query
    token = before.token if same else uuid.uuid4()
    request.session[KEY] = {"token": str(token), "doors": {**before.doors, door: query}}


def drop(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
