"""Contact, bullets with their proof, and what no other table of this site asks for."""

import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse

from evidence.catalog.partial_dates import PARTIAL_DATE
from evidence.models import Evidence, Position, Project
from keeping.models import Own, OwnQuerySet
from keeping.shapes import TEXT, Shape, list_of, with_keys
from resumes.base.shapes import SAID
from resumes.writing.content import HEADINGS, Kind

BULLET_LENGTH = 600
TEXT_LENGTH = 5000
# What has a table of its own.
ELSEWHERE = {Kind.SUMMARY, Kind.EXPERIENCE, Kind.VOLUNTEERING}
MENTIONED = [(kind.value, heading) for kind, heading in HEADINGS.items() if kind not in ELSEWHERE]


# Each learner's contact data has this token: two windows that save it for the first time mean the same row.
CONTACT_TOKEN = uuid.UUID("6f0d3f0e-6c1b-5d0e-9a53-0c7f3a3f7c11")


def pages_elsewhere(value: Any) -> None:
    """Raise ``ValidationError`` unless each is network, username and an address of the web or none."""
    for one in value:
        if not isinstance(one, dict) or set(one) != {"network", "username", "url"}:
            raise ValidationError("Each page has a network, a username and a url.")
        if not all(isinstance(text, str) and len(text) <= 500 for text in one.values()):
            raise ValidationError("Network, username and url are texts.")
        if one["url"]:
            URLValidator(schemes=["http", "https"])(one["url"])


class Contact(Own):
    """How a learner signs and can be reached: one row for each learner. No photo, birth date or marital status."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("name", "email", "phone", "url", "address", "postal_code", "city", "region", "country_code", "profiles"),
    )
    SHAPES: ClassVar[dict[str, Shape]] = {
        "profiles": list_of(with_keys("network", "username", "url", network=TEXT, username=TEXT, url=TEXT))
    }
    LISTED_AT: ClassVar[str] = "resumes:contact"

    name = models.CharField(max_length=160, blank=True)
    email = models.CharField("email address", max_length=254, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    url = models.URLField("own page", max_length=500, blank=True)
    address = models.CharField("street", max_length=300, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    city = models.CharField(max_length=120, blank=True)
    region = models.CharField("state or region", max_length=120, blank=True)
    country_code = models.CharField("country", max_length=2, blank=True)
    profiles = models.JSONField(
        "pages elsewhere",
        default=list,
        blank=True,
        help_text="A list of network, username and url.",
        validators=[pages_elsewhere],
    )

    class Meta:
        verbose_name = "contact"
        verbose_name_plural = "learners' contact data"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="resumes_contact_once"),
            models.UniqueConstraint(fields=["user"], name="resumes_contact_one_for_each"),
            models.CheckConstraint(
                condition=Q(country_code="") | Q(country_code__regex="^[A-Z]{2}$"),
                name="resumes_contact_country_code",
            ),
        )

    def __str__(self) -> str:
        return self.name or "Contact"

    def get_absolute_url(self) -> str:
        return reverse(self.LISTED_AT)


class Mention(Own):
    """Something a resume can name that no other table asks for, such as a language, an award or a publication.

    Also a project, degree, credential or skill that lacks what the tables for those must have.
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("kind", "title", "organization", "place", "starts", "ends", "text", "url", "level", "score"),
        *("words", "roles", "sort"),
    )
    SHAPES: ClassVar[dict[str, Shape]] = {"words": list_of(TEXT), "roles": list_of(TEXT)}
    LISTED_AT: ClassVar[str] = "resumes:mentions"

    kind = models.CharField("what it is", max_length=12, choices=MENTIONED)
    title = models.CharField(max_length=300, blank=True)
    organization = models.CharField("who gave, taught or published it", max_length=300, blank=True)
    place = models.CharField(max_length=160, blank=True)
    starts = models.CharField("from", max_length=10, blank=True)
    ends = models.CharField("when, or until when", max_length=10, blank=True)
    text = models.CharField("in a sentence", max_length=TEXT_LENGTH, blank=True)
    url = models.URLField("address", max_length=500, blank=True)
    level = models.CharField("how well, or what sort", max_length=160, blank=True)
    score = models.CharField("grade", max_length=60, blank=True)
    words = models.JSONField("keywords", default=list, blank=True)
    roles = models.JSONField("roles", default=list, blank=True)
    sort = models.CharField("what sort of project", max_length=160, blank=True)

    class Meta:
        ordering = ("kind", "pk")
        verbose_name = "mention"
        verbose_name_plural = "learners' mentions"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="resumes_mention_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind for kind, _ in MENTIONED]), name="resumes_mention_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(starts="") | Q(starts__regex=PARTIAL_DATE), name="resumes_mention_starts_is_a_date"
            ),
            models.CheckConstraint(
                condition=Q(ends="") | Q(ends__regex=PARTIAL_DATE), name="resumes_mention_ends_is_a_date"
            ),
        )

    def __str__(self) -> str:
        return self.title or self.organization or self.text[:80] or str(self.get_kind_display())


class BulletQuerySet(OwnQuerySet):
    def with_proof(self) -> Self:
        """With the evidence behind each, as ``proof``, in the same query. What is in the bin proves nothing."""
        pieces = BulletEvidence.objects.filter(bullet=OuterRef("pk"), evidence__deletion=None).order_by("evidence_id")
        proof = JSONObject(
            key="evidence_id",
            happened="evidence__happened",
            amount="evidence__amount",
            unit="evidence__unit",
            do_not_claim="evidence__do_not_claim",
        )
        return self.annotate(proof=ArraySubquery(pieces.values(said=proof)))


class Bullet(Own):
    """One line of a resume in the learner's words, drawn from what they recorded. Kept once, used in many resumes."""

    FIELDS: ClassVar[tuple[str, ...]] = ("text", "position", "project", "mention")
    LINKS: ClassVar[tuple[str, ...]] = ("evidence",)
    LISTED_AT: ClassVar[str] = "resumes:bullets"

    text = models.CharField("bullet", max_length=BULLET_LENGTH)
    position = models.ForeignKey(Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="bullets")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="bullets")
    mention = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.SET_NULL, related_name="bullets")
    evidence = models.ManyToManyField(Evidence, through="BulletEvidence", blank=True, related_name="+")

    objects: ClassVar[Any] = BulletQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "learners' bullets"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="resumes_bullet_once"),
            models.CheckConstraint(condition=~Q(text=""), name="resumes_bullet_says_something"),
        )

    def __str__(self) -> str:
        return self.text if len(self.text) <= 120 else f"{self.text[:119].rstrip()}…"


class BulletEvidence(models.Model):
    """What proves a bullet: the foreign key from a line of a resume to something that happened."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    bullet = models.ForeignKey(Bullet, on_delete=models.CASCADE, related_name="+")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "evidence of learners' bullets"
        constraints = (models.UniqueConstraint(fields=["bullet", "evidence"], name="resumes_bulletevidence_once"),)

    def __str__(self) -> str:
        return str(self.evidence_id)


class Annex(Own):
    """What a document of elsewhere said of a row beyond what its table holds, to come out again as it came in.

    ``said`` has the whole entry as it was read, with parts of dates; ``subject`` and ``row`` name the row by table and
    token, and an empty ``subject`` stands for the document as a whole.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ("subject", "row", "said")
    SHAPES: ClassVar[dict[str, Shape]] = {"said": SAID}
    LISTED_AT: ClassVar[str] = "resumes:resumes"

    subject = models.CharField(max_length=60, blank=True)
    row = models.UUIDField(null=True, blank=True)
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
        verbose_name = "annex"
        verbose_name_plural = "learners' annexes"
        constraints = (models.UniqueConstraint(fields=["user", "token"], name="resumes_annex_once"),)

    def __str__(self) -> str:
        return "What a document brought along"

    def value(self, name: str) -> Any:
        value = super().value(name)
        return str(value) if name == "row" and value else value
