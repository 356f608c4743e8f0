"""Readers' reports at the desk: what waits comes first, an answer is mailed once, and words stay words."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from curation.models import Report
from tests.factories.accounts import staff_with
from tests.factories.curation import make_report, make_source
from tests.factories.evidence import make_credential
from tests.kit import seen, text, unescaped

pytestmark = pytest.mark.django_db
LIST = "/admin/curation/report/"


def page(report, act="change"):
    return f"{LIST}{report.pk}/{act}/"


def states():
    return list(Report.objects.order_by("pk").values_list("state", "answer", "closed_by__email"))


def test_what_waits_comes_first_row_by_row(curating):
    make_report(title="Closed", state="closed", closed_at=timezone.now())
    make_report(title="Of b", table="a.b")
    make_report(title="Of a", table="a.a")
    make_report(title="Of b too", table="a.b", at="2026-11-01T00:00Z")
    rows = curating.get(LIST).context["cl"].result_list
    assert [row.title for row in rows] == ["Of a", "Of b", "Of b too", "Closed"]


def test_a_report_and_its_row_lead_to_each_other(curating):
    credential = make_credential(name="A credential")
    fee = credential.fees.get()
    public = credential.get_absolute_url()
    of_fee = make_report(page=public, table="evidence.credentialfee", slug=fee.slug, title="The fee", what="<b>Old</b>")
    make_report(page="/skills/", title="Elsewhere")
    make_report(page=public, title="Closed", state="closed", closed_at=timezone.now())
    desk = reverse("admin:evidence_credential_change", args=[credential.pk])
    body = text(curating.get(page(of_fee)))
    assert f'<a href="{public}">Read the page</a>' in body
    assert f'<a href="{desk}">Look after {fee}</a>' in body
    assert "&lt;b&gt;Old&lt;/b&gt;" in body
    assert "Dec 1, 2026, 9:00 AM" in body
    assert [report.title for report in curating.get(desk).context["reports"]] == ["The fee"]
    assert f'<a href="{page(of_fee)}">The fee</a>: <bdi>&lt;b&gt;Old&lt;/b&gt;</bdi>' in text(curating.get(desk))


def test_a_source_shows_its_own_reports_and_not_those_of_its_neighbors(curating):
    mine, other = make_source(), make_source()
    for source in (mine, other):
        make_report(table="curation.source", slug=source.slug, title=source.name)
    shown = curating.get(reverse("admin:curation_source_change", args=[mine.pk])).context["reports"]
    assert [report.title for report in shown] == [mine.name]


def test_whoever_left_an_address_is_told_once_of_each_answer(curating, curator, settings, mailoutbox):
    settings.MAIL_CONFIGURED = True
    report = make_report(email="reader@example.org", title="A\nfee <b>", what="It is old & wrong.")
    for _ in range(2):
        answer = curating.post(page(report, "answer"), {"answer": "Thank you, it is 405 now."}, follow=True)
    assert "It was so already." in seen(answer)
    assert states() == [("answered", "Thank you, it is 405 now.", curator.email)]
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["reader@example.org"], "[TPM Portal] What looked wrong to you")
    assert "It is old & wrong." in mail.body
    assert "Thank you, it is 405 now." in mail.body
    # Answered anew with the same words nobody is told again, with others they are.
    for number, words in ((1, "Thank you, it is 405 now."), (2, "No: 425.")):
        assert "Open again." in seen(curating.post(page(report, "reopen"), follow=True))
        curating.post(page(report, "answer"), {"answer": words})
        assert len(mailoutbox) == number


def test_where_no_mail_is_sent_it_says_so(curating, mailoutbox):
    report = make_report(email="reader@example.org")
    answer = curating.post(page(report, "answer"), {"answer": "Thank you."}, follow=True)
    assert "This site sends no mail, so nobody was told: write to the address below." in seen(answer)
    assert (mailoutbox, Report.objects.get().told_at) == ([], None)
    silent = make_report()
    answer = curating.post(page(silent, "answer"), {"answer": "A note."}, follow=True)
    assert "No address was left, so nobody was told." in seen(answer)


def test_closed_in_another_window_meanwhile_nothing_is_lost(curating):
    report = make_report(email="reader@example.org")
    for _ in range(2):
        assert curating.post(page(report, "close")).url == page(report)
    answer = curating.post(page(report, "answer"), {"answer": "My long answer"})
    assert answer.status_code == 422
    assert "Meanwhile it was closed without an answer, so nobody was told this." in unescaped(answer)
    assert "My long answer" in unescaped(answer)
    assert [state for state, *_ in states()] == ["closed"]
    curating.post(page(report, "reopen"))
    curating.post(page(report, "answer"), {"answer": "My long answer"})
    assert "Meanwhile it was answered." in seen(curating.post(page(report, "close"), follow=True))


@pytest.mark.parametrize(("words", "why"), [("", "required"), ("a" * 4001, "at most 4000"), ("a\0", "Null characters")])
def test_an_answer_that_cannot_be_taken_is_named(curating, words, why):
    report = make_report()
    answer = curating.post(page(report, "answer"), {"answer": words})
    assert (answer.status_code, why in unescaped(answer)) == (422, True)
    assert states() == [("open", "", None)]


def test_several_are_closed_at_once_and_only_those_that_wait(curating, curator):
    first, second = make_report(), make_report(state="answered", answer="Done", closed_at=timezone.now())
    curating.post(LIST, {"action": "close_several", "_selected_action": [first.pk, second.pk]})
    assert states() == [("closed", "", curator.email), ("answered", "Done", None)]


def test_who_may_only_look_deals_with_none_and_others_see_none(client):
    report = make_report(what="A private word")
    client.force_login(staff_with("view_report"))
    assert "Answer and close" not in text(client.get(page(report)))
    assert [client.post(page(report, act)).status_code for act in ("answer", "close", "reopen")] == [403] * 3
    client.force_login(staff_with("change_source", "view_source"))
    assert client.get(page(report)).status_code == 403
    source = make_source(slug="s")
    make_report(table="curation.source", slug="s", what="A private word")
    assert "A private word" not in text(client.get(reverse("admin:curation_source_change", args=[source.pk])))


def test_acts_are_pressed_and_not_read(curating):
    report = make_report()
    assert [curating.get(page(report, act)).status_code for act in ("answer", "close", "reopen")] == [405] * 3
    assert curating.post(f"{LIST}999/close/").status_code == 302
    assert curating.get(f"{LIST}999/change/").status_code == 302


@pytest.mark.parametrize("number", [1, 1000])
def test_a_thousand_that_wait_are_listed_in_as_many_queries_as_one(curating, django_assert_num_queries, number):
    common = {"page": "/skills/", "title": "Skills", "what": "Wrong", "at": timezone.now()}
    Report.objects.bulk_create(Report(token=uuid.UUID(int=n), **common) for n in range(number))
    with django_assert_num_queries(5):
        assert curating.get(LIST).status_code == 200
