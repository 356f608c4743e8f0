"""The curator's desk for pay: what it is reported for, the claims, and their files."""

from salaries.admin.catalog import IndustryAdmin, MethodAdmin, OccupationAdmin, PlaceAdmin
from salaries.admin.claims import DistributionAdmin, SalaryClaimAdmin

__all__ = [
    "DistributionAdmin",
    "IndustryAdmin",
    "MethodAdmin",
    "OccupationAdmin",
    "PlaceAdmin",
    "SalaryClaimAdmin",
]
