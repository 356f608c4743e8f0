"""What of bullets, resumes, sent copies and reviewers' comments rules can count."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from curation.addresses import address
from curation.nested import nested
from evidence.records.facts import Ask, Fact, Ground
from evidence.records.own_facts import own_rows
from resumes.base.advice import has_number
from resumes.base.models import Bullet
from resumes.making.composing import SUMMARY
from resumes.making.models import Resume, ResumeLine, SentCopy
from resumes.review.models import ReviewComment


@dataclass(frozen=True, slots=True)
class BulletRow:
    pk: int
    text: str
    position: int | None
    project: int | None
    mention: int | None

    def ground(self) -> Ground:
        return Ground(self.text, address("resumes:edit_bullet", self.pk))

    @property
    def placed(self) -> bool:
        return bool(self.position or self.project or self.mention)


@dataclass(frozen=True, slots=True)
class ResumeRow:
    pk: int
    name: str
    base: int | None
    own: bool
    summed_up: bool

    def ground(self) -> Ground:
        return Ground(self.name, address("resumes:resume", self.pk))


@dataclass(frozen=True, slots=True)
class SentRow:
    pk: int
    name: str
    employer: str
    on: date

    def ground(self) -> Ground:
        return Ground(f"{self.name}, for {self.employer}", address("resumes:sent_copy", self.pk), self.on)


@dataclass(frozen=True, slots=True)
class CommentRow:
    pk: int
    resume: int
    text: str
    by: str
    state: str

    def ground(self) -> Ground:
        name = f"{self.by}: {self.text}" if self.by else self.text
        return Ground(name, f"{address('resumes:review', self.resume)}#comment-{self.pk}")


def _resumes() -> Any:
    lines = ResumeLine.objects.filter(resume=OuterRef("pk"))
    summed_up = Exists(lines.filter(key=SUMMARY).exclude(wording=""))
    return nested(own_rows(Resume), ResumeRow, own=Exists(lines), summed_up=summed_up)


SOURCES = {
    "bullets": lambda: nested(own_rows(Bullet), BulletRow),
    "resumes": _resumes,
    "sent": lambda: nested(own_rows(SentCopy, "-on"), SentRow),
    "comments": lambda: nested(own_rows(ReviewComment, where=Q(resume__deletion=None)), CommentRow),
}
SETTLED = (ReviewComment.State.SETTLED, ReviewComment.State.ACCEPTED, ReviewComment.State.DECLINED)


def _reviewers(rows: Any, ask: Ask) -> int:
    return len({row.by.casefold() for row in rows})


FACTS = {
    "bullets": Fact("bullets", "{} bullet", "{} bullets"),
    "bullets-with-number": Fact(
        "bullets", "{} bullet with a number", "{} bullets with a number", lambda row, ask: has_number(row.text)
    ),
    "bullets-placed": Fact(
        "bullets",
        "{} bullet under a job or project",
        "{} bullets under a job or project",
        lambda row, ask: row.placed,
    ),
    "resumes": Fact("resumes", "{} resume of your own", "{} resumes of your own", lambda row, ask: row.base is None),
    "resumes-with-summary": Fact(
        "resumes", "{} resume with a summary", "{} resumes with a summary", lambda row, ask: row.summed_up
    ),
    "resumes-tailored": Fact(
        "resumes",
        "{} tailored resume",
        "{} tailored resumes",
        lambda row, ask: row.base is not None and row.own,
    ),
    "sent-copies": Fact("sent", "{} copy you sent, saved here", "{} copies you sent, saved here"),
    "reviewers": Fact(
        "comments",
        "{} reviewer whose comments you settled",
        "{} reviewers whose comments you settled",
        lambda row, ask: row.state in SETTLED,
        _reviewers,
    ),
}
