"""JSON Resume in, out and in again: nothing is lost, and what comes out is valid for both packages of the schema."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft7Validator, FormatChecker

from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Section
from resumes.writing.json_resume import from_json, to_json
from resumes.writing.json_shapes import JsonResumeError
from tests.resumes.people import generated
from tests.resumes.shapes import SHAPES, WRONG

SCHEMAS = Path(__file__).parent.parent / "schemas"
VALIDATORS = [
    Draft7Validator(json.loads((SCHEMAS / "jsonresume-schema-1.3.1.json").read_text()), format_checker=FormatChecker()),
    Draft4Validator(json.loads((SCHEMAS / "resume-schema-1.0.1.json").read_text()), format_checker=FormatChecker()),
]


def errors(document):
    return [f"{error.json_path}: {error.message}" for one in VALIDATORS for error in one.iter_errors(document)]


def leaves(value):
    """Every text, number and answer in a document, as texts, without what is empty."""
    if isinstance(value, dict):
        return sorted(leaf for one in value.values() for leaf in leaves(one))
    if isinstance(value, list):
        return sorted(leaf for one in value for leaf in leaves(one))
    return [] if value is None or value == "" else [str(value)]


def without_keys(content):
    """As a document has it, which knows no rows."""
    sections = [
        replace(section, entries=tuple(
            replace(entry, key="", bullets=tuple(Bullet(bullet.text) for bullet in entry.bullets))
            for entry in section.entries
        ))
        for section in content.sections
    ]  # fmt: skip
    return replace(content, sections=tuple(sections))


@pytest.mark.parametrize("name", SHAPES)
def test_a_document_comes_in_goes_out_and_comes_in_the_same(name):
    content = from_json(SHAPES[name])
    out = to_json(content)
    assert from_json(json.loads(json.dumps(out))) == content
    assert to_json(from_json(out)) == out


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_of_a_document_is_lost(name):
    out = leaves(to_json(from_json(SHAPES[name])))
    assert [leaf for leaf in leaves(SHAPES[name]) if leaf not in out] == []
    assert len(out) >= len(leaves(SHAPES[name]))


@pytest.mark.parametrize("name", SHAPES)
def test_what_comes_out_is_valid_for_both_packages(name):
    assert errors(to_json(from_json(SHAPES[name]))) == []


def test_the_packages_refuse_what_is_kept_out_of_their_way():
    refused = [
        {"unknown": 1}, {"certificates": [{"date": "2024-06"}]}, {"basics": {"url": "y.example.org"}},
        {"basics": {"email": "none"}}, {"work": [{"startDate": "March 2020"}]}, {"meta": {"version": 2}},
    ]  # fmt: skip
    assert all(errors(document) for document in refused)


def test_there_are_shapes_enough():
    assert len(SHAPES) >= 20


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_shape_is_named_with_its_place(name):
    document, message = WRONG[name]
    with pytest.raises(JsonResumeError) as caught:
        from_json(document)
    assert str(caught.value) == message
    assert message.startswith(caught.value.path or "The document")


@pytest.mark.parametrize("number", range(20))
def test_a_resume_of_ours_goes_out_and_comes_in_the_same(number):
    content = without_keys(generated(number)[0])
    assert from_json(to_json(content)) == content
    assert errors(to_json(content)) == []


def test_each_field_stands_at_its_place():
    content = from_json(SHAPES["projects with everything"])
    assert content.sections == (
        Section(Kind.PROJECTS, "Projects", entries=(
            Entry(Kind.PROJECTS, "Page", "Food Bank", starts="2023-11", ends="2024-02", text="Says what is open.",
                  url="https://page.example.org", words=("Django",), roles=("Lead", "Writer"), sort="application",
                  bullets=(Bullet("Five weeks"), Bullet("Two people"))),
        )),
    )  # fmt: skip
    assert to_json(content) == SHAPES["projects with everything"]


def test_what_needs_no_keeping_leaves_no_trace():
    for name in (
        "several profiles and all of the basics",
        "languages",
        "years only",
        "right to left",
        "a meta of its own",
    ):
        out = to_json(from_json(SHAPES[name]))
        assert "tpmPortal" not in out.get("meta", {})


def test_order_headings_and_texts_of_sections_are_kept():
    job, other = Entry(Kind.EXPERIENCE, "Lead", "Harbor"), Entry(Kind.EXPERIENCE, "Clerk", "Northwind")
    content = Content(Contact(name="M"), language="de", sections=(
        Section(Kind.SKILLS, "Was ich kann", entries=(Entry(Kind.SKILLS, "SQL"),)),
        Section(Kind.EXPERIENCE, "Experience", text="Since 2019:", entries=(job,)),
        Section(Kind.SUMMARY, "Profil", text="Ships."),
        Section(Kind.EXPERIENCE, "Earlier", entries=(other,)),
    ))  # fmt: skip
    out = to_json(content)
    assert errors(out) == []
    assert from_json(out) == content
    # Somebody took a job away and added two elsewhere.
    out["work"] = [out["work"][0], {"name": "A"}, {"name": "B"}]
    assert [(section.heading, len(section.entries)) for section in from_json(out).sections] == [
        ("Was ich kann", 1), ("Experience", 1), ("Profil", 0), ("Earlier", 2),
    ]  # fmt: skip
    del out["work"], out["basics"]["summary"]
    assert [section.heading for section in from_json(out).sections] == ["Was ich kann", "Experience"]


def test_what_the_schema_has_no_key_for_is_kept_beside():
    entry = Entry(Kind.PUBLICATIONS, "Plans", "Press", place="Oslo", starts="2020", words=("a",), level="x")
    content = Content(sections=(Section(Kind.PUBLICATIONS, "Publications", entries=(entry,)),))
    out = to_json(content)
    assert out["publications"][0]["tpmPortal"] == {"place": "Oslo", "starts": "2020", "level": "x", "words": ["a"]}
    assert from_json(out) == content


def test_an_address_is_written_whole_and_comes_back_as_typed():
    content = from_json({"basics": {"url": "y.example.org"}, "work": [{"name": "H", "url": "пример.example.org"}]})
    out = to_json(content)
    assert out["basics"] == {"url": "https://y.example.org", "urlText": "y.example.org"}
    assert out["work"] == [{"name": "H", "urlText": "пример.example.org"}]
    # Who changes the address elsewhere means it.
    out["basics"]["url"] = "https://z.example.org"
    assert from_json(out).contact.url == "https://z.example.org"
