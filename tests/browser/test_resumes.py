"""A resume from evidence to a file, tailored and sent, and one that somebody brings along."""

from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from resumes.models import Bullet, Resume, SentFile
from tests.browser.test_stories import enter
from tests.factories.evidence import make_evidence, make_position, make_project
from tests.factories.resumes import make_bullet, make_resume

BULLET = "Cut billing errors 38% by moving 1.2 million accounts"


def words_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture
def evidence(learner, site):
    position = make_position(learner)
    project = make_project(learner, title="Billing migration", position=position, team_size=12)
    return make_evidence(
        learner,
        **{"happened": "Moved 1.2 million accounts", "result": "Billing errors fell", "amount": "38"},
        **{"unit": "percent fewer errors", "project": project, "do_not_claim": "Priya built the tools"},
    )


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_evidence_to_a_file_in_one_sitting(open_page, violations, learner, evidence, javascript):
    # A form that is sent without what it asks for is answered with 422, which the console calls an error.
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    enter(page)
    page.goto(evidence.get_absolute_url())
    page.get_by_role("link", name="Write a bullet of it").click()
    # The evidence stands beside the form, in a good order.
    expect(page.locator(".bullet-material")).to_contain_text("38 percent fewer errors: Billing errors fell")
    expect(page.locator(".bullet-material")).to_contain_text("Do not claim: Priya built the tools")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your bullet in your own words.")
    page.get_by_label("Your bullet").fill(BULLET)
    page.get_by_label("Where does it belong?").select_option(label="Job: Project lead, Harbor Systems")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Saved: {BULLET}")

    page.get_by_role("link", name="Contact").click()
    page.get_by_label("Your name").fill("Ana Žižek")
    page.get_by_label("Phone").fill("+1 202 555 0100")
    page.get_by_label("Country").fill("us")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: Ana Žižek")

    page.get_by_role("link", name="Resumes", exact=True).click()
    page.get_by_role("link", name="Start your first resume").click()
    page.get_by_label("What do you call it?").fill("Base")
    page.get_by_role("button", name="Start it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Base")
    expect(page.get_by_role("img", name="Page 1 of 1, as it will be printed")).to_be_visible()
    if javascript:
        assert violations(page) == []

    page.get_by_role("link", name="Write one").first.click()
    page.get_by_label("What it says in this resume").fill("Project lead")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Project lead", exact=True).first).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("link", name="PDF", exact=True).click()
    words = words_of(download.value.path().read_bytes())
    assert download.value.suggested_filename == "Ana-Zizek-resume.pdf"
    for part in ("Ana Žižek", "Project lead", "+1 202 555 0100", "Harbor Systems", "Mar 2022 to present", BULLET):
        assert part in words


def test_tailored_sent_and_the_copy_stays_as_it_was(open_page, violations, learner, evidence):
    bullet = make_bullet(learner, text=BULLET, position=evidence.project.position, evidence=[evidence])
    base = make_resume(learner, name="Base")
    page = open_page()
    enter(page)
    page.goto(base.get_absolute_url())
    page.get_by_role("link", name="Tailor it").click()
    page.get_by_label("What do you call it?").fill("Northwind")
    page.get_by_role("button", name="Start it").click()
    expect(page.get_by_text("Tailored from")).to_be_visible()

    # In other words here, seen in the page while typing.
    page.get_by_role("link", name=f"Reword here: {BULLET}").click()
    expect(page.get_by_label("What it says in this resume")).to_be_visible()
    # What is typed before the scripts are there is looked at with the next letter only.
    page.wait_for_load_state()
    before = page.get_by_role("img").first.get_attribute("src")
    page.get_by_label("What it says in this resume").fill("Moved 1.2 million accounts live")
    expect(page.locator(".paper-pages img").first).not_to_have_attribute("src", before)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Reworded here.")).to_be_visible()

    # Sent.
    page.get_by_role("link", name="Mark as sent").click()
    page.get_by_label("Whom did you send it to?").fill("Northwind Rail")
    page.get_by_role("button", name="Save this copy").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved as it was sent: Northwind Rail")
    kept = {file.format: bytes(file.data) for file in SentFile.objects.all()}
    assert violations(page) == []

    # The base changes: the tailored one says so, the copy does not change.
    page.goto(f"/resumes/bullets/{bullet.pk}/edit/")
    page.get_by_label("Your bullet").fill("Cut billing errors by half")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: Cut billing errors by half")
    tailored = Resume.objects.get(name="Northwind")
    page.goto(tailored.get_absolute_url())
    expect(page.locator(".beneath")).to_contain_text("now it says “Cut billing errors by half”")
    page.get_by_role("button", name="Take the new one").click()
    expect(page.get_by_text("Cut billing errors by half").first).to_be_visible()
    page.goto("/resumes/sent/")
    page.get_by_role("link", name="Northwind Rail").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert download.value.path().read_bytes() == kept["pdf"]
    assert "Moved 1.2 million accounts live" in words_of(kept["pdf"])


def test_lines_are_moved_and_left_out_by_keyboard_and_by_drag(open_page, violations, learner, evidence):
    for text in ("Led the first cutover", "Led the second cutover"):
        make_bullet(learner, text=text, position=evidence.project.position)
    page = open_page()
    enter(page)
    page.goto(make_resume(learner).get_absolute_url())
    bullets = page.locator(".resume-bullets > li")
    expect(bullets.first).to_contain_text("Led the first cutover")

    page.get_by_role("button", name="Move down: Led the first cutover").focus()
    page.keyboard.press("Enter")
    expect(bullets.first).to_contain_text("Led the second cutover")
    # The keyboard stays at the line that moved.
    expect(bullets.last.locator("button:focus")).to_have_count(1)
    page.get_by_role("button", name="Leave out: Led the second cutover").focus()
    page.keyboard.press("Enter")
    expect(bullets.first).to_contain_text("Left out")
    expect(page.get_by_role("button", name="Show: Led the second cutover")).to_be_focused()
    assert violations(page) == []
    page.get_by_role("status").first.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Leave out: Led the second cutover")).to_be_visible()

    bullets.last.locator(".handle").drag_to(bullets.first, target_position={"x": 20, "y": 2})
    expect(bullets.first).to_contain_text("Led the first cutover")


def test_an_old_pdf_is_brought_in_line_by_line(open_page, violations, learner, site, tmp_path):
    page = open_page(width=390)
    enter(page)
    file = tmp_path / "old-resume.pdf"
    file.write_bytes(old_resume())
    page.goto("/resumes/")
    page.get_by_role("link", name="Bring one in").click()
    page.get_by_label("Your file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What your file says")
    assert not Bullet.objects.exists()
    assert violations(page) == []
    page.get_by_role("button", name="Save what is checked").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: ")
    expect(page.get_by_role("heading", level=1)).to_have_text("old-resume")
    assert list(Bullet.objects.values_list("text", "position__employer", "position__title")) == [
        ("Moved the billing system in six weekends", "Harbor Systems", "Project lead"),
        ("Ran risk reviews across four teams", "Harbor Systems", "Project lead"),
    ]


def old_resume():
    from resumes.writing.content import Bullet as Line
    from resumes.writing.content import Contact, Content, Entry, Kind, Look, Paper, Section
    from resumes.writing.pdf import compile_pdf

    lines = ("Moved the billing system in six weekends", "Ran risk reviews across four teams")
    job = Entry(
        Kind.EXPERIENCE,
        **{"title": "Project lead", "organization": "Harbor Systems", "starts": "2021-03", "ends": "2024-05"},
        bullets=tuple(map(Line, lines)),
    )
    contact = Contact(name="Ana Zizek", email="ana@example.org", phone="+1 202 555 0100")
    content = Content(contact, "Project lead", (Section(Kind.EXPERIENCE, "Experience", entries=(job,)),))
    return compile_pdf(content, Look.CLASSIC, Paper.LETTER, date(2026, 1, 1))
