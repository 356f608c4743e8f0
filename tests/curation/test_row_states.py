"""Whether a row is offered, in words beside the row and about its file."""

from curation.row_states import notes, remark, state_of


def test_a_hidden_row_is_a_draft_or_retired():
    assert [state_of(hidden=hidden, draft=draft) for hidden in (False, True) for draft in (False, True)] == [
        *("offered", "offered", "retired", "draft")
    ]


def test_what_is_not_offered_is_remarked():
    states = ("offered", "retired", "draft")
    assert [remark(state, new=True) for state in states] == [
        *("", "retired, and comes in so", "a draft, and comes in as one")
    ]
    assert [remark(state, new=False) for state in states] == ["", "retired, and stays so", "a draft, and stays one"]


def test_of_a_file_only_what_happens_is_said_and_not_a_thousand_names():
    assert notes([], []) == []
    assert notes(["retired", "draft"], []) == []
    assert notes(["offered"] * 1200, []) == ["Once loaded, 1,200 new rows are offered to everybody."]
    [said] = notes([], [(f"row-{number}", "draft", "offered") for number in range(7)])
    assert said == (
        "A file changes no row's state, so these keep theirs: "
        "row-0 is a draft, and the file says offered; row-1 is a draft, and the file says offered; "
        "row-2 is a draft, and the file says offered; row-3 is a draft, and the file says offered; "
        "row-4 is a draft, and the file says offered; and 2 more. "
        "Publish, retire, or restore a row on its own page."
    )
