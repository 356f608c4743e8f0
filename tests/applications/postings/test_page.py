"""The page of an application: each row against what the learner can show, and what they do to the rows."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.models import Requirement
from applications.postings import arranging
from keeping import verbs
from tests.factories.applications import make_application, make_requirement
from tests.factories.evidence import make_credential, make_evidence, make_position, make_project, make_skill
from tests.forms import forms_of
from tests.kit import seen, unescaped, words


@pytest.fixture
def application(learner):
    return make_application(learner, title="TPM", employer="Acme")


def page(client, application):
    return seen(client.get(application.get_absolute_url()))


def test_a_row_names_what_proves_it_or_what_to_do(learning, learner, application):
    jira, sql = make_skill(name="Jira"), make_skill(name="SQL")
    pmp = make_credential(name="Project Management Professional (PMP)")
    make_evidence(learner, happened="Moved 40 teams to one board", skills=[jira.slug])
    make_requirement(application, quote="Experience with Jira", skills=[jira])
    make_requirement(application, quote="PMP certification", kind="credential", credentials=[pmp])
    make_requirement(application, quote="SQL", skills=[sql], strength="preferred")
    shown = page(learning, application)
    assert "Experience with Jira Met: Moved 40 teams to one board." in shown
    assert "PMP certification Missing. Nothing shows PMP yet." in shown
    assert "Required, with evidence 1 of 2" in shown
    assert "Preferred, with evidence 0 of 1" in shown
    assert "1 of 2 required met with evidence, 1 missing (PMP); 0 of 1 preferred" in shown
    assert f'href="/skills/{sql.slug}/"' in unescaped(learning.get(application.get_absolute_url()))


def test_months_say_when_they_are_there(learning, learner, application):
    make_project(learner, title="Billing", starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31), part="led")
    make_requirement(application, quote="3 years of leading projects", kind="experience", months=36)
    assert "In part: Billing. 24 of 36 months counted. Do it: months of work" in page(learning, application)


def test_an_act_names_the_degree_it_is_about(learning, application):
    make_requirement(application, quote="A bachelor's degree", kind="degree", level="bachelor")
    assert "Do it: a bachelor's degree" in page(learning, application)


def test_an_act_without_a_name_is_about_the_row(learning, application):
    make_requirement(application, quote="Any certification", kind="credential", said="yes")
    assert "Claimed only. You say that you have this. I have this I don't Prove it: this requirement" in page(
        learning, application
    )


def test_years_of_managing_are_not_met_by_years_at_anything(learning, learner, application):
    make_position(learner, title="Support team lead", employer="", starts="2015-01")
    make_requirement(application, quote="5 years of project management experience", kind="experience", months=60)
    assert "5 years of project management experience Missing." in page(learning, application)
    make_requirement(application, quote="5 years at work", kind="experience", months=60)
    assert "5 years at work Met: Support team lead." in page(learning, application)


def test_what_no_record_can_show_is_the_learners_to_say(learning, application):
    row = make_requirement(application, quote="US citizenship", kind="other")
    assert "US citizenship Do you have this?" in page(learning, application)
    address = f"/applications/requirements/{row.pk}/say/"
    assert "I have this: US citizenship." in words(learning.post(address, {"said": "yes"}, follow=True))
    assert "Claimed only. You say that you have this." in page(learning, application)
    learning.post(address, {"said": "no"})
    assert "Missing. You say that you do not have this." in page(learning, application)
    assert "Nothing had changed." in words(learning.post(address, {"said": "no"}, follow=True))
    learning.post(address, {"said": ""})
    assert "US citizenship Do you have this?" in page(learning, application)
    assert "did not arrive whole" in words(learning.post(address, {"said": "perhaps"}, follow=True))


def test_rows_that_were_read_are_confirmed_at_once(learning, application):
    for _ in range(2):
        make_requirement(application)
    assert "2 rows were read from the posting" in page(learning, application)
    address = f"/applications/{application.pk}/confirm/"
    assert "2 requirements confirmed." in words(learning.post(address, follow=True))
    assert "All of them were confirmed." in words(learning.post(address, follow=True))
    assert "were read from the posting" not in page(learning, application)


def test_one_row_becomes_two_and_two_become_one(learning, application):
    skill, other = make_skill(), make_skill()
    row = make_requirement(application, quote="Jira and SQL", skills=[skill], place=10)
    below = make_requirement(application, quote="Travel", kind="travel", percent=10, place=20, skills=[other])
    address = f"/applications/requirements/{row.pk}/split/"
    shown = learning.get(address).context["form"]
    assert (shown["first"].value(), shown["quote"].value()) == ("Jira", "SQL")
    sent = {"token": uuid.uuid4(), "seen": 0, "of_edition": 1, "first": "Jira", "quote": "SQL"}
    response = learning.post(address, sent)
    made = Requirement.objects.latest("pk")
    assert response.url == f"/applications/requirements/{made.pk}/edit/"
    listed = Requirement.objects.filter(deletion=None).order_by("place", "pk")
    assert [(one.quote, one.confirmed, one.corrected) for one in listed] == [
        ("Jira", True, True),
        ("SQL", True, True),
        ("Travel", False, False),
    ]
    assert list(made.skills.all()) == [skill]
    (join,) = [one for one in joins(learning, application) if f"/{made.pk}/" in one.action]
    learning.post(join.action, join.data())
    made.refresh_from_db()
    assert (made.quote, made.percent, set(made.skills.all())) == ("SQL Travel", 10, {skill, other})
    below.refresh_from_db()
    assert (below.in_bin, below.corrected) == (True, True)
    last = learning.post(join.action, join.data(), follow=True)
    assert "The row that was below this one is not there any more" in words(last)


def joins(client, application):
    address = application.get_absolute_url()
    return [one for one in forms_of(client.get(address), address) if one.action.endswith("/join/")]


def split_form(response, address):
    return next(one for one in forms_of(response, address) if "quote" in one.typed)


def quotes(application):
    rows = Requirement.objects.filter(application=application, deletion=None).order_by("place", "pk")
    return [one.quote for one in rows]


def test_joined_twice_by_one_press_takes_no_third_row(learning, application):
    for quote in ("Jira", "SQL", "Travel"):
        make_requirement(application, quote=quote)
    first = joins(learning, application)[0]
    for _ in range(2):
        learning.post(first.action, first.data())
    assert quotes(application) == ["Jira SQL", "Travel"]
    # Nor what has come there since.
    older = joins(learning, application)[0]
    make_requirement(application, quote="Python", place=Requirement.objects.get(quote="Travel").place - 1)
    learning.post(older.action, older.data())
    assert quotes(application) == ["Jira SQL", "Python", "Travel"]


def test_undone_a_join_brings_back_both_rows(learning, application):
    for quote in ("Jira", "SQL", "Travel"):
        make_requirement(application, quote=quote)
    verbs.put_in_bin(Requirement.objects.get(quote="Travel"), at=timezone.now())
    (join,) = joins(learning, application)
    shown = learning.post(join.action, join.data(), follow=True)
    (undo,) = [one for one in forms_of(shown, application.get_absolute_url()) if "/undo/" in one.action]
    for _ in range(2):
        learning.post(undo.action, undo.data())
    assert quotes(application) == ["Jira", "SQL"]


def test_a_split_replaces_no_words_of_another_window_in_silence(learning, application):
    row = make_requirement(application, quote="Jira and SQL")
    address = f"/applications/requirements/{row.pk}/split/"
    older, typed = split_form(learning.get(address), address), {"first": "Jira", "quote": "SQL"}
    verbs.change(row, values={"quote": "Jira, SQL and Python"}, seen=1, at=timezone.now())
    shown = learning.post(address, older.data(**typed))
    assert (shown.status_code, quotes(application)) == (422, ["Jira, SQL and Python"])
    assert "This was changed in another window since" in words(shown)
    assert shown.context["form"]["quote"].value() == "SQL"
    # The next press knows what it does, and the same once more makes nothing more.
    known = split_form(shown, address).data()
    for _ in range(2):
        assert learning.post(address, known).status_code == 302
    assert quotes(application) == ["Jira", "SQL"]


def test_what_a_split_says_is_kept_when_its_row_went_to_the_bin_meanwhile(learning, application):
    row = make_requirement(application, quote="Jira and SQL")
    address = f"/applications/requirements/{row.pk}/split/"
    form = split_form(learning.get(address), address)
    verbs.put_in_bin(row, at=timezone.now())
    assert learning.get(address).status_code == 404
    assert learning.post(address, form.data(first="Jira", quote="SQL")).status_code == 302
    assert quotes(application) == ["SQL"]
    row.refresh_from_db()
    assert (row.quote, row.in_bin) == ("Jira", True)


def test_of_two_presses_at_the_same_moment_the_later_one_holds(learner):
    row = make_requirement(make_application(learner), quote="US citizenship", kind="other")
    rows = [Requirement.objects.get(pk=row.pk) for _ in range(2)]
    arranging.say(rows[0], said="no", at=timezone.now())
    assert arranging.say(rows[1], said="yes", at=timezone.now())
    assert Requirement.objects.get(pk=row.pk).said == "yes"


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_page_takes_as_many_queries_for_more_rows(learning, learner, application, number):
    for _ in range(number):
        skill = make_skill()
        make_evidence(learner, skills=[skill.slug])
        make_requirement(application, skills=[skill], credentials=[make_credential()])
    learning.get(application.get_absolute_url())
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(application.get_absolute_url()).status_code == 200
    assert len(queries) == 9


@pytest.mark.parametrize("act", ["say", "split", "join", "edit", "bin"])
def test_nobody_else_touches_a_requirement(client, application, stranger, act):
    row = make_requirement(application)
    client.force_login(stranger)
    address = f"/applications/requirements/{row.pk}/{act}/"
    assert client.post(address, {"said": "yes"}).status_code == 404
    row.refresh_from_db()
    assert (row.said, row.in_bin) == ("", False)


def test_a_new_requirement_belongs_to_ones_own_application(learning, stranger):
    theirs = make_application(stranger)
    sent = {"token": uuid.uuid4(), "seen": 0, "application": theirs.pk, "quote": "x", "strength": "required"}
    response = learning.post("/applications/requirements/add/", sent | {"kind": "other"})
    assert (response.status_code, Requirement.objects.count()) == (422, 0)
