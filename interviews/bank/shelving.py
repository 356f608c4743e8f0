"""The bank put on a shelf."""

import json

from curation.names import name_key
from curation.shelf import places_as_bits
from curation.shelving import Kept, edition_of, reading
from interviews.bank.models import Origin, QuestionLevel
from interviews.bank.models.questions import STEPS
from interviews.bank.shelf import BankShelf
from interviews.bank.synonyms import Synonyms

NAME = "bank"
EDITION = edition_of(NAME)
# All in one statement, so that nothing changes between its parts. The index of the bank answers without its table.
EVERYTHING = f"""
WITH category AS MATERIALIZED (
  SELECT id, slug, name, row_number() OVER (ORDER BY position, slug) AS number
  FROM interviews_category WHERE retired_at IS NULL
), bank AS MATERIALIZED (
  SELECT q.id, q.slug, q.category_id, q.level, q.origin, q.steps,
    (row_number() OVER (ORDER BY c.number, q.position, q.slug) - 1)::int AS place
  FROM interviews_question q JOIN category c ON c.id = q.category_id WHERE q.retired_at IS NULL
)
SELECT 'bank' AS what, {EDITION} AS value, coalesce(json_agg(slug ORDER BY place), '[]')::text AS label, 0 AS number,
  array_agg(id ORDER BY place) AS found FROM bank
UNION ALL SELECT 'category', c.slug, c.name, c.number, b.places FROM category c
  LEFT JOIN (SELECT category_id, array_agg(place) AS places FROM bank GROUP BY 1) b ON b.category_id = c.id
UNION ALL SELECT 'level', level, '', 0, array_agg(place) FROM bank GROUP BY level
UNION ALL SELECT 'origin', origin, '', 0, array_agg(place) FROM bank GROUP BY origin
UNION ALL SELECT 'steps', steps, '', 0, array_agg(place) FROM bank GROUP BY steps
UNION ALL SELECT CASE WHEN s.retired_at IS NULL THEN 'skill' ELSE 'retired skill' END, s.slug, s.name, 0, l.places
  FROM evidence_skill s LEFT JOIN (
    SELECT l.skill_id, array_agg(b.place) AS places
    FROM interviews_question_skills l JOIN bank b ON b.id = l.question_id GROUP BY l.skill_id
  ) l ON l.skill_id = s.id
UNION ALL SELECT 'synonyms', '', coalesce(json_agg(terms ORDER BY slug), '[]')::text, 0, NULL
  FROM interviews_synonymgroup WHERE retired_at IS NULL
UNION ALL SELECT 'words', '', coalesce(json_object_agg(word, questions), '{{}}')::text, 0, NULL FROM interviews_word
ORDER BY what, number, label
"""  # noqa: S608 (no part comes from outside)


def put_up() -> BankShelf:
    """Read the whole bank, as filters, order and the setting right of typing errors need it."""
    sets: dict[str, dict[str, int]] = {name: {} for name in ("category", "level", "step", "skill", "origin")}
    labels: dict[str, dict[str, str]] = {
        **{"category": {}, "skill": {}, "retired skill": {}},
        "level": {str(value): str(label) for value, label in QuestionLevel.choices},
        "step": dict(STEPS),
        "origin": {str(value): str(label) for value, label in Origin.choices},
    }
    with reading().cursor() as cursor:
        cursor.execute(EVERYTHING)
        rows = cursor.fetchall()
    words, synonyms = (next(json.loads(row[2]) for row in rows if row[0] == what) for what in ("words", "synonyms"))
    (edition, slugs, keys) = next((row[1], row[2], row[4] or []) for row in rows if row[0] == "bank")
    for what, value, label, _, found in rows:
        if what in ("bank", "words", "synonyms"):
            continue
        places = places_as_bits(found or (), len(keys))
        if what == "steps":
            for step in value.splitlines():
                sets["step"][step] = sets["step"].get(step, 0) | places
            continue
        sets["skill" if what == "retired skill" else what][value] = places
        if what in ("category", "skill", "retired skill"):
            labels[what][value] = label
    labels["skill"] = dict(sorted(labels["skill"].items(), key=lambda item: name_key(item[1])))
    return BankShelf(edition, keys, sets, json.loads(slugs), labels, words, Synonyms.of(synonyms))


BANK = Kept(NAME, put_up)
