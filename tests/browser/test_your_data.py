"""Take all out, leave, sign up anew, and bring it back: by keyboard, on a phone, without JavaScript too."""

import json
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from accounts.models import User
from keeping.taking.export import documents
from tests.browser.test_stories import enter
from tests.factories.accounts import PASSWORD
from tests.factories.evidence import make_evidence, make_project
from tests.factories.interviews import make_interview, make_story
from tests.factories.resumes import make_bullet, make_resume


def record(learner):
    piece = make_evidence(learner, happened="The outage was over", project=make_project(learner))
    make_story(learner, headline="The outage", evidence=[piece.pk])
    make_bullet(learner, evidence=[piece])
    make_resume(learner)
    make_interview(learner, company="Acme")


def press(page, role, name):
    """Reach it as people without a mouse do, by the Tab key, and press it."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    expect(wanted).to_be_visible()
    for _ in range(80):
        if wanted.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_out_gone_anew_and_back_again(open_page, violations, learner, tmp_path, javascript):
    record(learner)
    was = b"".join(documents(learner))
    page = open_page(width=390, javascript=javascript)

    def fine():
        # axe-core is a script itself.
        if javascript:
            assert violations(page) == []

    enter(page)
    page.goto("/account/preferences/")
    press(page, "link", "Delete your account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Delete your account")
    expect(page.locator(".kept")).to_contain_text("1 thing you did")
    fine()
    with page.expect_download() as downloading:
        press(page, "link", "Download everything")
    assert downloading.value.suggested_filename.startswith("tpm-portal-")
    archive = tmp_path / "mine.zip"
    downloading.value.save_as(archive)
    if javascript:
        expect(page.locator(".download [role=status]")).to_contain_text("Done: tpm-portal-")
        fine()
    with ZipFile(archive) as opened:
        assert opened.testzip() is None
        assert opened.read("everything.json") == was
    page.get_by_label("Your password").fill(PASSWORD)
    press(page, "button", "Delete my account")
    expect(page.get_by_role("status").first).to_contain_text("Your account is deleted, with everything in it.")
    assert not User.objects.exists()
    page.goto("/account/signup/")
    page.get_by_label("Email").fill("learner@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto("/account/data/")
    fine()
    press(page, "link", "Bring in an archive")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bring it in")
    fine()
    page.get_by_label("Your archive").set_input_files(archive)
    press(page, "button", "Look at it")
    expect(page.get_by_role("heading", level=1)).to_have_text("What would come in")
    fine()
    press(page, "button", "Bring it in")
    expect(page.get_by_role("status").first).to_contain_text("Brought in: ")
    expect(page.locator(".kept")).to_contain_text("1 thing you did")
    fine()
    again = User.objects.get()
    assert json.loads(b"".join(documents(again)))["tables"] == json.loads(was)["tables"]
    page.goto("/evidence/")
    expect(page.locator("#page")).to_contain_text("The outage was over")


def test_what_differs_is_chosen_side_by_side(open_page, violations, learner, tmp_path):
    piece = make_evidence(learner, happened="As it was")
    archive = tmp_path / "everything.json"
    archive.write_bytes(b"".join(documents(learner)).replace(b"As it was", b"As the file has it"))
    for width, scheme in ((390, "light"), (1280, "dark")):
        page = open_page(width=width, scheme=scheme)
        enter(page)
        page.goto("/account/data/bring/")
        page.get_by_label("Your archive").set_input_files(archive)
        page.get_by_role("button", name="Look at it", exact=True).click()
        expect(page.get_by_role("group", name="Evidence: As it was")).to_contain_text("As the file has it")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("group", name="Evidence: As it was").get_by_label("Take the file's").check()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("status").first).to_contain_text("1 changed")
    piece.refresh_from_db()
    assert piece.happened == "As the file has it"


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(open_page, learner, tmp_path):
    large = tmp_path / "large.zip"
    with large.open("wb") as file:
        file.truncate(33 * 1024 * 1024)
    page = open_page(width=390)
    enter(page)
    page.goto("/account/data/bring/")
    page.get_by_label("Your archive").set_input_files(large)
    expect(page.get_by_role("alert")).to_contain_text("This file is larger than 32 MB")
    page.get_by_role("button", name="Look at it", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bring it in")
    expect(page.get_by_label("Your archive")).to_be_focused()


def test_a_download_that_breaks_off_says_so(open_page, learner):
    page = open_page(width=390)
    enter(page)
    page.goto("/account/data/")
    page.route(
        "**/account/data/everything/",
        lambda route: route.fulfill(body=b"PK half of it", headers={"Content-Type": "application/zip"}),
    )
    page.get_by_role("link", name="Download everything").click()
    expect(page.locator(".download [role=status]")).to_contain_text(
        "The download broke off, and nothing of it was saved."
    )
