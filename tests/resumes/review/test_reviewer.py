"""The page of a reviewer: one resume and nothing else, and comments that come back."""

import logging
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keeping import verbs
from resumes.making import arranging
from resumes.review import linking
from resumes.review.commenting import mark
from resumes.review.models import ReviewComment, ReviewLink
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence, make_position
from tests.factories.resumes import make_bullet, make_contact, make_mention, make_resume
from tests.factories.reviews import make_comment, make_review_link
from tests.kit import just_after, words

GONE = "This link shows nothing"
BULLET = "Cut costs 30% in a year"


@pytest.fixture
def bullet(learner):
    position = make_position(learner, employer="Acme", title="Lead", summary="Ran the move.")
    piece = make_evidence(learner, happened="A private happening", do_not_claim="Not alone")
    return make_bullet(learner, text=BULLET, position=position.pk and str(position.token), evidence=[piece])


@pytest.fixture
def resume(learner, bullet):
    make_contact(learner, name="Ada Byron", address="1 Secret Street", postal_code="73301", url="https://ada.example/")
    make_mention(learner, title="Esperanto")
    return make_resume(learner, name="For my dream employer", purpose="A private purpose")


@pytest.fixture
def link(resume):
    return make_review_link(resume, name="My difficult friend", note="Is it too <long>?")


def text_of(bullet):
    return f"text_bullet:{bullet.token}"


def said():
    return set(ReviewComment.objects.exclude(state="taken_back").values_list("key", "text", "state"))


# --- What the page shows --------------------------------------------------------------------------------------------


def test_somebody_without_an_account_reads_the_resume_in_its_order(client, resume, link):
    arranging.move(resume, "section:languages", before="section:summary", at=timezone.now())
    response = client.get(link[0])
    shown = words(response)
    assert response.status_code == 200
    assert [chapter.part.heading for chapter in response.context["chapters"]] == ["Languages", "Experience"]
    places = [shown.index(one) for one in ("Ada Byron", "Esperanto", "Acme", "Ran the move.", BULLET)]
    assert places == sorted(places)
    assert "Is it too <long>?" in shown
    assert "works for another 13 days" in shown


DETAILS = ("ada@example.org", "555 0100", "Secret Street", "73301", "ada.example")


def test_contact_details_are_shown_only_if_the_learner_says_so(client, resume, link):
    shown = words(client.get(link[0]))
    assert ("Ada Byron" in shown, "Austin" in shown) == (True, True)
    assert [one for one in DETAILS if one in shown] == []
    other, _ = make_review_link(resume, shows_contact=True)
    shown = words(client.get(other))
    assert [one for one in DETAILS if one not in shown] == []


def test_nothing_else_of_the_learner_is_shown(client, learner, resume, link):
    make_bullet(learner, text="Of no place")
    left_out = make_bullet(learner, text="Left out here", mention=None)
    other_address, other = make_review_link(resume, name="Second")
    make_comment(other, text="What the second wrote")
    make_resume(learner, name="Another resume")
    body = client.get(link[0]).content.decode()
    hidden = (
        *("dream employer", "private purpose", "private happening", "Not alone", "difficult", "learner@example.org"),
        *("Of no place", left_out.text, "What the second wrote", "Second", "Another resume"),
        other_address.split("/")[-2],
    )
    assert [one for one in hidden if one in body] == []


def test_what_is_left_out_of_this_resume_is_not_shown(client, resume, link, bullet):
    arranging.show(resume, f"bullet:{bullet.token}", shown=False, at=timezone.now())
    response = client.get(link[0])
    assert (BULLET in words(response), text_of(bullet) in response.content.decode()) == (False, False)


def test_the_page_is_neither_kept_nor_listed_and_its_address_goes_nowhere(client, link):
    response = client.get(link[0])
    body = response.content.decode()
    secret = link[0].split("/")[-2]
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert response["Referrer-Policy"] == "strict-origin"
    assert '<meta name="robots" content="noindex">' in body
    assert re.findall(r"<a\b[^>]*>", body) == []
    assert re.findall(rf'"[^"]*{secret}[^"]*"', body) == [f'"{link[0]}"']
    assert "<nav" not in body
    assert set(client.cookies) == set()


def test_a_signed_in_stranger_a_curator_and_the_learner_see_what_a_visitor_sees(
    client, link, learner, stranger, curator
):
    def seen():
        token = r'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]*">'
        return re.subn(token, "", client.get(link[0]).content.decode())

    visitor, tokens = seen()
    assert tokens == 0
    for user in (learner, stranger, curator):
        client.force_login(user)
        assert seen() == (visitor, 1)


def test_an_empty_resume_can_be_commented_on_as_a_whole(client, db):
    address, _ = make_review_link(make_resume(make_user()))
    assert "There is nothing in it yet." in words(client.get(address))
    assert client.post(address, {"text_": "Begin with a job"}).status_code == 302
    assert said() == {("", "Begin with a job", "open")}


def test_a_resume_that_is_too_long_for_a_file_says_so(client, learner, monkeypatch, resume, link):
    monkeypatch.setattr("resumes.writing.document.MOST_LINES", 5)
    response = client.get(link[0])
    assert (response.status_code, "A file can hold up to" in words(response)) == (200, True)


@pytest.mark.parametrize("number", [1, 3])
def test_query_count(learning, learner, resume, django_assert_max_num_queries, number):
    for _ in range(number):
        make_bullet(learner)
    address, link = make_review_link(resume)
    for place in range(number):
        make_comment(link, key=f"bullet:{place}", text=f"Comment {place}")
    with django_assert_max_num_queries(12):
        assert learning.get(address).status_code == 200


# --- Comments -------------------------------------------------------------------------------------------------------


def test_comments_are_kept_and_shown_again(client, link, bullet):
    data = {text_of(bullet): "How\r\nmuch? \u202e\u05e9\u05dd 🙂", "text_section:experience": "Too long", "text_": " "}
    response = client.post(link[0], data)
    assert response["Location"] == f"{link[0]}?saved=2#box-section-experience"
    assert response["Referrer-Policy"] == "strict-origin"
    assert said() == {
        (f"bullet:{bullet.token}", "How\nmuch? \u202e\u05e9\u05dd 🙂", "open"),
        ("section:experience", "Too long", "open"),
    }
    assert ReviewComment.objects.get(key=f"bullet:{bullet.token}").about == BULLET
    page = client.get(response["Location"])
    assert "Saved: 2 comments." in words(page)
    assert "How\nmuch? \u202e\u05e9\u05dd 🙂</textarea>" in page.content.decode()


def test_a_saved_page_sent_unchanged_changes_nothing_and_says_so(client, link, bullet):
    client.post(link[0], {text_of(bullet): "How much?"})
    boxes = client.get(link[0]).context["boxes"]
    data = {f"was_{key}": box.was for key, box in boxes.items()}
    data |= {f"text_{key}": box.field.value() for key, box in boxes.items()}
    page = client.post(link[0], data, follow=True)
    assert "Nothing had changed." in words(page)
    assert len(said()) == 1


def test_what_was_not_touched_here_is_not_taken_back(client, link, bullet):
    """A page that stood open on a phone leaves alone what was saved on a laptop since."""
    was = {f"was_{key}": box.was for key, box in client.get(link[0]).context["boxes"].items()}
    client.post(link[0], {**was, text_of(bullet): "From the laptop"})
    client.post(link[0], {**was, text_of(bullet): "", "text_": "From the phone"})
    assert {text for _, text, _ in said()} == {"From the laptop", "From the phone"}


def test_what_another_window_saved_meanwhile_is_replaced_only_by_the_next_press(client, link, bullet):
    was = {f"was_{key}": box.was for key, box in client.get(link[0]).context["boxes"].items()}
    client.post(link[0], {**was, text_of(bullet): "From the laptop"})
    response = client.post(link[0], {**was, text_of(bullet): "From the phone", "text_": "Fine"})
    assert response.status_code == 422
    assert "This comment was changed in another window" in words(response)
    assert "From the phone</textarea>" in response.content.decode()
    assert {text for _, text, _ in said()} == {"From the laptop", "Fine"}
    boxes = response.context["boxes"]
    data = {f"was_{key}": box.was for key, box in boxes.items()}
    data |= {f"text_{key}": box.field.value() or "" for key, box in boxes.items()}
    assert client.post(link[0], data).status_code == 302
    assert {text for _, text, _ in said()} == {"From the phone", "Fine"}


def test_once_decided_a_comment_is_read_only_and_another_can_be_added(client, link, bullet):
    client.post(link[0], {text_of(bullet): "How much?"})
    ReviewComment.objects.update(state="declined")
    page = client.get(link[0])
    shown = words(page)
    assert "Read, so it stays as it is." in shown
    assert [word for word in ("declined", "Declined") if word in shown] == []
    assert page.context["boxes"][f"bullet:{bullet.token}"].field.value() == ""
    client.post(link[0], {text_of(bullet): "And when?"})
    assert {(text, state) for _, text, state in said()} == {("How much?", "declined"), ("And when?", "open")}


def test_what_is_about_nothing_in_this_resume_is_refused_and_comes_back(client, learner, resume, link, bullet):
    elsewhere = make_bullet(learner, text="In no resume")
    data = {text_of(elsewhere): "On what?", text_of(bullet): "Kept"}
    response = client.post(link[0], data)
    assert response.status_code == 422
    assert "What you wrote on a bullet is not saved: that is no longer in the resume." in words(response)
    assert response.context["lost"] == [("On a bullet", "On what?")]
    assert "In no resume" not in words(response)
    assert {text for _, text, _ in said()} == {"Kept"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 2001, "Keep it to 2000 characters; yours has 2001."),
        ("x" * 1_000_000, "Keep it to 2000 characters; yours has 1000000."),
        ("How\x00much", "Null characters are not allowed."),
    ],
)
def test_a_comment_that_cannot_be_kept_says_why_and_stays_on_the_page(client, link, bullet, text, message):
    response = client.post(link[0], {text_of(bullet): text, "text_": "Fine"})
    assert (response.status_code, message in words(response)) == (422, True)
    assert text.replace("\x00", "") in response.content.decode().replace("\x00", "")
    assert {text for _, text, _ in said()} == {"Fine"}


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u200d"])
def test_what_says_nothing_is_no_comment(client, link, bullet, text):
    page = client.post(link[0], {text_of(bullet): text}, follow=True)
    assert ("Nothing had changed." in words(page), said()) == (True, set())


@pytest.mark.parametrize("saved", ["x", "\x00", "1" * 4000, "-1", "１"])
def test_an_address_that_says_nonsense_is_of_no_consequence(client, link, saved):
    response = client.get(link[0], {"saved": saved})
    assert (response.status_code, response.context["saved"]) == (200, None)


# --- Links that have ended ------------------------------------------------------------------------------------------


def dead_links(resume):
    """An unknown link, an expired one, a withdrawn one, that of a binned resume, and that of a closed account."""
    now = timezone.now()
    expired, _ = make_review_link(resume, at=now - timedelta(days=14, seconds=1))
    withdrawn, row = make_review_link(resume)
    linking.withdraw(row, at=now)
    binned_resume = make_resume(resume.user)
    binned, _ = make_review_link(binned_resume)
    verbs.put_in_bin(binned_resume, at=now)
    closed, _ = make_review_link(make_resume(make_user(is_active=False)))
    return [reverse("resumes:reviewer", args=["x" * 43]), expired, withdrawn, binned, closed]


def test_whatever_the_reason_it_is_the_same_page_word_for_word(client, resume, link, learner, stranger, curator):
    answers = []
    for user in (None, learner, stranger, curator):
        if user:
            client.force_login(user)
        answers += [client.get(address) for address in dead_links(resume)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert {answer["Referrer-Policy"] for answer in answers} == {"strict-origin"}
    assert (GONE in words(answers[0]), "lasts 14 days" in words(answers[0])) == (True, True)
    assert client.get(link[0]).status_code == 200


def test_what_was_typed_comes_back_on_that_page_and_nothing_is_saved(client, resume, bullet):
    data = {text_of(bullet): "Typed <b>for</b> long", "was_": mark("Saved before"), "text_": "Saved before"}
    answers = [client.post(address, data) for address in dead_links(resume)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].context["typed"] == [("On a bullet", "Typed <b>for</b> long")]
    assert "Typed <b>for</b> long" in words(answers[0])
    assert (said(), BULLET in words(answers[0])) == (set(), False)


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_while_the_link_is_being_withdrawn_comes_back_to_be_copied():
    address, link = make_review_link(make_resume(make_user()))
    response = just_after(
        lambda: linking.withdraw(link, at=timezone.now()),
        lambda: Client().post(address, {"text_": "Just too late"}),
    )
    assert (response.status_code, GONE in words(response)) == (404, True)
    assert response.content.decode().count("Just too late") == 1
    assert said() == set()


@pytest.mark.parametrize("secret", ["\x00", "🙂", "%ff", "a" * 5000, "..", "None"])
def test_a_strange_secret_is_an_unknown_one(client, link, secret):
    response = client.get(reverse("resumes:reviewer", args=[secret]))
    assert (response.status_code, GONE in words(response)) == (404, True)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused_for_every_link(client, resume, link, method):
    for address in (link[0], *dead_links(resume)):
        response = getattr(client, method)(address)
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")


# --- Forged posts, logs and reports ---------------------------------------------------------------------------------


def test_a_visitor_needs_no_token(link, bullet):
    browser = Client(enforce_csrf_checks=True)
    response = browser.post(link[0], {text_of(bullet): "How much?"}, headers={"origin": "http://testserver"})
    assert response.status_code == 302
    assert {text for _, text, _ in said()} == {"How much?"}


def test_whoever_signed_in_meanwhile_has_saved_nothing_and_gets_back_what_was_typed(link, bullet, stranger):
    """The page of a visitor stood open, without a token."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(stranger)
    data = {text_of(bullet): "Typed for long", f"was_bullet:{bullet.token}": mark(""), "other": "z"}
    response = browser.post(link[0], data, headers={"origin": "http://testserver"})
    assert (response.status_code, response["Referrer-Policy"]) == (403, "strict-origin")
    assert response.context["typed"] == [("On a bullet", "Typed for long")]
    assert "other" not in dict(response.context["fields"])
    assert said() == set()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', response.content.decode())[1]
    again = dict(response.context["fields"]) | {"csrfmiddlewaretoken": token}
    assert browser.post(link[0], again, headers={"origin": "http://testserver"}).status_code == 302
    assert {text for _, text, _ in said()} == {"Typed for long"}


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_a_forged_post_from_another_site_shows_nothing_of_itself(link, stranger, headers):
    browser = Client(enforce_csrf_checks=True)
    for user in (None, stranger):
        if user:
            browser.force_login(user)
        response = browser.post(link[0], {"text_": "Planted"}, headers=headers)
        assert (response.status_code, "Planted" in response.content.decode(), said()) == (403, False, set())


def test_neither_the_secret_nor_a_comment_stands_in_a_log_or_a_report(link, told):
    secret = link[0].split("/")[-2]
    reports = told(link[0], {"text_": "A private remark"})
    told_by_the_site = ("log", "mails", "page of the mail", "terminal")
    assert [where for where in told_by_the_site if secret in reports[where]] == []
    assert [where for where, text in reports.items() if "private remark" in text] == []


def test_the_secret_stands_in_no_line_of_a_log(client, link, caplog):
    with caplog.at_level(logging.DEBUG):
        client.put(link[0])
        client.get(reverse("resumes:reviewer", args=["s3cret-" * 6]))
    assert [line for line in (link[0].split("/")[-2], "s3cret-") if line in caplog.text] == []
    assert "/resumes/review/********/" in caplog.text
    assert ReviewLink.objects.count() == 1
