"""The rows that would come of what somebody typed without an account, each as the form of its own room."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from accounts.models import User
from evidence.ledger import loading as ledger
from evidence.models import Credential, Education, HeldCredential, Project, Training
from evidence.records.forms.background import EducationForm, HeldCredentialForm, TrainingForm
from evidence.records.forms.projects import ProjectForm
from interviews.dates.forms import InterviewForm
from interviews.models import Interview
from keeping.forms import OwnForm
from keeping.models import Own
from keeping.saving import keep
from salaries import pay
from salaries.models import KeptNumber, Level
from tpm_portal.doors.carrying import Carried
from tpm_portal.doors.eligible_form import EligibleDoorForm, eligible_form
from tpm_portal.doors.interview_form import InterviewDoorForm
from tpm_portal.doors.pay_form import PayDoorForm


@dataclass
class Row:
    """``said`` is the row in words, ``form`` its room's own form, of which the fields ``asked`` are still open."""

    name: str
    said: str
    model: type[Own]
    form: OwnForm
    asked: tuple[str, ...]
    wanted: bool

    def is_valid(self) -> bool:
        return self.form.is_valid()

    def keep(self, *, user: User, at: datetime) -> str | None:
        """Keep it, and give what it is called; ``None`` if something is wrong with the form."""
        kept = keep(self.form, self.model, user=user, at=at)
        return str(kept[0]) if kept else None

    @property
    def fields(self) -> list[forms.BoundField]:
        return [self.form[name] for name in self.asked]

    @property
    def tick(self) -> str:
        """The name of the box that says yes to it."""
        return f"keep-{self.name}"

    @property
    def errors(self) -> list[str]:
        """What is wrong with it that stands beside none of its open fields."""
        if not (self.wanted and self.form.is_bound):
            return []
        return [str(error) for name, found in self.form.errors.items() if name not in self.asked for error in found]


@dataclass
class NumberRow:
    """Somebody's own number, which is kept in another way: one for each, without a history."""

    said: str
    number: dict[str, Any] = field(repr=False)
    wanted: bool
    name: str = "number"
    tick: str = "keep-number"
    fields: tuple[forms.BoundField, ...] = ()
    errors: tuple[str, ...] = ()

    def is_valid(self) -> bool:
        return True

    def keep(self, *, user: User, at: datetime) -> str | None:
        KeptNumber.objects.keep(user=user, at=at, **self.number)
        return "your number"


@dataclass(frozen=True)
class _Offer:
    name: str
    said: str
    model: type[Own]
    form: type[OwnForm]
    values: Mapping[str, Any]
    asked: tuple[str, ...]
    initial: Mapping[str, Any] | None = None


def rows(carried: Carried, *, user: User, now: datetime, sent: QueryDict | None = None) -> list[Row | NumberRow]:
    """What would be kept, in the order of the doors; with ``sent``, what the learner said about it."""
    today = timezone.localdate(now)
    found = [_row(offer, carried, user=user, today=today, sent=sent) for offer in _offers(carried, now=now)]
    return [*found, *_number(carried.told("pay"), user=user, sent=sent)]


@transaction.atomic
def keep_wanted(found: list[Row | NumberRow], *, user: User, at: datetime) -> list[str] | None:
    """Keep what the learner said yes to, all of it or nothing. ``None`` if something is wrong with a form."""
    wanted = [row for row in found if row.wanted]
    # Every form is asked, so that all errors stand there at once.
    if [row for row in wanted if not row.is_valid()]:
        return None
    kept = [row.keep(user=user, at=at) for row in wanted]
    if None in kept:
        transaction.set_rollback(True)
        return None
    return [name for name in kept if name]


def _number(told: QueryDict | None, *, user: User, sent: QueryDict | None) -> Iterator[NumberRow]:
    form = PayDoorForm(told)
    if told is None or not form.is_valid() or (number := form.number) is None:
        return
    place = form.cleaned_data["where"]
    words = f"Your number: {pay.money(number.amount, number.currency)} a year, {form.called}, {place}"
    if KeptNumber.objects.for_user(user).exists():
        words += ". It takes the place of the one you keep now"
    values = {
        "amount": number.amount,
        "currency": number.currency,
        "period": number.period,
        "kind": number.kind,
        "place": place,
        "occupation": form.chosen,
        "level": Level.ALL,
    }
    yield NumberRow(words, values, sent is None or "keep-number" in sent)


def _row(offer: _Offer, carried: Carried, *, user: User, today: date, sent: QueryDict | None) -> Row:
    data: dict[str, Any] | None = None
    if sent is not None:
        prefix = offer.name
        values = {**offer.values, "token": carried.token_of(offer.name), "seen": 0}
        values |= {name: sent.get(f"{prefix}-{name}", "") for name in offer.asked}
        data = {f"{prefix}-{name}": value for name, value in values.items()}
    form = offer.form(data, prefix=offer.name, user=user, today=today, initial=offer.initial)
    for name in offer.asked:
        widget = form.fields[name].widget
        widget.attrs.setdefault("class", "form-select" if isinstance(widget, forms.Select) else "form-control")
    wanted = sent is None or f"keep-{offer.name}" in sent
    return Row(offer.name, offer.said, offer.model, form, offer.asked, wanted)


def _offers(carried: Carried, *, now: datetime) -> Iterator[_Offer]:
    makers: dict[str, Callable[[QueryDict, datetime], Iterator[_Offer]]] = {
        "interview": _interview,
        "eligible": _eligible,
    }
    for door, make in makers.items():
        if (told := carried.told(door)) is not None:
            yield from make(told, now)


def _interview(told: QueryDict, now: datetime) -> Iterator[_Offer]:
    form = InterviewDoorForm(told, now=now)
    if not form.is_valid():
        # Its day is past by now, or the round is asked for no more.
        return
    said = form.cleaned_data
    values = {
        "on": f"{said['on']:%Y-%m-%d}",
        "round_type": said["round"].pk,
        "minutes_per_day": said["minutes"],
    }
    words = f"An interview on {said['on']:%A, %B %-d}: {said['round']}"
    yield _Offer("interview", words, Interview, InterviewForm, values, ("company",))


def _eligible(told: QueryDict, now: datetime) -> Iterator[_Offer]:
    form = eligible_form(told, ledger.load_rules(), ledger.credential_names())
    if not form.is_valid():
        return
    yield from _projects(form)
    said, degrees = form.cleaned_data, dict(form.fields["degree"].choices)  # type: ignore[attr-defined]
    if said["degree"] not in ("", "none"):
        words, values = f"Your highest degree: {degrees[said['degree']].lower()}", {"level": said["degree"]}
        yield _Offer("education", words, Education, EducationForm, values, ("title", "finished_on"))
    for name, kind, what in (
        ("hours", "pm_education", "project management"),
        ("agile_hours", "agile_education", "agile methods"),
    ):
        if hours := said[name]:
            words = f"{hours.normalize():,f} hours of training in {what}"
            values = {"kind": kind, "hours": str(hours)}
            yield _Offer(name, words, Training, TrainingForm, values, ("title", "finished_on"))
    for credential in Credential.objects.filter(slug__in=said["holding"]).order_by("position", "slug"):
        yield _Offer(
            f"held-{credential.slug}",
            f"You hold the {credential.name}",
            HeldCredential,
            HeldCredentialForm,
            {"credential": credential.pk},
            ("earned_on", "expires_on"),
        )


def _projects(form: EligibleDoorForm) -> Iterator[_Offer]:
    for project in form.led:
        said = project.cleaned_data
        values = {f"start_{part}": said[f"from_{part}"] for part in ("month", "year")}
        if project.ends_on:
            values |= {f"end_{part}": said[f"to_{part}"] for part in ("month", "year")}
        else:
            values["running"] = "on"
        facts = {name: value for name, value in project.facts().items() if value}
        values |= {"part": "led", **{name: "on" if value is True else value for name, value in facts.items()}}
        words = f"A project you led, {project.when}"
        yield _Offer(f"project-{project.number}", words, Project, ProjectForm, values, ("title", "kind"))
