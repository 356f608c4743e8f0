"""The people of one application, those who are owed thanks first."""

from typing import Any

from django.db.models import F, Q
from django.urls import reverse

from applications.stages.models import Person

# Of those who belong to one application.
MOST_SHOWN = 20
OWED = Q(referred_on__isnull=False, thanked_on=None)


def people_of(application: Any) -> dict[str, Any]:
    """What ``applications/_people.html`` shows: the people of one application and the way to add one; one query."""
    rows: Any = Person.objects.filter(application=application, deletion=None)
    return {
        "people": list(in_order(rows)[:MOST_SHOWN]),
        "add_person": add_person_at(application),
        "all_people": f"{reverse('applications:people')}?application={application.pk}",
    }


def in_order(rows: Any) -> Any:
    return rows.annotate(owed=OWED).order_by("-owed", F("name"), "pk")


def add_person_at(application: Any) -> str:
    """The form of a new person, for an application if there is one."""
    return reverse("applications:add_person") + (f"?application={application.pk}" if application else "")
