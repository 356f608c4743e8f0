"""A posting comes in: what is proposed, what is kept word for word, and what is known of it from before."""

import uuid
from html.parser import HTMLParser

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from applications.models import Application, Duty, PostingText, Requirement, StageChange
from applications.postings.models.applications import RAW_LENGTH
from keeping import verbs
from keeping.models import Event
from tests.factories.applications import make_application
from tests.forms import forms_of
from tests.kit import seen, text, unescaped

PASTE, ADD = "/applications/paste/", "/applications/add/"
POSTING = """Technical Project Manager
Acme Rail
Columbus, Ohio (hybrid)

What you will do
- Plan releases with four teams
- Report progress to the steering committee

Requirements
- 5+ years of experience leading software projects
- Experience with Jira
- PMP certification

Nice to have
- SQL
"""


def propose(client, raw=POSTING, url=""):
    return client.post(PASTE, {"raw": raw, "url": url})


def save(client, raw=POSTING, url="", **more):
    """Paste, look, save: as somebody without JavaScript does it."""
    page = propose(client, raw, url)
    (form,) = [one for one in forms_of(page, PASTE) if one.action == ADD]
    response = client.post(ADD, form.data(form.buttons[-1], **more))
    assert response.status_code == 302, text(response)
    return Application.objects.latest("pk")


@pytest.fixture
def known(seeded):
    """The shipped skills and credentials."""


def test_what_is_read_is_proposed_and_nothing_is_kept_before_it_is_saved(learning, known):
    page = propose(learning, url="https://jobs.example.org/1")
    assert page.status_code == 200
    shown = {name: page.context["form"][name].value() for name in ("title", "employer", "remote", "url")}
    assert shown["title"] == "Technical Project Manager"
    assert (shown["remote"], shown["url"]) == ("hybrid", "https://jobs.example.org/1")
    assert "We read 4 requirements and 2 duties." in seen(page)
    assert (Application.objects.count(), PostingText.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_a_saved_posting_has_its_rows_duties_and_first_stage(learning, learner, known):
    row = save(learning)
    asked = [(one.quote, one.strength, one.kind) for one in row.requirements.order_by("place")]
    assert asked == [
        ("5+ years of experience leading software projects", "required", "experience"),
        ("Experience with Jira", "required", "skill"),
        ("PMP certification", "required", "credential"),
        ("SQL", "preferred", "skill"),
    ]
    assert row.requirements.get(kind="experience").months == 60
    assert [one.slug for one in row.requirements.get(kind="credential").credentials.all()] == ["pmp"]
    assert [one.quote for one in Duty.objects.filter(application=row)] == [
        "Plan releases with four teams",
        "Report progress to the steering committee",
    ]
    assert [(one.stage, one.on) for one in StageChange.objects.all()] == [("saved", timezone.localdate())]
    assert {one.user for one in Requirement.objects.all()} == {learner}
    # Each is in the history once, and that it was added is all that happened to the job.
    assert [event.act for event in Event.objects.filter(subject="applications.application")] == ["added"]
    assert Event.objects.filter(subject="applications.requirement", act="added").count() == 4


def test_it_is_kept_word_for_word_for_good(learning, known):
    raw = "  Title\n\tTabs, “quotes” &amp; entities <b>not bold</b>\n\n\nहिन्दी שלום \u202e\n"
    kept = PostingText.objects.get(application=save(learning, raw, title="TPM"))
    assert kept.raw == raw.strip()
    response = learning.get(f"/applications/{kept.application_id}/posting/raw/")
    assert response.content.decode() == kept.raw
    assert "attachment" in response["Content-Disposition"]
    with pytest.raises(IntegrityError, match="stays as it was pasted"), transaction.atomic():
        PostingText.objects.update(raw="Otherwise")


def test_what_fits_when_it_is_pasted_fits_when_it_is_saved_too(learning, known):
    raw = "Requirements\n" + "- Jira\n" * 142_800
    (form,) = [one for one in forms_of(propose(learning, raw), PASTE) if one.action == ADD]
    # As a browser sends it: with two characters for each line break.
    as_sent = {**form.data(form.buttons[-1], title="TPM"), "raw": raw.strip().replace("\n", "\r\n")}
    assert len(as_sent["raw"]) > RAW_LENGTH
    assert learning.post(ADD, as_sent).status_code == 302
    assert PostingText.objects.get().raw == raw.strip()


def test_the_same_form_again_makes_nothing_more(learning, known):
    page = propose(learning)
    (form,) = [one for one in forms_of(page, PASTE) if one.action == ADD]
    for _ in range(2):
        assert learning.post(ADD, form.data(form.buttons[-1])).status_code == 302
    assert (Application.objects.count(), Requirement.objects.count(), StageChange.objects.count()) == (1, 4, 1)


@pytest.mark.parametrize(
    "raw",
    [
        "<h1>TPM</h1><script>alert(1)</script><p onclick='alert(2)'>You know <img src=x onerror=alert(3)>Jira</p>",
        '<p>Requirements</p><ul><li>Jira<a href="javascript:alert(4)">!</a></li></ul>',
    ],
)
def test_markup_of_a_posting_is_never_rendered(learning, known, raw):
    row = save(learning, raw, title="TPM")
    pages = [
        propose(learning, raw),
        *map(learning.get, (f"/applications/{row.pk}/", f"/applications/{row.pk}/posting/")),
    ]
    for page in pages:
        found = Elements()
        found.feed(page.content.decode())
        assert [name for _, name, _ in found.attributes if name.startswith("on")] == []
        assert [value for _, _, value in found.attributes if str(value).startswith("javascript:")] == []
        scripts = {value for tag, name, value in found.attributes if (tag, name) == ("script", "src")}
        assert (found.scripts, {value[:8] for value in scripts}) == (len(scripts), {"/static/"})
    assert PostingText.objects.get().raw == raw


class Elements(HTMLParser):
    """What a browser would make of a page: each attribute with its element, and how many scripts there are."""

    def __init__(self):
        super().__init__()
        self.attributes, self.scripts = [], 0

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.scripts += tag == "script"


@pytest.mark.parametrize(
    ("sent", "field", "why"),
    [
        ({"raw": ""}, "raw", "Paste the posting, or enter it by hand."),
        ({"raw": " \n "}, "raw", "Paste the posting, or enter it by hand."),
        ({"raw": "x" * 1_000_001}, "raw", "This is more than a posting: it has 1000001 characters"),
        ({"raw": "TPM\x00"}, "raw", "Null characters are not allowed."),
        ({"raw": "TPM", "url": "javascript:alert(1)"}, "url", "This is not a web address."),
    ],
)
def test_what_cannot_be_taken_is_named_and_stays(learning, known, sent, field, why):
    page = learning.post(PASTE, sent)
    assert page.status_code == 422
    assert why in unescaped(page)
    assert list(page.context["form"].errors) == [field]
    assert page.context["form"]["raw"].value() == sent["raw"]


def test_of_sixty_thousand_words_the_beginning_is_read_and_all_is_kept(learning, known):
    raw = POSTING + "\n- Experience with SQL and a lot of other words" * 7000
    page = propose(learning, raw)
    assert "only the beginning was read. All of it is saved." in seen(page)
    row = save(learning, raw)
    assert PostingText.objects.get().raw == raw
    assert 4 < row.requirements.count() <= 200


def test_a_posting_without_any_requirement_is_saved_and_says_so(learning, known):
    row = save(learning, "Just a line about lunch.", title="TPM")
    page = seen(learning.get(row.get_absolute_url()))
    assert "Nothing required was read from it." in page
    assert "nothing asked for" in page


def test_one_that_is_saved_already_is_named_by_link_text_and_employer(learning, learner, known):
    save(learning, url="https://jobs.example.org/1?utm_source=mail")
    make_application(learner, title="Scrum Master", employer="Initech Inc.", stage="applied", on=timezone.localdate())
    by_link = seen(propose(learning, "Another text altogether", "https://jobs.example.org/1"))
    assert "You saved this already, by its link: Technical Project Manager" in by_link
    assert "You saved this already, with the same text:" in seen(propose(learning))
    at_employer = seen(propose(learning, "Program Manager\nInitech\n\nRequirements\n- Jira"))
    assert f"You applied at this employer in {timezone.localdate():%B}: Scrum Master, Initech Inc." in at_employer
    assert "You saved" not in at_employer


def test_what_was_put_right_is_taken_over_where_the_same_words_stand_again(learning, learner, known):
    first = save(learning)
    jira, pmp = first.requirements.get(quote="Experience with Jira"), first.requirements.get(quote="PMP certification")
    now = timezone.now()
    verbs.change(jira, values={"strength": "preferred", "corrected": True}, seen=1, at=now)
    verbs.put_in_bin(pmp, at=now)
    second = save(learning, POSTING.replace("Acme", "Northwind"))
    assert [(one.quote, one.strength, one.corrected) for one in second.requirements.order_by("place")] == [
        ("5+ years of experience leading software projects", "required", False),
        ("Experience with Jira", "preferred", False),
        ("SQL", "preferred", False),
    ]
    # Of somebody else nothing is taken over, and a job that was deleted as a whole teaches nothing.
    verbs.bring_back(pmp, at=now)
    verbs.put_in_bin(first, at=now)
    third = save(learning, POSTING.replace("Acme", "Initech"))
    assert third.requirements.filter(quote="PMP certification").exists()


def test_nobody_else_sees_a_posting(client, learning, stranger, known):
    row = save(learning)
    client.force_login(stranger)
    for page in ("", "posting/", "posting/raw/", "duties/", "edit/"):
        assert client.get(f"/applications/{row.pk}/{page}").status_code == 404
    client.logout()
    assert client.get(f"/applications/{row.pk}/").status_code == 302
    assert uuid.UUID(str(row.token))
