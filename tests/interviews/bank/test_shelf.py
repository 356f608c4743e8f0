"""The shelf says what counting says, and is never that of a bank that has changed."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from curation.models import Edition
from curation.seeding import all_seeds, seed_database
from curation.shelf import places_as_bits
from curation.table_loading import keep_draft, load
from curation.table_plan import plan
from evidence.models import Skill
from interviews.bank import search
from interviews.bank.bank_files import QUESTIONS
from interviews.bank.filters import Filter
from interviews.bank.models.words import refresh_words
from interviews.bank.shelf import MOST_SEARCHES, BankShelf
from interviews.bank.shelving import BANK, put_up
from interviews.models import Category, Favorite, Question, SynonymGroup, Word
from tests.factories.evidence import make_skill
from tests.factories.interviews import make_category, make_question

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
COLORS = ("red", "green", "blue")


# --- Before and after ----------------------------------------------------------------------------------------------


def put(colors):
    numbers = range(len(colors))
    sets = {"color": {c: places_as_bits([n for n in numbers if colors[n] == c], len(colors)) for c in COLORS}}
    return BankShelf("first", [100 + 7 * n for n in numbers], sets, [f"thing-{n}" for n in numbers], {}, {})


@given(colors=st.lists(st.sampled_from(COLORS), max_size=30), data=st.data())
def test_what_stands_beside_is_the_next_of_some_in_order(colors, data):
    shelf, numbers = put(colors), list(range(len(colors)))
    some = data.draw(st.sets(st.sampled_from(numbers)) if numbers else st.just(set()))
    left = shelf.of([shelf.keys[n] for n in some])
    groups = list(shelf.sets["color"].values())
    by_color = [n for value in COLORS for n in numbers if colors[n] == value]
    for order, grouped in ((numbers, ()), (by_color, groups)):
        for here, n in enumerate(order):
            before, after = [m for m in order[:here] if m in some], [m for m in order[here + 1 :] if m in some]
            expected = (f"thing-{before[-1]}" if before else "", f"thing-{after[0]}" if after else "")
            assert shelf.beside(left, n, grouped) == expected


# --- The shelf of the bank -----------------------------------------------------------------------------------------


def edition(on=connection):
    with on.cursor() as cursor:
        cursor.execute(f"SELECT {BANK.edition}")
        return cursor.fetchone()[0]


def save_question(curating):
    question = Question.objects.get(slug="q-risk-01")
    page = f"/admin/interviews/question/{question.pk}/change/"
    form = curating.get(page).context["adminform"].form
    values = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    values |= {"level": "senior", "skills": [Skill.objects.get(slug="kanban").pk], "steps": "craft-resume"}
    assert curating.post(page, values).status_code == 302


def move_in_list(curating):
    page = "/admin/interviews/question/?q=q-risk-01"
    formset = curating.get(page).context["cl"].formset
    values = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-position": 900, "_save": "Save"}
    assert curating.post(page, values | {"form-0-id": formset.forms[0].instance.pk}).status_code == 302


def act(curating, table, name, row):
    values = {"action": name, "_selected_action": [row.pk]}
    assert curating.post(f"/admin/{table}/", values).status_code == 302


def load_a_file(curating):
    text = ",".join(QUESTIONS.header) + "\n"
    values = {"slug": "q-new", "text": "What is a quagmire?", "category": "risk", "level": "mid", "origin": "original"}
    values |= {"points": "Names one", "skills": "kanban", "seconds": "120", "position": "7"}
    text += ",".join(values.get(name, "") for name in QUESTIONS.header) + "\n"
    curator = int(curating.session["_auth_user_id"])
    keep_draft(table=QUESTIONS.name, by_id=curator, file_name="bank.csv", text=text, at=NOW)
    seen = plan(QUESTIONS, text)
    assert seen.problems == []
    load(QUESTIONS, by_id=curator, fingerprint=seen.fingerprint, at=NOW)


def seed_again(_):
    seed_database(all_seeds(), at=NOW, overwrite=True)


WAYS = {
    "a question is saved": save_question,
    "a question is moved in the list": move_in_list,
    "a question is retired": lambda c: act(c, "interviews/question", "retire", Question.objects.get(slug="q-risk-01")),
    "a category is retired": lambda c: act(c, "interviews/category", "retire", Category.objects.get(slug="risk")),
    "a skill is retired": lambda c: act(c, "evidence/skill", "retire", Skill.objects.get(slug="kanban")),
    "a file is loaded": load_a_file,
    "the files are seeded again": seed_again,
    "a question is made": lambda _: make_question(category=Category.objects.get(slug="risk")),
    "a question is deleted": lambda _: Question.objects.get(slug="q-risk-01").delete(),
    "a category is renamed": lambda _: Category.objects.filter(slug="risk").update(name="Danger"),
    "categories change places": lambda _: Category.objects.filter(slug="risk").update(position=0),
    "a skill is renamed": lambda _: Skill.objects.filter(slug="kanban").update(name="Flow"),
    "a skill is made": lambda _: make_skill(),
    "a skill is linked": lambda _: Question.objects.get(slug="q-risk-01").skills.add(Skill.objects.get(slug="kanban")),
    "skills are unlinked": lambda _: Question.objects.get(slug="q-risk-01").skills.clear(),
    "words are collected": lambda _: refresh_words(),
    "a word is forgotten": lambda _: Word.objects.filter(word="risk").delete(),
    "words mean the same": lambda _: SynonymGroup.objects.create(slug="swamp", terms="swamp\nquagmire"),
    "words mean the same no longer": lambda c: act(
        c, "interviews/synonymgroup", "retire", SynonymGroup.objects.get(slug="defect")
    ),
    "a question is brought back": lambda _: Question.objects.get(slug="q-execution-01").bring_back(at=NOW),
}


def _filters(shelf):
    return shelf.keys, shelf.slugs, shelf.sets, shelf.labels


PARTS = {"mean the same": lambda shelf: shelf.synonyms, "word": lambda shelf: shelf.words}


@pytest.mark.parametrize("way", WAYS)
def test_the_shelf_is_that_of_the_bank_as_it_is_however_it_was_changed(curating, seeded, way):
    Question.objects.get(slug="q-execution-01").retire(at=NOW)
    Question.objects.filter(slug="q-execution-02").update(level="senior")
    before = BANK.newest()
    assert BANK.newest() is before
    WAYS[way](curating)
    after = BANK.newest()
    assert after == put_up()
    part = next((part for name, part in PARTS.items() if name in way), _filters)
    assert part(after) != part(before)


def test_what_a_learner_does_leaves_the_shelf_as_it_is(seeded, learner):
    before = BANK.newest()
    question = Question.objects.get(slug="q-risk-01")
    Favorite.objects.create(user=learner, question=question, at=NOW)
    assert BANK.newest() is before


SEARCH = Filter(q="quagmire")
WORDS = {
    "text": "Is it a quagmire?",
    "points": "Calls it a quagmire",
    "follow_ups": "What of the quagmire?",
    "keywords": "quagmire",
}


@pytest.mark.parametrize("field", WORDS)
def test_a_search_that_is_kept_is_made_anew_once_the_words_have_changed(seeded, field):
    first, second = Question.objects.filter(slug__in=["q-risk-01", "q-risk-02"]).order_by("slug")
    Question.objects.filter(pk=first.pk).update(text="A quagmire?")
    assert [search.find(SEARCH).rows for _ in range(2)] == [[first.pk]] * 2
    Question.objects.filter(pk=second.pk).update(**{field: WORDS[field]})
    assert [sorted(search.find(SEARCH).rows) for _ in range(2)] == [[first.pk, second.pk]] * 2
    first.retire(at=NOW)
    assert search.find(SEARCH).rows == [second.pk]


def test_a_search_that_is_kept_is_not_looked_for_again(seeded, django_assert_num_queries):
    wanted = Filter(q="risk", category="risk")
    found = search.find(wanted)
    with django_assert_num_queries(1) as captured:
        assert search.find(wanted) == found
        looked_for = captured.captured_queries
    assert "interviews_question" not in looked_for[0]["sql"]


def test_only_the_last_searches_are_kept(seeded):
    words = [f"risk {number}" for number in range(MOST_SEARCHES + 5)]
    for word in words:
        search.find(Filter(q=f"risk or {word}"))
    kept = BANK.newest().searches
    assert [search for search, *_ in kept] == [f"risk or {word}" for word in words[5:]]


def test_marks_that_are_seen_no_more_are_swept_away(seeded):
    for number in range(3):
        make_category(position=number)
    assert Edition.objects.filter(shelf="bank").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_once_do_not_wait_and_everybody_sees_an_edition_of_their_own():
    make_category(slug="here")
    one, other = connection.copy(), connection.copy()
    seen = {"first": edition()}
    try:
        for writer, slug in ((one, "one"), (other, "other")):
            writer.set_autocommit(False)
            with writer.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '1s'")
                cursor.execute(
                    "INSERT INTO interviews_category (slug, name, tests, assess, position) VALUES (%s, %s, '', '', 1)",
                    [slug, slug],
                )
        seen |= {"within one": edition(one), "within the other": edition(other)}
        assert edition() == seen["first"]
        other.commit()
        seen["after the other"] = edition()
        assert list(BANK.newest().labels["category"]) == ["other", "here"]
        one.commit()
        seen["after both"] = edition()
        assert list(BANK.newest().labels["category"]) == ["one", "other", "here"]
    finally:
        one.close()
        other.close()
    assert seen["within the other"] == seen["after the other"]
    assert len(set(seen.values())) == len(seen) - 1


def test_a_bank_of_nothing_stands_on_a_shelf_of_nothing(db):
    found = search.find(Filter(category="risk", skill="kanban", level="mid"))
    assert (found.total, found.rows, found.unknown) == (0, [], ["category", "skill"])
    assert search.neighbors("q-nothing", Filter()) == ("", "")
    assert search.surprise(Filter()) == ""
