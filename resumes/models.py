"""Resumes and what they are drawn from."""

from resumes.base.models import Annex, Bullet, BulletEvidence, Contact, Mention
from resumes.making.models import Dismissal, Resume, ResumeLine, Revision, SentCopy, SentFile
from resumes.review.models import ReviewComment, ReviewLink

__all__ = [
    "Annex",
    "Bullet",
    "BulletEvidence",
    "Contact",
    "Dismissal",
    "Mention",
    "Resume",
    "ResumeLine",
    "ReviewComment",
    "ReviewLink",
    "Revision",
    "SentCopy",
    "SentFile",
]
