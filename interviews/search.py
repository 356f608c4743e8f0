"""Finding questions: the words by the database, the filters with their counts and one page by the shelf.

Each takes one query, and one more in a process that meets the bank for the first time since it has changed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import randrange
from typing import Any

from django.db import connection

from interviews.filters import LEVEL, NAMES, RELEVANCE, Filter, Found, Option
from interviews.models import QuestionLevel
from interviews.shelf import Shelf
from interviews.shelving import EDITION, shelf_of, shelf_with
from interviews.spelling import corrected, words_of

PER_PAGE = 25
# Among more hits than this the best are not looked for: weighing each takes its time, and nobody reads them all.
MOST_WEIGHED = 1000

# The planner does not know that to look through the words of all questions each has to be unpacked. For one statement.
BY_INDEX = "SET LOCAL enable_seqscan = off; "
PUBLISHED = (
    "q.retired_at IS NULL AND q.category_id <> ALL "
    "(ARRAY(SELECT id FROM interviews_category WHERE retired_at IS NOT NULL))"
)
ALL_WORDS = "websearch_to_tsquery('english', %(words)s)"
ANY_WORD = "websearch_to_tsquery('english', %(any_word)s)"


@dataclass(frozen=True)
class Hits:
    """What the words of a search find: the places on the shelf.

    ``all_words`` is false if no question has them all, but some have one. ``best_first`` has the primary keys by
    relevance, or none if there are too many. If nothing is found, ``unknown`` are the words that no question has, and
    ``known`` those that some have, with the number of questions.
    """

    words: str
    places: int
    best_first: Sequence[int]
    all_words: bool
    unknown: Sequence[str]
    known: Mapping[str, int]

    @property
    def query(self) -> str:
        """What was looked for, in the database's own web search syntax."""
        return self.words if self.all_words or not self.places else _any_word(self.words)


@dataclass(frozen=True)
class View:
    """A filter before the shelf: what of all questions the words leave, and what the learner has marked."""

    shelf: Shelf
    wanted: Filter
    offered: int
    marked: int
    hits: Hits | None

    @property
    def among(self) -> int:
        return self.offered & self.marked if self.wanted.favorites else self.offered

    @property
    def left(self) -> int:
        return self.shelf.left(self.wanted.chosen(), self.among)

    @property
    def best_first(self) -> Sequence[int]:
        return self.hits.best_first if self.hits and self.wanted.order == RELEVANCE else ()

    @property
    def groups(self) -> list[int]:
        """What the order puts one after another; nothing if it is that of the shelf."""
        levels = self.shelf.sets["level"]
        return [levels.get(level, 0) for level in QuestionLevel.values] if self.wanted.order == LEVEL else []

    def listed(self) -> Iterable[int]:
        """The primary keys in the order that is asked for."""
        if self.best_first:
            places, left = self.shelf.places, self.left
            return (key for key in self.best_first if left >> places[key] & 1)
        return self.shelf.in_order(self.left, self.groups)

    def options(self, name: str) -> list[Option]:
        """The choices of a filter with their counts, and what is chosen even if it is no longer offered."""
        counts = self.shelf.counts(name, self.wanted.chosen(), self.among)
        value = getattr(self.wanted, name)
        labels = {**self.shelf.labels[name]}
        if value and value not in labels:
            labels[value] = self.shelf.labels[f"retired {name}"][value]
        return [Option(value, label, counts.get(value, 0)) for value, label in labels.items()]

    def without(self) -> dict[str, int]:
        """How many questions there were without each of the choices."""
        chosen = self.wanted.chosen()
        numbers = {}
        if self.hits:
            everything = self.marked if self.wanted.favorites else self.shelf.everything
            numbers["q"] = self.shelf.left(chosen, everything).bit_count()
        for name in chosen:
            others = {other: value for other, value in chosen.items() if other != name}
            numbers[name] = self.shelf.left(others, self.among).bit_count()
        if self.wanted.favorites:
            numbers["favorites"] = self.shelf.left(chosen, self.offered).bit_count()
        return numbers


def find(wanted: Filter, *, user: int | None = None, page: int = 1, per_page: int = PER_PAGE) -> Found:
    """What a filter leaves. One query more if the search has words that no question knows.

    ``user`` is the key of the learner whose favorites count. A choice that nobody knows is left out.
    """
    view = _look(wanted, wanted.q, user)
    if view.hits and not view.hits.places:
        view = _look(wanted, corrected(wanted.q, view.hits.unknown, view.hits.known), user, loosely=True)
    asked, wanted, hits = wanted, view.wanted, view.hits
    total = view.left.bit_count()
    start = (min(page, max(1, -(-total // per_page))) - 1) * per_page
    return Found(
        filter=wanted,
        words=hits.query if hits else "",
        options={name: view.options(name) for name in NAMES},
        total=total,
        rows=list(islice(view.listed(), start, start + per_page)),
        favorites=(view.shelf.left(wanted.chosen(), view.offered) & view.marked).bit_count(),
        unknown=[name for name in NAMES if getattr(asked, name) != getattr(wanted, name)],
        hits=hits.places.bit_count() if hits else 0,
        asks=bool(hits),
        corrected=hits.words if hits and hits.words != wanted.q else "",
        any_word=bool(hits and hits.places and not hits.all_words),
        weighed=bool(view.best_first) or not hits or not hits.places or wanted.order != RELEVANCE,
        without=view.without(),
    )


def neighbors(slug: str, found_by: Filter, *, user: int | None = None) -> tuple[str, str]:
    """The slugs before and after a question within a filter, in its order; empty where there is none.

    A search is taken as it stands: the list's links carry its words already set right. A question that is no longer
    offered stands nowhere.
    """
    view = _look(found_by, found_by.q, user, loosely=True)
    shelf, place = view.shelf, view.shelf.places_by_slug.get(slug)
    if place is None or (view.hits and not view.left >> place & 1):
        return "", ""
    if not view.best_first:
        return shelf.beside(view.left, place, view.groups)
    listed = [shelf.slugs[shelf.places[key]] for key in view.listed()]
    here = listed.index(slug)
    return (listed[here - 1] if here else ""), "".join(listed[here + 1 : here + 2])


def surprise(wanted: Filter, *, user: int | None = None) -> str:
    """The slug of any one question within a filter, or nothing if there is none."""
    view = _look(wanted, wanted.q, user, loosely=True)
    left, shelf = view.left, view.shelf
    if not left:
        return ""
    number = randrange(left.bit_count())  # noqa: S311 (nobody has to be surprised)
    return shelf.slugs[shelf.places[next(islice(shelf.in_order(left), number, None))]]


def _look(wanted: Filter, words: str, user: int | None, *, loosely: bool = False) -> View:
    """Ask the database for the words and for the edition, and hold the filter against the shelf of that edition.

    With ``loosely`` the search also takes questions with any of the words, if none has them all. What a search has
    found in this edition is kept, as its pages, its filters and its questions all ask for it again: then the database
    says that the edition is the same, and looks for nothing.
    """
    weighed = wanted.order == RELEVANCE
    search = (words, loosely, weighed)
    held = shelf_with(search) if words else None
    parts = [EDITION, "ARRAY(SELECT question_id FROM interviews_favorite WHERE user_id = %(user)s)"]
    values: dict[str, Any] = {"user": user}
    sql = ""
    if words:
        sql = BY_INDEX + _hits(loosely=loosely)
        asked = [f"numnode({ALL_WORDS})", "ARRAY(SELECT id FROM hits)", "EXISTS (SELECT FROM strict)"]
        asked.append(_weights(loosely=loosely) if weighed else "'{}'::float4[]")
        asked += ["NULL", "NULL"] if loosely else ["ARRAY(SELECT word FROM unknown)", KNOWN]
        parts += [f"CASE WHEN {EDITION} = %(held)s THEN NULL ELSE {part} END" for part in asked] if held else asked
        values |= {"words": words, "any_word": _any_word(words), "asked": words_of(words), "most": MOST_WEIGHED}
        values |= {"held": held.edition} if held else {}
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} SELECT {', '.join(parts)}", values)
        edition, favorites, *found = cursor.fetchone()
    shelf = shelf_of(edition)
    wanted = wanted if user else wanted.without("favorites")
    for name in ("category", "skill"):
        if not shelf.knows(name, getattr(wanted, name)):
            wanted = wanted.without(name)
    hits: Hits | None = None
    if held and held.edition == edition:
        hits = held.searches[search]
    elif found and found[0]:
        hits = _read(shelf, words, *found)
        if hits.places and shelf.edition == edition:
            shelf.keep_search(search, hits)
    return View(shelf, wanted, hits.places if hits else shelf.everything, shelf.of(favorites), hits)


def _read(
    shelf: Shelf, words: str, nodes: int, keys: Any, strict: bool, weights: Any, unknown: Any, known: Any
) -> Hits:
    heaviest = sorted(
        (-weight, shelf.places[key], key) for key, weight in zip(keys, weights, strict=False) if key in shelf.places
    )
    return Hits(words, shelf.of(keys), [key for *_, key in heaviest], strict, unknown or (), known or {})


# What a search with typing errors is set right by.
KNOWN = "(SELECT json_object_agg(word, questions) FROM interviews_word WHERE EXISTS (SELECT FROM unknown))"


def _hits(*, loosely: bool) -> str:
    """The offered questions that have all words of a search; with ``loosely`` those with any, if none has all."""
    strict = f"SELECT q.id FROM interviews_question q WHERE {PUBLISHED} AND q.words @@ {ALL_WORDS}"  # noqa: S608
    if loosely:
        return (
            f"WITH strict AS MATERIALIZED ({strict}), hits AS MATERIALIZED (SELECT id FROM strict UNION ALL "  # noqa: S608
            f"SELECT q.id FROM interviews_question q WHERE {PUBLISHED} AND q.words @@ {ANY_WORD} "
            "AND NOT EXISTS (SELECT FROM strict))"
        )
    return f"""
        WITH strict AS MATERIALIZED ({strict}), hits AS (SELECT id FROM strict), unknown AS MATERIALIZED (
          SELECT t.word FROM unnest(%(asked)s::text[]) AS t(word)
          WHERE NOT EXISTS (SELECT FROM strict) AND numnode(plainto_tsquery('english', t.word)) > 0 AND NOT EXISTS (
            SELECT FROM interviews_question q WHERE {PUBLISHED} AND q.words @@ plainto_tsquery('english', t.word)))
        """  # noqa: S608


def _weights(*, loosely: bool) -> str:
    """How well each hit fits, in the order of the hits; nothing if there are too many."""
    query = f"CASE WHEN EXISTS (SELECT FROM strict) THEN {ALL_WORDS} ELSE {ANY_WORD} END" if loosely else ALL_WORDS
    return (
        f"ARRAY(SELECT (SELECT ts_rank(q.words, {query}) FROM interviews_question q WHERE q.id = hits.id) FROM hits "  # noqa: S608
        "WHERE (SELECT count(*) FROM hits) <= %(most)s)"
    )


def _any_word(words: str) -> str:
    return " or ".join(word for word in re.findall(r"[^\W_]+", words) if word.lower() != "or")
