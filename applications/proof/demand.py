"""What the saved postings ask for together, what of it is shown, and what would open most of them. Pure.

A posting is *open* when every required row is met. A row that only the learner can answer is not in the way before they
have, nor is one that they answer for and that no skill or credential would meet: a clearance, or "or equivalent".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from applications.proof.shapes import (
    CLAIMED,
    CREDENTIAL,
    MET,
    MONTHS,
    SKILL,
    Demand,
    Gain,
    Standing,
    Teaching,
)
from applications.proof.standing import Judge

# Below this many postings, what they have in common is chance.
LEAST_POSTINGS = 8
TOP = 10


@dataclass(frozen=True)
class Posting:
    """A saved posting by its key: its rows, each with its standing."""

    key: str
    rows: tuple[tuple[Demand, Standing], ...]


@dataclass(frozen=True)
class Asked:
    """A skill or credential by slug, or a number of months, and in how many postings it is asked for.

    A posting that both requires and prefers it counts as one that requires it. ``state`` is where the learner stands
    with it alone: months without skills, as no posting asks the same of all of them.
    """

    about: str
    subject: str
    required: int
    preferred: int
    state: str

    @property
    def postings(self) -> int:
        return self.required + self.preferred


def asked(postings: Iterable[Posting], judge: Judge) -> dict[str, list[Asked]]:
    """What is asked for, by ``SKILL``, ``CREDENTIAL`` and ``MONTHS``: what most postings require comes first."""
    wanted: dict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for posting in postings:
        for demand, _ in posting.rows:
            named = [(SKILL, slug) for slug in demand.skills] + [(CREDENTIAL, slug) for slug in demand.credentials]
            if demand.months:
                named.append((MONTHS, str(demand.months)))
            for one in named:
                wanted[one][not demand.required].add(posting.key)
    found: dict[str, list[Asked]] = {SKILL: [], CREDENTIAL: [], MONTHS: []}
    for (about, subject), (required, preferred) in wanted.items():
        state = judge.stand(_alone(about, subject)).state
        found[about].append(Asked(about, subject, len(required), len(preferred - required), state))
    for rows in found.values():
        rows.sort(key=lambda one: (-one.required, -one.preferred, len(one.subject), one.subject))
    return found


def _alone(about: str, subject: str) -> Demand:
    if about == SKILL:
        return Demand("skill", skills=(subject,))
    if about == CREDENTIAL:
        return Demand("credential", credentials=(subject,))
    return Demand("experience", months=int(subject))


def shown_of_top(rows: Sequence[Asked]) -> tuple[int, int]:
    """How many of the ten that are asked for most are met with evidence, and how many there are of the ten."""
    top = rows[:TOP]
    return sum(one.state == MET for one in top), len(top)


@dataclass(frozen=True)
class Helped:
    """A gain, and the postings in which a required row would be met by it or with its help."""

    gain: Gain
    postings: tuple[str, ...]


@dataclass(frozen=True)
class Unlock:
    """What a skill, a credential or all that a milestone teaches would change.

    ``opens`` are the postings that would become open, ``rows`` the required rows that would be met, by posting and
    place in it; ``because`` has the gains that do it, the one that helps most first.
    """

    gains: frozenset[Gain]
    milestone: str = ""
    opens: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    because: tuple[Helped, ...] = ()

    @property
    def worth(self) -> tuple[int, int, int]:
        """To compare by: the postings that it opens, those that it helps, the rows that it meets."""
        return len(self.opens), len({posting for posting, _ in self.rows}), len(self.rows)


NOTHING = Unlock(frozenset())
Rows = list[tuple[int, tuple[frozenset[Gain], ...]]]


@dataclass(frozen=True)
class Steering:
    """What the saved postings say of the way to go.

    ``asking`` postings require anything at all, ``open_now`` of them are open. ``single`` has each skill and credential
    that would meet a row, ``milestones`` those that teach one, both by their worth.
    """

    saved: int
    asking: int
    open_now: tuple[str, ...]
    single: tuple[Unlock, ...]
    milestones: tuple[Unlock, ...]

    @property
    def enough(self) -> bool:
        """Whether there are so many postings that they can be steered by."""
        return self.saved >= LEAST_POSTINGS

    def with_(self, gain: Gain) -> tuple[int, Unlock]:
        """How many postings are open with a skill or credential, and what it changes: perhaps nothing."""
        found = next((one for one in self.single if gain in one.gains), NOTHING)
        return len(self.open_now) + len(found.opens), found

    @property
    def next_milestone(self) -> Unlock | None:
        """The milestone that unlocks most; ``None`` if there are too few postings, or none would help."""
        return self.milestones[0] if self.enough and self.milestones else None


def steer(postings: Sequence[Posting], milestones: Sequence[Teaching] = ()) -> Steering:
    """What would open most of the postings. ``milestones`` come in the order of the roadmap, which settles ties."""
    in_the_way = {posting.key: _in_the_way(posting) for posting in postings}
    asking = {posting.key: posting for posting in postings if any(demand.required for demand, _ in posting.rows)}
    open_now = tuple(key for key, posting in asking.items() if not in_the_way[key] and _anything_met(posting))
    blocked = {key: in_the_way[key] for key in asking if in_the_way[key]}
    gains = {gain for rows in blocked.values() for _, ways in rows for way in ways for gain in way}
    places = _places(blocked)
    single = [_unlock(frozenset({gain}), "", blocked, places) for gain in sorted(gains)]
    teaching = [_unlock(_taught(one) & gains, one.slug, blocked, places) for one in milestones]
    return Steering(len(postings), len(asking), open_now, _by_worth(single), _by_worth(teaching))


def _in_the_way(posting: Posting) -> Rows:
    """The required rows that keep a posting from being open, by their place, each with what would meet it."""
    return [
        (place, standing.ways)
        for place, (demand, standing) in enumerate(posting.rows)
        if demand.required
        and standing.state != MET
        and not standing.unanswered
        and not (standing.state == CLAIMED and not standing.ways)
    ]


def _anything_met(posting: Posting) -> bool:
    return any(demand.required and standing.state == MET for demand, standing in posting.rows)


def _taught(milestone: Teaching) -> frozenset[Gain]:
    skills = (Gain(SKILL, slug) for slug in milestone.skills)
    return frozenset([*skills, *(Gain(CREDENTIAL, slug) for slug in milestone.credentials)])


def _places(blocked: Mapping[str, Rows]) -> dict[Gain, dict[str, None]]:
    """The postings in which each gain could help with a row, in order."""
    found: defaultdict[Gain, dict[str, None]] = defaultdict(dict)
    for key, rows in blocked.items():
        for _, ways in rows:
            for way in ways:
                for gain in way:
                    found[gain][key] = None
    return found


def _unlock(
    gains: frozenset[Gain], milestone: str, blocked: Mapping[str, Rows], places: Mapping[Gain, Mapping[str, None]]
) -> Unlock:
    opens, met = [], []
    helped: defaultdict[Gain, dict[str, None]] = defaultdict(dict)
    for key in dict.fromkeys(key for gain in sorted(gains) for key in places[gain]):
        left = 0
        for place, ways in blocked[key]:
            fitting = [way for way in ways if way <= gains]
            left += not fitting
            if fitting:
                met.append((key, place))
                for way in fitting:
                    for gain in way:
                        helped[gain][key] = None
        if not left:
            opens.append(key)
    because = (Helped(gain, tuple(keys)) for gain, keys in helped.items())
    order = sorted(because, key=lambda one: (-len(one.postings), one.gain))
    return Unlock(gains, milestone, tuple(opens), tuple(met), tuple(order))


def _by_worth(unlocks: Iterable[Unlock]) -> tuple[Unlock, ...]:
    """Those that would meet anything, the most worth first."""
    useful = (one for one in unlocks if one.rows)
    return tuple(sorted(useful, key=lambda one: one.worth, reverse=True))
