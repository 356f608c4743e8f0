"""What the database refuses, keeps and records of its own accord."""

import pytest

from tests.factories import make_distribution

pytestmark = pytest.mark.django_db


def test_a_distribution_and_its_claims_are_named_by_what_they_are_about():
    distribution = make_distribution(figures={"p50": 100_000, "mean_lowest_third": 80_000})
    row = distribution
    assert row.slug == f"{row.source.slug}-2025-05-{row.occupation.slug}-us-all-industries-base-usd"
    assert [claim.key for claim in row.claims.all()] == [
        f"{row.slug}/all-p50-year",
        f"{row.slug}/all-mean-lowest-third-year",
    ]
