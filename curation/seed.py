"""The sources, from their file."""

from pathlib import Path

from curation.content_files import Seed
from curation.models import Source

SEEDS = [
    Seed(
        file=Path(__file__).parent / "data" / "sources.yaml",
        section="sources",
        model=Source,
        fields=("name", "publisher", "url", "date", "kind", "confidence", "used_for", "note", "checked_on"),
    ),
]
