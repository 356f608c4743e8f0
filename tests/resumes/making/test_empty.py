"""A resume of somebody who has recorded nothing yet: it says where to begin."""

from tests.factories.evidence import make_position
from tests.factories.resumes import make_contact, make_resume
from tests.kit import text

BEGIN = "Nothing to show yet"
NOTHING_READ = "This resume says nothing yet, so there is nothing to look for."


def test_an_empty_resume_says_where_to_begin(learning, learner):
    resume = make_resume(learner)
    page = text(learning.get(f"/resumes/{resume.pk}/"))
    assert BEGIN in page
    assert 'href="/evidence/jobs/add/"' in page
    make_position(learner)
    assert BEGIN not in text(learning.get(f"/resumes/{resume.pk}/"))


def test_in_an_empty_resume_a_machine_looks_for_nothing(learning, learner):
    resume = make_resume(learner)
    assert NOTHING_READ in text(learning.get(f"/resumes/{resume.pk}/read/?file=docx"))
    make_contact(learner)
    assert NOTHING_READ not in text(learning.get(f"/resumes/{resume.pk}/read/?file=docx"))


def test_contact_data_that_nobody_gave_yet_have_no_history(learning, learner):
    assert "History" not in text(learning.get("/resumes/contact/"))
    make_contact(learner)
    assert "History" in text(learning.get("/resumes/contact/"))


def test_a_heading_is_renamed_and_a_line_is_reworded(learning, learner):
    make_position(learner)
    page = text(learning.get(f"/resumes/{make_resume(learner).pk}/"))
    assert 'aria-label="Rename here: Experience">Rename</a>' in page
    assert page.count(">Rename</a>") == 2
    assert page.count(">Reword</a>") == 1
