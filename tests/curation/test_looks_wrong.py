"""Anybody says that a page or a fact looks wrong: once, in words, about a page of ours, and not a thousand times."""

import uuid
from functools import partial

import pytest
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone

from curation import public_pages
from curation.models import Report
from curation.report_views import MOST_AN_HOUR
from tests.addresses import every_address, make_something_of_everything, routes
from tests.factories.accounts import make_user
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential
from tests.factories.interviews import make_question
from tests.forms import forms_of
from tests.kit import at_once, seen, unescaped

pytestmark = pytest.mark.django_db
FORM = "/about-the-data/looks-wrong/"
SOURCES = "/about-the-data/sources/"
RIGHT_TO_LEFT = "השכר שגוי ‮<script>alert(1)</script> javascript:alert(2)"


@pytest.fixture
def source():
    return make_source(slug="a-report", publisher="The Bureau", name="A report")


def typed(**words):
    return {"token": str(uuid.uuid4()), "page": SOURCES, "row": "", "what": "The date is wrong."} | words


def said():
    return list(Report.objects.order_by("pk").values_list("page", "table", "slug", "title", "what", "email", "state"))


def test_a_fact_is_reported_from_its_page_without_an_account(client, source):
    page = unescaped(client.get(SOURCES))
    asked = f"{FORM}?page=%2Fabout-the-data%2Fsources%2F&row=curation.source%3Aa-report"
    assert f'<a class="looks-wrong" href="{asked}" rel="nofollow">Wrong?' in page
    (form,) = [one for one in forms_of(client.get(asked), asked) if one.method == "post" and "what" in one.typed]
    assert form.filled() == set()
    answer = client.post(form.action, form.data(what="It is of June.", email="reader@example.org"))
    assert answer.url == "/about-the-data/looks-wrong/thanks/?page=%2Fabout-the-data%2Fsources%2F"
    assert "Your report is saved." in seen(client.get(answer.url))
    row = (SOURCES, "curation.source", "a-report", "The Bureau: A report", "It is of June.", "reader@example.org")
    assert said() == [(*row, "open")]
    assert Report.objects.get().user is None


def test_a_fact_of_a_row_is_told_from_that_of_another_with_the_same_name(client):
    first, second = make_credential(name="First"), make_credential(name="Second")
    fee = second.fees.get()
    assert first.fees.get().slug == fee.slug
    client.post(FORM, typed(page=second.get_absolute_url(), row=f"evidence.credentialfee:{fee.slug}"))
    assert said()[0][:4] == (second.get_absolute_url(), "evidence.credentialfee", fee.slug, f"Second: {fee}")


@pytest.mark.parametrize(
    "row",
    ["", "x", "nothing.here:x", "curation.source:gone", "curation.report:x", "a.b.c:d", "\0:\0"],
)
def test_an_unknown_row_leaves_the_page_as_a_whole(client, source, row):
    assert client.get(FORM, {"page": SOURCES, "row": row}).status_code == 200
    client.post(FORM, typed(row=row))
    assert said()[0][:4] == (SOURCES, "", "", "Sources")


@pytest.mark.parametrize(
    "page",
    [
        *("", "/", "https://example.org/about-the-data/sources/", "//example.org/", "javascript:alert(1)"),
        *("/evidence/", "/about-the-data/sources/\0", "/skills/nothing-here/", "/admin/", f"/skills/{'a' * 300}/"),
        *("/interviews/a-draft/", FORM, "x" * 5000),
    ],
)
def test_a_page_that_is_none_of_ours_is_refused_in_words_and_what_was_typed_stays(client, page):
    make_question(slug="a-draft", draft=True, retired_at=timezone.now())
    assert client.get(FORM, {"page": page}).status_code == 404
    answer = client.post(FORM, typed(page=page))
    assert answer.status_code == 422
    assert "We don't know the page this is about." in unescaped(answer)
    assert "The date is wrong." in unescaped(answer)
    assert said() == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"what": " "}, "This field is required."),
        ({"what": "a" * 1_000_000}, "Ensure this value has at most 4000 characters (it has 1000000)."),
        ({"instead": "a" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
        ({"what": "a\0b"}, "Null characters are not allowed."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"token": "x"}, "The form is incomplete."),
    ],
)
def test_what_cannot_be_taken_is_named_and_kept_in_the_form(client, source, words, why):
    answer = client.post(FORM, typed(instead="It is of June.") | words)
    assert answer.status_code == 422
    assert why in unescaped(answer)
    assert ("It is of June." in unescaped(answer)) or "instead" in words
    assert said() == []


def test_what_is_no_text_to_a_browser_stays_a_text(client, source):
    client.post(FORM, typed(what=RIGHT_TO_LEFT))
    assert said()[0][4] == RIGHT_TO_LEFT


def test_pressed_twice_is_one_and_other_words_are_an_edit_until_it_is_closed(client, source):
    form = typed()
    for words in ({}, {}, {"what": "No, the name."}, {"what": "No, the name.", "token": str(uuid.uuid4())}):
        assert client.post(FORM, form | words).status_code == 302
    assert [row[4] for row in said()] == ["No, the name."]
    Report.objects.update(state="closed", closed_at=timezone.now())
    for _ in range(2):
        client.post(FORM, form | {"what": "Still wrong."})
    assert [(row[4], row[6]) for row in said()] == [("No, the name.", "closed"), ("Still wrong.", "open")]


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_the_same_time_is_one(client):
    form = typed()
    answers = at_once(lambda: client.post(FORM, form), lambda: client.post(FORM, form))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(said()) == 1


def test_after_ten_in_an_hour_the_next_is_told_when_to_come_back_and_keeps_its_words(client, source):
    for number in range(MOST_AN_HOUR):
        assert client.post(FORM, typed(what=f"Wrong {number}")).status_code == 302
    answer = client.post(FORM, typed(what="One more"))
    assert answer.status_code == 429
    assert "10 reports an hour is what we take from one network. Come back in " in seen(answer)
    assert "One more" in unescaped(answer)
    # What is said already, and another network, are not too many.
    assert client.post(FORM, typed(what="Wrong 3")).status_code == 302
    assert client.post(FORM, typed(what="Another"), REMOTE_ADDR="198.51.100.7").status_code == 302
    assert len(said()) == MOST_AN_HOUR + 1


@pytest.mark.django_db(transaction=True)
def test_many_at_the_same_moment_are_no_more_than_ten_in_an_hour(client):
    forms = [typed(what=f"Wrong {number}") for number in range(2 * MOST_AN_HOUR)]
    answers = at_once(*(partial(client.post, FORM, form) for form in forms))
    assert {answer.status_code for answer in answers} == {302, 429}
    assert [answer.status_code for answer in answers].count(302) == len(said()) <= MOST_AN_HOUR
    refused = next(form for form, answer in zip(forms, answers, strict=True) if answer.status_code == 429)
    assert client.post(FORM, refused, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_the_form_of_somebody_who_is_signed_in_says_whose_it_is_until_the_account_is_gone(client, source):
    user = make_user()
    client.force_login(user)
    client.post(FORM, typed())
    assert Report.objects.get().user == user
    user.delete()
    assert Report.objects.get().user is None


def test_reading_writes_nothing_and_other_methods_are_refused(client, source, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get(FORM, {"page": SOURCES, "row": "curation.source:a-report"}).status_code == 200
    assert client.head(FORM, {"page": SOURCES}).status_code == 200
    assert client.get(FORM).url == "/about-the-data/"
    assert client.put(FORM).status_code == 405
    assert client.post(reverse("curation:thanks")).status_code == 405
    assert client.get(reverse("curation:thanks"), {"page": "//example.org/"}).status_code == 404
    assert said() == []


def test_the_address_says_nothing_of_what_a_reader_typed(client, source):
    body = unescaped(client.get(f"{SOURCES}?kind=official"))
    assert f'<a href="{FORM}?page=%2Fabout-the-data%2Fsources%2F" rel="nofollow">This looks wrong</a>' in body


OURS = {"origin": "http://testserver"}


def test_a_visitor_needs_no_token(source):
    answer = Client(enforce_csrf_checks=True).post(FORM, typed(), headers=OURS)
    assert answer.status_code == 302
    assert [row[4] for row in said()] == ["The date is wrong."]


def test_whoever_signed_in_meanwhile_presses_once_more(source):
    """The page of a visitor stood open, without a token."""
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user())
    answer = strict.post(FORM, typed(), headers=OURS)
    assert answer.status_code == 403
    assert "We couldn't be sure it was you. Please press Send once more." in unescaped(answer)
    assert said() == []
    (form,) = [one for one in forms_of(answer, FORM) if "what" in one.typed]
    assert strict.post(form.action, form.data(), headers=OURS).status_code == 302
    assert [row[4] for row in said()] == ["The date is wrong."]


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_what_another_site_sends_says_nothing(source, headers):
    strict = Client(enforce_csrf_checks=True)
    for user in (None, make_user()):
        if user:
            strict.force_login(user)
        answer = strict.post(FORM, typed(), headers=headers)
        assert (answer.status_code, "The date is wrong." in unescaped(answer)) == (403, False)
    assert said() == []


# Pages for visitors that no content of curators stands on.
WITHOUT = {
    "home": "the front door",
    "privacy": "about the site, not its content",
    "salaries:number": "a tool",
    "evidence:will_it_count": "a tool",
    "stop_mail": "about one's own mail",
    "undo_stop_mail": "about one's own mail",
} | dict.fromkeys(
    (
        *(f"applications:add_{noun}" for noun in ("application", "person", "task", "view")),
        *(f"applications:{page}" for page in ("applications", "bookmark", "calendar", "compare_offers", "demand")),
        *(
            f"applications:{page}"
            for page in ("habits", "leaks", "likings", "lists", "paste", "people", "table", "tasks")
        ),
        *(f"evidence:add_{noun}" for noun in ("background", "piece", "position", "project")),
        *(f"evidence:{page}" for page in ("assess", "background", "ledger", "ledger_credential", "my_skills")),
        *("evidence:pieces", "evidence:positions", "evidence:projects"),
        *(f"interviews:add_{noun}" for noun in ("asked", "interview", "story")),
        *(f"interviews:{page}" for page in ("answer", "asked_list", "coverage", "interviews", "mocks", "practice")),
        *(f"interviews:{page}" for page in ("settings", "stories", "told", "trends")),
        *(f"resumes:add_{noun}" for noun in ("bullet", "mention", "resume")),
        *(f"resumes:{page}" for page in ("bring", "bullets", "contact", "mentions", "resumes", "sent")),
        *("roadmap:aim", "roadmap:perhaps_done"),
    ),
    "where somebody begins with rows of their own",
)
LINK = ">This looks wrong</a></li>"


def test_every_public_page_has_the_way_and_no_other(client, seeded):
    addresses = list(every_address(make_something_of_everything(make_user())))
    with_it, without = set(), set()
    for route, address in zip(routes(), addresses, strict=True):
        # What is not published yet is nobody's to report.
        if route.startswith(("/admin/", "/account/", "/start/", "/about-the-data/preview/")):
            continue
        answer = client.get(address)
        if (
            answer.status_code == 200
            and answer["Content-Type"].startswith("text/html")
            and "for_anybody" not in (answer.context or {})
        ):
            (with_it if LINK in unescaped(answer) else without).add(address)
    assert {resolve(address).view_name for address in without} == set(WITHOUT)
    assert {resolve(address).view_name for address in with_it} == set(public_pages._pages)
