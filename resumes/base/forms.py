"""Contact, a bullet, and a mention as forms."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.fields import PlainSelect, PlainTextField, WebAddressField
from accounts.models import User
from evidence.catalog.partial_dates import ends_before
from evidence.models import Evidence, Position, Project
from keeping.forms import OwnForm
from keeping.models import Document, plain
from resumes.base.advice import Material, advice, proposed_order
from resumes.base.models import BULLET_LENGTH, MENTIONED, TEXT_LENGTH, Mention
from resumes.base.partial import PartialDateField

MOST_PIECES = 50
MOST_PLACES = 200
MOST_PROFILES = 10
TOO_LONG = "This holds {:,} characters at most; yours has %(show_value)d. It is not saved yet, and nothing is lost."


class ProfileRow(forms.Form):
    network = forms.CharField(required=False, max_length=60, label="Where")
    username = forms.CharField(required=False, max_length=120, label="Name there")
    url = WebAddressField(required=False, label="Address")


ProfileRows: Any = forms.formset_factory(ProfileRow, extra=2, max_num=MOST_PROFILES, validate_max=True)


class ContactForm(OwnForm):
    name = forms.CharField(
        max_length=160,
        label="Your name",
        help_text="As it should appear at the top.",
        error_messages={"required": "Give your name, as it should appear at the top."},
    )
    email = forms.EmailField(required=False, max_length=254, label="Email address")
    phone = forms.CharField(required=False, max_length=60, label="Phone")
    city = forms.CharField(required=False, max_length=120, label="City")
    region = forms.CharField(required=False, max_length=120, label="State or region")
    country_code = forms.CharField(
        required=False,
        max_length=2,
        label="Country",
        help_text="Its two letters, such as US or DE. It decides between US Letter and A4.",
    )
    address = forms.CharField(
        required=False, max_length=300, label="Street", help_text="Most resumes in the US leave it out."
    )
    postal_code = forms.CharField(required=False, max_length=20, label="ZIP or postal code")
    url = WebAddressField(required=False, label="Your own page")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sends_profiles = self.is_bound and "profiles-TOTAL_FORMS" in self.data
        self.profiles = ProfileRows(
            self.data if self.sends_profiles else None,
            initial=None if self.sends_profiles else (self.row.profiles if self.row else []),  # type: ignore[attr-defined]
            prefix="profiles",
            error_messages={
                "too_many_forms": f"{MOST_PROFILES} pages at most. Leave some of the rows empty.",
                "missing_management_form": "The list was damaged on its way. Reload the page and try again.",
            },
        )

    def clean_country_code(self) -> str:
        code = str(self.cleaned_data["country_code"]).upper()
        if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise forms.ValidationError("Write the two letters of the country, such as US or DE.")
        return code

    def is_valid(self) -> bool:
        right = not self.sends_profiles or self.profiles.is_valid()
        return super().is_valid() and right

    def values(self) -> Document:
        values = super().values()
        if self.sends_profiles:
            rows = [row.cleaned_data for row in self.profiles]
            names = ("network", "username", "url")
            values["profiles"] = [{name: row.get(name, "") for name in names} for row in rows if any(row.values())]
        return values


class BulletForm(OwnForm):
    """A bullet beside the evidence it is drawn from."""

    row: Any

    text = PlainTextField(
        max_length=BULLET_LENGTH,
        label="Your bullet",
        help_text="One line or two: what came of it, what you did for it, how big it was.",
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={
            "required": "Write your bullet in your own words.",
            "max_length": TOO_LONG.format(BULLET_LENGTH),
        },
    )
    place = forms.ChoiceField(
        required=False,
        label="Where does it belong?",
        help_text="The job or project under which resumes show it.",
        widget=PlainSelect(),
    )
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(),
        required=False,
        label="The evidence behind it",
        error_messages={
            "invalid_choice": "That piece of evidence is not yours, or is gone.",
            "invalid_pk_value": "That is no piece of evidence.",
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.kept = {piece.pk for piece in self.row.evidence.all()} if self.row else set()
        own = Q(deletion=None) | Q(pk__in=self.kept)
        self._field("evidence").queryset = Evidence.objects.filter(own, user=user)
        here = {name: getattr(self.row, f"{name}_id", None) for name in PLACES}
        self.places = {
            **{f"position:{row.pk}": row for row in _offered(Position, user, here["position"])},
            **{f"project:{row.pk}": row for row in _offered(Project, user, here["project"])},
            **{
                f"mention:{row.pk}": row
                for row in _offered(Mention, user, here["mention"])
                if row.kind == "projects" or row.pk == here["mention"]
            },
        }
        self._field("place").choices = [
            ("", "Not chosen yet: it appears on no resume"),
            *((key, f"{NOUNS[key.partition(':')[0]]}: {row}") for key, row in self.places.items()),
        ]

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def initial_from(self, row: Any) -> dict[str, Any]:
        place = next((f"{name}:{pk}" for name in PLACES if (pk := getattr(row, f"{name}_id"))), "")
        return {"text": row.text, "place": place, "evidence": [piece.pk for piece in row.evidence.all()]}

    def values(self) -> Document:
        values = super().values()
        name, _, _ = values.pop("place").partition(":")
        place = self.places.get(self.cleaned_data["place"])
        values |= {each: plain(place) if each == name else None for each in PLACES}
        values["evidence"] = sorted(plain(piece) for piece in values["evidence"])
        return values

    @property
    def pieces(self) -> list[tuple[Evidence, bool]]:
        """The pieces to tick: those behind it first, then those of its job or project, then the newest."""
        ticked = {
            int(value) for value in self["evidence"].value() or [] if str(value).isascii() and str(value).isdigit()
        }
        rows = self._field("evidence").queryset.select_related("project").defer("words")
        found = {row.pk: row for row in rows[:MOST_PIECES]}
        found |= {row.pk: row for row in rows.filter(pk__in=(ticked | self.kept) - set(found))}
        place = str(self["place"].value() or "")
        ordered = sorted(
            found.values(),
            key=lambda row: (row.pk not in ticked, not place or place not in _places_of(row), -row.on.toordinal()),
        )
        return [(row, row.pk in ticked) for row in ordered]

    @property
    def materials(self) -> list[Material]:
        return [material(piece) for piece, ticked in self.pieces if ticked]

    @property
    def order(self) -> list[Any]:
        return proposed_order(self.materials)

    @property
    def advice(self) -> list[str]:
        return advice(str(self["text"].value() or ""), self.materials)


PLACES = ("position", "project", "mention")
NOUNS = {"position": "Job", "project": "Project", "mention": "Project"}


def _offered(model: Any, user: User, here: int | None) -> Any:
    return model.objects.filter(Q(deletion=None) | Q(pk=here), user=user)[:MOST_PLACES]


def _places_of(piece: Evidence) -> tuple[str, ...]:
    found = [f"project:{piece.project_id}", f"position:{piece.position_id}"]
    if piece.project:
        found.append(f"position:{piece.project.position_id}")
    return tuple(found)


def material(piece: Evidence) -> Material:
    """A piece of evidence as it can go into a bullet."""
    project = piece.project
    scale: list[str] = []
    if project and not project.in_bin:
        scale += [f"{project.team_size:,} people"] if project.team_size else []
        scale += [f"budget {str(project.get_budget_display()).lower()}"] if project.budget else []
        scale += [f"{project.hours:,} hours of mine"] if project.hours else []
    return Material(
        result=piece.result,
        amount="" if piece.amount is None else f"{piece.amount.normalize():,f}",
        unit=piece.unit,
        action=piece.did or piece.happened,
        scale=tuple(scale),
        do_not_claim=piece.do_not_claim,
    )


class MentionForm(OwnForm):
    kind = forms.ChoiceField(choices=MENTIONED, label="Which section is it for?")
    title = forms.CharField(
        max_length=300,
        label="What is it?",
        help_text="The language, award, publication, skill or whatever it is.",
        error_messages={"required": "Say what it is."},
    )
    organization = forms.CharField(required=False, max_length=300, label="Who gave, taught or published it?")
    level = forms.CharField(
        required=False, max_length=160, label="How well, or what sort?", help_text="Such as “fluent” or “bachelor”."
    )
    starts = PartialDateField(required=False, label="From")
    ends = PartialDateField(required=False, label="When, or until when")
    text = PlainTextField(
        required=False, max_length=TEXT_LENGTH, label="In a sentence", widget=forms.Textarea(attrs={"rows": 3})
    )
    url = WebAddressField(required=False, label="Where can it be seen?")

    def clean(self) -> dict[str, Any]:
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if ends_before(starts, ends):
            self.add_error("ends", "It ends before it begins.")
        return self.cleaned_data
