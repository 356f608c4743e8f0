"""What reviewers said, as the learner sees it, and the links through which they say it."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.secret_links import hash_of
from keeping import verbs
from resumes.making import arranging
from resumes.review import linking
from resumes.review.models import ReviewComment, ReviewLink
from tests.factories.accounts import make_user
from tests.factories.evidence import make_position
from tests.factories.resumes import make_bullet, make_resume
from tests.factories.reviews import make_comment, make_review_link
from tests.kit import at_once, words

ADDRESS = r'id="review-address" value="http://testserver([^"]+)"'


@pytest.fixture
def bullet(learner):
    return make_bullet(learner, text="Cut costs", position=str(make_position(learner).token))


@pytest.fixture
def resume(learner, bullet):
    return make_resume(learner)


@pytest.fixture
def link(resume):
    return make_review_link(resume, name="Sam")[1]


@pytest.fixture
def comment(link, bullet):
    return make_comment(link, key=f"bullet:{bullet.token}", about="Cut costs", text="How much?")


def page(resume):
    return reverse("resumes:review", args=[resume.pk])


def deciding(comment, act):
    return reverse("resumes:decide", args=[comment.resume_id, comment.pk, act])


def withdrawal(link):
    return reverse("resumes:withdraw_review_link", args=[link.resume_id, link.pk])


# --- Links ----------------------------------------------------------------------------------------------------------


def test_a_link_is_made_and_shown_this_once(learning, learner, resume):
    data = {"token": uuid.uuid4(), "name": "Sam", "note": "Too long?", "shows_contact": "on"}
    response = learning.post(page(resume), data)
    row = ReviewLink.objects.get()
    assert (row.resume, row.name, row.note, row.shows_contact) == (resume, "Sam", "Too long?", True)
    assert row.expires_at - row.made_at == timedelta(days=14)
    address = re.search(ADDRESS, response.content.decode())[1]
    secret = address.split("/")[-2]
    assert re.fullmatch(r"[-_A-Za-z0-9]{43}", secret)
    assert row.secret_hash == hash_of(secret)
    assert response["Cache-Control"] == "private, no-store"
    assert Client().get(address).status_code == 200
    assert secret not in learning.get(page(resume)).content.decode()


def test_contact_details_stay_out_unless_asked_for(learning, resume):
    learning.post(page(resume), {"token": uuid.uuid4(), "name": "Sam"})
    assert ReviewLink.objects.get().shows_contact is False


def test_the_secret_is_kept_nowhere(learning, resume):
    response = learning.post(page(resume), {"token": uuid.uuid4()})
    secret = re.search(ADDRESS, response.content.decode())[1].split("/")[-2]
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{secret}%"])  # noqa: S608
            found += [table] if cursor.fetchone()[0] else []
    assert (found, secret in str(dict(learning.session))) == ([], False)


def test_the_same_form_twice_makes_one_link_and_shows_it_again(learning, resume):
    data = {"token": uuid.uuid4(), "name": "Sam"}
    first, second = (learning.post(page(resume), data) for _ in range(2))
    assert ReviewLink.objects.count() == 1
    assert re.findall(ADDRESS, first.content.decode()) == re.findall(ADDRESS, second.content.decode()) != []
    # What it says otherwise by then holds.
    learning.post(page(resume), data | {"name": "Samira"})
    assert ReviewLink.objects.get().name == "Samira"
    linking.withdraw(ReviewLink.objects.get(), at=timezone.now())
    third = learning.post(page(resume), data)
    assert (ReviewLink.objects.count(), "This link has ended" in words(third)) == (1, True)
    assert re.findall(ADDRESS, third.content.decode()) == []


def test_at_most_five_are_open_at_a_time(learning, learner, resume):
    rows = [make_review_link(resume)[1] for _ in range(5)]
    make_review_link(make_resume(learner))
    response = learning.post(page(resume), {"token": uuid.uuid4(), "name": "Sam"})
    assert response.status_code == 422
    assert "5 links are open already. Withdraw one that is not needed, then make another." in words(response)
    assert ReviewLink.objects.filter(resume=resume).count() == 5
    learning.post(withdrawal(rows[0]))
    assert learning.post(page(resume), {"token": uuid.uuid4(), "name": "Sam"}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_two_links_at_once_are_still_at_most_five():
    resume = make_resume(make_user())
    for _ in range(4):
        make_review_link(resume)
    results = at_once(*(lambda: make_review_link(resume) for _ in range(2)))
    assert sorted(type(result).__name__ for result in results) == ["TooManyLinksError", "tuple"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"name": "x" * 81}, "Keep it to 80 characters; yours has 81."),
        ({"note": "x" * 501}, "Keep it to 500 characters; yours has 501."),
        ({"name": "Sam\x00"}, "Null characters are not allowed."),
        ({"token": "no uuid"}, "The form is incomplete. Reload the page and try again."),
        ({"token": ""}, "The form is incomplete. Reload the page and try again."),
    ],
)
def test_a_refused_link_says_why_and_keeps_what_was_typed(learning, resume, data, message):
    data = {"token": uuid.uuid4(), "name": "Sam", "note": "Too long?"} | data
    response = learning.post(page(resume), data)
    assert (response.status_code, ReviewLink.objects.count(), message in words(response)) == (422, 0, True)
    form = response.context["form"]
    assert (form["name"].value(), form["note"].value()) == (data["name"], data["note"])


def test_a_withdrawn_link_shows_nothing_and_what_was_said_stays(learning, resume, comment):
    address, link = make_review_link(resume)
    response = learning.post(withdrawal(link))
    assert response["Location"] == page(resume)
    first = ReviewLink.objects.get(pk=link.pk).withdrawn_at
    assert first is not None
    learning.post(withdrawal(link))
    assert ReviewLink.objects.get(pk=link.pk).withdrawn_at == first
    assert Client().get(address).status_code == 404
    assert ReviewComment.objects.count() == 1


def test_the_list_says_who_until_when_and_what_came_of_it(learning, resume, comment):
    now = timezone.now()
    make_review_link(resume, name="Early", at=now - timedelta(days=15))
    _, withdrawn = make_review_link(resume, name="Nobody")
    linking.withdraw(withdrawn, at=now)
    verbs.put_in_bin(make_comment(comment.link, text="Rude"), at=now)
    rows = learning.get(page(resume)).context["links"]
    assert [(row.name, row.open, row.comments) for row in rows] == [
        ("Sam", True, 1),
        ("Nobody", False, 0),
        ("Early", False, 0),
    ]


# --- Comments -------------------------------------------------------------------------------------------------------


def test_comments_stand_with_what_they_are_about_then_and_now(learning, resume, comment, bullet):
    shown = words(learning.get(page(resume)))
    assert ("How much?" in shown, "Cut costs" in shown, "Changed since" in shown) == (True, True, False)
    key = f"bullet:{bullet.token}"
    arranging.word(resume, key, wording="Cut costs by $1m", was="Cut costs", at=timezone.now())
    shown = words(learning.get(page(resume)))
    assert ("Cut costs by $1m" in shown, "Changed since." in shown) == (True, True)
    arranging.show(resume, key, shown=False, at=timezone.now())
    assert "No longer in this resume. It read:" in words(learning.get(page(resume)))


def test_an_accepted_comment_is_an_open_point_of_the_resume_until_it_is_done(learning, resume, comment):
    own = resume.get_absolute_url()
    before = learning.get(own)
    assert "From your reviewers" not in words(before)
    assert "(1 new comment)" in words(before)
    learning.post(deciding(comment, "accept"))
    after = learning.get(own)
    assert after.context["number_open"] == before.context["number_open"] + 1
    assert "From your reviewers" in words(after)
    assert "How much?" in words(after)
    assert "new comment" not in words(after)
    response = learning.post(deciding(comment, "settle"), {"back": f"{own}#look"})
    assert response["Location"] == f"{own}#look"
    assert learning.get(own).context["number_open"] == before.context["number_open"]


@pytest.mark.parametrize(
    ("begin", "act", "end", "back"),
    [
        ("open", "accept", "accepted", "reopen"),
        ("open", "decline", "declined", "reopen"),
        ("accepted", "settle", "settled", "undone"),
    ],
)
def test_what_was_decided_can_be_taken_back(learning, resume, comment, begin, act, end, back):
    ReviewComment.objects.update(state=begin)
    response = learning.post(deciding(comment, act), follow=True)
    comment.refresh_from_db()
    assert comment.state == end
    assert f'action="{deciding(comment, back)}"' in response.content.decode()
    # Pressed again it stays.
    assert "Nothing had changed." in words(learning.post(deciding(comment, act), follow=True))
    learning.post(deciding(comment, back))
    comment.refresh_from_db()
    assert comment.state == begin


def test_a_deleted_comment_is_in_the_bin_and_comes_back(learning, resume, comment):
    address = reverse("resumes:bin_comment", args=[resume.pk, comment.pk])
    for _ in range(2):
        assert learning.post(address)["Location"] == page(resume)
    assert "How much?" not in re.sub(r'(?s)<div id="status".*?<div id="page">', "", words(learning.get(page(resume))))
    assert "How much?" in words(learning.get(reverse("keeping:bin")))
    comment.refresh_from_db()
    learning.post(reverse("keeping:restore", args=[comment.deletion_id]))
    assert "How much?" in words(learning.get(page(resume)))


@pytest.mark.parametrize("number", [1, 3])
def test_query_counts(learning, learner, resume, link, django_assert_max_num_queries, number):
    for place in range(number):
        bullet = make_bullet(learner)
        make_comment(link, key=f"bullet:{bullet.token}", text=f"Comment {place}", state="accepted")
        make_review_link(resume)
    for address in (page(resume), resume.get_absolute_url()):
        with django_assert_max_num_queries(12):
            assert learning.get(address).status_code == 200


# --- Whose it is ----------------------------------------------------------------------------------------------------


def addresses(comment, link):
    return [
        page(comment.resume),
        withdrawal(link),
        deciding(comment, "accept"),
        reverse("resumes:bin_comment", args=[comment.resume_id, comment.pk]),
    ]


def test_strangers_and_curators_meet_nothing(client, comment, link, stranger, curator):
    for user in (stranger, curator):
        client.force_login(user)
        for address in addresses(comment, link):
            response = client.post(address, {"token": uuid.uuid4(), "name": "Sam"})
            assert (response.status_code, "How much?" in words(response)) == (404, False)
        assert client.get(page(comment.resume)).status_code == 404
    comment.refresh_from_db()
    link.refresh_from_db()
    assert (comment.state, comment.in_bin, link.withdrawn_at, ReviewLink.objects.count()) == ("open", False, None, 1)


def test_curators_have_no_desk_for_it(curating, comment):
    for name in ("reviewlink", "reviewcomment"):
        assert curating.get(f"/admin/resumes/{name}/").status_code == 404


def test_a_visitor_signs_in_first(client, comment, link):
    for address in addresses(comment, link):
        assert client.post(address)["Location"] == f"/account/login/?next={page(comment.resume)}"


def test_acts_answer_to_post_alone(learning, comment, link):
    for address in addresses(comment, link)[1:]:
        assert learning.get(address)["Location"] == page(comment.resume)
        assert learning.put(address).status_code == 405


def test_a_binned_resume_has_no_reviewers(learning, resume, comment, link):
    verbs.put_in_bin(resume, at=timezone.now())
    assert [learning.post(address).status_code for address in addresses(comment, link)] == [404] * 4


def test_a_row_of_another_resume_is_not_reached_through_this_one(learning, learner, comment, link):
    other = make_resume(learner)
    for name, args in (
        ("withdraw_review_link", [link.pk]),
        ("decide", [comment.pk, "accept"]),
        ("bin_comment", [comment.pk]),
    ):
        assert learning.post(reverse(f"resumes:{name}", args=[other.pk, *args])).status_code == 404


@pytest.mark.parametrize("act", ["open", "taken_back", "x", "bin-it"])
def test_an_act_that_there_is_none_of_is_not_there(learning, comment, act):
    assert learning.post(deciding(comment, act)).status_code == 404


def test_what_was_taken_back_is_out_of_reach(learning, resume, comment):
    ReviewComment.objects.update(state="taken_back")
    assert "How much?" not in words(learning.get(page(resume)))
    assert learning.post(deciding(comment, "reopen")).status_code == 404
    assert learning.post(reverse("resumes:bin_comment", args=[resume.pk, comment.pk])).status_code == 404
