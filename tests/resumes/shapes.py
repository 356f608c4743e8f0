"""JSON Resume documents as they are met, by what is peculiar about them. All people and places are invented."""

from typing import Any

SHAPES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "only a name": {"basics": {"name": "Mira Okafor"}},
    "no basics": {"work": [{"name": "Harbor Systems", "position": "Lead", "startDate": "2021-03"}]},
    "years only": {
        "basics": {"name": "Tom Field"},
        "work": [{"name": "Northwind", "position": "Clerk", "startDate": "2009", "endDate": "2014"}],
        "education": [{"institution": "Ohio State", "area": "Computing", "studyType": "BSc", "endDate": "2008"}],
    },
    "several profiles and all of the basics": {
        "$schema": "https://example.org/schema.json",
        "basics": {
            "name": "Ana Prado", "label": "Program Manager", "image": "https://example.org/a.png",
            "email": "ana@example.org", "phone": "(912) 555-4321", "url": "https://ana.example.org",
            "summary": "Ships.\n\nCalmly.",
            "location": {"address": "1 Main St\nUnit 4", "postalCode": "94115", "city": "Austin", "countryCode": "US",
                         "region": "Texas"},
            "profiles": [
                {"network": "LinkedIn", "username": "ana", "url": "https://www.linkedin.com/in/ana"},
                {"network": "GitHub", "username": "ana-p"}, {"network": "Mastodon", "url": "social.example.org/@ana"},
            ],
        },
    },
    "unknown keys at every level": {
        "basics": {
            "name": "X", "pronouns": "they/them", "location": {"city": "Oslo", "timezone": "CET"},
            "profiles": [{"network": "N", "username": "u", "verified": True}],
        },
        "work": [{"name": "H", "position": "P", "team": {"size": 12, "names": ["a", None]}, "contractType": "full"}],
        "skills": [{"name": "SQL", "yearsOfExperience": 7}], "education": [{"institution": "U", "thesis": "On X"}],
        "hobbies": ["chess"], "nested": {"deep": [{"er": 1.5}]}, "count": 0, "flag": False,
    },
    "right to left": {
        "basics": {"name": "ليلى الحسيني", "label": "مديرة مشاريع", "summary": "أقود المشاريع التقنية."},
        "work": [{"name": "شركة النخيل", "position": "مديرة", "startDate": "2020-01",
                  "highlights": ["خفضت الزمن 30%"]}],
    },
    "work without an employer": {"work": [{"position": "Freelancer", "startDate": "2019-05", "endDate": "2020-02-28"}]},
    "a position without dates": {"work": [{"name": "Harbor", "position": "Guide", "summary": "Summers."}]},
    "what work was called before": {
        "work": [
            {"company": "Old Co", "position": "Dev", "website": "http://old.example.org", "startDate": "2010-06-01"},
            {"company": "Was", "name": "Is", "position": "Dev"},
        ],
    },
    "awards, publications, references and interests": {
        "awards": [{"title": "Best", "date": "2014-11-01", "awarder": "ACM", "summary": "For it."}],
        "publications": [{"name": "Plans", "publisher": "Press", "releaseDate": "2014-10", "url": "http://p.example.org",
                          "summary": "About plans."}],
        "references": [{"name": "Ada", "reference": "She ran it well."}],
        "interests": [{"name": "Wildlife", "keywords": ["Ferrets", "Unicorns"]}, {"name": "Chess"}],
    },
    "languages": {"languages": [{"language": "English", "fluency": "Native speaker"}, {"language": "Français"}]},
    "projects with everything": {
        "projects": [{
            "name": "Page", "description": "Says what is open.", "highlights": ["Five weeks", "Two people"],
            "keywords": ["Django"], "startDate": "2023-11", "endDate": "2024-02", "url": "https://page.example.org",
            "roles": ["Lead", "Writer"], "entity": "Food Bank", "type": "application",
        }],
    },
    "certificates of each sort of date": {
        "certificates": [
            {"name": "ITIL", "date": "2024-05-03", "issuer": "PeopleCert", "url": "https://c.example.org/1"},
            {"name": "PMI-ACP", "date": "2024-06", "issuer": "PMI"}, {"name": "CSM", "date": "2019"}, {"name": "PSM"},
        ],
    },
    "dates that are none": {
        "work": [{"name": "H", "position": "P", "startDate": "March 2020", "endDate": "Present"}],
        "education": [{"institution": "U", "area": "A", "startDate": "", "endDate": "2020-1"}],
    },
    "addresses that are none": {
        "basics": {"name": "Y", "email": "not an address", "url": "y.example.org", "profiles": [{"url": "@y"}]},
        "work": [{"name": "H", "position": "P", "url": "пример.example.org/é"}],
    },
    "null and empty everywhere": {
        "basics": {"name": "Z", "email": None, "location": None, "profiles": [None], "summary": ""},
        "work": [None, {"name": "H", "position": "P", "endDate": None, "highlights": [], "url": ""}], "volunteer": None,
        "skills": [], "interests": None, "meta": None,
    },
    "numbers where texts belong": {
        "basics": {"name": "N", "phone": 5550100, "location": {"postalCode": 43215}},
        "work": [{"name": "H", "position": "P", "startDate": 2014}], "education": [{"institution": "U", "score": 3.7}],
    },
    "names alone in lists": {"skills": ["SQL", "Python"], "languages": ["English"], "interests": ["Chess", None]},
    "two jobs at one employer, and volunteering": {
        "work": [
            {"name": "H", "position": "Lead", "startDate": "2022-03", "location": "Columbus, Ohio",
             "description": "Tools", "highlights": ["Cut 38%", "Ran reviews"]},
            {"name": "H", "position": "Engineer", "startDate": "2019", "endDate": "2022-03"},
        ],
        "volunteer": [{"organization": "Museum", "position": "Guide", "url": "https://m.example.org",
                       "startDate": "2012-01", "endDate": "2013-01", "summary": "Tours.",
                       "highlights": ["Five a day"]}],
    },
    "education with courses": {
        "education": [{"institution": "U", "url": "https://u.example.org", "area": "IT", "studyType": "Bachelor",
                       "startDate": "2011-06-01", "endDate": "2014-01-01", "score": "4.0",
                       "courses": ["DB1101 - SQL"]}],
    },
    "a meta of its own": {
        "basics": {"name": "M"},
        "meta": {"canonical": "https://example.org/r.json", "version": "v1.0.0", "lastModified": "2024-05-01T10:00:00",
                 "theme": "even", "other": {"a": [1]}},
    },
    "a meta that the schema refuses": {"meta": {"canonical": "not an address", "version": 2, "theme": None}},
    "a schema that is none": {"$schema": 7, "basics": {"name": "S"}},
    "what looks like code": {
        "basics": {"name": '#import "x"', "summary": "$a$ *b* <a href='x'>`c`</a> \\u{41} // d"},
        "skills": [{"name": "C#", "level": "<script>", "keywords": ["@include", "{{ x }}"]}],
    },
}  # fmt: skip

# Wrong shapes, with the place that is named.
WRONG: dict[str, tuple[Any, str]] = {
    "a list": ([], "The document: an object belongs here, and there is a list."),
    "null": (None, "The document: an object belongs here, and there is nothing."),
    "basics as a text": ({"basics": "Mira"}, "basics: an object belongs here, and there is a text."),
    "work as an object": ({"work": {"name": "H"}}, "work: a list belongs here, and there is an object."),
    "a job as a text": ({"work": ["H"]}, "work[0]: an object belongs here, and there is a text."),
    "highlights as a text": (
        {"work": [{}, {"highlights": "Cut"}]}, "work[1].highlights: a list belongs here, and there is a text.",
    ),
    "a name as a list": ({"basics": {"name": ["M"]}}, "basics.name: a text belongs here, and there is a list."),
    "true as a text": (
        {"skills": [{"keywords": ["a", True]}]}, "skills[0].keywords[1]: a text belongs here, and there is true.",
    ),
    "profiles as an object": (
        {"basics": {"profiles": {}}}, "basics.profiles: a list belongs here, and there is an object.",
    ),
    "meta as a number": ({"meta": 1}, "meta: an object belongs here, and there is a number."),
    "our own part broken": (
        {"meta": {"tpmPortal": {"sections": [3]}}},
        "meta.tpmPortal.sections[0]: an object belongs here, and there is a number.",
    ),
}  # fmt: skip
