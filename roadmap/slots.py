"""What the rooms above add to the roadmap."""

from accounts.models import User
from curation.slots import Slot

# On the roadmap of a learner: ``wanted_first`` are milestones in an order of their own, as objects with ``title``,
# ``url`` and ``reason``, and ``wanted_at`` is where that order comes from.
roadmap_page: Slot[User] = Slot()
