"""What an error leaves behind: where it broke and which rule refused it, never what a learner wrote."""

import logging
import traceback

import pytest
from django.conf import settings as site
from django.db import DataError, IntegrityError, connection
from django.utils import timezone
from django.utils.log import AdminEmailHandler
from django.utils.module_loading import import_string

from evidence.models import Evidence
from tpm_portal.error_reports import WithoutContent

SECRET = "Zanzibar"
REFUSALS = {
    "a rule of the table": (
        f"ADD CONSTRAINT evidence_no_place CHECK (happened <> '{SECRET}')",
        IntegrityError,
        'new row for relation "evidence_evidence" violates check constraint "evidence_no_place"',
    ),
    "a value of another type": (
        "ALTER COLUMN do_not_claim TYPE integer USING 0",
        DataError,
        "PostgreSQL refused it with SQLSTATE 22P02. What it said is left out: it may repeat a text.",
    ),
}


@pytest.fixture
def console():
    """What the site's own handler would print, line by line as it is set up."""
    printed = []

    class Console(logging.Handler):
        def emit(self, record):
            record.request_id = "-"
            printed.append(self.format(record))
            chain = traceback.TracebackException(*record.exc_info, capture_locals=False) if record.exc_info else None
            while chain is not None:
                printed.append("".join(chain.format()))
                chain = chain.__cause__ or chain.__context__

    handler = Console()
    handler.setFormatter(import_string(site.LOGGING["formatters"]["line"]["()"])())
    logging.getLogger().addHandler(handler)
    yield printed
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_row_that_the_database_refuses_is_quoted_nowhere(client, learner, settings, mailoutbox, console, refusal):
    change, kind, said = REFUSALS[refusal]
    settings.ADMINS = [("Operator", "operator@example.org")]
    client.force_login(learner)
    client.raise_request_exception = False
    mail = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(mail)
    form = {
        "happened": SECRET,
        "on": f"{timezone.localdate():%Y-%m-%d}",
        "do_not_claim": SECRET,
        "token": "6f0e3f0c-7a0f-4b7e-9d53-0d7a5a0f2c11",
        "seen": "0",
    }
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE evidence_evidence {change}")
        response = client.post("/evidence/add/", form)
    finally:
        logging.getLogger("django.request").removeHandler(mail)
    assert response.status_code == 500
    error = response.exc_info[1]
    assert (type(error), str(error), str(error.__cause__)) == (kind, said, said)
    # The server did quote the row, so there is something to keep quiet about.
    assert SECRET in error.__cause__.pgerror
    html = [str(alternative.content) for report in mailoutbox for alternative in report.alternatives]
    reports = [report.subject + report.body for report in mailoutbox]
    assert [said.split('"')[0] in text for text in [*console, *reports]] == [True] * len([*console, *reports])
    assert (len(reports), len(html)) == (2, 1)
    assert [SECRET in text for text in [*console, *reports, *html]] == [False] * len([*console, *reports, *html])


def test_code_that_asks_still_learns_what_was_refused(learner):
    with pytest.raises(IntegrityError) as caught:
        Evidence.objects.create(user=learner, happened="", on=timezone.localdate(), created_at=timezone.now())
    diag = caught.value.__cause__.diag
    assert (diag.constraint_name, diag.message_detail.startswith("Failing row contains (")) == (
        "evidence_evidence_says_something",
        True,
    )


def test_a_cookie_is_named_in_a_report_and_its_value_is_not(rf):
    request = rf.get("/")
    request.COOKIES = {"typed": SECRET}
    reported = WithoutContent().get_safe_cookies(request)
    assert (list(reported), SECRET in str(reported)) == (["typed"], False)
