"""The list of resumes, and the page of one: what it shows of the base at the left, its pages at the right."""

import gzip
from collections.abc import Callable
from typing import Any

import brotli
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page
from curation.keys import is_key
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Event
from keeping.pages import PER_PAGE, OwnPages, Words
from keeping.saving import say
from resumes.making import arranging
from resumes.making.composing import items_of, unplaced
from resumes.making.deriving import Layer, layer_of, orphans
from resumes.making.files import FORMATS
from resumes.making.forms import DismissForm, ResumeForm, WordingForm
from resumes.making.loading import compose_resume
from resumes.making.models import KEY_LENGTH, Resume, Revision, SentCopy
from resumes.making.opening import below, to_print, with_layers
from resumes.making.revising import keep_save
from resumes.making.showing import Page, drawn_pages, looked_at
from resumes.making.slots import along_with_resume


def _begun_from(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new one: the resume that it is tailored from, or that it is a copy of."""
    base, copied = request.GET.get("base", ""), request.GET.get("copy", "")
    rows: Any = Resume.objects
    row = rows.for_user(request.user).filter(pk=copied).first() if is_key(copied) else None
    if row is None:
        return {"base": base} if base else {}
    values = {name: getattr(row, name) for name in ("purpose", "posting", "look", "paper")}
    return values | {"copy": row.pk, "base": row.base_id, "name": f"Copy of {row.name}"[:120]}


RESUMES = OwnPages(
    Resume,
    ResumeForm,
    Words(
        "Resumes",
        add="Start a resume",
        add_lead="It shows what you recorded: jobs, bullets, education, credentials, skills. Then you choose.",
        keep="Start it",
        edit="Name, layout, paper",
    ),
    section="resume",
    tab="resumes",
    listed_at="resumes:resumes",
    page_at="resumes:resume",
    name="resume",
    kept=lambda row: keep_save(row, at=timezone.now()),
    begin=_begun_from,
)


@open_page
def resumes(request: LearnerRequest) -> HttpResponse:
    """All resumes, the newest first, each with what it is tailored from and how often it was sent."""
    revised = Revision.objects.filter(resume=OuterRef("pk")).order_by("-number")
    rows = (
        Resume.objects.for_user(request.user)
        .select_related("base")
        .annotate(
            sent=Count("sent_copies", filter=Q(sent_copies__deletion=None)),
            saved_at=Coalesce(Subquery(revised.values("at")[:1]), "created_at"),
        )
        .order_by("-created_at", "-pk")
    )
    context = {
        "section": "resume",
        "tab": "resumes",
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "sent": SentCopy.objects.for_user(request.user).exists(),
    }
    return render(request, "resumes/resumes.html", context)


@sensitive_variables()
@learner_page
def resume(request: LearnerRequest, resume: int) -> HttpResponse:
    """One resume: every line that it could show, what could be looked at, and its pages."""
    row = with_layers(request, resume, **along_with_resume.context())
    today = timezone.localdate()
    composed = compose_resume(row, today=today)
    page = Page(composed, row, user=request.user, today=today)
    context = {
        "section": "resume",
        "tab": "resumes",
        "resume": row,
        "crumbs": [("Resumes", reverse("resumes:resumes"))],
        "page": page,
        "number_open": page.number_open + len(row.open_points),
        "orphans": orphans(items_of(composed.recorded), layer_of(row.own_lines)),
        "unplaced": list(unplaced(composed.recorded)),
        "drawn": drawn_pages(composed, row),
        "formats": [(ending, one.name) for ending, one in FORMATS.items()],
    }
    return render(request, "resumes/resume.html", context)


@learner_post(page="resumes:resume")
def act(request: LearnerRequest, resume: int) -> HttpResponse:
    """Show a line, leave it out, move it, or settle what lies beneath it. ``do`` says which, of what."""
    rows: Any = Resume.objects
    row = get_object_or_404(rows.for_user(request.user), pk=resume)
    what, _, key = request.POST.get("do", "").partition(" ")
    before, _, moved_key = key.partition(" ")
    now = timezone.now()
    event: Event | None = None
    said = "Nothing had changed."
    try:
        match what:
            case "show" | "hide":
                event = arranging.show(row, key[:KEY_LENGTH], shown=what == "show", at=now)
                said = "It is shown now." if what == "show" else "It is left out of this resume."
            case "move":
                event = arranging.move(row, moved_key[:KEY_LENGTH], before=before[:KEY_LENGTH], at=now)
                said, key = "Moved.", moved_key
            case "keep":
                event = arranging.keep_wording(row, key[:KEY_LENGTH], at=now)
                said = "Saved with this wording."
            case "beneath":
                event = arranging.take_from_beneath(row, key[:KEY_LENGTH], at=now)
                said = "It goes back to what it says underneath."
            case "forget":
                event = arranging.forget(row, key[:KEY_LENGTH], at=now)
                said = "Removed."
            case _:
                messages.error(request, "That press did not arrive whole. Nothing was changed; please try again.")
                return redirect(row)
    except arranging.NotThereError:
        messages.error(
            request, "What you pressed is not there any more: it was deleted meanwhile. Nothing was changed."
        )
        return redirect(row)
    say(request, said if event else "Nothing had changed.", event)
    return redirect(f"{row.get_absolute_url()}#{anchor_of(key[:KEY_LENGTH])}")


def anchor_of(key: str) -> str:
    """The place of a line on the page of its resume."""
    return "line-" + key.replace(":", "-")


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def word(request: LearnerRequest, resume: int) -> HttpResponse:
    """What one line says in this resume, in a form; beside it what it says beneath, and its proof."""
    row = with_layers(request, resume)
    today = timezone.localdate()
    composed = compose_resume(row, today=today)
    sent = request.POST if request.method == "POST" else None
    key = (request.POST if sent is not None else request.GET).get("key", "")
    line = composed.lines.get(key)
    if line is None and sent is None:
        messages.error(request, "That line is not there any more: it was deleted meanwhile.")
        return redirect(row)
    there = line.text if line else ""
    form = WordingForm(sent, initial={"key": key, "was": there, "wording": there})
    if sent is not None and form.is_valid():
        said = form.cleaned_data
        try:
            event = arranging.word(row, key, wording=said["wording"], was=said["was"], at=timezone.now())
        except arranging.NotThereError:
            line = None
            form.add_error(
                None,
                "That line is not there any more: it was deleted meanwhile. What you typed is still below. Restore the "
                "line and save again, or copy your words.",
            )
        except ChangedMeanwhileError as changed:
            data = sent.copy()
            data["was"] = changed.there["text"]
            form = WordingForm(data)
            form.is_valid()
            form.add_error(
                None,
                "This line was worded otherwise in another window since you opened it here: "
                f"“{changed.there['text']}”. What you typed is still below. Save again to replace that.",
            )
        else:
            say(request, "Saved." if event else "Nothing had changed.", event)
            return redirect(f"{row.get_absolute_url()}#{anchor_of(key)}")
    page = Page(composed, row, user=request.user, today=today)
    context = {
        **below(row),
        "form": form,
        "line": line,
        "name": arranging.name_of(composed, key) if line else "",
        "shown": page.by_key.get(key),
        "drawn": drawn_pages(composed, row),
    }
    return render(request, "resumes/word.html", context, status=200 if sent is None else 422)


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def dismiss(request: LearnerRequest, resume: int) -> HttpResponse:
    """Let something that a check says stand, with a reason; or look at it again."""
    row = with_layers(request, resume)
    page = Page(compose_resume(row, today=timezone.localdate()), row, user=request.user, today=timezone.localdate())
    sent = request.POST if request.method == "POST" else None
    asked = request.GET if sent is None else sent
    code, key = asked.get("code", ""), asked.get("key", "")
    finding = next((one for one in page.findings if (one.code, one.key) == (code, key)), None)
    if finding is None:
        messages.success(request, "There is nothing of that kind any more.")
        return redirect(row)
    form = DismissForm(sent, initial={"code": code, "key": key, "reason": page.dismissed.get((code, key), "")})
    if sent is not None and form.is_valid():
        stands = sent.get("do") != "again"
        event = arranging.dismiss(
            row, code=code, key=key, reason=form.cleaned_data["reason"], stands=stands, at=timezone.now()
        )
        done = "It stands as it is." if stands else "It is back among what is worth a look."
        say(request, done if event else "Nothing had changed.", event)
        return redirect(f"{row.get_absolute_url()}#look")
    context = {
        **below(row),
        "form": form,
        "finding": finding,
        "stands": (code, key) in page.dismissed,
    }
    return render(request, "resumes/dismiss.html", context, status=200 if sent is None else 422)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="resumes:resume")
def preview(request: LearnerRequest, resume: int) -> HttpResponse:
    """The pages as they would be with what is being typed. Nothing is saved."""
    row = to_print(request, resume)
    form = WordingForm(request.POST)
    layer: Layer = layer_of(row.own_lines)
    if form.is_valid():
        layer = looked_at(layer, form.cleaned_data["key"], form.cleaned_data["wording"])
    composed = compose_resume(row, today=timezone.localdate(), instead=layer, to_print=True)
    return _packed_lightly(request, render(request, "resumes/_pages.html", {"drawn": drawn_pages(composed, row)}))


def _packed_lightly(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Pictures are large, and this is asked for with each letter: packing them well takes longer than sending them.

    Brotli takes a third of the time that gzip does, and leaves less; browsers take it of a site with HTTPS.
    """
    taken = {one.strip() for one in request.headers.get("Accept-Encoding", "").split(",")}
    if packing := next((name for name in PACKINGS if name in taken), ""):
        response.content = PACKINGS[packing](response.content)
        response.headers["Content-Encoding"] = packing
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=1),
    "gzip": lambda content: gzip.compress(content, compresslevel=2, mtime=0),
}
