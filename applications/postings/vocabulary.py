"""What the reader knows of skills and credentials: all that is published, with what each is called."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from applications.reading.shapes import Named, Term, Vocabulary
from evidence.models import Credential, Skill, SkillAlias


def load_vocabulary() -> Vocabulary:
    """As the catalog stands now, in two queries. What is the same compares as the same."""
    aliases = SkillAlias.objects.published().filter(skill=OuterRef("pk")).order_by("position", "slug")
    terms = ArraySubquery(aliases.values(said=JSONObject(term="term", exact="case_sensitive")))
    skills: Any = Skill.objects.published().order_by("slug").annotate(terms=terms)
    credentials: Any = Credential.objects.published().order_by("slug")
    return Vocabulary(
        skills=tuple(
            Named(row.slug, (Term(row.name), *(Term(one["term"], one["exact"]) for one in row.terms))) for row in skills
        ),
        credentials=tuple(Named(row.slug, tuple(map(Term, _names(row)))) for row in credentials),
    )


def _names(credential: Any) -> list[str]:
    """What postings call it: its name, and what curators say of how it is written."""
    written = (one.strip() for one in credential.keywords.split(","))
    return list(dict.fromkeys(filter(None, (credential.name, *written))))
