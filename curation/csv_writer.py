"""The one writer of tables in files: a spreadsheet opens them as they are and runs nothing in them. Pure."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

# Says that the file is UTF-8. Without it Excel garbles the first Zürich.
MARK = "\ufeff"
# What a spreadsheet takes for a formula, with apostrophes before it or none. A number below nothing is no formula, and
# with an apostrophe in front it would be no number.
FORMULA = re.compile(r"'*(?!-[0-9]+(\.[0-9]+)?\Z)[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as the text of its file: marked as UTF-8, with commas, and with no cell that is a formula."""
    return "".join(lines(header, rows))


def lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The same line by line, each with its end."""
    text = StringIO(newline="")
    text.write(MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    yield text.getvalue()
    for row in rows:
        text.seek(0)
        text.truncate()
        writer.writerow([guarded(cell) for cell in row])
        yield text.getvalue()


def guarded(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe stands before what it would take for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text before ``guarded``, and any other as it is."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
