"""Applications with their postings, requirements, stages, people, tasks and offers."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounts.models import User
from applications.models import (
    Application,
    Habits,
    Offer,
    Person,
    Requirement,
    SavedView,
    StageChange,
    Task,
    TaskLiking,
)
from keeping import verbs
from tests.factories import NOW, numbers
from tests.factories.evidence import make_own


def make_application(user: User, **fields: Any) -> Any:
    """An application; ``text`` is its posting as it was pasted, ``duties`` are texts, ``stage`` what it is at."""
    text, stage, on = fields.pop("text", ""), fields.pop("stage", "saved"), fields.pop("on", date(2026, 11, 2))
    duties = [one if isinstance(one, dict) else {"quote": one, "task": ""} for one in fields.pop("duties", [])]
    texts = [{"raw": text, "pasted_on": str(on)}] if text else []
    defaults = {"title": f"Technical Project Manager {next(numbers)}", "employer": "Acme"}
    row = make_own(Application, user, **(defaults | fields), texts=texts, duties=duties)
    if stage:
        make_stage(row, stage=stage, on=on)
    return row


def make_stage(application: Application, **fields: Any) -> Any:
    return make_own(
        StageChange,
        application.user,
        **({"application": application, "stage": "applied", "on": date(2026, 11, 9)} | fields),
    )


def make_requirement(application: Application, **fields: Any) -> Any:
    """A requirement; ``skills`` and ``credentials`` are rows of the catalog."""
    links = {name: [row.slug for row in fields.pop(name, [])] for name in ("skills", "credentials")}
    defaults = {"application": application, "place": next(numbers), "quote": f"Line {next(numbers)} of the posting"}
    return make_own(Requirement, application.user, **(defaults | {"kind": "skill"} | fields), **links)


def make_person(user: User, **fields: Any) -> Any:
    return make_own(Person, user, **({"name": f"Person {next(numbers)}"} | fields))


def make_task(user: User, **fields: Any) -> Any:
    return make_own(Task, user, **({"what": f"Task {next(numbers)}"} | fields))


def make_habits(user: User, **fields: Any) -> Any:
    return make_own(Habits, user, **fields)


def make_saved_view(user: User, **fields: Any) -> Any:
    return make_own(SavedView, user, **({"name": f"View {next(numbers)}", "query": "stage=applied"} | fields))


def make_liking(user: User, **fields: Any) -> Any:
    return make_own(TaskLiking, user, **({"task": "planning", "liking": "energizes"} | fields))


def make_offer(application: Application, **fields: Any) -> Any:
    defaults = {"form": "verbal", "on": date(2026, 11, 20), "currency": "USD", "base": Decimal(120_000)}
    return make_own(Offer, application.user, **({"application": application} | defaults | fields))


def make_full_application(user: User, *, line: str, text: str, today: date, **others: Any) -> dict[str, Any]:
    """An application with a row of each kind under it, every field filled; ``others`` are rows that it is linked to."""
    resume, copy, skill, credential, interview = (
        others[name] for name in ("resume", "copy", "skill", "credential", "interview")
    )
    application = make_application(
        user,
        **dict.fromkeys(("title", "employer", "places", "pay_words", "source"), line),
        **{"by_agency": True, "remote": "hybrid", "employment_types": ["full_time", "contract"]},
        **{"pay_least": Decimal("98000.00"), "pay_most": Decimal("120000.50"), "pay_currency": "USD"},
        **{"pay_period": "year", "closes_on": today, "url": "https://example.org/é?a=%20b", "note": text},
        **{"resume": resume, "letter": text, "text": text},
        duties=[{"quote": line, "task": "planning"}],
        sent_copies=[str(copy.token)],
    )
    requirement = make_requirement(
        application,
        **{"place": 1, "quote": line, "strength": "preferred", "kind": "experience", "any_of": True},
        **{"unlisted": ["PSM II"], "level": "master", "languages": ["de"], "months": 60, "within_previous": True},
        **{"percent": 25, "alternatives": [{"quote": line, "kind": "equivalent"}]},
        **{"confirmed": True, "corrected": True, "said": "yes", "skills": [skill], "credentials": [credential]},
    )
    verbs.change(interview, values={"application": str(application.token)}, seen=interview.edition, at=NOW)
    return {
        "application": application,
        "requirement": requirement,
        "stage": make_stage(application, on=today, note=text),
        "person": make_person(
            user,
            **dict.fromkeys(("name", "what", "known_from", "reach"), line),
            **{"application": application, "note": text},
            **dict.fromkeys(("last_contact_on", "referred_on", "thanked_on"), today),
        ),
        "task": make_task(user, what=line, application=application, due_on=today, done_on=today, note=text),
        "offer": make_offer(
            application,
            **{"form": "written", "on": today, "base": Decimal("120000.50"), "bonus": Decimal("5000.00")},
            **{"benefits": text, "days_off": 25, "answer_by": today, "note": text, "equity": [{"amount": "1000.00"}]},
        ),
        "view": make_saved_view(user, name=line),
        "habits": make_habits(user, steers=True),
        "liking": make_liking(user),
    }
