"""The guard of learners' acts."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.guards import learner_post


@learner_post(page="roadmap:milestone")
def act(request, step, milestone, item):
    return HttpResponse("done")


ARGUMENTS = {"step": "s", "milestone": "m", "item": "i"}


def request(method, user, **headers):
    made = getattr(RequestFactory(), method)("/x/", headers=headers)
    made.user = user
    made.htmx = "hx-request" in headers
    return made


def test_a_learners_post_gets_through(learner):
    assert act(request("post", learner), **ARGUMENTS).content == b"done"


def test_a_visitor_is_sent_to_sign_in_and_then_to_the_page():
    response = act(request("post", AnonymousUser()), **ARGUMENTS)
    assert (response.status_code, response["Location"]) == (302, "/account/login/?next=/roadmap/s/m/")


def test_a_visitor_with_htmx_is_sent_as_a_whole_page():
    response = act(request("post", AnonymousUser(), **{"hx-request": "true"}), **ARGUMENTS)
    assert response["HX-Redirect"] == "/account/login/?next=/roadmap/s/m/"


def test_reading_leads_to_the_page_and_other_methods_are_refused(learner):
    response = act(request("get", learner), **ARGUMENTS)
    assert (response.status_code, response["Location"]) == (302, "/roadmap/s/m/")
    assert act(request("delete", learner), **ARGUMENTS).status_code == 405
