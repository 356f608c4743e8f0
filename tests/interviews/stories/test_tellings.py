"""To whom a story was told: kept, warned of before it is a second time at one employer, and seen by nobody else."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Interview, Telling
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from tests.factories import NOW
from tests.factories.interviews import make_interview, make_story, make_telling
from tests.factories.keeping import restore_address
from tests.kit import text

TOLD = "/interviews/stories/told/"
AGAIN = "You told this story there already. Is it really a second time?"


def add(story):
    return reverse("interviews:add_telling", args=[story.pk])


def edit(telling):
    return reverse("interviews:edit_telling", args=[telling.story_id, telling.pk])


def send(client, path, **data):
    return client.post(path, {"token": uuid.uuid4(), "seen": 0, "employer": "Acme", "on": "2026-05-01"} | data)


def test_everything_is_kept(learning, learner):
    story, interview = make_story(learner), make_interview(learner)
    response = send(learning, add(story), to_whom="Dana", interview=interview.pk, note="She\u00a0liked it")
    assert response["Location"] == story.get_absolute_url()
    assert Telling.objects.get().document() == {
        "story": str(story.token),
        "employer": "Acme",
        "to_whom": "Dana",
        "on": "2026-05-01",
        "interview": str(interview.token),
        "note": "She\u00a0liked it",
    }


def test_the_form_opens_with_today(learning, learner):
    assert learning.get(add(make_story(learner))).context["form"]["on"].value() == timezone.localdate()


def test_the_employer_is_that_of_the_interview_unless_it_is_told(learning, learner):
    interview = make_interview(learner, company="Globex")
    send(learning, add(make_story(learner)), employer="", interview=interview.pk)
    assert Telling.objects.get().employer == "Globex"


def test_a_second_time_at_one_employer_is_kept_only_by_saying_so(learning, learner):
    story = make_story(learner)
    make_telling(story, employer="Acme Corp", to_whom="Dana")
    data = {"employer": " ACME  corp", "to_whom": "Somebody else", "token": uuid.uuid4()}
    response = send(learning, add(story), **data)
    assert (response.status_code, response.context["form"].non_field_errors()) == (422, [AGAIN])
    body = text(response)
    assert ("Dana" in body, "Somebody else" in body, "Log it anyway" in body) == (True, True, True)
    assert Telling.objects.count() == 1
    assert send(learning, add(story), **data, anyway="1").status_code == 302
    assert sorted(Telling.objects.values_list("employer", flat=True)) == ["ACME  corp", "Acme Corp"]
    (group,) = learning.get(story.get_absolute_url()).context["told_twice"]
    assert [telling.employer for telling in group] == ["ACME  corp", "Acme Corp"]
    assert "Told 2 times at" in text(learning.get(story.get_absolute_url()))


def test_the_same_form_sent_twice_is_no_second_time(learning, learner):
    story, token = make_story(learner), uuid.uuid4()
    first, second = (send(learning, add(story), token=token) for _ in range(2))
    assert (first.status_code, second.status_code, Telling.objects.count()) == (302, 302, 1)


def test_another_story_another_employer_and_a_binned_telling_are_no_second_time(learning, learner):
    story = make_story(learner)
    make_telling(make_story(learner))
    make_telling(story, employer="Globex")
    verbs.put_in_bin(make_telling(story), at=NOW)
    assert send(learning, add(story)).status_code == 302


def test_changing_a_telling_into_a_second_time_asks_too(learning, learner):
    story = make_story(learner)
    make_telling(story, employer="Acme")
    telling = make_telling(story, employer="Globex")
    form = learning.get(edit(telling)).context["form"]
    assert form["employer"].value() == "Globex"
    sent = {"token": telling.token, "seen": 1}
    assert send(learning, edit(telling), **sent).context["form"].non_field_errors() == [AGAIN]
    assert send(learning, edit(telling), **sent, employer="globex").status_code == 302
    telling.refresh_from_db()
    assert telling.employer == "globex"


def test_an_employer_taken_from_the_interview_follows_it(learning, learner):
    story = make_story(learner)
    first, second = make_interview(learner, company="Globex"), make_interview(learner, company="Initech")
    send(learning, add(story), employer="", interview=first.pk)
    telling = Telling.objects.get()
    assert learning.get(edit(telling)).context["form"]["employer"].value() == ""
    sent = {"token": telling.token, "seen": 1, "employer": ""}
    send(learning, edit(telling), **sent, interview=first.pk)
    assert events_of(telling)[0].act == "added"
    send(learning, edit(telling), **sent, interview=second.pk)
    telling.refresh_from_db()
    assert (telling.employer, telling.interview) == ("Initech", second)


def test_an_interview_that_is_coming_warns_on_the_page_of_the_story(learning, learner):
    story, today = make_story(learner), timezone.localdate()
    telling = make_telling(story, employer="ACME")
    coming = make_interview(learner, company="Acme", on=today)
    make_interview(learner, company="Acme", on=today - timedelta(days=1))
    make_interview(learner, company="Globex", on=today + timedelta(days=1))
    response = learning.get(story.get_absolute_url())
    assert response.context["told_there"] == [(coming, telling)]
    assert "take another one along" in text(response)


def test_a_change_is_undone_also_when_its_interview_is_gone(learning, learner):
    story, interview = make_story(learner), make_interview(learner)
    telling = make_telling(story, interview=interview, note="Old")
    send(learning, edit(telling), token=telling.token, seen=1, note="New")
    telling.refresh_from_db()
    assert (telling.note, telling.interview) == ("New", None)
    Interview.objects.all().delete()
    learning.post(f"/undo/{Event.objects.latest('pk').pk}/")
    telling.refresh_from_db()
    assert (telling.note, telling.interview) == ("Old", None)


def test_delete_and_bring_back(learning, learner):
    telling = make_telling(make_story(learner))
    for _ in range(2):
        response = learning.post(reverse("interviews:bin_telling", args=[telling.story_id, telling.pk]))
        assert response["Location"] == telling.story.get_absolute_url()
    assert list(learning.get(telling.story.get_absolute_url()).context["tellings"]) == []
    learning.post(restore_address(telling))
    assert list(learning.get(telling.story.get_absolute_url()).context["tellings"]) == [telling]


BAD = [
    ({"employer": " "}, "employer", "Say where you told it, or choose the interview."),
    ({"employer": "x" * 121}, "employer", "Keep it to 120 characters; yours has 121. It is not saved yet."),
    ({"employer": "\x00"}, "employer", "Null characters are not allowed."),
    ({"note": "x" * 1_000_000}, "note", "Keep it to 500 characters; yours has 1000000. It is not saved yet."),
    ({"on": ""}, "on", "Give the day you told it."),
    ({"on": "2999-01-01"}, "on", "This day cannot be in the future."),
    ({"on": "1949-12-31"}, "on", "Choose a day from 1950 on."),
    ({"interview": "x"}, "interview", "Select a valid choice."),
    ({"interview": "\x00"}, "interview", "Null characters are not allowed."),
]


@pytest.mark.parametrize(("data", "field", "message"), BAD)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, learner, data, field, message):
    response = send(learning, add(make_story(learner)), **({"to_whom": "Typed by hand"} | data))
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert form.errors[field][0].startswith(message)
    assert "Typed by hand" in text(response)
    assert Telling.objects.count() == 0


def test_a_strangers_interview_is_not_offered(learning, learner, stranger):
    interview = make_interview(stranger, company="A secret")
    story = make_story(learner)
    assert "A secret" not in text(learning.get(add(story)))
    assert list(send(learning, add(story), interview=interview.pk).context["form"].errors) == ["interview"]


def test_the_log_lists_what_was_told_the_newest_first(learning, learner, stranger):
    story = make_story(learner)
    old, new = make_telling(story, on=date(2026, 1, 1)), make_telling(story, on=date(2026, 2, 1))
    binned = make_story(learner)
    make_telling(binned)
    verbs.put_in_bin(binned, at=NOW)
    make_telling(make_story(stranger), employer="A secret")
    assert list(learning.get(TOLD).context["page"]) == [new, old]


@pytest.mark.parametrize("name", ["add_telling", "edit_telling", "bin_telling"])
def test_a_stranger_and_a_curator_get_404(client, learner, stranger, curator, name):
    telling = make_telling(make_story(learner), employer="A secret")
    keys = [telling.story_id] if name == "add_telling" else [telling.story_id, telling.pk]
    path = reverse(f"interviews:{name}", args=keys)
    for other in (stranger, curator):
        client.force_login(other)
        if name != "bin_telling":
            assert client.get(path).status_code == 404
        assert send(client, path).status_code == 404
        assert "secret" not in text(client.get(TOLD))
    assert [row.employer for row in Telling.objects.for_user(learner)] == ["A secret"]


def test_a_telling_is_found_only_under_its_own_story(learning, learner):
    telling, other = make_telling(make_story(learner)), make_story(learner)
    assert learning.get(reverse("interviews:edit_telling", args=[other.pk, telling.pk])).status_code == 404


@pytest.mark.parametrize("name", ["add_telling", "edit_telling", "bin_telling"])
def test_a_visitor_signs_in_first_and_is_told_of_nothing(client, learner, name):
    telling = make_telling(make_story(learner))
    assert list(client.get(reverse("interviews:told")).context["page"]) == []
    keys = {"add_telling": [telling.story_id]}.get(name, [telling.story_id, telling.pk])
    path = reverse(f"interviews:{name}", args=keys)
    page = edit(telling) if name == "bin_telling" else path
    assert client.post(path)["Location"] == f"/account/login/?next={page}"
    assert Telling.objects.for_user(learner).count() == 1


QUERIES = {"told": 4, "add_telling": 4, "edit_telling": 5}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", QUERIES)
def test_query_count(learning, learner, django_assert_num_queries, name, number):
    interviews = [make_interview(learner) for _ in range(number)]
    for interview in interviews:
        telling = make_telling(make_story(learner), interview=interview)
    keys = {"told": [], "add_telling": [telling.story_id]}.get(name, [telling.story_id, telling.pk])
    with django_assert_num_queries(QUERIES[name]):
        assert learning.get(reverse(f"interviews:{name}", args=keys)).status_code == 200
