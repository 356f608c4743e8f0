"""The guard of learners' acts."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client, RequestFactory

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


TYPED = {
    "happened": "Ran the launch\r\nand more <b>",
    "on": "2026-05-01",
    "skills": ["a", "b"],
    "token": "t",
    "seen": "0",
}


def hidden(response):
    """The fields that the page would send again."""
    return [pair for pair in response.context["fields"] if pair[0] in TYPED]


def test_what_was_typed_survives_a_lost_session(client, db):
    response = client.post("/evidence/add/", TYPED)
    assert response.status_code == 403
    assert hidden(response) == [
        ("happened", "Ran the launch\r\nand more <b>"),
        ("on", "2026-05-01"),
        ("skills", "a"),
        ("skills", "b"),
        ("token", "t"),
        ("seen", "0"),
    ]
    body = response.content.decode()
    assert 'name="happened" value="Ran the launch\r\nand more &lt;b&gt;"' in body
    assert 'action="/evidence/add/"' in body
    assert "You were signed out" in body
    assert "no-store" in response["Cache-Control"]


def test_also_where_only_a_post_is_answered(client, db):
    response = client.post("/roadmap/s/m/note/", {"note": "A long note", "seen": "x"})
    assert (response.status_code, response.context["action"]) == (403, "/roadmap/s/m/note/")


def test_a_visitor_who_typed_nothing_is_simply_sent_to_sign_in(client, db):
    response = client.post("/evidence/add/", {"token": "t", "seen": "0", "happened": " "})
    assert (response.status_code, response["Location"]) == (302, "/account/login/?next=/evidence/add/")


def strict_post(user, path="/evidence/add/", **headers):
    client = Client(enforce_csrf_checks=True)
    if user:
        client.force_login(user)
    return client.post(path, TYPED, headers=headers)


def test_after_signing_in_in_another_tab_one_more_press_is_asked_for(learner):
    response = strict_post(learner, origin="http://testserver")
    assert response.status_code == 403
    assert hidden(response)[0] == ("happened", "Ran the launch\r\nand more <b>")
    assert "Please press Save once more" in response.content.decode()


def test_a_form_from_elsewhere_is_never_offered_to_be_pressed(learner):
    for user, path, headers in (
        (learner, "/evidence/add/", {"origin": "https://evil.example"}),
        (learner, "/evidence/add/", {}),
        (learner, "/account/theme/", {"origin": "http://testserver"}),
        (None, "/evidence/add/", {"origin": "http://testserver"}),
    ):
        response = strict_post(user, path, **headers)
        assert response.status_code == 403
        assert b"Ran the launch" not in response.content
