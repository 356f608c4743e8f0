"""Splits a line into its rows: where the kind changes, the strength changes, or a second time starts. Pure."""

import itertools
import re

from applications.reading.clauses import cuts_of_strength
from applications.reading.segments import Anchor, Segment, Whole, anchors, own_clause, relaxed_from, second_rung
from applications.reading.sentences import trimmed
from applications.reading.shapes import PREFERRED, REQUIRED
from applications.reading.splitting_words import (
    COMBINED,
    CUT,
    FIELD_WITH,
    FOR_EXAMPLE,
    JOINED_BY_OR,
    LICENSED,
    NEXT_CLAUSE,
    NEXT_WISH,
    OWN_DEMAND,
    OWN_TIME,
    PART_OF,
    SPOKEN,
    TIME_ONLY,
    WISHES,
)
from applications.reading.strength import Mark, marks


def split_line(text: str, whole: Whole, strength: str) -> list[Segment]:
    """The rows of one line. ``strength`` is that of its mark or heading; words in the line go before it."""
    start, end = whole.start, whole.end
    marked = marks(text, start, end)
    cuts = [cut for _, cut in CUT.spans(text, start, end)]
    wished = WISHES.search(text[start:end]) is not None
    cuts_of_wishes = [cut for _, cut in NEXT_WISH.spans(text, start, end)] if wished else []
    clauses = [
        cut
        for _, cut in NEXT_CLAUSE.spans(text, start, end)
        if any(mark.end <= cut for mark in marked) or text[cut : cut + 6] == "please"
    ]
    places = sorted(
        set(
            cuts_of_wishes
            + clauses
            + _of_kinds(text, whole, cuts)
            + cuts_of_strength(text, whole, marked, cuts, strength)
        )
    )
    segments = _divided(text, whole, places)
    for segment in segments:
        segment.strength = _strength(segment, marked, PREFERRED if cuts_of_wishes else strength)
    return _tidied(text, segments)


def _of_kinds(text: str, whole: Whole, cuts: list[int]) -> list[int]:
    places: list[int] = []
    before: Anchor | None = None
    reach = ""
    # Whether what follows is a second rung: "or a diploma with nine years".
    rung = False
    second = second_rung(text, whole)
    relaxed = relaxed_from(text, whole)
    for anchor in anchors(text, whole):
        if before is None:
            before, reach = anchor, anchor.kind
            continue
        if anchor.start < before.end:
            continue
        own = own_clause(text, whole, cuts, anchor) if anchor.kind == reach == "experience" else []
        at = own or [cut for cut in cuts if before.end <= cut <= anchor.start]
        rung = rung and ";" not in text[before.end : anchor.start]
        if (
            rung
            or (second and anchor.start >= second)
            or (relaxed and anchor.start >= relaxed)
            or (
                (before.kind, anchor.kind) == ("degree", "experience")
                and FOR_EXAMPLE.search(text[before.start : anchor.start])
            )
            or (
                {anchor.kind, reach} <= {"degree", "experience"}
                and not (anchor.kind == "experience" and FIELD_WITH.search(text[before.end : anchor.start]))
                and re.search(
                    r"\b(?:or|oder|ou)\b\s*(?:an? |the |with |at least |(?!and\b|plus\b)[\w-]+ ){0,4}\Z",
                    text[before.end : anchor.start],
                    re.IGNORECASE,
                )
                is not None
            )
            or (anchor.kind == "experience" and COMBINED.search(text[before.end : anchor.start]))
        ):
            rung, before = True, anchor
            whole.rungs.append(anchor.start)
            continue
        if at and (place := _place(text, before, anchor, at, reach, whole.end)):
            places.append(place)
            reach = anchor.kind
        elif reach == "skill" and anchor.kind != "skill":
            reach = anchor.kind
        before = anchor
    return places


def _place(text: str, before: Anchor, anchor: Anchor, at: list[int], reach: str, end: int) -> int:
    """Where the line is cut between two things that decide a kind; 0 if it is not."""
    between = text[before.end : anchor.start]
    joined_by_or = JOINED_BY_OR.search(between)
    if joined_by_or and anchor.kind == "experience" and reach == "degree" and FIELD_WITH.search(between):
        # "Mathematics or Physics with ten years": the years are asked for besides.
        joined_by_or = None
    if joined_by_or and "/" in joined_by_or.group() and anchor.kind == reach == "experience":
        joined_by_or = None
    if re.match(
        r"(?:because|so that|since|as (?:our|the|we|two|many|most|all|\d)|which|when|where)\b",
        text[at[-1] : at[-1] + 12],
    ):
        return 0
    if anchor.kind == "credential" and re.search(
        r"for example|such as|e\.g\.|for instance|like\b|including\b|i\.e\.", between
    ):
        return 0
    if joined_by_or and not re.search(r";|\bbut\b", between):
        return 0
    if "other" in (anchor.kind, reach) and {anchor.kind, reach} & {"skill", "experience", "other"} == {
        anchor.kind,
        reach,
    }:
        return 0
    if (reach, anchor.kind) == ("travel", "other"):
        # "Willing to travel, driver's license": one thing more.
        return at[-1] if LICENSED.match(text[at[-1] : anchor.end]) else 0
    if reach == "language" and SPOKEN.match(text[anchor.start : anchor.end]):
        return 0
    if (reach, anchor.kind) == ("skill", "credential"):
        # "DoD 8140 (formerly 8570) IAM Level II" is one name.
        at = [cut for cut in at if not text[:cut].rstrip().endswith(")") and text[cut] != "("]
        if not at:
            return 0
    if anchor.kind == "skill":
        if reach == "skill":
            return 0
        for cut in at:
            if OWN_DEMAND.match(text[cut:end]) and (
                reach != "experience" or not re.match(r"with\s", text[cut : cut + 5])
            ):
                return cut
        if (
            reach in ("degree", "language")
            and len(at)
            and re.search(r"[,;]|\band\b", between)
            and not re.search(r"\b(?:in|of)\b", text[before.end : at[0]])
            and reach == "language"
        ):
            return at[-1]
        return 0
    if anchor.kind == reach == "experience":
        if re.search(r"\b(?:past|last|previous|within)\b[^,;]*\Z", between, re.IGNORECASE):
            return 0
        return at[-1] if len(at) == 1 else _best(text, at, anchor)
    if anchor.kind == reach:
        return 0
    if (
        anchor.kind == "experience"
        and reach == "skill"
        and (TIME_ONLY.match(text[at[-1] : end]) or not OWN_TIME.match(text[anchor.end : end]))
    ):
        return 0
    if (
        anchor.kind == "experience"
        and reach in ("language", "travel", "clearance", "credential")
        and TIME_ONLY.match(text[at[-1] : end])
    ):
        return 0
    if reach == "experience" and anchor.kind == "language" and re.search(r"\bin\s+\Z", between):
        return 0
    return _best(text, at, anchor)


def _best(text: str, at: list[int], anchor: Anchor) -> int:
    """The last place to cut, but before what opens a part ("including", "with")."""
    for cut in reversed(at):
        if PART_OF.match(text[cut : anchor.end]):
            return cut
    for cut in reversed(at):
        if not re.match(r"(?:or|oder)\s", text[cut : cut + 5]):
            return cut
    return 0


def _divided(text: str, whole: Whole, places: list[int]) -> list[Segment]:
    edges = [whole.start, *(place for place in places if whole.start < place < whole.end), whole.end]
    segments = []
    for start, end in itertools.pairwise(edges):
        one = Segment(start, end)
        for name in ("degrees", "times", "certificates", "skills"):
            setattr(one, name, [each for each in getattr(whole, name) if start <= each.start < end])
        for name in ("nameless", "tongues", "clearances", "travels"):
            setattr(one, name, [each for each in getattr(whole, name) if start <= each[0] < end])
        if one.degrees and one.degrees[0].start < whole.aside[0]:
            one.certificates = [each for each in one.certificates if each.start < whole.aside[0]]
            one.nameless = [each for each in one.nameless if each[0] < whole.aside[0]]
        for rung in whole.rungs:
            if start < rung < end and any(
                at < rung for at in [each.start for each in one.degrees] + [each.start for each in one.times]
            ):
                one.degrees = [each for each in one.degrees if each.start < rung]
                one.times = [each for each in one.times if each.start < rung]
                if one.degrees:
                    one.certificates = [each for each in one.certificates if each.start < rung]
        segments.append(one)
    return segments


def _strength(segment: Segment, marked: list[Mark], strength: str) -> str:
    inside = [mark for mark in marked if segment.start <= mark.start < segment.end]
    if not inside:
        return strength
    if any(mark.strength == PREFERRED for mark in inside):
        return PREFERRED
    return REQUIRED


_LOOSE_END = re.compile(r"[\s,;]+(?:and|plus|but|so|with|und|et)\Z", re.IGNORECASE)


def _tidied(text: str, segments: list[Segment]) -> list[Segment]:
    """Without connecting words at the edges; what says nothing joins the one before."""
    kept: list[Segment] = []
    for segment in segments:
        segment.start, segment.end = trimmed(text, segment.start, segment.end)
        tail = _LOOSE_END.search(text, max(segment.start, segment.end - 24), segment.end)
        if tail and not (tail.group().strip().lower() == "plus" and segment.strength == PREFERRED):
            segment.end = tail.start()
        empty = segment.kind == "other" and len(text[segment.start : segment.end].split()) < 3
        if kept and (empty or segment.start >= segment.end):
            if text[segment.start : segment.end].lower() == "preferred":
                kept[-1].strength = PREFERRED
            kept[-1].end = max(kept[-1].end, segment.end)
            continue
        if kept and segment.kind == kept[-1].kind == "language" and segment.strength == kept[-1].strength:
            # "You write English well, and you can hold a meeting in Swahili"
            kept[-1].end = segment.end
            kept[-1].tongues += segment.tongues
            kept[-1].skills += segment.skills
            continue
        if segment.start < segment.end:
            segment.within_previous = bool(
                kept and segment.times and kept[-1].times and PART_OF.match(text[segment.start : segment.end])
            )
            kept.append(segment)
    return kept
