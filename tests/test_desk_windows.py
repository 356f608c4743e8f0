"""Two windows of the desk on one row: the second is shown what the first did, and replaces it knowingly."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from roadmap.models import Milestone
from salaries.models import Occupation
from tests.factories.evidence import make_credential
from tests.factories.roadmap import make_milestone
from tests.factories.salaries import make_occupation
from tests.sending import sent


def test_of_two_windows_the_second_is_shown_what_the_first_did_and_replaces_it_knowingly(curating, curator, stranger):
    milestone = make_milestone(title="As it was")
    # Neither who changed it before, nor who changes another row afterwards.
    kind = ContentType.objects.get_for_model(Milestone).pk
    for key, days in ((milestone.pk, -1), (make_milestone().pk, 1)):
        at = timezone.now() + timedelta(days=days)
        LogEntry.objects.create(user=stranger, content_type_id=kind, object_id=key, action_flag=2, action_time=at)
    page = f"/admin/roadmap/milestone/{milestone.pk}/change/"
    first, second = (curating.get(page) for _ in range(2))
    assert curating.post(page, sent(first, "milestone_form", title="The first window's")).status_code == 302
    refused = curating.post(page, sent(second, "milestone_form", why="The second window's reason."))
    body = refused.content.decode()
    assert refused.status_code == 200
    assert f"changed in another window since you opened it, last by {curator}" in body
    assert "Title is now “The first window&#x27;s”." in body
    assert "The second window&#x27;s reason." in body  # what was typed stays
    milestone.refresh_from_db()
    assert (milestone.title, milestone.why) == ("The first window's", "Because it helps.")
    assert curating.post(page, sent(refused, "milestone_form")).status_code == 302
    milestone.refresh_from_db()
    assert (milestone.title, milestone.why) == ("As it was", "The second window's reason.")
    assert LogEntry.objects.filter(user=curator).count() == 2


@pytest.mark.parametrize("opened", ["", "{", "[]", "{}"])
def test_a_page_that_does_not_say_as_what_it_was_opened_is_saved(curating, opened):
    milestone = make_milestone()
    page = f"/admin/roadmap/milestone/{milestone.pk}/change/"
    data = sent(curating.get(page), "milestone_form", title="Another title")
    assert curating.post(page, data | {"_opened": opened}).status_code == 302
    assert Milestone.objects.get(pk=milestone.pk).title == "Another title"


def test_rows_inside_a_row_are_judged_too(curating):
    credential = make_credential()
    fee = credential.fees.get()
    page = f"/admin/evidence/credential/{credential.pk}/change/"
    first, second = (curating.get(page) for _ in range(2))
    assert curating.post(page, sent(first, "credential_form", **{"fees-0-amount": "700"})).status_code == 302
    refused = curating.post(page, sent(second, "credential_form", **{"facts-0-value": "180 minutes"}))
    assert "Credential fee “Exam" in refused.content.decode()
    assert "amount is now “700.00”." in refused.content.decode()
    fee.refresh_from_db()
    assert (str(fee.amount), credential.facts.get().value) == ("700.00", "240 minutes")
    assert curating.post(page, sent(refused, "credential_form")).status_code == 302
    fee.refresh_from_db()
    assert (str(fee.amount), credential.facts.get().value) == ("675.00", "180 minutes")


def test_a_row_that_another_window_added_inside_stays(curating):
    milestone = make_milestone(how=("First thing",))
    page = f"/admin/roadmap/milestone/{milestone.pk}/change/"
    first, second = (curating.get(page) for _ in range(2))
    added = {
        "how-TOTAL_FORMS": "2",
        "how-1-text": "Second thing",
        "how-1-position": "5",
        "how-1-milestone": milestone.pk,
    }
    assert curating.post(page, sent(first, "milestone_form", **added)).status_code == 302
    assert curating.post(page, sent(second, "milestone_form", title="Another title")).status_code == 302
    assert sorted(item.text for item in milestone.how.all()) == ["First thing", "Second thing"]


def test_the_same_press_twice_is_no_conflict(curating):
    milestone = make_milestone()
    page = f"/admin/roadmap/milestone/{milestone.pk}/change/"
    data = sent(curating.get(page), "milestone_form", title="Once")
    assert [curating.post(page, data).status_code for _ in range(2)] == [302, 302]
    assert (Milestone.objects.get(pk=milestone.pk).title, LogEntry.objects.count()) == ("Once", 1)


def test_boxes_of_a_list_do_not_take_back_what_another_window_changed(curating):
    for number, name in enumerate("ABC", start=1):
        make_occupation(name=name, position=number)
    listing = "/admin/salaries/occupation/"
    first, second = (curating.get(listing) for _ in range(2))
    saved = {"_save": "Save"}

    def order():
        return "".join(Occupation.objects.order_by("position").values_list("name", flat=True))

    swapped = {"form-0-position": "2", "form-1-position": "1"}
    curating.post(listing, sent(first, "changelist-form", **swapped, **saved))
    # The second window moves the third row alone, and so puts nothing back.
    curating.post(listing, sent(second, "changelist-form", **{"form-2-position": "0"}, **saved))
    assert order() == "CBA"
    refused = curating.post(listing, sent(second, "changelist-form", **{"form-0-position": "0"}, **saved))
    assert "Another window made this “3”. Save again to replace it." in refused.content.decode()
    assert order() == "CBA"
    curating.post(listing, sent(refused, "changelist-form", **saved))
    assert order() == "ACB"
