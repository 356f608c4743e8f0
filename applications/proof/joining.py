"""Several parts of a row as one: where all are asked for, and where one is enough. Pure."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TypeVar

from applications.proof.shapes import CLAIMED, MET, MISSING, PARTLY, STATES, Gain, Standing

Some = TypeVar("Some")


def all_of(parts: Sequence[Standing]) -> Standing:
    """All parts are asked for, and there is at least one.

    The worst decides where nothing is lacking; where some parts are there and others are not, it is partly met. To be
    met as a whole, each part that is not needs one of its ways.
    """
    if len(parts) == 1:
        return parts[0]
    ranks = [STATES.index(part.state) for part in parts]
    in_part = PARTLY if max(ranks) else MISSING
    state = STATES[min(ranks)] if min(ranks) >= STATES.index(CLAIMED) else in_part
    lacking = [part.ways for part in parts if part.state != MET]
    ways = (frozenset[Gain]().union(*each) for each in product(*lacking)) if lacking else ()
    return Standing(
        state,
        reasons=once(reason for part in parts for reason in part.reasons),
        pieces=once(piece for part in parts for piece in part.pieces),
        acts=once(act for part in parts for act in part.acts),
        ways=once(ways),
        provable=any(part.provable for part in parts),
    )


def one_of(parts: Sequence[Standing]) -> Standing:
    """One part is enough, and there is at least one.

    The best decides. Once it is met the others do not matter, and there is nothing to do where one of those that are
    met leaves nothing to do; else all that could be done about any of them is named, the nearest first.
    """
    if len(parts) == 1:
        return parts[0]
    nearest = sorted(parts, key=lambda part: -STATES.index(part.state))
    best = [part for part in nearest if part.state == nearest[0].state]
    met = nearest[0].state == MET
    told = best if met else nearest
    acts = () if met and not all(part.acts for part in best) else once(act for part in told for act in part.acts)
    return Standing(
        nearest[0].state,
        reasons=once(reason for part in told for reason in part.reasons),
        pieces=once(piece for part in best for piece in part.pieces),
        acts=acts,
        ways=() if met else once(way for part in parts for way in part.ways),
        provable=any(part.provable for part in parts),
    )


def once(values: Iterable[Some]) -> tuple[Some, ...]:
    """Each value once, in the order in which they first come."""
    return tuple(dict.fromkeys(values))
