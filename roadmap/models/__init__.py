"""The six steps and their milestones, what a learner made of them, and the guide around them."""

from roadmap.models.aim import AIM_TOKEN, Aim
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
from roadmap.models.signs import Sign

__all__ = [
    "AIM_TOKEN",
    "Aim",
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
    "Sign",
    "State",
    "Step",
]
