"""All that is kept for a learner, as the files of one archive: each is made when its turn comes."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.text import slugify

from accounts.models import User
from keeping.dated import dated
from keeping.models import EARLIEST
from keeping.taking.export import documents, of_one_moment
from resumes.base.loading import load_recorded
from resumes.making.files import FileError, file_of
from resumes.making.loading import compose_resume
from resumes.making.models import Resume
from tpm_portal.calendar.writing import written
from tpm_portal.your_data import tables, texts
from tpm_portal.your_data.zipping import File, zipped

README = """\
What you have recorded on {site}, taken out on {day}.

everything.json  All of it, with its history. This is the file to bring back: on any site that runs this
                 program, choose Account, Your data, Bring it in, and give it this archive or this file.
                 Your password, your private links and which mails you get are not in it.
notes.md         Your notes, to read.
answers.md       Your answers to interview questions, the newest version of each.
stories.md       Your stories.
calendar.ics     Everything of yours with a date. Any calendar opens it; it does not follow changes.
resumes/         Each resume as PDF, and as JSON Resume, which other programs read (jsonresume.org).
tables/          Each kind of row as a table (CSV) for a spreadsheet, in a folder for each room. What is deleted
                 and can still be restored is in them too: it says so under Deletion. A cell that begins with an
                 apostrophe does so to keep a spreadsheet from running it as a formula.

A file that would be empty is left out. Times are those of {zone}.
"""


def archive(user: User, *, at: datetime) -> Iterator[bytes]:
    """The archive in pieces. All of it is of one moment, whatever is saved meanwhile."""
    with of_one_moment():
        yield from zipped(_files(user, at), at=at.astimezone(ZoneInfo(user.time_zone)))


def name_of(user: User, at: datetime) -> str:
    return f"tpm-portal-{at.astimezone(ZoneInfo(user.time_zone)):%Y-%m-%d}.zip"


def _files(user: User, at: datetime) -> Iterator[File]:
    day = at.astimezone(ZoneInfo(user.time_zone)).date()
    about = README.format(site=settings.SITE_URL, day=f"{day:%b %-d, %Y}", zone=user.time_zone)
    yield File("README.txt", [about.encode()])
    yield File("everything.json", documents(user))
    yield from texts.files(user)
    if dates := dated(user, today=day, since=EARLIEST):
        yield File("calendar.ics", [written(dates, site=settings.SITE_URL, name="TPM Portal", with_notes=True)])
    yield from _resumes(user, day)
    yield from tables.files(user)


def _resumes(user: User, day: date) -> Iterator[File]:
    rows = list(Resume.objects.for_user(user).with_layers().order_by("pk"))
    # All of them are drawn from the same.
    recorded = load_recorded(user, today=day, to_print=True) if rows else None
    for number, resume in enumerate(rows, start=1):
        resume.user = user
        composed = compose_resume(resume, today=day, to_print=True, recorded=recorded)
        name = f"resumes/{number}-{slugify(resume.name)[:60] or 'resume'}"
        for ending in ("pdf", "json"):
            try:
                yield File(f"{name}.{ending}", [file_of(composed, resume, ending)])
            except FileError as error:
                yield File(f"{name}.{ending}.txt", [f"This file could not be made. {error}\n".encode()])
