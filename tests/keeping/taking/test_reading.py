"""Whoever wrote the file may be anybody: each fault is said in words, with its place."""

import copy
import json

import pytest
from django.utils import timezone

from evidence.models import Project
from keeping.ceilings import FullError
from keeping.taking import reading
from keeping.taking.bringing import bring
from keeping.taking.export import documents
from keeping.taking.reading import UnreadableError, checked, read
from tests.factories.evidence import make_project

TABLE = "evidence.project"


@pytest.fixture
def document(learner):
    make_project(learner, title="Portal")
    return json.loads(b"".join(documents(learner)))


def problems(data):
    with pytest.raises(UnreadableError) as refused:
        read(data) if isinstance(data, bytes) else checked(data)
    return refused.value.problems


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This is not JSON"),
        (b"PK\x03\x04", "This is not JSON"),
        (b"\xff\xfe", "This is not JSON"),
        (b'{"a": NaN}', "This is not JSON"),
        (b"[" * 200_000, "The file goes deeper"),
        (b"[]", "This is JSON, but not an export"),
        (b'{"schema": {"name": "resume", "version": 1}}', "This is JSON, but not an export"),
        (b'{"schema": {"name": "tpm-portal-takeout", "version": 2}}', "The export is of version 2"),
        (b'{"schema": {"name": "tpm-portal-takeout", "version": true}}', "The export does not say which version"),
        (b'{"schema": {"name": "tpm-portal-takeout", "version": 1}, "tables": {"a": 1}}', "The export has no"),
    ],
)
def test_what_is_no_export_is_told(data, said):
    (problem,) = problems(data)
    assert problem.startswith(said)


def test_a_file_beyond_the_limit_is_not_even_parsed(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 3)
    assert problems(b"[[[[")[0].startswith("The file has more than")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("title", 5, "“title” is not a text"),
        ("title", "a\0b", "“title” is not a text, or one that is not taken here"),
        ("title", "\ud800", "“title” is not a text, or one that is not taken here"),
        ("title", None, "“title” is empty, and must not be"),
        ("starts_on", "2026-02-30", "“starts_on” is not a day such as 2026-05-01, or one"),
        ("created_at", "2026-05-01T10:00:00", "“created_at” is not a moment"),
        ("team_size", True, "“team_size” is not a whole number"),
        ("team_size", 10**12, "“team_size” is not a whole number, or one that is not taken here"),
        ("token", "1", "“token” is not a UUID"),
        ("position", {"a": 1}, "“position” does not name a row"),
        ("nonsense", 1, "“nonsense” is no column of it"),
    ],
)
def test_a_wrong_value_is_told_with_its_table_row_and_column(document, column, value, said):
    document["tables"][TABLE][0][column] = value
    (problem,) = problems(document)
    assert problem.startswith(f"{TABLE}, row 1: {said}"), problem


def test_the_same_row_twice_and_rows_that_are_none_are_told(document):
    document["tables"][TABLE] += [copy.deepcopy(document["tables"][TABLE][0]), "row"]
    assert problems(document) == (f"{TABLE}, row 2: it is there twice.", f"{TABLE}, row 3: it is not an object.")


def test_a_column_of_later_has_what_it_begins_with(learner, document):
    row = document["tables"][TABLE][0]
    assert row.pop("confidential") is False
    assert checked(document).tables[TABLE][0]["confidential"] is False
    row.pop("token")
    assert problems(document) == (f"{TABLE}, row 1: “token” is missing.",)


def test_what_breaks_a_rule_of_the_database_is_told_and_nothing_is_kept(stranger, document):
    document["tables"][TABLE][0]["kind"] = "nonsense"
    with pytest.raises(UnreadableError) as refused:
        bring(stranger, checked(document), at=timezone.now())
    assert refused.value.problems == (
        f"{TABLE}: a row is not as this site keeps it, by the rule “kind known”. Nothing was changed.",
    )
    assert not Project.objects.filter(user=stranger).exists()


def test_more_than_the_site_keeps_is_refused(stranger, document, monkeypatch):
    monkeypatch.setattr(Project, "MOST_ROWS", 0)
    with pytest.raises(FullError):
        bring(stranger, checked(document), at=timezone.now())
    assert not Project.objects.filter(user=stranger).exists()
