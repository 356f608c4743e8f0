"""Places of a page that rooms above fill: the lower room declares the slot, the others offer what they show there.

Pure.
"""

from collections.abc import Callable
from typing import Any, Generic, ParamSpec

P = ParamSpec("P")


class Slot(Generic[P]):
    """What is shown in one place of a page. Each offer says what it adds to the page's context."""

    def __init__(self) -> None:
        self._offers: list[Callable[P, dict[str, Any]]] = []

    def offer(self, offer: Callable[P, dict[str, Any]]) -> None:
        """Fill the slot too. To be called at the start, in ``AppConfig.ready``; twice is once."""
        if offer not in self._offers:
            self._offers.append(offer)

    def context(self, *args: P.args, **kwargs: P.kwargs) -> dict[str, Any]:
        """What all offers add. Raises ``ValueError`` if two of them mean different things by one name."""
        context: dict[str, Any] = {}
        for offer in self._offers:
            added = offer(*args, **kwargs)
            if twice := context.keys() & added.keys():
                raise ValueError(f"Offered twice: {', '.join(sorted(twice))}")
            context |= added
        return context
