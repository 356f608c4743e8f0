"""What an error report and a log may say: where it broke, never what a learner wrote nor the secret of a link."""

import logging
import re
from types import FrameType
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

Text = TypeVar("Text", bound=str)

# A link that works without an account: whoever reads it can open it, or stop somebody's mail.
SECRET = re.compile(
    r"(/interviews/help/|/resumes/review/|/mail/[a-z]/|/account/calendar/(?=[^/\s]+\.ics))[^/\s?#\"'&<]+"
)
HIDDEN = r"\1********"


def hide(text: Text) -> Text:
    """A text with the secrets of links to helpers' and reviewers' pages and of calendars hidden."""
    return type(text)(SECRET.sub(HIDDEN, text))


class HideSecrets(logging.Filter):
    """Hides the secrets in the addresses that Django logs, before any handler sees them."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(hide(one) if isinstance(one, str) else one for one in record.args)
        record.msg = hide(str(record.msg))
        return True


class Report(ExceptionReporter):
    """Django's report without the secrets in addresses, wherever in it they stand, and without the names of files."""

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        if self.filter.is_active(self.request):
            # What somebody calls their resume says who they are.
            sent = data.get("request_FILES_items", ())
            data["request_FILES_items"] = [(name, WithoutContent.cleansed_substitute) for name, _ in sent]
        return data

    def get_traceback_text(self) -> SafeString:
        return hide(super().get_traceback_text())

    def get_traceback_html(self) -> SafeString:
        return hide(super().get_traceback_html())


class WithoutContent(SafeExceptionReporterFilter):
    """Hides the values of every variable, of every cookie and of all that was posted, whatever the view marked."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        if request is None:
            return {}
        if not self.is_active(request):
            return request.POST
        return dict.fromkeys(request.POST, self.cleansed_substitute)

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        # One of them holds what a visitor typed.
        if request is None:
            return {}
        if not self.is_active(request):
            return request.COOKIES
        return dict.fromkeys(request.COOKIES, self.cleansed_substitute)

    def get_traceback_frame_variables(self, request: HttpRequest, tb_frame: FrameType) -> Any:
        if not self.is_active(request):
            return tb_frame.f_locals.items()
        return [(name, self.cleansed_substitute) for name in tb_frame.f_locals]
