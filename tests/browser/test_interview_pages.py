"""Every page of the interviews with something in every place and with nothing, in both widths and both schemes."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from interviews.models import Dimension, Favorite, Question, ReviewCard, RoundType
from interviews.practice import answering, practicing
from keeping import verbs
from tests.browser.test_pages import look
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence
from tests.factories.interviews import make_asked, make_interview, make_story, make_telling

LONG = "W" * 60
ANSWERS = (
    {"text": "We were late. I cut the scope with the sponsor. We shipped on the day."},
    {"text": "We were three weeks late. I cut the scope with the sponsor. We shipped on the day."},
    {"situation": "Three weeks late", "task": "Ship", "action": f"I cut the scope. {LONG}", "result": "مشروع 🚀"},
)


def rate(user: User, row: Any, *, days: int, grade: str = "fine", scores: Any = None, text: str = "") -> None:
    """As if it had been practiced some ``days`` ago."""
    practicing.rate(
        user=user,
        row=row,
        token=uuid.uuid4(),
        grade=grade,
        scores=scores or {},
        values=dict.fromkeys(answering.FIELDS, "") | {"text": text},
        seen=0,
        spoken_seconds=None,
        at=timezone.now() - timedelta(days=days),
    )


def make_somebody() -> list[str]:
    """A learner with long words, right-to-left text and an interview coming up, and the addresses of their pages."""
    user = make_user("learner@example.org", name="Anna")
    day = timezone.localdate()
    first, second, third = Question.objects.filter(category__slug="behavioral").in_order()[:3]
    dimensions = list(Dimension.objects.published().filter(applies_to=None))
    for days in (44, 38, 31, 24, 17, 10, 3):
        scores = {one.pk: 1 + (place + days) % 5 for place, one in enumerate(dimensions)}
        rate(user, first if days % 2 else second, days=days, grade="fumbled" if days > 20 else "nailed", scores=scores)
    for edition, values in enumerate(ANSWERS):
        whole = dict.fromkeys(answering.FIELDS, "") | values
        answering.keep_version(user=user, row=first, values=whole, seen=edition, at=timezone.now())
    draft = dict.fromkeys(answering.FIELDS, "") | {"text": "Half a thought"}
    answering.keep_draft(user=user, row=third, values=draft, seen=0, keep_other=False, at=timezone.now())
    for question in (first, third):
        Favorite.objects.create(user=user, question=question, at=timezone.now())
    make_asked(user, text=f"Why did {LONG} fail?", company=LONG, round=LONG, on=day, category=first.category)
    asked = make_asked(user, text="كيف تقول لا للمدير؟", company="Northwind", suggestion="waiting")
    make_asked(user, text="Tell me about a plan that you gave up.")
    kind = RoundType.objects.get(slug="execution-round")
    coming = make_interview(user, company="Northwind", on=day + timedelta(days=9), round_type=kind, note=f"Ask {LONG}")
    over = make_interview(user, company=LONG, on=day - timedelta(days=9), round_type=kind)
    piece = make_evidence(user, amount=12, unit="days", happened=f"Ran the launch {LONG}")
    make_evidence(user, happened="Moved billing to the cloud")
    for place in range(7):
        story = make_story(
            user,
            headline=f"{place} {LONG if place % 2 else 'How the launch was saved'}",
            action="I cut the scope with the sponsor and said what would not come.",
            result="We shipped 12 days sooner.",
            reflection="Ask sooner.",
            in_30="We were late, I cut the scope, we shipped.",
            evidence=[piece.pk],
            skills=["negotiation"],
            competencies=["bad-news", "saying-no-to-an-executive"],
            questions=[first.slug, "q-article-01"],
        )
    tellings = [make_telling(story, employer=LONG, to_whom="Dana", note=LONG) for _ in range(2)]
    make_telling(story, employer="Northwind", to_whom="Dana")
    own, mine = story.get_absolute_url(), asked.get_absolute_url()
    return [
        "/",
        "/interviews/",
        "/interviews/?favorites=1",
        "/interviews/q-article-01/",
        first.get_absolute_url(),
        f"{first.get_absolute_url()}answer/",
        third.get_absolute_url(),
        "/interviews/practice/",
        "/interviews/practice/settings/",
        "/interviews/practice/trends/",
        "/interviews/mine/",
        "/interviews/mine/add/",
        mine,
        f"{mine}edit/",
        f"{mine}answer/",
        "/interviews/dates/",
        "/interviews/dates/add/",
        coming.get_absolute_url(),
        f"{coming.get_absolute_url()}edit/",
        f"{coming.get_absolute_url()}brief/",
        over.get_absolute_url(),
        f"{over.get_absolute_url()}brief/",
        "/interviews/stories/",
        "/interviews/stories/add/",
        "/interviews/stories/coverage/",
        "/interviews/stories/told/",
        own,
        f"{own}edit/",
        f"{own}told/",
        f"{own}told/{tellings[0].pk}/",
    ]


def make_somebody_with_much_due() -> list[str]:
    """A learner without an interview: ten questions are due, and the one that comes first was fumbled too often."""
    user = make_user("due@example.org")
    for question in Question.objects.in_order()[:10]:
        rate(user, question, days=12, grade="fumbled")
    ReviewCard.objects.filter(user=user).update(lapses=5)
    return ["/", "/interviews/practice/"]


def make_somebody_done() -> list[str]:
    user = make_user("done@example.org")
    practicing.set_daily_cap(user, 3)
    for question in Question.objects.in_order()[:3]:
        rate(user, question, days=0)
    return ["/interviews/practice/"]


def make_somebody_new() -> list[str]:
    user = make_user("new@example.org")
    verbs.put_in_bin(make_interview(user), at=timezone.now())
    names = ("practice/trends/", "mine/", "dates/", "stories/", "stories/add/", "stories/coverage/", "stories/told/")
    return ["/interviews/practice/", *(f"/interviews/{name}" for name in names)]


EVERYBODY = {
    "learner@example.org": make_somebody,
    "due@example.org": make_somebody_with_much_due,
    "done@example.org": make_somebody_done,
    "new@example.org": make_somebody_new,
}


@pytest.mark.parametrize("email", EVERYBODY)
def test_every_page_of_a_learner(open_page, violations, email):
    paths = EVERYBODY[email]()
    page = open_page()
    enter(page, email)
    assert look(page, violations, paths) == []
