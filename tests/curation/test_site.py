"""The first page of the desk: every table in one group with what it is for, what waits, in few queries."""

from collections import Counter
from datetime import date, timedelta
from html import unescape

from django.contrib import admin
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from curation import waiting
from curation.changes import Batch
from curation.desk import GROUPS, OTHER
from curation.models import Source
from interviews.models import Answer, Question
from interviews.practice import asking
from roadmap.models import Resource
from salaries.models import SalaryClaim
from tests.factories import NOW
from tests.factories.accounts import make_user, staff_with
from tests.factories.curation import make_draft, make_report, make_source, reach
from tests.factories.evidence import make_credential
from tests.factories.interviews import make_asked, make_question
from tests.factories.roadmap import make_milestone
from tests.factories.salaries import make_claim
from tests.kit import seen

DESK = "/admin/"
HOSTS = "/admin/curation/linkcheck/hosts/"
LONG_AGO = date(2024, 1, 31)
QUERIES = 4


def asked_by(user, path=DESK):
    request = RequestFactory().get(path)
    request.user = user
    return request


def test_every_table_stands_in_exactly_one_group_with_what_it_is_for(curator):
    groups = admin.site.get_app_list(asked_by(curator))
    assert [group["name"] for group in groups] == [name for name in GROUPS if name != OTHER]
    shown = [table for group in groups for table in group["models"]]
    assert Counter(table["model"] for table in shown) == Counter(list(admin.site._registry))
    assert [table["name"] for table in shown if not table["about"]] == []
    twice = Counter(table["name"] for table in shown) - Counter({table["name"] for table in shown})
    assert twice == Counter()
    assert [entry["name"] for entry in groups[0]["models"]][:2] == ["Milestones", "Steps"]


def test_a_table_whose_desk_names_no_group_is_not_lost(curator, monkeypatch):
    monkeypatch.setattr(admin.site._registry[Source], "group", OTHER)
    last = admin.site.get_app_list(asked_by(curator))[-1]
    assert (last["name"], [table["name"] for table in last["models"]]) == ("Other", ["Sources"])


def test_staff_are_shown_only_what_they_may_look_at(client, db):
    make_source(confidence="low", checked_on=timezone.localdate())
    make_question()
    client.force_login(staff_with("view_source"))
    page = client.get(DESK)
    assert [(group["name"], [one["name"] for one in group["models"]]) for group in page.context["app_list"]] == [
        ("Sources", ["Sources"])
    ]
    assert [line.label for line in page.context["waiting"]] == ["sources of low confidence"]
    client.force_login(staff_with())
    assert "There is nothing here that you may look at." in seen(client.get(DESK))


def test_one_room_of_the_desk_shows_the_groups_its_tables_stand_in(curating):
    page = curating.get("/admin/evidence/")
    assert [group["name"] for group in page.context["app_list"]] == ["Roadmap", "Credentials"]
    assert "What waits" not in seen(page)
    assert curating.get("/admin/keeping/").status_code == 404


def looked_at(day):
    """A credential and a milestone of which everything was last looked at on a day."""
    credential = make_credential(official_url_checked_on=day)
    for parts in (credential.paths, credential.fees, credential.facts, credential.domains):
        parts.update(checked_on=day)
    Source.objects.update(checked_on=day)
    milestone = make_milestone()
    Resource.objects.create(milestone=milestone, slug="r", name="A page", url="https://example.org/", checked_on=day)
    return credential


def make_wait(learner):
    """Of everything that can wait two rows, and some that do not wait."""
    today = timezone.localdate()
    for number in range(2):
        looked_at(LONG_AGO)
        make_source(confidence="low", url=f"https://example.org/untried-{number}")
        make_claim(retrieved_on=LONG_AGO, checked_on=LONG_AGO, review_by=LONG_AGO + timedelta(days=366))
        reach(f"https://example.org/gone-{number}", state="gone", status=404)
        reach(f"https://example.org/closed-{number}", state="turned_away", status=403)
        asking.suggest(make_asked(learner, text=f"What broke in week {number}?"), at=NOW)
        Batch.objects.create(kind="import", at=timezone.now(), file_name=f"claims-{number}.csv")
        make_question()
        make_report()
        make_draft(make_milestone())
        make_draft(make_milestone(), publish_on=timezone.localdate() + timedelta(days=9))
        make_draft(make_milestone(), problem="Its step is gone.")
    make_report(state="closed", closed_at=NOW)
    Source.objects.update(checked_on=LONG_AGO)
    make_source(checked_on=today)
    make_claim(checked_on=today, review_by=today + timedelta(days=365))
    reach("https://example.org/")
    turned_down = make_asked(learner, text="Why us?")
    asking.suggest(turned_down, at=NOW)
    asking.decline(turned_down, at=NOW)
    Batch.objects.create(kind="import", at=timezone.now() - timedelta(days=31), file_name="old.csv")
    Batch.objects.create(kind="import", at=timezone.now(), file_name="undone.csv", undone_at=timezone.now())
    Batch.objects.create(kind="edit", at=timezone.now(), what="An edit")


def test_every_count_opens_the_list_of_just_these_rows(curating, learner):
    assert curating.get(DESK).context["waiting"] == []
    make_wait(learner)
    lines = curating.get(DESK).context["waiting"]
    labels = {one.label for one in waiting.all_that_waits(timezone.localdate())}
    assert {line.label for line in lines} == labels
    assert len(lines) >= 10
    for line in lines:
        page = curating.get(line.url)
        if line.url == HOSTS:
            continue
        assert (page.status_code, len(page.context["cl"].queryset)) == (200, line.number), line
        assert line.number >= 2


def test_links_that_the_checker_never_came_to_are_counted_each_once_and_stand_by_host(curating):
    tried, twice, other = (f"https://{name}.example.org/" for name in ("tried", "twice", "other"))
    reach(tried)
    for url in (tried, twice, twice, other, "", "/interviews/"):
        make_source(url=url, checked_on=timezone.localdate())
    make_source(url="https://retired.example.org/", retired_at=timezone.now())
    [line] = [line for line in curating.get(DESK).context["waiting"] if line.url == HOSTS]
    assert (line.label, line.number) == ("links that nobody tried yet", 2)
    hosts = {one.name: one.never for one in curating.get(line.url).context["page"]}
    assert hosts == {"other.example.org": 1, "twice.example.org": 1, "tried.example.org": 0}
    assert waiting.lines(admin.site, asked_by(staff_with("view_source")), today=timezone.localdate()) == []


def test_what_is_overdue_longest_comes_first(curating):
    for day in (date(2024, 3, 1), date(2023, 3, 1), date(2024, 1, 1)):
        make_source(checked_on=day)
    [line] = [line for line in curating.get(DESK).context["waiting"] if line.label == "sources to look at again"]
    found = curating.get(line.url).context["cl"].queryset
    assert [f"{row.checked_on}" for row in found] == ["2023-03-01", "2024-01-01", "2024-03-01"]


def test_a_fact_of_a_credential_that_nobody_looked_at_makes_the_credential_due(curating):
    today = timezone.localdate()
    credential = looked_at(today)
    fee = credential.fees.get()
    type(fee).objects.update(checked_on=LONG_AGO)
    assert [row.pk for row in curating.get("/admin/evidence/credential/?review=due").context["cl"].queryset] == [
        credential.pk
    ]
    type(fee).objects.update(retired_at=timezone.now())
    assert not curating.get("/admin/evidence/credential/?review=due").context["cl"].queryset
    assert len(curating.get("/admin/evidence/credential/?review=done").context["cl"].queryset) == 1


def test_of_practice_no_number_under_five_people_is_told(curating):
    """A question that nobody answered and one that four people did are told apart by nothing."""
    few, many = make_question(), make_question()
    nobody = make_question()
    people = [make_user() for _ in range(5)]
    for user in people:
        Answer.objects.create(user=user, question=many)
        if user != people[0]:
            Answer.objects.create(user=user, question=few)
    [line] = [line for line in curating.get(DESK).context["waiting"] if "practiced" in line.label]
    assert (line.number, line.label) == (2, "questions that fewer than 5 people practiced")
    assert {row.pk for row in curating.get(line.url).context["cl"].queryset} == {few.pk, nobody.pk}


def test_what_is_more_than_anybody_looks_at_in_a_day_is_not_counted_to_its_end(curating):
    Source.objects.bulk_create(
        Source(slug=f"s-{n}", name="Report", publisher="P", date="2025", kind="official", confidence="low",
               used_for="tests", checked_on=timezone.localdate())
        for n in range(1_001)
    )  # fmt: skip
    [line] = curating.get(DESK).context["waiting"]
    assert (line.number, line.count) == (1_000, "more than 999")
    assert "more than 999 sources of low confidence" in seen(curating.get(DESK))


def test_the_desk_opens_in_few_queries_whatever_there_is(client, curating, learner, paid):
    """With all shipped content, of which the claims are more than 10,000, 5,000 questions and 1,000 open reports."""
    make_wait(learner)
    for number in range(1_000):
        make_report(what=f"The fee of {number} is old.")
    category = Question.objects.first().category
    Question.objects.bulk_create(
        Question(slug=f"made-{n}", text=f"What is {n}?", category=category, level="entry") for n in range(5_000)
    )
    assert SalaryClaim.objects.count() > 10_000
    curating.get(DESK)
    with CaptureQueriesContext(connection) as queries:
        page = curating.get(DESK)
    assert (page.status_code, len(queries)) == (200, QUERIES)
    staff = staff_with("view_salaryclaim", "change_question", "view_source")
    client.force_login(staff)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(DESK).status_code == 200
    # Their own rights and those of their groups.
    assert len(queries) == QUERIES + 2


def test_no_page_of_the_desk_names_a_table_by_the_alphabet_of_apps(curating):
    page = unescape(curating.get(reverse("admin:roadmap_step_changelist")).content.decode())
    side = page[page.index('id="nav-sidebar"') : page.index('id="content-start"')]
    assert [name for name in GROUPS if f">{name}</a>" in side] == [name for name in GROUPS if name != OTHER]


def test_rows_that_differ_from_their_files_are_counted_by_table_on_a_page_of_their_own(curating, seeded):
    page = curating.get("/admin/differing/")
    assert "Every row says what its file says." in seen(page)
    Question.objects.filter(slug__in=["q-agile-01", "q-agile-03"]).update(points="As a curator says")
    with CaptureQueriesContext(connection) as queries:
        [line] = curating.get("/admin/differing/").context["lines"]
    assert (line.label, line.number) == ("questions", 2)
    assert len(curating.get(line.url).context["cl"].queryset) == 2
    # Not the twelve of other pages: a few for each of some twenty tables, however many rows they have.
    assert len(queries) < 100
    assert "Rows that differ from their files" in seen(curating.get(DESK))
