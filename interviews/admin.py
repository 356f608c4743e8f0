"""The curator's desk for the question bank, its rubric, rounds and competencies. Learners' rows are not here."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BooleanField, HiddenInput, ModelForm

from curation.admin import CuratedAdmin
from evidence.admin import SkillAdmin
from evidence.models import Skill
from interviews.likeness import like
from interviews.models import (
    Answer,
    Category,
    Competency,
    Dimension,
    Favorite,
    Question,
    RoundType,
    RubricScore,
)
from interviews.models.bank import refresh_keywords
from interviews.models.words import refresh_words

# Fewer people than this could be told apart.
FEWEST_SHOWN = 5


def at_most_named(number: int) -> str:
    """A count of learners as curators see it."""
    return str(number) if number >= FEWEST_SHOWN else f"fewer than {FEWEST_SHOWN}"


def found_anew(questions: QuerySet[Question]) -> None:
    """Let the search know what questions, their skills and their categories say now."""
    keys = list(questions.values_list("pk", flat=True))
    refresh_keywords(keys)
    refresh_words(keys)


@admin.register(Category)
class CategoryAdmin(CuratedAdmin):
    list_display = ("name", "tests", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}

    def record_change(self, obj: Category) -> None:
        found_anew(Question.objects.filter(category=obj))


class QuestionForm(ModelForm):  # type: ignore[type-arg]
    """Points out questions that are alike before it keeps another; saving once more keeps it all the same."""

    although_alike = BooleanField(required=False, widget=HiddenInput)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        text = self.cleaned_data.get("text", "")
        if text and "text" in self.changed_data and not self.cleaned_data.get("although_alike"):
            others = Question.objects.exclude(pk=self.instance.pk).values_list("text", flat=True)
            alike = like(text, others)
            if alike:
                data: Any = self.data
                again = data.copy()
                again["although_alike"] = "on"
                self.data = again
                raise ValidationError(
                    [f"There is a question like this: “{other}” ({percent}% alike)." for other, percent in alike]
                    + ["If it is another one, save once more."]
                )
        return cleaned


@admin.register(Question)
class QuestionAdmin(CuratedAdmin):
    form = QuestionForm
    list_display = ("text", "category", "level", "origin", "position")
    list_editable = ("position",)
    list_filter = ("category", "level", "origin")
    list_select_related = ("category",)
    search_fields = ("text", "slug", "points", "keywords")
    prepopulated_fields = {"slug": ("text",)}
    autocomplete_fields = ("category", "source", "skills")
    readonly_fields = ("used",)

    @admin.display(description="used")
    def used(self, obj: Question) -> str:
        """How many learners answered it or marked it, and nothing of what they wrote."""
        if obj.pk is None:
            return "not yet"
        answered = Answer.objects.filter(question=obj).count()
        marked = Favorite.objects.filter(question=obj).count()
        return f"answered by {at_most_named(answered)}, a favorite of {at_most_named(marked)}"

    def record_change(self, obj: Question) -> None:
        found_anew(Question.objects.filter(pk=obj.pk))


@admin.register(RubricScore)
class RubricScoreAdmin(CuratedAdmin):
    list_display = ("score", "label", "description")
    search_fields = ("label", "slug")


@admin.register(Dimension)
class DimensionAdmin(CuratedAdmin):
    list_display = ("name", "looks_for", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("applies_to",)


@admin.register(RoundType)
class RoundTypeAdmin(CuratedAdmin):
    list_display = ("name", "about", "new_percent", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("categories",)


@admin.register(Competency)
class CompetencyAdmin(CuratedAdmin):
    list_display = ("name", "about", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("questions",)


admin.site.unregister(Skill)


@admin.register(Skill)
class FoundBySkillAdmin(SkillAdmin):
    """The skills' own desk. Questions are found by a skill's name and by the words that postings use for it."""

    def record_change(self, obj: Skill) -> None:
        super().record_change(obj)
        found_anew(Question.objects.filter(skills=obj))
