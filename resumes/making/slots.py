"""What the rooms above add to the pages of a resume and of a copy that was sent."""

from typing import Any

from curation.slots import Slot
from resumes.making.models import SentCopy

# What is read along with a resume, in its own query: annotations by name. ``open_points`` are things that were said of
# it and are still to be done, as objects with ``row``, ``text`` and ``by``; ``unread`` says how many others came in.
along_with_resume: Slot[[]] = Slot()
# On the page of a sent copy: ``sent_for`` says what it went out for, as texts with their addresses.
sent_copy_page: Slot[Any, SentCopy] = Slot()
