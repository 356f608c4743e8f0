"""Skills and credentials as curated tables: what a learner can show, and what the issuers ask for."""

from evidence.models.credentials import (
    Credential,
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    Sequence,
    SequenceItem,
)
from evidence.models.skills import Skill, SkillAlias, SkillGroup

__all__ = [
    "Credential",
    "CredentialFact",
    "CredentialFee",
    "EligibilityPath",
    "EligibilityRequirement",
    "ExamDomain",
    "Sequence",
    "SequenceItem",
    "Skill",
    "SkillAlias",
    "SkillGroup",
]
