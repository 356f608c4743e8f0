"""Every page of a learner's evidence with something in every place, in both widths and both schemes."""

from datetime import date

from django.utils import timezone

from accounts.models import User
from evidence.models import Credential, Skill
from evidence.records import rating
from keeping import verbs
from roadmap import tracking
from roadmap.models import Milestone
from tests.browser.test_pages import look
from tests.browser.test_stories import enter
from tests.evidence.records.test_background import make_units
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.evidence import make_education, make_evidence, make_held, make_project, make_training

LONG = "x" * 150


def make_somebody() -> tuple[User, list[str]]:
    """A learner with long words, right-to-left text and emoji in every place, and the addresses of their pages."""
    user = make_user("learner@example.org", name="Anna")
    long = make_project(
        user,
        title=LONG,
        organization=LONG,
        role="مدير المشروع",
        purpose=LONG,
        description=LONG,
        confirmer_name="Somebody",
        confirmer_contact=LONG,
        budget="to_1m",
    )
    make_project(user, title=LONG)
    make_project(
        user,
        title="Billing moved to the cloud",
        organization="Acme",
        role="Lead",
        hours=900,
        starts_on=date(2019, 3, 10),
        ends_on=date(2020, 12, 31),
        description="We moved billing. " * 30,
        confirmer_name="Ada",
        confirmer_contact="ada@example.org",
    )
    make_project(user, title="مشروع 🚀", starts_on=date(2026, 2, 10), ends_on=None, confidential=True)
    piece = make_evidence(
        user,
        happened=f"Ran the launch {LONG}",
        did=LONG,
        project=long,
        skills=["scrum"],
        do_not_claim="Not alone",
        links=[[f"https://example.org/{LONG}", ""]],
    )
    make_evidence(user, happened="أطلقت النظام 🎉", amount="12.50", unit="days earlier")
    for skill in Skill.objects.filter(milestones__slug="creds-stocktake"):
        rating.rate(user=user, skill=skill, values={"now": 4}, at=NOW)
    education = make_education(user, title=LONG, institution=LONG)
    make_training(user, title=LONG, url="https://example.org/")
    make_held(user, Credential.objects.get(slug="psm-i"))
    held = make_held(user, Credential.objects.get(slug="pmp"), number="x" * 80, expires_on=date(2025, 1, 1))
    make_units(held, what=LONG)
    verbs.put_in_bin(make_project(user, title=LONG), at=timezone.now())
    verbs.put_in_bin(make_evidence(user), at=timezone.now())
    milestone = Milestone.objects.get(slug="creds-pmp-eligibility")
    tracking.attach(user=user, milestone=milestone, piece=piece, at=timezone.now())
    ledger = "/evidence/credentials/"
    return user, [
        "/",
        "/evidence/",
        "/evidence/?q=launch",
        "/evidence/?year=1900",
        "/evidence/add/",
        piece.get_absolute_url(),
        f"{piece.get_absolute_url()}edit/",
        "/evidence/projects/",
        "/evidence/projects/add/",
        long.get_absolute_url(),
        f"{long.get_absolute_url()}edit/",
        "/evidence/background/",
        "/evidence/background/add/units/",
        f"/evidence/background/education/{education.pk}/edit/",
        "/evidence/skills/?rate=scrum",
        "/evidence/skills/assess/",
        "/evidence/skills/assess/?group=end",
        "/skills/scrum/",
        ledger,
        f"{ledger}pmp/",
        f"{ledger}capm/",
        f"{ledger}pmp/?accredited=on&as_of=2027-01-01",
        f"{ledger}will-it-count/?setting=professional&part=led&approach=agile&starts_on=2026-12-01&months=12",
        f"{ledger}pmp/pack/?path=pmp-bachelor",
        "/bin/",
        f"/roadmap/proved-by/{piece.pk}/",
        "/roadmap/perhaps-done/",
        milestone.get_absolute_url(),
    ]


def test_every_page_with_something_in_every_place(open_page, violations):
    _, paths = make_somebody()
    page = open_page()
    enter(page)
    assert look(page, violations, paths) == []


def test_the_empty_pages_of_somebody_new(open_page, violations):
    make_user("learner@example.org")
    page = open_page(width=390)
    enter(page)
    names = ("", "projects/", "skills/", "background/", "credentials/", "bin/")
    assert look(page, violations, [f"/evidence/{name}" for name in names], widths=[390]) == []
