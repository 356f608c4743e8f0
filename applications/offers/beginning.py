"""What a new state of an offer begins with: what the one before it said, or the pay of the posting."""

from datetime import date
from typing import Any

from django.utils import timezone

from applications.offers.forms import by_year
from applications.offers.models import Form, Offer
from applications.offers.terms import for_a
from applications.postings.models import Application
from salaries import pay

# What comes after each; one in writing is often put right in writing.
NEXT = {Form.ADVERTISED: Form.VERBAL, Form.VERBAL: Form.WRITTEN, Form.WRITTEN: Form.WRITTEN}
SAME = ("currency", "base", "period", "bonus", "benefits", "days_off", "answer_by")


def next_state(newest: Offer, *, today: date) -> dict[str, Any]:
    """As ``newest`` said it, loaded ``with_terms``, to be put right."""
    return (
        {name: getattr(newest, name) for name in SAME}
        | by_year(newest)
        | {"form": NEXT[Form(newest.form)], "on": today}
    )


def first_state(application: Application, *, today: date) -> dict[str, Any]:
    """What the posting advertised, if it has figures: the lower end of a range, which stands in the note."""
    least, most = application.pay_least, application.pay_most
    figure = least or most
    if figure is None:
        return {"on": today}
    currency, period = application.pay_currency, application.pay_period
    both = f"{pay.money(least, currency)} to {for_a(most, currency, period)}" if least and most and least < most else ""
    return {
        **{"form": Form.ADVERTISED, "on": timezone.localdate(application.created_at), "base": figure},
        **{"currency": currency, "period": period, "note": application.pay_words or both},
    }
