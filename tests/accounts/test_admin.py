"""Accounts at the desk: who may do what to whose, and that nobody gets into another's."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.core import mail

from accounts.models import User
from tests.accounts.test_views import mail_configured, sign_in  # noqa: F401
from tests.factories.accounts import PASSWORD, make_user
from tests.kit import text

USERS = "/admin/accounts/user/"
OURS = 9_000  # a key that no group of the site has
RIGHTS = {"is_staff": "on", "is_superuser": "on", "groups": [str(OURS)], "user_permissions": ["1"]}


def staff(email, *permissions):
    user = make_user(email, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


@pytest.fixture
def editor(db):
    """Staff who may do with users whatever a permission allows, and nothing else."""
    return staff("editor@example.org", "view_user", "add_user", "change_user", "delete_user", *GROUPS)


GROUPS = ("view_group", "add_group", "change_group", "delete_group")


@pytest.fixture
def editing(client, editor):
    client.force_login(editor)
    return client


def rights(user):
    user = User.objects.get(pk=user.pk)
    granted = (list(user.groups.all()), [one.codename for one in user.user_permissions.all()])
    return user.email, user.password, user.is_staff, user.is_superuser, *granted


def change(client, user, **data):
    return client.post(f"{USERS}{user.pk}/change/", data)


def test_nobody_sets_a_password_or_an_address_of_somebody_else(client, curator, editor, learner):
    for user in (curator, editor):
        client.force_login(user)
        before = rights(learner)
        change(client, learner, is_active="on", email="mine@example.org", password="x", password1="x", password2="x")
        assert rights(learner) == before
        new = {"password1": "another long phrase", "password2": "another long phrase", "usable_password": "true"}
        assert client.post(f"{USERS}{learner.pk}/password/", new).status_code in (302, 404)
        assert rights(learner) == before
        page = text(client.get(f"{USERS}{learner.pk}/change/"))
        assert learner.email in page
        assert "password" not in re.sub(r"/admin/password_change/|Change password", "", page).lower()


def test_whoever_may_change_users_gives_no_rights(editing, editor, learner, curator):
    Group.objects.create(pk=OURS, name="Curators")
    for user in (editor, learner, curator):
        before = rights(user)
        change(editing, user, is_active="on", **RIGHTS)
        assert rights(user) == before
    for path in ("", "add/", f"{OURS}/change/"):
        assert editing.get(f"/admin/auth/group/{path}").status_code == 403
    assert editing.post(f"/admin/auth/group/{OURS}/change/", {"name": "Mine", "permissions": ["1"]}).status_code == 403
    assert Group.objects.get(pk=OURS).name == "Curators"


def test_whoever_may_change_users_closes_accounts_of_learners_and_no_others(editing, editor, learner, curator):
    other = staff("other@example.org")
    for user in (learner, other, curator, editor):
        change(editing, user)
    closed = User.objects.filter(is_active=False)
    assert list(closed) == [learner]


def test_of_a_learner_whoever_may_change_users_sees_address_and_day_alone(editing, learner):
    learner.name, learner.time_zone = "Anna Secret", "Asia/Tokyo"
    learner.save()
    page = text(editing.get(f"{USERS}{learner.pk}/change/"))
    labels = re.findall(r"<label[^>]*>\s*([^<]+?):?\s*</label>", page.split('id="content-main"')[1])
    assert labels == ["Email address", "Active", "Date joined"]
    for private in ("Secret", "Tokyo"):
        assert private not in page + text(editing.get(USERS))


def test_superusers_say_who_may_curate(curating, learner):
    permission = Permission.objects.get(codename="change_question")
    change(curating, learner, is_active="on", is_staff="on", user_permissions=[permission.pk])
    assert rights(learner)[2:] == (True, False, [], ["change_question"])
    assert curating.get("/admin/auth/group/").status_code == 200


def test_only_who_may_look_is_offered_nothing(client, learner):
    client.force_login(staff("viewer@example.org", "view_user"))
    assert "send_link" not in text(client.get(USERS))
    client.post(USERS, {"action": "send_link", "_selected_action": [learner.pk]})
    assert mail.outbox == []


def send_links(client, *users):
    return client.post(USERS, {"action": "send_link", "_selected_action": [user.pk for user in users]}, follow=True)


def test_a_link_to_set_a_password_is_sent_instead(editing, learner, client, mail_configured):  # noqa: F811
    response = send_links(editing, learner)
    assert "We have sent learner@example.org a link to set a new password." in text(response)
    assert [one.to for one in mail.outbox] == [["learner@example.org"]]
    link = re.search(r"/account/password/reset/key/\S+", mail.outbox[0].body).group()
    assert link not in text(response)
    assert LogEntry.objects.get().change_message == "Sent a link to set a new password."
    client.logout()
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "another long phrase", "password2": "another long phrase"})
    EmailAddress.objects.update(verified=True)
    assert sign_in(client, password="another long phrase")["Location"] == "/"


def test_no_link_is_sent_to_a_closed_account_nor_to_many_at_once(curating, learner, mail_configured):  # noqa: F811
    User.objects.filter(pk=learner.pk).update(is_active=False)
    assert "is closed, so no link was sent." in text(send_links(curating, learner))
    many = [make_user(f"n{n}@example.org") for n in range(21)]
    assert "Choose at most 20 accounts at once." in text(send_links(curating, *many))
    assert mail.outbox == []


def test_without_mail_the_desk_says_what_else_can_be_done(curating, learner):
    assert "manage.py changepassword ADDRESS" in text(send_links(curating, learner))
    assert curating.get(f"{USERS}add/").status_code == 403


def test_a_new_account_has_no_password_and_its_owner_gets_the_link(curating, mail_configured):  # noqa: F811
    assert curating.post(f"{USERS}add/", {"email": "Helper@exämple.org"}).status_code == 302
    user = User.objects.get(email="helper@xn--exmple-cua.org")
    assert (user.has_usable_password(), user.is_staff) == (False, False)
    assert [one.to for one in mail.outbox] == [["helper@xn--exmple-cua.org"]]


@pytest.mark.parametrize("typed", ["LEARNER@example.org", "learner@example.org\u200b"])
def test_an_address_that_is_taken_is_said_however_it_is_spelled(curating, learner, mail_configured, typed):  # noqa: F811
    response = curating.post(f"{USERS}add/", {"email": typed})
    assert response.context["adminform"].form.errors["email"] == ["There is already an account with this address."]


def test_curators_change_their_own_password_on_the_page_of_everybody(curating):
    data = {"old_password": PASSWORD, "new_password1": "another long phrase", "new_password2": "another long phrase"}
    for response in (curating.get("/admin/password_change/"), curating.post("/admin/password_change/", data)):
        assert (response.status_code, response["Location"]) == (302, "/account/password/change/")
    assert User.objects.get().check_password(PASSWORD)


def test_a_curator_who_changes_something_else_leaves_the_address_confirmed(curating, learner):
    EmailAddress.objects.create(user=learner, email=learner.email, primary=True, verified=True)
    curating.post(f"/admin/accounts/user/{learner.pk}/change/", {"email": learner.email, "is_active": ""})
    learner.refresh_from_db()
    assert not learner.is_active
    assert EmailAddress.objects.get().verified


def test_nobody_deletes_an_account_or_sees_what_hangs_on_it_in_the_admin(curating, learner):
    assert curating.get(f"/admin/accounts/user/{learner.pk}/change/").status_code == 200
    assert curating.post(f"/admin/accounts/user/{learner.pk}/delete/", {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=learner.pk).exists()
