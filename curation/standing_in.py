"""Requests that nobody sent: the desk's own pages answer them, for drafts that are opened, looked at and published.

So a draft goes through the same form and the same saving as what is typed and saved at once.
"""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, QueryDict
from django.urls import resolve
from django.utils.datastructures import MultiValueDict

# Marks on a request: its form is shown and cannot be saved; it is sent by somebody who may draft and not publish; it
# saves in a transaction that comes to nothing; what it saves was a draft; what it saved.
HELD, DRAFTING, FOR_SHOW, SAVED = "_desk_held", "_desk_drafting", "_desk_for_show", "_desk_saved"
WAS_A_DRAFT = "_desk_was_a_draft"
# What a request says of a form that was not saved.
SAYS = "_desk_says"
# What a desk notes at a request while it saves.
NOTED = ("_desk_done", "_desk_unchanged")


def is_held(request: HttpRequest) -> bool:
    return bool(getattr(request, HELD, False))


def saves(request: HttpRequest) -> bool:
    """Whether a request may save what it brings."""
    return request.method == "POST" and not is_held(request)


class Overheard(BaseStorage):
    """Messages that reach nobody, for whoever wants to know whether something went wrong."""

    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, messages: Any, response: Any, *args: Any, **kwargs: Any) -> list[Any]:
        return []

    @property
    def errors(self) -> list[str]:
        said: list[Any] = self._queued_messages  # type: ignore[attr-defined]
        return [str(message.message) for message in said if message.level >= constants.ERROR]


def posted(user: Any, sent: QueryDict, **marks: Any) -> Any:
    """A press of Publish by ``user`` with a form as ``sent``."""
    request = HttpRequest()
    request.method = "POST"
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "POST", "SCRIPT_NAME": ""}
    request.POST = sent  # type: ignore[assignment]
    request.user = user
    return marked(request, _dont_enforce_csrf_checks=True, _messages=Overheard(request), **marks)


def held(request: HttpRequest, sent: QueryDict) -> Any:
    """A request for the same page by the same person, whose form is filled from ``sent`` and cannot be saved."""
    copied = _copied(request, "POST")
    copied.POST = sent
    return marked(copied, **{HELD: True})


def opened(request: HttpRequest) -> Any:
    """A request for the same page by the same person, whose form is as the row is stored."""
    return marked(_copied(request, "GET"), **{HELD: True})


def looking(request: HttpRequest, address: str, user: Any) -> Any:
    """A visit of ``user`` to a page of the site, in the browser that ``request`` came from."""
    path, _, query = address.partition("#")[0].partition("?")
    copied = _copied(request, "GET")
    sessions = import_module(settings.SESSION_ENGINE)
    copied.META = request.META | {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query}
    copied.path = copied.path_info = path
    copied.GET, copied.POST = QueryDict(query), QueryDict()
    copied.resolver_match = resolve(path)
    return marked(copied, user=user, session=sessions.SessionStore(), _messages=Overheard(copied))


def _copied(request: HttpRequest, method: str) -> Any:
    # Not ``copy``, which leaves out what cannot be pickled.
    copied: Any = HttpRequest.__new__(type(request))
    copied.__dict__.update(request.__dict__)
    copied.method = method
    copied._files = MultiValueDict()
    return copied


def marked(request: Any, **marks: Any) -> Any:
    for name, value in marks.items():
        setattr(request, name, value)
    return request


def never_valid(form: Any, says: list[str]) -> Any:
    """The form of a request that is held: filled and judged, and never to be saved. ``says`` is what it says on top."""

    class Held(form):  # type: ignore[misc]
        def is_valid(self) -> bool:
            super().is_valid()
            return False

        def clean(self) -> Any:
            cleaned = super().clean()
            if says:
                self.add_error(None, says)
            return cleaned

    return Held
