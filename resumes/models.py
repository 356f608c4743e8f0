"""Resumes and what they are drawn from."""

from resumes.base.models import Annex, Bullet, BulletEvidence, Contact, Mention
from resumes.making.models import Dismissal, Resume, ResumeLine, Revision, SentCopy, SentFile

__all__ = [
    "Annex",
    "Bullet",
    "BulletEvidence",
    "Contact",
    "Dismissal",
    "Mention",
    "Resume",
    "ResumeLine",
    "Revision",
    "SentCopy",
    "SentFile",
]
