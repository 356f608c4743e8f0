"""A list as it is brought, and how it is to be read, as forms."""

from collections import Counter
from typing import Any, ClassVar
from zlib import crc32

from django import forms

from accounts.fields import PlainSelect, PlainTextField
from applications.lists.columns import DAYS, FIELDS, KNOWN, SEVERAL, folded, guess_stage
from applications.lists.lines import FIGURES, Choices
from applications.lists.matching import ColumnsForm, select
from applications.lists.sheets import MOST_BYTES
from applications.postings.models import Stage
from curation.csv_lines import WINDOWS, decoded

TOO_LARGE = "This is larger than 1 MB, or some 2,000 applications. Split the list and bring it in parts."
# A column of stages has few words. With more it is something else.
MOST_WORDS = 40
PERIODS = [("", "Not said"), ("year", "A year"), ("month", "A month"), ("day", "A day"), ("hour", "An hour")]


class ListForm(forms.Form):
    """A file, or what was copied from one. ``in_windows``: the file is in an old encoding of Windows."""

    in_windows = False
    too_large: ClassVar[str] = TOO_LARGE

    file = forms.FileField(
        required=False,
        label="A CSV file",
        help_text="As Huntr, Teal, Simplify or a spreadsheet saves it: at most 1 MB and 2,000 lines.",
        error_messages={"empty": "This file is empty."},
    )
    text = PlainTextField(
        required=False,
        strip=False,
        label="Or paste it",
        help_text="Cells copied from a spreadsheet will do, with the names of the columns.",
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )

    def clean_file(self) -> str:
        """The text of the file."""
        file: Any = self.cleaned_data["file"]
        if not file:
            return ""
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(self.too_large)
        content = decoded(file.read())
        if content.problems:
            raise forms.ValidationError([str(problem) for problem in content.problems])
        self.in_windows = content.encoding == WINDOWS
        return content.text

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text.encode("utf-8", "replace")) > MOST_BYTES:
            raise forms.ValidationError(self.too_large)
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if not self.errors and not cleaned["file"] and not cleaned["text"].strip():
            self.add_error("file", "Choose a file, or paste what stands in it.")
        return cleaned

    @property
    def said(self) -> str:
        """The text of a valid form: that of the file, if there is one."""
        return str(self.cleaned_data["file"] or self.cleaned_data["text"])


class MatchForm(ColumnsForm):
    """What each column of a list is, in which form its days are, and what its words for stages mean."""

    OFFERED = FIELDS
    DAYS = DAYS
    SEVERAL = SEVERAL
    KNOWN = KNOWN

    headless = forms.BooleanField(required=False, label="The first line is an application already, not names")
    currency = forms.RegexField(
        "^[A-Za-z]{3}$",
        required=False,
        label="Currency of the pay",
        help_text="Three letters, such as USD, where no column says it.",
        error_messages={"invalid": "Write the three letters of the currency, such as USD."},
    )
    period = forms.ChoiceField(
        choices=PERIODS, required=False, label="Pay is for", widget=PlainSelect(attrs={"class": "form-select"})
    )
    without_cells = forms.BooleanField(
        required=False, label="Bring in lines with problems too, without the cells that have them"
    )

    def guess_more(self, said: dict[str, Any]) -> None:
        self.words = self._words()
        for name, (word, _) in self.words.items():
            said.setdefault(name, guess_stage(word))

    def offer_more(self) -> None:
        for name, (word, _) in self.words.items():
            self.fields[name] = select([("", "Choose one"), *Stage.choices], word)

    def _words(self) -> dict[str, tuple[str, int]]:
        """The words of the column of stages, each by the name of its field and with how often it stands there."""
        if "stage" not in self.chosen:
            return {}
        counted: Counter[str] = Counter()
        written: dict[str, str] = {}
        for word in self.sheet.column(self.chosen.index("stage")):
            written.setdefault(folded(word), word)
            counted[folded(word)] += 1
        self.many_words = len(counted)
        return {
            f"stage-{crc32(word.encode()):08x}": (written[word], number)
            for word, number in counted.most_common(MOST_WORDS)
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "title" not in self.chosen:
            self.add_error(None, "Say which column has the job titles. A line without one cannot come in.")
        if self.words and self.many_words > MOST_WORDS:
            place = self.chosen.index("stage")
            self.add_error(
                f"column-{place}", f"It has {self.many_words:,} different words. Is it the column of stages?"
            )
        return cleaned

    @property
    def choices(self) -> Choices:
        """What a valid form chooses."""
        cleaned = self.cleaned_data
        return Choices(
            columns=tuple(self.chosen),
            form=cleaned["form"],
            stages={folded(word): cleaned[name] for name, (word, _) in self.words.items()},
            currency=cleaned["currency"].upper(),
            period=cleaned["period"],
        )

    @property
    def stages(self) -> list[tuple[Any, str, int]]:
        """The field of each word for a stage, the word, and in how many lines it stands."""
        return [(self[name], word, number) for name, (word, number) in self.words.items()]

    @property
    def has_figures(self) -> bool:
        return any(name in FIGURES for name in self.chosen)
