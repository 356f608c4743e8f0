"""Invented people and their resumes, drawn by a seed: the same number is always the same person."""

import random

from resumes.writing.content import (
    HEADINGS,
    Bullet,
    Contact,
    Content,
    Entry,
    Kind,
    Look,
    Paper,
    Place,
    Profile,
    Section,
)

NAMES = (
    ("Mira Okafor", "en"),
    ("Zoë Müller-Håkansson", "en"),
    ("Łukasz Błaszczykowski", "pl"),
    ("Nguyễn Thị Ánh Tuyết", "vi"),
    ("Ελένη Παπαδοπούλου", "el"),
    ("Анастасия Щербакова", "ru"),
    ("ليلى الحسيني", "ar"),
    ("अनुष्का त्रिवेदी", "hi"),
    ("Seán Ó Flaithbheartaigh", "ga"),
    ("Fiona Griffith-Fflewelyn", "en"),
)
TOWNS = (
    ("Columbus", "Ohio", "43215", "US"),
    ("Zürich", "", "8004", "CH"),
    ("Llanfairpwllgwyngyll", "Anglesey", "LL61 5UJ", "GB"),
    ("São José dos Campos", "São Paulo", "12228-900", "BR"),
    ("Αθήνα", "", "105 57", "GR"),
)
EMPLOYERS = (
    "Harbor Systems", "Northwind Rail", "Café Ångström AB", "Official Fluff & Filing Co.", "O'Neill-Dávila Offshore",
    "Κυκλάδες Ναυτιλιακή", "ООО «Ласточка»", "شركة النخيل للتقنية", "सूर्योदय टेक्नोलॉजीज़",
)  # fmt: skip
TITLES = (
    "Technical Project Manager", "Senior Technical Project Manager", "Support Engineer and Project Lead",
    "Staff Program Manager, Offline-First", "Delivery Lead (C#/.NET)",
)  # fmt: skip
BULLETS = (
    "Cut billing errors 38% by moving 1.2 million accounts in six weekend cutovers, with a rehearsed way back for each",
    "Ran weekly risk reviews across four teams and closed 41 of 46 open risks before go-live",
    "Brought a public status page live in five weeks with two volunteers and a budget of $900",
    "Defined the first office-wide workflow for firmware fixes; sign-off fell from 19 days to 6",
    "Led an end-to-end, cross-functional re-platforming (PMI-ACP practices) of a 24-hour call-center system",
    "Negotiated a three-year vendor contract worth €2.4 million - 17% below the first offer",
    "Wrote the disaster-recovery runbook; two full drills finished in 3 h 10 min and 2 h 05 min",
    "Kept scope, cost and dates in one log that 30 people read, so that nobody asked twice",
    "Trained 14 first-time leads in backlog refinement, flow metrics and efficient stand-ups",
    "Сократила время согласования договоров с 19 до 6 дней",
)
# What stands in the resumes of people who write in another script, among the rest.
OWN_TITLES = {"ar": ("مديرة مشاريع تقنية",), "hi": ("तकनीकी परियोजना प्रबंधक",)}
OWN_BULLETS = {
    "ar": (
        "خفضت زمن تسليم المشاريع بنسبة 30% عبر مراجعات أسبوعية مع أربعة فرق",
        "قدت فريقا من 12 شخصا لنقل نظام الفوترة دون توقف",
    ),
    "hi": (
        "चार टीमों के साथ साप्ताहिक जोखिम समीक्षा की और लागत 12% घटाई",
        "छह महीनों में बिलिंग प्रणाली को बिना रुकावट बदला",
    ),
}
SUMMARY = (
    "Project lead from software support who moves live systems without losing a customer. Ten cutovers, no rollback "
    "that a customer saw; calm with fixed dates, shifting scope and people who have never met."
)


def generated(number: int) -> tuple[Content, Look, Paper]:
    """The resume of a number, with its look and paper, which take turns; every twelfth is long."""
    draw = random.Random(number)  # noqa: S311
    name, language = NAMES[number % len(NAMES)]
    jobs = {7: 20, 12: 9}.get(number % 20, 1 + number % 3)
    city, region, postal_code, country = draw.choice(TOWNS)
    contact = Contact(
        name=name,
        email=f"person.{number}@mail.example.org",
        phone=draw.choice(("+1 (202) 555-0100", "202-555-0137", "+41 44 555 01 00")),
        url=draw.choice(("", "https://portfolio.example.org/people/of-the-house/year-2026/first-office")),
        place=Place(
            address=draw.choice(("", "1200 North Fifth-Street Boulevard, Building 4, Apartment 1207-B")),
            city=city, region=region, postal_code=postal_code, country_code=country,
        ),
        profiles=(Profile("LinkedIn", f"person-{number}", f"https://www.linkedin.com/in/person-{number}"),),
    )  # fmt: skip
    sections = (
        Section(Kind.SUMMARY, HEADINGS[Kind.SUMMARY], text=SUMMARY),
        Section(Kind.EXPERIENCE, HEADINGS[Kind.EXPERIENCE], entries=tuple(_jobs(draw, number, jobs, language))),
        _section(
            Kind.PROJECTS,
            Entry(Kind.PROJECTS, "Status page for a food bank", starts="2023-11", ends="2024-02", roles=("Lead",),
                  url="https://status.example.org", text="A page that says what is open.", words=("Django", "Kanban")),
        ),
        _section(
            Kind.EDUCATION,
            Entry(Kind.EDUCATION, "Computing", "Ohio State University", starts="2013", ends="2017", level="BSc",
                  score="3.7/4.0", words=("Operating Systems", "Technical Writing")),
        ),
        _section(
            Kind.CREDENTIALS,
            Entry(Kind.CREDENTIALS, "PMI-ACP", "Project Management Institute", ends="2024-05-03"),
            Entry(Kind.CREDENTIALS, "ITIL 4 Foundation", "PeopleCert", ends="2022"),
        ),
        _section(
            Kind.SKILLS,
            Entry(Kind.SKILLS, "Delivery", level="advanced", words=("Scrum", "Kanban", "flow metrics")),
            Entry(Kind.SKILLS, "Technical", words=("SQL", "Python", "CI/CD", "C#", "profiling")),
        ),
        _section(
            Kind.LANGUAGES,
            Entry(Kind.LANGUAGES, "English", level="native"),
            Entry(Kind.LANGUAGES, "Español", level="B2"),
        ),
    )  # fmt: skip
    looks = tuple((look, paper) for look in Look for paper in Paper)
    return Content(contact, "Technical Project Manager", sections, language), *looks[number % len(looks)]


def _section(kind: Kind, *entries: Entry) -> Section:
    return Section(kind, HEADINGS[kind], entries=entries)


def _jobs(draw: random.Random, number: int, jobs: int, language: str):
    titles, lines = TITLES + OWN_TITLES.get(language, ()), BULLETS + OWN_BULLETS.get(language, ()) * 3
    year, month = 2026, draw.randint(1, 12)
    employer = draw.choice(EMPLOYERS)
    for job in range(jobs):
        # The second job of each resume is at the employer of the first: a promotion.
        employer = employer if job == 1 else draw.choice(EMPLOYERS)
        months = draw.randint(5, 30)
        ends = "" if job == 0 else f"{year}-{month:02}"
        year, month = year - (months + 12 - month) // 12, (month - months - 1) % 12 + 1
        starts = str(year) if job % 5 == 4 else f"{year}-{month:02}"
        yield Entry(
            Kind.EXPERIENCE,
            draw.choice(titles),
            employer,
            "" if job % 3 else "Columbus, Ohio",
            starts,
            ends[:4] if job % 5 == 4 else ends,
            text="Internal tools for 900 people in five offices." if job % 4 == 2 else "",
            bullets=tuple(
                Bullet(text, f"{number}-{job}-{line}")
                for line, text in enumerate(draw.sample(lines, draw.randint(2, 6)))
            ),
            key=f"{number}-{job}",
        )
