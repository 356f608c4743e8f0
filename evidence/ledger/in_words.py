"""Where a learner stands with credentials, in the words and marks that pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from accounts.models import User
from evidence.catalog import wording
from evidence.catalog.eligibility import MISSING, Item
from evidence.ledger import loading as ledger
from evidence.ledger.assessing import Assessor, counting, running
from evidence.ledger.loading import AssessedCredential, AssessedPath, RuleChange

# How far ahead one is warned of what expires or drops out.
SOON = timedelta(days=365)


@dataclass(frozen=True)
class CredentialInBrief:
    """One credential as a list names it: the nearest path in one sentence, and what is about to end."""

    name: str
    url: str
    path: str
    state: str
    state_label: str
    text: str
    held: bool
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Teller:
    """Says where a person stands on a day. ``names`` are credentials' names by slug."""

    assessor: Assessor
    names: Mapping[str, str]

    def brief(self, path: AssessedPath) -> str:
        """A path in one sentence."""
        person, as_of = self.assessor.person, self.assessor.as_of
        number = running(person.works, (sort for sort, _ in path.rule.counted), as_of)
        return wording.result_in_brief(path.result, self.names, as_of=as_of, running=number)

    def item(self, item: Item) -> str:
        """One requirement of a path in a few words, with the sort of experience."""
        return wording.item_in_brief(item, self.names, sort_named=True)

    def credential(self, assessed: AssessedCredential) -> CredentialInBrief:
        """A credential by its nearest path."""
        best = assessed.best
        slug = assessed.credential.slug
        return CredentialInBrief(
            name=assessed.credential.name,
            url=reverse("evidence:ledger_credential", args=[slug]),
            path=best.path.label,
            state=best.result.state,
            state_label=wording.STATES[best.result.state],
            text=self.brief(best),
            held=bool(self.assessor.person.holds([slug], self.assessor.as_of)),
            warnings=tuple(self._warnings(best)),
        )

    def path(self, assessed: AssessedPath) -> dict[str, Any]:
        """A path with each requirement beside what is there."""
        items, sentences = assessed.result.items, ledger.sentences(assessed.rule, self.names)
        return {
            "assessed": assessed,
            "state": assessed.result.state,
            "state_label": wording.STATES[assessed.result.state],
            "text": self.brief(assessed),
            "rows": [
                {"sentence": sentence, "have": self.item(item), "item": item}
                for sentence, item in zip(sentences, items, strict=True)
            ],
            "missing": [self.item(item) for item in items if item.state == MISSING],
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
            soon = [drop for drop in counting(self.assessor, sort, years).drops if drop.on <= as_of + SOON]
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


def _waived_until(item: Item, assessor: Assessor) -> date | None:
    """The last day on which any of the credentials that waive something is still valid; ``None`` for good."""
    waiving = [held for held in assessor.person.held if held.credential in item.waived and held.active(assessor.as_of)]
    ends = [held.expires_on for held in waiving if held.expires_on]
    return max(ends, default=None) if len(ends) == len(waiving) else None
