"""The user: an email address is the login, and a few preferences hang on it. Without an address they are nameless."""

import secrets
import zoneinfo
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.conf import settings
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


# The number of nobody: a visitor who reads a learner's page as somebody who has nothing yet.
NOBODY = 0


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a learner who signs in with ``email``. Raises ``ValueError`` without an address."""
        if not email:
            raise ValueError("A user needs an email address.")
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
    email = models.EmailField("email address", unique=True, null=True)  # type: ignore[assignment]  # noqa: DJ001
    name = models.CharField(max_length=100, blank=True, help_text="How we greet you. Leave empty if you like.")
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    theme = models.CharField(max_length=6, choices=Theme, default=Theme.SYSTEM)
    # Of somebody nameless: the first press in their browser, see ``nameless``, and the last day they saved anything.
    first_press = models.UUIDField(null=True, unique=True, editable=False)
    used_on = models.DateField(null=True, editable=False)

    # How often somebody signed out everywhere else. Part of what every session is checked against.
    sign_outs = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    # Whether the last password that was found right is hashed in a spelling that is not ours any more.
    spelled_otherwise = False

    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        constraints = (
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_once"),
            models.CheckConstraint(condition=models.Q(theme__in=Theme.values), name="accounts_user_theme_known"),
            models.CheckConstraint(
                condition=models.Q(email__isnull=False, first_press=None, used_on=None)
                | models.Q(email=None, first_press__isnull=False, used_on__isnull=False, is_staff=False),
                name="accounts_user_nameless_or_address",
            ),
        )

    def __str__(self) -> str:
        return self.email or f"nameless, since {self.date_joined:%Y-%m-%d}"

    @property
    def is_authenticated(self) -> bool:  # type: ignore[override]
        """Nobody is not."""
        return self.pk != NOBODY

    @property
    def is_anonymous(self) -> bool:  # type: ignore[override]
        return not self.is_authenticated

    @property
    def is_nobody(self) -> bool:
        """Whether this is a visitor on a page of learners."""
        return self.pk == NOBODY

    @property
    def is_nameless(self) -> bool:
        """Whether this is an account that only one browser leads to."""
        return self.email is None and self.is_authenticated

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password if raw_password is None else one_password(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        for number, spelling in enumerate(spellings(raw_password or "")):
            if super().check_password(spelling):
                self.spelled_otherwise = number > 0
                return True
        return False

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's, until somebody signs out everywhere else: then no session goes on but the one that does it."""
        of_password: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]
        return f"{of_password}.{self.sign_outs}" if self.sign_outs else of_password

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name or (self.email or "").partition("@")[0]


class CalendarLink(models.Model):
    """An address at which a calendar program reads a learner's dates without signing in, see ``secret_links``.

    It is looked up by a hash of its secret. ``token`` came with the form that made it: with it and the site's own key
    the secret is worked out again for the learner. ``left_out`` are the kinds of dates that it does not tell.
    """

    # Why it is in no export.
    STAYS_HERE: ClassVar[str] = "whoever has the address reads the dates"

    user = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    token = models.UUIDField(editable=False)
    secret_hash = models.CharField(max_length=64, unique=True)
    left_out = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "addresses of learners' calendars"
        constraints = (
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(withdrawn_at=None), name="accounts_calendarlink_one_in_force"
            ),
            models.UniqueConstraint(fields=["user", "token"], name="accounts_calendarlink_once"),
        )

    def __str__(self) -> str:
        return f"address of {self.made_at:%Y-%m-%d %H:%M}"


class OutgoingMail(models.Model):
    """A mail that is not sent yet, see ``outbox``. It is deleted once it is."""

    sender = models.TextField()
    recipients = models.JSONField()
    subject = models.TextField()
    body = models.TextField()
    html = models.TextField(blank=True, default="", help_text="The same as a page. Empty: the text is all there is.")
    headers = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "outgoing mail"

    def __str__(self) -> str:
        return f"mail of {self.made_at:%Y-%m-%d %H:%M}"


class MailKind(models.TextChoices):
    """What a learner can ask to be written of."""

    DIGEST = "digest", "Your week, on Mondays"
    INTERVIEW = "interview", "Interviews"
    EXAM = "exam", "Exams"
    EXPIRY = "expiry", "Credentials that run out"
    FOLLOW_UP = "follow_up", "Follow-ups and tasks"
    REVIEW = "review", "Questions due for practice"


def new_stop_key() -> str:
    """96 random bits, kept short: a mail program follows no link of 78 characters or more."""
    return secrets.token_urlsafe(12)


class MailChoicesQuerySet(models.QuerySet["MailChoices"]):
    def to_look_at(self, *, now: datetime, confirmed: bool) -> "MailChoicesQuerySet":
        """Those of learners who can be written to, and whose dates are to be looked at; the longest waiting first.

        ``confirmed``: only who has shown that the address is theirs.
        """
        found = self.filter(next_at__lte=now, user__is_active=True).exclude(user__email=None).exclude(user__email="")
        if confirmed:
            addresses = EmailAddress.objects.filter(user=models.OuterRef("user"), verified=True)
            found = found.filter(models.Exists(addresses.filter(email=models.OuterRef("user__email"))))
        return found.order_by("next_at", "pk")


class MailChoices(models.Model):
    """What a learner is written of: nothing unless they asked for it, so no row is all of it off."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    digest = models.BooleanField(default=False)
    interview = models.BooleanField(default=False)
    exam = models.BooleanField(default=False)
    expiry = models.BooleanField(default=False)
    follow_up = models.BooleanField(default=False)
    review = models.BooleanField(default=False)
    # Stands in the links that switch one kind off. Kept, not signed, so that they work whatever becomes of SECRET_KEY.
    stop_key = models.CharField(max_length=16, unique=True, default=new_stop_key, editable=False)
    digest_since = models.DateTimeField(null=True, help_text="When they last asked for the digest.")
    next_at = models.DateTimeField(null=True, help_text="When their dates are looked at next.")

    objects = MailChoicesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "what learners are written of"
        indexes = (models.Index(fields=["next_at", "id"], name="accounts_mailchoices_next"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(next_at=None) ^ reduce(or_, (models.Q(**{kind.value: True}) for kind in MailKind)),
                name="accounts_mailchoices_looked_at_if_any",
            ),
        )

    def __str__(self) -> str:
        return f"mail: {', '.join(self.on) or 'none'}"

    @property
    def on(self) -> list[MailKind]:
        return [kind for kind in MailKind if getattr(self, kind.value)]


class SentMail(models.Model):
    """That something was written of. It is there before the mail goes, so that nothing is written of twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    key = models.CharField(max_length=400)
    kind = models.CharField(max_length=10, choices=MailKind)
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "mail sent"
        constraints = (
            models.UniqueConstraint(fields=["user", "key"], name="accounts_sentmail_once"),
            models.CheckConstraint(condition=models.Q(kind__in=MailKind.values), name="accounts_sentmail_kind"),
        )

    def __str__(self) -> str:
        return self.key


class LastRun(models.Model):
    """When something that the site does by itself was done last, see ``tpm_portal/daily.py``."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%Y-%m-%d %H:%M}"


class Edition(models.Model):
    """A mark that the database writes when anything of a learner's could have changed, see migration 0011.

    All marks of a learner that one can see at a time name the state that one can see. Older ones are swept away.
    """

    # No foreign key: the mark is written while the learner is on the way out, too.
    learner = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.learner} {self.pk}"
