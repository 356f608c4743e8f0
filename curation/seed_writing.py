"""Documents into rows: one by one, or as many as there are in a few statements where nothing stands against it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, models, transaction

from curation.content_files import RETIRED, Children, Document, Seed, SeedError, target_of

# What one statement brings at most.
AT_ONCE = 2000


def write_many(
    seed: Seed,
    instances: dict[str, Any],
    rows: dict[str, Document],
    slugs: dict[type[models.Model], dict[str, Any]],
    at: datetime,
) -> bool:
    """Write new rows and what belongs to them together. False, and nothing is written, if they must go one by one.

    They must if the database refuses any: then it is the row by itself that says which. Raises ``SeedError`` if they
    lie in one another in a circle.
    """
    try:
        with transaction.atomic():
            for wave in _waves(seed, instances, rows, slugs):
                for instance in wave:
                    fill(seed, instance, rows[instance.slug], slugs, at)
                seed.model._default_manager.bulk_create(wave, batch_size=AT_ONCE)
                slugs.get(seed.model, {}).update({instance.slug: instance for instance in wave})
            linked = [(instance, rows[slug]) for slug, instance in instances.items()]
            _link_many(seed.model, seed.links, linked, slugs)
            for children in seed.children:
                new = [
                    pair
                    for instance, document in linked
                    for pair in _new_children(children, instance, document[children.name], slugs)
                ]
                children.model._default_manager.bulk_create([child for child, _ in new], batch_size=AT_ONCE)
                _link_many(children.model, children.links, new, slugs)
            connection.check_constraints()
    except IntegrityError:
        for instance in instances.values():
            instance.pk, instance._state.adding = None, True
        slugs.pop(seed.model, None)
        return False
    return True


def _waves(
    seed: Seed,
    instances: dict[str, Any],
    rows: dict[str, Document],
    slugs: dict[type[models.Model], dict[str, Any]],
) -> Iterable[list[Any]]:
    """The rows so that each comes after those of its own table that it refers to."""
    own = [name for name in seed.references if target_of(seed.model, name) is seed.model]
    left = dict(instances)
    while left:
        waiting = left if own else {}
        wave = {
            slug: instance for slug, instance in left.items() if not any(rows[slug][name] in waiting for name in own)
        }
        if not wave:
            raise SeedError(f"{seed.table}: {', '.join(list(left)[:3])} refer to one another.")
        yield list(wave.values())
        left = {slug: instance for slug, instance in left.items() if slug not in wave}


def _link_many(
    model: type[models.Model],
    links: tuple[str, ...],
    linked: Iterable[tuple[Any, Document]],
    slugs: dict[type[models.Model], dict[str, Any]],
) -> None:
    """Give rows that are new in the database the links that their documents name."""
    for name in links:
        field: Any = model._meta.get_field(name)
        here, there = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        field.remote_field.through._default_manager.bulk_create(
            [
                field.remote_field.through(**{here: instance.pk, there: target.pk})
                for instance, document in linked
                for target in _find_all(model, name, document[name], slugs)
            ],
            batch_size=AT_ONCE,
        )


def _new_children(
    children: Children, parent: Any, documents: list[Document], slugs: dict[type[models.Model], dict[str, Any]]
) -> Iterable[tuple[Any, Document]]:
    """Each with its document."""
    for position, document in enumerate(documents, start=1):
        child: Any = children.model(**{"slug": document["id"], children.parent: parent})
        _assign(child, children.fields, children.references, document, slugs)
        child.position = position
        yield child, document


def fill(
    seed: Seed, instance: Any, document: Document, slugs: dict[type[models.Model], dict[str, Any]], at: datetime
) -> None:
    """Give a row what its document says, without writing it."""
    _assign(instance, seed.fields, seed.references, document, slugs)
    if seed.ordered:
        instance.position = document["position"]
    if document.get(RETIRED, instance.retired_at is not None) != (instance.retired_at is not None):
        instance.retired_at = at if document[RETIRED] else None


def write_row(
    seed: Seed, instance: Any, document: Document, slugs: dict[type[models.Model], dict[str, Any]], at: datetime
) -> None:
    fill(seed, instance, document, slugs, at)
    instance.save()
    slugs.get(seed.model, {})[instance.slug] = instance


def write_related(
    seed: Seed, instance: Any, document: Document, slugs: dict[type[models.Model], dict[str, Any]], at: datetime
) -> None:
    for name in seed.links:
        getattr(instance, name).set(_find_all(seed.model, name, document[name], slugs))
    for children in seed.children:
        _write_children(children, instance, document[children.name], slugs, at)


def _write_children(
    children: Children,
    parent: Any,
    documents: list[Document],
    slugs: dict[type[models.Model], dict[str, Any]],
    at: datetime,
) -> None:
    manager = children.model._default_manager
    existing: dict[str, Any] = {child.slug: child for child in manager.filter(**{children.parent: parent})}  # type: ignore[attr-defined]
    if existing:
        # All step back first: two may change places where a value may stand only once among those that are offered.
        manager.filter(**{children.parent: parent, "retired_at": None}).update(retired_at=at)
    new: list[Any] = []
    for position, document in enumerate(documents, start=1):
        child: Any = existing.get(document["id"]) or children.model(**{"slug": document["id"], children.parent: parent})
        _assign(child, children.fields, children.references, document, slugs)
        child.position = position
        child.retired_at = None
        if child.pk is None and not children.links:
            new.append(child)
            continue
        child.save()
        for name in children.links:
            getattr(child, name).set(_find_all(children.model, name, document[name], slugs))
    manager.bulk_create(new)


def _assign(
    instance: Any,
    fields: tuple[str, ...],
    references: tuple[str, ...],
    document: Document,
    slugs: dict[type[models.Model], dict[str, Any]],
) -> None:
    for name in fields:
        setattr(instance, name, instance._meta.get_field(name).to_python(document[name]))
    for name in references:
        found = _find_all(type(instance), name, [document[name]] if document[name] else [], slugs)
        setattr(instance, name, found[0] if found else None)


def _find_all(
    model: type[models.Model], name: str, wanted: list[str], slugs: dict[type[models.Model], dict[str, Any]]
) -> list[Any]:
    target = target_of(model, name)
    if target not in slugs:
        slugs[target] = {instance.slug: instance for instance in target._default_manager.all()}  # type: ignore[attr-defined]
    try:
        return [slugs[target][slug] for slug in wanted]
    except KeyError as missing:
        raise SeedError(f"{model._meta.label_lower}: {name} names {missing}, which is not in the database.") from None
