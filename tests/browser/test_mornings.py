"""A curator's morning by keyboard: a reader's report, a fee, a file with two wrong rows, an undo, an answer.

And what is made on it: a question of the bank from what a learner was asked, and a milestone from its first draft.
"""

import csv
import io
import re
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from curation.changes import Batch
from curation.file_at_desk import all_files
from curation.models import Report
from evidence.models import Credential, CredentialFee
from interviews.models import AskedQuestion, Category, Question
from interviews.practice import asking
from tests.browser import test_drafts
from tests.browser.test_drafts import press
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.curation import make_report
from tests.factories.interviews import make_asked


def fees_file(rows):
    """Some fees as they are exported, each two dearer."""
    (file,) = [one for one in all_files() if one.table.model is CredentialFee]
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(file.exported_header)
    place = file.header.index("amount")
    for row in rows:
        row[place] = f"{Decimal(row[place]) + 2}"
        writer.writerow(row)
    return stream.getvalue()


def amounts():
    return dict(CredentialFee.objects.values_list("pk", "amount"))


@pytest.mark.parametrize("width", [1280, 820])
def test_what_a_reader_reports_is_put_right_a_file_loaded_and_undone_and_the_reader_answered(
    open_page, violations, width
):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    fee = CredentialFee.objects.filter(retired_at=None, credential__slug="pmp", amount__isnull=False).first()
    was, about = fee.amount, Credential.objects.get(slug="pmp")
    make_report(
        **{"page": about.get_absolute_url(), "table": "evidence.credentialfee", "slug": fee.slug},
        **{"title": f"{about}: {fee}", "what": "It costs more now.", "email": "reader@example.org"},
    )
    page = open_page(width=width, errors_expected=True)

    def clean():
        test_drafts.clean(page, violations)

    # What waits leads to the report, and that to the fee.
    enter(page)
    page.goto("/admin/")
    clean()
    page.locator(".desk-waiting a[href*='/curation/report/']").first.press("Enter")
    expect(page).to_have_url(re.compile("/curation/report/"))
    clean()
    page.locator("#result_list tbody a").first.press("Enter")
    expect(page.get_by_text("It costs more now.")).to_be_visible()
    clean()
    report = page.url
    press(page, "link", f"Look after {fee}")

    # The fee and the day on which somebody looked.
    boxes = (
        page.locator(f"input[name$='-id'][value='{fee.pk}'][name^='fees-']").get_attribute("name").removesuffix("id")
    )
    page.locator(f"[name='{boxes}amount']").fill(f"{was + 10}")
    page.locator(f"[name='{boxes}checked_on']").fill(timezone.localdate().isoformat())
    clean()
    page.locator("[name=_continue]").first.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    fee.refresh_from_db()
    assert (fee.amount, fee.checked_on) == (was + 10, timezone.localdate())

    # Twelve rows, of which two are wrong: nothing is loaded, and each is named. Then the twelve, and back.
    before = amounts()
    (file,) = [one for one in all_files() if one.table.model is CredentialFee]
    rows = list(file.exported(Credential.objects.filter(retired_at=None)))
    place = file.header.index("amount")
    twelve = [row for row in rows if row[place]][:12]
    good = fees_file([list(row) for row in twelve])
    lines = good.splitlines()
    bad = "\n".join([*lines[:3], *(f"x{line}" for line in lines[3:5]), *lines[5:]])
    page.goto("/admin/evidence/credential/")
    page.locator(".part-files summary").press("Enter")
    press(page, "link", "Import fees")
    for text in (bad, good):
        expect(page.locator("input[type=file]")).to_be_attached()
        page.set_input_files("input[type=file]", {"name": "fees.csv", "mimeType": "text/csv", "buffer": text.encode()})
        page.locator("#content-main input[type=submit]").press("Enter")
        if text is bad:
            expect(page.get_by_text("Row 4", exact=False).first).to_be_visible()
            expect(page.get_by_text("Row 5", exact=False).first).to_be_visible()
            clean()
            assert amounts() == before
    expect(page.get_by_text("0 new, 12 changed, 0 unchanged.")).to_be_visible()
    clean()
    page.locator("input[value='Load these changes']").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Loaded: 0 new and 12 changed.")
    assert sum(amounts()[pk] != amount for pk, amount in before.items()) == 12
    clean()
    page.locator("input[value=Undo]").press("Enter")
    expect(page.get_by_text("Undone").first).to_be_visible()
    assert amounts() == before

    # Who changed the fee, and back to what it was.
    page.goto(f"/admin/evidence/credential/{about.pk}/history/")
    clean()
    page.get_by_role("button", name=re.compile("^Put back: .*Amount")).last.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Put back.")
    fee.refresh_from_db()
    assert fee.amount == was

    # The reader is answered.
    page.goto(report)
    page.get_by_label("Answer").first.fill("The page of the issuer says so still.")
    press(page, "button", "Answer and close")
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    clean()
    assert Report.objects.get().answer == "The page of the issuer says so still."
    assert Batch.objects.filter(undone_at=None, kind="import").count() == 0


@pytest.mark.parametrize("width", [1280, 820])
def test_a_suggestion_is_taken_into_the_bank_and_a_milestone_drafted_looked_at_scheduled_and_published(
    open_page, violations, width
):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    risk = Category.objects.get(slug="risk")
    asked = make_asked(make_user("other@example.org"), text="Which risk did Acme miss?", company="Acme", category=risk)
    asking.suggest(asked, at=timezone.now())
    page = open_page(width=width, errors_expected=True)

    def clean():
        test_drafts.clean(page, violations)

    enter(page)
    page.goto("/admin/")
    page.locator(".desk-waiting a[href*='/interviews/suggestion/']").first.press("Enter")
    expect(page.get_by_text("Which risk did Acme miss?")).to_be_visible()
    expect(page.get_by_text("other@example.org")).to_have_count(0)
    clean()
    # Ticked, and the act chosen by typing its first letters.
    page.locator("#result_list tbody input[type=checkbox]").press("Space")
    page.get_by_label("Action:").focus()
    page.keyboard.type("Take into")
    page.get_by_role("button", name="Go").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("1 taken into the bank as drafts.")
    clean()

    # It waits in the bank until somebody has completed it and named no company.
    question = Question.objects.get(origin="suggested", draft=True)
    assert (question.text, question.category) == ("Which risk did [company] miss?", risk)
    page.goto("/admin/interviews/question/?draft__exact=1")
    clean()
    page.locator("#result_list tbody a").first.press("Enter")
    page.get_by_label("Question:", exact=True).fill("Which risk did your last project miss?")
    page.get_by_label("What a good answer covers:").fill("Names the risk.\nSays what would have shown it.")
    clean()
    page.locator("[name=_continue]").first.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    page.locator(".object-tools").get_by_role("link", name="Publish").press("Enter")
    clean()
    press(page, "button", "Yes, publish it")
    expect(page.locator(".messagelist")).to_contain_text("is published")
    clean()
    question.refresh_from_db()
    assert (question.draft, question.retired_at) == (False, None)
    assert AskedQuestion.objects.get(pk=asked.pk).became == question
    page.goto(question.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_contain_text("Which risk did your last project miss?")

    test_drafts.draft_five_lines(page, violations)
    test_drafts.look_schedule_and_publish(page, violations)
