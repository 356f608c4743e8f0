"""The six steps and their milestones, what a learner made of them, and the guide around them."""

from roadmap.models.content import (
    Cost,
    HowToItem,
    Level,
    Milestone,
    MilestoneVersion,
    ProofHint,
    Resource,
    Step,
)
from roadmap.models.guide import (
    ComparisonRow,
    Duty,
    EmploymentFigure,
    MarketFact,
    Passage,
    Role,
)
from roadmap.models.progress import (
    ChecklistTick,
    CountedMilestone,
    MilestoneEvidence,
    MilestoneProgress,
    ProgressAct,
    ProofLink,
    State,
)

__all__ = [
    "ChecklistTick",
    "ComparisonRow",
    "Cost",
    "CountedMilestone",
    "Duty",
    "EmploymentFigure",
    "HowToItem",
    "Level",
    "MarketFact",
    "Milestone",
    "MilestoneEvidence",
    "MilestoneProgress",
    "MilestoneVersion",
    "Passage",
    "ProgressAct",
    "ProofHint",
    "ProofLink",
    "Resource",
    "Role",
    "State",
    "Step",
]
