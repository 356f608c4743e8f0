"""The history of a curated row: what each act changed word by word, and the buttons that put it back."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from curation.changes import Batch, Change
from curation.models import Source
from roadmap.models import HowToItem, Milestone, MilestoneVersion
from tests.curation.test_admin import form_data, url
from tests.factories.accounts import staff_with
from tests.factories.curation import make_source
from tests.factories.evidence import make_skill
from tests.factories.roadmap import make_milestone


@pytest.fixture
def milestone(db):
    made = make_milestone(title="Write a risk register", why="Because risks wait")
    made.skills.add(make_skill(name="Risk"))
    Change.objects.all().delete()
    return made


def save(client, row, **values):
    """Press Save on the page of a row with some boxes filled anew."""
    data = form_data(client.get(url(row))) | values
    response = client.post(url(row), data)
    assert response.status_code == 302, response.context["errors"]
    client.get(url(row))  # where what was said is read


def shown(client, row):
    """Each act of the history with its lines as text: marks and all."""
    entries = client.get(url(row, "history")).context["entries"]
    marks = {"gone": "-", "new": "+", "same": ""}
    return [
        (
            entry.first.batch.what if entry.first.batch else "",
            [
                (line.label, line.note, "".join(f"[{marks[one.kind]}{one.text}]" for one in line.pieces))
                for line in entry.lines
            ],
        )
        for entry in entries
    ]


def public(row):
    """The bytes that a visitor gets, but for the token that is another each time."""
    return re.sub(rb'(csrfmiddlewaretoken" value=)"[^"]*"', rb"\1", Client().get(row.get_absolute_url()).content)


def press(client, row, *, first, chosen=""):
    answer = client.post(url(row, "put_back"), {"first": first, "chosen": chosen}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def first_of(client, row, number=0):
    return client.get(url(row, "history")).context["entries"][number].first.pk


def test_an_edit_shows_fields_parts_and_links_as_one_act_word_by_word(curating, milestone):
    item = milestone.how.first()
    other = make_skill(name="Planning")
    save(curating, milestone, title="Write a short risk list", skills=[other.pk], **{"how-0-text": "Another thing"})
    save(curating, milestone, **{"how-1-retired": "on"}, required="", cost="paid")
    assert shown(curating, milestone) == [
        (
            "Changed milestone “Write a short risk list”",
            [
                ("Cost", "", "[-Free][+Paid]"),
                ("Required", "", "[-yes][+no]"),
                ("Checklist item “Second thing”", "retired", ""),
            ],
        ),
        (
            "Changed milestone “Write a short risk list”",
            [
                ("Title", "", "[Write a ][+short ][risk ][-register][+list]"),
                ("Checklist item “Another thing”: Text", "", "[-First ][+Another ][thing]"),
                ("Skills", "", "[+added Planning][-removed Risk]"),
            ],
        ),
    ]
    assert item.text == "First thing"


def test_one_field_goes_back_and_the_rest_stays(curating, milestone):
    save(curating, milestone, title="Other", why="Other reasons")
    first = first_of(curating, milestone)
    chosen = f"roadmap_milestone:{milestone.pk}:title"
    assert press(curating, milestone, first=first, chosen=chosen) == [
        "Put back. It is recorded here, and can be put back in its turn."
    ]
    milestone.refresh_from_db()
    assert (milestone.title, milestone.why) == ("Write a risk register", "Other reasons")
    number = Batch.objects.count()
    assert press(curating, milestone, first=first, chosen=chosen) == ["It was so already."]
    assert Batch.objects.count() == number
    assert Batch.objects.first().kind == "put_back"


def test_all_goes_back_to_before_an_act_and_the_public_page_is_the_same_to_the_byte(curating, milestone):
    page = public(milestone)
    versions = MilestoneVersion.objects.count()
    save(curating, milestone, title="Other", skills=[make_skill().pk], **{"how-0-text": "X", "how-1-retired": "on"})
    first = first_of(curating, milestone)
    save(
        curating,
        milestone,
        why="Still another",
        **{"how-TOTAL_FORMS": 3, "how-2-text": "Added", "how-2-position": 5, "how-2-milestone": milestone.pk},
    )
    assert public(milestone) != page
    assert MilestoneVersion.objects.count() == versions + 2
    assert press(curating, milestone, first=first) == [
        "Put back. It is recorded here, and can be put back in its turn."
    ]
    assert public(milestone) == page
    # What learners may have ticked is retired, and the wording is a version as after any edit.
    added = HowToItem.objects.get(text="Added")
    assert added.retired_at is not None
    assert MilestoneVersion.objects.count() == versions + 3
    assert press(curating, milestone, first=first) == ["It was so already."]
    # And that goes back too.
    press(curating, milestone, first=first_of(curating, milestone))
    assert sorted(HowToItem.objects.filter(retired_at=None).values_list("text", flat=True)) == ["Added", "X"]


def test_a_part_that_was_added_can_be_taken_out_and_links_go_back_alone(curating, milestone):
    skill = make_skill(name="Planning")
    made = {"how-TOTAL_FORMS": 3, "how-2-text": "Added", "how-2-position": 5, "how-2-milestone": milestone.pk}
    save(curating, milestone, skills=[skill.pk], **made)
    added = HowToItem.objects.get(text="Added")
    first = first_of(curating, milestone)
    press(curating, milestone, first=first, chosen=f"roadmap_howtoitem:{added.pk}")
    added.refresh_from_db()
    assert (added.retired_at is None, list(milestone.skills.all())) == (False, [skill])
    press(curating, milestone, first=first, chosen="roadmap_milestone_skills")
    assert [skill.name for skill in milestone.skills.all()] == ["Risk"]


def test_what_stands_against_it_is_said_and_nothing_changes(curating, db):
    source = make_source()
    Change.objects.all().delete()
    save(curating, source, publisher="Another")
    first = first_of(curating, source)
    # A source must be named: what a broken record would write is refused by the rule itself.
    Change.objects.filter(pk=first).update(before=Change.objects.get(pk=first).before | {"publisher": "", "name": ""})
    [said] = press(curating, source, first=first)
    assert said == "Nothing was put back: Give the publisher, the name and the date of the source."
    source.refresh_from_db()
    assert source.publisher == "Another"


@pytest.mark.parametrize(
    "posted", [{}, {"first": "x"}, {"first": "9" * 30}, {"first": "\x00"}, {"first": "0"}, {"chosen": "title"}]
)
def test_what_names_no_change_puts_nothing_back(curating, milestone, posted):
    save(curating, milestone, title="Other")
    before = Change.objects.count()
    answer = curating.post(url(milestone, "put_back"), posted, follow=True)
    assert [str(one) for one in answer.context["messages"]] == [
        "Nothing was put back: there is no such change of this row."
    ]
    assert Change.objects.count() == before


@pytest.mark.parametrize(
    "chosen",
    ["x", "roadmap_milestone:x:title", "roadmap_milestone:1:nothing", "a:b:c", "\x00", "\u202e", "x" * 10_000],
)
def test_what_was_not_on_the_page_puts_nothing_back(curating, milestone, chosen):
    save(curating, milestone, title="Other")
    before = Change.objects.count()
    assert press(curating, milestone, first=first_of(curating, milestone), chosen=chosen) == ["It was so already."]
    assert Change.objects.count() == before


def test_a_change_of_another_row_is_not_put_back_here(curating, milestone):
    other = make_milestone(step=milestone.step, title="Another")
    save(curating, other, title="Changed")
    assert press(curating, milestone, first=first_of(curating, other)) == [
        "Nothing was put back: there is no such change of this row."
    ]
    other.refresh_from_db()
    assert other.title == "Changed"


def test_who_may_put_back(client, learner, milestone):
    address = url(milestone, "put_back")
    Milestone.objects.update(title="Other")
    first = Change.objects.first().pk
    for who in (None, learner):
        client.logout()
        if who:
            client.force_login(who)
        assert client.post(address, {"first": first}).status_code in {302, 403}
        assert Milestone.objects.get().title == "Other"
    client.force_login(staff_with("view_milestone"))
    assert client.post(address, {"first": first}).status_code == 403
    assert "Put back" not in client.get(url(milestone, "history")).content.decode()
    # Who may change a part and not the row puts nothing back.
    HowToItem.objects.filter(pk=milestone.how.first().pk).update(text="Other")
    client.force_login(staff_with("view_milestone", "change_howtoitem"))
    assert client.post(address, {"first": Change.objects.first().pk}).status_code == 403
    client.force_login(staff_with("change_milestone"))
    assert client.post(address, {"first": Change.objects.first().pk}).status_code == 403
    client.force_login(staff_with("change_milestone", "change_howtoitem"))
    assert client.get(address).status_code == 405
    assert client.post(address, {"first": first}).status_code == 302
    milestone.refresh_from_db()
    assert milestone.title == "Write a risk register"
    assert client.post(reverse("admin:roadmap_milestone_put_back", args=[0])).status_code == 302


def test_the_query_count_of_a_history_is_the_same_for_one_and_for_three_acts(curating, milestone):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            skill = make_skill()
            save(curating, milestone, skills=[skill.pk], step=milestone.step_id, **{"how-0-text": skill.name})
        with CaptureQueriesContext(connection) as captured:
            curating.get(url(milestone, "history"))
        counts.append(len(captured))
    assert counts == [8, 8]


# --- What was done -------------------------------------------------------------------------------------------


def test_checked_today_is_one_act_and_is_undone_as_one(curating, curator):
    sources = [make_source(), make_source()]
    listing = reverse("admin:curation_source_changelist")
    data = {"action": "checked_today", "_selected_action": [row.pk for row in sources]}
    assert curating.post(listing, data).status_code == 302
    batch = Batch.objects.get()
    assert (batch.what, batch.kind, batch.by, batch.changes.count()) == ("Checked today: sources", "bulk", curator, 2)
    undo = reverse("admin:curation_batch_undo", args=[batch.pk])
    curating.post(undo)
    batch.refresh_from_db()
    assert (batch.undone_by, {str(row.checked_on) for row in Source.objects.all()}) == (curator, {"2026-11-23"})
    # The undo is an act too, and undone, the first can be undone again.
    again = Batch.objects.get(kind="undo")
    curating.post(reverse("admin:curation_batch_undo", args=[again.pk]))
    batch.refresh_from_db()
    assert (batch.undone_at, Source.objects.filter(checked_on="2026-11-23").count()) == (None, 0)


def test_what_was_changed_since_is_named_and_nothing_is_undone(curating, milestone):
    save(curating, milestone, title="Other")
    batch = Batch.objects.get()
    Milestone.objects.update(title="Third")
    answer = curating.post(reverse("admin:curation_batch_undo", args=[batch.pk]), follow=True)
    said = [str(one).split(" on ")[0] for one in answer.context["messages"]]
    assert said == [
        "Not undone, because it would take back what was done since:",
        "Milestone “Third” was changed by nobody with a name",
    ]
    milestone.refresh_from_db()
    assert milestone.title == "Third"


def test_links_that_changed_since_are_named(curating, milestone):
    save(curating, milestone, skills=[make_skill().pk])
    batch = Batch.objects.get()
    milestone.skills.clear()
    answer = curating.post(reverse("admin:curation_batch_undo", args=[batch.pk]), follow=True)
    assert [str(one) for one in answer.context["messages"]] == [
        "Not undone, because it would take back what was done since:",
        "Skills of milestone “Write a risk register” were changed.",
    ]


def test_a_seeding_is_not_undone(curating, milestone):
    batch = Batch.objects.create(at=milestone.published_at, what="Seeded from files", kind="seed")
    Milestone.objects.update(title="Other")
    Change.objects.update(batch=batch)
    page = curating.get(url(batch)).content.decode()
    assert "/undo/" not in page
    assert curating.post(reverse("admin:curation_batch_undo", args=[batch.pk])).status_code == 403


def test_a_press_that_changes_nothing_is_no_act(curating, milestone):
    data = form_data(curating.get(url(milestone)))
    curating.post(url(milestone), data)
    curating.post(url(milestone), data | {"title": ""})
    assert (Batch.objects.count(), Change.objects.count()) == (0, 0)


@pytest.mark.parametrize("query", ["", "?kind__exact=bulk", "?table=curation_source", "?q=Checked"])
def test_the_list_of_what_was_done_takes_few_queries(curating, curator, query):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            data = {"action": "retire", "_selected_action": [make_source().pk]}
            curating.post(reverse("admin:curation_source_changelist"), data)
        with CaptureQueriesContext(connection) as captured:
            assert curating.get(reverse("admin:curation_batch_changelist") + query).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def test_acts_are_found_by_who_did_them(curating, curator):
    curating.post(
        reverse("admin:curation_source_changelist"), {"action": "retire", "_selected_action": [make_source().pk]}
    )
    listing = reverse("admin:curation_batch_changelist")
    found = [curating.get(f"{listing}?who={pk}").context["cl"].result_count for pk in (curator.pk, curator.pk + 1)]
    assert found == [1, 0]


def test_the_page_of_an_act_shows_each_row_old_and_new(curating, milestone):
    save(curating, milestone, title="Other", skills=[make_skill(name="Planning").pk])
    batch = Batch.objects.get()
    with CaptureQueriesContext(connection) as captured:
        rows = curating.get(url(batch)).context["touched"]
    assert len(captured) <= 12
    assert [(row.named, [line.label for line in row.lines]) for row in rows] == [
        ("Milestone “Other”", ["Title"]),
        ("Milestone: skills", ["Milestone “Other”: Skills"]),
        ("Milestone: skills", ["Milestone “Other”: Skills"]),
    ]
    assert {row.url for row in rows} == {url(milestone, "history")}
    assert curating.post(url(batch), {"what": "x"}).status_code == 403
