"""Archives and tables of other programs, small, for tests."""

import csv
from io import StringIO

from tests.factories.resume_files import make_zip

HEADERS = {
    "Positions": "Company Name,Title,Description,Location,Started On,Finished On",
    "Education": "School Name,Start Date,End Date,Notes,Degree Name,Activities",
    "Certifications": "Name,Url,Authority,Started On,Finished On,License Number",
    "Volunteering": "Company Name,Role,Cause,Started On,Finished On,Description",
    "Projects": "Title,Description,Url,Started On,Finished On",
    "Skills": "Name",
}


def table(name, *rows):
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return f"{HEADERS[name]}\r\n{text.getvalue()}"


def archive(**rows):
    return make_zip({f"{name}.csv": table(name, *of) for name, of in rows.items()})


JOBS = [
    ("Northwind", "Project Manager", "Led it.\n- Cut costs", "Austin, TX", "Mar 2021", ""),
    ("Harbor", "Coordinator", "", "", "2018", "Feb 2021"),
]
WHOLE = {
    "Positions": JOBS,
    "Education": [("UT", "2010", "2014", "", "BSc Physics", "")],
    "Certifications": [
        ("Project Management Professional (PMP)®", "https://x.example/1", "PMI", "Jan 2022", "Jan 2025", "123"),
        ("AWS Cloud Practitioner", "", "AWS", "Nov 2024", "", ""),
    ],
    "Volunteering": [("Code Club", "Tutor", "Education", "2019", "", "")],
    "Projects": [("Bikes", "Counted.", "https://b.example", "Jan 2020", "Jun 2020")],
    "Skills": [("Jira",), ("Basket weaving",)],
}
TRACKER = (
    "Date;Activity;Duration (min);Notes;Provider\n"
    "03.11.2025;PMP prep;45;One;Coursera\n"
    "05.11.2025;PMP prep;90;;Coursera\n"
    "17.11.2025;Scrum workshop;480;All day;Acme\n"
    "99.11.2025;Bad day;30;;\n"
)
DECK = (
    "#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:5\n"
    "Basic\tTPM\tWhat is <b>Scrum</b>?\tA framework<br>light\ttag\n"
    "Basic\tTPM\tHow do you handle a late vendor?\t<ul><li>call</li><li>plan</li></ul><img src=a.png>\t\n"
)
