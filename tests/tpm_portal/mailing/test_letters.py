"""A mail says the same as a text and as a page, and mail programs can stop it with one press."""

import email
import re
from datetime import date, timedelta
from email import policy
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import MailChoices, MailKind, User
from tpm_portal.mailing.letters import Letter, Line, Part, message
from tpm_portal.mailing.stopping import LETTERS, OF_KIND, stop_path

CHOICES = MailChoices(user=User(email="learner@example.org"))
LONGEST_SITE = "https://career-portal.a-company-with-a-name.example"
LETTER = Letter(
    kind=MailKind.INTERVIEW,
    subject="Interview tomorrow",
    lead="This is coming up.",
    parts=(
        Part("Interviews", (Line("Müller & Söhne <Berlin>", "/interviews/1/", "tomorrow, 9:00 AM CET"),)),
        Part("More", (), "Nothing with a date."),
    ),
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
LINES = st.builds(Line, WORDS, st.just("/roadmap/"), st.just("") | WORDS)


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = LONGEST_SITE


def made(letter=LETTER, **more):
    return message(letter, CHOICES, to="learner@example.org", **more)


def facts_of_text(body):
    """The words of a mail and its addresses, in their order."""
    addresses = re.findall(r"https?://\S+", body)
    words = re.sub(r"https?://\S+|^- ", " ", body, flags=re.MULTILINE)
    return " ".join(words.split()), addresses


def facts_of_page(page):
    body = page.partition("<body")[2]
    addresses = re.findall(r'href="([^"]*)"', body)
    words = unescape(re.sub(r"<[^>]+>", "", "<body" + body))
    return " ".join(words.split()), [unescape(one) for one in addresses]


def same(letter, **more):
    mail = made(letter, **more)
    text, page = facts_of_text(mail.body), facts_of_page(mail.alternatives[0].content)
    # Alone the marks after a link differ, which a text has on a line of its own.
    plain = [re.sub(r"[:,.]", "", words).replace(" ", "") for words, _ in (text, page)]
    return plain[0] == plain[1] and text[1] == page[1]


@pytest.mark.parametrize("sample", [False, True])
def test_text_and_page_say_the_same(sample):
    assert same(LETTER, sample=sample)


@given(lines=st.lists(LINES, max_size=4), none=WORDS)
def test_text_and_page_say_the_same_whatever_stands_in_it(lines, none):
    assert same(Letter(MailKind.DIGEST, "Your week", "Hello.", (Part("Last week", tuple(lines), none),)))


def test_a_mail_program_gets_one_link_that_stops_these_mails_with_one_press():
    """RFC 8058. Read back as it is sent: one line, in no code, since mail programs follow nothing else."""
    raw = made().message().as_bytes()
    assert all(len(line) < 998 for line in raw.splitlines())
    head = raw.partition(b"\n\n")[0].decode().splitlines()
    link = f"<{LONGEST_SITE}{stop_path(CHOICES, MailKind.INTERVIEW)}>"
    assert [line.strip() for line in head if link in line] == [link]
    assert len(link) <= 78
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in head
    read = email.message_from_bytes(raw, policy=policy.default)
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert read["List-Unsubscribe"].strip() == link
    assert read["Subject"] == "[TPM Portal] Interview tomorrow"
    assert "Müller & Söhne <Berlin>" in read.get_body(("plain",)).get_content()


def test_one_press_is_offered_for_https_alone(settings):
    settings.SITE_URL = "http://localhost:8000"
    headers = made().extra_headers
    assert set(headers) == {"List-Unsubscribe"}
    assert headers["List-Unsubscribe"].startswith("<http://localhost:8000/mail/i/")


def test_each_kind_has_a_letter_of_its_own_in_the_links():
    assert set(LETTERS.values()) == set(MailKind) == set(OF_KIND)
    assert len({stop_path(CHOICES, kind) for kind in MailKind}) == len(MailKind)
    assert stop_path(CHOICES, MailKind.EXAM) != stop_path(MailChoices(), MailKind.EXAM)


def test_what_runs_over_lines_stays_on_one_in_the_text():
    from zoneinfo import ZoneInfo

    from keeping.dated import Dated, Kind
    from tests.factories import NOW
    from tpm_portal.mailing.week import line_of

    today = date(2027, 1, 11)
    one = Dated(Kind.TASK, "u", "Two\r\nlines\tand more", today + timedelta(days=1), "/x/", NOW)
    line = line_of(one, today=today, zone=ZoneInfo("UTC"))
    assert (line.words, line.said) == ("Two lines and more", "tomorrow, Tuesday, Jan 12")
