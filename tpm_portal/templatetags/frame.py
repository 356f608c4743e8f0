"""The bars and tabs of every page. Nothing in them is anybody's own, so each is made once in a process and kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from curation.addresses import where
from tpm_portal.rooms import ROOMS, THUMB, VISITORS, Place, Room, Tab, room

register = template.Library()

# The pages of what is no part of a room at the thumb, but an act.
ACTS = frozenset(place.at for place in THUMB if isinstance(place, Place) and not place.tab)


@dataclass(frozen=True)
class Link:
    """Where a room, place or tab leads, and whether this page is within it."""

    to: Room | Place | Tab
    url: str
    here: bool


@register.simple_tag(takes_context=True)
def bar(context: template.Context) -> SafeString:
    """The rooms of the house. The page says by ``section`` which it is in."""
    at = _view_name(context)
    act = at if at in ACTS else ""
    return _bar(_signed_in(context), context.get("section", ""), context.get("tab", ""), where(), act)


@register.simple_tag(takes_context=True)
def tabs(context: template.Context) -> SafeString:
    """The tabs of the room, where there are two or more. The page says by ``tab`` or by its address which it is in."""
    tab = context.get("tab") or _view_name(context)
    return _tabs(_signed_in(context), context.get("section", ""), tab, where())


@lru_cache(maxsize=1000)
def _bar(signed_in: bool, section: str, tab: str, at: tuple[str, str], act: str) -> SafeString:
    if not signed_in:
        rooms = _links(filter(None, map(room, VISITORS)), section)
        return render_to_string("includes/bar.html", {"rooms": rooms})
    thumb = _links(filter(None, map(_at_thumb, THUMB)), section, tab, act)
    rooms = _links(ROOMS, section)
    rest = [link for link in rooms if link.to not in [place.to for place in thumb]]
    if any(place.here for place in thumb):
        rest = [Link(link.to, link.url, here=False) for link in rest]
    context = {"rooms": rooms, "thumb": thumb, "rest": rest}
    return render_to_string("includes/bar_own.html", context)


def _at_thumb(place: str | Place) -> Room | Place | None:
    return place if isinstance(place, Place) else room(place)


@lru_cache(maxsize=1000)
def _tabs(signed_in: bool, section: str, tab: str, at: tuple[str, str]) -> SafeString:
    here = room(section)
    found = _links((one for one in here.tabs if signed_in or not one.own), section, tab) if here else []
    return render_to_string("includes/tabs.html", {"room": here, "tabs": found}) if len(found) > 1 else SafeString("")


def _links(things: Iterable[Room | Place | Tab], section: str, tab: str = "", act: str = "") -> list[Link]:
    return [Link(one, url, _is_here(one, section, tab, act)) for one in things if (url := _address(one.at))]


def _is_here(one: Room | Place | Tab, section: str, tab: str, act: str) -> bool:
    if isinstance(one, Room):
        return one.key == section
    if isinstance(one, Place):
        return (one.section, one.tab) == (section, tab) if one.tab else one.at == act
    return tab in (one.key, one.at, *one.within)


def _address(name: str) -> str:
    """Empty where there is no such page yet."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _view_name(context: template.Context) -> str:
    match = context["request"].resolver_match
    return str(match.view_name) if match else ""


def _signed_in(context: template.Context) -> bool:
    return bool(context["request"].user.is_authenticated)
