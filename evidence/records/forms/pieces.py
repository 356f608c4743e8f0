"""What a learner did: the form for one piece of evidence, and the search and filters over all of them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Prefetch, Q
from django.http import QueryDict

from accounts.fields import DateInput, PlainSelect, PlainTextField, WebAddressField
from accounts.models import User
from curation.names import name_key
from curation.number_fields import DecimalNumberField
from curation.prepared import prepared
from evidence.catalog.models import Skill, SkillGroup
from evidence.records.forms.positions import offer_positions, position_field
from evidence.records.models import Evidence, Project
from evidence.records.models.work import LINKS_PER_PIECE, TEXT_LENGTH
from keeping.forms import OwnForm
from keeping.models import Document

TOO_LONG = "This holds {:,} characters at most; yours has %(show_value)d. It is not saved yet, and nothing is lost."
MORE_ROWS = 3
# What the quick form asks; the rest is folded.
QUICK = ("happened", "on")


def text_field(length: int, *, rows: int, **kwargs: Any) -> PlainTextField:
    """A text of several lines that says its limit and the length it got."""
    messages = {"max_length": TOO_LONG.format(length), **kwargs.pop("error_messages", {})}
    return PlainTextField(
        max_length=length, widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), error_messages=messages, **kwargs
    )


class LinkRow(forms.Form):
    url = WebAddressField(required=False, label="Address")
    title = forms.CharField(
        max_length=120, required=False, label="What it shows", widget=forms.TextInput(attrs={"dir": "auto"})
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("title") and not self.cleaned_data.get("url") and "url" not in self.errors:
            self.add_error("url", "Give the address too, or leave the whole row empty.")
        return self.cleaned_data


LinkRows: Any = forms.formset_factory(LinkRow, extra=MORE_ROWS, max_num=LINKS_PER_PIECE, validate_max=True)


class QuickPieceForm(OwnForm):
    """What happened and when: enough to keep it, the rest can follow."""

    happened = text_field(
        TEXT_LENGTH,
        rows=4,
        label="What happened?",
        help_text="A sentence is enough. You can add to it whenever you like.",
        error_messages={"required": "Write at least a few words on what happened."},
    )
    on = forms.DateField(
        label="When?",
        widget=DateInput(),
        error_messages={"required": "Give the day, as near as you remember it."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_days_up_to_today("on")

    def begins_with(self, today: date) -> dict[str, Any]:
        return {"on": today}

    def clean_on(self) -> date | None:
        return self.past_day("on")


class PieceForm(QuickPieceForm):
    """Everything that a piece of evidence can say."""

    row: Any

    did = text_field(
        TEXT_LENGTH,
        rows=4,
        required=False,
        label="What did you do?",
        help_text="Your own part in it, not the team's.",
    )
    result = text_field(
        TEXT_LENGTH,
        rows=3,
        required=False,
        label="What came of it?",
        help_text="In words. The number has its own field.",
    )
    amount = DecimalNumberField(
        required=False,
        max_digits=16,
        decimal_places=2,
        label="The result as a number",
        help_text="For example 12.5. Two decimals at most.",
    )
    unit = forms.CharField(
        required=False,
        max_length=40,
        label="Its unit",
        help_text="For example: percent fewer defects, days earlier, euros a year.",
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    project = forms.ModelChoiceField(
        Project.objects.none(),
        required=False,
        label="Project",
        empty_label="None, or not entered yet",
        widget=PlainSelect(),
    )
    position = position_field(help_text="If it was outside any project, or the project does not say.")
    skills = forms.MultipleChoiceField(required=False, label="Skills it shows")
    do_not_claim = text_field(
        500,
        rows=2,
        required=False,
        label="What you must not claim",
        help_text="A note to yourself, so that a resume never says more than is true. Only you can see it.",
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.groups = list(
            SkillGroup.objects.published().prefetch_related(Prefetch("skills", Skill.objects.published(), "listed"))
        )
        choices = [(group.name, [(skill.slug, skill.name) for skill in group.listed]) for group in self.groups]
        listed = {slug for _, members in choices for slug, _ in members}
        retired = [(s.slug, s.name) for s in self.row.skills.all() if s.slug not in listed] if self.row else []
        if retired:
            choices.append(("No longer listed", retired))
        self._field("skills").choices = [(name, members) for name, members in choices if members]
        own = Q(deletion=None)
        if self.row and self.row.project_id:
            own |= Q(pk=self.row.project_id)
        self._field("project").queryset = Project.objects.filter(own, user=user)
        offer_positions(self)
        links = [{"url": link.url, "title": link.title} for link in self.row.links.all()] if self.row else []
        # A form that was sent without the rows, the short one, says nothing of the links.
        self.sends_links = self.is_bound and "links-TOTAL_FORMS" in self.data
        self.links = LinkRows(
            self.data if self.sends_links else None,
            initial=None if self.sends_links else links,
            prefix="links",
            error_messages={
                "too_many_forms": f"{LINKS_PER_PIECE} links at most. Leave some of the rows empty.",
                "missing_management_form": "The list of links was damaged on its way. Reload the page and try again.",
            },
        )

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def initial_from(self, row: Any) -> dict[str, Any]:
        return super().initial_from(row) | {"skills": [skill.slug for skill in row.skills.all()]}

    def is_valid(self) -> bool:
        links_right = not self.sends_links or self.links.is_valid()
        return super().is_valid() and links_right

    def clean_amount(self) -> Decimal | None:
        amount: Decimal | None = self.cleaned_data["amount"]
        return None if amount is None else amount.quantize(Decimal("0.01"))

    def values(self) -> Document:
        values = super().values()
        values["skills"] = sorted(values["skills"])
        if self.sends_links:
            rows = [row.cleaned_data for row in self.links if row.cleaned_data.get("url")]
            values["links"] = [{"url": row["url"], "title": row["title"]} for row in rows]
        return values

    @property
    def more_is_open(self) -> bool:
        """Whether the folded part holds anything to look at: what is there already, what was chosen, or an error."""
        wrong = set(self.errors) - {*QUICK, "token", "seen"}
        chosen = {name for name, value in self.initial.items() if value and name in ("project", "skills")}
        return bool(self.row or wrong or chosen or (self.sends_links and not self.links.is_valid()))

    @property
    def skill_picker(self) -> list[dict[str, Any]]:
        """The skills by group, each with whether it is ticked, and how many are in each group."""
        ticked = set(self["skills"].value() or [])
        picker = []
        for name, members in self._field("skills").choices:
            skills = [(slug, label, slug in ticked) for slug, label in members]
            picker.append({"name": name, "skills": skills, "ticked": sum(on for *_, on in skills)})
        return picker


class PieceFilterForm(forms.Form):
    """What is looked for. What is wrong is said and left out; the rest still counts."""

    q = forms.CharField(required=False, max_length=200, label="Search", widget=forms.TextInput(attrs={"dir": "auto"}))
    skill = forms.ChoiceField(required=False, label="Skill", widget=PlainSelect())
    step = forms.ChoiceField(required=False, label="Step", widget=PlainSelect())
    project = forms.ChoiceField(required=False, label="Project", widget=PlainSelect())
    year = forms.ChoiceField(required=False, label="Year", widget=PlainSelect())

    def __init__(self, data: QueryDict, *, user: User) -> None:
        super().__init__(data)
        offered: dict[str, list[Any]] = {
            "skill": _by_name(_skills(user)),
            "step": [(slug, f"{number}. {title}") for slug, number, title in _steps(user)],
            "project": _by_name(_projects(user)),
            "year": [(day.year, day.year) for day in _years(user)],
        }
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = [("", f"Any {name}"), *choices]
            field.widget.attrs["class"] = "form-select"
        self.fields["q"].widget.attrs["class"] = "form-control"


def _by_name(rows: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    return sorted(rows, key=lambda row: name_key(row[1]))


@prepared
def _skills(user: User) -> Any:
    """Those that a piece shows."""
    skills = Skill.objects.filter(evidence_skills__evidence__in=Evidence.objects.for_user(user))
    return skills.order_by("slug").distinct().values_list("slug", "name")


@prepared
def _steps(user: User) -> Any:
    """The steps whose milestones the pieces prove. They are the roadmap's, a floor above; here they are only read."""
    step = "milestone_rows__milestone__step__"
    found = Evidence.objects.for_user(user).filter(milestone_rows__isnull=False).order_by(f"{step}number").distinct()
    return found.values_list(f"{step}slug", f"{step}number", f"{step}title")


@prepared
def _projects(user: User) -> Any:
    """Those that a piece is of."""
    projects = Project.objects.for_user(user).filter(evidence__deletion=None).exclude(evidence=None)
    return projects.order_by("pk").distinct().values_list("pk", "title")


@prepared
def _years(user: User) -> Any:
    return Evidence.objects.for_user(user).dates("on", "year", order="DESC")
