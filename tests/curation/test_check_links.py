"""``manage.py check_links``: the links of all content, what is recorded of them, and where curators see it."""

import re
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from curation import links
from curation.checking import Checker, Found
from curation.models import LinkCheck
from roadmap.models import Resource
from tests.curation.misbehaving import serving
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential
from tests.factories.roadmap import make_milestone
from tests.factories.salaries import make_claim
from tests.kit import text

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def one_server():
    with serving() as server:
        yield server


@pytest.fixture
def server(one_server):
    one_server.start_anew()
    return one_server


def run(*options):
    out = StringIO()
    returncode = 0
    try:
        call_command("check_links", "--allow-private", "--pause=0", *options, stdout=out)
    except CommandError as error:
        returncode = error.returncode
        out.write(f"{error}\n")
    return returncode, out.getvalue().splitlines()


def rows():
    return dict(LinkCheck.objects.values_list("address", "state"))


def test_links_stand_in_the_fields_of_all_content_that_hold_an_address():
    assert {field.model._meta.label: field.name for field in links.link_fields()} == {
        "curation.Source": "url",
        "evidence.Credential": "official_url",
        "roadmap.Resource": "url",
        "salaries.Distribution": "url",
    }


def test_every_address_that_offered_content_links_to_is_found_once(db):
    make_source(url="https://example.org/a")
    make_source(url="https://example.org/a")
    make_source(url="")
    make_source(url="https://example.org/retired", retired_at=NOW)
    make_credential(official_url="https://example.org/b")
    milestone = make_milestone()
    for place, url in enumerate(["/interviews/mock/", "https://example.org/c"]):
        Resource.objects.create(milestone=milestone, slug=f"r-{place}", name="A page", url=url)
    claim = make_claim()
    type(claim.distribution).objects.filter(pk=claim.distribution_id).update(url="http://example.org/d")
    known = {f"https://example.org/{name}" for name in "abc"} | {"http://example.org/d"}
    assert links.addresses() >= known
    assert {address for address in links.addresses() if "example.org" in address} == known


def test_first_what_never_was_checked_then_the_oldest(db):
    for number, name in enumerate("dab"):
        links.record(name, Found("reached", 200), at=NOW - number * DAY)
    assert links.due("dcbax") == ["c", "x", "b", "a", "d"]
    assert links.due("dcbax", limit=3) == ["c", "x", "b"]
    assert links.due("dcba", before=NOW - DAY) == ["c", "b"]


def test_what_is_recorded_remembers_when_it_was_well(db):
    address = "https://example.org/"
    story = [
        (Found("reached", 200), "reached", 0, None),
        (Found("gone", 404), "gone", 0, 1),
        (Found("failing", error="It took too long."), "failing", 0, 1),
        (Found("turned_away", 403), "turned_away", 0, None),
        (Found("moved", 200, "https://example.org/new", True), "moved", 4, None),
    ]
    for day, (found, state, reached, broken) in enumerate(story):
        links.record(address, found, at=NOW + day * DAY)
        row = LinkCheck.objects.get()
        assert (row.state, row.checked_at, row.reached_at) == (state, NOW + day * DAY, NOW + reached * DAY)
        assert row.broken_since == (None if broken is None else NOW + broken * DAY)
    assert (row.status, row.final_address, row.permanent, row.error) == (200, "https://example.org/new", True, "")


@pytest.mark.parametrize(
    "fields", [{"state": "fine"}, {"reached_at": None}, {"broken_since": NOW}, {"state": "gone"}, {"state": "failing"}]
)
def test_the_database_refuses_what_cannot_be(db, fields):
    row = {"address": "https://example.org/", "state": "reached", "checked_at": NOW, "reached_at": NOW}
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkCheck.objects.create(**row | fields)
    LinkCheck.objects.create(**row)


def test_a_run_records_every_link_and_sums_up(db, server):
    names = ("page", "moved", "private", "missing", "hangs-up")
    for name in names:
        make_source(url=f"{server.root}/{name}")
    links.record("https://example.org/old", Found("reached", 200), at=NOW)
    returncode, said = run()
    assert returncode == 1
    assert sorted(said) == sorted(
        [
            f"Gone: {server.root}/missing It answers 404.",
            f"Not reachable: {server.root}/hangs-up It hung up without an answer.",
            "1 no longer linked to, and forgotten.",
            "5 of 5 links checked: 1 reached; 1 reached, moved for good; "
            "1 turns programs away: open it yourself; 1 gone; 1 not reachable.",
            "2 broken. They are listed in the admin, under Link checks.",
        ]
    )
    states = ("reached", "moved", "turned_away", "gone", "failing")
    assert rows() == dict(zip([f"{server.root}/{name}" for name in names], states, strict=True))


def test_a_run_without_a_broken_link_ends_well(db, server):
    make_source(url=f"{server.root}/page")
    assert run() == (0, ["1 of 1 links checked: 1 reached."])
    assert run("--older-than=1") == (0, ["0 of 1 links checked."])
    LinkCheck.objects.update(
        checked_at=timezone.now() - 2 * DAY, reached_at=timezone.now() - 2 * DAY, state="gone", broken_since=NOW
    )
    assert run("--older-than=1") == (0, ["1 of 1 links checked: 1 reached."])


def test_runs_with_a_limit_come_round_to_every_link(db, server):
    for number in range(3):
        make_source(url=f"{server.root}/page?{number}")
    for _ in range(4):
        assert run("--limit=1")[1] == ["1 of 3 links checked: 1 reached."]
    assert server.asked() == [f"/page?{number}" for number in (0, 1, 2, 0)]


def test_a_dry_run_asks_nobody_and_changes_nothing(db, server):
    make_source(url=f"{server.root}/page")
    links.record("https://example.org/old", Found("reached", 200), at=NOW)
    assert run("--dry-run") == (0, [f"{server.root}/page", "1 of 1 links would be checked."])
    assert (server.seen, rows()) == ([], {"https://example.org/old": "reached"})


def test_what_is_left_because_its_host_is_busy_is_said_and_comes_first_next_time(db, server):
    for name in ("busy-for-long", "page"):
        make_source(url=f"{server.root}/{name}")
    assert run()[1] == [
        "1 of 2 links checked: 1 turns programs away: open it yourself.",
        "1 left for the next run: their hosts asked for time, or the run ended early.",
    ]
    assert links.due(links.addresses()) == [f"{server.root}/page", f"{server.root}/busy-for-long"]


def test_an_interrupted_run_keeps_what_it_found_and_the_next_goes_on(db, server, monkeypatch):
    for number in range(4):
        make_source(url=f"{server.root}/page?{number}")
    record = links.record

    def ctrl_c(address, found, *, at):
        record(address, found, at=at)
        if address.endswith("?1"):
            raise KeyboardInterrupt

    monkeypatch.setattr(links, "record", ctrl_c)
    returncode, said = run()
    assert returncode == 130
    assert said[-1] == "Interrupted. What was found is kept; the next run goes on."
    monkeypatch.undo()
    assert sorted(rows()) == [f"{server.root}/page?{number}" for number in (0, 1)]
    server.start_anew()
    assert run("--limit=2")[0] == 0
    assert server.asked() == ["/page?2", "/page?3"]


def test_nothing_is_said_of_any_link_while_no_host_answers(db):
    """As on a machine without the internet. The port 1 of this one is closed."""
    for number in range(3):
        make_source(url=f"http://127.0.0.{number + 1}:1/")
    assert run() == (2, ["No host answered, so nothing was recorded. Does this machine reach the internet?"])
    assert rows() == {}


def test_and_after_twenty_hosts_nobody_else_is_asked(db, monkeypatch):
    for number in range(200):
        make_source(url=f"http://127.0.1.{number + 1}:1/")
    asked, check = [], Checker.check
    monkeypatch.setattr(Checker, "check", lambda self, address: asked.append(address) or check(self, address))
    assert run("--workers=1")[0] == 2
    assert 20 <= len(asked) < 200
    assert rows() == {}


def test_but_it_is_as_soon_as_one_does(db, server):
    for number in range(3):
        make_source(url=f"http://127.0.0.{number + 1}:1/")
    make_source(url=f"{server.root}/page")
    assert run()[0] == 1
    assert sorted(rows().values()) == ["failing", "failing", "failing", "reached"]


def test_without_leave_nobody_is_led_into_our_own_network(db, server):
    make_source(url=f"{server.root}/page")
    with pytest.raises(CommandError):
        call_command("check_links", "--pause=0", stdout=StringIO())
    assert (server.seen, LinkCheck.objects.get().error) == ([], "It leads into a private network, where we do not go.")


@pytest.mark.parametrize("option", ["--limit=0", "--limit=x", "--older-than=-1", "--workers=0", "--pause=-1"])
def test_a_number_that_makes_no_sense_is_refused(db, option):
    with pytest.raises(CommandError):
        call_command("check_links", option, stdout=StringIO())


# --- At the desk -----------------------------------------------------------------------------------------------

LISTING = "/admin/curation/linkcheck/"


def test_a_curator_finds_broken_and_moved_links_and_the_rows_that_have_them(curating, db):
    addresses = [f"https://example.org/{number}" for number in range(3)]
    founds = [Found("reached", 200), Found("moved", 200, "https://example.org/new", True), Found("gone", 404)]
    for address, found in zip(addresses, founds, strict=True):
        links.record(address, found, at=NOW)
    listed = [
        [row.address for row in curating.get(f"{LISTING}?{query}").context["cl"].queryset]
        for query in ("", "state__exact=gone", "state__exact=moved", "permanent__exact=1")
    ]
    assert listed == [addresses, addresses[2:], addresses[1:2], addresses[1:2]]
    assert '<a href="https://example.org/new" rel="noopener noreferrer">' in text(
        curating.get(f"{LISTING}{LinkCheck.objects.get(address=addresses[1]).pk}/change/")
    )


def test_the_page_of_a_link_leads_to_every_row_that_has_it(curating, db):
    address = "https://example.org/"
    source = make_source(url=address)
    credential = make_credential(official_url=address)
    milestone = make_milestone()
    Resource.objects.create(milestone=milestone, slug="r", name="A page", url=address)
    distribution = make_claim().distribution
    type(distribution).objects.filter(pk=distribution.pk).update(url=address)
    links.record(address, Found("gone", 404), at=NOW)
    page = curating.get(f"{LISTING}{LinkCheck.objects.get().pk}/change/")
    found = re.findall(r'<p><a href="(/admin/[^"]+)">([^:]+):', text(page))
    assert sorted(found) == sorted(
        [
            (f"/admin/curation/source/{source.pk}/change/", "source"),
            (f"/admin/evidence/credential/{credential.pk}/change/", "credential"),
            (f"/admin/roadmap/milestone/{milestone.pk}/change/", "resource"),
            (f"/admin/salaries/distribution/{distribution.pk}/change/", "distribution"),
        ]
    )
    assert [curating.get(link).status_code for link, _ in found] == [200] * 4


def test_nobody_changes_there_what_was_found(curating, db):
    links.record("https://example.org/", Found("gone", 404), at=NOW)
    row = LinkCheck.objects.get()
    for path in (f"{row.pk}/change/", f"{row.pk}/delete/", "add/"):
        assert curating.post(LISTING + path, {"state": "reached", "post": "yes"}).status_code == 403
    assert list(LinkCheck.objects.values_list("state", flat=True)) == ["gone"]
