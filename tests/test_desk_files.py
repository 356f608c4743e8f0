"""Every content table as a file, found by rule: out and back, each kind of cell changed, looked at, loaded, undone."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from curation.admin import CuratedAdmin
from curation.changes import Batch
from curation.csv_writer import written
from curation.file_at_desk import all_files
from curation.models import Curated, Source
from curation.putting_back import undo
from curation.seeding import all_seeds
from evidence.catalog.models import Credential, CredentialFee, DescriptionLimit
from interviews.models import Question
from roadmap.models import Duty, HowToItem, Milestone
from tests.factories.accounts import make_user

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FILES = all_files()
BY_NAME = {file.table.name: file for file in FILES}
NAMES = [file.table.name for file in FILES]
# Whether a question is a draft is said by publishing it.
NOT_IN_FILES = {Question: {"draft"}}


def text_of(file, rows=None):
    """What Export would write."""
    return written(file.exported_header, file.exported(file.desk.model.objects.all() if rows is None else rows))


def make_limit():
    """What no shipped credential has: nothing of the other tables is missing."""
    credential, source = Credential.objects.first(), Source.objects.first()
    said = {"slug": "words", "least": None, "most": 200, "unit": "words", "as_of": "2026", "source": source}
    return DescriptionLimit.objects.create(credential=credential, checked_on="2026-11-20", **said)


def test_every_content_table_has_a_file_at_a_desk():
    """Every table of content but those of the figures' claims, which have a desk of their own, and each only once."""
    seeded = [model for seed in all_seeds() for model in (seed.model, *(one.model for one in seed.children))]
    assert sorted(NAMES) == sorted({model._meta.label_lower for model in seeded})
    desks = {type(file.desk) for file in FILES}
    assert {type(desk) for desk in admin.site._registry.values() if isinstance(desk, CuratedAdmin)} == desks
    assert all(issubclass(file.table.model, Curated) for file in FILES)
    for seed in all_seeds():
        for one in (seed, *seed.children):
            columns = {*one.fields, *one.references, *one.links}
            assert columns - set(BY_NAME[one.model._meta.label_lower].header) <= NOT_IN_FILES.get(one.model, set())


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_what_is_taken_out_and_brought_back_is_stored_just_so_already(seeded, file):
    if not file.table.model.objects.exists():
        make_limit()
    text = text_of(file)
    number = file.table.model.objects.count()
    seen = file.plan_of(text.removeprefix("\ufeff"))
    assert (seen.problems, seen.entries, seen.unchanged, seen.notes) == ([], [], number, [])
    assert number > 0


# --- Every kind of cell ------------------------------------------------------------------------------------------


def lines_of(name):
    """The rows of an export by their names."""
    file = BY_NAME[name]
    rows = csv.DictReader(io.StringIO(text_of(file).removeprefix("\ufeff")))
    return {file.table.name_in(row): row for row in rows}


def saved_as(rows, separator=","):
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fieldnames=rows[0].keys(), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def bring(client, name, rows, separator=",", encoding="utf-8"):
    """The file is chosen; the answer is that of its page, or of the preview it leads to."""
    content = saved_as(rows, separator).encode(encoding)
    return client.post(BY_NAME[name].address("import"), {"file": SimpleUploadedFile("rows.csv", content)}, follow=True)


def press(client, name, seen):
    data = {"fingerprint": seen.context["plan"].fingerprint}
    return client.post(BY_NAME[name].address("process_import"), data, follow=True)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def problems(response):
    return [str(problem) for problem in response.context["problems"]]


# What a spreadsheet may make of a cell, with what it becomes.
EDITS = {
    "roadmap.milestone": {
        "title": ("Take stock again", "Take stock again"),
        "level": ("SENIOR", "senior"),
        "required": ("FALSE", "no"),
        "effort_max": ("1,200", "1200"),
        "why": ("One paragraph.\n\nAnother.", "One paragraph.\n\nAnother."),
        "step": ("craft-resume", "craft-resume"),
        "skills": ("scrum\nrisk-management", "risk-management\nscrum"),
        "position": ("77.0", "77"),
    },
    "evidence.credentialfee": {
        "amount": ("$1,405.50", "1405.5"),
        "checked_on": ("11/23/2026", "2026-11-23"),
        "unconfirmed": ("TRUE", "yes"),
    },
    "evidence.eligibilityrequirement": {
        "note": ("", ""),
        "waived_by": ("capm\ncsm", "capm\ncsm"),
        "hours": ("35", "35"),
    },
    "roadmap.employmentfigure": {
        "share_percent": ("12,5", "12.5"),
        "median_annual": ("", ""),
        "change_percent": ("-3", "-3"),
    },
    "curation.source": {
        "url": ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        "confidence": ("low", "low"),
    },
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_in_each_kind_of_cell_is_shown_loaded_as_one_act_and_undone_as_one(curating, curator, seeded, name):
    before = lines_of(name)
    wanted = {column: will for column, (_, will) in EDITS[name].items()}
    key = next(
        one for one, row in before.items() if all(row[column] != will for column, will in wanted.items() if will)
    )
    edited = before[key] | {column: cell for column, (cell, _) in EDITS[name].items()}
    seen = bring(curating, name, [edited])
    [entry] = seen.context["plan"].entries
    assert {column: will for column, _, will in entry.differences} == {
        column: will for column, will in wanted.items() if before[key][column] != will
    }
    assert len(entry.differences) > 1
    assert messages_of(press(curating, name, seen)) == ["Loaded: 0 new and 1 changed."]
    assert lines_of(name) == before | {key: before[key] | wanted}
    act = Batch.objects.get(kind="import")
    assert (act.by, act.file_name, act.updated) == (curator, "rows.csv", 1)
    assert undo(batch=act, by_id=curator.pk, at=NOW) is True
    assert lines_of(name) == before


def test_what_a_file_does_not_change_keeps_each_space_of_it(curating, seeded):
    """A cell that says the same is no edit, however much of its text no spreadsheet keeps."""
    odd = "Two  spaces \n\n  and a line that begins with some"
    Milestone.objects.filter(slug="creds-stocktake").update(why=f" {odd}\n")
    odd_row, other, *_ = lines_of("roadmap.milestone").values()
    seen = bring(curating, "roadmap.milestone", [odd_row | {"level": "senior"}, other | {"why": "Because."}])
    press(curating, "roadmap.milestone", seen)
    stored = Milestone.objects.get(slug="creds-stocktake")
    assert (stored.level, stored.why) == ("senior", f" {odd}\n")


# --- Whether it is offered ---------------------------------------------------------------------------------------


def test_drafts_and_retired_rows_come_out_as_such_and_back_as_such(curating, curator, seeded):
    """Gone from the database and brought back from their file: nothing that was hidden is offered then."""
    offered, retired, draft = Question.objects.filter(retired_at=None).order_by("pk")[:3]
    retired.retire(at=NOW)
    Question.objects.filter(pk=draft.pk).update(draft=True, retired_at=NOW)
    # Of two that ask the same only one can be offered.
    Question.objects.filter(pk=retired.pk).update(text=offered.text)
    duty, hidden_duty = Duty.objects.order_by("pk")[:2]
    hidden_duty.retire(at=NOW)
    for model, rows in ((Question, [retired, offered, draft]), (Duty, [hidden_duty, duty])):
        name = model._meta.label_lower
        before = {row.slug: lines_of(name)[row.slug] for row in rows}
        assert [row["state"] for row in before.values()] == ["retired", "offered", "draft"][: len(rows)]
        model.objects.filter(pk__in=[row.pk for row in rows]).delete()
        seen = bring(curating, name, list(before.values()))
        assert [entry.remark for entry in seen.context["plan"].entries] == [
            *("retired, and comes in so", "", "a draft, and comes in as one")
        ][: len(rows)]
        assert seen.context["notes"] == ["Once loaded, the new row is offered to everybody."]
        press(curating, name, seen)
        assert {slug: lines_of(name)[slug] for slug in before} == before
        assert list(model.objects.published().filter(slug__in=before)) == [model.objects.get(slug=rows[1].slug)]


def test_a_file_publishes_restores_and_retires_nothing_that_is_there_and_says_so(curating, seeded):
    offered, retired, draft = Question.objects.filter(retired_at=None).order_by("pk")[:3]
    retired.retire(at=NOW)
    Question.objects.filter(pk=draft.pk).update(draft=True, retired_at=NOW)
    lines = lines_of("interviews.question")
    wanted = {offered.slug: "Retired", retired.slug: "offered", draft.slug: "offered"}
    seen = bring(curating, "interviews.question", [lines[slug] | {"state": state} for slug, state in wanted.items()])
    assert (seen.context["plan"].entries, seen.context["plan"].unchanged) == ([], 3)
    said = "; ".join(
        [
            f"{offered.slug} is offered, and the file says retired",
            f"{retired.slug} is retired, and the file says offered",
            f"{draft.slug} is a draft, and the file says offered",
        ]
    )
    assert seen.context["notes"] == [
        f"A file changes no row's state, so these keep theirs: {said}. "
        "Publish, retire, or restore a row on its own page."
    ]
    seen = bring(curating, "interviews.question", [lines[draft.slug] | {"state": "", "level": "senior"}])
    assert [entry.remark for entry in seen.context["plan"].entries] == ["a draft, and stays one"]
    assert "Changed (a draft, and stays one)" in seen.content.decode()
    press(curating, "interviews.question", seen)
    after = lines_of("interviews.question")
    assert {slug: after[slug]["state"] for slug in wanted} == {slug: lines[slug]["state"] for slug in wanted}
    assert after[draft.slug]["level"] == "senior"


def test_a_state_that_a_row_cannot_have_is_refused(curating, seeded):
    row = next(iter(lines_of("roadmap.step").values()))
    assert problems(bring(curating, "roadmap.step", [row | {"state": "draft"}])) == [
        f"Row 2 ({row['slug']}): state: 'draft' is not one of offered, retired."
    ]


# --- Parts -------------------------------------------------------------------------------------------------------


def test_parts_are_added_and_changed_never_taken_away_and_their_milestone_keeps_one_version(curating, seeded):
    milestone = Milestone.objects.get(slug="creds-stocktake")
    milestone.record_version(at=NOW)
    number, items = milestone.versions.count(), HowToItem.objects.count()
    rows = lines_of("roadmap.howtoitem")
    first, second = rows["creds-stocktake/how-1"], rows["creds-stocktake/how-2"]
    new = first | {"slug": "how-90", "text": "Ask a friend.", "position": "90"}
    seen = bring(curating, "roadmap.howtoitem", [first | {"text": "List all."}, second | {"text": "Ask."}, new])
    assert (seen.context["plan"].new, seen.context["plan"].changed) == (1, 2)
    body = seen.content.decode()
    assert "New: creds-stocktake/how-90" in body
    assert "Changed: creds-stocktake/how-1" in body
    assert messages_of(press(curating, "roadmap.howtoitem", seen)) == ["Loaded: 1 new and 2 changed."]
    assert HowToItem.objects.count() == items + 1
    milestone.refresh_from_db()
    assert milestone.versions.count() == number + 1
    assert milestone.snapshot() == milestone.versions.order_by("-number").first().snapshot
    assert milestone.how.get(slug="how-90").text == "Ask a friend."


def test_the_list_gives_out_the_parts_of_what_it_shows(curating, seeded):
    page = curating.get("/admin/evidence/credential/?q=pmp").content.decode()
    file = BY_NAME["evidence.credentialfee"]
    assert f'<a href="{file.address("export")}?q=pmp">Export fees</a>' in page
    assert f'<a href="{file.address("import")}">Import fees</a>' in page
    text = curating.get(f"{file.address('export')}?q=scrumalliance").content.decode("utf-8-sig")
    assert text.splitlines() == [",".join(file.exported_header)]
    rows = list(csv.DictReader(io.StringIO(curating.get(file.address("export")).content.decode("utf-8-sig"))))
    assert len(rows) == CredentialFee.objects.count() > 10
    places = {slug: place for place, slug in enumerate(Credential.objects.values_list("slug", flat=True))}
    assert [places[row["credential"]] for row in rows] == sorted(places[row["credential"]] for row in rows)


# --- What is refused ----------------------------------------------------------------------------------------------


def test_what_the_rules_of_a_table_refuse_is_said_in_sentences_with_the_number_of_the_row(curating, seeded):
    credentials = list(lines_of("evidence.credential").values())[:3]
    credentials[1] |= {"hours_min": "9", "hours_max": "3"}
    credentials[2] |= {"hours_min": "9", "hours_max": ""}
    said = "Give the preparation hours from and to, the smaller first, or neither."
    assert problems(bring(curating, "evidence.credential", credentials)) == [
        f"Row 3 ({credentials[1]['slug']}): {said}",
        f"Row 4 ({credentials[2]['slug']}): {said}",
    ]
    rule = next(iter(lines_of("evidence.renewalrule").values()))
    assert problems(bring(curating, "evidence.renewalrule", [rule | {"slug": "another"}])) == [
        f"Row 2 ({rule['credential']}/another): This credential has a renewal rule already. Retire that one first."
    ]
    sign = next(iter(lines_of("roadmap.sign").values()))
    assert problems(bring(curating, "roadmap.sign", [sign | {"fact": "nothing"}])) == [
        f"Row 2 ({sign['slug']}): fact: This is nothing that can be counted."
    ]
    steps = list(lines_of("roadmap.step").values())
    assert problems(bring(curating, "roadmap.step", [steps[0] | {"number": "2"}])) == [
        f"Row 2 ({steps[0]['slug']}): number: the same as of {steps[1]['slug']}."
    ]
    assert problems(bring(curating, "roadmap.step", [steps[0] | {"number": "2"}, steps[1] | {"number": "1"}])) == [
        f"Row 2 ({steps[0]['slug']}): number: still that of {steps[1]['slug']}. Move that one first, by itself.",
        f"Row 3 ({steps[1]['slug']}): number: still that of {steps[0]['slug']}. Move that one first, by itself.",
    ]


def test_what_names_a_set_of_figures_never_changes_and_makes_its_slug(curating, seeded):
    name, row = next(iter(lines_of("salaries.distribution").items()))
    assert problems(bring(curating, "salaries.distribution", [row | {"kind": "total"}])) == [
        f"Row 2 ({name}): kind: what names a distribution never changes. Another one is a row of its own."
    ]
    another = row | {"slug": "another", "as_of": "1999"}
    slug = name.replace(row["as_of"], "1999", 1)
    assert problems(bring(curating, "salaries.distribution", [another])) == [
        f"Row 2 (another): slug: by what it is about it is called {slug}."
    ]
    assert bring(curating, "salaries.distribution", [another | {"slug": slug}]).context["plan"].new == 1


def test_cells_that_cannot_be_read_are_named_by_row_and_column(curating, seeded):
    fee = lines_of("evidence.credentialfee")
    name, row = next(iter(fee.items()))
    wrong = {
        "amount": "free",
        "checked_on": "soon",
        "unconfirmed": "perhaps",
        "source": "nobody",
        "position": "",
        "currency": "dollars",
    }
    [said] = problems(bring(curating, "evidence.credentialfee", [row | wrong]))
    assert said.startswith(f"Row 2 ({name}): ")
    for part in (
        "amount: 'free' is not an amount in digits, such as 95000 or 45.50.",
        "checked_on: 'soon' is not a day such as 2026-12-24.",
        "unconfirmed: 'perhaps' is neither yes nor no.",
        "source: there is no 'nobody'",
        "position: this is missing.",
        "currency: longer than 3 characters.",
    ):
        assert part in said
    [said] = problems(bring(curating, "evidence.credentialfee", [row | {"amount": "£5"}]))
    assert said == f"Row 2 ({name}): amount: it is written with £, and the currency is USD."
    [said] = problems(bring(curating, "evidence.credentialfee", [row | {"credential": "pmpp"}]))
    assert "credential: there is no 'pmpp': pgmp or pmp?" in said
    assert CredentialFee.objects.get(credential__slug=row["credential"], slug=row["slug"]).amount > 0


@pytest.mark.parametrize(("separator", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "cp1252")])
def test_a_file_of_parts_is_read_as_each_spreadsheet_saves_it(curating, seeded, separator, encoding):
    rows = list(lines_of("evidence.credentialfee").values())[:3]
    for row in rows:
        row |= {"checked_on": "11/23/2026", "unconfirmed": row["unconfirmed"].upper(), "name": "'=Fee"}
    rows[0]["checked_on"] = "11/5/2026"
    seen = bring(curating, "evidence.credentialfee", rows, separator, encoding)
    assert [entry.line.values["checked_on"] for entry in seen.context["plan"].entries] == [
        *("2026-11-05", "2026-11-23", "2026-11-23"),
    ]
    assert {entry.line.values["name"] for entry in seen.context["plan"].entries} == {"=Fee"}
    assert "Days such as 11/5/2026 were read as month/day/year" in seen.content.decode()


def test_what_is_no_file_of_parts_is_refused_as_a_whole(curating, seeded):
    address = BY_NAME["evidence.credentialfee"].address("import")

    def said(content):
        return problems(curating.post(address, {"file": SimpleUploadedFile("rows.csv", content)}))

    row = next(iter(lines_of("evidence.credentialfee").values()))
    assert said(saved_as([row | {"name": "x\0y"}]).encode()) == [
        "Row 2: there is a NUL character, which no text has. Save the file as CSV UTF-8."
    ]
    [large] = said(saved_as([row | {"name": "x" * 1_000_000}]).encode())
    assert large.startswith("Row 2: a cell holds more than 131,072 characters.")
    [unknown] = said(saved_as([row | {"price": "5"}]).encode())
    assert unknown.endswith("Unknown: price.")
    assert said(b"") == []
    assert said(saved_as([row]).partition("\n")[0].encode() + b"\n") == ["There are no credential fees in this file."]


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_the_file_of_another_table_is_told_by_name(seeded, file):
    """Of a table with as many columns as this one or fewer, so that each is brought where it does not belong."""
    other = FILES[FILES.index(file) - 1]
    if not other.table.model.objects.exists():
        make_limit()
    found = [str(problem) for problem in file.plan_of(text_of(other).removeprefix("\ufeff")).problems]
    of = f" of {other.desk.called_at_the_desk()}" if other.part else ""
    assert found == [f"This is a file of {other.short_kind}{of}. Bring it where those are imported."]


# --- Pages and people --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_no_page_of_a_file_takes_more_than_twelve_queries(curating, curator, seeded, file):
    if file.table.columns and file.table.model.objects.exists():
        [row, *_] = lines_of(file.table.name).values()
        text = next((name for name in file.table.texts if name != "slug"), "position")
        seen = bring(curating, file.table.name, [row | {text: f"{row[text]}1"}])
        assert seen.status_code == 200
    for page in ("import", "process_import", "export"):
        with CaptureQueriesContext(connection) as captured:
            assert curating.get(file.address(page)).status_code in (200, 302)
        assert len(captured) <= 12, page


def test_parts_are_brought_by_whoever_may_change_them_and_their_whole(client, seeded):
    file = BY_NAME["evidence.credentialfee"]
    pages = [file.address(page) for page in ("import", "process_import", "export")]
    assert [client.get(page).status_code for page in pages] == [302] * 3
    staff = make_user(is_staff=True)
    client.force_login(staff)
    rights = {"add_credentialfee", "change_credentialfee", "change_credential"}
    for missing in sorted(rights):
        staff.user_permissions.set(Permission.objects.filter(codename__in=rights - {missing}))
        assert [client.get(page).status_code for page in pages[:2]] == [403] * 2
    staff.user_permissions.set(Permission.objects.filter(codename__in=rights))
    assert [client.get(page).status_code for page in pages] == [200, 302, 200]
    assert [client.post(page).status_code for page in pages[:2]] == [200, 302]
    assert client.get(file.address("import").replace("fees", "wages")).status_code == 404
