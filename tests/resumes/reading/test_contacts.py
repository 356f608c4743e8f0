import pytest

from resumes.reading.contacts import contact_in
from resumes.reading.proposal import Line
from resumes.writing.content import Contact, Place, Profile


def read(*texts):
    return contact_in([Line(number, text) for number, text in enumerate(texts, start=1)])


AUSTIN = Place(city="Austin", region="TX")
LINKEDIN = Profile("LinkedIn", "anadiaz", "https://linkedin.com/in/anadiaz")


@pytest.mark.parametrize(
    ("lines", "contact", "headline"),
    [
        (["Ana Diaz", "ana@example.org"], Contact("Ana Diaz", "ana@example.org"), ""),
        (["ana@example.org", "Ana Diaz"], Contact("Ana Diaz", "ana@example.org"), ""),
        (["Resume", "Ana Diaz", "Scrum Master"], Contact("Ana Diaz"), "Scrum Master"),
        (["Ana Diaz | Austin, TX | 555-010-2233"], Contact("Ana Diaz", phone="555-010-2233", place=AUSTIN), ""),
        (["Ana Diaz", "Phone: (555) 010-2233 Email: a@b.org"], Contact("Ana Diaz", "a@b.org", "(555) 010-2233"), ""),
        (["Ana Diaz", "linkedin.com/in/anadiaz"], Contact("Ana Diaz", profiles=(LINKEDIN,)), ""),
        (["Ana Diaz", "https://ana.dev/work."], Contact("Ana Diaz", url="https://ana.dev/work"), ""),
        (["Ana Diaz", "\uf095 +49 30 1234567"], Contact("Ana Diaz", phone="+49 30 1234567"), ""),
        (
            ["Ana Diaz", "12 Mill Lane, Austin, TX 78701"],
            Contact("Ana Diaz", place=Place("12 Mill Lane", "78701", "Austin", "TX")),
            "",
        ),
        (
            ["Ana Diaz", "Austin, TX, US"],
            Contact("Ana Diaz", place=Place(city="Austin", region="TX", country_code="US")),
            "",
        ),
        (
            ["Ana Diaz", "1200 North Boulevard, Building 4,", "Apartment 1207-B, 8004 Zürich"],
            Contact("Ana Diaz", place=Place("1200 North Boulevard, Building 4, Apartment 1207-B, 8004 Zürich")),
            "",
        ),
        (["محمد العلي"], Contact("محمد العلي"), ""),
        (["Ludwig van der Rohe"], Contact("Ludwig van der Rohe"), ""),
        (["Maria de Souza"], Contact("Maria de Souza"), ""),
        (["Project Manager"], Contact(), ""),
        (["worked from 2019 to 2021"], Contact(), ""),
        (["2019 - 2021"], Contact(), ""),
        ([""], Contact(), ""),
    ],
)
def test_who_and_how_to_reach_them(lines, contact, headline):
    found = read(*lines)
    assert (found.contact, found.headline) == (contact, headline)


def test_a_second_address_is_not_swallowed():
    found = read("Ana Diaz", "a@example.org", "b@example.org", "A sentence about Ana that stands before any heading.")
    assert found.contact.email == "a@example.org"
    assert [line.number for line in found.rest] == [4]
    assert found.headline == "b@example.org"
