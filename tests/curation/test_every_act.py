"""Every act at every desk, found by rule and drawn in any order: no row of a learner moves, and undone it was nothing.

What is done to one milestone in any order, down to its single fields, is in ``test_putting_back``.
"""

import csv
import io
import re
from collections import Counter
from contextlib import suppress
from datetime import timedelta

from django.apps import apps
from django.contrib import admin
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import models, transaction
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from curation import public_pages
from curation.admin import CuratedAdmin
from curation.changes import Batch, Change
from curation.facts import note_checked, tables
from curation.file_at_desk import all_files
from curation.history import belonging_to
from curation.models import Curated
from curation.putting_back import put_back, undo
from curation.reverting import net
from curation.shelving import nothing_kept
from curation.table_loading import RefusedError, keep_draft
from curation.used import learner_of
from tests.addresses import make_something_of_everything
from tests.curation.test_admin import snapshot
from tests.curation.test_putting_back import act
from tests.sending import Form
from tests.test_desk import everything
from tests.test_desk_files import make_limit
from tpm_portal import ready_made

DESKS = {desk.opts.label_lower: desk for desk in admin.site._registry.values() if isinstance(desk, CuratedAdmin)}
FILES = {file.table.name: file for file in all_files() if not file.part}
CHECKED = {table.model._meta.label_lower for table in tables() if table.dated}
WHOLES = {
    inline: next(field.name for field in inline.model._meta.fields if field.related_model is desk.model)
    for desk in DESKS.values()
    for inline in desk.inlines
}
# What a learner has, wherever it stands. The desk's own notes of who did what are no learner's.
LEARNERS = {
    model._meta.db_table for model in apps.get_models() if learner_of(model) and model._meta.app_label != "curation"
} - {"django_admin_log"}


def words_of(desk):
    """The boxes of a form that take any words."""
    return [
        field.name
        for field in desk.model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.SlugField | models.URLField)
        and not field.choices
        and field.editable
        and field.name not in getattr(desk.form, "declared_fields", {})
    ]


def numbers_of(desk):
    """The boxes that take a number, but that of a place."""
    numbers = models.IntegerField | models.DecimalField
    return [
        field.name
        for field in desk.model._meta.concrete_fields
        if isinstance(field, numbers) and field.editable and field.name != "position" and not field.primary_key
    ]


def inline_of(desk, name):
    return next(inline for inline in desk.inlines if inline.model.__name__ == name)


def link_to(inline):
    """The list of the whole in which its parts are, which is what their boxes begin with."""
    return next(field.remote_field.related_name for field in inline.model._meta.fields if field.name == WHOLES[inline])


def rows_of(desk, kind):
    """Three rows of a table, such as the act can be done to."""
    rows = desk.model._default_manager.order_by("pk")
    if kind.startswith("part "):
        inline = inline_of(desk, kind.split()[1])
        rows = rows.filter(pk__in=inline.model._default_manager.filter(retired_at=None).values(WHOLES[inline]))
    return rows[:3]


def kinds():
    """Each table with each act that its desk has."""
    for name, desk in DESKS.items():
        yield from ((name, one) for one in ("retire", "bring back", "put back", "put one field back"))
        if words_of(desk):
            yield name, "words"
        if any(field.name == "position" for field in desk.model._meta.fields):
            yield name, "place"
        yield from ((name, f"links {link.name}") for link in desk.model._meta.local_many_to_many)
        for inline in desk.inlines:
            if issubclass(inline.model, Curated):
                changes = ["changed"] if words_of(inline) + numbers_of(inline) else []
                yield from ((name, f"part {inline.model.__name__} {one}") for one in (*changes, "retired"))
        if name in FILES:
            yield name, "file"
        if name in CHECKED:
            yield name, "checked"
    yield "", "undo"


KINDS = sorted(kinds())


class Curator:
    """One who does an act by its kind and a number, as pages and files at the desk do it."""

    def __init__(self, user):
        self.user, self.done, self.touched = user, Counter(), {}

    def do(self, name, kind, number):
        if name == "":
            batches = list(Batch.objects.all()[:4])
            with suppress(RefusedError):
                self.done[kind] += bool(batches) and undo(
                    batch=batches[number % len(batches)], by_id=self.user.pk, at=timezone.now()
                )
            return
        desk = DESKS[name]
        rows = rows_of(desk, kind)
        if not rows:
            return
        row = rows[number % len(rows)]
        self.touched[name, row.pk] = row
        before = Batch.objects.count()
        first, _, rest = kind.partition(" ")
        match first:
            case "retire":
                self.ask(desk.retire_view, row, {"act": "retire"})
            case "bring":
                self.ask(desk.retire_view, row, {"act": "bring_back"})
            case "put":
                self.put_back(row, number, alone="field" in rest)
            case "words":
                names = words_of(desk)
                self.save(desk, row, lambda data: self.reword(data, names[number % len(names)], number))
            case "place":
                act(self.user, "Moved", lambda: type(row)._default_manager.filter(pk=row.pk).update(position=number))
            case "links":
                self.save(desk, row, lambda data: self.link(desk, data, rest))
            case "part":
                inline = inline_of(desk, rest.split()[0])
                self.save(desk, row, lambda data: self.part(inline, data, number, retired="retired" in rest))
            case "file":
                self.file(FILES[name], row, number)
            case "checked":
                today = timezone.localdate() + timedelta(days=number + 1)
                act(self.user, "Checked", lambda: note_checked([row], on=today))
        self.done[name, kind] += Batch.objects.count() > before

    def ask(self, view, row, data=None, **more):
        make = RequestFactory()
        request = make.get("/") if data is None else make.post("/", data)
        request.user, request._dont_enforce_csrf_checks = self.user, True
        request._messages = CookieStorage(request)
        response = view(request, row.pk if view.__name__ == "retire_view" else str(row.pk), **more)
        return response.render() if hasattr(response, "render") and not response.is_rendered else response

    def save(self, desk, row, change):
        """Open the form, change something in it, and press Save; once more where a figure would move."""
        form = f"{desk.opts.model_name}_form"
        data = Form(self.ask(desk.change_view, row).content.decode(), form).data()
        change(data)
        response = self.ask(desk.change_view, row, data)
        if response.status_code == 200 and "would change for" in response.content.decode():
            self.ask(desk.change_view, row, Form(response.content.decode(), form).data())

    def reword(self, data, name, number):
        if data.get(name, [""])[0]:
            data[name] = [f"{data[name][0][:60]} {number}"]

    def link(self, desk, data, name):
        """One fewer, or where there is none a first."""
        target = desk.model._meta.get_field(name).related_model._default_manager.order_by("pk").last()
        data[name] = data[name][1:] if data.get(name) else [str(target.pk)]

    def part(self, inline, data, number, *, retired):
        stems = [name.removesuffix("id") for name in data if re.fullmatch(r"\w+-\d+-id", name) and data[name][0]]
        mine = [stem for stem in stems if stem.startswith(f"{link_to(inline)}-")]
        stem = mine[number % len(mine)]
        if retired:
            data[f"{stem}retired"] = ["on"]
            return
        said = [name for name in words_of(inline) if data.get(f"{stem}{name}", [""])[0]]
        if said:
            self.reword(data, f"{stem}{said[0]}", number)
        else:
            for counted in [name for name in numbers_of(inline) if data.get(f"{stem}{name}", [""])[0]][:1]:
                data[f"{stem}{counted}"] = [str(int(float(data[f"{stem}{counted}"][0])) + number + 1)]

    def file(self, file, row, number):
        cells = next(iter(file.exported(type(row)._default_manager.filter(pk=row.pk))), None)
        if cells is None:
            return
        line = dict(zip(file.exported_header, cells, strict=True))
        name = next((one for one in words_of(file.desk) if line.get(one)), "position")
        *first, last = line[name].splitlines()
        line[name] = "\n".join([*first, f"{last[:60]} {number}"]) if name != "position" else f"{number}"
        stream = io.StringIO()
        writer = csv.DictWriter(stream, fieldnames=file.exported_header)
        writer.writeheader()
        writer.writerow(line)
        text, at = stream.getvalue(), timezone.now()
        plan = file.plan_of(text)
        if plan.entries and not plan.problems:
            keep_draft(table=file.table.name, by_id=self.user.pk, file_name="a.csv", text=text, at=at)
            file.load_draft(by_id=self.user.pk, fingerprint=plan.fingerprint, at=at)

    def put_back(self, row, number, *, alone):
        ours = Change.objects.filter(belonging_to(row), batch__isnull=False).exclude(batch__kind=Batch.Kind.SEED)
        changes = list(ours.order_by("pk"))
        if not changes:
            return
        first = changes[number % len(changes)]
        nets = net([first] if alone else [one for one in changes if one.pk >= first.pk])
        columns = {key: one.columns[0] for key, one in nets.items() if one.before and one.after} if alone else {}
        with suppress(RefusedError):
            put_back(nets, columns=columns, what="Put back", by_id=self.user.pk, at=timezone.now())


def listings():
    for name, page in public_pages._pages.items():
        if isinstance(page, public_pages.Listing):
            with suppress(NoReverseMatch):
                yield reverse(name)


def public(addresses):
    """What a visitor reads at each, but for the tokens that are others each time."""
    visitor, tokens = Client(), rb'(csrfmiddlewaretoken" value=)"[^"]*"'
    return {address: re.sub(tokens, rb"\1", visitor.get(address).content) for address in addresses}


def learners_rows():
    return {table: found for table, found in everything().items() if table in LEARNERS}


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(0, 5)), min_size=8, max_size=12, unique_by=lambda one: one[0]
    )
)
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    # An example takes seconds: what fails is short enough to be read as it is.
    phases=[Phase.generate],
)
def test_no_act_at_any_desk_moves_a_learner_and_undone_all_pages_are_the_same_bytes(
    acts, seeded, curator, learner, bare_desk
):
    with transaction.atomic(), nothing_kept():
        make_limit()
        make_something_of_everything(learner)
        pages = [*listings(), *(row.get_absolute_url() for row in _with_pages())]
        before, rows, figures = public(pages), learners_rows(), snapshot(learner)
        at_desk = Curator(curator)
        for (name, kind), number in acts:
            at_desk.do(name, kind, number)
            assert (learners_rows(), snapshot(learner)) == (rows, figures), (name, kind, number)
        for batch in Batch.objects.filter(kind__in=[one for one in Batch.Kind.values if one != "seed"]):
            batch.refresh_from_db()
            if batch.undone_at is None and batch.by_id == curator.pk:
                assert undo(batch=batch, by_id=curator.pk, at=timezone.now()) is True, batch
        after = public(pages)
        assert [page for page in pages if after[page] != before[page]] == []
        assert (learners_rows(), snapshot(learner)) == (rows, figures)
        transaction.set_rollback(True)  # nothing of an example is kept


def _with_pages():
    """The rows that acts are about, of tables whose rows have a page."""
    for desk in DESKS.values():
        if any(isinstance(page, public_pages.RowPage) and page.table is desk.model for page in PAGES):
            yield from desk.model._default_manager.order_by("pk")[:3]


PAGES = list(public_pages._pages.values())


def test_each_kind_of_act_changes_something_and_no_page_that_was_kept_is_sent_after_it(seeded, curator, bare_desk):
    """Else the acts above would do nothing. Pages are kept by a mark, and each act makes it anew."""
    make_limit()
    assert len(KINDS) > 40
    idle, stale = [], []
    for name, kind in KINDS:
        with transaction.atomic():
            at_desk, mark = Curator(curator), ready_made._edition()
            if kind == "bring back":
                at_desk.do(name, "retire", 0)
                row = at_desk.touched[name, next(iter(at_desk.touched))[1]]
                at_desk.ask(DESKS[name].retire_view, row, {"act": "bring_back"})
                at_desk.done[name, kind] = Batch.objects.filter(what__startswith="Restored").count()
            elif kind.startswith("put") or kind == "undo":
                at_desk.do(name or "roadmap.milestone", "retire", 0)
                for number in range(2):
                    at_desk.do(name, kind, number)
            else:
                for number in range(3):
                    at_desk.do(name, kind, number)
            nothing_there = bool(name) and not rows_of(DESKS[name], kind)
            if kind == "words":
                said = [getattr(row, one) for row in rows_of(DESKS[name], kind) for one in words_of(DESKS[name])]
                nothing_there = not any(said)
            if not nothing_there and not any(
                count for key, count in at_desk.done.items() if key in ((name, kind), kind)
            ):
                idle.append((name, kind))
            if any(at_desk.done.values()) and ready_made._edition() == mark:
                stale.append((name, kind))
            transaction.set_rollback(True)
    assert "\n".join(map(" ".join, idle)) == ""
    assert "\n".join(map(" ".join, stale)) == ""
