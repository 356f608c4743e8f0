"""Skills, credentials and their rules as curated tables."""

from evidence.catalog.models.credentials import (
    Credential,
    CredentialFact,
    CredentialFee,
    ExamDomain,
    Sequence,
    SequenceItem,
)
from evidence.catalog.models.rules import (
    DescriptionLimit,
    EligibilityPath,
    EligibilityRequirement,
    PathVersion,
    RenewalRule,
    RuleRead,
)
from evidence.catalog.models.skills import Skill, SkillAlias, SkillGroup

__all__ = [
    "Credential",
    "CredentialFact",
    "CredentialFee",
    "DescriptionLimit",
    "EligibilityPath",
    "EligibilityRequirement",
    "ExamDomain",
    "PathVersion",
    "RenewalRule",
    "RuleRead",
    "Sequence",
    "SequenceItem",
    "Skill",
    "SkillAlias",
    "SkillGroup",
]
