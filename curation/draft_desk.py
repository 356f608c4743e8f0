"""The desk's list of drafts, and the page of each: open, preview, publish, schedule, show to somebody, discard."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst

from curation import days, previewing, publishing, waiting
from curation.desk import READERS, ReadOnlyAdmin
from curation.draft import KEPT, Draft

# Further ahead nobody plans content, and a year typed wrong is caught.
FURTHEST = timedelta(days=2 * 366)


class WhoseFilter(admin.SimpleListFilter):
    title = "whose"
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", "Mine"), ("others", "Of others")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "mine":
            return queryset.filter(by=request.user.pk)
        return queryset.exclude(by=request.user.pk) if self.value() == "others" else queryset


class StateFilter(admin.SimpleListFilter):
    """What is open, unless something else is asked for."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("scheduled", "Scheduled"),
            ("problem", "Could not be published"),
            ("published", "Published in the last 30 days"),
            ("discarded", "Discarded in the last 30 days"),
        ]

    def choices(self, changelist: Any) -> Any:
        first, *rest = super().choices(changelist)
        return [{**first, "display": "Open"}, *rest]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in Draft.Outcome.values:
            return queryset.filter(outcome=self.value())
        still_open = queryset.filter(closed_at=None)
        if self.value() == "scheduled":
            return still_open.exclude(publish_on=None)
        return still_open.exclude(problem="") if self.value() == "problem" else still_open


@waiting.offer
def drafts(today: date) -> list[waiting.Waits]:
    still_open = Draft.objects.open()
    return [
        waiting.Waits(
            label="drafts that could not be published",
            about="Their day came and something was in the way",
            rows=still_open.exclude(problem=""),
            filters={"state": "problem"},
        ),
        waiting.Waits(label="open drafts", about="Written and not published", rows=still_open, filters={}),
        waiting.Waits(
            label="scheduled drafts",
            about="To be published on their day, without a press",
            rows=still_open.exclude(publish_on=None),
            filters={"state": "scheduled"},
        ),
    ]


class DayForm(forms.Form):
    publish_on = forms.CharField(
        label="Publish on",
        max_length=40,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Say on which day."},
    )

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_publish_on(self) -> Any:
        text = self.cleaned_data["publish_on"]
        try:
            day = days.day(text)
        except days.UnclearError as error:
            raise forms.ValidationError(f"{error}.") from error
        if day is None:
            raise forms.ValidationError("This is no day that we can read. Write it like 2026-12-24.")
        if day <= self.today:
            said = "today. Publish it now instead" if day == self.today else f"{days.in_words(day)}, which is past"
            raise forms.ValidationError(f"That is {said}.")
        if day > self.today + FURTHEST:
            raise forms.ValidationError("That is more than two years ahead.")
        return day


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    group, place_in_group = READERS, 2
    about = "What is written and not published, and the day on which it will be"
    list_display = ("title", "what", "by", "at", "publish_on", "waits")
    list_filter = (StateFilter, WhoseFilter)
    list_select_related = ("by",)
    search_fields = ("title",)

    # --- Who -----------------------------------------------------------------------------------------------------

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may draft, or look at drafts, sees those of the tables they see."""
        if not self.may_draft(request) and not request.user.has_perm("curation.view_draft"):
            return False
        return obj is None or self._sees(request, obj.table)

    def may_draft(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("curation.add_draft"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return super().has_module_permission(request) or self.has_view_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        tables = [model._meta.label_lower for model in self.admin_site._registry]
        return super().get_queryset(request).filter(table__in=[one for one in tables if self._sees(request, one)])

    def _sees(self, request: HttpRequest, table: str) -> bool:
        app, name = table.split(".")
        return any(request.user.has_perm(f"{app}.{act}_{name}") for act in ("view", "change"))

    def may_publish(self, request: HttpRequest, draft: Draft) -> bool:
        desk = publishing.desk_of(draft)
        return bool(desk.has_add_permission(request) if draft.row is None else desk.has_change_permission(request))

    # --- The list --------------------------------------------------------------------------------------------------

    @admin.display(description="of")
    def what(self, draft: Draft) -> str:
        return capfirst(draft.kind) if draft.row is not None else f"A new {draft.kind}"

    @admin.display(description="why it waits")
    def waits(self, draft: Draft) -> str:
        return draft.problem.partition("\n")[0]

    # --- Its page ------------------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        act = path("<int:pk>/<slug:act>/", self.admin_site.admin_view(self.act_view), name="curation_draft_act")
        page = path("<int:pk>/change/", self.admin_site.admin_view(self.page_view), name="curation_draft_change")
        show = path("<int:pk>/preview/", self.admin_site.admin_view(self.preview_view), name="curation_draft_preview")
        return [page, show, act, *super().get_urls()]

    def page_view(self, request: HttpRequest, pk: int, form: DayForm | None = None) -> HttpResponse:
        draft = self.get_object(request, str(pk))
        if draft is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        if not self.has_view_permission(request, draft):
            raise PermissionDenied
        day = draft.publish_on.isoformat() if draft.publish_on else ""
        context = {
            **self.admin_site.each_context(request),
            "title": f"Draft of “{draft.title}”",
            "opts": self.opts,
            "draft": draft,
            "kind": self.what(draft),
            "may_draft": self.may_draft(request),
            "may_publish": self.may_draft(request) and self.may_publish(request, draft),
            "day_form": form or DayForm(today=timezone.localdate(), initial={"publish_on": day}),
            "link": self._address(request, draft),
            "kept_until": draft.closed_at + KEPT if draft.closed_at else None,
        }
        return TemplateResponse(request, "admin/curation/draft.html", context)

    def _address(self, request: HttpRequest, draft: Draft) -> str:
        """The secret address while it holds."""
        if draft.link_until is None or draft.link_until <= timezone.now():
            return ""
        return request.build_absolute_uri(previewing.address_of(draft))

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may_draft(request):
            raise PermissionDenied
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        draft = self.get_object(request, str(pk))
        if draft is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        if draft.closed_at is not None:
            return redirect(draft.url)
        return previewing.answer(draft, request, at_desk=True)

    def act_view(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        if not self.may_draft(request):
            raise PermissionDenied
        draft = self.get_object(request, str(pk))
        if draft is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        acts = {
            **{"publish": self._publish, "schedule": self._schedule, "unschedule": self._unschedule},
            **{"discard": self._discard, "bring-back": self._bring_back},
            **{"link": self._link, "unlink": self._unlink},
        }
        do = acts.get(act)
        if do is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, act)  # type: ignore[attr-defined, no-any-return]
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if act in ("publish", "schedule") and not self.may_publish(request, draft):
            raise PermissionDenied
        if draft.closed_at is not None and act != "bring-back":
            messages.info(request, f"It was so already: this draft is {draft.get_outcome_display().lower()}.")
            return redirect(draft.url)
        return do(request, draft)

    def _publish(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        found = publishing.publish(draft.pk, user=request.user)
        if found.row is None:
            messages.error(request, f"Not published. {' '.join(found.problems)}")
            return redirect(draft.form_url)
        where = getattr(found.row, "get_absolute_url", lambda: "")()
        said = format_html('“<a href="{}">{}</a>” is published.', where, found.row) if where else ""
        messages.success(request, said or f"“{found.row}” is published.")
        return redirect("admin:curation_draft_changelist")

    def _schedule(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        form = DayForm(request.POST, today=timezone.localdate())
        if not form.is_valid():
            return self.page_view(request, draft.pk, form)
        day = form.cleaned_data["publish_on"]
        scheduled = {"publish_on": day, "scheduled_by": request.user, "problem": ""}
        Draft.objects.open().filter(pk=draft.pk).update(**scheduled)
        messages.success(request, f"It will be published on {date_format(day, 'M j, Y')}.")
        return redirect(draft.url)

    def _unschedule(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        Draft.objects.filter(pk=draft.pk).update(publish_on=None, scheduled_by=None, problem="")
        messages.success(request, "It has no day any more.")
        return redirect(draft.url)

    def _link(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        previewing.make_link(draft, at=timezone.now())
        messages.success(request, "The address is below. It holds for 7 days.")
        return redirect(draft.url)

    def _unlink(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        Draft.objects.filter(pk=draft.pk).update(link=None, link_until=None)
        messages.success(request, "The address leads nowhere any more.")
        return redirect(draft.url)

    def _discard(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        draft.close(Draft.Outcome.DISCARDED, at=timezone.now())
        messages.success(request, "Discarded. For 30 days it can be brought back.")
        return redirect(draft.url)

    def _bring_back(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        if draft.outcome == Draft.Outcome.DISCARDED:
            draft.bring_back()
            messages.success(request, "The draft is back.")
        return redirect(draft.url)
