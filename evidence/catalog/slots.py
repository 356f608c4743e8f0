"""What the rooms above add to the pages of the catalog."""

from typing import Any

from curation.slots import Slot
from evidence.catalog.models import Skill

# On the page of a skill, for whoever reads it (a visitor too).
skill_page: Slot[Any, Skill] = Slot()
