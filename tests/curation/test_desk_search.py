"""One search over everything at the desk: by title, text, part, source, address and amount, in few queries."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from curation import desk_search
from curation.models import Curated
from evidence.models import CredentialFee
from tests.factories.accounts import make_user, staff_with
from tests.factories.curation import make_source, reach
from tests.factories.evidence import make_credential
from tests.factories.interviews import make_asked, make_question
from tests.factories.roadmap import make_milestone, make_sign
from tests.factories.salaries import make_claim
from tests.kit import seen, text

SEARCH = "/admin/search/"
# Who asks, and one for all that is found.
QUERIES = 3


def found(client, typed, **more):
    """By kind the titles that a search shows."""
    page = client.get(SEARCH, {"q": typed, **more})
    assert page.status_code == 200
    return {kind.key: ["".join(piece for piece, _ in row.title) for row in kind.rows] for kind in page.context["kinds"]}


def test_rows_are_found_by_whatever_is_written_in_them_and_in_their_parts(curating):
    milestone = make_milestone(title="Learn Kanban", how=("Draw a xylophone", "Second"))
    milestone.resources.create(slug="r", name="A page", url="https://zebra.example.org/")
    question = make_question(text="What is risk?", points="Say aardvark")
    source = make_source(publisher="Walrus Press", name="The report")
    credential = make_credential(name="Certified Otter")
    CredentialFee.objects.filter(credential=credential).update(source=source, amount="4321.00")
    claim = make_claim(amount=98_765)
    reach("https://example.org/zebra-crossing")
    milestones, credentials = {"roadmap.milestone": ["Learn Kanban"]}, {"evidence.credential": ["Certified Otter"]}
    assert found(curating, "kanban") == milestones
    assert found(curating, "XYLOPHONE") == milestones
    assert found(curating, "aardvark") == {"interviews.question": [question.text]}
    assert found(curating, "zebra") == milestones | {"curation.linkcheck": ["https://example.org/zebra-crossing"]}
    assert found(curating, "walrus") == credentials | {"curation.source": ["Walrus Press · The report"]}
    assert found(curating, "$4,321") == credentials
    assert list(found(curating, "98,765")) == ["salaries.salaryclaim"]
    assert found(curating, "otter walrus") == credentials
    assert found(curating, "otter aardvark") == {}
    page = curating.get(SEARCH, {"q": "98,765"})
    assert f'href="/admin/salaries/salaryclaim/{claim.pk}/change/"' in text(page)
    assert "<mark>98765</mark>" in text(page)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "'", '"', "%", "_", "\\", "<b>&amp;", "؀ שלום", "a" * 9000, "x " * 900, "' OR 1=1 --", "😀", "*("],
)
def test_anything_can_be_typed(curating, typed):
    make_question(text="Plain words")
    page = curating.get(SEARCH, {"q": typed})
    assert page.status_code == 200
    assert page.context["kinds"] == []
    assert "<b>&" not in text(page)
    assert curating.get(SEARCH, {"q": typed, "in": typed, "page": typed}).status_code == 200


def test_a_percent_sign_is_a_percent_sign(curating):
    make_question(text="Is 100% done ever true?")
    make_question(text="Is 1000 enough?")
    assert found(curating, "100%") == {"interviews.question": ["Is 100% done ever true?"]}


def test_what_is_too_much_for_one_page_is_one_press_away(curating, monkeypatch):
    monkeypatch.setattr(desk_search, "A_PAGE", 4)
    texts = [f"Question {number:02} about scope" for number in range(7)]
    for line in texts:
        make_question(text=line)
    page = curating.get(SEARCH, {"q": "scope"})
    assert found(curating, "scope") == {"interviews.question": texts[:5]}
    assert "More in questions" in seen(page)
    inside = {"in": "interviews.question"}
    assert found(curating, "scope", **inside) == {"interviews.question": texts[:4]}
    assert found(curating, "scope", **inside, page="2") == {"interviews.question": texts[4:]}
    assert found(curating, "scope", **inside, page="3") == {}
    assert found(curating, "scope", **{"in": "accounts.user"}) == {}


def test_a_curator_finds_nothing_of_people(curating, learner):
    """Neither who somebody is nor what they wrote."""
    make_user("otter@example.org")
    make_asked(learner, text="What about the otter?", company="Otter Inc")
    assert found(curating, "otter") == {}
    make_question(text="An otter")
    assert found(curating, "otter") == {"interviews.question": ["An otter"]}


def test_every_curated_table_with_a_desk_is_looked_through(curating, curator, rf):
    request = rf.get("/")
    request.user = curator
    searched = {desk.model for desk in desk_search.searched(admin.site, request)}
    assert {model for model in admin.site._registry if issubclass(model, Curated)} <= searched
    assert [desk.opts.label for desk in map(admin.site._registry.get, searched) if not desk_search.titles(desk)] == []


def test_a_sign_is_named_by_its_words_and_not_by_a_choice(curating):
    sign = make_sign(make_milestone(title="Learn Kanban"))
    assert found(curating, sign.slug) == {"roadmap.sign": [sign.slug]}


def test_staff_find_only_what_they_may_look_at(client, db):
    make_question(text="An otter")
    make_source(name="An otter")
    client.force_login(staff_with("view_source"))
    assert list(found(client, "otter")) == ["curation.source"]
    client.force_login(staff_with())
    assert found(client, "otter") == {}


def test_a_search_over_all_content_takes_as_few_queries(curating, seeded):
    for typed in ("project", "nothing-that-is-there"):
        with CaptureQueriesContext(connection) as queries:
            page = curating.get(SEARCH, {"q": typed})
        assert (page.status_code, len(queries)) == (200, QUERIES)
    assert len(found(curating, "project")) > 10


def test_the_box_stands_on_every_page_of_the_desk_and_not_before_one_has_signed_in(client, curating):
    for page in ("/admin/", SEARCH, "/admin/roadmap/milestone/", "/admin/roadmap/milestone/add/"):
        assert text(curating.get(page)).count('action="/admin/search/"') == 1
    client.logout()
    assert curating.get(SEARCH, {"q": "otter"}).status_code == 302
