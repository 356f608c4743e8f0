"""Pages that say the same to every learner, though they are signed in: their views declare it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest

V = TypeVar("V", bound=Callable[..., Any])
# For whom a page is another than for everybody.
Unless = Callable[[HttpRequest], bool]


def _nobody(request: HttpRequest) -> bool:
    return False


def same_for_learners(*, unless: Unless = _nobody) -> Callable[[V], V]:
    """Nothing within the frame of the page is a learner's own, nor of their session; ``unless`` says whose it is."""

    def declare(view: V) -> V:
        view.same_for_learners = unless  # type: ignore[attr-defined]
        return view

    return declare


def declared(view: Any) -> Unless | None:
    """What was declared of a view, if anything was."""
    found: Unless | None = getattr(view, "same_for_learners", None)
    return found
