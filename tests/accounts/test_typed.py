"""What was typed and could not be saved is shown again: to whoever typed it, and to nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

TYPED = {
    "happened": "Ran the launch\r\nand more <b>",
    "on": "2026-05-01",
    "skills": ["a", "b"],
    "token": "t",
    "seen": "0",
    # Whoever was signed in when the form was opened.
    "whose": "7",
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
        ("whose", "7"),
    ]
    body = response.content.decode()
    assert 'name="happened" value="Ran the launch\r\nand more &lt;b&gt;"' in body
    assert 'action="/evidence/add/"' in body
    assert "You were signed out" in body
    assert "no-store" in response["Cache-Control"]


def test_also_where_only_a_post_is_answered(client, db):
    response = client.post("/roadmap/s/m/note/", {"note": "A long note", "seen": "x", "whose": "7"})
    assert (response.status_code, response.context["action"]) == (403, "/roadmap/s/m/note/")


def test_whoever_typed_nothing_is_simply_sent_to_sign_in(client, db):
    response = client.post("/evidence/add/", {"token": "t", "seen": "0", "happened": " ", "whose": "7"})
    assert (response.status_code, response["Location"]) == (302, "/account/login/?next=/evidence/add/")


def strict_post(user, path="/evidence/add/", **headers):
    client = Client(enforce_csrf_checks=True)
    if user:
        client.force_login(user)
    return client.post(path, TYPED | ({"whose": str(user.pk)} if user else {}), headers=headers)


def test_after_signing_in_in_another_tab_one_more_press_is_asked_for(learner):
    response = strict_post(learner, origin="http://testserver")
    assert response.status_code == 403
    assert hidden(response)[0] == ("happened", "Ran the launch\r\nand more <b>")
    assert "Please press Save once more" in response.content.decode()


def test_a_form_from_elsewhere_is_never_offered_to_be_pressed(learner):
    for user, path, headers in (
        (learner, "/evidence/add/", {"origin": "https://evil.example"}),
        (learner, "/evidence/add/", {}),
        (None, "/evidence/add/", {"origin": "https://evil.example"}),
        (None, "/evidence/add/", {}),
        (None, "/admin/interviews/question/add/", {"origin": "https://evil.example"}),
    ):
        response = strict_post(user, path, **headers)
        assert response.status_code == 403
        assert b"Ran the launch" not in response.content


def test_whoever_lost_all_cookies_gets_what_was_typed_too(db):
    response = strict_post(None, origin="http://testserver")
    assert response.status_code == 403
    assert hidden(response)[0] == ("happened", "Ran the launch\r\nand more <b>")
    assert "You were signed out" in response.content.decode()


@pytest.mark.parametrize("path", ["/account/preferences/", "/salaries/my-number/", "/admin/interviews/question/add/"])
def test_every_form_is_shown_again(learner, path):
    # Visitors' numbers are compared at once: nothing of them is saved.
    for user in (learner,) if path == "/salaries/my-number/" else (learner, None):
        assert b"Ran the launch" in strict_post(user, path, origin="http://testserver").content


@pytest.mark.parametrize(
    "path", ["/account/login/", "/account/signup/", "/account/email/", "/admin/accounts/user/add/"]
)
def test_a_password_is_never_shown_again(learner, path):
    data = {"email": "typed@example.org", "password1": "not to be shown"}
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    response = client.post(path, data, headers={"origin": "http://testserver"})
    assert response.status_code == 403
    for value in data.values():
        assert value.encode() not in response.content


def test_every_form_says_for_whom_it_was_shown(learning, learner, curator, client, seeded):
    own = f'<input type="hidden" name="whose" value="{learner.pk}">'
    body = learning.get("/roadmap/get-credentials/creds-stocktake/").content.decode()
    assert body.count(own) == body.count("csrfmiddlewaretoken") > 3
    client.logout()
    assert 'name="whose"' not in client.get("/account/login/").content.decode()
    client.force_login(curator)
    body = client.get("/admin/interviews/question/add/").content.decode()
    assert body.count(f'name="whose" value="{curator.pk}"') == body.count("csrfmiddlewaretoken") > 0


@pytest.mark.parametrize("path", ["/evidence/add/", "/admin/interviews/question/add/"])
def test_nobody_is_shown_what_another_typed(learner, curator, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(curator)
    response = client.post(path, TYPED | {"whose": learner.pk}, headers={"origin": "http://testserver"})
    body = response.content.decode()
    assert response.status_code == 403
    assert "Somebody else is signed in" in body
    assert "Ran the launch" not in body
    again = client.post(path, TYPED | {"whose": curator.pk}, headers={"origin": "http://testserver"})
    assert ("whose", str(curator.pk)) in again.context["fields"]


QUESTION = "/admin/interviews/question/add/"


def test_a_curator_whose_session_ended_gets_back_what_was_typed(client, db):
    response = client.post(QUESTION, {"text": "Why us?", "rows-TOTAL_FORMS": "0", "_save": "Save", "_opened": "x"})
    assert response.status_code == 403
    assert response.context["shown"] == [("question", "Why us?")]
    assert response.context["action"] == QUESTION
    assert dict(response.context["fields"]) == {
        **{"text": "Why us?", "rows-TOTAL_FORMS": "0", "_save": "Save", "_opened": "x"},
    }


def test_a_file_is_never_kept_and_that_is_said(client, db):
    file = SimpleUploadedFile("claims.csv", b"secret,content")
    response = client.post("/admin/interviews/question/import/", {"import_file": file, "format": "0"})
    body = response.content.decode()
    assert response.status_code == 403
    assert "A file can't be saved for you: choose claims.csv again" in body
    assert "secret" not in body
    assert "Save again" not in body


def test_at_the_desk_whoever_typed_nothing_or_may_not_curate_is_sent_to_sign_in(client, learner):
    for response in (client.post(QUESTION, {"text": " "}), client.get(QUESTION)):
        assert response.status_code == 302
    client.force_login(learner)
    assert client.post(QUESTION, {"text": "Why us?"}).status_code == 302


def test_htmx_is_told_to_show_what_was_typed(client, db):
    response = client.post("/roadmap/s/m/note/", {"note": "A long note", "whose": "7"}, headers={"hx-request": "true"})
    assert (response["HX-Retarget"], response["HX-Reselect"]) == ("#page", "#page")
    assert 'id="page"' in response.content.decode()
