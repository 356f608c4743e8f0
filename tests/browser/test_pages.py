"""Every page narrow by day and wide by night: nothing for axe-core to find, nothing that sticks out sideways.

A page is loaded once for both: its scripts ask neither how wide the window is nor for a scheme.
"""

import uuid
from datetime import timedelta

from django.utils import timezone

from interviews.mock import mocking
from interviews.models import Dimension, HelperLink, MockNote, MockScore, Question
from roadmap import tracking
from roadmap.models import Milestone
from tests.browser import axe
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.interviews import make_mock, make_question

PUBLIC = [
    "/",
    "/roadmap/",
    "/roadmap/?view=map",
    "/roadmap/get-credentials/",
    "/roadmap/get-credentials/creds-entry-cert/",
    "/skills/",
    "/skills/?level=entry&weight=1",
    "/skills/scrum/",
    "/credentials/",
    "/credentials/pmp/",
    "/guide/",
    "/guide/what-is-a-technical-project-manager/",
    "/guide/technical-or-general/",
    "/guide/roles/",
    "/guide/roles/technical-project-manager/",
    "/guide/job-market/",
    "/salaries/",
    "/salaries/?role=any&place=us-ny&industry=any&year=any&yearly=1",
    "/salaries/?role=15-1299&place=uk&year=any&kind=total",
    "/salaries/?role=nobody&year=soon",
    "/salaries/13-1082/us-ny-r7/all-industries/",
    "/salaries/13-1082/us/all-industries/",
    "/salaries/compare/",
    "/salaries/compare/?row=13-1082.us-ny.all-industries",
    "/salaries/compare/?row=13-1082.us-ny.all-industries&row=13-1082.us-ca.all-industries",
    "/salaries/compare/?row=13-1082.us-ny.all-industries&row=13-1082.us-ca.all-industries"
    "&row=13-1082.us.all-industries&row=15-1299.us.all-industries",
    "/salaries/my-number/",
    "/salaries/why-they-differ/",
    "/salaries/data/",
    "/interviews/",
    "/interviews/?q=stakholder",
    "/interviews/?category=risk&level=mid",
    "/interviews/?q=zebra&level=senior&sort=nothing",
    "/interviews/q-article-01/",
    "/interviews/q-behavioral-02/",
    "/about-the-data/",
    "/privacy/",
    "/start/pay/",
    "/start/pay/?where=Texas&role=13-1082",
    "/start/interview/",
    "/start/eligible/",
    "/start/eligible/?credential=pmp-capm&degree=bachelor&p1-from_month=3&p1-from_year=2024&hours=20",
    "/about-the-data/sources/",
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
]
PRIVATE = [
    "/",
    "/roadmap/",
    "/roadmap/?state=doing",
    "/roadmap/?state=done",
    "/roadmap/?view=map",
    "/roadmap/sharpen-skills/",
    "/roadmap/get-credentials/creds-stocktake/",
    "/roadmap/get-credentials/creds-degree-route/",
    "/roadmap/get-credentials/creds-training-hours/",
    "/account/preferences/",
    "/account/signing-in/",
    "/account/email/",
    "/account/password/change/",
    "/account/logout/",
    "/account/data/from/",
    "/account/data/from/tracker/",
    "/account/data/from/anki/",
    "/account/data/from/linkedin/",
]


def sticks_out(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


# Cards that what comes below them touches.
TOUCHED = """
() => {
  return [...document.querySelectorAll("main :is(.card-plain, .empty-state)")].filter((card) => {
    const { bottom, left, right } = card.getBoundingClientRect();
    let outer = card;
    while (!below(outer) && ends(outer.parentElement, bottom)) outer = outer.parentElement;
    const next = below(outer)?.getBoundingClientRect();
    return next && next.height > 1 && next.left < right && next.right > left && Math.abs(next.top - bottom) < 4;
  }).map((card) => card.className);
  function below(one) {
    do one = one.nextElementSibling; while (one && !one.getClientRects().length);
    return one;
  }
  function ends(one, bottom) {
    return Math.abs(one.getBoundingClientRect().bottom - bottom) < 1;
  }
}
"""


def in_every_setting(page):
    """Both widths in both schemes, each as ``390 px, dark``."""
    for width in (390, 1280):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            yield f"{width} px, {scheme}"


def look(page, violations, paths, widths=(390, 1280)):
    """What is wrong on any of the pages: the narrow one by day, the wide one by night.

    The dark scheme is other colors and nothing else, see test_styles.py, and colors do not ask how wide a page is.
    """
    axe.offer(page)
    # 320 px for the narrowest phone, 640 px for 200% zoom on a laptop.
    ways = [("light" if width == widths[0] else "dark", {390: 320, 1280: 640}[width], width) for width in widths]
    if len(widths) == 1:
        ways.append(("dark", widths[0], widths[0]))
    problems, known = [], set()
    for path in paths:
        assert page.goto(path).status == 200, path
        page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
        for scheme, least, width in ways:
            page.emulate_media(color_scheme=scheme)
            for each in dict.fromkeys((least, width)):
                page.set_viewport_size({"width": each, "height": 900})
                if sticks_out(page):
                    problems.append(f"{path} is wider than {each} px")
                problems += [f"{path} at {each} px: {card} is touched" for card in page.evaluate(TOUCHED)]
            problems += [f"{width} px, {scheme}: {line}" for line in violations(page, known)]
        # The next one begins as this one ended: each change takes a page as long as it takes to look at it.
        ways.reverse()
    return problems


def test_public_pages(open_page, violations):
    assert look(open_page(), violations, PUBLIC) == []


def test_a_learners_pages_with_something_in_every_state(open_page, violations):
    user = make_user("learner@example.org", name="Anna")
    first, second, third, fourth = Milestone.objects.filter(step__number=1)[:4]
    act = {"user": user, "at": timezone.now()}
    day = timezone.localdate()
    tracking.change_state(milestone=first, state="done", today=day, **act)
    tracking.tick(milestone=first, item=first.how.first(), ticked=True, **act)
    tracking.write_note(milestone=first, note="# A plan\n\n- one", seen=0, **act)
    tracking.add_link(milestone=first, url="https://example.org/a/very/long/address/" + "x" * 200, title="", **act)
    tracking.change_state(milestone=second, state="doing", today=day, **act)
    tracking.set_dates(milestone=second, started_on=day, finished_on=None, target_on=day, **act)
    tracking.change_state(milestone=third, state="skipped", today=day, skip_reason="No need", **act)
    Milestone.objects.filter(pk=first.pk).update(why="Another reason")
    first.refresh_from_db()
    first.record_version(at=timezone.now())
    fourth.retire(at=timezone.now())
    page = open_page()
    enter(page)
    assert look(page, violations, [*PRIVATE, *mocks_of(user)]) == []


def mocks_of(user):
    """The pages of a mock interview that goes on, and of one that has ended and was scored by three."""
    long_word = "W" * 60
    question = Question.objects.get(slug="q-article-01")
    going, ended = (make_mock(user, question, make_question(), seed=long_word[:40]) for _ in range(2))
    for mock in (going, ended):
        mocking.step(mock, place=1, phase="question", text=long_word, seen=0, at=timezone.now())
    mocking.end(ended, place=1, phase="follow_up", at=timezone.now())
    first = ended.questions.get(place=1)
    dimensions = list(Dimension.objects.for_category(question.category_id))
    scores = {dimension.pk: 2 for dimension in dimensions}
    mocking.rate(ended, place=1, token=uuid.uuid4(), grade="fine", scores=scores, at=timezone.now())
    times = {"made_at": timezone.now(), "expires_at": timezone.now() + timedelta(hours=4)}
    for name in (long_word, ""):
        link = HelperLink.objects.create(user=user, mock=ended, name=name, secret_hash=uuid.uuid4().hex, **times)
        whose = {"user": user, "link": link, "at": timezone.now()}
        MockScore.objects.create(**whose, question=first, dimension=dimensions[0], score=3)
        MockNote.objects.create(**whose, question=first, text=long_word)
    own = going.get_absolute_url()
    return ["/interviews/mock/", own, f"{own}end/", f"{ended.get_absolute_url()}report/"]


def test_refused_forms_have_no_violations_either(open_page, violations):
    make_user("learner@example.org")
    page = open_page(width=390)
    page.goto("/account/signup/")
    page.get_by_label("Email").fill("no address")
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    assert violations(page) == []
    enter(page)
    page.goto("/roadmap/get-credentials/creds-stocktake/")
    page.get_by_text("Dates", exact=True).click()
    page.get_by_label("Started on").fill("2026-03-02")
    page.get_by_label("Target date").fill("2026-03-01")
    page.get_by_role("button", name="Save dates").click()
    page.get_by_text("This is before the start on Mar 2, 2026.").wait_for()
    assert violations(page) == []


def test_what_is_not_there_has_no_violations(open_page, violations, browser, site):
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        assert page.goto("/nothing/").status == 404
        assert violations(page) == []


def test_the_admin_works_under_the_strict_policy(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    page = open_page()
    enter(page)
    page.goto("/admin/roadmap/milestone/")
    page.get_by_role("link", name="Take stock of your education and experience").click()
    page.get_by_label("Why:").fill("A reason that a curator wrote.")
    page.get_by_role("button", name="Publish and go on editing").first.click()
    page.get_by_text("was changed successfully").wait_for()
    page.get_by_role("link", name="View on site").click()
    page.get_by_text("A reason that a curator wrote.").wait_for()
