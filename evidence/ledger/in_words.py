"""Where a learner stands with credentials, in the words and marks that pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from accounts.models import User
from evidence.catalog import wording
from evidence.catalog.eligibility import MET, Item, Result
from evidence.catalog.worth import SORT_NAMES
from evidence.ledger import loading as ledger
from evidence.ledger.assessing import Assessor, running
from evidence.ledger.loading import AssessedCredential, AssessedPath, RuleChange
from evidence.ledger.strip import SOON, Strip, month_strip
from keeping.segments import Bar, Part, bar

# Months are most of the way to a credential that asks for them.
WEIGHT_OF_MONTHS = 3


@dataclass(frozen=True)
class NamedStrip:
    """A month strip with the sort of experience it counts."""

    sort: str
    strip: Strip


@dataclass(frozen=True)
class CredentialInBrief:
    """One credential as a list names it: the nearest path in one sentence and as pictures, and what is about to end.

    ``bar`` has a segment for each requirement of the path, ``strips`` the months of each that asks for experience.
    """

    slug: str
    name: str
    short_name: str
    url: str
    path: str
    state: str
    state_label: str
    text: str
    held: bool
    warnings: tuple[str, ...]
    bar: Bar
    strips: tuple[NamedStrip, ...]


@dataclass(frozen=True)
class Teller:
    """Says where a person stands on a day. ``names`` are credentials' names by slug."""

    assessor: Assessor
    names: Mapping[str, str]

    def brief(self, path: AssessedPath) -> str:
        """A path in one sentence."""
        as_of = self.assessor.as_of
        return wording.result_in_brief(path.result, self.names, as_of=as_of, running=self._running(path))

    def missing(self, path: AssessedPath) -> list[str]:
        """What is still to be got for a path."""
        return [wording.still_missing(item, self.names) for item in path.result.missing]

    def when(self, path: AssessedPath) -> str:
        """When the months of a path will be there, or until when they are; empty if it asks for none."""
        return wording.forecast(path.result, as_of=self.assessor.as_of, running=self._running(path))

    def _running(self, path: AssessedPath) -> int:
        sorts = (sort for sort, _ in path.rule.counted)
        return running(self.assessor.person.works, sorts, self.assessor.as_of)

    def item(self, item: Item) -> str:
        """One requirement of a path in a few words, with the sort of experience."""
        return wording.item_in_brief(item, self.names, sort_named=True)

    def credential(self, assessed: AssessedCredential) -> CredentialInBrief:
        """A credential by its nearest path."""
        best = assessed.best
        slug = assessed.credential.slug
        return CredentialInBrief(
            slug=slug,
            name=assessed.credential.name,
            short_name=wording.short_name(assessed.credential.name),
            url=reverse("evidence:ledger_credential", args=[slug]),
            path=best.path.label,
            state=best.result.state,
            state_label=wording.STATES[best.result.state],
            text=self.brief(best),
            held=bool(self.assessor.person.holds([slug], self.assessor.as_of)),
            warnings=tuple(self._warnings(best)),
            bar=self.bar(best.result),
            strips=self.strips(best.result),
        )

    def bar(self, result: Result) -> Bar:
        """How much of each requirement is there."""
        return bar(
            [
                Part(
                    words=self.item(item),
                    share=_share(item),
                    state=item.state,
                    weight=WEIGHT_OF_MONTHS if item.months else 1,
                )
                for item in result.items
            ]
        )

    def strips(self, result: Result) -> tuple[NamedStrip, ...]:
        """The months of each requirement that asks for experience."""
        return tuple(
            NamedStrip(SORT_NAMES[item.requirement.experience], month_strip(self.assessor, item))
            for item in result.items
            if item.months
        )

    def path(self, assessed: AssessedPath) -> dict[str, Any]:
        """A path with each requirement beside what is there."""
        items, sentences = assessed.result.items, ledger.sentences(assessed.rule, self.names)
        return {
            "assessed": assessed,
            "state": assessed.result.state,
            "state_label": wording.STATES[assessed.result.state],
            "text": self.brief(assessed),
            "bar": self.bar(assessed.result),
            "strips": self.strips(assessed.result),
            "rows": [
                {"sentence": sentence, "have": self.item(item), "item": item}
                for sentence, item in zip(sentences, items, strict=True)
            ],
        }

    def change(self, change: RuleChange) -> dict[str, Any]:
        """A changed rule: what it said and says now, and what that comes to."""
        old, new = (ledger.sentences(path.rule, self.names) for path in (change.was, change.now))
        return {
            "path": change.path,
            "version": change.now.version,
            "removed": [sentence for sentence in old if sentence not in new],
            "added": [sentence for sentence in new if sentence not in old],
            "was": f"{wording.STATES[change.was.result.state]}. {self.brief(change.was)}",
            "now": f"{wording.STATES[change.now.result.state]}. {self.brief(change.now)}",
        }

    def _warnings(self, path: AssessedPath) -> Iterable[str]:
        as_of = self.assessor.as_of
        for sort, years in path.rule.counted:
            soon = [drop for drop in self.assessor.drops(sort, years) if drop.on <= as_of + SOON]
            if soon:
                yield wording.drops_soon(len(soon), sort, soon[0].on)
        for item in path.result.items:
            until = _waived_until(item, self.assessor)
            if until and until <= as_of + SOON:
                yield wording.waiver_ends(until)


def teller(assessor: Assessor) -> Teller:
    """With the names of all credentials, in one query."""
    return Teller(assessor, ledger.credential_names())


def credentials_in_brief(
    user: User, credentials: Iterable[str], *, as_of: date, latest: date
) -> list[CredentialInBrief]:
    """Those of some credentials (by slug) whose rules are known, as the learner stands, in up to three queries."""
    rules = ledger.load_rules(credentials)
    if not rules:
        return []
    person = ledger.load_person(user).on(as_of, latest=latest)
    said = teller(Assessor(person, as_of))
    return [said.credential(assessed) for assessed in ledger.assess(person, rules, as_of=as_of)]


def _share(item: Item) -> Decimal:
    """What is there of a requirement. A degree is there or not: half of one counts for nothing."""
    if item.state == MET:
        return Decimal(1)
    return item.have / item.needed if item.countable else Decimal(0)


def _waived_until(item: Item, assessor: Assessor) -> date | None:
    """The last day on which any of the credentials that waive something is still valid; ``None`` for good."""
    waiving = [held for held in assessor.person.held if held.credential in item.waived and held.active(assessor.as_of)]
    ends = [held.expires_on for held in waiving if held.expires_on]
    return max(ends, default=None) if len(ends) == len(waiving) else None
