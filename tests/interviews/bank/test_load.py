"""With ten thousand questions: as few queries, by indexes, and no reading through the questions.

``python -m tests.interviews.bank.bench`` measures the time with fifty thousand.
"""

import re
from functools import partial

import pytest
from django.db import connection, transaction

from evidence.models import Skill
from interviews.bank import search
from interviews.bank.filters import Filter
from interviews.bank.shelving import BANK
from interviews.models import Question
from tests.interviews.bank.load import fill

# The filling takes longest: by one worker alone.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("interviews-load")]


@pytest.fixture(scope="module", autouse=True)
def _filled(all_content, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        BANK.here()  # that of the bank as it was before
        fill(questions=10_000)
        yield
        transaction.set_rollback(True)


def counts(found, name):
    return {option.value: option.count for option in found.options[name] if option.count}


def plans(work):
    """The statements that ``work`` sends, each with its plan."""
    sent = []

    def listen(execute, sql, params, many, context):
        sent.append(context["cursor"].cursor.mogrify(sql, params).decode())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        work()
    found = []
    for sql in sent:
        statement = sql.removeprefix(search.BY_INDEX)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = on")
            cursor.execute(f"{sql[: len(sql) - len(statement)]}EXPLAIN {statement}")
            found.append((sql, "\n".join(line for (line,) in cursor.fetchall())))
    return found


def test_a_large_bank_is_read_through_its_indexes(client):
    (_, asking), (_, reading), (_, cards) = plans(lambda: client.get("/interviews/?sort=level&page=150"))
    # The edition, then all that filters and order need from one index, then the page's own questions.
    assert re.search("Index Scan (using|on) curation_edition_of_shelf", asking)
    assert "Index Only Scan using interviews_question_bank on interviews_question q" in reading
    assert "Index Scan using interviews_question_pkey" in cards
    assert "interviews_question" not in asking
    for plan in (reading, cards):
        assert "Seq Scan on interviews_question " not in plan
    # From now on the shelf answers.
    again = plans(lambda: client.get("/interviews/?skill=communication"))
    assert [plan.partition("  (cost")[0] for _, plan in again] == ["Result", "Sort"]


@pytest.mark.parametrize("words", ["case17", "case17 risk", "project", "zebrafish", "case17 zebrafish"])
def test_a_large_bank_is_searched_through_its_index(words):
    search.find(Filter())
    for work in (
        partial(search.find, Filter(q=words, level="mid")),
        partial(search.neighbors, "q-risk-05", Filter(q=words)),
        partial(search.surprise, Filter(q=words)),
    ):
        BANK.here().searches.clear()
        for _, plan in plans(work):
            # All words, each word alone, all words set right, any of the words.
            assert plan.count("Bitmap Index Scan on interviews_question_words") == 4
            assert "Seq Scan on interviews_question " not in plan


def test_a_word_of_many_questions_is_looked_for_in_the_index_even_if_reading_all_seems_cheaper():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL seq_page_cost = 0")
        # The other index that could lead to all questions.
        cursor.execute("DROP INDEX interviews_question_bank")
    BANK.here().searches.clear()
    # Before it, a process that has just begun asks for the edition of the shelf.
    read = [plan for _, plan in plans(partial(search.find, Filter(q="project"))) if "interviews_question" in plan]
    plan = read[0]
    assert "Bitmap Index Scan on interviews_question_words" in plan.partition("CTE mended")[0]
    assert "Seq Scan on interviews_question " not in plan


def test_a_plan_without_an_index_would_be_seen():
    assert "Seq Scan on interviews_question " in plans(lambda: list(Question.objects.filter(text="")))[0][1]


def test_a_large_bank_takes_as_few_queries_and_says_the_same(learner, client, django_assert_num_queries):
    risk = Question.objects.published().in_order().filter(category__slug="risk")
    found = search.find(Filter(category="risk"), page=3)
    assert found.rows == list(risk.values_list("pk", flat=True)[50:75])
    assert found.total == counts(found, "category")["risk"] == risk.count()
    skill = Skill.objects.get(slug="communication")
    assert counts(found, "skill")["communication"] == risk.filter(skills=skill).count()
    assert search.find(Filter(q="case17")).total == Question.objects.filter(text__endswith=" case17").count()
    client.force_login(learner)
    for query, queries in (("", 4), ("?page=100000", 4), ("?q=project", 4), ("?q=kanbann", 4), ("?q=zebrafish", 3)):
        # The session and the user are two of each.
        with django_assert_num_queries(queries):
            assert client.get(f"/interviews/{query}").status_code == 200
