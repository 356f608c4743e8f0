"""In which state the bank is, so that what was made from it is known to be old."""

from django.db import models


class Edition(models.Model):
    """A mark that the database writes when the order, filters or words of the bank could change, see migration 0003.

    All marks that one can see at a time name the state of the bank that one can see. Older ones are swept away.
    """

    mark = models.UUIDField()

    def __str__(self) -> str:
        return str(self.mark)
