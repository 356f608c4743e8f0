"""A learner's projects: the list, the quick form, the page of one, and the way to the bin and back."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from evidence.catalog.eligibility import COUNTS, PORTFOLIO_ONLY, RESUME_ONLY, SORTS, Verdict
from evidence.catalog.worth import at_a_glance, because, text_length
from evidence.models import Project
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from tests.factories.evidence import make_evidence, make_project
from tests.factories.keeping import make_deletion, restore_address
from tests.kit import begins, unescaped

LIST, ADD = "/evidence/projects/", "/evidence/projects/add/"


def filled(**fields):
    """The quick form as a learner sends it; a field set to None is left out."""
    return {
        name: value
        for name, value in (
            {
                "token": str(uuid.uuid4()),
                "seen": "0",
                "title": "Billing system migration",
                "start_month": "3",
                "start_year": "2024",
                "end_month": "5",
                "end_year": "2025",
                "part": "led",
                "kind": "job",
            }
            | fields
        ).items()
        if value is not None
    }


def errors(response):
    """The errors of a refused form, by field."""
    assert response.status_code == 422
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


def edit(client, project, **fields):
    """Open the form of a project, change what is given, and send it as a browser would."""
    address = f"{LIST}{project.pk}/edit/"
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in (sent | fields).items() if value not in (None, False, "")}
    return client.post(address, {name: "on" if value is True else value for name, value in sent.items()})


def test_five_answers_make_a_project_of_whole_months(learning, learner):
    response = learning.post(ADD, filled())
    project = Project.objects.get()
    assert (response.status_code, response.url) == (302, f"{LIST}{project.pk}/")
    assert project.user == learner
    assert {name: getattr(project, name) for name in Project.FIELDS} == {
        "title": "Billing system migration",
        "position": None,
        "organization": "",
        "kind": "job",
        "role": "",
        "part": "led",
        "professional": True,
        "professional_said": False,
        "starts_on": date(2024, 3, 1),
        "ends_on": date(2025, 5, 31),
        "exact": False,
        "approach": "",
        "is_program": False,
        "is_construction": False,
        "team_size": None,
        "budget": "",
        "hours": None,
        "purpose": "",
        "description": "",
        "confirmer_name": "",
        "confirmer_contact": "",
        "confidential": False,
    }


def test_days_are_kept_where_they_are_known(learning):
    learning.post(ADD, filled(start_day="29", start_month="2", end_day="3"))
    project = Project.objects.get()
    assert (project.starts_on, project.ends_on, project.exact) == (date(2024, 2, 29), date(2025, 5, 3), True)


@pytest.mark.parametrize(("start_day", "exact"), [(None, False), ("1", True)])
def test_a_running_project_has_no_end(learning, start_day, exact):
    learning.post(ADD, filled(end_month=None, end_year=None, running="on", start_day=start_day))
    project = Project.objects.get()
    assert (project.starts_on, project.ends_on, project.exact) == (date(2024, 3, 1), None, exact)


@pytest.mark.parametrize(
    ("kind", "answer", "professional"),
    [
        ("job", None, True),
        ("contract", None, True),
        ("volunteer", None, True),
        ("own", None, False),
        ("study", None, False),
        ("job", "no", False),
        ("study", "yes", True),
    ],
)
def test_the_kind_says_whether_it_is_professional_unless_the_learner_does(learning, kind, answer, professional):
    learning.post(ADD, filled(kind=kind, professional=answer))
    assert Project.objects.get().professional is professional


@pytest.mark.parametrize(
    ("first", "answer", "second", "professional"),
    [
        ("own", None, "job", True),
        ("job", None, "study", False),
        ("job", "no", "contract", False),
        ("own", "yes", "study", True),
        ("job", "yes", "own", True),
    ],
)
def test_a_guess_follows_the_kind_and_an_answer_stays(learning, first, answer, second, professional):
    learning.post(ADD, filled(kind=first, professional=answer))
    project = Project.objects.get()
    assert edit(learning, project, kind=second).status_code == 302
    project.refresh_from_db()
    assert (project.kind, project.professional, project.professional_said) == (second, professional, bool(answer))
    event = Event.objects.latest("pk")
    verbs.undo(user=project.user, event=event, at=timezone.now())
    project.refresh_from_db()
    usual = first == "job"
    assert (project.kind, project.professional) == (first, answer == "yes" if answer else usual)


def test_an_answer_that_was_changed_is_an_answer_still_once_that_is_undone(learner):
    project = make_project(learner, kind="job", professional=True, professional_said=True)
    event = verbs.change(project, values={"professional": False, "professional_said": True}, seen=1, at=timezone.now())
    assert verbs.undo(user=learner, event=event, at=timezone.now()).after == {"professional": True}
    project.refresh_from_db()
    assert (project.professional, project.professional_said) == (True, True)


@pytest.mark.parametrize("before", [{"kind": "own"}, {"kind": "own", "professional": False}])
def test_a_change_from_before_it_was_kept_who_said_it_is_undone_rightly(learner, before):
    project = make_project(learner, kind="job")
    verbs.change(project, values=before, seen=1, at=timezone.now())
    project.refresh_from_db()
    assert (project.professional, project.professional_said) == (False, False)


TODAY = timezone.localdate()
NEXT_MONTH = (TODAY.replace(day=28) + timedelta(days=4)).replace(day=1)
FUTURE = f"It cannot begin in the future. Today is {TODAY:%b %-d, %Y}."
YEAR = "Write the year with four digits, from 1950 on."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "  "}, {"title": ["Give it a name that you will recognize."]}),
        ({"title": "\u200b \u2060"}, {"title": ["Give it a name that you will recognize."]}),
        ({"part": None}, {"part": ["Say whether you led it or took part."]}),
        (
            {"start_month": "", "start_year": ""},
            {"start_month": ["Choose the month."], "start_year": ["Write the year."]},
        ),
        ({"end_month": "2", "end_year": "2024"}, {"end_year": ["It ends before it begins."]}),
        (
            {
                "start_year": str(NEXT_MONTH.year),
                "start_month": str(NEXT_MONTH.month),
                "end_month": "",
                "end_year": "",
                "running": "on",
            },
            {"start_year": [FUTURE]},
        ),
        (
            {"end_year": str(NEXT_MONTH.year), "end_month": str(NEXT_MONTH.month)},
            {"end_year": ["It cannot have ended in the future. Check that it is still running instead."]},
        ),
        ({"start_year": "1949"}, {"start_year": [YEAR]}),
        ({"start_year": "24"}, {"start_year": [YEAR]}),
        ({"start_year": "9" * 5000}, {"start_year": [YEAR]}),
        ({"start_year": "two"}, {"start_year": [YEAR]}),
        ({"start_year": "1955"}, {"start_year": ["That is more than 60 years. Check the years."]}),
        (
            {"start_year": "1955", "end_month": "", "end_year": "", "running": "on"},
            {"start_year": ["That is more than 60 years. Check the years."]},
        ),
        ({"running": "on"}, {"running": ["Clear the end date, or uncheck “still running”."]}),
        (
            {"end_month": "", "end_year": ""},
            {"end_month": ["Say when it ended, or check that it is still running."]},
        ),
        ({"end_month": ""}, {"end_month": ["Choose the month."]}),
        ({"end_year": ""}, {"end_year": ["Write the year."]}),
        (
            {"start_day": "3"},
            {"end_day": ["Give both days, or neither: then the whole months count."]},
        ),
        (
            {"end_day": "3"},
            {"start_day": ["Give both days, or neither: then the whole months count."]},
        ),
        ({"start_month": "2", "start_day": "30", "end_day": "1"}, {"start_day": ["February 2024 has 29 days."]}),
        ({"start_day": "32", "end_day": "1"}, {"start_day": ["Write a day from 1 to 31."]}),
        ({"title": "a\x00b"}, {"title": ["Null characters are not allowed."]}),
        (
            {"description": "x" * 50_000},
            {"description": ["Keep it to 10000 characters; yours has 50000. It is not saved yet."]},
        ),
        ({"team_size": "0"}, {"team_size": ["Ensure this value is greater than or equal to 1."]}),
        ({"token": "x"}, {"token": ["Enter a valid UUID."]}),
    ],
    ids=str,
)
def test_nonsense_is_refused_beside_its_field_and_what_was_typed_is_kept(learning, fields, expected):
    sent = filled(role="Delivery lead") | {name: value for name, value in fields.items() if value is not None}
    for name in [name for name, value in fields.items() if value is None]:
        del sent[name]
    response = learning.post(ADD, sent)
    assert errors(response) == expected
    assert not Project.objects.exists()
    assert 'value="Delivery lead"' in unescaped(response)
    shown = {name: response.context["form"][name].value() or "" for name in fields}
    assert shown == {name: (True if value == "on" else value or "") for name, value in fields.items()}


def test_exact_days_in_the_future_are_refused(learning):
    if TODAY.month == (TODAY + timedelta(days=1)).month:
        tomorrow = TODAY + timedelta(days=1)
        when = {"year": str(tomorrow.year), "month": str(tomorrow.month), "day": str(tomorrow.day)}
        running = filled(running="on", end_month=None, end_year=None, **{f"start_{k}": v for k, v in when.items()})
        assert errors(learning.post(ADD, running)) == {"start_day": [FUTURE]}
        ended = filled(start_day="1", **{f"end_{k}": v for k, v in when.items()})
        assert list(errors(learning.post(ADD, ended))) == ["end_year"]


def test_a_project_may_have_ended_this_month(learning):
    learning.post(ADD, filled(end_month=str(TODAY.month), end_year=str(TODAY.year)))
    assert Project.objects.get().ends_on == NEXT_MONTH - timedelta(days=1)


def test_an_empty_form_names_what_is_missing_and_leads_there(learning):
    # Without a token it is a visitor's, whose words are the token.
    response = learning.post(ADD, {})
    assert sorted(errors(response)) == [
        "end_month",
        "kind",
        "part",
        "seen",
        "start_month",
        "start_year",
        "title",
    ]
    body = unescaped(response)
    assert '<a href="#id_title">What was the project?</a>: Give it a name' in body
    assert '<a href="#div_id_part">Your part in it</a>: Say whether' in body
    assert body.count("The form is incomplete. Reload the page and try again.") == 1


@pytest.mark.parametrize(("fields", "is_open"), [({"title": ""}, ""), ({"start_day": "32"}, " open")])
def test_the_folded_part_opens_only_for_what_is_wrong_in_it(learning, fields, is_open):
    assert f"<details{is_open}>" in unescaped(learning.post(ADD, filled(**fields)))


@pytest.mark.parametrize(
    ("ends_on", "exact", "words"),
    [
        (date(2025, 12, 31), False, "Jan 2025 to Dec 2025"),
        (date(2025, 12, 31), True, "Jan 3, 2025 to Dec 31, 2025"),
        (None, False, "since Jan 2025"),
        (None, True, "since Jan 3, 2025"),
    ],
)
def test_when_in_words(ends_on, exact, words):
    assert Project(starts_on=date(2025, 1, 3), ends_on=ends_on, exact=exact).when == words


def test_the_browser_cuts_nothing_that_is_pasted(learning):
    assert "maxlength" not in unescaped(learning.get(ADD))


def test_the_same_form_sent_twice_is_one_project(learning):
    sent = filled()
    first, second = learning.post(ADD, sent), learning.post(ADD, sent)
    assert first.url == second.url
    assert "It was already saved: Billing system migration." in unescaped(learning.get(second.url))
    assert Project.objects.count() == 1
    verbs.put_in_bin(Project.objects.get(), at=timezone.now())
    assert learning.post(ADD, sent).url == "/bin/"


def test_the_same_project_twice_is_allowed_and_said(learning, learner, stranger):
    first = make_project(learner, title="The move", starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31))
    make_project(learner, title="The move", starts_on=date(2023, 1, 1), ends_on=date(2023, 12, 31))
    make_project(stranger, title="The move", starts_on=date(2024, 1, 1))
    learning.post(ADD, filled(title="the MOVE", start_month="12", end_month="6"))
    second = Project.objects.latest("pk")
    for shown, twin in ((second, first), (first, second)):
        assert list(learning.get(f"{LIST}{shown.pk}/").context["twins"]) == [twin]
    assert f'of this title in the same time: <a href="{LIST}{first.pk}/" dir="auto">The move</a>' in unescaped(
        learning.get(f"{LIST}{second.pk}/")
    )


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("ends_on", [date(2025, 2, 28), None])
def test_opening_and_saving_a_form_changes_nothing(learning, learner, exact, ends_on):
    project = make_project(
        learner,
        starts_on=date(2024, 2, 1),
        ends_on=ends_on,
        exact=exact,
        professional=False,
        hours=12,
        description="Line\nline",
        confidential=True,
        budget="to_1m",
    )
    assert edit(learning, project).status_code == 302
    assert [event.act for event in events_of(project)] == ["added"]
    assert "Nothing had changed." in unescaped(learning.get(f"{LIST}{project.pk}/"))


def test_a_change_is_kept_listed_and_undone_once(learning, learner):
    project = make_project(learner, title="Old", ends_on=None)
    edit(learning, project, title="New", running="", end_month="4", end_year="2026")
    body = unescaped(learning.get(f"{LIST}{project.pk}/"))
    assert "Saved: New." in body
    assert "Changed: title, ends on" in body
    event = Event.objects.latest("pk")
    undo = f'action="/undo/{event.pk}/"'
    # In the message and in the history.
    assert body.count(undo) == 2
    for expected in ("It is as it was before.", "Nothing to undo"):
        back = learning.post(f"/undo/{event.pk}/", {"back": f"{LIST}{project.pk}/"})
        assert back.url == f"{LIST}{project.pk}/"
        assert expected in unescaped(learning.get(back.url))
    project.refresh_from_db()
    assert (project.title, project.ends_on) == ("Old", None)


def test_of_two_windows_the_older_never_silently_wins(learning, learner):
    project = make_project(learner, title="Old")
    form = learning.get(f"{LIST}{project.pk}/edit/").context["form"]
    edit(learning, project, title="From the other window")
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    response = learning.post(f"{LIST}{project.pk}/edit/", sent | {"title": "From this one"})
    assert list(errors(response)) == ["__all__"]
    assert 'value="From this one"' in unescaped(response)
    project.refresh_from_db()
    assert project.title == "From the other window"
    again = response.context["form"]
    learning.post(f"{LIST}{project.pk}/edit/", sent | {"title": "From this one", "seen": again["seen"].value()})
    project.refresh_from_db()
    assert project.title == "From this one"


def test_the_list_has_the_running_first_and_says_what_each_counts_for(learning, learner):
    ended = make_project(learner, title="Ended", approach="", organization="Müller & Co")
    make_evidence(learner, project=ended)
    verbs.put_in_bin(make_evidence(learner, project=ended), at=timezone.now())
    earlier = make_project(learner, title="Earlier", kind="own", professional=False, ends_on=date(2025, 6, 30))
    running = make_project(learner, title="Running", starts_on=date(2020, 1, 1), ends_on=None)
    verbs.put_in_bin(make_project(learner, title="Deleted"), at=timezone.now())
    response = learning.get(LIST)
    assert [(project, worth, project.pieces) for project, worth in response.context["rows"]] == [
        (running, "counts as leading projects and agile work", 0),
        (ended, "counts as leading projects", 1),
        (earlier, "for the portfolio only", 0),
    ]
    body = re.sub(r"\s+", " ", unescaped(response))
    assert "Jan 2025 to Dec 2025. I led it; counts as leading projects. 1 piece of evidence." in body
    assert "Since Jan 2020. I led it; counts as leading projects and agile work. No evidence yet." in body


def test_a_learner_without_projects_is_led_to_the_first(learning):
    body = unescaped(learning.get(LIST))
    assert body.count(f'href="{ADD}"') == 1
    assert "No projects yet" in body


def test_the_list_is_paged(learning, learner):
    for _ in range(26):
        make_project(learner)
    assert (len(learning.get(LIST).context["rows"]), len(learning.get(f"{LIST}?page=2").context["rows"])) == (25, 1)
    for page in ("x", "%00", "9" * 5000, "-1"):
        assert learning.get(f"{LIST}?page={page}").status_code == 200


def test_the_page_says_what_it_counts_for_and_why_not(learning, learner):
    project = make_project(learner, part="took_part", approach="", description="One two\nthree.")
    body = unescaped(learning.get(f"{LIST}{project.pk}/"))
    for line in (
        "<strong>Leading projects:</strong> for the resume only, because you took part and did not lead it.",
        "<strong>Managing programs:</strong> for the resume only, because you took part and did not lead it, "
        "and it is not marked as a program of several related projects.",
        "<strong>Agile work:</strong> for the resume only, because its approach is not agile or hybrid, "
        "or you have not said.",
        "3 words, 14 characters.",
    ):
        assert line in body


def test_what_a_learner_wrote_is_shown_as_text_in_its_own_direction(learning):
    title, evil = "مشروع النقل 🚀", '<script>alert("x")</script>'
    learning.post(ADD, filled(title=title, purpose=evil, confirmer_name=evil))
    project = Project.objects.get()
    assert (project.title, project.purpose) == (title, evil)
    raw = learning.get(f"{LIST}{project.pk}/").content.decode()
    assert f'<h1 dir="auto">{title}</h1>' in raw
    assert "<script>alert" not in raw


def test_a_deleted_project_takes_its_evidence_along_and_comes_back_whole(learning, learner):
    project = make_project(learner, title="The move")
    make_evidence(learner, project=project)
    body = unescaped(learning.get(f"{LIST}{project.pk}/"))
    assert f'href="/evidence/add/?project={project.pk}">Add evidence</a>' in body
    assert f'<a href="/evidence/{project.evidence.get().pk}/" dir="auto">' in body
    assert "It and its 1 piece of evidence will no longer count. You can restore them for 30 days." in body
    for expected in (
        "Deleted: The move, with 1 piece of evidence. You can restore it for 30 days.",
        "already deleted: The move.",
    ):
        response = learning.post(f"{LIST}{project.pk}/bin/")
        assert response.url == LIST
        assert expected in unescaped(learning.get(LIST))
    assert learning.get(f"{LIST}{project.pk}/").status_code == 404
    assert "1 piece of evidence" in unescaped(learning.get("/bin/"))
    restore = restore_address(project)
    assert f'action="{restore}"' in unescaped(learning.get("/bin/"))
    for expected in ("Restored: The move.", "Nothing to restore: The move."):
        response = learning.post(restore, {"back": LIST})
        assert expected in unescaped(learning.get(response.url))
    assert [(row, row.pieces) for row, _ in learning.get(LIST).context["rows"]] == [(project, 1)]


def test_the_message_of_a_deletion_undoes_it(learning, learner):
    project = make_project(learner)
    learning.post(f"{LIST}{project.pk}/bin/")
    assert f'action="{restore_address(project)}"' in unescaped(learning.get(LIST))


PLACES = ["", "edit/", "bin/"]


@pytest.mark.parametrize("place", PLACES)
def test_somebody_elses_project_is_not_there(client, learner, stranger, curator, place):
    project = make_project(learner, title="Secret")
    deletion = make_deletion(learner, token=project.token)
    for user in (stranger, curator):
        client.force_login(user)
        address = f"{LIST}{project.pk}/{place}"
        assert client.post(address, filled(title="Mine now")).status_code == 404
        if place != "bin/":
            assert client.get(address).status_code == 404
        assert "Secret" not in unescaped(client.get(LIST))
        for act in (f"/bin/{deletion.pk}/restore/", f"/undo/{Event.objects.get().pk}/"):
            assert client.post(act).status_code == 404
    project.refresh_from_db()
    assert (project.title, project.deletion) == ("Secret", None)


@pytest.mark.parametrize("number", [0, 10**30])
def test_a_number_that_no_project_has_is_not_there(learning, number):
    assert learning.get(f"{LIST}{number}/").status_code == 404


@pytest.mark.parametrize("place", ["1/", "1/edit/"])
def test_a_visitor_signs_in_first_and_other_methods_are_refused(client, db, place):
    address = f"{LIST}{place}"
    assert client.get(address).url == f"/account/login/?next={address}"
    assert client.post(address).url == f"/account/login/?next={address}"
    assert client.put(address).status_code == 405


def test_a_visitor_begins_with_the_form(client, db):
    assert client.get(LIST).context["rows"] == []
    assert client.get(f"{LIST}add/").status_code == 200
    assert begins(client.post(f"{LIST}add/"))


def test_the_act_answers_only_to_post(client, learner):
    project = make_project(learner)
    assert client.post(f"{LIST}{project.pk}/bin/").url == f"/account/login/?next={LIST}{project.pk}/"
    client.force_login(learner)
    assert client.get(f"{LIST}{project.pk}/bin/").url == f"{LIST}{project.pk}/"
    assert client.put(f"{LIST}{project.pk}/bin/").status_code == 405
    assert Project.objects.get().deletion is None


QUERIES = {"list": 5, "one": 8, "add": 3, "edit": 4}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", QUERIES)
def test_query_count(learning, learner, django_assert_num_queries, name, number):
    for _ in range(number):
        project = make_project(learner, title="The same")
        for _ in range(number):
            make_evidence(learner, project=project)
    address = {
        "list": LIST,
        "one": f"{LIST}{project.pk}/",
        "add": ADD,
        "edit": f"{LIST}{project.pk}/edit/",
    }[name]
    with django_assert_num_queries(QUERIES[name]):
        assert learning.get(address).status_code == 200


def test_in_few_words():
    def verdicts(*worths):
        return {sort: Verdict(worth) for sort, worth in zip(SORTS, worths, strict=False)}

    assert at_a_glance(verdicts(COUNTS)) == "counts as leading projects"
    assert at_a_glance(verdicts(*[COUNTS] * 4)) == (
        "counts as leading projects, managing programs, agile work and construction work"
    )
    assert at_a_glance(verdicts(RESUME_ONLY, COUNTS)) == "counts as managing programs"
    assert at_a_glance(verdicts(*[RESUME_ONLY] * 4)) == "for the resume only"
    assert at_a_glance(verdicts(*[PORTFOLIO_ONLY] * 4)) == "for the portfolio only"
    assert because(Verdict(COUNTS)) == ""
    assert text_length("") == (0, 0)
