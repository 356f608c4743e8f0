"""What the pages of every plain table of own rows answer. A class of tests declares the table and what to fill in."""

import uuid
from typing import Any, ClassVar

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from keeping.declaring import subject_of
from keeping.history import events_of
from keeping.models import Event
from tests.factories.keeping import restore_address
from tests.forms import forms_of
from tests.kit import unescaped

SECRET = "Zanzibar"


class OwnPagesTests:
    """``values`` fill the form, ``changed`` is typed over them later, and ``wrong`` models a field and what it refuses.

    ``name`` is the field by which a row is known in lists; a test types ``SECRET`` into it. ``called`` is what the site
    calls such a row, if that is something else.
    """

    pages: Any = None
    name = ""
    called = SECRET
    values: ClassVar[dict[str, Any]] = {}
    changed: ClassVar[dict[str, Any]] = {}
    wrong = ("", "")

    @pytest.fixture(autouse=True)
    def surroundings(self, db):
        """What the form offers to choose from, if it does."""

    def sent(self, **more):
        return {"token": str(uuid.uuid4()), "seen": "0", **self.values, self.name: SECRET, **more}

    def add(self, client, **more):
        response = client.post(self.pages.at("add"), self.sent(**more))
        assert response.status_code == 302, unescaped(response)
        return self.pages.model.objects.latest("pk")

    def form(self, client, row):
        """The form of a row as it is shown."""
        address = self.pages.at("edit", row)
        page = client.get(address)
        return next(one for one in forms_of(page, address) if one.action == address and one.typed)

    def listed_at(self, row):
        """Where such rows are shown: in their list, or on the page of the row they belong to."""
        return row.get_absolute_url().partition("#")[0] if self.pages.under else reverse(self.pages.listed_at)

    def test_what_is_added_is_listed_and_found_again(self, learning, learner):
        row = self.add(learning)
        assert (row.user, row.edition) == (learner, 1)
        assert SECRET in unescaped(learning.get(self.listed_at(row)))
        assert learning.get(row.get_absolute_url().partition("#")[0]).status_code == 200

    def test_the_same_form_sent_twice_makes_one_row(self, learning):
        sent = self.sent()
        for said in (f"Saved: {self.called}", f"It was already saved: {self.called}"):
            response = learning.post(self.pages.at("add"), sent)
            assert said in unescaped(learning.get(response.url))
        assert self.pages.model.objects.count() == 1

    def test_what_is_wrong_is_named_and_what_was_typed_stays(self, learning):
        field, value = self.wrong
        for address in (self.pages.at("add"), self.pages.at("edit", self.add(learning))):
            response = learning.post(address, self.sent(**{field: value, self.name: f"{SECRET} again"}))
            assert response.status_code == 422
            assert list(response.context["form"].errors) == [field]
            assert f"{SECRET} again" in unescaped(response)
        assert self.pages.model.objects.count() == 1

    def test_saved_unchanged_nothing_changes(self, learning):
        row = self.add(learning)
        before = row.document()
        response = learning.post(self.pages.at("edit", row), self.form(learning, row).data())
        assert "Nothing had changed." in unescaped(learning.get(response.url))
        row.refresh_from_db()
        assert (row.document(), row.edition) == (before, 1)

    def test_a_change_stands_in_the_history_and_can_be_undone(self, learning):
        row = self.add(learning)
        before = row.document()
        learning.post(self.pages.at("edit", row), self.form(learning, row).data(**self.changed))
        row.refresh_from_db()
        assert row.document() != before
        assert [event.act for event in events_of(row)] == ["changed", "added"]
        where = row.get_absolute_url() if self.pages.page_at else self.pages.at("edit", row)
        undo = reverse("keeping:undo", args=[events_of(row)[0].pk])
        assert f'action="{undo}"' in unescaped(learning.get(where))
        learning.post(undo)
        row.refresh_from_db()
        assert row.document() == before

    def test_an_older_window_does_not_win_in_silence(self, learning):
        row = self.add(learning)
        older, newer = self.form(learning, row), self.form(learning, row)
        learning.post(self.pages.at("edit", row), newer.data(**self.changed))
        response = learning.post(self.pages.at("edit", row), older.data(**{self.name: f"{SECRET} mine"}))
        assert response.status_code == 422
        assert "This was changed in another window" in unescaped(response)
        assert f"{SECRET} mine" in unescaped(response)
        row.refresh_from_db()
        assert row.edition == 2

    def test_what_is_deleted_comes_back_from_the_bin(self, learning, learner):
        row = self.add(learning)
        for said in (f"Deleted: {self.called}", f"It was already deleted: {self.called}"):
            response = learning.post(self.pages.at("bin", row))
            assert response.url == self.listed_at(row)
            assert said in unescaped(learning.get(response.url))
        assert learning.get(self.pages.at("edit", row)).status_code == 404
        assert SECRET not in unescaped(learning.get(response.url))
        restore = restore_address(row)
        assert f'action="{restore}"' in unescaped(learning.get("/bin/"))
        for said in (f"Restored: {self.called}", f"Nothing to restore: {self.called}"):
            learning.post(restore)
            assert said in unescaped(learning.get("/bin/"))
        assert list(self.pages.model.objects.for_user(learner)) == [row]
        assert [event.act for event in events_of(row)] == ["restored", "binned", "added"]

    def test_nobody_else_sees_or_touches_it(self, client, learner, stranger, curator):
        client.force_login(learner)
        row = self.add(client)
        for other in (stranger, curator):
            client.force_login(other)
            assert SECRET not in unescaped(client.get(reverse(self.pages.listed_at)))
            assert client.get(self.pages.at("edit", row)).status_code == 404
            assert client.post(self.pages.at("edit", row), self.sent()).status_code == 404
            assert client.post(self.pages.at("bin", row)).status_code == 404
        client.logout()
        assert client.get(self.pages.at("edit", row)).url.startswith("/account/login/")
        for address in (reverse(self.pages.listed_at), self.pages.at("add")):
            response = client.get(address)
            assert response.status_code == 200 or response.url.startswith("/account/login/")
            assert SECRET not in unescaped(response)
        assert client.post(self.pages.at("bin", row)).url.startswith("/account/login/")
        assert Event.objects.filter(subject=subject_of(row)).count() == 1

    def test_a_look_changes_nothing(self, learning):
        row = self.add(learning)
        assert learning.get(self.pages.at("bin", row)).status_code == 302
        assert not self.pages.model.objects.get().in_bin

    def test_three_rows_take_no_more_queries_than_one(self, learning):
        counted = []
        for more in (1, 2):
            for _ in range(more):
                self.add(learning)
            learning.get(reverse(self.pages.listed_at))
            with CaptureQueriesContext(connection) as queries:
                learning.get(reverse(self.pages.listed_at))
            counted.append(len(queries))
        assert counted[0] == counted[1] <= 12

    @pytest.mark.parametrize("act", ["add", "edit", "bin"])
    def test_what_was_typed_stands_in_no_report(self, learning, told, act):
        row = self.add(learning) if act != "add" else None
        sent = self.sent(seen="1" if row else "0", **(self.changed if row else {}))
        assert [where for where, said in told(self.pages.at(act, row), sent).items() if SECRET in said] == []


def declared(patterns=None):
    """The tables whose pages have addresses."""
    models = set()
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(one, "url_patterns"):
            models |= declared(one.url_patterns)
        elif hasattr(one.callback, "own_pages"):
            models.add(one.callback.own_pages.model)
    return models
