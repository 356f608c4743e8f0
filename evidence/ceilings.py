"""How much one learner can keep: far more than anybody writes, and little enough for every page to bear it."""

from typing import Any

from django.db.models import Count, F, Func, IntegerField, QuerySet, Sum

# Of one table, with what is in the bin.
MOST_ROWS = 10_000
# Of everything that is ever saved of one kind: each change is kept, with what stood there before.
MOST_SAVED = 100_000
MOST_BYTES = 100 * 1024 * 1024
# Below this many not even the longest texts come near the bytes, so they are not added up.
FEW = 500


class FullError(Exception):
    """No more is taken, and nothing was saved. Its text is for the learner."""


def refuse_rows(rows: QuerySet[Any], name: str) -> None:
    """Raise ``FullError`` if there are more ``rows`` than may be kept; ``name`` says what they are, in the plural."""
    if rows.count() > MOST_ROWS:
        raise FullError(
            f"This would be more than {MOST_ROWS:,} {name}, which is as many as the site keeps for one person. Put some"
            " that you no longer need into the bin: they make room once they are gone for good, after 30 days."
        )


def refuse_history(saved: QuerySet[Any], *texts: str) -> None:
    """Raise ``FullError`` if what is ``saved`` is more, or its ``texts`` are longer, than may be kept."""
    number = saved.aggregate(number=Count("pk"))["number"]
    if number <= FEW:
        return
    sizes = {text: Sum(Func(F(text), function="pg_column_size", output_field=IntegerField())) for text in texts}
    named = {f"size_of_{text}": size for text, size in sizes.items()}
    if number > MOST_SAVED or sum(size or 0 for size in saved.aggregate(**named).values()) > MOST_BYTES:
        raise FullError(
            f"The site keeps each change, up to {MOST_SAVED:,} of them and {MOST_BYTES // 1024**2} MB for one person,"
            " and yours are that many. Tell whoever runs this site, who can make room for you."
        )
