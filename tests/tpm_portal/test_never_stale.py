"""No worker sends a public page as it was before a save that is over: two of them, while a curator saves.

That each kind of act at each desk makes the mark anew by which pages are kept is in ``tests/curation/test_every_act``.
"""

from threading import Event, local

import pytest
from django.db import connection
from django.test import Client

from roadmap.models import Step
from tests.kit import at_once
from tpm_portal import ready_made
from tpm_portal.shelf_of_pages import Pages

TITLE = "Papers, edition "


@pytest.mark.django_db(transaction=True)
def test_whoever_asks_after_a_save_gets_what_was_saved_from_both_workers_at_once(seeded, monkeypatch):
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
                Step.objects.filter(pk=step.pk).update(title=f"{TITLE}{number:03}")
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
            shown = int(page.split(TITLE)[1][:3]) if TITLE in page else 0
            if shown < least:
                found.append((shown, least))
        return found

    assert at_once(curate, answer, answer) == [None, [], []]
