"""The user: an e-mail address is the login, and a few preferences hang on it."""

import zoneinfo
from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower

from accounts.spelling import one_address, one_password, spellings


def validate_time_zone(value: str) -> None:
    """Raise ``ValidationError`` unless ``value`` is an IANA time zone name such as ``Europe/Berlin``."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError("Choose a time zone from the list, such as Europe/Berlin.")


class Theme(models.TextChoices):
    SYSTEM = "system", "Same as my device"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a learner who signs in with ``email``. Raises ``ValueError`` without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=one_address(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """For Django's own commands, which are told an address."""
        return self.get(email=one_address(username or ""))

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """A person with an account: a learner, and a curator too if ``is_staff``."""

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=100, blank=True, help_text="How we greet you. Leave empty if you like.")
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    theme = models.CharField(max_length=6, choices=Theme, default=Theme.SYSTEM)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    # Whether the last password that was found right is hashed in a spelling that is not ours any more.
    spelled_otherwise = False

    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        constraints = (
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_once"),
            models.CheckConstraint(condition=models.Q(theme__in=Theme.values), name="accounts_user_theme_known"),
        )

    def __str__(self) -> str:
        return self.email

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password if raw_password is None else one_password(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        for number, spelling in enumerate(spellings(raw_password or "")):
            if super().check_password(spelling):
                self.spelled_otherwise = number > 0
                return True
        return False

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name or self.email.partition("@")[0]


class OutgoingMail(models.Model):
    """A mail that is not sent yet, see ``outbox``. It is deleted once it is."""

    sender = models.TextField()
    recipients = models.JSONField()
    subject = models.TextField()
    body = models.TextField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "outgoing mail"

    def __str__(self) -> str:
        return f"mail of {self.made_at:%Y-%m-%d %H:%M}"
