"""The guide's roles, texts and figures, from their files."""

from pathlib import Path

from curation.content_files import Seed
from roadmap.models import ComparisonRow, Duty, EmploymentFigure, MarketFact, Passage, Role

DATA = Path(__file__).parent / "data"
GUIDE = DATA / "guide.yaml"

SEEDS = [
    Seed(
        file=DATA / "roles.yaml",
        section="roles",
        model=Role,
        fields=(
            *("title", "family", "level", "years_min", "years_max", "also_called", "summary", "you_own"),
            *("what_differs", "good_background", "example_projects", "ready_for_next_when"),
        ),
        links=("skills", "credentials", "moves_from", "moves_to", "sources"),
        ordered=True,
    ),
    Seed(file=GUIDE, section="passages", model=Passage, fields=("title", "text"), references=("source",)),
    Seed(
        file=GUIDE,
        section="duties",
        model=Duty,
        fields=("title", "in_practice"),
        references=("source",),
        links=("skills",),
        ordered=True,
    ),
    Seed(
        file=GUIDE,
        section="comparison",
        model=ComparisonRow,
        fields=("aspect", "technical", "general", "editor_note"),
        references=("source",),
        links=("note_sources",),
        ordered=True,
    ),
    Seed(
        file=GUIDE,
        section="facts",
        model=MarketFact,
        fields=("text", "as_of", "caution"),
        references=("source",),
        links=("note_sources",),
        ordered=True,
    ),
    Seed(
        file=GUIDE,
        section="employment",
        model=EmploymentFigure,
        fields=(
            *("by", "name", "jobs", "share_percent", "median_annual", "projected", "change_percent"),
            *("openings_per_year", "as_of"),
        ),
        references=("source",),
        ordered=True,
    ),
]
