"""Questions that say nearly the same."""

from collections.abc import Iterable, Mapping

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


def all_alike(texts: Mapping[str, str], others: Mapping[str, str]) -> dict[str, list[tuple[str, int]]]:
    """The same for many texts at once, all by name: the names of others that say nearly the same as each.

    A name is not compared with itself.
    """
    sorted_others = {name: _sorted_words(text) for name, text in others.items()}
    found = {}
    for name, text in texts.items():
        best = process.extract(
            _sorted_words(text), sorted_others, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=NAMED + 1
        )
        if alike := [(other, round(percent)) for _, percent, other in best if other != name][:NAMED]:
            found[name] = alike
    return found


def _sorted_words(text: str) -> str:
    """As ``token_sort_ratio`` compares it."""
    return " ".join(sorted(utils.default_process(text).split()))
