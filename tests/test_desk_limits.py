"""What an address of the admin may ask, and what staff who may only look are offered."""

import re
from urllib.parse import parse_qs

import pytest
from django.contrib.admin import site
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.cookie import CookieStorage
from django.db.models import ForeignObjectRel
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from django.utils import timezone

from curation.changes import Batch
from interviews.models import Answer, Favorite
from interviews.practice import asking
from roadmap.models import Milestone
from tests.factories import NOW
from tests.factories.accounts import make_user, staff_with
from tests.factories.curation import make_batch, make_draft, make_report, make_source, reach
from tests.factories.evidence import make_project
from tests.factories.interviews import make_asked, make_question
from tests.factories.salaries import make_claim
from tests.test_desk import everything

LOOKUPS = ("", "__exact", "__gt", "__gte", "__in", "__isnull", "__startswith", "__regex", "__id__exact", "__pk")
DESKS = [pytest.param(model, desk, id=model._meta.label_lower) for model, desk in site._registry.items()]


def paths(model):
    """Every column and relation of a table, and of the tables that it points to or is pointed to by."""
    for field in model._meta.get_fields(include_hidden=True):
        yield field.name
        if field.is_relation and field.related_model:
            yield from (f"{field.name}__{other.name}" for other in field.related_model._meta.get_fields())
        if isinstance(field, ForeignObjectRel):
            yield f"{field.field.related_query_name()}__isnull"


def declared(desk, request):
    """What the list says that it filters by: field paths, and names of filters of our own."""
    return {getattr(one, "parameter_name", one) for one in desk.get_list_filter(request)} | {desk.date_hierarchy}


def answered(desk, user, key, value="1"):
    """Whether a list takes a parameter of its address for a question."""
    request = RequestFactory().get("/", {key: value})
    request.user = user
    try:
        desk.get_changelist_instance(request)
    except IncorrectLookupParameters:
        return False
    return True


@pytest.mark.parametrize(("model", "desk"), DESKS)
def test_a_list_answers_by_nothing_but_its_filters(curator, model, desk):
    request = RequestFactory().get("/")
    request.user = curator
    annotations = list(desk.get_queryset(request).query.annotations)
    asked = {f"{path}{lookup}" for path in [*paths(model), *annotations] for lookup in LOOKUPS}
    filters = declared(desk, request)
    ends = ("", "__exact", "__isnull", "__gte", "__lt", "__in", "__id__exact")
    offered = {*desk.linked_lookups, *(f"{path}{end}" for path in filters for end in ends)}
    # Django hands what it does not know to the database, which answers by every lookup of a column.
    wrong = sorted(key for key in asked - offered if answered(desk, curator, key))
    assert wrong == []
    for path in filters:
        assert not any(answered(desk, curator, f"{path}{ask}") for ask in ("__startswith", "__regex", "__gt"))
    assert len(asked) > 20


def test_no_list_tells_what_learners_were_promised_nobody_sees(curating, curator, learner):
    row = make_asked(learner, text="What broke?", company="Secret Corp", round="Secret round")
    asking.suggest(row, at=NOW)
    question = make_question()
    Favorite.objects.create(user=learner, question=question, at=timezone.now())
    Answer.objects.create(user=learner, question=question)
    asks = {
        "/admin/interviews/suggestion/": ("company", "company__startswith", "round", "user", "user__email", "on"),
        "/admin/interviews/question/": ("answers", "favorites", "answers__gte", "favorites__lt", "answer", "favorite"),
    }
    for listing, keys in asks.items():
        everything_listed = [row.pk for row in curating.get(listing).context["cl"].queryset]
        assert len(everything_listed) == 1
        for key in keys:
            for value in ("1", "0", "Secret Corp", "S", str(learner.pk)):
                response = curating.get(listing, {key: value}, follow=True)
                assert [row.pk for row in response.context["cl"].queryset] == everything_listed, (key, value)
        for order in ("1", "-2", "99", "company"):
            assert curating.get(listing, {"o": order}).status_code == 200
        assert curating.get(listing, {"_to_field": "company"}).status_code == 400
    exported = [curating.get("/admin/interviews/question/export/", {"answers": value}) for value in ("1", "0")]
    assert [response.status_code for response in exported] == [302, 302]
    assert curating.get(f"/admin/interviews/suggestion/{row.pk}/history/").status_code == 403


def listed(desk, user, address):
    """A list, without the client, whose record of every template takes longer than the page."""
    request = RequestFactory().get(address)
    request.user = user
    request._messages = CookieStorage(request)
    response = desk.changelist_view(request)
    return response.render() if hasattr(response, "render") else response


def test_what_lists_offer_as_filters_still_works(curator, seeded, bare_desk):
    """Every filter of every list, by the first and the last of the links that it shows."""
    followed = 0
    for model, desk in site._registry.items():
        listing = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        page = listed(desk, curator, listing).content.decode()
        offered = {}
        for link in sorted(re.findall(r'<a href="(\?[^"]+)"', page)):
            offered.setdefault(tuple(parse_qs(link[1:].replace("&amp;", "&"))), []).append(link)
        for link in {link for links in offered.values() for link in (links[0], links[-1])}:
            response = listed(desk, curator, listing + link.replace("&amp;", "&"))
            assert response.status_code == 200, (listing, link)
            followed += 1
    assert followed > 100


@pytest.mark.parametrize(("model", "desk"), DESKS)
def test_no_choice_offers_to_change_or_delete_what_it_names(curator, model, desk):
    """The cross beside a fee's source would delete it for the whole site."""
    request = RequestFactory().get("/")
    request.user = curator
    if not desk.has_add_permission(request):
        return  # to look at only
    inlines = desk.get_inline_instances(request)
    for form in [desk.get_form(request), *(inline.get_formset(request).form for inline in inlines)]:
        for field in form.base_fields.values():
            offers = [getattr(field.widget, f"can_{act}_related", False) for act in ("add", "change", "delete")]
            assert offers == [False] * 3


def test_no_address_tells_whether_a_learners_row_is_there(curating, learner):
    """“View on site” leads from the rows of the desk to their pages, and from no others."""
    source = make_source()
    kind = ContentType.objects.get_for_model(type(source)).pk
    assert curating.get(f"/admin/r/{kind}/{source.pk}/")["Location"].endswith(source.get_absolute_url())
    project = make_project(learner)
    kind = ContentType.objects.get_for_model(type(project)).pk
    for key in (project.pk, f" {project.pk}", f"{project.pk}.0", 0):
        assert curating.get(f"/admin/r/{kind}/{key}/").status_code == 404


# --- Staff who may only look -----------------------------------------------------------------------------------


def looking(client):
    user = staff_with()
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    return user


# What shows something, is everybody's own, or is no page of a table.
SHOWING = {
    "index",
    "login",
    "logout",
    "jsi18n",
    "autocomplete",
    "app_list",
    "view_on_site",
    "edit_page",
    "search",
    "differing",
}
OWN = {"password_change", "password_change_done"}
KINDS_THAT_SHOW = ("changelist", "change", "history", "export", "hosts")


def admin_pages():
    """Every named page of the admin that a table's desk adds, as name and number of arguments."""
    resolver = get_resolver(None).namespace_dict["admin"][1]
    for name, ways in resolver.reverse_dict.lists():
        if isinstance(name, str) and name not in SHOWING | OWN:
            yield name, len(ways[0][0][0][1])


def test_staff_who_may_only_look_are_offered_nothing_and_can_do_nothing(client, seeded, bare_desk):
    make_claim()
    batch = make_batch()
    Group.objects.create(name="A group")
    reach("https://example.org/")
    make_report()
    asking.suggest(make_asked(make_user(), text="What broke?"), at=NOW)
    make_draft(Milestone.objects.first())
    request = RequestFactory().get("/")
    request.user = looking(client)
    for model, desk in site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pages = [client.get(reverse(f"{name}_changelist"))]
        if not desk.has_view_permission(request):
            assert (model, pages[0].status_code) == (Group, 403)  # for superusers
            continue
        if model._meta.model_name != "suggestion":
            pages.append(client.get(reverse(f"{name}_change", args=[model._default_manager.first().pk])))
        for page in pages:
            assert page.status_code == 200, page.request["PATH_INFO"]
            body = page.content.decode()
            content = body[body.index('id="content"') :]
            offers = re.findall(r'name="(action|_save|_continue|_addanother|_saveasnew)"', content)
            offers += re.findall(r'href="[^"]*/(add|import|retire|undo|delete|password)/', content)
            offers += re.findall(r'<form[^>]*action="([^"]*/undo/)"', content)
            assert offers == [], page.request["PATH_INFO"]
    before = everything()
    tried = 0
    for name, number in admin_pages():
        kind = name.rsplit("_", 1)[-1]
        table = "_".join(name.split("_")[:2])
        model = next((one for one in site._registry if f"{one._meta.app_label}_{one._meta.model_name}" == table), None)
        row = batch if model is Batch else model and model._default_manager.first()
        of_parts = [file.part for file in site._registry[model].files() if file.part] if kind == "part" else []
        address = reverse(f"admin:{name}", args=of_parts[:1] or [row.pk] * number)
        if kind in KINDS_THAT_SHOW or name.endswith("_export_part"):
            assert client.post(
                address, {"_save": "Save", "action": "retire", "_selected_action": [row.pk]}
            ).status_code in {
                *(200, 302, 403, 405),
            }
        else:
            assert {client.get(address).status_code, client.post(address).status_code} <= {403, 405}, name
        tried += 1
    assert tried > 150
    after = everything()
    ours = {"django_session"}
    assert [table for table in after if after[table] != before[table] and table not in ours] == []
