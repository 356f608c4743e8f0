"""The words over the sections of a resume. Pure."""

import re
from dataclasses import dataclass

from resumes.writing.content import Kind

# As people write them, without capitals; "and" also stands for "&".
WORDS: dict[Kind | None, str] = {
    Kind.SUMMARY: """
        summary, professional summary, executive summary, career summary, summary of qualifications, profile,
        professional profile, career profile, personal profile, personal statement, about, about me, objective,
        career objective, professional objective, overview, qualifications summary, introduction
    """,
    Kind.EXPERIENCE: """
        experience, work experience, professional experience, employment, employment history, employment
        experience, work history, career history, career, professional background, relevant experience,
        additional experience, other experience, earlier experience, previous experience, related experience,
        project management experience, management experience, leadership experience, industry experience,
        experience and achievements, professional history, positions, positions held, internships, military
        experience, military service, teaching experience, technical experience, relevant work experience,
        career experience
    """,
    Kind.PROJECTS: """
        projects, personal projects, selected projects, key projects, relevant projects, side projects, project
        experience, academic projects, notable projects, project highlights, open source
    """,
    Kind.EDUCATION: """
        education, academic background, academic history, educational background, education and training,
        academic qualifications, studies, academic education, schooling, education and qualifications, training,
        courses, professional development, continuing education, training and courses, coursework
    """,
    Kind.CREDENTIALS: """
        certifications, certification, certificates, licenses, licenses and certifications, credentials,
        professional certifications, certifications and licenses, certifications and training, qualifications,
        professional qualifications, training and certifications, certificates and training, licenses and
        certificates, professional credentials, certifications and courses, courses and certifications, licences
        and certifications
    """,
    Kind.SKILLS: """
        skills, technical skills, key skills, core skills, core competencies, competencies, areas of expertise,
        expertise, skills and tools, tools, technologies, tools and technologies, skills and expertise,
        technical proficiencies, soft skills, professional skills, top skills, skill set, skills summary,
        strengths, technical expertise, technologies and tools, hard skills, methods and tools, additional
        skills, it skills, core strengths, computer skills, key competencies, skills and competencies,
        specialties
    """,
    Kind.VOLUNTEERING: """
        volunteering, volunteer experience, volunteer work, volunteer, community service, community involvement,
        voluntary work, volunteering experience, community, volunteer and leadership, leadership and
        volunteering, causes, volunteer activities
    """,
    Kind.LANGUAGES: """
        languages, language skills, language, spoken languages
    """,
    Kind.AWARDS: """
        awards, honors, honors and awards, awards and honors, honours, awards and recognition, achievements,
        accomplishments, recognition, honors-awards, scholarships, awards and achievements, honours and awards
    """,
    Kind.PUBLICATIONS: """
        publications, articles, selected publications, papers, publications and talks, talks, presentations
    """,
    Kind.INTERESTS: """
        interests, hobbies, hobbies and interests, personal interests, interests and hobbies
    """,
    Kind.REFERENCES: """
        references, recommendations, testimonials, referees
    """,
    # Sections that are none here: what stands in them is left over.
    None: """
        memberships, professional memberships, affiliations, professional affiliations, patents, activities,
        extracurricular activities, additional information, other, miscellaneous, security clearance, clearance,
        personal details, personal information, personal data, declaration, availability, appendix, work
        authorization, professional memberships and affiliations, associations, other information
    """,
}
CONTACT = {"contact", "contact information", "contact details", "contact info", "contacts"}
TITLES = {"resume", "curriculum vitae", "cv", "résumé"}
KINDS = {" ".join(word.split()): kind for kind, words in WORDS.items() for word in words.split(",")}
# What such a section says may stand behind its heading, in the same line.
WITH_REST = {
    Kind.SUMMARY,
    Kind.SKILLS,
    Kind.LANGUAGES,
    Kind.INTERESTS,
    Kind.CREDENTIALS,
    Kind.EDUCATION,
    Kind.REFERENCES,
}
LONGEST = 60


@dataclass(frozen=True)
class Heading:
    """``kind`` is nothing of a section that is none here; ``rest`` is what stands behind the heading in its line."""

    kind: Kind | None
    text: str
    rest: str = ""
    is_contact: bool = False


def heading_in(line: str) -> Heading | None:
    """The heading that a line is or begins with."""
    text = _bare(line)
    if not text or len(text) > LONGEST:
        return _with_rest(line)
    folded = _folded(text)
    if folded in CONTACT:
        return Heading(None, text, is_contact=True)
    if folded in KINDS:
        return Heading(KINDS[folded], text)
    if re.fullmatch(r"(?:[^\W\d_]+ ){1,2}experience", folded) and not text.islower():
        # Research experience, clinical experience: of whatever sort, that is work.
        return Heading(Kind.EXPERIENCE, text)
    return _with_rest(line)


def is_title(line: str) -> bool:
    """Whether a line says only that this is a resume."""
    return _folded(_bare(line)) in TITLES


def _with_rest(line: str) -> Heading | None:
    before, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(before) > LONGEST:
        return None
    kind = KINDS.get(_folded(_bare(before)))
    return Heading(kind, _bare(before), rest.strip()) if kind in WITH_REST else None


def _bare(line: str) -> str:
    """Without what is drawn around a heading, and with letters set apart (S K I L L S) put together."""
    text = re.sub(r"^[\W_]+|\W+(?:continued|cont'?d)\W*$|[\W_]+$", "", line, flags=re.IGNORECASE)
    if re.fullmatch(r"(?:[^\W\d_&](?: |  +|$)|& {1,3}){4,}", text):
        words = re.split(r" {2,}", text)
        text = " ".join(word.replace(" ", "") for word in words)
    return text


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("&", " and ").replace("/", " and ").replace("\u2019", "'").split())
