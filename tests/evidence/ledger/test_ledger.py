"""Am I eligible? The learner's own pages: exact effect, visitors, strangers, bad input, repeats, query counts."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.contrib import admin
from django.utils import timezone
from django.views.debug import ExceptionReporter

from evidence.ledger.forms import WillItCountForm
from evidence.ledger.in_words import credentials_in_brief
from evidence.models import (
    DescriptionLimit,
    EligibilityPath,
    EligibilityRequirement,
    PathVersion,
    Project,
    RuleRead,
)
from keeping import verbs
from keeping.models import Deletion, Event, Own
from tests.evidence.ledger.oracle import count_months
from tests.factories.curation import make_source
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_held,
    make_project,
    make_renewal_rule,
    make_training,
)
from tests.factories.roadmap import make_milestone
from tests.kit import text

TODAY = date(2026, 11, 25)
BEFORE = datetime(2026, 1, 1, tzinfo=UTC)
PAGES = (
    "",
    "pmp/",
    "pmp/pack/",
    "pmp/pack.md",
    "will-it-count/?setting=professional&part=led&starts_on=2026-12-01&months=6",
)


def words(response):
    """What a reader reads of the page's own part."""
    body = re.sub(
        r"<svg.*?</svg>|<nav.*?</nav>", "", text(response).split('<div id="page">')[1].split("</main")[0], flags=re.S
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """The views ask Django for the day; here it is always the same one."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)


def make_path(credential, slug, *, at=BEFORE, **requirements):
    """One more path of a credential, with requirements by slug, recorded as its first version."""
    path = EligibilityPath.objects.create(
        credential=credential, slug=slug, label=slug, source=make_source(), as_of="2026", checked_on=date(2026, 11, 23)
    )
    for place, (name, fields) in enumerate(requirements.items()):
        links = {link: fields.pop(link) for link in ("waived_by", "holds") if link in fields}
        row = EligibilityRequirement.objects.create(path=path, slug=name, position=place, **fields)
        for link, members in links.items():
            getattr(row, link).set(members)
    path.record_version(at=at)
    return path


def make_rules(slug, **fields):
    credential = make_credential(slug=slug, **fields)
    EligibilityRequirement.objects.filter(path__credential=credential).delete()
    EligibilityPath.objects.filter(credential=credential).delete()
    return credential


@pytest.fixture
def capm(db):
    credential = make_rules("capm", name="Certified Associate (CAPM)")
    make_path(credential, "capm-main", training={"kind": "training", "training": "pm_education", "hours": 23})
    return credential


@pytest.fixture
def pmp(capm):
    """Two paths as PMI's: 36 months with a bachelor's degree, 24 with an accredited one; CAPM waives the training."""
    credential = make_rules("pmp", name="Project Management Professional (PMP)")
    training = {"kind": "training", "training": "pm_education", "hours": 35, "waived_by": [capm]}
    months = {"kind": "experience", "experience": "leading_projects", "within_years": 8, "non_overlapping": True}
    degree = {"kind": "education", "education": "bachelor"}
    make_path(
        credential, "bachelor", education=dict(degree), experience=months | {"months": 36}, training=dict(training)
    )
    make_path(
        credential,
        "gac",
        education=dict(degree),
        accredited={"kind": "flag", "flag": "gac_accredited"},
        experience=months | {"months": 24},
        training=training | {"flag": "gac_accredited"},
    )
    return credential


@pytest.fixture
def nearly(learner, pmp):
    """31 to 33 of 36 months: half of March 2024 and of November 2026 are worked, and what is between."""
    make_education(learner)
    make_training(learner)
    make_project(learner, title="Ledger one", starts_on=date(2024, 3, 15), ends_on=date(2025, 6, 30))
    make_project(learner, title="Ledger two", starts_on=date(2025, 1, 1), ends_on=None)
    return learner


# --- the overview


def test_the_nearest_path_as_strip_bar_and_sentence(learning, nearly):
    body = words(learning.get("/evidence/credentials/"))
    bar = "One requirement missing A bachelor's degree, 31 to 33 of 36 months of leading projects, 3 to 5 missing, "
    bar += "35 of 35 hours of project management training."
    strip = "31 to 33 of 36 months of leading projects, February 2027 31 whole months 2 worked in part "
    strip += "6 in more than one project, counted once 3 to come if you go on"
    line = "31 to 33 of 36 months, 3 to 5 missing; 35 of 35 hours of project management training; "
    line += "eligible between February and March 2027 if your running project goes on."
    assert f"Project Management Professional (PMP) {bar} {strip} bachelor {line}" in body


def test_the_nearest_credential_is_open_and_the_others_are_folded(learning, learner, pmp):
    make_education(learner)
    make_project(learner, starts_on=date(2024, 3, 15), ends_on=date(2025, 6, 30))
    page = learning.get("/evidence/credentials/")
    # Less is missing of the other, but nothing of it has been begun.
    states = [(credential.short_name, credential.state) for credential in page.context["credentials"]]
    assert states == [("PMP", "not_yet"), ("CAPM", "close")]
    assert 'Nearest to you</p>\n        <h2 id="nearest">Project Management Professional (PMP)</h2>' in text(page)
    assert re.findall(r'<details class="ledger-fold">\s*<summary><h3>(.*?)</h3>', text(page)) == [
        "Certified Associate (CAPM)"
    ]


def test_nothing_at_all(learning, pmp):
    body = words(learning.get("/evidence/credentials/"))
    assert "Nothing to count yet" in body
    assert (
        "0 of 36 months of leading projects, 36 missing 36 missing bachelor "
        "Missing: a bachelor's degree; 0 of 36 months, 36 missing; "
        "0 of 35 hours of project management training; no current project is adding months." in body
    )


def test_what_is_to_be_renewed_is_not_said_to_last_when_its_last_day_was_left_out(learning, learner, pmp):
    make_held(learner, pmp, earned_on=date(2024, 3, 1), expires_on=None)
    assert "Earned Mar 1, 2024, does not expire" in words(learning.get("/evidence/credentials/"))
    make_renewal_rule(pmp)
    body = words(learning.get("/evidence/credentials/"))
    assert "Earned Mar 1, 2024. You gave no last day, so we don't know when it ends." in body
    assert "does not expire" not in body


def test_what_is_held_comes_first_with_its_renewal_and_what_is_open_last(learning, learner, pmp):
    make_path(make_rules("psm", name="Scrum (PSM)"), "psm-open")
    make_held(learner, pmp, earned_on=date(2024, 3, 1), expires_on=date(2027, 3, 1))
    make_held(learner, make_rules("old", name="Old one"), earned_on=date(2019, 3, 1), expires_on=date(2022, 3, 1))
    make_renewal_rule(pmp)
    body = words(learning.get("/evidence/credentials/"))
    places = [
        body.index(part)
        for part in (
            "What you hold",
            "valid until Mar 1, 2027",
            "The rules for what you hold already",
            "Open to anyone",
        )
    ]
    assert places == sorted(places)
    assert "valid until Mar 1, 2027 ends within a year To keep it: 60 PDUs every 3 years." in body
    assert "Earned Mar 1, 2019. It ended on Mar 1, 2022 and no longer counts." in body
    assert body.split("Open to anyone")[1].startswith(" Scrum (PSM) ")
    # Whoever holds it need not be told first what it takes.
    assert "Project Management Professional (PMP)" not in body.split("Nearest to you")[1].split("The rules for what")[0]


def test_what_drops_out_and_what_expires_is_said(learning, learner, pmp, capm):
    make_education(learner)
    make_held(learner, capm, earned_on=date(2024, 3, 1), expires_on=date(2027, 3, 1))
    make_project(learner, starts_on=date(2019, 1, 1), ends_on=date(2019, 6, 30))
    make_project(learner, starts_on=date(2024, 1, 1), ends_on=date(2026, 6, 30))
    body = words(learning.get("/evidence/credentials/"))
    assert (
        "36 of 36 months; project management training waived by CAPM; "
        "apply before February 1, 2027 or you fall to 35 months. "
        "6 months of leading projects drop out within a year, from February 1, 2027 on. "
        "The credential behind the waiver expires on March 1, 2027." in body
    )


def test_sql_and_the_pure_function_give_the_same_numbers_on_both_pages(learning, nearly):
    make_project(nearly, starts_on=date(2018, 11, 25), ends_on=date(2019, 2, 10))
    make_project(nearly, starts_on=date(2010, 1, 1), ends_on=date(2010, 12, 31), approach="agile")
    page = learning.get("/evidence/credentials/pmp/")
    (counting,) = page.context["countings"]
    by_sql = count_months(nearly, [("leading_projects", 8)], as_of=TODAY, latest=TODAY)
    assert by_sql == {("leading_projects", 8): counting["counting"].count}
    assert (by_sql["leading_projects", 8].strict, by_sql["leading_projects", 8].generous) == (33, 37)
    assert sum(share.added for share in counting["counting"].shares) == 37
    listed = [line for line in learning.get("/evidence/credentials/").context["credentials"] if line.name == pmp_name()]
    assert [line.text for line in listed] == [page.context["shown"].text]


def pmp_name():
    return "Project Management Professional (PMP)"


# --- one credential


def test_how_the_months_were_counted(learning, nearly):
    make_project(nearly, title="Long ago", starts_on=date(2009, 1, 1), ends_on=date(2009, 12, 31))
    make_project(nearly, title="Took part", part="took_part")
    body = words(learning.get("/evidence/credentials/pmp/"))
    assert "Leading projects: 31 to 33 months From November 25, 2018 to November 25, 2026, the last 8 years." in body
    assert "Added up one by one: 39 months. Each calendar month counted once: 33." in body
    assert "Ledger one Mar 2024 to Jun 2025 16 16 Ledger two Jan 2025 to today 23 17" in body
    assert "1 project outside of these dates. 1 project does not count for this." in body
    assert "The published rules do not define a month." in body
    assert (
        "33 if any day in a month counts, enough on Feb 1, 2027 31 if only whole months count, enough on Mar 31, 2027"
        in body
    )


def test_each_path_names_its_source_and_version(learning, nearly):
    body = words(learning.get("/evidence/credentials/pmp/"))
    source = "A publisher , 2026, checked Nov 23, 2026 (rule as of Jan 1, 2026)"
    assert body.count(source) == 2
    EligibilityPath.objects.filter(slug="gac").update(unconfirmed=True)
    assert f"{source} unconfirmed" in words(learning.get("/evidence/credentials/pmp/"))


def test_months_in_a_row_drop_out_together(learning, learner, pmp):
    make_project(learner, starts_on=date(2019, 3, 1), ends_on=date(2019, 6, 30))
    make_project(learner, starts_on=date(2019, 9, 10), ends_on=date(2019, 9, 20))
    body = words(learning.get("/evidence/credentials/pmp/"))
    assert "March to June 2019 drop out month by month, from April 1, 2027 on" in body
    assert "September 2019 drops out on September 21, 2027" in body


@pytest.mark.parametrize(
    ("query", "supposed", "nearest"),
    [
        ("as_of=2027-06-01", "the day is June 1, 2027", "38 to 40 months, 36 needed"),
        (
            "as_of=2026-11-25&education=associate",
            "your highest education is an associate degree",
            "Missing: a bachelor's degree",
        ),
        ("accredited=on", "the degree is from an accredited program", "31 to 33 months, 24 needed"),
        ("holding=capm", "you hold CAPM", "project management training waived by CAPM"),
    ],
)
def test_what_if(learning, nearly, query, supposed, nearest):
    body = words(learning.get(f"/evidence/credentials/pmp/?{query}"))
    assert f"Supposing {supposed}. This isn't from your records. Show where I really stand" in body
    assert nearest in body.split("How the months were counted")[0]
    assert "Supposing" not in words(learning.get("/evidence/credentials/pmp/"))


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("as_of=2076-11-26", "as_of"),
        ("as_of=1976-11-24", "as_of"),
        ("as_of=soon", "as_of"),
        ("as_of=%00", "as_of"),
        ("education=doctor", "education"),
        ("education=%00", "education"),
        ("holding=nothing", "holding"),
        ("holding=%00", "holding"),
    ],
)
def test_what_cannot_be_supposed_is_named_and_changes_nothing(learning, nearly, query, field):
    response = learning.get(f"/evidence/credentials/pmp/?{query}")
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "31 to 33 of 36 months" in words(response)
    assert "Supposing" not in words(response)


@pytest.mark.parametrize("day", ["2076-11-25", "1976-11-25", "2024-02-29"])
def test_the_outermost_days_can_be_supposed(learning, nearly, day):
    assert learning.get(f"/evidence/credentials/pmp/?as_of={day}").status_code == 200


@pytest.mark.parametrize("path", ["nothing/", "nothing/pack/", "nothing/pack.md", "no-rules/", "no-rules/pack/"])
def test_without_rules_there_is_no_page(learning, pmp, path):
    make_rules("no-rules")
    assert learning.get(f"/evidence/credentials/{path}").status_code == 404


# --- who sees it


@pytest.mark.parametrize("path", PAGES[:2])
def test_a_visitor_sees_the_rules_beside_nothing(client, pmp, path):
    assert "No account needed" in text(client.get(f"/evidence/credentials/{path}"))


@pytest.mark.parametrize("path", PAGES[2:4])
def test_a_visitor_signs_in_first(client, pmp, path):
    response = client.get(f"/evidence/credentials/{path}")
    assert (response.status_code, response.url) == (302, f"/account/login/?next=/evidence/credentials/{path}")


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_and_a_curator_see_only_their_own(client, nearly, stranger, curator, path):
    Project.objects.filter(title="Ledger one").update(confirmer_contact="boss@secret.example")
    client.force_login(nearly)
    assert "31 to 33 of 36 months" in text(client.get(f"/evidence/credentials/{path}"))
    for other in (stranger, curator):
        client.force_login(other)
        body = text(client.get(f"/evidence/credentials/{path}"))
        assert "31 to 33" not in body
        assert "Ledger one" not in body
        assert "secret.example" not in body


def test_the_admin_knows_no_table_of_learners_rows(curating, nearly, pmp):
    private = {*Own.__subclasses__(), Deletion, Event, RuleRead}
    assert len(private) >= 9
    assert private & set(admin.site._registry) == set()
    RuleRead.objects.create(user=nearly, version=PathVersion.objects.get(path__slug="gac"), at=timezone.now())
    path = EligibilityPath.objects.get(slug="gac")
    body = text(curating.get(f"/admin/evidence/eligibilitypath/{path.pk}/change/"))
    assert "Ledger one" not in body
    assert nearly.email not in body


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(learning, pmp, path, method):
    assert getattr(learning, method)(f"/evidence/credentials/{path}").status_code == 405


# --- rules that change


def change_months(slug, months, *, at=None):
    EligibilityRequirement.objects.filter(path__slug=slug, kind="experience").update(months=months)
    return EligibilityPath.objects.get(slug=slug).record_version(at=at or timezone.now())


def test_a_changed_rule_tells_whom_it_changes_until_they_have_read_it(learning, nearly):
    version = change_months("bachelor", 30)
    body = words(learning.get("/evidence/credentials/"))
    assert "A rule changed: Project Management Professional (PMP), bachelor" in body
    assert "For you it was One requirement missing. 31 to 33 of 36 months, 3 to 5 missing;" in body
    assert "For you it is now You qualify. 31 to 33 months, 30 needed;" in body
    assert "36 months of leading and directing projects within the last 8 years" in body
    assert "(rule as of " in body
    today = words(learning.get("/"))
    assert "The rules changed in a way that matters to you: Project Management Professional (PMP)." in today
    address = f"/evidence/credentials/rules/{version.pk}/read/"
    for _ in range(2):
        response = learning.post(address, {"back": "/evidence/credentials/pmp/"})
        assert (response.status_code, response.url) == (302, "/evidence/credentials/pmp/")
    assert [(read.user, read.version) for read in RuleRead.objects.all()] == [(nearly, version)]
    assert "A rule changed" not in words(learning.get("/evidence/credentials/"))
    assert "The rules changed" not in words(learning.get("/"))


def test_reading_is_for_the_reader_alone_and_only_for_this_version(client, nearly, stranger):
    make_education(stranger)
    make_training(stranger)
    RuleRead.objects.create(user=stranger, version=change_months("bachelor", 30), at=timezone.now())
    client.force_login(nearly)
    assert "A rule changed" in words(client.get("/evidence/credentials/"))
    client.force_login(stranger)
    assert "A rule changed" not in words(client.get("/evidence/credentials/"))
    change_months("bachelor", 28)
    body = words(client.get("/evidence/credentials/"))
    assert "0 of 30 months, 30 missing" in body.split("For you it is now")[0]


def test_a_change_that_changes_nothing_for_a_learner_is_not_told(learning, nearly):
    make_project(nearly, starts_on=date(2021, 1, 1), ends_on=date(2022, 12, 31))
    change_months("bachelor", 30)
    EligibilityRequirement.objects.filter(path__slug="bachelor", kind="training").update(note="Other words.")
    EligibilityPath.objects.get(slug="bachelor").record_version(at=timezone.now())
    assert EligibilityPath.objects.get(slug="bachelor").version_number == 3
    assert "A rule changed" not in words(learning.get("/evidence/credentials/"))
    assert "The rules changed" not in words(learning.get("/"))


def test_who_came_after_a_change_is_not_told_of_it(learning, learner, pmp):
    change_months("bachelor", 30, at=BEFORE)
    make_education(learner)
    assert "A rule changed" not in words(learning.get("/evidence/credentials/"))


def test_who_had_only_practiced_before_a_change_is_not_told_of_it(learning, learner, pmp):
    rated = {"subject": "interviews.reviewcard", "act": "rated", "at": BEFORE + timedelta(days=1)}
    Event.objects.create(user=learner, token=uuid.uuid4(), **rated)
    change_months("bachelor", 30, at=BEFORE + timedelta(days=2))
    make_education(learner)
    assert "A rule changed" not in words(learning.get("/evidence/credentials/"))


def test_a_learner_without_any_row_is_told_of_no_change(learning, learner, pmp):
    change_months("bachelor", 30)
    assert "A rule changed" not in words(learning.get("/evidence/credentials/"))


@pytest.mark.parametrize("number", [0, 10**30])
def test_a_version_that_is_not_there_cannot_be_read(learning, pmp, number):
    assert learning.post(f"/evidence/credentials/rules/{number}/read/").status_code == 404
    assert RuleRead.objects.count() == 0


def test_a_visitors_post_leads_to_sign_in_and_back_to_the_page(client, pmp):
    response = client.post(f"/evidence/credentials/rules/{PathVersion.objects.first().pk}/read/")
    assert (response.status_code, response.url) == (302, "/account/login/?next=/evidence/credentials/")
    assert RuleRead.objects.count() == 0


def test_reading_by_get_writes_nothing(learning, nearly):
    version = change_months("bachelor", 30)
    assert learning.get(f"/evidence/credentials/rules/{version.pk}/read/").url == "/evidence/credentials/"
    assert RuleRead.objects.count() == 0


def test_an_edit_in_the_admin_makes_version_2_and_the_shipped_rules_are_version_1(curating, learner, seeded):
    assert set(EligibilityPath.objects.values_list("version_number", flat=True)) == {1}
    assert PathVersion.objects.count() == EligibilityPath.objects.count() == 20
    path = EligibilityPath.objects.get(slug="pmp-bachelor")
    address = f"/admin/evidence/eligibilitypath/{path.pk}/change/"
    form = curating.get(address).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value is not None}
    for formset in curating.get(address).context["inline_admin_formsets"]:
        data |= {f"{formset.formset.prefix}-{n}": v for n, v in formset.formset.management_form.initial.items()}
        for each in formset.formset.initial_forms:
            data |= {each.add_prefix(n): each.get_initial_for_field(f, n) for n, f in each.fields.items()}
    data = {n: [row.pk for row in v] if isinstance(v, list) else v for n, v in data.items()}
    data = {n: v for n, v in data.items() if v is not None and v is not False and v != ""}
    (months,) = [name for name, value in data.items() if name.endswith("-months") and value == 36]
    assert curating.post(address, data).status_code == 302
    assert EligibilityPath.objects.get(slug="pmp-bachelor").version_number == 1
    response = curating.post(address, data | {months: 37})
    assert response.status_code == 302
    path.refresh_from_db()
    assert path.version_number == 2
    asked = [version.snapshot["requirements"][1]["months"] for version in path.versions.all()]
    assert asked == [36, 37]


# --- will this count?

PROJECT = {"setting": "professional", "part": "led", "approach": "agile", "starts_on": "2026-12-01", "months": "6"}


@pytest.mark.parametrize(
    ("change", "answers"),
    [
        ({}, ["Counts", "For the resume only", "Counts", "For the resume only"]),
        ({"is_program": "on", "approach": ""}, ["Counts", "Counts", "For the resume only", "For the resume only"]),
        ({"part": "took_part", "is_construction": "on"}, ["For the resume only"] * 2 + ["Counts", "Counts"]),
        ({"setting": "private"}, ["For the portfolio only"] * 4),
    ],
)
def test_a_visitor_is_told_what_a_project_would_count_for(client, db, change, answers):
    response = client.get("/evidence/credentials/will-it-count/", PROJECT | change)
    body = words(response)
    found = re.findall(
        r"As (?:leading projects|managing programs|agile work|construction work) (Counts|For the \w+ only)", body
    )
    assert found == answers
    assert "Sign up or sign in ." in body


def test_what_would_change_the_answer(client, db):
    body = words(
        client.get("/evidence/credentials/will-it-count/", PROJECT | {"setting": "private", "part": "took_part"})
    )
    assert (
        "As leading projects For the portfolio only It would count if it were paid or voluntary work for an "
        "organization and you led it instead of taking part." in body
    )


@pytest.mark.parametrize(
    ("starts_on", "months", "ends_on"),
    [("2027-01-31", 1, date(2027, 2, 28)), ("2028-02-29", 12, date(2029, 2, 28)), ("2027-03-01", 2, date(2027, 4, 30))],
)
def test_the_project_ends_with_its_last_month(starts_on, months, ends_on):
    form = WillItCountForm(PROJECT | {"starts_on": starts_on, "months": months}, today=date(2026, 11, 25))
    assert form.is_valid()
    assert form.work().ends_on == ends_on


def test_what_a_project_does_to_the_dates(learning, learner, pmp):
    make_education(learner)
    make_training(learner)
    make_project(learner, starts_on=date(2024, 1, 1), ends_on=date(2026, 6, 30))
    body = words(learning.get("/evidence/credentials/will-it-count/", PROJECT))
    assert (
        "Project Management Professional (PMP) "
        "30 of 36 months, 6 missing; 35 of 35 hours of project management training; "
        "no current project is adding months "
        "30 of 36 months, 6 missing; 35 of 35 hours of project management training; "
        "eligible in May 2027 if your running project goes on" in body
    )
    assert Project.objects.count() == 1


def test_a_project_beside_one_that_runs_already_changes_nothing(learning, nearly):
    body = words(learning.get("/evidence/credentials/will-it-count/", PROJECT))
    assert "eligible between February and March 2027 if your running project goes on the same" in body


def test_a_project_that_counts_for_nothing_changes_no_date(learning, nearly):
    body = words(learning.get("/evidence/credentials/will-it-count/", PROJECT | {"setting": "private"}))
    assert "No credential we know counts its months, so no date changes." in body


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"months": "0"}, "months"),
        ({"months": "601"}, "months"),
        ({"months": "9" * 5000}, "months"),
        ({"months": ""}, "months"),
        ({"starts_on": "1949-12-31"}, "starts_on"),
        ({"starts_on": "2036-11-26"}, "starts_on"),
        ({"starts_on": "\x00"}, "starts_on"),
        ({"setting": "x"}, "setting"),
        ({"part": "\x00"}, "part"),
        ({"approach": "waterfall"}, "approach"),
    ],
)
def test_what_is_no_project_is_named_and_kept(client, db, change, field):
    response = client.get("/evidence/credentials/will-it-count/", PROJECT | change)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"][field].value() == change[field]
    assert "The answer" not in words(response)


@pytest.mark.parametrize(
    "change", [{"starts_on": "1950-01-01", "months": "600"}, {"starts_on": "2036-11-25", "months": "600"}]
)
def test_the_longest_and_outermost_projects_are_answered(learning, nearly, change):
    assert learning.get("/evidence/credentials/will-it-count/", PROJECT | change).status_code == 200


def test_the_empty_form_may_be_found_by_search_engines(client, db):
    response = client.get("/evidence/credentials/will-it-count/?utm=x")
    assert response.status_code == 200
    assert 'content="noindex"' not in text(response)
    assert "The answer" not in words(response)


# --- the application pack


@pytest.fixture
def packed(nearly):
    make_project(
        nearly,
        title="Secret *plan*",
        organization="Hush Ltd",
        starts_on=date(2023, 5, 1),
        ends_on=date(2023, 7, 31),
        role="Lead # one",
        hours=120,
        description="- We built it.\n1. Then <b>shipped</b> it.",
        confirmer_name="Ada Byron",
        confirmer_contact="ada@secret.example",
        confidential=True,
        exact=True,
    )
    make_project(nearly, title="Not counted", part="took_part", starts_on=date(2023, 5, 1))
    return nearly


def test_the_pack_lists_what_counts_in_order_and_what_an_application_still_needs(learning, packed):
    response = learning.get("/evidence/credentials/pmp/pack/")
    body = words(response)
    assert re.findall(r"\d\. (Confidential project|Ledger one|Ledger two|Not counted)", body) == [
        "Confidential project",
        "Ledger one",
        "Ledger two",
    ]
    assert "Secret" not in text(response)
    assert "Hush" not in text(response)
    assert "Counted May 2023 to Jul 2023, 3 months New months 3 Hours 120 My role Lead # one" in body
    assert "Confirmed by (private) Ada Byron, ada@secret.example" in body
    assert "8 words, 41 characters" in body
    assert "We know of no limit that the issuer sets" in body
    assert (
        "Still missing: your role , the organization , the hours , a description , somebody who can confirm it ."
        in body
    )
    assert "2 of them not complete yet for an application" in body
    assert "Only the issuer decides" in body


def test_the_pack_as_markdown_says_the_same_and_shows_text_as_it_is(learning, packed):
    response = learning.get("/evidence/credentials/pmp/pack.md")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="pmp-application-pack.md"'
    first = text(response).split("## 1. ")[1].split("## 2.")[0]
    assert first == (
        "Confidential project\n\n"
        "- From: May 1, 2023 to July 31, 2023\n"
        "- Counted: May 2023 to Jul 2023, 3 months\n"
        "- New months: 3\n"
        "- Counts for: leading projects\n"
        "- Hours: 120\n"
        "- My role: Lead \\# one\n"
        "- Organization: Not named: confidential\n"
        "- Approach: Hybrid\n"
        "- Confirmed by (private): Ada Byron, ada@secret.example\n\n"
        "Description (8 words, 41 characters):\n\n"
        "\\- We built it.\n1\\. Then \\<b\\>shipped\\</b\\> it.\n\n"
    )
    assert "Secret" not in text(response)
    assert "Hush" not in text(response)


def test_the_pack_has_the_degree_and_each_course_and_asks_for_what_they_lack(learning, learner, pmp, capm):
    make_education(learner, title="BSc in physics", institution="Ohio State", finished_on=date(2015, 6, 30))
    bare = make_education(learner, level="secondary", title="", institution="", finished_on=date(2011, 6, 30))
    make_education(learner, level="master", title="Expected", finished_on=date(2027, 6, 30))
    make_training(learner, title="PM basics", provider="Acme", hours=Decimal(21), finished_on=date(2025, 5, 1))
    make_training(learner, title="Later", provider="", hours=Decimal("13.5"), finished_on=date(2026, 5, 1))
    make_training(learner, title="Agile", kind="agile_education", finished_on=date(2026, 5, 1))
    response = learning.get("/evidence/credentials/pmp/pack/")
    body = words(response).split("Education ")[1].split(" Projects that count")[0]
    assert body == (
        "BSc in physics Level A bachelor's degree School Ohio State Year 2015 "
        "A secondary diploma Level A secondary diploma Year 2011 "
        "Still missing: the name of the degree , the school . "
        "Training PM basics Provider Acme Contact hours 21 Finished May 1, 2025 "
        "Later Contact hours 13.5 Finished May 1, 2026 Still missing: who ran it ."
    )
    edit = f"/evidence/background/education/{bare.pk}/edit/?back=/evidence/credentials/pmp/pack/"
    assert f'href="{edit}#id_institution"' in text(response)
    page = learning.get(edit)
    assert 'id="id_institution"' in text(page)
    assert '<a href="/evidence/credentials/pmp/pack/">Cancel</a>' in text(page)
    markdown = text(learning.get("/evidence/credentials/pmp/pack.md")).split("## Education")[1]
    assert markdown.startswith(
        "\n\n### BSc in physics\n\n- Level: A bachelor's degree\n- School: Ohio State\n- Year: 2015\n\n"
    )
    assert "### Later\n\n- Contact hours: 13\\.5\n- Finished: May 1, 2026\n- Still missing: who ran it" in markdown


def test_projects_that_add_no_month_take_a_line_each_unless_all_are_asked_for(learning, packed):
    spare = {"starts_on": date(2023, 6, 1), "ends_on": date(2023, 6, 30)}
    make_project(packed, title="In *between*", description="Short.", **spare)
    address = "/evidence/credentials/pmp/pack"
    heading = "Projects that add no month of their own"
    body, markdown = words(learning.get(f"{address}/")), text(learning.get(f"{address}.md"))
    assert f"{heading} Every month of theirs is counted above already" in body
    assert "Show it in full too In *between* : Jun 2023 to Jun 2023, 1 month" in body
    assert markdown.endswith(f"## {heading}\n\n- In \\*between\\*: Jun 2023 to Jun 2023, 1 month\n")
    assert [row.name for row in learning.get(f"{address}/?all=1").context["rows"]][1] == "In *between*"
    assert heading not in words(learning.get(f"{address}/?all=1"))
    assert "## 2. In \\*between\\*" in text(learning.get(f"{address}.md?all=1"))


@pytest.mark.parametrize(
    ("limit", "said", "lacking"),
    [
        ({"most": 7, "unit": "words"}, "at most 7 words", "a shorter description: 8 words, and 7 are allowed"),
        ({"most": 8, "unit": "words"}, "at most 8 words", ""),
        (
            {"most": 40, "unit": "characters"},
            "at most 40 characters",
            "a shorter description: 41 characters, and 40 are allowed",
        ),
        (
            {"least": 9, "most": 99, "unit": "words"},
            "at least 9 and at most 99 words",
            "a longer description: 8 words, and at least 9 are asked for",
        ),
    ],
)
def test_the_length_is_held_against_the_issuers_limit(learning, packed, pmp, limit, said, lacking):
    DescriptionLimit.objects.create(
        credential=pmp, slug="limit", source=make_source(), as_of="2026", checked_on=date(2026, 11, 23), **limit
    )
    response = learning.get("/evidence/credentials/pmp/pack/")
    assert f"A description may have {said}, says A publisher, 2026, checked November 23, 2026." in words(response)
    assert response.context["rows"][0].lacking == ((lacking,) if lacking else ())


def test_another_path_can_be_packed(learning, packed):
    body = words(learning.get("/evidence/credentials/pmp/pack/?path=gac"))
    assert "Missing for this path A GAC-accredited degree Add it " in body
    assert 'href="/evidence/background/add/education/?back=/evidence/credentials/pmp/pack/%3Fpath%3Dgac"' in text(
        learning.get("/evidence/credentials/pmp/pack/?path=gac")
    )
    assert learning.get("/evidence/credentials/pmp/pack/?path=%00").status_code == 200


def test_an_empty_pack_says_so(learning, pmp):
    assert "No project of yours counts for this path" in words(learning.get("/evidence/credentials/pmp/pack/"))


def test_what_is_in_the_bin_is_in_no_page(learning, packed):
    verbs.put_in_bin(Project.objects.get(title="Ledger one"), at=timezone.now())
    for path in PAGES[1:4]:
        assert "Ledger one" not in text(learning.get(f"/evidence/credentials/{path}"))


def test_an_error_report_says_nothing_private(learning, packed, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("out of paper")

    monkeypatch.setattr("evidence.ledger.views.pack.HttpResponse", broken)
    with pytest.raises(RuntimeError) as caught:
        learning.get("/evidence/credentials/pmp/pack.md")
    report = ExceptionReporter(None, caught.type, caught.value, caught.tb).get_traceback_html()
    assert "out of paper" in report
    private = Project.objects.get(confidential=True)
    for name in ("confirmer_name", "confirmer_contact", "description", "title"):
        assert getattr(private, name) not in report


# --- where the lines stand elsewhere


def test_a_milestone_shows_the_learners_own_line(learning, nearly, pmp):
    milestone = make_milestone(title="Confirm your eligibility")
    milestone.credentials.set([pmp, make_rules("no-rules", name="Without rules")])
    body = words(learning.get(milestone.get_absolute_url()))
    (line,) = credentials_in_brief(nearly, ["pmp"], as_of=TODAY, latest=TODAY)
    assert f"Where you stand {pmp.name} : one requirement missing . {line.text}." in body
    learning.logout()
    assert "Where you stand" not in words(learning.get(milestone.get_absolute_url()))


def test_the_public_page_of_a_credential_leads_here(client, learner, pmp):
    link = '<a class="btn btn-outline-primary" href="/evidence/credentials/pmp/">See where you stand</a>'
    assert text(client.get(pmp.get_absolute_url())).count(link) == 1
    client.force_login(learner)
    assert text(client.get(pmp.get_absolute_url())).count(link) == 1
    assert "See where you stand" not in text(client.get(make_rules("no-rules").get_absolute_url()))


# --- how much it costs

QUERIES = {"": 8, "pmp/": 6, "pmp/pack/": 9, "pmp/pack.md": 9, PAGES[4]: 5}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", QUERIES)
def test_query_count(learning, learner, pmp, django_assert_num_queries, path, number):
    for _ in range(number):
        make_project(learner)
        make_education(learner)
        make_training(learner, hours=Decimal(35))
    with django_assert_num_queries(QUERIES[path]):
        assert learning.get(f"/evidence/credentials/{path}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_query_count_with_what_is_held_and_rules_that_changed(
    learning, learner, pmp, django_assert_num_queries, number
):
    make_education(learner)
    for place in range(number):
        make_held(learner, make_rules(f"held-{place}"))
    for slug in ("bachelor", "gac")[:number]:
        change_months(slug, 30)
    with django_assert_num_queries(11):
        assert "A rule changed" in words(learning.get("/evidence/credentials/"))


def test_200_projects_are_shown_25_at_a_time(learning, learner, pmp, django_assert_max_num_queries):
    Project.objects.bulk_create(
        Project(
            user=learner,
            title=f"Number {place:03}",
            created_at=BEFORE,
            approach="agile",
            starts_on=date(2019 + place % 7, 1 + place % 12, 1),
            ends_on=date(2019 + place % 7, 1 + place % 12, 28),
        )
        for place in range(200)
    )
    for path in QUERIES:
        with django_assert_max_num_queries(10):
            assert learning.get(f"/evidence/credentials/{path}").status_code == 200
    response = learning.get("/evidence/credentials/pmp/?page=8")
    assert text(response).count('<th scope="row" dir="auto">') == 25
    assert "176 to 200 of 200" in text(response)
    assert learning.get("/evidence/credentials/pmp/?page=%00").status_code == 200


def test_a_page_keeps_what_is_supposed(learning, nearly):
    Project.objects.bulk_create(
        Project(user=nearly, title="P", created_at=BEFORE, starts_on=date(2024, 1, 1), ends_on=date(2024, 1, 31))
        for _ in range(30)
    )
    assert 'href="?as_of=2026-12-01&amp;page=2"' in text(learning.get("/evidence/credentials/pmp/?as_of=2026-12-01"))


def test_what_was_typed_of_a_project_to_come_is_kept_nowhere_and_the_empty_form_is_nobodys(client, seeded):
    page = "/evidence/credentials/will-it-count/"
    for _ in range(2):
        assert "no-store" not in client.get(page).headers["Cache-Control"]
        assert "no-store" in client.get(page, PROJECT).headers["Cache-Control"]
        assert "no-store" in client.get(page, {"months": "many"}).headers["Cache-Control"]
