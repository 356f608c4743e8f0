"""The Bureau's flat file of May 2025 by area and by industry, as rows for the seed. The files are kept as they came."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from salaries.claims_file import claim_slug, distribution_slug

DATA = Path(__file__).parent / "data"
AREAS, INDUSTRIES, KNOWN_AS = (
    DATA / name for name in ("oews-2025-areas.csv", "oews-2025-industries.csv", "known_as.yaml")
)
SOURCE, AS_OF = "bls-oews-2025", "2025-05"
# The Bureau's own address of the file that both were taken from.
FLAT_FILE = "https://download.bls.gov/pub/time.series/oe/oe.data.0.Current"
ROLES = {
    "11-3021": "Computer and Information Systems Managers (SOC 11-3021)",
    "13-1082": "Project Management Specialists (SOC 13-1082)",
    "15-1299": "Computer Occupations, All Other (SOC 15-1299)",
}
FIGURES = ("p10", "p25", "p50", "p75", "p90", "mean")
DAYS = {"retrieved_on": "2026-11-29", "checked_on": "2026-11-29", "review_by": "2027-11-29"}
NATION, STATE, AREA = "N", "S", "M"
# Areas that the catalog has itself, because other sources have figures for them too.
IN_THE_CATALOG = {"us-or-38900", "us-wa-28420", "us-wa-36500", "us-wa-42660", "us-wa-44060"}
# Sectors that the catalog knows under a name of several numbers.
SECTORS = {"31": "31-33", "44": "44-45", "48": "48-49"}

# What the postal service calls each state and territory, which is also how a place is called here.
POSTAL = dict(
    pair.rsplit(" ", 1)
    for pair in [
        "Alabama AL",
        "Alaska AK",
        "Arizona AZ",
        "Arkansas AR",
        "California CA",
        "Colorado CO",
        "Connecticut CT",
        "Delaware DE",
        "District of Columbia DC",
        "Florida FL",
        "Georgia GA",
        "Guam GU",
        "Hawaii HI",
        "Idaho ID",
        "Illinois IL",
        "Indiana IN",
        "Iowa IA",
        "Kansas KS",
        "Kentucky KY",
        "Louisiana LA",
        "Maine ME",
        "Maryland MD",
        "Massachusetts MA",
        "Michigan MI",
        "Minnesota MN",
        "Mississippi MS",
        "Missouri MO",
        "Montana MT",
        "Nebraska NE",
        "Nevada NV",
        "New Hampshire NH",
        "New Jersey NJ",
        "New Mexico NM",
        "New York NY",
        "North Carolina NC",
        "North Dakota ND",
        "Ohio OH",
        "Oklahoma OK",
        "Oregon OR",
        "Pennsylvania PA",
        "Puerto Rico PR",
        "Rhode Island RI",
        "South Carolina SC",
        "South Dakota SD",
        "Tennessee TN",
        "Texas TX",
        "Utah UT",
        "Vermont VT",
        "Virgin Islands VI",
        "Virginia VA",
        "Washington WA",
        "West Virginia WV",
        "Wisconsin WI",
        "Wyoming WY",
    ]
)


@cache
def _lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


@cache
def known_as() -> dict[str, dict[str, Any]]:
    """What people call the areas whose first city is not it, and what else they look for."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(KNOWN_AS.read_text(encoding="utf-8"))["areas"]
    return found


def place_slug(line: dict[str, str]) -> str:
    """The place a line is about, as an address names it: ``us``, ``us-tx`` or ``us-tx-19100``."""
    if line["area_type"] == NATION:
        return "us"
    state = f"us-{POSTAL[line['primary_state']].lower()}"
    return state if line["area_type"] == STATE else f"{state}-{line['area_code'].removeprefix('00')}"


def area_name(code: str, official: str) -> str:
    """What people call an area: its first city, unless another name is known. Rural areas keep their own."""
    if "nonmetropolitan area" in official:
        return official
    return str(known_as().get(code, {}).get("name") or re.split(r", |-|/", official)[0])


def places() -> list[dict[str, Any]]:
    """Metropolitan and other areas, without the few that the catalog itself has, by the alphabet."""
    found = {}
    for line in _lines(AREAS):
        if line["area_type"] == AREA:
            slug, code, official = place_slug(line), line["area_code"], line["area_name"]
            found[slug] = {
                "id": slug,
                "code": slug.upper(),
                "name": area_name(code, official),
                "official_name": official,
                "also": "\n".join(known_as().get(code, {}).get("also", ())),
                "kind": "city",
                "parent": "-".join(slug.split("-")[:2]),
            }
    return sorted(
        (row for slug, row in found.items() if slug not in IN_THE_CATALOG), key=lambda row: (row["name"], row["id"])
    )


def industry_slug(line: dict[str, str]) -> str:
    """``naics-54``, ``naics-5415`` or ``naics-541710``; what the Bureau made itself keeps its code: ``bls-999101``."""
    code, level = line["industry_code"], line["display_level"]
    if sector := re.fullmatch(r"(\d\d)-+\d+", code):
        number = sector[1]
        return f"naics-{SECTORS.get(number, number)}"
    if code.startswith(("000", "999")) or not code.isdigit():
        return f"bls-{code.lower()}"
    return f"naics-{code[: {'3': 3, '4': 4}.get(level, 6)]}" if code.endswith("0") else f"naics-{code}"


def industries() -> list[dict[str, Any]]:
    """All industries but the sectors, which the catalog has, in the order of their codes, each with its parent."""
    found: dict[str, dict[str, Any]] = {}
    at_level: dict[int, str] = {}
    for line in sorted(_lines(INDUSTRIES), key=_in_industry_order):
        slug, level = industry_slug(line), int(line["display_level"])
        at_level = {upper: name for upper, name in at_level.items() if upper < level} | {level: slug}
        if level == 2 and slug.startswith("naics"):
            continue
        above = [at_level[upper] for upper in sorted(at_level) if 2 <= upper < level]
        found[slug] = {
            "id": slug,
            "code": slug.upper().replace("-", " "),
            "name": line["industry_name"],
            "parent": above[-1] if above and level > 2 else None,
        }
    return list(found.values())


def _in_industry_order(line: dict[str, str]) -> tuple[str, str, str]:
    """Sectors before what they have, and that by its own code; the three of manufacturing are one."""
    code = line["industry_code"]
    sector = {"32": "31", "33": "31", "45": "44", "49": "48"}.get(code[:2], code[:2])
    return sector, line["display_level"] if line["display_level"] < "3" else "3", code


def distributions() -> list[dict[str, Any]]:
    """What is said of states, areas and industries. What is said of the nation stands in claims.csv already."""
    return [
        *(
            _distribution(line, place_slug(line), "all-industries", "by area")
            for line in _lines(AREAS)
            if line["area_type"] != NATION
        ),
        *(_distribution(line, "us", industry_slug(line), "by industry") for line in _lines(INDUSTRIES)),
    ]


def _distribution(line: dict[str, str], place: str, industry: str, what: str) -> dict[str, Any]:
    frame = {
        "source": SOURCE,
        "as_of": AS_OF,
        "occupation": line["occupation"],
        "place": place,
        "industry": industry,
        "kind": "base",
        "currency": "USD",
    }
    return {
        "id": distribution_slug(frame),
        **frame,
        "edition": f"OEWS May 2025, {what}",
        "url": FLAT_FILE,
        **_people(line),
        "claims": list(_claims(line)),
    }


def _people(line: dict[str, str]) -> dict[str, Any]:
    return {"employment": line["employment"] or None, "employment_error": line["employment_rse"] or None}


def _claims(line: dict[str, str]) -> Iterator[dict[str, Any]]:
    for statistic in FIGURES:
        if line[statistic]:
            yield {
                "id": claim_slug(level="all", statistic=statistic, period="year"),
                "role_as_named": ROLES[line["occupation"]],
                "level": "all",
                "statistic": statistic,
                "amount": line[statistic],
                "relative_error": (line["mean_rse"] or None) if statistic == "mean" else None,
                "period": "year",
                "confidence": "high",
                **DAYS,
            }


def with_national_people(rows: list[dict[str, Any]]) -> None:
    """Give the newest national distributions of claims.csv their employment and errors, which only this file has."""
    national = {line["occupation"]: line for line in _lines(AREAS) if line["area_type"] == NATION}
    for row in rows:
        newest = (row["source"], row["as_of"], row["place"]) == ("bls-oews-national", AS_OF, "us")
        if newest and row["industry"] == "all-industries" and row["occupation"] in national:
            line = national[row["occupation"]]
            row |= _people(line)
            for claim in row["claims"]:
                if claim["statistic"] == "mean":
                    claim["relative_error"] = line["mean_rse"]
