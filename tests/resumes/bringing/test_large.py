"""Resumes far longer than others, and parts of them that are odd: kept whole, or a sentence says what is not."""

import json

from resumes.bringing.forms import MOST_BULLETS, MOST_ENTRIES
from resumes.models import Annex, Bullet, Contact, Resume
from tests.kit import text
from tests.resumes.bringing.test_round_trip import brought, kept


def jobs(number, bullets):
    return [
        {
            "name": f"Employer {job}",
            "position": "Project manager",
            "startDate": f"{1960 + job % 60}",
            "highlights": [f"Result {job} {bullet}" for bullet in range(bullets)],
        }
        for job in range(number)
    ]


def test_sixty_jobs_with_their_bullets_are_kept(learning):
    page = brought(learning, {"basics": {"name": "Lena Okafor"}, "work": jobs(60, 6)})
    response = kept(learning, page)
    assert response.status_code == 302
    assert Bullet.objects.count() == 360


def test_the_longest_form_is_not_refused_for_its_number_of_fields(learning):
    shown = MOST_BULLETS // 100
    document = {"work": jobs(shown, 100) + jobs(MOST_ENTRIES - shown, 0)}
    page = brought(learning, document)
    assert "longer than any resume" not in text(page)
    # Damaged on purpose: whether it is read at all is the question, and the answer comes before anything is kept.
    response = kept(learning, page, **{"top-name": ""})
    assert response.status_code == 422
    assert len(response.context["form"].entries.forms) == MOST_ENTRIES
    assert len(response.context["form"].bullets.forms) == MOST_BULLETS


def test_what_a_form_cannot_hold_is_said(learning):
    many = brought(learning, {"work": jobs(MOST_ENTRIES + 1, 0)})
    assert f"Below are the first {MOST_ENTRIES} of {MOST_ENTRIES + 1} entries." in text(many)
    full = brought(learning, {"work": jobs(1, MOST_BULLETS + 1)})
    assert f"Below are the first {MOST_BULLETS} of {MOST_BULLETS + 1} bullets." in text(full)


def test_a_picture_in_a_resume_is_kept_with_the_rest(learning):
    picture = "data:image/png;base64," + "iVBORw0KGgo+/" * 20_000
    page = brought(learning, {"basics": {"name": "Lena Okafor", "image": picture}})
    assert kept(learning, page).status_code == 302
    resume = Resume.objects.get()
    assert json.loads(learning.get(f"/resumes/{resume.pk}/resume.json").content)["basics"]["image"] == picture


def test_letters_that_cannot_be_stored_are_signs_of_lost_ones(learning):
    page = brought(learning, {"basics": {"name": "Lena\0Okafor", "summary": "Half \ud800", "x": "\0"}})
    assert page.status_code == 200
    assert kept(learning, page).status_code == 302
    assert Contact.objects.get().name == "Lena\ufffdOkafor"


def test_hidden_fields_that_were_tampered_with_are_taken_for_nothing(learning):
    page = brought(learning, {"basics": {"name": "Lena Okafor"}, "work": jobs(1, 1)})
    said = {"contact-said": "[" * 9_000, "top-said": '{"extra": {"a": 1e999}}', "entries-0-said": '{"kind": NaN}'}
    assert kept(learning, page, **said).status_code == 302
    assert not Annex.objects.filter(said__has_key="extra").exists()
