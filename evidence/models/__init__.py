"""Skills and credentials as curated tables, and a learner's own rows: what they did, know and hold."""

from evidence.models.background import Education, Grip, HeldCredential, RenewalUnits, SkillStanding, Training
from evidence.models.credentials import (
    Credential,
    CredentialFact,
    CredentialFee,
    ExamDomain,
    Sequence,
    SequenceItem,
)
from evidence.models.own import Act, Own, OwnEvent
from evidence.models.recoveries import Recovery
from evidence.models.rules import (
    DescriptionLimit,
    EligibilityPath,
    EligibilityRequirement,
    PathVersion,
    RenewalRule,
    RuleRead,
)
from evidence.models.skills import Skill, SkillAlias, SkillGroup
from evidence.models.work import Approach, Budget, Evidence, EvidenceLink, EvidenceSkill, Part, Project, ProjectKind

__all__ = [
    "Act",
    "Approach",
    "Budget",
    "Credential",
    "CredentialFact",
    "CredentialFee",
    "DescriptionLimit",
    "Education",
    "EligibilityPath",
    "EligibilityRequirement",
    "Evidence",
    "EvidenceLink",
    "EvidenceSkill",
    "ExamDomain",
    "Grip",
    "HeldCredential",
    "Own",
    "OwnEvent",
    "Part",
    "PathVersion",
    "Project",
    "ProjectKind",
    "Recovery",
    "RenewalRule",
    "RenewalUnits",
    "RuleRead",
    "Sequence",
    "SequenceItem",
    "Skill",
    "SkillAlias",
    "SkillGroup",
    "SkillStanding",
    "Training",
]
