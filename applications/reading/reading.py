"""Reads a whole posting: its text, its header, what it demands, the duties, and which job it is. Pure."""

from dataclasses import replace
from datetime import date

from applications.reading.shapes import Reading, Vocabulary
from applications.reading.source import source

# Of a longer text only so many characters are read: a whole saved page has a tenth of that, and a posting a hundredth.
MOST_READ = 100_000


def read(raw: str, *, vocabulary: Vocabulary, pasted_on: date) -> Reading:
    """A posting as it was pasted, whatever form it has; dates without a year are the next ones after ``pasted_on``."""
    # The import makes a thousand patterns ready, a fifth of what a start would take.
    from applications.reading.header import read_header
    from applications.reading.reader import read_rows

    found = source(raw)
    cut = len(found.text) > MOST_READ
    if cut:
        # At the end of a line: half a line could say something else.
        end = found.text.rfind("\n", 0, MOST_READ)
        found = replace(found, text=found.text[: end if end > 0 else MOST_READ])
    rows, duties, role = read_rows(found.text, vocabulary, found.layout)
    return Reading(found.text, read_header(found, pasted_on=pasted_on), rows, duties, role, cut)
