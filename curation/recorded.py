"""Whatever is posted to a desk of the content is one act, in one transaction, under the curator's name."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError, connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import Truncator, capfirst

from curation.changes import Batch, recorded_as
from curation.refusals import reason_of
from curation.standing_in import SAVED, SAYS, WAS_A_DRAFT, held, is_held, marked, never_valid, saves

# What a request did to rows, as its log says it.
DONE = "_desk_done"


class RecordedMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Every way in which a desk takes a change."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        kind = Batch.Kind.PUBLISH if getattr(request, WAS_A_DRAFT, False) else Batch.Kind.EDIT
        form = super().changeform_view

        def again(says: str) -> HttpResponse:
            """The form with what was typed, saved nowhere."""
            return form(marked(held(request, request.POST), **{SAYS: [says]}), *args, **kwargs)

        return self.recorded(request, kind, lambda: form(request, *args, **kwargs), again)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return never_valid(form, getattr(request, SAYS, [])) if is_held(request) else form

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self.recorded(
            request, Batch.Kind.BULK, lambda: super(RecordedMixin, self).changelist_view(request, *args, **kwargs)
        )

    def recorded(
        self,
        request: HttpRequest,
        kind: str,
        view: Callable[[], HttpResponse],
        again: Callable[[str], HttpResponse] | None = None,
    ) -> HttpResponse:
        """What a view answers. A POST is one act, and what the database refuses is said in words.

        They are said on the page that was sent, if ``again`` shows it with what was typed, else on the page as it is.
        """
        if not saves(request):
            return view()
        try:
            with recorded_as(user_id=request.user.pk, what=self._asked(request), kind=kind) as batch:
                response = view()
                # Deferred constraints speak up here, where they can still be explained.
                connection.check_constraints()
                done: list[str] = getattr(request, DONE, [])
                if len(done) == 1 and kind != Batch.Kind.BULK:
                    batch.what = done[0]
        except IntegrityError as error:
            # What was said of success is not true any more.
            list(messages.get_messages(request))
            request.__dict__.pop(SAVED, None)
            says = f"Nothing was saved: {self.reason(error)}"
            if again is not None:
                return again(says)
            messages.error(request, says)
            return HttpResponseRedirect(request.get_full_path())
        return response

    def _asked(self, request: HttpRequest) -> str:
        """What was pressed, such as “Checked today: sources”."""
        act = self.get_actions(request).get(request.POST.get("action", ""))
        if act is None:
            return f"Changed in the list: {self.opts.verbose_name_plural}"
        return f"{str(act[2]).partition(':')[0]}: {self.opts.verbose_name_plural}"

    def reason(self, error: IntegrityError) -> str:
        """Why the database refused, in words."""
        return reason_of(error, (self.model, *(inline.model for inline in self.inlines)))

    @property
    def follows_up(self) -> bool:
        """Whether anything is to be done after a row was changed."""
        return type(self).record_change is not RecordedMixin.record_change

    def record_change(self, obj: Any) -> None:
        """Called once after a row, or anything edited with it, was changed."""

    def record_changes(self, rows: QuerySet[Any]) -> None:
        """The same after several rows were changed at once."""
        for row in rows:
            self.record_change(row)

    def in_the_way(self, row: Any) -> str:
        """Why a row cannot be offered yet, or nothing."""
        return ""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._did(request, "Added", obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        if message:
            # A plain word is an act: Retired, Restored, Published.
            self._did(request, message.rstrip(".") if isinstance(message, str) else "Changed", obj)
        return super().log_change(request, obj, message)

    def _did(self, request: HttpRequest, act: str, obj: Any) -> None:
        done: list[str] = getattr(request, DONE, [])
        name = Truncator(str(obj)).chars(120)
        setattr(request, DONE, [*done, f"{capfirst(act)} {self.opts.verbose_name} “{name}”"])
