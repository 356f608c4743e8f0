"""The second step of everything that comes in: look at what it would be, leave some of it out, keep the rest."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest
from accounts.models import User
from tpm_portal.elsewhere.bringing_in import bring_in, counted
from tpm_portal.elsewhere.drafts import NOUNS, Draft, Plan, Said
from tpm_portal.elsewhere.planning import plan

FRAME = {"section": "account", "tab": "data"}
HERE = "Bring it in from elsewhere"
# Of what is new, there already, different and wrong, as many are shown.
MOST_SHOWN = 500
MOST_OF_THE_REST = 100
CHANGED = "You chose something else than what was shown. Look it over once more, then bring it in."


def found(said: Said, *, user: User, data: QueryDict | None = None) -> dict[str, Any]:
    """What a page shows of what a file says. Nothing is kept."""
    planned = plan(said.drafts, user=user)
    left = left_out(data)
    numbers: dict[str, int] = dict.fromkeys(NOUNS, 0)
    for draft in planned.new.values():
        numbers[draft.table] += 1
    return {
        "looked": True,
        "new": [(token, draft, token in left) for token, draft in list(planned.new.items())[:MOST_SHOWN]],
        "new_number": len(planned.new),
        "new_in_words": counted(numbers),
        "there": planned.there[:MOST_OF_THE_REST],
        "there_number": len(planned.there),
        "differ": planned.differ[:MOST_OF_THE_REST],
        "differ_number": len(planned.differ),
        "refused": said.refused[:MOST_OF_THE_REST],
        "refused_number": len(said.refused),
        "remarks": said.remarks,
        "most": MOST_SHOWN,
        "most_of_the_rest": MOST_OF_THE_REST,
    }


def left_out(data: QueryDict | None) -> set[uuid.UUID]:
    """The tokens of what was ticked to be left out; what is none is passed over."""
    tokens = set()
    for text in data.getlist("leave") if data else []:
        try:
            tokens.add(uuid.UUID(text))
        except ValueError:
            continue
    return tokens


def keep(request: LearnerRequest, drafts: Sequence[Draft], refused: int) -> HttpResponse:
    """Bring in what is new and not left out, say what became of all of it, and go back to where it began."""
    without = left_out(request.POST)
    planned, rows = bring_in(drafts, user=request.user, without=without, at=timezone.now())
    said = _in_words(planned, rows, refused)
    if rows:
        last = next(iter(rows.values()))[-1]
        undo = reverse("take_back_from", args=[last.token])
        messages.success(request, f"Brought in: {said}", extra_tags=undo)
    else:
        messages.success(request, f"Nothing new came in: {said}")
    return redirect("from_elsewhere")


def _in_words(planned: Plan, rows: dict[str, list[Any]], refused: int) -> str:
    """What became of a file, in a sentence."""
    came = sum(len(new) for new in rows.values())
    left = len(planned.new) - came
    said = [counted({table: len(new) for table, new in rows.items()})] if rows else []
    said += [f"{number:,} {what}" for number, what in (
        (left, "left out by you"),
        (len(planned.there), "there already"),
        (len(planned.differ), "there with other words"),
        (refused, "that cannot come in"),
    ) if number]  # fmt: skip
    return f"{', '.join(said) or 'there was nothing in it'}."


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of what comes in, by the names of addresses."""
    return [(HERE, reverse("from_elsewhere")), *((name, reverse(at)) for name, at in more)]
