import pytest

from applications.proof.schooling import is_technical


@pytest.mark.parametrize(
    ("title", "technical"),
    [
        ("B.Sc. Computer Science", True),
        ("BSc in Computing", True),
        ("Bachelor of Engineering", True),
        ("B.Eng. Mechatronics", True),
        ("BTech", True),
        ("M. Eng.", True),
        ("Information Systems", True),
        ("Wirtschaftsinformatik", True),
        ("Informatik", True),
        ("Bioengineering", True),
        ("Diplom-Ingenieur", True),
        ("Management of IT", True),
        ("Applied Mathematics", True),
        ("Cybersecurity", True),
        ("Bachelor of Science", False),
        ("Bachelor of Science in Psychology", False),
        ("How it works", False),
        ("Business Administration", False),
        ("Political Science", False),
        ("Medicine", False),
        ("", False),
    ],
)
def test_whether_a_title_says_a_technical_field(title, technical):
    assert is_technical(title) is technical
