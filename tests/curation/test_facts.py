"""Facts over all tables of content: which rest on a source, which nobody has compared for a year."""

from datetime import date

import pytest
from django.utils import timezone

from curation import facts
from curation.models import Source
from evidence.models import CredentialFee, EligibilityPath
from roadmap.models import MarketFact, Resource
from salaries.models import Distribution, Method, SalaryClaim
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential
from tests.factories.interviews import make_question
from tests.factories.salaries import make_claim, make_distribution

pytestmark = pytest.mark.django_db
TODAY = date(2027, 12, 1)


def told(found):
    return [(fact.kind, fact.text, fact.day) for fact in found[0:50]]


def test_tables_of_facts_are_found_by_rule():
    found = {table.model: table for table in facts.tables()}
    assert (found[CredentialFee].sources, found[CredentialFee].dated) == (("source",), True)
    assert (found[SalaryClaim].sources, found[SalaryClaim].dated) == (("distribution__source",), True)
    assert (set(found[MarketFact].sources), found[MarketFact].dated) == ({"source", "note_sources"}, False)
    assert (found[Method].dated, found[Source].sources) == (False, ())
    # A distribution carries the source of its claims, and a link that was opened is no fact.
    assert not {Distribution, Resource} & found.keys()


def test_what_rests_on_a_source_comes_from_every_table_once_the_oldest_first():
    source = make_source()
    credential = make_credential(name="PMP")
    CredentialFee.objects.update(source=source, checked_on=date(2026, 3, 1))
    EligibilityPath.objects.update(source=source, checked_on=date(2026, 2, 1))
    credential.sources.add(source, make_source())
    type(credential).objects.update(hours_source=source)
    claim = make_claim(distribution=make_distribution(source=source), checked_on=date(2026, 11, 23))
    make_claim()
    make_question(source=source, retired_at=timezone.now())
    found = facts.resting_on(source)
    fee, path = credential.fees.get(), EligibilityPath.objects.get()
    assert told(found) == [
        ("eligibility path", f"PMP: {path}", date(2026, 2, 1)),
        ("credential fee", f"PMP: {fee}", date(2026, 3, 1)),
        ("claim", f"{claim.distribution}: {claim}", date(2026, 11, 23)),
        ("credential", "PMP", None),
    ]
    assert (len(found), [fact.key for fact in found[1:2]]) == (4, [f"evidence.credentialfee:{fee.pk}"])


def test_a_fact_is_overdue_after_a_year_or_on_its_own_day():
    make_source(name="Read a year ago", publisher="P", checked_on=date(2026, 12, 1))
    make_source(name="Read longer ago", publisher="P", checked_on=date(2026, 11, 30))
    make_source(name="No longer used", checked_on=date(2020, 1, 1), retired_at=timezone.now())
    recent = make_source(checked_on=TODAY)
    for day in (date(2027, 11, 30), date(2027, 12, 1)):
        make_claim(distribution=make_distribution(source=recent), checked_on=date(2026, 12, 1), review_by=day)
    found = facts.overdue(TODAY)
    assert [(fact.kind, fact.day, fact.due) for fact in found[0:9]] == [
        ("source", date(2026, 11, 30), None),
        ("claim", date(2026, 12, 1), date(2027, 11, 30)),
    ]
    assert len(facts.overdue(TODAY, may=lambda model: model is Source)) == 1


def test_noting_a_check_moves_the_day_of_review_too_and_never_back():
    source, claim = (
        make_source(checked_on=date(2028, 1, 1)),
        make_claim(checked_on=date(2026, 12, 1), review_by=date(2027, 6, 1)),
    )
    assert facts.note_checked([source, claim], on=TODAY) == 1
    source.refresh_from_db()
    claim.refresh_from_db()
    assert (source.checked_on, claim.checked_on, claim.review_by) == (date(2028, 1, 1), TODAY, date(2028, 12, 1))


def test_a_mark_tells_wordings_apart_and_not_days():
    source = make_source()
    before = facts.fact_of(source).mark
    source.checked_on = TODAY
    assert facts.fact_of(source).mark == before
    source.date = "June 2025"
    assert facts.fact_of(source).mark != before


def test_every_shipped_fact_can_be_listed_in_few_queries(seeded, django_assert_max_num_queries):
    busiest = max(Source.objects.all(), key=lambda source: len(facts.resting_on(source)))
    with django_assert_max_num_queries(12):
        found = facts.resting_on(busiest)
        assert len(found) == len(found[0:5000]) > 100
