"""A posting that says everything twice, in two languages: which rows say the same. Pure."""

import re
from dataclasses import replace

from applications.reading.shapes import Duty, Row

_WORDS = {
    "en": "the and of to in for with you your our is are will on at as we be or by experience knowledge",
    "fr": "le la les des du et une un pour avec vous nous est sont dans sur en au aux de par ou votre nos d l",
    "de": "der die das und mit von für sie wir ist sind im in den dem ein eine auf zu bei oder ihre du deine",
    "es": "el la los las y con para de del en una un es son por su o nuestro usted experiencia",
    "nl": "de het een en van met voor je jij wij is zijn in op aan of jouw ons ervaring",
}
_OF = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
# So many lines before and after decide with a line in which language it is.
_AROUND = 3
# A version has at least so many rows.
_LEAST = 3


# Small words of other languages, of which a posting in English alone has hardly any.
_FOREIGN = (" und ", " der ", " mit ", " les ", " des ", " et ", " el ", " los ", " y ", " het ", " een ", " van ")
_FEW = 5


def has_versions(text: str) -> bool:
    """Whether there is more of another language than a few words, and English besides."""
    low = text.lower()
    return sum(low.count(word) for word in _FOREIGN) >= _FEW and low.count(" the ") + low.count(" and ") > _FEW


def languages_of(lines: list[str]) -> list[str]:
    """The language of each line, by the small words in it and around it."""
    votes = []
    for line in lines:
        found = [word.lower() for word in _WORD.findall(line)]
        votes.append({language: sum(word in words for word in found) for language, words in _OF.items()})
    out = []
    for at in range(len(lines)):
        near = votes[max(0, at - _AROUND) : at + _AROUND + 1]
        total = {language: sum(vote[language] for vote in near) + 2 * votes[at][language] for language in _OF}
        out.append(max(total, key=lambda language: total[language]))
    return out


def joined_versions(rows: list[Row], languages: list[str]) -> list[Row]:
    """The rows of the fuller version, with those of the other as ``also``. ``languages``: that of each row."""
    counted = sorted(set(languages), key=lambda language: (-languages.count(language), language != "en"))
    if len(counted) < 2 or languages.count(counted[1]) < _LEAST:
        return rows
    first = [at for at, language in enumerate(languages) if language == counted[0]]
    second = [at for at, language in enumerate(languages) if language == counted[1]]
    if max(first) > min(second) and max(second) > min(first) and not _apart(first, second):
        return rows
    pairs: dict[int, int] = {}
    for rank, at in enumerate(second):
        free = [(place, other) for place, other in enumerate(first) if other not in pairs.values()]
        best = max(free, key=lambda one: _likeness(rows[at], rows[one[1]]) - abs(one[0] - rank) / 4, default=None)
        if best is not None and _likeness(rows[at], rows[best[1]]) >= 2:
            pairs[at] = best[1]
    pairs |= _between(rows, first, second, pairs)
    kept = list(rows)
    for at, other in pairs.items():
        kept[other] = replace(kept[other], also=(*kept[other].also, rows[at].passage))
    return [row for at, row in enumerate(kept) if at not in pairs]


def _between(rows: list[Row], first: list[int], second: list[int], pairs: dict[int, int]) -> dict[int, int]:
    """The pairs between two that are sure: where both versions have as many rows there, the order tells."""
    sure = sorted(pairs.items())
    found: dict[int, int] = {}
    for (start, start_of_other), (end, end_of_other) in zip([(-1, -1), *sure], [*sure, (len(rows), -1)], strict=True):
        end_of_other = end_of_other if end_of_other >= 0 else min(second, default=len(rows))
        left = [at for at in second if start < at < end]
        others = [at for at in first if start_of_other < at < end_of_other and at not in pairs.values()]
        if len(left) == len(others):
            found |= {
                at: other
                for at, other in zip(left, others, strict=True)
                if rows[at].strength == rows[other].strength and not _differ(rows[at], rows[other])
            }
    return found


def _differ(one: Row, other: Row) -> bool:
    """Whether two rows name different shares or times."""
    return (None not in (one.percent, other.percent) and one.percent != other.percent) or (
        None not in (one.months, other.months) and one.months != other.months
    )


def joined_duties(duties: list[Duty], languages: list[str]) -> list[Duty]:
    """The same for duties, whose order tells which belong together."""
    counted = sorted(set(languages), key=lambda language: (-languages.count(language), language != "en"))
    if len(counted) < 2 or languages.count(counted[0]) != languages.count(counted[1]):
        return duties
    first = [one for one, language in zip(duties, languages, strict=True) if language == counted[0]]
    second = [one for one, language in zip(duties, languages, strict=True) if language == counted[1]]
    if len(first) < _LEAST or len(first) + len(second) < len(duties):
        return duties
    return [replace(one, also=(other.passage,)) for one, other in zip(first, second, strict=True)]


def _apart(first: list[int], second: list[int]) -> bool:
    """Whether the versions stand one after the other, a row or two aside."""
    mixed = sum(1 for one in second if min(first) < one < max(first))
    return mixed <= len(second) // 4


def _likeness(one: Row, other: Row) -> float:
    if _differ(one, other):
        return 0
    likeness = 2.0 * (one.kind == other.kind) + (one.strength == other.strength)
    likeness += 2 * (one.months is not None and one.months == other.months)
    ids = {*one.skills, *one.credentials, *one.languages}
    likeness += 2 * len(ids & {*other.skills, *other.credentials, *other.languages})
    # Another strength is another demand, unless it is plain that both say the same.
    return likeness if one.strength == other.strength else likeness - 3
