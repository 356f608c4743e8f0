"""The pages of plain tables: each that is declared answers the same, also one that no room has."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from applications.offers.views.offers import OFFERS
from applications.postings.views.requirements import REQUIREMENTS
from applications.postings.views.saving import APPLICATIONS
from applications.stages.views.people import PEOPLE
from applications.stages.views.rounds import ROUNDS
from applications.stages.views.stages import STAGES
from applications.stages.views.table import VIEWS
from applications.stages.views.tasks import TASKS
from evidence.records.views.pieces import PIECES
from evidence.records.views.positions import POSITIONS
from evidence.records.views.projects import PROJECTS
from interviews.dates.views import INTERVIEWS
from interviews.practice.views.asked import ASKED
from keeping import ceilings, declaring, verbs
from resumes.base.views import BULLETS, MENTIONS
from resumes.making.views.resumes import RESUMES
from tests.factories.applications import make_application
from tests.factories.evidence import make_evidence, make_position, make_project
from tests.factories.interviews import make_round
from tests.kit import unescaped
from tests.own_pages import OwnPagesTests, declared


@pytest.fixture
def toy(db):
    """The site with the room of ``tests.toy``, and its table in the database. Gives the declaration."""
    with override_settings(INSTALLED_APPS=[*settings.INSTALLED_APPS, "tests.toy"], ROOT_URLCONF="tests.toy.urls"):
        from tests.toy.models import COURSES

        _look_again()
        with connection.schema_editor() as editor:
            editor.create_model(COURSES.model)
        yield COURSES
    _look_again()


def _look_again():
    for known in (declaring.tables, ceilings.learners_tables, ceilings._sums):
        known.cache_clear()


class TestATableOfNoRoom(OwnPagesTests):
    name = "name"
    values = {"on": "2026-03-01", "hours": "7.5"}
    changed = {"hours": "8"}
    wrong = ("hours", "many")

    @pytest.fixture(autouse=True)
    def surroundings(self, toy):
        self.pages = toy

    def test_its_form_asks_for_its_fields_and_offers_ones_own_rows(self, learning, learner, stranger):
        mine, _ = make_project(learner, title="Mine"), make_project(stranger, title="Theirs")
        row = self.add(learning, project=mine.pk)
        assert (row.on, row.hours, row.project) == (date(2026, 3, 1), Decimal("7.5"), mine)
        offered = learning.get(self.pages.at("add")).context["form"].fields["project"].queryset
        assert list(offered) == [mine]
        verbs.put_in_bin(mine, at=timezone.now())
        assert list(learning.get(self.pages.at("add")).context["form"].fields["project"].queryset) == []
        # What was chosen stays chosen.
        assert dict(self.form(learning, row).fields)["project"] == str(mine.pk)

    def test_an_empty_list_says_what_it_is_for_and_leads_to_its_form(self, learning):
        body = unescaped(learning.get("/toy/courses/"))
        assert "A course you took is worth a line." in body
        assert 'href="/toy/courses/add/">Add a course</a>' in body

    def test_a_list_shows_each_row_with_the_way_to_its_form(self, learning):
        row = self.add(learning)
        body = unescaped(learning.get("/toy/courses/"))
        assert f'<li id="row-{row.pk}">' in body
        assert row.get_absolute_url() == f"/toy/courses/#row-{row.pk}"
        assert f'<a href="/toy/courses/{row.pk}/edit/" aria-label="Edit Zanzibar">Edit</a>' in body


class TestInterviews(OwnPagesTests):
    pages = INTERVIEWS
    name = "company"
    changed = {"minutes_per_day": "45"}
    wrong = ("minutes_per_day", "2")

    @pytest.fixture(autouse=True)
    def surroundings(self, db):
        self.values = {"on": timezone.localdate().isoformat(), "minutes_per_day": "30", "round_type": make_round().pk}


class TestAsked(OwnPagesTests):
    pages = ASKED
    name = "text"
    values = {"company": "Acme"}
    changed = {"round": "Second"}
    wrong = ("on", "2199-01-01")


class TestProjects(OwnPagesTests):
    pages = PROJECTS
    name = "title"
    values = {
        **{"start_month": "3", "start_year": "2024", "end_month": "5", "end_year": "2025"},
        **{"part": "led", "kind": "job"},
    }
    changed = {"end_month": "9"}
    wrong = ("team_size", "-1")


class TestPieces(OwnPagesTests):
    pages = PIECES
    name = "happened"
    values = {"on": "2026-03-01"}
    changed = {"result": "Twice as fast"}
    wrong = ("on", "2199-01-01")


class TestPositions(OwnPagesTests):
    pages = POSITIONS
    name = "title"
    values = {"employer": "Acme", "kind": "job", "start_month": "3", "start_year": "2022", "running": "on"}
    changed = {"end_month": "9", "end_year": "2024", "running": ""}
    wrong = ("start_year", "20222")


class TestBullets(OwnPagesTests):
    pages = BULLETS
    name = "text"
    changed = {"place": ""}
    wrong = ("place", "position:0")

    @pytest.fixture(autouse=True)
    def surroundings(self, learner):
        self.values = {"place": f"position:{make_position(learner).pk}", "evidence": [make_evidence(learner).pk]}


class TestMentions(OwnPagesTests):
    pages = MENTIONS
    name = "title"
    values = {"kind": "languages", "level": "fluent"}
    changed = {"starts": "2019-3"}
    wrong = ("ends", "last year")


class TestResumes(OwnPagesTests):
    pages = RESUMES
    name = "name"
    values = {"look": "classic", "paper": "a4"}
    changed = {"purpose": "Program manager"}
    wrong = ("look", "baroque")


class TestApplications(OwnPagesTests):
    pages = APPLICATIONS
    name = "title"
    values = {"remote": "no", "employer": "Acme"}
    changed = {"employer": "Initech", "employment_types": ["full_time", "contract"], "closes_on": "2026-12-15"}
    wrong = ("pay_least", "0")


class TestRequirements(OwnPagesTests):
    pages = REQUIREMENTS
    name = "quote"
    changed = {"kind": "experience", "months": "60", "or_equivalent": "on", "unlisted": "PSM II, CSPO"}
    wrong = ("months", "many")

    @pytest.fixture(autouse=True)
    def surroundings(self, learner):
        self.values = {"strength": "required", "kind": "other", "application": make_application(learner).pk}


class TestStages(OwnPagesTests):
    pages = STAGES
    name = "note"
    called = "Applied, Mar 1, 2026"
    changed = {"stage": "screening"}
    wrong = ("stage", "hired")

    @pytest.fixture(autouse=True)
    def surroundings(self, learner):
        application = make_application(learner, stage="")
        self.values = {"application": application.pk, "stage": "applied", "on": "2026-03-01"}


class TestOffers(OwnPagesTests):
    pages = OFFERS
    name = "note"
    called = "Said, Mar 1, 2026: $120,000 a year"
    changed = {"bonus": "10,000", "equity_2": "5,000"}
    wrong = ("base", "0")

    @pytest.fixture(autouse=True)
    def surroundings(self, learner):
        terms = {"form": "verbal", "on": "2026-03-01", "base": "120k", "currency": "usd", "period": "year"}
        self.values = terms | {"application": make_application(learner).pk, "equity_1": "500"}


class TestPeople(OwnPagesTests):
    pages = PEOPLE
    name = "name"
    values = {"what": "Recruiter", "known_from": "A meetup", "last_contact_on": "2026-11-02", "note": "Kind"}
    changed = {"what": "Hiring manager"}
    wrong = ("last_contact_on", "2999-01-01")


class TestTasks(OwnPagesTests):
    pages = TASKS
    name = "what"
    values = {"due_on": "2026-12-24", "note": "Not too late"}
    changed = {"due_on": "2026-12-20"}
    wrong = ("due_on", "1900-01-01")


class TestRounds(OwnPagesTests):
    pages = ROUNDS
    name = "company"
    changed = {"minutes_per_day": "60"}
    wrong = ("minutes_per_day", "4")

    @pytest.fixture(autouse=True)
    def surroundings(self, learner):
        day = timezone.localdate() + timedelta(days=3)
        self.values = {"application": make_application(learner).pk, "on": f"{day:%Y-%m-%d}", "minutes_per_day": "30"}
        self.values |= {"round_type": make_round().pk, "note": "Second floor"}

    def listed_at(self, row):
        return reverse("applications:rounds", args=[row.application_id])


class TestSavedViews(OwnPagesTests):
    pages = VIEWS
    name = "name"
    values = {"query": "stage=applied&sort=employer"}
    changed = {"name": "Otherwise"}
    wrong = ("query", "x" * 501)


def test_every_table_with_such_pages_is_looked_at():
    here = {one.pages.model for one in OwnPagesTests.__subclasses__() if one.pages}
    assert declared() == here
    assert len(here) >= 10
