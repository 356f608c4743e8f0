"""A curator has opened a source: what still holds gets today's day in one act, what does not is to be corrected."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from curation.changes import Batch, Change
from curation.facts import fact_of, key_of, tables
from curation.models import Report, Source
from curation.putting_back import undo
from evidence.models import CredentialFee
from tests.factories.accounts import staff_with
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential
from tests.factories.salaries import make_claim, make_distribution
from tests.forms import forms_of
from tests.kit import seen, unescaped

pytestmark = pytest.mark.django_db
# Within the year in which nothing is past its review.
THEN = timezone.localdate() - timedelta(days=300)
OVERDUE = "/admin/curation/source/overdue/"


@pytest.fixture
def source():
    """It says what two credentials cost, and what the exam of one of them is like."""
    source = make_source(publisher="PMI", name="Handbook", checked_on=THEN)
    for name in ("A", "B"):
        make_credential(name=name)
    CredentialFee.objects.update(source=source, checked_on=THEN)
    return source


@pytest.fixture
def fees(source):
    return list(CredentialFee.objects.order_by("credential__name"))


def nothing_is_past_its_review():
    for table in tables():
        if table.dated:
            table.model.objects.update(checked_on=timezone.localdate())


def at(source):
    return reverse("admin:curation_source_facts", args=[source.pk])


def the_form(answer, path):
    return next(form for form in forms_of(answer, path) if any(name.startswith("mark-") for name, _ in form.fields))


def sent(client, path, said, **more):
    """The form of a page as it is sent once something is said of some facts."""
    form = the_form(client.get(path), path)
    chosen = {f"fact-evidence.credentialfee:{fee.pk}": choice for fee, choice in said.items()}
    return form.data(("", "", ""), **chosen, **more)


def days():
    return [fee.checked_on for fee in CredentialFee.objects.order_by("credential__name")]


def test_what_still_holds_is_dated_today_with_its_source_in_one_act(curating, curator, source, fees):
    today = timezone.localdate()
    data = sent(curating, at(source), {fees[0]: "holds"})
    for _ in range(2):
        assert curating.post(at(source), data).url == f"{at(source)}?page=1"
        source.refresh_from_db()
        assert (days(), source.checked_on) == ([today, THEN], today)
    (batch,) = Batch.objects.all()
    assert (batch.what, batch.kind, batch.by) == ("Checked today: 1 fact of “PMI: Handbook”", "bulk", curator)
    tables = set(Change.objects.filter(batch=batch).values_list("table", flat=True))
    assert tables == {"evidence_credentialfee", "curation_source"}
    assert "1 fact checked today." in seen(curating.get(at(source)))


def test_what_no_longer_holds_becomes_a_report_once_and_keeps_its_day(curating, curator, source, fees):
    data = sent(curating, at(source), {fees[1]: "no_longer"}, **{f"note-evidence.credentialfee:{fees[1].pk}": "$425"})
    for _ in range(2):
        assert curating.post(at(source), data).status_code == 302
        # Nor is it said again once somebody has dealt with it.
        Report.objects.update(state="closed", closed_at=timezone.now())
    report = Report.objects.get()
    assert (report.table, report.slug, report.user) == ("evidence.credentialfee", fees[1].slug, curator)
    assert (report.page, report.title) == (fees[1].credential.get_absolute_url(), f"B: {fees[1]}")
    assert re.fullmatch(r"PMI: Handbook, opened on [A-Z][a-z]{2} \d+, 20\d\d, says otherwise\. \$425", report.what)
    # Nothing holds, so the source was not read to its end either.
    assert (days(), Source.objects.get(pk=source.pk).checked_on) == ([THEN, THEN], THEN)
    assert "1 fact to be corrected, now among the readers' reports." in unescaped(curating.get(at(source)))


def test_a_fact_that_another_window_corrected_is_read_again_before_it_is_dated(curating, source, fees):
    data = sent(curating, at(source), {fees[0]: "holds", fees[1]: "holds"})
    CredentialFee.objects.filter(pk=fees[0].pk).update(amount=425)
    answer = curating.post(at(source), data)
    assert answer.status_code == 422
    assert "Changed in another window since you opened this: “A: " in unescaped(answer)
    assert days() == [THEN, THEN]
    form = the_form(answer, at(source))
    curating.post(at(source), form.data())
    assert days() == [timezone.localdate()] * 2


def test_a_fact_that_went_elsewhere_meanwhile_is_named_and_nothing_is_saved(curating, source, fees):
    data = sent(curating, at(source), {fees[0]: "holds", fees[1]: "holds"})
    CredentialFee.objects.filter(pk=fees[0].pk).update(source=make_source())
    answer = curating.post(at(source), data)
    assert "One of the facts no longer rests on it, or is retired." in unescaped(answer)
    assert days() == [THEN, THEN]


@pytest.mark.parametrize(
    "key", ["evidence.credentialfee:x", "x", "accounts.user:1", "evidence.credentialfee:" + "9" * 30, "a\0:1"]
)
def test_what_is_no_fact_is_no_choice(curating, source, fees, key):
    answer = curating.post(at(source), {f"fact-{key}": "holds"})
    assert answer.status_code == 422
    assert days() == [THEN, THEN]


@pytest.mark.parametrize("note", ["a\0b", "a" * 501])
def test_a_note_that_cannot_be_taken_is_named_and_kept(curating, source, fees, note):
    data = sent(curating, at(source), {fees[0]: "no_longer"}, **{f"note-evidence.credentialfee:{fees[0].pk}": note})
    answer = curating.post(at(source), data)
    assert "At most 500 plain characters about “A: " in unescaped(answer)
    assert not Report.objects.exists()


def test_nothing_is_ticked_by_itself_and_all_are_at_a_press_that_saves_nothing(curating, source, fees):
    form = the_form(curating.get(at(source)), at(source))
    assert {value for name, value in form.fields if name.startswith("fact-")} == {""}
    answer = curating.post(at(source), form.data())
    assert "Nothing is ticked, so nothing was saved." in unescaped(answer)
    answer = curating.post(at(source), form.data(("all", "1", "")))
    assert {value for name, value in the_form(answer, at(source)).fields if name.startswith("fact-")} == {"holds"}
    assert days() == [THEN, THEN]


def test_who_may_not_change_a_table_reads_its_facts_and_dates_none(client, source, fees):
    client.force_login(staff_with("change_source", "view_source"))
    body = unescaped(client.get(at(source)))
    assert body.count("Only others may change it.") == 2
    data = {f"fact-evidence.credentialfee:{fees[0].pk}": "holds", f"mark-{key_of(fees[0])}": fact_of(fees[0]).mark}
    assert client.post(at(source), data).status_code == 422
    assert days() == [THEN, THEN]
    client.force_login(staff_with("view_source"))
    assert [client.get(at(source)).status_code, client.post(OVERDUE, data).status_code] == [403, 403]


def test_all_that_is_past_its_review_is_one_list_and_leaves_it_once_compared(curating, source, fees):
    nothing_is_past_its_review()
    CredentialFee.objects.filter(pk=fees[0].pk).update(checked_on=date(2020, 1, 1))
    Source.objects.filter(pk=source.pk).update(checked_on=THEN)
    page = curating.get(OVERDUE)
    assert [line.fact.text for line in page.context["lines"]] == [f"A: {fees[0]}"]
    data = sent(curating, OVERDUE, {fees[0]: "holds"})
    for _ in range(2):
        assert curating.post(OVERDUE, data).url == OVERDUE
    assert "Nothing is past its review." in seen(curating.get(OVERDUE))
    assert [batch.what for batch in Batch.objects.all()] == ["Checked today: 1 fact"]
    # Its source was not opened.
    source.refresh_from_db()
    assert source.checked_on == THEN


def test_the_whole_check_is_undone_as_one(curating, curator, source, fees):
    claim = make_claim(distribution=make_distribution(source=source), review_by=date(2026, 12, 2))
    data = sent(curating, at(source), {fees[0]: "holds"}, **{f"fact-{key_of(claim)}": "holds"})
    curating.post(at(source), data)
    claim.refresh_from_db()
    assert claim.review_by > timezone.localdate()
    undo(batch=Batch.objects.get(), by_id=curator.pk, at=timezone.now())
    claim.refresh_from_db()
    source.refresh_from_db()
    assert (days(), source.checked_on, claim.review_by) == ([THEN, THEN], THEN, date(2026, 12, 2))


@pytest.mark.parametrize("number", [1, 3])
def test_query_count(curating, django_assert_num_queries, number):
    for _ in range(number):
        make_credential()
    nothing_is_past_its_review()
    source = make_source(checked_on=date(2020, 1, 1))
    CredentialFee.objects.update(source=source, checked_on=date(2020, 1, 1))
    with django_assert_num_queries(6):
        assert curating.get(at(source)).status_code == 200
    with django_assert_num_queries(6):
        assert curating.get(OVERDUE).status_code == 200
    assert f'href="{at(source)}"' in unescaped(curating.get(reverse("admin:curation_source_change", args=[source.pk])))
