"""What part of a posting a heading opens. Pure."""

import re
from functools import lru_cache

from applications.reading.heading_words import (
    BEGINNINGS,
    BENEFITS,
    COMPANY,
    EEO,
    KEY_SKILLS,
    NEUTRAL,
    PHYSICAL,
    PREFERRED_PART,
    PROCESS,
    REQUIRED_PART,
)
from applications.reading.quick import Beginnings, Quick

# Words of which a whole heading over demands may consist, and those of which it has at least one.
_OF_DEMANDS = frozenset(
    [
        "the",
        "your",
        "our",
        "a",
        "an",
        "and",
        "or",
        "of",
        "for",
        "in",
        "to",
        "&",
        "/",
        ",",
        "job",
        "role",
        "position",
        "candidate",
        "person",
        "personal",
        "professional",
        "key",
        "core",
        "technical",
        "functional",
        "general",
        "other",
        "essential",
        "required",
        "minimum",
        "mandatory",
        "basic",
        "must",
        "have",
        "be",
        "relevant",
        "specific",
        "special",
        "soft",
        "operational",
        "hard",
        "people",
        "leadership",
        "delivery",
        "business",
        "domain",
        "industry",
        "project",
        "management",
        "agile",
        "work",
        "working",
        "prior",
        "typical",
        "expected",
        "usual",
        "licensing",
        "registration",
        "academic",
        "formal",
        "previous",
        "desired-or-essential",
        "necessary",
        "additional-required",
        "part",
        "1",
        "2",
        "3",
        "i",
        "ii",
        "iii",
    ]
)
_DEMANDS = frozenset(
    [
        "requirement",
        "requirements",
        "qualification",
        "qualifications",
        "skill",
        "skills",
        "experience",
        "experiences",
        "competency",
        "competencies",
        "competence",
        "criteria",
        "education",
        "educational",
        "knowledge",
        "abilities",
        "ability",
        "attributes",
        "expertise",
        "specification",
        "certification",
        "certifications",
        "certificates",
        "credentials",
        "licenses",
        "licences",
        "license",
        "licensure",
        "licensures",
        "licence",
        "cert",
        "certs",
        "languages",
        "language",
        "training",
        "qualities",
        "traits",
        "capabilities",
        "prerequisites",
        "profile",
        "eligibility",
        "must-haves",
        "must-have",
        "clearance",
        "tools",
        "technologies",
        "aptitudes",
    ]
)
# "E = essential, D = desirable": what the marks mean.
LEGEND = Quick(
    r"\W*(?:(?:key|legend)\W+)?(?:[A-Z*+✓]{1,2}\s?(?:[=:–—-]|means|stands for)\s?(?:essential|desirable|desired|"
    r"required|mandatory|preferred|must have|nice to have|optional|minimum)\b[\W_]*(?:and\b\W*)?)+",
)
_SIGNS = re.compile(
    r"^(?:[\W_\d]+|(?:[IVX]{1,4}|[A-H])[.)]\s+|(?:section|part|step|teil) [\dIVX]+[.:)]?\s*)+|[^\w)]+$",
    re.IGNORECASE,
)
# What leads to a list of demands.
_LEADS = Quick(
    r"\b(?:you|candidates?|applicants?|applications?|resumes?|cvs?|person|post ?holder|someone)\b.*\b(?:meets?|"
    r"have|has|hold|satisf(?:y|ies)|demonstrates?|possess(?:es)?|shows?|bring|prove|evidence|assessed|evaluated|rated|"
    r"scored|measured) (?:on |against |by |in |all |all of |each of |most of )*the following\b(?!.*\b(?:duties|tasks|"
    r"documents?|steps|questions?|benefits?|address|information|forms?)\b)"
)
_NOT_A_MUST = re.compile(
    r"(?:desir(?:ed|able)|preferred|nice(?: to have)?|wanted|helpful|useful|welcome|optional)\W{1,3}(?:though |and |"
    r"but )?not "
    r"(?:required|needed|necessary|mandatory|essential)$"
)
_IF_ANY = re.compile(
    r"if you (?:also )?(?:possess|have|hold|meet|bring) (?:any|some|one)(?: or more)? of the following"
)
# So long is a heading, and a sentence that leads to a list.
_LONGEST, LONGEST_LEAD = 90, 200
# A heading of more words has something besides in its brackets.
_LONG = 8
_OPENING = re.compile(r"(?:(?:this|here|that) is|(?:here|that)'s) (?=wh)")
_OPENS = re.compile(r"and |so,? |but |now,? |ok,? |the |our |some ")
# Without brackets that keep what they find each is looked up by its words.
_TRIED = Beginnings((part, re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)) for part, pattern in BEGINNINGS)


# As many as one posting has lines.
@lru_cache(maxsize=256)
def part_of(words: str) -> str | None:
    """The part that a heading with these words opens, or ``None`` where they are no heading that is known."""
    plain = _SIGNS.sub("", words).lower().replace("’", "'").strip()
    plain = _OPENING.sub("", plain) if "is wh" in plain or "s wh" in plain else plain
    if not plain or len(plain) > (LONGEST_LEAD if "the following" in plain else _LONGEST):
        return None
    if plain.endswith(")") and (aside := plain.rfind(" (")) > 0 and LEGEND.fullmatch(plain[aside + 2 : -1]):
        # "Person specification (E = essential, D = desirable)"
        return part_of(plain[:aside])
    if "the following" in plain and (part := _of_lead(plain)):
        return part
    split = plain.replace(",", " ").replace("/", " ").split()
    if len(split) > _LONG and plain.endswith(")") and (aside := plain.find(" (")) > 0:
        # "Examples of work (a position may have some or all of these)"
        return part_of(plain[:aside])
    if len(split) > 12:
        return None
    if re.match(r"(skills?|keywords|tags)$|key ?skills|job highlights|skill set$", plain):
        return KEY_SKILLS if plain not in ("skills", "skill set") else REQUIRED_PART
    opening = _OPENS.match(plain)
    part = _TRIED.first(plain, plain[opening.end() :] if opening else "")
    if part is not None:
        return _checked(part, plain, split)
    tokens = [word.strip("()&.;:") for word in split]
    if any(word in _DEMANDS for word in tokens) and all(
        not word or word in _DEMANDS or word in _OF_DEMANDS for word in tokens
    ):
        return REQUIRED_PART
    return None


def _of_lead(plain: str) -> str | None:
    """The part over which a sentence stands that leads to a list: "show how you meet the following (essential)"."""
    if _IF_ANY.match(plain):
        return PREFERRED_PART
    if plain.endswith(")") and (aside := plain.rfind(" (")) > 0:
        part = part_of(plain[aside + 2 : -1])
        if part in (REQUIRED_PART, PREFERRED_PART):
            return part
    return REQUIRED_PART if _LEADS.search(plain) else None


def _checked(part: str, plain: str, split: list[str]) -> str | None:
    """The part, unless the words only begin like a heading and then say something themselves."""
    if (
        part in (PREFERRED_PART, REQUIRED_PART)
        and not _NOT_A_MUST.match(plain)
        and re.search(r"\b(not (required|needed)|degree|years?|bachelor|certified)\b", plain)
        and "but" not in split
    ):
        return None
    longest = {
        PREFERRED_PART: 8,
        BENEFITS: 7,
        COMPANY: 6,
        PROCESS: 7,
        PHYSICAL: 5,
        EEO: 7,
        REQUIRED_PART: 11,
        NEUTRAL: 7,
    }.get(part, 12)
    return part if len(split) <= longest else None
