"""Questions that say nearly the same."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

# From here on two questions in English mostly ask for the same thing; measured on the bank, where no two reach it.
ALIKE = 80
NAMED = 3


def like(text: str, others: Iterable[str]) -> list[tuple[str, int]]:
    """The texts that say nearly the same, the most alike first, each with how many percent alike it is."""
    found = process.extract(
        text,
        list(others),
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        score_cutoff=ALIKE,
        limit=NAMED,
    )
    return [(other, round(percent)) for other, percent, _ in found]
