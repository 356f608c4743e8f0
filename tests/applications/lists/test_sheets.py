"""A list of any program as a table: separators, names of columns, and what is no table."""

import pytest

from applications.lists.sheets import MOST_LINES, has_names, read_sheet, separator_of

TABLE = "Title,Company\nLead,Acme\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_seen(separator):
    text = TABLE.replace(",", separator) + f'"A{separator}B"{separator}"two\nlines"\n'
    sheet = read_sheet(text, with_names=True)
    assert (separator_of(text), sheet.names) == (separator, ["Title", "Company"])
    assert sheet.lines == [(2, ["Lead", "Acme"]), (3, [f"A{separator}B", "two\nlines"])]


def test_commas_in_texts_do_not_count_beside_semicolons():
    text = "Title;Where\nLead, platform;Berlin, Germany, EU\nHead;Bonn\n"
    assert read_sheet(text, with_names=True).lines[0] == (2, ["Lead, platform", "Berlin, Germany, EU"])


def test_commas_in_the_name_of_a_column_do_not_part_it():
    sheet = read_sheet("Notes, links, days, and all else;Title\nCall Ada;Lead\n", with_names=True)
    assert (sheet.names, sheet.lines) == (["Notes, links, days, and all else", "Title"], [(2, ["Call Ada", "Lead"])])


def test_rows_have_the_numbers_of_a_spreadsheet_and_empty_ones_are_none():
    sheet = read_sheet("sep=;\r\nTitle;Company;\r\n\r\n;;\r\nLead;Acme;\r\nHead\r\n", with_names=True)
    assert sheet.names == ["Title", "Company"]
    assert sheet.lines == [(4, ["Lead", "Acme"]), (5, ["Head", ""])]


def test_a_mark_a_guard_and_what_nobody_sees_are_taken_away():
    sheet = read_sheet("\ufeffTitle,Note\n\u200bLead,'=1+1\n", with_names=True)
    assert (sheet.names, sheet.lines) == (["Title", "Note"], [(2, ["Lead", "=1+1"])])


def test_without_names_columns_are_called_by_their_letters():
    sheet = read_sheet("Lead,Acme,\n,,Bonn\n", with_names=False)
    assert sheet.names == ["Column A", "Column B", "Column C"]
    assert sheet.lines == [(1, ["Lead", "Acme", ""]), (2, ["", "", "Bonn"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Title,Company\nLead,Acme", True),
        ("Beruf,Firma\nLead,Acme", True),
        ("Lead,https://example.org/\nHead,https://example.org/2", False),
        ("Lead,2026-11-03\n", False),
        ("Title,2026-11-03\n", True),
    ],
)
def test_whether_there_are_names_is_guessed(text, found):
    assert has_names(text) is found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is nothing in it."),
        (" \n;;\n", "There is nothing in it."),
        ("Title,Company\n", "There is nothing but the names of columns."),
        (
            'Title\n"Lead',
            "Row 2: a quotation mark is opened here and never closed, so that all that follows is one cell.",
        ),
        (",".join(["x"] * 61) + "\n" + "y," * 61, "There are 61 columns. At most 60 are read."),
        (
            "Title\n" + "Lead\n" * (MOST_LINES + 1),
            "There are 2,001 lines, and at most 2,000 are read at once. Split the list.",
        ),
    ],
)
def test_what_is_no_list_says_why(text, said):
    assert [str(problem) for problem in read_sheet(text, with_names=True).problems] == [said]


def test_two_thousand_lines_are_read_with_some_values_of_each_column():
    sheet = read_sheet(
        "Title,Company\n" + "".join(f"Lead {number % 7},Acme\n" for number in range(2000)), with_names=True
    )
    assert (len(sheet.lines), sheet.samples(0), sheet.samples(1)) == (2000, ["Lead 0", "Lead 1", "Lead 2"], ["Acme"])
