"""What was saved before: the same posting, by its link or its text, and what was applied for at the same employer."""

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
    """What is said of an application that is there already: ``said`` stands before its name."""

    said: str
    name: str
    url: str


def already_saved(user: User, *, url: str, title: str, text: str, employer: str, today: date) -> list[Before]:
    """The same posting first, then applications at the same employer; at most ``MOST_SHOWN``."""
    rows: Any = Application.objects.for_user(user).with_stage().defer("note", "letter")
    here = {str(row.pk): row for row in rows}
    sketches = dict(PostingText.objects.filter(user=user, place=1).values_list("application", "sketch"))
    saved = [Saved(key, row.url, row.title, row.employer, sketches.get(row.pk, ())) for key, row in here.items()]

    def text_of(key: str) -> str:
        kept = PostingText.objects.filter(user=user, application=int(key), place=1).first()
        return source(kept.raw).text if kept else ""

    same = find_same(link=url, title=title, text=text, saved=saved, text_of=text_of)
    found = {
        one.key: f"You saved this already, {'by its link' if one.by == LINK else 'with the same text'}:" for one in same
    }
    for key in same_employer(employer, saved):
        row = here[key]
        when = f" in {row.stage_on:%B}" if row.stage_on and row.stage_on.year == today.year else ""
        when = when or (f" in {row.stage_on:%B %Y}" if row.stage_on else "")
        found.setdefault(key, f"You {_did(row.stage)} at this employer{when}:")
    return [Before(said, str(here[key]), here[key].get_absolute_url()) for key, said in found.items()][:MOST_SHOWN]


def _did(stage: str) -> str:
    match stage:
        case None | Stage.SAVED:
            return "saved a job"
        case Stage.APPLIED | Stage.NO_ANSWER | Stage.REJECTED | Stage.WITHDREW | Stage.ROLE_CLOSED:
            return "applied"
        case Stage.OFFER | Stage.ACCEPTED | Stage.DECLINED:
            return "had an offer"
    return "interviewed"
