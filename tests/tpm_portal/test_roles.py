"""Roles at the desk: what each must not do is found from the desks there are, act by act."""

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Group, Permission
from django.core.management.sql import emit_post_migrate_signal
from django.db.migrations.state import StateApps
from django.urls import NoReverseMatch, reverse

from accounts.models import User
from curation.changes import Batch, Change
from curation.models import Curated, Draft, LinkCheck
from roadmap.models import Milestone
from tests.factories.accounts import make_user
from tests.factories.curation import make_draft, make_report
from tests.forms import forms_of
from tpm_portal import roles

CONTENT = {model for model in site._registry if issubclass(model, Curated)}


def refused(response):
    """Not allowed, or there is no such row for them, as Django says by leading to the first page."""
    return response.status_code in (403, 404, 405) or getattr(response, "url", "") == reverse("admin:index")


def person(role):
    user = make_user(is_staff=True)
    user.groups.set([Group.objects.get(name=role)])
    return user


def addresses(desks):
    """Every address that the desks of some tables have, with a row of theirs behind it."""
    for model in desks:
        desk = site._registry[model]
        row = model._default_manager.order_by("pk").first()
        for pattern in desk.get_urls():
            if pattern.name and pattern.name.endswith("_part"):
                yield from (reverse(f"admin:{pattern.name}", args=[file.part]) for file in desk.files() if file.part)
                continue
            for number in range(4) if pattern.name else ():
                try:
                    yield reverse(f"admin:{pattern.name}", args=[row.pk if row else 1] * number)
                except NoReverseMatch:
                    continue
                break


def test_each_role_may_what_it_is_for_and_a_migration_brings_it_in_step(db):
    rights = roles.rights()
    editor, curator, operator = (rights[name] for name in (roles.EDITOR, roles.CURATOR, roles.OPERATOR))
    assert editor < curator
    assert {right.split(".")[1].split("_")[0] for right in editor - set(roles._named(roles.EDITORS))} == {"view"}
    assert operator == {"accounts.view_user", "accounts.add_user", "accounts.change_user", "curation.view_linkcheck"}
    content = {model._meta.label_lower for model in roles.content()}
    assert len(content) > 30
    for model in CONTENT:
        assert f"{model._meta.app_label}.change_{model._meta.model_name}" in curator
    # Of what learners record nobody at the desk has a right, but for questions that they suggest.
    assert {right.split(".")[0] for right in curator} == {"curation", "evidence", "interviews", "roadmap", "salaries"}
    assert {right for right in curator if right.partition("_")[2] in ("suggestion",)} == {
        "interviews.view_suggestion",
        "interviews.change_suggestion",
    }
    for name, wanted in rights.items():
        group = Group.objects.get(name=name)
        group.permissions.set(Permission.objects.filter(codename="delete_user"))
        roles.bring_in_step()
        given = group.permissions.values_list("content_type__app_label", "codename")
        assert {f"{app}.{codename}" for app, codename in given} == wanted


def test_the_end_of_every_migration_makes_the_roles(db):
    Group.objects.all().delete()
    Permission.objects.all().delete()
    # As after a migration to a state of the past that had no groups.
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", apps=StateApps([], {}))
    assert not Group.objects.exists()
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    given = {group.name: group.permissions.count() for group in Group.objects.all()}
    assert given == {name: len(wanted) for name, wanted in roles.rights().items()}


def test_an_operator_gets_to_no_content_and_nothing_that_readers_wrote(seeded, client):
    make_draft(Milestone.objects.first())
    make_report()
    client.force_login(person(roles.OPERATOR))
    found = list(addresses([model for model in site._registry if model not in (User, LinkCheck)]))
    assert len(found) > 150
    for address in found:
        assert refused(client.get(address)), address
        assert refused(client.post(address, {"post": "yes", "act": "retire"})), address
    assert client.get(reverse("admin:accounts_user_changelist")).status_code == 200
    assert client.get(reverse("admin:auth_group_changelist")).status_code == 403


@pytest.mark.parametrize("role", [roles.EDITOR, roles.CURATOR])
def test_who_looks_after_the_content_gets_to_no_account(db, client, role):
    client.force_login(person(role))
    for address in addresses([model for model in site._registry if model._meta.app_label in ("accounts", "auth")]):
        assert refused(client.get(address)), address
        assert refused(client.post(address, {})), address


def test_an_editor_reads_all_content_and_publishes_none_of_it(seeded, client):
    client.force_login(person(roles.EDITOR))
    changes = Change.objects.count()
    for model in CONTENT:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert client.get(reverse(f"{name}_changelist")).status_code == 200
        # Each address, asked for what is done there, and the list for its acts on rows.
        row = model._default_manager.order_by("pk").first()
        for address in addresses([model]):
            client.post(address, {"post": "yes", "act": "retire", "action": "retire", "_selected_action": row.pk})
        page = reverse(f"{name}_change", args=[row.pk])
        form = max(forms_of(client.get(page), page), key=lambda one: len(one.data()))
        edited = {key: f"{value} edited" if isinstance(value, str) else value for key, value in form.data().items()}
        client.post(page, {**form.data(), "_save": "Save"})
        client.post(page, {**edited, "_save": "Save"})
        assert Change.objects.count() == changes, model
    assert not Batch.objects.filter(by__groups__name=roles.EDITOR).exists()


def test_an_editor_keeps_a_draft_that_a_curator_publishes(seeded, client):
    milestone = Milestone.objects.get(slug="creds-stocktake")
    page = reverse("admin:roadmap_milestone_change", args=[milestone.pk])
    client.force_login(person(roles.EDITOR))
    form = max(forms_of(client.get(page), page), key=lambda one: len(one.data()))
    client.post(page, {**form.data(), "title": "Take stock of it all", "_save_draft": "Save draft"})
    draft = Draft.objects.get()
    assert (draft.row, draft.title) == (milestone.pk, "Take stock of it all")
    client.force_login(person(roles.CURATOR))
    client.post(reverse("admin:curation_draft_act", args=[draft.pk, "publish"]))
    milestone.refresh_from_db()
    assert milestone.title == "Take stock of it all"
