"""What was taken out comes back as it was, whatever tables there are; twice is once."""

import json
from collections import Counter

import pytest
from django.utils import timezone

from accounts.models import MailChoices
from keeping.models import Event, KeptAside
from keeping.taking import naming
from keeping.taking.aside import digest_of
from keeping.taking.bringing import bring, look
from keeping.taking.export import SCHEMA, documents
from keeping.taking.merging import merge, wipe
from keeping.taking.reading import UnreadableError, checked, read
from keeping.taking.tables import hung, pointing
from tests.factories.accounts import make_user
from tests.keys import at_odds
from tests.tpm_portal.test_unchanged_forms import learner, made, world

__all__ = ["learner", "made", "world"]


def exported(user):
    return b"".join(documents(user))


def rows_of(data):
    return {subject: sorted(map(json.dumps, rows)) for subject, rows in json.loads(data)["tables"].items()}


def without_what_is_told(data):
    return data.partition(b'\n"told"')[0]


@pytest.fixture
def taken_out(learner, made):
    return exported(learner)


def test_wiped_and_brought_back_it_is_the_same_byte_for_byte(learner, taken_out):
    wipe(learner)
    assert not any(model._default_manager.filter(user=learner).exists() for model in naming.taken().values())
    result = bring(learner, read(taken_out), at=timezone.now())
    assert exported(learner) == taken_out
    assert (result.changed, result.same, result.aside) == (Counter(), Counter(), Counter())
    assert at_odds() == {}


def test_a_new_account_beside_the_first_gets_the_same_and_links_lead_to_the_first(learner, stranger, taken_out):
    wipe(learner)
    bring(stranger, read(taken_out), at=timezone.now())
    assert without_what_is_told(exported(stranger)) == without_what_is_told(taken_out)


def test_the_second_time_nothing_happens(learner, taken_out):
    for result in (
        look(learner, read(taken_out), at=timezone.now()).result,
        bring(learner, read(taken_out), at=timezone.now()),
    ):
        assert not result.did_something
        assert result.same.total() == sum(map(len, json.loads(taken_out)["tables"].values()))
    assert exported(learner) == taken_out


def test_a_look_changes_nothing(learner, stranger, taken_out):
    plan = look(stranger, read(taken_out), at=timezone.now())
    assert plan.result.added.total() == sum(map(len, json.loads(taken_out)["tables"].values()))
    assert plan.differences == []
    assert not Event.objects.filter(user=stranger).exists()


def test_merging_leaves_nothing_behind_and_loses_nothing(learner, stranger, taken_out):
    merge(from_user=learner, into_user=stranger, at=timezone.now())
    assert without_what_is_told(exported(stranger)) == without_what_is_told(taken_out)
    assert not any(model._default_manager.filter(user=learner).exists() for model in naming.taken().values())


def test_what_is_missing_here_comes_back_and_the_rest_stays(learner, taken_out):
    for place, model in enumerate(naming.taken().values()):
        rows = model._default_manager.filter(user=learner).order_by("pk")
        pointed_to = any(field.related_model is model for other in naming.taken().values() for field in pointing(other))
        if place % 3 == 0 and model not in hung() and not pointed_to:
            rows.filter(pk__in=[row.pk for row in rows[::2]]).delete()
    bring(learner, read(taken_out), at=timezone.now())
    assert rows_of(exported(learner)) == rows_of(taken_out)
    assert not look(learner, read(taken_out), at=timezone.now()).result.did_something


def test_two_accounts_at_once_on_one_site(learner, taken_out):
    other = make_user("other@example.org")
    bring(other, read(taken_out), at=timezone.now())
    assert exported(learner) == taken_out
    mine, theirs = (json.loads(exported(user))["tables"] for user in (learner, other))
    for subject in ("interviews.helperlink", "resumes.reviewlink"):
        for rows in (mine, theirs):
            for row in rows[subject]:
                row.pop("secret_hash"), row.pop("withdrawn_at")
    assert mine == theirs


def test_the_mails_one_asked_for_come_back_where_one_never_chose(learner, stranger):
    at = timezone.now()
    MailChoices.objects.create(user=learner, digest=True, exam=True, next_at=at)
    data = b"".join(documents(learner))
    assert json.loads(data)["account"]["mail"] == ["digest", "exam"]
    assert bring(stranger, read(data), at=at).did_something
    kept = MailChoices.objects.get(user=stranger)
    assert (kept.on, kept.next_at, kept.digest_since) == (["digest", "exam"], at, at)
    assert json.loads(b"".join(documents(stranger)))["account"]["mail"] == ["digest", "exam"]
    MailChoices.objects.filter(user=stranger).update(exam=False)
    assert not bring(stranger, read(data), at=at).did_something
    assert MailChoices.objects.get(user=stranger).on == ["digest"]


@pytest.mark.parametrize("mail", [1, {}, "digest", [1]])
def test_mails_that_are_no_list_of_names_are_refused(mail):
    with pytest.raises(UnreadableError, match="“mail” is not a list of names"):
        checked({"schema": SCHEMA, "account": {"mail": mail}, "tables": {}})


def test_a_switch_that_this_site_does_not_have_is_passed_over():
    said = {"schema": SCHEMA, "account": {"mail": ["weather", "review"]}, "tables": {}}
    assert checked(said).mail == ("review",)


def written(tables):
    """A document with tables as JSON."""
    return f'{{"schema": {json.dumps(SCHEMA)}, "account": {{}}, "tables": {tables}}}'.encode()


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ('{"plan.goal": [{"a": "\\u0000"}]}', "plan.goal: a row cannot be kept as it is."),
        ('{"plan.goal": [{"a": "\\ud800"}]}', "plan.goal: a row cannot be kept as it is."),
        ('{"plan.goal": [{"a": 1e999}]}', "This is not JSON as this site writes it."),
        ('{"keeping.event": [{"before": {"a": -1e999}}]}', "This is not JSON as this site writes it."),
        ('{"\\ud800": [{"a": 1}]}', "“?” is no name of a table."),
        ('{"keeping.event": [{"\\ud800": 1}]}', "“?” is no column of it."),
        *(
            (
                '{"keeping.deletion": [{"subject": "evidence.evidence", "name": "Talk",'
                f' "token": "0c0c0c0c-0000-4000-8000-000000000000", "at": "{at}"}}]}}',
                "“at” is not a moment",
            )
            for at in ("0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00")
        ),
        (
            '{"keeping.keptaside": [{"subject": "plan.goal", "digest": "a", "row": [1]}]}',
            "“row” isn't in the shape this site keeps: it should be an object.",
        ),
    ],
)
def test_what_no_database_keeps_is_refused_in_words_that_can_be_sent(tables, words):
    with pytest.raises(UnreadableError) as error:
        read(written(tables))
    assert words in str(error.value)
    str(error.value).encode()


@pytest.mark.parametrize("here", [False, True])
@pytest.mark.parametrize("row", [{}, {"x": 1}, {"milestone": {"a": 1}, "state": 5}])
@pytest.mark.parametrize("subject", ["roadmap.milestoneprogress", "keeping.event", "keeping.keptaside"])
def test_what_was_kept_aside_and_is_no_row_of_its_table_stays_aside(db, subject, row, here):
    user = make_user()
    if here:
        KeptAside.objects.create(user=user, subject=subject, digest=digest_of(row), row=row)
        said = written("{}")
    else:
        said = written(json.dumps({"keeping.keptaside": [{"subject": subject, "digest": "a" * 64, "row": row}]}))
    bring(user, read(said), at=timezone.now())
    assert list(KeptAside.objects.values_list("user", "subject", "row")) == [(user.pk, subject, row)]
    assert not bring(user, read(exported(user)), at=timezone.now()).did_something
