"""What could be looked at in a resume, each with its reason, and never a score. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from evidence.catalog.partial_dates import first_day, last_day
from resumes.base.advice import LINE_CHARACTERS, first_person_words, first_word, has_number
from resumes.making.composing import Composed
from resumes.making.posting import Term, Vocabulary, differences
from resumes.writing.content import Entry, Kind
from resumes.writing.document import lay_out

# A gap that somebody will ask about, in months.
LONGEST_GAP = 3
# So often one verb begins a bullet before it is said.
SAME_VERB = 3


@dataclass(frozen=True)
class Finding:
    """One thing to look at. ``key`` is the item it is about, empty for the resume as a whole."""

    code: str
    text: str
    key: str = ""


# What each check is about, in the order in which they are shown.
CODES = {
    "contact": "Contact",
    "no-evidence": "Evidence",
    "no-claim": "What you must not claim",
    "no-number": "Numbers",
    "no-story": "Stories",
    "same-verb": "Verbs",
    "person": "First person",
    "long": "Length",
    "gap": "Gaps",
    "dates": "Dates",
    "skill": "Skills",
    "words": "Words of the posting",
}


def findings(
    composed: Composed,
    *,
    today: date,
    told: Collection[int],
    posting: str = "",
) -> list[Finding]:
    """Everything there is to look at, in the order of ``CODES``.

    ``told`` has the keys of evidence behind which a story stands, ``posting`` the text that the resume is tailored to.
    """
    bullets = composed.shown_bullets()
    found = [*_contact(composed)]
    for _, told_bullet in bullets:
        line, sentence = told_bullet.line, told_bullet.sentence
        text, key = line.text, line.item.key
        if not sentence.proof:
            found.append(Finding("no-evidence", f"“{_short(text)}” has no evidence yet.", key))
        for proof in sentence.proof:
            if proof.do_not_claim:
                found.append(Finding("no-claim", f"“{_short(text)}”: you noted “{_short(proof.do_not_claim)}”.", key))
        if not has_number(text):
            found.append(Finding("no-number", f"“{_short(text)}” has no number.", key))
        if sentence.proof and not any(proof.key in told for proof in sentence.proof):
            said = f"“{_short(text)}” has no story. Could you talk about it for two minutes?"
            found.append(Finding("no-story", said, key))
        if words := first_person_words(text):
            found.append(Finding("person", f"“{_short(text)}” says “{words[0]}”. Resumes leave the person out.", key))
        if len(text) > 2 * LINE_CHARACTERS:
            found.append(Finding("long", f"“{_short(text)}” is {len(text)} characters, more than two lines.", key))
    verbs = Counter(first_word(told_bullet.line.text) for _, told_bullet in bullets)
    found += [
        Finding("same-verb", f"{number} bullets begin with “{verb}”.", f"verb:{verb}"[:80])
        for verb, number in verbs.items()
        if verb and number >= SAME_VERB
    ]
    shown = [part.entry for room in composed.rooms if room.line.shown for part in room.parts if part.line.shown]
    positions = [entry for entry in shown if entry.kind in (Kind.EXPERIENCE, Kind.VOLUNTEERING)]
    found += [*_gaps(positions, today), *_dates(positions, composed.recorded.worked, today)]
    found += [
        Finding("skill", f"You say “{entry.title}”, and no evidence shows it.", entry.key)
        for entry in shown
        if entry.key in composed.recorded.unproved
    ]
    found += _words(composed, posting) if posting else []
    order = list(CODES)
    return sorted(found, key=lambda one: order.index(one.code))


def _words(composed: Composed, posting: str) -> Iterable[Finding]:
    said = "\n".join(line.text for line in lay_out(composed.content()).lines())
    skills = (
        Vocabulary(key, tuple(Term(text, exact) for text, exact in terms))
        for key, terms in composed.recorded.terms.items()
    )
    for one in differences(posting, said, skills):
        yield Finding("words", f"The posting says “{one.theirs}”, you say “{one.ours}”.", f"words:{one.key}"[:80])


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _contact(composed: Composed) -> Iterable[Finding]:
    contact = composed.recorded.contact
    for name, said in (("name", "name"), ("email", "email address"), ("phone", "phone number")):
        if not getattr(contact, name):
            yield Finding("contact", f"Your {said} is missing.", f"contact:{name}")


def _gaps(positions: Iterable[Entry], today: date) -> Iterable[Finding]:
    """Months between two positions in which there was none, from the end of a month to the beginning of another."""
    spans = sorted(
        (first_day(entry.starts), last_day(entry.ends) if entry.ends else today) for entry in positions if entry.starts
    )
    reached: date | None = None
    for start, end in spans:
        if reached and _months(reached, start) > LONGEST_GAP:
            said = f"A gap from {reached:%B %Y} to {start:%B %Y}."
            yield Finding("gap", said, f"gap:{reached.isoformat()}:{start.isoformat()}")
        reached = max(reached, end) if reached else end


def _months(end: date, start: date) -> int:
    """Whole months between the month of one day and that of a later one."""
    return (start.year - end.year) * 12 + start.month - end.month - 1


def _dates(
    positions: Iterable[Entry], projects: Mapping[str, tuple[date, date | None]], today: date
) -> Iterable[Finding]:
    """Positions without dates, and those that are shorter than the projects that hang on them."""
    for entry in positions:
        name = ", ".join(filter(None, (entry.title, entry.organization)))
        if not entry.starts:
            yield Finding("dates", f"{name} has no dates.", entry.key)
            continue
        if entry.key not in projects:
            continue
        begun, ended = projects[entry.key]
        if begun < first_day(entry.starts):
            said = f"{name} begins after a project that you recorded there ({begun:%B %Y})."
            yield Finding("dates", said, entry.key)
        if entry.ends and (ended or today) > last_day(entry.ends):
            when = f"ended in {ended:%B %Y}" if ended else "is still running"
            yield Finding("dates", f"{name} ends before a project that you recorded there, which {when}.", entry.key)
