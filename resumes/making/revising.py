"""Every save of a resume is kept as it was: what it said, and the layer it said it with."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from django.db import transaction
from django.db.models import Case, Q, When
from django.utils import timezone

from keeping import verbs
from keeping.models import Event
from resumes.making.composing import Composed
from resumes.making.deriving import Change, layer_of, lines_of
from resumes.making.loading import compose_resume
from resumes.making.models import Resume, Revision
from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Place, Profile, Section
from resumes.writing.document import lay_out

WHAT_LENGTH = 200
# What a revision brings back beside the lines.
BROUGHT_BACK = ("look", "paper")


@dataclass(frozen=True)
class Row:
    """One line of two revisions side by side. What is only in one of them is empty in the other."""

    left: str
    right: str

    @property
    def same(self) -> bool:
        return self.left == self.right


def keep_revision(resume: Resume, *, what: str, at: datetime) -> Revision:
    """Keep a resume as it is now. To be called within the transaction that changed it."""
    now: Any = Resume.objects.with_layers().get(pk=resume.pk)
    content = compose_resume(now, today=timezone.localdate(at)).content()
    last = Revision.objects.filter(resume=resume).order_by("-number").values_list("number", flat=True).first()
    return Revision.objects.create(
        user_id=resume.user_id,
        resume=resume,
        number=(last or 0) + 1,
        at=at,
        what=what[:WHAT_LENGTH],
        document=now.document(),
        content=asdict(content),
    )


def keep_save(resume: Resume, *, at: datetime) -> Revision | None:
    """Keep a resume as its form left it, unless it was kept like that already: the form was sent again."""
    last = Revision.objects.filter(resume=resume).first()
    if last and last.document == resume.document():
        return None
    return keep_revision(resume, what="Name, layout, paper" if last else "Started", at=at)


def saves_of(resume: Resume, numbers: Collection[int], *, most: int) -> list[Any]:
    """The saves with these ``numbers`` and the newest others, at most so many: what they ``said`` have the first alone.

    All in one query; what a save said is long.
    """
    asked = Q(number__in=numbers)
    return list(
        Revision.objects.filter(resume=resume)
        .defer("document", "content")
        .annotate(said=Case(When(asked, then="content")), asked=Q(asked))
        .order_by("-asked", "-number")[:most]
    )


@transaction.atomic
def restore(revision: Revision, *, at: datetime) -> Event | None:
    """Let a resume say again what it said in a revision. ``None`` if it does.

    What was worded otherwise in the base since becomes an own wording. What is gone from the base does not come back.
    """
    locked: Any = Resume.objects.locked(revision.resume_id)
    layer = layer_of(revision.document["lines"])
    composed = compose_resume(locked, today=timezone.localdate(at), instead=layer)
    for key, text in texts_of(content_of(revision.content)).items():
        line = composed.lines.get(key)
        if line and text and line.text != text:
            was = layer.get(key, Change())
            layer[key] = Change(was.shown, was.rank, text, line.beneath)
    values = {name: revision.document[name] for name in BROUGHT_BACK} | {"lines": lines_of(layer)}
    event = verbs.change(locked, values=values, seen=locked.edition, at=at)
    if event:
        keep_revision(locked, what=f"Restored from revision {revision.number}", at=at)
    return event


def texts_of(content: Content) -> dict[str, str]:
    """What can be worded otherwise, as it stood, by the key of the item."""
    found = {}
    for section in content.sections:
        found[f"section:{section.kind}"] = section.heading
        if section.kind is Kind.SUMMARY:
            found["text:summary"] = section.text
        for entry in section.entries:
            found[entry.key] = entry.text
            found |= {bullet.key: bullet.text for bullet in entry.bullets}
    if content.headline:
        found["text:headline"] = content.headline
    return found


def gone_since(content: Content, composed: Composed) -> list[str]:
    """The bullets of what a resume said once that are not in the base any more."""
    bullets = [bullet for section in content.sections for entry in section.entries for bullet in entry.bullets]
    return [bullet.text for bullet in bullets if bullet.key not in composed.lines]


def content_of(said: dict[str, Any]) -> Content:
    """A content as a revision keeps it."""
    contact = said.get("contact", {})
    place, profiles = Place(**contact.get("place", {})), tuple(Profile(**one) for one in contact.get("profiles", ()))
    sections = tuple(
        Section(**one | {"kind": Kind(one["kind"]), "entries": tuple(map(_entry, one.get("entries", ())))})
        for one in said.get("sections", ())
    )
    return Content(
        **said | {"contact": Contact(**contact | {"place": place, "profiles": profiles}), "sections": sections}
    )


def _entry(said: dict[str, Any]) -> Entry:
    several = {name: tuple(said.get(name, ())) for name in ("words", "roles")}
    bullets = tuple(Bullet(**bullet) for bullet in said.get("bullets", ()))
    return Entry(**said | several | {"kind": Kind(said["kind"]), "bullets": bullets})


def side_by_side(left: Content, right: Content) -> list[Row]:
    """Two resumes line by line, as their files would read."""
    a, b = ([line.text for line in lay_out(content).lines()] for content in (left, right))
    rows = []
    for what, from_a, to_a, from_b, to_b in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if what == "equal":
            rows += [Row(text, text) for text in a[from_a:to_a]]
            continue
        lefts, rights = a[from_a:to_a], b[from_b:to_b]
        longest = max(len(lefts), len(rights))
        pad = [""] * longest
        rows += [Row(*pair) for pair in zip((lefts + pad)[:longest], (rights + pad)[:longest], strict=True)]
    return rows
