"""In a list a moved row gets the place that was typed, and the database numbers those beside it."""

import pytest

from curation.changes import Change
from interviews.models import Question
from roadmap.models import Milestone
from salaries.models import Occupation
from tests.factories.interviews import make_category, make_question
from tests.factories.roadmap import make_milestone, make_step
from tests.factories.salaries import make_occupation
from tests.sending import sent

OCCUPATIONS, MILESTONES = "/admin/salaries/occupation/", "/admin/roadmap/milestone/"


def save(curating, page, **typed):
    answer = curating.post(page, sent(curating.get(page), "changelist-form", **typed, _save="Save"))
    assert answer.status_code == 302


def order():
    return list(Occupation.objects.order_by("position", "slug").values_list("position", "name"))


@pytest.fixture
def four(db):
    for number, name in enumerate("ABCD", start=1):
        make_occupation(name=name, slug=f"slug-{name.lower()}", position=number)


@pytest.mark.parametrize(
    ("box", "typed", "expected"),
    [("form-3", "2", "ADBC"), ("form-0", "3", "BCAD"), ("form-0", "900", "BCDA"), ("form-2", "0", "CABD")],
)
def test_a_row_comes_to_the_place_that_was_typed_also_where_another_has_it(curating, four, box, typed, expected):
    save(curating, OCCUPATIONS, **{f"{box}-position": typed})
    assert order() == list(enumerate(expected, start=1))


def test_rows_that_had_the_same_number_get_one_each(curating, four):
    Occupation.objects.update(position=100)
    save(curating, OCCUPATIONS, **{"form-3-position": "7"})
    assert order() == [(1, "D"), (2, "A"), (3, "B"), (4, "C")]


def test_nothing_is_numbered_while_nothing_is_moved(curating, four):
    Occupation.objects.update(position=100)
    save(curating, OCCUPATIONS)
    assert {position for position, _ in order()} == {100}
    assert not Change.objects.filter(batch__kind="bulk").exists()


def test_only_the_milestones_of_the_same_step_are_numbered_by_their_place_among_all(curating):
    first, second = make_step(1), make_step(2)
    for step, title in ((first, "A"), (first, "B"), (second, "C"), (second, "D")):
        make_milestone(step=step, title=title, position=50)
    Milestone.objects.filter(title="D").update(position=60)
    save(curating, MILESTONES, **{"form-3-position": "1"})
    found = Milestone.objects.order_by("step__number", "position").values_list("title", "position")
    assert list(found) == [("A", 50), ("B", 50), ("D", 3), ("C", 4)]


def test_of_a_list_that_shows_a_part_the_others_keep_their_places(curating):
    category = make_category()
    for number, text in enumerate(("Apples?", "Pears?", "Apples again?"), start=1):
        make_question(category=category, text=text, position=number)
    save(curating, "/admin/interviews/question/?q=Apples", **{"form-0-position": "3", "form-1-position": "1"})
    found = Question.objects.order_by("position").values_list("position", "text")
    assert list(found) == [(1, "Apples again?"), (2, "Pears?"), (3, "Apples?")]
