"""What comes along with a milestone in one query, as values: no row of these can be saved."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the checklist."""

    pk: int
    slug: str
    text: str
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class TickedItem:
    """A line that a learner ticked. ``ticked_text`` is how it read then, empty where that is not known."""

    item: int
    slug: str
    text: str
    retired_at: datetime | None
    ticked_text: str

    def as_item(self) -> Item:
        return Item(self.item, self.slug, self.text, self.retired_at)


@dataclass(frozen=True, slots=True)
class Help:
    """A page that helps, here or elsewhere. ``cost`` is a value of ``Cost``; of its link see ``curation.links``."""

    name: str
    url: str
    cost: str
    checked_on: date | None
    link_state: str | None
    link_checked_at: datetime | None
    link_reached_at: datetime | None

    @property
    def is_here(self) -> bool:
        return self.url.startswith("/")


@dataclass(frozen=True, slots=True)
class Before:
    """A milestone that comes first."""

    slug: str
    title: str
    step: str

    def get_absolute_url(self) -> str:
        return reverse("roadmap:milestone", kwargs={"step": self.step, "milestone": self.slug})


@dataclass(frozen=True, slots=True)
class BuiltSkill:
    pk: int
    slug: str
    name: str
    retired_at: datetime | None

    def get_absolute_url(self) -> str:
        return reverse("evidence:skill", args=[self.slug])


@dataclass(frozen=True, slots=True)
class BuiltCredential:
    slug: str
    name: str

    def get_absolute_url(self) -> str:
        return reverse("evidence:credential", args=[self.slug])


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A learner's link as proof."""

    pk: int
    url: str
    title: str
