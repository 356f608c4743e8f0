"""A learner who moves: what they recorded as today where each day begins first, seen from where it ends last.

The two calendars are never on the same day, so nothing here depends on the hour.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.days import latest_day
from evidence.models import Education, EligibilityPath, EligibilityRequirement, HeldCredential, PathVersion, Training
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential, make_education, make_own, make_project
from tests.kit import words

EAST, WEST = "Pacific/Kiritimati", "Etc/GMT+12"


def today_in(zone):
    return timezone.localdate(timezone=ZoneInfo(zone))


@pytest.fixture
def move(learner):
    def move(zone):
        learner.time_zone = zone
        learner.save()

    return move


@settings(deadline=None)
@given(st.integers(0, 60 * 24 * 365 * 30))
def test_no_calendar_is_ahead_of_the_latest_day(minutes):
    at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert latest_day(at) == max(at.astimezone(ZoneInfo(zone)).date() for zone in available_timezones())


@pytest.fixture
def pmp(db):
    credential = make_credential(slug="pmp")
    path = EligibilityPath.objects.create(
        credential=credential, slug="main", label="main", source=make_source(), as_of="2026", checked_on="2026-11-23"
    )
    rows = {
        "training": {"kind": "training", "training": "pm_education", "hours": 35},
        "months": {"kind": "experience", "experience": "leading_projects", "months": 36, "within_years": 8},
        "degree": {"kind": "education", "education": "bachelor"},
    }
    for name, fields in rows.items():
        EligibilityRequirement.objects.create(path=path, slug=name, **fields)
    path.record_version(at=timezone.now())
    return credential


def send(client, what, **data):
    page = f"/evidence/background/add/{what}/"
    token = client.get(page).context["form"]["token"].value()
    return client.post(page, {"token": token, "seen": 0, **data}, follow=True)


def test_what_was_recorded_as_today_counts_at_once_and_can_be_edited(learning, learner, pmp, move):
    move(EAST)
    there = today_in(EAST)
    send(learning, "training", title="Basics", kind="pm_education", hours="35", finished_on=there)
    make_education(learner, level="bachelor")
    make_project(learner, starts_on=there, ends_on=None, exact=True, part="led", professional=True)
    move(WEST)
    assert today_in(WEST) < there
    ledger = learning.get("/evidence/credentials/pmp/")
    (path,) = [path for path in ledger.context["paths"] if path["assessed"].path.slug == "main"]
    (counting,) = ledger.context["countings"]
    states = {item.requirement.kind: item.state for item in path["assessed"].result.items}
    assert states == {"training": "met", "experience": "missing", "education": "met"}
    assert counting["counting"].count.generous == 1
    assert [line.state for line in learning.get("/evidence/credentials/").context["credentials"]] == ["close"]
    assert "0 to 1 of 36 months" in words(learning.get("/evidence/credentials/"))
    # It can be edited, with its day as it is.
    row = Training.objects.get()
    page = f"/evidence/background/training/{row.pk}/edit/"
    form = learning.get(page).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"title": "Better"}
    assert "Saved: Better." in words(learning.post(page, sent, follow=True))
    row.refresh_from_db()
    assert (row.title, row.finished_on) == ("Better", there)


def test_a_credential_that_was_earned_today_is_held(learning, learner, pmp, move):
    move(EAST)
    there = today_in(EAST)
    make_own(HeldCredential, learner, credential=pmp, earned_on=there, expires_on=there + timedelta(days=900))
    move(WEST)
    page = learning.get("/evidence/credentials/")
    assert [line.held for line in page.context["held_credentials"]] == [True]
    assert f"valid until {there + timedelta(days=900):%b %-d, %Y}" in words(page)
    assert "no longer counts" not in words(page)


def test_the_pack_dates_a_rule_by_the_learners_calendar(learning, pmp, move):
    PathVersion.objects.update(recorded_at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    for zone, day in ((EAST, 2), (WEST, 1)):
        move(zone)
        since = f"Rule as of November {day}, 2026"
        assert since in words(learning.get("/evidence/credentials/pmp/pack/"))


def test_a_degree_that_was_finished_today_counts_at_once(learning, pmp, move):
    move(EAST)
    there = today_in(EAST)
    send(learning, "education", level="bachelor", finished_on=there)
    move(WEST)

    def state():
        items = learning.get("/evidence/credentials/pmp/").context["paths"][0]["assessed"].result.items
        return [item.state for item in items if item.requirement.kind == "education"]

    assert state() == ["met"]
    assert f"Finished on {there:%b %-d, %Y}." in words(learning.get("/evidence/background/"))
    # Other words change nothing of that; another day that has not come here is one that is expected.
    page = f"/evidence/background/education/{Education.objects.get().pk}/edit/"
    for changed, said in (({"title": "BSc"}, "met"), ({"finished_on": there + timedelta(days=1)}, "missing")):
        form = learning.get(page).context["form"]
        sent = {name: value for name in form.fields if (value := form[name].value())}
        assert "Saved: " in words(learning.post(page, sent | changed, follow=True))
        assert state() == [said]


def test_a_degree_that_is_expected_later_does_not_count_yet(learning, learner, pmp, move):
    """Also if its day has begun elsewhere: it may be that of tomorrow."""
    for zone in (EAST, WEST):
        move(zone)
        Education.objects.all().delete()
        send(learning, "education", level="bachelor", finished_on=today_in(zone) + timedelta(days=1))
        assert "does not count yet" in words(learning.get("/evidence/background/"))
        items = learning.get("/evidence/credentials/pmp/").context["paths"][0]["assessed"].result.items
        assert [item.state for item in items if item.requirement.kind == "education"] == ["missing"]
