"""Asking for mail, a sample, and stopping it from the mail, in a real browser, by keyboard alone."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import MailChoices
from tests.browser.test_pages import in_every_setting, sticks_out
from tests.browser.test_signing_in import press, tab_to
from tests.browser.test_stories import sign_in
from tests.factories.accounts import make_user
from tests.factories.interviews import make_interview

PAGE = "/account/mail/"


@pytest.fixture
def learner(site, settings):
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = site
    user = make_user("learner@example.org")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    make_interview(user, company="Acme", on=timezone.localdate() + timedelta(days=9))
    return user


def on():
    return [kind.value for kind in MailChoices.objects.get().on]


def heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


@pytest.mark.parametrize("javascript", [True, False])
def test_ask_for_mail_look_at_a_sample_and_stop_it_from_there_without_signing_in(
    open_page, learner, violations, javascript
):
    page = open_page(width=390, javascript=javascript)
    wrong = []

    def look(one, name):
        for setting in in_every_setting(one) if javascript else ():
            wrong.extend(f"{name}, {setting}: {found}" for found in violations(one))
            if sticks_out(one):
                wrong.append(f"{name} is wider than {setting}")
        one.set_viewport_size({"width": 390, "height": 900})

    sign_in(page, learner.email)
    page.goto(PAGE)
    expect(page.get_by_role("main")).to_contain_text("Nothing: all of it is off.")
    look(page, "nothing on")
    for name in ("Your week, on Mondays", "Interviews"):
        tab_to(page, name, role="checkbox")
        page.keyboard.press("Space")
    press(page, "Save")
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.get_by_role("region", name="What comes next")).to_contain_text("Interview: Acme (First call)")
    look(page, "two on")
    press(page, "Send me a sample of my week")
    expect(page.get_by_role("status")).to_contain_text("The sample is on its way to learner@example.org.")
    (sample,) = mail.outbox
    (link,) = re.findall(r"https?://\S+/mail/w/\S+", sample.body)

    # Somewhere else, where nobody is signed in.
    elsewhere = open_page(width=390, javascript=javascript)
    elsewhere.goto(link)
    heading(elsewhere, "Stop these mails?")
    look(elsewhere, "a link of a mail")
    assert on() == ["digest", "interview"]
    press(elsewhere, "Stop these mails")
    heading(elsewhere, "Stopped")
    look(elsewhere, "stopped")
    assert on() == ["interview"]
    press(elsewhere, "Undo")
    heading(elsewhere, "On again")
    assert on() == ["digest", "interview"]
    press(elsewhere, "Stop them")
    heading(elsewhere, "Stopped")
    page.goto(PAGE)
    expect(page.get_by_role("checkbox", name="Your week, on Mondays")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Interviews")).to_be_checked()
    assert wrong == []


def test_the_page_of_a_mail_can_be_read_narrow_and_wide_by_day_and_by_night(open_page, learner, violations):
    """As mail programs show it, which have no rule against styles of its own."""
    page = open_page(width=390)
    sign_in(page, learner.email)
    page.goto(PAGE)
    press(page, "Send me a sample of my week")
    expect(page.get_by_role("status")).to_contain_text("on its way")
    shown = open_page(width=390)
    shown.set_content(mail.outbox[0].alternatives[0].content)
    wrong = []
    for setting in in_every_setting(shown):
        # What a mail lacks, beside a page: the marks of its parts and a first heading.
        wrong += [f"{setting}: {one}" for one in violations(shown) if "landmark" not in one and "region" not in one]
        if sticks_out(shown):
            wrong.append(f"wider than {setting}")
    assert [one for one in wrong if "page-has-heading-one" not in one] == []
