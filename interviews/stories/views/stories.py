"""A learner's stories: written, searched for holes, and found again from a question."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page
from curation.keys import is_key
from curation.name_order import in_name_order
from evidence.models import Evidence
from interviews.bank.models import Competency, Question
from interviews.bank.speaking import against_the_clock, count_words, duration, spoken_seconds
from interviews.dates.models import Interview
from interviews.stories.coverage import MANY, OLD_YEARS, Ask, is_old, review
from interviews.stories.forms import LENGTHS, MOST_WORDS, StoryForm
from interviews.stories.grid import grid
from interviews.stories.models import Story, StoryCompetency, StoryEvidence, StoryQuestion
from interviews.stories.told import told_at, told_twice
from keeping.history import lines_of
from keeping.saving import put_away, save

PER_PAGE = 25
# Pieces of evidence that are offered to make a story of.
MOST_PIECES = 5
# Of one story: what it answers, and to whom it was told.
MOST_QUESTIONS = 50
MOST_TELLINGS = 50
MOST_INTERVIEWS = 20
# Stories beside each other in the matrix.
COLUMNS = 6
PARTS = ("situation", "task", "action", "result", "reflection")
# What coverage does not look at.
UNREAD = ({*PARTS} - {"result"}) | {*LENGTHS}


@open_page
def stories(request: LearnerRequest) -> HttpResponse:
    """All stories by headline, each with what is weak in it, and the evidence there is no story of yet."""
    own = Story.objects.for_user(request.user)
    page = Paginator(own.with_coverage(), PER_PAGE).get_page(request.GET.get("page"))
    today = timezone.localdate()
    named = dict(Competency.objects.published().values_list("pk", "name"))
    used = StoryEvidence.objects.filter(evidence=OuterRef("pk"), story__deletion=None)
    covered = StoryCompetency.objects.filter(story__in=own, competency__retired_at=None)
    context = {
        "section": "interviews",
        "tab": "stories",
        "page": page,
        "rows": [
            {"story": row, "about": [named[key] for key in row.competency_keys if key in named], "weak": weak}
            for row in page
            for weak in [_weak(row, today=today)]
        ],
        "all_competencies": len(named),
        "covered": covered.aggregate(number=Count("competency", distinct=True))["number"],
        "pieces": Evidence.objects.for_user(request.user).filter(~Exists(used))[:MOST_PIECES],
    }
    return render(request, "interviews/stories.html", context)


@sensitive_post_parameters()
@open_page
def add_story(request: LearnerRequest) -> HttpResponse:
    """A new story, begun from what the address names: ``?evidence=``, ``?competency=``, ``?question=``."""
    posted, typed = _sent(request)
    initial = {} if typed else _begun(request, _piece_named(request))
    form = StoryForm(posted, user=request.user, today=timezone.localdate(), initial=initial, **typed)
    if posted is not None:
        kept = save(request, form, Story)
        if kept is not None:
            return redirect("keeping:bin" if kept.in_bin else kept)
    return _form_page(request, form)


@sensitive_post_parameters()
@learner_page
def edit_story(request: LearnerRequest, story: int) -> HttpResponse:
    posted, typed = _sent(request)
    rows = Story.objects.to_edit(request.user, sent=request.method == "POST")
    row = get_object_or_404(rows.with_link_keys(), pk=story)
    form = StoryForm(posted, user=request.user, today=timezone.localdate(), row=row, **typed)
    if posted is not None and save(request, form, Story, row):
        return redirect("keeping:bin" if row.in_bin else row)
    return _form_page(request, form)


@learner_page
def story(request: LearnerRequest, story: int) -> HttpResponse:
    """One story with its lengths, what it answers, the evidence behind it, and to whom it was told."""
    row = get_object_or_404(Story.objects.for_user(request.user).with_coverage(), pk=story)
    today = timezone.localdate()
    tellings = list(row.tellings.filter(deletion=None)[:MOST_TELLINGS])
    coming = Interview.objects.for_user(request.user).filter(on__gte=today)[:MOST_INTERVIEWS]
    texts = {name: getattr(row, name) for name in PARTS}
    in_full = count_words(" ".join(texts.values()))
    context = {
        "section": "interviews",
        "tab": "stories",
        "story": row,
        "crumbs": [("Stories", reverse("interviews:stories"))],
        "parts": [(_label(name), text) for name, text in texts.items() if text],
        "open_parts": [_name(name) for name, text in texts.items() if not text],
        "in_full": f"{in_full} words, about {duration(spoken_seconds(in_full))} if you say all of it",
        "lengths": [
            (_label(name), text, against_the_clock(text, seconds=seconds))
            for name, seconds in LENGTHS.items()
            if (text := getattr(row, name))
        ],
        "open_lengths": [_name(name) for name in LENGTHS if not getattr(row, name)],
        "weak": _weak(row, today=today),
        "pieces": row.evidence.filter(deletion=None),
        "skills": row.skills.order_by(in_name_order("name")),
        "competencies": row.competencies.all(),
        "questions": _questions(row),
        "tellings": tellings,
        "told_twice": told_twice(tellings),
        "told_there": [(interview, told[0]) for interview in coming if (told := told_at(interview.company, tellings))],
        "history": lines_of(row),
    }
    return render(request, "interviews/story.html", context)


@learner_post(page="interviews:story")
def bin_story(request: LearnerRequest, story: int) -> HttpResponse:
    put_away(request, get_object_or_404(Story.objects.filter(user=request.user), pk=story))
    return redirect("interviews:stories")


@open_page
def coverage(request: LearnerRequest) -> HttpResponse:
    """Competencies by stories: the holes named, and what is weak in the stories there are."""
    rows = list(Story.objects.for_user(request.user).with_coverage().defer(*UNREAD))
    competencies: list[Any] = list(Competency.objects.published().with_question_keys())
    addresses = {row.pk: row.get_absolute_url() for row in rows}
    about = {competency.pk: competency for competency in competencies}
    found = review(
        [_ask(competency) for competency in competencies], [row.tale() for row in rows], today=timezone.localdate()
    )
    page = Paginator(rows, COLUMNS).get_page(request.GET.get("page"))
    columns = list(page)
    context = {
        "section": "interviews",
        "tab": "stories",
        "crumbs": [("Stories", reverse("interviews:stories"))],
        "page": page,
        "columns": columns,
        "found": found,
        "grid": grid([(row.ask.name, len(row.stories)) for row in found.rows]),
        "number": len(rows),
        "all_competencies": len(competencies),
        "holes": [about[ask.key] for ask in found.holes],
        "matrix": [
            {
                "competency": about[row.ask.key],
                "number": len(row.stories),
                "cells": [(column, column.pk in row.stories) for column in columns],
            }
            for row in found.rows
        ],
        "overloaded": [(tale.headline, addresses[tale.key], number) for tale, number in found.overloaded],
        "weak": [
            (heading, advice, [(tale.headline, addresses[tale.key]) for tale in tales])
            for heading, advice, tales in (
                (
                    "Without a number in the result",
                    "How much, how many, how long? Put it into the result or link evidence that has one.",
                    found.without_number,
                ),
                (
                    f"Older than {_number_word(OLD_YEARS)} years",
                    "Interviewers ask for something recent. Look for a newer one of its kind.",
                    found.old,
                ),
                ("Without evidence", "What could you show if somebody asked?", found.without_evidence),
            )
            if tales
        ],
        "many": MANY,
    }
    return render(request, "interviews/coverage.html", context)


def _ask(competency: Any) -> Ask:
    """A competency ``with_question_keys`` as coverage counts it."""
    return Ask(key=competency.pk, name=competency.name, questions=frozenset(competency.question_keys))


def _form_page(request: LearnerRequest, form: StoryForm) -> HttpResponse:
    crumbs = [("Stories", reverse("interviews:stories"))]
    if form.row:
        crumbs.append((str(form.row), form.row.get_absolute_url()))
    context = {
        "section": "interviews",
        "tab": "stories",
        "form": form,
        "crumbs": crumbs,
        "about": form.label("competencies", request.GET.get("competency", "")),
        "answering": form.label("questions", request.GET.get("question", "")),
    }
    return render(request, "interviews/story_form.html", context, status=422 if form.is_bound else 200)


def _sent(request: LearnerRequest) -> tuple[QueryDict | None, dict[str, Any]]:
    """What is to be kept; or, if words of an older piece of evidence were sent, what the form shows again with it.

    Enter in the field of those words looks for them too: only the button that is seen says ``save``.
    """
    if request.method != "POST":
        return None, {}
    find = " ".join(request.POST.get("find", "").replace("\0", " ").split())[:MOST_WORDS]
    if "look" in request.POST or (find and "save" not in request.POST):
        return None, {"typed": StoryForm.as_typed(request.POST), "find": find}
    return request.POST, {}


def _piece_named(request: LearnerRequest) -> Evidence | None:
    """The learner's own piece of evidence that the address names, if there is one."""
    key = request.GET.get("evidence", "")
    if not is_key(key):
        return None
    piece: Evidence | None = Evidence.objects.for_user(request.user).filter(pk=int(key)).first()
    return piece


def _begun(request: LearnerRequest, piece: Evidence | None) -> dict[str, Any]:
    """What a new story starts with. What is not offered is not chosen."""
    initial: dict[str, Any] = {}
    if piece:
        number = f"{piece.amount.normalize():f} {piece.unit}".strip() if piece.amount is not None else ""
        initial = {
            "headline": piece.headline,
            "situation": piece.happened,
            "action": piece.did,
            "result": "\n".join(filter(None, [piece.result, number])),
            "happened_on": piece.on,
            "evidence": [piece.pk],
            "skills": list(piece.skills.values_list("slug", flat=True)),
        }
    for name, field in (("competency", "competencies"), ("question", "questions")):
        if slug := request.GET.get(name, ""):
            initial[field] = [slug]
    return initial


def _weak(row: Story, *, today: Any) -> list[str]:
    """What interviewers would miss in a story, in words."""
    tale = row.tale()
    weak = [] if tale.has_number else ["no number in the result"]
    weak += ["no evidence behind it"] if not tale.evidence else []
    weak += [f"older than {_number_word(OLD_YEARS)} years"] if is_old(tale.happened_on, today=today) else []
    return weak


def _number_word(number: int) -> str:
    return {3: "three"}.get(number, str(number))


def _name(name: str) -> str:
    """A part of a story as the learner reads it."""
    return str(Story._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _label(name: str) -> str:
    label = _name(name)
    return label[:1].upper() + label[1:]


def _questions(row: Story) -> Any:
    """The questions a story answers, those that the learner said before those of its competencies."""
    said = StoryQuestion.objects.filter(story=row, question=OuterRef("pk"))
    shown = Competency.questions.through.objects.filter(
        competency__in=StoryCompetency.objects.filter(story=row).values("competency"), competency__retired_at=None
    )
    questions = Question.objects.published().annotate(said=Exists(said))
    found = questions.filter(Q(said=True) | Q(pk__in=shown.values("question")))
    return found.order_by("-said", "category__position", "position", "slug")[:MOST_QUESTIONS]
