"""The words that a search has found are marked where they stand in the text as it was written."""

import pytest
from django.db.models import F, TextField, Value
from hypothesis import given
from hypothesis import strategies as st

from curation.folding import fold
from curation.highlights import END, START, around, marked, pieces
from curation.models import Source
from curation.queries import Wanted
from tests.factories.curation import make_source


def shown(text, query):
    """A text with its marks in brackets, as the database sets them."""
    make_source()
    rows = Source.objects.annotate(shown=Value(text, output_field=TextField()))
    folded = rows.values_list(marked(F("shown"), Wanted.by(query).else_), flat=True)[0]
    return "".join(f"[{piece}]" if hit else piece for piece, hit in pieces(text, folded))


@pytest.mark.parametrize(
    ("text", "query", "marks"),
    [
        ("We called it the “pipeline” rewrite.", "pipelines", "We called it the “[pipeline]” rewrite."),
        ("cut onboarding—by half", "onboarding", "cut [onboarding]—by half"),
        ("The customer’s rollout", "customer", "The [customer]’s rollout"),
        ("Beside CI/CD and tcp/ip", "cd", "Beside CI/[CD] and tcp/ip"),
        ("Our KPIs and SLAs", "kpi SLA", "Our [KPIs] and [SLAs]"),
        ("Before the kick-off, on a day off", "kickoff", "Before the [kick]-[off], on a day off"),
        ("The stand\u2011up meeting", "standup", "The [stand]\u2011[up] meeting"),
        ("C++, C# and C", "c#", "C++, [C#] and C"),
        ("pipe\u00adline, café ＡＰＩ", "pipeline cafe api", "[pipe\u00adline], [café] [ＡＰＩ]"),
        (f"no {START}marks{END} in a text", "text", "no marks in a [text]"),
        ("½ of it, then a plan", "plan", "½ of it, then a [plan]"),
    ],
)
def test_what_was_found_is_marked_as_it_was_written(db, text, query, marks):
    assert shown(text, query) == marks


def test_pieces_of_a_marked_text():
    assert pieces("a b, c-d", f"a {START}b{END} c {START}d{END}") == [
        ("a ", False),
        ("b", True),
        (", c-", False),
        ("d", True),
    ]
    assert pieces("plain", "plain") == [("plain", False)]
    assert pieces("", "") == []


TEXT = "one two three\nfour five six seven eight nine ten eleven twelve thirteen fourteen"


def marks(*words):
    return " ".join(f"{START}{word}{END}" if word in words else word for word in TEXT.split())


def test_only_the_part_around_the_words_is_shown():
    assert around(TEXT, marks(), words=8) == []
    assert around(TEXT, marks("two"), words=8) == [
        ("one ", False),
        ("two", True),
        (" three four five six seven eight", False),
    ]
    found = around(TEXT, marks("nine", "ten"), words=8)
    assert found == [
        ("four five six seven eight ", False),
        ("nine", True),
        (" ", False),
        ("ten", True),
        (" eleven", False),
    ]
    apart = around(TEXT, marks("one", "fourteen"), words=6, parts=2)
    assert (
        "".join(piece for piece, _ in apart) == "one two three four five six … nine ten eleven twelve thirteen fourteen"
    )
    assert [piece for piece, hit in apart if hit] == ["one", "fourteen"]


@given(text=st.text(alphabet="ab “”—'/.+#½é\u00ad\u200b\n", max_size=40), parts=st.integers(1, 3))
def test_nothing_of_a_text_gets_lost(text, parts):
    folded = " ".join(f"{START}{word}{END}" for word in fold(text).split())
    assert "".join(piece for piece, _ in pieces(text, folded)) == text
    everything = around(text, folded, words=100, parts=parts)
    assert "".join(piece for piece, _ in everything).split() == (text.split() if folded else [])
