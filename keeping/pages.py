"""The pages of a plain table of own rows, list, add, edit and bin, from one declaration.

A room declares an ``OwnPages`` beside its forms and puts ``paths`` into its addresses. What it shows in its own way has
a template or a view of its own; the rest is the same in every room.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import select_template
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page, page_of_origin
from curation.keys import is_key
from keeping.declaring import going_along
from keeping.forms import OwnForm
from keeping.history import lines_of
from keeping.models import Own
from keeping.saving import put_away, save

PER_PAGE = 25

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Words:
    """What the pages of a table say of it, beside the name of its model."""

    # The list: its heading, what it is for, and what stands there while it is empty.
    heading: str
    lead: str = ""
    empty: str = ""
    # The form of a new row: its heading, what helps with it, its button.
    add: str = ""
    add_lead: str = ""
    keep: str = "Save"
    # The form of one that is there.
    edit: str = ""
    save: str = "Save"


@dataclass(frozen=True)
class OwnPages:
    """One table's pages. ``section`` and ``tab`` say where in the frame they stand, as elsewhere.

    ``name`` names its addresses (``add_course``, ``edit_course``, ``bin_course``) and is their argument.
    """

    model: type[Own]
    form: type[OwnForm]
    words: Words
    section: str
    tab: str
    # The address of the list.
    listed_at: str
    name: str
    form_template: str = "keeping/form.html"
    # The field that names the row on whose page such rows are shown, if they are in no list of their own.
    under: str = ""
    # The address of the page that shows them there, by the number of that row, if it is not their own that shows them.
    shown_at: str = ""
    # What must be loaded with a row, for its name and its form.
    load: Callable[[Any], Any] = field(default=lambda rows: rows.with_named())
    # What else is kept of a row that a form has made or changed, in the same transaction.
    kept: Callable[[Any], object] = field(default=lambda row: None)
    # What the address says of a new row.
    begin: Callable[[LearnerRequest], dict[str, Any]] = field(default=lambda request: {})
    # What stands above the list in the way to a page: texts with their addresses.
    above: tuple[tuple[str, str], ...] = ()
    # The address of a row's own page, where its history stands and the way to the bin. Without one its form has both.
    page_at: str = ""

    @cached_property
    def listed(self) -> View:
        @open_page
        def listed(request: LearnerRequest) -> HttpResponse:
            rows = self.load(self.model._default_manager.for_user(request.user))
            page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
            context = {"page": page, "rows": [(row, self.at("edit", row)) for row in page]}
            return render(request, "keeping/list.html", self._frame() | context)

        return self._marked(listed)

    @cached_property
    def add(self) -> View:
        @sensitive_post_parameters()
        @(learner_page if self.under else open_page)
        def add(request: LearnerRequest) -> HttpResponse:
            return self._form_page(request, None)

        return self._marked(add)

    @cached_property
    def edit(self) -> View:
        @sensitive_post_parameters()
        @learner_page
        def edit(request: LearnerRequest, /, **named: int) -> HttpResponse:
            rows: Any = self.model._default_manager
            rows = self.load(rows.to_edit(request.user, sent=request.method == "POST"))
            return self._form_page(request, get_object_or_404(rows, pk=named[self.name]))

        return self._marked(edit)

    @cached_property
    def bin(self) -> View:
        @learner_post(page=self.page_at or self.listed_at)
        def put_in_bin(request: LearnerRequest, /, **named: int) -> HttpResponse:
            rows = self.load(self.model._default_manager.filter(user=request.user))
            row = get_object_or_404(rows, pk=named[self.name])
            put_away(request, row)
            return redirect(self._left_to(row))

        return self._marked(put_in_bin)

    def paths(self, under: str, *, with_list: bool = True) -> list[URLPattern]:
        """Its addresses, all of them below ``under``; without the list if the room has one of its own."""
        acts = [
            path(f"{under}add/", self.add, name=f"add_{self.name}"),
            path(f"{under}<int:{self.name}>/edit/", self.edit, name=f"edit_{self.name}"),
            path(f"{under}<int:{self.name}>/bin/", self.bin, name=f"bin_{self.name}"),
        ]
        here = [path(under, self.listed, name=self.listed_at.partition(":")[2])] if with_list else []
        return here + acts

    def _marked(self, view: Any) -> View:
        """Whoever meets the view finds its table: the tests that each such page passes do."""
        view.own_pages = self
        return view  # type: ignore[no-any-return]

    def at(self, act: str, row: Own | None = None) -> str:
        """The address of an act: ``add``, or ``edit`` and ``bin`` of a row."""
        return reverse(f"{self._room}:{act}_{self.name}", kwargs={self.name: row.pk} if row else None)

    @property
    def _room(self) -> str:
        return self.listed_at.partition(":")[0]

    def _frame(self) -> dict[str, Any]:
        return {
            # The frame of the room with its styles, if it has any of its own.
            "base": select_template([f"{self._room}/base.html", "base.html"]),
            "section": self.section,
            "tab": self.tab,
            "words": self.words,
            "add_at": self.at("add"),
            "list_at": reverse(self.listed_at),
        }

    @sensitive_variables()
    def proposed(self, request: LearnerRequest, initial: dict[str, Any], **shown: Any) -> HttpResponse:
        """The form of a new row, filled with what was read elsewhere; it has a token of its own, and nothing is kept.

        ``shown`` stands beside it in the context of its template.
        """
        form = self.form(None, row=None, user=request.user, today=timezone.localdate(), initial=initial)
        return self._shown(request, form, None, send_to=self.at("add"), **shown)

    @sensitive_variables()
    def _form_page(self, request: LearnerRequest, row: Any) -> HttpResponse:
        sent = request.POST if request.method == "POST" else None
        initial = {} if row else self.begin(request)
        form = self.form(sent, row=row, user=request.user, today=timezone.localdate(), initial=initial)
        if sent is not None and (kept := self._kept(request, form, row)):
            if self._out_of_sight(kept):
                return redirect("keeping:bin")
            return redirect(page_of_origin(request, kept.get_absolute_url()))
        return self._shown(request, form, row, status=200 if sent is None else 422)

    def _shown(self, request: LearnerRequest, form: OwnForm, row: Any, status: int = 200, **shown: Any) -> HttpResponse:
        above = self._above(row, form)
        listed = () if self.under else ((self.words.heading, self.listed_at),)
        crumbs = [(text, reverse(at)) for text, at in (*self.above, *listed)]
        crumbs += [(str(above), above.get_absolute_url())] if above else []
        crumbs += [(str(row), row.get_absolute_url())] if row and self.page_at else []
        shown_here = row and not self.page_at
        back = page_of_origin(request, "")
        context = {
            "form": form,
            "row": row,
            "crumbs": crumbs,
            "send_to": "",
            "leave": back
            or (row.get_absolute_url() if row else above.get_absolute_url() if above else reverse(self.listed_at)),
            "history": lines_of(row) if shown_here else [],
            "bin_at": self.at("bin", row) if shown_here else "",
            "along": going_along(row) if shown_here else "",
        }
        return render(request, self.form_template, self._frame() | context | shown, status=status)

    def _above(self, row: Any, form: OwnForm | None = None) -> Any:
        """The row on whose page this one is shown, or a new one will be; nothing if there is none."""
        if not self.under:
            return None
        if row is not None:
            here = getattr(row, self.under)
            return None if here is None or here.in_bin else here
        key = str(form[self.under].value() or "") if form else ""
        field: Any = form.fields[self.under] if form else None
        return field.queryset.filter(pk=key, deletion=None).first() if is_key(key) else None

    def _out_of_sight(self, kept: Any) -> bool:
        """Whether it has been deleted since its form was opened, or the row on whose page it would be shown."""
        above = getattr(kept, self.under) if self.under else None
        return kept.in_bin or (above is not None and above.in_bin)

    def _left_to(self, row: Any) -> str:
        """Where somebody is after they deleted a row: the page that showed it."""
        above = self._above(row)
        if above and self.shown_at:
            return reverse(self.shown_at, args=[above.pk])
        here: str = row.get_absolute_url().partition("#")[0]
        return here if above else reverse(self.listed_at)

    @transaction.atomic
    @sensitive_variables()
    def _kept(self, request: LearnerRequest, form: OwnForm, row: Any) -> Any:
        before = row.edition if row else 0
        kept = save(request, form, self.model, row)
        if kept and kept.edition != before:
            self.kept(kept)
        return kept
