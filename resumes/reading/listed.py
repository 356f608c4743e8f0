"""What stands in a resume as a list: education, credentials, skills, languages, awards and the like. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resumes.reading.items import Item
from resumes.reading.pieces import head_of, is_organized, outside_brackets, words_of
from resumes.reading.proposal import ProposedEntry
from resumes.reading.spans import expires, spans_in, without
from resumes.reading.vocabulary import words
from resumes.writing.content import Bullet, Entry, Kind

DEGREES = words(
    """
    bachelor bachelors bachelor's master masters master's associate associate's doctor doctorate phd ph.d mba bsc b.sc
    msc m.sc ba b.a ma m.a bs b.s ms m.s beng b.eng meng m.eng bba btech b.tech mtech m.tech diploma certificate degree
    abitur baccalaureate ged minor major licence jd j.d md m.d llb llm pgdip hnd hnc ba(hons) bfa mfa edd m.ed b.ed
    course training bootcamp
    """
)
SCHOOLS = words(
    "university college school institute academy polytechnic universität universidad université hochschule iit mit"
)
LEVELS = words("expert advanced intermediate basic basics beginner novice proficient competent master fluent good")
SCORE = re.compile(
    r"\b(?:C?GPA|grade|score)\b\s*(?:of\b)?:?\s*([0-9][0-9.,]*(?:\s*(?:/|out of)\s*[0-9.]+)?)", re.IGNORECASE
)
COURSES = re.compile(r"(?:relevant |selected )?(?:coursework|courses|modules):\s*(.+)", re.IGNORECASE)
CREDENTIAL_MORE = re.compile(
    r"(?:credential|certificate|license|licence) (?:id|no|number)\b|see credential|issued", re.IGNORECASE
)
ISSUED = re.compile(
    r"^(?:issued|awarded|obtained|earned|completed)(?: by)?\b:?\s*"
    r"|\b(?:issued|obtained|earned|expires|expired|valid (?:until|through)|no expiration date)\b:?\s*",
    re.IGNORECASE,
)
CATEGORY = re.compile(r"([^:,;|•]{2,48}?)\s*:\s*(.*)")
PARTING = re.compile(r"\s*[,;|·•◦∙]\s*|\t+| {3,}")
LEVEL = re.compile(r"\s*(?:\(([^()]+)\)|[:\u2010-\u2015]\s*(.+)|\s-\s*(.+))$")
NO_REFERENCES = re.compile(r"(?:references )?(?:are )?available (?:up)?on request\.?", re.IGNORECASE)


def education_in(items: Sequence[Item]) -> list[ProposedEntry]:
    """Degrees with their schools. One begins where a degree, a school or dates come a second time."""
    groups: list[list[Item]] = []
    for item in items:
        if groups and not _begins(groups[-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return [_degree(group) for group in groups]


def _begins(group: Sequence[Item], item: Item) -> bool:
    text = item.text
    if (SCORE.search(text) and not _facts(text) & {"degree", "school"}) or COURSES.match(text):
        return False
    seen = set().union(*(_facts(one.text) for one in group))
    said = _facts(text)
    if item.is_bullet:
        return group[0].is_bullet and bool(said & seen & {"degree", "school"})
    if said & seen:
        return True
    return not said and item.after_gap and bool(seen)


def _facts(text: str) -> set[str]:
    found = {word.rstrip("s'").rstrip("'") for word in words_of(text)} | words_of(text)
    facts = {"degree"} if found & DEGREES else set()
    if found & SCHOOLS:
        facts.add("school")
    return facts | ({"dates"} if spans_in(text) else set())


def _degree(group: Sequence[Item]) -> ProposedEntry:
    entry = Entry(Kind.EDUCATION)
    heads: list[str] = []
    texts: list[str] = []
    bullets: list[Bullet] = []
    for item in group:
        text = item.text
        if courses := COURSES.match(text):
            entry = replace(entry, words=tuple(outside_brackets(courses[1].rstrip("."), PARTING)))
            continue
        if score := SCORE.search(text):
            entry = replace(entry, score=score[1].rstrip(".,"))
            text = (text[: score.start()] + text[score.end() :]).strip(" ,;|()\u2013-")
        if (spans := spans_in(text)) and not entry.ends and not entry.starts:
            entry = replace(entry, starts=spans[0].starts, ends=spans[0].ends)
            text = without(text, spans[:1])
            text = re.sub(
                r"\b(?:expected|anticipated|graduated|graduation|class of|completed)\b:?\s*",
                "",
                text,
                flags=re.IGNORECASE,
            )
        if item.is_bullet and heads and not _facts(text):
            bullets.append(Bullet(text))
        elif text and (len(heads) < 3 and len(text) < 120):
            heads.append(text.strip(" ,\t"))
        elif text:
            texts.append(text)
    head = head_of([_degree_unparted(text) for text in heads])
    title, school, more = _degree_and_school(list(head.pieces))
    entry = replace(entry, title=title, organization=school, place=head.place, bullets=tuple(bullets))
    lines = tuple(line for item in group for line in item.lines)
    return ProposedEntry(replace(entry, text="\n".join([*more, *texts])), lines)


def _degree_unparted(text: str) -> str:
    """With a comma for the dash in "Bachelor of Science - BS, Physics", which parts no school from it."""
    before, dash, behind = text.partition(" - ")
    is_one = dash and "degree" in _facts(before) and "degree" in _facts(behind) and "school" not in _facts(text)
    return f"{before}, {behind}" if is_one else text


def _degree_and_school(pieces: list[str]) -> tuple[str, str, list[str]]:
    parts = [part for piece in pieces for part in _parted_school(piece)]
    schools = [place for place, part in enumerate(parts) if "school" in _facts(part)]
    degrees = [place for place, part in enumerate(parts) if "degree" in _facts(part)]
    if schools and not set(schools) - set(degrees):
        schools = schools[-1:] if len(degrees) > 1 else schools[:1]
    school = next((place for place in schools if place not in degrees), schools[0] if schools else -1)
    degree = next((place for place in degrees if place != school), -1)
    others = [place for place in range(len(parts)) if place not in (school, degree)]
    if degree < 0 and others and school >= 0:
        degree = others.pop(0)
    if school < 0 and others:
        school = others.pop(0)
    return (
        parts[degree] if degree >= 0 else "",
        parts[school] if school >= 0 else "",
        [parts[place] for place in others],
    )


def _parted_school(piece: str) -> list[str]:
    """A degree and its school on one line: "B.Sc. in Physics, University of Utah"."""
    parts = outside_brackets(piece, re.compile(r",\s*"))
    for place in range(1, len(parts)):
        before, behind = ", ".join(parts[:place]), ", ".join(parts[place:])
        if "degree" in _facts(before) and "school" in _facts(parts[place]):
            return [before, behind]
        if "school" in _facts(before) and "degree" in _facts(parts[place]):
            return [before, behind]
    return [piece]


def credentials_in(items: Sequence[Item], kind: Kind) -> list[ProposedEntry]:
    """Credentials, awards or publications: one a line; dates and issuer may stand on the next."""
    found: list[ProposedEntry] = []
    for item in items:
        spans = spans_in(item.text)
        rest = _bare(without(item.text, spans))
        more = bool(CREDENTIAL_MORE.match(item.text)) or not rest
        if (found and more and not item.is_bullet) or (found and _is_issuer(found[-1], item, rest)):
            found[-1] = _with_more(found[-1], item, rest)
            continue
        title, *issuers = head_of([rest]).pieces or (item.text,)
        entry = Entry(kind, title=title, organization=", ".join(issuers))
        found.append(_with_more(ProposedEntry(entry, ()), item, ""))
    return found


def _bare(text: str) -> str:
    """What is left of a line when its dates are gone and what was said of them."""
    text = ISSUED.sub("", text)
    if text.count("(") > text.count(")"):
        text = text.replace("(", "\t", 1)
    return text.strip(" ,\t|·•:\u2013-")


def _is_issuer(before: ProposedEntry, item: Item, rest: str) -> bool:
    """Whether a line under the name of a credential says only who gave it, and when."""
    if before.entry.organization or item.is_bullet or item.after_gap or before.entry.ends:
        return False
    return is_organized(rest) or bool(spans_in(item.text))


def _with_more(proposed: ProposedEntry, item: Item, rest: str) -> ProposedEntry:
    entry = proposed.entry
    texts = [entry.text] if entry.text else []
    for span in spans_in(item.text):
        if expires(item.text, span):
            texts.append(f"Expires {item.text[span.begin : span.end]}")
        elif span.is_range and not entry.starts:
            entry = replace(entry, starts=span.starts, ends=span.ends)
        elif not entry.ends:
            entry = replace(entry, ends=span.ends)
    if CREDENTIAL_MORE.match(item.text) and rest and not spans_in(item.text):
        texts.append(item.text)
    elif rest and not entry.organization:
        entry = replace(entry, organization=", ".join(head_of([rest]).pieces))
    elif rest:
        texts.append(rest)
    return ProposedEntry(replace(entry, text="\n".join(texts)), (*proposed.lines, *item.lines))


def skills_in(items: Sequence[Item], kind: Kind) -> list[ProposedEntry]:
    """Skills or interests: a line "Tools: Jira, Excel" is one entry with words; in others each is its own."""
    found: list[ProposedEntry] = []
    for item in items:
        category = CATEGORY.fullmatch(item.text)
        last = found[-1] if found else None
        if category and category[2]:
            parts = outside_brackets(category[2].rstrip("."), PARTING)
            found.append(ProposedEntry(Entry(kind, title=category[1].strip(), words=tuple(parts)), item.lines))
        elif (
            last and last.entry.words and not item.is_bullet and last.lines[-1].text.rstrip().endswith((",", ";", "&"))
        ):
            parts = outside_brackets(item.text.rstrip("."), PARTING)
            entry = replace(last.entry, words=(*last.entry.words, *parts))
            found[-1] = ProposedEntry(entry, (*last.lines, *item.lines))
        else:
            parts = outside_brackets(item.text.rstrip(".:"), PARTING)
            found += (ProposedEntry(_with_level(Entry(kind, title=part)), item.lines) for part in parts)
    return found


def _with_level(entry: Entry) -> Entry:
    """A skill with how well it is known: "Scrum (advanced)". What else stands in brackets is part of its name."""
    title, _, level = entry.title.rstrip(")").partition(" (")
    return replace(entry, title=title, level=level) if level.casefold() in LEVELS else entry


def languages_in(items: Sequence[Item]) -> list[ProposedEntry]:
    """Languages with how well they are spoken, as it is written there."""
    found: list[ProposedEntry] = []
    for item in items:
        for part in outside_brackets(item.text, PARTING):
            level = LEVEL.search(part)
            said = next((group for group in level.groups() if group), "") if level else ""
            title = part[: level.start()].strip() if level else part
            entry = Entry(Kind.LANGUAGES, title=title or part, level=said.strip() if title else "")
            found.append(ProposedEntry(entry, item.lines))
    return found


def references_in(items: Sequence[Item]) -> list[ProposedEntry]:
    """The words of whoever gives one. That they can be asked for is nothing to keep."""
    said = [item for item in items if item.text and not NO_REFERENCES.fullmatch(item.text)]
    return [ProposedEntry(Entry(Kind.REFERENCES, text=item.text), item.lines) for item in said]
