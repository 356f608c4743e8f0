"""What somebody types becomes a query that the database reads, whatever it is."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.folding import fold
from curation.queries import COMMON, Wanted, parse
from interviews.bank.looking import search_for
from interviews.bank.synonyms import Synonyms


def read(query):
    """The alternatives with their words; a phrase in quotation marks, what is not wanted with a minus sign."""

    def said(run):
        words = " ".join(run.folded)
        return "-" * run.negated + (f'"{words}"' if run.phrase else words)

    return [[said(run) for run in runs] for runs in parse(query)]


@pytest.mark.parametrize(
    ("query", "runs"),
    [
        ("angry customer", [["angry customer"]]),
        ("outage or audit", [["outage"], ["audit"]]),
        ("outage OR late audit", [["outage"], ["late audit"]]),
        ("budget -estimation", [["budget", "-estimation"]]),
        ('plan "critical path" late', [["plan", '"critical path"', "late"]]),
        ('-"critical path"', [['-"critical path"']]),
        ("“critical path” «story points»", [['"critical path"', '"story points"']]),
        # A hyphen in a word, a dash and a bare minus sign leave nothing out.
        ("stand-up – late - plan", [["stand upup late plan"]]),
        ('"or" or', [['"or"']]),
        ('"never closed', [['"never closed"']]),
        ('"" - or -"" …', []),
        ("CI/CD", [["ci cd"]]),
    ],
)
def test_operators_mean_what_they_say(query, runs):
    assert read(query) == runs


SPOKEN = (
    *('"', "“", "-", " ", "or", "OR", "bug", "go", "no", "on", "call", "the", "a", "C++"),
    *("'", "\\", ":*", "&", "|", "!", "(", ")", "<->"),
)


def test_common_words_are_those_that_the_database_passes_over(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT w, numnode(to_tsquery('english', w)) FROM unnest(%s::text[]) AS w", [sorted(COMMON)])
        assert [word for word, nodes in cursor.fetchall() if nodes] == []
        words = [
            fold(word)
            for word in ["vs", "via", "per", "up", "on", "off", "no", "not", "it", "IT", "go", "ok", "get", "us"]
        ]
        cursor.execute("SELECT w FROM unnest(%s::text[]) AS w WHERE numnode(to_tsquery('english', w)) = 0", [words])
        assert [word for (word,) in cursor.fetchall()] == ["it"]


def test_no_word_is_taken_apart_or_joined_where_a_common_word_would_be_left_out():
    assert Wanted.by("today") == Wanted("(today | (tod <-> ay))", "(today | (tod <-> ay))", "today")
    assert Wanted.by("without").all_ == "(without | (wi <-> thout) | (wit <-> hout) | (witho <-> ut))"
    assert Wanted.by("scope, time and cost").all_.count("&") == 2
    assert Wanted.by("the").all_ == Wanted.by("up and down").all_ == ""


TYPED = st.lists(
    st.sampled_from(SPOKEN) | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=4),
    max_size=14,
).map("".join)
SYNONYMS = Synonyms.of(["bug\ndefect", "go/no-go\nready to go", "on-call\n24/7\ncall"])
KNOWN = {"bug": 3, "defect": 2, "call": 9, "oncall": 1, "go": 4}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.lists(TYPED, min_size=1, max_size=15))
def test_the_database_reads_whatever_was_typed(db, typed):
    queries = []
    for query in typed:
        wanted, search = Wanted.by(query), search_for(query, KNOWN, SYNONYMS)
        queries += [wanted.all_, wanted.else_, wanted.any_, search.whole, search.in_a_row]
        queries += ["".join(getattr(part, name) for part in search.parts) for name in ("full", "better", "plain")]
        queries += [part.full for part in search.parts if part.term]
        assert search.set_right([]) == query
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(to_tsquery('english', q)) FROM unnest(%s::text[]) AS q", [queries])
        assert cursor.fetchone() == (len(queries),)
