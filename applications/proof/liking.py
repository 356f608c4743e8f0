"""The other question: which of a job's duties are of a kind that the learner likes. Pure.

A duty is sorted by cue words into one kind of task or none; the learner rates the kinds once, for all postings.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

ENERGIZES, FINE, DRAINS = "energizes", "fine", "drains"


@dataclass(frozen=True)
class Task:
    """A kind of task: what it is called, what belongs to it, and the beginnings of the words that speak for it.

    A cue after ``=`` is a whole word.
    """

    slug: str
    name: str
    about: str
    cues: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        cues = (rf"{re.escape(cue[1:])}(?!\w)" if cue.startswith("=") else re.escape(cue) for cue in self.cues)
        return re.compile(rf"(?<!\w)(?:{'|'.join(cues)})", re.IGNORECASE)


def _cues(text: str) -> tuple[str, ...]:
    """Cues from a text with a comma between each; a longer one is tried before what it begins with."""
    return tuple(sorted((cue.strip() for cue in text.split(",")), key=lambda cue: (-len(cue), cue)))


TASKS = (
    Task(
        "planning",
        "Planning and scheduling",
        "scope, milestones, timelines, who does what when",
        _cues(
            "=plan, =plans, planning, planned, schedul, timeline, roadmap, milestone, scope, critical path, work "
            "breakdown, estimat, resourc"
        ),
    ),
    Task(
        "tracking",
        "Tracking and reporting",
        "status, progress, numbers, dashboards",
        _cues("track, report, status, dashboard, metric, KPI, OKR, monitor, progress, variance, measur"),
    ),
    Task(
        "risks",
        "Risks and blockers",
        "what could go wrong, what already has, and what waits for whom",
        _cues("risk, issue, escalat, mitigat, block, impediment, obstacle, dependenc, contingenc, RAID, incident"),
    ),
    Task(
        "needs",
        "Working out what is needed",
        "requirements, user stories, priorities, backlogs",
        _cues(
            "requirement, user stor, backlog, discovery, prioriti, acceptance criteria, user need, use case, user "
            "research"
        ),
    ),
    Task(
        "stakeholders",
        "Keeping people informed and agreed",
        "sponsors, executives, customers, other departments",
        _cues(
            "stakeholder, executive, sponsor, steering, client, customer, present, communicat, align, negotiat, "
            "expectation"
        ),
    ),
    Task(
        "meetings",
        "Running meetings and workshops",
        "stand-ups, retrospectives, planning sessions, workshops",
        _cues(
            "facilitat, stand-up, standup, daily scrum, retrospective, sprint planning, sprint review, workshop, "
            "ceremon, meeting, chair, scrum event, agile event"
        ),
    ),
    Task(
        "people",
        "Leading and coaching people",
        "coaching, mentoring, hiring, one-on-ones",
        _cues(
            "coach, mentor, hire, hiring, recruit, performance review, line manage, one-on-one, one-to-one, motivat, "
            "develop the team, grow the team, career, delegat, supervis, direct report"
        ),
    ),
    Task(
        "technology",
        "Getting into the technology",
        "architecture, integrations, migrations, technical decisions",
        _cues(
            "architect, technical, integration, migrat, infrastructure, API, cloud, code, coding, system design, "
            "data center, data centre, network, database, engineering decision, pipeline"
        ),
    ),
    Task(
        "quality",
        "Testing and quality",
        "test plans, acceptance, defects, reviews",
        _cues("test, quality, defect, bug, UAT, acceptance test, user acceptance, verif, validat, QA"),
    ),
    Task(
        "launching",
        "Launching and handing over",
        "releases, go-live, rollout, training the people who use it",
        _cues(
            "launch, releas, go-live, go live, cutover, cut-over, rollout, roll out, roll-out, deploy, handover, "
            "hand over, hand-over, transition, onboard, train, adoption, change management"
        ),
    ),
    Task(
        "money",
        "Money and suppliers",
        "budgets, forecasts, vendors, contracts",
        _cues(
            "budget, forecast, cost, invoic, spend, financ, business case, vendor, supplier, contract, procure, "
            "statement of work, statements of work, RFP, tender, purchas, subcontract"
        ),
    ),
    Task(
        "rules",
        "Documents and rules",
        "documentation, audits, compliance, governance",
        _cues(
            "document, audit, complian, regulat, policies, governance, standard, SOP, record, security review, privacy"
        ),
    ),
    Task(
        "improving",
        "Improving how work is done",
        "processes, tools, habits of the team",
        _cues(
            "improv, process, best practice, streamlin, optimi, lessons learned, automat, ways of working, "
            "efficien, maturity, playbook, template"
        ),
    ),
)
NAMES = {task.slug: task.name for task in TASKS}


def kind_of(duty: str) -> str:
    """The kind of task that most different cues in a duty speak for, by its slug; empty if none does.

    Of two that have as many, the one that is named first: what somebody does stands at the front of a duty.
    """
    best, most = "", (0, 0)
    for task in TASKS:
        found = [(match[0].casefold(), match.start()) for match in task.pattern.finditer(duty)]
        weight = len({cue for cue, _ in found}), -min((start for _, start in found), default=0)
        if found and (not best or weight > most):
            best, most = task.slug, weight
    return best


@dataclass(frozen=True)
class RatedDuty:
    """A duty with its kind and how the learner rates that; both empty where there is none."""

    text: str
    task: str
    rating: str


@dataclass(frozen=True)
class Likes:
    """The duties of one posting beside what the learner likes, in the posting's order."""

    duties: tuple[RatedDuty, ...]

    def count(self, rating: str) -> int:
        return sum(duty.rating == rating for duty in self.duties)

    @property
    def draining_first(self) -> int:
        """How many duties drain before the first one that does not: a posting names first what the job is most."""
        return next((at for at, duty in enumerate(self.duties) if duty.rating != DRAINS), len(self.duties))

    def in_words(self) -> str:
        """ "5 of its 8 duties are ones you like; its first two drain you."."""
        total = len(self.duties)
        if not total:
            return "It names no duties."
        if not any(duty.rating for duty in self.duties):
            return "You have not rated the kinds of task that it names."
        sentence = f"{_liked(self.count(ENERGIZES), total)}{self._draining()}"
        unrated = self.count("")
        return f"{sentence}; {unrated} of no kind that you rated." if unrated else f"{sentence}."

    def _draining(self) -> str:
        total, all_, first = len(self.duties), self.count(DRAINS), self.draining_first
        if not all_:
            return ""
        if total == 1:
            return "; it drains you"
        if all_ == total:
            return "; all of them drain you"
        if not first:
            return f"; {all_} {'drains' if all_ == 1 else 'drain'} you"
        words = "; its first drains you" if first == 1 else f"; its first {_number(first)} drain you"
        return f"{words}, and so {'does' if all_ - first == 1 else 'do'} {all_ - first} more" if all_ > first else words


def likes(duties: Iterable[str], ratings: Mapping[str, str]) -> Likes:
    """Sets the duties of a posting beside the learner's rating of each kind of task, by its slug."""
    kinds = ((duty, kind_of(duty)) for duty in duties)
    return Likes(tuple(RatedDuty(duty, kind, ratings.get(kind, "")) for duty, kind in kinds))


def _liked(liked: int, total: int) -> str:
    if total == 1:
        return f"Its one duty is {'one' if liked else 'not one'} you like"
    if liked == total:
        return f"All {total} of its duties are ones you like"
    if not liked:
        return f"None of its {total} duties is one you like"
    return f"{liked} of its {total} duties {'is one' if liked == 1 else 'are ones'} you like"


def _number(count: int) -> str:
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[count - 2] if count - 2 < len(words) else str(count)
