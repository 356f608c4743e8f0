"""The address somebody signs in with: it stands with the user and once more in allauth's table."""

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from accounts.spelling import one_address


def known_as(typed: str) -> str:
    """What an account is looked for under. Two that share an address since before it had one spelling stay apart."""
    as_typed = typed.strip().lower()
    one = one_address(typed)
    return as_typed if as_typed != one and User.objects.filter(email=as_typed).exists() else one


def refuse_taken(email: str, *, user: User, message: str) -> None:
    """Raise ``ValidationError`` if somebody else than ``user`` has the address, which is in its one spelling."""
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
