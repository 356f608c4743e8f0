"""A JSON Resume document that comes into the site goes out again with the same meaning, through every table."""

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from evidence.models import Education, Position
from resumes.models import Annex, Bullet, Contact, Resume
from resumes.writing.json_resume import from_json
from resumes.writing.words import link_of
from tests.factories.resumes import composed, make_resume
from tests.forms import forms_of
from tests.kit import text, unescaped
from tests.resumes.shapes import SHAPES
from tests.resumes.writing.test_json_resume import errors, without_keys


def brought(client, document):
    """The page of proposals for a document."""
    file = SimpleUploadedFile("resume.json", json.dumps(document).encode())
    return client.post("/resumes/bring/", {"file": file})


def kept(client, page, **typed):
    (form,) = [one for one in forms_of(page, "/resumes/bring/") if one.action == "/resumes/bring/keep/"]
    return client.post(form.action, form.data(form.buttons[-1], **typed))


def went_out(client):
    resume = Resume.objects.latest("pk")
    return json.loads(client.get(f"/resumes/{resume.pk}/resume.json").content)


def meaning(content):
    """A content without the keys of rows; addresses are whole, as the site keeps them."""

    def whole(one):
        return replace(one, url=link_of(one.url) or one.url)

    content = without_keys(content)
    contact = whole(replace(content.contact, profiles=tuple(map(whole, content.contact.profiles))))
    sections = tuple(replace(section, entries=tuple(map(whole, section.entries))) for section in content.sections)
    return replace(content, contact=contact, sections=sections)


@pytest.mark.parametrize("name", SHAPES)
def test_what_came_in_goes_out_again(learning, name):
    page = brought(learning, SHAPES[name])
    assert page.status_code == 200
    assert not Resume.objects.exists()
    response = kept(learning, page)
    assert response.status_code == 302, [str(error) for error in response.context["form"].errors]
    out = went_out(learning)
    assert errors(out) == []
    assert meaning(from_json(out)) == meaning(from_json(SHAPES[name]))


SAID = {
    "basics": {"name": "Lena Okafor", "email": "lena@example.org"},
    "work": [
        {"name": "Acme", "position": "Lead", "startDate": "2021", "highlights": ["Shipped 3 releases", "Cut costs"]}
    ],
    "education": [{"institution": "Leeds", "area": "Physics", "studyType": "BSc", "endDate": "2014"}],
}


def test_only_what_is_ticked_is_kept(learning, learner):
    page = brought(learning, SAID)
    kept(learning, page, **{"bullets-1-keep": "", "entries-1-keep": "", "top-make": ""})
    assert list(Position.objects.values_list("user", "employer", "title", "starts", "ends")) == [
        (learner.pk, "Acme", "Lead", "2021", "")
    ]
    assert list(Bullet.objects.values_list("text", "position__employer")) == [("Shipped 3 releases", "Acme")]
    assert not Education.objects.exists()
    assert not Resume.objects.exists()
    assert Contact.objects.get().name == "Lena Okafor"


def test_the_same_press_again_keeps_nothing_twice(learning):
    page = brought(learning, SAID)
    first, again = kept(learning, page), kept(learning, page)
    assert first.url == again.url
    numbers = [model.objects.count() for model in (Position, Bullet, Education, Resume, Contact, Annex)]
    # Of the contact data, the degree and what its year alone says.
    assert numbers == [1, 2, 1, 1, 1, 2]


def test_what_is_there_already_has_no_tick_when_the_file_comes_again(learning):
    kept(learning, brought(learning, SAID))
    page = brought(learning, SAID)
    form = page.context["form"]
    assert [line["keep"].value() for line in form.entries] == [False, False]
    assert [line["keep"].value() for line in form.bullets] == [False, False]
    assert form.contact["keep"].value() is False
    kept(learning, page)
    # Another resume, drawn from the same rows.
    assert (Position.objects.count(), Resume.objects.count()) == (1, 2)
    assert went_out(learning)["work"][0]["highlights"] == ["Shipped 3 releases", "Cut costs"]


def test_a_bullet_of_a_line_that_is_there_already_stands_under_it(learning):
    kept(learning, brought(learning, SAID))
    more = {**SAID, "work": [{**SAID["work"][0], "highlights": ["Hired four people"]}]}
    kept(learning, brought(learning, more))
    assert Bullet.objects.get(text="Hired four people").position == Position.objects.get()


def test_other_resumes_stay_as_they_are_unless_they_should_show_it_too(learning, learner):
    base = make_resume(learner, name="Base")
    tailored = make_resume(learner, name="Acme", base=base)
    kept(learning, brought(learning, SAID))
    key = f"position:{Position.objects.get().token}"
    assert [composed(row).lines[key].shown for row in (base, tailored, Resume.objects.latest("pk"))] == [
        *(False, False),
        True,
    ]
    assert base.revisions.first().what == "Left out what was brought in"
    other = {"work": [{"name": "Initech", "position": "Analyst"}]}
    kept(learning, brought(learning, other), **{"top-apart": "", "top-make": ""})
    key = f"position:{Position.objects.latest('pk').token}"
    assert [composed(row).lines[key].shown for row in (base, tailored)] == [True, True]


def test_what_is_corrected_in_the_form_is_what_is_kept(learning):
    page = brought(learning, SAID)
    kept(learning, page, **{"entries-0-title": "Delivery lead", "entries-0-starts": "2021-03", "bullets-0-text": "Led"})
    row = Position.objects.get()
    assert (row.title, row.starts) == ("Delivery lead", "2021-03")
    assert Bullet.objects.filter(text="Led").exists()
    assert went_out(learning)["work"][0]["position"] == "Delivery lead"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"entries-0-title": "", "entries-0-organization": ""}, "Say what it is, or clear its check mark."),
        ({"entries-0-starts": "last year"}, "Write a year, a month or a day, such as 2021, 2021-03 or 2021-03-15."),
        ({"entries-0-ends": "2020"}, "It ends before it begins."),
        ({"entries-0-title": "x" * 161}, "Keep it to 160 characters for a job."),
        ({"bullets-0-text": "x" * 601}, "Keep it to 600 characters; yours has 601."),
        ({"bullets-0-text": " "}, "Write the bullet, or clear its check mark."),
        ({"top-name": ""}, "Give it a name by which you know it again."),
        ({"contact-email": "lena@"}, "Enter a valid email address."),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(learning, typed, said):
    page = brought(learning, SAID)
    response = kept(learning, page, **typed, **{"bullets-1-text": "Typed over"})
    assert response.status_code == 422
    assert any(said in error for error in response.context["form"].errors)
    assert "Typed over" in text(response)
    assert not Position.objects.exists()
    assert not Contact.objects.exists()


def test_a_hidden_field_that_was_tampered_with_is_read_as_nothing(learning):
    for said, status in (("{", 302), ("[]", 302), ('{"kind": "nonsense"}', 302), ("9" * 400, 302), ("\0", 422)):
        page = brought(learning, SAID)
        typed = {"entries-0-said": said, "contact-said": said, "top-said": said}
        assert kept(learning, page, **typed).status_code == status


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b"", "This file is empty."),
        ("a.json", b'{"basics": []}', "basics"),
        ("a.json", b"{" * 100_000, "JSON"),
        ("a.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("a.bin", bytes(range(256)), "are read here"),
    ],
)
def test_a_file_that_is_not_read_says_why(learning, name, data, said):
    response = learning.post("/resumes/bring/", {"file": SimpleUploadedFile(name, data)})
    assert response.status_code == 422
    assert said in unescaped(response)


def test_nobody_else_and_no_visitor_brings_anything(client, learner, stranger):
    client.force_login(learner)
    page = brought(client, SAID)
    client.force_login(stranger)
    kept(client, page)
    assert not Position.objects.filter(user=learner).exists()
    client.logout()
    assert client.get("/resumes/bring/").status_code == 200
