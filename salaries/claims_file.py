"""``claims.csv``: one line for each claim, in the columns that curators import and everybody can take out."""

from pathlib import Path
from typing import Any

from curation.content_files import RETIRED, SeedError, short
from curation.csv_lines import UTF_8, Problem, cells_by_line, decoded
from curation.csv_writer import written as table

# What a distribution is about, and what is said of it once.
FRAME = ("source", "as_of", "occupation", "place", "industry", "kind", "currency")
EDITION = ("edition", "url")
FIGURE = (
    *("role_as_named", "level", "level_rule", "statistic", "amount", "period"),
    *("confidence", "retrieved_on", "checked_on", "review_by", "headline"),
)
COLUMNS = (*FRAME, *EDITION, *FIGURE)
# What a file may lack: how many people a distribution is about, and how far off a figure may be.
PEOPLE = ("employment", "employment_error")
ERROR = "relative_error"
EXPORTED = (*COLUMNS, *PEOPLE, ERROR)
# And whether it is retired, which only a file of all content says, see ``written``.
WHOLE = (*EXPORTED, RETIRED)
NO_CLAIM: dict[str, Any] = dict.fromkeys((*FIGURE, ERROR))
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
    whole = ERROR in content.text.partition("\n")[0]
    for number, cells in cells_by_line(content.text, COLUMNS, problems, optional=(*PEOPLE, ERROR, RETIRED)):
        if not problems:
            _add(distributions, cells, f"{short(file)}: Row {number}")
    if problems:
        raise SeedError(f"{short(file)}: {problems[0]}")
    return {"distributions": list(distributions.values()), "whole": whole}


def written(rows: list[dict[str, Any]]) -> str:
    """A file that says all of the distributions and their claims, for ``read``. One without claims has a line too."""
    return table(WHOLE, (_cells(row, claim) for row in rows for claim in row["claims"] or [NO_CLAIM]))


def _cells(row: dict[str, Any], claim: dict[str, Any]) -> list[str]:
    line = row | claim | {"headline": "yes" if claim["headline"] else "", RETIRED: "yes" if row.get(RETIRED) else "no"}
    return ["" if line[name] is None else str(line[name]) for name in WHOLE]


def _add(distributions: dict[str, dict[str, Any]], line: dict[str, str], where: str) -> None:
    slug = distribution_slug(line)
    frame: dict[str, Any] = {name: line[name] for name in (*FRAME, *EDITION)}
    frame |= {name: line[name] or None for name in PEOPLE if name in line}
    if RETIRED in line:
        if line[RETIRED] not in ("yes", "no"):
            raise SeedError(f"{where}: {RETIRED} is yes or no.")
        frame[RETIRED] = line[RETIRED] == "yes"
    distribution = distributions.setdefault(slug, {"id": slug, **frame, "claims": []})
    # Slugs are joined with the hyphens that they may contain: two frames with one name are told apart here.
    differing = [name for name, value in frame.items() if distribution[name] != value]
    if differing:
        raise SeedError(f"{where}: {', '.join(differing)} must be the same in every line of {slug}.")
    if ERROR in line and not line["statistic"]:
        return
    if line["headline"] not in ("", "yes"):
        raise SeedError(f"{where}: headline is yes or empty.")
    claim: dict[str, Any] = {name: line[name] for name in FIGURE}
    claim["headline"] = line["headline"] == "yes"
    if ERROR in line:
        claim[ERROR] = line[ERROR] or None
    claim["id"] = claim_slug(level=line["level"], statistic=line["statistic"], period=line["period"])
    distribution["claims"].append(claim)
