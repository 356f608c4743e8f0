"""What a learner did: the pieces of evidence, searched and filtered, and each with everything that hangs on it."""

from typing import Any

from django.contrib.postgres.search import SearchRank
from django.core.paginator import Paginator
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.guards import LearnerRequest, learner_page, open_page
from curation.highlights import Piece, around, marked
from curation.queries import Wanted
from curation.searching import raw_query
from evidence.records import recovering
from evidence.records.forms.pieces import PieceFilterForm, PieceForm
from evidence.records.models import Evidence
from evidence.records.slots import piece_page
from keeping.history import lines_of
from keeping.pages import PER_PAGE, OwnPages, Words

# How much of a piece is shown around the words that were found.
EXCERPT_WORDS, EXCERPT_PARTS = 30, 2


def _named_by(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of the new piece: ``?project=`` and ``?skill=``. What is not offered is not chosen."""
    project, skill = request.GET.get("project", ""), request.GET.get("skill", "")
    return {name: value for name, value in (("project", project), ("skills", [skill] if skill else [])) if value}


# The form of a new one asks what happened and when; more if there is time for it.
PIECES = OwnPages(
    Evidence,
    PieceForm,
    Words("What I did", add="Log an achievement", edit="Edit what you did"),
    section="evidence",
    tab="pieces",
    listed_at="evidence:pieces",
    page_at="evidence:piece",
    name="piece",
    form_template="evidence/piece_form.html",
    load=lambda rows: rows.with_card(),
    begin=_named_by,
)


@open_page
def pieces(request: LearnerRequest) -> HttpResponse:
    """All pieces, the newest first, or those that fit the search, the best first."""
    form = PieceFilterForm(request.GET, user=request.user)
    form.is_valid()
    chosen = {name: value for name, value in form.cleaned_data.items() if value}
    page = Paginator(_found(Evidence.objects.for_user(request.user), **chosen), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "section": "evidence",
        "tab": "pieces",
        "form": form,
        "chosen": chosen,
        "page": page,
        "offers": recovering.offers(request.user, Evidence),
        "rows": [(piece, _excerpt(piece)) for piece in page],
    }
    return render(request, "evidence/pieces.html", context)


@learner_page
def piece(request: LearnerRequest, piece: int) -> HttpResponse:
    """One piece with everything, what it proves, and what happened to it."""
    shown = get_object_or_404(Evidence.objects.for_user(request.user).with_card(), pk=piece)
    context = {
        "section": "evidence",
        "tab": "pieces",
        "piece": shown,
        "offers": recovering.offers(request.user, Evidence, [shown]),
        "crumbs": [("What I did", reverse("evidence:pieces"))],
        # The relation is defined by the roadmap, a floor above; from here it is only read through its reverse name.
        "proves": [row.milestone for row in shown.milestone_rows.select_related("milestone__step")],
        "history": lines_of(shown),
    } | piece_page.context(request.user, shown)
    return render(request, "evidence/piece.html", context)


def _found(rows: Any, *, q: str = "", skill: str = "", step: str = "", project: str = "", year: str = "") -> Any:
    """The pieces that fit every filter, with all that a list shows of them."""
    rows = rows.select_related("project").prefetch_related("skills").defer("words", "did", "result", "do_not_claim")
    if skill:
        rows = rows.filter(skills__slug=skill)
    if project:
        rows = rows.filter(project=project)
    if year:
        rows = rows.filter(on__year=year)
    if step:
        proof = Evidence.objects.filter(milestone_rows__milestone__step__slug=step).values("pk")
        rows = rows.filter(pk__in=proof)
    if q:
        wanted = Wanted.by(q)
        text = Concat("happened", Value("\n"), "did", Value("\n"), "result")
        rows = rows.with_words(wanted).annotate(folded=marked(text, wanted.any_), whole=text)
        rows = rows.annotate(rank=SearchRank(F("words"), raw_query(wanted.any_))).order_by("-rank", "-on", "-pk")
    return rows


def _excerpt(piece: Evidence) -> list[Piece]:
    """The words of a search with what stands around them."""
    row: Any = piece
    if not hasattr(row, "folded"):
        return []
    return around(row.whole, row.folded, words=EXCERPT_WORDS, parts=EXCERPT_PARTS)
