"""Reads a few lines under a heading."""

from functools import cache

from applications.reading.reader import read_rows
from tests.applications.scoring import vocabulary


@cache
def words():
    return vocabulary()


def rows_of(text, heading="Requirements"):
    """The rows of lines that stand under a heading."""
    return read_rows(f"{heading}\n{text}\n\nBenefits\nA dog in the office.", words())[0]


def row_of(text, heading="Requirements"):
    """The only row."""
    (row,) = rows_of(text, heading)
    return row
