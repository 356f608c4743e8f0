"""Education, training, held credentials and their renewal: kept, refused, deleted and brought back."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import quote

import pytest
from django.utils import timezone

from accounts.models import User
from evidence.ledger.loading import load_person
from evidence.models import Education, HeldCredential, RenewalUnits, Training
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_held,
    make_own,
    make_renewal_rule,
    make_training,
)
from tests.factories.keeping import make_deletion, restore_address
from tests.kit import begins, text, words

PAGE = "/evidence/background/"
TODAY = timezone.localdate()
EVIL = "https://evil.example/"


def make_units(holding, **fields):
    defaults = {"holding": holding, "what": "A talk", "units": Decimal("1.5"), "earned_on": date(2026, 3, 1)}
    return make_own(RenewalUnits, holding.user, **(defaults | fields))


KINDS = ["education", "training", "credential", "units"]
MODELS = {"education": Education, "training": Training, "credential": HeldCredential, "units": RenewalUnits}


def make_row(kind, user):
    if kind == "education":
        return make_education(user, title="Secret degree")
    if kind == "training":
        return make_training(user, title="Secret course")
    holding = make_held(user, make_credential(name="Secret credential"))
    return holding if kind == "credential" else make_units(holding, what="Secret units")


def filled(kind, user, /, **fields):
    """What a learner sends to add a row of the kind; a field set to None is left out."""
    sent = {"token": str(uuid.uuid4()), "seen": "0"}
    if kind == "education":
        sent |= {"level": "bachelor", "finished_on": "2015-06-30", "title": "BSc", "institution": "A school"}
    elif kind == "training":
        sent |= {"title": "A course", "kind": "pm_education", "hours": "35.5", "finished_on": "2024-03-31"}
    elif kind == "credential":
        sent |= {"credential": str(make_credential().pk), "earned_on": "2024-06-15", "expires_on": "2027-06-14"}
    else:
        holding = make_held(user, make_credential())
        sent |= {"holding": str(holding.pk), "what": "A talk", "units": "1.25", "earned_on": "2026-03-01"}
    return {name: value for name, value in (sent | fields).items() if value is not None}


def errors(response):
    assert response.status_code == 422
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_is_kept_once_changed_and_undone(learning, learner, kind):
    model, sent = MODELS[kind], filled(kind, learner)
    for _ in range(2):
        response = learning.post(f"{PAGE}add/{kind}/", sent)
        assert (response.status_code, response.url.partition("#")[0]) == (302, PAGE)
    row = model.objects.get()
    assert row.user == learner
    kept = row.document()
    # The form opens with what is kept, and saving it as it is changes nothing.
    edit = f"{PAGE}{kind}/{row.pk}/edit/"
    form = learning.get(edit).context["form"]
    opened = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    assert learning.post(edit, opened).status_code == 302
    assert [event.act for event in events_of(row)] == ["added"]
    name = {"education": "finished_on", "training": "finished_on", "credential": "earned_on", "units": "earned_on"}[
        kind
    ]
    assert learning.post(edit, opened | {name: "2014-05-06"}).status_code == 302
    row.refresh_from_db()
    assert row.document() == kept | {name: "2014-05-06"}
    assert f"Changed: {name.replace('_', ' ')}" in words(learning.get(edit))
    undo = f"/undo/{Event.objects.latest('pk').pk}/"
    assert f'action="{undo}"' in words(learning.get(edit))
    for _ in range(2):
        assert learning.post(undo, {"back": PAGE}).url == PAGE
    row.refresh_from_db()
    assert row.document() == kept


def named(user, **fields):
    """What a learner sends who names a credential that is not in the list."""
    said = {"credential": "", "name": "Certified Scrum Product Owner", "issuer": "Scrum Alliance"}
    return filled("credential", user, **(said | fields))


def test_any_credential_can_be_named(learning, learner):
    assert learning.post(f"{PAGE}add/credential/", named(learner)).status_code == 302
    row = HeldCredential.objects.get()
    assert (row.credential, row.name, row.issuer) == (None, "Certified Scrum Product Owner", "Scrum Alliance")
    assert row.document()["credential"] is None
    body = words(learning.get(PAGE))
    assert "Certified Scrum Product Owner" in body
    assert "Scrum Alliance" in body
    # No rule names it, so it counts for nothing.
    assert load_person(learner).held == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": ""}, {"credential": ["Choose the credential, or name it below."]}),
        ({"name": "a listed ONE"}, {"name": ["A listed one is in the list: choose it there, so that rules know it."]}),
    ],
)
def test_a_credential_is_named_once(learning, learner, fields, expected):
    make_credential(name="A listed one")
    assert errors(learning.post(f"{PAGE}add/credential/", named(learner, **fields))) == expected


def test_one_of_the_list_has_no_name_and_no_issuer_of_ones_own(learning, learner):
    sent = filled("credential", learner, name="Mine", issuer="Somebody")
    assert errors(learning.post(f"{PAGE}add/credential/", sent)) == {
        "name": ["Choose one from the list or name another, not both."],
        "issuer": ["Leave this empty: we know who issues what is in the list."],
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_deleted_comes_back_by_the_message_and_from_the_bin(learning, learner, kind):
    model, row = MODELS[kind], make_row(kind, learner)
    for page in (PAGE, "/bin/"):
        for expected in ("Deleted: Secret", "It was already deleted: Secret"):
            assert learning.post(f"{PAGE}{kind}/{row.pk}/bin/").url == PAGE
            restore, body = restore_address(row), words(learning.get(PAGE))
            assert expected in body
            assert (f'action="{restore}"' in body) is (expected == "Deleted: Secret")
        assert list(model.objects.for_user(learner)) == []
        assert learning.get(f"{PAGE}{kind}/{row.pk}/edit/").status_code == 404
        assert f'action="{restore}"' in words(learning.get("/bin/"))
        for expected in ("Restored: Secret", "Nothing to restore: Secret"):
            assert learning.post(restore, {"back": page}).url == page
            assert expected in words(learning.get(page))
        assert list(model.objects.for_user(learner)) == [row]
    assert [event.act for event in events_of(row)] == ["restored", "binned", "restored", "binned", "added"]


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_elses_row_is_not_there(client, learner, stranger, curator, kind):
    row = make_row(kind, learner)
    event = Event.objects.filter(subject=MODELS[kind]._meta.label_lower).get()
    deletion = make_deletion(learner, subject=event.subject, token=row.token)
    for user in (stranger, curator):
        client.force_login(user)
        assert "Secret" not in words(client.get(PAGE))
        edit = f"{PAGE}{kind}/{row.pk}/edit/"
        assert (client.get(edit).status_code, client.post(edit, filled(kind, user)).status_code) == (404, 404)
        for act in (
            f"{PAGE}{kind}/{row.pk}/bin/",
            f"/bin/{deletion.pk}/restore/",
            f"/evidence/bin/{MODELS[kind].__name__.lower()}/{row.pk}/restore/",
            f"/undo/{event.pk}/",
        ):
            assert client.post(act).status_code == 404
    assert list(MODELS[kind].objects.for_user(learner)) == [row]
    assert [event.act for event in events_of(row)] == ["added"]


def test_units_go_only_to_ones_own_credential(learning, learner, stranger):
    foreign = make_held(stranger, make_credential(name="Theirs"))
    binned = make_held(learner, make_credential(name="In the bin"))
    verbs.put_in_bin(binned, at=timezone.now())
    assert "Theirs" not in words(learning.get(f"{PAGE}add/units/?holding={foreign.pk}"))
    for holding in (foreign.pk, binned.pk, "x", "\x00", "9" * 5000):
        sent = filled("units", learner, holding=str(holding))
        assert list(errors(learning.post(f"{PAGE}add/units/", sent))) == ["holding"]
    assert not RenewalUnits.objects.exists()


EARLY = ["Choose a day from 1950 on."]
FUTURE = [f"This cannot be in the future. Today is {TODAY:%b %-d, %Y}."]
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
DAY = ["Give the day. If you only know the month, take its last day."]
LONG = "Keep it to {} characters; yours has 50000. It is not saved yet."


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (
            "education",
            {"level": "none"},
            {"level": ["Select a valid choice. none is not one of the available choices."]},
        ),
        ("education", {"level": ""}, {"level": ["Choose the level you finished."]}),
        ("education", {"finished_on": ""}, {"finished_on": DAY}),
        ("education", {"finished_on": "1949-12-31"}, {"finished_on": EARLY}),
        (
            "education",
            {"finished_on": f"{TODAY.year + 51}-01-01"},
            {"finished_on": [f"Choose a year up to {TODAY.year + 50}."]},
        ),
        ("education", {"title": "x" * 50_000}, {"title": [LONG.format(160)]}),
        ("education", {"institution": "a\x00b"}, {"institution": ["Null characters are not allowed."]}),
        ("training", {"hours": "0"}, {"hours": ["Ensure this value is greater than or equal to 0.1."]}),
        ("training", {"hours": "1.25"}, {"hours": ["Ensure that there are no more than 1 decimal place."]}),
        ("training", {"hours": "NaN"}, {"hours": ["Write a number in digits, such as 12.5."]}),
        ("training", {"finished_on": TOMORROW}, {"finished_on": FUTURE}),
        ("training", {"finished_on": "1949-12-31"}, {"finished_on": EARLY}),
        (
            "training",
            {"url": "not a link"},
            {"url": ["This is not a web address. It looks like https://example.org/page."]},
        ),
        (
            "training",
            {"url": "ftp://example.org/"},
            {"url": ["Only addresses that start with https:// or http:// can be saved."]},
        ),
        (
            "training",
            {"kind": "issuer_course"},
            {"credential": ["Choose the credential that the issuer's course leads to: it counts for no other."]},
        ),
        ("credential", {"credential": ""}, {"credential": ["Choose the credential, or name it below."]}),
        ("credential", {"earned_on": TOMORROW, "expires_on": ""}, {"earned_on": FUTURE}),
        (
            "credential",
            {"expires_on": "2024-06-14"},
            {"expires_on": ["This is before the day it was earned, Jun 15, 2024."]},
        ),
        (
            "credential",
            {"expires_on": f"{TODAY.year + 51}-01-01"},
            {"expires_on": [f"Choose a year up to {TODAY.year + 50}."]},
        ),
        ("units", {"units": "0"}, {"units": ["Ensure this value is greater than or equal to 0.01."]}),
        ("units", {"units": "1000.01"}, {"units": ["Ensure this value is less than or equal to 1000."]}),
        ("units", {"earned_on": TOMORROW}, {"earned_on": FUTURE}),
        ("units", {"what": ""}, {"what": ["This field is required."]}),
    ],
    ids=lambda value: str(value)[:60],
)
def test_nonsense_is_refused_beside_its_field_and_what_was_typed_is_kept(learning, learner, kind, fields, expected):
    response = learning.post(f"{PAGE}add/{kind}/", filled(kind, learner, **fields))
    assert errors(response) == expected
    assert not MODELS[kind].objects.exists()
    assert {name: response.context["form"][name].value() for name in fields} == fields
    assert "Not saved yet." in words(response)


def test_an_issuers_course_is_kept_with_its_credential(learning, learner):
    credential = make_credential()
    sent = filled("training", learner, kind="issuer_course", credential=str(credential.pk))
    learning.post(f"{PAGE}add/training/", sent)
    assert Training.objects.get().course().credential == credential.slug


def test_no_level_is_chosen_beforehand(learning):
    assert '<option value="" selected>Choose one</option>' in text(learning.get(f"{PAGE}add/education/"))


@pytest.mark.parametrize(("kind", "field"), [("education", "level"), ("training", "kind")])
def test_what_can_be_chosen_begins_with_a_capital(learning, kind, field):
    labels = [label for _, label in learning.get(f"{PAGE}add/{kind}/").context["form"].fields[field].choices]
    assert len(labels) > 1
    assert [label for label in labels if not label[:1].isupper()] == []


def test_a_credential_that_is_no_longer_listed_stays_with_those_who_have_it(learning, learner):
    degree, retired, listed = make_credential(kind="degree"), make_credential(), make_credential()
    held = make_held(learner, retired)
    retired.retire(at=timezone.now())

    def offered(address):
        return list(learning.get(address).context["form"].fields["credential"].queryset)

    assert offered(f"{PAGE}add/credential/") == [listed]
    assert offered(f"{PAGE}credential/{held.pk}/edit/") == [retired, listed]
    assert offered(f"{PAGE}add/training/") == [degree, listed]


def test_the_page_says_what_is_there(learning, learner):
    make_education(learner, title="BSc مشروع", institution="A school", finished_on=date(2015, 6, 30), accredited=True)
    make_education(learner, level="master", finished_on=TODAY + timedelta(days=1))
    make_training(learner, title="Course 🚀", hours=Decimal("35.5"), url="https://example.org/c")
    body = words(learning.get(PAGE))
    for line in (
        '<strong dir="auto">BSc مشروع</strong> <span class="quiet" dir="auto">A school</span>',
        "Finished on Jun 30, 2015. Its program is accredited by GAC.",
        '<strong dir="auto">A master',
        "does not count yet",
        '<strong dir="auto">Course 🚀</strong>',
        "35.5 hours of formal project management education. Finished on Mar 31, 2024. "
        '<a href="https://example.org/c" rel="noopener nofollow">Certificate</a>',
        "A credential you hold can waive what another one asks for.",
    ):
        assert line in body


def test_a_credential_says_what_its_renewal_asks_for(learning, learner):
    credential = make_credential(name="The credential")
    make_renewal_rule(credential)
    last = TODAY + timedelta(days=181)
    held = make_held(learner, credential, earned_on=TODAY - timedelta(days=3000), expires_on=last, number="N-1")
    make_units(held, units=Decimal("10.25"), earned_on=TODAY - timedelta(days=30))
    make_units(held, units=Decimal(7), earned_on=TODAY - timedelta(days=2900))
    body = words(learning.get(PAGE))
    for line in (
        f"valid until {last:%b %-d, %Y} (in 181 days).",
        "<strong>10.25 of 60 PDU</strong> in the cycle from",
        f"49.75 more by {last:%b %-d, %Y}, in 181 days.",
        "7 PDU earned before this cycle do not count.",
        "The rule's publisher</a>, 2026, checked",
        '<p><span class="quiet small">Only the issuer decides.</span> <span class="source-line">',
        "before this cycle, does not count",
    ):
        assert line in body
    assert "notice-warning" not in body


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (180, '<strong dir="auto">The credential</strong> runs out on {}, in 180 days. 60 PDU are missing.'),
        (0, '<strong dir="auto">The credential</strong> runs out on {}, today. 60 PDU are missing.'),
        (-1, '<strong dir="auto">The credential</strong> ran out on {}, 1 day ago. 60 PDU were missing.'),
    ],
)
def test_what_is_about_to_run_out_is_said_on_top(learning, learner, days, said):
    credential = make_credential(name="The credential")
    make_renewal_rule(credential)
    last = TODAY + timedelta(days=days)
    make_held(learner, credential, earned_on=TODAY - timedelta(days=900), expires_on=last)
    assert said.format(f"{last:%b %-d, %Y}") in words(learning.get(PAGE))


def test_without_a_rule_or_with_a_retired_one_we_say_that_we_know_none(learning, learner):
    for number in range(2):
        credential = make_credential()
        if number:
            make_renewal_rule(credential).retire(at=timezone.now())
        make_held(learner, credential)
    assert words(learning.get(PAGE)).count("We don't know a renewal rule for it. Ask the issuer.") == 2


def test_units_are_hidden_with_their_credential_and_back_with_it(learning, learner):
    held = make_held(learner, make_credential(name="The credential"))
    units, deleted = make_units(held), make_units(held, what="Deleted before")
    verbs.put_in_bin(deleted, at=timezone.now())
    assert "for 30 days, with 1 entry of renewal units" in words(learning.get(f"{PAGE}credential/{held.pk}/edit/"))
    learning.post(f"{PAGE}credential/{held.pk}/bin/")
    assert list(RenewalUnits.objects.for_user(learner)) == []
    assert learning.get(f"{PAGE}units/{units.pk}/edit/").status_code == 404
    page = learning.get("/bin/").context["page"]
    assert [(binned.token, binned.along) for binned in page] == [(held.token, 1)]
    assert "with 1 entry of renewal units" in words(learning.get("/bin/"))
    learning.post(restore_address(held))
    assert list(RenewalUnits.objects.for_user(learner)) == [units]
    assert [binned.token for binned in learning.get("/bin/").context["page"]] == [deleted.token]


def test_units_are_added_for_the_credential_whose_button_was_pressed(learning, learner):
    held = make_held(learner, make_credential())
    make_held(learner, make_credential())
    assert f'add/units/?holding={held.pk}"' in words(learning.get(PAGE))
    assert f'<option value="{held.pk}" selected>' in words(learning.get(f"{PAGE}add/units/?holding={held.pk}"))


def test_the_newest_are_shown_and_the_rest_is_one_press_away(learning, learner):
    for _ in range(26):
        make_education(learner)
    held = make_held(learner, make_credential())
    for _ in range(26):
        make_units(held)
    response = learning.get(PAGE)
    assert (len(response.context["educations"]), len(response.context["holdings"][0].units)) == (25, 25)
    body = words(response)
    for address in ("?show=education", "?show=units"):
        assert f'href="{address}"' in body
        assert len(learning.get(f"{PAGE}{address}").context["page"]) == 25
        assert len(learning.get(f"{PAGE}{address}&page=2").context["page"]) == 1
    assert "?show=training" not in body
    for odd in ("?show=%00", "?show=nothing", "?show=units&page=%00", f"?show=units&page={'9' * 5000}"):
        assert learning.get(f"{PAGE}{odd}").status_code == 200


@pytest.mark.parametrize("place", ["add/nothing/", "nothing/1/edit/", f"education/{10**30}/edit/", "education/0/edit/"])
def test_what_does_not_exist_is_not_there(learning, place):
    assert learning.get(f"{PAGE}{place}").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_a_visitor_opens_the_form_of_a_new_row_and_has_nothing_yet(client, db, kind):
    address = f"{PAGE}add/{kind}/"
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert response.context["form"].initial["token"] is None
    assert begins(client.post(address, {}))
    assert client.put(address).status_code == 405
    assert User.objects.count() == 0


@pytest.mark.parametrize("kind", ["education", "training", "credential"])
def test_a_visitor_begins_with_a_row_and_the_same_words_again_are_one(client, db, kind):
    sent = filled(kind, None, token="")
    response = client.post(f"{PAGE}add/{kind}/", sent)
    for _ in range(2):
        assert client.post(response["Location"], sent).url.partition("#")[0] == PAGE
    assert MODELS[kind].objects.get().user == User.objects.get()
    assert User.objects.get().is_nameless


def test_a_visitor_signs_in_first_and_other_methods_are_refused(client, db):
    assert client.get(PAGE).context["holdings"] == []
    address = f"{PAGE}education/1/edit/"
    assert client.get(address).url == f"/account/login/?next={address}"
    assert client.post(address).url == f"/account/login/?next={address}"
    assert client.put(address).status_code == 405


def test_the_act_answers_only_to_post(client, learner):
    row = make_education(learner)
    act = f"{PAGE}education/{row.pk}/bin/"
    assert client.post(act).url == f"/account/login/?next={PAGE}"
    client.force_login(learner)
    assert (client.get(act).url, client.put(act).status_code) == (PAGE, 405)
    assert list(Education.objects.for_user(learner)) == [row]


QUERIES = {
    "": 7,
    "?show=education": 4,
    "?show=credential": 6,
    "?show=units": 4,
    "add/education/": 2,
    "add/training/": 3,
    "add/credential/": 3,
    "add/units/": 3,
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("place", QUERIES)
def test_query_count(learning, learner, django_assert_num_queries, place, number):
    for _ in range(number):
        credential = make_credential()
        make_renewal_rule(credential)
        make_education(learner)
        make_training(learner, credential=credential)
        held = make_held(learner, credential)
        for _ in range(number):
            make_units(held)
    with django_assert_num_queries(QUERIES[place]):
        assert learning.get(f"{PAGE}{place}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("kind", "queries"), [("education", 4), ("training", 5), ("credential", 6), ("units", 5)])
def test_query_count_of_editing(learning, learner, django_assert_num_queries, kind, queries, number):
    for _ in range(number):
        row = make_row(kind, learner)
    with django_assert_num_queries(queries):
        assert learning.get(f"{PAGE}{kind}/{row.pk}/edit/").status_code == 200


def test_a_form_leads_back_to_the_page_that_asked(learning, learner):
    back = "/evidence/credentials/pmp/pack/?path=gac"
    address = "/evidence/background/add/education/?back={}"
    sent = [
        learning.post(address.format(quote(place, safe="")), filled("education", learner)) for place in (back, EVIL)
    ]
    assert [(response.status_code, response["Location"]) for response in sent] == [
        (302, back),
        (302, "/evidence/background/#education"),
    ]
    assert Education.objects.count() == 2
