"""What a start does before it serves, and what it leaves out when the last one has done it."""

import os
import re
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import OutputWrapper
from django.db import connection
from django.utils import timezone

from accounts.models import LastRun
from curation.models import SeedRecord
from roadmap.models import Milestone
from tests.site import Browser, Site
from tpm_portal import preparing, static_files
from tpm_portal.preparing import seed_if_changed
from tpm_portal.readiness import all_migrated

pytestmark = pytest.mark.django_db


@pytest.fixture
def out():
    return OutputWrapper(StringIO())


@pytest.fixture
def twice(seeded, out):
    assert seed_if_changed(out)
    assert not seed_if_changed(out)


def test_the_same_files_are_seeded_once_and_the_second_start_says_so(twice, out):
    assert out.getvalue().splitlines()[-1] == "Content: the files are those of the last start."
    assert LastRun.objects.filter(name__startswith="seed ").count() == 1


def test_another_file_is_seeded_and_so_is_the_first_one_after_it(twice, out, monkeypatch):
    first = preparing._fingerprint()
    monkeypatch.setattr(preparing, "_fingerprint", lambda: "another")
    assert seed_if_changed(out)
    monkeypatch.setattr(preparing, "_fingerprint", lambda: first)
    assert seed_if_changed(out)
    assert not seed_if_changed(out)


def test_what_was_seeded_from_elsewhere_since_is_seeded_again(twice, out):
    SeedRecord.objects.filter(table="roadmap.milestone").update(seeded_at=timezone.now() + timedelta(seconds=1))
    assert seed_if_changed(out)


def test_a_row_that_waits_is_tried_again_at_each_start(seeded, out, monkeypatch):
    seed = preparing.seed_database

    def with_one_waiting(*args, **options):
        report = seed(*args, **options)
        report.waiting.append("roadmap.milestone one")
        return report

    monkeypatch.setattr(preparing, "seed_database", with_one_waiting)
    assert seed_if_changed(out)
    assert seed_if_changed(out)


def test_what_a_curator_edits_between_two_starts_stays_as_it_did_before(twice, out):
    milestone = Milestone.objects.order_by("slug").first()
    milestone.title = "Edited at the desk"
    milestone.save()
    assert not seed_if_changed(out)
    call_command("seed", stdout=out)
    milestone.refresh_from_db()
    assert milestone.title == "Edited at the desk"


def test_whatever_decides_what_is_written_is_of_the_fingerprint(monkeypatch):
    files = set(preparing._content())
    assert {seed.file for seed in preparing.all_seeds()} <= files
    assert {Path(settings.BASE_DIR, *place.split("/")) for place in ("curation/seeding.py", "roadmap/seed.py")} <= files
    before = preparing._fingerprint()
    assert preparing._fingerprint() == before
    monkeypatch.setattr(preparing, "on_disk", lambda: frozenset({("roadmap", "0001_one_more")}))
    assert preparing._fingerprint() != before


def test_a_file_of_migrations_that_was_not_applied_is_found():
    assert all_migrated()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'roadmap' AND name LIKE '0001%'")
    assert not all_migrated()


@pytest.mark.parametrize(("method", "here"), [("fork", False), ("spawn", True)])
def test_it_is_done_in_copies_where_workers_are_copies_and_here_elsewhere(monkeypatch, out, method, here, tmp_path):
    file = tmp_path / "done"
    file.touch()

    def done(what):
        with file.open("a") as log:
            log.write(f"{what} {'here' if os.getpid() == this else 'in a copy'}\n")

    def all_done():
        lines = file.read_text().splitlines()
        file.write_text("")
        return lines

    this = os.getpid()
    monkeypatch.setattr(preparing.multiprocessing, "get_start_method", lambda: method)
    monkeypatch.setattr(preparing, "_prepare", lambda stdout: done("prepared"))
    monkeypatch.setattr(preparing, "collect_if_changed", lambda: done("collected"))
    monkeypatch.setattr(preparing, "hold_the_embedded", lambda: None)
    monkeypatch.setattr(preparing, "load", lambda: done("loaded"))
    preparing.load_and(prepare=True, stdout=out)
    where = "here" if here else "in a copy"
    lines = all_done()
    collected, prepared, loaded = f"collected {where}", f"prepared {where}", "loaded here"
    assert sorted(lines) == [collected, loaded, prepared]
    # What serves static files looks once which there are, while it is loaded.
    assert lines.index(collected) < lines.index(loaded)
    # In copies the preparation is beside both, so that each may be the first.
    assert not here or lines == [collected, prepared, loaded]
    preparing.load_and(prepare=False, stdout=out)
    assert all_done() == ["loaded here"]


@pytest.mark.parametrize("step", ["_prepare", "collect_if_changed"])
def test_what_fails_beside_ends_the_start(monkeypatch, out, step):
    monkeypatch.setattr(preparing, "_prepare", lambda stdout: None)
    monkeypatch.setattr(preparing, "collect_if_changed", lambda: None)
    monkeypatch.setattr(preparing, step, lambda *args: sys.exit("It could not be."))
    monkeypatch.setattr(preparing, "hold_the_embedded", lambda: None)
    monkeypatch.setattr(preparing, "load", lambda: None)
    with pytest.raises(SystemExit) as end:
        preparing.load_and(prepare=True, stdout=out)
    assert end.value.code == 1


class WithoutFiles(Site):
    """The site as it is in a fresh clone, where no static file was collected yet."""

    def environment(self):
        (self.directory / "settings_of_a_fresh_clone.py").write_text(
            f"from tpm_portal.settings import *\n\nSTATIC_ROOT = {str(self.directory / 'static')!r}\n"
        )
        return super().environment() | {
            "DJANGO_SETTINGS_MODULE": "settings_of_a_fresh_clone",
            "PYTHONPATH": str(self.directory),
        }


@pytest.mark.xdist_group("whole-site")
def test_the_first_start_of_a_fresh_clone_serves_every_file_that_its_pages_ask_for(tmp_path, seeded_beside):
    site = WithoutFiles(tmp_path, database_url=seeded_beside)
    site.start()
    try:
        browser = Browser(site.port)
        assert browser.status("/") == 200
        files = set(re.findall(r'"(/static/[^"]+)"', browser.body))
        assert len(files) >= 5
        assert {file: status for file in files if (status := browser.status(file)) != 200} == {}
    finally:
        site.stop()


def test_static_files_are_collected_once_and_anew_where_pages_ask_for_them_by_other_names(
    settings, tmp_path, monkeypatch
):
    settings.STATIC_ROOT = tmp_path
    done = []
    monkeypatch.setattr(static_files, "call_command", lambda *args, **options: done.append(args))
    assert [static_files.collect_if_changed() for _ in range(2)] == [True, False]
    named = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": named}
    assert [static_files.collect_if_changed() for _ in range(2)] == [True, False]
    assert done == [("collectstatic",)] * 2
