"""Applications, what their postings ask, what became of them, and what was offered."""

from applications.offers.models import Offer, OfferEquity
from applications.postings.models import (
    Application,
    ApplicationCopy,
    Duty,
    PostingText,
    Requirement,
    RequirementCredential,
    RequirementSkill,
    TaskLiking,
)
from applications.stages.models import Habits, Person, SavedView, StageChange, Task

__all__ = [
    "Application",
    "ApplicationCopy",
    "Duty",
    "Habits",
    "Offer",
    "OfferEquity",
    "Person",
    "PostingText",
    "Requirement",
    "RequirementCredential",
    "RequirementSkill",
    "SavedView",
    "StageChange",
    "Task",
    "TaskLiking",
]
