"""Makes ``database.sql.xz`` and ``pages.txt.xz``: a database of commit d7bf2e8, and what its learner read.

What is in this folder runs the code of that commit (its tables, pages and content) with the packages of today, once::

    git worktree add /tmp/d7bf2e8 d7bf2e8
    .venv/bin/python tests/upgrade/then/fill.py /tmp/d7bf2e8

Two people do the same ``errands`` through the forms of the site, on days that never change: a stranger and the learner.
"""

import importlib.util
import lzma
import os
import re
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

HERE = Path(__file__).parent
KEPT = HERE.parent
THERE = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else Path()
SEEDED_AT = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)


def beside(path, name):
    """A module of the present tests, which the other commit does not have."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def begin():
    """Run the code of the other commit on a database of its own."""
    sys.path[0] = str(THERE)
    os.chdir(THERE)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ.pop("DATABASE_URL", None)
    import django

    import tests.postgres  # noqa: F401

    django.setup()


class Person:
    """Somebody with a browser, to whom each act takes some minutes."""

    def __init__(self, email, name, suffix):
        from django.test import Client

        from accounts.models import User

        with self.now(SEEDED_AT):
            self.user = User.objects.create_user(email, "correct horse battery staple")
        self.name, self.suffix, self.client, self.helper = name, suffix, Client(), ""
        self.clock = SEEDED_AT
        self.last = None

    @contextmanager
    def now(self, moment):
        with mock.patch("django.utils.timezone.now", return_value=moment):
            yield

    def wait_until(self, *moment):
        self.clock = max(self.clock, datetime(*moment, tzinfo=UTC))
        with self.now(self.clock):
            self.client.force_login(self.user)

    def says(self, text):
        return f"{text}{self.suffix}"

    def token(self):
        import uuid

        return str(uuid.uuid4())

    def newest(self, model):
        return model.objects.order_by("pk").last().pk

    def get(self, path, client=None):
        with self.now(self.clock):
            response = (client or self.client).get(path)
        assert response.status_code == 200, (path, response.status_code)
        return response

    def presses(self, address, *, client=None, status=None, **data):
        """Send to an address what a button of it sends."""
        self.clock += timedelta(minutes=3, seconds=7)
        with self.now(self.clock):
            response = (client or self.client).post(address, data)
        expected = (200, 302) if status is None else (status,)
        assert response.status_code in expected, (address, data, response.status_code, reading.seen(response))
        self.last = response
        return response

    def sends(self, page, action="", /, *, button="", to="", choose=None, status=302, client=None, **typed):
        """Open a page, fill in its form (that which goes to ``action``), and send it: there, or ``to`` elsewhere."""
        opened = self.get(page, client)
        action = action or page
        form, pressed = self._form(opened, page, action, button)
        choices = re.findall(r'type="radio"[^>]*? name="([^"]+)"', opened.content.decode())
        names = [name for name in dict.fromkeys(form.typed) if name in choices]
        typed |= {names[int(number) - 1]: value for number, value in (choose or {}).items()}
        where = to or pressed[2] or form.action
        return self.presses(where, client=client, status=status, **form.data(pressed, **typed))

    def _form(self, opened, page, action, button):
        """The form that goes to ``action``, else the one that goes below it, and one of its buttons."""
        posted = [form for form in forms.forms_of(opened, page) if form.method == "post"]
        below = [form for form in posted if form.action.startswith(action)]
        form = next((form for form in below if form.action.partition("?")[0] == action), None) or below[0]
        return form, next((one for one in form.buttons if button and one[0] == button), ("", "", ""))

    def adds(self, model, page, **typed):
        """Fill in the form of a new row. Gives the key of the row."""
        before = set(model.objects.values_list("pk", flat=True))
        self.sends(page, **typed)
        (made,) = set(model.objects.values_list("pk", flat=True)) - before
        return made

    def offered(self, page, name):
        """The values that the boxes of a form can have."""
        return re.findall(rf'type="checkbox"[^>]*? name="{name}" value="([^"]+)"', self.get(page).content.decode())

    def undoes(self, page):
        """Press the undo that the page offers."""
        self.get(page)  # With all that was said until now, which offers undos of its own.
        (address,) = {address for _, address, _ in reading.offered_by(self.get(page), page)}
        self.presses(address)

    def undoes_what_was_said(self):
        """Press the undo of the message that the last act left."""
        page = self.last["Location"].partition("#")[0]
        self.presses(reading.offered_by(self.get(page), page)[-1][1])

    def helps(self, helper, said):
        """Somebody with the link scores and notes: by the question's place, the first score and the notes."""
        from django.test import Client

        opened = self.get(helper, Client())
        typed = {}
        for place, (score, notes) in said.items():
            name = re.search(rf'name="(score_{place}_[^"]+)"', opened.content.decode())[1]
            typed |= {name: score, f"notes_{place}": notes}
        self.sends(helper, client=Client(), button="place", **typed)


def fill():
    """Seed, and let both do their errands. Gives the learner."""
    import errands
    import interview_errands
    from django.core.management import call_command

    from roadmap.models import Milestone

    call_command("migrate", verbosity=0)
    with mock.patch("django.utils.timezone.now", return_value=SEEDED_AT):
        call_command("seed")
    Milestone.objects.update(published_at=SEEDED_AT)
    people = [
        Person("stranger@example.org", "Sam", " (of the stranger)"),
        Person("learner@example.org", "Ana", ""),
    ]
    kept = {}
    for me in people:
        me.wait_until(2026, 10, 5, 9)
        errands.settle_in(me)
        kept[me] = errands.work(me)
        me.wait_until(2026, 11, 2, 7)
        errands.bring_along(me)
    for me in people:
        me.wait_until(2026, 11, 7, 7)
        errands.tidy(me, kept[me])
        reworded = errands.walk(me, kept[me])
    reword(reworded)
    for me in people:
        me.wait_until(2026, 11, 10, 18)
        errands.read_again(me, reworded)
        for day, hour in enumerate((19, 22, 19, 6), start=1):
            me.wait_until(2026, 11, 11 + day * (day + 1) // 2, hour)
            interview_errands.practice(me, day)
    for me in people:
        me.wait_until(2026, 11, 27, 7)
        interview_errands.tell(me, kept[me])
    for me in people:
        me.wait_until(2026, 11, 29, 15)
        interview_errands.rehearse(me)
        assert me.clock < reading.READ_AT, me.clock
    return people[1]


def reword(rows):
    """A curator says some milestones in other words."""
    for row in rows:
        row.why = f"Since November, in other words: {row.why}"
        row.save(update_fields=["why"])
        row.record_version(at=datetime(2026, 11, 10, 12, tzinfo=UTC))


def dump():
    """Write all rows as inserts, but for those of Django's own tables: of types, permissions, sessions, migrations."""
    from django.db import connection

    statements = []
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in sorted(name for name in tables if not name.startswith(("django_", "auth_"))):
            cursor.execute(
                "SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) "
                "FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'",
                [table],
            )
            columns = cursor.fetchone()[0]
            values = " || ', ' || ".join(f"quote_nullable({name}::text)" for name in columns.split(", "))
            cursor.execute(f"SELECT '(' || {values} || ')' FROM {table} ORDER BY id")  # noqa: S608
            rows = [row for (row,) in cursor.fetchall()]
            if rows:
                statements.append(f"INSERT INTO {table} ({columns}) VALUES\n" + ",\n".join(rows))
                number = f"pg_get_serial_sequence('{table}', 'id')"
                statements.append(f"SELECT setval({number}, max(id)) FROM {table}")  # noqa: S608
    text = ";\n".join([*statements, ""])
    (KEPT / "database.sql.xz").write_bytes(lzma.compress(text.encode(), preset=9))


def keep_pages(me):
    import places
    from django.test import Client

    client = Client()
    client.force_login(me.user)
    found = {path: reading.opened(client, path) for path in places.pages(me.user)}
    pages = {path: reading.seen(response) for path, response in found.items()}
    pages[me.helper] = reading.seen(reading.opened(Client(), me.helper))
    for page, response in found.items():
        for name, (address, data) in reading.presses_on(response, page).items():
            then = places.looks(address, page, pages)
            pages[f"{name}, by {address}, then {' '.join(then)}"] = reading.pressed(client, address, data, then)
    (KEPT / "pages.txt.xz").write_bytes(lzma.compress(reading.written(pages).encode(), preset=9))


if __name__ == "__main__":
    begin()
    forms, reading = beside(KEPT.parent / "forms.py", "tests.forms"), beside(KEPT / "reading.py", "reading")
    sys.path.append(str(HERE))
    learner = fill()
    dump()
    keep_pages(learner)
