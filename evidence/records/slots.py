"""What the rooms above say of pieces of evidence."""

from collections.abc import Collection
from typing import Any

from curation.slots import Slot
from evidence.records.models import Evidence

# What is told of pieces, by their keys: ``stories`` has the stories of each as texts with their addresses.
told_of: Slot[Any, Collection[int]] = Slot()
# What the role a learner is after asks for: ``aimed`` has its name and the keys of its skills.
aimed_skills: Slot[Any] = Slot()
# On the page of a piece, where else it is used: ``uses`` has headings, each with texts and their addresses.
piece_page: Slot[Any, Evidence] = Slot()
