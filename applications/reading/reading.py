"""Reads a whole posting: its text, its header, what it demands, the duties, and which job it is. Pure."""

from datetime import date

from applications.reading.header import read_header
from applications.reading.reader import read_rows
from applications.reading.shapes import Reading, Vocabulary
from applications.reading.source import source


def read(raw: str, *, vocabulary: Vocabulary, pasted_on: date) -> Reading:
    """A posting as it was pasted, whatever form it has; dates without a year are the next ones after ``pasted_on``."""
    found = source(raw)
    rows, duties, role = read_rows(found.text, vocabulary)
    return Reading(found.text, read_header(found, pasted_on=pasted_on), rows, duties, role)
