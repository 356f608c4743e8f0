"""What stands in the cells of a curated table's file: what it means for the column, or why it cannot be taken."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from curation import days, numbers
from curation.cells import MISSING, decimal_number, named, one_of, whole_number, yes_or_no
from curation.nearness import Names
from curation.table_file import TableFile, in_cell, may_be_empty
from curation.unseen import quoted


class Judge:
    """Reads the cells of rows. Cells repeat, so each is judged once.

    ``offers`` are the rows that the columns of references and links can name. ``shape`` says how days are read that
    could be two, see ``days.day``.
    """

    def __init__(self, table: TableFile, offers: dict[str, Names], shape: str) -> None:
        self.table = table
        self.offers = offers
        self.shape = shape
        # A day that was understood by the shape of the others.
        self.shaped = ""
        self.judged: dict[tuple[str, str], tuple[str, str]] = {}

    def __call__(self, values: dict[str, str], stored: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """The values of a row, and by column why they cannot be taken. What is ``stored`` just so can."""
        wrong: dict[str, str] = {}
        understood: dict[str, str] = {}
        for name, text in values.items():
            was = stored.get(name)
            if was is not None and (was == text or (name in self.table.texts and _same_time(was, text))):
                understood[name] = was
                continue
            cell = (name, text)
            if cell not in self.judged:
                self.judged[cell] = self._understood(name, text)
            understood[name], why = self.judged[cell]
            if why:
                wrong[name] = why
        if why := _in_another_currency(values, understood, stored, wrong):
            wrong["amount"] = why
        return understood, wrong

    def _understood(self, name: str, text: str) -> tuple[str, str]:
        column = self.table.field(name)
        if not text:
            return text, "" if may_be_empty(column) else MISSING
        try:
            if name in self.offers:
                return self.table.normal(name, "\n".join(named(self.offers[name], text.splitlines()))), ""
            return self._value(name, column, text), ""
        except ValidationError as error:
            return text, " ".join(error.messages).rstrip(".")
        except ValueError as error:
            return text, str(error)

    def _value(self, name: str, column: Any, text: str) -> str:
        """The text as an export would write it. Raises ``ValidationError`` or ``ValueError``."""
        if isinstance(column, models.BooleanField):
            return yes_or_no(text)
        if column.choices:
            return one_of((str(value) for value, _ in column.flatchoices), text)
        if isinstance(column, models.IntegerField):
            text = str(whole_number(text))
        elif isinstance(column, models.DecimalField):
            text = in_cell(decimal_number(text, money=name == "amount"))
        elif isinstance(column, models.DateField):
            text = self._day(text)
        elif column.max_length and len(text) > column.max_length:
            raise ValueError(f"longer than {column.max_length:,} characters")
        column.run_validators(column.to_python(text))
        return text

    def _day(self, text: str) -> str:
        try:
            day = days.day(text)
        except days.UnclearError:
            if not self.shape:
                raise
            self.shaped = self.shaped or text
            day = days.day(text, self.shape)
        if day is None:
            raise ValueError(f"{quoted(text)} is not a day such as 2026-12-24")
        return day.isoformat()


def _same_time(was: str, text: str) -> bool:
    """Whether a spreadsheet has made its own writing of the day or month that is stored as words."""
    try:
        day = days.day(was)
        if day is not None:
            return days.day(text) == day
    except days.UnclearError:
        return False
    month = days.month(was)
    return month is not None and days.month(text) == month


def _in_another_currency(
    values: dict[str, str], understood: dict[str, str], stored: dict[str, str], wrong: dict[str, str]
) -> str:
    """What to say of an amount that is written with the sign of another currency than its row has, or nothing."""
    if "currency" not in values or "amount" not in values or wrong.keys() & {"amount", "currency"}:
        return ""
    if not values["amount"] or stored.get("amount") == values["amount"]:
        return ""
    strange = numbers.amount(values["amount"]).strange_to(understood["currency"])
    return f"it is written with {strange}, and the currency is {understood['currency']}" if strange else ""
