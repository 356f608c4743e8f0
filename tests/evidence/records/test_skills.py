"""A learner and the skills: rated in place, assessed group by group, stopped and resumed."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from evidence.models import Skill, SkillGroup, SkillStanding
from evidence.records import rating
from keeping import verbs
from keeping.models import Event
from tests.factories import NOW
from tests.factories.evidence import make_evidence, make_skill
from tests.factories.roadmap import make_aim, make_milestone, make_role
from tests.forms import forms_of
from tests.kit import begins, text

MINE, ASSESS = "/evidence/skills/", "/evidence/skills/assess/"


def make_group(slug, position):
    return SkillGroup.objects.create(slug=slug, name=slug.capitalize(), description="A group.", position=position)


def listed(response):
    return [(skill.slug, stand.state) for part in response.context["sections"] for skill, stand in part["rows"]]


def levels():
    return dict(SkillStanding.objects.values_list("skill__slug", "now"))


@pytest.fixture
def groups(db):
    """Two groups: of the first one skill is expected, one common and one specific; the second is specific alone."""
    first, second = make_group("first", 1), make_group("second", 2)
    make_skill(slug="specific", group=first, weight=1)
    make_skill(slug="common", group=first, weight=2)
    make_skill(slug="expected", group=first, weight=3)
    make_skill(slug="other", group=second, weight=1)
    make_group("empty", 3)
    make_skill(slug="retired", group=second).retire(at=NOW)
    return first, second


def test_three_states_with_counts_evidence_and_dates(learning, learner, stranger, groups):
    make_evidence(learner, skills=["expected"], on=date(2026, 3, 1))
    make_evidence(learner, skills=["expected"], on=date(2026, 4, 1))
    verbs.put_in_bin(make_evidence(learner, skills=["specific"]), at=NOW)
    make_evidence(stranger, skills=["specific"])
    rating.rate(user=learner, skill=Skill.objects.get(slug="common"), values={"now": 2, "wanted": 4}, at=NOW)
    rating.rate(user=stranger, skill=Skill.objects.get(slug="specific"), values={"now": 4}, at=NOW)
    response = learning.get(MINE)
    assert listed(response) == [
        *(("expected", "shown"), ("common", "claimed"), ("specific", "not yours yet"), ("other", "not yours yet")),
    ]
    assert response.context["counts"] == {"shown": 1, "claimed": 1, "not yours yet": 2}
    body = text(response)
    assert "2 pieces of evidence</a>, newest Apr 1, 2026." in body
    assert "Now: “With help”. Wanted: “I could teach it”." in body


def test_filter_by_state_and_group_together(learning, learner, groups):
    make_evidence(learner, skills=["expected", "other"])
    for query, found in (
        ({"state": "shown"}, ["expected", "other"]),
        ({"state": "shown", "group": "first"}, ["expected"]),
        ({"group": "second"}, ["other"]),
        ({"state": "claimed"}, []),
        ({"state": "\x00", "group": "nothing"}, ["expected", "common", "specific", "other"]),
    ):
        response = learning.get(MINE, query)
        assert [slug for slug, _ in listed(response)] == found, query
        assert response.context["counts"]["shown"] == 2


def test_the_map_shows_every_group_whatever_the_filters_and_says_it_in_words(learning, learner, groups):
    make_evidence(learner, skills=["expected"])
    rating.rate(user=learner, skill=Skill.objects.get(slug="common"), values={"now": 4, "wanted": None}, at=NOW)
    areas = learning.get(f"{MINE}?group=second").context["areas"]
    assert [(part["group"].slug, part["said"]) for part in areas] == [
        ("first", "1 shown, 1 claimed, 1 not yours yet"),
        ("second", "1 not yours yet"),
    ]
    assert [(square.filled, square.shown) for square in areas[0]["area"].squares] == [
        (0, True),
        (14, False),
        (0, False),
    ]


def test_what_was_asked_for_is_open_and_the_rest_folded(learning, learner, groups):
    make_evidence(learner, skills=["expected"])
    for query, opened in (
        ({}, [True, False]),
        ({"rate": "other"}, [False, True]),
        ({"near": "other"}, [False, True]),
        ({"near": "\x00"}, [True, False]),
        ({"state": "not yours yet"}, [True, True]),
        ({"group": "second"}, [True]),
    ):
        response = learning.get(MINE, query)
        assert [part["open"] for part in response.context["sections"]] == opened, query
        assert text(response).count('<details class="skill-group" open>') == sum(opened)
    assert [part["said"] for part in learning.get(MINE).context["sections"]] == [
        "1 shown, 2 not yours yet",
        "1 not yours yet",
    ]


def test_a_group_that_is_answered_in_part_is_still_open(learning, learner, groups):
    rating.rate(user=learner, skill=Skill.objects.get(slug="common"), values={"now": 2}, at=NOW)
    assert learning.get(ASSESS).context["group"] == groups[0]
    rating.rate(user=learner, skill=Skill.objects.get(slug="expected"), values={"now": 2}, at=NOW)
    assert learning.get(ASSESS).context["group"] == groups[1]


def test_one_skill_opens_to_be_rated_in_place(learning, learner, groups):
    assert "/rate/" not in text(learning.get(MINE))
    body = text(learning.get(MINE, {"rate": "common", "state": "not yours yet"}))
    assert body.count("/rate/") == 1
    assert learning.get(MINE, {"rate": "\x00"}).context["rated"] is None


def test_rating_is_kept_once_told_and_undone(learning, learner, groups):
    path = "/evidence/skills/common/rate/"
    for _ in range(2):
        response = learning.post(path, {"now": "2", "wanted": "3"})
        assert (response.status_code, response["Location"]) == (302, "/evidence/skills/?near=common#common")
    standing = SkillStanding.objects.get()
    assert (standing.user, standing.now, standing.wanted, Event.objects.count()) == (learner, 2, 3, 1)
    learning.post(path, {"now": ""})
    standing.refresh_from_db()
    assert (standing.now, standing.wanted) == (None, 3)
    event = Event.objects.latest("pk")
    assert f"/undo/{event.pk}/" in text(learning.get(MINE))
    learning.post(f"/undo/{event.pk}/")
    standing.refresh_from_db()
    assert (standing.now, standing.wanted) == (2, 3)
    assert learning.post(path, {"now": "2", "back": "/skills/common/"})["Location"] == "/skills/common/"


@pytest.mark.parametrize("level", ["5", "-1", "x", "\x00"])
def test_a_level_that_is_none_is_refused(learning, groups, level):
    assert learning.post("/evidence/skills/common/rate/", {"now": level}).status_code == 404
    assert levels() == {}


def test_an_unknown_skill_is_a_404(learning, groups):
    assert learning.post("/evidence/skills/nothing/rate/", {"now": "1"}).status_code == 404


def test_the_assessment_is_saved_page_by_page_and_opens_where_it_stopped(learning, groups):
    response = learning.get(ASSESS)
    assert response.context["group"].slug == "first"
    assert [skill.slug for skill in response.context["form"].in_sight] == ["expected", "common"]
    assert [skill.slug for skill in response.context["form"].folded] == ["specific"]
    answers = {"level-expected": "3", "rest": "on"}
    for _ in range(2):
        assert learning.post(f"{ASSESS}?group=first", answers)["Location"] == f"{ASSESS}?group=second"
    assert levels() == {"expected": 3, "common": 0}
    assert Event.objects.count() == 2
    # Stopped here. Later it opens at the next one, and the first still has its answers.
    assert learning.get(ASSESS).context["group"].slug == "second"
    rows = learning.get(ASSESS, {"group": "first"}).context["form"].rows
    chosen = [(row["skill"].slug, [value for value, _, on in row["levels"] if on]) for row in rows]
    assert chosen == [("expected", [3]), ("common", [0]), ("specific", [])]
    assert learning.post(f"{ASSESS}?group=second", {"rest": "on"})["Location"] == f"{ASSESS}?group=end"
    found = learning.get(ASSESS)
    assert (found.context["counts"], found.context["unanswered"]) == (
        {"shown": 0, "claimed": 1, "not yours yet": 3},
        [],
    )
    assert [skill.slug for skill in found.context["strong"]] == ["expected"]
    assert found.context["missing"] == []


def aim_at(user, *slugs):
    role = make_role(title="Release manager")
    role.skills.set(Skill.objects.filter(slug__in=slugs))
    return make_aim(user, role=role.slug)


def test_it_begins_with_what_the_role_asks_for_that_one_is_after(learning, learner, stranger, groups):
    aim_at(learner, "specific", "other", "expected", "retired")
    aim_at(stranger, "common")
    response = learning.get(ASSESS)
    assert (response.context["group"].name, response.context["number"]) == ("The role you're after: Release manager", 1)
    # None of them is folded, and what is expected of everybody comes first.
    assert [skill.slug for skill in response.context["form"].in_sight] == ["expected", "specific", "other"]
    assert response.context["form"].folded == []
    answers = {"level-expected": "3", "level-other": "2", "rest": "on"}
    assert learning.post(f"{ASSESS}?group=my-role", answers)["Location"] == f"{ASSESS}?group=first"
    assert levels() == {"expected": 3, "specific": 0, "other": 2}
    # The rest follows. In the counts each is there once.
    assert learning.get(ASSESS).context["group"].slug == "first"
    assert learning.get(ASSESS, {"group": "end"}).context["total"] == 4


def test_of_a_role_that_asks_for_many_twenty_come_first(learning, learner, groups):
    aim_at(learner, *(make_skill(group=groups[0]).slug for _ in range(25)))
    assert len(learning.get(ASSESS).context["form"].in_sight) == 20


@pytest.mark.parametrize("asked", [(), ("retired",)])
def test_a_role_that_asks_for_nothing_listed_leaves_the_groups_as_they_are(learning, learner, groups, asked):
    aim_at(learner, *asked)
    assert learning.get(ASSESS).context["group"].slug == "first"
    assert learning.get(ASSESS, {"group": "my-role"}).status_code == 404


def test_what_is_left_empty_stays_unsaid_if_so_wished_and_the_way_leads_on(learning, groups):
    assert learning.post(f"{ASSESS}?group=first", {"level-specific": "1"})["Location"] == f"{ASSESS}?group=second"
    assert levels() == {"specific": 1}
    found = learning.get(ASSESS, {"group": "end"})
    assert [group.slug for group in found.context["unanswered"]] == ["first", "second"]
    assert [skill.slug for skill in found.context["missing"]] == ["expected"]


def test_a_wrong_level_names_its_skill_and_keeps_the_other_answers(learning, groups):
    response = learning.post(f"{ASSESS}?group=first", {"level-expected": "9", "level-common": "3"})
    assert response.status_code == 422
    assert [row["skill"].slug for row in response.context["form"].rows if row["errors"]] == ["expected"]
    assert 'name="level-common" value="3" checked' in text(response)
    assert levels() == {}


def test_an_answer_in_the_assessment_can_be_told_from_an_older_one(learning, learner, groups):
    rating.rate(user=learner, skill=Skill.objects.get(slug="common"), values={"now": 1, "wanted": 4}, at=NOW)
    learning.post(f"{ASSESS}?group=first", {"level-common": "2"})
    event = Event.objects.latest("pk")
    assert (event.before, event.after) == ({"now": 1}, {"now": 2})
    standing = SkillStanding.objects.get()
    assert (standing.now, standing.wanted, standing.edition) == (2, 4, 3)


def form_on(client, path, name):
    """The form of a page with a field of that name."""
    return next(
        form for form in forms_of(client.get(path), path) if name in dict(form.fields) | dict.fromkeys(form.typed)
    )


def test_an_older_window_of_the_assessment_changes_only_what_was_answered_in_it(learning, groups):
    page = f"{ASSESS}?group=first"
    learning.post(page, {"level-expected": "2"})
    older, newer = form_on(learning, page, "rest"), form_on(learning, page, "rest")
    learning.post(page, newer.data(**{"level-expected": "4", "level-common": "3"}))
    learning.post(page, older.data(**{"level-specific": "1", "rest": "on"}))
    assert levels() == {"expected": 4, "common": 3, "specific": 1}
    # What was answered in it is an answer.
    learning.post(page, older.data(**{"level-expected": "1"}))
    assert levels()["expected"] == 1


def test_an_older_window_of_a_rating_changes_only_what_was_said_in_it(learning, learner, groups):
    path, rate = f"{MINE}?rate=common", "/evidence/skills/common/rate/"
    learning.post(rate, {"now": "1", "wanted": "2"})
    older, newer = form_on(learning, path, "now"), form_on(learning, path, "now")
    learning.post(rate, newer.data(now="3"))
    learning.post(rate, older.data(wanted="4"))
    assert SkillStanding.objects.values_list("now", "wanted").get() == (3, 4)
    # Nothing was said in it.
    learning.post(rate, older.data())
    assert SkillStanding.objects.values_list("now", "wanted").get() == (3, 4)


def test_an_unknown_group_is_a_404(learning, groups):
    assert learning.get(ASSESS, {"group": "nothing"}).status_code == 404
    assert learning.get(ASSESS, {"group": "\x00"}).status_code == 404


def test_without_any_skill_the_pages_still_open(learning):
    assert learning.get(MINE).status_code == learning.get(ASSESS).status_code == 200


def test_the_public_page_shows_a_learner_their_own_standing_alone(client, learner, stranger, groups):
    make_evidence(learner, skills=["common"], on=date(2026, 3, 1))
    assert "You and this skill" not in text(client.get("/skills/common/"))
    client.force_login(stranger)
    rating.rate(user=stranger, skill=Skill.objects.get(slug="common"), values={"now": 1}, at=NOW)
    body = text(client.get("/skills/common/"))
    assert "You and this skill: not yours yet" in body
    assert "That means: nothing shows it yet, and you rate yourself below “With help”, or not at all." in body
    client.force_login(learner)
    body = text(client.get("/skills/common/"))
    assert "You and this skill: shown" in body
    assert "1 piece of evidence</a>, the newest of Mar 1, 2026." in body


def test_a_visitor_begins_with_the_first_rating(client, groups):
    for path in (MINE, ASSESS):
        assert client.get(path).status_code == 200
    assert begins(Client().post(f"{ASSESS}?group=first"))
    sent = {"now": "3", "wanted": ""}
    again = client.post("/evidence/skills/common/rate/", sent)
    assert (begins(again), levels()) == (True, {})
    client.post(again["Location"], sent)
    rated = SkillStanding.objects.get()
    assert (rated.skill.slug, rated.now, rated.user.is_nameless) == ("common", 3, True)


def test_reading_never_writes(learning, groups):
    assert learning.get("/evidence/skills/common/rate/")["Location"] == MINE
    assert learning.delete(MINE).status_code == learning.delete(ASSESS).status_code == 405
    assert levels() == {}


# The session and the user are two of each. The page of one skill reads them and two for the standing.
QUERIES = {MINE: 5, ASSESS: 6, f"{ASSESS}?group=end": 6, "/skills/common/": 7}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", QUERIES)
def test_query_count(learning, learner, groups, django_assert_num_queries, path, number):
    for _ in range(number):
        skill = make_skill(group=groups[0])
        make_milestone().skills.add(skill)
        make_evidence(learner, skills=[skill.slug, "common"])
        rating.rate(user=learner, skill=skill, values={"now": 2}, at=NOW)
    with django_assert_num_queries(QUERIES[path]):
        assert learning.get(path).status_code == 200


def test_saving_a_page_takes_the_same_queries_for_any_number_of_skills(learning, groups):
    counts = []
    for number in (1, 3):
        skills = [make_skill(group=groups[1]).slug for _ in range(number)]
        with CaptureQueriesContext(connection) as queries:
            learning.post(f"{ASSESS}?group=second", {f"level-{slug}": "2" for slug in skills})
        counts.append(len(queries))
    assert counts[0] == counts[1]
