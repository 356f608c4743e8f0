"""Who may sign in and who may curate. Nothing a learner tracks is shown here, and nobody can sign in as another.

An address and a password are their owner's: nobody sets them for somebody else, who gets a link instead. Who may
curate, and what, is for superusers to say.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.addresses import refuse_taken
from accounts.forms import OneAddress, ResetForm
from accounts.models import User

# Where somebody is signed in, and how, is theirs to see and to change.
admin.site.unregister((EmailAddress, Authenticator, UserSession))

MOST_LINKS = 20  # at once


class NewUserForm(OneAddress, forms.ModelForm):  # type: ignore[type-arg]
    """An account without a password, which its owner sets through a link."""

    class Meta:
        model = User
        fields = ("email",)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        refuse_taken(email, user=self.instance, message="There is already an account with this address.")
        return email

    def save(self, commit: bool = True) -> Any:
        self.instance.set_unusable_password()
        return super().save(commit=commit)


class ForSuperusers(admin.ModelAdmin):  # type: ignore[type-arg]
    """What gives rights: whoever may change it could give themselves any."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)


@admin.register(User)
class UserAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    readonly_fields = ("email", "last_login", "date_joined")
    filter_horizontal = ("groups", "user_permissions")
    list_display = ("__str__", "is_staff", "is_active", "date_joined")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email",)
    ordering = ("email",)
    actions = ("send_link",)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return ((None, {"fields": ("email",)}),)
        if not _is_superuser(request):
            return ((None, {"fields": ("email", "is_active", "date_joined")}),)
        return (
            (None, {"fields": ("email", "is_active")}),
            ("Role", {"fields": ("is_staff", "is_superuser", "groups", "user_permissions")}),
            ("Dates", {"fields": ("last_login", "date_joined")}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return () if obj is None else self.readonly_fields

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **(kwargs if obj else kwargs | {"form": NewUserForm}))

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            self.send_link(request, User.objects.filter(pk=obj.pk))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Without mail the owner could never set a password: ``manage.py curator`` makes an account then."""
        return settings.MAIL_CONFIGURED and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Who is no superuser opens and closes the accounts of learners, and leaves those of the staff alone."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (_is_superuser(request) or obj is None or not (obj.is_staff or obj.is_superuser))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Never here: it would list, and take away, what the learner tracked. Untick *active* to close an account."""
        return False

    @admin.action(description="Send a link to set a new password", permissions=["change"])
    def send_link(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Mail each their own link. Whoever sends it does not see it."""
        if not settings.MAIL_CONFIGURED:
            self.message_user(
                request,
                "This site cannot send mail. Whoever runs it sets a password with 'manage.py changepassword ADDRESS'.",
                messages.ERROR,
            )
            return
        if users.count() > MOST_LINKS:
            self.message_user(request, f"Choose at most {MOST_LINKS} accounts at once.", messages.ERROR)
            return
        for user in users:
            self._send_link_to(request, user)

    def _send_link_to(self, request: HttpRequest, user: User) -> None:
        form = ResetForm({"email": user.email})
        if not user.is_active or not form.is_valid():
            why = "has no address" if user.is_nameless else "is closed"
            self.message_user(request, f"{user} {why}, so no link was sent.", messages.WARNING)
            return
        form.save(request)
        self.log_change(request, user, "Sent a link to set a new password.")
        self.message_user(request, f"We have sent {user.email} a link to set a new password.", messages.SUCCESS)


def _is_superuser(request: HttpRequest) -> bool:
    return request.user.is_active and bool(request.user.is_superuser)
