"""The curator's desk for the bank: alike questions are pointed out, uses are counted without anybody's words."""

import html
import re

import pytest
from django.contrib.admin.sites import site
from django.utils import timezone

from curation.used import band
from evidence.models import Skill
from interviews.bank import search
from interviews.bank.filters import Filter
from interviews.bank.likeness import like
from interviews.models import Answer, Category, Favorite, Question
from interviews.practice import asking
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.interviews import make_asked, make_question

ADD = "/admin/interviews/question/add/"


def document(**fields):
    return {
        "slug": "q-new",
        "text": "What is a quagmire, and how do you leave one?",
        "category": Category.objects.get(slug="risk").pk,
        "level": "mid",
        "origin": "original",
        "points": "Names one",
        "follow_ups": "",
        "steps": "",
        "seconds": "120",
        "position": "100",
    } | fields


def test_a_new_question_is_found_at_once(curating, seeded):
    assert curating.post(ADD, document()).status_code == 302
    assert search.find(Filter(q="quagmires")).total == 1
    assert search.find(Filter(q="quagmrie")).corrected == "quagmire"
    assert search.find(Filter(q="incident response quagmire")).total == 1


def test_a_question_like_another_is_pointed_out_and_kept_when_saved_once_more(curating, seeded):
    like_risk_01 = "What's the difference between an issue and a risk? Give me one of each from your work."
    response = curating.post(ADD, document(text=like_risk_01))
    body = html.unescape(response.content.decode())
    assert response.status_code == 200
    assert f"There is a question like this: “{Question.objects.get(slug='q-risk-01').text}”" in body
    assert 'name="although_alike" value="on"' in body
    assert not Question.objects.filter(slug="q-new").exists()
    assert curating.post(ADD, document(text=like_risk_01, although_alike="on")).status_code == 302
    assert Question.objects.get(slug="q-new").text == like_risk_01


def test_no_two_questions_of_the_bank_are_alike(seeded):
    texts = list(Question.objects.values_list("text", flat=True))
    assert [text for number, text in enumerate(texts) if like(text, texts[:number])] == []


def test_a_fixed_word_is_refused_as_a_slug(curating, seeded):
    response = curating.post(ADD, document(slug="practice"))
    assert "practice is the address of another page" in html.unescape(response.content.decode())


def test_words_of_a_skill_lead_to_its_questions_once_a_curator_saved_it(curating, seeded):
    skill = Skill.objects.get(slug="kanban")
    page = f"/admin/evidence/skill/{skill.pk}/change/"
    form = curating.get(page).context["adminform"].form
    values = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    formset = curating.get(page).context["inline_admin_formsets"][0].formset
    prefix = formset.prefix
    values |= {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-INITIAL_FORMS": "0"}
    values |= {f"{prefix}-0-term": "Fluxcapacity", f"{prefix}-0-position": "99", f"{prefix}-0-skill": skill.pk}
    assert curating.post(page, values).status_code == 302
    found = search.find(Filter(q="fluxcapacity"))
    assert [Question.objects.get(pk=pk).slug for pk in found.rows] == ["q-agile-03"]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5 to 9"), (12, "10 to 24")]
)
def test_small_counts_are_not_told_apart(number, words):
    assert band(number) == words


def test_curators_see_how_often_a_question_is_used_and_nothing_of_what_was_written(curating, learner, seeded):
    question = Question.objects.get(slug="q-agile-03")
    Favorite.objects.create(user=learner, question=question, at=timezone.now())
    for number in range(5):
        user = make_user(f"answering{number}@example.org")
        Answer.objects.create(user=user, question=question, draft={"text": "A private thought"})
    body = html.unescape(curating.get(f"/admin/interviews/question/{question.pk}/change/").content.decode())
    assert "answered by 5 to 9, a favorite of fewer than 5" in body
    assert "A private thought" not in body
    assert "answering" not in body


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_counts_uses_in_the_same_few_queries(curating, learner, number, django_assert_num_queries):
    for place in range(number):
        question = make_question(position=place)
        Favorite.objects.create(user=learner, question=question, at=timezone.now())
    for place in range(6):
        Answer.objects.create(user=make_user(f"answering{place}@example.org"), question=question)
    with django_assert_num_queries(6):
        response = curating.get("/admin/interviews/question/")
    few = "by fewer than 5"
    cells = re.findall(r'<td class="field-used">(.*?)</td>', response.content.decode())
    assert cells == [*[few] * (number - 1), "answered by 5 to 9, a favorite of fewer than 5"]


def test_a_suggestion_that_was_completed_and_brought_back_is_found(curating, learner, seeded):
    row = make_asked(learner, text="What is a quagmire?", category=Category.objects.get(slug="risk"))
    asking.suggest(row, at=NOW)
    question = asking.take_in(row, at=NOW)
    assert (search.find(Filter(q="quagmires")).total, search.find(Filter(q="quagmrie")).corrected) == (0, "")
    Question.objects.filter(pk=question.pk).update(points="Names one")
    curating.post("/admin/interviews/question/", {"action": "bring_back", "_selected_action": [question.pk]})
    assert search.find(Filter(q="quagmrie")).corrected == "quagmire"
    assert search.find(Filter(q="incident response quagmire")).total == 1


def test_no_rows_of_learners_are_in_the_admin():
    names = {model.__name__ for model in site._registry if model._meta.app_label == "interviews"}
    assert names == {
        "Category",
        "Question",
        "Dimension",
        "RubricScore",
        "RoundType",
        "Competency",
        "Suggestion",
        "SynonymGroup",
    }


@pytest.mark.parametrize(
    "name", ["category", "question", "dimension", "rubricscore", "roundtype", "competency", "synonymgroup"]
)
def test_every_list_opens_for_curators_only(client, curator, learner, seeded, name):
    client.force_login(curator)
    assert client.get(f"/admin/interviews/{name}/").status_code == 200
    client.force_login(learner)
    assert client.get(f"/admin/interviews/{name}/").status_code == 302
