"""A learner's stories: rough first, from evidence, found again, never lost, and seen by nobody else."""

import re
import uuid
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from interviews.models import Story
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from tests.factories import NOW
from tests.factories.evidence import make_evidence, make_skill
from tests.factories.interviews import make_competency, make_interview, make_question, make_story, make_telling
from tests.factories.keeping import restore_address
from tests.kit import begins, text

LIST, ADD, COVERAGE = "/interviews/stories/", "/interviews/stories/add/", "/interviews/stories/coverage/"


def send(client, path=ADD, **data):
    """Post the short form: a headline and the situation, unless told otherwise."""
    fields = {"token": uuid.uuid4(), "seen": 0, "headline": "The late launch", "situation": "Two weeks late"}
    return client.post(path, fields | data)


# --- Writing ---------------------------------------------------------------------------------------------------


def test_a_headline_and_the_situation_are_enough(learning, learner):
    response = send(learning)
    story = Story.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/interviews/stories/{story.pk}/")
    assert (story.user, story.headline, story.situation, story.happened_on) == (
        *(learner, "The late launch", "Two weeks late", None),
    )


def test_everything_is_kept(learning, learner):
    skills, competency, question = [make_skill(), make_skill()], make_competency(), make_question()
    pieces = [make_evidence(learner), make_evidence(learner)]
    send(
        learning,
        task="Ship\r\nit",
        action="Cut scope",
        result="3 days late",
        reflection="Ask sooner",
        happened_on="2026-05-01",
        skills=[skill.slug for skill in skills],
        competencies=[competency.slug],
        questions=[question.slug],
        evidence=[piece.pk for piece in pieces],
        in_30="Short",
        in_90="Longer",
        in_180="Longest",
    )
    assert Story.objects.get().document() == {
        "headline": "The late launch",
        "situation": "Two weeks late",
        "task": "Ship\nit",
        "action": "Cut scope",
        "result": "3 days late",
        "reflection": "Ask sooner",
        "happened_on": "2026-05-01",
        "skills": sorted(skill.slug for skill in skills),
        "competencies": [competency.slug],
        "questions": [question.slug],
        "evidence": sorted(str(piece.token) for piece in pieces),
        "in_30": "Short",
        "in_90": "Longer",
        "in_180": "Longest",
    }


def test_a_story_starts_from_a_piece_of_evidence(learning, learner):
    skill = make_skill()
    piece = make_evidence(
        learner,
        happened="The board was red.\nFor weeks.",
        did="Asked why",
        result="Green",
        amount=Decimal("12.50"),
        unit="days",
        on=date(2026, 4, 1),
        skills=[skill.slug],
    )
    form = learning.get(ADD, {"evidence": piece.pk}).context["form"]
    values = {name: form[name].value() for name in form.fields if name not in ("token", "seen") and form[name].value()}
    assert values == {
        "headline": "The board was red.",
        "situation": "The board was red.\nFor weeks.",
        "action": "Asked why",
        "result": "Green\n12.5 days",
        "happened_on": date(2026, 4, 1),
        "skills": [skill.slug],
        "evidence": [piece.pk],
    }
    assert form.more_is_open
    assert text(learning.get(ADD, {"evidence": piece.pk})).count(" checked>") == 2


def test_the_page_of_a_piece_of_evidence_leads_to_its_story(learning, learner):
    piece = make_evidence(learner)
    assert f'href="{ADD}?evidence={piece.pk}"' in text(learning.get(piece.get_absolute_url()))


def test_a_competency_and_a_question_in_the_address_are_chosen(learning):
    competency, question = make_competency(name="saying no"), make_question(text="Why?")
    asked = {"competency": competency.slug, "question": question.slug}
    assert text(learning.get(ADD, asked)).count(" checked>") == 2


@pytest.mark.parametrize(
    ("names", "lead"),
    [
        (["competency", "question"], "About saying no, for “Why?”"),
        (["competency"], "About saying no"),
        (["question"], "For “Why?”"),
        ([], None),
    ],
)
def test_a_story_says_what_it_is_begun_for_also_after_a_mistake(learning, names, lead):
    competency, question = make_competency(name="saying no"), make_question(text="Why?")
    asked = {"competency": competency.slug, "question": question.slug}
    address = f"{ADD}?{urlencode({name: asked[name] for name in names})}"
    for response in (learning.get(address), learning.post(address, {"headline": "No more"})):
        found = re.search(r'<p class="lead">(.*?)</p>', text(response))
        assert (found and found[1]) == lead


@pytest.mark.parametrize("key", ["", "x", "\x00", "-1", "9" * 30, "999999"])
def test_an_address_that_names_nothing_starts_empty(learning, key):
    response = learning.get(ADD, {"evidence": key, "competency": key, "question": key})
    assert (response.status_code, response.context["form"]["headline"].value()) == (200, None)
    assert " checked>" not in text(response)


def test_evidence_with_a_key_beyond_all_numbers_is_none_when_the_form_is_shown_again(learning):
    response = learning.post(ADD, {"headline": "Mine", "look": "1", "evidence": ["9" * 5000]})
    assert (response.status_code, response.context["form"]["headline"].value()) == (200, "Mine")
    assert " checked>" not in text(response)


def test_a_strangers_evidence_is_neither_shown_nor_linked(learning, stranger):
    piece = make_evidence(stranger, happened="A stranger's secret")
    assert "secret" not in text(learning.get(ADD, {"evidence": piece.pk}))
    response = send(learning, evidence=[piece.pk])
    assert response.context["form"].errors == {"evidence": ["That piece of evidence is not yours, or is gone."]}
    assert "secret" not in text(response)
    assert Story.objects.count() == 0


def test_the_same_form_sent_twice_makes_one_story(learning):
    token = uuid.uuid4()
    first, second = (send(learning, token=token) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Story.objects.count() == Event.objects.count() == 1


LONG = "Typed. " * 150_000
BAD = [
    ({"headline": " "}, "headline", "Give it a headline: a few words by which you know it again."),
    ({"headline": "x" * 121}, "headline", "Keep it to 120 characters; yours has 121. It is not saved yet."),
    ({"headline": "a\x00b"}, "headline", "Null characters are not allowed."),
    ({"situation": ""}, "situation", "Write at least a sentence on what was going on."),
    (
        {"action": LONG},
        "action",
        f"This holds 5,000 characters at most; yours has {len(LONG.strip())}. It is not saved yet",
    ),
    ({"in_90": "\x00"}, "in_90", "Null characters are not allowed."),
    ({"happened_on": "2999-01-01"}, "happened_on", "This day cannot be in the future."),
    ({"happened_on": "1949-12-31"}, "happened_on", "Choose a day from 1950 on."),
    ({"happened_on": "\x00"}, "happened_on", "Enter a valid date."),
    ({"skills": ["nothing"]}, "skills", "Select a valid choice. nothing is not one of the available choices."),
    ({"competencies": ["\x00"]}, "competencies", "Select a valid choice."),
    ({"questions": ["nothing"]}, "questions", "Select a valid choice. nothing is not one of the available choices."),
    ({"evidence": ["x"]}, "evidence", "That is no piece of evidence."),
    ({"evidence": ["\x00"]}, "evidence", "Null characters are not allowed."),
    ({"evidence": ["9" * 30]}, "evidence", "That piece of evidence is not yours, or is gone."),
]


@pytest.mark.parametrize(("data", "field", "message"), BAD)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, data, field, message):
    response = send(learning, **({"reflection": "Typed for ten minutes"} | data))
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert form.errors[field][0].startswith(message)
    body = text(response)
    assert "Typed for ten minutes" in body
    assert f'href="#id_{field}"' in body
    assert LONG.strip() in body or "action" not in data
    assert Story.objects.count() == 0


def test_a_change_is_saved_told_and_undone_with_what_hangs_on_it(learning, learner):
    competency, piece = make_competency(), make_evidence(learner)
    story = make_story(learner, headline="Old", competencies=[competency.slug], evidence=[piece.pk])
    edit = reverse("interviews:edit_story", args=[story.pk])
    form = learning.get(edit).context["form"]
    assert (form["headline"].value(), form["competencies"].value(), form["evidence"].value()) == (
        *("Old", [competency.slug], [piece.pk]),
    )
    assert send(learning, edit, seen=1, headline="New")["Location"] == story.get_absolute_url()
    assert (Story.objects.get().headline, story.competencies.count(), story.evidence.count()) == ("New", 0, 0)
    event = Event.objects.latest("pk")
    assert text(learning.get(story.get_absolute_url())).count(f"/undo/{event.pk}/") == 2
    learning.post(f"/undo/{event.pk}/")
    assert (Story.objects.get().headline, story.competencies.get(), story.evidence.get()) == ("Old", competency, piece)


def test_saving_without_a_change_records_none(learning, learner):
    names = {"skills": make_skill, "competencies": make_competency, "questions": make_question}
    links = {name: [make(slug="z-row").slug, make(slug="a-row").slug] for name, make in names.items()}
    piece = make_evidence(learner)
    story = make_story(learner, evidence=[piece.pk], happened_on=date(2026, 5, 1), **links)
    data = story.document() | {"seen": 1, "evidence": [piece.pk]}
    assert send(learning, reverse("interviews:edit_story", args=[story.pk]), **data).status_code == 302
    assert [event.act for event in events_of(story)] == ["added"]


def test_the_older_of_two_tabs_keeps_its_text_and_never_silently_wins(learning, learner):
    story = make_story(learner)
    edit = reverse("interviews:edit_story", args=[story.pk])
    send(learning, edit, seen=1, headline="From the first tab")
    response = send(learning, edit, seen=1, headline="From the second tab")
    assert (response.status_code, Story.objects.get().headline) == (422, "From the first tab")
    assert "From the second tab" in text(response)


def test_what_is_no_longer_listed_or_in_the_bin_stays_chosen(learning, learner):
    skill, competency, question = make_skill(), make_competency(), make_question()
    piece = make_evidence(learner)
    links = {"skills": [skill.slug], "competencies": [competency.slug], "questions": [question.slug]}
    story = make_story(learner, evidence=[piece.pk], happened_on=date(2026, 5, 1), **links)
    for row in (skill, competency, question):
        row.retire(at=NOW)
    verbs.put_in_bin(piece, at=NOW)
    edit = reverse("interviews:edit_story", args=[story.pk])
    body = text(learning.get(edit))
    assert (body.count(" checked>"), body.count("No longer listed")) == (4, 3)
    send(learning, edit, **(story.document() | {"seen": 1, "headline": "New", "evidence": [piece.pk]}))
    assert Story.objects.get().document() == story.document() | {"headline": "New"}


def test_delete_undo_and_the_bin(learning, learner):
    story = make_story(learner)
    for _ in range(2):
        assert learning.post(reverse("interviews:bin_story", args=[story.pk]))["Location"] == LIST
    assert [event.act for event in events_of(story)] == ["binned", "added"]
    assert learning.get(story.get_absolute_url()).status_code == 404
    assert story.headline in text(learning.get("/bin/"))
    learning.post(restore_address(story))
    assert learning.get(story.get_absolute_url()).status_code == 200


# --- Evidence that is older than what is offered ---------------------------------------------------------------


def keys(rows):
    return [piece.pk for piece, _ in rows]


@pytest.fixture
def many(learner):
    """Two old pieces, and 50 newer ones that are all that the form offers by itself."""
    old = [make_evidence(learner, happened=f"The {name} was moved", on=date(2020, 1, 1)) for name in ("lab", "office")]
    for day in range(50):
        make_evidence(learner, on=date(2026, 1, 1) + timedelta(days=day))
    return old


def test_all_pieces_behind_a_story_are_on_its_form_however_many(learning, learner, many):
    older = [make_evidence(learner, on=date(2019, 1, 1)).pk for _ in range(55)]
    story = make_story(learner, evidence=older)
    pieces = learning.get(f"{story.get_absolute_url()}edit/").context["form"].pieces
    assert sorted(keys(pieces["behind"])) == older


def test_a_storys_own_older_pieces_are_offered_whether_ticked_or_not(learning, learner, many):
    story = make_story(learner, evidence=[many[0].pk])
    path = f"{story.get_absolute_url()}edit/"
    pieces = learning.get(path).context["form"].pieces
    assert (pieces["behind"], len(pieces["newest"]), pieces["more"]) == ([(many[0], True)], 50, True)
    refused = send(learning, path, headline="", token=story.token, seen=1)
    assert (refused.status_code, refused.context["form"].pieces["behind"]) == (422, [(many[0], False)])


@pytest.mark.parametrize("press", [{"look": "1"}, {}], ids=["the button", "Enter"])
@pytest.mark.parametrize("edited", [True, False])
def test_an_older_piece_is_found_and_picked_without_losing_what_was_typed(learning, learner, many, press, edited):
    skill = make_skill()
    story = make_story(learner, headline="As it was", evidence=[many[0].pk])
    path = f"{story.get_absolute_url()}edit/" if edited else ADD
    typed = {
        "token": story.token if edited else uuid.uuid4(),
        "seen": int(edited),
        "headline": "",
        "action": "x" * 9000,
    }
    typed |= {"happened_on": "someday", "skills": [skill.slug, "\x00"], "evidence": [many[0].pk], "in_30": "Short"}
    response = send(learning, path, **typed, find=" OFFICE  moving ", **press)
    form = response.context["form"]
    assert (response.status_code, form.find, form.errors, form.more_is_open) == (200, "OFFICE moving", {}, True)
    assert (form.pieces["behind"], form.pieces["found"]) == ([(many[0], True)], [(many[1], False)])
    names = ("headline", "situation", "action", "happened_on", "skills", "in_30")
    assert {name: form[name].value() for name in names} == {
        **{"headline": "", "situation": "Two weeks late", "action": "x" * 9000, "happened_on": "someday"},
        **{"skills": [skill.slug], "in_30": "Short"},
    }
    assert (str(form["token"].value()), str(form["seen"].value())) == (str(typed["token"]), str(typed["seen"]))
    assert "Check what belongs to it; nothing is saved yet." in text(response)
    story.refresh_from_db()
    assert (Story.objects.count(), story.headline) == (1, "As it was")
    # And kept with the story once it is saved.
    typed |= {"headline": "Found", "action": "", "happened_on": "", "skills": [skill.slug]}
    both = [piece.pk for piece in many]
    assert send(learning, path, **(typed | {"evidence": both}), find="left over", save="1").status_code == 302
    assert Story.objects.get(headline="Found").document()["evidence"] == sorted(str(piece.token) for piece in many)


@pytest.mark.parametrize(("find", "said"), [("zebra", "has “<bdi>zebra</bdi>”"), ("a\x00b", "has “<bdi>a b</bdi>”")])
def test_what_is_not_found_is_said(learning, many, find, said):
    response = send(learning, find=find, look="1")
    assert (response.status_code, response.context["form"].pieces["found"]) == (200, [])
    assert said in text(response)


def test_nobody_elses_pieces_are_found(learning, learner, stranger, many):
    make_evidence(stranger, happened="The office was sold")
    assert keys(send(learning, find="office", look="1").context["form"].pieces["found"]) == [many[1].pk]


def test_the_longer_part_is_folded_until_there_is_something_in_it(learning, learner):
    story, bad = make_story(learner), {"headline": "", "action": "x" * 9000}
    opened = [
        learning.get(ADD),
        learning.get(ADD, {"competency": make_competency().slug}),
        learning.get(f"{story.get_absolute_url()}edit/"),
        send(learning, headline=""),
        send(learning, **bad),
    ]
    assert [page.context["form"].more_is_open for page in opened] == [False, True, True, False, True]


def test_with_few_pieces_there_is_nothing_to_look_for(learning, learner):
    make_evidence(learner)
    assert "Find an older piece" not in text(learning.get(ADD))


# --- Reading ---------------------------------------------------------------------------------------------------


def test_the_page_shows_everything_and_how_long_it_takes(learning, learner):
    skill, direct, derived = make_skill(), make_question(), make_question()
    competency = make_competency(name="saying no", questions=[derived])
    piece = make_evidence(learner, happened="The board was red")
    story = make_story(
        learner,
        headline="סיפור 🎉 <b>x</b>",
        situation="one two three",
        task="four",
        in_30="word " * 80,
        skills=[skill.slug],
        competencies=[competency.slug],
        questions=[direct.slug],
        evidence=[piece.pk],
    )
    response = learning.get(story.get_absolute_url())
    body = text(response)
    assert '<h1 dir="auto">סיפור 🎉 &lt;b&gt;x&lt;/b&gt;</h1>' in body
    assert response.context["parts"] == [("Situation", "one two three"), ("Task", "four")]
    assert response.context["open_parts"] == ["action", "result", "what I learned"]
    assert response.context["in_full"] == "4 words, about 2 s if you say all of it"
    assert response.context["lengths"] == [("In 30 seconds", story.in_30, "80 of 70 words, about 34 s: 10 too many")]
    assert response.context["weak"] == ["no number in the result"]
    assert [(row, row.said) for row in response.context["questions"]] == [(direct, True), (derived, False)]
    for shown in ("Saying no", skill.name, "The board was red", '<meta name="robots" content="noindex">'):
        assert shown in body, shown


def test_the_list_says_what_is_weak_and_offers_evidence_without_a_story(learning, learner):
    told, open_piece = make_evidence(learner), make_evidence(learner, happened="Not told yet")
    binned = make_evidence(learner, happened="Told in a binned story")
    competency = make_competency()
    make_competency()
    today = timezone.localdate()
    make_story(learner, headline="A", result="5 days", evidence=[told.pk], competencies=[competency.slug])
    make_story(learner, headline="B", happened_on=today - timedelta(days=4 * 366))
    verbs.put_in_bin(make_story(learner, headline="C", evidence=[binned.pk]), at=NOW)
    response = learning.get(LIST)
    assert [(row["story"].headline, row["about"], row["weak"]) for row in response.context["rows"]] == [
        ("A", [competency.name], []),
        ("B", [], ["no number in the result", "no evidence behind it", "older than three years"]),
    ]
    assert list(response.context["pieces"]) == [binned, open_piece]
    assert f'href="{ADD}?evidence={open_piece.pk}"' in text(response)
    assert "2 stories cover 1 of 2 topics that interviewers ask for." in text(response)


def test_coverage_names_the_holes_and_what_is_weak(learning, learner):
    questions = [make_question() for _ in range(6)]
    hole = make_competency(name="saying no to an executive")
    shown = make_competency(questions=questions)
    story = make_story(learner, headline="The only one", competencies=[shown.slug], happened_on=date(2020, 1, 1))
    response = learning.get(COVERAGE)
    body = text(response)
    assert "No story for saying no to an executive" in body
    assert f'href="{ADD}?competency={hole.slug}"' in body
    assert response.context["holes"] == [hole]
    assert response.context["overloaded"] == [("The only one", story.get_absolute_url(), 6)]
    assert [heading for heading, _, _ in response.context["weak"]] == [
        *("Without a number in the result", "Older than three years", "Without evidence"),
    ]
    cells = [(row["competency"], row["number"], [on for _, on in row["cells"]]) for row in response.context["matrix"]]
    assert cells == [(hole, 0, [False]), (shown, 1, [True])]
    # A question nobody asks any more is carried by nobody.
    questions[0].retire(at=NOW)
    assert learning.get(COVERAGE).context["overloaded"] == []


def test_coverage_without_stories_is_all_holes(learning, learner):
    competencies = [make_competency(), make_competency()]
    response = learning.get(COVERAGE)
    assert (response.context["holes"], response.context["weak"], "<table" in text(response)) == (
        *(competencies, [], False),
    )


def test_six_stories_stand_beside_each_other_and_the_counts_are_of_all(learning, learner):
    competency = make_competency()
    for number in range(7):
        make_story(learner, headline=f"Story {number}", competencies=[competency.slug])
    first, second = (learning.get(COVERAGE, {"page": page}).context for page in ("1", "2"))
    assert [len(context["columns"]) for context in (first, second)] == [6, 1]
    assert first["matrix"][0]["number"] == second["matrix"][0]["number"] == 7
    assert len(learning.get(COVERAGE, {"page": "\x00"}).context["columns"]) == 6


def test_a_question_names_the_stories_that_answer_it_and_why(learning, learner, stranger):
    skill = make_skill(name="Negotiation")
    question = make_question()
    question.skills.add(skill)
    competency = make_competency(name="saying no", questions=[question])
    make_story(learner, headline="By skill", skills=[skill.slug])
    make_story(learner, headline="By competency", competencies=[competency.slug])
    make_story(learner, headline="By word", questions=[question.slug])
    make_story(learner, headline="By nothing")
    verbs.put_in_bin(make_story(learner, headline="In the bin", questions=[question.slug]), at=NOW)
    make_story(stranger, headline="A stranger's", questions=[question.slug])
    response = learning.get(question.get_absolute_url())
    assert [(story.headline, reason) for story, reason in response.context["answering"]] == [
        ("By word", "you said that it answers this"),
        ("By competency", "it is about saying no"),
        ("By skill", "it shows Negotiation"),
    ]
    assert f'href="{ADD}?question={question.slug}"' in text(response)


def test_a_visitor_sees_no_stories_under_a_question(client, learner):
    question = make_question()
    make_story(learner, headline="A secret", questions=[question.slug])
    body = text(client.get(question.get_absolute_url()))
    assert "A secret" not in body
    assert "My stories" not in body


# --- Who sees it, and at what cost -----------------------------------------------------------------------------

OF_ONE = ("story", "edit_story", "bin_story")
PAGES = ("stories", "add_story", "coverage")


@pytest.mark.parametrize("name", OF_ONE)
def test_a_stranger_and_a_curator_get_404(client, learner, stranger, curator, name):
    story = make_story(learner, headline="A secret")
    path = reverse(f"interviews:{name}", args=[story.pk])
    for other in (stranger, curator):
        client.force_login(other)
        if name != "bin_story":
            assert client.get(path).status_code == 404
        assert send(client, path).status_code == 404
    assert Story.objects.for_user(learner).get().headline == "A secret"


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_and_a_curator_see_only_their_own(client, learner, stranger, curator, name):
    make_story(learner, headline="A secret", competencies=[make_competency().slug])
    make_evidence(learner, happened="A secret too")
    for other in (stranger, curator):
        client.force_login(other)
        response = client.get(reverse(f"interviews:{name}"))
        assert response.status_code == 200
        assert "secret" not in text(response)


@pytest.mark.parametrize("name", [*OF_ONE, *PAGES])
def test_a_visitor_signs_in_first_or_begins(client, learner, name):
    story = make_story(learner)
    path = reverse(f"interviews:{name}", args=[story.pk] if name in OF_ONE else [])
    page = story.get_absolute_url() if name == "bin_story" else path
    if name in PAGES:
        assert begins(client.post(path))
        assert client.get(path).status_code == 200
        return
    assert client.post(path)["Location"] == f"/account/login/?next={page}"
    if name != "bin_story":
        assert client.get(path)["Location"] == f"/account/login/?next={path}"
    assert Story.objects.for_user(learner).count() == 1


def test_other_methods_are_refused(learning, learner):
    story = make_story(learner)
    assert learning.get(reverse("interviews:bin_story", args=[story.pk]))["Location"] == story.get_absolute_url()
    for name in (*OF_ONE, *PAGES):
        assert (
            learning.delete(reverse(f"interviews:{name}", args=[story.pk] if name in OF_ONE else [])).status_code == 405
        )
    assert Story.objects.for_user(learner).count() == 1


# The session and the user are two of each.
QUERIES = {"stories": 7, "add_story": 7, "coverage": 4, "story": 10, "edit_story": 8}


@pytest.mark.parametrize("number", [1, 3, 200])
@pytest.mark.parametrize("name", QUERIES)
def test_query_count(learning, learner, django_assert_num_queries, name, number):
    few = min(number, 3)
    skills, competencies = [make_skill().slug for _ in range(few)], [make_competency().slug for _ in range(few)]
    questions = [make_question().slug for _ in range(few)]
    pieces = [make_evidence(learner).pk for _ in range(few)]
    make_evidence(learner)
    for _ in range(few):
        story = make_story(learner, skills=skills, competencies=competencies, questions=questions, evidence=pieces)
        make_telling(story)
        make_interview(learner, on=timezone.localdate() + timedelta(days=1))
    Story.objects.bulk_create(
        Story(user=learner, headline=f"Story {place}", created_at=NOW) for place in range(number - few)
    )
    path = reverse(f"interviews:{name}", args=[story.pk] if name in OF_ONE else [])
    with django_assert_num_queries(QUERIES[name]):
        assert learning.get(path).status_code == 200


NAMES = ["Zebra", "Sprint 10", "Éclair", "apple", "Sprint 9", "ångström", "“Beta”"]
IN_ORDER = ["ångström", "apple", "“Beta”", "Éclair", "Sprint 9", "Sprint 10", "Zebra"]


def test_stories_are_in_the_order_of_their_names_everywhere(learning, learner):
    question = make_question()
    for name in NAMES:
        make_story(learner, headline=name, questions=[question.slug])
    page = learning.get(reverse("interviews:stories")).context["page"]
    assert [story.headline for story in page] == IN_ORDER
    assert [story.headline for story in Story.objects.answering(question)] == IN_ORDER
    with connection.cursor() as cursor:
        cursor.execute("SELECT collation_name FROM information_schema.columns WHERE column_name = 'headline_key'")
        assert cursor.fetchall() == [("C",)]


def test_skills_of_a_story_are_in_the_order_of_their_names(learning, learner):
    skills = [make_skill(name=name) for name in NAMES]
    story = make_story(learner, skills=[skill.slug for skill in skills])
    assert [skill.name for skill in learning.get(story.get_absolute_url()).context["skills"]] == IN_ORDER


def test_whoever_has_no_story_is_asked_once_to_write_one(learning, learner):
    link = f'<a class="btn btn-primary" href="{ADD}">'
    page = learning.get(LIST).content.decode()
    assert (page.count(link), page.count(f"{link}Write the first</a>")) == (1, 1)
    make_story(learner)
    page = learning.get(LIST).content.decode()
    assert (page.count(link), page.count(f"{link}Write a story</a>")) == (1, 1)


def test_the_form_of_a_story_can_be_left(learning, learner):
    assert f'<a href="{LIST}">Cancel</a>' in learning.get(ADD).content.decode()
    story = make_story(learner)
    page = learning.get(reverse("interviews:edit_story", args=[story.pk])).content.decode()
    assert f'<a href="{story.get_absolute_url()}">Cancel</a>' in page
