"""The page of what a learner is written of, a sample, and the links by which a mail stops those of its kind."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from accounts.guards import LearnerRequest, learner_page, learner_post
from accounts.models import MailChoices, User
from accounts.secret_links import send_no_address
from tpm_portal.mailing.choosing import choices_of, choose, switch_by_link
from tpm_portal.mailing.forms import MailForm
from tpm_portal.mailing.letters import message
from tpm_portal.mailing.stopping import LETTERS, chosen_by
from tpm_portal.mailing.upcoming import coming
from tpm_portal.mailing.week import digest

SAMPLES_AN_HOUR = 3


@learner_page
def choices(request: LearnerRequest) -> HttpResponse:
    """The switches, when the next mail goes, and whether one can go at all."""
    if request.user.is_nameless:
        return redirect("account_kept_here")
    kept = choices_of(request.user)
    form = MailForm(request.POST or None, instance=kept)
    if request.method == "POST" and form.is_valid():
        changed = form.changed
        choose(request.user, changed, now=timezone.now())
        messages.success(request, "Saved." if changed else "Nothing had changed.")
        return redirect("account_mail")
    if request.method == "POST":
        kept = choices_of(request.user)
    now, zone = timezone.now(), ZoneInfo(request.user.time_zone)
    context: dict[str, Any] = {
        "section": "account",
        "tab": "mail",
        "form": form,
        "any": bool(kept.on),
        "coming": coming(kept, now=now, zone=zone),
        "reaches": _reaches(request.user),
        "mail": settings.MAIL_CONFIGURED,
    }
    return render(request, "mail/choices.html", context)


@learner_post(page="account_mail")
def sample(request: LearnerRequest) -> HttpResponse:
    """The digest as it would be now, to the learner's own address."""
    now, user, zone = timezone.now(), request.user, ZoneInfo(request.user.time_zone)
    if user.is_nameless:
        return redirect("account_kept_here")
    if not _reaches(user):
        messages.error(request, "We can't write to you before your address is confirmed.")
        return redirect("account_mail")
    if not _may_have_one(request, now):
        messages.error(request, f"{SAMPLES_AN_HOUR} samples an hour are the most. Please wait a little.")
        return redirect("account_mail")
    kept = choices_of(user)
    if kept.pk is None:
        # The link that stops the mail is to work in the sample too.
        kept = choose(user, {}, now=now)
    today = now.astimezone(zone).date()
    letter, _ = digest(user, monday=today - timedelta(days=today.weekday()), zone=zone, today=today)
    message(letter, kept, to=user.email or "", sample=True).send()
    where = f"on its way to {user.email}" if settings.MAIL_CONFIGURED else "in the log of the server"
    messages.success(request, f"The sample is {where}.")
    return redirect("account_mail")


def _reaches(user: User) -> bool:
    """Whether a mail can reach the learner: there is an address, and it is known to be theirs."""
    if not user.email:
        return False
    if not settings.MAIL_CONFIGURED:
        return True
    found: bool = EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()
    return found


def _may_have_one(request: HttpRequest, now: datetime) -> bool:
    action = f"mail-sample-{now:%Y%m%d%H}"
    counted = {"action": action, "config": {action: f"{SAMPLES_AN_HOUR}/h/user"}}
    return ratelimit.consume(request, app="mailing", **counted) is not None


@csrf_exempt
@never_cache
def stop_mail(request: HttpRequest, letter: str, key: str) -> HttpResponse:
    """Reading asks; a POST stops these mails, also by a mail program itself (RFC 8058): no sign-in, no token.

    The answer is no redirect, which mail programs do not follow.
    """
    return _by_link(request, letter, key, on=False)


@csrf_exempt
@never_cache
def undo_stop(request: HttpRequest, letter: str, key: str) -> HttpResponse:
    return _by_link(request, letter, key, on=True)


def _by_link(request: HttpRequest, letter: str, key: str, *, on: bool) -> HttpResponse:
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    kind, row = LETTERS.get(letter), None
    if kind is not None:
        posted = request.method == "POST"
        row = switch_by_link(key, kind, on=on, now=timezone.now()) if posted else chosen_by(key)
    if kind is None or row is None:
        return send_no_address(render(request, "mail/unknown.html", status=404))
    return send_no_address(render(request, "mail/stop.html", _stop_context(request, row, kind, letter)))


def _stop_context(request: HttpRequest, row: MailChoices, kind: Any, letter: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "letter": letter,
        "key": row.stop_key,
        "on": getattr(row, kind),
        "done": request.method == "POST",
    }
