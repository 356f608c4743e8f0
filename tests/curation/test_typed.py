"""What a curator typed, in words, on the page that says that they were signed out."""

import pytest

from curation.typed import MOST_NAMED
from interviews.models import Category, Question
from tests.factories.evidence import make_credential, make_skill
from tests.factories.interviews import make_category, make_question
from tests.factories.roadmap import make_milestone
from tests.sending import sent


def shown(client, path, data):
    response = client.post(path, data)
    assert response.status_code == 403
    return response.context["shown"]


def test_labels_and_chosen_words_stand_instead_of_columns_and_keys(client, db):
    category, skill = make_category(name="Delivery"), make_skill(name="Planning")
    typed = {
        "text": "Why us?",
        "category": category.pk,
        "level": "mid",
        "steps": ["get-credentials", "sharpen-skills"],
        "points": "One\r\nTwo",
        "skills": [skill.pk],
        "although_alike": "on",
        "slug": "q-own",
    }
    assert shown(client, "/admin/interviews/question/add/", typed) == [
        ("question", "Why us?"),
        ("category", "Delivery"),
        ("level", dict(Question._meta.get_field("level").flatchoices)["mid"]),
        ("steps", "Get credentials, Sharpen skills"),
        ("what a good answer covers", "One\r\nTwo"),
        ("skills", "Planning"),
        ("slug", "q-own"),
    ]


def test_rows_inside_a_row_are_named(curating):
    credential = make_credential()
    page = f"/admin/evidence/credential/{credential.pk}/change/"
    data = sent(curating.get(page), "credential_form", **{"fees-0-amount": "700", "fees-0-retired": "on"})
    curating.logout()
    found = dict(shown(curating, page, data))
    fee = credential.fees.get()
    assert found["name"] == credential.name
    assert (found["credential fee 1: amount"], found["credential fee 1: retired"]) == ("700", "ticked")
    assert found["credential fee 1: source"] == str(fee.source)
    assert not [label for label in found if "id" in label.split() or "prefix" in label or "_" in label]


def test_of_a_list_only_what_was_changed_is_shown(curating):
    make_milestone(position=1), make_milestone(position=2)
    page = "/admin/roadmap/milestone/"
    data = sent(curating.get(page), "changelist-form", **{"form-1-position": "70"}, _save="Save")
    curating.logout()
    assert shown(curating, page, data) == [("milestone 2: position", "70")]


@pytest.mark.parametrize("column", ["questions", "no_such_column"])
def test_nobody_who_is_signed_out_is_told_of_what_is_not_public(client, db, column):
    draft = make_question(text="A secret draft?", retired_at="2026-01-01T00:00Z", draft=True)
    data = {"name": "Own", column: str(draft.pk)}
    response = client.post("/admin/interviews/competency/add/", data)
    assert "secret draft" not in response.content.decode()
    assert ("name", "Own") in response.context["shown"]


@pytest.mark.parametrize("value", ["x", "9" * 40, "-1", "²", "0"])
def test_a_choice_that_is_none_stands_as_it_was_sent(client, db, value):
    assert shown(client, "/admin/interviews/question/add/", {"category": value}) == [("category", value)]
    assert not Category.objects.exists()


def test_whoever_sends_a_thousand_keys_does_not_keep_the_database_busy(client, db, django_assert_max_num_queries):
    keys = [str(number) for number in range(1, 900)]
    with django_assert_max_num_queries(MOST_NAMED + 3):
        assert shown(client, "/admin/interviews/question/add/", {"skills": keys}) == [("skills", ", ".join(keys))]


def test_a_row_number_that_is_none_is_passed_over(client, db):
    body = f"how-{'9' * 5000}-text=x&title=Own"
    response = client.post("/admin/roadmap/milestone/add/", body, content_type="application/x-www-form-urlencoded")
    assert response.context["shown"] == [("title", "Own")]
