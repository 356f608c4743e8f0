"""Whose each row is, read from the tables themselves."""

from django.db.models import F, ForeignKey

from keeping.ceilings import learners_tables


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
