"""The question bank and one question: what a visitor finds and reads, and a learner's favorites."""

import re

import pytest
from django.utils import timezone

from curation.highlights import END, START
from interviews.bank.models.questions import FIXED_WORDS
from interviews.models import Category, Favorite, Question
from interviews.urls import urlpatterns
from tests.factories.interviews import make_question
from tests.kit import begins, unescaped
from tpm_portal.ready_made import MOST_BYTES, PAGES


def listed(response):
    return re.findall(r'<li><a href="/interviews/(q-[-\w]+)/', unescaped(response).partition("question-list")[2])


# --- The bank ------------------------------------------------------------------------------------------------------


def test_the_bank_lists_all_questions_page_by_page(client, seeded):
    pages = [listed(client.get(f"/interviews/?page={number}")) for number in range(1, 6)]
    assert [len(page) for page in pages] == [25, 25, 25, 25, 23]
    in_order = list(Question.objects.published().in_order().values_list("slug", flat=True))
    assert [slug for page in pages for slug in page] == in_order


def test_search_marks_the_words_and_says_how_many(client, seeded):
    body = unescaped(client.get("/interviews/?q=suplier"))
    assert "5 questions for “supplier”, as none has “suplier”." in body
    assert "A <mark>supplier</mark> delivers late" in body
    assert 'value="suplier"' in body
    # Opened from the list, a question knows its neighbors by the words that were found.
    assert 'href="/interviews/q-stakeholder-08/?q=supplier"' in body


def test_a_word_that_stands_only_in_the_points_is_shown_there(client, seeded):
    question = Question.objects.get(slug="q-agile-03")
    question.points = "Says why\nNames a quagmire & its way out"
    question.save()
    body = client.get("/interviews/?q=quagmire").content.decode()
    assert "In its points: Says why Names a <mark>quagmire</mark> &amp; its way out" in body


def test_marks_are_escaped(client, seeded):
    question = Question.objects.get(slug="q-agile-03")
    question.text = f"Why is 1 < 2 & 3 {START}not{END} a quagmire?"
    question.save()
    body = client.get("/interviews/?q=quagmire").content.decode()
    assert re.findall("Why is.*mark>.", body) == ["Why is 1 &lt; 2 &amp; 3 not a <mark>quagmire</mark>?"]


def test_filters_show_counts_that_keep_each_other(client, seeded):
    body = unescaped(client.get("/interviews/?category=risk&level=mid"))
    assert "5 questions." in body
    assert '<option value="risk" selected>Risk and incident response (5)</option>' in body
    assert '<option value="senior">Leads programs or several teams (3)</option>' in body


def test_an_empty_result_says_what_was_filtered_away_and_offers_the_nearest(client, seeded):
    body = unescaped(client.get("/interviews/?q=kanban&category=risk"))
    assert "1 question for “kanban”, and none of them with Risk and incident response." in body
    assert '<a href="/interviews/?q=kanban">Without “Risk and incident response”</a>: 1 question' in body
    assert '<a href="/interviews/?category=risk">Without “kanban”</a>: 12 questions' in body


def test_nonsense_in_the_address_is_named_and_left_out(client, seeded):
    body = unescaped(client.get("/interviews/?category=nowhere&level=boss&skill=a%00b"))
    assert "We don't recognize category, level, skill. It was left out." in body
    assert "123 questions." in body
    for query in ("a" * 201, "%00"):
        body = unescaped(client.get(f"/interviews/?q={query}"))
        assert "200 at most" in body
        assert "123 questions." in body
    body = unescaped(client.get("/interviews/?q=the"))
    assert "“the” has no word to search for" in body


def test_a_megabyte_as_a_search_does_no_harm(client, seeded):
    assert client.get("/interviews/", {"q": "a " * 500_000}).status_code == 200


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/interviews/", 2),
        ("/interviews/?category=risk&level=mid&skill=communication&sort=level", 2),
        ("/interviews/?category=nowhere&page=900", 2),
        ("/interviews/?q=scrum", 2),
        ("/interviews/?q=kanbann&level=entry", 2),
        ("/interviews/?q=kanban+merger", 2),
        ("/interviews/?q=zebrafish", 1),
        ("/interviews/q-agile-03/", 5),
        ("/interviews/q-agile-03/?q=kanban", 5),
    ],
)
def test_query_counts_for_a_visitor(client, seeded, django_assert_num_queries, address, queries):
    client.get("/interviews/")
    Category.objects.get(slug="risk").save()
    # The first in a process to come to the bank since it has changed puts it on the shelf, in one query more. What is
    # searched for is then looked for again, with the words on that shelf.
    with django_assert_num_queries(queries + (2 if "q=" in address else 1)):
        assert client.get(address).status_code == 200
    # The page itself, not what is kept of it ready-made.
    PAGES.__init__(MOST_BYTES)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_query_counts_for_a_learner(learning, learner, seeded, django_assert_num_queries, number):
    for question in Question.objects.all()[:number]:
        Favorite.objects.create(user=learner, question=question, at=timezone.now())
    learning.get("/interviews/")
    # The session and the user are two of each.
    with django_assert_num_queries(4):
        assert len(listed(learning.get("/interviews/?favorites=1"))) == number
    with django_assert_num_queries(8):
        learning.get("/interviews/q-agile-03/")


@pytest.mark.parametrize("path", ["/interviews/", "/interviews/surprise/", "/interviews/q-agile-03/"])
def test_reading_takes_no_post(client, seeded, path):
    assert client.post(path).status_code == 405


def test_surprise_leads_to_a_question_within_the_filter(client, seeded):
    response = client.get("/interviews/surprise/?q=audit")
    assert (response.status_code, response["Location"]) == (302, "/interviews/q-risk-08/?q=audit")
    response = client.get("/interviews/surprise/?q=audit&category=agile")
    assert response["Location"] == "/interviews/?q=audit&category=agile"


def test_the_bank_of_nothing(client, db):
    body = unescaped(client.get("/interviews/"))
    assert "No question fits" in body


# --- One question --------------------------------------------------------------------------------------------------


def test_a_question_shows_its_points_rubric_follow_ups_skills_and_milestones(client, seeded):
    question = Question.objects.get(slug="q-agile-03")
    body = unescaped(client.get("/interviews/q-agile-03/"))
    assert f"<h1>{question.text}</h1>" in body
    for part in (*question.points.splitlines(), *question.follow_ups.splitlines()):
        assert f"<li>{part}</li>" in body
    assert body.count('<th scope="row">') == 8
    assert "2 min, spoken" in body
    assert "First or second role" in body
    assert '<a href="/skills/kanban/">Kanban and flow management</a>' in body
    milestones = {
        milestone.get_absolute_url() for skill in question.skills.all() for milestone in skill.milestones.published()
    }
    shown = re.findall(r'<a href="(/roadmap/[-\w]+/[-\w]+/)"', body)
    assert sorted(shown) == sorted(milestones)
    assert shown


def test_dimensions_that_do_not_apply_to_the_category_are_not_shown(client, seeded):
    body = unescaped(client.get("/interviews/q-behavioral-01/"))
    assert body.count('<th scope="row">') == 7
    assert "Technical depth" not in body


def test_the_three_questions_of_the_article_say_so_with_their_source(client, seeded):
    marked = [
        slug
        for slug in Question.objects.filter(category__slug__in=["motivation", "behavioral", "technical"]).values_list(
            "slug", flat=True
        )
        if 'class="from-article' in unescaped(client.get(f"/interviews/{slug}/"))
    ]
    assert sorted(marked) == ["q-article-01", "q-article-02", "q-article-03"]
    assert "/about-the-data/sources/?source=shri-learning" in unescaped(client.get("/interviews/q-article-01/"))


def test_neighbors_keep_the_filter(client, seeded):
    body = unescaped(client.get("/interviews/q-risk-02/?category=risk&level=entry"))
    assert '<a rel="prev" href="/interviews/q-risk-01/?category=risk&level=entry">' in body
    assert '<a rel="next" href="/interviews/q-risk-03/?category=risk&level=entry">' in body
    assert '<a href="/interviews/?category=risk&level=entry">Back to the list</a>' in body


def test_a_retired_question_stays_for_those_who_refer_to_it(client, seeded):
    Question.objects.get(slug="q-risk-02").retire(at=timezone.now())
    assert "We no longer ask this question." in unescaped(client.get("/interviews/q-risk-02/"))


def test_unknown_questions_are_not_there(client, seeded):
    assert client.get("/interviews/q-nothing/").status_code == 404


def test_no_question_can_take_the_address_of_another_page(seeded):
    first = {str(pattern.pattern).partition("/")[0] for pattern in urlpatterns}
    assert {word for word in first if word and "<" not in word} <= set(FIXED_WORDS)
    for slug in FIXED_WORDS:
        question = Question.objects.first()
        question.slug = slug
        with pytest.raises(Exception, match="is the address of another page"):
            question.full_clean()


# --- Favorites -----------------------------------------------------------------------------------------------------


def favorites(user):
    return list(Favorite.objects.filter(user=user).values_list("question__slug", flat=True))


def test_a_favorite_is_set_once_undone_and_set_again(learning, learner, stranger, seeded):
    here = "/interviews/q-agile-03/?level=entry"
    for _ in range(2):
        response = learning.post("/interviews/q-agile-03/favorite/", {"back": here})
        assert (response.status_code, response["Location"]) == (302, here)
    assert (favorites(learner), favorites(stranger)) == (["q-agile-03"], [])
    body = unescaped(learning.get(here))
    assert 'action="/interviews/q-agile-03/favorite/remove/"' in body
    for _ in range(2):
        learning.post("/interviews/q-agile-03/favorite/remove/", {"back": here})
    assert favorites(learner) == []
    body = unescaped(learning.get(here))
    # The undo of the first removal.
    assert "It is no longer among your favorites." in body
    assert body.count('action="/interviews/q-agile-03/favorite/"') == 2


def test_my_favorites_are_mine(client, learner, stranger, seeded):
    for user, slug in ((learner, "q-agile-03"), (stranger, "q-agile-04")):
        Favorite.objects.create(user=user, question=Question.objects.get(slug=slug), at=timezone.now())
    client.force_login(learner)
    response = client.get("/interviews/?favorites=1")
    assert listed(response) == ["q-agile-03"]
    assert "My favorites (1)" in unescaped(response)
    assert "one of your favorites" in unescaped(response)
    client.logout()
    assert len(listed(client.get("/interviews/?favorites=1"))) == 25


@pytest.mark.parametrize("act", ["favorite", "favorite/remove"])
def test_favorites_of_visitors_and_by_the_wrong_method(client, learner, seeded, act):
    path = f"/interviews/q-agile-03/{act}/"
    pressed = client.post(path)
    assert begins(pressed) if act == "favorite" else pressed.url == "/account/login/?next=/interviews/q-agile-03/"
    assert client.get(path)["Location"] == "/interviews/q-agile-03/"
    assert client.put(path).status_code == 405
    client.force_login(learner)
    assert client.post(f"/interviews/q-nothing/{act}/").status_code == 404
    response = client.post(path, {"back": "https://evil.example/"})
    assert response["Location"] == "/interviews/q-agile-03/"
    assert Favorite.objects.count() == (act == "favorite")


def test_empty_lines_between_points_are_none(client, db):
    question = make_question(points=" One \n\n  \nTwo\n", follow_ups="\n Why? \r\n")
    assert (question.point_lines, question.follow_up_lines) == (["One", "Two"], ["Why?"])
    assert "<li></li>" not in unescaped(client.get(question.get_absolute_url()))
