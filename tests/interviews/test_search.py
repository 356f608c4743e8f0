"""Finding questions: what must come first, counts that keep each other, the order, and the plan for a large bank."""

from collections import Counter
from dataclasses import replace

import pytest
from django.http import QueryDict
from django.utils import timezone

from evidence.models import Skill
from interviews import search
from interviews.filters import BANK, LEVEL, NAMES, RELEVANCE, Filter, asked
from interviews.models import Category, Favorite, Question, QuestionLevel, Word
from interviews.models.bank import refresh_keywords
from interviews.models.words import refresh_words

# Each with a question that must be among the first three.
QUERIES = [
    # As people write it.
    ("difference between risk and issue", "q-risk-01"),
    ("angry customer", "q-stakeholder-07"),
    ("first two weeks on a late project", "q-execution-07"),
    ("weekly status report", "q-execution-02"),
    ("time zones", "q-execution-10"),
    ("missed deadline", "q-leadership-03"),
    ("cutting staff", "q-leadership-12"),
    ("why technical project management", "q-motivation-01"),
    ("story points", "q-estimation-05"),
    ('"critical path"', "q-estimation-03"),
    ("outage or audit", "q-risk-08"),
    ("budget -estimation", "q-behavioral-08"),
    # With typing errors.
    ("stakeholdr managment", "q-stakeholder-06"),
    ("skateholder", "q-stakeholder-06"),
    ("stake holder", "q-stakeholder-06"),
    ("steering comittee", "q-stakeholder-11"),
    ("retrospectves", "q-agile-04"),
    ("critcal path", "q-execution-03"),
    ("suplier", "q-stakeholder-08"),
    ("bugdet", "q-behavioral-08"),
    ("forcasting", "q-estimation-05"),
    ("kanbann", "q-agile-03"),
    ("fasilitation", "q-leadership-04"),
    ("riskmanagement", "q-risk-02"),
    ("prioritisation", "q-behavioral-02"),
    # Plural and other forms.
    ("apis", "q-technical-02"),
    ("vendors", "q-stakeholder-08"),
    ("executives", "q-behavioral-11"),
    ("escalating", "q-risk-03"),
    ("mistakes", "q-behavioral-03"),
    ("migrations of data", "q-technical-08"),
    ("retro", "q-agile-04"),
    # Words that only postings use for the skills.
    ("EVM", "q-estimation-06"),
    ("WIP limit", "q-agile-03"),
    ("GDPR", "q-technical-09"),
    ("waterfall", "q-agile-05"),
    ("LLM", "q-technical-11"),
    ("KPIs or OKR", "q-agile-12"),
    ("remote teams", "q-stakeholder-09"),
    ("recruitment", "q-leadership-06"),
    ("disaster recovery", "q-risk-06"),
    ("rollback", "q-risk-06"),
    # By the names of categories.
    ("motivation and fit", "q-article-01"),
    ("behavioral", "q-behavioral-01"),
    ("situational judgment", "q-situational-02"),
    ("risk and incident response", "q-risk-01"),
    ("technical and system design", "q-technical-05"),
    ("leadership and team building", "q-leadership-10"),
]


def rows(found):
    slugs = dict(Question.objects.values_list("pk", "slug"))
    return [slugs[pk] for pk in found.rows]


def counts(found, name):
    return {option.value: option.count for option in found.options[name] if option.count}


VALUES = {
    "category": lambda question: {question.category.slug},
    "level": lambda question: {question.level},
    "origin": lambda question: {question.origin},
    "step": lambda question: set(question.steps.splitlines()),
    "skill": lambda question: {skill.slug for skill in question.skills.all()},
}


def by_hand(wanted, questions, favorites):
    """What a filter without a search leaves, in its order."""
    kept = [
        question
        for question in questions
        if all(value in VALUES[name](question) for name, value in wanted.chosen().items())
        and (not wanted.favorites or question.slug in favorites)
    ]
    if wanted.order == LEVEL:
        kept.sort(key=lambda question: QuestionLevel.values.index(question.level))
    return kept


def test_there_are_enough_queries():
    assert len(QUERIES) >= 40


def test_each_query_has_its_question_among_the_first_three(seeded):
    missed = [(query, best) for query, slug in QUERIES if slug not in (best := rows(search.find(Filter(q=query)))[:3])]
    assert missed == []


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(category="risk"),
        Filter(category="risk", level="mid"),
        Filter(level="senior", step="practice-interviewing"),
        Filter(skill="communication"),
        Filter(skill="communication", category="stakeholder", level="entry"),
        Filter(origin="article"),
        Filter(step="gain-experience", skill="influence", sort="level"),
        Filter(favorites=True),
        Filter(favorites=True, level="entry", sort="level"),
    ],
    ids=lambda wanted: wanted.query() or "everything",
)
def test_rows_and_counts_are_those_that_counting_by_hand_gives(seeded, learner, stranger, wanted):
    favorites = ["q-risk-01", "q-risk-05", "q-agile-01"]
    for user, slugs in ((learner, favorites), (stranger, ["q-risk-02"])):
        for slug in slugs:
            Favorite.objects.create(user=user, question=Question.objects.get(slug=slug), at=timezone.now())
    questions = list(Question.objects.published().in_order().select_related("category").prefetch_related("skills"))
    found = search.find(wanted, user=learner.pk, per_page=200)
    left = by_hand(wanted, questions, favorites)
    assert rows(found) == [question.slug for question in left]
    assert found.total == len(left)
    for name in NAMES:
        open_again = by_hand(wanted.without(name), questions, favorites)
        assert counts(found, name) == Counter(value for question in open_again for value in VALUES[name](question))
    assert found.favorites == len(by_hand(replace(wanted, favorites=True), questions, favorites))


def test_counts_of_a_search_are_those_of_its_hits(seeded):
    found = search.find(Filter(q="privacy", category="risk"), per_page=200)
    everything = search.find(Filter(q="privacy"), per_page=200)
    assert found.total == counts(found, "category")["risk"] == 1
    assert counts(found, "category") == counts(everything, "category")
    assert sum(counts(everything, "category").values()) == everything.total == len(everything.rows)


def test_retired_questions_and_categories_are_not_found(seeded):
    before = search.find(Filter()).total
    Question.objects.get(slug="q-agile-01").retire(at=timezone.now())
    Category.objects.get(slug="risk").retire(at=timezone.now())
    found = search.find(Filter(), per_page=200)
    assert found.total == len(found.rows) == before - 1 - 12
    assert not {"q-agile-01", "q-risk-01"} & set(rows(found))
    assert "risk" not in counts(found, "category")
    assert rows(search.find(Filter(q="audit"))) == []


def test_a_search_without_any_common_question_takes_any_of_its_words(seeded):
    found = search.find(Filter(q="kanban merger"))
    assert found.any_word
    assert set(rows(found)) == {"q-agile-03", "q-situational-12"}
    assert not search.find(Filter(q="kanban")).any_word


@pytest.mark.parametrize(
    ("query", "corrected", "any_word"),
    [
        ("kanbann", "kanban", False),
        ("kanbann merger", "kanban merger", True),
        # No question says it in this form, but in another.
        ("kanbans zebrafish", "", True),
        # No word to look for, even if it is near another.
        ("having kanbann", "having kanban", False),
        # One word is known in another form, the other by none.
        ("kanbans stakeholdr", "kanbans stakeholder", True),
        ("zebrafish", "", False),
        # What the database's own syntax could take for its own.
        ("merger 'kanban\\ | a&b !it''s ex.org/a'b\\c:*", "", True),
        ("-kanban -merger zebrafish", "", True),
    ],
)
def test_only_words_that_no_question_has_are_set_right(seeded, query, corrected, any_word):
    assert not {"kanbans", "having"} & set(Word.objects.values_list("word", flat=True))
    found = search.find(Filter(q=query))
    assert (found.corrected, found.any_word) == (corrected, any_word)
    assert bool(found.total) == (query != "zebrafish")


def test_a_search_with_only_common_words_leaves_nothing_out(seeded):
    found = search.find(Filter(q="the and of"))
    assert (found.asks, found.total) == (False, 123)


def test_an_empty_result_names_what_could_go(seeded):
    found = search.find(Filter(q="kanban", category="risk", level="entry"))
    assert found.total == 0
    # The one question with the word is for beginners too, in another category.
    assert list(found.nearest()) == [
        ("search", "kanban", "?category=risk&level=entry", 4),
        ("category", "Risk and incident response", "?q=kanban&level=entry", 1),
    ]
    found = search.find(Filter(q="kanban", category="risk", origin="article"))
    assert list(found.nearest()) == [("filters", "all filters", "?q=kanban", 1)]


def test_what_nobody_knows_is_left_out_and_named(seeded):
    found = search.find(Filter(category="nowhere", skill="nothing", level="entry"))
    assert (found.unknown, found.total) == (["category", "skill"], 42)
    assert found.filter == Filter(level="entry")


def test_a_page_after_the_last_is_the_last(seeded):
    assert rows(search.find(Filter(), page=900)) == rows(search.find(Filter(), page=5))


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(sort=LEVEL),
        Filter(category="risk", sort=LEVEL),
        Filter(q="risk"),
        Filter(q="risk", sort=BANK),
        Filter(q="privacy", level="mid"),
        Filter(q="kanban merger"),
    ],
    ids=lambda wanted: wanted.query() or "everything",
)
def test_neighbors_lead_along_the_list_and_back(seeded, wanted):
    listed = rows(search.find(wanted, per_page=200))
    assert len(listed) > 1
    walk = [(slug, *search.neighbors(slug, wanted)) for slug in listed]
    assert [(before, after) for _, before, after in walk] == [
        (before, after) for before, after in zip(["", *listed[:-1]], [*listed[1:], ""], strict=True)
    ]


def test_neighbors_of_a_question_outside_the_filter(seeded):
    assert search.neighbors("q-agile-01", Filter(q="audit")) == ("", "")
    assert search.neighbors("q-agile-01", Filter(level="senior")) == ("q-risk-12", "q-agile-10")
    assert search.neighbors("q-nothing", Filter()) == ("", "")


def test_a_surprise_lies_within_the_filter(seeded):
    assert search.surprise(Filter(q="audit")) == "q-risk-08"
    assert search.surprise(Filter(category="risk", level="entry")) in {f"q-risk-0{n}" for n in (1, 2, 3, 4)}
    assert search.surprise(Filter(q="audit", category="agile")) == ""


def test_the_query_of_an_address_makes_the_same_filter_again():
    wanted = Filter(q="risk & issue", category="risk", level="mid", skill="privacy", favorites=True, sort=RELEVANCE)
    assert asked(QueryDict(wanted.query()[1:])) == (wanted, 1, [])
    assert Filter().query() == ""


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("level=boss&step=jump&origin=elsewhere", ["level", "step", "origin"]),
        ("category=%00&skill=a%20b", ["category", "skill"]),
        ("q=%00&page=-1&sort=worst&favorites=maybe", []),
        (f"q={'a' * 201}", []),
    ],
)
def test_nonsense_in_an_address_is_left_out(query, wrong):
    wanted, page, names = asked(QueryDict(query))
    assert (wanted.query().replace("favorites=1", "").strip("?"), page, names) == ("", 1, wrong)


def test_words_and_keywords_follow_what_changed(seeded):
    skill = Skill.objects.get(slug="kanban")
    skill.aliases.create(slug="flux", term="Fluxcapacity")
    assert rows(search.find(Filter(q="fluxcapacity"))) == []
    assert refresh_keywords() == 1
    refresh_words()
    assert rows(search.find(Filter(q="fluxcapacity"))) == ["q-agile-03"]
    assert rows(search.find(Filter(q="fluxcapasity"))) == ["q-agile-03"]
    Question.objects.get(slug="q-agile-03").retire(at=timezone.now())
    refresh_words()
    assert not Word.objects.filter(word="fluxcapacity").exists()


def test_words_of_one_question_are_added_to_the_others(seeded):
    question = Question.objects.get(slug="q-agile-03")
    question.text = "What is a quagmire?"
    question.save()
    before = Word.objects.get(word="risk").questions
    refresh_words([question.pk])
    assert Word.objects.get(word="quagmire").questions == 1
    assert Word.objects.get(word="risk").questions == before


def test_among_too_many_hits_the_best_are_not_looked_for(seeded, client, monkeypatch):
    # In another word with the same stem, because what a search found is kept.
    weighed = search.find(Filter(q="risks"), per_page=200)
    monkeypatch.setattr(search, "MOST_WEIGHED", weighed.total - 1)
    found = search.find(Filter(q="risk"), per_page=200)
    assert (weighed.weighed, found.weighed) == (True, False)
    assert found.rows == search.find(Filter(q="risk", sort=BANK), per_page=200).rows != weighed.rows
    said = f"{weighed.total} questions, along the bank: too many to tell the best from the others."
    assert said in client.get("/interviews/?q=risk").content.decode()
    assert [search.neighbors(slug, Filter(q="risk"))[1] for slug in rows(found)] == [*rows(found)[1:], ""]


def test_a_retired_skill_can_still_be_asked_for(seeded):
    skill = Skill.objects.get(slug="kanban")
    skill.retire(at=timezone.now())
    assert "kanban" not in {option.value for option in search.find(Filter()).options["skill"]}
    found = search.find(Filter(skill="kanban"))
    assert (found.unknown, found.total, found.label("skill")) == ([], skill.questions.count(), skill.name)
