"""Whatever breaks while a learner writes: their texts stand in no error report, no log and on no error page."""

import logging
import uuid
from html import unescape

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.views.debug import ExceptionReporter

from interviews.mock import helping, mocking
from interviews.urls import urlpatterns
from tests.factories.interviews import (
    make_asked,
    make_dimension,
    make_interview,
    make_mock,
    make_question,
    make_round,
    make_story,
    make_telling,
)

SECRET = "Zanzibar"
ANSWER = dict.fromkeys(("text", "situation", "task", "action", "result"), "")
STORY = ("headline", "situation", "task", "action", "result", "reflection", "in_30", "in_90", "in_180")
TELLING = ("employer", "to_whom", "note")
# What only shows something takes no text.
ONLY_SHOWN = {
    *("bank", "surprise", "practice", "trends", "asked_list", "asked", "interviews", "interview", "brief"),
    *("stories", "coverage", "told", "story", "question", "mock", "mock_report"),
}
# Nothing a learner wrote is sent or looked up.
WITHOUT_TEXTS = {"settings", "favorite", "unfavorite", "mocks", "bin_mock"}
# Opened by its secret and by nobody who is signed in: ``test_helping`` looks at its reports.
BY_SECRET = {"help"}
ACTS = {
    **{name: ("question", ANSWER | {"text": SECRET}) for name in ("answer", "draft")},
    "rate": ("question", ANSWER | {"situation": SECRET, "result": SECRET, "grade": "fine"}),
    **{name: ("asked", ANSWER | {"text": SECRET}) for name in ("asked_answer", "asked_draft")},
    "asked_rate": ("asked", ANSWER | {"text": SECRET, "grade": "fumbled"}),
    "add_asked": ("", dict.fromkeys(("text", "company", "round"), SECRET)),
    "edit_asked": ("asked", dict.fromkeys(("text", "company", "round"), f"{SECRET} again")),
    "bin_asked": ("asked", {}),
    "suggest": ("asked", {}),
    "add_interview": ("", dict.fromkeys(("company", "note"), SECRET)),
    "edit_interview": ("interview", dict.fromkeys(("company", "note"), f"{SECRET} again")),
    "bin_interview": ("interview", {}),
    "add_story": ("", dict.fromkeys(STORY, SECRET)),
    "edit_story": ("story", dict.fromkeys(STORY, f"{SECRET} again")),
    "bin_story": ("story", {}),
    "add_telling": ("story", dict.fromkeys(TELLING, SECRET)),
    "edit_telling": ("telling", dict.fromkeys(TELLING, f"{SECRET} again")),
    "bin_telling": ("telling", {}),
    **{f"mock_{act}": ("mock", {"text": SECRET}) for act in ("step", "draft", "leave", "end", "help")},
    "mock_rate": ("ended", {"grade": "fine"}),
    "helper_links": ("mock", {"name": SECRET}),
    "withdraw_helper_link": ("link", {}),
}


@pytest.fixture
def rows(learner):
    """The learner's rows that acts are on, each with a text that must not be told; and what forms choose from."""
    question = make_question()
    make_dimension()
    story = make_story(learner, **dict.fromkeys(STORY, SECRET))
    telling = make_telling(story, **dict.fromkeys(TELLING, SECRET))
    asked = make_asked(learner, **dict.fromkeys(("text", "company", "round"), SECRET))
    interview = make_interview(learner, company=SECRET, note=SECRET, on=timezone.localdate())
    going, ended = make_mock(learner, question), make_mock(learner, question)
    mocking.step(ended, place=1, phase="question", text=SECRET, seen=0, at=timezone.now())
    mocking.end(ended, place=1, phase="follow_up", at=timezone.now())
    link = helping.make_link(mock=going, token=uuid.uuid4(), name=SECRET, at=timezone.now()).link
    return {
        "question": [question.slug],
        "asked": [asked.pk],
        "interview": [interview.pk],
        "story": [story.pk],
        "telling": [story.pk, telling.pk],
        "mock": [going.pk],
        "ended": [ended.pk, 1],
        "link": [going.pk, link.pk],
        "": [],
    }


def refuse_to_write(execute, sql, params, many, context):
    if sql.startswith(("INSERT INTO", "UPDATE")) and "django_session" not in sql:
        raise OSError("the disk is full")
    return execute(sql, params, many, context)


@pytest.mark.parametrize("name", ACTS)
def test_nothing_private_stands_in_a_log_or_an_error_report(client, learner, caplog, capfd, rows, name):
    on, texts = ACTS[name]
    address = reverse(f"interviews:{name}", args=rows[on])
    sent = {"token": uuid.uuid4(), "seen": 0 if on in ("", "question", "mock", "link") else 1, "anyway": 1}
    sent |= {"on": f"{timezone.localdate():%Y-%m-%d}", "minutes_per_day": 30, "round_type": make_round().pk, **texts}
    if on == "mock":
        address += "?place=1&phase=question"
    client.force_login(learner)
    client.raise_request_exception = False
    caplog.set_level(logging.DEBUG)
    with connection.execute_wrapper(refuse_to_write):
        response = client.post(address, sent)
    assert response.status_code == 500
    record = next(record for record in caplog.records if record.name == "django.request")
    reporter = ExceptionReporter(record.request, *record.exc_info)
    reports = {
        "text": reporter.get_traceback_text(),
        "page of the report": unescape(reporter.get_traceback_html()),
        "log": caplog.text,
        "terminal": "".join(capfd.readouterr()),
        "answer": unescape(response.content.decode()),
    }
    assert ["the disk is full" in reports[name] for name in ("text", "page of the report", "log")] == [True] * 3
    assert [where for where, said in reports.items() if SECRET in said] == []


def test_every_view_that_takes_a_text_is_looked_at():
    assert {path.name for path in urlpatterns} == {*ONLY_SHOWN, *WITHOUT_TEXTS, *BY_SECRET, *ACTS}
