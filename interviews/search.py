"""Finding questions: the words, the filters with their counts that keep each other, one page, and the neighbors.

Written in SQL because a query for every filter, each with its own conditions, is one too many for a page.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db import connection

from interviews.filters import LEVEL, NAMES, RELEVANCE, Filter, Found, Option
from interviews.models import Origin, QuestionLevel
from interviews.models.bank import STEPS
from interviews.spelling import corrected, words_of

PER_PAGE = 25

PUBLISHED = (
    "q.retired_at IS NULL AND q.category_id <> ALL "
    "(ARRAY(SELECT id FROM interviews_category WHERE retired_at IS NOT NULL))"
)
CONDITIONS = {
    "category": "q.category_id = (SELECT id FROM interviews_category WHERE slug = %(category)s)",
    "level": "q.level = %(level)s",
    "step": "%(step)s = ANY (string_to_array(q.steps, chr(10)))",
    "skill": "q.id IN (SELECT question_id FROM interviews_question_skills WHERE skill_id = "
    "(SELECT id FROM evidence_skill WHERE slug = %(skill)s))",
    "origin": "q.origin = %(origin)s",
    "favorites": "q.id IN (SELECT question_id FROM interviews_favorite WHERE user_id = %(user)s)",
}
# What the cells of the count are made of. Their filters are settled in Python, all others by the database.
CELLS = ("category", "level", "origin", "step")
COLUMNS = "q.id, q.category_id, q.level, q.origin, q.steps, q.position, q.slug"
ALL_WORDS = "websearch_to_tsquery('english', %(words)s)"
ANY_WORD = "websearch_to_tsquery('english', %(any_word)s)"
LEVELS = ", ".join(f"('{level}', {place})" for place, level in enumerate(QuestionLevel.values))


def find(wanted: Filter, *, user: int | None = None, page: int = 1, per_page: int = PER_PAGE) -> Found:
    """What a filter leaves. One query, and two more if the search has words that no question knows.

    ``user`` is the key of the learner whose favorites count. A choice that nobody knows is left out.
    """
    wanted = wanted if user else wanted.without("favorites")
    found = _find(wanted, wanted.q, user, page, per_page)
    if wanted.q and not found.asks:
        found = replace(_find(wanted, "", user, page, per_page), asks=False)
    elif wanted.q and not found.hits:
        words = set_right(wanted.q)
        found = _find(wanted, words, user, page, per_page, loosely=True)
        found = replace(found, corrected=words if words != wanted.q else "")
    if found.unknown:
        known = wanted
        for name in found.unknown:
            known = known.without(name)
        return replace(find(known, user=user, page=page, per_page=per_page), unknown=found.unknown)
    last = max(1, -(-found.total // per_page))
    if page > last:
        return find(wanted, user=user, page=last, per_page=per_page)
    return found


def set_right(query: str) -> str:
    """A search with its typing errors corrected by the words of the bank."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH unknown AS MATERIALIZED (
              SELECT t.word FROM unnest(%(words)s::text[]) AS t(word)
              WHERE numnode(plainto_tsquery('english', t.word)) > 0 AND NOT EXISTS (
                SELECT FROM interviews_question q WHERE {PUBLISHED} AND q.words @@ plainto_tsquery('english', t.word))
            )
            SELECT 'unknown', word, 0 FROM unknown UNION ALL
            SELECT 'known', word, questions FROM interviews_word WHERE EXISTS (SELECT FROM unknown)
            """,  # noqa: S608 (no part comes from outside)
            {"words": words_of(query)},
        )
        rows = cursor.fetchall()
    known = {word: questions for kind, word, questions in rows if kind == "known"}
    return corrected(query, [word for kind, word, _ in rows if kind == "unknown"], known)


def neighbors(slug: str, found_by: Filter, *, user: int | None = None) -> tuple[str, str]:
    """The slugs before and after a question within a filter, in its order; empty where there is none. One query.

    A search is taken as it stands: the list's links carry its words already set right.
    """
    wanted = found_by if user else found_by.without("favorites")
    values = _values(wanted, wanted.q, user) | {"slug": slug}
    conditions = _where([*wanted.chosen(), *(["favorites"] if wanted.favorites else [])])
    if wanted.q:
        key = ", ".join(_order(wanted))
        sql = (
            f"{_hits(loosely=True)} SELECT before, after FROM (SELECT q.slug, lag(q.slug) OVER w AS before, "  # noqa: S608
            f"lead(q.slug) OVER w AS after FROM hits q {_ranks()} WHERE {conditions} WINDOW w AS (ORDER BY {key})) n "
            "WHERE n.slug = %(slug)s"
        )
    else:
        sql = f"{_here(wanted)} SELECT {_beside('<', wanted, conditions)}, {_beside('>', wanted, conditions)}"
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        before, after = cursor.fetchone() or ("", "")
    return before or "", after or ""


def surprise(wanted: Filter, *, user: int | None = None) -> str:
    """The slug of any one question within a filter, or nothing if there is none."""
    wanted = wanted if user else wanted.without("favorites")
    conditions = _where([*wanted.chosen(), *(["favorites"] if wanted.favorites else [])])
    hits, source = (_hits(loosely=True), "hits") if wanted.q else ("", "interviews_question")
    with connection.cursor() as cursor:
        cursor.execute(
            f"{hits} SELECT q.slug FROM {source} q WHERE {PUBLISHED if not hits else 'true'} AND {conditions} "  # noqa: S608
            "ORDER BY random() LIMIT 1",
            _values(wanted, wanted.q, user),
        )
        row = cursor.fetchone()
    return row[0] if row else ""


# --- The query and its parts --------------------------------------------------------------------------------------


def _find(wanted: Filter, words: str, user: int | None, page: int, per_page: int, *, loosely: bool = False) -> Found:
    chosen = list(wanted.chosen())
    held = [*(["skill"] if wanted.skill else []), *(["favorites"] if wanted.favorites else [])]
    source = "hits" if words else "interviews_question"
    offered = "true" if words else PUBLISHED
    everything = [*chosen, *(["favorites"] if wanted.favorites else [])]
    parts = [
        "SELECT 'category' AS what, slug AS a, name AS b, id::text AS c, '' AS d, 0::bigint AS n, "
        "(row_number() OVER (ORDER BY position, slug))::int AS place FROM interviews_category WHERE retired_at IS NULL",
        f"SELECT 'cell', q.category_id::text, q.level, q.origin, q.steps, count(*), 0 FROM {source} q "  # noqa: S608
        f"WHERE {offered} AND {_where(held)} GROUP BY q.category_id, q.level, q.origin, q.steps",
        "SELECT 'skill', s.slug, s.name, '', '', n.n, 0 FROM evidence_skill s JOIN (SELECT l.skill_id, count(*) AS n "  # noqa: S608
        f"FROM interviews_question_skills l JOIN {source} q ON q.id = l.question_id "
        f"WHERE {offered} AND {_where(name for name in everything if name != 'skill')} GROUP BY l.skill_id) n "
        "ON n.skill_id = s.id WHERE s.retired_at IS NULL",
        _rows(wanted, words, _where(everything)),
    ]
    if wanted.skill:
        parts.append("SELECT 'chosen skill', slug, name, '', '', 0, 0 FROM evidence_skill WHERE slug = %(skill)s")
        parts.append(_count("skill", source, offered, everything))
    if words:
        parts.append(
            "SELECT 'hits', '', '', '', '', count(*), count(*) FILTER (WHERE all_words)::int FROM hits"
            if loosely
            else "SELECT 'hits', '', '', '', '', count(*), count(*)::int FROM hits"
        )
        parts.append(f"SELECT 'asks', '', '', '', '', numnode({ALL_WORDS}), 0")
        # Only for an empty result: counting the bank costs more than searching it.
        kept = _where(everything)
        parts.append(
            f"SELECT 'without', 'q', '', '', '', CASE WHEN EXISTS (SELECT FROM hits q WHERE {kept}) THEN 0 "  # noqa: S608
            f"ELSE (SELECT count(*) FROM interviews_question q WHERE {PUBLISHED} AND {kept}) END, 0"
        )
    if user:
        parts.append(_count("favorites", source, offered, everything))
        parts.append(
            f"SELECT 'favorites', '', '', '', '', count(*), 0 FROM {source} q "  # noqa: S608
            f"WHERE {offered} AND {_where({*everything, 'favorites'})}"
        )
    hits = _hits(loosely=loosely) if words else ""
    values = _values(wanted, words, user) | {"per_page": per_page, "offset": (page - 1) * per_page}
    with connection.cursor() as cursor:
        cursor.execute(f"{hits} {' UNION ALL '.join(parts)}", values)
        return _gathered(wanted, words, cursor.fetchall())


def _gathered(wanted: Filter, words: str, rows: list[Any]) -> Found:
    """Bring options and counts together."""
    kinds: dict[str, list[Any]] = {}
    for kind, *rest in rows:
        kinds.setdefault(kind, []).append(rest)
    categories = sorted(kinds.get("category", []), key=lambda row: row[-1])
    slugs = {number: slug for slug, _, number, *_ in categories}
    cells = [
        ({"category": {slugs[category]}, "level": {level}, "origin": {origin}, "step": set(steps.splitlines())}, n)
        for category, level, origin, steps, n, _ in kinds.get("cell", [])
    ]
    counts: dict[str, Counter[str]] = {name: Counter() for name in CELLS}
    without: Counter[str] = Counter({name: n for name, _, _, _, n, _ in kinds.get("without", [])})
    total = 0
    for cell, n in cells:
        missed = [name for name in CELLS if getattr(wanted, name) and getattr(wanted, name) not in cell[name]]
        total += 0 if missed else n
        for name in CELLS:
            if not [other for other in missed if other != name]:
                counts[name].update(dict.fromkeys(cell[name], n))
                without[name] += n if getattr(wanted, name) else 0
    skills = {slug: (name, n) for slug, name, _, _, n, _ in kinds.get("skill", [])}
    for slug, name, *_ in kinds.get("chosen skill", []):
        skills.setdefault(slug, (name, 0))
    labels = {
        "category": {slug: name for slug, name, *_ in categories},
        "level": {str(value): str(label) for value, label in QuestionLevel.choices},
        "origin": {str(value): str(label) for value, label in Origin.choices},
        "step": STEPS,
    }
    options = {
        name: [Option(value, label, counts[name][value]) for value, label in labels[name].items()] for name in CELLS
    }
    options["skill"] = [
        Option(slug, name, n) for slug, (name, n) in sorted(skills.items(), key=lambda item: item[1][0].lower())
    ]
    hits, strict = kinds["hits"][0][4:] if words else (0, 0)
    return Found(
        filter=wanted,
        words=_any_word(words) if hits and not strict else words,
        options=options,
        total=total,
        rows=[row[4] for row in sorted(kinds.get("row", []), key=lambda row: row[-1])],
        favorites=kinds["favorites"][0][4] if "favorites" in kinds else 0,
        unknown=[
            name
            for name in ("category", "skill")
            if getattr(wanted, name) and getattr(wanted, name) not in {option.value for option in options[name]}
        ],
        hits=hits,
        asks=bool(words and kinds["asks"][0][4]),
        any_word=bool(hits and not strict),
        without={name: without[name] for name in ("q", *NAMES, "favorites") if getattr(wanted, name)},
    )


def _hits(*, loosely: bool) -> str:
    """The offered questions that have all words of the search; with ``loosely`` those with any, if none has all."""
    sql = (
        f"WITH strict AS MATERIALIZED (SELECT {COLUMNS}, ts_rank(q.words, {ALL_WORDS}) AS rank, true AS all_words "  # noqa: S608
        f"FROM interviews_question q WHERE {PUBLISHED} AND q.words @@ {ALL_WORDS}), hits AS MATERIALIZED "
    )
    if not loosely:
        return f"{sql} (SELECT * FROM strict)"  # noqa: S608
    return (
        f"{sql} (SELECT * FROM strict UNION ALL SELECT {COLUMNS}, ts_rank(q.words, {ANY_WORD}), false "  # noqa: S608
        f"FROM interviews_question q WHERE {PUBLISHED} AND q.words @@ {ANY_WORD} AND NOT EXISTS (SELECT FROM strict))"
    )


def _ranks() -> str:
    """What a question is put in order by: its category and the place of its level."""
    return (
        f"JOIN interviews_category c ON c.id = q.category_id JOIN (VALUES {LEVELS}) AS v(level, place) "
        "ON v.level = q.level"
    )


def _order(wanted: Filter) -> list[str]:
    first = {RELEVANCE: ["q.rank DESC"], LEVEL: ["v.place"]}.get(wanted.order, [])
    return [*first, "c.position", "c.slug", "q.position", "q.slug"]


def _groups(wanted: Filter) -> tuple[str, str]:
    """The groups that the questions lie in one after another, and the condition of lying in one."""
    levels = wanted.order == LEVEL
    return (
        f"(SELECT c.id, c.position, c.slug, {'v.place, v.level' if levels else '0 AS place'} "  # noqa: S608
        f"FROM interviews_category c {f'CROSS JOIN (VALUES {LEVELS}) AS v(level, place)' if levels else ''} "
        f"WHERE c.retired_at IS NULL ORDER BY {'place, ' if levels else ''}position, slug OFFSET 0) g",
        f"q.category_id = g.id{' AND q.level = g.level' if levels else ''} AND q.retired_at IS NULL",
    )


def _rows(wanted: Filter, words: str, conditions: str) -> str:
    """The primary keys of a page's rows. Along the bank group by group, so that what follows need not be sorted."""
    if words:
        key = ", ".join(_order(wanted))
        return (
            f"(SELECT 'row', '', '', '', '', q.id, (row_number() OVER (ORDER BY {key}))::int FROM hits q {_ranks()} "  # noqa: S608
            f"WHERE {conditions} ORDER BY {key} LIMIT %(per_page)s OFFSET %(offset)s)"
        )
    groups, inside = _groups(wanted)
    key = "g.place, g.position, g.slug, x.position, x.slug"
    return (
        f"(SELECT 'row', '', '', '', '', x.id, (row_number() OVER (ORDER BY {key}))::int "  # noqa: S608
        f"FROM {groups} CROSS JOIN LATERAL "
        f"(SELECT q.id, q.position, q.slug FROM interviews_question q WHERE {inside} AND {conditions} "
        f"ORDER BY q.position, q.slug) x ORDER BY {key} LIMIT %(per_page)s OFFSET %(offset)s)"
    )


def _here(wanted: Filter) -> str:
    """Where a question lies in the order of its groups."""
    return (
        "WITH here AS (SELECT q.position, q.slug, c.position AS category_position, c.slug AS category_slug, "  # noqa: S608
        f"{'v.place' if wanted.order == LEVEL else '0'} AS place FROM interviews_question q {_ranks()} "
        "WHERE q.slug = %(slug)s)"
    )


def _beside(direction: str, wanted: Filter, conditions: str) -> str:
    """The slug of the first question after (``>``) or the last one before (``<``) the one that is shown."""
    groups, inside = _groups(wanted)
    down = " DESC" if direction == "<" else ""
    group, here = "(g.place, g.position, g.slug)", "(SELECT place, category_position, category_slug FROM here)"
    key = ", ".join(f"{name}{down}" for name in ("g.place", "g.position", "g.slug", "x.position", "x.slug"))
    return (
        f"(SELECT x.slug FROM {groups.replace(' OFFSET 0', f'{down} OFFSET 0')} CROSS JOIN LATERAL "  # noqa: S608
        f"(SELECT q.position, q.slug FROM interviews_question q WHERE {inside} AND {conditions} AND "
        f"({group} {direction} {here} OR (q.position, q.slug) {direction} (SELECT position, slug FROM here)) "
        f"ORDER BY q.position{down}, q.slug{down} LIMIT 1) x WHERE {group} {direction}= {here} ORDER BY {key} LIMIT 1)"
    )


def _count(name: str, source: str, offered: str, everything: Iterable[str]) -> str:
    """How many questions there were without one choice."""
    return (
        f"SELECT 'without', '{name}', '', '', '', count(*), 0 FROM {source} q "  # noqa: S608
        f"WHERE {offered} AND {_where(other for other in everything if other != name)}"
    )


def _where(names: Iterable[str]) -> str:
    return " AND ".join(["true", *(CONDITIONS[name] for name in names)])


def _values(wanted: Filter, words: str, user: int | None) -> dict[str, Any]:
    return {**wanted.chosen(), "words": words, "any_word": _any_word(words), "user": user}


def _any_word(words: str) -> str:
    return " or ".join(word for word in re.findall(r"[^\W_]+", words) if word.lower() != "or")
