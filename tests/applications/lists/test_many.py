"""Several postings are pasted at once, looked at, and saved together."""

import json
from decimal import Decimal
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.lists.several import Chosen, document_of, find_postings, keep_postings
from applications.models import Application, Duty, PostingText, Requirement, StageChange
from keeping.models import Event
from tests.applications.postings.test_pasting import POSTING, save
from tests.factories.applications import make_application
from tests.forms import forms_of
from tests.kit import at_once, unescaped, words

MANY, KEEP = "/applications/lists/postings/", "/applications/lists/postings/keep/"
OTHER = """https://jobs.example.org/2
Program Manager
Globex Power
Bonn, Germany

Responsibilities
- Coordinate three vendors

Requirements
- PMP certification
"""
PAY = {"pay_least": Decimal(90_000), "pay_most": Decimal(99_000), "pay_currency": "EUR", "pay_period": "year"}
BOTH = f"{POSTING}\n-----\n{OTHER}"


def paste(client, text=BOTH):
    return client.post(MANY, {"text": text})


def form_of(page):
    return next(one for one in forms_of(page, MANY) if one.action == KEEP)


def press(client, page, **typed):
    form = form_of(page)
    return client.post(KEEP, form.data(form.buttons[-1], **typed), follow=True)


def test_each_is_read_like_one_alone_and_nothing_is_kept_before_it_is_saved(learning, seeded):
    page = paste(learning)
    shown = words(page)
    sent = dict(form_of(page).fields)
    assert (sent["keep-0"], sent["keep-1"]) == ("on", "on")
    assert (sent["title-0"], sent["title-1"]) == ("Technical Project Manager", "Program Manager")
    assert "4 requirements and 2 duties read." in shown
    assert "1 requirement and 1 duty read." in shown
    assert "https://jobs.example.org/2" in shown
    assert (Application.objects.count(), Event.objects.count()) == (0, 0)
    done = press(learning, page, **{"employer-1": "Globex"})
    assert "Saved: 2 jobs." in words(done)
    first, second = Application.objects.order_by("pk")
    assert (second.title, second.employer, second.url) == ("Program Manager", "Globex", "https://jobs.example.org/2")
    assert [one.raw for one in PostingText.objects.order_by("pk")] == [POSTING.strip("\n"), OTHER.strip("\n")]
    assert [*StageChange.objects.values_list("stage", "on")] == [("saved", timezone.localdate())] * 2
    # As if it had been pasted alone.
    alone = save(learning)
    for rows, fields in (
        (Requirement.objects, ("place", "quote", "strength", "kind", "months")),
        (Duty.objects, ("place", "quote", "task")),
    ):
        one, other = ([*rows.filter(application=row).order_by("place").values_list(*fields)] for row in (first, alone))
        assert one == other != []
    assert first.document() | {"texts": []} == alone.document() | {"texts": []}


def test_only_what_is_checked_is_saved_and_by_the_name_it_was_given(learning):
    page = paste(learning)
    press(learning, page, **{"keep-0": None, "title-1": "Something else"})
    assert [*Application.objects.values_list("title", flat=True)] == ["Something else"]
    assert "Nothing was checked, so nothing was saved." in words(
        press(learning, page, **{"keep-0": None, "keep-1": None})
    )


def test_the_same_press_again_saves_nothing_twice(learning):
    page = paste(learning)
    press(learning, page)
    Application.objects.filter(title="Program Manager").update(title="Renamed since")
    before = Event.objects.count()
    assert "They were all saved already." in words(press(learning, page))
    assert (Application.objects.count(), Event.objects.count()) == (2, before)
    assert Application.objects.filter(title="Renamed since").count() == 1


def test_what_is_saved_already_is_named_and_not_checked(learning, learner):
    make_application(learner, title="Program Manager", employer="Globex", url="https://jobs.example.org/2?utm_source=x")
    save(learning)
    page = paste(learning)
    assert dict(form_of(page).fields).keys() & {"keep-0", "keep-1"} == set()
    shown = words(page)
    assert "You saved this already, by its link:" in shown
    assert "You saved this already, with the same text:" in shown
    # It can be saved once more all the same.
    press(learning, page, **{"keep-1": "on"})
    assert Application.objects.count() == 3


def test_what_stands_twice_is_checked_once(learning):
    page = paste(learning, f"{POSTING}\n===\n{OTHER}\n===\n  {POSTING}\n===\n{OTHER.replace('three', 'four')}")
    sent = dict(form_of(page).fields)
    assert sorted(name for name in sent if name.startswith("keep-")) == ["keep-0", "keep-1"]
    assert words(page).count("It stands above already.") == 2


def test_the_undo_of_the_message_takes_all_of_them_back(learning, learner):
    done = press(learning, paste(learning))
    address = f"/applications/lists/{Application.objects.latest('pk').pk}/take-back/"
    assert f'action="{address}"' in unescaped(done)
    assert "Deleted: 2 applications." in words(learning.post(address, follow=True))
    assert (Application.objects.for_user(learner).count(), Requirement.objects.for_user(learner).count()) == (0, 0)
    press(learning, paste(learning))
    assert Application.objects.for_user(learner).count() == 2


@pytest.mark.parametrize("wrap", [lambda jobs: jobs, lambda jobs: {"jobs": jobs}])
def test_the_list_of_a_job_board_comes_apart(learning, wrap):
    jobs = [
        {"title": f"Lead {number}", "company_name": "Acme", "content": "<h3>Requirements</h3><ul><li>PMP</li></ul>",
         "absolute_url": f"https://boards.greenhouse.io/acme/jobs/{number}"}
        for number in (1, 2)
    ]  # fmt: skip
    file = SimpleUploadedFile("jobs.json", json.dumps(wrap(jobs)).encode())
    press(learning, learning.post(MANY, {"file": file}))
    assert {*Application.objects.values_list("title", "employer", "url")} == {
        ("Lead 1", "Acme", "https://boards.greenhouse.io/acme/jobs/1"),
        ("Lead 2", "Acme", "https://boards.greenhouse.io/acme/jobs/2"),
    }
    assert [json.loads(one.raw) for one in PostingText.objects.order_by("pk")] == jobs


def test_one_without_a_title_is_not_checked_and_asked_for_its_title(learning):
    page = paste(learning, f"{POSTING}\n---\n- a\n")
    number = 1
    sent = dict(form_of(page).fields)
    assert (sent.get(f"keep-{number}"), sent[f"title-{number}"]) == (None, "")
    page = press(learning, page, **{f"keep-{number}": "on"})
    assert page.status_code == 422
    assert "Give the title of the job, or clear its check mark." in words(page)
    assert dict(form_of(page).fields)[f"keep-{number}"] == "on"
    press(learning, page, **{f"title-{number}": "Something"})
    assert Application.objects.count() == 2


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ({"places": "Bonn"}, {"places": "Bonn"}),
        ({"places": "x" * 501}, {}),
        (PAY, {"pay_least": "90000", "pay_most": "99000", "pay_currency": "EUR", "pay_period": "year"}),
        (PAY | {"pay_currency": "Euro"}, {}),
        (PAY | {"pay_period": ""}, {}),
        (PAY | {"pay_most": Decimal(1)}, {}),
    ],
)
def test_what_was_read_and_cannot_be_kept_is_left_out(learner, read, kept):
    one = Chosen("Lead\nx", "https://no host/", "Lead", "Acme")
    values = document_of(one, read, user=learner, today=timezone.localdate())
    assert (values["title"], values["employer"], values.get("url", "")) == ("Lead", "Acme", "")
    assert {name: values[name] for name in ("places", *PAY) if values.get(name)} == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Paste the postings, or choose a file."),
        ("---\n===", "There is no posting in it."),
        ("Lead\n---\n" * 51, "There are 51 postings. At most 50 are read at once"),
        ("x" * (1024 * 1024 + 1), "This is larger than 1 MB."),
        ("Lead\x00", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_taken_says_why(learning, text, said):
    page = paste(learning, text)
    assert (page.status_code, said in words(page)) == (422, True)
    assert learning.post(KEEP, {"text": text}).headers["Location"] == MANY


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty."),
        (b"%PDF-1.7", "This is no text that we can read."),
        (b"x" * (1024 * 1024 + 1), "This is larger than 1 MB."),
    ],
)
def test_a_file_that_is_no_text_says_so(learning, content, said):
    page = learning.post(MANY, {"file": SimpleUploadedFile("jobs.txt", content)})
    assert (page.status_code, said in words(page)) == (422, True)


def test_an_error_of_the_database_in_the_middle_leaves_nothing(learning):
    page = paste(learning)
    learning.raise_request_exception = False
    asked = []

    def refuse(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "applications_stagechange"'):
            asked.append(sql)
            if len(asked) == 2:
                raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert press(learning, page).status_code == 500
    assert [table.objects.count() for table in (Application, StageChange, PostingText, Event)] == [0] * 4


@pytest.mark.parametrize("number", [1, 3, 20])
def test_looking_takes_as_many_queries_however_many_there_are(learning, seeded, number):
    save(learning)
    text = "\n---\n".join([POSTING, *(OTHER.replace("three", str(one)) for one in range(number))])
    learning.get(MANY)
    with CaptureQueriesContext(connection) as queries:
        assert paste(learning, text).status_code == 200
    assert len(queries) == 7


def test_the_pages_are_a_learners_own(client, learner, stranger):
    assert client.get(MANY).headers["Location"] == f"/account/login/?next={MANY}"
    assert client.put(MANY).status_code == 405
    client.force_login(stranger)
    press(client, paste(client))
    client.force_login(learner)
    # What somebody else saved is not known here.
    assert "saved this already" not in words(paste(client))
    assert client.get(KEEP).headers["Location"] == MANY


def test_markup_stays_text(learning):
    page = paste(learning, "<h1>Lead</h1><script>alert(1)</script><p onclick='x'>Acme</p>")
    assert "<script>alert" not in page.content.decode()
    assert "onclick=" not in page.content.decode().replace("onclick=&#x27;", "")


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_save_each_once(learner):
    today, at = timezone.localdate(), timezone.now()
    chosen = [Chosen(one.raw, one.url, "Lead", "") for one in find_postings(BOTH, user=learner, today=today)]
    keep = partial(keep_postings, chosen, user=learner, today=today, at=at)
    assert sorted((len(kept.rows), kept.there) for kept in at_once(keep, keep)) == [(0, 2), (2, 0)]
