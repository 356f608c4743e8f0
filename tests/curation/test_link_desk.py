"""Links at the desk: what each led to beside its box, by host, and one address replaced wherever it stands."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from curation.changes import Batch, Change
from curation.models import LinkCheck, Source
from roadmap.models import MilestoneVersion, Resource
from tests.factories.accounts import staff_with
from tests.factories.curation import make_source, reach
from tests.factories.evidence import make_credential
from tests.factories.roadmap import make_milestone
from tests.forms import forms_of
from tests.kit import seen, text, unescaped

pytestmark = pytest.mark.django_db
HOSTS = "/admin/curation/linkcheck/hosts/"
REPLACE = "/admin/curation/linkcheck/replace/"
OLD, NEW = "https://old.example.org/fees", "https://new.example.org/fees?a=1&b=2"


@pytest.fixture
def linked():
    """A source, a retired source and a resource of a milestone with one address, and a source with another."""
    milestone = make_milestone()
    resource = Resource.objects.create(milestone=milestone, slug="r", name="Help", url=OLD)
    milestone.record_version(at=timezone.now())
    retired = make_source(url=OLD, name="Retired", retired_at=timezone.now())
    return make_source(url=OLD, name="Offered"), retired, resource, make_source(url="https://other.example.org/")


def addresses():
    return [*Source.objects.order_by("pk").values_list("url", flat=True), Resource.objects.get().url]


def looked_at(client, **changed):
    """The form that replaces an address, after its rows were looked at."""
    answer = client.post(REPLACE, {"address": OLD, "new": NEW} | changed)
    return next(form for form in forms_of(answer, REPLACE) if "seen" in dict(form.fields))


def test_beside_each_box_stands_what_its_link_led_to(curating, linked):
    source, _, resource, other = linked
    reach(OLD, day=date(2026, 11, 20))
    reach(OLD, day=date(2026, 11, 23), state="gone", status=404)
    pages = {
        reverse(
            "admin:curation_source_change", args=[source.pk]
        ): "Broken since Nov 23, 2026. It answers 404. Last reached Nov 20, 2026.",
        reverse("admin:curation_source_change", args=[other.pk]): "Not tried yet.",
        reverse(
            "admin:roadmap_milestone_change", args=[resource.milestone_id]
        ): "its path such as /interviews/mock/. Broken since Nov 23, 2026.",
    }
    for address, said in pages.items():
        assert said in seen(curating.get(address))
    # Where nothing is saved yet there is nothing to say.
    assert "Not tried yet." not in seen(curating.get(reverse("admin:curation_source_add")))


def test_hosts_with_the_most_to_mend_come_first(curating, linked, django_assert_num_queries):
    make_credential(official_url="https://www.old.example.org/x")
    reach(OLD, state="gone", status=404)
    reach("https://other.example.org/")
    with django_assert_num_queries(7):
        page = curating.get(HOSTS)
    rows = [(one.name, one.links, one.broken, one.never) for one in page.context["page"]]
    assert rows == [("old.example.org", 2, 1, 1), ("other.example.org", 1, 0, 0)]
    assert 'href="?host=old.example.org"' in text(page)
    shown = curating.get(HOSTS, {"host": "old.example.org"}).context["lines"]
    assert [(address, said) for address, _, said, _ in shown] == [
        (OLD, "Broken since Nov 30, 2026. It answers 404. Never reached."),
        ("https://www.old.example.org/x", "Not tried yet."),
    ]
    assert f'<a href="{HOSTS}">By host</a>' in text(curating.get("/admin/curation/linkcheck/"))


@pytest.mark.parametrize("host", ["", "nothing.example.org", "<b>", "x" * 9000])
def test_a_host_that_nothing_leads_to_is_not_there(curating, linked, host):
    assert curating.get(HOSTS, {"host": host}).status_code == 404


def test_an_address_is_replaced_wherever_it_stands_in_one_act(curating, curator, linked):
    other = linked[-1]
    first = curating.get(REPLACE, {"address": OLD})
    assert "It stands in 3 rows" in seen(first)
    assert "Source: A publisher: Retired (retired)" in seen(first)
    assert addresses()[0] == OLD
    form = looked_at(curating)
    answer = curating.post(form.action, form.data())
    assert answer.url == f"{REPLACE}?address=https%3A%2F%2Fnew.example.org%2Ffees%3Fa%3D1%26b%3D2"
    assert sorted(addresses()) == sorted([NEW, NEW, NEW, other.url])
    assert "Replaced in 3 rows." in seen(curating.get(answer.url))
    (batch,) = Batch.objects.filter(by=curator)
    assert (batch.what, batch.kind) == (f"Replaced {OLD} by {NEW}", "bulk")
    tables = sorted(Change.objects.filter(batch=batch).values_list("table", flat=True))
    assert [table for table in tables if table != "roadmap_milestone"] == ["curation_source"] * 2 + ["roadmap_resource"]
    # What a learner read of the milestone is a version of its own, as after any edit.
    assert [
        f"Help ({OLD})" in version.snapshot["resources"] for version in MilestoneVersion.objects.order_by("number")
    ][-2:] == [True, False]
    # Pressed again: there is nothing left to replace.
    assert "No row has this address." in unescaped(curating.post(form.action, form.data()))
    assert Batch.objects.filter(by=curator).count() == 1


def test_a_row_that_came_meanwhile_is_shown_first(curating, linked):
    form = looked_at(curating)
    late = make_source(url=OLD, name="Late")
    answer = curating.post(form.action, form.data())
    assert answer.status_code == 422
    assert "It stands in other rows than this page showed." in unescaped(answer)
    assert "Late" in seen(answer)
    late.refresh_from_db()
    assert late.url == OLD


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("", "This field is required."),
        ("javascript:alert(1)", "Enter a valid URL."),
        ("ftp://example.org/", "An address begins with https:// or http://."),
        ("https://e.org/\0", "Null characters are not allowed."),
        (f"https://e.org/{'a' * 500}", "at most 500 characters"),
        (OLD, "This is the address it has."),
    ],
)
def test_an_address_that_cannot_be_taken_is_named_and_kept(curating, linked, new, why):
    before = addresses()
    answer = curating.post(REPLACE, {"address": OLD, "new": new, "seen": "x"})
    assert answer.status_code == 422
    assert why in unescaped(answer)
    assert addresses() == before


def test_who_may_not_change_one_of_the_rows_replaces_none(client, linked):
    client.force_login(staff_with("view_linkcheck", "change_linkcheck", "change_source"))
    before = addresses()
    answer = client.post(REPLACE, {"address": OLD, "new": NEW})
    assert re.search("You may not change these rows: resources.", unescaped(answer))
    assert addresses() == before
    reach(OLD)
    page = reverse("admin:curation_linkcheck_change", args=[LinkCheck.objects.get().pk])
    assert "Replace this address everywhere" in text(client.get(page))
    client.force_login(staff_with("view_linkcheck"))
    assert "Replace this address everywhere" not in text(client.get(page))
    assert (client.get(HOSTS).status_code, client.get(REPLACE).status_code) == (200, 403)
    client.force_login(staff_with("change_source"))
    assert client.get(HOSTS).status_code == 403


def test_a_link_that_moved_for_good_offers_where_it_leads(curating, linked):
    reach(OLD, state="moved", permanent=True, final=NEW)
    page = text(curating.get(reverse("admin:curation_linkcheck_change", args=[LinkCheck.objects.get().pk])))
    (way,) = re.findall(r'href="(/admin/curation/linkcheck/replace/[^"]*)"', page)
    form = next(form for form in forms_of(curating.get(way.replace("&amp;", "&")), REPLACE) if "new" in form.typed)
    assert (dict(form.fields)["address"], dict(form.fields)["new"]) == (OLD, NEW)
