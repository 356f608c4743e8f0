"""Passkeys: made, named, taken away, and used to sign in."""

from typing import Any

from allauth.account.utils import passthrough_next_redirect_url
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as allauth
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.browsers import in_words
from accounts.guards import LearnerRequest, asks_again, learner_page, learner_post
from accounts.models import User
from accounts.notices import tell_of_second_step
from accounts.passkey_forms import NameForm, PasskeyForm
from accounts.second_step import (
    MOST_PASSKEYS,
    PASSKEY,
    forget_codes_without_a_step,
    make_codes,
    next_after_a_step,
    passkeys_of,
    passkeys_work_here,
    second_steps_of,
)
from accounts.signing_in_views import PLACE


@learner_page
@asks_again
def add_passkey(request: LearnerRequest) -> HttpResponse:
    steps = second_steps_of(request.user)
    full = len(steps.passkeys) >= MOST_PASSKEYS
    can_be_made = passkeys_work_here(request) and not full
    name = in_words(request.META.get("HTTP_USER_AGENT", ""))
    form = PasskeyForm(request.POST or None, initial={"name": name})
    if request.method == "POST" and can_be_made and form.is_valid():
        _keep(request.user, form.cleaned_data["name"], form.cleaned_data["credential"])
        messages.success(request, "Your passkey is made. Next time, press “Use a passkey” when you sign in.")
        return redirect(next_after_a_step(request.user))
    context = {
        **PLACE,
        "form": form,
        "steps": steps,
        "full": full,
        "passkeys_work_here": passkeys_work_here(request),
        "options": {"creation_options": auth.begin_registration(request.user, True)} if can_be_made else {},
    }
    return render(request, "accounts/add_passkey.html", context)


@learner_page
@asks_again
def passkey(request: LearnerRequest, passkey: int) -> HttpResponse:
    """One passkey: its name, and the button that removes it."""
    row = get_object_or_404(passkeys_of(request.user), pk=passkey)
    form = NameForm(request.POST or None, initial={"name": row.wrap().name})
    if request.method == "POST" and form.is_valid():
        row.wrap().name = form.cleaned_data["name"]
        row.save(update_fields=["data"])
        messages.success(request, "Saved." if form.has_changed() else "Nothing had changed.")
        return redirect("account_signing_in")
    context = {**PLACE, "form": form, "passkey": row, "steps": second_steps_of(request.user)}
    return render(request, "accounts/passkey.html", context)


@learner_post(page="account_signing_in")
@asks_again
def remove_passkey(request: LearnerRequest, passkey: int) -> HttpResponse:
    with transaction.atomic():
        row = get_object_or_404(passkeys_of(request.user).select_for_update(), pk=passkey)
        name = row.wrap().name
        row.delete()
        forget_codes_without_a_step(request.user)
        tell_of_second_step(request.user, what=f"The passkey “{name}” was removed.")
    messages.success(request, f"The passkey “{name}” no longer signs you in. Delete it on the device too.")
    return redirect("account_signing_in")


class SignInWithPasskey(allauth.LoginWebAuthnView):  # type: ignore[misc]
    """allauth's: says what to ask for when the button is pressed, and takes what comes of it."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back where it was pressed, still on the way to the page that was wanted."""
        for reason in form.errors.get("credential", []):
            messages.error(self.request, reason)
        address = reverse("account_login")
        return redirect(passthrough_next_redirect_url(self.request, address, REDIRECT_FIELD_NAME))


class PasskeyAgain(allauth.ReauthenticateWebAuthnView):  # type: ignore[misc]
    template_name = "account/reauthenticate_passkey.html"
    extra_context = PLACE

    def form_invalid(self, form: Any) -> HttpResponse:
        """Where it was asked for, with the reason; allauth would lead away."""
        response: HttpResponse = self.render_to_response(self.get_context_data() | {"form": form})
        return response


@transaction.atomic
def _keep(user: User, name: str, credential: dict[str, Any]) -> None:
    """Once, however often the form was sent."""
    User.objects.select_for_update().get(pk=user.pk)
    if any(row.data["credential"].get("rawId") == credential.get("rawId") for row in passkeys_of(user)):
        return
    Authenticator.objects.create(user=user, type=PASSKEY, data={"name": name, "credential": credential})
    make_codes(user)
    tell_of_second_step(user, what=f"The passkey “{name}” was added.")
