"""The archive: every file in it is there, readable and whole, and an archive that broke off is none."""

import csv
import io
import json
from datetime import UTC, datetime
from secrets import token_bytes
from zipfile import BadZipFile, ZipFile

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from curation.csv_writer import unguarded
from interviews.practice import answering
from keeping import verbs
from keeping.taking.export import documents
from roadmap import tracking
from tests.factories.evidence import make_evidence, make_project
from tests.factories.interviews import make_asked, make_interview, make_question, make_story
from tests.factories.resumes import make_bullet, make_resume
from tests.factories.reviews import make_review_link
from tests.factories.roadmap import make_milestone
from tests.tpm_portal.test_unchanged_forms import fill
from tpm_portal.your_data.archive import archive
from tpm_portal.your_data.zipping import File, zipped

AT = datetime(2026, 12, 1, 3, 30, tzinfo=UTC)


def opened(user, at=AT):
    return ZipFile(io.BytesIO(b"".join(archive(user, at=at))))


def table(found, name):
    text = found.read(f"tables/{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_everything_is_in_the_archive_under_a_name_that_says_what_it_is(learner):
    fill(learner)
    found = opened(learner)
    assert found.testzip() is None
    names = set(found.namelist())
    loose = {name for name in names if "/" not in name}
    assert loose == {"README.txt", "everything.json", "notes.md", "answers.md", "stories.md", "calendar.ics"}
    assert all(name.startswith(("tables/", "resumes/")) for name in names - loose)
    assert found.read("everything.json") == b"".join(documents(learner))
    assert all(
        f"{part}" in found.read("README.txt").decode() for part in (*loose - {"README.txt"}, "tables/", "resumes/")
    )
    assert icalendar.Calendar.from_ical(found.read("calendar.ics")).walk("VEVENT")
    made = {name.rpartition(".")[2]: found.read(name) for name in names if name.startswith("resumes/")}
    assert made["pdf"].startswith(b"%PDF-")
    assert "basics" in json.loads(made["json"])
    said = json.loads(found.read("everything.json"))["tables"]
    filled = {subject for subject, rows in said.items() if rows}
    assert len([name for name in names if name.startswith("tables/")]) == len(filled)


def test_an_empty_account_has_what_is_never_empty(learner):
    assert opened(learner).namelist() == ["README.txt", "everything.json"]


def test_a_table_reads_in_words_and_runs_nothing_in_a_spreadsheet(learner):
    learner.time_zone = "America/New_York"
    learner.save()
    project = make_project(learner, title="=2+3")
    binned = make_evidence(learner, happened="It went", project=project, on=timezone.localdate())
    verbs.put_in_bin(binned, at=AT)
    found = opened(learner)
    (row,) = table(found, "evidence/projects")
    assert (row["Title"], row["Part"]) == ("'=2+3", project.get_part_display())
    assert unguarded(row["Title"]) == "=2+3"
    (row,) = table(found, "evidence/evidence")
    assert (row["Project"], row["Deletion"]) == ("'=2+3", "It went")
    (row,) = table(found, "keeping/what-learners-deleted")
    assert row["At"] == "2026-11-30 22:30:00-05:00"
    assert set(row) & {"User", "Id", "ID"} == set()


def test_what_has_no_words_of_its_own_is_called_by_what_it_is_about(learner):
    question, milestone, at = make_question(), make_milestone(), timezone.now()
    answering.keep_version(user=learner, row=question, values={"text": "I led it"}, seen=0, at=at)
    tracking.tick(user=learner, milestone=milestone, item=milestone.how.all()[0], ticked=True, at=at)
    found = opened(learner)
    (version,), (tick,) = table(found, "interviews/versions-of-answers"), table(found, "roadmap/ticks")
    assert (version["Answer"], tick["Progress"]) == (str(question), str(milestone))


def test_secrets_are_in_no_file(learner):
    address, link = make_review_link(make_resume(learner))
    everything = b"".join(opened(learner).read(name) for name in opened(learner).namelist())
    assert address.split("/")[-2].encode() not in everything
    assert learner.password.encode() not in everything
    assert link.name.encode() in everything


def test_texts_are_as_they_were_typed(learner):
    asked = make_asked(learner, text="Why us?")
    for text in ("At first", "Because *you*\n\nask"):
        values = dict.fromkeys(answering.FIELDS, "") | {"text": text}
        answering.keep_version(user=learner, row=asked, values=values, seen=0 if text == "At first" else 1, at=AT)
    make_story(learner, headline="The outage", situation="It was late", in_30="Late. Mended.")
    verbs.put_in_bin(make_story(learner, headline="In the bin"), at=AT)
    make_interview(learner, company="Acme", note="Bring # the\nbadge")
    found = opened(learner)
    assert found.read("answers.md").decode() == (
        "# Answers\n\n## Why us?\n\n*Version 2, Dec 1, 2026*\n\nBecause *you*\n\nask\n"
    )
    stories = found.read("stories.md").decode()
    assert stories.startswith("# Stories\n\n## The outage\n\n")
    assert "### Situation\n\nIt was late\n" in stories
    assert "### In 30 seconds\n\nLate. Mended.\n" in stories
    assert "In the bin" not in stories
    assert "Bring # the\nbadge\n" in found.read("notes.md").decode()


def test_more_rows_take_no_more_queries(learner):
    def count():
        with CaptureQueriesContext(connection) as queries:
            list(archive(learner, at=AT))
        return len(queries)

    def record():
        piece = make_evidence(learner, project=make_project(learner))
        make_bullet(learner, evidence=[piece])
        make_story(learner, evidence=[piece.pk])
        make_interview(learner, note="A note")

    record()
    count()
    before = count()
    for _ in range(3):
        record()
    assert count() == before


def test_the_page_counts_and_the_archive_comes_by_its_name(learning, learner):
    make_evidence(learner)
    page = learning.get("/account/data/").content.decode()
    assert '<a href="/evidence/">1 thing you did</a>' in page
    answer = learning.get("/account/data/everything/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert answer["Content-Disposition"] == f'attachment; filename="tpm-portal-{timezone.localdate()}.zip"'
    assert "everything.json" in ZipFile(io.BytesIO(b"".join(answer))).namelist()
    assert learning.post("/account/data/everything/").status_code == 405
    assert b"".join(learning.head("/account/data/everything/")) == b""


def test_a_visitor_gets_nothing(client, db):
    assert client.get("/account/data/everything/").url == "/account/login/?next=/account/data/everything/"


def test_somebody_elses_rows_are_in_nobodys_archive(learner, stranger):
    make_evidence(stranger, happened="Zanzibar")
    found = opened(learner)
    assert not any(b"Zanzibar" in found.read(name) for name in found.namelist())


def broken():
    yield b"half"
    raise RuntimeError


def test_an_archive_that_breaks_off_is_no_archive():
    pieces = zipped([File("a.txt", [b"whole"]), File("b.txt", broken())], at=AT)
    sent = next(pieces)
    with pytest.raises(RuntimeError):
        next(pieces)
    with pytest.raises(BadZipFile):
        ZipFile(io.BytesIO(sent))


@given(st.lists(st.lists(st.binary(max_size=200_000), max_size=4), max_size=5))
def test_what_goes_in_comes_out(contents):
    files = [File(f"{number}.bin", parts) for number, parts in enumerate(contents)]
    found = ZipFile(io.BytesIO(b"".join(zipped(files, at=AT))))
    assert found.testzip() is None
    assert {name: found.read(name) for name in found.namelist()} == {
        f"{number}.bin": b"".join(parts) for number, parts in enumerate(contents) if parts
    }


def test_a_large_file_is_never_whole_in_memory():
    noise = [token_bytes(64 * 1024) for _ in range(100)]
    pieces = list(zipped([File("large.bin", iter(noise)), File("second.bin", [b"1"])], at=AT))
    assert max(map(len, pieces)) < 3 * 64 * 1024
