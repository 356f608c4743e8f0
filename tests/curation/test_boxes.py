"""Boxes of the desk: as tall as their text, days as they are typed, and what kind of text is taken."""

from datetime import date

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import DateField, DateTimeField, TextField
from django.test import RequestFactory

from curation.admin import CuratedAdmin
from curation.boxes import FEWEST, MOST, PLAIN, DayField, TallBox, lines_of
from tests.kit import unescaped


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", FEWEST), ("a\nb\nc\nd", 5), ("x" * 200, 4), ("a\n" * 400, MOST), ("x" * 450 + "\n\ny", 9)],
)
def test_a_box_is_as_tall_as_its_text(text, lines):
    assert lines_of(text) == lines
    assert f'rows="{lines}"' in TallBox().render("why", text)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-05", date(2026, 12, 5)),
        ("Dec 5, 2026", date(2026, 12, 5)),
        (" december  5,  2026 ", date(2026, 12, 5)),
        ("12/5/2026", date(2026, 12, 5)),
        ("5 December 2026", date(2026, 12, 5)),
        ("31/12/2026", date(2026, 12, 31)),
        ("", None),
        (date(2026, 1, 2), date(2026, 1, 2)),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed, day):
    assert DayField(required=False).clean(typed) == day


@pytest.mark.parametrize("typed", ["2/30/2026", "soon", "2026", "13/13/2026", "\x00", "9" * 400, "ה"])
def test_what_is_no_day_is_refused_in_a_sentence(typed):
    with pytest.raises(ValidationError) as refused:
        DayField().clean(typed)
    assert "such as Dec 5, 2026" in refused.value.messages[0]


def forms_of(curator):
    request = RequestFactory().get("/")
    request.user = curator
    for model, desk in admin.site._registry.items():
        if isinstance(desk, CuratedAdmin):
            yield model, desk.get_form(request).base_fields
            for inline in desk.get_inline_instances(request):
                yield inline.model, inline.get_formset(request).form.base_fields


def test_every_form_of_content_takes_days_as_typed_and_says_what_texts_it_takes(curator):
    days = texts = 0
    for model, fields in forms_of(curator):
        columns = {field.name: field for field in model._meta.concrete_fields}
        for name, field in fields.items():
            column = columns.get(name)
            if isinstance(column, DateField) and not isinstance(column, DateTimeField):
                assert isinstance(field, DayField), (model, name)
                days += 1
            if isinstance(column, TextField) and isinstance(field.widget, TallBox):
                assert field.help_text.endswith(PLAIN), (model, name)
                texts += 1
    assert (days > 10, texts > 20) == (True, True)


def test_a_day_that_is_typed_stands_in_the_form_again_when_it_is_refused(curating):
    page = curating.post("/admin/curation/source/add/", {"checked_on": "the day after"})
    assert 'value="the day after"' in unescaped(page)
    assert "Write a day such as Dec 5, 2026, 12/5/2026 or 2026-12-05." in unescaped(page)


@pytest.mark.parametrize("button", ["_save", "_save_draft"])
def test_a_choice_that_can_be_no_row_is_refused_in_words(curating, db, button):
    wrong = {"prerequisites": ["x", "1" * 30], "skills": ["\0"], "title": "Kept"}
    page = curating.post("/admin/roadmap/milestone/add/", wrong | {button: "x"}, follow=True)
    assert page.status_code == 200
    assert 'value="Kept"' in unescaped(page)
    page = curating.post("/admin/roadmap/sign/add/", {"milestone": "x", button: "x"}, follow=True)
    assert page.status_code == 200
    assert "Select a valid choice." in unescaped(page)
