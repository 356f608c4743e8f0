"""The pages of a learner with 200 projects and 2,000 pieces of evidence."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.models import Evidence, Project
from tests.evidence.records.load import addresses, fill

MOST = 10


def test_every_page_takes_at_most_ten_queries_with_2000_pieces(learning, learner, seeded):
    fill(learner, projects=200, pieces=2000)
    assert (Project.objects.count(), Evidence.objects.count()) == (200, 2000)
    taken = {}
    for name, address in addresses(learner).items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert learning.get(address).status_code == 200, address
        taken[name] = len(queries)
    assert {name: number for name, number in taken.items() if number > MOST} == {}
    # The form to add a project needs the session, the user, and the jobs it offers.
    assert (min(taken.values()), max(taken.values())) == (3, 10)
