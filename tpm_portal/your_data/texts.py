"""What a learner wrote at length, as Markdown to read: notes, answers, stories. The words stand as they were typed."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery
from django.utils.timezone import localtime

from accounts.models import User
from interviews.models import Answer, AnswerVersion, Story
from keeping.models import Own
from keeping.taking.naming import taken
from tpm_portal.your_data.zipping import File

# The parts of an answer and of a story, in the order in which they are told.
PARTS = (("Situation", "situation"), ("Task", "task"), ("Action", "action"), ("Result", "result"))
TOLD_IN = (("In 30 seconds", "in_30"), ("In 90 seconds", "in_90"), ("In 3 minutes", "in_180"))
OF_STORIES = (*PARTS, ("What I learned", "reflection"), *TOLD_IN)


def files(user: User) -> Iterator[File]:
    yield File("notes.md", _document("Notes", notes(user)))
    yield File("answers.md", _document("Answers", answers(user)))
    yield File("stories.md", _document("Stories", stories(user)))


def _document(title: str, sections: Iterator[str]) -> Iterator[bytes]:
    """A title and what stands under it. Nothing if there is nothing."""
    first = next(sections, None)
    if first is None:
        return
    yield f"# {title}\n\n{first}\n".encode()
    for section in sections:
        yield f"\n{section}\n".encode()


def notes(user: User) -> Iterator[str]:
    """The note of every row that has one, in whatever table."""
    for model in taken().values():
        if not any(field.name == "note" for field in model._meta.concrete_fields):
            continue
        kind = str(model._meta.verbose_name)
        for row in _theirs(model, user).exclude(note="").iterator():
            # A milestone's is on what the roadmap calls it.
            on = getattr(row, "milestone", row)
            yield f"## {kind[:1].upper()}{kind[1:]}: {_line(on)}\n\n{row.note}"


def answers(user: User) -> Iterator[str]:
    """The newest version of each answer, under its question as it was worded then."""
    newest = AnswerVersion.objects.filter(answer=OuterRef("pk")).order_by("-number").values("pk")[:1]
    rows = Answer.objects.filter(user=user).exclude(asked__deletion__isnull=False).annotate(newest=Subquery(newest))
    keys = rows.exclude(newest=None).values_list("newest", flat=True)
    versions: Any = AnswerVersion.objects.filter(pk__in=keys).order_by("pk")
    zone = ZoneInfo(user.time_zone)
    for version in versions.select_related("answer__question", "answer__asked").iterator():
        question = version.asked_as or version.answer.question or version.answer.asked
        said = f"*Version {version.number}, {localtime(version.at, zone):%b %-d, %Y}*"
        yield "\n\n".join([f"## {_line(question)}", said, *filter(None, [version.text]), *_parts(version, PARTS)])


def stories(user: User) -> Iterator[str]:
    for story in _theirs(Story, user).iterator():
        day = [f"*{story.happened_on:%b %-d, %Y}*"] if story.happened_on else []
        yield "\n\n".join([f"## {_line(story)}", *day, *_parts(story, OF_STORIES)])


def _theirs(model: Any, user: User) -> Any:
    """The learner's rows of a table that are not in the bin, with what they point to."""
    rows = model._base_manager.filter(user=user).order_by("pk")
    pointed = [field.name for field in model._meta.concrete_fields if field.is_relation and field.name != "user"]
    rows = rows.select_related(*pointed) if pointed else rows
    return rows.filter(deletion=None) if issubclass(model, Own) else rows


def _parts(row: Any, parts: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"### {name}\n\n{getattr(row, field)}" for name, field in parts if getattr(row, field)]


def _line(row: Any) -> str:
    return " ".join(str(row).split())
