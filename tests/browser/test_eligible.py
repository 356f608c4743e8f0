"""From sign-up to "31 of 36 months, eligible in April" by the keyboard alone on a phone, and what follows from it."""

import calendar
from datetime import date

from playwright.sync_api import expect

from evidence.catalog.months import add_months
from tests.factories.accounts import PASSWORD

CHROME = [".site-header", ".site-account", ".site-footer", ".skip-link", ".tabs", ".crumbs", ".acts"]


class Typist:
    """Somebody without a mouse. Counts what they fill in, and how much they type for it."""

    def __init__(self, page):
        self.page, self.fields, self.characters = page, 0, 0

    def reach(self, control):
        for _ in range(80):
            if control.evaluate("(element) => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {control}")

    def fill(self, label, text):
        self.reach(self.page.get_by_role("main").get_by_label(label).first)
        self.page.keyboard.type(text)
        self.fields += 1
        self.characters += len(text)

    def choose(self, label, option):
        """With the arrow, one press for each option on the way."""
        control = self.page.get_by_role("main").get_by_label(label).first
        self.reach(control)
        for _ in range(20):
            if control.evaluate("(select) => select.selectedOptions[0].text").startswith(option):
                self.fields += 1
                return
            self.page.keyboard.press("ArrowDown")
            self.characters += 1
        raise AssertionError(f"There is no {option}")

    def press(self, control, key="Enter"):
        self.reach(control)
        self.page.keyboard.press(key)

    def follow(self, name, within="main"):
        with self.page.expect_navigation():
            self.press(self.page.locator(within).get_by_role("link", name=name, exact=True))

    def send(self, name):
        with self.page.expect_navigation():
            self.press(self.page.get_by_role("main").get_by_role("button", name=name, exact=True))


def expected_line(today: date, began: date) -> str:
    """Today's month counts generously already, and strictly on its last day. The 36th month is the same both ways."""
    last_day = today.day == calendar.monthrange(today.year, today.month)[1]
    there, missing = ("31", "5") if last_day else ("30 to 31", "5 to 6")
    return (
        f"{there} of 36 months, {missing} missing; 35 of 35 hours of project management training; "
        f"eligible in {add_months(began, 35):%B %Y} if your running project goes on."
    )


def test_from_sign_up_to_eligible_in_a_few_fields_by_keyboard(open_page):
    page = open_page(width=390)
    typist = Typist(page)
    # Who signs up has the zone of their browser, where it may be tomorrow already.
    today = date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))
    began = add_months(today.replace(day=1), -30)

    page.goto("/account/signup/")
    typist.fill("Email", "anna@example.org")
    typist.fill("Password", PASSWORD)
    typist.send("Sign up")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    typist.press(page.get_by_role("button", name="More"))
    typist.follow("Evidence", within="#rooms")
    typist.follow("Am I eligible?")
    typist.follow("Begin with your education")
    typist.follow("Add education")
    typist.choose("Level", "A bachelor")
    typist.fill("Finished on", "06302015")
    typist.send("Save")
    typist.follow("Add training")
    typist.fill("Name of the course", "PM basics")
    typist.fill("Contact hours", "35")
    typist.fill("Finished on", "03312024")
    typist.send("Save")
    typist.follow("Projects")
    typist.follow("Add your first project")
    typist.fill("What was the project?", "Billing")
    typist.choose("Month it began", f"{began:%B}")
    typist.fill("Year it began", f"{began:%Y}")
    typist.press(page.get_by_label("It is still running"), " ")
    typist.press(page.get_by_label("I led it"), " ")
    typist.send("Save project")
    expect(page.get_by_role("heading", level=1)).to_have_text("Billing")
    typist.follow("Am I eligible?")

    line = page.locator(".ledger-fold").filter(has=page.get_by_role("heading", name="(PMP)"))
    typist.press(line.locator("summary"))
    expect(line.get_by_text(expected_line(today, began), exact=True)).to_be_visible()
    # Ten fields and some hundred characters: far less than five minutes of typing.
    assert (typist.fields, typist.characters < 150) == (10, True)

    # One more project: would it count, and what would it change?
    typist.follow("Will this project count?")
    typist.send("Will it count?")
    expect(page.get_by_role("heading", name="The answer")).to_be_visible()
    answers = page.locator("section", has=page.get_by_role("heading", name="The answer")).locator("li")
    assert [" ".join(text.split()) for text in answers.all_inner_texts()] == [
        "As leading projects Counts",
        "As managing programs For the resume only It would count if it were a program of several related projects "
        "that you manage together.",
        "As agile work For the resume only It would count if the team worked in an agile or hybrid way.",
        "As construction work For the resume only It would count if it were construction or built-environment work.",
    ]

    # The pack, on paper: only what an issuer asks for.
    page.goto("/evidence/credentials/pmp/")
    typist.follow("Application pack")
    packed = ["A bachelor's degree", "PM basics", "1. Billing"]
    expect(page.get_by_role("heading", level=3)).to_have_text(packed)
    shown = [selector for selector in CHROME if page.locator(selector).first.is_visible()]
    assert shown == CHROME
    # Also from a dark screen the paper is white and the ink black.
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1").evaluate("(heading) => getComputedStyle(heading).color") == "rgb(0, 0, 0)"
    expect(page.get_by_role("heading", level=3)).to_have_text(packed)
    printed = [place.is_visible() for selector in CHROME for place in page.locator(selector).all()]
    assert printed == [False] * len(printed)
