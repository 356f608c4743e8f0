import csv
from io import StringIO

import pytest

from resumes.reading import tables
from resumes.reading.files import UnreadableError
from resumes.reading.linkedin import propose_linkedin
from resumes.writing.content import Bullet, Contact, Entry, Kind, Place, Profile
from tests.factories.resume_files import make_zip

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers"
)
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On"
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities"
CERTIFICATIONS = "Name,Url,Authority,Started On,Finished On,License Number"
VOLUNTEERING = "Company Name,Role,Cause,Started On,Finished On,Description"


def table(header, *rows, preamble=""):
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return f"{preamble}{header}\r\n{text.getvalue()}"


JOBS = table(
    POSITIONS,
    ("Northwind", "Project Manager", "Led it.\n• Cut costs\n• Kept dates", "Austin, TX", "Mar 2021", ""),
    ("Harbor", "Coordinator", "", "", "2018", "Feb 2021"),
)


def read(parts, name="archive.zip"):
    return propose_linkedin(make_zip(parts) if isinstance(parts, dict) else parts, name)


def test_a_whole_archive_becomes_a_resume():
    imported = read(
        {
            "Profile.csv": table(
                PROFILE,
                (
                    *("Ana", "Diaz", "", "12 Mill Lane", "May 3", "Project Manager", "Plans that hold.", "IT", "78701"),
                    *("Austin, Texas", "[anad]", "[PORTFOLIO:https://ana.example,BLOG:https://b.example]", ""),
                ),
            ),
            "Email Addresses.csv": table(
                "Email Address,Confirmed,Primary,Updated On",
                ("old@example.org", "Yes", "No", ""),
                ("ana@example.org", "Yes", "Yes", ""),
            ),
            "PhoneNumbers.csv": table("Extension,Number,Type", ("", "+1 555 010 2233", "Mobile")),
            "Positions.csv": JOBS,
            "Education.csv": table(EDUCATION, ("UT", "2010", "2014", "With honors", "BSc Physics", "Rowing")),
            "Certifications.csv": table(
                CERTIFICATIONS, ("PMP", "https://x.example", "PMI", "Jan 2022", "Jan 2025", "123")
            ),
            "Skills.csv": table("Name", ("Jira",), ("SQL",)),
            "Projects.csv": table(
                "Title,Description,Url,Started On,Finished On", ("Bikes", "Counted.", "", "Jan 2020", "")
            ),
            "Languages.csv": table("Name,Proficiency", ("Spanish", "Native")),
            "Volunteering.csv": table(VOLUNTEERING, ("Code Club", "Tutor", "Education", "2019", "", "")),
            "Honors.csv": table("Title,Description,Issued On", ("Best Project", "Of all", "Jun 2020")),
            "Publications.csv": table(
                "Name,Published On,Description,Publisher,Url", ("Plans", "Jan 15, 2020", "", "Press", "")
            ),
            "Connections.csv": table("First Name,Last Name,URL", ("Bob", "Ray", "x")),
        }
    )
    content = imported.proposal.content
    assert imported.notes == ()
    assert content.contact == Contact(
        name="Ana Diaz",
        email="ana@example.org",
        phone="+1 555 010 2233",
        url="https://ana.example",
        place=Place("12 Mill Lane", "78701", "Austin", "Texas"),
        profiles=(Profile("Twitter", "anad", "https://twitter.com/anad"), Profile(url="https://b.example")),
    )
    assert content.headline == "Project Manager"
    assert [(section.kind, section.text, section.entries) for section in content.sections] == [
        (Kind.SUMMARY, "Plans that hold.", ()),
        (
            Kind.EXPERIENCE,
            "",
            (
                Entry(
                    Kind.EXPERIENCE,
                    "Project Manager",
                    "Northwind",
                    "Austin, TX",
                    "2021-03",
                    text="Led it.",
                    bullets=(Bullet("Cut costs"), Bullet("Kept dates")),
                ),
                Entry(Kind.EXPERIENCE, "Coordinator", "Harbor", "", "2018", "2021-02"),
            ),
        ),
        (Kind.PROJECTS, "", (Entry(Kind.PROJECTS, "Bikes", starts="2020-01", text="Counted."),)),
        (
            Kind.EDUCATION,
            "",
            (Entry(Kind.EDUCATION, "BSc Physics", "UT", starts="2010", ends="2014", text="With honors\nRowing"),),
        ),
        (
            Kind.CREDENTIALS,
            "",
            (
                Entry(
                    Kind.CREDENTIALS,
                    "PMP",
                    "PMI",
                    ends="2022-01",
                    text="Expires Jan 2025\n123",
                    url="https://x.example",
                ),
            ),
        ),
        (Kind.SKILLS, "", (Entry(Kind.SKILLS, "Jira"), Entry(Kind.SKILLS, "SQL"))),
        (
            Kind.VOLUNTEERING,
            "",
            (Entry(Kind.VOLUNTEERING, "Tutor", "Code Club", starts="2019", words=("Education",)),),
        ),
        (Kind.LANGUAGES, "", (Entry(Kind.LANGUAGES, "Spanish", level="Native"),)),
        (Kind.AWARDS, "", (Entry(Kind.AWARDS, "Best Project", ends="2020-06", text="Of all"),)),
        (Kind.PUBLICATIONS, "", (Entry(Kind.PUBLICATIONS, "Plans", "Press", ends="2020-01-15"),)),
    ]
    assert [line.text for line in imported.proposal.leftover] == ["old@example.org | Yes | No"]


@pytest.mark.parametrize(
    "parts",
    [
        {"Positions.csv": JOBS},
        {"Basic/Berufserfahrung.csv": JOBS},
        {"a/b/Positions.CSV": "\ufeff" + JOBS},
        {"Positions.csv": "Notes:\r\n\r\nThis is a word about it\r\n\r\n" + JOBS},
        {"Positions.csv": JOBS.replace("Northwind", "Nørthwind").replace("ø", "o").encode("cp1252")},
        JOBS.encode(),
        JOBS.replace("\r\n", "\n").encode("utf-8-sig"),
    ],
    ids=["plain", "folder and name", "byte-order mark", "preamble", "windows", "alone", "alone with a mark"],
)
def test_a_table_is_known_by_its_columns(parts):
    jobs = read(parts).proposal.entries(Kind.EXPERIENCE)
    assert [(job.title, job.organization) for job in jobs] == [
        ("Project Manager", "Northwind"),
        ("Coordinator", "Harbor"),
    ]


def test_letters_of_excel_are_read():
    jobs = read(table(POSITIONS, ("Zoë & Söhne", "Lead", "", "", "2018", "")).encode("cp1252"))
    assert jobs.proposal.entries(Kind.EXPERIENCE)[0].organization == "Zoë & Söhne"


def test_the_same_job_twice_is_one_with_the_longer_text_and_both_rows():
    row = ("Northwind", "Lead", "Short.", "", "Mar 2021", "")
    imported = read(
        {"Positions.csv": table(POSITIONS, row, ("NORTHWIND", "Lead", "A longer one.", "", "Mar 2021", ""))}
    )
    (one,) = imported.proposal.sections[0].entries
    assert (one.entry.text, [line.number for line in one.lines]) == ("A longer one.", [2, 3])
    assert imported.notes == ("Positions: 1 of the rows stood there twice and is one.",)


def test_a_date_that_is_none_is_said_and_not_made_up():
    imported = read({"Positions.csv": table(POSITIONS, ("Northwind", "Lead", "", "", "janv. 2020", ""))})
    assert imported.proposal.entries(Kind.EXPERIENCE)[0].starts == ""
    assert imported.notes == ("Positions.csv, row 2: “janv. 2020” is no date that is known here.",)


def test_a_table_that_cannot_be_read_is_said_and_the_others_are():
    imported = read(
        {"Positions.csv": JOBS, "Skills.csv": b"Name\r\n\x81\xe2\x28\xa1", "Languages.csv": 'Name,Proficiency\n"'}
    )
    assert len(imported.proposal.entries(Kind.EXPERIENCE)) == 2
    assert [note.split(" was")[0] for note in imported.notes] == ["Skills.csv"]


def test_a_quotation_mark_that_is_never_closed_is_said():
    imported = read({"Positions.csv": JOBS, "Skills.csv": 'Name\r\n"' + "x" * 140_000})
    assert imported.notes == (
        "Skills.csv was not read: a quotation mark in it is never closed, or a cell is too long.",
    )


@pytest.mark.parametrize(
    "data",
    [
        make_zip({"a.txt": "x"}),
        make_zip({"Messages.csv": "FROM,TO\r\na,b"}),
        b"a,b\r\n1,2",
        b"",
        b"\0" * 50,
        make_zip({}),
    ],
    ids=["no table", "another table", "another file", "empty", "NULs", "empty folder"],
)
def test_what_is_no_archive_is_refused_in_words(data):
    with pytest.raises(UnreadableError, match="nothing of a resume"):
        propose_linkedin(data, "a.csv")


def test_a_damaged_archive_is_refused():
    with pytest.raises(UnreadableError, match="damaged"):
        propose_linkedin(make_zip({"Positions.csv": JOBS})[:-30], "a.zip")


def test_a_large_table_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(tables, "MOST_IN_A_FILE", 2_000)
    bomb = {"Positions.csv": JOBS + "x" * 2_000, "Skills.csv": table("Name", ("Jira",))}
    assert [section.kind for section in read(bomb).proposal.sections] == [Kind.SKILLS]


def test_no_more_is_unpacked_than_a_ceiling_for_all_together(monkeypatch):
    monkeypatch.setattr(tables, "MOST_IN_ALL", len(JOBS) + 5)
    parts = {"Positions.csv": JOBS, "Skills.csv": table("Name", ("Jira",))}
    assert [section.kind for section in read(parts).proposal.sections] == [Kind.EXPERIENCE]


def test_a_very_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_MEGABYTES", 0)
    with pytest.raises(UnreadableError, match="more than 0 MB"):
        read(JOBS.encode() * 9)


def test_more_rows_than_anybody_has_are_cut_and_that_is_said():
    imported = read({"Skills.csv": "Name\r\n" + "\r\n".join(str(n) for n in range(2_005))})
    assert len(imported.proposal.entries(Kind.SKILLS)) == 2_000
    assert imported.notes == ("Of Skills.csv only the first 2,000 rows were read.",)
