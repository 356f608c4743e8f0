"""The catalog of the salaries, and claims."""

from datetime import date
from decimal import Decimal
from typing import Any

from salaries.models import Distribution, Industry, Method, Occupation, Place, SalaryClaim
from tests.factories import numbers
from tests.factories.curation import make_source


def make_occupation(**fields: Any) -> Occupation:
    number = next(numbers)
    defaults = {
        "slug": f"occupation-{number}",
        "name": f"Occupation {number}",
        "kind": "occupation",
        "description": "Who is counted in it.",
        "position": number,
    }
    return Occupation.objects.create(**(defaults | fields))


def make_place(**fields: Any) -> Place:
    """A country, or with ``parent`` a region in it."""
    number = next(numbers)
    defaults = {
        "slug": f"place-{number}",
        "code": f"XX-{number}",
        "name": f"Place {number}",
        "kind": "region" if fields.get("parent") else "country",
        "position": number,
    }
    return Place.objects.create(**(defaults | fields))


def make_industry(**fields: Any) -> Industry:
    number = next(numbers)
    defaults = {"slug": f"industry-{number}", "name": f"Industry {number}", "position": number}
    return Industry.objects.create(**(defaults | fields))


def make_method(**fields: Any) -> Method:
    """How a source came by its figures; the source is a new one unless it is given."""
    fields.setdefault("source", None)
    fields["source"] = fields["source"] or make_source()
    defaults = {
        "slug": fields["source"].slug,
        "basis": "employers",
        "short_name": "the survey",
        "covers": "What employers report.",
        "cautions": "The self-employed are not counted.",
    }
    return Method.objects.create(**(defaults | fields))


def make_distribution(*, figures: dict[str, Any] | None = None, **fields: Any) -> Distribution:
    """A distribution of a new source and occupation in the United States and all industries, as of May 2025.

    ``figures`` are its claims, from statistic to amount: ``{"p50": 100_000}``.
    """
    if "source" not in fields:
        fields["source"] = make_method().source
    if "occupation" not in fields:
        fields["occupation"] = make_occupation()
    if "place" not in fields:
        united_states = {"code": "US", "name": "United States", "kind": "country", "position": 1}
        fields["place"], _ = Place.objects.get_or_create(slug="us", defaults=united_states)
    if "industry" not in fields:
        everything = {"name": "All industries", "position": 1}
        fields["industry"], _ = Industry.objects.get_or_create(slug="all-industries", defaults=everything)
    defaults = {"edition": "An edition", "kind": "base", "currency": "USD", "as_of": "2025-05"}
    distribution = Distribution(**(defaults | fields))
    distribution.slug = distribution.slug or distribution.make_slug()
    distribution.save()
    for position, (statistic, amount) in enumerate((figures or {}).items(), start=1):
        make_claim(distribution=distribution, statistic=statistic, amount=amount, position=position)
    return distribution


def make_claim(**fields: Any) -> SalaryClaim:
    """A median of $100,000 a year unless told otherwise, in a new distribution unless one is given."""
    if "distribution" not in fields:
        fields["distribution"] = make_distribution()
    defaults = {
        "role_as_named": "The role as the source names it",
        "level": "all",
        "level_rule": "" if fields.get("level", "all") == "all" else "The source says so.",
        "statistic": "p50",
        "amount": Decimal(100_000),
        "period": "year",
        "confidence": "high",
        "retrieved_on": date(2026, 11, 23),
        "checked_on": date(2026, 11, 23),
        "review_by": date(2027, 11, 23),
    }
    claim = SalaryClaim(**(defaults | fields))
    claim.amount = Decimal(claim.amount)
    claim.slug = claim.slug or claim.make_slug()
    claim.save()
    return claim
