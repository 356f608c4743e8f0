"""The map of skills as squares."""

from evidence.records.skill_map import SIZE, Square, area


def test_a_square_is_filled_as_high_as_it_is_rated_and_notched_where_it_is_shown():
    found = area([(None, False), (0, True), (2, False), (4, True)])
    assert found.squares == (
        Square(0, 0, 0, False),
        Square(17, 0, 0, True),
        Square(34, 0, 7, False),
        Square(51, 0, 14, True),
    )
    assert [square.fill_y for square in found.squares] == [SIZE, SIZE, 7, 0]
    assert [square.notch for square in found.squares] == ["", "M26 0h5v5z", "", "M60 0h5v5z"]


def test_ten_stand_in_a_row():
    found = area([(1, False)] * 11)
    assert [(square.x, square.y) for square in found.squares[9:]] == [(153, 0), (0, 17)]
    assert (found.width, found.height, area([]).height) == (167, 31, 0)
