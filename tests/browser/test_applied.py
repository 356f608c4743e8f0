"""Applied with a frozen resume, a round on Thursday that practice aims at, and a follow-up on Today; at 390 px."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.models import Interview, RoundType
from resumes.models import SentCopy
from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import press, tab_to
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.applications import make_application, make_requirement, make_stage
from tests.factories.evidence import make_evidence, make_position
from tests.factories.resumes import make_bullet, make_contact, make_resume

BULLET = "Cut billing errors 38% by moving 1.2 million accounts in six weekend cutovers"
ASKED = "Five years of leading software projects"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_applied_then_a_round_on_thursday_and_a_follow_up(open_page, violations, javascript):
    learner = make_user("learner@example.org")
    make_contact(learner)
    make_bullet(learner, text=BULLET, position=make_position(learner), evidence=[make_evidence(learner)])
    resume = make_resume(learner, name="For Northwind")
    today = timezone.localdate()
    days = {"on": today - timedelta(days=9), "resume": resume, "duties": ["Run the release train"]}
    application = make_application(learner, title="Technical Project Manager", employer="Northwind", **days)
    make_requirement(application, quote=ASKED)
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    status = page.get_by_role("status").first
    main = page.get_by_role("main")

    def check():
        assert not sticks_out(page)
        if javascript:
            assert violations(page) == []

    # Today says that it waits, and leads to the form.
    enter(page)
    expect(main.get_by_text("Saved 9 days ago: apply, or let it go.")).to_be_visible()
    check()
    press(page, main.get_by_role("link", name="What you can do about it"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tasks")
    check()
    press(page, main.get_by_role("link", name="Mark as applied: Technical Project Manager, Northwind"))

    # One form: the day, at first one to come, and the resume it is for.
    expect(page.get_by_label("Which resume went out?")).to_have_value(f"resume:{resume.pk}")
    check()
    page.get_by_label("When?").fill(f"{today + timedelta(days=1):%Y-%m-%d}")
    tab_to(page, page.get_by_label("Note"))
    page.keyboard.type("On their page")
    press(page, page.get_by_role("button", name="Mark as applied"))
    expect(page.get_by_role("alert")).to_contain_text("cannot be in the future")
    expect(page.get_by_label("Note")).to_have_value("On their page")
    check()
    page.get_by_label("When?").fill(f"{today - timedelta(days=8):%Y-%m-%d}")
    press(page, page.get_by_role("button", name="Mark as applied"))
    expect(main.locator(".stage").first).to_have_text(f"Applied {today - timedelta(days=8):%b %-d}")
    expect(main.get_by_role("link", name="For Northwind")).to_be_visible()
    check()
    copy = SentCopy.objects.get()
    assert (copy.employer, copy.resume, copy.files.count()) == ("Northwind", resume, 3)
    press(page, main.get_by_role("link", name="For Northwind"))
    expect(main.get_by_text("It went out for Technical Project Manager, Northwind.")).to_be_visible()
    check()

    # No answer for 8 days: somebody to write to is noted, and then it is quiet.
    page.goto("/")
    expect(main.get_by_text("No answer for 8 days: write, or mark as no answer.")).to_be_visible()
    press(page, main.get_by_role("link", name="What you can do about it"))
    press(page, main.get_by_role("link", name="Whom to write to: Technical Project Manager, Northwind"))
    press(page, main.get_by_role("link", name="Add somebody"))
    tab_to(page, page.get_by_label("Name"))
    page.keyboard.type("Zoe Hart")
    page.get_by_label("When did they refer you?").fill(f"{today - timedelta(days=10):%Y-%m-%d}")
    check()
    press(page, page.get_by_role("button", name="Save"))
    press(page, page.get_by_role("button", name="In touch today: Zoe Hart"))
    expect(status).to_contain_text("In touch today: Zoe Hart")
    press(page, page.get_by_role("button", name="Thanked today: Zoe Hart"))
    expect(status).to_contain_text("Thanked today: Zoe Hart")
    check()
    page.goto("/")
    expect(main.get_by_text("Due from your applications")).to_have_count(0)

    # A round on Thursday, added here and seen there.
    thursday = today + timedelta(days=(3 - today.weekday()) % 7)
    make_stage(application, stage="rounds", on=today)
    page.goto(f"/applications/{application.pk}/rounds/")
    check()
    press(page, main.get_by_role("link", name="Add the first interview"))
    expect(page.get_by_label("Company*", exact=True)).to_have_value("Northwind")
    page.get_by_label("Day of the interview").fill(f"{thursday:%Y-%m-%d}")
    page.get_by_label("Kind of round").select_option(str(RoundType.objects.order_by("position")[0].pk))
    check()
    press(page, page.get_by_role("button", name="Make the plan"))
    expect(main.get_by_text("A round of Technical Project Manager, Northwind.")).to_be_visible()
    check()
    row = Interview.objects.get()
    assert (row.application, row.on, row.company) == (application, thursday, "Northwind")
    press(page, main.get_by_role("link", name="Brief to print"))
    expect(main.get_by_role("heading", name="What they ask")).to_be_visible()
    expect(main.get_by_text(ASKED)).to_be_visible()
    expect(main.get_by_text("Run the release train")).to_be_visible()
    check()
    page.goto(f"/applications/{application.pk}/rounds/")
    press(page, main.get_by_role("link", name="left for today"))
    expect(page.get_by_text("For Northwind,")).to_be_visible()

    # A task, done and taken back.
    page.goto("/applications/tasks/")
    press(page, main.get_by_role("link", name="Add a task"))
    tab_to(page, page.get_by_label("What is to be done?"))
    page.keyboard.type("Read their annual report")
    page.get_by_label("By when?").fill(f"{today:%Y-%m-%d}")
    press(page, page.get_by_role("button", name="Save"))
    expect(status).to_contain_text("Saved: Read their annual report")
    page.goto("/")
    expect(main.get_by_text("Due today.")).to_be_visible()
    page.goto("/applications/tasks/")
    press(page, page.get_by_role("button", name="Done: Read their annual report"))
    expect(page.get_by_role("button", name="Not done: Read their annual report")).to_be_visible()
    check()

    # A letter, begun with a draft.
    page.goto(f"/applications/{application.pk}/documents/")
    press(page, main.get_by_role("link", name="Start with a draft"))
    expect(page.get_by_label("Your letter")).to_have_value(
        "Dear Zoe Hart,\n\nI am applying for the position of Technical Project Manager at Northwind.\n\n"
        "[What they ask for, and what you did that shows it.]\n\n"
        "I would be glad to tell you more.\n\nKind regards,\nAda Byron"
    )
    check()
    press(page, page.get_by_role("button", name="Save"))
    expect(status).to_contain_text("Saved: Technical Project Manager, Northwind")
    with page.expect_download() as download:
        press(page, page.get_by_role("link", name="Download as text"))
    assert download.value.path().read_text().startswith("Dear Zoe Hart,")
