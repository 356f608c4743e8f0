"""What the rooms above add to the pages of the bank."""

from typing import Any

from curation.slots import Slot
from interviews.bank.models import Dimension, Question

# Under a question, for whoever reads it (a visitor as nobody), with the dimensions that an answer to it is rated on.
question_page: Slot[Any, Question, list[Dimension]] = Slot()
