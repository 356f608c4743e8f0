"""What the rooms above add to the page of an interview and to its brief."""

from typing import Any

from curation.slots import Slot
from interviews.dates.models import Interview

# On the page of an interview: ``round_of`` says what it is a round of, as a text with its address.
interview_page: Slot[Any, Interview] = Slot()
# On the brief: ``said_of_the_job`` has headings, each with texts that the employer wrote.
brief_page: Slot[Any, Interview] = Slot()
