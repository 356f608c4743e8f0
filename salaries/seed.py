"""What pay is reported for, how the sources work, and the claims, from their files."""

from pathlib import Path

from curation.content_files import Children, Seed
from salaries import claims_file
from salaries.models import Distribution, Industry, Method, Occupation, Place, SalaryClaim

DATA = Path(__file__).parent / "data"
CATALOG = DATA / "catalog.yaml"

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
        fields=("code", "name", "kind"),
        references=("parent",),
        ordered=True,
    ),
    Seed(file=CATALOG, section="industries", model=Industry, fields=("code", "name"), ordered=True),
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
        fields=("edition", "url", "kind", "currency", "as_of"),
        references=("source", "occupation", "place", "industry"),
        children=(Children("claims", SalaryClaim, "distribution", claims_file.FIGURE),),
        load=claims_file.read,
    ),
]
