"""Bullets and other lines: what their forms offer, and what they refuse."""

import uuid
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from keeping import verbs
from keeping.models import Event
from resumes.base.models import Bullet, Mention
from tests.factories.evidence import make_evidence, make_position, make_project
from tests.factories.resumes import make_bullet, make_mention, make_resume
from tests.forms import forms_of
from tests.kit import text, unescaped, words

ADD = "/resumes/bullets/add/"
ADD_LINE = "/resumes/lines/add/"


def filled(**more):
    return {"token": str(uuid.uuid4()), "seen": "0", "text": "Led 3 teams", "place": ""} | more


def line(**more):
    return {"token": str(uuid.uuid4()), "seen": "0", "kind": "languages", "title": "German"} | more


def offered(response):
    return [key for key, _ in response.context["form"].fields["place"].choices if key]


def test_a_bullet_is_kept_with_its_place_and_its_proof(learning, learner):
    piece, project = make_evidence(learner), make_project(learner)
    learning.post(ADD, filled(place=f"project:{project.pk}", evidence=[piece.pk]))
    bullet = Bullet.objects.get()
    assert (bullet.user, bullet.text, bullet.project, bullet.position) == (learner, "Led 3 teams", project, None)
    assert list(bullet.evidence.all()) == [piece]
    # One place takes the other's.
    position = make_position(learner)
    address = reverse("resumes:edit_bullet", args=[bullet.pk])
    learning.post(address, filled(seen="1", place=f"position:{position.pk}"))
    bullet.refresh_from_db()
    assert (bullet.position, bullet.project, list(bullet.evidence.all())) == (position, None, [])


def test_the_form_begins_with_what_the_address_says(learning, learner):
    piece, position = make_evidence(learner), make_position(learner)
    response = learning.get(ADD, {"evidence": piece.pk, "place": f"position:{position.pk}"})
    (form,) = [form for form in forms_of(response, ADD) if "text" in form.typed]
    assert dict(form.fields)["place"] == f"position:{position.pk}"
    assert ("evidence", str(piece.pk)) in form.fields


@pytest.mark.parametrize("odd", ["", "x", "\x00", "9" * 30, "-1", "position:x", "position:1\x00"])
def test_what_no_address_of_ours_says_is_left_out(learning, learner, odd):
    make_evidence(learner)
    response = learning.get(ADD, {"evidence": odd, "place": odd})
    assert response.status_code == 200
    assert [ticked for _, ticked in response.context["form"].pieces] == [False]


def test_the_form_shows_what_the_evidence_says_in_a_good_order(learning, learner):
    project = make_project(learner, team_size=1200, budget="to_1m", hours=40)
    piece = make_evidence(
        learner,
        **{"happened": "It happened", "did": "Moved the desk", "result": "Fewer calls", "project": project},
        **{"amount": Decimal("1240.50"), "unit": "%", "do_not_claim": "The idea was hers"},
    )
    response = learning.get(ADD, {"evidence": piece.pk})
    said = [(step.name, step.words) for step in response.context["form"].order]
    assert said[:2] == [("Result", ("1,240.5 %: Fewer calls",)), ("Action", ("Moved the desk",))]
    assert said[2][1][0] == "1,200 people"
    assert "The idea was hers" in text(response)
    verbs.put_in_bin(project, at=timezone.now())
    assert learning.get(ADD, {"evidence": piece.pk}).context["form"].order[2].words == ()


def test_what_could_be_looked_at_is_said_beside_it(learning, learner):
    bullet = make_bullet(learner, text="Responsible for our move")
    body = words(learning.get(reverse("resumes:edit_bullet", args=[bullet.pk])))
    for said in ("It begins with “responsible for”.", "It has no number yet.", "It says “our”."):
        assert said in body


def test_pieces_come_ticked_first_then_those_of_its_place_then_the_newest(learning, learner):
    position = make_position(learner)
    old, new = make_evidence(learner, on="2020-01-01"), make_evidence(learner, on="2026-01-01")
    there = make_evidence(learner, on="2021-01-01", position=position)
    through = make_evidence(learner, on="2022-01-01", project=make_project(learner, position=position))
    bullet = make_bullet(learner, position=position, evidence=[old])
    response = learning.get(reverse("resumes:edit_bullet", args=[bullet.pk]))
    assert response.context["form"].pieces == [(old, True), (through, False), (there, False), (new, False)]


def test_only_ones_own_is_offered_and_what_was_chosen_stays(learning, learner, stranger):
    mine = [make_position(learner), make_project(learner), make_mention(learner, kind="projects")]
    make_mention(learner)
    theirs = [make_position(stranger), make_project(stranger), make_mention(stranger, kind="projects")]
    piece = make_evidence(stranger, happened="Zanzibar")
    response = learning.get(ADD)
    named = [f"{name}:{row.pk}" for name, row in zip(("position", "project", "mention"), mine, strict=True)]
    assert offered(response) == named
    assert "Zanzibar" not in text(response)
    for name, row in zip(("position", "project", "mention"), theirs, strict=True):
        response = learning.post(ADD, filled(place=f"{name}:{row.pk}"))
        assert (response.status_code, list(response.context["form"].errors)) == (422, ["place"])
    response = learning.post(ADD, filled(evidence=[piece.pk]))
    assert "That piece of evidence is not yours, or is gone." in unescaped(response)
    assert "Zanzibar" not in text(response)
    assert Bullet.objects.count() == 0
    own = make_evidence(learner)
    bullet = make_bullet(learner, position=mine[0], evidence=[own])
    for row in (mine[0], own):
        verbs.put_in_bin(row, at=timezone.now())
    response = learning.get(reverse("resumes:edit_bullet", args=[bullet.pk]))
    assert f"position:{mine[0].pk}" in offered(response)
    assert response.context["form"].pieces == [(own, True)]
    assert offered(learning.get(ADD)) == named[1:]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "\N{ZERO WIDTH SPACE}"}, "text"),
        ({"text": "x" * 601}, "text"),
        ({"text": "x" * 1_000_000}, "text"),
        ({"text": "Led\x00"}, "text"),
        ({"place": "position:0"}, "place"),
        ({"place": "user:1"}, "place"),
        ({"place": "\x00"}, "place"),
        ({"evidence": ["x"]}, "evidence"),
        ({"evidence": ["0"]}, "evidence"),
        ({"evidence": ["9" * 30]}, "evidence"),
        ({"evidence": ["1\x00"]}, "evidence"),
        ({"token": "x"}, "token"),
        ({"seen": "-1"}, "seen"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(learning, sent, field):
    response = learning.post(ADD, filled(**sent))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert Bullet.objects.count() == 0


def test_a_bullet_of_a_megabyte_stays_on_the_page_and_it_says_how_much_is_too_much(learning):
    response = learning.post(ADD, filled(text="x" * 1_000_000))
    assert "This holds 600 characters at most; yours has 1000000. It is not saved yet" in words(response)
    assert "x" * 1_000_000 in text(response)


def test_what_is_typed_comes_back_as_it_was_typed(learning):
    typed = "قاد <b>3</b> فرق & «أكثر» #import $x$ \N{RIGHT-TO-LEFT MARK}"
    learning.post(ADD, filled(text=typed))
    assert Bullet.objects.get().text == typed
    assert "قاد &lt;b&gt;3&lt;/b&gt; فرق" in text(learning.get("/resumes/bullets/"))


def test_the_list_shows_where_each_stands_and_what_proves_it(learning, learner):
    piece = make_evidence(learner, happened="The move")
    make_bullet(
        learner, text="Led it", position=make_position(learner, title="Lead", employer="Acme"), evidence=[piece]
    )
    make_bullet(learner, text="Ran it")
    response = learning.get("/resumes/bullets/")
    assert [row.text for row in response.context["page"]] == ["Ran it", "Led it"]
    assert "The move" in text(response)
    verbs.put_in_bin(piece, at=timezone.now())
    assert "The move" not in text(learning.get("/resumes/bullets/"))


def test_a_piece_says_which_bullets_and_resumes_use_it(learning, learner, stranger):
    piece, position = make_evidence(learner), make_position(learner)
    bullet = make_bullet(learner, text="Led 3 teams", position=position, evidence=[piece])
    make_bullet(stranger, text="Zanzibar")
    resume = make_resume(learner, name="All I did")
    body = unescaped(learning.get(piece.get_absolute_url()))
    assert "Led 3 teams" in body
    assert f'href="{resume.get_absolute_url()}' in body
    assert f"{ADD}?evidence={piece.pk}" in body
    assert "Zanzibar" not in body
    verbs.put_in_bin(bullet, at=timezone.now())
    assert "Led 3 teams" not in unescaped(learning.get(piece.get_absolute_url()))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"title": ""}, "Say what it is."),
        ({"title": "x" * 301}, "Keep it to 300 characters; yours has 301."),
        ({"title": "x\x00"}, "Null characters are not allowed."),
        ({"kind": "experience"}, "Select a valid choice."),
        ({"kind": ""}, "This field is required."),
        ({"starts": "March"}, "Write a year, a month or a day"),
        ({"ends": "2021-02-30"}, "Write a year, a month or a day"),
        ({"starts": "2021", "ends": "2020-12"}, "It ends before it begins."),
        ({"url": "javascript:alert(1)"}, ""),
        ({"text": "x" * 5001}, "5000"),
    ],
)
def test_what_is_wrong_with_a_line_is_named_and_what_was_typed_stays(learning, sent, said):
    response = learning.post(ADD_LINE, line(level="Zanzibar", **sent))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == list(sent)[-1:]
    assert said in unescaped(response)
    assert "Zanzibar" in text(response)
    assert Mention.objects.count() == 0


@pytest.mark.parametrize(("starts", "ends"), [("2021", "2021-03"), ("2021-03", "2021"), ("2021", ""), ("", "2021")])
def test_dates_of_which_a_part_is_known_are_kept_as_they_are(learning, starts, ends):
    learning.post(ADD_LINE, line(starts=starts, ends=ends))
    row = Mention.objects.get()
    assert (row.starts, row.ends) == (starts, ends)


def test_what_a_form_does_not_show_of_a_line_stays(learning, learner):
    row = make_mention(learner, kind="projects", words=["a"], roles=["Lead"], score="A", place="Austin", sort="app")
    sent = line(kind="projects", title="Else", token=str(row.token), seen="1")
    learning.post(reverse("resumes:edit_mention", args=[row.pk]), sent)
    row.refresh_from_db()
    assert (row.title, row.words, row.roles, row.score, row.place, row.sort) == (
        *("Else", ["a"], ["Lead"], "A", "Austin", "app"),
    )
    assert Event.objects.count() == 2
