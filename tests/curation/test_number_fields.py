"""Number fields keep what was typed and say what is wrong with it; no page and no desk has the browser's own ones."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.contrib import admin
from django.forms.forms import BaseForm
from django.urls import get_resolver, reverse

from curation.number_fields import AmountField, DecimalNumberField, WholeNumberField
from evidence.models import CredentialFee
from salaries.models import Distribution, SalaryClaim
from tests.curation.test_admin import form_data
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential
from tests.factories.salaries import make_claim, make_distribution

ROOT = Path(__file__).parent.parent.parent
APPS = {file.parent.name for file in ROOT.glob("*/apps.py")} | {"tpm_portal"}


class Form(forms.Form):
    people = WholeNumberField(min_value=0, max_value=100_000, required=False)
    change = WholeNumberField(required=False)
    hours = DecimalNumberField(min_value=Decimal("0.1"), max_digits=6, decimal_places=1, required=False)
    fine = DecimalNumberField(decimal_places=3, required=False)
    pay = AmountField(min_value=0, max_digits=12, decimal_places=2, required=False)
    seen = WholeNumberField(widget=forms.HiddenInput, required=False)


def errors(**typed):
    return {name: list(found) for name, found in Form(typed).errors.items()}


def cleaned(name, text):
    form = Form({name: text})
    assert form.errors == {}
    return form.cleaned_data[name]


def test_typed_numbers_are_understood():
    assert cleaned("people", "1.200") == 1200
    assert cleaned("people", "120,0") == 120
    assert str(cleaned("hours", "7,5")) == "7.5"
    assert str(cleaned("hours", "7,50")) == "7.5"
    assert str(cleaned("hours", "12,00000")) == "12.0"
    assert cleaned("pay", "$95k") == 95_000
    assert cleaned("people", "  ") is None
    assert cleaned("hours", " \t") is None


def test_what_is_refused_says_why_and_stands_there_as_it_was_typed():
    typed = {"people": "7,5", "hours": "1,200", "fine": "NaN", "pay": "95 or so", "change": "9" * 2000}
    assert errors(**typed) == {
        "people": ["Write a whole number in digits, such as 12."],
        "change": ["Write a whole number in digits, such as 12."],
        "hours": ["This could be 1200 or 1.2. Write 1200 without a separator, or fewer decimals, such as 1.2."],
        "fine": ["Write a number in digits, such as 12.5."],
        "pay": ["Write one amount in digits, such as 95,000 or 45.50."],
    }
    form = Form(typed)
    for name, value in typed.items():
        assert f'value="{value}"' in str(form[name])
    assert errors(pay="9,5000") == {"pay": ["Ensure that there are no more than 2 decimal places."]}
    assert errors(hours="7,55") == {"hours": ["Ensure that there are no more than 1 decimal place."]}
    assert errors(people="-1") == {"people": ["Ensure this value is greater than or equal to 0."]}


def test_a_form_says_in_its_own_words_what_is_no_number():
    class OwnWords(forms.Form):
        year = WholeNumberField(error_messages={"invalid": "Write the year."})
        hours = DecimalNumberField(error_messages={"ambiguous": "Write hours so."})

    for year in ("x", "20,5"):
        assert OwnWords({"year": year, "hours": "1,200"}).errors == {
            "year": ["Write the year."],
            "hours": ["Write hours so."],
        }


def test_fields_are_lines_of_text_with_a_keyboard_for_what_can_be_typed():
    form = Form()
    keyboards = {name: re.findall(r'type="(\w+)"|inputmode="(\w+)"', str(form[name])) for name in form.fields}
    assert {name: ["".join(found) for found in pairs] for name, pairs in keyboards.items()} == {
        "people": ["text", "numeric"],
        "change": ["text", "text"],
        "hours": ["text", "decimal"],
        "fine": ["text", "text"],
        "pay": ["text", "decimal"],
        "seen": ["hidden"],
    }


@pytest.mark.parametrize("value", ["1.234", "1200.50", "0.1", "-3.125", "1E+3", "0"])
def test_what_is_stored_is_shown_so_that_it_reads_as_the_same_and_is_no_change(value):
    initial = {"fine": Decimal(value), "people": 1200}
    form = Form(initial=initial)
    shown = {name: re.search(r'value="([^"]*)"', str(form[name]))[1] for name in initial}
    again = Form(shown, initial=initial)
    assert again.is_valid()
    assert {name: again.cleaned_data[name] for name in initial} == initial
    assert again.changed_data == []


# --- Everywhere ---------------------------------------------------------------------------------------------------


def all_forms():
    """Every form class of the site, wherever it is."""
    assert get_resolver().url_patterns  # reads all views, and with them all forms
    found, waiting = [], [BaseForm]
    while waiting:
        for one in waiting.pop().__subclasses__():
            waiting.append(one)
            if one.__module__.split(".")[0] in APPS:
                found.append(one)
    return found


def test_no_form_has_a_number_field_of_the_browser():
    fields = [(form.__name__, name, field) for form in all_forms() for name, field in form.base_fields.items()]
    numbers = [field for *_, field in fields if isinstance(field, WholeNumberField | DecimalNumberField)]
    assert len(numbers) > 10
    assert [where for *where, field in fields if getattr(field.widget, "input_type", "") == "number"] == []
    # What is typed is read in one way: the others are never shown.
    typed = [
        (form, name)
        for form, name, field in fields
        if isinstance(field, forms.IntegerField)
        and not isinstance(field, WholeNumberField | DecimalNumberField)
        and not field.widget.is_hidden
    ]
    assert typed == []


def test_no_template_and_no_script_writes_one():
    files = [*(ROOT / "templates").rglob("*"), *(ROOT / "static").rglob("*.js"), *(ROOT / "static").rglob("*.css")]
    texts = {str(file): file.read_text() for file in files if file.is_file()}
    assert len(texts) > 100
    assert [name for name, text in texts.items() if re.search(r"type\s*=\s*[\"']?number", text)] == []


def test_no_page_of_the_desk_has_one(curating, seeded):
    seen = 0
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.first()
        pages = [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        pages += [reverse(f"{name}_change", args=[row.pk])] if row else []
        for page in pages:
            html = curating.get(page).content.decode()
            assert 'type="number"' not in html, page
            seen += html.count("inputmode=")
    assert seen > 100


# --- At the desk --------------------------------------------------------------------------------------------------


def save(client, row, **typed):
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return client.post(address, form_data(client.get(address)) | typed)


def said(response):
    """The errors of a page of the desk."""
    return re.findall(r'<ul class="errorlist"[^>]*><li>([^<]+)</li>', response.content.decode())


@pytest.mark.parametrize(
    ("typed", "kept"), [("45,50", "45.50"), ("68,000", "68000.00"), ("95k", "95000.00"), ("95 000 $", "95000.00")]
)
def test_an_amount_of_a_claim_is_read_as_my_number_is(curating, typed, kept):
    claim = make_claim(distribution=make_distribution(currency="USD", figures={}), amount=1)
    assert save(curating, claim, amount=typed).status_code == 302
    claim.refresh_from_db()
    assert str(claim.amount) == kept
    assert save(curating, claim.distribution, **{"claims-0-amount": typed}).status_code == 302
    claim.refresh_from_db()
    assert str(claim.amount) == kept


def test_an_amount_of_a_claim_in_another_currency_or_in_two_minds_is_refused(curating):
    claim = make_claim(distribution=make_distribution(currency="USD", figures={}), amount=1)
    strange = ["The amount is written with €, which is not USD. Choose which it is."]
    assert said(save(curating, claim, amount="95 000 €")) == strange
    assert said(save(curating, claim.distribution, **{"claims-0-amount": "95 000 €"})) == strange
    assert said(save(curating, claim, amount="95.000")) == [
        "This could be 95000 or 95. Write 95000 without a separator, or fewer decimals, such as 95."
    ]
    assert str(SalaryClaim.objects.get().amount) == "1.00"
    assert Distribution.objects.count() == 1


def test_fees_and_their_currency(curating):
    credential = make_credential()
    fee = CredentialFee.objects.create(
        credential=credential,
        slug="exam",
        name="Exam",
        amount=1,
        source=make_source(),
        as_of="2026",
        checked_on="2026-11-01",
    )
    assert save(curating, credential, **{"fees-0-amount": "1.425,50"}).status_code == 302
    fee.refresh_from_db()
    assert str(fee.amount) == "1425.50"
    assert said(save(curating, credential, **{"fees-0-amount": "£425"})) == [
        "The amount is written with £, which is not USD. Choose which it is."
    ]
    refused = save(curating, credential, **{"fees-0-amount": "425 or 555"})
    assert said(refused) == ["Write one amount in digits, such as 95,000 or 45.50."]
    assert 'value="425 or 555"' in refused.content.decode()
