"""Where allauth's behaviour is not quite ours."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts import devices, known_browser, nameless
from accounts.browsers import in_words
from accounts.kept_here import say_what_came_along
from accounts.models import User
from accounts.notices import tell_of_new_address, tell_of_new_device, tell_of_new_password
from accounts.sign_in_log import note_failure, note_sign_in, note_sign_out
from accounts.spelling import one_password

WAYS = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code from your app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": "Too many failed tries. To keep accounts safe we pause: try again in five minutes.",
    }

    def new_user(self, request: HttpRequest) -> User:
        """Somebody nameless who signs up keeps their account, which gets an address."""
        mine = nameless.of(request)
        held = User.objects.select_for_update().filter(pk=mine.pk, email=None).first() if mine else None
        return held or User()

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        had = user.pk is not None
        # What came before was no sign-in.
        user.first_press = user.used_on = user.last_login = None
        super().save_user(request, user, form, commit)
        if had:
            nameless.stay(request, user)
            messages.success(request, "What you did in this browser belongs to your account now.")
        return user

    def clean_email(self, email: str) -> str:
        """Refuse an address that does not fit, which allauth would cut off in silence."""
        cleaned: str = super().clean_email(email)
        limit = User._meta.get_field("email").max_length
        if len(cleaned) > (limit or 0):
            raise ValidationError(f"Ensure this value has at most {limit} characters (it has {len(cleaned)}).")
        return cleaned

    def clean_password(self, password: str, user: User | None = None) -> str:
        """Judge the spelling that is hashed; give back the one typed, which is compared with the repeated one."""
        super().clean_password(one_password(password), user)
        return password

    def login(self, request: HttpRequest, user: User) -> None:
        """What somebody did in this browser before they signed in is added to their account."""
        first, mine = user.last_login is None, nameless.of(request)
        if mine is None or mine.pk == user.pk:
            super().login(request, user)
        else:
            nameless.let_go(request)
            super().login(request, user)
            say_what_came_along(request, nameless.join(mine, into=user), mine)
        request.is_first_sign_in = first  # type: ignore[attr-defined]

    def post_login(self, request: HttpRequest, user: User, *, signup: bool, **kwargs: Any) -> HttpResponse:
        """Write the device down, and tell of one that was not known. The one that an account was made with is."""
        response: HttpResponse = super().post_login(request, user, signup=signup, **kwargs)
        devices.remember(request, user, at=timezone.now())
        note_sign_in(request, user)
        if not (signup or request.is_first_sign_in or known_browser.is_known(request, user)):  # type: ignore[attr-defined]
            device = in_words(request.META.get("HTTP_USER_AGENT", ""))
            tell_of_new_device(user, device=device, ip=self.get_client_ip(request))
        known_browser.make_known(request, response, user)
        return response

    def logout(self, request: HttpRequest) -> None:
        note_sign_out(request.user)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        note_failure("password", ip=self.get_client_ip(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_signing_in")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """allauth's, in our words."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [method | {"description": WAYS[method["id"]]} for method in methods]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write down one of the mails under ``templates/account/email``, see ``outbox``."""
        try:
            super().send_mail(template_prefix, email, context)
        except DatabaseError:
            # The next try within three minutes would otherwise say that it was sent, and send nothing.
            ratelimit.clear(current.request, app="allauth.account", action="confirm_email", key=email.lower())
            raise

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell of a change in our own words. A new address that was not confirmed and is given up changes nothing."""
        if template_prefix.endswith("email_changed"):
            tell_of_new_address(user, old=(context or {})["from_email"])
        elif "password" in template_prefix:
            tell_of_new_password(user)
