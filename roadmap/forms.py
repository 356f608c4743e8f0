"""Parse and judge what a learner sends about one milestone."""

from datetime import date
from typing import Any

from django import forms

from accounts.fields import DateInput, PlainSelect, PlainTextField, WebAddressField
from accounts.models import User
from evidence.models import Evidence
from keeping.meanwhile import ChangedMeanwhileError
from roadmap.history import in_words
from roadmap.models import Milestone, MilestoneProgress
from roadmap.models.progress import NOTE_LENGTH, SKIP_REASON_LENGTH
from roadmap.tracking import DATE_FIELDS

EARLIEST = date(1950, 1, 1)
LATEST_TARGET_YEARS = 50
# The newest of the learner's pieces, to choose from. For an older one, the way leads over its own page.
PIECES_OFFERED = 50


class SeenField(forms.IntegerField):
    """The last event of the milestone that the page had before it.

    0 is none, and whatever cannot be read: what was changed at all counts as changed since then.
    """

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except forms.ValidationError:
            return 0


class SkipForm(forms.Form):
    reason = PlainTextField(
        max_length=SKIP_REASON_LENGTH,
        label="Why are you skipping it?",
        help_text=f"A few words for your later self, {SKIP_REASON_LENGTH} characters at most.",
        error_messages={
            "required": "Write a short reason, so that you know later why you left it out.",
            "max_length": "Keep the reason to %(limit_value)d characters; yours has %(show_value)d.",
        },
    )


class NoteForm(forms.Form):
    note = PlainTextField(
        max_length=NOTE_LENGTH,
        required=False,
        strip=False,
        label="Your note",
        help_text=f"Only you can see it. Markdown works, up to {NOTE_LENGTH:,} characters.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "max_length": f"A note holds {NOTE_LENGTH:,} characters at most; yours has %(show_value)d. "
            "It is not saved yet.",
        },
    )
    seen = SeenField(required=False)


class LinkForm(forms.Form):
    url = WebAddressField(
        label="Address",
        help_text="For example a certificate, a board or a document you keep online.",
        error_messages={"required": "Paste the address of what proves it."},
    )
    title = forms.CharField(max_length=120, required=False, label="What it is", help_text="Optional, a few words.")


class DatesForm(forms.Form):
    """Days started, finished and aimed at. Also for what was done long before joining."""

    started_on = forms.DateField(required=False, label="Started on", widget=DateInput())
    finished_on = forms.DateField(
        required=False,
        label="Finished on",
        widget=DateInput(),
        help_text="A day here marks the milestone as done.",
    )
    target_on = forms.DateField(
        required=False, label="Target date", widget=DateInput(), help_text="When you want to be done."
    )
    seen = SeenField(required=False)

    def __init__(self, *args: Any, own: MilestoneProgress | None, today: date, seen: int = 0, **kwargs: Any) -> None:
        """``own`` is where the learner stands. The days that it has already are not judged again."""
        self.stored = {name: getattr(own, name, None) for name in DATE_FIELDS}
        kwargs["initial"] = {**self.stored, "seen": seen}
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        started, finished, target = (cleaned.get(name) for name in ("started_on", "finished_on", "target_on"))
        new: dict[str, date] = {
            name: day for name in DATE_FIELDS if (day := cleaned.get(name)) and day != self.stored[name]
        }
        # What began where it is later already can also have been finished there.
        latest = {"started_on": self.today, "finished_on": max(self.today, self.stored["started_on"] or self.today)}
        for name, label in (("started_on", "start"), ("finished_on", "finish")):
            if name in new and new[name] > latest[name]:
                self.add_error(name, f"The {label} cannot be in the future. Today is {self.today:%b %-d, %Y}.")
            if name in new and new[name] < EARLIEST:
                self.add_error(name, f"Choose a day after {EARLIEST.year}.")
        if started and finished and finished < started:
            self.add_error("finished_on", f"This is before the start on {started:%b %-d, %Y}.")
        if target and started and target < started and new.keys() & {"started_on", "target_on"}:
            self.add_error("target_on", f"This is before the start on {started:%b %-d, %Y}.")
        last_year = self.today.year + LATEST_TARGET_YEARS
        if "target_on" in new and not EARLIEST.year < new["target_on"].year <= last_year:
            self.add_error("target_on", f"Choose a year up to {last_year}.")
        return cleaned

    def keep_what_was_typed_over(self, changed: ChangedMeanwhileError) -> None:
        """Let the next press replace the dates that another window has saved, knowing what it does."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data["seen"] = str(changed.edition)
        self.data = data
        labels = [(self.fields[name].label, changed.there[name]) for name in DATE_FIELDS]
        now = ", ".join(f"{label}: {in_words(day) if day else 'not set'}" for label, day in labels)
        self.add_error(
            None,
            "These dates were changed in another window, or by a press here whose answer never came. "
            f"Stored now is {now}. What you typed is still below. Save again to replace what is stored.",
        )


class DoneForm(forms.Form):
    """It is done: today, or on an earlier day."""

    finished_on = forms.DateField(
        required=False, label="When", widget=DateInput(), help_text="Optional. Left empty, it's today."
    )

    def __init__(self, *args: Any, own: MilestoneProgress | None, today: date, **kwargs: Any) -> None:
        # The page has a form of dates too.
        kwargs["auto_id"] = "id_done_%s"
        super().__init__(*args, **kwargs)
        self.today = today
        self.started_on = own.started_on if own else None

    def clean_finished_on(self) -> date | None:
        day: date | None = self.cleaned_data["finished_on"]
        if day is None:
            return None
        if day > self.today:
            raise forms.ValidationError(f"This is in the future. Today is {self.today:%b %-d, %Y}.")
        if day < EARLIEST:
            raise forms.ValidationError(f"Choose a day after {EARLIEST.year}.")
        if self.started_on and day < self.started_on:
            raise forms.ValidationError(
                f"This is before the start on {self.started_on:%b %-d, %Y}. Change both under Dates."
            )
        return day


class AttachForm(forms.Form):
    """Choose one of the learner's pieces of evidence. Any of their own is right, the newest are ``offered``."""

    piece = forms.ModelChoiceField(
        Evidence.objects.none(),
        label="Something you have recorded",
        widget=PlainSelect(),
        help_text=f"Your newest {PIECES_OFFERED}. For an older one, open it and choose the milestone from there.",
        error_messages={"required": "Choose what proves it.", "invalid_choice": "Choose one from the list."},
    )

    def __init__(
        self, *args: Any, user: User, milestone: Milestone, offered: list[Evidence] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        own = Evidence.objects.for_user(user).only("pk", "happened", "on")
        if offered is None:
            offered = list(own.exclude(milestone_rows__milestone=milestone)[:PIECES_OFFERED])
        self.offered = offered
        field: Any = self.fields["piece"]
        field.queryset = own
        field.widget.choices = [
            ("", "Choose one"),
            *((piece.pk, f"{piece.headline} ({piece.on:%b %-d, %Y})") for piece in self.offered),
        ]
