"""Salary claims as curated tables, what changed in them, and a learner's own number."""

from salaries.models.catalog import Basis, Industry, Method, Occupation, OccupationKind, Place, PlaceKind
from salaries.models.claims import Distribution, Kind, Level, Period, SalaryClaim, Statistic
from salaries.models.kept import KeptNumber

__all__ = [
    "Basis",
    "Distribution",
    "Industry",
    "KeptNumber",
    "Kind",
    "Level",
    "Method",
    "Occupation",
    "OccupationKind",
    "Period",
    "Place",
    "PlaceKind",
    "SalaryClaim",
    "Statistic",
]
