"""The curator's desk: pages open, slugs are fixed, rows are retired, learners' rows stay out of sight (R1, R2)."""

import re
from collections import Counter
from html import unescape

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.db.models import DateField
from django.urls import reverse
from django.utils import timezone

from curation.admin import CuratedAdmin
from curation.changes import Batch
from curation.desk import ReadOnlyAdmin
from curation.loading import LoadingMixin
from curation.seeding import all_seeds, seed_database
from evidence.models import EligibilityPath, HeldCredential, SkillAlias
from keeping.models import Event
from roadmap import tracking
from roadmap.models import (
    ChecklistTick,
    HowToItem,
    Milestone,
    MilestoneProgress,
    MilestoneVersion,
    ProofLink,
)
from roadmap.overview import Overview
from tests.factories.accounts import make_user
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential, make_held, make_skill
from tests.factories.interviews import make_mock, make_question
from tests.factories.roadmap import make_milestone

SHOWN = [
    model
    for model, desk in admin.site._registry.items()
    if model._meta.app_label in {"curation", "evidence", "roadmap"} and not isinstance(desk, ReadOnlyAdmin)
]


def url(row, what="change"):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{what}", args=[row.pk])


def form_data(response):
    """What a browser would send if the curator pressed Save on this page without a change."""
    data = {}
    context_form = response.context["adminform"].form
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [context_form, *(form for formset in formsets for form in (formset.management_form, *formset.forms))]
    for form in forms:
        for field in form:
            value = field.value()
            if isinstance(value, bool):
                if value:
                    data[field.html_name] = "on"
            elif value is not None:
                data[field.html_name] = [str(getattr(v, "pk", v)) for v in value] if isinstance(value, list) else value
    return data


def test_every_curated_table_is_in_the_admin_and_no_learners_row_is():
    registered = {model.__name__ for model in SHOWN}
    assert {"Step", "Milestone", "Skill", "Credential", "EligibilityPath", "Source", "Role", "MarketFact"} <= registered
    assert registered.isdisjoint({"MilestoneProgress", "ChecklistTick", "ProofLink", "Event", "SeedRecord"})


def test_every_admin_page_opens_and_search_copes_with_anything(curating, seeded):
    for model in SHOWN:
        meta = model._meta
        listing = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        for query in ("", "?q=scrum", "?retired=yes", "?retired=no"):
            assert curating.get(listing + query, follow=True).status_code == 200, listing + query
        assert curating.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_add")).status_code == 200
        row = model.objects.first()
        response = curating.get(url(row))
        assert response.status_code == 200
        assert "slug" not in response.context["adminform"].form.fields
        assert ("View on site" in response.content.decode()) == hasattr(row, "get_absolute_url")


@pytest.mark.parametrize("value", ["%00", "x", "-1", "9" * 40, "%F0%9F%98%80%D7%A9'%22%3Cb%3E"])
def test_no_desk_stumbles_over_what_somebody_types_into_its_address(curating, bare_desk, value):
    curating.raise_request_exception = False
    answers = Counter()
    for model, desk in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        filters = {getattr(one, "parameter_name", f"{one}__exact") for one in desk.list_filter}
        links = [field.name for field in model._meta.get_fields() if field.is_relation and not field.auto_created]
        days = [f"{one.name}__year" for one in model._meta.get_fields() if isinstance(one, DateField)]
        days = days if isinstance(desk, CuratedAdmin) else []
        asked = {"changelist": {*days, "q", "o", "p", "_facets", "_changelist_filters", "unknown", *filters}}
        # What an empty form begins with is read field by field, so that all of it can be asked at once.
        asked |= {"add": {f"={value}&".join(sorted({"name", "slug", "_popup", *links}))}}
        if issubclass(type(desk), LoadingMixin):
            asked |= {"export": filters, "process_import": {"page"}}
        for page, parameters in asked.items():
            for parameter in parameters:
                address = f"{reverse(f'{name}_{page}')}?{parameter}={value}"
                status = curating.get(address).status_code
                assert status in ({400} if value == "%00" else {200, 302, 403}), (status, address)
                answers[page] += 1
    assert min(answers[page] for page in ("changelist", "add", "export", "process_import")) > 0


def test_visitor_and_learner_are_kept_out(client, learner):
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/account/login/?next=")
    assert client.post("/admin/login/", {"username": "a@example.org", "password": "x"}).status_code == 302
    client.force_login(learner)
    assert client.get("/admin/roadmap/milestone/").status_code == 302


def snapshot(user):
    """Everything of the learner's: rows as they are stored, and figures as they are shown."""
    tables = (MilestoneProgress, ChecklistTick, ProofLink, Event)
    rows = [list(table.objects.order_by("pk").values()) for table in tables]
    overview = Overview(user)
    figures = [
        (station.number, station.figures.count, station.figures.percent, station.figures.skipped)
        for station in overview.stations
    ]
    return rows, figures, overview.total.count


def test_content_edits_change_no_learners_rows_or_counts(curating, learner, seeded):
    """R1: a text is changed, one milestone added, one retired, two reordered, then everything is seeded again."""
    now = timezone.now()
    first, second, third, fourth = Milestone.objects.filter(step__number=1)[:4]
    day = timezone.localdate()
    act = {"user": learner, "at": now}
    tracking.change_state(milestone=first, state="done", today=day, **act)
    tracking.change_state(milestone=second, state="doing", today=day, **act)
    tracking.change_state(milestone=third, state="skipped", today=day, skip_reason="No need", **act)
    tracking.tick(milestone=second, item=second.how.first(), ticked=True, **act)
    before = snapshot(learner)

    page = curating.get(url(first))
    data = form_data(page) | {"why": "A reason that a curator wrote."}
    assert curating.post(url(first), data).status_code == 302
    first.refresh_from_db()
    assert (first.why, first.version_number) == ("A reason that a curator wrote.", 2)

    data = form_data(page) | {"slug": "added-by-a-curator", "title": "Added by a curator"}
    for name in list(data):
        if name.endswith("INITIAL_FORMS"):
            data[name] = 0
        if name.endswith(("-id", "-milestone")):
            data[name] = ""
    response = curating.post(reverse("admin:roadmap_milestone_add"), data)
    assert response.status_code == 302
    added = Milestone.objects.get(slug="added-by-a-curator")
    assert (added.version_number, added.how.count()) == (1, 3)

    listing = reverse("admin:roadmap_milestone_changelist")
    curating.post(listing, {"action": "retire", "_selected_action": [fourth.pk]})
    assert Milestone.objects.get(pk=fourth.pk).retired_at is not None

    Milestone.objects.filter(pk=first.pk).update(position=second.position)
    Milestone.objects.filter(pk=second.pk).update(position=first.position)

    assert snapshot(learner) == before
    report = seed_database(all_seeds(), at=timezone.now())
    assert report.kept == [f"roadmap.milestone {first.slug}", f"roadmap.milestone {second.slug}"]
    assert report.changes == 0
    assert snapshot(learner) == before
    first.refresh_from_db()
    assert first.why == "A reason that a curator wrote."


def test_the_learner_sees_what_a_curator_changed(client, curator, learner):
    milestone = make_milestone()
    tracking.change_state(
        user=learner, milestone=milestone, state="done", today=timezone.localdate(), at=timezone.now()
    )
    client.force_login(curator)
    page = client.get(url(milestone))
    client.post(url(milestone), form_data(page) | {"how-0-text": "Another first thing"})
    client.force_login(learner)
    body = client.get(milestone.get_absolute_url()).content.decode()
    assert "<del>First thing</del>" in body
    assert "<ins>Another first thing</ins>" in body


def test_saving_without_a_change_makes_no_version(curating):
    milestone = make_milestone()
    page = curating.get(url(milestone))
    assert curating.post(url(milestone), form_data(page)).status_code == 302
    assert MilestoneVersion.objects.count() == 1


def test_a_new_checklist_line_needs_no_slug_and_can_be_retired(curating):
    milestone = make_milestone(how=("First thing",))
    data = form_data(curating.get(url(milestone))) | {
        "how-TOTAL_FORMS": 2,
        "how-1-id": "",
        "how-1-milestone": milestone.pk,
        "how-1-position": 5,
        "how-1-text": "First thing",
        "how-0-retired": "on",
    }
    assert curating.post(url(milestone), data).status_code == 302
    rows = [(row.slug, row.text, row.retired_at is None) for row in HowToItem.objects.order_by("pk")]
    assert rows == [("how-1", "First thing", False), ("first-thing", "First thing", True)]


def test_a_term_twice_in_a_skill_is_an_error_on_the_page_and_a_retired_one_may_return(curating):
    skill = make_skill()
    SkillAlias.objects.create(skill=skill, slug="scrum", term="scrum")

    def save(**changes):
        data = form_data(curating.get(url(skill)))
        added = {"aliases-1-id": "", "aliases-1-skill": skill.pk, "aliases-1-position": 5}
        return curating.post(url(skill), data | added | {"aliases-TOTAL_FORMS": 2} | changes)

    response = save(**{"aliases-1-term": "scrum"})
    assert response.status_code == 200
    assert "This skill has this term already." in response.content.decode()
    assert save(**{"aliases-1-term": "scrum", "aliases-0-retired": "on"}).status_code == 200  # in two steps
    data = form_data(curating.get(url(skill)))
    assert curating.post(url(skill), data | {"aliases-0-retired": "on"}).status_code == 302
    assert save(**{"aliases-1-term": "scrum"}).status_code == 302
    stored = [(row.slug, row.term, row.retired_at is None) for row in SkillAlias.objects.order_by("pk")]
    assert stored == [("scrum", "scrum", False), ("scrum-2", "scrum", True)]


def test_two_new_rows_with_the_same_term_are_an_error_on_the_page(curating):
    skill = make_skill()
    data = form_data(curating.get(url(skill))) | {"aliases-TOTAL_FORMS": 2}
    for number in (0, 1):
        data |= {
            f"aliases-{number}-id": "",
            f"aliases-{number}-skill": skill.pk,
            f"aliases-{number}-position": 5,
            f"aliases-{number}-term": "scrum",
        }
    response = curating.post(url(skill), data)
    assert "This skill has this term already." in response.content.decode()
    assert not SkillAlias.objects.exists()


def test_a_rule_that_is_incomplete_and_a_fee_of_nothing_say_so_on_the_page(curating):
    credential = make_credential()
    path = EligibilityPath.objects.get()
    data = form_data(curating.get(url(path))) | {"requirements-0-months": ""}
    body = curating.post(url(path), data).content.decode()
    assert "Fill in what this kind needs: education its level" in body
    data = form_data(curating.get(url(credential))) | {"fees-0-amount": "0", "fees-0-currency": "usd"}
    body = curating.post(url(credential), data).content.decode()
    assert "Ensure this value is greater than or equal to 0.01." in body
    assert "Three capital letters, such as USD." in body
    data = form_data(curating.get(url(credential))) | {"hours_min": "5"}
    body = curating.post(url(credential), data).content.decode()
    assert "Give the preparation hours from and to, the smaller first, or neither." in body
    assert path.requirements.get().months == 36


def test_a_fee_needs_its_source_its_date_and_its_check(curating):
    """R6, said to the curator before the database has to."""
    credential = make_credential()
    for missing in ("source", "as_of", "checked_on"):
        data = form_data(curating.get(url(credential))) | {f"fees-0-{missing}": ""}
        response = curating.post(url(credential), data)
        assert response.status_code == 200
        formset = response.context["inline_admin_formsets"][0].formset
        assert formset.errors == [{missing: ["This field is required."]}]


def test_retire_and_bring_back(curating):
    skill = make_skill()
    listing = reverse("admin:evidence_skill_changelist")
    for action, retired in (("retire", True), ("retire", True), ("bring_back", False)):
        curating.post(listing, {"action": action, "_selected_action": [skill.pk]})
        skill.refresh_from_db()
        assert (skill.retired_at is not None) == retired


def test_a_slug_is_chosen_once(curating):
    skill = make_skill(slug="kept")
    data = form_data(curating.get(url(skill))) | {"slug": "changed", "name": "A new name"}
    assert curating.post(url(skill), data).status_code == 302
    skill.refresh_from_db()
    assert (skill.slug, skill.name) == ("kept", "A new name")


def test_no_curated_row_is_ever_deleted_whatever_is_sent(curating, seeded):
    """A file would bring it back at the next start, and learners' rows may point to it."""
    curated = [model for model, desk in admin.site._registry.items() if isinstance(desk, CuratedAdmin)]
    assert len(curated) > 20
    for model in curated:
        row, number = model.objects.first(), model.objects.count()
        assert curating.post(url(row, "delete"), {"post": "yes"}).status_code == 403
        listing = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        curating.post(listing, chosen)
        assert model.objects.count() == number
        page = curating.get(url(row)).content.decode()
        assert ("/delete/" in page, f'href="{url(row, "retire")}"' in page) == (False, True)


def test_retiring_asks_and_says_whom_it_touches_without_showing_them(curating):
    milestone = make_milestone()
    for number in range(6):
        tracking.change_state(
            user=make_user(f"private-person-{number}@example.org"),
            milestone=milestone,
            state="skipped",
            skip_reason="A private reason",
            today=timezone.localdate(),
            at=timezone.now(),
        )
    make_milestone().prerequisites.add(milestone)
    body = curating.get(url(milestone, "retire")).content.decode()
    for said in ("learners&#x27; progress rows of 5 to 9 people", "1 milestone<", "Yes, retire it"):
        assert said in body
    assert "private" not in body
    milestone.refresh_from_db()
    assert milestone.retired_at is None  # a GET writes nothing


def test_a_few_learners_are_not_told_apart_by_a_number(curating, learner):
    milestone = make_milestone()
    tracking.change_state(
        user=learner, milestone=milestone, state="done", today=timezone.localdate(), at=timezone.now()
    )
    body = curating.get(url(milestone, "retire")).content.decode()
    assert "learners&#x27; progress rows of fewer than 5 people" in body
    assert "1 learners" not in body


def test_many_rows_of_one_learner_tell_no_number(curating, learner):
    credential, question = make_credential(), make_question()
    for _ in range(7):
        make_held(learner, credential)
        make_mock(learner, question)
    body = curating.get(url(credential, "retire")).content.decode()
    assert f"{HeldCredential._meta.verbose_name_plural} of fewer than 5 people".replace("'", "&#x27;") in body
    assert "mock interviews of fewer than 5 people" in curating.get(url(question, "retire")).content.decode()
    assert not re.search("<li>7 ", body)


def test_every_curated_table_is_retired_and_brought_back_by_its_button_with_a_line_of_history(curating, seeded):
    for model, desk in admin.site._registry.items():
        if not isinstance(desk, CuratedAdmin):
            continue
        row = model.objects.filter(retired_at=None).first()
        LogEntry.objects.all().delete()
        acts = (("retire", True), ("retire", True), ("bring_back", False), ("bring_back", False))
        for act, retired in acts:
            assert curating.get(url(row, "retire")).status_code == 200
            assert curating.post(url(row, "retire"), {"act": act}).status_code == 302
            row.refresh_from_db()
            assert (row.retired_at is not None) == retired
        said = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
        assert said == ["Retired.", "Restored."], model
        assert "Restore" not in curating.get(url(row)).content.decode().split("<form")[0]


def test_retiring_several_from_the_list_leaves_a_line_each(curating):
    rows = [make_skill(), make_skill()]
    chosen = {"action": "retire", "_selected_action": [row.pk for row in rows]}
    listing = reverse("admin:evidence_skill_changelist")
    for number in (2, 0):
        body = curating.post(listing, chosen, follow=True).content.decode()
        assert f"{number} retired." in body
    assert LogEntry.objects.count() == 2


def test_checked_today(curating):
    source = make_source()
    curating.post(
        reverse("admin:curation_source_changelist"), {"action": "checked_today", "_selected_action": [source.pk]}
    )
    source.refresh_from_db()
    assert source.checked_on == timezone.localdate()


def test_models_that_curators_may_not_see_are_not_even_linked(curating):
    body = curating.get("/admin/").content.decode()
    for model in apps.get_app_config("roadmap").get_models():
        assert (f"/admin/roadmap/{model._meta.model_name}/" in body) == (model in admin.site._registry)


def test_what_only_the_database_refuses_leaves_what_was_typed_on_the_page(curating):
    source = make_source()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE curation_source ADD CONSTRAINT of_this_test CHECK (publisher <> 'Refused')")
    acts = Batch.objects.count()
    data = form_data(curating.get(url(source))) | {"publisher": "Refused", "name": "A better name"}
    response = curating.post(url(source), data)
    body = unescape(response.content.decode())
    assert (response.status_code, "Nothing was saved: " in body) == (200, True)
    assert 'value="A better name"' in body
    assert "changed successfully" not in unescape(curating.get(url(source)).content.decode())
    assert Batch.objects.count() == acts
    source.refresh_from_db()
    assert source.publisher != "Refused"
    assert curating.post(url(source), data | {"publisher": "Taken"}).status_code == 302
