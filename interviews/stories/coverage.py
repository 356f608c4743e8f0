"""How well a learner's stories cover what interviewers ask for: the holes, and what is weak in the stories. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# From so many questions on that no other story answers, a story carries too much alone.
MANY = 6
# Interviewers ask for something recent. Both are editorial choices.
OLD_YEARS = 3


@dataclass(frozen=True)
class Ask:
    """A competency, with the keys of the questions that a story about it answers."""

    key: int
    name: str
    questions: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Tale:
    """What is known of a story: ``amounts`` counts the numbers in the evidence behind it."""

    key: int
    headline: str
    competencies: frozenset[int] = frozenset()
    questions: frozenset[int] = frozenset()
    happened_on: date | None = None
    result: str = ""
    evidence: int = 0
    amounts: int = 0

    @property
    def has_number(self) -> bool:
        """Whether the result says how much: in its words or in the evidence."""
        return bool(self.amounts) or any(character.isdigit() for character in self.result)


@dataclass(frozen=True)
class Row:
    """One competency with the stories that show it, in the order of the stories."""

    ask: Ask
    stories: tuple[int, ...]

    @property
    def is_hole(self) -> bool:
        return not self.stories


@dataclass(frozen=True)
class Coverage:
    rows: tuple[Row, ...]
    # Stories that alone answer ``MANY`` questions or more, with how many, the most first.
    overloaded: tuple[tuple[Tale, int], ...]
    without_number: tuple[Tale, ...]
    old: tuple[Tale, ...]
    without_evidence: tuple[Tale, ...]

    @property
    def holes(self) -> list[Ask]:
        return [row.ask for row in self.rows if row.is_hole]

    @property
    def covered(self) -> int:
        return sum(not row.is_hole for row in self.rows)


def review(asks: Sequence[Ask], tales: Sequence[Tale], *, today: date) -> Coverage:
    """Lay the stories over the competencies and say what is missing."""
    answered = {tale.key: answers(tale, asks) for tale in tales}
    by_how_many = Counter(question for questions in answered.values() for question in questions)
    alone = {key: sum(by_how_many[question] == 1 for question in questions) for key, questions in answered.items()}
    overloaded = [(tale, alone[tale.key]) for tale in tales if alone[tale.key] >= MANY]
    return Coverage(
        rows=tuple(Row(ask, tuple(tale.key for tale in tales if ask.key in tale.competencies)) for ask in asks),
        overloaded=tuple(sorted(overloaded, key=lambda pair: -pair[1])),
        without_number=tuple(tale for tale in tales if not tale.has_number),
        old=tuple(tale for tale in tales if is_old(tale.happened_on, today=today)),
        without_evidence=tuple(tale for tale in tales if not tale.evidence),
    )


def answers(tale: Tale, asks: Sequence[Ask]) -> frozenset[int]:
    """The questions a story answers: those the learner said, and those of the competencies it shows."""
    return tale.questions.union(*(ask.questions for ask in asks if ask.key in tale.competencies))


def is_old(happened_on: date | None, *, today: date) -> bool:
    """Whether more than ``OLD_YEARS`` years have passed. What has no date is not called old."""
    if happened_on is None:
        return False
    return (happened_on.year + OLD_YEARS, happened_on.month, happened_on.day) < (today.year, today.month, today.day)


def why(*, said: bool, shown: Sequence[str], shared: Sequence[str]) -> str:
    """Why a story answers a question, the strongest reason first: as said, by competencies, by skills in common."""
    reasons = ["you said that it answers this"] * said
    reasons += [f"it is about {_listed(shown)}"] if shown else []
    reasons += [f"it shows {_listed(shared)}"] if shared else []
    return "; ".join(reasons)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
