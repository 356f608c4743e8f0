"""What a resume says, as plain values, before it is laid out or written as a file. Pure.

The fields are those of JSON Resume (https://jsonresume.org/schema, 1.0.0) under the names this site uses, so that a
document of that kind comes in and goes out again without losing anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The sections of a resume, in the order in which they usually come; an entry has the kind of its section."""

    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    EDUCATION = "education"
    CREDENTIALS = "credentials"
    SKILLS = "skills"
    VOLUNTEERING = "volunteering"
    LANGUAGES = "languages"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    INTERESTS = "interests"
    REFERENCES = "references"


HEADINGS = {
    Kind.SUMMARY: "Summary",
    Kind.EXPERIENCE: "Experience",
    Kind.PROJECTS: "Projects",
    Kind.EDUCATION: "Education",
    Kind.CREDENTIALS: "Certifications",
    Kind.SKILLS: "Skills",
    Kind.VOLUNTEERING: "Volunteering",
    Kind.LANGUAGES: "Languages",
    Kind.AWARDS: "Awards",
    Kind.PUBLICATIONS: "Publications",
    Kind.INTERESTS: "Interests",
    Kind.REFERENCES: "References",
}


class Paper(StrEnum):
    LETTER = "letter"
    A4 = "a4"


class Look(StrEnum):
    """The layouts. All of them are one column, with the dates in the text, so that machines read them in order."""

    CLASSIC = "classic"
    MODERN = "modern"
    COMPACT = "compact"


@dataclass(frozen=True)
class Place:
    """Where somebody lives, as far as they say."""

    address: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    # By ISO 3166-1, two letters.
    country_code: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """Somebody's page elsewhere."""

    network: str = ""
    username: str = ""
    url: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Contact:
    """Whom the resume is about and how to reach them. No photo, birth date or marital status is asked for."""

    name: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    place: Place = field(default_factory=Place)
    profiles: tuple[Profile, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Bullet:
    """One line under an entry. ``key`` names the row it comes from, if it comes from one."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Entry:
    """One position, project, degree, credential, skill, language or other thing of a section.

    Dates are as much of ISO 8601 as is known: ``2021``, ``2021-03`` or ``2021-03-15``. One with a start and no end
    still goes on; one that happened on a day has only an end.
    """

    kind: Kind
    # The title of a job or project, the name of a degree, credential, skill, language, award, publication or interest.
    title: str = ""
    # The employer, client, school, issuer, awarder or publisher; of a reference whoever gave it is the title.
    organization: str = ""
    place: str = ""
    starts: str = ""
    ends: str = ""
    # What it was, in a sentence or a paragraph; of a reference its words.
    text: str = ""
    url: str = ""
    # The level of a skill, the fluency in a language, the sort of a degree.
    level: str = ""
    # The grade.
    score: str = ""
    # Keywords of a skill, interest or project, courses of a degree.
    words: tuple[str, ...] = ()
    # Somebody's roles in a project.
    roles: tuple[str, ...] = ()
    # What sort of thing a project is.
    sort: str = ""
    bullets: tuple[Bullet, ...] = ()
    key: str = ""
    # What a document of elsewhere said of it beyond all this.
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """Entries under a heading; a summary has a text instead."""

    kind: Kind
    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Content:
    """One resume: what it says in the order in which it says it. Sections with nothing in them are not there."""

    contact: Contact = field(default_factory=Contact)
    # What somebody is or wants to be, in a line under their name.
    headline: str = ""
    sections: tuple[Section, ...] = ()
    # By BCP 47.
    language: str = "en"
    # What a document of elsewhere said beyond all this.
    extra: Mapping[str, Any] = field(default_factory=dict)
