"""Starting a mock interview, and what is typed in it, as forms."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone

from curation.number_fields import WholeNumberField
from interviews.bank.models import Category, QuestionLevel, RoundType
from interviews.mock.drawing import suggested_seed
from interviews.mock.models import SEED_LENGTH, MockInterview
from interviews.practice.forms.answers import answer_field
from keeping.forms import OwnForm

SHORTEST, LONGEST = 5, 120
MINUTES = f"Write whole minutes from {SHORTEST} to {LONGEST}."


class StartForm(OwnForm):
    # What an address can fill in, so that a run can be handed on as a link.
    NAMED = ("minutes", "round_type", "level", "mix", "category", "seed")

    minutes = WholeNumberField(
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=30,
        label="Length in minutes",
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), MINUTES),
    )
    round_type = forms.ModelChoiceField(
        RoundType.objects.none(),
        empty_label="Choose one",
        label="Kind of round",
        error_messages={
            "required": "Choose the kind of round: it says which questions are asked.",
            "invalid_choice": "Choose one of the kinds of rounds in the list.",
        },
    )
    level = forms.ChoiceField(
        required=False,
        choices=[("", "Any level"), *QuestionLevel.choices],
        label="Level",
        error_messages={"invalid_choice": "Choose one of the levels in the list."},
    )
    mix = forms.ChoiceField(
        choices=MockInterview.Mix.choices,
        initial=MockInterview.Mix.EVEN,
        label="Mix",
        error_messages={"required": "Choose a mix.", "invalid_choice": "Choose one of the mixes in the list."},
    )
    category = forms.ModelChoiceField(
        Category.objects.none(),
        required=False,
        empty_label="All of the round",
        label="Category",
        help_text="One alone, if you want to practice that.",
        error_messages={"invalid_choice": "Choose one of the categories in the list."},
    )
    seed = forms.CharField(
        max_length=SEED_LENGTH,
        label="Code",
        help_text="The same code and settings give the same questions, so that two people can run the same interview. "
        "Read it out to the other person, or take theirs.",
        error_messages={"required": "Write a code: any words will do."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A visitor's form has no token: of one day they all are suggested the same.
        token = self.initial["token"] or uuid.uuid5(uuid.NAMESPACE_OID, str(timezone.localdate()))
        self.initial.setdefault("seed", suggested_seed(token))
        kinds: Any = self.fields["round_type"]
        kinds.queryset = RoundType.objects.published()
        categories: Any = self.fields["category"]
        categories.queryset = Category.objects.published()


class StepForm(forms.Form):
    """What is typed in a run: for which question and phase, and the edition that the window knows."""

    place = forms.IntegerField(min_value=1, max_value=32767, widget=forms.HiddenInput)
    phase = forms.ChoiceField(choices=MockInterview.Phase.choices)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    text = answer_field("Notes, or your answer in writing", rows=8)
