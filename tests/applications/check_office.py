"""Opens the files of applications in LibreOffice and reads them back: ``python -m tests.applications.check_office``.

It needs LibreOffice Calc (``apt-get install libreoffice-calc-nogui``) and takes some ten seconds, so it is no part of
the tests. It fails loudly where LibreOffice is missing, and tells every cell that does not come back.

LibreOffice opens a file as somebody does who presses OK in its dialog, and writes it as it shows it. What it shows
otherwise on purpose, days in the order of its language and numbers without their last zeros, is compared as what it is.
"""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from applications.lists.columns import APPLICATIONS, HISTORY
from curation.csv_writer import guarded, written

# Separator, quotation mark and UTF-8; the last two leave special numbers and formulas as the text that they are.
FILTER = "CSV:44,34,76,1,,0,false,false"
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
TEXTS = (
    *("Müller & Söhne", "हिन्दी Київ ελιά 🚀", "مدير المشروع", 'the "last", one', "two\nlines", "tab\there"),
    *("=1+1", "+49 30 1234", "-5 to -3", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\";\"x\")", "'=1", "\t=1+1"),
    *("=cmd|' /C calc'!A0", "Jun-23", "1/2", "3-4", "TRUE", "€99,000.50", "12:30", "#REF!"),
    *("https://example.org/a?b=%20c&d=é", "DROP TABLE;", "sep=;", "\u202eevil", "x" * 5000),
)  # fmt: skip
DAYS = ("2026-11-03", "1999-12-31")
# A cell that is nothing but a number is one to a spreadsheet, whoever wrote it.
NUMBERS = ("90000.00", "99.50", "0.01", "1e3", "007", "90,000")


def main() -> int:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is not installed, so nothing was checked.", file=sys.stderr)
        return 1
    wrong = cells = 0
    for name, header in (("applications", APPLICATIONS), ("history", HISTORY)):
        values = (*TEXTS, *DAYS, *NUMBERS)
        rows = [[values[(line + place) % len(values)] for place in range(len(header))] for line in range(len(values))]
        shown = _opened(office, name, written(header, rows))
        wrong += shown[0] != list(header)
        for line, (sent, got) in enumerate(zip(rows, shown[1:], strict=True), start=2):
            for place, (cell, back) in enumerate(zip(sent, got, strict=True)):
                cells += 1
                if not _same(cell, back):
                    wrong += 1
                    print(f"{name}, row {line}, {header[place]}: {cell[:60]!r} came back as {back[:60]!r}")
    print(f"{cells} cells opened and written by LibreOffice: {wrong} wrong.")
    return 1 if wrong else 0


def _opened(office: str, name: str, text: str) -> list[list[str]]:
    """The cells of a file as LibreOffice shows them."""
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder, f"{name}.csv"), Path(folder, "out")
        file.write_text(text, encoding="utf-8", newline="")
        profile = Path(folder, "profile").as_uri()
        subprocess.run(
            [office, f"-env:UserInstallation={profile}", "--headless", f"--infilter={FILTER}", "--convert-to", AS_SHOWN,
             "--outdir", str(out), str(file)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        (made,) = out.iterdir()
        return list(csv.reader(StringIO(made.read_text(encoding="utf-8-sig"), newline="")))


def _same(sent: str, back: str) -> bool:
    """Whether a cell is shown as what it is. What a spreadsheet would run has an apostrophe before it."""
    if sent in DAYS:
        year, month, day = map(int, sent.split("-"))
        return sorted(map(int, re.findall(r"\d+", back))) in (
            sorted((year, month, day)), sorted((year % 100, month, day)))  # fmt: skip
    if sent in NUMBERS:
        return float(back.replace(",", "")) == float(sent.replace(",", ""))
    return back == guarded(sent)


if __name__ == "__main__":
    sys.exit(main())
