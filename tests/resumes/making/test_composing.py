"""A resume put together: what it lists, and what is left of that as content."""

from hypothesis import given
from hypothesis import strategies as st

from resumes.base.recorded import Recorded, Sentence
from resumes.making.composing import HEADLINE, SUMMARY, compose, items_of, section_key, unplaced
from resumes.making.deriving import Change
from resumes.writing.content import HEADINGS, Bullet, Contact, Content, Entry, Kind, Section

JOB = Entry(Kind.EXPERIENCE, title="Lead", text="What it was", key="position:1")
OLD = Entry(Kind.EXPERIENCE, title="Clerk", key="position:2")
SKILL = Entry(Kind.SKILLS, title="SQL", key="skill:sql")
SENTENCES = (
    Sentence("bullet:1", "Led 3 teams", JOB.key),
    Sentence("bullet:2", "Led 4 teams", JOB.key),
    Sentence("bullet:3", "Nowhere"),
)
BASE = Recorded(Contact(name="Ada"), (JOB, OLD, SKILL), SENTENCES, usually_hidden=frozenset({OLD.key}))


def said(*layers, base=BASE):
    """What the file says: each section with its entries and their bullets."""
    return [
        (
            section.heading,
            section.text,
            [(entry.title, [one.text for one in entry.bullets]) for entry in section.entries],
        )
        for section in compose(base, layers).content().sections
    ]


def test_of_nothing_there_is_an_empty_resume():
    assert compose(Recorded(), []).content() == Content()
    assert [room.kind for room in compose(Recorded(), []).rooms] == list(HEADINGS)


def test_what_is_usually_hidden_is_listed_and_not_said():
    assert said() == [("Experience", "", [("Lead", ["Led 3 teams", "Led 4 teams"])]), ("Skills", "", [("SQL", [])])]
    experience = next(room for room in compose(BASE, []).rooms if room.kind == Kind.EXPERIENCE)
    assert [(part.entry.title, part.line.shown) for part in experience.parts] == [("Lead", True), ("Clerk", False)]
    assert said({OLD.key: Change(shown=True)})[0][2][1] == ("Clerk", [])


def test_headline_summary_heading_and_text_are_said_in_the_words_of_the_resume():
    words = {HEADLINE: "Manager", SUMMARY: "Sums up", section_key(Kind.SKILLS): "Tools", JOB.key: "My way"}
    composed = compose(BASE, [{key: Change(wording=text) for key, text in words.items()}])
    assert composed.content().headline == "Manager"
    assert [(section.heading, section.text) for section in composed.content().sections] == [
        *(("Summary", "Sums up"), ("Experience", ""), ("Tools", "")),
    ]
    assert composed.content().sections[1].entries[0].text == "My way"


def test_a_section_with_nothing_to_show_is_not_in_the_file():
    assert said({JOB.key: Change(shown=False), section_key(Kind.SKILLS): Change(shown=False)}) == []
    assert said({SUMMARY: Change(wording=" \n ")}) == said()


def test_order_is_that_of_the_layer():
    layer = {
        **{section_key(Kind.SKILLS): Change(rank=1), section_key(Kind.EXPERIENCE): Change(rank=2)},
        **{"bullet:2": Change(rank=1), "bullet:1": Change(rank=2)},
    }
    assert said(layer) == [
        ("Skills", "", [("SQL", [])]),
        ("Experience", "", [("Lead", ["Led 4 teams", "Led 3 teams"])]),
    ]


def test_a_file_names_its_bullets_by_their_rows():
    (section, _) = compose(BASE, []).content().sections
    assert section == Section(
        Kind.EXPERIENCE,
        "Experience",
        entries=(
            Entry(
                Kind.EXPERIENCE,
                title="Lead",
                text="What it was",
                key=JOB.key,
                bullets=(Bullet("Led 3 teams", "bullet:1"), Bullet("Led 4 teams", "bullet:2")),
            ),
        ),
    )


def test_a_bullet_without_a_place_stands_in_no_resume():
    assert [one.text for one in unplaced(BASE)] == ["Nowhere"]
    assert "bullet:3" not in compose(BASE, []).lines


def test_the_bullets_shown_are_those_of_the_file():
    assert [told.line.text for _, told in compose(BASE, []).shown_bullets()] == ["Led 3 teams", "Led 4 teams"]
    for key in ("bullet:1", JOB.key, section_key(Kind.EXPERIENCE)):
        shown = compose(BASE, [{key: Change(shown=False)}]).shown_bullets()
        assert [told.sentence.key for _, told in shown] == (["bullet:2"] if key == "bullet:1" else [])


keys = st.sampled_from([item.key for item in items_of(BASE)])
changes = st.builds(
    Change,
    shown=st.none() | st.booleans(),
    rank=st.none() | st.integers(1, 9),
    wording=st.sampled_from(["", "x"]),
)
layers = st.lists(st.dictionaries(keys, changes), max_size=3)


@given(layers)
def test_whatever_is_laid_over_it_nothing_is_lost_or_doubled(over):
    composed = compose(BASE, over)
    assert sorted(composed.lines) == sorted(item.key for item in items_of(BASE))
    in_file = [one.key for section in composed.content().sections for entry in section.entries for one in entry.bullets]
    assert in_file == [told.line.item.key for _, told in composed.shown_bullets()]
    assert len(in_file) == len(set(in_file))
