"""Whoever wrote the file may be anybody: what it says in a JSON column has the shape that the pages can read."""

import copy
import json
from random import Random

import pytest
from django.db.models import JSONField
from django.urls import reverse
from django.utils import timezone

from evidence.models import Project
from keeping import verbs
from keeping.models import Event
from keeping.taking import naming
from keeping.taking.bringing import bring
from keeping.taking.export import documents
from keeping.taking.reading import UnreadableError, checked, read
from keeping.taking.shapes import shape_of
from resumes.making.revising import content_of, texts_of
from resumes.writing.document import lay_out
from roadmap import tracking
from roadmap.models import MilestoneProgress
from tests.factories.evidence import make_project
from tests.factories.roadmap import make_milestone
from tests.keeping.taking.accounts import make_rows

pytestmark = pytest.mark.django_db

COLUMNS = [
    (subject, field.name)
    for subject, model in naming.taken().items()
    for field in naming.fields(model)
    if isinstance(field, JSONField)
]


def nested(depth):
    return json.loads("[" * depth + "]" * depth)


# Each is wrong in most columns; where one is right, the others are not.
WRONG = [
    None,
    5,
    1.5,
    True,
    "text",
    ["text"],
    [5],
    [[]],
    [{}],
    [{"1": 2}],
    {"1": 2},
    {"text": []},
    {"draft": {}},
    {"lines": {}},
    {"sections": 1},
    {"title": {}},
    "x" * 10_000_000,
    ["x" * 10_000_000],
    {"text": "x" * 10_000_000},
    nested(700),
    {"extra": nested(700)},
]


@pytest.fixture
def document(seeded, learner):
    make_rows(learner, Random(7), most=1)  # noqa: S311
    return json.loads(b"".join(documents(learner)))


def problems(data):
    try:
        checked(data)
    except UnreadableError as refused:
        return refused.problems
    return ()


def test_a_wrong_shape_in_any_json_column_is_told_with_its_table_row_and_column(document):
    assert problems(document) == ()
    assert len(COLUMNS) > 12
    for subject, column in COLUMNS:
        rows = document["tables"][subject]
        right, refused = rows[0][column], 0
        for wrong in WRONG:
            rows[0][column] = wrong
            for problem in problems(document | {"tables": {subject: rows}}):
                assert problem.startswith(f"{subject}, row 1: “{column}” "), problem
                assert len(problem) < 400
                refused += 1
        rows[0][column] = right
        # Values of a history and entries of elsewhere can be many things, but never a list, and nothing bottomless.
        assert refused >= (9 if "object" in str(shape_of(naming.taken()[subject]._meta.get_field(column))) else 12), (
            subject,
            column,
            refused,
        )


def test_json_columns_say_what_they_hold():
    """A column whose shape nobody declared would take whatever there is of its kind, and some page would not."""
    undeclared = [
        (subject, name) for subject, name in COLUMNS if name not in getattr(naming.taken()[subject], "SHAPES", {})
    ]
    # By the table that they are of, see ``event_shape``.
    assert undeclared == [("keeping.event", "before"), ("keeping.event", "after")]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"title": ["Portal"]}, "“title”: it should be a text or nothing"),
        ({"starts_on": "2026-02-30"}, "“starts_on”: it should be a day such as 2026-05-01"),
        ({"team_size": "many"}, "“team_size”: it should be a whole number or nothing"),
        ({"position": {"a": 1}}, "“position”: it should be a text or nothing"),
        (["title"], ": it should be an object"),
    ],
)
def test_a_history_says_what_its_table_has(learner, said, wrong):
    project = make_project(learner, title="Portal")
    verbs.change(project, values={"title": "Port"}, seen=project.edition, at=timezone.now())
    document = json.loads(b"".join(documents(learner)))
    event = next(one for one in document["tables"]["keeping.event"] if one["act"] == "changed")
    event["before"] = said
    (problem,) = problems(document)
    place, _, should = wrong.rpartition(": ")
    assert problem.endswith(f"“before” isn't in the shape this site keeps{place and f', {place}'}: {should}.")


def test_what_came_from_elsewhere_is_taken_back_only_as_far_as_an_undo_goes(seeded, learner, stranger, learning):
    """An undo writes what an event says was there before, and that can be anything that somebody wrote into a file."""
    milestone = make_milestone()
    now = timezone.now()
    tracking.write_note(user=learner, milestone=milestone, note="Mine", seen=0, at=now)
    document = json.loads(b"".join(documents(learner)))
    (event,) = [one for one in document["tables"]["keeping.event"] if one["act"] == "note"]
    later = copy.deepcopy(event)
    later |= {"at": timezone.now().isoformat(), "before": {"note": "", "user_id": stranger.pk, "id": 10**9}}
    document["tables"]["keeping.event"].append(later)
    bring(learner, read(json.dumps(document).encode()), at=now)
    row = MilestoneProgress.objects.get(user=learner)
    newest = Event.objects.filter(user=learner, token=row.token).latest("pk")
    assert newest.before["user_id"] == stranger.pk
    learning.post(f"{milestone.get_absolute_url()}history/{newest.pk}/undo/")
    assert list(MilestoneProgress.objects.values_list("pk", "user", "note")) == [(row.pk, learner.pk, "")]


def test_what_can_not_be_there_any_more_is_not_taken_back_and_nothing_breaks(learner, learning):
    project = make_project(learner, title="Portal", team_size=4)
    event = verbs.change(project, values={"title": "Port"}, seen=project.edition, at=timezone.now())
    for said in ({"title": "x" * 5_000}, {"team_size": -4}, {"starts_on": "soon"}, {"kind": "nonsense"}):
        Event.objects.filter(pk=event.pk).delete()
        event.pk, event.before, event._state.adding = None, said, True
        event.save()
        response = learning.post(reverse("keeping:undo", args=[event.pk]), follow=True)
        assert response.status_code == 200
        assert "Nothing to undo" in response.content.decode()
        assert list(Project.objects.values_list("title", "team_size")) == [("Port", 4)]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"contact": {}},
        {"contact": {"place": {}, "profiles": [{}]}},
        {"sections": [{"kind": "summary", "heading": ""}, {"kind": "skills", "heading": "", "entries": []}]},
        {
            "sections": [
                {"kind": "projects", "heading": "P", "entries": [{"kind": "awards", "bullets": [{"text": ""}]}]}
            ]
        },
    ],
)
def test_the_least_that_a_save_of_a_resume_can_say_is_read(said):
    content = content_of(said)
    lay_out(content)
    assert set(texts_of(content).values()) <= {"", "P"}
