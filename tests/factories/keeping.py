"""What learners put in the bin."""

import uuid
from typing import Any

from django.urls import reverse

from accounts.models import User
from keeping.models import Deletion
from tests.factories import NOW


def make_deletion(user: User, **fields: Any) -> Deletion:
    """For rows that are put in the bin past their verb."""
    defaults = {"subject": "evidence.project", "token": uuid.uuid4(), "name": "Something", "at": NOW}
    return Deletion.objects.create(user=user, **(defaults | fields))


def restore_address(row: Any) -> str:
    """Where the button posts to that brings ``row`` back from the bin, or has brought it back."""
    return reverse("keeping:restore", args=[Deletion.objects.filter(token=row.token).latest("pk").pk])
