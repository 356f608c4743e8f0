"""The bank as a file: what it holds, what it is refused for, and that loading does what the curator saw."""

import csv
import io
import re
import threading
from datetime import UTC, datetime
from html import unescape
from time import monotonic

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.changes import Batch
from curation.csv_lines import decoded
from curation.csv_writer import written
from curation.models import ImportDraft
from curation.row_states import STATE
from curation.seeding import ADVISORY_LOCK, all_seeds, seed_database
from curation.table_file import exported
from curation.table_loading import RefusedError, keep_draft, load
from curation.table_plan import plan
from interviews.bank import bank_files, search
from interviews.bank.bank_files import CATEGORIES, DIMENSIONS, QUESTIONS
from interviews.bank.filters import Filter
from interviews.bank.models.questions import STEPS, refresh_keywords
from interviews.bank.models.words import Word
from interviews.models import Answer, Category, Dimension, Favorite, Question
from tests.factories.accounts import make_user
from tests.factories.curation import make_source
from tests.factories.evidence import make_skill
from tests.factories.interviews import make_category, make_dimension, make_question
from tests.kit import at_once

NOW = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
COLUMNS = QUESTIONS.header
LIST = reverse("admin:interviews_question_changelist")
IMPORT = reverse("admin:interviews_question_import")
PREVIEW = reverse("admin:interviews_question_process_import")
EXPORT = reverse("admin:interviews_question_export")


def row(**values):
    """A line of a file as a curator would write it, about what the ``bank`` holds."""
    defaults = {
        "slug": "q-new",
        "text": "What is a quagmire, and how do you leave one?",
        "category": "risk",
        "level": "mid",
        "origin": "original",
        "source": "",
        "points": "Names one\nSays what it cost",
        "follow_ups": "",
        "steps": "",
        "skills": "",
        "seconds": "120",
        "position": "7",
    }
    assert values.keys() <= {*defaults, STATE}
    return defaults | values


def text_of(*rows, columns=COLUMNS):
    stream = io.StringIO()
    stated = [STATE] if STATE not in columns and any(STATE in row for row in rows) else []
    writer = csv.DictWriter(stream, fieldnames=[*columns, *stated])
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def file_of(table, **only):
    """What an export of the table would hold."""
    return written((*table.header, STATE), exported(table, table.model.objects.filter(**only))).removeprefix("\ufeff")


def rows_of(text):
    return {line["slug"]: line for line in csv.DictReader(io.StringIO(text))}


def problems(*rows):
    return [str(problem) for problem in plan(QUESTIONS, text_of(*rows)).problems]


def everything():
    fields = ("slug", "text", "category", "level", "origin", "source", "points", "follow_ups", "steps", "seconds")
    questions = Question.objects.order_by("pk").values_list(*fields, "position", "retired_at")
    return list(questions), sorted(Question.skills.through.objects.values_list("question", "skill"))


@pytest.fixture
def bank(db):
    """A category, a source and two skills to name."""
    return {
        "category": make_category(slug="risk"),
        "source": make_source(slug="an-article"),
        "skills": [make_skill(slug="scrum"), make_skill(slug="kanban")],
    }


@pytest.fixture
def bring(curator):
    """Show a file and load it as the curator."""

    def bring(*rows, table=QUESTIONS, by=curator):
        text = text_of(*rows, columns=table.header)
        keep_draft(table=table.name, by_id=by.pk, file_name="bank.csv", text=text, at=NOW)
        seen = plan(table, text)
        assert seen.problems == []
        return load(table, by_id=by.pk, fingerprint=seen.fingerprint, at=NOW)

    return bring


# --- Out and back ----------------------------------------------------------------------------------------------


def test_the_whole_shipped_bank_comes_back_unchanged(seeded):
    for table, number in ((QUESTIONS, 123), (CATEGORIES, 10), (DIMENSIONS, 8)):
        seen = plan(table, file_of(table))
        assert (seen.entries, seen.unchanged, seen.problems) == ([], number, [])
        assert seen.warnings == {}


def test_a_question_stands_in_its_file_as_documented(bank):
    question = make_question(
        slug="q-all",
        text="  Why?  ",
        category=bank["category"],
        source=bank["source"],
        origin="article",
        points="First, with a comma\r\n\r\nSecond “quoted”",
        steps="apply-for-jobs\ncraft-resume",
        seconds=90,
        position=3,
    )
    question.skills.set(bank["skills"])
    assert list(exported(QUESTIONS, Question.objects.all())) == [
        [
            *("q-all", "Why?", "risk", "mid", "article", "an-article", "First, with a comma\nSecond “quoted”"),
            *("And then?", "apply-for-jobs\ncraft-resume", "kanban\nscrum", "90", "3", "offered"),
        ]
    ]
    assert plan(QUESTIONS, file_of(QUESTIONS)).unchanged == 1


@pytest.mark.parametrize(
    ("stored", "cell"),
    [
        ('=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'),
        ("+1", "'+1"),
        ("-1 or more?", "'-1 or more?"),
        ("@everybody", "'@everybody"),
        ("'=quoted", "''=quoted"),
        ("'Twas late", "'Twas late"),
        ("Is 1 = 1?", "Is 1 = 1?"),
    ],
)
def test_no_cell_is_a_formula_to_a_spreadsheet_and_all_come_back_as_they_were(bank, stored, cell):
    make_question(slug="q-x", text=stored, points=f"{stored}\n=2", category=bank["category"])
    line = rows_of(file_of(QUESTIONS))["q-x"]
    assert (line["text"], line["points"]) == (cell, f"{cell}\n=2")
    assert plan(QUESTIONS, file_of(QUESTIONS)).unchanged == 1


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20), max_size=4))
def test_any_list_comes_back_from_its_cell(items):
    text = QUESTIONS.normal("points", "\n".join(items))
    stream = io.StringIO()
    csv.writer(stream).writerow([text])
    [[cell]] = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert QUESTIONS.normal("points", cell) == text
    lines = [line.strip() for item in items for line in item.splitlines()]
    assert [line for line in lines if line] == (text.split("\n") if text else [])


ANYTHING = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
FORMULA = st.builds("".join, st.tuples(st.sampled_from(["", "'", '"']), st.sampled_from("=+-@\t\r"), ANYTHING))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries(dict.fromkeys(("text", "points", "follow_ups"), ANYTHING | FORMULA)))
def test_whatever_is_stored_comes_back_from_its_file_without_a_change(bank, texts):
    question = Question.objects.first() or make_question(slug="q-x", category=bank["category"])
    Question.objects.filter(pk=question.pk).update(**texts)
    content = written((*COLUMNS, STATE), exported(QUESTIONS, Question.objects.all())).encode()
    seen = plan(QUESTIONS, decoded(content).text)
    assert (seen.entries, seen.problems, seen.unchanged) == ([], [], 1)


# --- Refused ---------------------------------------------------------------------------------------------------

BAD_CELLS = [
    ("slug", "", "slug: this is missing."),
    ("slug", "practice", "slug: practice is the address of another page. A question's slug starts with q-."),
    ("slug", "q new", "slug: Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ("slug", "q-" + "x" * 79, "slug: longer than 80 characters."),
    ("text", " \n ", "text: this is missing."),
    ("text", "x" * 301, "text: longer than 300 characters."),
    ("category", "", "category: this is missing."),
    ("category", "magic", "category: there is no 'magic'."),
    ("level", "boss", "level: 'boss' is not one of entry, mid, senior."),
    ("origin", "stolen", "origin: 'stolen' is not one of original, article, suggested."),
    ("origin", "article", "source: a question from the article names its source."),
    ("source", "nobody", "source: there is no 'nobody'."),
    ("points", "\n", "points: this is missing."),
    ("steps", "dance", f"steps: There is no step called dance. Known: {', '.join(STEPS)}."),
    ("skills", "scrum\nmagic\nluck", "skills: there is no 'luck', no 'magic'."),
    ("skills", "scrum, kanban", "skills: there is no 'scrum, kanban'."),
    ("seconds", "", "seconds: this is missing."),
    ("seconds", "two minutes", "seconds: 'two minutes' is not a whole number."),
    ("seconds", "120.5", "seconds: '120.5' is not a whole number."),
    ("seconds", "14", "seconds: Ensure this value is greater than or equal to 15."),
    ("seconds", "901", "seconds: Ensure this value is less than or equal to 900."),
    ("position", "-1", "position: Ensure this value is greater than or equal to 0."),
    ("position", "40000", "position: Ensure this value is less than or equal to 32767."),
    ("position", "9" * 5000, f"position: '{'9' * 40}...' is not a whole number."),
]


@pytest.mark.parametrize(("column", "value", "reason"), BAD_CELLS, ids=[f"{c}={v[:20]!r}" for c, v, _ in BAD_CELLS])
def test_a_bad_cell_is_named_by_row_and_reason(bank, column, value, reason):
    seen = plan(QUESTIONS, text_of(row(slug="q-good", text="Is this one good?"), row(**{column: value})))
    assert [(problem.line, problem.reason) for problem in seen.problems] == [(3, reason)]


def test_all_that_is_wrong_is_named_at_once(bank):
    assert problems(row(level="x", seconds=""), row(slug="q-2", text="Good?"), row(slug="q-2", text="")) == [
        "Row 2 (q-new): level: 'x' is not one of entry, mid, senior. seconds: this is missing.",
        "Row 4 (q-2): text: this is missing. slug: the same as in row 3.",
    ]


def test_what_stands_in_the_bank_already_is_not_judged_again(bank):
    """A suggestion that was taken in waits without points. It must not keep the others from being loaded."""
    make_question(slug="q-suggested", text="Which?", points="", category=bank["category"], retired_at=NOW)
    make_question(slug="q-long", text="Why?", category=bank["category"], steps="no-such-step")
    lines = rows_of(file_of(QUESTIONS))
    assert (plan(QUESTIONS, text_of(*lines.values(), row())).problems, lines["q-suggested"]["points"]) == ([], "")
    # Nor when another cell changes. What is made worse is.
    lines["q-suggested"]["level"] = "senior"
    lines["q-long"]["points"] = ""
    seen = plan(QUESTIONS, text_of(*lines.values()))
    assert [str(problem) for problem in seen.problems] == ["Row 3 (q-long): points: this is missing."]
    assert [entry.line.name for entry in seen.entries] == ["q-suggested"]


@pytest.mark.parametrize("seconds", ["90", "90.0", "90,0", " 90 ", "\u200b90"])
def test_whole_numbers_are_read_as_spreadsheets_and_people_write_them(bank, seconds):
    seen = plan(QUESTIONS, text_of(row(seconds=seconds, position="1,200", level="Mid")))
    assert seen.problems == []
    [line] = [entry.line for entry in seen.entries]
    assert (line.values["seconds"], line.values["position"], line.values["level"]) == ("90", "1200", "mid")


def test_capitals_make_no_other_row_of_a_name(bank):
    make_question(slug="q-old", text="Which?", category=bank["category"], points="One").skills.set(bank["skills"])
    lines = rows_of(file_of(QUESTIONS))
    lines["q-old"] |= {"slug": "Q-Old", "category": "Risk", "skills": "SCRUM\nkanban", "level": "MID"}
    seen = plan(QUESTIONS, text_of(*lines.values(), row(slug="Q-New")))
    assert (seen.unchanged, [entry.line.name for entry in seen.entries], seen.problems) == (1, ["Q-New"], [])
    twice = plan(QUESTIONS, text_of(*lines.values(), lines["q-old"] | {"slug": "q-old"}))
    assert [str(problem) for problem in twice.problems] == ["Row 3 (q-old): slug: the same as in row 2."]


def test_near_misses_are_offered(bank):
    assert problems(row(category="Risks", skills="scrums\nkanban\nluck", source="an article")) == [
        "Row 2 (q-new): category: there is no 'Risks': risk? source: there is no 'an article': an-article? "
        "skills: there is no 'luck', no 'scrums' (scrum?)."
    ]


def test_what_nobody_sees_is_taken_out_of_keys_and_put_into_words_in_texts(curating, bank):
    question = make_question(slug="q-old", text="Which one?", category=bank["category"])
    lines = rows_of(file_of(QUESTIONS))
    lines["q-old"] |= {
        "slug": "\u200bq-old\u00a0",
        "category": "ri\u00adsk",
        "steps": "\ufeffcraft-resume",
        "level": "mid\u200e",
    }
    lines["q-old"]["text"] = "Which\u00a0one?"
    upload(curating, text_of(*lines.values()).encode())
    page = " ".join(body(curating.get(PREVIEW)).split())
    assert "0 new, 1 changed, 0 unchanged." in page
    assert "<del>Which«space»one?</del></div><div><ins>Which«no-break space»one?</ins>" in page
    assert "<strong>text: There is what nobody sees: no-break space.</strong>" in page
    press_load(curating)
    question.refresh_from_db()
    assert (question.text, question.steps) == ("Which\u00a0one?", "craft-resume")


def test_texts_that_came_in_before_are_found(curating, bank):
    make_question(text="Fine, naïve?")
    found = {make_question(text="ZÃ¼rich?"), make_question(points="One\nTwo\ufeff")}
    assert set(curating.get(f"{LIST}?text=doubtful").context["cl"].queryset) == found


def test_garbled_text_is_pointed_out_before_it_is_loaded(curating, bank):
    upload(curating, text_of(row(text="Who came from ZÃ¼rich?", points="It â€™ s\nFine")).encode())
    page = " ".join(body(curating.get(PREVIEW)).split())
    assert "<strong>1 to look at</strong> before you load: row 2." in page
    assert "<strong>text: “ZÃ¼rich?” looks garbled. Was it “Zürich?”?</strong>" in page
    assert "<strong>points: “â€™” looks garbled. Was it “’”?</strong>" in page


def test_a_file_in_windows_1252_is_read_and_says_with_which_letters(curating, bank):
    upload(curating, text_of(row(text="Who came from Zürich – and why?")).encode("cp1252"))
    page = " ".join(body(curating.get(PREVIEW)).split())
    assert "This file is not in UTF-8. It was read as Windows-1252" in page
    assert "with the letters ü –. If one of them is wrong" in page
    press_load(curating)
    assert Question.objects.get().text == "Who came from Zürich – and why?"


def test_an_unknown_category_of_a_dimension_is_refused(bank):
    line = {"slug": "d", "name": "D", "looks_for": "L", "score_1": "1", "score_3": "3", "score_5": "5", "position": "1"}
    text = text_of(line | {"applies_to": "risk\nmagic"}, columns=DIMENSIONS.header)
    assert [str(problem) for problem in plan(DIMENSIONS, text).problems] == [
        "Row 2 (d): applies_to: there is no 'magic'."
    ]


def test_the_text_of_another_question_is_refused_in_the_file_and_in_the_bank(bank):
    make_question(slug="q-old", text="What went  wrong?", retired_at=NOW)
    make_question(slug="q-free", text="Where do you go?")
    assert problems(row(slug="q-1"), row(slug="q-2", text=row()["text"].upper())) == [
        "Row 3 (q-2): text: the same question as in row 2."
    ]
    assert problems(row(text="what went wrong?")) == [
        "Row 2 (q-new): text: the same question as q-old, which the bank has already."
    ]
    # Two can change their places, for it is judged as it would stand.
    assert problems(row(slug="q-old", text="Where do you go?"), row(slug="q-free", text="What went wrong?")) == []
    # What a curator has kept twice on purpose is no news.
    make_question(slug="q-again", text="What went wrong?", category=bank["category"])
    assert problems(row(slug="q-again", text="What went wrong?", level="senior")) == []


def test_a_line_that_stands_before_the_stored_one_it_repeats_names_it(bank):
    make_question(slug="q-old", text="What went wrong?")
    lines = (row(slug="q-1", text="What went wrong?"), row(slug="q-old", text="What went wrong?"))
    assert problems(*lines) == ["Row 2 (q-1): text: the same question as q-old, which the bank has already."]


BAD_FILES = [
    (b"\n\n", "The file is empty."),
    (text_of().encode(), "There are no questions in this file."),
    (
        text_of(row(text="caf\x81?")).encode("latin-1"),
        "Row 2: there are letters in an encoding that we do not know. Save the file as CSV UTF-8.",
    ),
    (
        text_of(row(text="a\x00b")).encode(),
        "Row 2: there is a NUL character, which no text has. Save the file as CSV UTF-8.",
    ),
    (b"PK\x03\x04\x14", "This is a spreadsheet's own file, not CSV. Save it as CSV UTF-8 and bring that."),
    (b"a;b", f"The columns must be {', '.join(COLUMNS)}. Missing: {', '.join(COLUMNS)}. Unknown: a;b."),
    (
        text_of(columns=[*COLUMNS, "rubric"]).encode(),
        f"The columns must be {', '.join(COLUMNS)}. Unknown: rubric.",
    ),
    (text_of(columns=[*COLUMNS, "text"]).encode(), f"The columns must be {', '.join(COLUMNS)}. Twice: text."),
    (
        (text_of() + "one,two\n").encode(),
        "Row 2 (one): category, level, origin, points, seconds, position: these are missing.",
    ),
    (
        (text_of() + '"never ended\n').encode(),
        "Row 2: a quotation mark is opened here and never closed, so that all that follows is one cell.",
    ),
    (
        (text_of() + "x" * 200_000).encode(),
        "Row 2: a cell holds more than 131,072 characters. Is a quotation mark never closed?",
    ),
]


@pytest.mark.parametrize(("content", "reason"), BAD_FILES, ids=[reason[:40] for _, reason in BAD_FILES])
def test_a_bad_file_is_refused_for_what_it_is(bank, curating, content, reason):
    before = everything()
    response = upload(curating, content)
    assert response.status_code == 200
    assert [str(problem) for problem in response.context["problems"]] == [reason]
    assert (everything(), ImportDraft.objects.count()) == (before, 0)


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@pytest.mark.django_db
def test_whatever_comes_is_refused_or_read(content):
    read = decoded(content)
    problems = read.problems or plan(QUESTIONS, read.text).problems
    assert problems != []


# --- What a file would change ----------------------------------------------------------------------------------


def test_new_changed_and_unchanged_are_told_apart_field_by_field(bank):
    fields = {"category": bank["category"], "points": "One\nTwo", "follow_ups": ""}
    make_question(slug="q-1", text="Which one?", position=1, **fields)
    make_question(slug="q-2", text="Which other?", position=2, **fields).skills.set(bank["skills"])
    lines = rows_of(file_of(QUESTIONS))
    lines["q-2"] |= {"points": "One\nThree", "skills": "scrum", "level": "senior"}
    seen = plan(QUESTIONS, text_of(*lines.values(), row()))
    assert (seen.new, seen.changed, seen.unchanged, seen.problems) == (1, 1, 1, [])
    changed, new = seen.entries
    assert changed.differences == [
        ("level", "mid", "senior"),
        ("points", "One\nTwo", "One\nThree"),
        ("skills", "kanban\nscrum", "scrum"),
    ]
    assert new.differences == [(name, "", value) for name, value in row().items() if value and name != "slug"]
    assert changed.items == [
        ("level", [("-", "mid"), ("+", "senior")]),
        ("points", [(" ", "One"), ("-", "Two"), ("+", "Three")]),
        ("skills", [("-", "kanban"), (" ", "scrum")]),
    ]


def test_questions_like_others_are_pointed_out_and_not_refused(seeded):
    like = "What's the difference between an issue and a risk? Give me one of each from your work."
    seen = plan(QUESTIONS, text_of(row(text=like), row(slug="q-2", text=f"So {like}"), row(slug="q-3", text="Zebra?")))
    text = Question.objects.get(slug="q-risk-01").text
    assert (seen.problems, sorted(seen.warnings)) == ([], [2, 3])
    assert [sentence.rpartition(" (")[0] for sentence in seen.warnings[2]] == [
        f"Like q-2: “So {like}”",
        f"Like q-risk-01: “{text}”",
    ]


def test_a_stored_question_is_not_compared_again_unless_its_text_changes(seeded):
    lines = rows_of(file_of(QUESTIONS, slug="q-risk-01"))
    make_question(slug="q-twin", text=lines["q-risk-01"]["text"] + "!")
    lines["q-risk-01"]["seconds"] = "60"
    assert plan(QUESTIONS, text_of(*lines.values())).warnings == {}
    lines["q-risk-01"]["text"] += " Now?"
    assert list(plan(QUESTIONS, text_of(*lines.values())).warnings) == [2]


def test_what_is_too_much_to_compare_is_said(bank, monkeypatch):
    make_question(slug="q-old", text="What is a quagmire?")
    monkeypatch.setattr(bank_files, "MOST_PAIRS", 3)
    lines = (row(slug="q-1", text="What is a quagmire then?"), row(slug="q-2", text="What is a quagmire now?"))
    warnings = plan(QUESTIONS, text_of(*lines)).warnings
    assert [line.partition(":")[0] for line in warnings[2]] == ["Like q-old", "Like q-2"]
    assert warnings[3] == ["Not compared with the bank: the file is too long."]


def test_twenty_thousand_rows_that_ask_the_same_are_judged_in_one_go(bank):
    """Each was once compared with all before it: 16 seconds for 5,000."""
    text = text_of(*(row(slug=f"q-{number}") for number in range(20_000)))
    start = monotonic()
    seen = plan(QUESTIONS, text)
    assert monotonic() - start < 20
    assert len(seen.problems) == 19_999
    assert str(seen.problems[-1]) == "Row 20001 (q-19999): text: the same question as in row 2."


# --- Loading ---------------------------------------------------------------------------------------------------


def test_loading_writes_what_was_seen(bank, bring, curator):
    old = make_question(slug="q-old", text="Which?", category=make_category(), source=bank["source"], seconds=60)
    old.skills.set(bank["skills"][:1])
    other = make_question(slug="q-other", text="Untouched?")
    lines = rows_of(file_of(QUESTIONS, slug="q-old"))
    lines["q-old"] |= {"text": "Which now?", "category": "risk", "source": "", "skills": "kanban", "seconds": "90"}
    loaded = bring(
        *lines.values(), row(origin="article", source="an-article", skills="scrum\nkanban\n", points="One\r\nTwo")
    )
    assert (loaded.new, loaded.changed) == (1, 1)
    new = Question.objects.get(slug="q-new")
    stored = (new.text, new.category, new.level, new.origin, new.source, new.points, new.seconds, new.position)
    assert stored == (row()["text"], bank["category"], "mid", "article", bank["source"], "One\nTwo", 120, 7)
    assert (set(new.skills.all()), new.retired_at) == (set(bank["skills"]), None)
    old.refresh_from_db()
    assert (old.text, old.category, old.source, old.seconds) == ("Which now?", bank["category"], None, 90)
    assert [skill.slug for skill in old.skills.all()] == ["kanban"]
    assert Question.objects.get(slug="q-other").text == other.text
    assert plan(QUESTIONS, file_of(QUESTIONS)).unchanged == 3
    log = LogEntry.objects.order_by("object_id").values_list("user", "object_id", "action_flag", "change_message")
    assert list(log) == [
        (curator.pk, str(old.pk), 2, "Changed from bank.csv: text, category, source, skills, seconds."),
        (curator.pk, str(new.pk), 1, "Added from bank.csv."),
    ]


def test_what_is_retired_stays_so_and_nothing_is_deleted(bank, bring):
    make_question(slug="q-old", text="Which?", retired_at=NOW)
    make_question(slug="q-not-named", text="Where?")
    lines = rows_of(file_of(QUESTIONS, slug="q-old"))
    lines["q-old"]["level"] = "senior"
    [entry] = bring(*lines.values()).entries
    assert entry.state == "retired"
    assert list(Question.objects.order_by("pk").values_list("slug", "level", "retired_at")) == [
        ("q-old", "senior", NOW),
        ("q-not-named", "mid", None),
    ]


def test_the_search_finds_what_was_loaded(seeded, bring):
    lines = rows_of(file_of(QUESTIONS, slug="q-risk-01"))
    lines["q-risk-01"]["follow_ups"] = "And the zygomorph?"
    bring(*lines.values(), row(skills="kanban"))
    keys = {question.slug: question.pk for question in Question.objects.filter(slug__in=["q-new", "q-risk-01"])}
    assert search.find(Filter(q="quagmires")).rows == [keys["q-new"]]
    assert search.find(Filter(q="quagmrie")).corrected == "quagmire"
    assert search.find(Filter(q="incident response quagmire kanban")).rows == [keys["q-new"]]
    assert search.find(Filter(q="zygomorphs")).rows == [keys["q-risk-01"]]


def test_a_long_file_is_made_known_to_the_search_in_parts(bank, bring, monkeypatch):
    monkeypatch.setattr(bank_files, "AT_A_TIME", 2)
    words = ("Quagmires", "Zygomorphs", "Xylophones", "Wombats", "Yodelers")
    bring(*(row(slug=f"q-{place}", text=f"Which {word}?", skills="scrum") for place, word in enumerate(words)))
    keywords = f"{bank['category'].name} {bank['skills'][0].name}"
    assert list(Question.objects.values_list("keywords", flat=True)) == [keywords] * 5
    assert Word.objects.filter(word__in=[word.lower() for word in words]).count() == 5


def test_keywords_are_worked_out_of_the_questions_asked_for_and_no_others(bank):
    one = make_question(category=bank["category"])
    make_question(category=bank["category"])
    assert (refresh_keywords([one.pk]), refresh_keywords([one.pk])) == (1, 0)
    assert [row.keywords for row in Question.objects.order_by("pk")] == [bank["category"].name, ""]
    assert refresh_keywords() == 1


def test_the_search_finds_questions_by_the_new_name_of_their_category(seeded, bring):
    lines = rows_of(file_of(CATEGORIES, slug="risk"))
    lines["risk"]["name"] = "Perils"
    bring(*lines.values(), table=CATEGORIES)
    assert Category.objects.get(slug="risk").name == "Perils"
    number = Question.objects.filter(category__slug="risk").count()
    assert search.find(Filter(q="perils")).total == number > 0


def test_a_dimension_applies_to_the_categories_its_line_names(bank, bring):
    dimension = make_dimension(slug="depth")
    dimension.applies_to.set([make_category()])
    lines = rows_of(file_of(DIMENSIONS))
    lines["depth"] |= {"applies_to": "risk", "score_5": "Deep"}
    bring(*lines.values(), table=DIMENSIONS)
    assert [(row.score_5, list(row.applies_to.all())) for row in Dimension.objects.all()] == [
        ("Deep", [bank["category"]])
    ]


def test_the_next_seeding_leaves_alone_what_an_import_changed_and_follows_nothing_else(seeded, bring):
    lines = rows_of(file_of(QUESTIONS, slug__in=["q-risk-01", "q-risk-02"]))
    lines["q-risk-01"]["skills"] = "kanban"
    bring(*lines.values(), row())
    report = seed_database(all_seeds(), at=NOW)
    assert (report.kept, report.changes) == (["interviews.question q-risk-01"], 0)
    assert [skill.slug for skill in Question.objects.get(slug="q-risk-01").skills.all()] == ["kanban"]


def test_what_is_no_longer_as_it_was_shown_is_not_loaded(bank, curator):
    question = make_question(slug="q-old", text="Which?")
    lines = rows_of(file_of(QUESTIONS))
    lines["q-old"]["level"] = "senior"
    text = text_of(*lines.values())
    keep_draft(table=QUESTIONS.name, by_id=curator.pk, file_name="bank.csv", text=text, at=NOW)
    seen = plan(QUESTIONS, text).fingerprint
    Question.objects.update(seconds=30)
    with pytest.raises(RefusedError) as refused:
        load(QUESTIONS, by_id=curator.pk, fingerprint=seen, at=NOW)
    assert refused.value.reasons == [
        "The file or what it changes is no longer what you saw. Look at the changes again."
    ]
    question.refresh_from_db()
    assert (question.level, question.seconds) == ("mid", 30)


def test_a_file_of_another_table_is_another_draft(bank, curator):
    for table, text in ((CATEGORIES, file_of(CATEGORIES)), (QUESTIONS, text_of(row()))):
        keep_draft(table=table.name, by_id=curator.pk, file_name="x.csv", text=text, at=NOW)
    load(QUESTIONS, by_id=curator.pk, fingerprint=plan(QUESTIONS, text_of(row())).fingerprint, at=NOW)
    assert [draft.table for draft in ImportDraft.objects.all()] == [CATEGORIES.name]
    with pytest.raises(RefusedError) as refused:
        load(CATEGORIES, by_id=curator.pk, fingerprint=plan(CATEGORIES, file_of(CATEGORIES)).fingerprint, at=NOW)
    assert refused.value.reasons == ["All categories in the file are stored just so already."]


def test_a_failure_on_the_way_leaves_nothing_behind(bank, bring, curator):
    make_question(slug="q-old", text="Which?", category=bank["category"])
    lines = rows_of(file_of(QUESTIONS))
    lines["q-old"]["level"] = "senior"
    before = everything()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE interviews_question_skills ADD CONSTRAINT no_kanban CHECK (false)")
    with pytest.raises(RefusedError) as refused:
        bring(*lines.values(), row(skills="kanban"))
    assert refused.value.reasons[0].startswith("Nothing was changed: new row for relation")
    assert (everything(), LogEntry.objects.count(), ImportDraft.objects.count()) == (before, 0, 1)


@pytest.mark.django_db(transaction=True)
def test_while_somebody_seeds_or_imports_another_is_told_to_wait(bank, bring):
    held, done = threading.Event(), threading.Event()

    def hold():
        with connection.cursor() as cursor:
            cursor.execute("BEGIN; SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
            held.set()
            done.wait(10)
            cursor.execute("ROLLBACK")
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(10)
    with pytest.raises(RefusedError) as refused:
        bring(row())
    done.set()
    other.join()
    assert refused.value.reasons == ["Another import or undo is under way. Try again in a minute."]
    assert Question.objects.count() == 0
    bring(row())
    assert Question.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_time_load_once(bank, curator):
    text = text_of(*(row(slug=f"q-{number}", text=f"Number {number}?") for number in range(20)))
    keep_draft(table=QUESTIONS.name, by_id=curator.pk, file_name="bank.csv", text=text, at=NOW)
    seen = plan(QUESTIONS, text).fingerprint

    def press():
        try:
            return load(QUESTIONS, by_id=curator.pk, fingerprint=seen, at=NOW).new
        except RefusedError:
            return "refused"

    outcomes = at_once(press, press)
    assert sorted(outcomes, key=str) == [20, "refused"]
    assert (Question.objects.count(), LogEntry.objects.count()) == (20, 20)


def test_a_load_asks_the_database_as_often_for_thirty_rows_as_for_one(bank, bring):
    ContentType.objects.get_for_model(Question)
    counts = []
    for start, number in ((0, 1), (100, 30)):
        old = [make_question(text=f"Old {start + n}?", category=bank["category"]) for n in range(number)]
        lines = rows_of(file_of(QUESTIONS, pk__in=[question.pk for question in old]))
        for line in lines.values():
            line |= {"level": "senior", "skills": "scrum"}
        new = [row(slug=f"q-new-{start + n}", text=f"New {start + n}?", skills="kanban") for n in range(number)]
        with CaptureQueriesContext(connection) as captured:
            assert bring(*lines.values(), *new).new == number
        counts.append(len(captured))
    assert counts == [46, 46]


# --- Pages -----------------------------------------------------------------------------------------------------


def upload(client, content, path=IMPORT, name="bank.csv"):
    return client.post(path, {"file": SimpleUploadedFile(name, content)})


def press_load(client, path=PREVIEW):
    return client.post(path, {"fingerprint": client.get(path).context["plan"].fingerprint}, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


def body(response):
    return unescape(response.content.decode())


def test_an_export_holds_what_the_list_shows_and_no_learners_row(curating, learner, bank):
    make_question(slug="q-1", text="Which one?", level="senior")
    question = make_question(slug="q-2", text="Which other?")
    make_question(slug="q-3", text="Which third?", retired_at=NOW)
    Favorite.objects.create(user=learner, question=question, at=NOW)
    Answer.objects.create(user=learner, question=question, draft={"text": "A private thought"})
    for query, slugs in (("", ["q-1", "q-2", "q-3"]), ("?level__exact=senior", ["q-1"]), ("?q=other", ["q-2"])):
        response = curating.get(EXPORT + query)
        assert response["Content-Type"] == "text/csv"
        assert list(rows_of(response.content.decode("utf-8-sig"))) == slugs
        assert "private" not in response.content.decode()
    assert "fewer" not in curating.get(EXPORT).content.decode()
    assert curating.get(EXPORT + "?nonsense=1", follow=True).redirect_chain == [(LIST, 302)]


def test_an_export_comes_back_without_a_change(curating, seeded):
    assert upload(curating, curating.get(EXPORT).content)["Location"] == PREVIEW
    page = curating.get(PREVIEW)
    assert "0 new, 0 changed, 123 unchanged." in body(page)
    assert "There's nothing to load: everything in the file is already stored." in body(page)
    assert "Load these changes" not in body(page)


def test_a_preview_shows_every_change_and_a_press_loads_exactly_that(curating, bank):
    question = make_question(slug="q-old", text="Which?", category=bank["category"], points="One\nTwo")
    lines = rows_of(curating.get(EXPORT).content.decode("utf-8-sig"))
    lines["q-old"]["points"] = "One\n<b>Three</b>"
    assert upload(curating, text_of(*lines.values(), row()).encode()).status_code == 302
    page = " ".join(curating.get(PREVIEW).content.decode().split())
    assert "1 new, 1 changed, 0 unchanged." in page
    changed = "<div>One</div><div><del>Two</del></div><div><ins>&lt;b&gt;Three&lt;/b&gt;</ins></div>"
    assert f"<strong>points</strong> {changed}" in page
    assert "<strong>category</strong> <div><ins>risk</ins></div>" in page
    question.refresh_from_db()
    assert (question.points, Question.objects.count()) == ("One\nTwo", 1)
    response = press_load(curating)
    act = reverse("admin:curation_batch_change", args=[Batch.objects.get().pk])
    assert (response.redirect_chain, told(response)) == ([(act, 302)], ["Loaded: 1 new and 1 changed."])
    question.refresh_from_db()
    assert (question.points, Question.objects.count()) == ("One\n<b>Three</b>", 2)
    # The file is gone, so a second press has nothing to load.
    response = curating.post(PREVIEW, {"fingerprint": ""}, follow=True)
    assert told(response) == ["There is no file to load: it was loaded already, or none was chosen."] * 2
    assert (Question.objects.count(), LogEntry.objects.count()) == (2, 2)
    history = curating.get(reverse("admin:interviews_question_history", args=[question.pk]))
    assert "Imported questions from bank.csv" in body(history)


def test_alike_questions_are_pointed_out_in_the_preview_and_loaded_all_the_same(curating, bank):
    make_question(slug="q-old", text="What is a quagmire, and how do you leave it?")
    upload(curating, text_of(row()).encode())
    page = body(curating.get(PREVIEW))
    assert "<strong>1 to look at</strong> before you load: row 2." in page
    assert "Like q-old: “What is a quagmire, and how do you leave it?” (9" in page
    assert told(press_load(curating)) == ["Loaded: 1 new and 0 changed."]


def test_a_retired_row_says_that_it_stays_so(curating, bank):
    make_question(slug="q-old", text="Which?", retired_at=NOW)
    lines = rows_of(curating.get(EXPORT).content.decode("utf-8-sig"))
    lines["q-old"]["level"] = "senior"
    upload(curating, text_of(*lines.values()).encode())
    assert "Changed (retired, and stays so): q-old" in body(curating.get(PREVIEW))


def test_what_changed_after_the_preview_is_shown_again_instead_of_loaded(curating, bank):
    upload(curating, text_of(row()).encode())
    seen = curating.get(PREVIEW).context["plan"].fingerprint
    make_question(slug="q-new", text="Something else?", category=bank["category"])
    response = curating.post(PREVIEW, {"fingerprint": seen}, follow=True)
    assert told(response) == ["The file or what it changes is no longer what you saw. Look at the changes again."]
    assert "<del>Something else?</del>" in body(response)
    # A draft that has become wrong since says so too.
    Category.objects.filter(slug="risk").update(slug="away")
    response = curating.get(PREVIEW)
    assert "Row 2 (q-new): category: there is no 'risk'." in body(response)
    assert "Load these changes" not in body(response)


def test_a_bad_file_names_its_lines_escaped_and_nothing_is_kept_of_it(curating, bank):
    response = upload(curating, text_of(row(level="<b>boss</b>")).encode())
    assert "Nothing was changed. 1 thing to fix" in body(response)
    assert "Row 2 (q-new): level: &#x27;&lt;b&gt;boss&lt;/b&gt;&#x27; is not one of" in response.content.decode()
    assert (Question.objects.count(), ImportDraft.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"x" * (8 * 1024 * 1024 + 1), "The file is larger than 8 MB. Split it."),
        (None, "Choose a file."),
    ],
    ids=["empty", "too large", "none"],
)
def test_a_file_that_is_none_is_refused_by_the_form(curating, content, sentence):
    response = curating.post(IMPORT) if content is None else upload(curating, content)
    assert response.context["form"].errors == {"file": [sentence]}
    assert not ImportDraft.objects.exists()


def test_a_long_preview_is_shown_in_pages(curating, bank):
    lines = [row(slug=f"q-{number}", text=f"{number} {number * 7919}?") for number in range(120)]
    upload(curating, text_of(*lines).encode())
    sizes = [len(curating.get(f"{PREVIEW}?page={page}").context["rows"]) for page in ("1", "2", "x")]
    assert sizes == [100, 20, 100]


def test_the_import_page_says_what_stands_in_each_column(curating):
    notation = dict(curating.get(IMPORT).context["notation"])
    assert tuple(notation) == (*COLUMNS, STATE)
    assert notation["skills"] == "Slugs of skills, one per line inside the cell. May be empty."
    assert notation["points"] == "One per line inside the cell."
    assert notation["level"] == "One of entry, mid, senior."
    page = body(curating.get(f"{LIST}?level__exact=mid"))
    buttons = re.findall(r'<li><a href="([^"]+)">(Import|Export)</a></li>', page)
    assert buttons == [(IMPORT, "Import"), (f"{EXPORT}?level__exact=mid", "Export")]


@pytest.mark.parametrize("name", ["category", "dimension"])
def test_categories_and_dimensions_come_and_go_the_same_way(curating, seeded, name):
    page = {what: reverse(f"admin:interviews_{name}_{what}") for what in ("export", "import", "process_import")}
    lines = rows_of(curating.get(page["export"]).content.decode("utf-8-sig"))
    slug = next(iter(lines))
    lines[slug]["name"] = "Another name"
    text = text_of(*lines.values(), columns=lines[slug].keys())
    assert upload(curating, text.encode(), path=page["import"])["Location"] == page["process_import"]
    assert told(press_load(curating, page["process_import"])) == ["Loaded: 0 new and 1 changed."]
    assert {"category": Category, "dimension": Dimension}[name].objects.get(slug=slug).name == "Another name"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [(EXPORT, 6), (IMPORT, 2), (PREVIEW, 11)])
def test_query_count(curating, bank, page, queries, number, django_assert_num_queries):
    for place in range(number):
        make_question(text=f"Old {place}?").skills.set(bank["skills"])
    upload(curating, text_of(*(row(slug=f"q-{n}", text=f"Number {n}?") for n in range(number))).encode())
    with django_assert_num_queries(queries):
        assert curating.get(page).status_code == 200


# --- Who may ---------------------------------------------------------------------------------------------------


def answers(client):
    pages = [("get", LIST), ("get", EXPORT), ("get", IMPORT), ("post", IMPORT), ("get", PREVIEW), ("post", PREVIEW)]
    return [getattr(client, method)(address).status_code for method, address in pages]


def test_visitors_and_learners_are_sent_to_sign_in(client, learner, bank):
    for who in (None, learner):
        if who:
            client.force_login(who)
        assert answers(client) == [302] * 6
        for address in (EXPORT, IMPORT, PREVIEW):
            assert client.get(address)["Location"].startswith("/admin/login/")
        refused = upload(client, text_of(row()).encode())
        if who:
            assert refused["Location"].startswith("/admin/login/")
        else:
            # Whose session ended is told that the file has to be chosen again.
            assert (refused.status_code, "choose bank.csv again" in refused.content.decode()) == (403, True)
    assert not ImportDraft.objects.exists()


def test_staff_do_what_they_are_permitted_to(client, bank):
    user = make_user("staff@example.org", is_staff=True)
    for names, expected in (
        ((), [403, 403, 403, 403, 403, 403]),
        (("view_question",), [200, 200, 403, 403, 403, 403]),
        (("change_question",), [200, 200, 403, 403, 403, 403]),
        (("add_question", "change_question"), [200, 200, 200, 200, 302, 302]),
    ):
        user.user_permissions.set(Permission.objects.filter(codename__in=names, content_type__app_label="interviews"))
        client.force_login(user)
        assert answers(client) == expected


def test_a_draft_is_its_curators_alone(curating, client, bank):
    upload(curating, text_of(row()).encode())
    client.force_login(make_user("other@example.org", is_staff=True, is_superuser=True))
    assert client.get(PREVIEW)["Location"] == IMPORT
    assert told(client.post(PREVIEW, {"fingerprint": ""}, follow=True))[0].startswith("There is no file to load")
    assert (ImportDraft.objects.count(), Question.objects.count()) == (1, 0)
