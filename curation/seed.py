"""The sources, from their file."""

from pathlib import Path

from curation.models import Source
from curation.seeding import Seed

SEEDS = [
    Seed(
        file=Path(__file__).parent / "data" / "sources.yaml",
        section="sources",
        model=Source,
        fields=("name", "publisher", "url", "date", "kind", "confidence", "used_for", "note", "checked_on"),
    ),
]
