"""Facts compared with their sources, many at a press: all of one source, and all that are past their review."""

import re
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import Truncator

from curation import facts, reporting
from curation.changes import Batch, recorded_as
from curation.desk_pages import read_at
from curation.facts import Fact, Facts
from curation.models import Source
from curation.public_pages import Place, Subject

PER_PAGE = 100
KEY = re.compile(r"([a-z_]+\.[a-z_]+):([0-9]{1,18})")
HOLDS, NO_LONGER = "holds", "no_longer"
LONGEST_NOTE = 500

# Of some keys of a table those that are on the list at all.
Among = Callable[[type[Any], list[int]], Iterable[int]]


@dataclass(frozen=True)
class Line:
    """A fact in the form, with what is chosen and noted about it. ``may``: whether this curator may change it."""

    fact: Fact
    chosen: str = ""
    note: str = ""
    may: bool = True


@dataclass
class Judged:
    """What somebody said of facts, and what stands in the way of noting it."""

    holds: list[Fact]
    no_longer: list[tuple[Fact, str]]
    problems: list[str]


def chosen_in(data: Mapping[str, str]) -> dict[str, str]:
    """By the key of a fact, what the form says of it. What is no choice of ours says nothing."""
    found = {name.removeprefix("fact-"): value for name, value in data.items() if name.startswith("fact-")}
    return {key: value for key, value in found.items() if value in (HOLDS, NO_LONGER) and KEY.fullmatch(key)}


def judge(data: Mapping[str, str], among: Among, *, may: Callable[[type[Any]], bool]) -> Judged:
    """What the form says of facts that are still what its page showed.

    ``among`` gives those keys of a table that are on the list at all. A fact that another window has changed since is
    a problem and not compared, as nobody has read it as it is now.
    """
    chosen, judged = chosen_in(data), Judged([], [], [])
    wanted: dict[type[Any], list[int]] = defaultdict(list)
    by_label = {table.model._meta.label_lower: table.model for table in facts.tables()}
    for key in chosen:
        label, pk = key.split(":")
        if label in by_label and may(by_label[label]):
            wanted[by_label[label]].append(int(pk))
    rows = [
        row for model, keys in wanted.items() for row in facts.read(model, list(among(model, keys)), held=True).values()
    ]
    found = {fact.key: fact for fact in map(facts.fact_of, rows)}
    for key, choice in chosen.items():
        fact = found.get(key)
        note = data.get(f"note-{key}", "").strip()
        if fact is None:
            judged.problems.append(
                "One of the facts no longer rests on it, or is retired. It is not in the list below."
            )
        elif fact.mark != data.get(f"mark-{key}"):
            judged.problems.append(f"Changed in another window since you opened this: “{fact.text}”. Read it again.")
        elif "\x00" in note or len(note) > LONGEST_NOTE:
            judged.problems.append(f"At most {LONGEST_NOTE} plain characters about “{fact.text}”.")
        elif choice == HOLDS:
            judged.holds.append(fact)
        else:
            judged.no_longer.append((fact, note))
    if not chosen:
        judged.problems.append("Nothing is ticked, so nothing was saved.")
    return judged


class ComparingMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The pages at the desk of the sources."""

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("overdue/", self.admin_site.admin_view(self.overdue_view), name="curation_source_overdue"),
            path("<int:pk>/facts/", self.admin_site.admin_view(self.facts_view), name="curation_source_facts"),
        ]
        return [*own, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context["original"]
        if row is not None and self.has_change_permission(request, row):
            context["facts_url"] = reverse("admin:curation_source_facts", args=[row.pk])
        return super().render_change_form(request, context, *args, **kwargs)

    def facts_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Every fact that rests on one source: which still hold, and which do not."""
        source = self.get_object(request, str(pk))
        if source is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        if not self.has_change_permission(request, source):
            raise PermissionDenied
        here = reverse("admin:curation_source_facts", args=[pk])
        found = facts.resting_on(source)
        title = f"Facts of “{source}”"
        if request.method == "POST" and "all" not in request.POST:
            among = partial(facts.keys_resting_on, source)
            if problems := self._judge_and_note(request, among, source):
                return self._list(request, found, title, problems, source=source)
            return HttpResponseRedirect(f"{here}?page={_page(request.POST)}")
        return self._list(request, found, title, [], source=source)

    def overdue_view(self, request: HttpRequest) -> HttpResponse:
        """Every fact past its review, over all tables."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        found = facts.overdue(timezone.localdate(), may=_may(request))
        title = "Facts past their review"
        if request.method == "POST" and "all" not in request.POST:
            # What another window has compared meanwhile is no longer overdue, and stays as it is.
            if problems := self._judge_and_note(request, lambda model, keys: keys, None):
                return self._list(request, found, title, problems)
            return HttpResponseRedirect(reverse("admin:curation_source_overdue"))
        return self._list(request, found, title, [])

    @transaction.atomic
    def _judge_and_note(self, request: HttpRequest, among: Among, source: Source | None) -> list[str]:
        """Note what the form says, of facts that nobody changes meanwhile; or what is in the way."""
        judged = judge(request.POST, among, may=_may(request))
        if not judged.problems:
            self._note(request, judged, source)
        return judged.problems

    def _note(self, request: HttpRequest, judged: Judged, source: Source | None) -> None:
        """One act: the day of what still holds, and a report about each fact that does not."""
        now, today = timezone.now(), timezone.localdate()
        named = f" of “{Truncator(str(source)).chars(120)}”" if source else ""
        what = f"Checked today: {_facts(len(judged.holds))}{named}"
        with recorded_as(user_id=request.user.pk, what=what, kind=Batch.Kind.BULK, at=now):
            rows = [fact.row for fact in judged.holds if fact.day is not None]
            changed = facts.note_checked([*rows, source] if source and judged.holds else rows, on=today)
        token = _token(request.POST.get("token", ""))
        day = f"{today:%b} {today.day}, {today.year}"
        opened = f"{source}, opened on {day}, says otherwise." if source else "It no longer holds."
        for fact, note in judged.no_longer:
            words: dict[str, Any] = {
                "token": uuid.uuid5(token, fact.key),
                "place": Place(_path(fact.row), Subject(fact.text, fact.row)),
                "what": f"{opened} {note}".strip(),
            }
            if reporting.known(instead="", email="", **words) is None:
                reporting.take_in(user=request.user, at=now, **words)
        if not changed and not judged.no_longer:
            messages.info(request, "It was so already.")
            return
        said = [f"{_facts(len(judged.holds))} checked today."] if judged.holds else []
        if judged.no_longer:
            said.append(f"{_facts(len(judged.no_longer))} to be corrected, now among the readers' reports.")
        messages.success(request, " ".join(said))

    def _list(
        self, request: HttpRequest, found: Facts, title: str, problems: list[str], source: Source | None = None
    ) -> HttpResponse:
        data = request.POST if request.method == "POST" else {}
        listed: Any = found
        page = Paginator(listed, PER_PAGE).get_page((data or request.GET).get("page"))
        may, everything = _may(request), "all" in data
        chosen = chosen_in(data)
        lines = [
            Line(
                fact,
                HOLDS if everything else chosen.get(fact.key, ""),
                data.get(f"note-{fact.key}", ""),
                may(type(fact.row)),
            )
            for fact in page
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": source,
            "original_url": reverse("admin:curation_source_change", args=[source.pk]) if source else "",
            "list_url": "admin:curation_source_changelist",
            "page": page,
            "lines": lines,
            "problems": list(dict.fromkeys(problems)),
            "token": _token(data.get("token", "")),
        }
        return TemplateResponse(request, "admin/curation/facts.html", context, status=422 if problems else 200)


def _may(request: HttpRequest) -> Callable[[type[Any]], bool]:
    return lambda model: facts.may_change(request, model)


def _facts(number: int) -> str:
    return f"{number} fact{'' if number == 1 else 's'}"


def _page(data: Mapping[str, str]) -> str:
    """The page to go back to, which becomes a part of an address."""
    number = data.get("page", "1")
    return number if number.isdecimal() and len(number) < 6 else "1"


def _token(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


def _path(row: Any) -> str:
    return read_at(row).partition("#")[0].partition("?")[0]
