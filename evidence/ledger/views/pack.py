"""The application pack: what an issuer's form asks for, from the learner's own projects, to print or to take along."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from accounts.days import latest_day
from accounts.guards import LearnerRequest, learner_page
from evidence.catalog import wording
from evidence.catalog.eligibility import Requirement, Rule
from evidence.catalog.models import DescriptionLimit
from evidence.catalog.worth import SORT_NAMES
from evidence.ledger import loading as ledger
from evidence.ledger.assessing import Assessor, counting
from evidence.ledger.in_words import teller
from evidence.ledger.pack import needed_and_spare, pack_markdown, pack_rows
from evidence.ledger.schooling import courses, degrees
from evidence.records.models import Education, Project, Training


@learner_page
@sensitive_variables()
def pack(request: LearnerRequest, credential: str) -> HttpResponse:
    return render(request, "evidence/pack.html", _pack(request, credential))


@learner_page
@sensitive_variables()
def download(request: LearnerRequest, credential: str) -> HttpResponse:
    """The same as Markdown."""
    pack = _pack(request, credential)
    text = pack_markdown(
        title=f"{pack['credential'].name}: application pack of {pack['today']:%B %-d, %Y}",
        lines=[f"{pack['path'].label}: {pack['text']}.", *pack["sentences"], pack["source"], pack["limit_text"]],
        missing=[words for words, _ in pack["missing"]],
        schooling=[(part["heading"], part["lines"]) for part in pack["schooling"]],
        rows=pack["rows"],
        spare=pack["spare"],
        sorts=SORT_NAMES,
    )
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    # The slug is a row's own, so it holds nothing that a header could not.
    response["Content-Disposition"] = f'attachment; filename="{pack["credential"].slug}-application-pack.md"'
    return response


@sensitive_variables()
def _pack(request: LearnerRequest, slug: str) -> dict[str, Any]:
    """Everything a pack says. ``?path=`` names a path; else it is the nearest.

    With ``?all=1`` the projects that add no month of their own are there in full too.
    """
    today = timezone.localdate()
    rules = ledger.load_rules([slug])
    if not rules:
        raise Http404
    person = ledger.load_person(request.user).on(today, latest=latest_day(timezone.now()))
    (assessed,) = ledger.assess(person, rules, as_of=today)
    chosen = next((each for each in assessed.paths if each.path.slug == request.GET.get("path")), assessed.best)
    said = teller(Assessor(person, today))
    countings = [counting(said.assessor, *each) for each in chosen.rule.counted]
    limit = DescriptionLimit.objects.published().filter(credential=assessed.credential).select_related("source").first()
    rows = pack_rows(countings, Project.objects.for_user(request.user), limit, as_of=today)
    everything = request.GET.get("all") == "1"
    needed, others = (rows, []) if everything else needed_and_spare(rows)
    path, version = chosen.path, chosen.version
    schooling = _schooling(request, chosen.rule, today)
    since = timezone.localtime(version.recorded_at).date()
    return {
        "section": "evidence",
        "tab": "ledger",
        "crumbs": [
            ("Am I eligible?", reverse("evidence:ledger")),
            (assessed.credential.name, reverse("evidence:ledger_credential", args=[slug])),
        ],
        "credential": assessed.credential,
        "path": path,
        "paths": [each.path for each in assessed.paths],
        "state": chosen.result.state,
        "state_label": wording.STATES[chosen.result.state],
        "text": said.brief(chosen),
        "sentences": ledger.sentences(chosen.rule, said.names),
        "source": (
            f"Rule as of {wording.day_said(since)}, from "
            f"{path.source.publisher}, {path.as_of}, checked {wording.day_said(path.checked_on)}. "
            "Only the issuer decides."
        ),
        "here": request.get_full_path(),
        "strips": said.strips(chosen.result),
        "bar": said.bar(chosen.result),
        "missing": [
            (said.item(item).removeprefix("missing: "), _place_of(item.requirement)) for item in chosen.result.missing
        ],
        "schooling": schooling,
        "totals": [
            {"sort": SORT_NAMES[each.sort], "months": wording.months_said(each.count), "naive": each.naive}
            for each in countings
        ],
        "number": len(rows),
        "rows": needed,
        "spare": others,
        "everything": everything,
        "incomplete": sum(bool(row.lacks) for row in needed),
        "limit_text": _limit_said(limit),
        "today": today,
    }


@sensitive_variables()
def _schooling(request: LearnerRequest, rule: Rule, today: date) -> list[dict[str, Any]]:
    """The degrees and courses that a path asks about, in a query each."""
    parts = []
    if any(each.kind in ("education", "flag") for each in rule.requirements):
        rows = degrees(Education.objects.for_user(request.user), as_of=today)
        parts.append({"heading": "Education", "kind": "education", "lines": rows})
    if kinds := {each.training for each in rule.requirements if each.kind == "training"}:
        own = Training.objects.for_user(request.user).select_related("credential")
        found = courses(own, kinds=kinds, credential=rule.credential, as_of=today)
        parts.append({"heading": "Training", "kind": "training", "lines": found})
    return parts


def _place_of(needs: Requirement) -> str:
    """Where what is missing can be recorded."""
    if needs.kind == "experience":
        return reverse("evidence:add_project")
    kind = {"training": "training", "holds": "credential"}.get(needs.kind, "education")
    return reverse("evidence:add_background", args=[kind])


def _limit_said(limit: DescriptionLimit | None) -> str:
    if limit is None:
        return "We know of no limit that the issuer sets for the length of a description, so only the length is shown."
    least = f"at least {limit.least} and " if limit.least else ""
    return (
        f"A description may have {least}at most {limit.most} {limit.unit}, says {limit.source.publisher}, "
        f"{limit.as_of}, checked {wording.day_said(limit.checked_on)}."
    )
