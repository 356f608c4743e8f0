"""What is told of a request that failed, everywhere where it is told."""

import logging
from functools import partial
from html import unescape

import pytest
from django.db import connection
from django.utils.log import AdminEmailHandler
from django.views.debug import get_exception_reporter_class


@pytest.fixture
def operator(settings):
    """Somebody who gets the long report by mail, beside the short one that Django sends."""
    settings.ADMINS = [("Operator", "operator@example.org")]
    mail = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(mail)
    yield
    logging.getLogger("django.request").removeHandler(mail)


@pytest.fixture
def told(operator, client, caplog, capfd, mailoutbox):
    """A function: post a form that cannot be kept, as the disk is full. Returns what is told of it, by where.

    The form sends ``anyway``, by which the mails are known to name what was sent. What writes nothing fails as it reads
    the table ``reading``.
    """

    def post(address, sent, *, reading=""):
        client.raise_request_exception = False
        caplog.set_level(logging.DEBUG)
        with connection.execute_wrapper(partial(_refuse, f'FROM "{reading}"') if reading else _refuse_to_write):
            response = client.post(address, {"anyway": 1, **sent})
        assert response.status_code == 500
        record = next(record for record in caplog.records if record.name == "django.request")
        reporter = get_exception_reporter_class(record.request)(record.request, *record.exc_info)
        pages = [unescape(str(page.content)) for mail in mailoutbox for page in mail.alternatives]
        reports = {
            "text": reporter.get_traceback_text(),
            "page of the report": unescape(reporter.get_traceback_html()),
            "log": caplog.text,
            "mails": "".join(mail.body for mail in mailoutbox),
            "page of the mail": "".join(pages),
            "terminal": "".join(capfd.readouterr()),
            "answer": unescape(response.content.decode()),
        }
        tell = ("text", "page of the report", "log", "mails", "page of the mail")
        assert ["the disk is full" in reports[name] for name in tell] == [True] * 5
        # Both mails name what was sent, and the long one shows every frame.
        assert ["anyway" in mail.body for mail in mailoutbox] == [True] * 2
        assert ["_refuse" in page for page in pages] == [True]
        return reports

    return post


def _refuse_to_write(execute, sql, params, many, context):
    if sql.startswith(("INSERT INTO", "UPDATE")) and "django_session" not in sql:
        raise OSError("the disk is full")
    return execute(sql, params, many, context)


def _refuse(part, execute, sql, params, many, context):
    if part in sql:
        raise OSError("the disk is full")
    return execute(sql, params, many, context)
