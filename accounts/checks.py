"""What an operator should know about the accounts of this site."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError

from accounts.spelling import one_address


@register(Tags.database)
def shared_addresses(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Accounts that were made with two spellings of one address, before such were told to be the same."""
    from accounts.models import User

    if "default" not in (databases or ()):
        return []
    alike = defaultdict(list)
    try:
        for pk, email in User.objects.exclude(email=None).values_list("pk", "email").order_by("pk"):
            alike[one_address(email or "")].append(pk)
    except DatabaseError:
        return []  # Before the first migration there are none.
    return [
        Warning(
            f"Accounts {' and '.join(map(str, pks))} have one address in two spellings.",
            hint="Each signs in with its own spelling. Ask the owner which to keep, and close the other in the admin.",
            id="accounts.W001",
        )
        for pks in alike.values()
        if len(pks) > 1
    ]
