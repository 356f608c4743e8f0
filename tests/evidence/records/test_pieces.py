"""What a learner did: kept as typed, found again, told apart from a stranger's, and never lost."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from evidence.models import Evidence
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from roadmap.models import MilestoneEvidence
from tests.factories import NOW
from tests.factories.evidence import make_evidence, make_project, make_skill
from tests.factories.keeping import restore_address
from tests.factories.roadmap import make_milestone, make_step
from tests.forms import forms_of
from tests.kit import begins, text

LIST, ADD = "/evidence/", "/evidence/add/"


def send(client, path=ADD, **data):
    """Post the short form: what happened and when, unless told otherwise."""
    fields = {"token": uuid.uuid4(), "seen": 0, "happened": "Ran the launch", "on": "2026-05-01"}
    return client.post(path, fields | data)


def links(*rows):
    """The rows of the links as the form sends them."""
    data = {"links-TOTAL_FORMS": len(rows), "links-INITIAL_FORMS": 0}
    for place, (url, title) in enumerate(rows):
        data |= {f"links-{place}-url": url, f"links-{place}-title": title}
    return data


def listed(response):
    return [piece.happened for piece, _ in response.context["rows"]]


# --- Adding ----------------------------------------------------------------------------------------------------


def test_what_happened_and_when_is_enough(learning, learner):
    response = send(learning)
    piece = Evidence.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/evidence/{piece.pk}/")
    assert (piece.user, piece.happened, piece.on, piece.project, piece.amount) == (
        *(learner, "Ran the launch", date(2026, 5, 1), None, None),
    )


def test_the_form_of_a_piece_shows_its_own_day_and_that_of_a_new_one_today(learning, learner):
    piece = make_evidence(learner, on=date(2024, 5, 1))
    assert learning.get(f"{piece.get_absolute_url()}edit/").context["form"]["on"].value() == date(2024, 5, 1)
    assert learning.get(ADD).context["form"]["on"].value() == timezone.localdate()


def test_everything_is_kept(learning, learner):
    project, skills = make_project(learner), [make_skill(), make_skill()]
    send(
        learning,
        did="Wrote the plan\r\nand the board",
        result="Shipped",
        amount="12.5",
        unit="days earlier",
        project=project.pk,
        skills=[skill.slug for skill in skills],
        do_not_claim="Not the budget",
        **links(("example.org/board", "The board"), ("", ""), ("https://example.org/b", "")),
    )
    assert Evidence.objects.get().document() == {
        "happened": "Ran the launch",
        "did": "Wrote the plan\nand the board",
        "result": "Shipped",
        "amount": "12.50",
        "unit": "days earlier",
        "on": "2026-05-01",
        "project": str(project.token),
        "position": None,
        "do_not_claim": "Not the budget",
        "skills": sorted(skill.slug for skill in skills),
        "links": [
            {"url": "https://example.org/board", "title": "The board"},
            {"url": "https://example.org/b", "title": ""},
        ],
    }


def test_the_form_opens_with_today_and_three_rows_for_links(learning):
    form = learning.get(ADD).context["form"]
    assert form["on"].value() == timezone.localdate()
    assert len(form.links.forms) == 3
    assert not form.more_is_open


def test_a_project_and_a_skill_in_the_address_are_chosen(learning, learner, stranger):
    own, other, skill = make_project(learner), make_project(stranger), make_skill()
    for asked, chosen in (
        (f"?project={own.pk}&skill={skill.slug}", [("project", str(own.pk)), ("skills", skill.slug)]),
        (f"?project={other.pk}&skill=nothing", [("project", "")]),
    ):
        (form,) = [form for form in forms_of(learning.get(f"{ADD}{asked}"), ADD) if "happened" in form.typed]
        assert [field for field in form.fields if field[0] in ("project", "skills")] == chosen
    assert learning.get(f"{ADD}?project=%00&skill=%00").status_code == 200


def test_the_same_form_sent_twice_makes_one_piece(learning):
    token = uuid.uuid4()
    first, second = (send(learning, token=token) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Evidence.objects.count() == Event.objects.count() == 1


BAD = [
    ({"happened": " "}, "happened", "Write at least a few words on what happened."),
    ({"happened": "a\x00b"}, "happened", "Null characters are not allowed."),
    ({"on": ""}, "on", "Give the day, as near as you remember it."),
    ({"on": "2999-01-01"}, "on", "This day cannot be in the future."),
    ({"on": "1949-12-31"}, "on", "Choose a day from 1950 on."),
    ({"on": "\x00"}, "on", "Enter a valid date."),
    ({"amount": "many"}, "amount", "Write a number in digits, such as 12.5."),
    ({"amount": "1" * 17}, "amount", "Ensure that there are no more than 16 digits in total."),
    ({"skills": ["nothing"]}, "skills", "Select a valid choice. nothing is not one of the available choices."),
    ({"project": "999999"}, "project", "Select a valid choice. That choice is not one of the available choices."),
]


@pytest.mark.parametrize(("data", "field", "message"), BAD)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, data, field, message):
    response = send(learning, **({"did": "Typed for ten minutes"} | data))
    form = response.context["form"]
    assert response.status_code == 422
    assert list(form.errors) == [field]
    assert form.errors[field][0].startswith(message)
    assert "Typed for ten minutes" in text(response)
    assert f'href="#id_{field}"' in text(response)
    assert Evidence.objects.count() == 0


def test_a_paste_of_50_kb_is_refused_with_limit_and_length_and_comes_back_whole(learning):
    paste = "Pasted. " * 6250
    response = send(learning, happened="Short", did=paste)
    assert response.context["form"].errors == {
        "did": ["This holds 10,000 characters at most; yours has 49999. It is not saved yet, and nothing is lost."]
    }
    assert paste in text(response)
    assert "maxlength" not in text(learning.get(ADD)).partition('name="did"')[2].partition(">")[0]


@pytest.mark.parametrize("url", ["no link", "javascript:alert(1)", "ftp://example.org/x", "\x00"])
def test_a_link_that_is_no_link_is_refused_in_its_row(learning, url):
    response = send(learning, **links(("https://example.org/", "Right"), (url, "Wrong")))
    assert response.status_code == 422
    assert [sorted(errors) for errors in response.context["form"].links.errors] == [[], ["url"]]
    assert 'value="Right"' in text(response)
    assert Evidence.objects.count() == 0


def test_a_title_needs_its_address_and_twenty_links_are_the_most(learning):
    response = send(learning, **links(("", "Alone")))
    assert response.context["form"].links.errors == [{"url": ["Give the address too, or leave the whole row empty."]}]
    response = send(learning, **links(*[(f"https://example.org/{number}", "") for number in range(21)]))
    assert "20 links at most." in text(response)
    assert response.status_code == 422
    assert send(learning, **links(*[(f"https://example.org/{n}", "") for n in range(20)])).status_code == 302
    assert Evidence.objects.get().links.count() == 20


def test_right_to_left_text_emoji_and_markup_are_shown_as_typed(learning):
    piece = make_evidence_of(learning, happened="הובלתי את ההשקה 🎉 <b>x</b>")
    body = text(learning.get(piece.get_absolute_url()))
    assert '<h1 dir="auto">הובלתי את ההשקה 🎉 &lt;b&gt;x&lt;/b&gt;</h1>' in body


def make_evidence_of(client, **data):
    send(client, **data)
    return Evidence.objects.latest("pk")


# --- One piece -------------------------------------------------------------------------------------------------


def test_the_page_shows_everything(learning, learner):
    project, skill, milestone = make_project(learner, title="Move"), make_skill(name="Scrum"), make_milestone()
    piece = make_evidence(
        learner,
        happened="It began.\n\nThen it ended.",
        did="I wrote",
        result="It shipped",
        amount=Decimal("1234.50"),
        unit="hours",
        project=project,
        skills=[skill.slug],
        links=[["https://example.org/x", "Board"]],
        do_not_claim="Not alone",
    )
    MilestoneEvidence.objects.create(user=learner, milestone=milestone, evidence=piece, added_at=NOW)
    body = text(learning.get(piece.get_absolute_url()))
    for shown in (
        "<p>It began.</p>\n\n<p>Then it ended.</p>",
        "I wrote",
        "It shipped",
        "1,234.50 hours",
        "Move",
        ">Scrum</a>",
        'href="https://example.org/x"',
        "Not alone",
        milestone.get_absolute_url(),
    ):
        assert shown in body, shown


def test_a_change_is_saved_told_and_undone(learning, learner):
    skill = make_skill()
    piece = make_evidence(
        learner, happened="Old", amount=Decimal(2), skills=[skill.slug], links=[["https://a.org/", ""]]
    )
    edit = reverse("evidence:edit_piece", args=[piece.pk])
    form = learning.get(edit).context["form"]
    assert (form["happened"].value(), form["skills"].value(), form.links.forms[0]["url"].value()) == (
        *("Old", [skill.slug], "https://a.org/"),
    )
    assert len(form.links.forms) == 4
    assert send(learning, edit, seen=1, happened="New")["Location"] == piece.get_absolute_url()
    piece.refresh_from_db()
    # The rows of the links were not sent, so they stay; the empty number and skills were.
    assert (piece.happened, piece.amount, piece.skills.count(), piece.links.count()) == ("New", None, 0, 1)
    event = Event.objects.latest("pk")
    body = text(learning.get(piece.get_absolute_url()))
    assert body.count(f"/undo/{event.pk}/") == 2  # in the message and under the history
    learning.post(f"/undo/{event.pk}/")
    piece.refresh_from_db()
    assert (piece.happened, piece.amount, piece.skills.get()) == ("Old", Decimal(2), skill)


def test_saving_without_a_change_records_none(learning, learner):
    skills = [make_skill(slug="z-skill").slug, make_skill(slug="a-skill").slug]
    piece = make_evidence(learner, amount=Decimal("2.5"), skills=skills, links=[["https://a.org/", "A"]])
    data = piece.document() | {
        "project": "",
        "position": "",
        "amount": "2.5",
        **links(("https://a.org/", "A"), ("", "")),
    }
    del data["links"]
    response = send(learning, reverse("evidence:edit_piece", args=[piece.pk]), **(data | {"seen": 1}))
    assert response.status_code == 302
    assert [(event.act, event.before) for event in events_of(piece)] == [("added", {})]


def test_the_older_of_two_tabs_keeps_its_text_and_never_silently_wins(learning, learner):
    piece = make_evidence(learner, happened="Old")
    edit = reverse("evidence:edit_piece", args=[piece.pk])
    send(learning, edit, seen=1, happened="From the first tab")
    response = send(learning, edit, seen=1, happened="From the second tab")
    assert response.status_code == 422
    assert "changed in another window" in text(response)
    assert "From the second tab" in text(response)
    assert Evidence.objects.get().happened == "From the first tab"
    send(learning, edit, seen=response.context["form"]["seen"].value(), happened="From the second tab")
    assert Evidence.objects.get().happened == "From the second tab"


def test_a_skill_no_longer_listed_and_a_project_in_the_bin_stay_chosen(learning, learner):
    skill, project = make_skill(), make_project(learner)
    make_skill().retire(at=NOW)
    piece = make_evidence(learner, skills=[skill.slug], project=project)
    skill.retire(at=NOW)
    verbs.put_in_bin(project, at=NOW)
    piece.refresh_from_db()
    verbs.bring_back(piece, at=NOW)
    form = learning.get(reverse("evidence:edit_piece", args=[piece.pk])).context["form"]
    assert [(group["name"], group["skills"]) for group in form.skill_picker] == [
        ("No longer listed", [(skill.slug, skill.name, True)])
    ]
    assert list(form.fields["project"].queryset) == [project]


def test_delete_undo_and_the_bin(learning, learner):
    piece = make_evidence(learner)
    path = reverse("evidence:bin_piece", args=[piece.pk])
    for _ in range(2):
        assert learning.post(path)["Location"] == LIST
    assert [event.act for event in events_of(piece)] == ["binned", "added"]
    assert learning.get(piece.get_absolute_url()).status_code == 404
    assert restore_address(piece) in text(learning.get("/bin/"))
    learning.post(restore_address(piece))
    assert learning.get(piece.get_absolute_url()).status_code == 200


def test_a_form_sent_again_after_its_piece_was_deleted_leads_to_the_bin(learning):
    token = uuid.uuid4()
    send(learning, token=token)
    verbs.put_in_bin(Evidence.objects.get(), at=timezone.now())
    assert send(learning, token=token)["Location"] == "/bin/"
    assert Evidence.objects.count() == 1


# --- Search and filters ----------------------------------------------------------------------------------------


def test_search_finds_words_in_any_form_ranks_and_marks_them_safely(learning, learner):
    make_evidence(learner, happened="Cleaned the kitchen")
    make_evidence(learner, happened="Planning <script>alert(1)</script> a long day with other things in it", did="Met")
    make_evidence(learner, happened="Planned the plan of plans")
    response = learning.get(LIST, {"q": "plans"})
    assert listed(response)[0] == "Planned the plan of plans"
    assert len(listed(response)) == 2
    body = text(response)
    assert "<mark>Planned</mark> the <mark>plan</mark> of <mark>plans</mark>" in body
    assert "<script>alert" not in body
    assert listed(learning.get(LIST, {"q": "plans -long"})) == ["Planned the plan of plans"]
    assert listed(learning.get(LIST, {"q": '"other things"'})) != []
    assert listed(learning.get(LIST, {"q": "nowhere"})) == []


@pytest.mark.parametrize(
    ("happened", "query", "found"),
    [
        ("We called it the “pipeline” rewrite.", "pipeline", True),
        ("Cut onboarding—by half", "onboarding", True),
        ("The customer’s rollout", "customer", True),
        ("First…second •third →fourth", "second third fourth", True),
        ("A stand‑up\u00a0every\u202fday, kept\u200bshort", "standup day short", True),
        ("A daily standup", "stand-up", True),
        ("A daily stand up", "standup", True),
        ("Before the kick-off", "kickoff", True),
        ("Kicked nobody on my day off", "kickoff", False),
        ("Moved tcp/ip and CI/CD", "CD tcp", True),
        ("Wrote scope/time/cost down", "scope, time and cost", True),
        ("Ran Node.js for me@zurich.example", "node zurich", True),
        ("Set KPIs/OKRs and one SLA", "OKR kpi SLAs", True),
        ("Zürich rollout", "zurich", True),
        ("Taught C++", "c++", True),
        ("Taught C++", "C#", False),
        ("Taught C++", "C", False),
        ("Was on call for a year", "on-call", True),
        ("Moved to Berlin", "in Berlin", True),
        ("Ran the IT budget", "IT", True),
        ("Ran it", "IT", False),
    ],
)
def test_search_finds_words_whatever_stands_beside_them(learning, learner, happened, query, found):
    make_evidence(learner, happened=happened)
    make_evidence(learner, happened="Cleaned the kitchen")
    assert listed(learning.get(LIST, {"q": query})) == ([happened] if found else [])


def test_a_little_word_that_makes_the_sense_has_to_be_there_if_it_is_anywhere(learning, learner):
    make_evidence(learner, happened="Gave a customer a call")
    make_evidence(learner, happened="Was on call")
    assert listed(learning.get(LIST, {"q": "on call"})) == ["Was on call"]
    assert "Was <mark>on</mark> <mark>call</mark>" in text(learning.get(LIST, {"q": "on call"}))
    assert len(listed(learning.get(LIST, {"q": "call"}))) == 2


def test_the_markers_of_a_find_inside_a_text_do_no_harm(learning, learner):
    make_evidence(learner, happened="\ue000<i>\ue001 plan \ue001 \ue000")
    body = text(learning.get(LIST, {"q": "plan"}))
    assert "<i>" not in body


def test_filters_by_skill_project_year_and_step_and_all_together(learning, learner):
    skill, project = make_skill(), make_project(learner)
    milestone = make_milestone(step=make_step(2))
    other = make_milestone(step=make_step(2))
    make_evidence(learner, happened="Plain", on=date(2024, 1, 1))
    make_evidence(learner, happened="Skill", skills=[skill.slug])
    make_evidence(learner, happened="Project", project=project, on=date(2025, 12, 31))
    full = make_evidence(learner, happened="All of it", skills=[skill.slug], project=project, on=date(2025, 1, 1))
    for proved in (milestone, other):
        MilestoneEvidence.objects.create(user=learner, milestone=proved, evidence=full, added_at=NOW)
    for query, found in (
        ({}, ["Skill", "Project", "All of it", "Plain"]),
        ({"skill": skill.slug}, ["Skill", "All of it"]),
        ({"project": project.pk}, ["Project", "All of it"]),
        ({"year": 2025}, ["Project", "All of it"]),
        ({"step": "step-2"}, ["All of it"]),
        ({"skill": skill.slug, "project": project.pk, "year": 2025, "step": "step-2", "q": "all it"}, ["All of it"]),
        ({"skill": skill.slug, "year": 2024}, []),
    ):
        assert listed(learning.get(LIST, query)) == (found if query.get("q") != "all it" else []), query
    offered = {name: [value for value, _ in field.choices] for name, field in _fields(learning).items() if name != "q"}
    assert offered == {
        "skill": ["", skill.slug],
        "step": ["", "step-2"],
        "project": ["", project.pk],
        "year": ["", 2026, 2025, 2024],
    }


def test_filters_offer_skills_and_projects_in_the_order_of_their_names(learning, learner):
    for name in ("Zebra", "Sprint 10", "Éclair", "apple", "Sprint 9", "ångström"):
        skill, project = make_skill(name=name), make_project(learner, title=name)
        make_evidence(learner, skills=[skill.slug], project=project)
    in_order = ["ångström", "apple", "Éclair", "Sprint 9", "Sprint 10", "Zebra"]
    offered = {name: [label for _, label in _fields(learning)[name].choices[1:]] for name in ("skill", "project")}
    assert offered == {"skill": in_order, "project": in_order}


def _fields(client):
    return client.get(LIST).context["form"].fields


def test_a_filter_that_is_not_offered_is_said_and_left_out(learning, learner, stranger):
    make_evidence(learner, happened="Mine")
    foreign = make_project(stranger)
    make_evidence(stranger, project=foreign)
    for query in ({"project": foreign.pk}, {"skill": "nothing"}, {"step": "\x00"}, {"year": "x"}, {"q": "\x00"}):
        response = learning.get(LIST, query)
        assert (response.status_code, listed(response)) == (200, ["Mine"])
        assert list(response.context["form"].errors) == list(query)


def test_pages_of_25_keep_the_filter(learning, learner):
    skill = make_skill()
    for _ in range(26):
        make_evidence(learner, skills=[skill.slug])
    response = learning.get(LIST, {"skill": skill.slug})
    assert len(listed(response)) == 25
    assert f'href="?skill={skill.slug}&amp;page=2"' in text(response)
    assert len(listed(learning.get(LIST, {"skill": skill.slug, "page": 2}))) == 1
    assert listed(learning.get(LIST, {"page": "\x00"})) == listed(learning.get(LIST))


# --- Who sees it, and at what cost -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["piece", "edit_piece", "bin_piece"])
def test_a_stranger_and_a_curator_get_404(client, learner, stranger, curator, name):
    piece = make_evidence(learner, happened="A secret")
    path = reverse(f"evidence:{name}", args=[piece.pk])
    for other in (stranger, curator):
        client.force_login(other)
        if name != "bin_piece":
            assert client.get(path).status_code == 404
        assert send(client, path).status_code == 404 or name == "piece"
        assert "secret" not in text(client.get(LIST))
    assert Evidence.objects.get().happened == "A secret"


def test_a_visitor_begins_with_the_form(client, db):
    for name in ("pieces", "add_piece"):
        assert client.get(reverse(f"evidence:{name}")).status_code == 200
    assert begins(client.post(reverse("evidence:add_piece")))


@pytest.mark.parametrize("name", ["piece", "edit_piece", "bin_piece"])
def test_a_visitor_signs_in_first(client, learner, name):
    piece = make_evidence(learner)
    path = reverse(f"evidence:{name}", args=[piece.pk])
    page = piece.get_absolute_url() if name == "bin_piece" else path
    if name != "bin_piece":
        assert client.get(path)["Location"] == f"/account/login/?next={path}"
    assert client.post(path)["Location"] == f"/account/login/?next={page}"
    assert Evidence.objects.for_user(learner).count() == 1


def test_a_piece_is_added_by_get_never_and_other_methods_are_refused(learning, learner):
    piece = make_evidence(learner)
    assert learning.get(reverse("evidence:bin_piece", args=[piece.pk]))["Location"] == piece.get_absolute_url()
    for path in (LIST, ADD, piece.get_absolute_url(), reverse("evidence:bin_piece", args=[piece.pk])):
        assert learning.delete(path).status_code == 405
    assert Evidence.objects.for_user(learner).count() == 1


# The session and the user are two of each.
QUERIES = {"pieces": 10, "add_piece": 6, "piece": 9, "edit_piece": 9}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", QUERIES)
def test_query_count(learning, learner, django_assert_num_queries, name, number):
    project = make_project(learner)
    skills = [make_skill().slug for _ in range(number)]
    for _ in range(number):
        piece = make_evidence(learner, project=project, skills=skills, links=[["https://a.org/", ""]] * number)
        for _ in range(number):
            MilestoneEvidence.objects.create(user=learner, milestone=make_milestone(), evidence=piece, added_at=NOW)
    path = reverse(f"evidence:{name}", args=[] if name in ("pieces", "add_piece") else [piece.pk])
    with django_assert_num_queries(QUERIES[name]):
        assert learning.get(path).status_code == 200


def test_a_search_lists_the_best_fit_first_and_the_newest_of_equal_ones(learning, learner):
    best = make_evidence(learner, happened="Launch after launch after launch", on=date(2020, 1, 1))
    older = make_evidence(learner, happened="One launch", on=date(2021, 1, 1))
    newer = make_evidence(learner, happened="One launch", on=date(2022, 1, 1))
    response = learning.get(LIST, {"q": "launch"})
    assert [piece for piece, _ in response.context["rows"]] == [best, newer, older]


def test_the_header_offers_it_to_learners_alone(client, learner):
    assert ADD not in text(client.get("/guide/"))
    client.force_login(learner)
    body = text(client.get("/guide/"))
    # In the bar of a wide screen, and at the thumb or one press from it on a phone.
    assert (body.count(f'href="{ADD}"'), body.count(f'href="{LIST}"')) == (2, 2)


def test_dates_are_judged_in_the_learners_own_day(learning, learner):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert list(send(learning, on=f"{tomorrow:%Y-%m-%d}").context["form"].errors) == ["on"]


def test_whoever_has_recorded_nothing_is_asked_once_to_begin(learning, learner):
    link = f'<a class="btn btn-primary" href="{ADD}">'
    page = learning.get(LIST).content.decode().partition("<main")[2]
    assert (page.count(link), page.count(f"{link}Record the first</a>")) == (1, 1)
    make_evidence(learner)
    page = learning.get(LIST).content.decode().partition("<main")[2]
    assert (page.count(link), page.count(f"{link}Log an achievement</a>")) == (1, 1)
