"""The guide's pages, and every figure on them walked back to its row."""

import pytest
from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import transaction
from django.db.utils import IntegrityError
from django.utils import timezone

from curation.seeding import all_seeds, seed_database
from roadmap.models import ComparisonRow, Duty, EmploymentFigure, MarketFact, Passage, PayFigure, Role
from tests.factories import make_skill, make_source

PAGES = [
    "/guide/",
    "/guide/what-is-a-technical-project-manager/",
    "/guide/technical-or-general/",
    "/guide/roles/",
    "/guide/job-market/",
]


def text(response):
    return response.content.decode()


@pytest.fixture
def seeded(db):
    seed_database(all_seeds(), at=timezone.now())


def test_the_shipped_guide(client, seeded):
    for path in PAGES:
        assert client.get(path).status_code == 200
    for role in Role.objects.all():
        body = text(client.get(role.get_absolute_url()))
        assert f"<h1>{role.title}</h1>" in body.replace("&#x27;", "'")
    counts = {model.__name__: model.objects.count() for model in (Duty, ComparisonRow, MarketFact, Role, PayFigure)}
    assert counts == {"Duty": 9, "ComparisonRow": 5, "MarketFact": 10, "Role": 25, "PayFigure": 6}


def test_every_figure_of_the_job_market_stands_on_the_page_with_its_source(client, seeded):
    body = text(client.get("/guide/job-market/"))
    for figure in EmploymentFigure.objects.all():
        assert intcomma(figure.jobs) in body
        assert figure.source.publisher in body
    for pay in PayFigure.objects.all():
        assert pay.display in body


def test_the_three_figures_of_the_home_page(client, seeded):
    figures = [(figure.label, figure.display) for figure in PayFigure.objects.headline()]
    assert figures == [("Entry level", "$69,241"), ("Average", "$111,037"), ("Senior level, up to", "$124,430")]
    body = text(client.get("/"))
    for _, display in figures:
        assert display in body
    assert "Shri Learning</a>, 2022, checked" in body


QUERIES = {
    "/guide/": 1,
    "/guide/what-is-a-technical-project-manager/": 3,
    "/guide/technical-or-general/": 2,
    "/guide/roles/": 2,
    "/guide/roles/role-1/": 6,
    "/guide/job-market/": 5,
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", QUERIES)
def test_query_count(client, db, django_assert_num_queries, path, number):
    source, skill = make_source(), make_skill()
    for n in range(1, number + 1):
        role = Role.objects.create(slug=f"role-{n}", title=f"Role {n}", family="ladder", level="mid", summary="S.")
        role.skills.set([skill])
        role.sources.set([source])
        role.moves_to.set(Role.objects.all())
        duty = Duty.objects.create(slug=f"duty-{n}", title="D", in_practice="P", source=source)
        duty.skills.set([skill])
        row = ComparisonRow.objects.create(slug=f"row-{n}", aspect="A", technical="T", general="G", source=source)
        row.note_sources.set([source])
        fact = MarketFact.objects.create(slug=f"fact-{n}", text="F", as_of="2022", source=source)
        fact.note_sources.set([source])
        for by in EmploymentFigure.By.values:
            EmploymentFigure.objects.create(
                slug=f"{by}-{n}", by=by, name="N", jobs=1, projected=1, as_of="2022", source=source
            )
        PayFigure.objects.create(slug=f"pay-{n}", label="L", amount=1, as_of="2022", source=source)
    Passage.objects.create(slug="definition", title="T", text="What it is.", source=source)
    with django_assert_num_queries(QUERIES[path]):
        assert client.get(path).status_code == 200


def test_an_empty_guide_still_answers(client, db):
    for path in PAGES:
        assert client.get(path).status_code == 200


def test_unknown_role_is_404(client, db):
    assert client.get("/guide/roles/nothing/").status_code == 404
    assert client.get("/guide/roles/%00/").status_code == 404


def test_retired_rows_are_left_out(client, db):
    source = make_source()
    MarketFact.objects.create(slug="old", text="An old fact", as_of="2001", source=source, retired_at=timezone.now())
    PayFigure.objects.create(
        slug="old", label="Old pay", amount=1, as_of="2001", source=source, headline=True, retired_at=timezone.now()
    )
    body = text(client.get("/guide/job-market/")) + text(client.get("/"))
    assert "An old fact" not in body
    assert "Old pay" not in body


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (MarketFact, {"text": "F"}),
        (PayFigure, {"label": "L", "amount": 1}),
        (EmploymentFigure, {"by": "year", "name": "N", "jobs": 1}),
    ],
)
def test_a_figure_without_source_or_date_is_refused(db, model, fields):
    source = make_source()
    for missing in ({"source": None}, {"as_of": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(slug="x", **({"source": source, "as_of": "2022"} | fields | missing))


def test_pay_ranges_are_ordered(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        PayFigure.objects.create(slug="x", label="L", amount=2, amount_to=1, as_of="2022", source=make_source())
