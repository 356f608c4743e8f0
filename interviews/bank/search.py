"""Finding questions: the words by the database, the filters with their counts and one page by the shelf.

Each takes one query. In a process that meets the bank for the first time since it has changed it takes one more to put
the bank on its shelf, and a search then one to look again, as typing errors are set right by the words on the shelf.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from random import randrange
from typing import Any

from curation.shelving import reading
from interviews.bank.filters import LEVEL, NAMES, RELEVANCE, Filter, Found, Option
from interviews.bank.looking import search_for
from interviews.bank.models import QuestionLevel
from interviews.bank.shelf import BankShelf
from interviews.bank.shelving import BANK

PER_PAGE = 25
# Among more hits than this the best are not looked for: weighing each takes its time, and nobody reads them all.
MOST_WEIGHED = 1000

# The planner does not know that to look through the words of all questions each has to be unpacked. For one statement.
BY_INDEX = "SET LOCAL enable_seqscan = off; "
# Asks a hit for nothing but its first columns, as the others stand behind long texts, and for as little as can be.
HITS = """
  SELECT q.id FROM interviews_question q
  WHERE q.words @@ {query} AND q.retired_at IS NULL AND (
    NOT EXISTS (SELECT FROM interviews_category WHERE retired_at IS NOT NULL) OR q.id NOT IN (
      SELECT gone.id FROM interviews_category c JOIN interviews_question gone ON gone.category_id = c.id
      WHERE c.retired_at IS NOT NULL AND gone.retired_at IS NULL))
"""
# What the database is told of the parts of a search.
PARTS = {"parts": "full", "better": "better", "plain": "plain", "better_plain": "better_plain", "terms": "term"}
# The offered questions with all words; or else with all words once those that no question has are set right; or else
# with any of these words. A part that is no doubtful word, such as an operator, comes with itself as the better one.
SEARCH = f"""
WITH whole AS MATERIALIZED (
  SELECT query, ARRAY({HITS.format(query="query")}) AS keys FROM to_tsquery('english', %(whole)s) AS query
), checked AS MATERIALIZED (
  SELECT place, part, better, plain, better_plain, term, CASE
    WHEN better = part OR numnode(to_tsquery('english', part)) = 0 THEN false
    ELSE NOT EXISTS ({HITS.format(query="to_tsquery('english', part)")}) END AS lacks
  FROM unnest(%(parts)s::text[], %(better)s::text[], %(plain)s::text[], %(better_plain)s::text[], %(terms)s::bool[])
    WITH ORDINALITY AS t (part, better, plain, better_plain, term, place)
), mended AS MATERIALIZED (
  SELECT string_agg(right_part, '' ORDER BY place) AS all_words,
    string_agg(right_part, ' | ' ORDER BY place) FILTER (WHERE term) AS any_word,
    string_agg(CASE WHEN lacks THEN better_plain ELSE plain END, '' ORDER BY place) AS plain,
    array_agg(place::int) FILTER (WHERE lacks) AS lacking
  FROM (SELECT *, CASE WHEN lacks THEN better ELSE part END AS right_part FROM checked) AS c
), near AS MATERIALIZED (
  SELECT all_words, lacking, query, ARRAY({HITS.format(query="query")}) AS keys
  FROM mended, to_tsquery('english', all_words) AS query
), found AS MATERIALIZED (
  SELECT %(whole)s AS sought, NULL::int[] AS lacking, true AS has_all, query, keys FROM whole WHERE keys <> '{{}}'
  UNION ALL SELECT all_words, lacking, true, query, keys FROM near
    WHERE (SELECT keys FROM whole) = '{{}}' AND keys <> '{{}}'
  UNION ALL SELECT any_word, lacking, false, query, ARRAY({HITS.format(query="query")})
    FROM mended, to_tsquery('english', any_word) AS query
    WHERE (SELECT keys FROM whole) = '{{}}' AND (SELECT keys FROM near) = '{{}}'
), best AS MATERIALIZED (
  SELECT CASE WHEN %(has_others)s THEN to_tsquery('english', plain) END AS plain,
    to_tsquery('english', %(in_a_row)s) AS in_a_row
  FROM mended
)
"""  # noqa: S608 (no part comes from outside)
# How well each hit fits, in their order; nothing if there are too many. First what has the words themselves and not
# only what means the same, of these first what has them in a row, and of these what has them most.
WEIGHTS = """(
  SELECT ARRAY(
    SELECT (
      SELECT CASE WHEN q.words @@ plain THEN 2 + ts_rank(q.words, plain) ELSE ts_rank(q.words, query) END
        + CASE WHEN q.words @@ in_a_row THEN 1 ELSE 0 END
      FROM interviews_question q WHERE q.id = key)
    FROM unnest(keys) WITH ORDINALITY AS hit (key, place) ORDER BY place)
  FROM found, best WHERE cardinality(keys) <= %(most)s)
"""


@dataclass(frozen=True)
class Hits:
    """What the words of a search find: the places on the shelf.

    ``words`` are those it was carried out with, set right if no question had all that were asked for. ``all_words`` is
    false if no question has all of these either, but some have one. ``best_first`` has the primary keys by relevance,
    or none if there are too many. ``query`` is what was looked for, as ``to_tsquery`` reads it, and ``also`` the terms
    in it that mean the same as those that were asked for.
    """

    words: str
    places: int
    best_first: Sequence[int]
    all_words: bool
    query: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """A filter before the shelf: what of all questions the words leave, and what the learner has marked."""

    shelf: BankShelf
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
    """What a filter leaves.

    ``user`` is the key of the learner whose favorites count. A choice that nobody knows is left out.
    """
    view = _look(wanted, user)
    sent, wanted, hits = wanted, view.wanted, view.hits
    total = view.left.bit_count()
    start = (min(page, max(1, -(-total // per_page))) - 1) * per_page
    return Found(
        filter=wanted,
        words=hits.query if hits else "",
        options={name: view.options(name) for name in NAMES},
        total=total,
        rows=list(islice(view.listed(), start, start + per_page)),
        favorites=(view.shelf.left(wanted.chosen(), view.offered) & view.marked).bit_count(),
        unknown=[name for name in NAMES if getattr(sent, name) != getattr(wanted, name)],
        hits=hits.places.bit_count() if hits else 0,
        asks=bool(hits),
        corrected=hits.words if hits and hits.words != wanted.q else "",
        any_word=bool(hits and hits.places and not hits.all_words),
        also=hits.also if hits and hits.places else (),
        weighed=bool(view.best_first) or not hits or not hits.places or wanted.order != RELEVANCE,
        without=view.without(),
    )


def neighbors(slug: str, found_by: Filter, *, user: int | None = None) -> tuple[str, str]:
    """The slugs before and after a question within a filter, in its order; empty where there is none.

    A question that is no longer offered stands nowhere.
    """
    view = _look(found_by, user)
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
    view = _look(wanted, user)
    left, shelf = view.left, view.shelf
    if not left:
        return ""
    number = randrange(left.bit_count())  # noqa: S311 (nobody has to be surprised)
    return shelf.slugs[shelf.places[next(islice(shelf.in_order(left), number, None))]]


def _look(wanted: Filter, user: int | None) -> View:
    """Ask the database for the words and for the edition, and hold the filter against the shelf of that edition.

    What a search has found in an edition is kept, as its pages, its filters and its questions all ask for it again:
    then the database only has to say that the edition is the same.
    """
    shelf = BANK.here()
    edition, favorites, hits = _ask(shelf, wanted, user)
    if edition != shelf.edition:
        shelf = BANK.of(edition)
        if wanted.q:
            edition, favorites, hits = _ask(shelf, wanted, user)
    if hits and hits.places and shelf.edition == edition:
        shelf.keep_search(_search(wanted), hits)
    wanted = wanted if user else wanted.without("favorites")
    for name in ("category", "skill"):
        if not shelf.knows(name, getattr(wanted, name)):
            wanted = wanted.without(name)
    return View(shelf, wanted, hits.places if hits else shelf.everything, shelf.of(favorites), hits)


def _ask(shelf: BankShelf, wanted: Filter, user: int | None) -> tuple[str, Sequence[int], Hits | None]:
    """The edition, the learner's favorites, and what the words find, from the shelf if it is kept there."""
    hits: Hits | None = shelf.searches.get(_search(wanted))
    search = search_for(wanted.q, shelf.words, shelf.synonyms) if wanted.q and hits is None else None
    columns = [BANK.edition, "ARRAY(SELECT question_id FROM interviews_favorite WHERE user_id = %(user)s)"]
    values: dict[str, Any] = {"user": user}
    sql = ""
    if search:
        sql = BY_INDEX + SEARCH
        columns += ["(SELECT numnode(to_tsquery('english', %(all_parts)s)))"]
        columns += [f"(SELECT {name} FROM found)" for name in ("sought", "lacking", "has_all", "keys")]  # noqa: S608
        columns += [WEIGHTS if wanted.order == RELEVANCE else "NULL"]
        values |= {"whole": search.whole, "in_a_row": search.in_a_row or None, "most": MOST_WEIGHED}
        # It costs time to tell what has the words themselves, and says nothing where nothing else is looked for.
        values["has_others"] = search.has_others
        values["all_parts"] = "".join(part.full for part in search.parts)
        values |= {name: [getattr(part, field) for part in search.parts] for name, field in PARTS.items()}
    with reading().cursor() as cursor:
        cursor.execute(f"{sql}SELECT {', '.join(columns)}", values)
        edition, favorites, *found = cursor.fetchone()
    # A search for nothing but the most common words is none.
    if search and found[0]:
        _, sought, lacking, has_all, keys, weights = found
        heaviest = sorted(
            (-weight, shelf.places[key], key)
            for key, weight in zip(keys, weights or (), strict=False)
            if key in shelf.places
        )
        words = search.set_right(lacking or [])
        also = search.also(lacking or [])
        has_all = has_all and not (search.looser and sought != search.whole)
        hits = Hits(words, shelf.of(keys), [key for *_, key in heaviest], has_all, sought or "", also)
    return edition, favorites, hits


def _search(wanted: Filter) -> tuple[str, bool]:
    return wanted.q, wanted.order == RELEVANCE
