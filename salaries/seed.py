"""What pay is reported for, how the sources work, and the claims, from their files."""

from pathlib import Path
from typing import Any

from curation.content_files import Children, Seed
from salaries import claims_file, flat_files
from salaries.models import Distribution, Industry, Method, Occupation, Place, SalaryClaim

DATA = Path(__file__).parent / "data"
CATALOG = DATA / "catalog.yaml"

# Other people's transcriptions of figures that the Bureau's own file has by now.
SUPERSEDED = {"bls-oews-2024-states"}


def claims(file: Path) -> dict[str, Any]:
    """The lines of claims.csv; its newest national ones may lack what only the flat file of the Bureau says of them."""
    content = claims_file.read(file)
    if not content["whole"]:
        flat_files.with_national_people(content["distributions"])
    return content


SEEDS = [
    Seed(
        file=CATALOG,
        section="occupations",
        model=Occupation,
        fields=("code", "name", "kind", "description", "core"),
        ordered=True,
    ),
    Seed(
        file=CATALOG,
        section="places",
        model=Place,
        fields=("code", "name", "official_name", "also", "kind"),
        references=("parent",),
        ordered=True,
        more=(flat_files.places,),
    ),
    Seed(
        file=CATALOG,
        section="industries",
        model=Industry,
        fields=("code", "name"),
        references=("parent",),
        ordered=True,
        more=(flat_files.industries,),
    ),
    Seed(
        file=CATALOG,
        section="methods",
        model=Method,
        fields=("basis", "short_name", "covers", "cautions"),
        references=("source",),
    ),
    Seed(
        file=DATA / "claims.csv",
        section="distributions",
        model=Distribution,
        fields=("edition", "url", "kind", "currency", "as_of", "employment", "employment_error"),
        references=("source", "occupation", "place", "industry"),
        children=(Children("claims", SalaryClaim, "distribution", (*claims_file.FIGURE, "relative_error")),),
        load=claims,
        dump=claims_file.written,
        more=(flat_files.distributions,),
        retires=lambda row: row["source"] in SUPERSEDED,
    ),
]
