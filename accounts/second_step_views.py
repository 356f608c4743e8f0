"""An authenticator app, and recovery codes: set up, looked at, taken away. Each asks who it is once more."""

import base64

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, asks_again, learner_page, learner_post
from accounts.models import User
from accounts.notices import tell_of_second_step
from accounts.second_step import (
    APP,
    CODES,
    can_be_read,
    forget_codes_without_a_step,
    has_second_step,
    make_codes,
    next_after_a_step,
    second_steps_of,
)
from accounts.second_step_forms import AppForm
from accounts.signing_in_views import PLACE

# The secret that an app is being given, until its first code.
OFFERED = "second_step_offered"


@learner_page
@asks_again
@sensitive_post_parameters("code")
def app(request: LearnerRequest) -> HttpResponse:
    """Set up an authenticator app. Its secret stays the same until it is taken, however often the page is opened."""
    if Authenticator.objects.filter(user=request.user, type=APP).exists():
        if request.method == "POST":
            return redirect(next_after_a_step(request.user))  # pressed twice
        return render(request, "accounts/app_is_on.html", PLACE)
    secret: str = request.session.setdefault(OFFERED, generate_totp_secret())
    form = AppForm(request.POST or None, user=request.user, secret=secret)
    if request.method == "POST" and form.is_valid():
        _take_app(request.user, secret)
        request.session.pop(OFFERED, None)
        messages.success(request, "Your authenticator app is set up.")
        return redirect(next_after_a_step(request.user))
    context = {
        **PLACE,
        "form": form,
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "picture": _picture(request.user, secret),
        "codes": second_steps_of(request.user).codes,
    }
    return render(request, "accounts/app.html", context)


@learner_post(page="account_signing_in")
@asks_again
def remove_app(request: LearnerRequest) -> HttpResponse:
    with transaction.atomic():
        removed, _ = Authenticator.objects.filter(user=request.user, type=APP).delete()
        if removed:
            forget_codes_without_a_step(request.user)
            tell_of_second_step(request.user, what="The authenticator app was removed.")
    messages.success(request, "The authenticator app is removed.")
    return redirect("account_signing_in")


@learner_page
@asks_again
def codes(request: LearnerRequest) -> HttpResponse:
    return render(request, "accounts/codes.html", {**PLACE, "codes": _codes_of(request.user)})


@learner_page
@asks_again
def download_codes(request: LearnerRequest) -> HttpResponse:
    """Those that are left, one a line, as a file."""
    lines = ["Recovery codes for TPM Portal. Each works once.", "", *_codes_of(request.user), ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="recovery-codes.txt"'
    return response


@learner_post(page="account_recovery_codes")
@asks_again
def renew_codes(request: LearnerRequest) -> HttpResponse:
    with transaction.atomic():
        User.objects.select_for_update().get(pk=request.user.pk)
        if not has_second_step(request.user):
            raise Http404
        Authenticator.objects.filter(user=request.user, type=CODES).delete()
        RecoveryCodes.activate(request.user)
        tell_of_second_step(request.user, what="New recovery codes were made. The old ones no longer work.")
    messages.success(request, "These are your new codes. The old ones no longer work.")
    return redirect("account_recovery_codes")


@transaction.atomic
def _take_app(user: User, secret: str) -> None:
    """Set the app up, once."""
    User.objects.select_for_update().get(pk=user.pk)
    if Authenticator.objects.filter(user=user, type=APP).exists():
        return
    TOTP.activate(user, secret)
    make_codes(user)
    tell_of_second_step(user, what="An authenticator app was set up.")


def _codes_of(user: User) -> list[str]:
    """The recovery codes that are left; none if they cannot be read any more. Raises 404 where there never were any."""
    kept = Authenticator.objects.filter(user=user, type=CODES).first()
    if kept is None:
        raise Http404
    left: list[str] = kept.wrap().get_unused_codes() if can_be_read(kept) else []
    return [f"{code[:4]} {code[4:]}" for code in left]


def _picture(user: User, secret: str) -> str:
    """The secret as a picture that an app reads with a camera."""
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"
