"""Whether the ledger says that a learner may apply for a credential, as a fact that rules can count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from curation.addresses import address
from curation.nested import nested
from evidence.catalog.eligibility import ELIGIBLE, Rule
from evidence.ledger.assessing import Assessor
from evidence.ledger.loading import ROWS, in_force, person_of
from evidence.records.facts import MOST_ROWS, Ask, Count, Fact, Ground


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A path of a credential as its rule is now."""

    credential: str
    name: str
    snapshot: Any


def _rules() -> Any:
    return nested(
        in_force().order_by("path__credential__position", "path__position", "path__slug"),
        RuleInForce,
        credential="path__credential__slug",
        name="path__credential__name",
    )


OF_PERSON = {f"ledger {name}": partial(make, MOST_ROWS) for name, make in ROWS.items()}
SOURCES: dict[str, Callable[[], Any]] = {"ledger rules": _rules, **OF_PERSON}


def _eligible(rule: Rule, assessor: Assessor) -> bool:
    """Months are counted first: to say by when too few will be enough takes long, and nobody asks that here."""
    short = (
        assessor.count(needs.experience, needs.within_years).strict < needs.months
        for needs in rule.requirements
        if needs.kind == "experience" and not any(assessor.person.holds(needs.waived_by, assessor.as_of))
    )
    return not any(short) and assessor.assess(rule).state == ELIGIBLE


class Eligible(Fact):
    """Counts the credentials of those it is asked about that the learner may apply for on the day."""

    @property
    def needs(self) -> tuple[str, ...]:
        return tuple(SOURCES)

    def count(self, rows: Mapping[str, Sequence[Any]], ask: Ask) -> Count:
        person = person_of(*(rows[name] for name in OF_PERSON)).on(ask.day, latest=ask.day)
        assessor = Assessor(person, ask.day)
        found = {
            rule.credential: rule.name
            for rule in rows["ledger rules"]
            if rule.credential in ask.which and _eligible(Rule.from_snapshot(rule.credential, rule.snapshot), assessor)
        }
        grounds = tuple(Ground(name, address("evidence:ledger_credential", slug)) for slug, name in found.items())
        text = (self.one if len(found) == 1 else self.many).format(len(found))
        return Count(len(found), text, grounds)


FACTS = {
    "eligible": Eligible(
        "ledger rules",
        "the ledger says you're eligible",
        "the ledger says you're eligible for {}",
        which="credentials",
    ),
}
