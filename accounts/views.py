"""Preferences, theme and address, and what allauth's pages do when a mail cannot be sent."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.models import EmailAddress
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts import nameless
from accounts.addresses import pending_of, replace_address
from accounts.forms import AddressForm, PreferencesForm, SignupForm, ThemeForm
from accounts.guards import ENDED, LearnerRequest, learner_page
from accounts.models import User
from accounts.second_step import passkeys_work_here
from accounts.signing_in_views import PLACE
from accounts.spelling import as_written

ONE_YEAR = 60 * 60 * 24 * 365


class AllOrNothing:
    """For a form of allauth's that sends a mail: the mail and what it is about stand or fall together."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return response


class SignIn(AllOrNothing, allauth.LoginView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "passkeys": passkeys_work_here(self.request),
            "did_here": nameless.of(self.request),
            "ended": ENDED in self.request.GET,
        }
        return {**super().get_context_data(**kwargs), **context}


class SignUp(AllOrNothing, allauth.SignupView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "did_here": nameless.of(self.request)}

    def form_valid(self, form: SignupForm) -> HttpResponse:
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)
        except IntegrityError:
            # Somebody took the address since the form looked for it, perhaps the same person by pressing twice.
            form.full_clean()
            response = super().form_valid(form) if form.is_valid() else self.form_invalid(form)
        return response


class PasswordReset(AllOrNothing, allauth.PasswordResetView):  # type: ignore[misc]
    pass


class AddressToConfirm(AllOrNothing, allauth.EmailView):  # type: ignore[misc]
    extra_context = PLACE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Reading writes nothing: the row of an account that has none is made once something is posted."""
        if request.method == "POST":
            return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]
        return View.dispatch(self, request, *args, **kwargs)  # type: ignore[return-value]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "pending": pending_of(self.request.user).first()}

    def _get_email_address(self, request: HttpRequest) -> EmailAddress | None:
        """What a link is sent again for or given up: only ever an address that is not in force."""
        assert isinstance(request.user, User)
        return pending_of(request.user).filter(email=request.POST["email"]).first()


@learner_page
def preferences(request: LearnerRequest) -> HttpResponse:
    """Name, time zone and colors."""
    form = PreferencesForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save_changes()
        messages.success(request, "Your preferences are saved." if form.has_changed() else "Nothing had changed.")
        response = redirect("account_preferences")
        if "theme" in form.changed_data:
            _remember_theme(response, form.cleaned_data["theme"])
        return response
    return render(request, "accounts/preferences.html", {"form": form, "section": "account", "tab": "preferences"})


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Switch the colors, for visitors too, and go back to where the switch was pressed."""
    form = ThemeForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("There is no such theme. Go back and choose one of the three.")
    chosen, back = form.cleaned_data["theme"], form.cleaned_data["next"]
    if request.user.is_authenticated:
        User.objects.filter(pk=request.user.pk).update(theme=chosen)
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if safe else reverse("home"))
    _remember_theme(response, chosen)
    return response


@sensitive_post_parameters("password")
@login_required
@rate_limit(action="reauthenticate")  # type: ignore[untyped-decorator]
def email(request: HttpRequest) -> HttpResponse:
    """Change the address, with the password: through a confirmation when mail is configured, at once otherwise."""
    assert isinstance(request.user, User)
    if request.user.is_nameless:
        return redirect("account_kept_here")
    if not settings.MAIL_CONFIGURED:
        return _change_address(request, request.user)
    response: HttpResponse = AddressToConfirm.as_view()(request)
    return response


def password_reset(request: HttpRequest) -> HttpResponse:
    """Ask for a reset link, or say plainly that this site cannot send any."""
    if settings.MAIL_CONFIGURED:
        response: HttpResponse = PasswordReset.as_view()(request)
        return response
    return render(request, "account/password_reset_unavailable.html")


def _change_address(request: HttpRequest, user: User) -> HttpResponse:
    form = AddressForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        replace_address(user=user, email=form.cleaned_data["email"])
        messages.success(request, f"From now on you sign in with {as_written(form.cleaned_data['email'])}.")
        return redirect("account_signing_in")
    return render(request, "accounts/address.html", {**PLACE, "form": form})


def _remember_theme(response: HttpResponse, chosen: str) -> None:
    response.set_cookie(
        "theme",
        chosen,
        max_age=ONE_YEAR,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
