"""Applications with their postings, requirements and duties."""

from applications.postings.models.applications import Application, ApplicationCopy, Duty, PostingText
from applications.postings.models.requirements import (
    Liking,
    Requirement,
    RequirementCredential,
    RequirementSkill,
    Said,
    TaskLiking,
)

__all__ = [
    "Application",
    "ApplicationCopy",
    "Duty",
    "Liking",
    "PostingText",
    "Requirement",
    "RequirementCredential",
    "RequirementSkill",
    "Said",
    "TaskLiking",
]
