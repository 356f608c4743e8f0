"""What a learner can show when they negotiate: results with a number, and what the resume of the application says."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from evidence.models import Evidence
from resumes.making.deriving import Item, derive, layer_of
from resumes.models import Bullet, Resume

MOST_RESULTS, MOST_BULLETS = 30, 60


@dataclass(frozen=True)
class Said:
    """A bullet as the resume words it, with what its evidence must not be stretched to."""

    text: str
    do_not_claim: tuple[str, ...] = ()


def results_of(user: AbstractBaseUser) -> list[Any]:
    """The learner's evidence that came to a number, the newest first."""
    rows: Any = Evidence.objects.for_user(user).exclude(amount=None).select_related("project", "position")
    return list(rows.defer("words")[:MOST_RESULTS])


def bullets_of(user: AbstractBaseUser, resume: int | None) -> list[Said]:
    """The bullets that a resume shows, in its own words and order; none without a resume."""
    resumes: Any = Resume.objects
    row = resumes.for_user(user).with_layers().filter(pk=resume).first() if resume else None
    if row is None:
        return []
    bullets: Any = Bullet.objects
    rows = bullets.for_user(user).with_proof().select_related("position", "project__position", "mention")
    by_key = {f"bullet:{bullet.token}": bullet for bullet in rows}
    places = {key: place for key, bullet in by_key.items() if (place := _place(bullet))}
    items = [Item(place) for place in dict.fromkeys(places.values())]
    items += [Item(key, group=place, text=by_key[key].text) for key, place in places.items()]
    layers = [layer_of(lines) for lines in (row.base_lines, row.own_lines)]
    lines = derive(items, layers)
    hidden = {line.item.key for line in lines if not line.shown}
    shown = [line for line in lines if line.item.group and not hidden & {line.item.key, line.item.group}]
    return [Said(line.text, _warnings(by_key[line.item.key])) for line in shown[:MOST_BULLETS]]


def _place(bullet: Any) -> str:
    """What a bullet stands under in a resume, as resumes name it, or nothing."""
    at_position = bullet.project.position if bullet.project else None
    for name, row in (
        ("position", at_position or bullet.position),
        ("project", bullet.project),
        ("mention", bullet.mention),
    ):
        if row is not None and not row.in_bin:
            return f"{name}:{row.token}"
    return ""


def _warnings(bullet: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece["do_not_claim"] for piece in bullet.proof if piece["do_not_claim"]))
