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
        sentence = f"{months} months of {experience}"
        if within_years:
            sentence += f" within the last {within_years} years"
        if non_overlapping:
            sentence += ", each calendar month counted once"
    elif kind == "training":
        sentence = f"{hours} hours of {training}" if hours else _capital(training)
        if flag:
            sentence += f", which {flag} may meet"
    elif kind == "holds":
        sentence = f"Hold {_any_of(holds)}"
    else:
        sentence = _capital(flag)
    if waived_by:
        sentence += f". Waived if you hold {_any_of(waived_by)}"
    return f"{sentence}. {note}".strip() if note else f"{sentence}."


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
