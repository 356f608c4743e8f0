"""Home, errors, headers, sitemap: what joins the apps."""

import re
from collections import Counter
from datetime import timedelta
from html import unescape
from typing import NamedTuple

import pytest
from django.test import Client
from django.utils import timezone

from evidence.models import Credential, Skill
from interviews.models import AskedQuestion, Question
from roadmap import tracking
from roadmap.models import Milestone, Resource, Role, Step
from salaries.models import Distribution
from tests.factories.roadmap import make_milestone, make_sign
from tests.kit import text
from tpm_portal.receiving import REFUSED

# Occupation, place and industry together: each has one page.
PAY = 118


def test_visitor_and_learner_have_different_homes(client, learner, seeded):
    assert "Become a technical project manager" in text(client.get("/"))
    client.force_login(learner)
    body = text(client.get("/"))
    assert "Three questions, so the right things come first" in body
    assert "Take stock of your education and experience" in body
    assert "Why this one? It&#x27;s required, you can start it now, and step 1 is next." in body


def test_empty_home(client, learner, db):
    assert client.get("/").status_code == 200
    client.force_login(learner)
    assert "Every milestone is done, skipped or under way." in text(client.get("/"))


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("signed_in", "queries"), [(False, 6), (True, 9)])
def test_query_count_of_home(client, learner, django_assert_num_queries, signed_in, queries, number):
    for _ in range(number):
        make_sign()
        tracking.change_state(
            user=learner, milestone=make_milestone(), state="doing", today=timezone.localdate(), at=timezone.now()
        )
    if signed_in:
        client.force_login(learner)
    with django_assert_num_queries(queries):
        assert client.get("/").status_code == 200


def test_today_shows_what_is_under_way_coming_up_and_overdue(learning, learner):
    now, today = timezone.now(), timezone.localdate()
    doing, soon, late, far = (make_milestone() for _ in range(4))
    tracking.change_state(user=learner, milestone=doing, state="doing", today=today, at=now)
    for milestone, days in ((soon, 3), (late, -3), (far, 300)):
        tracking.set_dates(
            user=learner,
            milestone=milestone,
            started_on=None,
            finished_on=None,
            target_on=today + timedelta(days=days),
            at=now,
        )
    body = text(learning.get("/"))
    assert doing.title in body.split("Under way")[1]
    coming = body.split("Dates coming up")[1].split("</section>")[0]
    assert soon.title in coming
    assert far.title not in coming
    assert re.search(rf"{late.title}</a> <span[^>]*>date has passed", coming)


def test_full_roadmap_takes_at_most_eight_queries_signed_in(learning, learner, seeded, django_assert_num_queries):
    with django_assert_num_queries(6):
        body = text(learning.get("/roadmap/"))
    # One for each step, and what is next.
    assert body.count('id="act-') == 6 + 1


@pytest.mark.parametrize("path", ["/", "/roadmap/", "/account/login/", "/admin/login/", "/nothing/"])
def test_every_answer_carries_the_strict_headers(client, db, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert {name: headers[name] for name in ("Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options")} == {
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"


def test_no_template_has_inline_script_or_style(client, learner, seeded):
    client.force_login(learner)
    for path in ("/", "/roadmap/", "/roadmap/get-credentials/creds-stocktake/", "/credentials/pmp/", "/skills/"):
        body = text(client.get(path))
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", body)


def locations(client):
    response = client.get("/sitemap.xml", headers={"host": "another.example"})
    return re.findall("<loc>(.*?)</loc>", text(response))


def test_robots_keeps_machines_out_of_accounts_and_names_the_sitemap(client, db, settings):
    settings.SITE_URL = "https://tpm.example"
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text(response).splitlines() == [
        "User-agent: *",
        "Disallow: /account/",
        "Disallow: /admin/",
        "Sitemap: https://tpm.example/sitemap.xml",
    ]


def test_sitemap_lists_every_public_page_once_at_the_address_of_the_site(client, seeded, settings):
    settings.SITE_URL = "https://tpm.example"
    pages = [
        "/",
        "/privacy/",
        "/roadmap/",
        "/skills/",
        "/credentials/",
        "/about-the-data/",
        "/about-the-data/sources/",
        "/guide/",
    ]
    pages += ["/evidence/credentials/will-it-count/", "/start/interview/", "/start/eligible/", "/start/pay/"]
    pages += [f"/guide/{page}/" for page in ("what-is-a-technical-project-manager", "technical-or-general")]
    pages += ["/guide/roles/", "/guide/job-market/", "/salaries/", "/interviews/"]
    pages += [f"/salaries/{page}/" for page in ("why-they-differ", "compare", "my-number", "data")]
    pay = {row.get_absolute_url() for row in Distribution.objects.published()}
    assert len(pay) == PAY
    rows = [
        row.get_absolute_url()
        for model in (Step, Milestone, Skill, Credential, Role, Question)
        for row in model.objects.all()
    ]
    assert len(rows) == 6 + 66 + 142 + 17 + 25 + 123
    assert sorted(locations(client)) == sorted(f"https://tpm.example{path}" for path in [*pages, *rows, *pay])


def test_sitemap_leaves_out_what_is_retired(client, seeded):
    before = set(locations(client))
    step = Step.objects.get(number=2)
    gone = [step, *step.milestones.all(), *(model.objects.last() for model in (Skill, Credential, Role))]
    gone.append(Milestone.objects.filter(step__number=1).last())
    for row in gone:
        if not isinstance(row, Milestone) or row.step != step:
            row.retire(at=timezone.now())
    after = set(locations(client))
    assert before - after == {f"http://localhost:8000{row.get_absolute_url()}" for row in gone}
    assert after < before


class Visited(NamedTuple):
    """What is looked at of an answer."""

    status: int
    location: str
    body: str


@pytest.fixture(scope="module")
def visited():
    """What visitors were answered, by path: to all of them the shipped content is the same."""
    return {}


def visit(client, path, visited):
    if path not in visited:
        response = client.get(path)
        body = "" if response.streaming else text(response)
        visited[path] = Visited(response.status_code, response.headers.get("Location", ""), body)
    return visited[path]


@pytest.mark.xdist_group("visited")
def test_every_page_of_the_sitemap_has_its_own_title_description_and_address(client, seeded, visited):
    titles, descriptions = Counter(), Counter()
    for address in locations(client):
        status, _, body = visit(client, address.removeprefix("http://localhost:8000"), visited)
        assert status == 200, address
        titles.update(re.findall("<title>(.+?)</title>", body.partition("</head>")[0], re.DOTALL))
        descriptions.update(re.findall('<meta name="description" content="(.+?)">', body, re.DOTALL))
        assert re.findall('<link rel="canonical" href="(.*?)">', body) == [address]
    pages = 22 + 6 + 66 + 142 + 17 + 25 + 123 + PAY
    assert (titles.total(), [title for title, count in titles.items() if count > 1]) == (pages, [])
    assert (descriptions.total(), [words for words, count in descriptions.items() if count > 1]) == (pages, [])


def test_query_count_of_the_sitemap(client, seeded, django_assert_num_queries):
    with django_assert_num_queries(13):
        assert client.get("/sitemap.xml").status_code == 200


FOR_ANYBODY = ("/roadmap/", "/credentials/", "/skills/", "/salaries/", "/guide/", "/about-the-data/", "/privacy/")
# These ask once more who it is.
SURE_FIRST = ["/account/authenticator-app/", "/account/recovery-codes/", "/account/passkeys/add/"]


@pytest.mark.xdist_group("visited")
def test_every_internal_link_leads_somewhere(client, learner, seeded, visited):
    """A crawl of the whole site, as a visitor and as a learner. Where a milestone is done, visitors may sign in."""
    own = set(Resource.objects.filter(url__startswith="/").values_list("url", flat=True)) - {"/salaries/"}
    for signed_in in (False, True):
        if signed_in:
            client.force_login(learner)
        todo, seen, asked = ["/"], set(), set()
        while todo:
            path = todo.pop()
            if path in seen:
                continue
            seen.add(path)
            status, location, body = visit(client, path, {} if signed_in else visited)
            if not signed_in and status == 302 and location == f"/account/login/?next={path}":
                asked.add(path)
                continue
            elsewhere = ["/interviews/surprise/", "/about-the-data/looks-wrong/"]
            elsewhere += ["/account/login/", "/account/signup/", *SURE_FIRST] if signed_in else []
            assert status == (302 if path in elsewhere else 200), path
            links = re.findall(r'href="(/[^"#?]*)', body)
            todo += [link for link in links if not link.startswith(("/static/", "/admin/")) and "skill" not in link[:7]]
        assert len(seen) > 120
        # Nothing that anybody may read is to be signed in for.
        assert [path for path in asked - own if path.startswith(FOR_ANYBODY)] == []
        assert not (signed_in and asked)


def test_milestones_lead_to_the_pages_where_they_are_done(learning, seeded):
    pages = set(Resource.objects.filter(url__startswith="/").values_list("url", flat=True))
    assert {"/interviews/mock/", "/interviews/stories/", "/interviews/practice/", "/salaries/"} <= pages
    for page in pages:
        response = learning.get(page)
        assert (page, response.status_code) == (page, 200)
        # Of a filter that nobody knows only this is said.
        assert "We don't recognize" not in response.content.decode()


def test_titles_and_descriptions_are_there_and_titles_differ(client, seeded):
    titles = []
    for path in (
        "/",
        "/roadmap/",
        "/roadmap/get-credentials/",
        "/skills/",
        "/credentials/",
        "/guide/",
        "/guide/roles/",
    ):
        body = text(client.get(path))
        titles.append(re.search("<title>(.*?)</title>", body, re.DOTALL).group(1))
        assert len(re.search('<meta name="description" content="(.*?)">', body).group(1)) > 40
        assert f'<link rel="canonical" href="http://localhost:8000{path}">' in body
    assert len(set(titles)) == len(titles)


def test_errors_say_what_happened_what_is_safe_and_what_to_do(client, learner):
    assert "We can't find that page" in text(client.get("/nothing/"))
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(learner)
    response = strict.post("/account/theme/", {"theme": "dark"})
    assert response.status_code == 403
    assert "Please press that once more" in text(response)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_errors_have_the_colors_that_were_chosen_in_this_browser(db, away, theme):
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    browser.cookies["theme"] = theme
    answers = [browser.get("/nothing/"), browser.post("/account/theme/", {}), browser.post("/", **{REFUSED: 413})]
    with away():
        answers.append(browser.get("/"))
    assert [answer.status_code for answer in answers] == [404, 403, 413, 503]
    for answer in answers:
        assert f'<html lang="en" data-theme="{theme}">' in text(answer)
        assert f'<meta name="color-scheme" content="{theme}">' in text(answer)
    browser.cookies["theme"] = '"><script>'
    assert '<html lang="en">' in text(browser.get("/nothing/"))


def test_a_mistake_of_ours_is_a_calm_500(db, monkeypatch):
    def broken(request):
        raise ZeroDivisionError

    monkeypatch.setattr("tpm_portal.views.home.Overview", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "That went wrong on our side" in text(response)


def test_a_database_that_is_away_is_a_503_that_says_when_to_come_back(db, away):
    away_client = Client(raise_request_exception=False)
    for path in ("/", "/roadmap/"):
        with away():
            response = away_client.get(path)
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert "Everything you have saved is safe" in text(response)


OURS = {"HTTP_ORIGIN": "http://testserver"}


def test_what_was_typed_while_the_database_was_away_can_be_sent_again(learner, away):
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    browser.force_login(learner)
    address = "/interviews/mine/add/?from=there"
    form = browser.get(address).context["form"]
    data = {name: value for name in form.fields if (value := form[name].value()) is not None}
    data |= {"text": "Why <b>us</b>? مرحبا 🚀", "csrfmiddlewaretoken": browser.cookies["csrftoken"].value}
    with away():
        response = browser.post(address, data, **OURS)
    assert response.status_code == 503
    assert "no-store" in response["Cache-Control"]
    body = text(response)
    assert "What you have just sent is not saved yet, and not lost" in body
    assert '<dt>Text</dt><dd dir="auto">Why &lt;b&gt;us&lt;/b&gt;? مرحبا 🚀</dd>' in body
    action = re.search(r'<form method="post" action="([^"]*)"[^>]*>', body)[1]
    again = {name: unescape(value) for name, value in re.findall(r'name="([^"]*)" value="([^"]*)"', body)}
    assert action == address
    assert AskedQuestion.objects.count() == 0
    browser.post(action, again, **OURS)
    assert list(AskedQuestion.objects.values_list("text", "user")) == [("Why <b>us</b>? مرحبا 🚀", learner.pk)]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        # Another site could send what it likes, and have it pressed here with a token of ours.
        ("/interviews/mine/add/", {"HTTP_ORIGIN": "https://evil.example"}),
        ("/interviews/mine/add/", {}),
        ("/account/login/", OURS),
        ("/admin/curation/source/add/", OURS),
    ],
)
def test_nothing_is_shown_again_that_is_not_ours_or_may_be_a_secret(learner, away, path, headers):
    browser = Client(raise_request_exception=False)
    browser.force_login(learner)
    with away():
        response = browser.post(path, {"text": "s3cret", "password": "s3cret"}, **headers)
    assert response.status_code == 503
    assert "s3cret" not in text(response)
    assert "<form" not in text(response)
    assert "Everything you have saved is safe; your last change wasn't saved." in text(response)


def test_a_press_without_any_text_is_only_said_not_to_be_kept(learner, away):
    browser = Client(raise_request_exception=False)
    browser.force_login(learner)
    with away():
        response = browser.post("/interviews/q-risk-01/favorite/", {"back": "/interviews/"}, **OURS)
    assert (response.status_code, "<form" in text(response)) == (503, False)


def test_healthz_answers_whatever_the_database_does(client, db, away):
    with away():
        response = client.get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.parametrize(("path", "while_away"), [("/healthz/", 200), ("/readyz/", 503)])
def test_a_load_balancer_is_answered_by_number_and_over_plain_http(client, db, settings, path, while_away, away):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["tpm.example"], True
    for host in ("10.1.2.3", "10.1.2.3:8000", "elsewhere.example", "not a host"):
        assert client.get(path, headers={"host": host}).status_code == 200
        with away():
            assert client.get(path, headers={"host": host, "origin": "http://x"}).status_code == while_away
    # Every other page insists on both.
    assert client.get("/", headers={"host": "10.1.2.3"}).status_code == 400
    assert client.get("/", headers={"host": "tpm.example"})["Location"] == "https://tpm.example/"
    assert client.post(path).status_code == 405
