"""The one page of how a learner can be reached."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from keeping.history import events_of
from keeping.models import Event
from resumes.base.models import Contact
from tests.factories.resumes import make_contact
from tests.forms import forms_of
from tests.kit import begins, text, unescaped, words

PAGE = "/resumes/contact/"
NONE = {"profiles-TOTAL_FORMS": "0", "profiles-INITIAL_FORMS": "0"}


def the_form(client):
    (form,) = [form for form in forms_of(client.get(PAGE), PAGE) if "phone" in form.typed]
    return form


def filled(**more):
    return {"token": str(uuid.uuid4()), "seen": "0", "name": "Ada Byron"} | NONE | more


def profiles(*rows):
    sent = {"profiles-TOTAL_FORMS": str(len(rows)), "profiles-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        names = ("network", "username", "url")
        sent |= {f"profiles-{number}-{name}": value for name, value in zip(names, row, strict=True)}
    return sent


def test_it_begins_with_what_the_account_says(learning, learner):
    learner.name = "قاسم"
    learner.save()
    said = dict(the_form(learning).fields)
    assert (said["name"], said["email"], said["seen"]) == ("قاسم", learner.email, "0")
    assert Contact.objects.count() == 0


def test_what_is_kept_is_one_row_that_the_same_page_changes(learning, learner):
    form = the_form(learning)
    rows = profiles(("LinkedIn", "ada", "linkedin.com/in/ada"))
    sent = form.data(name="Ada", phone="+1 555 0100", country_code="us", **rows)
    assert "Saved: " in words(learning.post(PAGE, sent, follow=True))
    row = Contact.objects.get()
    assert (row.user, row.phone, row.country_code, row.edition) == (learner, "+1 555 0100", "US", 1)
    assert row.profiles == [{"network": "LinkedIn", "username": "ada", "url": "https://linkedin.com/in/ada"}]
    response = learning.post(PAGE, the_form(learning).data(city="Austin"), follow=True)
    assert "Saved: " in words(response)
    row = Contact.objects.get()
    assert (row.city, row.phone, len(row.profiles), row.edition) == ("Austin", "+1 555 0100", 1, 2)
    learning.post(reverse("keeping:undo", args=[Event.objects.latest("pk").pk]))
    assert Contact.objects.get().city == ""


def test_the_first_form_sent_again_keeps_one_row_and_loses_no_words(learning):
    sent = the_form(learning).data(name="Ada")
    learning.post(PAGE, sent)
    assert "Nothing had changed." in words(learning.post(PAGE, sent, follow=True))
    response = learning.post(PAGE, sent | {"name": "Ada Byron"})
    assert response.status_code == 422
    assert "changed in another window" in unescaped(response)
    (again,) = [form for form in forms_of(response, PAGE) if "phone" in form.typed]
    assert dict(again.fields)["name"] == "Ada Byron"
    learning.post(PAGE, again.data())
    assert Contact.objects.get().name == "Ada Byron"


def test_an_older_window_does_not_win_in_silence(learning, learner):
    make_contact(learner)
    older, newer = the_form(learning), the_form(learning)
    learning.post(PAGE, newer.data(city="Dallas"))
    response = learning.post(PAGE, older.data(city="Houston"))
    assert (response.status_code, Contact.objects.get().city) == (422, "Dallas")
    assert "Houston" in text(response)


def test_an_emptied_row_goes_away_and_the_rest_stays(learning, learner):
    both = [{"network": name, "username": "", "url": ""} for name in ("LinkedIn", "GitHub")]
    make_contact(learner, profiles=both)
    learning.post(PAGE, the_form(learning).data(**{"profiles-0-network": ""}))
    assert Contact.objects.get().profiles == both[1:]


def test_a_form_without_the_rows_leaves_them(learning, learner):
    make_contact(learner, profiles=[{"network": "LinkedIn", "username": "", "url": ""}])
    learning.post(PAGE, {"token": uuid.uuid4(), "seen": "1", "name": "Ada"})
    row = Contact.objects.get()
    assert (row.name, len(row.profiles)) == ("Ada", 1)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Give your name, as it should appear at the top."),
        ("name", "\N{ZERO WIDTH SPACE}", "Give your name, as it should appear at the top."),
        ("name", "x" * 161, "Keep it to 160 characters; yours has 161."),
        ("name", "A\x00", "Null characters are not allowed."),
        ("email", "ada", "Enter a valid email address."),
        ("country_code", "U1", "Write the two letters of the country, such as US or DE."),
        ("country_code", "é", "Write the two letters of the country, such as US or DE."),
        ("url", "javascript:alert(1)", ""),
        ("seen", "x", ""),
        ("token", "x", ""),
    ],
)
def test_what_is_wrong_is_named_and_what_was_typed_stays(learning, field, value, said):
    response = learning.post(PAGE, filled(**{"city": "Zanzibar", field: value}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert said in unescaped(response)
    assert "Zanzibar" in text(response)
    assert Contact.objects.count() == 0


@pytest.mark.parametrize(
    "rows",
    [
        profiles(("x" * 61, "", "")),
        profiles(("LinkedIn", "x\x00", "")),
        profiles(("LinkedIn", "", "javascript:alert(1)")),
        profiles(*[("LinkedIn", "ada", "")] * 11),
        {"profiles-TOTAL_FORMS": "many", "profiles-INITIAL_FORMS": "0"},
        {"profiles-TOTAL_FORMS": "9" * 30, "profiles-INITIAL_FORMS": "0"},
    ],
)
def test_what_is_wrong_with_a_row_is_said_and_nothing_is_kept(learning, rows):
    response = learning.post(PAGE, filled(city="Zanzibar", **rows))
    assert response.status_code == 422
    assert "Zanzibar" in text(response)
    assert "Look again at your" in words(response)
    assert Contact.objects.count() == 0


def test_nobody_else_sees_it(client, learner, stranger, curator):
    row = make_contact(learner, name="Zanzibar")
    for other in (stranger, curator):
        client.force_login(other)
        assert "Zanzibar" not in text(client.get(PAGE))
        client.post(PAGE, filled(name="Theirs", token=str(row.token)))
    assert [event.act for event in events_of(row)] == ["added"]
    assert Contact.objects.get(user=stranger).name == "Theirs"
    client.logout()
    assert "Zanzibar" not in text(client.get(PAGE))
    assert begins(client.post(PAGE))
    client.force_login(learner)
    assert client.put(PAGE).status_code == 405


@pytest.mark.parametrize(
    "page",
    [
        "text",
        {"network": "X", "username": "me"},
        {"network": "X", "username": 5, "url": ""},
        {"network": "X", "username": "me", "url": "javascript:alert(1)"},
        {"network": "X", "username": "me", "url": "", "more": ""},
    ],
)
def test_pages_elsewhere_that_no_form_would_take_are_not_taken_from_a_file_either(page):
    with pytest.raises(ValidationError):
        Contact._meta.get_field("profiles").run_validators([page])
    Contact._meta.get_field("profiles").run_validators([{"network": "X", "username": "", "url": "https://x.org/"}])
