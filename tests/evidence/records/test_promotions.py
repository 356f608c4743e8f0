"""Which positions stand together."""

from dataclasses import dataclass

import pytest

from evidence.records.promotions import together


@dataclass(frozen=True)
class At:
    employer: str
    starts: str = ""
    ends: str = ""


NOW, BEFORE = At("Harbor", "2022-03"), At("HARBOR", "2019-06", "2022-02")


@pytest.mark.parametrize(
    ("positions", "groups"),
    [
        ([], []),
        ([NOW, BEFORE], [[NOW, BEFORE]]),
        # Another job beside it does not part them.
        ([NOW, At("Acme", "2020"), BEFORE], [[NOW, BEFORE], [At("Acme", "2020")]]),
        # Three months in between are no leaving, four are.
        ([NOW, At("Harbor", "2019", "2021-11")], [[NOW, At("Harbor", "2019", "2021-11")]]),
        ([NOW, At("Harbor", "2019", "2021-10")], [[NOW], [At("Harbor", "2019", "2021-10")]]),
        ([NOW, At("Harbor", "2012", "2015"), BEFORE], [[NOW, BEFORE], [At("Harbor", "2012", "2015")]]),
        ([NOW, At("Harbor")], [[NOW, At("Harbor")]]),
        # Without an employer each stands alone.
        ([At("", "2022"), At("", "2020", "2021")], [[At("", "2022")], [At("", "2020", "2021")]]),
    ],
)
def test_what_somebody_was_at_one_employer_one_after_the_other(positions, groups):
    assert together(positions) == groups
