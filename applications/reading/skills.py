"""Which skills words name: by a term of the vocabulary, or by other words for the same. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from applications.reading.paraphrases_fields import FIELDS
from applications.reading.paraphrases_leading import LEADING
from applications.reading.paraphrases_managing import MANAGING
from applications.reading.paraphrases_technical import TECHNICAL
from applications.reading.phrases import Hit, Patterns, Terms
from applications.reading.quick import Quick
from applications.reading.shapes import Vocabulary
from applications.reading.skill_senses import (
    AFTER,
    BEFORE,
    LOOSE_NOT_AFTER,
    LOOSE_NOT_BEFORE,
    MAY_BE_OF_ONE,
    NAMES_OF_ONE,
    NEAR,
)
from applications.reading.words import Word

# Of two skills that the same words name, the general one gives way to the special ones.
_GIVES_WAY = {
    "testing-qa": ("experimentation",),
    "negotiation": ("procurement",),
    "release-management": ("saas-implementation",),
    "team-management": ("influence", "facilitation", "vendor-management"),
    "project-closure": ("legacy-modernization",),
    "agile-delivery": ("scaled-agile",),
    "communication": ("technical-writing",),
}
# Who leads a project whose team it is, leads no people.
_NO_PEOPLE = frozenset(("project", "program", "product", "that", "which", "who", "across", "portfolio", "release"))
_PEOPLE = frozenset(("team", "staff", "group", "manager", "organization", "squad", "lead", "people", "department"))
# Those who write software, whom somebody leads or serves.
_WHO_BUILDS = frozenset(("engineer", "developer", "programmer"))
_LED = re.compile(
    r"\b(?:manag|lead|coach|hir|mentor|supervis|grow)\w* (?:[\w-]+ ){0,3}\Z|\bled (?:[\w-]+ ){0,3}\Z|\b(?:outside|"
    r"external|third-party|partner) \Z",
    re.IGNORECASE,
)
# General words that count for nothing inside a more specific phrase.
_GENERAL = frozenset(("cloud", "agile", "analytics", "infrastructure", "database", "training", "hiring"))
_LINEAR = Quick(
    r"(?:jira|asana|notion|github|trello|clickup|shortcut|tools?)\b[^.;]{0,30}\bLinear\b|"
    r"\bLinear\b[^.;]{0,30}(?:jira|asana|notion|github|trello|clickup)"
)
_TEAMS = Quick(
    r"(?:visio|sharepoint|slack|zoom|office|excel|outlook|smartsheet|powerpoint|planner|word)\b.{0,40}\bteams\b|"
    r"\bteams\b.{0,40}(?:visio|sharepoint|slack|zoom|outlook|excel)"
)
_MS_PROJECT = Quick(
    r"\b(?:visio|office|excel|outlook|powerpoint|sharepoint|planner|word)\b[^.;]{0,40}(?:,|and|&|/|\+) "
    r"?project\b(?! (?:man|plan|"
    r"team|lead|deliv|work|doc|bud|sched|gov|sett|env))"
)
_OPENING = Quick(r"(?:because|since|as|while|although) [^,]{5,90}, ")
# What somebody would rather not do.
_RATHER = Quick(r"\brather\b[^.;]{3,60}?(?= than )")
_LEFT_OUT = Quick(
    r"\b(?:no|without|zero|never any|not even|(?:do|does)(?: not|n['’]t) use|not (?:using|used in)) "
    r"(?:deep |hands-on |actual |real )?"
)
# Why it is asked for names nothing that is asked for.
_EXPLAINED = Quick(
    r",? (?:because|so that|"
    r"when (?:an?|the|our|things|something|someone|somebody|it|nobody) |"
    r"but (?:we|our|nobody|this|that|the team) |since (?:our|we|the|half|most|all|two|many|(?:end )?clients?|"
    r"customers?|these|those|they|it)\b|as (?:our|the|we|two|"
    r"many|most|all|half) )|; (?:half|most|our|we|"
    r"this|that|it|all|many) |"
    r"\bhumou?r (?=about |for |with |in )|"
    r"(?<! in),? (?:that|which) (?:survives?|holds? up|stands? up|nobody|engineers? |people |others |everyone|"
    r"everybody)"
)


@dataclass(frozen=True)
class Compiled:
    """A vocabulary made ready for finding."""

    skills: Terms
    paraphrases: Patterns
    credentials: Terms
    known: frozenset[str]


def compile_vocabulary(vocabulary: Vocabulary) -> Compiled:
    """The vocabulary as tables by first word. Paraphrases of skills that it does not have are left out."""
    skills, credentials, paraphrases = Terms(), Terms(), Patterns()
    for named, table in ((vocabulary.skills, skills), (vocabulary.credentials, credentials)):
        for one in named:
            for term in one.terms:
                table.add(one.slug, term.text, exact=term.exact)
    known = frozenset(one.slug for one in vocabulary.skills)
    for listed in (MANAGING, LEADING, TECHNICAL, FIELDS):
        paraphrases.add_all((slug, patterns) for slug, patterns in listed if slug in known)
    return Compiled(skills, paraphrases, credentials, known)


def skills_in(text: str, words: Sequence[Word], compiled: Compiled) -> list[Hit]:
    """Every skill that the words name, with the words; in order of the text."""
    if not words:
        return []
    start, end = words[0].start, words[-1].end
    loose = compiled.paraphrases.find(words)
    wide = [hit for hit in loose if hit.after - hit.first > 1]
    found: list[Hit] = []
    for hit in compiled.skills.find(words):
        if hit.after - hit.first == 1 and hit.term.lower() in _GENERAL and _inside(hit, wide):
            continue
        if _means_it(text, hit, start, end):
            found.append(hit)
        else:
            loose = [one for one in loose if one.after - one.first > 1 or one.first != hit.first]
    if "linear-app" in compiled.known and "Linear" in text[start:end] and _LINEAR.search(text[start:end]):
        found.append(Hit("linear-app", 0, 1, start, start))
    narrow = [hit for hit in found if hit.after - hit.first > 1]
    said = text[start:end]
    loose = [hit for hit in loose if _is_meant(text, hit, words, narrow, end)]
    if "collaboration-suites" in compiled.known and _TEAMS.search(said) and re.search(r"\bTeams\b", said):
        found.append(Hit("collaboration-suites", 0, 1, start, start))
    if (
        "ms-project" in compiled.known
        and (named := _MS_PROJECT.search(said))
        and said[: named.end()].endswith("Project")
    ):
        found.append(Hit("ms-project", 0, 1, start + named.start(), start + named.end()))
    if not found and not loose:
        return []
    explained = _EXPLAINED.search(said)
    until = start + explained.start() if explained else end
    if rather := _RATHER.search(said):
        until = min(until, start + rather.end())
    opening = _OPENING.match(said)
    since = start + opening.end() if opening else start
    crossing = [hit for hit in loose + found if hit.slug == "cross-functional-leadership"]
    loose = [
        hit
        for hit in loose
        if hit.slug != "team-management"
        or not any(hit.first <= one.first and one.after <= hit.after for one in crossing)
    ]
    found += [hit for hit in loose if hit.after - hit.first > 1 or not _within(hit, narrow)]
    found = _without_parts(said, start, [hit for hit in found if not _gives_way(hit, found)])
    return sorted((hit for hit in found if since <= hit.start < until), key=lambda hit: hit.start)


def _is_meant(text: str, hit: Hit, words: Sequence[Word], terms: list[Hit], end: int) -> bool:
    """Whether other words for a skill mean it. ``terms``: those of several words that stand in the text."""
    for term in terms:
        # "Supplier management" is one thing, and "working knowledge of earned value management" ends in another.
        same = (hit.first, hit.after) == (term.first, term.after)
        ends_in = hit.first < term.first and term.first + 1 < hit.after <= term.after
        if term.slug != hit.slug and (same or ends_in):
            return False
    first, last = words[hit.first], words[hit.after - 1]
    if (other := LOOSE_NOT_AFTER.get(first.base)) and other.match(text, first.end, end):
        return False
    if (other := LOOSE_NOT_BEFORE.get(first.base)) and other.search(text, max(0, first.start - 30), first.start):
        return False
    if hit.slug == "programming-literacy" and first.base == "program":
        # "Program management experience" has the same stem.
        return False
    if hit.slug == "problem-solving" and first.raw.lower() == "analytics":
        return False
    if hit.slug == "sdlc" and last.base in _WHO_BUILDS and _LED.search(text, max(0, first.start - 40), first.start):
        return False
    if hit.slug == "observability" and first.base == "log":
        return False
    if hit.slug == "team-management" and hit.after - hit.first > 1:
        inside = {word.base for word in words[hit.first + 1 : hit.after]}
        follower = words[hit.after].base if hit.after < len(words) else ""
        return inside.isdisjoint(_NO_PEOPLE) and (last.raw.lower() != "engineering" or follower in _PEOPLE)
    return True


def _without_parts(words: str, start: int, found: list[Hit]) -> list[Hit]:
    """Without what is only a part of another thing's name, and what is said to be left out: "no coding"."""
    for slug, pattern in NAMES_OF_ONE if MAY_BE_OF_ONE.search(words) else ():
        for match in pattern.finditer(words):
            first, after = start + match.start(), start + match.end()
            # Other words that end within the name mean something else, too: "planning and release" of "release trains".
            found = [
                hit
                for hit in found
                if hit.slug == slug
                or not ((first <= hit.start and hit.end <= after) or hit.start < first < hit.end < after)
            ]
    if _LEFT_OUT.search(words):
        out = [start + match.end() for match in _LEFT_OUT.finditer(words)]
        found = [hit for hit in found if hit.start not in out]
    return found


def _gives_way(hit: Hit, found: list[Hit]) -> bool:
    special = _GIVES_WAY.get(hit.slug, ())
    return any(
        one.slug in special and one.after - one.first > 1 and one.first < hit.after and hit.first < one.after
        for one in found
    )


def _inside(hit: Hit, wide: list[Hit]) -> bool:
    return any(
        one.first <= hit.first
        and hit.after <= one.after
        and one.slug != hit.slug
        and one.slug in ("cloud-migration", "finops", "test-automation", "google-cloud")
        for one in wide
    )


def _within(hit: Hit, terms: list[Hit]) -> bool:
    return any(one.first <= hit.first and hit.after <= one.after and one.slug != hit.slug for one in terms)


def _means_it(text: str, hit: Hit, start: int, end: int) -> bool:
    """Whether a term stands in the sense of the skill."""
    term = hit.term.lower()
    if term in ("epics", "epic") and (text[hit.start].isupper() and text[hit.end - 1] != "s") != (term == "epic"):
        return False
    if term == "excel" and text[hit.start].isupper() and hit.start > start:
        # "MS tools and Excel": a name in the middle of a sentence.
        return True
    if (before := BEFORE.get(term)) and before.search(text, max(start, hit.start - 30), hit.start):
        return False
    if (after := AFTER.get(term)) and after.match(text, hit.end, end):
        return False
    if term == "lean" and text[hit.start].isupper() and hit.start > start:
        # A name in the middle of a sentence.
        return True
    near = NEAR.get(term)
    return near is None or near.search(text[start : hit.start] + " " + text[hit.end : end]) is not None
