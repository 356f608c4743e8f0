"""Where a learner worked: what the list puts together, what the form refuses, and what hangs on a position."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from evidence.catalog.eligibility import Person
from evidence.ledger.loading import load_person
from evidence.models import Position
from keeping import verbs
from tests.factories.evidence import make_evidence, make_position, make_project
from tests.kit import text, words

LIST = "/evidence/jobs/"


def sent(**more):
    said = {"token": str(uuid.uuid4()), "seen": "0", "title": "Lead", "employer": "Acme", "kind": "job"}
    return said | more


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"start_year": "2021", "running": "on"}, ("2021", "")),
        ({"start_month": "3", "start_year": "2021", "end_year": "2021"}, ("2021-03", "2021")),
        ({"start_year": "2021", "end_month": "2", "end_year": "2024"}, ("2021", "2024-02")),
        ({"end_month": "2", "end_year": "2024"}, ("", "2024-02")),
        ({}, ("", "")),
    ],
)
def test_as_much_of_a_day_is_kept_as_is_known(learning, said, kept):
    assert learning.post(f"{LIST}add/", sent(**said)).status_code == 302
    row = Position.objects.get()
    assert (row.starts, row.ends) == kept


@pytest.mark.parametrize(
    ("said", "field", "why"),
    [
        ({"title": ""}, "title", "Give your title there."),
        ({"start_month": "3", "running": "on"}, "start_year", "Write the year."),
        ({"running": "on"}, "start_year", "Write the year you began."),
        ({"start_year": "2021"}, "end_year", "Say when you left, or check that you are still there."),
        ({"start_year": "2021", "end_year": "2022", "running": "on"}, "running", "Clear the end date, or uncheck"),
        ({"start_year": "2021", "end_year": "2020"}, "end_year", "It ends before it begins."),
        (
            {"start_month": "5", "start_year": "2021", "end_month": "4", "end_year": "2021"},
            "end_year",
            "It ends before",
        ),
        ({"start_year": "2190", "running": "on"}, "start_year", "You cannot have begun in the future."),
    ],
)
def test_what_cannot_be_is_named(learning, said, field, why):
    response = learning.post(f"{LIST}add/", sent(**said))
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"].errors[field][0].startswith(why)
    assert not Position.objects.exists()


def test_a_day_that_is_stored_stays_when_only_the_title_changes(learning, learner):
    row = make_position(learner, starts="2021-03-15", ends="2024-01-31")
    said = {"start_month": "3", "start_year": "2021", "end_month": "1", "end_year": "2024"}
    changed = sent(token=str(row.token), seen="1", title="Head", **said)
    learning.post(reverse("evidence:edit_position", args=[row.pk]), changed)
    row.refresh_from_db()
    assert (row.title, row.starts, row.ends) == ("Head", "2021-03-15", "2024-01-31")


def test_promotions_at_one_employer_stand_together(learning, learner):
    make_position(learner, employer="Harbor Systems", title="Lead", starts="2022-03")
    make_position(learner, employer="HARBOR systems", title="Engineer", starts="2019", ends="2022-02")
    make_position(learner, employer="Acme", title="Intern", starts="2017", ends="2018")
    employers = learning.get(LIST).context["employers"]
    assert [(name, [row.title for row in rows]) for name, rows in employers] == [
        ("Harbor Systems", ["Lead", "Engineer"]),
        ("Acme", ["Intern"]),
    ]


def test_projects_and_evidence_hang_on_it_and_stay_when_it_goes(learning, learner):
    row = make_position(learner)
    project, piece = make_project(learner, title="Move", position=row), make_evidence(learner, position=row)
    make_evidence(learner)
    page = words(learning.get(LIST))
    assert "A job. 1 piece of evidence.</p>" in page
    assert f'<p class="small">Projects: <a href="{project.get_absolute_url()}" dir="auto">Move</a></p>' in page
    here = f'<a href="{LIST}#row-{row.pk}" dir="auto">Project lead, Harbor Systems</a>'
    assert here in text(learning.get(piece.get_absolute_url()))
    assert f"<dt>Job</dt><dd>{here}</dd>" in text(learning.get(project.get_absolute_url()))
    verbs.put_in_bin(row, at=timezone.now())
    assert "Harbor Systems" not in text(learning.get(project.get_absolute_url()))
    row.refresh_from_db()
    row.delete()
    project.refresh_from_db()
    assert (project.position, project.in_bin) == (None, False)


def test_the_months_of_a_ledger_do_not_come_from_it(learner):
    make_project(learner)
    before = load_person(learner)
    make_position(learner, starts="2010", ends="2024")
    assert load_person(learner) == before != Person()


@pytest.mark.parametrize(
    "wrong",
    [{"title": "", "employer": ""}, {"starts": "soon"}, {"ends": "2024-13"}, {"starts": "2024", "ends": "2023"}],
)
def test_the_database_refuses_nonsense(learner, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_position(learner, **wrong)


def test_of_two_dates_the_shorter_may_be_the_same_year(learner):
    assert make_position(learner, starts="2021-03", ends="2021").when == "Mar 2021 to 2021"
