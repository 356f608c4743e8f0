"""Texts as searches read them: by Python and by the database alike, whatever the server takes for a letter."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.folding import chunks, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("We called it the “pipeline” rewrite.", "we called it the pipeline rewrite"),
        ("cut onboarding—by half", "cut onboarding by half"),
        ("The customer’s rollout", "the customer s rollout"),
        (
            "wait…done •first →second‑third\u00a0fourth\u202ffifth\u200bsixth",
            "wait done first second third fourth fifth sixth",
        ),
        ("pipe\u00adline \ufeffzero\u2060width", "pipeline zerowidth"),
        ("‹one› «two» „three‟ ‚four‘ –five− ―six", "one two three four five six"),
        ("ＦＵＬＬ　ｗｉｄｔｈ： ﬁt", "full width fit"),
        ("✓shipped ✅done 🚀launch *bold* _under_ ~wave~", "shipped done launch bold under wave"),
        ("rewrite¹ Scrum™ CO₂ 1½", "rewrite 1 scrum co 2 1 1 2"),
        ("Zürich, Łódź, Straße, RÉSUMÉ, Ærø, Œuvre", "zurich lodz strasse resume aero oeuvre"),
        ("ПЛАН Ωμέγα", "план ωμεγα"),
        ("tcp/ip CI/CD Node.js me@example.org a.b_c", "tcp ip ci cd node js me example org a b c"),
        (
            "C++ and C#, C; g++ (F#) C♯ issue #4 notepad++",
            "cplusplus and csharp c gplusplus fsharp csharp issue 4 notepad",
        ),
        ("KPIs SLAs SLOs PMOs MVPs PMs CVs SREs 1990s", "kpi sla slo pmo mvp pm cv sre 1990"),
        ("his news has this class was less business", "his news has this class was less business"),
        ("IT said it", "itit said it"),
        ("kick-off, stand up, sign-on", "kick offoff stand upup sign onon"),
        ("", ""),
        ("—", ""),
    ],
)
def test_a_text_is_folded_to_its_words(db, text, folded):
    assert fold(text) == folded
    assert in_database([text]) == [folded]


def in_database(texts):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array(SELECT search_fold(t) FROM unnest(%s::text[]) WITH ORDINALITY u(t, n) ORDER BY n)", [texts]
        )
        return cursor.fetchone()[0]


# What people write, and then anything at all.
WRITTEN = st.sampled_from("aAzZsSiItTC09 éÉßøŁæДд日が한י़ …—–‑'’“”/.@+#-_&½²™\u00a0\u00ad\u200b\u200d\ufeff🚀\t\n")
TEXTS = st.lists(
    st.text(
        st.one_of(WRITTEN, st.characters(blacklist_categories=("Cs", "Cn"), blacklist_characters="\0")), max_size=30
    )
    | st.lists(st.sampled_from(["KPIs", "IT", "C++", "C#", "on", "no", "news", "his", "bus", "stand-up", "é"])).map(
        " ".join
    ),
    min_size=1,
    max_size=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=TEXTS)
def test_python_and_the_database_fold_alike(db, texts):
    assert in_database(texts) == [fold(text) for text in texts]


@given(texts=TEXTS)
def test_the_words_stand_where_they_are_said_to_stand(texts):
    for text in texts:
        found = list(chunks(text))
        assert sum(number for *_, number in found) == len(fold(text).split())
        assert " ".join(fold(text[start:end]) for start, end, _ in found) == fold(text)


# --- Servers that take other characters for letters ----------------------------------------------------------------


def characters():
    """Signs of every kind, and the letters, figures and marks that every server's library has known for long."""
    for code in (*range(1, 0x3400), *range(0xA000, 0xAD00), *range(0xE000, 0x20000)):
        sign = unicodedata.category(chr(code))[0] in "PSZ"
        known = unicodedata.ucd_3_2_0.category(chr(code))
        if sign or known[0] in "LN" or (known[0] == "M" and code < 0x1700):
            yield chr(code)


def test_every_server_reads_the_same_words(db, elsewhere):
    texts = [f"ab{letter}cd, x{letter}" for letter in characters()]
    assert len(texts) > 10_000
    seen = []
    vectors = "SELECT to_tsvector('english', search_fold(t))::text FROM unnest(%s) WITH ORDINALITY u(t, n) ORDER BY n"
    for cursor in (connection.cursor(), elsewhere.cursor()):
        cursor.execute("SELECT to_tsvector('english', 'a—b É')::text")
        raw = cursor.fetchone()
        cursor.execute(vectors, [texts])
        seen.append((raw, cursor.fetchall()))
    (raw, here), (other_raw, there) = seen
    assert raw != other_raw, "Both servers have the same locale."
    assert [(text, one, other) for text, one, other in zip(texts, here, there, strict=True) if one != other] == []
