"""The rows of a form are numbered by the database when one was moved or added, and left alone otherwise."""

from roadmap.models import HowToItem
from tests.curation.test_admin import form_data, url
from tests.factories.roadmap import make_milestone

LINES = ("First", "Second", "Third")


def saved(curating, milestone, **typed):
    page = curating.get(url(milestone))
    answer = curating.post(url(milestone), form_data(page) | typed)
    assert answer.status_code == 302
    rows = HowToItem.objects.filter(milestone=milestone).order_by("position")
    return [(row.position, row.text) for row in rows]


def test_a_row_that_is_moved_gets_its_place_and_all_are_numbered_without_gaps(curating):
    milestone = make_milestone(how=LINES)
    other = make_milestone(how=LINES)
    HowToItem.objects.filter(milestone=other).update(position=50)
    assert saved(curating, milestone, **{"how-0-position": "250"}) == [(1, "Second"), (2, "Third"), (3, "First")]
    assert set(HowToItem.objects.filter(milestone=other).values_list("position", flat=True)) == {50}


def test_a_row_that_is_added_is_numbered_too(curating):
    milestone = make_milestone(how=LINES)
    added = {"how-TOTAL_FORMS": "4", "how-3-text": "Fourth", "how-3-position": "100", "how-3-milestone": milestone.pk}
    assert saved(curating, milestone, **added)[-1] == (4, "Fourth")


def test_numbers_stay_as_they_are_while_nobody_moves_anything(curating):
    milestone = make_milestone(how=LINES)
    for row in HowToItem.objects.filter(milestone=milestone):
        HowToItem.objects.filter(pk=row.pk).update(position=row.position * 10)
    assert saved(curating, milestone, **{"how-0-text": "Reworded"}) == [(10, "Reworded"), (20, "Second"), (30, "Third")]
