"""``claims.csv``: one line for each claim, in the columns that curators import and everybody can take out."""

from pathlib import Path
from typing import Any

from curation.content_files import SeedError, short
from curation.csv_lines import UTF_8, Problem, cells_by_line, decoded

# What a distribution is about, and what is said of it once.
FRAME = ("source", "as_of", "occupation", "place", "industry", "kind", "currency")
EDITION = ("edition", "url")
FIGURE = (
    *("role_as_named", "level", "level_rule", "statistic", "amount", "period"),
    *("confidence", "retrieved_on", "checked_on", "review_by", "headline"),
)
COLUMNS = (*FRAME, *EDITION, *FIGURE)
# Some columns of the file that everybody can take out, and what to say to a curator who brings it.
OTHER_FILES: dict[tuple[str, ...], str] = {
    (
        "key",
        "role",
        "attribution",
    ): "This is the public file of claims. It has other columns and lacks what only curators "
    "see, so it cannot be imported. Take the file from Export on the list of claims."
}


def distribution_slug(frame: dict[str, str]) -> str:
    """The same name that ``Distribution.make_slug`` gives the row."""
    return "-".join(frame[name] for name in FRAME).lower()


def claim_slug(*, level: str, statistic: str, period: str) -> str:
    """The same name that ``SalaryClaim.make_slug`` gives the row."""
    return f"{level}-{statistic}-{period}".replace("_", "-")


def read(file: Path) -> dict[str, Any]:
    """The lines as the seed engine wants them: distributions with their claims as a list.

    Raises ``SeedError`` that names the row when columns are not ours or two of a distribution disagree about it.
    """
    distributions: dict[str, dict[str, Any]] = {}
    try:
        content = decoded(file.read_bytes())
    except OSError as error:
        raise SeedError(f"{short(file)}: {error}") from error
    problems = list(content.problems)
    if not problems and content.encoding != UTF_8:
        problems.append(Problem(0, f"The file is not in {UTF_8}."))
    for number, cells in cells_by_line(content.text, COLUMNS, problems):
        if not problems:
            _add(distributions, cells, f"{short(file)}: Row {number}")
    if problems:
        raise SeedError(f"{short(file)}: {problems[0]}")
    return {"distributions": list(distributions.values())}


def _add(distributions: dict[str, dict[str, Any]], line: dict[str, str], where: str) -> None:
    slug = distribution_slug(line)
    frame = {name: line[name] for name in (*FRAME, *EDITION)}
    distribution = distributions.setdefault(slug, {"id": slug, **frame, "claims": []})
    # Slugs are joined with the hyphens that they may contain: two frames with one name are told apart here.
    differing = [name for name, value in frame.items() if distribution[name] != value]
    if differing:
        raise SeedError(f"{where}: {', '.join(differing)} must be the same in every line of {slug}.")
    if line["headline"] not in ("", "yes"):
        raise SeedError(f"{where}: headline is yes or empty.")
    claim = {name: line[name] for name in FIGURE}
    claim["headline"] = line["headline"] == "yes"  # type: ignore[assignment]
    claim["id"] = claim_slug(level=line["level"], statistic=line["statistic"], period=line["period"])
    distribution["claims"].append(claim)
