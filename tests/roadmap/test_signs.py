"""Every rule of the file as a row of a table: it holds with as many as it asks for, and not with one less."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import yaml
from django.core.exceptions import ValidationError

from applications import facts as applying
from evidence.catalog.eligibility import Course
from evidence.ledger import facts as ledger
from evidence.ledger.loading import ProjectInBrief
from evidence.models import Credential, Skill
from evidence.records import facts
from evidence.records import own_facts as own
from evidence.records.facts import FACTS, SOURCES, Ask
from interviews import facts as interviewing
from interviews.models import Category
from resumes import facts as resumes
from roadmap import facts as here
from roadmap.models import Milestone, Sign
from roadmap.models.signs import problem
from roadmap.seed import DATA

TODAY = date(2026, 12, 1)
THEN = date(2026, 5, 1)
AT = datetime(2026, 5, 1, tzinfo=UTC)
MILESTONE = 7
SIGNS = yaml.safe_load((DATA / "signs.yaml").read_text())["signs"]


def project(pk, **more):
    values = {"title": f"Project {pk}", "kind": "job", "part": "led", "starts_on": THEN, "ends_on": THEN}
    others = {
        "budget": "to_50k",
        "purpose": "For a club",
        "confirmer_name": f"Lee {pk}",
        "confirmer_contact": "x@y.org",
    }
    return own.ProjectRow(pk=pk, **({"shown": True} | values | others | more))


def posting(pk, **more):
    return applying.PostingRow(pk, "TPM", "Acme", **({"applied": True, "copied": True, "looked_at": True} | more))


def rating(pk, **more):
    values = {"question": f"q-{pk}", "text": "Why?", "category": "", "at": AT} | more
    return interviewing.RatingRow(**values)


# Of each fact: the source, one row by its number and the slug it is asked about, and rows beside it that do not count.
ROWS = {
    "background": ("education", lambda n, w: own.EducationRow(n, "none", "", "", THEN), []),
    "degrees": (
        "education",
        lambda n, w: own.EducationRow(n, "bachelor", "B.S.", "State", TODAY),
        [
            own.EducationRow(90, "associate", "", "", THEN),
            own.EducationRow(91, "bachelor", "", "", TODAY + timedelta(1)),
        ],
    ),
    "masters": (
        "education",
        lambda n, w: own.EducationRow(n, "master", "", "", TODAY),
        [own.EducationRow(90, "bachelor", "", "", THEN), own.EducationRow(91, "master", "", "", TODAY + timedelta(1))],
    ),
    "pm-hours": (
        "training",
        lambda n, w: own.TrainingRow(n, "A course", "pm_education", Decimal(1), TODAY),
        [
            own.TrainingRow(90, "", "agile_education", Decimal(50), THEN),
            own.TrainingRow(91, "", "pm_education", Decimal(50), TODAY + timedelta(1)),
        ],
    ),
    "credentials": (
        "held",
        lambda n, w: own.HeldRow(n, w, "It", TODAY),
        [own.HeldRow(90, "another", "It", THEN), own.HeldRow(91, "pmp", "It", TODAY + timedelta(1))],
    ),
    "renewal-units": ("units", lambda n, w: own.UnitsRow(n, "A talk", THEN), []),
    "jobs": ("positions", lambda n, w: own.PositionRow(n, "Acme", "Lead", "job"), []),
    "contracts": (
        "positions",
        lambda n, w: own.PositionRow(n, "Acme", "", ("contract", "internship")[n % 2]),
        [own.PositionRow(90, "", "", kind) for kind in ("job", "own", "volunteer")],
    ),
    "contract-projects": (
        "projects",
        lambda n, w: project(n, kind="contract", part="took_part"),
        [project(90), project(91, kind="contract", ends_on=None)],
    ),
    "projects": ("projects", lambda n, w: project(n), []),
    "projects-to-confirm": (
        "projects",
        lambda n, w: project(n),
        [project(90, part="took_part"), project(91, confirmer_name="")],
    ),
    "led-at-work": (
        "projects",
        lambda n, w: project(n, ends_on=TODAY),
        [project(90, kind="own"), project(91, part="took_part"), project(92, ends_on=TODAY + timedelta(1))],
    ),
    "own-chartered": (
        "projects",
        lambda n, w: project(n, kind="own"),
        [project(90), project(91, kind="own", purpose="")],
    ),
    "own-finished": (
        "projects",
        lambda n, w: project(n, kind="own"),
        [project(90), project(91, kind="own", ends_on=None), project(92, kind="own", part="took_part")],
    ),
    "volunteer-led": (
        "projects",
        lambda n, w: project(n, kind="volunteer"),
        [project(90), project(91, kind="volunteer", ends_on=None)],
    ),
    "led-with-budget": ("projects", lambda n, w: project(n), [project(90, budget=""), project(91, part="took_part")]),
    "documented-projects": (
        "projects",
        lambda n, w: project(n),
        [project(90, shown=False)],
    ),
    "confirmers": (
        "projects",
        lambda n, w: project(n),
        # The same person of another project, and one whom nobody can reach.
        [project(90, confirmer_name="LEE 1"), project(91, confirmer_contact="")],
    ),
    "evidence-of": (
        "pieces",
        lambda n, w: own.PieceRow(n, "It went", THEN, ["another", w]),
        [own.PieceRow(90, "It went", THEN, ["another"])],
    ),
    "rated-skills": ("rated", lambda n, w: own.RatedRow(f"s-{n}", "A skill"), []),
    "attached-evidence": (
        "attached",
        lambda n, w: here.AttachedRow(MILESTONE, n, "It went", THEN),
        [here.AttachedRow(MILESTONE + 1, 90, "It went", THEN)],
    ),
    "proof-links": (
        "linked",
        lambda n, w: here.LinkRow(MILESTONE, "step", "slug", "A link"),
        [here.LinkRow(MILESTONE + 1, "step", "slug", "A link")],
    ),
    "stories": (
        "stories",
        lambda n, w: interviewing.StoryRow(n, "A story", True),
        [interviewing.StoryRow(90, "A story", False)],
    ),
    "rated-questions": ("ratings", lambda n, w: rating(n), []),
    "rated-in": ("ratings", lambda n, w: rating(n, category=w), [rating(90, category="another")]),
    "mocks": ("mocks", lambda n, w: interviewing.MockRow(n, "seed", 30, AT, False), []),
    "mocks-scored": (
        "mocks",
        lambda n, w: interviewing.MockRow(n, "seed", 30, AT, True),
        [interviewing.MockRow(90, "seed", 30, AT, False)],
    ),
    "employers-with-rounds": (
        "dates",
        lambda n, w: interviewing.DateRow(n, f"Acme {n}", THEN),
        [interviewing.DateRow(90, "ACME 1", THEN)],
    ),
    "questions-asked": (
        "asked",
        lambda n, w: interviewing.AskedRow(n, "Why?", "Acme"),
        [interviewing.AskedRow(90, "Why?", "")],
    ),
    "interview-coming": (
        "dates",
        lambda n, w: interviewing.DateRow(n, "Acme", TODAY + timedelta(14)),
        [interviewing.DateRow(90, "", TODAY - timedelta(1)), interviewing.DateRow(91, "", TODAY + timedelta(15))],
    ),
    "bullets": ("bullets", lambda n, w: resumes.BulletRow(n, "Led it", None, None, None), []),
    "bullets-with-number": (
        "bullets",
        lambda n, w: resumes.BulletRow(n, "Cut 3 steps", None, None, None),
        [resumes.BulletRow(90, "Cut steps", 1, 1, 1)],
    ),
    "bullets-placed": (
        "bullets",
        lambda n, w: resumes.BulletRow(n, "Led it", *((1, None, None), (None, 1, None), (None, None, 1))[n % 3]),
        [resumes.BulletRow(90, "Led it", None, None, None)],
    ),
    "resumes": (
        "resumes",
        lambda n, w: resumes.ResumeRow(n, "Base", None, False, False),
        [resumes.ResumeRow(90, "Tailored", 1, True, True)],
    ),
    "resumes-with-summary": (
        "resumes",
        lambda n, w: resumes.ResumeRow(n, "Base", None, True, True),
        [resumes.ResumeRow(90, "Base", None, True, False)],
    ),
    "resumes-tailored": (
        "resumes",
        lambda n, w: resumes.ResumeRow(n, "Acme", 1, True, False),
        [resumes.ResumeRow(90, "Base", None, True, True), resumes.ResumeRow(91, "As the base", 1, False, False)],
    ),
    "sent-copies": ("sent", lambda n, w: resumes.SentRow(n, "Base", "Acme", THEN), []),
    "reviewers": (
        "comments",
        lambda n, w: resumes.CommentRow(n, 1, "Shorter", f"Lee {n}", ("settled", "accepted", "declined")[n % 3]),
        [
            resumes.CommentRow(90, 1, "Shorter", "LEE 1", "settled"),
            resumes.CommentRow(91, 1, "Shorter", "Kim", "open"),
            resumes.CommentRow(92, 1, "Shorter", "Ann", "taken_back"),
        ],
    ),
    "postings": ("postings", lambda n, w: posting(n, applied=False, copied=False, looked_at=False), []),
    "postings-read": ("postings", lambda n, w: posting(n), [posting(90, looked_at=False)]),
    "applied": ("postings", lambda n, w: posting(n, copied=False), [posting(90, applied=False)]),
    "applied-with-copy": (
        "postings",
        lambda n, w: posting(n),
        [posting(90, applied=False), posting(91, copied=False)],
    ),
    "people": ("people", lambda n, w: applying.PersonRow(n, "Lee", None, None), []),
    "conversations": (
        "people",
        lambda n, w: applying.PersonRow(n, "Lee", THEN, None),
        [applying.PersonRow(90, "Lee", None, THEN)],
    ),
    "referrals": (
        "people",
        lambda n, w: applying.PersonRow(n, "Lee", None, THEN),
        [applying.PersonRow(90, "Lee", THEN, None)],
    ),
    "tasks-done": ("tasks done", lambda n, w: applying.TaskRow(n, "Write", THEN), []),
    "offers": ("offers", lambda n, w: applying.OfferRow(n, 1, "TPM", "verbal", THEN), []),
    "likings": ("likings", lambda n, w: applying.LikingRow("planning"), []),
}
# Facts whose number is not that of like rows: see the tests under the table.
BY_THEMSELVES = {"whole-checklist", "rated-again", "offers-negotiated", "eligible"}


def count(fact, number, which=""):
    source, make, others = ROWS[fact]
    rows = [make(n, which.split()[n % len(which.split())] if which else "") for n in range(1, number + 1)]
    return FACTS[fact].count({source: [*rows, *others]}, Ask(TODAY, tuple(which.split()), MILESTONE, 2))


def test_every_fact_and_every_rule_stands_in_the_table():
    assert ROWS.keys() | BY_THEMSELVES == FACTS.keys()
    assert {sign["fact"] for sign in SIGNS} <= FACTS.keys()
    assert {source for source, _, _ in ROWS.values()} <= SOURCES.keys()


@pytest.mark.parametrize("sign", [one for one in SIGNS if one["fact"] in ROWS], ids=lambda sign: sign["id"])
def test_a_rule_holds_with_as_many_as_it_asks_for_and_not_with_one_less(sign):
    least, which = sign.get("at_least", 1), sign.get("which", "")
    found = count(sign["fact"], least, which)
    assert found.number == least
    assert found.text.startswith(f"{least} ")
    assert len(found.grounds) >= least
    assert count(sign["fact"], least - 1, which).number == least - 1


@pytest.mark.parametrize("fact", ROWS)
def test_a_fact_names_its_rows_each_with_an_address(fact):
    for ground in count(fact, 3, "pmp" if FACTS[fact].which else "").grounds:
        assert ground.name
        assert ground.url.startswith("/")
    assert count(fact, 1, "pmp" if FACTS[fact].which else "").text == FACTS[fact].one.format(1)


@pytest.mark.parametrize(("lines", "ticked", "number"), [(2, 2, 1), (2, 1, 0), (0, 0, 0), (0, 1, 0)])
def test_the_whole_checklist_is_every_line_of_it(lines, ticked, number):
    rows = [here.TickRow(MILESTONE, "step", "slug", "A line")] * ticked + [here.TickRow(1, "step", "slug", "A line")]
    found = FACTS["whole-checklist"].count({"ticked": rows}, Ask(TODAY, (), MILESTONE, lines))
    assert (found.number, found.text) == (number, "every line of its checklist ticked")


def test_rated_again_counts_questions_and_not_ratings():
    rows = [rating(1), rating(1), rating(1), rating(2), rating(2), rating(3)]
    assert FACTS["rated-again"].count({"ratings": rows}, Ask(TODAY)).number == 2


@pytest.mark.parametrize(
    ("states", "number"),
    [
        ([("written", 1)], 0),
        ([("written", 1), ("verbal", 1)], 1),
        ([("verbal", 1), ("written", 1)], 0),
        ([("written", 1), ("verbal", 2)], 0),
    ],
)
def test_negotiated_is_what_changed_and_ends_in_writing(states, number):
    rows = [applying.OfferRow(pk, job, "TPM", form, THEN) for pk, (form, job) in enumerate(states)]
    assert FACTS["offers-negotiated"].count({"offers": rows}, Ask(TODAY)).number == number


@pytest.mark.parametrize(
    ("ends", "hours", "number"),
    [(date(2023, 12, 31), 35, 1), (date(2023, 12, 28), 35, 0), (date(2023, 12, 31), 34, 0)],
)
def test_eligible_is_what_the_ledger_says(ends, hours, number):
    needs = {"note": "", "waived_by": [], "holds": [], "flag": "", "education": "", "experience": "", "training": ""}
    snapshot = {
        "requirements": [
            needs
            | {"kind": "experience", "experience": "leading_projects", "months": 36, "within_years": 8}
            | {"non_overlapping": True, "hours": None},
            needs
            | {"kind": "training", "training": "pm_education", "hours": 35}
            | {"months": None, "within_years": None, "non_overlapping": False},
        ]
    }
    work = ProjectInBrief(1, "It", "led", True, date(2021, 1, 1), ends, "hybrid", False, False)
    rows = {
        "ledger rules": [ledger.RuleInForce(slug, slug.upper(), snapshot) for slug in ("pmp", "capm")],
        "ledger works": [work],
        "ledger degrees": [],
        "ledger courses": [Course("pm_education", Decimal(hours), THEN)],
        "ledger held": [],
    }
    found = FACTS["eligible"].count(rows, Ask(TODAY, ("pmp",)))
    assert found.number == number
    assert [ground.name for ground in found.grounds] == ["PMP"] * number


def test_what_rules_name_is_there(seeded):
    known = {
        "credentials": Credential.objects.values_list("slug", flat=True),
        "skills": Skill.objects.values_list("slug", flat=True),
        "categories of questions": Category.objects.values_list("slug", flat=True),
    }
    for sign in Sign.objects.all():
        assert problem(sign.fact, sign.which) is None, sign.slug
        assert not set(sign.which.split()) - set(known.get(FACTS[sign.fact].which, ())), sign.slug
    assert Sign.objects.count() == len(SIGNS)
    assert Milestone.objects.filter(signs__means="have").distinct().count() > 50


@pytest.mark.parametrize(
    ("fact", "which", "field"),
    [("nothing", "", "fact"), ("credentials", " ", "which"), ("stories", "pmp", "which"), ("stories", "", None)],
)
def test_a_rule_that_cannot_hold_is_refused(fact, which, field):
    sign = Sign(slug="x", fact=fact, which=which)
    if field is None:
        sign.clean()
    else:
        with pytest.raises(ValidationError) as refused:
            sign.clean()
        assert list(refused.value.message_dict) == [field]


def test_a_name_means_one_thing():
    with pytest.raises(ValueError, match="Offered twice: stories"):
        facts.offer({}, {"stories": FACTS["mocks"]})
    facts.offer(SOURCES, FACTS)
