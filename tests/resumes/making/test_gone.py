"""A line that is deleted while somebody words it: what they typed is still there."""

from keeping import verbs
from resumes.making.loading import compose_resume
from resumes.models import Resume
from tests.factories import NOW
from tests.factories.evidence import make_position
from tests.factories.resumes import make_bullet, make_resume
from tests.kit import text


def test_what_was_typed_for_a_line_that_is_gone_can_be_saved_once_it_is_back(learning, learner):
    bullet = make_bullet(learner, text="Cut errors 38%", position=make_position(learner))
    resume = make_resume(learner)
    typed = {"key": f"bullet:{bullet.token}", "was": "Cut errors 38%", "wording": "Half an evening of words"}
    verbs.put_in_bin(bullet, at=NOW)
    response = learning.post(f"/resumes/{resume.pk}/word/", typed)
    assert response.status_code == 422
    assert "deleted meanwhile. What you typed is still below." in text(response)
    assert "Half an evening of words</textarea>" in text(response)
    assert learning.get(f"/resumes/{resume.pk}/word/?key={typed['key']}").status_code == 302
    bullet.refresh_from_db()
    verbs.bring_back(bullet, at=NOW)
    assert learning.post(f"/resumes/{resume.pk}/word/", typed).status_code == 302
    row = Resume.objects.with_layers().get()
    assert compose_resume(row, today=NOW.date()).lines[typed["key"]].text == typed["wording"]


def test_of_a_wording_and_of_what_a_file_said_only_what_was_typed_is_shown_to_a_visitor(client, learner):
    resume = make_resume(learner)
    worded = {"key": "text:summary", "was": "Before", "wording": "After"}
    response = client.post(f"/resumes/{resume.pk}/word/", worded)
    assert response.context["shown"] == [("wording", "After")]
    assert dict(response.context["fields"]) == worded
    line = {"entries-0-token": "x", "entries-0-said": "{}", "entries-0-title": "Lead", "bullets-0-of": "0"}
    line |= {"whose": str(learner.pk)}
    response = client.post("/resumes/bring/keep/", line)
    assert response.context["shown"] == [("entries-0-title", "Lead")]
    assert dict(response.context["fields"]) == line
