"""What the rooms above add to the page of a resume."""

from curation.slots import Slot

# What is read along with a resume, in its own query: annotations by name. ``open_points`` are things that were said of
# it and are still to be done, as objects with ``row``, ``text`` and ``by``; ``unread`` says how many others came in.
along_with_resume: Slot[[]] = Slot()
