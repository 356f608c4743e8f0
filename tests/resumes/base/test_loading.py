"""Everything that a learner's resumes can say, loaded from what they recorded, and nobody else's."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evidence.models import EligibilityRequirement, Grip, HeldCredential
from evidence.records import rating
from keeping import verbs
from resumes.base.loading import key_of, load_recorded, row_of
from resumes.base.recorded import Proof, Recorded
from resumes.writing.content import Contact, Kind, Place, Profile
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_evidence,
    make_held,
    make_own,
    make_position,
    make_project,
    make_skill,
)
from tests.factories.resumes import make_bullet, make_contact, make_mention

TODAY = date(2026, 11, 30)


@pytest.fixture
def load(learner):
    return lambda: load_recorded(learner, today=TODAY)


def only(recorded, kind):
    (entry,) = recorded.of_kind(kind)
    return entry


def test_of_nothing_there_is_nothing(load):
    assert load() == Recorded()


def test_contact_data(load, learner):
    make_contact(learner, profiles=[{"network": "GitHub", "username": "ada", "url": ""}])
    assert load().contact == Contact(
        **{"name": "Ada Byron", "email": "ada@example.org", "phone": "+1 555 0100"},
        place=Place(city="Austin", country_code="US"),
        profiles=(Profile("GitHub", "ada"),),
    )


def test_a_position_and_one_without_pay(load, learner):
    values = {"place": "Austin", "summary": "What it was", "url": "https://example.org/"}
    row = make_position(learner, ends="2024", **values)
    entry = only(load(), Kind.EXPERIENCE)
    assert (entry.title, entry.organization, entry.place) == ("Project lead", "Harbor Systems", "Austin")
    assert (entry.starts, entry.ends, entry.text, entry.url) == ("2022-03", "2024", "What it was", values["url"])
    assert entry.key == key_of(row) == f"position:{row.token}"
    make_position(learner, kind="volunteer", title="Coach")
    assert only(load(), Kind.VOLUNTEERING).title == "Coach"


def test_a_project_says_its_months_and_one_that_is_exact_its_days(load, learner):
    make_project(learner, title="The move", organization="Acme", purpose="To save", role="Lead")
    entry = only(load(), Kind.PROJECTS)
    assert (entry.title, entry.organization, entry.text, entry.roles) == ("The move", "Acme", "To save", ("Lead",))
    assert (entry.starts, entry.ends) == ("2025-01", "2025-12")
    assert load().usually_hidden == frozenset()
    make_project(learner, exact=True, ends_on=None)
    assert ("2025-01-01", "") in {(entry.starts, entry.ends) for entry in load().of_kind(Kind.PROJECTS)}


def test_a_confidential_project_names_nobody(load, learner):
    make_project(learner, title="Zanzibar", organization="Zanzibar", purpose="Zanzibar", confidential=True)
    assert "Zanzibar" not in repr(load())


def test_a_project_at_a_position_gives_its_bullets_there_and_is_hidden_itself(load, learner):
    position = make_position(learner)
    ended = make_project(learner, position=position)
    make_project(learner, position=position, starts_on=date(2024, 5, 5), ends_on=date(2024, 6, 6))
    make_bullet(learner, text="Led 3 teams", project=ended)
    recorded = load()
    assert recorded.worked == {key_of(position): (date(2024, 5, 5), date(2025, 12, 31))}
    assert key_of(ended) in recorded.usually_hidden
    assert [one.text for one in recorded.under(key_of(position))] == ["Led 3 teams"]
    make_project(learner, position=position, ends_on=None)
    assert load().worked == {key_of(position): (date(2024, 5, 5), None)}
    verbs.put_in_bin(position, at=timezone.now())
    recorded = load()
    assert (recorded.worked, recorded.usually_hidden) == ({}, frozenset())
    assert [one.text for one in recorded.under(key_of(ended))] == ["Led 3 teams"]


def test_education_says_whether_it_is_still_to_come(load, learner):
    make_education(learner, title="", institution="MIT")
    entry = only(load(), Kind.EDUCATION)
    assert (entry.title, entry.organization, entry.ends, entry.text) == ("Bachelor's degree", "MIT", "2015-06", "")
    make_education(learner, title="Master", finished_on=TODAY + timedelta(days=1))
    (expected,) = [one for one in load().of_kind(Kind.EDUCATION) if one.title == "Master"]
    assert expected.text == "Expected; not finished yet."


def test_education_without_a_name_has_that_of_its_level_and_none_is_hidden(load, learner):
    rows = {level: make_education(learner, title="", level=level) for level in EligibilityRequirement.Education}
    recorded = load()
    named = {entry.key: entry.title for entry in recorded.of_kind(Kind.EDUCATION)}
    assert {level: named[key_of(row)] for level, row in rows.items()} == {
        **{"none": "", "secondary": "Secondary education", "associate": "Two-year degree"},
        **{"bachelor": "Bachelor's degree", "master": "Master's degree"},
    }
    assert recorded.usually_hidden == {key_of(rows["none"])}


def test_a_credential_is_hidden_from_the_day_after_it_expired(load, learner):
    held = make_held(learner, make_credential(name="PMP"), expires_on=TODAY, url="https://example.org/")
    entry = only(load(), Kind.CREDENTIALS)
    assert (entry.title, entry.organization, entry.ends) == ("PMP", "An issuer", "2024-06-01")
    assert load().usually_hidden == frozenset()
    verbs.change(held, values={"expires_on": "2026-11-29"}, seen=1, at=timezone.now())
    assert load().usually_hidden == {key_of(held)}


def test_a_credential_of_any_name_stands_with_its_issuer(load, learner):
    make_own(HeldCredential, learner, credential=None, name="CSPO", issuer="Scrum Alliance", earned_on=date(2024, 6, 1))
    entry = only(load(), Kind.CREDENTIALS)
    assert (entry.title, entry.organization, entry.ends) == ("CSPO", "Scrum Alliance", "2024-06-01")


def test_skills_that_evidence_shows_come_first_and_those_that_are_only_said_are_hidden(load, learner, stranger):
    shown, often, said, learning_, theirs = (make_skill(name=name) for name in "abcde")
    for _ in range(2):
        make_evidence(learner, skills=[often.slug])
    piece = make_evidence(learner, skills=[shown.slug, often.slug])
    for skill, now in ((said, Grip.ALONE), (learning_, Grip.WITH_HELP)):
        rating.rate(user=learner, skill=skill, values={"now": now, "wanted": None}, at=timezone.now())
    make_evidence(stranger, skills=[theirs.slug])
    recorded = load()
    assert [entry.title for entry in recorded.of_kind(Kind.SKILLS)] == ["b", "a", "c"]
    assert recorded.usually_hidden == recorded.unproved == {f"skill:{said.slug}"}
    verbs.put_in_bin(piece, at=timezone.now())
    assert [entry.title for entry in load().of_kind(Kind.SKILLS)] == ["b", "c"]


def test_a_mention_says_all_that_it_has(load, learner):
    values = {"title": "Go", "organization": "Club", "place": "Bonn", "starts": "2019", "ends": "2020-02"}
    values |= {"text": "Won", "url": "https://e.org/", "level": "dan", "score": "1", "sort": "game"}
    values |= {"words": ["a"], "roles": ["b"]}
    row = make_mention(learner, kind="awards", **values)
    entry = only(load(), Kind.AWARDS)
    assert {name: getattr(entry, name) for name in values} == values | {"words": ("a",), "roles": ("b",)}
    assert entry.key == f"mention:{row.token}"


def test_a_bullet_comes_with_its_place_and_its_proof(load, learner):
    amounts = {"happened": "First\nsecond", "amount": Decimal("1240.50"), "unit": "%", "do_not_claim": "Not mine"}
    proof, binned = make_evidence(learner, **amounts), make_evidence(learner)
    mention = make_mention(learner, kind="projects")
    bullet = make_bullet(learner, text="Led it", mention=mention, evidence=[proof, binned])
    verbs.put_in_bin(binned, at=timezone.now())
    (sentence,) = load().sentences
    assert (sentence.key, sentence.text, sentence.place, sentence.row) == (
        *(f"bullet:{bullet.token}", "Led it", key_of(mention), bullet.pk),
    )
    assert sentence.proof == (Proof(proof.pk, "First", "1,240.5", "%", "Not mine"),)


def test_nobody_elses_and_nothing_in_the_bin(load, learner, stranger):
    for user in (learner, stranger):
        rows = [
            make_contact(user),
            make_position(user),
            make_project(user),
            make_education(user),
            make_held(user, make_credential()),
            make_mention(user),
            make_bullet(user),
        ]
        for row in rows if user == learner else ():
            verbs.put_in_bin(row, at=timezone.now())
    recorded = load()
    assert (recorded.contact, recorded.entries, recorded.sentences) == (Contact(), (), ())


@pytest.mark.parametrize("key", ["", "position", "position:", "position:x", "user:1", "\x00:\x00", "skill:sql"])
def test_what_no_key_names_is_nothing(learner, key):
    assert row_of(learner, key) is None


def test_a_key_names_ones_own_row_alone(learner, stranger):
    row = make_position(stranger)
    assert (row_of(stranger, key_of(row)), row_of(learner, key_of(row))) == (row, None)


@pytest.mark.parametrize("number", [1, 3])
def test_each_table_is_one_query(load, learner, number):
    for _ in range(number):
        position = make_position(learner)
        project = make_project(learner, position=position)
        piece = make_evidence(learner, project=project, skills=[make_skill().slug])
        make_bullet(learner, project=project, evidence=[piece])
        make_held(learner, make_credential())
        make_education(learner)
        make_mention(learner)
    with CaptureQueriesContext(connection) as queries:
        load()
    assert len(queries) == 8
