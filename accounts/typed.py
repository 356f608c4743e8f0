"""What somebody typed into a form that could not be saved, shown to them again."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

CSRF_FIELD = "csrfmiddlewaretoken"
WHOSE = "whose"
# What a form carries along without anybody having typed it: a field's name, or how a formset's end.
NOT_TYPED = re.compile(
    r"token|seen|back|next|theme|_.*|.*-(?:TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS" + f"|{WHOSE}|{CSRF_FIELD}"
)

# What stands in hidden fields beside it and tells nobody anything: which line was worded, what was read in a file.
CARRIED = re.compile(r"(?:.*-)?(?:token|said|of)|key|was|code")


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody wrote or chose in the form they sent, by field; empty if they only pressed a button.

    Empty also where a password is among it: that is typed again.
    """
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name != CSRF_FIELD]
    if any("password" in name for name in request.POST):
        return []
    return fields if any(value.strip() for name, value in fields if not NOT_TYPED.fullmatch(name)) else []


def is_anothers(request: HttpRequest) -> bool:
    """Whether the form was shown to somebody else than who is signed in now."""
    whose = request.POST.get(WHOSE, "")
    return whose != "" and request.user.is_authenticated and whose != str(request.user.pk)


def show_typed(request: HttpRequest) -> HttpResponse:
    """Nothing was saved, but what was typed is on this page and can be sent again to where it was going.

    Shown to somebody whose session ended while they were writing, and to somebody who has signed in again in another
    tab since they opened the form, which gave that form's token up. If that was somebody else, nothing is shown.
    """
    anothers = is_anothers(request)
    context = {"anothers": True} if anothers else typed_context(request)
    response = render(request, "accounts/typed.html", context, status=403)
    return in_place_of_the_page(response)


def in_place_of_the_page(response: HttpResponse) -> HttpResponse:
    """A form that htmx sent has such an answer put where the page's own would stand; see acts.js."""
    response["HX-Retarget"] = response["HX-Reselect"] = "#page"
    response["HX-Reswap"] = "outerHTML show:window:top"
    add_never_cache_headers(response)
    return response


def typed_context(request: HttpRequest, *, look_up: bool = True) -> dict[str, Any]:
    """What was typed, to be shown and to be sent again to where it was going. A file cannot be sent again.

    ``look_up``: whether the database may be asked for the names of what was chosen.
    """
    fields = typed(request)
    hidden = [name for name in request.POST if NOT_TYPED.fullmatch(name) or CARRIED.fullmatch(name)]
    shown = [(name, value) for name, value in fields if value.strip() and name not in hidden]
    # A page of the admin sends columns and keys; its desk says how they read.
    desk = getattr(getattr(request.resolver_match, "func", None), "model_admin", None)
    in_words = getattr(desk, "in_words", None)
    shown = in_words(shown, look_up=look_up) if in_words else [(name.replace("_", " "), value) for name, value in shown]
    files = [file.name for _, chosen in request.FILES.lists() for file in chosen]
    return {"fields": fields, "shown": shown, "files": files, "action": request.get_full_path()}
