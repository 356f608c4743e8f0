"""What resumes are drawn from, resumes, and the copies of them that were sent."""

import uuid
from datetime import date
from hashlib import sha256
from typing import Any

from accounts.models import User
from keeping import verbs
from keeping.models import plain
from resumes.base.models import Annex, Bullet, Contact, Mention
from resumes.making import arranging
from resumes.making.composing import Composed
from resumes.making.deriving import Line
from resumes.making.loading import compose_resume
from resumes.making.models import Resume, SentCopy, SentFile
from tests.factories import NOW, numbers
from tests.factories.evidence import make_own


def make_contact(user: User, **fields: Any) -> Any:
    defaults = {"name": "Ada Byron", "email": "ada@example.org", "phone": "+1 555 0100", "city": "Austin"}
    return make_own(Contact, user, **(defaults | {"country_code": "US", "profiles": []} | fields))


def make_bullet(user: User, **fields: Any) -> Any:
    """A bullet; ``evidence`` are pieces, ``position``, ``project`` or ``mention`` the row it stands under."""
    pieces = [str(piece.token) for piece in fields.pop("evidence", [])]
    defaults = {"text": f"Cut the release time by {next(numbers)} hours"}
    return make_own(Bullet, user, **(defaults | fields), evidence=pieces)


def make_mention(user: User, **fields: Any) -> Any:
    defaults = {"kind": "languages", "title": f"Language {next(numbers)}", "level": "fluent"}
    return make_own(Mention, user, **(defaults | fields))


def make_annex(user: User, **fields: Any) -> Any:
    """What a document said of a row, which ``of`` names, beyond what its table holds."""
    row = fields.pop("of", None)
    named = {"subject": row._meta.label_lower, "row": str(row.token)} if row else {}
    return make_own(Annex, user, **(named | {"said": {"extra": {"color": "blue"}}} | fields))


def make_resume(user: User, **fields: Any) -> Any:
    return make_own(Resume, user, **({"name": f"Resume {next(numbers)}"} | fields))


def make_line(resume: Resume, key: str, **fields: Any) -> Any:
    """What a resume does otherwise with one thing, as an act of its learner would have made it; gives its revision."""
    if "shown" in fields:
        arranging.show(resume, key, shown=fields["shown"], at=NOW)
    if "before" in fields:
        arranging.move(resume, key, before=fields["before"], at=NOW)
    if "wording" in fields:
        arranging.word(resume, key, wording=fields["wording"], was=line_of(resume, key).text, at=NOW)
    return resume.revisions.first()


def line_of(resume: Resume, key: str) -> Line:
    """One line of a resume as it stands."""
    return composed(resume).lines[key]


def composed(resume: Resume) -> Composed:
    """A resume as it stands."""
    return compose_resume(Resume.objects.with_layers().get(pk=resume.pk), today=NOW.date())


def make_sent(resume: Resume, **fields: Any) -> Any:
    """A copy that was sent, with a file of a few bytes for each of ``files``: they are kept, not read."""
    files = fields.pop("files", {"pdf": b"%PDF-1.7 as it was"})
    defaults = {"name": resume.name, "employer": "Acme", "purpose": "Program manager", "on": date(2026, 11, 2)}
    values = {name: plain(value) for name, value in (defaults | fields).items()}
    copy, _ = verbs.add(
        SentCopy,
        user=resume.user,
        token=uuid.uuid4(),
        values=values | {"resume": str(resume.token)},
        at=NOW,
    )
    for ending, data in files.items():
        SentFile.objects.create(user=resume.user, copy=copy, format=ending, data=data, sha256=sha256(data).hexdigest())
    return copy
