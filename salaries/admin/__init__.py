"""The curator's desk for pay: what it is reported for, the claims, their files, and what changed in them."""

from salaries.admin.catalog import IndustryAdmin, MethodAdmin, OccupationAdmin, PlaceAdmin
from salaries.admin.claims import DistributionAdmin, SalaryClaimAdmin
from salaries.admin.records import ChangeAdmin, ImportBatchAdmin

__all__ = [
    "ChangeAdmin",
    "DistributionAdmin",
    "ImportBatchAdmin",
    "IndustryAdmin",
    "MethodAdmin",
    "OccupationAdmin",
    "PlaceAdmin",
    "SalaryClaimAdmin",
]
