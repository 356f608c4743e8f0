"""What the heaviest views of the salaries move. What holds for every page is in tpm_portal/test_styles.py."""

import pytest

from tests.weight import first_visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

MOST = 80_000
EVERYTHING = "role=any&place=any&industry=any&year=any&kind=any&currency=any"


@pytest.mark.parametrize("yearly", ["", "&yearly=1"])
def test_heaviest_view_moves_less_than_80_kb(client, yearly):
    pages = client.get(f"/salaries/?{EVERYTHING}").context["page"].paginator.page_range
    weights = [first_visit(client, f"/salaries/?{EVERYTHING}&page={page}{yearly}")[0] for page in pages]
    assert len(weights) == 6
    assert max(weights) < MOST
