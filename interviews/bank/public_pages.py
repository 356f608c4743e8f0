"""What the public pages of the question bank are about, for readers who say that one looks wrong."""

from curation.public_pages import Listing, Pages, of_row
from interviews.bank.models import Question

PAGES: Pages = {
    "interviews:bank": Listing("Question bank", Question),
    "interviews:question": of_row(Question.objects.with_a_page, slug="question"),
}
