"""The question bank and one question: public pages, and a learner's favorites among them."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, TextField, Value
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.guards import LearnerRequest, learner_post, page_of_origin
from accounts.nameless import reader
from curation.highlights import around, marked, pieces
from curation.name_order import in_name_order
from curation.nested import nested
from evidence.models import Skill
from interviews.bank import search
from interviews.bank.filters import BANK, NAMES, RELEVANCE, SORTS, Found, filter_of
from interviews.bank.models import Dimension, Favorite, Question, RubricScore
from interviews.bank.recording import allow_recording
from interviews.bank.slots import question_page
from interviews.bank.speaking import duration

# Of the points of a question, around the words that were found.
POINTS_WORDS = 16


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """A skill that a question asks for."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class BuildingMilestone:
    """A milestone that builds what a question asks for, with its step."""

    title: str
    slug: str
    step: str
    number: int
    step_title: str


ANY_LABELS = {
    "category": "Any category",
    "level": "Any level",
    "step": "Any step",
    "skill": "Any skill",
    "origin": "Any origin",
}


@require_safe
def bank(request: HttpRequest) -> HttpResponse:
    """The questions that search and filters leave, with the number behind every other choice."""
    wanted, page, nonsense = filter_of(request.GET)
    found = search.find(wanted, user=request.user.pk, page=page)
    wanted = found.filter
    context = {
        "section": "interviews",
        "tab": "bank",
        "filter": wanted,
        "found": found,
        "page": Paginator(range(found.total), search.PER_PAGE).get_page(page),
        "cards": _cards(found, request.user.pk),
        "selects": [
            {
                "name": name,
                "label": NAMES[name],
                "any": ANY_LABELS[name],
                "chosen": getattr(wanted, name),
                "options": [
                    (option.value, f"{option.label} ({option.count})")
                    for option in found.options[name]
                    if option.count or option.value == getattr(wanted, name)
                ],
            }
            for name in NAMES
        ],
        "sorts": [(value, label) for value, label in SORTS.items() if wanted.q or value != RELEVANCE],
        "chosen": [*(found.label(name) for name in wanted.chosen()), *(["my favorites"] if wanted.favorites else [])],
        "unknown": [NAMES[name].lower() for name in (*found.unknown, *nonsense)],
        "too_long": "q" in request.GET and not wanted.q and bool(request.GET["q"].strip()),
        "is_everything": not wanted.query(),
        "plain": wanted.order == BANK and not wanted.q,
    }
    return render(request, "interviews/bank.html", context)


@never_cache
@require_safe
def surprise(request: HttpRequest) -> HttpResponse:
    """To any one question within the filter."""
    wanted, _, _ = filter_of(request.GET)
    slug = search.surprise(wanted, user=request.user.pk)
    if not slug:
        return redirect(f"{reverse('interviews:bank')}{wanted.query()}")
    return redirect(f"{reverse('interviews:question', args=[slug])}{wanted.query()}")


@require_safe
def question(request: HttpRequest, question: str) -> HttpResponse:
    """One question: what it probes, and, folded, a good answer's points, the rubric and the follow-ups."""
    skills = Skill.objects.published().filter(questions=OuterRef("pk")).order_by(in_name_order("name"))
    rows = (
        Question.objects.with_a_page()
        .select_related("category", "source")
        .annotate(
            skills_named=nested(skills, AskedSkill),
            building=_milestones(),
            is_favorite=_is_favorite(request.user.pk),
        )
    )
    shown = get_object_or_404(rows, slug=question)
    rubric = rubric_of(shown)
    wanted, _, _ = filter_of(request.GET)
    before, after = search.neighbors(shown.slug, wanted, user=request.user.pk)
    query = wanted.query()
    context = {
        "section": "interviews",
        "tab": "question",
        "question": shown,
        "bank": f"{reverse('interviews:bank')}{query}",
        "query": query,
        "crumbs": [
            ("Interviews", reverse("interviews:bank")),
            (shown.category.name, shown.category.get_absolute_url()),
        ],
        "points": shown.point_lines,
        "follow_ups": shown.follow_up_lines,
        "length": duration(shown.seconds),
        "milestones": shown.building,
        "before": before,
        "after": after,
        "favorite": shown.is_favorite,
        "here": request.get_full_path(),
        **rubric,
        **question_page.context(reader(request.user), shown, rubric["dimensions"]),
    }
    return allow_recording(request, render(request, "interviews/question.html", context))


@learner_post(page="interviews:question", visitors=True)
def favorite(request: LearnerRequest, question: str) -> HttpResponse:
    """Mark a question as a favorite. Twice is once."""
    marked = get_object_or_404(Question.objects.with_a_page(), slug=question)
    _, new = Favorite.objects.get_or_create(user=request.user, question=marked, defaults={"at": timezone.now()})
    text = "It is among your favorites." if new else "It was among your favorites already."
    messages.success(request, text, extra_tags=reverse("interviews:unfavorite", args=[question]) if new else "")
    return redirect(page_of_origin(request, marked.get_absolute_url()))


@learner_post(page="interviews:question")
def unfavorite(request: LearnerRequest, question: str) -> HttpResponse:
    """Take a question out of the favorites."""
    marked = get_object_or_404(Question, slug=question)
    gone, _ = Favorite.objects.filter(user=request.user, question=marked).delete()
    text = "It is no longer among your favorites." if gone else "It was not among your favorites."
    messages.success(request, text, extra_tags=reverse("interviews:favorite", args=[question]) if gone else "")
    return redirect(page_of_origin(request, marked.get_absolute_url()))


def rubric_of(question: Question) -> dict[str, Any]:
    """The dimensions an answer to a question is rated on, and the scale, each in its order."""
    return {
        "dimensions": list(Dimension.objects.for_category(question.category_id)),
        "scale": list(RubricScore.objects.published()),
    }


def _cards(found: Found, user: int | None) -> list[dict[str, Any]]:
    """The page's questions in their order, with the words of the search marked and the place where they stand."""
    rows = Question.objects.filter(pk__in=found.rows).with_card()
    rows = rows.annotate(is_favorite=_is_favorite(user))
    if found.words:
        both = Concat(F("points"), Value("\n"), F("follow_ups"), output_field=TextField())
        rows = rows.annotate(marked=marked(F("text"), found.words), points_marked=marked(both, found.words))
    by_key = {row.pk: row for row in rows}
    cards = []
    for row in (by_key[pk] for pk in found.rows if pk in by_key):
        text = pieces(row.text, row.marked) if found.words else [(row.text, False)]
        card = {"question": row, "address": f"{row.get_absolute_url()}{found.carried}", "text": text, "around": []}
        if found.words and not any(hit for _, hit in text):
            points = f"{row.points}\n{row.follow_ups}"
            card["around"] = around(points, row.points_marked, words=POINTS_WORDS)
        cards.append(card)
    return cards


def _is_favorite(user: int | None) -> Exists:
    return Exists(Favorite.objects.filter(user=user, question=OuterRef("pk")))


def _milestones() -> ArraySubquery:
    """The published milestones that build the skills of the question in the query around it, each once.

    The relation is defined by the roadmap, on the same floor; from here it is only read through its reverse name.
    """
    milestones: Any = Skill.milestones.rel.related_model._default_manager
    building = Skill.objects.published().filter(questions=OuterRef(OuterRef("pk")), milestones=OuterRef("pk"))
    rows = milestones.published().filter(Exists(building), step__retired_at=None)
    step = {"step": "step__slug", "number": "step__number", "step_title": "step__title"}
    return nested(rows.order_by("step__number", "position", "pk"), BuildingMilestone, **step)
