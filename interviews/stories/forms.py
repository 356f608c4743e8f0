"""A story and a telling of it as forms."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Prefetch, Q
from django.http import QueryDict
from django.utils.functional import cached_property

from accounts.fields import DateInput, PlainTextField
from accounts.models import User
from curation.keys import is_key
from curation.queries import Wanted
from evidence.models import Evidence, Skill, SkillGroup
from interviews.bank.models import Competency, Question
from interviews.bank.speaking import words_for
from interviews.dates.models import Interview
from interviews.stories.models import PART_LENGTH, Story, Telling
from interviews.stories.told import employer_key, told_at
from keeping.forms import OwnForm
from keeping.models import Document, plain

TOO_LONG = "This holds {:,} characters at most; yours has %(show_value)d. It is not saved yet, and nothing is lost."
# What the short form asks; the rest is folded.
QUICK = ("headline", "situation")
# Of the learner's pieces of evidence, the newest; and of those with the words that are looked for.
MOST_PIECES = 50
MOST_WORDS = 200
# Of the interviews a telling can belong to, the latest.
MOST_INTERVIEWS = 50
# The lengths a story is prepared for, with the seconds of each.
LENGTHS = {"in_30": 30, "in_90": 90, "in_180": 180}
AGAIN = "told_again"


def _part(label: str, help_text: str = "", *, rows: int = 4, required: bool = False) -> PlainTextField:
    return PlainTextField(
        max_length=PART_LENGTH,
        required=required,
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
        error_messages={
            "max_length": TOO_LONG.format(PART_LENGTH),
            "required": "Write at least a sentence on what was going on.",
        },
    )


def _version(name: str) -> PlainTextField:
    label, seconds = str(Story._meta.get_field(name).verbose_name), LENGTHS[name]  # type: ignore[union-attr]
    return _part(label.capitalize(), f"About {words_for(seconds)} words.", rows=3 if seconds < 60 else 6)


class StoryForm(OwnForm):
    """Rough first: a headline and the situation are enough, the rest can follow."""

    row: Any

    headline = forms.CharField(
        max_length=120,
        label="Headline",
        help_text="A few words by which you know it again.",
        error_messages={"required": "Give it a headline: a few words by which you know it again."},
    )
    situation = _part("Situation", "What was going on, and why it mattered. A sentence is enough.", required=True)
    task = _part("Task", "What you had to achieve.", rows=2)
    action = _part("Action", "What you did yourself, not the team.")
    result = _part("Result", "What came of it, with a number if there is one.", rows=3)
    reflection = _part("What I learned", "And what you would do differently.", rows=2)
    happened_on = forms.DateField(
        required=False, label="When it happened", help_text="As near as you remember it.", widget=DateInput()
    )
    competencies = forms.MultipleChoiceField(required=False, label="What it is a story about")
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(),
        required=False,
        label="The evidence behind it",
        error_messages={
            "invalid_choice": "That piece of evidence is not yours, or is gone.",
            "invalid_pk_value": "That is no piece of evidence.",
        },
    )
    skills = forms.MultipleChoiceField(required=False, label="Skills it shows")
    questions = forms.MultipleChoiceField(required=False, label="Questions it answers")
    in_30 = _version("in_30")
    in_90 = _version("in_90")
    in_180 = _version("in_180")

    def __init__(self, *args: Any, user: User, find: str = "", **kwargs: Any) -> None:
        """``find`` has words of a piece of evidence that is older than those that are offered anyway."""
        super().__init__(*args, user=user, **kwargs)
        self.find = find
        own = Q(deletion=None)
        if self.row:
            own |= Q(pk__in=self.row.evidence_keys)
        self._field("evidence").queryset = Evidence.objects.filter(own, user=user)
        self.offer_days_up_to_today("happened_on")
        groups = SkillGroup.objects.published().prefetch_related(
            Prefetch("skills", Skill.objects.published(), "listed")
        )
        self._offer("skills", Skill, [(group.name, [(s.slug, s.name) for s in group.listed]) for group in groups])
        self._offer(
            "competencies", Competency, [("", list(Competency.objects.published().values_list("slug", "name")))]
        )
        categories: dict[str, list[tuple[str, str]]] = {}
        rows = Question.objects.published().in_order().values_list("category__name", "slug", "text")
        for category, slug, text in rows:
            categories.setdefault(category, []).append((slug, text))
        self._offer("questions", Question, list(categories.items()))

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _offer(self, name: str, model: Any, groups: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """Offer what is listed by group, and what the story has even if it is no longer listed."""
        listed = {slug for _, members in groups for slug, _ in members}
        gone = set(self.initial.get(name) or ()) - listed if self.row else set()
        if gone:
            rows = model.objects.filter(slug__in=gone).order_by("slug")
            groups.append(("No longer listed", [(row.slug, str(row)) for row in rows]))
        self._field(name).choices = [(group, members) for group, members in groups if members]

    def initial_from(self, row: Any) -> dict[str, Any]:
        """``row`` comes from ``Story.objects.with_link_keys()``."""
        return super().initial_from(row) | {
            "skills": row.skill_slugs,
            "competencies": row.competency_slugs,
            "questions": row.question_slugs,
            "evidence": row.evidence_keys,
        }

    @classmethod
    def as_typed(cls, data: QueryDict) -> dict[str, Any]:
        """What was sent, to be shown again as it is, neither judged nor kept."""
        several = ("competencies", "evidence", "skills", "questions")
        typed: dict[str, Any] = {name: data[name] for name in cls.base_fields if name in data and name not in several}
        # A NUL is in no slug, and PostgreSQL would not even look for it.
        return typed | {name: [value for value in data.getlist(name) if "\0" not in value] for name in several}

    def clean_happened_on(self) -> date | None:
        return self.past_day("happened_on")

    def values(self) -> Document:
        values = super().values()
        for name in ("skills", "competencies", "questions"):
            values[name] = sorted(values[name])
        values["evidence"] = sorted(plain(piece) for piece in values["evidence"])
        return values

    @property
    def more_is_open(self) -> bool:
        """Whether the folded part holds anything to look at: what is there already, what was chosen, or an error."""
        folded = [name for name in self.base_fields if name not in {*QUICK, "token", "seen"}]
        filled = any(name in self.errors or self.initial.get(name) for name in folded)
        return bool(self.row or self.find or filled)

    @property
    def skill_picker(self) -> list[dict[str, Any]]:
        return self._picker("skills")

    @property
    def competency_picker(self) -> list[dict[str, Any]]:
        return self._picker("competencies")

    @property
    def question_picker(self) -> list[dict[str, Any]]:
        return self._picker("questions")

    def label(self, name: str, slug: str) -> str:
        """What people read for one of the choices of a field, or nothing if it is not offered."""
        return next(
            (label for _, members in self._field(name).choices for value, label in members if value == slug), ""
        )

    def _picker(self, name: str) -> list[dict[str, Any]]:
        """What is offered by group, each with whether it is ticked, and how many are in each group."""
        ticked = set(self[name].value() or [])
        picker = []
        for group, members in self._field(name).choices:
            rows = [(slug, label, slug in ticked) for slug, label in members]
            picker.append({"name": group, "rows": rows, "ticked": sum(on for *_, on in rows)})
        return picker

    @cached_property
    def pieces(self) -> dict[str, Any]:
        """The pieces of evidence to tick, each once: those behind the story, those that were found, and the newest.

        ``more`` says whether there are others.
        """
        ticked = _whole_numbers(self["evidence"].value() or [])
        behind = ticked | set(self.row.evidence_keys if self.row else ())
        rows = self._field("evidence").queryset.only("happened", "on", "deletion")
        newest = list(rows[: MOST_PIECES + 1])
        known = {piece.pk: piece for piece in newest}
        if missing := behind - set(known):
            # Every one of them: what is not on the page would be taken away by saving it.
            known |= {piece.pk: piece for piece in rows.filter(pk__in=missing)}
        found = self._found(rows) if self.find else []
        shown: set[int] = set()

        def once(pieces: Iterable[Any]) -> list[tuple[Any, bool]]:
            new = [piece for piece in pieces if piece.pk not in shown]
            shown.update(piece.pk for piece in new)
            return [(piece, piece.pk in ticked) for piece in new]

        return {
            "behind": once(piece for key, piece in known.items() if key in behind),
            "found": once(found),
            "newest": once(newest[:MOST_PIECES]),
            "more": len(newest) > MOST_PIECES,
        }

    def _found(self, rows: Any) -> list[Any]:
        return list(rows.with_words(Wanted.by(self.find))[:MOST_PIECES])


def _whole_numbers(values: Collection[Any]) -> set[int]:
    """Those of ``values`` that can be the key of a row."""
    return {int(value) for value in values if is_key(value)}


class TellingForm(OwnForm):
    """To whom a story was told. The second time at one employer it is kept only by saying so."""

    row: Telling | None

    employer = forms.CharField(
        required=False, max_length=120, label="Employer", help_text="Empty: that of the interview below."
    )
    to_whom = forms.CharField(
        required=False, max_length=160, label="Told to", help_text="A name or a role, if you like."
    )
    on = forms.DateField(label="When", widget=DateInput(), error_messages={"required": "Give the day you told it."})
    interview = forms.ModelChoiceField(
        Interview.objects.none(), required=False, label="Interview", empty_label="None, or not entered"
    )
    note = forms.CharField(required=False, max_length=500, label="How it went", help_text="Only you can see it.")

    def __init__(self, *args: Any, story: Story, user: User, row: Telling | None = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, user=user, **kwargs)
        self.story = story
        # Where it was told already, if that is why the form has to be looked at again.
        self.before: list[Telling] = []
        field: Any = self.fields["interview"]
        latest = Interview.objects.filter(user=user, deletion=None).order_by("-on", "-pk")[:MOST_INTERVIEWS]
        own = Q(pk__in=latest.values("pk"))
        if row and row.interview_id:
            own |= Q(pk=row.interview_id)
        field.queryset = Interview.objects.filter(own, user=user).order_by("-on", "-pk")
        self.offer_days_up_to_today("on")

    def clean_on(self) -> date | None:
        return self.past_day("on")

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if "employer" in cleaned and not cleaned["employer"]:
            cleaned["employer"] = cleaned["interview"].company if cleaned.get("interview") else ""
            if not cleaned["employer"]:
                self.add_error("employer", "Say where you told it, or choose the interview.")
        if not self.errors and not (self.row and employer_key(self.row.employer) == employer_key(cleaned["employer"])):
            # The same form sent again is not a second time, and a telling is not asked about again where it stands.
            others = self.story.tellings.filter(deletion=None).exclude(token=cleaned["token"])
            self.before = told_at(cleaned["employer"], others)
            if self.before and self.data.get("anyway") != "1":
                self.add_error(
                    None,
                    forms.ValidationError("You told this story there already. Is it really a second time?", code=AGAIN),
                )
        return cleaned

    def begins_with(self, today: date) -> dict[str, Any]:
        return {"on": today}

    def initial_from(self, row: Any) -> dict[str, Any]:
        names = set(row.FIELDS) & set(self.base_fields)
        initial = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
        if row.interview and row.interview.company == row.employer:
            # Taken from the interview, and with another interview it is another one.
            initial["employer"] = ""
        return initial

    @property
    def asks_whether_anyway(self) -> bool:
        return self.has_error("__all__", code=AGAIN)

    def values(self) -> Document:
        return super().values() | {"story": plain(self.story)}
