"""Loads a resume as it stands: all layers over what is recorded today."""

from datetime import date
from typing import Any

from resumes.base.annexes import with_annexes
from resumes.base.loading import load_recorded
from resumes.base.recorded import Recorded
from resumes.making.composing import Composed, compose
from resumes.making.deriving import Layer, layer_of


def compose_resume(
    resume: Any,
    *,
    today: date,
    instead: Layer | None = None,
    to_print: bool = False,
    recorded: Recorded | None = None,
) -> Composed:
    """A resume as it stands. ``resume`` comes from ``Resume.objects.with_layers()``.

    ``instead`` is a layer to look at instead of its own; ``to_print`` leaves out what no file says, see
    ``load_recorded``, and ``recorded`` is what that gave for another resume of the same learner.
    """
    layers = [layer_of(resume.base_lines)] if resume.base_id else []
    own = layer_of(resume.own_lines) if instead is None else instead
    if recorded is None:
        recorded = load_recorded(resume.user, today=today, all_terms=bool(resume.posting), to_print=to_print)
    return compose(with_annexes(recorded, resume.annexes), [*layers, own])
