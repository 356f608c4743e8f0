from interviews.stories.grid import grid
from interviews.stories.models import StoryCompetency
from interviews.stories.showing import story_grid
from keeping.verbs import put_in_bin
from tests.factories import NOW
from tests.factories.interviews import make_competency, make_story


def test_cells_stand_in_rows_of_five_and_fill_with_the_stories():
    found = grid([(name, number) for name, number in zip("abcdefg", (0, 1, 2, 3, 0, 1, 0), strict=True)])
    assert [(cell.x, cell.y, cell.look, cell.fill, cell.fill_y) for cell in found.cells] == [
        (0, 0, "none", 0, 18),
        (56, 0, "one", 9, 9),
        (112, 0, "more", 18, 0),
        (168, 0, "more", 18, 0),
        (224, 0, "none", 0, 18),
        (0, 24, "one", 9, 33),
        (56, 24, "none", 0, 42),
    ]
    assert (found.width, found.height) == (274, 42)
    assert (found.headline, found.holes) == ("4 of 7", ("a", "e", "g"))
    assert [cell.words for cell in found.cells[:3]] == ["A: no story", "B: 1 story", "C: 2 stories"]


def test_an_empty_grid_has_no_size():
    assert (grid([]).height, grid([]).headline) == (0, "0 of 0")


def test_only_ones_own_stories_outside_the_bin_count(learner, stranger, django_assert_num_queries):
    first, second = make_competency(name="bad news"), make_competency(name="saying no")
    kept, gone, other = make_story(learner), make_story(learner), make_story(stranger)
    for story in (kept, gone, other):
        StoryCompetency.objects.create(user=story.user, story=story, competency=first)
    StoryCompetency.objects.create(user=stranger, story=other, competency=second)
    put_in_bin(gone, at=NOW)
    with django_assert_num_queries(1):
        found = story_grid(learner)
    assert [(cell.name, cell.number) for cell in found.cells] == [("bad news", 1), ("saying no", 0)]
