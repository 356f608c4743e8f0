"""Where each requirement of a posting stands against what a learner holds, and what to do about it. Pure.

A row is *met* where a record shows it: evidence, a project, a position, a degree, a valid credential, a language on
record. It is *claimed* where the learner says so and no record shows it, *partly* met where some of it is there, and
else *missing*. A suggestion, not a verdict: each names the rows it rests on.

What rows do not say is read kindly, and the reason says so:

- a higher degree meets a lower one; "a technical field" needs a title that says it, else the degree is there in part;
- "or equivalent" is the learner's to judge: with months it is counted; without, it is claimed where there is work (for
  a degree), another valid credential (for a credential) or as many months of other work (for experience);
- what may still be had after the start is there in part;
- "several years" are at least two: that is what the plural says, and no posting says more;
- a clearance, travel and everything that no record can show waits for the learner's own word.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from applications.proof.experience import Experience
from applications.proof.joining import all_of, once, one_of
from applications.proof.parts import Parts
from applications.proof.shapes import (
    ANSWER_IT,
    CLAIMED,
    DENIED,
    JUDGMENT,
    LATER_ALLOWED,
    MET,
    MISSING,
    MONTHS,
    NOT_IN_TIME,
    OWN_WORD,
    PARTLY,
    PROVE_IT,
    ROW,
    SAY_IT,
    UNSAID,
    Act,
    Demand,
    Held,
    Piece,
    Reason,
    Standing,
)
from applications.reading.shapes import OBTAIN_LATER, Alternative


class Judge:
    """Sets rows against one learner; rows that ask the same are judged once."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._experience = Experience(held)
        self._parts = Parts(held, self._experience)
        self._known: dict[Demand, Standing] = {}

    def stand(self, demand: Demand, *, closes_on: date | None = None) -> Standing:
        """Where a row stands; ``closes_on`` is the last day to apply, if the posting says it."""
        if demand not in self._known:
            self._known[demand] = self._stand(demand)
        standing = self._known[demand]
        return standing if closes_on is None else _in_time(standing, closes_on)

    def _stand(self, demand: Demand) -> Standing:
        own = self._row(demand)
        if own.state == MET or not demand.alternatives:
            standing = own
        else:
            standing = one_of([own, *(self._alternative(demand, each) for each in demand.alternatives)])
        if demand.said is None or standing.state == MET:
            return standing
        return _claimed(standing) if demand.said else _denied(standing)

    def _row(self, demand: Demand) -> Standing:
        """A row without what else would do."""
        parts = self._parts
        skills = [*map(parts.skill, demand.skills)]
        join = one_of if demand.any_of else all_of
        named = [*map(parts.credential, demand.credentials), *map(parts.unlisted, demand.unlisted)]
        if demand.kind == "credential" and demand.months is None:
            return _certificate(join(named) if named else _only_you_can_say(provable=True), skills)
        groups = []
        if demand.kind == "degree":
            groups.append(parts.degree(demand.level, demand.credentials))
        elif named:
            groups.append(join(named))
        if demand.kind == "language":
            groups.append(join([*map(parts.language, demand.languages)] or [parts.another_language()]))
        if demand.kind == "experience" or demand.months is not None:
            shown = join(skills) if skills else None
            groups.append(parts.experience(demand.months, demand.skills, shown, managing=demand.manages))
        elif skills:
            groups.append(join(skills))
        return all_of(groups) if groups else _only_you_can_say(provable=False)

    def _alternative(self, demand: Demand, other: Alternative) -> Standing:
        if other.kind == OBTAIN_LATER:
            return Standing(PARTLY, (Reason(LATER_ALLOWED, needed=other.within_months),))
        parts = []
        if other.level:
            parts.append(self._parts.degree(other.level, other.credentials))
        elif other.credentials:
            parts.append(one_of([*map(self._parts.credential, other.credentials)]))
        if other.months is not None:
            # "A master's and 3 years": years of the same.
            managing = demand.manages and bool(other.level)
            parts.append(self._parts.experience(other.months, managing=managing))
        return all_of(parts) if parts else self._judgment(demand, other)

    def _judgment(self, demand: Demand, other: Alternative) -> Standing:
        """ "Or equivalent" and no more: it rests on what is there, and the learner says whether that is enough."""
        resting: tuple[Piece, ...] = ()
        if demand.said is not False:
            if demand.kind == "credential" and other.kind != "experience":
                resting = self._parts.valid_credentials()
            elif demand.kind in ("degree", "credential"):
                resting = self._experience.spent().pieces
            elif demand.kind == "experience":
                needed = self._parts.experience(demand.months)
                resting = needed.pieces if needed.state == MET else ()
        return Standing(
            CLAIMED if resting else MISSING, (Reason(JUDGMENT),), resting, (Act(ANSWER_IT, ROW),), provable=False
        )


def _only_you_can_say(*, provable: bool) -> Standing:
    return Standing(MISSING, (Reason(UNSAID),), acts=(Act(ANSWER_IT, ROW),), provable=provable)


def _certificate(certificate: Standing, skills: Iterable[Standing]) -> Standing:
    """A certificate, and what it is about where it has no name here: if evidence shows that, it is there in part.

    The skill alone is never asked for, and whoever has the certificate need not show it.
    """
    shown = [skill for skill in skills if skill.state == MET]
    if certificate.state != MISSING or not shown:
        return certificate
    part = all_of(shown)
    return replace(certificate, state=PARTLY, reasons=(*certificate.reasons, *part.reasons), pieces=part.pieces)


def _claimed(standing: Standing) -> Standing:
    """With the learner's word that they have it: what is left is to prove it, where records can."""
    lacking = once(gain for way in standing.ways for gain in sorted(way))
    prove = [Act(PROVE_IT, gain.about, gain.slug) for gain in lacking]
    prove += [act for act in standing.acts if act.code == PROVE_IT]
    if not prove and standing.provable:
        prove = [Act(PROVE_IT, MONTHS if any(act.about == MONTHS for act in standing.acts) else ROW)]
    acts = once([*(act for act in standing.acts if act.code == SAY_IT), *prove])
    reasons = (Reason(OWN_WORD), *_without_questions(standing.reasons))
    return replace(standing, state=CLAIMED, reasons=reasons, acts=acts)


def _denied(standing: Standing) -> Standing:
    """With the learner's word that they do not have it: it is not claimed then, and nothing is left to ask."""
    acts = tuple(act for act in standing.acts if act.code != ANSWER_IT)
    state = PARTLY if standing.state == CLAIMED else standing.state
    return replace(standing, state=state, reasons=(Reason(DENIED), *_without_questions(standing.reasons)), acts=acts)


def _without_questions(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if reason.code not in (UNSAID, JUDGMENT))


def _in_time(standing: Standing, closes_on: date) -> Standing:
    """With a word on each act that comes too late for the closing date."""
    late = [
        Act(NOT_IN_TIME, act.about, act.target, on=act.on)
        for act in standing.acts
        if act.on is not None and act.on > closes_on
    ]
    return replace(standing, acts=(*standing.acts, *late)) if late else standing
