"""One key for pages of visitors and of learners."""

import pytest
from django.test import RequestFactory

from tpm_portal.asked_for import LONGEST, asked_for

KEY = asked_for(RequestFactory().get("/roadmap/"))


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/salaries/", {}),
        ("/roadmap/?state=todo", {}),
        *[("/roadmap/", {name: "other.example.org"}) for name in ("host", "x-forwarded-proto")],
        *[
            ("/roadmap/", {f"hx-{name}": "true"})
            for name in ("request", "boosted", "target", "trigger", "history-restore-request")
        ],
    ],
)
def test_whatever_changes_a_page_is_a_part_of_its_key(address, headers):
    assert asked_for(RequestFactory().get(address, headers=headers)) != KEY


def test_what_changes_nothing_is_none():
    assert asked_for(RequestFactory().get("/roadmap/", headers={"user-agent": "another"})) == KEY
    assert asked_for(RequestFactory().get("/roadmap/"), "dark") not in (KEY, None)


def test_nobody_fills_the_memory_with_what_they_ask_by():
    assert asked_for(RequestFactory().get("/?q=" + "a" * LONGEST)) is None
    assert asked_for(RequestFactory().get("/"), "a" * LONGEST) is None
