"""What LinkedIn's own archive becomes."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from resumes.reading.files import UnreadableError
from tests.factories.evidence import make_credential, make_skill
from tests.tpm_portal.elsewhere.archives import JOBS, WHOLE, archive
from tpm_portal.elsewhere.drafts import EDUCATION, HELD, POSITION, PROJECT
from tpm_portal.elsewhere.linkedin import Catalog, cells_in, load_catalog, read_archive, skills_in

TODAY = date(2025, 12, 1)
CATALOG = Catalog(
    {"project management professional pmp": "pmp", "project management professional": "pmp", "pmp": "pmp"},
    {"jira": ("jira", "Jira")},
)


def read(today=TODAY, catalog=CATALOG, **rows):
    cells, _ = cells_in(archive(**rows), "archive.zip")
    return read_archive(cells, catalog, part="led", kind="job", today=today)


def test_an_archive_becomes_rows_of_the_background_and_evidence():
    said = read(**WHOLE)
    assert said.refused == ()
    assert [(one.table, one.where, dict(one.values)) for one in said.drafts] == [
        (
            POSITION,
            "Positions.csv, row 2",
            {
                **{"employer": "Northwind", "title": "Project Manager", "place": "Austin, TX", "kind": "job"},
                **{"starts": "2021-03", "ends": "", "summary": "Led it.\n- Cut costs", "url": ""},
            },
        ),
        (
            POSITION,
            "Positions.csv, row 3",
            {
                **{"employer": "Harbor", "title": "Coordinator", "place": "", "kind": "job"},
                **{"starts": "2018", "ends": "2021-02", "summary": "", "url": ""},
            },
        ),
        (
            POSITION,
            "Volunteering.csv, row 2",
            {
                **{"employer": "Code Club", "title": "Tutor", "place": "", "kind": "volunteer"},
                **{"starts": "2019", "ends": "", "summary": "Education", "url": ""},
            },
        ),
        (
            EDUCATION,
            "Education.csv, row 2",
            {
                **{"level": "bachelor", "title": "BSc Physics", "institution": "UT", "accredited": False},
                **{"finished_on": "2014-12-31", "was_over": True},
            },
        ),
        (
            HELD,
            "Certifications.csv, row 2",
            {
                **{"credential": "pmp", "name": "", "issuer": "", "earned_on": "2022-01-31"},
                **{"expires_on": "2025-01-31", "number": "123", "url": "https://x.example/1"},
            },
        ),
        (
            HELD,
            "Certifications.csv, row 3",
            {
                **{"credential": None, "name": "AWS Cloud Practitioner", "issuer": "AWS", "earned_on": "2024-11-30"},
                **{"expires_on": None, "number": "", "url": ""},
            },
        ),
        (
            PROJECT,
            "Projects.csv, row 2",
            {
                **{"title": "Bikes", "kind": "job", "part": "led", "starts_on": "2020-01-01"},
                **{"ends_on": "2020-06-30", "exact": False, "description": "Counted.\n\nhttps://b.example"},
            },
        ),
    ]


def test_a_day_that_is_not_known_is_said_to_be_the_last_one():
    (degree,) = read(Education=WHOLE["Education"]).drafts
    assert degree.notes == ("Of 2014 the day is not known: Dec 31, 2014 is its last.",)
    # In the month that goes on, it was earned by today.
    (held,) = read(Certifications=[("CSM", "", "", "Dec 2025", "", "")]).drafts
    assert (held.values["earned_on"], held.notes) == (
        "2025-12-01",
        ("Of Dec 2025 the day is not known: Dec 1, 2025 is its last.",),
    )


def test_the_same_again_on_another_day_has_the_same_names():
    first, second = (read(today=today, **WHOLE) for today in (TODAY, date(2027, 3, 1)))
    assert [one.content for one in first.drafts] == [one.content for one in second.drafts]


@pytest.mark.parametrize(
    ("rows", "reasons"),
    [
        ({"Positions": [("A", "B", "", "", "janv. 2020", "")]}, ("“janv. 2020” is no date that is known here.",)),
        ({"Positions": [("A", "B", "", "", "Mar 2099", "")]}, ("Mar 2099 is in the future.",)),
        ({"Positions": [("A", "B", "", "", "Mar 2020", "Jan 2019")]}, ("It ends before it begins.",)),
        (
            {"Positions": [("A" * 161, "B", "", "", "", "")]},
            ("The employer is longer than 160 characters; it has 161.",),
        ),
        (
            {"Education": [("Udemy", "", "2019", "", "Nanodegree", "")]},
            ("We cannot tell the level of this degree. Add it in Background, where you choose it.",),
        ),
        (
            {"Education": [("UT", "", "", "", "", "")]},
            (
                "It names no degree. Courses belong to training, with their hours.",
                "It does not say when it was finished.",
            ),
        ),
        ({"Certifications": [("CSM", "", "", "", "", "")]}, ("It does not say when it was earned.",)),
        ({"Certifications": [("CSM", "", "", "2020", "2019", "")]}, ("It ran out before it was earned.",)),
        (
            {"Projects": [("Bikes", "", "", "2018", "")]},
            ("Of 2018 no month is known, and months of projects count. Add it by hand.",),
        ),
        ({"Projects": [("Bikes", "", "", "", "")]}, ("It does not say when it began.",)),
    ],
)
def test_a_row_that_has_no_honest_place_says_why(rows, reasons):
    said = read(**rows)
    assert ([one.reasons for one in said.refused], said.drafts) == ([reasons], ())


def test_a_row_can_do_without_what_does_not_fit_and_says_so():
    long = "x" * 2001
    said = read(
        Positions=[("A", "B", long, "", "2020", "")], Certifications=[("C", "no page", "", "2020", "", "9" * 81)]
    )
    job, held = said.drafts
    assert (job.values["summary"], job.notes) == (
        "",
        ("Without its description: it has 2,001 characters, and 2,000 fit.",),
    )
    assert (held.values["number"], held.values["url"]) == ("", "")
    assert held.notes[:2] == (
        "Without its number: it has 81 characters, and 80 fit.",
        "Without its link: “no page” is no web address that can be saved.",
    )


def test_the_same_job_twice_is_one_with_the_longer_text():
    said = read(Positions=[JOBS[0], ("NORTHWIND", "Project manager", "", "", "Mar 2021", "")])
    assert [one.values["summary"] for one in said.drafts] == ["Led it.\n- Cut costs"]
    assert said.remarks == ("1 of the rows stood there twice and is one.",)


def test_skills_are_named_and_do_not_come_in():
    cells, _ = cells_in(archive(Skills=[("JIRA",), ("Basket weaving",), ("Basket weaving",)]), "a.zip")
    claimed = skills_in(cells, CATALOG)
    assert (claimed.listed, claimed.others) == ({"jira": "Jira"}, ["Basket weaving"])
    assert read_archive(cells, CATALOG, part="", kind="", today=TODAY).drafts == ()


def test_a_file_of_any_name_is_named_without_marks_that_turn_the_line_around():
    cells, _ = cells_in(archive(Skills=[("Jira",)]), "a.zip")
    assert [one.where for one in cells] == ["Skills.csv, row 2"]
    alone = b"Name\r\nJira\r\n"
    (one,) = cells_in(alone, "../../\u202egpj.csv" + "x" * 200)[0]
    assert "\u202e" not in one.where
    assert len(one.file) == 80


@pytest.mark.django_db
def test_a_credential_of_the_catalog_is_known_by_its_name_and_its_letters(django_assert_num_queries):
    skill = make_skill()
    pmp = make_credential(name="Project Management Professional (PMP)")
    make_credential(name="Gone (GNE)", retired_at="2025-01-01T00:00Z")
    with django_assert_num_queries(3):
        catalog = load_catalog()
    names = ("project management professional pmp", "project management professional", "pmp")
    assert catalog.credentials == dict.fromkeys(names, pmp.slug)
    assert catalog.skills[skill.name.casefold()] == (skill.slug, skill.name)


class Counted(BytesIO):
    """A file that knows how much of it was read."""

    taken = 0

    def read(self, size=-1):
        data = super().read(size)
        self.taken += len(data)
        return data


def test_of_a_large_archive_only_the_tables_are_read():
    file = Counted(archive(**WHOLE))
    with ZipFile(file, "a") as packed:
        packed.writestr("Media Files/film.mp4", bytes(range(256)) * 160_000, compress_type=ZIP_STORED)
    file.taken = 0
    assert file.seek(0, 2) > 40_000_000
    cells, notes = cells_in(file, "archive.zip")
    assert (cells, notes) == cells_in(archive(**WHOLE), "archive.zip")
    assert file.taken < 200_000


def test_an_archive_with_a_list_without_end_is_refused_before_the_list_is_read():
    file = Counted()
    with ZipFile(file, "w") as packed:
        for number in range(9000):
            packed.writestr(f"{number:0100}.csv", "")
    file.taken = 0
    with pytest.raises(UnreadableError, match="more files in this archive"):
        cells_in(file, "archive.zip")
    assert file.taken < 100_000
