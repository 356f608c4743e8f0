"""The one reader: files as spreadsheets save them are read, and what cannot be is named by the row of a spreadsheet."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.csv_lines import MOST_ROWS, SEPARATORS, cells_by_line, decoded

COLUMNS = ("slug", "text", "category", "level_rule")
ONE = "slug,text,category,level_rule\n"
A = (2, ("a", "b", "c", "d"))


def read(content, other_files=None):
    """The rows with their numbers, and the problems."""
    found = decoded(content if isinstance(content, bytes) else content.encode())
    problems = list(found.problems)
    rows = [] if problems else list(cells_by_line(found.text, COLUMNS, problems, other_files))
    return [(number, tuple(cells[name] for name in COLUMNS)) for number, cells in rows], [str(one) for one in problems]


ORDINARY = {
    "a last line of commas only": f"{ONE}a,b,c,d\n,,,\n",
    "blank lines and lines of spaces": f"\n{ONE}a,b,c,d\n\n , ,\u00a0,\u200b\n",
    "trailing empty columns": "slug,text,category,level_rule,,\na,b,c,d,,\n",
    "more empty cells than columns": f"{ONE}a,b,c,d,,,,\n",
    "an empty column in the middle": "slug,text,,category,level_rule\na,b,,c,d\n",
    "spaces around names": " slug,text ,\u00a0category,level_rule\na,b,c,d\n",
    "capitals": "Slug,TEXT,Category,Level_Rule\na,b,c,d\n",
    "spaces inside names": "slug,text,category,Level rule\na,b,c,d\n",
    "names in quotation marks": '"slug","text","category","level_rule"\na,b,c,d\n',
    "two byte-order marks": f"\ufeff\ufeff{ONE}a,b,c,d\n",
    "a byte-order mark before a quoted name": '\ufeff"slug",text,category,level_rule\na,b,c,d\n',
    "no line end": f"{ONE}a,b,c,d",
    "the line ends of old Macs": f"{ONE}a,b,c,d\n".replace("\n", "\r"),
    "the line ends of Windows": f"{ONE}a,b,c,d\n".replace("\n", "\r\n"),
    "semicolons": f"{ONE}a,b,c,d\n".replace(",", ";"),
    "tabs": f"{ONE}a,b,c,d\n".replace(",", "\t"),
    "bars": f"{ONE}a,b,c,d\n".replace(",", "|"),
    "a word about semicolons": "sep=;\n" + f"{ONE}a,b,c,d\n".replace(",", ";"),
    "a word about tabs": "sep=\t\r\n" + f"{ONE}a,b,c,d\n".replace(",", "\t"),
    "a word that is not true": f"sep=;\n{ONE}a,b,c,d\n",
    "a word that was saved as a row": f'"sep=;",,,\n{ONE}a,b,c,d\n',
    "UTF-16 from Excel": f"{ONE}a,b,c,d\n".replace(",", "\t").encode("utf-16"),
    "UTF-16 the other way around": ("\ufeff" + f"{ONE}a,b,c,d\n").encode("utf-16-be"),
    "spaces after the separators": 'slug, text, "category", level_rule\na, b, "c", d\n',
    "a mark of the end by DOS": f"{ONE}a,b,c,d\n\x1a",
    "UTF-16 without a mark": f"{ONE}a,b,c,d\n".encode("utf-16-le"),
    "UTF-16 without a mark, the other way around": f"{ONE}a,b,c,d\n".encode("utf-16-be"),
    "a separator of its own": "sep=:\n" + f"{ONE}a,b,c,d\n".replace(",", ":"),
    "other columns first": "level_rule,category,text,slug\nd,c,b,a\n",
}


@pytest.mark.parametrize("content", ORDINARY.values(), ids=ORDINARY.keys())
def test_ordinary_files_of_spreadsheets_are_read(content):
    rows, problems = read(content)
    assert ([cells for _, cells in rows], problems) == ([A[1]], [])


def test_a_row_may_end_before_its_empty_last_cells():
    assert read(f"{ONE}a,b\nx\n") == ([(2, ("a", "b", "", "")), (3, ("x", "", "", ""))], [])


def test_rows_have_the_numbers_that_a_spreadsheet_shows():
    text = f'{ONE}a,"two\nlines",c,d\n\n,,,\nb,b,c,d\n'
    assert [number for number, _ in read(text)[0]] == [2, 5]
    # It does not show the word about the separator, and counts from the next line.
    assert [number for number, _ in read(f"sep=,\n{text}")[0]] == [2, 5]


def test_windows_1252_is_read_and_said_and_what_is_no_text_is_refused():
    content = f"{ONE}a,Zürich – “x”,c,d\n"
    found = decoded(content.encode("cp1252"))
    assert (found.text, found.encoding) == (content, "Windows-1252")
    assert decoded(content.encode()).encoding == "UTF-8"
    assert decoded(content.encode("utf-16")).encoding == "UTF-16"


REFUSED: dict[str, list[Any]] = {
    "The file is empty.": ["", "\n\n", "\ufeff", ",,,\n", "sep=;"],
    "The names in the first row are separated by commas and by semicolons. Use one of them in the whole file.": [
        "slug;text,category,level_rule\na,b,c,d\n"
    ],
    "Row 3: its cells are separated by semicolons, and the names in the first row by commas.": [f"{ONE}a,b\na;b;c;d\n"],
    "Row 3: its cells are separated by tabs, and the names in the first row by commas.": [f"{ONE}a,b\na\tb\tc,x\td\n"],
    "Each row is one cell: there are quotation marks around the whole row. Take them away.": [
        '"slug,text,category,level_rule"\n"a,b,c,d"\n'
    ],
    "There are more than 200 columns.": ["slug" + "," * 300_000 + "x\n", ONE.replace("\n", ",x" * 30_000)],
    "Row 3: there is a letter in another encoding than those of other rows. Save the file as CSV UTF-8.": [
        f"{ONE}a,Zürich,c,d\nb,".encode() + "Zürich,c,d\n".encode("cp1252")
    ],
    "Row 2 (a): 'e' stands in column E, which has no name in the first row. "
    "A text with commas in it needs quotation marks around it.": [f"{ONE}a,b,c,d,e\n"],
    "Row 2 (a): 'x' stands in column C, which has no name in the first row. "
    "A text with commas in it needs quotation marks around it.": ["slug,text,,category,level_rule\na,b,x,c,d\n"],
    "The columns must be slug, text, category, level_rule. Missing: text, category, level_rule.": ["slug\na\n"],
    "The columns must be slug, text, category, level_rule. Twice: text.": ["slug,text,Text,category,level_rule\n"],
    "The columns must be slug, text, category, level_rule. Unknown: bonus.": [
        "slug,text,category,level_rule,bonus\na,b,c,d,\n"
    ],
    "This is a spreadsheet's own file, not CSV. Save it as CSV UTF-8 and bring that.": [
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
    ],
    "This is a PDF, not CSV. Save it as CSV UTF-8 and bring that.": [b"%PDF-1.7"],
    "Row 3: there is a NUL character, which no text has. Save the file as CSV UTF-8.": [f'{ONE}"a\nb",b,c,d\n\x00'],
    "Row 2: there are letters in an encoding that we do not know. Save the file as CSV UTF-8.": [
        ONE.encode() + b"\x81",
        (f"\ufeff{ONE}a").encode("utf-16-le")[:-1],
    ],
    "Row 2: there is text after a closing quotation mark. Inside a text, write the mark twice.": [f'{ONE}"a"b,b,c,d\n'],
    "Row 3: a quotation mark is opened here and never closed, so that all that follows is one cell.": [
        f'{ONE}a,b,c,d\nb,"b,c,d\nc,c,c,d\n'
    ],
}


@pytest.mark.parametrize(
    ("content", "reason"), [(content, reason) for reason, contents in REFUSED.items() for content in contents]
)
def test_what_is_unclear_or_wrong_is_named(content, reason):
    assert read(content)[1] == [reason]


def test_all_that_is_wrong_is_named_in_one_round_and_the_rest_is_read():
    rows, problems = read('slug,text,catgory,level_rule\na,b,c,d,e\n"a"b\nx;y\nb,b,c,d\n')
    assert rows == [(5, ("b", "b", "c", "d"))]
    assert [problem.split(":")[0] for problem in problems] == [
        *("The columns must be slug, text, category, level_rule. Unknown", "Row 2 (a)", "Row 3", "Row 4"),
    ]
    assert problems[0].endswith("Unknown: catgory (category?).")


def test_another_file_that_is_known_is_named():
    known = {("key", "attribution"): "This is the other one."}
    assert read("key,text,Attribution \nx\n", known) == ([], ["This is the other one."])


def test_a_file_of_very_many_rows_is_refused_in_words():
    rows, problems = read(ONE + "a,b,c,d\n" * (MOST_ROWS + 1))
    assert (len(rows), problems) == (MOST_ROWS, ["There are more than 20,000 rows. Split the file."])


CELL = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(CELL, min_size=4, max_size=4), st.sampled_from(list(SEPARATORS)), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_cells_come_through_any_separator(cells, separator, line_end):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([COLUMNS, ["x", *cells[1:]]])
    comma = io.StringIO(newline="")
    csv.writer(comma, quoting=csv.QUOTE_ALL).writerows([COLUMNS, ["x", *cells[1:]]])
    assert read(stream.getvalue()) == read(comma.getvalue())
    assert [number for number, _ in read(stream.getvalue())[0]] == [2]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_comes_is_refused_or_read(content):
    assert read(content)[1] != []
