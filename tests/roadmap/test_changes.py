"""What a learner is told has changed."""

from roadmap.changes import Change, changes_between

OLD = {
    "title": "Write a plan",
    "why": "Because.",
    "how": ["List", "Order"],
    "proof": ["A plan"],
    "effort": "1 to 2 hours",
}


def test_equal_versions_have_no_changes():
    assert changes_between(OLD, dict(OLD)) == []


def test_a_changed_text_shows_the_old_and_the_new_line():
    assert changes_between(OLD, OLD | {"why": "It helps."}) == [Change("Why", ("Because.",), ("It helps.",))]


def test_lists_are_compared_line_by_line():
    new = OLD | {"how": ["List", "Sort", "Order"], "proof": []}
    assert changes_between(OLD, new) == [
        Change("How", (), ("Sort",)),
        Change("What proves it", ("A plan",), ()),
    ]


def test_reordering_alone_is_no_change():
    assert changes_between(OLD, OLD | {"how": ["Order", "List"]}) == []


def test_a_part_that_an_older_version_did_not_have():
    assert changes_between({"title": "A"}, {"title": "A", "cost": "Free"}) == [Change("Cost", (), ("Free",))]
