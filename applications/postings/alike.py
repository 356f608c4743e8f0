"""What was saved before: the same posting, by its link or its text, and what was applied for at the same employer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import User
from applications.postings.models import Application, PostingText, Stage
from applications.reading.sameness import LINK, Saved, find_same, same_employer
from applications.reading.source import source

# As many are named.
MOST_SHOWN = 5


@dataclass(frozen=True)
class Before:
    """What is said of an application that is there already: ``said`` stands before its name.

    ``same``: it is of the same posting, not only at the same employer.
    """

    said: str
    name: str
    url: str
    same: bool


@dataclass(frozen=True)
class Posting:
    """What a posting is known again by."""

    url: str
    title: str
    text: str
    employer: str


def already_saved(user: User, *, url: str, title: str, text: str, employer: str, today: date) -> list[Before]:
    """The same posting first, then applications at the same employer; at most ``MOST_SHOWN``."""
    (found,) = all_already_saved(user, [Posting(url, title, text, employer)], today=today)
    return found


def all_already_saved(user: User, postings: Sequence[Posting], *, today: date) -> list[list[Before]]:
    """What ``already_saved`` says of each of several postings, in three queries however many there are."""
    rows: Any = Application.objects.for_user(user).with_stage().defer("note", "letter")
    here = {str(row.pk): row for row in rows}
    texts = PostingText.objects.filter(user=user, place=1)
    sketches = dict(texts.values_list("application", "sketch"))
    saved = [Saved(key, row.url, row.title, row.employer, sketches.get(row.pk, ())) for key, row in here.items()]
    wanted: set[int] = set()

    def want(key: str) -> str:
        wanted.add(int(key))
        return ""

    # Once to see which texts are to be compared, and once with them.
    for one in postings:
        find_same(link=one.url, title=one.title, text=one.text, saved=saved, text_of=want)
    raws = texts.filter(application__in=wanted).values_list("application", "raw") if wanted else ()
    read = {str(key): source(raw).text for key, raw in raws}
    found = []
    for one in postings:
        same = find_same(
            link=one.url, title=one.title, text=one.text, saved=saved, text_of=lambda key: read.get(key, "")
        )
        said = {
            each.key: f"You saved this already, {'by its link' if each.by == LINK else 'with the same text'}:"
            for each in same
        }
        for key in same_employer(one.employer, saved):
            said.setdefault(key, f"You {_did(here[key].stage)} at this employer{_when(here[key].stage_on, today)}:")
        before = [
            Before(words, str(here[key]), here[key].get_absolute_url(), same=any(each.key == key for each in same))
            for key, words in said.items()
        ]
        found.append(before[:MOST_SHOWN])
    return found


def _when(on: date | None, today: date) -> str:
    if on is None:
        return ""
    return f" in {on:%B}" if on.year == today.year else f" in {on:%B %Y}"


def _did(stage: str) -> str:
    match stage:
        case None | Stage.SAVED:
            return "saved a job"
        case Stage.APPLIED | Stage.NO_ANSWER | Stage.REJECTED | Stage.WITHDREW | Stage.ROLE_CLOSED:
            return "applied"
        case Stage.OFFER | Stage.ACCEPTED | Stage.DECLINED:
            return "had an offer"
    return "interviewed"
