"""Preferences, theme and address; everything else about signing in is allauth's."""

from allauth.account import views as allauth
from allauth.account.models import EmailAddress
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts.forms import AddressForm, PreferencesForm, ThemeForm
from accounts.models import User

ONE_YEAR = 60 * 60 * 24 * 365


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """Name, time zone and colors."""
    assert isinstance(request.user, User)
    form = PreferencesForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        user = form.save()
        messages.success(request, "Your preferences are saved.")
        response = redirect("account_preferences")
        _remember_theme(response, user.theme)
        return response
    return render(request, "accounts/preferences.html", {"form": form, "mail": settings.MAIL_CONFIGURED})


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


def email(request: HttpRequest) -> HttpResponse:
    """Change the address: through a confirmation when mail is configured, at once otherwise."""
    if settings.MAIL_CONFIGURED:
        if isinstance(request.user, User):
            # Whoever signed up before mail was configured, or was made by a command, has no confirmed row. allauth
            # would take the present address for the pending one, and empty it when another is asked for.
            EmailAddress.objects.update_or_create(
                user=request.user, email=request.user.email, defaults={"primary": True, "verified": True}
            )
        response: HttpResponse = allauth.email(request)
        return response
    changed: HttpResponse = _change_address(request)
    return changed


def password_reset(request: HttpRequest) -> HttpResponse:
    """Ask for a reset link, or say plainly that this site cannot send any."""
    if settings.MAIL_CONFIGURED:
        response: HttpResponse = allauth.password_reset(request)
        return response
    return render(request, "account/password_reset_unavailable.html")


@sensitive_post_parameters("password")
@login_required
@rate_limit(action="reauthenticate")  # type: ignore[untyped-decorator]
def _change_address(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    form = AddressForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            User.objects.filter(pk=request.user.pk).update(email=form.cleaned_data["email"])
            EmailAddress.objects.filter(user=request.user).delete()
            EmailAddress.objects.create(
                user=request.user, email=form.cleaned_data["email"], primary=True, verified=False
            )
        messages.success(request, f"From now on you sign in with {form.cleaned_data['email']}.")
        return redirect("account_preferences")
    return render(request, "accounts/address.html", {"form": form})


def _remember_theme(response: HttpResponse, chosen: str) -> None:
    response.set_cookie(
        "theme",
        chosen,
        max_age=ONE_YEAR,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
