"""Several postings in one text, taken apart character by character."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.lists.splitting import link_in, split_postings

JOB = {"title": "Lead", "content": "<p>Plan, and “report”</p>", "absolute_url": "https://boards.greenhouse.io/a/jobs/1"}


@pytest.mark.parametrize("line", ["---", "=====", "  ----------  ", "———", "–––", "===\t"])
def test_a_line_of_dashes_or_equals_signs_parts_two_postings(line):
    assert split_postings(f"Lead\n\n- Plan\n{line}\nHead\n- Report") == ["Lead\n\n- Plan", "Head\n- Report"]
    assert split_postings(f"{line}\r\nLead\r\n{line}\r\n\r\n{line}\r\nHead\r\n{line}") == ["Lead", "Head"]


@pytest.mark.parametrize("line", ["--", "- - -", "--- and more", "-=-", "***", "~~~"])
def test_no_other_line_does(line):
    text = f"Lead\n{line}\nHead"
    assert split_postings(text) == [text]


def test_a_text_without_anything_has_no_posting():
    assert split_postings(" \n---\n") == split_postings("") == split_postings("[]") == []


@pytest.mark.parametrize(
    "written",
    [
        json.dumps([JOB, JOB], ensure_ascii=False),
        json.dumps([JOB, JOB], indent=4),
        json.dumps({"jobs": [JOB, JOB], "meta": {"total": 2}}),
        json.dumps({"meta": {"jobs": [1]}, "apiVersion": "1", "jobs": [JOB, JOB]}, indent=1),
        json.dumps({"offset": 0, "content": [JOB, JOB]}),
        "\ufeff \n" + json.dumps({"data": [], "postings": [JOB, JOB]}),
    ],
)
def test_each_job_of_a_list_stands_there_as_it_was_written(written):
    parts = split_postings(written)
    assert [json.loads(part) for part in parts] == [JOB, JOB]
    assert all(part in written for part in parts)


@pytest.mark.parametrize("document", [JOB, {"jobs": []}, {"jobs": ["a"]}, {"jobs": {"title": "Lead"}}])
def test_a_document_of_one_job_is_one_posting(document):
    written = json.dumps(document)
    assert split_postings(written) == [written]


@pytest.mark.parametrize("text", ["[Remote] Lead\n---\n[Hybrid] Head", '{"title": "Lead"\n---\n}', "[" * 100_000])
def test_what_only_begins_like_json_is_text(text):
    assert split_postings(text) == [part.strip("\n") for part in text.split("---")]


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=20), min_size=1), max_size=5))
def test_any_list_of_objects_comes_apart_into_them(documents):
    assert [json.loads(part) for part in split_postings(json.dumps(documents, indent=2))] == documents


@given(st.text(max_size=200))
def test_any_text_comes_apart(text):
    assert all(part.strip() for part in split_postings(text))


@pytest.mark.parametrize(
    ("posting", "link"),
    [
        ("https://example.org/jobs/1\nLead", "https://example.org/jobs/1"),
        ("\nLead\n https://example.org/jobs/1 \nAcme", "https://example.org/jobs/1"),
        ("Lead\nSee https://example.org/jobs/1", ""),
        ("Lead\nAcme\nBonn\nhttps://example.org/jobs/1", ""),
        ("javascript:alert(1)", ""),
        (json.dumps(JOB), JOB["absolute_url"]),
        (json.dumps({"text": "Lead", "hostedUrl": "https://jobs.lever.co/a/1"}), "https://jobs.lever.co/a/1"),
        (json.dumps({"title": "Lead", "url": 7, "jobUrl": ["x"]}), ""),
        ("[1]", ""),
        ("{", ""),
        ("https://example.org/" + "x" * 600, ""),
    ],
)
def test_the_link_of_a_posting_is_a_line_of_its_own_or_what_the_board_says(posting, link):
    assert link_in(posting) == link
