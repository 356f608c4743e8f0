"""Applications with their postings, requirements and duties."""

from applications.postings.models.applications import (
    ENDINGS,
    GOING_ON,
    Application,
    ApplicationCopy,
    Duty,
    PostingText,
    Stage,
)
from applications.postings.models.requirements import (
    Liking,
    Requirement,
    RequirementCredential,
    RequirementSkill,
    Said,
    TaskLiking,
)

__all__ = [
    "ENDINGS",
    "GOING_ON",
    "Application",
    "ApplicationCopy",
    "Duty",
    "Liking",
    "PostingText",
    "Requirement",
    "RequirementCredential",
    "RequirementSkill",
    "Said",
    "Stage",
    "TaskLiking",
]
