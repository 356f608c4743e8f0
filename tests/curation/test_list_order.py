"""In a list a moved row gets the place that was typed, and the database numbers those beside it."""

import re

import pytest
from django.contrib import admin
from django.test import Client

from curation.changes import Change
from interviews.models import Question
from roadmap.models import Milestone
from salaries.models import Occupation
from tests.factories.accounts import make_user
from tests.factories.interviews import make_category, make_question
from tests.factories.roadmap import make_milestone, make_step
from tests.factories.salaries import make_occupation
from tests.kit import at_once
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


def test_the_ends_of_a_page_say_which_row_stands_on_the_next_one(curating, monkeypatch, four):
    """So that a row can be moved there by a button. What stands there but belongs elsewhere is not said."""
    monkeypatch.setattr(admin.site._registry[Occupation], "list_per_page", 2)
    monkeypatch.setattr(admin.site._registry[Milestone], "list_per_page", 2)
    Occupation.objects.filter(name="C").update(position=13)
    Occupation.objects.filter(name="D").update(position=14)

    def ends(page):
        body = curating.get(page).content.decode()
        boxes = [box for box in re.findall("<input[^>]*>", body) if re.search('name="form-[0-9]+-position"', box)]
        return [re.findall('data-(before|after)="([0-9]+)"', box) for box in boxes]

    assert ends(OCCUPATIONS) == [[], [("after", "13")]]
    assert ends(f"{OCCUPATIONS}?p=2") == [[("before", "2")], []]
    assert ends(f"{OCCUPATIONS}?all=") == [[], [], [], []]
    save(curating, f"{OCCUPATIONS}?p=2", **{"form-0-position": "2"})
    assert order() == list(enumerate("ACBD", start=1))
    first, second = make_step(1), make_step(2)
    for number, (step, title) in enumerate(((first, "A"), (first, "B"), (second, "C"), (second, "D")), start=1):
        make_milestone(step=step, title=title, position=number)
    assert ends(MILESTONES) == [[], []]
    assert ends(f"{MILESTONES}?p=2") == [[], []]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_one_list_at_once_neither_loses_and_every_row_has_a_place_of_its_own():
    for number, name in enumerate("ABCD", start=1):
        make_occupation(name=name, slug=f"slug-{name.lower()}", position=number)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(make_user(is_staff=True, is_superuser=True))
    moves = [{"form-3-position": "1"}, {"form-0-position": "4"}]
    forms = [
        sent(client.get(OCCUPATIONS), "changelist-form", **move, _save="Save")
        for client, move in zip(clients, moves, strict=True)
    ]
    presses = [lambda c=client, f=form: c.post(OCCUPATIONS, f) for client, form in zip(clients, forms, strict=True)]
    answers = at_once(*presses)
    codes = sorted(answer.status_code for answer in answers)
    assert [position for position, _ in order()] == [1, 2, 3, 4]
    if codes == [302, 302]:
        assert [name for _, name in order()] == ["D", "B", "C", "A"]
        return
    # The row that the second moves stands elsewhere by now: it is told so, and pressing again does it.
    assert codes == [200, 302]
    late = next(place for place, answer in enumerate(answers) if answer.status_code == 200)
    assert "Another window made this" in answers[late].content.decode()
    again = sent(answers[late], "changelist-form", _save="Save")
    assert clients[late].post(OCCUPATIONS, again).status_code == 302
    assert [position for position, _ in order()] == [1, 2, 3, 4]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_move_the_same_row_at_once_the_second_is_told_first():
    for number, name in enumerate("ABCD", start=1):
        make_occupation(name=name, slug=f"slug-{name.lower()}", position=number)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(make_user(is_staff=True, is_superuser=True))
    forms = [
        sent(client.get(OCCUPATIONS), "changelist-form", **{"form-3-position": place}, _save="Save")
        for client, place in zip(clients, ("1", "2"), strict=True)
    ]
    presses = [lambda c=client, f=form: c.post(OCCUPATIONS, f) for client, form in zip(clients, forms, strict=True)]
    answers = at_once(*presses)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    late = next(answer for answer in answers if answer.status_code == 200)
    assert "Another window made this" in late.content.decode()
    assert "".join(name for _, name in order()) in ("DABC", "ADBC")
