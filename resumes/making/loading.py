"""Loads a resume as it stands: all layers over what is recorded today."""

from datetime import date
from typing import Any

from resumes.base.annexes import with_annexes
from resumes.base.loading import load_recorded
from resumes.making.composing import Composed, compose
from resumes.making.deriving import Layer, layer_of


def compose_resume(resume: Any, *, today: date, instead: Layer | None = None, to_print: bool = False) -> Composed:
    """A resume as it stands. ``resume`` comes from ``Resume.objects.with_layers()``.

    ``instead`` is a layer to look at instead of its own; ``to_print`` leaves out what no file says, see
    ``load_recorded``.
    """
    layers = [layer_of(resume.base_lines)] if resume.base_id else []
    own = layer_of(resume.own_lines) if instead is None else instead
    recorded = load_recorded(resume.user, today=today, all_terms=bool(resume.posting), to_print=to_print)
    return compose(with_annexes(recorded, resume.annexes), [*layers, own])
