"""The switches of what a learner is written of."""

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from accounts.models import MailChoices, MailKind

HINTS = {
    MailKind.DIGEST: "On Monday at 7 AM: what you did last week, what this week brings, and one next step.",
    MailKind.INTERVIEW: "The day before. Added later than that: the same evening, or that morning.",
    MailKind.EXAM: "A week before the day you set for it, and the day before.",
    MailKind.EXPIRY: "90, 30 and 7 days before the last day.",
    MailKind.FOLLOW_UP: "Tasks and follow-ups on their day; closing dates and answers to offers the day before.",
    MailKind.REVIEW: "Only on days when questions come back, once.",
}


class MailForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = MailChoices
        fields = tuple(MailKind.values)
        labels = {kind.value: kind.label for kind in MailKind}
        help_texts = {kind.value: hint for kind, hint in HINTS.items()}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for field in self.fields.values():
            # Only what was changed on the page is saved over another window's changes.
            field.show_hidden_initial = True

    @property
    def as_shown(self) -> SafeString:
        """What the page was opened with."""
        return format_html_join("", "{}", ((field.as_hidden(only_initial=True),) for field in self))

    @property
    def changed(self) -> dict[str, bool]:
        return {name: self.cleaned_data[name] for name in self.changed_data}
