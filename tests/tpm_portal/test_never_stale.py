"""After every kind of act at every desk no worker sends a public page as it was before: two workers, each with pages
of its own that it has kept, beside the page as it is made anew."""

from functools import partial
from threading import Event, local

import pytest
from django.db import connection, transaction
from django.test import Client

from roadmap.models import Step
from tests.addresses import make_something_of_everything
from tests.curation.test_every_act import DESKS, KINDS, PAGES, Curator, _with_pages, listings
from tests.kit import at_once
from tests.test_desk_files import make_limit
from tpm_portal import ready_made
from tpm_portal.shelf_of_pages import Pages

pytestmark = pytest.mark.django_db
# Pages that are looked at after each act beside those of what it touched: all of them come round.
AT_A_TIME = 4


class Workers:
    """Two workers with pages of their own, and one that keeps none."""

    def __init__(self, monkeypatch):
        self._patch = monkeypatch
        self.kept = [Pages(ready_made.MOST_BYTES), Pages(ready_made.MOST_BYTES)]
        self._none = Pages(0)

    def ask(self, pages, address):
        self._patch.setattr(ready_made, "PAGES", pages)
        response = Client().get(address)
        return response.status_code, response.content

    def stale(self, address):
        """What a worker sends that is not as it is made now; and from here on both have kept it."""
        now = self.ask(self._none, address)
        return [number for number, pages in enumerate(self.kept) if self.ask(pages, address) != now]


def pages_of(name, rows):
    """Where the rows of a table are shown: their own pages and its lists."""
    for row in rows:
        if name in DESKS and any(getattr(page, "table", None) is DESKS[name].model for page in PAGES):
            row.refresh_from_db()
            yield row.get_absolute_url()


def test_no_page_is_stale_after_any_kind_of_act_at_any_desk(seeded, curator, learner, bare_desk, monkeypatch):
    make_limit()
    make_something_of_everything(learner)
    pages = list(dict.fromkeys([*listings(), *(row.get_absolute_url() for row in _with_pages())]))
    workers = Workers(monkeypatch)
    for address in pages:
        assert workers.stale(address) == []
    assert len(workers.kept[1]) > 30
    acted, place = set(), 0
    for name, kind in KINDS:
        at_desk = Curator(curator)
        before = ready_made._edition()
        with transaction.atomic():
            for number in range(2):
                at_desk.do(name, kind, number)
        turn = [pages[(place + step) % len(pages)] for step in range(AT_A_TIME)]
        place += AT_A_TIME
        own = list(pages_of(name, [row for (table, _), row in at_desk.touched.items() if table == name]))
        # Where the desk changed something and the mark of the pages is the old one, every page has to be as it was.
        if sum(at_desk.done.values()):
            acted.add((name, kind))
            turn = pages if ready_made._edition() == before else [*own, *turn]
        assert [(address, found) for address in turn if (found := workers.stale(address))] == [], (name, kind)
    assert len(acted) > 40
    assert place > len(pages)


@pytest.mark.django_db(transaction=True)
def test_whoever_asks_after_a_save_gets_what_was_saved_on_both_workers_at_once(seeded, monkeypatch):
    """A curator saves ever new titles while two workers answer: none sends one that is older than the last save."""
    mine = local()

    class EachItsOwn:
        def __getattr__(self, name):
            if not hasattr(mine, "pages"):
                mine.pages = Pages(ready_made.MOST_BYTES)
            return getattr(mine.pages, name)

    monkeypatch.setattr(ready_made, "PAGES", EachItsOwn())
    step = Step.objects.get(number=1)
    saved, over = [0], Event()

    def curate():
        try:
            for number in range(1, 26):
                Step.objects.filter(pk=step.pk).update(title=f"Papers, edition {number:03}")
                saved[0] = number
                connection.close()
        finally:
            over.set()

    def answer():
        client, found, asked = Client(), [], 0
        client.get("/roadmap/")
        while not over.is_set() or asked < 10:
            least = saved[0]
            page = client.get("/roadmap/").content.decode()
            asked += 1
            shown = int(page.split("Papers, edition ")[1][:3]) if "Papers, edition " in page else 0
            if shown < least:
                found.append((shown, least))
        return found

    assert at_once(curate, partial(answer), partial(answer)) == [None, [], []]
