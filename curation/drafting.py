"""Drafts at the desk: *Save draft* beside *Publish*, and the form of a row as one of its drafts has it."""

import uuid
import zlib
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import Truncator

from curation import catching_up, moving, standing_in
from curation.draft import Draft, as_sent
from curation.keys import is_key
from curation.retiring import is_draft
from curation.standing_in import DRAFTING, FOR_SHOW, NOTED, SAVED, SAYS, WAS_A_DRAFT, is_held, marked

# What a form carries: which draft it is, as what it was opened, and the button that keeps it.
DRAFT, EDITION, SAVE_DRAFT = "_draft", "_draft_edition", "_save_draft"
# That somebody knows which figures it moves.
KNOWS = "_knows"
OPENED = "_opened"
MOST_LISTED = 10


class WhileDrafting(admin.options.BaseModelAdmin):  # type: ignore[type-arg]
    """Whoever may draft fills the whole form. What it is saved as is decided where it is sent to."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return _drafts(request) or bool(super().has_add_permission(request, *args))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _drafts(request) or bool(super().has_change_permission(request, obj))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _drafts(request) or bool(super().has_view_permission(request, obj))


def _drafts(request: HttpRequest) -> bool:
    return bool(getattr(request, DRAFTING, False))


class DraftingMixin(WhileDrafting, admin.ModelAdmin):  # type: ignore[type-arg]
    def may_draft(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request) and request.user.has_perm("curation.add_draft")

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        if is_held(request) or getattr(request, FOR_SHOW, False):
            return super().changeform_view(request, object_id, form_url, extra_context)
        may_publish = self.has_add_permission(request) if object_id is None else self.has_change_permission(request)
        may_draft = self.may_draft(request) and IS_POPUP_VAR not in {*request.GET, *request.POST}
        # Nobody finds a row by what is no key.
        may_draft = may_draft and (object_id is None or is_key(unquote(object_id)))
        keeping = request.method == "POST" and SAVE_DRAFT in request.POST
        if keeping and not may_draft:
            raise PermissionDenied
        if may_draft and not may_publish:
            if request.method == "POST" and not keeping:
                raise PermissionDenied
            setattr(request, DRAFTING, True)
        context = {"may_draft": may_draft, "may_publish": may_publish, **(extra_context or {})}
        if keeping:
            return self._keep(request, object_id, form_url, context)
        if request.method == "POST":
            return self._publish(request, object_id, form_url, context)
        if may_draft and "draft" in request.GET:
            return self._opened(request, object_id, form_url, context)
        return super().changeform_view(request, object_id, form_url, context)

    # --- Opening -----------------------------------------------------------------------------------------------

    def _opened(self, request: HttpRequest, object_id: str | None, form_url: str, context: dict[str, Any]) -> Any:
        draft = self._draft(request.GET["draft"], object_id)
        if draft is None:
            raise Http404
        if draft.closed_at is not None:
            messages.info(request, f"This draft was {draft.get_outcome_display().lower()}.")
            return redirect(draft.url)
        sent, changed = self.sent_now(request, draft)
        says = {"draft": draft, "draft_changed": changed}
        return super().changeform_view(standing_in.held(request, sent), object_id, form_url, context | says)

    def sent_now(self, request: HttpRequest, draft: Draft) -> tuple[Any, list[str]]:
        """A draft as it would be sent now, and what others have changed since of that which it changes too."""
        sent = draft.as_sent()
        if draft.row is None:
            return sent, []
        form, formsets = self.as_stored(request, draft.row)
        if form is None:
            return sent, []
        return sent, catching_up.caught_up(sent, form, formsets, draft.opened, draft.touched)

    def as_stored(self, request: HttpRequest, key: int) -> tuple[Any, list[Any]]:
        """The form of a row as it is stored now, and those inside it. None if there is no such row."""
        looking = marked(standing_in.opened(request), **{DRAFTING: True})
        row = self.get_object(looking, str(key))
        if row is None:
            return None, []
        form = self.get_form(looking, row, change=True, fields=None)(instance=row)
        return form, self._create_formsets(looking, row, change=True)[0]  # type: ignore[attr-defined]

    def _draft(self, token: str, object_id: str | None, *, lock: bool = False) -> Draft | None:
        """The draft of this row, or of this table's next one, with a token."""
        try:
            key = uuid.UUID(token)
        except ValueError:
            return None
        drafts = Draft.objects.filter(table=self.model._meta.label_lower, token=key)
        if object_id is None:
            # One that was published has its row by now, and says so to whoever presses twice.
            drafts = drafts.filter(Q(row=None) | Q(outcome=Draft.Outcome.PUBLISHED))
        else:
            drafts = drafts.filter(row=_key(object_id))
        return (drafts.select_for_update() if lock else drafts).first()

    # --- Keeping -----------------------------------------------------------------------------------------------

    @transaction.atomic
    def _keep(self, request: HttpRequest, object_id: str | None, form_url: str, context: dict[str, Any]) -> Any:
        """Keep the form as it is, valid or not. Nothing of it is public."""
        typed = catching_up.typed_in(request.POST)
        if says := catching_up.refusal(typed):
            return self._again(request, object_id, form_url, context, [says])
        sent = standing_in.held(request, as_sent(typed))
        page = super().changeform_view(sent, object_id, form_url, context)
        if not hasattr(page, "context_data"):
            return page  # there is no such row
        form = page.context_data["adminform"].form
        formsets = [inline.formset for inline in page.context_data["inline_admin_formsets"]]
        opened = catching_up.marks_in(request.POST.get(OPENED, ""))
        draft = self._draft(request.POST.get(DRAFT, ""), object_id, lock=True)
        others = draft is not None and str(draft.edition) != request.POST.get(EDITION)
        if draft is not None and draft.closed_at is None and draft.typed != typed and others:
            return self._again(request, object_id, form_url, context | {"draft": draft}, _saved_elsewhere(draft))
        if draft is None or draft.closed_at is not None:
            draft = Draft(row=_key(object_id), edition=0)
            if request.POST.get(EDITION) == "0" and (token := _unused(request.POST.get(DRAFT, ""))):
                draft.token = token
        if draft.edition == 0 or draft.typed != typed:
            draft.table, draft.title = self.model._meta.label_lower, _title(form.instance)
            draft.typed, draft.opened = typed, opened
            draft.touched = catching_up.touched(form, formsets, opened)
            draft.by, draft.at, draft.problem = request.user, timezone.now(), ""  # type: ignore[assignment]
            draft.edition += 1
            draft.save()
        messages.success(request, "Draft saved. Nothing of it is public yet.")
        return redirect(draft.form_url)

    def _again(
        self, request: HttpRequest, object_id: str | None, form_url: str, context: dict[str, Any], says: list[str]
    ) -> Any:
        """The form with what was typed, saved nowhere, and why."""
        sent = marked(standing_in.held(request, request.POST), **{SAYS: says})
        return super().changeform_view(sent, object_id, form_url, context)

    # --- Publishing --------------------------------------------------------------------------------------------

    @transaction.atomic
    def _publish(self, request: HttpRequest, object_id: str | None, form_url: str, context: dict[str, Any]) -> Any:
        """Save what was sent. The draft that it was opened from, if any, is done with."""
        draft = self._draft(request.POST.get(DRAFT, ""), object_id, lock=True)
        if draft is not None and draft.closed_at is None:
            if says := self.retired_meanwhile(draft):
                return self._again(request, object_id, form_url, context | {"draft": draft}, [says])
            context = context | {"draft": draft}
            setattr(request, WAS_A_DRAFT, True)
            if str(draft.edition) != request.POST.get(EDITION):
                return self._again(request, object_id, form_url, context, _saved_elsewhere(draft))
        elif draft is not None and draft.outcome == Draft.Outcome.PUBLISHED:
            messages.info(request, "This draft was published already.")
            return redirect(draft.url)
        response = self._saved_knowingly(request, object_id, form_url, context)
        saved = getattr(request, SAVED, None)
        if draft is not None and draft.closed_at is None and saved is not None:
            draft.row, draft.title, draft.problem = saved.pk, _title(saved), ""
            draft.close(Draft.Outcome.PUBLISHED, at=timezone.now())
        return response

    def _saved_knowingly(
        self, request: HttpRequest, object_id: str | None, form_url: str, context: dict[str, Any]
    ) -> Any:
        """Save. If that would move a figure of any learner's, say which first and save at the second press."""
        measures, key = moving.measures_of(self.model), _key(object_id)
        rested_on = [measure.rests_on(self.model, key) for measure in measures]
        with transaction.atomic():
            response = super().changeform_view(request, object_id, form_url, context)
            row = getattr(request, SAVED, None)
            judged = zip(measures, rested_on, strict=True)
            asked = [one for one, was in judged if row is not None and one.rests_on(self.model, row.pk) != was]
            if not asked:
                return response
            after = [measure.figures(row) for measure in asked]
            transaction.set_rollback(True)
        # What was said and noted of a success is not true yet.
        list(messages.get_messages(request))
        for mark in (SAVED, *NOTED):
            request.__dict__.pop(mark, None)
        pairs = zip(asked, after, strict=True)
        says = [words for one, then in pairs if (words := moving.sentence(one.name, one.figures(row), then))]
        knows = str(zlib.crc32("".join(says).encode()))
        if says and request.POST.get(KNOWS) != knows:
            last = "Nothing was published yet. Publish once more if it should be so."
            return self._again(request, object_id, form_url, context | {"knows": knows}, [*says, last])
        return super().changeform_view(request, object_id, form_url, context)

    def retired_meanwhile(self, draft: Draft) -> str:
        """Why a draft of a row that is no longer offered waits, or nothing."""
        row: Any = None if draft.row is None else self.model._default_manager.filter(pk=draft.row).first()
        if row is None or row.retired_at is None or is_draft(row):
            return ""
        return f"“{row}” is retired. Restore it first, then publish the draft."

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if getattr(request, FOR_SHOW, False) else super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if getattr(request, FOR_SHOW, False) else super().log_change(request, obj, message)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        setattr(request, SAVED, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        setattr(request, SAVED, obj)
        return super().response_change(request, obj)

    # --- The page ----------------------------------------------------------------------------------------------

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if context.get("may_draft"):
            draft, row = context.get("draft"), context["original"]
            others = Draft.objects.open().of(self.model, row.pk if row is not None else None).select_related("by")
            context |= {
                "draft_token": draft.token if draft else _unused(request.POST.get(DRAFT, "")) or uuid.uuid4(),
                "draft_edition": draft.edition if draft else 0,
                "other_drafts": [one for one in others[: MOST_LISTED + 1] if draft is None or one.pk != draft.pk],
            }
            if draft is not None and is_held(request) and not getattr(request, SAYS, []):
                # Nothing was refused: it is only not complete yet.
                context |= {"draft_incomplete": bool(context["errors"]), "errors": None}
        return super().render_change_form(request, context, *args, **kwargs)


def _key(object_id: str | None) -> int | None:
    """The primary key that an address of the desk names; none of a row that is still to be, or that cannot be."""
    return int(unquote(object_id)) if object_id is not None and is_key(unquote(object_id)) else None


def _unused(token: str) -> uuid.UUID | None:
    """A token that a page was given for the draft that it may become."""
    try:
        key = uuid.UUID(token)
    except ValueError:
        return None
    return None if Draft.objects.filter(token=key).exists() else key


def _saved_elsewhere(draft: Draft) -> list[str]:
    return [
        f"This draft was saved in another window since you opened it, by {draft.by or 'somebody who has left'}.",
        "Nothing was saved yet. What you typed is below; press once more to put it in place of that.",
    ]


def _title(row: Any) -> str:
    """What a row is called, also one that is only half filled."""
    try:
        name = str(row).strip()
    except (ObjectDoesNotExist, AttributeError, TypeError, ValueError):
        name = ""
    name = name.replace("\x00", "")
    return Truncator(name).chars(200) or f"{row._meta.verbose_name} without a name"
