"""What a learner's first visit moves: scripts that only writing needs come with it."""

import pytest

from tests.factories.applications import make_application
from tests.weight import first_visit

pytestmark = pytest.mark.django_db
FIRST = "/roadmap/get-credentials/creds-stocktake/"
OF_EVERY_DAY = [
    "/",
    "/roadmap/",
    FIRST,
    "/evidence/",
    "/interviews/practice/",
    "/applications/",
    "/resumes/",
    "/salaries/",
]
MOST_BYTES, MOST_REQUESTS = 45_000, 7
# Somebody writes, speaks and is timed there at once, if a question is due.
OF_PRACTICE = 10


def test_the_pages_of_every_day_are_light_for_a_learner(seeded, learning, learner):
    make_application(learner)
    found = {address: first_visit(learning, address) for address in OF_EVERY_DAY}
    assert {page: both for page, both in found.items() if both[0] > MOST_BYTES} == {}
    most = dict.fromkeys(OF_EVERY_DAY, MOST_REQUESTS) | {"/interviews/practice/": OF_PRACTICE}
    assert {page: both for page, both in found.items() if both[1] > most[page]} == {}
