"""A mock interview: drawn once, one step after the other, and exactly where it was whatever happens."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.mock import mocking
from interviews.mock.mocking import Became
from interviews.models import MockInterview, MockQuestion, QuestionLevel, RatedAnswer, ReviewLog
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Event
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.interviews import make_category, make_mock, make_question, make_round
from tests.factories.keeping import restore_address
from tests.kit import at_once, words

MOCKS = "/interviews/mock/"


def begin(client, kind, **data):
    fields = {"token": uuid.uuid4(), "seen": 0, "minutes": 30, "round_type": kind.pk, "level": "", "mix": "even"}
    return client.post(MOCKS, fields | {"category": "", "seed": "amber harbor 42"} | data)


def send(client, mock, place, phase, act="step", seen=0, **data):
    return client.post(f"{MOCKS}{mock.pk}/{act}/?place={place}&phase={phase}", {"seen": seen, **data})


def stands(mock):
    mock.refresh_from_db()
    return mock.place, mock.phase


def answers(mock):
    return list(mock.questions.order_by("place").values_list("answer", "follow_up_answer"))


@pytest.fixture
def category(db):
    return make_category(name="Risk")


@pytest.fixture
def kind(category):
    return make_round(category, name="Technical round")


# --- Starting --------------------------------------------------------------------------------------------------


def test_a_run_is_started_with_its_questions_as_they_are_asked_now(learning, learner, kind, category):
    first, second = make_question(category=category), make_question(category=category, follow_ups="")
    response = begin(learning, kind)
    mock = MockInterview.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"{MOCKS}{mock.pk}/")
    assert (mock.user, mock.place, mock.phase, mock.finished_at) == (learner, 1, "question", None)
    assert mock.phase_began_at == mock.created_at
    asked = {(row.question, row.text, row.follow_up) for row in mock.questions.all()}
    assert asked == {(first, first.text, "And then?"), (second, second.text, "")}
    event = Event.objects.get()
    assert (event.subject, event.token, event.after) == ("interviews.mockinterview", mock.token, mock.document())
    assert len(event.after["questions"]) == 2
    # What is asked stays as it was asked.
    type(first).objects.update(text="Another?")
    assert set(mock.questions.values_list("text", flat=True)) == {first.text, second.text}


def test_a_run_that_somebody_helps_with_is_set_up_first_and_its_clock_started_later(learning, kind, category):
    make_question(category=category, text="Which risk?")
    token = uuid.uuid4()
    path = begin(learning, kind, token=token, helped=1)["Location"]
    mock = MockInterview.objects.get()
    assert stands(mock) == (1, "ready")
    body = words(learning.get(path))
    assert "Ready to start" in body
    assert "1 question in 30 minutes. The clock isn't running yet" in body
    assert "Make a link for four hours" in body
    assert "Which risk?" not in body
    assert "Ready to start: 1 question</a>" in words(learning.get(MOCKS))
    # The form again, whichever button, is the same run, and it still waits.
    assert begin(learning, kind, token=token)["Location"] == path
    assert (MockInterview.objects.count(), *stands(mock)) == (1, 1, "ready")
    before = timezone.now()
    for _ in range(2):
        assert learning.post(f"{path}begin/")["Location"] == path
        assert stands(mock) == (1, "question")
        began = mock.phase_began_at
    assert before <= began <= timezone.now()
    assert mocking.begin(mock, at=NOW).phase_began_at == began
    assert "Which risk?" in words(learning.get(path))


def test_a_run_has_the_microphone_and_the_pages_around_it_do_not(learning, learner):
    mock = make_mock(learner)
    response = learning.get(f"{MOCKS}{mock.pk}/")
    assert "microphone=(self)" in response["Permissions-Policy"]
    assert "media-src blob:" in response["Content-Security-Policy"]
    assert "data-speak" in words(response)
    MockInterview.objects.update(phase="ready")
    for path in (MOCKS, f"{MOCKS}{mock.pk}/"):
        assert "microphone=()" in learning.get(path)["Permissions-Policy"]


def test_until_its_clock_runs_a_run_takes_no_answer_and_has_no_end(learning, learner):
    mock = make_mock(learner)
    MockInterview.objects.update(phase="ready")
    page = f"{MOCKS}{mock.pk}/"
    assert [learning.get(f"{page}{path}")["Location"] for path in ("end/", "report/", "begin/")] == [page] * 3
    assert send(learning, mock, 1, "question", act="end", sure=1)["Location"] == page
    assert send(learning, mock, 1, "question")["Location"] == page
    response = send(learning, mock, 1, "question", text="Too soon")
    assert (response.status_code, "Too soon" in words(response)) == (409, True)
    assert (stands(mock), answers(mock)) == ((1, "ready"), [("", "")] * 2)


def test_the_same_form_twice_makes_one_run(learning, kind, category):
    make_question(category=category)
    token = uuid.uuid4()
    assert begin(learning, kind, token=token)["Location"] == begin(learning, kind, token=token)["Location"]
    assert (MockInterview.objects.count(), MockQuestion.objects.count(), Event.objects.count()) == (1, 1, 1)


def test_two_people_with_the_same_seed_and_settings_get_the_same(client, learner, stranger, kind, category):
    other = make_category()
    kind.categories.add(other)
    for _ in range(8):
        make_question(category=category)
        make_question(category=other, follow_ups="One?\nTwo?\nThree?")
    for user in (learner, stranger):
        client.force_login(user)
        begin(client, kind, seed="Amber  harbor 42")
    one, two = (
        list(MockQuestion.objects.filter(mock__user=user).values_list("place", "question", "text", "follow_up"))
        for user in (learner, stranger)
    )
    assert one == two
    assert len(one) == 8


def test_a_seed_is_suggested_and_another_each_time(learning, kind):
    first, second = (learning.get(MOCKS).context["form"]["seed"].value() for _ in range(2))
    assert (len(first.split()), first != second) == (3, True)


@pytest.mark.parametrize("seed", ["🎲🎲", "مرحبا", "e\u0301\u200d"])
def test_a_seed_in_any_script(learning, kind, category, seed):
    make_question(category=category)
    assert begin(learning, kind, seed=seed).status_code == 302
    assert MockInterview.objects.get().seed == seed


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"minutes": ""}, "Write whole minutes from 5 to 120."),
        ({"minutes": 4}, "Write whole minutes from 5 to 120."),
        ({"minutes": 121}, "Write whole minutes from 5 to 120."),
        ({"minutes": "long"}, "Write whole minutes from 5 to 120."),
        ({"round_type": ""}, "Choose the kind of round: it says which questions are asked."),
        ({"round_type": "9" * 30}, "Choose one of the kinds of rounds in the list."),
        ({"level": "god"}, "Choose one of the levels in the list."),
        ({"mix": "odd"}, "Choose one of the mixes in the list."),
        ({"mix": ""}, "Choose a mix."),
        ({"category": "\x00"}, "Null characters are not allowed."),
        ({"seed": "  "}, "Write a code: any words will do."),
        ({"seed": "a\x00b"}, "Null characters are not allowed."),
        ({"seed": "x" * 1_000_000}, "Keep it to 40 characters; yours has 1000000. It is not saved yet."),
        ({"token": "none"}, "The form is incomplete. Reload the page and try again."),
    ],
)
def test_a_form_that_cannot_start_says_why_and_keeps_the_rest(learning, kind, category, data, message):
    make_question(category=category)
    response = begin(learning, kind, **({"minutes": 25} | data))
    body = words(response)
    assert (response.status_code, MockInterview.objects.count()) == (422, 0)
    assert message in body
    assert ('value="25"' in body) == ("minutes" not in data)
    assert ('value="amber harbor 42"' in body) == ("seed" not in data)


def test_nothing_left_to_ask_says_what_is_empty_and_what_helps(learning, kind, category):
    other = make_category(name="Agile")
    kind.categories.add(make_category(name="Planning"))

    def refused(**data):
        response = begin(learning, kind, **data)
        assert (response.status_code, MockInterview.objects.count()) == (422, 0)
        ((field, errors),) = response.context["form"].errors.items()
        return field, errors[0]

    assert refused() == (
        "round_type",
        "No question for Technical round is offered at the moment. Choose another kind of round.",
    )
    assert refused(category=category.pk) == (
        "category",
        "No question about Risk is offered at the moment. Choose all of the round.",
    )
    make_question(category=category, level=QuestionLevel.MID, seconds=600)
    assert refused(category=other.pk) == (
        "category",
        "A round called Technical round asks nothing about Agile. It draws on: Risk, Planning. "
        "Choose one of these, or another kind of round.",
    )
    assert refused(level="senior", category=category.pk) == (
        "level",
        "There is no question about Risk at this level (leads programs or several teams). Choose any level.",
    )
    assert refused(minutes=11) == (
        "minutes",
        "There is time for no question: of 1 question the shortest takes 11 min 30 s with its follow-up. "
        "Give it 12 minutes or more.",
    )
    assert begin(learning, kind, minutes=12, level="mid", category=category.pk).status_code == 302


def test_a_run_begun_with_a_form_goes_on_even_if_nothing_would_be_left_to_ask(learning, kind, category):
    question, token = make_question(category=category), uuid.uuid4()
    begin(learning, kind, token=token)
    question.retire(at=NOW)
    mock = MockInterview.objects.get()
    assert begin(learning, kind, token=token)["Location"] == f"{MOCKS}{mock.pk}/"


# --- Step by step ----------------------------------------------------------------------------------------------


def test_a_run_from_the_first_question_to_the_report(learning, learner):
    one, two = make_question(text="Why?"), make_question(text="How?", follow_ups="")
    mock = make_mock(learner, one, two)
    body = words(learning.get(f"{MOCKS}{mock.pk}/"))
    assert ("Question 1 of 2" in body, "Why?" in body, "And then?" in body, "How?" in body) == (
        True,
        True,
        False,
        False,
    )
    assert send(learning, mock, 1, "question", text=" Because.\r\nSo. ")["Location"] == f"{MOCKS}{mock.pk}/"
    assert stands(mock) == (1, "follow_up")
    body = words(learning.get(f"{MOCKS}{mock.pk}/"))
    assert ("And then?" in body, "Because. So." in body, "How?" in body) == (True, True, False)
    send(learning, mock, 1, "follow_up", seen=1, text="Then this.")
    assert stands(mock) == (2, "question")
    # Spoken, so nothing is written.
    send(learning, mock, 2, "question", text="")
    assert stands(mock) == (2, "done")
    assert answers(mock) == [("Because.\nSo.", "Then this."), ("", "")]
    assert mock.finished_at is not None
    response = learning.get(f"{MOCKS}{mock.pk}/")
    assert response["Location"] == f"{MOCKS}{mock.pk}/report/"
    assert "Because." in words(learning.get(response["Location"]))


def test_the_time_of_each_phase_is_kept(learner):
    mock = make_mock(learner, make_question())
    for seconds, phase in ((95, "question"), (95 + 40, "follow_up")):
        act = {"text": "", "seen": 0, "at": NOW + timedelta(seconds=seconds)}
        mocking.step(mock, place=1, phase=phase, **act)
    row = mock.questions.get()
    assert (row.answer_seconds, row.follow_up_seconds) == (95, 40)
    assert stands(mock) == (1, "done")
    assert mock.finished_at == NOW + timedelta(seconds=135)


def test_the_same_press_twice_goes_on_once(learning, learner):
    mock = make_mock(learner)
    for _ in range(2):
        assert send(learning, mock, 1, "question", text="Because.").status_code == 302
        assert stands(mock) == (1, "follow_up")
    assert answers(mock) == [("Because.", ""), ("", "")]
    assert words(learning.get(f"{MOCKS}{mock.pk}/")).count("another window") == 0


def test_an_old_window_fills_an_answer_that_is_still_empty_and_says_so(learning, learner):
    mock = make_mock(learner)
    send(learning, mock, 1, "question")
    send(learning, mock, 1, "follow_up")
    assert send(learning, mock, 1, "question", text="Late words")["Location"] == f"{MOCKS}{mock.pk}/"
    assert (stands(mock), answers(mock)) == ((2, "question"), [("Late words", ""), ("", "")])
    said = "What you typed is saved as your answer to question 1."
    assert said in words(learning.get(f"{MOCKS}{mock.pk}/"))
    send(learning, mock, 1, "follow_up", text="Late too")
    assert answers(mock) == [("Late words", "Late too"), ("", "")]


def test_an_old_window_never_changes_an_answer_that_is_there_and_its_text_is_shown(learning, learner):
    mock = make_mock(learner)
    send(learning, mock, 1, "question", text="The answer")
    response = send(learning, mock, 1, "question", seen=1, text="Something else")
    assert (response.status_code, "Something else" in words(response)) == (409, True)
    assert (stands(mock), answers(mock)) == ((1, "follow_up"), [("The answer", ""), ("", "")])


@pytest.mark.parametrize(
    ("place", "phase"),
    [
        (2, "question"),
        (1, "follow_up"),
        (1, "done"),
        (99, "question"),
        (0, "question"),
        ("x", "question"),
        (1, "y\x00"),
    ],
)
def test_there_is_no_way_ahead(learning, learner, place, phase):
    mock = make_mock(learner)
    response = send(learning, mock, place, phase, text="Ahead")
    assert (response.status_code, "Ahead" in words(response)) == (409, True)
    assert send(learning, mock, place, phase)["Location"] == f"{MOCKS}{mock.pk}/"
    assert (stands(mock), answers(mock)) == ((1, "question"), [("", ""), ("", "")])


LONG = "word " * 200_000


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": LONG}, "This holds 20,000 characters at most; yours has 1000000. It is not saved yet, and nothing"),
        ({"text": "a\x00b"}, "Null characters are not allowed."),
        ({"text": "kept", "seen": "x"}, "The form is incomplete. Copy what you typed"),
    ],
    ids=["a megabyte", "NUL", "no edition"],
)
def test_bad_input_changes_nothing_and_stays_on_the_page(learning, learner, data, message):
    mock = make_mock(learner)
    response = send(learning, mock, 1, "question", **data)
    assert response.status_code == 422
    assert message in words(response)
    assert response.context["form"]["text"].value() == data["text"]
    assert (stands(mock), answers(mock)) == ((1, "question"), [("", ""), ("", "")])


@pytest.mark.parametrize("said", ["🎤 said it", "قلت ذلك", "‮reversed‬"])
def test_any_script_is_kept_as_it_is(learning, learner, said):
    mock = make_mock(learner)
    send(learning, mock, 1, "question", text=said)
    assert answers(mock)[0][0] == said
    assert f'<blockquote dir="auto">{said}</blockquote>' in words(learning.get(f"{MOCKS}{mock.pk}/"))


# --- Drafts ----------------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_and_there_after_a_reload(learning, learner):
    mock = make_mock(learner)
    response = send(learning, mock, 1, "question", act="draft", text="Half a ")
    assert (response.status_code, response.json()) == (200, {"edition": 1})
    assert learning.get(f"{MOCKS}{mock.pk}/").context["form"]["text"].value() == "Half a "
    assert (stands(mock), answers(mock)[0]) == ((1, "question"), ("Half a ", ""))
    assert mock.questions.get(place=1).answer_seconds is None
    assert send(learning, mock, 1, "question", act="draft", seen=1, text="Half a ").json() == {"edition": 1}


def test_of_two_windows_the_older_never_silently_wins(learning, learner):
    mock = make_mock(learner)
    send(learning, mock, 1, "question", act="draft", text="From the newer")
    response = send(learning, mock, 1, "question", act="draft", text="From the older")
    assert (response.status_code, response.json()) == (409, {"edition": 1, "values": {"text": "From the newer"}})
    response = send(learning, mock, 1, "question", text="From the older")
    assert (response.status_code, stands(mock), answers(mock)[0][0]) == (409, (1, "question"), "From the newer")
    body = words(response)
    assert ("From the newer" in body, "From the older" in body) == (True, True)
    # An empty field of an old window takes nothing away either.
    assert send(learning, mock, 1, "question", text="").status_code == 409
    # Pressed again on that page, knowing what it does.
    seen = response.context["form"]["seen"].value()
    send(learning, mock, 1, "question", seen=seen, text="From the older")
    assert (stands(mock), answers(mock)[0][0]) == ((1, "follow_up"), "From the older")


def test_a_draft_of_a_question_that_is_over_is_not_taken_before_it_is_whole(learning, learner):
    mock = make_mock(learner)
    send(learning, mock, 1, "question")
    response = send(learning, mock, 1, "question", act="draft", text="Late wor")
    assert response.status_code == 422
    assert "If this question has no answer yet, this becomes its answer when you press" in response.json()["errors"][0]
    assert (stands(mock), answers(mock)[0]) == ((1, "follow_up"), ("", ""))
    for act in ("leave", "end"):
        send(learning, mock, 1, "question", act=act, text="Late words")
        assert (stands(mock), answers(mock)[0]) == ((1, "follow_up"), ("Late words", ""))
    assert send(learning, mock, 1, "question", act="draft", text="Late words").status_code == 200


def test_a_draft_that_is_too_long_is_refused_in_words(learning, learner):
    mock = make_mock(learner)
    response = send(learning, mock, 1, "question", act="draft", text=LONG)
    assert response.status_code == 422
    assert response.json()["errors"][0].startswith("This holds 20,000 characters at most")


def test_the_verb_raises_what_the_other_window_left(learner):
    mock = make_mock(learner)
    mocking.keep_draft(mock, place=1, phase="question", text="There", seen=0)
    with pytest.raises(ChangedMeanwhileError) as raised:
        mocking.step(mock, place=1, phase="question", text="Here", seen=0, at=NOW)
    assert (raised.value.edition, raised.value.there) == (1, {"text": "There"})


# --- Two at once -----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_tabs_press_next_at_the_same_moment():
    mock = make_mock(make_user())

    def press(words):
        return lambda: mocking.step(mock, place=1, phase="question", text=words, seen=0, at=NOW).became

    results = at_once(press("From one"), press("From the other"))
    assert sorted(results) == [Became.DONE, Became.NOT_TAKEN]
    kept = "From one" if results[0] == Became.DONE else "From the other"
    assert (stands(mock), answers(mock)) == ((1, "follow_up"), [(kept, ""), ("", "")])


@pytest.mark.django_db(transaction=True)
def test_two_tabs_type_at_the_same_moment():
    mock = make_mock(make_user())

    def typed(words):
        return lambda: mocking.keep_draft(mock, place=1, phase="question", text=words, seen=0)

    results = at_once(typed("From one"), typed("From the other"))
    kept, refused = sorted(results, key=lambda result: isinstance(result, Exception))
    assert kept == (Became.DONE, 1)
    assert isinstance(refused, ChangedMeanwhileError)
    assert refused.there == {"text": answers(mock)[0][0]}


@pytest.mark.django_db(transaction=True)
def test_a_form_pressed_twice_at_the_same_moment_starts_one_run():
    user, kind = make_user(), make_round(make_question().category)
    values = {"seed": "x", "minutes": 30, "round_type": kind.slug, "level": "", "mix": "even", "category": None}
    token = uuid.uuid4()

    def begin():
        return mocking.start(user=user, token=token, values=values, at=NOW)

    (one, first), (two, second) = at_once(begin, begin)
    assert (one, sorted([first, second])) == (two, [False, True])
    assert (MockInterview.objects.count(), MockQuestion.objects.count(), Event.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_question_rated_twice_at_the_same_moment_is_rated_once():
    mock = make_mock(make_user())
    mocking.end(mock, place=1, phase="question", at=NOW)

    def rate(grade):
        return lambda: mocking.rate(mock, place=1, token=uuid.uuid4(), grade=grade, scores={}, at=NOW)

    results = at_once(rate("fine"), rate("nailed"))
    assert sum(result is None for result in results) == 1
    assert (RatedAnswer.objects.count(), ReviewLog.objects.count()) == (1, 1)


# --- Leaving and ending ----------------------------------------------------------------------------------------


def test_leaving_keeps_what_is_typed_and_the_list_leads_back(learning, learner):
    mock = make_mock(learner)
    send(learning, mock, 1, "question")
    response = send(learning, mock, 1, "follow_up", act="leave", text="Half")
    assert response["Location"] == MOCKS
    assert (stands(mock), answers(mock)[0]) == ((1, "follow_up"), ("", "Half"))
    assert "Go on at question 1 of 2" in words(learning.get(MOCKS))


def test_ending_asks_first_and_keeps_what_is_typed(learning, learner):
    mock = make_mock(learner)
    end = f"{MOCKS}{mock.pk}/end/"
    assert send(learning, mock, 1, "question", act="end", text="So far")["Location"] == end
    assert (stands(mock), answers(mock)[0]) == ((1, "question"), ("So far", ""))
    body = words(learning.get(end))
    assert "You're at question 1 of 2. The 1 after it won't be asked." in body
    for _ in range(2):
        assert send(learning, mock, 1, "question", act="end", sure=1)["Location"] == f"{MOCKS}{mock.pk}/"
    assert (stands(mock), answers(mock)[0]) == ((1, "done"), ("So far", ""))
    assert mock.questions.get(place=1).answer_seconds is not None
    assert "Not reached." in words(learning.get(f"{MOCKS}{mock.pk}/report/"))
    assert learning.get(end)["Location"] == f"{MOCKS}{mock.pk}/"


def test_a_run_that_has_gone_on_is_not_ended_by_an_old_window(learning, learner):
    mock = make_mock(learner)
    send(learning, mock, 1, "question")
    send(learning, mock, 1, "question", act="end", sure=1)
    assert stands(mock) == (1, "follow_up")
    assert "so it was not ended" in words(learning.get(f"{MOCKS}{mock.pk}/"))


def test_what_was_being_typed_in_another_window_when_it_ended(learning, learner):
    mock = make_mock(learner)
    mocking.end(mock, place=1, phase="question", at=NOW)
    send(learning, mock, 1, "question", text="From the other window")
    assert (stands(mock), answers(mock)[0][0]) == ((1, "done"), "From the other window")
    response = send(learning, mock, 1, "question", text="And another")
    assert (response.status_code, "And another" in words(response)) == (409, True)


# --- The list, the bin, and nobody else ------------------------------------------------------------------------


def test_runs_under_way_come_first(learning, learner):
    rows = [make_mock(learner, seed=f"run {number}") for number in range(4)]
    for place in (0, 2):
        mocking.end(rows[place], place=1, phase="question", at=NOW + timedelta(minutes=place))
    assert list(learning.get(MOCKS).context["page"]) == [rows[3], rows[1], rows[2], rows[0]]


def test_a_run_is_put_in_the_bin_and_comes_back_whole(learning, learner):
    mock = make_mock(learner)
    mocking.step(mock, place=1, phase="question", text="Because.", seen=0, at=NOW)
    for _ in range(2):
        assert learning.post(f"{MOCKS}{mock.pk}/bin/")["Location"] == MOCKS
    assert learning.get(f"{MOCKS}{mock.pk}/").status_code == 404
    body = words(learning.get("/bin/"))
    assert '<strong dir="auto">amber harbor 42, 30 minutes</strong>' in body
    assert "Mock interview. Until" in body
    learning.post(restore_address(mock))
    assert (stands(mock), answers(mock)[0][0]) == ((1, "follow_up"), "Because.")
    assert learning.get(f"{MOCKS}{mock.pk}/").status_code == 200


def test_the_form_of_a_run_that_is_in_the_bin_leads_there(learning, learner):
    mock = make_mock(learner)
    learning.post(f"{MOCKS}{mock.pk}/bin/")
    assert begin(learning, mock.round_type, token=mock.token)["Location"] == "/bin/"


ACTS = ["begin", "step", "draft", "help", "leave", "end", "delete"]


@pytest.mark.parametrize("done", [False, True])
def test_a_stranger_a_curator_and_a_visitor_see_nothing(client, learner, stranger, curator, done):
    mock = make_mock(learner, seed="a very private seed")
    mocking.step(mock, place=1, phase="question", text="A secret", seen=0, at=NOW)
    if done:
        mocking.end(mock, place=1, phase="follow_up", at=NOW)
    pages = [f"{MOCKS}{mock.pk}/", f"{MOCKS}{mock.pk}/report/", f"{MOCKS}{mock.pk}/end/"]
    before = (stands(mock), answers(mock))
    for user in (stranger, curator):
        client.force_login(user)
        assert [client.get(page).status_code for page in pages] == [404] * 3
        for act in ACTS:
            assert send(client, mock, 1, "follow_up", act=act, text="x", sure=1).status_code == 404
        assert "a very private seed" not in words(client.get(MOCKS))
    client.logout()
    assert list(client.get(MOCKS).context["page"]) == []
    for page in pages:
        assert client.get(page)["Location"] == f"/account/login/?next={page}"
    for act in ACTS:
        response = send(client, mock, 1, "follow_up", act=act, text="Typed by somebody signed out")
        assert (response.status_code, "Typed by somebody signed out" in words(response)) == (403, True)
    assert (stands(mock), answers(mock)) == before


@pytest.mark.parametrize("act", ["step", "draft", "leave"])
def test_the_address_of_an_act_leads_to_the_run(learning, learner, act):
    mock = make_mock(learner)
    assert learning.get(f"{MOCKS}{mock.pk}/{act}/?place=1&phase=question")["Location"] == f"{MOCKS}{mock.pk}/"
    assert learning.put(f"{MOCKS}{mock.pk}/{act}/").status_code == 405
    assert stands(mock) == (1, "question")


@pytest.mark.parametrize("number", [1, 3])
def test_queries(learning, learner, django_assert_num_queries, number):
    mock, done = (make_mock(learner, *(make_question() for _ in range(number))) for _ in range(2))
    mocking.end(done, place=1, phase="question", at=NOW)
    for _ in range(number - 1):
        make_mock(learner)
    with django_assert_num_queries(6):
        learning.get(MOCKS)
    with django_assert_num_queries(4):
        learning.get(f"{MOCKS}{mock.pk}/")


def test_pages_are_private(learning, learner):
    mock = make_mock(learner)
    for page in (MOCKS, f"{MOCKS}{mock.pk}/", f"{MOCKS}{mock.pk}/end/"):
        response = learning.get(page)
        assert "no-store" in response["Cache-Control"]
        assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_a_run_shows_nothing_but_itself(learning, learner):
    mock = make_mock(learner)
    body = learning.get(f"{MOCKS}{mock.pk}/").content.decode()
    assert ("<nav" in body, "site-header" in body, "site-footer" in body) == (False, False, False)


def test_verbs_say_what_became(learner):
    mock = make_mock(learner)
    act = {"place": 1, "phase": "question", "seen": 0}
    assert mocking.step(mock, **act, text="", at=timezone.now()).became == Became.DONE
    assert mocking.step(mock, **act, text="", at=timezone.now()).became == Became.PASSED
    assert mocking.step(mock, **act, text="x", at=timezone.now()).became == Became.FILLED
    assert mocking.step(mock, **act, text="x", at=timezone.now()).became == Became.PASSED
    assert mocking.step(mock, **act, text="y", at=timezone.now()).became == Became.NOT_TAKEN
