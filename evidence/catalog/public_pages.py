"""What the public pages of the catalog are about, for readers who say that one looks wrong."""

from curation.public_pages import Listing, Pages, of_row
from evidence.catalog.models import Credential, Skill

PAGES: Pages = {
    "evidence:skills": Listing("Skills", Skill),
    "evidence:skill": of_row(Skill.objects.all, slug="skill"),
    "evidence:credentials": Listing("Credentials", Credential),
    "evidence:credential": of_row(Credential.objects.all, slug="credential"),
}
