"""What stands in the cells of a file: understood, or refused in words that a message can go on with."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from curation import numbers
from curation.nearness import Names
from curation.unseen import quoted

MISSING = "this is missing"


def one_of(values: Iterable[str], text: str) -> str:
    """The value that a text names, without regard to capitals. Raises ``ValueError``."""
    values = list(values)
    for value in values:
        if value.casefold() == text.casefold():
            return value
    raise ValueError(f"{quoted(text)} is not one of {', '.join(values)}")


def whole_number(text: str) -> int:
    """A whole number; ``120.0`` and ``1,200`` are some. Raises ``ValueError``."""
    try:
        return numbers.whole(text)
    except numbers.NumberError as error:
        raise ValueError(f"{quoted(text)} is not a whole number") from error


def decimal_number(text: str, *, money: bool = False) -> Decimal:
    """A number that may have decimals, or an amount of ``money``. Raises ``ValueError``."""
    try:
        return numbers.amount(text).value if money else numbers.decimal(text)
    except numbers.NumberError as error:
        if error.code == "ambiguous":
            raise ValueError(f"{quoted(text)} is not clear. {str(error).rstrip('.')}") from error
        example = "an amount in digits, such as 95000 or 45.50" if money else "a number in digits, such as 12.5"
        raise ValueError(f"{quoted(text)} is not {example}") from error


def yes_or_no(text: str) -> str:
    """``yes`` or ``no``, as spreadsheets write them too. Raises ``ValueError``."""
    for value, texts in {"yes": ("yes", "true", "1"), "no": ("no", "false", "0")}.items():
        if text.casefold() in texts:
            return value
    raise ValueError(f"{quoted(text)} is neither yes nor no")


def named(names: Names, texts: list[str]) -> list[str]:
    """The rows that are named. Raises ``ValueError``, with those that are meant perhaps."""
    slugs = [names.in_other_letters(text) or text for text in texts]
    unknown = [slug for slug in slugs if slug not in names.known]
    if len(unknown) == 1:
        near = names.near(unknown[0])
        raise ValueError(f"there is no {quoted(unknown[0])}" + (f": {near}?" if near else ""))
    if unknown:
        offers = ((quoted(slug), names.near(slug)) for slug in unknown)
        raise ValueError(
            "there is " + ", ".join(f"no {slug} ({near}?)" if near else f"no {slug}" for slug, near in offers)
        )
    return slugs


def in_words(wrong: Mapping[str, str]) -> list[str]:
    """Why the cells of a row cannot be taken, in sentences. Those in which nothing stands are named together."""
    missing = [name for name, why in wrong.items() if why == MISSING]
    alone = [f"{name}: {why}" for name, why in wrong.items() if why != MISSING or len(missing) == 1]
    together = [f"{', '.join(missing)}: these are missing"] if len(missing) > 1 else []
    return [why if why.endswith("?") else f"{why}." for why in (*together, *alone)]
