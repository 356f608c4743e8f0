"""The curator's desk for the question bank, its rubric, rounds and competencies. Learners' rows are not here."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Func, OuterRef, QuerySet, Subquery
from django.forms import BooleanField, CheckboxSelectMultiple, HiddenInput, ModelForm, MultipleChoiceField
from django.http import HttpRequest
from django.utils import timezone

from curation.admin import CuratedAdmin
from curation.desk import INTERVIEWS, Desk
from curation.recorded import RecordedMixin
from curation.used import FEWEST_SHOWN, band
from evidence.admin import SkillAdmin
from evidence.models import Skill
from interviews.bank.bank_files import CATEGORIES, DIMENSIONS, QUESTIONS, found_anew
from interviews.bank.likeness import like
from interviews.bank.models import (
    Category,
    Competency,
    Dimension,
    Favorite,
    Question,
    RoundType,
    RubricScore,
    SynonymGroup,
)
from interviews.bank.models.questions import STEPS
from interviews.practice import asking
from interviews.practice.models import Answer, Suggestion
from interviews.waiting import PracticeFilter, waiting_suggestions


def _number_of(model: type[Answer | Favorite]) -> Subquery:
    """How many learners' rows of a kind there are on the question of the outer query."""
    rows = model._default_manager.filter(question=OuterRef("pk")).order_by()
    return Subquery(rows.annotate(number=Func("pk", function="count")).values("number"))


@admin.register(Category)
class CategoryAdmin(CuratedAdmin):
    group, place_in_group = INTERVIEWS, 3
    about = "The kinds of questions and what each tests"
    table = CATEGORIES
    list_display = ("name", "tests", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}

    def record_change(self, obj: Category) -> None:
        found_anew(Question.objects.filter(category=obj))


class StepsField(MultipleChoiceField):
    """The steps of a question as ticks. They are stored by their slugs, one per line, in whatever order they stand."""

    def prepare_value(self, value: Any) -> Any:
        return value.splitlines() if isinstance(value, str) else value

    def to_python(self, value: Any) -> list[str]:
        """Slugs on lines of one text count as ticks too."""
        return [slug for text in super().to_python(value) for slug in text.splitlines()]

    def clean(self, value: Any) -> str:
        return "\n".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), self.to_python(data))


class QuestionForm(ModelForm):  # type: ignore[type-arg]
    """Points out questions that are alike before it keeps another; saving once more keeps it all the same."""

    although_alike = BooleanField(required=False, widget=HiddenInput)
    steps = StepsField(
        choices=list(STEPS.items()),
        required=False,
        widget=CheckboxSelectMultiple,
        help_text="The roadmap's steps it belongs to.",
    )

    def clean_steps(self) -> str:
        """The same steps stay in the order in which they are stored."""
        steps: str = self.cleaned_data["steps"] if "steps" in self.changed_data else self.instance.steps
        return steps

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
    group, place_in_group = INTERVIEWS, 1
    about = "The bank: each with the points of a good answer"
    table = QUESTIONS
    form = QuestionForm
    list_display = ("text", "category", "level", "origin", "used", "position")
    list_editable = ("position",)
    list_filter = ("category", "level", "origin", "draft", PracticeFilter)
    list_select_related = ("category",)
    search_fields = ("text", "slug", "points", "keywords")
    prepopulated_fields = {"slug": ("text",)}
    autocomplete_fields = ("category", "source", "skills")
    readonly_fields = ("used",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        """With how many learners answered or marked each, and nothing of what they wrote."""
        rows: QuerySet[Question] = super().get_queryset(request)
        return rows.annotate(answers=_number_of(Answer), favorites=_number_of(Favorite))

    @admin.display
    def used(self, obj: Any) -> str:
        if obj.pk is None:
            return "not yet"
        answers, favorites = band(obj.answers), band(obj.favorites)
        if max(obj.answers, obj.favorites) < FEWEST_SHOWN:
            return f"by {answers}"
        return f"answered by {answers}, a favorite of {favorites}"

    def record_change(self, obj: Question) -> None:
        found_anew(Question.objects.filter(pk=obj.pk))

    def record_changes(self, rows: QuerySet[Question]) -> None:
        found_anew(rows)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The address of a draft, which nobody knows yet, can still be chosen."""
        fields = super().get_readonly_fields(request, obj)
        return tuple(name for name in fields if name != "slug") if obj is not None and obj.draft else fields

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return None if obj is not None and obj.draft else super().get_view_on_site_url(obj)

    def in_the_way(self, row: Question) -> str:
        return asking.unfinished(row)

    def offer_again(self, request: HttpRequest, row: Question) -> bool:
        """What is retired leaves no words for the search to know."""
        done = super().offer_again(request, row)
        found_anew(Question.objects.filter(pk=row.pk))
        return done


@admin.register(Suggestion)
class SuggestionAdmin(RecordedMixin, Desk):
    """What learners offered. A curator sees its text and category, and nothing else of whoever was asked it."""

    group, place_in_group = INTERVIEWS, 2
    about = "What learners were asked and offered to the bank"
    list_display = ("text", "category")
    list_display_links = None
    list_select_related = ("category",)
    actions = ("take_in", "decline")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Suggestion]:
        return super().get_queryset(request).filter(pk__in=waiting_suggestions())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_view_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_take_in_permission(self, request: HttpRequest) -> bool:
        """It makes a question of the bank."""
        return self.has_change_permission(request) and request.user.has_perm("interviews.add_question")

    @admin.action(description="Take into the bank: as drafts, to be completed and published", permissions=["take_in"])
    def take_in(self, request: HttpRequest, queryset: QuerySet[Suggestion]) -> None:
        for row in queryset:
            asking.take_in(row, at=timezone.now())
        messages.success(
            request,
            f"{len(queryset)} taken into the bank as drafts. Complete them there, then publish them.",
        )

    @admin.action(description="Decline: stays with the learner, who is told", permissions=["change"])
    def decline(self, request: HttpRequest, queryset: QuerySet[Suggestion]) -> None:
        number = sum(asking.decline(row, at=timezone.now()) for row in queryset)
        messages.success(request, f"{number} declined. Their learners keep them.")


@admin.register(RubricScore)
class RubricScoreAdmin(CuratedAdmin):
    group, place_in_group = INTERVIEWS, 6
    about = "What each score from 1 to 5 means"
    list_display = ("score", "label", "description")
    search_fields = ("label", "slug")


@admin.register(Dimension)
class DimensionAdmin(CuratedAdmin):
    group, place_in_group = INTERVIEWS, 5
    about = "What an answer is rated on"
    called = "rating dimensions"
    table = DIMENSIONS
    list_display = ("name", "looks_for", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("applies_to",)


@admin.register(RoundType)
class RoundTypeAdmin(CuratedAdmin):
    group, place_in_group = INTERVIEWS, 7
    about = "The rounds of a mock interview and what they draw on"
    list_display = ("name", "about", "new_percent", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("categories",)


@admin.register(SynonymGroup)
class SynonymGroupAdmin(CuratedAdmin):
    group, place_in_group = INTERVIEWS, 8
    about = "Words that the search of the bank takes for the same"
    list_display = ("terms_in_a_row", "slug")
    search_fields = ("terms", "slug")

    @admin.display(description="terms", ordering="terms")
    def terms_in_a_row(self, obj: SynonymGroup) -> str:
        return str(obj)


@admin.register(Competency)
class CompetencyAdmin(CuratedAdmin):
    group, place_in_group = INTERVIEWS, 4
    about = "What a story has to show, and the questions it answers"
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
