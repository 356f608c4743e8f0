import pytest

from resumes.reading.headings import heading_in, is_title
from resumes.writing.content import HEADINGS, Kind


@pytest.mark.parametrize(
    ("line", "kind", "text", "rest"),
    [
        ("Experience", Kind.EXPERIENCE, "Experience", ""),
        ("WORK EXPERIENCE:", Kind.EXPERIENCE, "WORK EXPERIENCE", ""),
        ("--- Employment History ---", Kind.EXPERIENCE, "Employment History", ""),
        ("E X P E R I E N C E", Kind.EXPERIENCE, "EXPERIENCE", ""),
        ("W O R K   H I S T O R Y", Kind.EXPERIENCE, "WORK HISTORY", ""),
        ("Experience (continued)", Kind.EXPERIENCE, "Experience", ""),
        ("Clinical Experience", Kind.EXPERIENCE, "Clinical Experience", ""),
        ("Licenses & Certifications", Kind.CREDENTIALS, "Licenses & Certifications", ""),
        ("Skills: Jira, SQL", Kind.SKILLS, "Skills", "Jira, SQL"),
        ("Languages: English", Kind.LANGUAGES, "Languages", "English"),
        ("Security Clearance", None, "Security Clearance", ""),
    ],
)
def test_headings_as_people_write_them(line, kind, text, rest):
    heading = heading_in(line)
    assert (heading.kind, heading.text, heading.rest) == (kind, text, rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "•",
        "Experience of ten years in logistics",
        "Worked on skills: Jira",
        "customer experience",
        "Experience: ten years",
        "x" * 500,
    ],
)
def test_what_is_no_heading(line):
    assert heading_in(line) is None


@pytest.mark.parametrize(("kind", "heading"), HEADINGS.items())
def test_the_headings_of_our_own_files_are_known(kind, heading):
    assert heading_in(heading).kind == kind


def test_contact_and_title_are_told_apart():
    assert heading_in("Contact Details").is_contact
    assert [is_title(line) for line in ("Curriculum Vitae", "RESUME", "Ana Diaz")] == [True, True, False]
