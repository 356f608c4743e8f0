from datetime import date
from decimal import Decimal

import pytest

from applications.proof.holding import held
from applications.proof.shapes import IN_PROGRESS, Piece, Pursuit, SkillHeld
from applications.proof.standing import Judge
from evidence.models import EligibilityPath, EligibilityRequirement, HeldCredential, SkillAlias
from evidence.records.models.background import EducationLevel
from evidence.records.rating import rate
from keeping import verbs
from roadmap.models import MilestoneProgress
from tests.applications.proof.cast import asks
from tests.factories import NOW
from tests.factories.curation import make_source
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_evidence,
    make_held,
    make_own,
    make_position,
    make_project,
    make_skill,
    make_training,
)
from tests.factories.interviews import make_story
from tests.factories.resumes import make_bullet, make_line, make_mention, make_resume
from tests.factories.roadmap import make_milestone, make_step

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def holding(user, **fields):
    return held(user, today=TODAY, **fields)


def piece(table, row, title=None):
    return Piece(f"{table}:{row.token}", row.pk, str(row) if title is None else title)


def bin_(row):
    row.refresh_from_db()
    verbs.put_in_bin(row, at=NOW)


def test_somebody_who_recorded_nothing_holds_nothing(learner):
    found = holding(learner)
    assert (found.today, found.skills, found.works, found.credentials, found.resume) == (TODAY, {}, (), (), None)


def test_evidence_and_stories_with_evidence_show_skills(learner):
    jira, scrum, risk = (make_skill(slug=slug) for slug in ("jira", "scrum", "risk"))
    row = make_evidence(learner, happened="It began\nand went on", skills=["jira", "scrum"])
    backed = make_story(learner, headline="A rescue", skills=["scrum"], evidence=[row.pk])
    alone = make_story(learner, headline="A tale", skills=["risk"])
    make_own_rating(learner, risk, 3)
    make_own_rating(learner, jira, 1)
    first = piece("evidence", row, "It began")
    assert holding(learner).skills == {
        "jira": SkillHeld((first,), now=1),
        "scrum": SkillHeld((first, piece("story", backed))),
        "risk": SkillHeld((), (piece("story", alone),), 3),
    }
    assert scrum.slug == "scrum"


def make_own_rating(user, skill, now):
    rate(user=user, skill=skill, values={"now": now}, at=NOW)


def test_a_project_shows_the_skills_of_its_evidence(learner):
    make_skill(slug="jira"), make_skill(slug="scrum")
    project = make_project(learner, part="took_part", professional=False, professional_said=True)
    for _ in range(2):
        make_evidence(learner, project=str(project.token), skills=["jira"])
    bin_(make_evidence(learner, project=str(project.token), skills=["scrum"]))
    [work] = holding(learner).works
    assert work.piece == piece("project", project)
    assert (work.starts_on, work.ends_on) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (work.skills, work.led, work.professional, work.is_position) == (frozenset({"jira"}), False, False, False)


def test_positions_with_as_much_of_their_dates_as_is_known(learner):
    make_position(learner, starts="2020", ends="2021-02", title="Lead", employer="Acme")
    make_position(learner, starts="", ends="2019", title="", employer="Unknown beginning")
    make_position(learner, starts="2022", title="Delivery Manager")
    work, managing = holding(learner).works
    assert (work.manages, managing.manages) == (False, True)
    assert (work.piece.title, work.starts_on, work.ends_on) == ("Lead, Acme", date(2020, 1, 1), date(2021, 2, 28))
    assert (work.is_position, work.led, work.professional) == (True, False, True)


def make_named(user, **fields):
    return make_own(HeldCredential, user, **({"credential": None, "earned_on": date(2024, 6, 1)} | fields))


def test_credentials_degrees_and_what_a_resume_mentions(learner):
    credential = make_credential(slug="pmp", name="PMP")
    row = make_held(learner, credential, earned_on=date(2024, 6, 1), expires_on=date(2027, 5, 31))
    degree = make_education(learner, title="B.Sc. Computer Science")
    make_education(learner, level="none", title="Nothing finished")
    mentioned = make_mention(learner, kind="education", title="Master of Arts", ends="2018")
    make_mention(learner, kind="education", title="Master of Science")
    make_mention(learner, kind="education", title="Some course", ends="2018")
    german = make_mention(learner, title="Deutsch (native)")
    make_mention(learner, title="Klingon")
    cspo = make_mention(learner, kind="credentials", title="CSPO")
    found = holding(learner)
    [one] = found.credentials
    assert (one.slug, one.piece, one.expires_on) == ("pmp", piece("credential", row, "PMP"), date(2027, 5, 31))
    assert [(each.level, each.piece, each.finished_on, each.technical) for each in found.degrees] == [
        ("bachelor", piece("education", degree), date(2015, 6, 30), True),
        ("master", piece("mention", mentioned), date(2018, 12, 31), False),
    ]
    assert found.languages == {"de": piece("mention", german)}
    assert found.named == {"cspo": piece("mention", cspo)}


def test_a_degree_without_a_name_is_called_by_its_level(learner):
    make_education(learner, level="master", title="")
    [one] = holding(learner).degrees
    assert one.piece.title == EducationLevel.MASTER.label


def test_a_credential_that_the_catalog_does_not_know_is_found_by_its_name_while_it_is_valid(learner):
    valid = make_named(learner, name="Certified SAFe Agilist")
    make_named(learner, name="Expired", expires_on=date(2026, 11, 29))
    make_named(learner, name="Not yet", earned_on=date(2026, 12, 5))
    found = holding(learner)
    assert found.credentials == ()
    assert found.named == {"certified safe agilist": piece("credential", valid, "Certified SAFe Agilist")}


def test_what_was_recorded_as_today_elsewhere_counts_from_today(learner):
    tomorrow = date(2026, 12, 1)
    make_held(learner, make_credential(slug="pmp"), earned_on=tomorrow)
    make_education(learner, finished_on=tomorrow, was_over=True)
    make_education(learner, level="master", finished_on=tomorrow, was_over=False)
    make_project(learner, starts_on=tomorrow, ends_on=None)
    found = holding(learner, latest=tomorrow)
    assert found.credentials[0].earned_on == found.degrees[0].finished_on == found.works[0].starts_on == TODAY
    assert found.degrees[1].finished_on == tomorrow
    assert holding(learner).credentials[0].earned_on == tomorrow


def test_the_bin_and_strangers_hold_nothing(learner, stranger):
    make_skill(slug="jira")
    credential = make_credential(slug="pmp")
    rows = [
        make_project(learner),
        make_position(learner),
        make_evidence(learner, skills=["jira"]),
        make_story(learner, skills=["jira"]),
        make_education(learner),
        make_held(learner, credential),
        make_training(learner, kind="issuer_course", credential=credential),
        make_mention(learner, title="German"),
        make_resume(learner),
    ]
    full = holding(learner)
    assert all((full.works, full.skills, full.degrees, full.credentials, full.pursuits, full.languages))
    assert holding(stranger) == holding(stranger, resume=rows[-1].pk)
    for row in rows:
        bin_(row)
    assert holding(learner) == holding(stranger)
    assert holding(learner, resume=rows[-1].pk).resume is None


def test_a_story_whose_evidence_is_in_the_bin_is_only_told(learner):
    make_skill(slug="jira")
    row = make_evidence(learner)
    make_story(learner, skills=["jira"], evidence=[row.pk])
    assert holding(learner).skills["jira"].pieces
    bin_(row)
    assert (holding(learner).skills["jira"].pieces, len(holding(learner).skills["jira"].told)) == ((), 1)


def test_milestones_that_are_before_the_learner_and_what_is_under_way(learner, stranger):
    skill, credential = make_skill(slug="jira"), make_credential(slug="pmp")
    step = make_step(slug="earn")
    rows = {}
    for slug in ("todo", "doing", "done", "skipped", "retired"):
        rows[slug] = make_milestone(slug=slug, title=slug, step=step, required=slug != "doing")
        rows[slug].skills.add(skill)
        rows[slug].credentials.add(credential)
    rows["retired"].retire(at=NOW)
    extra = {"done": {"finished_on": TODAY}, "skipped": {"skip_reason": "No"}}
    for slug in ("doing", "done", "skipped"):
        MilestoneProgress.objects.create(
            user=learner, milestone=rows[slug], state=slug, began_at=NOW, **extra.get(slug, {})
        )
    MilestoneProgress.objects.create(user=stranger, milestone=rows["todo"], state="doing", began_at=NOW)
    found = holding(learner)
    assert [(one.slug, one.step, one.optional) for one in found.milestones] == [
        ("todo", "earn", False),
        ("doing", "earn", True),
    ]
    assert (found.milestones[0].skills, found.milestones[0].credentials) == (frozenset({"jira"}), frozenset({"pmp"}))
    assert found.pursuits == (Pursuit("pmp", IN_PROGRESS, Piece("milestone:doing", rows["doing"].pk, "doing")),)


def test_an_issuers_course_is_on_the_way_to_its_credential(learner):
    credential = make_credential(slug="csm")
    make_training(learner)
    course = make_training(learner, kind="issuer_course", credential=credential)
    assert holding(learner).pursuits == (Pursuit("csm", IN_PROGRESS, piece("training", course)),)


def test_when_a_credential_can_be_applied_for_at_the_earliest(learner):
    """36 months within 8 years: there by 2027-12-01 if the project goes on; there already; and never at this rate."""
    publish(make_credential(slug="three-years"))
    make_project(learner, starts_on=date(2025, 1, 1), ends_on=None)
    assert holding(learner).earliest == {"three-years": date(2027, 12, 1)}
    trained = make_credential(slug="with-training")
    add_need(trained, kind="training", training="pm_education", hours=35)
    publish(trained)
    assert holding(learner).earliest == {"three-years": date(2027, 12, 1)}
    make_training(learner, hours=Decimal(40))
    assert holding(learner).earliest["with-training"] == date(2027, 12, 1)
    make_project(learner, starts_on=date(2021, 1, 1), ends_on=date(2023, 12, 31))
    assert holding(learner).earliest == {"three-years": TODAY, "with-training": TODAY}


def add_need(credential, **fields):
    """One more requirement of its only path."""
    return EligibilityRequirement.objects.create(path=credential.paths.get(), slug=fields["kind"], **fields)


def publish(credential):
    """Its rule as it stands, in force."""
    credential.paths.get().record_version(at=NOW)


def test_what_cannot_be_had_without_another_credential(learner):
    lower, higher, either = (make_credential(slug=slug) for slug in ("lower", "higher", "either"))
    add_need(higher, kind="holds").holds.add(lower)
    add_need(either, kind="holds").holds.add(lower, higher)
    for credential in (higher, either):
        publish(credential)
    assert holding(learner).includes == {"higher": frozenset({"lower"})}
    other = EligibilityPath.objects.create(
        slug="another", label="Another", credential=higher, source=make_source(), as_of="2026", checked_on=TODAY
    )
    other.record_version(at=NOW)
    assert holding(learner).includes == {}


# What one resume says.


def test_what_a_resume_says(learner):
    jira, scrum = make_skill(slug="jira", name="Jira"), make_skill(slug="scrum", name="Scrum")
    make_skill(slug="risk", name="Risk management")
    SkillAlias.objects.create(skill=scrum, slug="sprint", term="sprint")
    position = make_position(learner)
    inside = make_project(learner, position=str(position.token))
    apart = make_project(learner)
    row = make_evidence(learner, skills=["jira", "scrum", "risk"], project=str(inside.token))
    degree = make_education(learner)
    held_now = make_held(learner, make_credential(slug="pmp"))
    ran_out = make_held(learner, make_credential(slug="csm"), expires_on=date(2025, 1, 1))
    german = make_mention(learner, title="German")
    bullet = make_bullet(learner, text="Ran each sprint", project=str(inside.token), evidence=[row])
    resume = make_resume(learner)
    said = holding(learner, resume=resume.pk).resume
    keys = {
        f"{table}:{each.token}"
        for table, each in (
            ("position", position),
            ("project", inside),
            ("project", apart),
            ("education", degree),
            ("credential", held_now),
            ("mention", german),
            ("bullet", bullet),
        )
    }
    assert said.rows == keys | {"skill:jira", "skill:scrum", "skill:risk"}
    assert said.skills == {"jira", "scrum", "risk"}
    assert f"credential:{ran_out.token}" not in said.rows

    # Without its section of skills it says only what its bullets say in one of the skill's words.
    make_line(resume, "section:skills", shown=False)
    assert holding(learner, resume=resume.pk).resume.skills == {"scrum"}
    make_line(resume, f"bullet:{bullet.token}", wording="Ran each week with Jira")
    assert holding(learner, resume=resume.pk).resume.skills == {"jira"}
    make_line(resume, f"position:{position.token}", shown=False)
    bare = holding(learner, resume=resume.pk).resume
    assert bare.skills == frozenset()
    assert not bare.rows & {f"position:{position.token}", f"project:{inside.token}", f"bullet:{bullet.token}"}

    # A resume that is tailored from it says what that does.
    tailored = make_resume(learner, base=str(resume.token))
    assert holding(learner, resume=tailored.pk).resume == bare
    assert jira.slug == "jira"


def test_a_row_that_is_met_is_to_be_said_where_the_resume_does_not(learner):
    make_skill(slug="jira", name="Jira")
    make_evidence(learner, skills=["jira"])
    resume = make_resume(learner)
    row = asks("skill", skills="jira")
    assert Judge(holding(learner, resume=resume.pk)).stand(row).acts == ()
    make_line(resume, "skill:jira", shown=False)
    [act] = Judge(holding(learner, resume=resume.pk)).stand(row).acts
    assert (act.code, act.target) == ("say_it", "jira")


@pytest.mark.parametrize("number", [1, 3, 30])
def test_query_count(learner, django_assert_num_queries, number):
    resume = make_resume(learner)
    for at in range(number):
        skill = make_skill(slug=f"skill-{at}")
        credential = make_credential(slug=f"credential-{at}")
        publish(credential)
        milestone = make_milestone()
        milestone.skills.add(skill)
        milestone.credentials.add(credential)
        position = make_position(learner)
        project = make_project(learner, position=str(position.token))
        row = make_evidence(learner, skills=[skill.slug], project=str(project.token))
        make_story(learner, skills=[skill.slug], evidence=[row.pk])
        make_education(learner)
        make_held(learner, credential)
        make_training(learner, kind="issuer_course", credential=credential)
        make_mention(learner)
        make_bullet(learner, project=str(project.token), evidence=[row])
    with django_assert_num_queries(4):
        holding(learner)
    with django_assert_num_queries(5):
        holding(learner, resume=resume.pk)
