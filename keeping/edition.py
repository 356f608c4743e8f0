"""What state a learner's rows and the content are in together: whatever was made of them is true while it is the same.

The database marks both anew in the transaction that changes them, see ``accounts/edition.py`` and
``curation/shelving.py``.
"""

from django.db.models import TextField
from django.db.models.expressions import RawSQL

from accounts.edition import OF_A_LEARNER
from accounts.models import User
from curation.shelving import edition_of, reading

OF_BOTH = f"({edition_of('public')} || ' / ' || {OF_A_LEARNER})"


def of_both(user: User) -> RawSQL:
    """The same as a column of a query."""
    return RawSQL(OF_BOTH, [user.pk], output_field=TextField())  # noqa: S611 (words of our own)


def edition_for(user: User) -> str:
    """What it is now, by the connection that pages read from. One query."""
    with reading().cursor() as cursor:
        cursor.execute(f"SELECT {OF_BOTH}", [user.pk])
        return str(cursor.fetchone()[0])
