"""Who may sign in and who may curate. Nothing a learner tracks is shown here."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.http import HttpRequest

from accounts.addresses import refuse_taken, replace_address
from accounts.models import User

admin.site.unregister(EmailAddress)


class OneSpelling(forms.ModelForm):  # type: ignore[type-arg]
    """Keeps an address in small letters, since that is how sign-in looks for it."""

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        refuse_taken(email, user=self.instance, message="There is already an account with this address.")
        return email


class NewUserForm(OneSpelling, AdminUserCreationForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("email",)


class UserForm(OneSpelling, UserChangeForm):  # type: ignore[type-arg]
    pass


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]
    form = UserForm
    add_form = NewUserForm
    add_fieldsets = ((None, {"fields": ("email", "usable_password", "password1", "password2")}),)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("Role", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")
    list_display = ("email", "is_staff", "is_active", "date_joined")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email",)
    ordering = ("email",)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            replace_address(user=obj, email=obj.email)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Never here: it would list, and take away, what the learner tracked. Untick *active* to close an account."""
        return False
