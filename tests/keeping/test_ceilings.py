"""What is too much is said before anything is lost, wherever a learner keeps something."""

import uuid

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evidence.models import Evidence, Project
from interviews.models import AnswerVersion
from keeping import ceilings, verbs
from keeping.models import Event, Own
from tests.evidence.records.test_projects import ADD, filled
from tests.factories.evidence import make_project
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone
from tests.kit import at_once, text


@pytest.fixture
def small(monkeypatch):
    """Ceilings that a test can reach."""
    monkeypatch.setattr(Own, "MOST_ROWS", 3)


def add_project(client, title):
    return client.post(ADD, filled(title=title))


def test_one_row_too_many_is_refused_in_words_with_what_was_typed(learning, learner, small):
    for number in range(3):
        assert add_project(learning, f"Project {number}").status_code == 302
    events = Event.objects.count()
    response = add_project(learning, "One <b>too</b> many")
    assert response.status_code == 409
    assert "This would be more than 3 projects, which is as many as the site keeps" in text(response)
    assert "One &lt;b&gt;too&lt;/b&gt; many" in text(response)
    assert "no-store" in response["Cache-Control"]
    assert (Project.objects.count(), Event.objects.count()) == (3, events)
    # What is there can be changed and put away, and other tables have room.
    row = Project.objects.latest("pk")
    verbs.change(row, values={"title": "Changed"}, seen=row.edition, at=timezone.now())
    row.refresh_from_db()
    verbs.put_in_bin(row, at=timezone.now())
    values = {"happened": "Something", "on": "2024-01-01"}
    verbs.add(Evidence, user=learner, token=uuid.uuid4(), values=values, at=timezone.now())
    # In the bin it still takes room.
    assert add_project(learning, "Too many").status_code == 409


@pytest.mark.parametrize("ceiling", ["MOST_SAVED", "MOST_BYTES"])
def test_a_history_that_is_full_takes_no_change_but_things_can_be_put_away(learner, monkeypatch, small, ceiling):
    project = make_project(learner)
    monkeypatch.setattr(ceilings, ceiling, 1)
    verbs.put_in_bin(project, at=timezone.now())
    project.refresh_from_db()
    verbs.bring_back(project, at=timezone.now())
    project.refresh_from_db()
    with pytest.raises(ceilings.FullError, match="The site keeps each change"):
        verbs.change(project, values={"title": "Other"}, seen=project.edition, at=timezone.now())
    project.refresh_from_db()
    assert verbs.put_in_bin(project, at=timezone.now())
    project.refresh_from_db()
    assert verbs.bring_back(project, at=timezone.now())


def test_as_much_as_may_be_kept_is_taken_and_no_more(learner, monkeypatch):
    make_project(learner)
    rows, size = ceilings.kept_for(learner.pk)
    monkeypatch.setattr(ceilings, "MOST_PUT_AWAY", 1)
    refused = {}
    for most_rows, most_bytes in ((rows, size), (rows - 1, size), (rows - 2, size), (rows, size - 1)):
        monkeypatch.setattr(ceilings, "MOST_SAVED", most_rows)
        monkeypatch.setattr(ceilings, "MOST_BYTES", most_bytes)
        for putting_away in (False, True):
            try:
                ceilings.refuse_more(learner.pk, putting_away=putting_away)
            except ceilings.FullError:
                refused.setdefault((most_rows - rows, most_bytes - size), []).append(putting_away)
    assert refused == {(-1, 0): [False], (-2, 0): [False, True], (0, -1): [False]}


def test_what_is_kept_is_planned_once_for_a_connection_and_behind_a_pooler_each_time(learner, monkeypatch):
    make_project(learner)
    asked = []
    for pooled in (False, True, False):
        monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", pooled)
        with CaptureQueriesContext(connection) as queries:
            kept = ceilings.kept_for(learner.pk)
        asked.append((kept[0], kept[1] > 0, *(one["sql"].split()[0] for one in queries)))
    assert asked == [(2, True, "EXECUTE"), (2, True, "SELECT"), (2, True, "EXECUTE")]


@pytest.mark.django_db
def test_what_is_kept_is_added_up_on_each_connection_also_after_its_first_transaction_was_taken_back():
    def taken_back():
        with transaction.atomic():
            first = ceilings.kept_for(0)
            transaction.set_rollback(True)
        return first, ceilings.kept_for(0)

    assert at_once(taken_back, taken_back) == [((0, 0), (0, 0))] * 2


def test_progress_and_answers_have_their_ceilings_too(learning, monkeypatch, small):
    monkeypatch.setattr(ceilings, "MOST_SAVED", -1)
    milestone, question = make_milestone(), make_question()
    pages = {
        f"{milestone.get_absolute_url()}done/": {},
        f"/interviews/{question.slug}/answer/": {"text": "An answer.", "seen": "0", "token": str(uuid.uuid4())},
    }
    for path, data in pages.items():
        response = learning.post(path, data)
        assert (path, response.status_code) == (path, 409)
        assert "Nothing was saved" in text(response)
    assert (Event.objects.count(), AnswerVersion.objects.count()) == (0, 0)
