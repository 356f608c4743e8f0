"""From a page of the site to its row at the desk: for staff who may change it, and for nobody else."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from curation import public_pages
from tests.addresses import every_address, make_something_of_everything
from tests.factories.accounts import staff_with
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone, make_role
from tests.kit import seen, text

EDIT = re.compile(r'<a href="([^"]+)">Edit this page</a>')


def test_every_public_page_leads_staff_to_the_desk_of_what_it_says(curating, curator, seeded):
    looked_at = 0
    for address in every_address(make_something_of_everything(curator)):
        place = public_pages.find(address)
        if place is None:
            continue
        page = curating.get(address)
        assert page.status_code == 200, address
        [link] = EDIT.findall(text(page))
        at_desk = curating.get(link, follow=True)
        assert (at_desk.status_code, len(at_desk.redirect_chain)) == (200, 1), address
        if place.subject.row is not None:
            assert at_desk.context["original"] == place.subject.row, address
        else:
            assert at_desk.context["cl"].model is public_pages.table_of(page.resolver_match.view_name), address
        assert page.headers["Cache-Control"] == "private, no-store", address
        looked_at += 1
    assert looked_at == len(public_pages._pages)


def test_every_public_page_names_a_table_that_has_a_desk():
    assert [name for name in public_pages._pages if public_pages.table_of(name) not in admin.site._registry] == []


@pytest.mark.parametrize("who", ["visitor", "learner", "somebody who is no longer of the staff"])
def test_nobody_else_sees_a_way_to_the_desk(client, learner, who):
    pages = [make_milestone().get_absolute_url(), make_role().get_absolute_url(), "/about-the-data/sources/"]
    if who == "learner":
        client.force_login(learner)
    if who.startswith("somebody"):
        user = staff_with("change_milestone")
        user.is_staff = False
        user.save()
        client.force_login(user)
    for page in pages:
        shown = client.get(page)
        assert shown.status_code == 200
        assert reverse("admin:index") not in text(shown)
        assert "The desk" not in seen(shown)
        assert client.get("/admin/edit/", {"page": page}).status_code == 302


def test_staff_who_may_not_change_a_page_are_led_to_the_desk_alone(client, db):
    milestone, question = make_milestone(), make_question()
    client.force_login(staff_with("change_question", "view_milestone"))
    assert "Edit this page" not in seen(client.get(milestone.get_absolute_url()))
    assert "Edit this page" in seen(client.get(question.get_absolute_url()))


@pytest.mark.parametrize(
    "page", ["", "/", "/nowhere/", "/roadmap/x/y/", "https://example.org/roadmap/", "x" * 9000, "\u0600"]
)
def test_a_page_that_is_none_leads_nowhere(curating, page):
    assert curating.get("/admin/edit/", {"page": page}).status_code == 404


def test_an_address_with_a_nul_leads_nowhere(curating):
    assert curating.get("/admin/edit/?page=%00").status_code == 400


def test_a_page_takes_no_more_queries_for_a_curator_than_for_a_learner(client, learner, curator):
    page, numbers = make_milestone().get_absolute_url(), []
    for user in (learner, curator):
        client.force_login(user)
        client.get(page)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
