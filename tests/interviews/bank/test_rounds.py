"""The shipped kinds of rounds."""

from interviews.models import Category, RoundType


def test_each_draws_on_categories_and_together_they_draw_on_all(seeded):
    rounds = {row.slug: [category.slug for category in row.categories.all()] for row in RoundType.objects.all()}
    assert {slug: len(categories) for slug, categories in rounds.items()} == {
        "recruiter-screen": 2,
        "hiring-manager": 4,
        "technical-round": 3,
        "execution-round": 5,
        "behavioral-panel": 4,
        "executive-round": 4,
    }
    assert {slug for slugs in rounds.values() for slug in slugs} == {row.slug for row in Category.objects.all()}
    assert [row.slug for row in RoundType.objects.all()] == list(rounds)
