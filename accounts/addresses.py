"""The address somebody signs in with: it stands with the user and once more in allauth's table."""

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User


def refuse_taken(email: str, *, user: User, message: str) -> None:
    """Raise ``ValidationError`` if somebody else than ``user`` has the address, however it is spelled."""
    if User.objects.exclude(pk=user.pk).filter(email__iexact=email).exists():
        raise ValidationError(message)


def pending_of(user: User) -> QuerySet[EmailAddress]:
    """The address that ``user`` wants to change to and has not confirmed yet; at most one."""
    found: QuerySet[EmailAddress] = EmailAddress.objects.filter(user=user, verified=False)
    return found.exclude(email=user.email)


@transaction.atomic
def replace_address(*, user: User, email: str) -> None:
    """From now on ``user`` signs in with ``email`` and with no other address. With mail on, it is to be confirmed."""
    User.objects.filter(pk=user.pk).update(email=email)
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)
