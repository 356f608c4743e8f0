"""The public pages on skills and credentials."""

import pytest
from django.utils import timezone

from evidence.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    Skill,
    SkillAlias,
    SkillGroup,
)
from tests.factories.curation import reach
from tests.factories.evidence import make_credential, make_skill
from tests.factories.roadmap import make_milestone
from tests.kit import seen, text

QUERIES = {"skills": 2, "skill": 4, "credentials": 4, "credential": 10}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", QUERIES)
def test_query_count(client, db, django_assert_num_queries, name, number):
    milestones = [make_milestone() for _ in range(number)]
    for _ in range(number):
        skill, credential = make_skill(), make_credential()
        skill.milestones.set(milestones)
        credential.milestones.set(milestones)
        SkillAlias.objects.create(skill=skill, slug="term", term="term")
    address = {
        "skills": "/skills/",
        "skill": f"/skills/{skill.slug}/",
        "credentials": "/credentials/",
        "credential": f"/credentials/{credential.slug}/",
    }[name]
    with django_assert_num_queries(QUERIES[name]):
        assert client.get(address).status_code == 200


def test_the_shipped_skills_and_credentials_can_all_be_read(client, seeded):
    assert SkillAlias.objects.count() == 1250
    assert "142 skills." in text(client.get("/skills/"))
    for row in (*Skill.objects.all()[::12], *Credential.objects.all()):
        assert client.get(row.get_absolute_url()).status_code == 200
    pmp = text(client.get("/credentials/pmp/"))
    for fact in (
        "36 months of leading and directing projects within the last 8 years, each calendar month counted once.",
        "60 months of leading and directing projects within the last 8 years, each calendar month counted once.",
        "24 months of leading and directing projects within the last 8 years, each calendar month counted once.",
        "Waived if you hold Certified Associate in Project Management (CAPM).",
        "675 USD",
        "164 USD",
        "180 (170 scored, 10 not)",
        "240 minutes",
        "Only the issuer decides",
        "Confirm your PMP eligibility",
    ):
        assert fact in pmp
    assert [fee.checked_on.isoformat() for fee in CredentialFee.objects.filter(credential__slug="pmp")] == [
        "2026-06-30",
        "2026-06-30",
    ]


def test_what_no_source_confirms_is_not_shown_as_a_fact(client, seeded):
    assert not EligibilityPath.objects.filter(slug__in=["acp-gac", "sa-main", "p2p-equivalent"]).exists()
    assert not CredentialFact.objects.filter(credential__slug__in=["capm", "aws-clf"], kind="renewal").exists()
    assert "We found no source we trust" in text(client.get("/credentials/safe-agilist/"))
    assert "We haven't found a source we trust on renewal" in text(client.get("/credentials/aws-clf/"))


def test_skills_are_filtered_by_group(client, db):
    kept, other = make_skill(), make_skill(group=SkillGroup.objects.create(slug="b", name="B", description="Other."))
    body = text(client.get("/skills/?group=b"))
    assert other.get_absolute_url() in body
    assert kept.get_absolute_url() not in body
    assert "1 skill with these filters." in body
    assert '<option value="b" selected>B</option>' in body


def test_the_list_of_credentials_says_what_each_asks_for(client, seeded):
    body = text(client.get("/credentials/"))
    for asked in (
        "(PMI), mid level, 60, 36 or 24 months of experience</p>",
        "(PMI), senior level, 48 and 84, 48 and 48 or 36 and 36 months of experience</p>",
        "(PMI), mid level, 24 months of experience, or a path without</p>",
        "(PMI), entry level, no experience required</p>",
        "Amazon Web Services, entry level, open to anyone</p>",
        "Accredited college or university, senior level</p>",
        "Scaled Agile, mid level</p>",
    ):
        assert asked in body, asked


def test_a_requirement_that_was_retired_is_no_longer_asked_for(client, db):
    credential = make_credential()
    EligibilityRequirement.objects.get().retire(at=timezone.now())
    assert "open to anyone" in text(client.get("/credentials/"))
    assert "anyone may register" in text(client.get(credential.get_absolute_url()))


def test_skills_are_filtered_by_level_and_weight(client, db):
    kept = make_skill(level="senior", weight=3)
    make_skill(level="senior", weight=1)
    make_skill(level="entry", weight=3)
    body = text(client.get("/skills/?level=senior&weight=3"))
    assert "1 skill with these filters." in body
    assert kept.get_absolute_url() in body
    assert "No skill fits these filters" in text(client.get("/skills/?level=mid"))


@pytest.mark.parametrize(
    "query", ["level=expert", "weight=x", "level=%00", "group=none", "group=%00", f"weight={'9' * 5000}"]
)
def test_an_unknown_filter_shows_everything(client, db, query):
    make_skill()
    assert "1 skill." in text(client.get(f"/skills/?{query}"))


@pytest.mark.parametrize("path", ["/skills/nothing/", "/credentials/nothing/", "/skills/%00/", "/credentials/%00/"])
def test_unknown_slugs_are_404(client, db, path):
    assert client.get(path).status_code == 404


def test_retired_rows_leave_the_lists_and_keep_their_page(client, db):
    skill, credential = make_skill(), make_credential()
    for row, listing in ((skill, "/skills/"), (credential, "/credentials/")):
        row.retire(at=timezone.now())
        assert row.name not in text(client.get(listing))
        assert "no longer list" in text(client.get(row.get_absolute_url()))


def test_only_published_milestones_are_named(client, db):
    skill, shown, hidden = make_skill(), make_milestone(), make_milestone()
    skill.milestones.set([shown, hidden])
    hidden.retire(at=timezone.now())
    body = text(client.get(skill.get_absolute_url()))
    assert shown.title in body
    assert hidden.title not in body


def test_the_issuers_page_says_when_it_was_reached_or_that_nobody_has_opened_it(client, db):
    credential = make_credential(official_url="https://example.org/exam")
    assert "The issuer's page We haven't opened this link ourselves yet." in seen(
        client.get(credential.get_absolute_url())
    )
    reach("https://example.org/exam")
    page = seen(client.get(credential.get_absolute_url()))
    assert "The issuer's page reached on Nov 30, 2026" in page
    assert "haven't opened" not in page
    credential.official_url = ""
    credential.save()
    page = seen(client.get(credential.get_absolute_url()))
    assert "issuer's page" not in page.partition("None of the six steps")[2]
    assert "haven't opened" not in page
