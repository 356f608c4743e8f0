"""What the rooms above say to the ledger."""

from typing import Any

from curation.slots import Slot

# The credential that a learner is after: ``aimed_credential`` is its slug.
aimed_at: Slot[Any] = Slot()
