"""What of a resume can be commented on, and how it reads."""

import pytest

from resumes.review.passages import called, said_in, with_boxes
from resumes.writing.content import Bullet, Content, Entry, Kind, Section
from resumes.writing.document import lay_out

JOBS = Section(
    Kind.EXPERIENCE,
    "Work",
    entries=(
        Entry(
            Kind.EXPERIENCE,
            title="Lead",
            organization="Acme",
            starts="2022",
            text="Ran it.",
            key="position:2",
            bullets=(Bullet("Cut costs 30%", "bullet:b"), Bullet("Of no row")),
        ),
        Entry(Kind.EXPERIENCE, title="Analyst", organization="Acme", starts="2020", ends="2022", key="position:1"),
    ),
)
SKILLS = Section(
    Kind.SKILLS,
    "Skills",
    entries=(Entry(Kind.SKILLS, title="Scrum", key="skill:a"), Entry(Kind.SKILLS, title="SQL", key="skill:b")),
)
SUMMARY = Section(Kind.SUMMARY, "Summary", text="First.\nSecond.")


def test_each_passage_reads_as_in_the_file_and_in_its_order():
    document = lay_out(Content(headline="A lead", sections=(SUMMARY, JOBS, SKILLS)))
    assert list(said_in(document).items()) == [
        ("", ""),
        ("text:headline", "A lead"),
        ("text:summary", "First.\nSecond."),
        ("section:experience", "Work"),
        ("position:2", "Lead · 2022 to present\nRan it."),
        ("bullet:b", "Cut costs 30%"),
        ("position:1", "Analyst · 2020 to 2022"),
        ("section:skills", "Skills\nScrum, SQL"),
    ]


def test_an_empty_resume_can_be_commented_on_as_a_whole():
    assert said_in(lay_out(Content())) == {"": ""}


def test_boxes_stand_with_their_passages_and_nowhere_else():
    document = lay_out(Content(sections=(SUMMARY, JOBS, SKILLS)))
    boxes = {key: f"<{key}>" for key in said_in(document)}
    summary, jobs, skills = with_boxes(document, boxes)
    assert [summary.box, jobs.box, skills.box] == ["<text:summary>", "<section:experience>", "<section:skills>"]
    # The employer of both has no box: what is said of it would be said of one of them.
    assert [piece.box for piece in jobs.pieces] == [None, "<position:2>", "<position:1>"]
    assert [bullet.box for bullet in jobs.pieces[1].bullets] == ["<bullet:b>", None]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", "the whole resume"),
        ("text:headline", "the line under the name"),
        ("text:summary", "the summary"),
        ("section:credentials", "the section Certifications"),
        ("section:x", "the section x"),
        ("bullet:1", "a bullet"),
        ("position:1", "an entry"),
    ],
)
def test_a_key_in_words(key, words):
    assert called(key) == words
