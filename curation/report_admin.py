"""Readers' reports at the desk: those that wait, each with its row, answered or closed in one press."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import Truncator

from curation import public_pages, reporting, waiting
from curation.desk import READERS, ReadOnlyAdmin
from curation.desk_pages import edited_at
from curation.forms import AnswerForm
from curation.models import Report, ReportState

SO_ALREADY = "It was so already."


@waiting.offer
def open_reports(today: date) -> list[waiting.Waits]:
    return [
        waiting.Waits(
            label="readers' reports",
            about="Somebody says that this looks wrong: answer, and close",
            rows=Report.objects.filter(state=ReportState.OPEN),
            filters={"state__exact": ReportState.OPEN.value},
        )
    ]


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    """What readers say is words: it is shown as they are, and no address in it is made a link."""

    group, place_in_group = READERS, 1
    about = "What somebody says looks wrong, to be answered and closed"
    list_display = ("title", "in_short", "at", "state", "wants_answer")
    list_filter = ("state", "at")
    search_fields = ("title", "what", "page")
    actions = ("close_several",)

    @admin.display(description="what looks wrong")
    def in_short(self, row: Report) -> str:
        return Truncator(row.what).chars(120)

    @admin.display(description="wants an answer", boolean=True)
    def wants_answer(self, row: Report) -> bool:
        return bool(row.email)

    def may_deal_with(self, request: HttpRequest) -> bool:
        return request.user.has_perm("curation.change_report")

    def has_close_permission(self, request: HttpRequest) -> bool:
        return self.may_deal_with(request)

    @admin.action(description="Close the selected reports without an answer", permissions=["close"])
    def close_several(self, request: HttpRequest, queryset: QuerySet[Report]) -> None:
        still_open = queryset.filter(state=ReportState.OPEN).order_by()
        number = still_open.update(state=ReportState.CLOSED, closed_by=request.user.pk, closed_at=timezone.now())
        messages.success(request, f"{number} closed without an answer.")

    def get_urls(self) -> list[URLPattern]:
        acts = {"answer": self.answer_view, "close": self.close_view, "reopen": self.reopen_view}
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"curation_report_{name}")
            for name, view in acts.items()
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        report = self.get_object(request, object_id)
        if report is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined, no-any-return]
        if not self.has_view_permission(request, report):
            raise PermissionDenied
        return self._page(request, report, AnswerForm(initial={"answer": report.answer}))

    def answer_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        def act(report: Report) -> HttpResponse | None:
            form = AnswerForm(request.POST)
            if not form.is_valid():
                return self._page(request, report, form, status=422)
            text = form.cleaned_data["answer"]
            try:
                done = reporting.answer(report, text=text, by=request.user, at=timezone.now())
            except reporting.ElsewhereError as error:
                report.refresh_from_db()
                form.add_error(None, f"Meanwhile it was {error}, so nobody was told this. Reopen it to answer anew.")
                return self._page(request, report, form, status=422)
            self._say(request, done, self._told(report))
            return None

        return self._act(request, pk, act)

    def close_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        def act(report: Report) -> None:
            try:
                done = reporting.close(report, by=request.user, at=timezone.now())
            except reporting.ElsewhereError as error:
                messages.error(request, f"Meanwhile it was {error}.")
            else:
                self._say(request, done, "Closed without an answer.")

        return self._act(request, pk, act)

    def reopen_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._act(request, pk, lambda report: self._say(request, reporting.reopen(report), "Open again."))

    def _act(self, request: HttpRequest, pk: int, act: Callable[[Report], HttpResponse | None]) -> HttpResponse:
        """Do something with a report at a press, and come back to its page."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.may_deal_with(request):
            raise PermissionDenied
        report = self.get_object(request, str(pk))
        if report is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        return act(report) or redirect(reverse("admin:curation_report_change", args=[pk]))

    def _say(self, request: HttpRequest, done: bool, said: str) -> None:
        if done:
            messages.success(request, said)
        else:
            messages.info(request, SO_ALREADY)

    def _told(self, report: Report) -> str:
        report.refresh_from_db()
        if not report.email:
            return "Answered and closed. No address was left, so nobody was told."
        if report.told_at is None:
            return "Answered and closed. This site sends no mail, so nobody was told: write to the address below."
        return "Answered and closed. Whoever asked is told by mail."

    def _page(self, request: HttpRequest, report: Report, form: AnswerForm, *, status: int = 200) -> HttpResponse:
        place = public_pages.find(report.page, f"{report.table}:{report.slug}")
        row = place.subject.row if place else None
        context = {
            **self.admin_site.each_context(request),
            "title": "Reader's report",
            "opts": self.opts,
            "original": report,
            "form": form,
            "public": place.path if place else "",
            "row": row,
            "row_url": edited_at(row) if row else "",
            "may_act": self.may_deal_with(request),
            "list_url": "admin:curation_report_changelist",
        }
        return TemplateResponse(request, "admin/curation/report.html", context, status=status)
