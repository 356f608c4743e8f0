"""Whose each row is, read from the tables themselves."""

from django.apps import apps
from django.db.models import F, ForeignKey

from accounts.models import User
from keeping.ceilings import learners_tables

# These stay when the curator who made them goes.
OF_CURATORS = {"curation.Batch", "curation.Change", "curation.Draft"}


def tables_that_lead_to_a_user():
    """Every table whose foreign keys lead to a user, whatever happens to the row when the user goes."""
    return [model for model in apps.get_models() if not model._meta.proxy and _leads_to_a_user(model)]


def _leads_to_a_user(model, seen=()):
    tos = {field.related_model for field in model._meta.get_fields() if isinstance(field, ForeignKey)} - {model, *seen}
    return User in tos or any(_leads_to_a_user(to, (*seen, model)) for to in tos)


def points_between():
    """Every foreign key from a table with the learner's key to another one."""
    tables = learners_tables()
    return [
        (model, field.name)
        for model in tables
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model in tables
    ]


def at_odds():
    """How many rows point to a row of somebody else, by table and field; none should."""
    found = {
        f"{model._meta.label}.{name}": model._base_manager.filter(**{f"{name}__isnull": False})
        .exclude(**{f"{name}__user": F("user")})
        .count()
        for model, name in points_between()
    }
    return {where: number for where, number in found.items() if number}
