"""Rows back into content files: what curators changed comes along, and everything else stays as it is written."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import resolve
from django.utils import timezone

from curation.content_files import Seed, read_documents
from curation.exporting import export
from curation.models import SeedRecord, Source
from curation.seeding import all_seeds, document_of, with_everything
from evidence.models import CredentialFee, SkillGroup
from interviews.models import Question
from roadmap.models import HowToItem, Milestone, Resource, Role
from salaries.models import Distribution, Place, SalaryClaim
from tests.factories.curation import make_source
from tests.kit import at_once, text

# Columns of seeded tables that a file need not say, because the site fills them itself.
MADE = {"id", "slug", "position", "retired_at", "published_at", "version_number", "newest", "keywords"}
WIPED = "TRUNCATE {} RESTART IDENTITY CASCADE"


def told(*arguments, **options):
    said = io.StringIO()
    call_command(*arguments, stdout=said, **options)
    return said.getvalue()


def test_of_what_was_seeded_every_file_stays_as_it_is_written(seeded):
    found = export(all_seeds())
    assert [file.name for file, slugs in found.changed.items() if slugs] == []
    assert len(found.texts) == 13
    for file, written in found.texts.items():
        assert written == file.read_bytes().decode(), file.name


def test_every_column_of_a_seeded_table_is_in_its_file_or_made_by_the_site():
    for seed in all_seeds():
        for of in (seed, *seed.children):
            said = {*of.fields, *of.references, getattr(of, "parent", "")}
            columns = {column.name for column in of.model._meta.concrete_fields if not column.generated}
            links = {link.name for link in of.model._meta.many_to_many}
            assert (of.model.__name__, columns - said - MADE, links - set(of.links)) == (
                of.model.__name__,
                set(),
                set(),
            )


@pytest.fixture
def edited(seeded):
    """What a curator does in a week, and what it is about."""
    milestone = Milestone.objects.get(slug="creds-stocktake")
    Milestone.objects.filter(pk=milestone.pk).update(
        why="Say it: \"so\", with 'signs' # and - dashes.\nAnd a second line."
    )
    first, second, *_ = milestone.how.filter(retired_at=None)
    HowToItem.objects.filter(pk=first.pk).update(text="Ask for it in writing")
    second.retire(at=timezone.now())
    HowToItem.objects.create(milestone=milestone, slug="a-new-line", text="Keep a copy", position=99)
    Resource.objects.filter(milestone=milestone).update(checked_on=date(2026, 11, 30))
    question = Question.objects.get(slug="q-article-01")
    question.retire(at=timezone.now())
    Source.objects.create(
        **{"slug": "new-source", "name": "New: a title", "publisher": "Somebody", "date": "2026", "kind": "article"},
        **{"confidence": "low", "used_for": "A fee", "checked_on": date(2026, 11, 30)},
    )
    CredentialFee.objects.filter(credential__slug="pmp", slug="fee-1").update(amount=Decimal("680.50"))
    Role.objects.filter(slug="project-coordinator").update(position=1000)
    Place.objects.filter(slug="us-tx").update(name="Texas, the state")
    claim = SalaryClaim.objects.filter(retired_at=None, distribution__source__slug="bls-oews-national").first()
    SalaryClaim.objects.filter(pk=claim.pk).update(amount=claim.amount + 1)
    Milestone.skills.through.objects.filter(milestone=milestone).first().delete()


def wipe():
    tables = {seed.model for seed in all_seeds()} | {SeedRecord}
    names = ", ".join(sorted(f'"{model._meta.db_table}"' for model in tables))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(WIPED.format(names))
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def pages(client):
    """Every public page, by the links from the first and of every row, with what differs each time left out."""
    linked = [seed.model for seed in all_seeds() if hasattr(seed.model, "get_absolute_url")]
    offered = [row for model in linked for row in model._default_manager.filter(retired_at=None).order_by("pk")]
    todo, found = ["/", *(re.split("[?#]", row.get_absolute_url())[0] for row in offered)], {}
    while todo:
        path = todo.pop(0)
        if path in found:
            continue
        response = client.get(path)
        if response.status_code != 200:
            continue
        found[path] = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(response))
        todo += re.findall(r'href="(/(?!static/|admin/|account/)[^"#?]*)', found[path])
    return found


def test_exported_wiped_and_seeded_again_it_is_the_same_site(edited, client, tmp_path):
    before = pages(client)
    documents = {seed: {row.slug: document_of(seed, row) for row in with_everything(seed)} for seed in all_seeds()}
    said = told("export_content", to=tmp_path)
    assert "roadmap/data/steps.yaml: 1 row differs." in said
    assert "evidence/data/credentials.yaml: 1 row differs." in said
    wipe()
    told("seed", data=tmp_path)
    after = {seed: {row.slug: document_of(seed, row) for row in with_everything(seed)} for seed in all_seeds()}
    for seed, rows in documents.items():
        for slug, row in rows.items():
            row.pop("position", None), after[seed][slug].pop("position", None)
        assert after[seed] == rows, seed.table
    assert Question.objects.get(slug="q-article-01").retired_at is not None
    assert (len(before) > 500, len({resolve(path).view_name for path in before}) > 25) == (True, True)
    assert pages(client) == before


def test_of_thousands_of_figures_only_those_that_differ_come_into_the_file(paid, tmp_path):
    in_texas = Distribution.objects.filter(place__slug="us-tx", retired_at=None)
    claim = SalaryClaim.objects.filter(distribution__in=in_texas, statistic="mean", retired_at=None).latest("pk")
    SalaryClaim.objects.filter(pk=claim.pk).update(amount=claim.amount + 1)
    gone = in_texas.exclude(pk=claim.distribution_id).latest("pk")
    gone.claims.update(retired_at=timezone.now())
    gone.retire(at=timezone.now())
    assert "salaries/data/claims.csv: 2 rows differ." in told("export_content", to=tmp_path)
    shipped, exported = figures(Path(settings.BASE_DIR)), figures(tmp_path)
    assert {slug for slug in exported if exported[slug] != shipped[slug]} == {claim.distribution.slug, gone.slug}
    assert len(exported) == len(shipped)
    [written] = [one for one in exported[claim.distribution.slug]["claims"] if one["id"] == claim.slug]
    assert (Decimal(written["amount"]), Decimal(written["relative_error"])) == (claim.amount + 1, claim.relative_error)
    assert (exported[gone.slug]["retired"], exported[gone.slug]["claims"]) == (True, [])


def figures(folder):
    """What the files in a folder say of each distribution. One that is not called retired is offered."""
    seeds = [replace(seed, file=folder / seed.file.relative_to(settings.BASE_DIR)) for seed in all_seeds()]
    [rows] = [rows for seed, rows in read_documents(seeds).items() if seed.model is Distribution]
    return {slug: {"retired": False} | row for slug, row in rows.items()}


def test_a_list_that_was_empty_in_its_file_gets_the_rows_that_curators_made(db, tmp_path):
    file = tmp_path / "content.yaml"
    file.write_text("# None yet.\ngroups: []\n")
    seed = Seed(file=file, section="groups", model=SkillGroup, fields=("name", "description"), ordered=True)
    assert export([seed]).texts == {file: "# None yet.\ngroups: []\n"}
    SkillGroup.objects.create(slug="own", name="Own", description="It.", position=1)
    found = export([seed])
    assert found.texts == {file: "# None yet.\ngroups:\n- id: own\n  name: Own\n  description: It.\n"}
    file.write_text(found.texts[file])
    assert export([seed]).changed == {file: []}
    SkillGroup.objects.all().delete()
    assert export([seed]).texts == {file: "# None yet.\ngroups: []\n"}


def test_in_place_only_what_differs_is_written_and_a_folder_that_cannot_be_is_said(seeded, tmp_path):
    assert told("export_content") == "The tables say what the files say.\n"
    (tmp_path / "curation").write_text("A file where a folder has to be.")
    with pytest.raises(CommandError, match=r"sources\.yaml"):
        told("export_content", to=tmp_path)


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_during_an_export_is_in_no_file_of_it(tmp_path):
    """A group that comes while the files are made, once the sources were read."""
    file = tmp_path / "content.yaml"
    file.write_text("sources:\n- id: before\n  name: Another\ngroups:\n- id: own\n  name: Own\n  description: It.\n")
    make_source(slug="before")
    SkillGroup.objects.create(slug="own", name="Own", description="It.", position=1)
    reads = []

    def meanwhile():
        # Read once as a file, and once while the tables are.
        reads.append(SkillGroup.objects.count())
        if len(reads) == 2:
            at_once(lambda: SkillGroup.objects.create(slug="after", name="After", description="It.", position=2))
        return []

    seeds = [
        Seed(file, "sources", Source, ("name",)),
        Seed(file, "groups", SkillGroup, ("name", "description"), more=(meanwhile,)),
    ]
    assert list(export(seeds).changed.values()) == [["before"]]
    assert (reads, SkillGroup.objects.count()) == ([1, 1], 2)
