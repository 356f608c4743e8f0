"""The guide's pages, and every figure on them walked back to its row."""

import re
from decimal import Decimal
from html import unescape

import pytest
import yaml
from django.db import transaction
from django.db.utils import IntegrityError
from django.utils import timezone

from roadmap.models import ComparisonRow, Duty, EmploymentFigure, MarketFact, Passage, Role
from roadmap.seed_guide import DATA
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential, make_skill
from tests.kit import text

PAGES = [
    "/guide/",
    "/guide/what-is-a-technical-project-manager/",
    "/guide/technical-or-general/",
    "/guide/roles/",
    "/guide/job-market/",
]


def plain(html):
    """What is read: without tags, with spaces as one."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def rows(html):
    """The rows of the tables in ``html`` as tuples of what is read in their cells, without the headings."""
    found = re.findall("<tr>(.*?)</tr>", html, re.DOTALL)
    cells = [re.findall(r"<t[hd](?! scope=.col)[^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in found]
    return [tuple(plain(cell) for cell in row) for row in cells if row]


def section(body, anchor):
    """The part of the page from the heading with this id to the next such heading."""
    return re.search(f'<h2 id="{anchor}">.*?(?=<h2 id=|</main>)', body, re.DOTALL).group()


def source_line(source, as_of=None):
    return f"{source.publisher} , {as_of or source.date}, checked {source.checked_on:%b %-d, %Y}"


def test_the_shipped_guide(client, seeded):
    for path in PAGES:
        assert client.get(path).status_code == 200
    for role in Role.objects.all():
        body = text(client.get(role.get_absolute_url()))
        assert f"<h1>{role.title}</h1>" in body.replace("&#x27;", "'")


def test_every_row_of_the_files_is_seeded(seeded):
    files = {name: yaml.safe_load((DATA / name).read_text()) for name in ("guide.yaml", "roles.yaml")}
    tables = {
        "roles": Role,
        "passages": Passage,
        "duties": Duty,
        "comparison": ComparisonRow,
        "facts": MarketFact,
        "employment": EmploymentFigure,
    }
    written = {section: {row["id"] for row in rows} for file in files.values() for section, rows in file.items()}
    assert written == {section: set(model.objects.values_list("slug", flat=True)) for section, model in tables.items()}
    assert {section: len(ids) for section, ids in written.items()} == {
        "roles": 25,
        "passages": 7,
        "duties": 9,
        "comparison": 5,
        "facts": 10,
        "employment": 33,
    }


def test_every_figure_of_the_job_market_stands_in_its_cell(client, seeded):
    body = text(client.get("/guide/job-market/"))
    figures = {by: list(EmploymentFigure.objects.filter(by=by)) for by in EmploymentFigure.By.values}
    assert rows(section(body, "employment")) == [(row.name, f"{row.jobs:,}") for row in figures["year"]]
    assert rows(section(body, "sectors")) == [
        (row.name, f"{row.jobs:,}", f"{row.share_percent}%", f"${row.median_annual:,}") for row in figures["sector"]
    ]
    assert rows(section(body, "states")) == [
        (row.name, f"{row.jobs:,}", f"{row.projected:,}", f"{row.change_percent}%", f"{row.openings_per_year:,}")
        for row in figures["state"]
    ]
    for by, anchor in (("year", "employment"), ("sector", "sectors"), ("state", "states")):
        row = figures[by][0]
        line = source_line(row.source, None if by == "year" else row.as_of)
        assert line in plain(re.search("<caption>(.*?)</caption>", section(body, anchor), re.DOTALL).group(1))
    bars = re.findall(r'<rect width="([^"]*)"', body)
    assert [Decimal(width) for width in bars] == [row.share_percent for row in figures["sector"]]


def test_every_fact_stands_with_its_caution_its_time_and_its_sources(client, seeded):
    facts = plain(section(text(client.get("/guide/job-market/")), "facts"))
    for fact in MarketFact.objects.all():
        _, found, rest = facts.partition(fact.text)
        assert found
        expected = " ".join(part for part in (fact.caution, source_line(fact.source, fact.as_of)) if part)
        assert rest.strip().startswith(expected), fact.slug
        for source in fact.note_sources.all():
            assert source_line(source) in rest


def test_rows_of_two_sources_never_share_a_caption(client, db):
    one, other = make_source(publisher="One Bureau"), make_source(publisher="Another Bureau")
    for n, (source, as_of) in enumerate([(one, "2024"), (other, "2024"), (one, "2024"), (one, "2025")], start=1):
        EmploymentFigure.objects.create(
            slug=f"s-{n}", by="sector", name=f"Sector {n}", jobs=n, as_of=as_of, source=source, position=n
        )
    shown = section(text(client.get("/guide/job-market/")), "sectors")
    tables = re.findall("<table.*?</table>", shown, re.DOTALL)
    assert [[row[0] for row in rows(table)] for table in tables] == [
        ["Sector 1", "Sector 3"],
        ["Sector 2"],
        ["Sector 4"],
    ]
    captions = [plain(caption) for caption in re.findall("<caption>(.*?)</caption>", shown, re.DOTALL)]
    assert captions == [
        f"The largest sectors. {line}"
        for line in (source_line(one, "2024"), source_line(other, "2024"), source_line(one, "2025"))
    ]


def test_what_a_source_does_not_give_is_said(client, db):
    source = make_source()
    for by in ("sector", "state"):
        EmploymentFigure.objects.create(slug=by, by=by, name="Somewhere", jobs=1200, as_of="2024", source=source)
    body = text(client.get("/guide/job-market/"))
    assert rows(section(body, "sectors")) == [("Somewhere", "1,200", "not given", "not given")]
    assert rows(section(body, "states")) == [("Somewhere", "1,200", "not given", "not given", "not given")]
    assert "None" not in body


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((3, 6), "3 to 6 years"),
        ((0, 2), "0 to 2 years"),
        ((12, None), "12 years or more"),
        ((None, 2), "up to 2 years"),
    ],
)
def test_typical_experience_in_words(client, db, years, words):
    fields = dict(zip(("years_min", "years_max"), years, strict=True))
    role = Role.objects.create(slug="r", title="R", family="ladder", level="mid", summary="S.", **fields)
    assert f"<dt>Typical experience</dt><dd>{words}</dd>" in text(client.get(role.get_absolute_url()))
    assert f"Mid level, typically {words} of experience<" in text(client.get("/guide/roles/"))


def test_experience_that_nobody_gave_is_left_out(client, db):
    role = Role.objects.create(slug="r", title="R", family="ladder", level="mid", summary="S.")
    assert "Typical experience" not in text(client.get(role.get_absolute_url()))
    assert "Mid level</p>" in text(client.get("/guide/roles/"))


def test_the_ladder_leads_from_coordinator_to_director(client, seeded):
    body = text(client.get("/guide/roles/"))
    shown = {
        family: re.findall(r'<h3><a href="/guide/roles/([\w-]+)/">', section(body, anchor))
        for family, anchor in (("ladder", "ladder"), ("specialization", "specializations"), ("adjacent", "neighbors"))
    }
    assert (shown["ladder"][0], shown["ladder"][-1]) == ("project-coordinator", "director-program-management")
    for family, slugs in shown.items():
        assert slugs == list(Role.objects.filter(family=family).values_list("slug", flat=True))
    assert sum(len(slugs) for slugs in shown.values()) == 25


def test_comparison_has_both_sides_the_note_and_the_sources_of_each_row(client, seeded):
    shown = rows(text(client.get("/guide/technical-or-general/")))
    assert shown == [
        (
            f"{row.aspect} {source_line(row.source)}",
            " ".join([row.technical, row.editor_note, *map(source_line, row.note_sources.all())]).strip(),
            row.general,
        )
        for row in ComparisonRow.objects.all()
    ]


def test_the_definition_is_marked_up_as_a_defined_term_and_escaped(client, db):
    Passage.objects.create(slug="definition-long", title="T", text='Plans </p><script>alert("x")</script> & leads.')
    body = text(client.get("/guide/what-is-a-technical-project-manager/"))
    term = re.search('<section itemscope itemtype="https://schema.org/DefinedTerm">(.*?)</section>', body, re.DOTALL)
    assert '<meta itemprop="name" content="Technical project manager">' in term.group(1)
    described = re.search('<p itemprop="description">(.*?)</p>', term.group(1), re.DOTALL).group(1)
    assert described == "Plans &lt;/p&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; leads."


def test_breadcrumb_of_a_role_is_marked_up_in_order(client, seeded):
    body = text(client.get("/guide/roles/senior-tpm/"))
    crumbs = re.search(r'<ol itemscope itemtype="https://schema.org/BreadcrumbList">(.*?)</ol>', body, re.DOTALL).group(
        1
    )
    names = re.findall('<span itemprop="name">(.*?)</span>', crumbs)
    assert names == ["Guide", "Roles", "Senior Technical Project Manager"]
    assert re.findall('itemprop="position" content="(.*?)"', crumbs) == ["1", "2", "3"]
    assert re.findall('<a itemprop="item" href="(.*?)"', crumbs) == ["/guide/", "/guide/roles/"]


QUERIES = {
    "/guide/": 1,
    "/guide/what-is-a-technical-project-manager/": 3,
    "/guide/technical-or-general/": 2,
    "/guide/roles/": 2,
    "/guide/roles/role-1/": 6,
    "/guide/job-market/": 4,
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
    Passage.objects.create(slug="definition", title="T", text="What it is.", source=source)
    with django_assert_num_queries(QUERIES[path]):
        assert client.get(path).status_code == 200


def test_an_empty_guide_still_answers(client, db):
    for path in PAGES:
        assert client.get(path).status_code == 200


def test_unknown_role_is_404(client, db):
    assert client.get("/guide/roles/nothing/").status_code == 404
    assert client.get("/guide/roles/%00/").status_code == 404


@pytest.mark.parametrize("path", [*PAGES, "/guide/roles/r/"])
def test_pages_are_only_read(client, db, path):
    Role.objects.create(slug="r", title="R", family="ladder", level="mid", summary="S.")
    assert (client.post(path).status_code, client.head(path).status_code) == (405, 200)


def test_retired_rows_are_left_out(client, db):
    source, now = make_source(), timezone.now()
    row = {"source": source, "retired_at": now}
    MarketFact.objects.create(slug="old", text="An old fact", as_of="2001", **row)
    Duty.objects.create(slug="old", title="Old duty", in_practice="P", **row)
    ComparisonRow.objects.create(slug="old", aspect="Old aspect", technical="T", general="G", **row)
    Passage.objects.create(slug="definition", title="T", text="Old definition", **row)
    Role.objects.create(slug="old", title="Old role", family="ladder", level="mid", summary="S.", retired_at=now)
    for by in EmploymentFigure.By.values:
        EmploymentFigure.objects.create(slug=by, by=by, name=f"Old {by}", jobs=1, as_of="2001", **row)
    everything = "".join(text(client.get(path)) for path in [*PAGES, "/"])
    assert re.findall("Old [a-z]+|An old fact", everything) == []


def test_retired_role_keeps_its_page_and_says_so(client, db):
    now = timezone.now()
    old = Role.objects.create(slug="old", title="Old", family="ladder", level="mid", summary="S.", retired_at=now)
    new = Role.objects.create(slug="new", title="New", family="ladder", level="mid", summary="S.")
    new.moves_to.set([old])
    assert "We no longer list this role." in text(client.get("/guide/roles/old/"))
    assert "/guide/roles/old/" not in text(client.get("/guide/roles/new/"))


def test_retired_skills_and_credentials_are_not_offered(client, db):
    role = Role.objects.create(slug="r", title="R", family="ladder", level="mid", summary="S.")
    duty = Duty.objects.create(slug="d", title="D", in_practice="P", source=make_source())
    skills, credentials = [make_skill(), make_skill()], [make_credential(), make_credential()]
    for owner in (role, duty):
        owner.skills.set(skills)
    role.credentials.set(credentials)
    for gone in (skills[1], credentials[1]):
        gone.retire(at=timezone.now())
    body = text(client.get("/guide/roles/r/"))
    assert re.findall('href="(/(?:skills|credentials)/[^"]+)"', body) == [
        skills[0].get_absolute_url(),
        credentials[0].get_absolute_url(),
    ]
    body = text(client.get("/guide/what-is-a-technical-project-manager/"))
    assert re.findall('href="(/skills/[^"]+)"', body) == [skills[0].get_absolute_url()]


def test_role_without_sources_says_it_is_our_own_description(client, db):
    Role.objects.create(slug="r", title="R", family="ladder", level="mid", summary="S.")
    assert ">Our own description; titles vary by employer.</p>" in text(client.get("/guide/roles/r/"))


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (MarketFact, {"text": "F"}),
        (EmploymentFigure, {"by": "year", "name": "N", "jobs": 1}),
    ],
)
def test_a_figure_without_source_or_date_is_refused(db, model, fields):
    source = make_source()
    for missing in ({"source": None}, {"as_of": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(slug="x", **({"source": source, "as_of": "2022"} | fields | missing))
