"""How somebody signs in, in a real browser: passkey, app, recovery code and devices, by keyboard."""

import re

import pytest
from allauth.mfa.totp.internal import auth
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.test_pages import in_every_setting, sticks_out
from tests.browser.test_stories import sign_in
from tests.factories.accounts import PASSWORD, codes_of, make_app, make_user

PAGE = "/account/signing-in/"


@pytest.fixture
def learner(site):
    return make_user("learner@example.org")


def with_a_finger(page):
    """A device that holds passkeys, and whose owner always shows a finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    said = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": options | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    return session, said["authenticatorId"]


def tab_to(page, name, *, role="button"):
    """Go on by Tab alone until something has the focus."""
    wanted = page.get_by_role("main").get_by_role(role, name=name)
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {name}")


def press(page, name, *, role="button"):
    tab_to(page, name, role=role)
    page.keyboard.press("Enter")


def show_who_it_is(page):
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this still you?")
    tab_to(page, "Password", role="textbox")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def code_of(secret):
    """What an app shows next: while a test signs in and sets up in the same half minute, each code is taken once."""
    counters = list(auth.yield_hotp_counters_from_time())
    return [auth.format_hotp_value(auth.hotp_value(secret, one)) for one in counters[1:]]


def sign_out(page):
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_have_count(0)


def title(page):
    return expect(page.get_by_role("heading", level=1))


def test_a_passkey_is_made_and_used_by_keyboard_alone_at_both_widths(open_page, learner, violations):
    page = open_page(width=390)
    wrong = []

    def look(name):
        for setting in in_every_setting(page):
            wrong.extend(f"{name}, {setting}: {one}" for one in violations(page))
            if sticks_out(page):
                wrong.append(f"{name} is wider than {setting}")
        page.set_viewport_size({"width": 390, "height": 900})

    axe.offer(page)
    session, device = with_a_finger(page)
    sign_in(page)
    page.goto(PAGE)
    look("signing in")
    press(page, "Make a passkey", role="link")
    look("is this still you")
    show_who_it_is(page)
    title(page).to_have_text("Make a passkey")
    expect(page.get_by_text("your password alone no longer signs you in")).to_be_visible()
    look("make a passkey")
    expect(page.get_by_label("Name")).to_have_value("Chrome on Linux")
    press(page, "Make the passkey")
    title(page).to_have_text("Recovery codes")
    look("recovery codes")
    assert len(session.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]) == 1

    # A second one on the same device is refused in words.
    page.goto("/account/passkeys/add/")
    press(page, "Make the passkey")
    expect(page.get_by_role("alert")).to_contain_text("This device already has a passkey for your account")

    # It signs in by itself, on the way to the page that was wanted.
    sign_out(page)
    page.goto("/account/login/?next=/guide/")
    look("sign in")
    press(page, "Use a passkey")
    page.wait_for_url("**/guide/")
    expect(page.get_by_role("button", name="Sign out", exact=True).first).to_be_visible()

    # After the password it is the second step, and it answers "is this still you".
    sign_out(page)
    page.goto("/account/login/")
    page.get_by_label("Email").fill(learner.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    title(page).to_have_text("One more step")
    look("one more step")
    press(page, "Use your passkey")
    expect(page.get_by_role("button", name="Sign out", exact=True).first).to_be_visible()
    page.goto(PAGE)
    press(page, re.compile("Rename or remove"), role="link")
    press(page, "Use a passkey", role="link")
    look("is this still you, by passkey")
    press(page, "Use your passkey")
    title(page).to_have_text("Chrome on Linux")
    look("a passkey")
    press(page, "Remove this passkey")
    expect(page.get_by_role("status").first).to_contain_text("no longer signs you in")
    assert wrong == []


def test_who_says_no_to_the_browser_is_told_that_nothing_has_changed(open_page, learner):
    page = open_page()
    session, device = with_a_finger(page)
    sign_in(page)
    page.goto("/account/passkeys/add/")
    show_who_it_is(page)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    press(page, "Make the passkey")
    expect(page.get_by_role("alert")).to_contain_text("Nothing has changed")
    expect(page.get_by_role("button", name="Make the passkey")).to_be_focused()
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": True})
    page.keyboard.press("Enter")
    title(page).to_have_text("Recovery codes")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_app_is_set_up_and_used_and_a_recovery_code_gets_in_once(open_page, learner, violations, javascript):
    page = open_page(width=390, javascript=javascript)
    sign_in(page)
    page.goto(PAGE)
    press(page, "Set up an authenticator app", role="link")
    show_who_it_is(page)
    title(page).to_have_text("Set up an authenticator app")
    picture = page.get_by_role("img", name="The key below")
    assert picture.evaluate("one => one.complete") if javascript else picture.is_visible()
    secret = page.locator(".key").inner_text().replace(" ", "")
    now, after = code_of(secret)
    if javascript:
        assert picture.evaluate("one => one.naturalWidth") > 100
        assert violations(page) == []
    tab_to(page, "Six-digit code from the app", role="textbox")
    page.keyboard.type(now)
    page.keyboard.press("Enter")
    title(page).to_have_text("Recovery codes")
    with page.expect_download() as file:
        press(page, "Download as text", role="link")
    kept = file.value.path().read_text()
    codes = re.findall(r"^\d{4} \d{4}$", kept, re.MULTILINE)
    assert [code.replace(" ", "") for code in codes] == codes_of(learner)

    def with_a_code(code):
        sign_out(page)
        page.goto("/account/login/")
        page.get_by_label("Email").fill(learner.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        title(page).to_have_text("One more step")
        page.get_by_label("Code from your authenticator app, or a recovery code").fill(code)
        page.keyboard.press("Enter")

    for code in (after, codes[0]):
        with_a_code(code)
        expect(page.get_by_role("button", name="Sign out", exact=True).first).to_be_visible()
    page.goto(PAGE)
    expect(page.get_by_text("9 left.")).to_be_visible()
    with_a_code(codes[0])
    expect(page.get_by_text("This code is not right, or it was used already.")).to_be_visible()


def test_without_javascript_the_pages_say_that_passkeys_need_it(open_page, learner):
    page = open_page(javascript=False)
    sign_in(page)
    page.goto("/account/passkeys/add/")
    show_who_it_is(page)
    expect(page.get_by_text("This needs JavaScript and a browser that knows passkeys.")).to_be_visible()
    expect(page.get_by_role("button", name="Make the passkey")).to_be_hidden()
    sign_out(page)
    page.goto("/account/login/")
    expect(page.get_by_role("button", name="Use a passkey")).to_be_hidden()


def test_a_device_is_signed_out_and_is_out_with_its_next_press(open_page, learner):
    here, there = open_page(), open_page(width=390)
    sign_in(there)
    sign_in(here)
    here.goto(PAGE)
    other = here.get_by_role("listitem").filter(has_text="Signed in").filter(has_not_text="this device")
    expect(other).to_have_count(1)
    press(here, re.compile("Sign out Chrome on Linux"))
    expect(here.get_by_role("status").first).to_contain_text("That device is signed out.")
    expect(other).to_have_count(0)
    there.goto(PAGE)
    title(there).to_have_text("Sign in")
    sign_in(there)
    here.reload()
    expect(other).to_have_count(1)
    press(here, "Sign out everywhere else")
    expect(here.get_by_role("status").first).to_contain_text("signed out everywhere but here")
    there.goto(PAGE)
    title(there).to_have_text("Sign in")


def test_a_curator_sets_up_a_second_step_on_the_way_to_the_desk(open_page, site, settings):
    settings.STAFF_SECOND_FACTOR = True
    curator = make_user("curator@example.org", is_staff=True, is_superuser=True)
    page = open_page()
    page.goto("/admin/")
    page.get_by_label("Email").fill(curator.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    title(page).to_have_text("Signing in")
    expect(page.get_by_text("You help look after this site.")).to_be_visible()
    make_app(curator)
    page.goto("/admin/")
    expect(page).to_have_title(re.compile("desk|Site administration", re.IGNORECASE))
