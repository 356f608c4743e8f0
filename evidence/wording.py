"""The issuers' requirements as sentences. Plain text from plain values."""

from collections.abc import Sequence


def requirement_sentence(
    *,
    kind: str,
    education: str = "",
    experience: str = "",
    months: int | None = None,
    within_years: int | None = None,
    non_overlapping: bool = False,
    training: str = "",
    hours: int | None = None,
    flag: str = "",
    waived_by: Sequence[str] = (),
    holds: Sequence[str] = (),
    note: str = "",
) -> str:
    """One requirement in words. ``education``, ``experience``, ``training`` and ``flag`` are their readable labels."""
    if kind == "education":
        sentence = f"At least {education}"
    elif kind == "experience":
        sentence = f"{_counted(months, 'month')} of {experience}"
        if within_years:
            sentence += f" within the last {_counted(within_years, 'year')}"
        if non_overlapping:
            sentence += ", each calendar month counted once"
    elif kind == "training":
        sentence = f"{_counted(hours, 'hour')} of {training}" if hours else _capital(training)
        if flag:
            sentence += f", which {flag} may meet"
    elif kind == "holds":
        sentence = f"Hold {_any_of(holds)}"
    else:
        sentence = _capital(flag)
    if waived_by:
        sentence += f". Waived if you hold {_any_of(waived_by)}"
    return f"{sentence}. {note}".strip() if note else f"{sentence}."


def experience_at_a_glance(paths: Sequence[Sequence[int]]) -> str:
    """What the paths ask for in months of experience, one item per path with the months of each sort it asks for.

    Empty for no path at all, because then nothing is known.
    """
    asked = list(dict.fromkeys(" and ".join(map(str, months)) for months in paths if months))
    if not asked:
        return "no experience required" if paths else ""
    words = f"{_listed(asked)} months of experience"
    return words if all(paths) else f"{words}, or a path without"


def _listed(items: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(items[:-1]), items[-1]]))


def _counted(number: int | None, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
