"""What a learner does to a resume: show, leave out, reorder, word otherwise. Each is a change with a revision."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from keeping import verbs
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Event
from resumes.making.composing import Composed
from resumes.making.deriving import Change, layer_of, lines_of, moved
from resumes.making.loading import compose_resume
from resumes.making.models import Resume
from resumes.making.revising import keep_revision

Layer = dict[str, Change]


class NotThereError(Exception):
    """What is to be changed is no longer in the base: it was deleted meanwhile."""


def show(resume: Resume, key: str, *, shown: bool, at: datetime) -> Event | None:
    """Show an item, or leave it out. ``None`` if it is so already. Raises ``NotThereError``."""

    def edit(composed: Composed, layer: Layer) -> str:
        line = composed.lines[key]
        if line.shown != shown:
            layer[key] = _with(layer.get(key), shown=shown)
        return f"{'Shown' if shown else 'Left out'}: {name_of(composed, key)}"

    return _change(resume, key, edit, at=at)


def move(resume: Resume, key: str, *, before: str, at: datetime) -> Event | None:
    """Move an item to before another of its group, or to the end if there is none. Raises ``NotThereError``."""

    def edit(composed: Composed, layer: Layer) -> str:
        siblings = siblings_of(composed, key)
        _rank(layer, siblings, moved(siblings, key, before))
        return f"Moved: {name_of(composed, key)}"

    return _change(resume, key, edit, at=at)


def word(resume: Resume, key: str, *, wording: str, was: str, at: datetime) -> Event | None:
    """Say an item in other words here; as it says beneath, or nothing, takes the own wording away.

    ``was`` is what it said here when the form was opened. Raises ``ChangedMeanwhileError`` if it says something else by
    now, and ``NotThereError``.
    """

    def edit(composed: Composed, layer: Layer) -> str:
        line = composed.lines[key]
        if line.text not in (was, wording):
            raise ChangedMeanwhileError(edition=resume.edition, there={"text": line.text}, row=resume)
        if wording in ("", line.beneath):
            layer[key] = _with(layer.get(key), wording="", beneath="")
        else:
            layer[key] = _with(layer.get(key), wording=wording, beneath=line.beneath)
        return f"Worded: {name_of(composed, key)}"

    return _change(resume, key, edit, at=at)


def take_from_beneath(resume: Resume, key: str, *, at: datetime) -> Event | None:
    """Let an item say again what it says beneath. Raises ``NotThereError``."""

    def edit(composed: Composed, layer: Layer) -> str:
        layer[key] = _with(layer.get(key), wording="", beneath="")
        return f"As beneath again: {name_of(composed, key)}"

    return _change(resume, key, edit, at=at)


def keep_wording(resume: Resume, key: str, *, at: datetime) -> Event | None:
    """Keep the own wording although what lies beneath has changed. Raises ``NotThereError``."""

    def edit(composed: Composed, layer: Layer) -> str:
        line = composed.lines[key]
        if line.own:
            layer[key] = _with(layer.get(key), beneath=line.beneath)
        return f"Saved as worded here: {name_of(composed, key)}"

    return _change(resume, key, edit, at=at)


def forget(resume: Resume, key: str, *, at: datetime) -> Event | None:
    """Let go of what the resume says of something that is not there any more."""

    def edit(composed: Composed, layer: Layer) -> str:
        layer.pop(key, None)
        return "Let go of a line whose bullet is gone"

    return _change(resume, key, edit, at=at, gone=True)


@transaction.atomic
def dismiss(resume: Resume, *, code: str, key: str, reason: str, stands: bool, at: datetime) -> Event | None:
    """Let something that a check says of a resume stand, with a reason; or no longer. ``None`` if it is so already."""
    locked: Any = Resume.objects.locked(resume.pk)
    rest = [one for one in locked.dismissed if (one["code"], one["key"]) != (code, key)]
    said = [{"code": code, "key": key, "reason": reason}] if stands else []
    return verbs.change(locked, values={"dismissals": rest + said}, seen=locked.edition, at=at)


def siblings_of(composed: Composed, key: str) -> list[str]:
    """The keys of the group of an item, in order."""
    group = composed.lines[key].item.group
    return [line.item.key for line in composed.lines.values() if line.item.group == group]


def name_of(composed: Composed, key: str) -> str:
    """What an item is called in messages and revisions, in at most some eighty characters."""
    entries = {entry.key: entry for entry in composed.recorded.entries}
    if key in entries:
        entry = entries[key]
        text = ", ".join(filter(None, (entry.title, entry.organization))) or entry.text
    else:
        text = composed.lines[key].text or key.partition(":")[2].capitalize()
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"


def _with(change: Change | None, **more: Any) -> Change:
    was = change or Change()
    said = {name: getattr(was, name) for name in ("shown", "rank", "wording", "beneath")}
    return Change(**(said | more))


def _rank(layer: Layer, before: Sequence[str], after: Sequence[str]) -> None:
    if list(before) != list(after):
        for rank, key in enumerate(after, start=1):
            layer[key] = _with(layer.get(key), rank=rank)


@transaction.atomic
def _change(
    resume: Resume, key: str, edit: Callable[[Composed, Layer], str], *, at: datetime, gone: bool = False
) -> Event | None:
    locked: Any = Resume.objects.locked(resume.pk)
    composed = compose_resume(locked, today=timezone.localdate(at))
    if not gone and key not in composed.lines:
        raise NotThereError(key)
    layer = layer_of(locked.own_lines)
    what = edit(composed, layer)
    event = verbs.change(locked, values={"lines": lines_of(layer)}, seen=locked.edition, at=at)
    if event:
        keep_revision(locked, what=what, at=at)
    return event
