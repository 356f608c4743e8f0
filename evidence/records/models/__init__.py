"""A learner's own rows: what they did, know and hold."""

from evidence.records.models.background import Education, Grip, HeldCredential, RenewalUnits, SkillStanding, Training
from evidence.records.models.positions import Position, PositionKind
from evidence.records.models.recoveries import Recovery
from evidence.records.models.work import (
    Approach,
    Budget,
    Evidence,
    EvidenceLink,
    EvidenceSkill,
    Part,
    Project,
    ProjectKind,
)

__all__ = [
    "Approach",
    "Budget",
    "Education",
    "Evidence",
    "EvidenceLink",
    "EvidenceSkill",
    "Grip",
    "HeldCredential",
    "Part",
    "Position",
    "PositionKind",
    "Project",
    "ProjectKind",
    "Recovery",
    "RenewalUnits",
    "SkillStanding",
    "Training",
]
