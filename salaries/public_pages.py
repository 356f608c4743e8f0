"""What the public pages of pay are about, for readers who say that one looks wrong."""

from curation.public_pages import Listing, Pages, RowPage, Subject
from salaries.models import Distribution, Method, SalaryClaim
from salaries.reading import parts_of


def _figures(role: str, place: str, industry: str) -> Subject | None:
    """The newest figures for the three; a page of three that have none is still a page."""
    parts = parts_of([(role, place, industry)])
    if not parts:
        return None
    occupation, where, within = parts[0]
    rows = Distribution.objects.published().filter(occupation=occupation, place=where, industry=within)
    return Subject(f"Pay: {occupation}, {where}, {within}", rows.order_by("-as_of", "slug").first())


PAGES: Pages = {
    "salaries:salaries": Listing("Salaries", SalaryClaim),
    "salaries:compare": Listing("Compare pay", SalaryClaim),
    "salaries:why": Listing("Why pay figures differ", Method),
    "salaries:data": Listing("Salary data", SalaryClaim),
    "salaries:distribution": RowPage(_figures, Distribution),
}
