"""Every desk of the admin, found by rule: a page that is saved as it was opened changes nothing at all."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.contrib.auth.models import Group, Permission
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from curation.changes import Batch
from curation.models import LinkCheck, Report, SeedRecord
from evidence.models import Credential
from interviews.models import Question, Suggestion
from tests.factories.evidence import make_credential, make_skill
from tests.factories.interviews import make_question
from tests.factories.roadmap import make_milestone
from tests.factories.salaries import make_claim
from tests.sending import Form

APPS = sorted({model._meta.app_label for model in site._registry})
# To look at only: their desks take no change from anybody.
READ_ONLY = {Suggestion, Batch, LinkCheck, Report}
LINES = "First line, with a space at its end \nSecond: “quotes”, <b>, &amp; and a tab\tin it\n\nAfter an empty one"


def everything():
    """A fingerprint of each table."""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t')  # noqa: S608
            found[table] = cursor.fetchone()
    return found


def asked(desk, user, pk, data=None):
    """The answer of a change page. Without the client, whose record of every template takes longer than the page."""
    make = RequestFactory()
    request = make.get("/") if data is None else make.post("/", data)
    request.user = user
    request._dont_enforce_csrf_checks = True
    request._messages = CookieStorage(request)
    response = desk.change_view(request, str(pk))
    return response.render() if hasattr(response, "render") else response


def rows_of(model):
    """The rows of a desk that differ in a way a form could stumble over: thousands of one shape tell no more than one.

    Of each field the first row that leaves it empty, the shortest and the longest value, and one for each choice. Of
    rows that stand in full on the page of another desk too, one of each such page at most.
    """
    rows, kept = _pages_of(model), set()
    for field in model._meta.concrete_fields:
        said = [(field.value_from_object(row), row.pk) for row in rows]
        kept |= set({value: pk for value, pk in said[::-1] if field.choices or value in (None, "")}.values())
        full = sorted((len(str(value)), pk) for value, pk in said if value not in (None, ""))
        kept |= {pk for _, pk in full[:1] + full[-1:]}
    return [row for row in rows if row.pk in kept]


def _pages_of(model):
    for desk in site._registry.values():
        for inline in desk.inlines:
            if inline.model is model:
                parent = next(field.attname for field in model._meta.fields if field.related_model is desk.model)
                return list(model._default_manager.order_by(parent, "pk").distinct(parent))
    return list(model._default_manager.all())


def saved_unchanged(app, user):
    """How many rows of an app were opened and saved, and what was refused."""
    refused, number = [], 0
    for model, desk in site._registry.items():
        if model._meta.app_label != app or model in READ_ONLY:
            continue
        for row in rows_of(model):
            page = asked(desk, user, row.pk).content.decode()
            response = asked(desk, user, row.pk, Form(page, f"{model._meta.model_name}_form").data())
            number += 1
            if response.status_code != 302:
                refused.append(f"{model.__name__} {row}: {response.context_data['errors']}")
    return number, refused


@pytest.mark.parametrize("app", APPS)
def test_every_row_of_every_desk_saved_unchanged_changes_nothing(curator, seeded, bare_desk, app):
    """Of all shipped content what differs, see ``rows_of``."""
    Group.objects.create(name="Curators").permissions.set(Permission.objects.filter(codename__contains="question"))
    before = everything()
    number, refused = saved_unchanged(app, curator)
    assert refused == []
    assert number == sum(
        len(rows_of(model)) for model in site._registry if model._meta.app_label == app and model not in READ_ONLY
    )
    assert number > 0
    # No row, no line of history, no version, nothing that the next seeding could take for an edit.
    after = everything()
    assert {table: after[table] for table in after if after[table] != before[table]} == {}


def test_texts_of_several_lines_stay_as_they_are_in_every_box(curator, bare_desk, db):
    """What no shipped row has: lines that end with a space, quotes and empty lines, wherever a text can be typed."""
    made = [make_question(), make_credential(), make_milestone(), make_skill(), make_claim()]
    for model in {type(row) for row in made} | {row.source.__class__ for row in made[1].fees.all()}:
        texts = [field.name for field in model._meta.fields if field.get_internal_type() == "TextField"]
        if texts:
            model._default_manager.update(**dict.fromkeys(texts, LINES))
    made[2].record_version(at=timezone.now())
    before = everything()
    for app in APPS:
        assert saved_unchanged(app, curator)[1] == []
    after = everything()
    assert {table: after[table] for table in after if after[table] != before[table]} == {}


def test_the_desk_shows_which_rows_differ_from_their_files_and_what_the_file_says(curating, seeded):
    Question.objects.filter(slug="q-agile-03").update(points="As a curator says")
    make_question(slug="q-own")
    listing = "/admin/interviews/question/"
    assert [row.slug for row in curating.get(f"{listing}?file=differs").context["cl"].queryset] == ["q-agile-03"]
    assert [row.slug for row in curating.get(f"{listing}?file=none").context["cl"].queryset] == ["q-own"]
    row = Question.objects.get(slug="q-agile-03")
    page = curating.get(f"{listing}{row.pk}/change/")
    [one] = page.context["differs"]
    assert (one.name, one.here) == ("points", "As a curator says")
    assert one.file == SeedRecord.objects.get(table="interviews.question", key="q-agile-03").document["points"]
    assert "Differs from its file, interviews/data/questions.yaml" in page.content.decode()
    other = curating.get(f"{listing}{Question.objects.get(slug='q-agile-01').pk}/change/")
    assert "Differs from its file" not in other.content.decode()


def test_a_row_inside_a_row_that_differs_is_named_with_its_field(curating, seeded):
    fee = Credential.objects.get(slug="pmp").fees.order_by("position").first()
    was = fee.amount
    type(fee).objects.filter(pk=fee.pk).update(amount="1.50")
    [one] = curating.get(f"/admin/evidence/credential/{fee.credential_id}/change/").context["differs"]
    assert (one.name, one.here, Decimal(one.file)) == (f"fees {fee.slug}: amount", "1.5", was)
