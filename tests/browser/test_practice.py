"""Practice on a phone: a question found, answered and rated, three from the queue, and what the next day holds."""

from datetime import timedelta

from django.db.models import F
from playwright.sync_api import expect

from interviews.models import AnswerVersion, Question, RatedAnswer, ReviewCard, ReviewLog
from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import press, tab_to
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user

FOUND = "Tell me about a time you persuaded someone to remove something from scope that they really wanted."
DAY = timedelta(days=1)
REVIEWS = ReviewLog.objects.order_by("pk").values_list("card__question__text", "grade")


def a_day_passes():
    """Everything that happened was a day earlier."""
    for rows in (ReviewLog.objects.all(), RatedAnswer.objects.all(), AnswerVersion.objects.all()):
        rows.update(at=F("at") - DAY)
    ReviewLog.objects.update(on=F("on") - DAY)
    ReviewCard.objects.update(due_on=F("due_on") - DAY, last_on=F("last_on") - DAY)


def give_a_score(page, score):
    """Open the rubric and go along from "No score" of its first dimension, which stands below that for all."""
    row = page.locator(".rubric-row:not(.rubric-same)").first
    press(page, page.locator("summary", has_text="Rate myself on the rubric"))
    tab_to(page, row.get_by_label("No score"))
    for _ in range(score):
        page.keyboard.press("ArrowRight")
    expect(row.locator(f"input[value='{score}']")).to_be_checked()


def rate_what_comes(page, grade):
    """Say how the question on the page went, and wait for what comes then. Returns what was asked."""
    asked = page.get_by_role("heading", level=1).inner_text()
    press(page, page.get_by_role("button", name=grade))
    expect(page.get_by_role("status").first).to_contain_text(f"{grade}. ")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(asked)
    # The keyboard stands at what is asked now, if anything is.
    if page.locator("#question").count():
        expect(page.locator("#question")).to_be_focused()
    return asked


def test_find_one_practice_three_and_come_back_the_next_day(open_page, violations):
    make_user("learner@example.org")
    page = open_page(width=390)
    enter(page)

    def check():
        assert (sticks_out(page), violations(page)) == (False, [])

    # Found by its words, answered, and rated.
    page.goto("/interviews/")
    tab_to(page, page.get_by_role("searchbox", name="Search"))
    page.keyboard.type("persuaded to remove from scope")
    page.keyboard.press("Enter")
    page.wait_for_url("**/interviews/?q=persuaded**")
    expect(page.locator(".question-list mark").first).to_be_visible()
    check()
    press(page, page.get_by_role("link", name=FOUND))
    expect(page.get_by_role("heading", level=1)).to_have_text(FOUND)
    tab_to(page, page.get_by_label("In your own words"))
    page.keyboard.type("I showed what it would cost.")
    give_a_score(page, 2)
    check()
    press(page, page.get_by_role("button", name="Fumbled"))
    expect(page.get_by_role("status").first).to_contain_text("Fumbled. Saved as version 1. It comes back on ")
    check()

    # Three from the queue, in which the one from before is not.
    page.goto("/interviews/practice/")
    first_day = []
    for place, grade in enumerate(("Fumbled", "Fine", "Nailed"), start=2):
        expect(page.locator(".eyebrow")).to_contain_text(f"Question {place} of up to 5 today, a new one.")
        check()
        first_day.append(rate_what_comes(page, grade))
    assert len({FOUND, *first_day}) == 4
    expect(page.locator(".practice-foot")).to_contain_text("None is due, so this is a new one.")
    assert list(REVIEWS.all()) == [
        *((FOUND, "fumbled"), (first_day[0], "fumbled"), (first_day[1], "fine"), (first_day[2], "nailed")),
    ]

    # The next day: the two that were fumbled are due, then come three others that were never practiced.
    a_day_passes()
    page.goto("/")
    check()
    press(page, page.get_by_role("link", name="2 questions"))
    expect(page.locator(".practice-foot")).to_contain_text("2 due now.")
    second_day = []
    for place in range(1, 6):
        expect(page.locator(".eyebrow")).to_contain_text(f"Question {place} of up to 5 today")
        if page.get_by_role("heading", level=1).inner_text() == FOUND:
            expect(page.get_by_label("In your own words")).to_have_value("I showed what it would cost.")
            give_a_score(page, 4)
        second_day.append(rate_what_comes(page, "Fine"))
    assert set(second_day[:2]) == {FOUND, first_day[0]}
    assert len({*second_day, *first_day}) == 7
    expect(page.get_by_role("heading", level=1)).to_have_text("Enough for today")
    expect(page.get_by_text("5 of up to 5 practiced today.")).to_be_visible()
    check()

    # And the trend says so.
    press(page, page.get_by_role("link", name="How my answers are going"))
    category = Question.objects.get(text=FOUND).category.name.lower()
    expect(page.locator(".trend-words li")).to_have_text(
        [f"Your answers on {category} improved: 2.0 before, 4.0 lately."]
    )
    check()


def test_a_question_is_found_read_and_answered_without_javascript(open_page):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=False)
    enter(page)
    page.goto("/interviews/")
    tab_to(page, page.get_by_role("searchbox", name="Search"))
    page.keyboard.type("persuaded to remove from scope")
    page.keyboard.press("Enter")
    press(page, page.get_by_role("link", name=FOUND))
    point = page.locator("#points li").first
    expect(point).not_to_be_visible()
    press(page, page.locator("#points summary"))
    expect(point).to_be_visible()
    # What only works with JavaScript is not offered.
    for name in ("Start the timer", "Record my answer"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    press(page, page.locator("summary", has_text="Or in situation, task, action and result"))
    for label in ("Situation", "Task", "Action", "Result"):
        tab_to(page, page.get_by_role("textbox", name=label))
        page.keyboard.type(f"My {label.lower()}")
    give_a_score(page, 3)
    press(page, page.get_by_role("button", name="Nailed"))
    expect(page.get_by_role("status").first).to_contain_text("Nailed. Saved as version 1. It comes back on ")
    expect(page.get_by_role("textbox", name="Action")).to_have_value("My action")
    assert list(AnswerVersion.objects.values_list("text", "situation", "task", "action", "result")) == [
        ("", "My situation", "My task", "My action", "My result")
    ]
    assert list(REVIEWS.all()) == [(FOUND, "nailed")]
