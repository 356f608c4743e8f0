import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.elsewhere.anki_text import MOST_NOTES, AnkiError, read_notes

HEAD = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
NOTES = HEAD + (
    'aB1\tBasic\tTPM\tWhat is <b>Scrum</b>?\t"A framework:<br>""light"""\tagile\n'
    "# a remark\n"
    '"#c2"\tBasic\tTPM\t"Two\nlines"\t<img src=x.png>\t\n'
)


def test_notes_come_with_the_columns_that_are_about_them():
    notes = read_notes(NOTES)
    assert notes.names == ("Guid", "Note type", "Deck", "Field 4", "Field 5", "Tags")
    assert notes.special == {0, 1, 2, 5}
    assert notes.left_out == 1
    assert notes.rows == (
        (7, ("aB1", "Basic", "TPM", "What is Scrum?", 'A framework:\n"light"', "agile")),
        (10, ("#c2", "Basic", "TPM", "Two lines", "", "")),
    )


def test_names_of_columns_are_taken_where_the_file_says_them():
    notes = read_notes("#separator:Semicolon\n#columns:Front;Back;Tags\n#tags column:3\na;b;c\n")
    assert (notes.names, notes.special) == (("Front", "Back", "Tags"), {2})


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("\ufeffQ\tA\r\nQ2\tA2", [(1, ("Q", "A")), (2, ("Q2", "A2"))]),
        ("Q|A", [(1, ("Q", "A"))]),
        ("#separator:Pipe\n#html:false\na<br>|b\n", [(3, ("a<br>", "b"))]),
        ("#separator:,\na,b", [(2, ("a", "b"))]),
        ("#deck column:99\n#tags column:x\na\tb", [(3, ("a", "b"))]),
        ("a\n\nb\tc", [(1, ("a", "")), (3, ("b", "c"))]),
        ("a&nbsp;b\tc", [(1, ("a b", "c"))]),
    ],
)
def test_a_file_of_any_separator_is_read_by_its_lines(text, rows):
    assert list(read_notes(text).rows) == rows


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "There are no notes in it."),
        ("#separator:tab\n#html:true\n", "There are no notes in it."),
        ("#html:true\n<img src=a>\t<br>\n", "There are no notes with words in it."),
        ("\t".join("x" * 61), "There are 61 fields. At most 60 are read."),
        ("a\tb\n" * (MOST_NOTES + 1), "There are more than 2,000 notes. Export one deck at a time."),
        (
            'a\t"' + "x" * 140_000,
            "Line 1 cannot be read: a quotation mark is never closed, or a field is too long.",
        ),
    ],
)
def test_what_has_no_notes_is_refused_with_a_reason(text, reason):
    with pytest.raises(AnkiError) as error:
        read_notes(text)
    assert str(error.value) == reason


CELL = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{[<&\xa0"), max_size=20)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8), st.sampled_from("\t;,|"))
def test_what_is_written_as_text_is_read_again(rows, separator):
    file = StringIO(newline="")
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    wanted = [tuple(" ".join(cell.split(" ")).rstrip().strip() for cell in row) for row in rows]
    wanted = [row for row in wanted if any(row)]
    text = f"#separator:{separator}\n#html:false\n{file.getvalue()}"
    try:
        found = [cells for _, cells in read_notes(text).rows]
    except AnkiError:
        found = []
    assert found == wanted


@given(st.text(max_size=300))
def test_any_text_is_notes_or_refused(text):
    try:
        notes = read_notes(text)
    except AnkiError:
        return
    assert {len(cells) for _, cells in notes.rows} == {len(notes.names)}
