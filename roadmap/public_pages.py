"""What the public pages of the roadmap and the guide are about, for readers who say that one looks wrong."""

from curation.public_pages import Listing, Pages, of_row
from roadmap.models import ComparisonRow, MarketFact, Milestone, Passage, Role, Step

PAGES: Pages = {
    "roadmap:roadmap": Listing("Roadmap", Step),
    "roadmap:step": of_row(Step.objects.all, slug="step"),
    "roadmap:milestone": of_row(Milestone.objects.all, slug="milestone", step__slug="step"),
    "guide:guide": Listing("Guide", Passage),
    "guide:what_is_a_tpm": Listing("What a TPM is", Passage),
    "guide:comparison": Listing("Technical or general", ComparisonRow),
    "guide:roles": Listing("Roles", Role),
    "guide:role": of_row(Role.objects.all, slug="role"),
    "guide:job_market": Listing("Job market", MarketFact),
}
