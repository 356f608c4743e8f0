"""How somebody signs in, and where they are signed in: one page, and what is pressed on it."""

from allauth.account import views as allauth
from allauth.mfa.base import views as allauth_mfa
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts import devices
from accounts.guards import LearnerRequest, learner_page, learner_post
from accounts.second_step import passkeys_of, passkeys_work_here, second_steps_of

# Where a page of it says that it is.
PLACE = {"section": "account", "tab": "signing_in"}


@learner_page
def signing_in(request: LearnerRequest) -> HttpResponse:
    steps = second_steps_of(request.user)
    context = {
        **PLACE,
        "steps": steps,
        "devices": devices.devices_of(request, request.user, at=timezone.now()),
        "staff_needs_one": settings.STAFF_SECOND_FACTOR and request.user.is_staff and not steps.any,
        "passkeys_work_here": passkeys_work_here(request),
        "mail": settings.MAIL_CONFIGURED,
    }
    return render(request, "accounts/signing_in.html", context)


@learner_post(page="account_signing_in")
def sign_out_device(request: LearnerRequest, device: int) -> HttpResponse:
    others = UserSession.objects.exclude(session_key=request.session.session_key)
    devices.sign_out(get_object_or_404(others, user=request.user, pk=device))
    messages.success(request, "That device is signed out.")
    return redirect("account_signing_in")


@learner_post(page="account_signing_in")
def sign_out_others(request: LearnerRequest) -> HttpResponse:
    devices.sign_out_others(request, request.user)
    messages.success(request, "You're signed out everywhere but here.")
    return redirect("account_signing_in")


class PasswordChange(allauth.PasswordChangeView):  # type: ignore[misc]
    """Django ends every other session with the new password; the list of devices says so at once."""

    extra_context = PLACE

    def form_valid(self, form: object) -> HttpResponse:
        old = self.request.session.session_key
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            devices.follow(self.request, self.request.user, old=old)
        return response


class PasswordSet(allauth.PasswordSetView):  # type: ignore[misc]
    extra_context = PLACE


class SecondStep(allauth_mfa.AuthenticateView):  # type: ignore[misc]
    """After the password: a code, or a passkey."""

    template_name = "account/second_step.html"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        passkeys = passkeys_of(self.stage.login.user).exists() and passkeys_work_here(self.request)
        return {**super().get_context_data(**kwargs), "passkeys": passkeys}


class PasswordAgain(allauth.ReauthenticateView):  # type: ignore[misc]
    extra_context = PLACE


class CodeAgain(allauth_mfa.ReauthenticateView):  # type: ignore[misc]
    template_name = "account/reauthenticate_code.html"
    extra_context = PLACE
