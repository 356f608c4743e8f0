"""A resume of one job with three bullets, each with a number."""

import pytest

from tests.factories.evidence import make_position
from tests.factories.resumes import make_bullet, make_resume


@pytest.fixture
def position(learner):
    return make_position(learner, employer="Acme", title="Lead", summary="What it was")


@pytest.fixture
def bullets(learner, position):
    return [make_bullet(learner, text=f"Led {number} teams", position=position) for number in (3, 4, 5)]


@pytest.fixture
def keys(bullets):
    return [f"bullet:{bullet.token}" for bullet in bullets]


@pytest.fixture
def resume(learner, bullets):
    return make_resume(learner, name="All I did")
