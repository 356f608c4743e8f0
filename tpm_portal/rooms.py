"""The rooms of the house: what stands in the bars, in which order, and the tabs within each. Pure.

A room that has no page yet is declared all the same, and appears with its page.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    """A list or tool of a room: its page, those whose ``tab`` is the ``key``, and those at the addresses ``within``."""

    name: str
    at: str
    key: str = ""
    own: bool = False
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Room:
    """``key``: the ``section`` of its pages; ``at``: the name of its address; ``icon``: strokes on 24 by 24.

    ``short`` is its name where there is room for one short word, ``own`` says that it is a learner's alone, ``reading``
    that it is for looking things up and is set apart from where things are done.
    """

    key: str
    name: str
    at: str
    icon: str
    short: str = ""
    own: bool = False
    reading: bool = False
    tabs: tuple[Tab, ...] = ()


@dataclass(frozen=True)
class Place:
    """What is at the thumb beside rooms: a tab of a room, or an act, which is where somebody is on its own page."""

    name: str
    at: str
    icon: str
    rest: str = ""
    section: str = ""
    tab: str = ""


ROOMS = (
    Room("today", "Today", "home", "M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16M12 8v4l3 2", own=True),
    Room(
        "roadmap",
        "Roadmap",
        "roadmap:roadmap",
        "M2 12h3M10 12h4M19 12h3M7.5 9.5a2 2 0 1 0 0 5 2 2 0 1 0 0-5M16.5 9.5a2 2 0 1 0 0 5 2 2 0 1 0 0-5",
    ),
    Room(
        "evidence",
        "Evidence",
        "evidence:pieces",
        "M6 3h8l4 4v14H6zM9 14l2 2 4-4",
        tabs=(
            Tab("What I did", "evidence:pieces", "pieces"),
            Tab("Projects", "evidence:projects", "projects"),
            Tab("Jobs", "evidence:positions", "positions"),
            Tab("Skills", "evidence:my_skills", "skills"),
            Tab("Background", "evidence:background", "background"),
            Tab("Am I eligible?", "evidence:ledger", "ledger"),
            Tab("Deleted", "keeping:bin", "bin", own=True),
        ),
    ),
    Room(
        "resume",
        "Resume",
        "resumes:resumes",
        "M6 3h12v18H6zM9 8h6M9 12h6M9 16h4",
        tabs=(
            Tab("Resumes", "resumes:resumes", "resumes"),
            Tab("Bullets", "resumes:bullets", "bullets"),
            Tab("Contact", "resumes:contact", "contact"),
            Tab("Other lines", "resumes:mentions", "mentions"),
            Tab("Sent", "resumes:sent", "sent"),
            Tab("Bring one in", "resumes:bring", "bring"),
        ),
    ),
    Room(
        "interviews",
        "Interviews",
        "interviews:bank",
        "M9 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M3 20c0-4 3-6 6-6s6 2 6 6M15.5 5a3 3 0 0 1 0 6M17.5 14.5q3.5 1 3.5 5.5",
        tabs=(
            Tab("Question bank", "interviews:bank", "bank"),
            Tab("Practice", "interviews:practice", "practice"),
            Tab("My questions", "interviews:asked_list", "mine"),
            Tab("Interview dates", "interviews:interviews", "dates"),
            Tab("Mock interview", "interviews:mocks", "mock"),
            Tab("Stories", "interviews:stories", "stories"),
        ),
    ),
    Room(
        "applications",
        "Applications",
        "applications:applications",
        "M4 8h16v11H4zM9 8V5h6v3",
        "Jobs",
        tabs=(
            Tab("Applications", "applications:applications", "applications"),
            Tab("Save a job", "applications:paste", "paste"),
            Tab("People", "applications:people", "people"),
            Tab("Tasks", "applications:tasks", "tasks"),
            Tab("What they ask", "applications:demand", "demand"),
            Tab("Where it leaks", "applications:leaks", "leaks"),
            Tab("In and out", "applications:lists", "lists"),
        ),
    ),
    Room("plan", "Plan", "plan:plan", "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5", own=True),
    Room(
        "credentials",
        "Credentials",
        "evidence:credentials",
        "M12 3a6 6 0 1 0 0 12 6 6 0 1 0 0-12M8.5 14 7 21l5-3 5 3-1.5-7",
        reading=True,
    ),
    Room("skills", "Skills", "evidence:skills", "M5 20v-6M12 20V4M19 20v-9", reading=True),
    Room(
        "salaries",
        "Salaries",
        "salaries:salaries",
        "M12 3v18M16.5 8c-.5-1.5-2.2-2-4.5-2s-4.5.8-4.5 3c0 4 9.5 2 9.5 6 0 2.2-2.5 3-5 3s-4.5-.8-5-2.5",
        reading=True,
        tabs=(
            Tab("Figures", "salaries:salaries", within=("salaries:distribution",)),
            Tab("My number", "salaries:number"),
            Tab("Compare", "salaries:compare"),
            Tab("Why they differ", "salaries:why"),
            Tab("Data", "salaries:data"),
        ),
    ),
    Room(
        "guide",
        "Guide",
        "guide:guide",
        "M12 6C10 4.5 7 4 4 4v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
        reading=True,
        tabs=(
            Tab("Overview", "guide:guide"),
            Tab("What a TPM is", "guide:what_is_a_tpm"),
            Tab("Technical or general", "guide:comparison"),
            Tab("Roles", "guide:roles", within=("guide:role",)),
            Tab("Job market", "guide:job_market"),
        ),
    ),
)
# In no bar: it is reached by the learner's name.
ACCOUNT = Room(
    "account",
    "Account",
    "account_preferences",
    "M12 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8M4 21c0-4.5 3.5-6.5 8-6.5s8 2 8 6.5",
    own=True,
    tabs=(
        Tab("Preferences", "account_preferences", "preferences"),
        Tab("Signing in", "account_signing_in", "signing_in"),
        Tab("Your data", "your_data", "data"),
        Tab("Calendar", "account_calendar", "calendar"),
        Tab("Mail", "account_mail", "mail"),
    ),
)
# The bar of visitors: what there is to read, in the order in which it is asked for, and where they begin to record.
VISITORS = ("roadmap", "credentials", "skills", "interviews", "salaries", "guide", "evidence", "resume", "applications")
# On a phone: where somebody is most days, by the key of a room. The rest is one press away.
THUMB: tuple[str | Place, ...] = (
    "today",
    "roadmap",
    Place("Add", "evidence:add_piece", "M12 5v14M5 12h14", rest="something I did"),
    Place("Practice", "interviews:practice", "M4 5h16v11H9l-5 4z", section="interviews", tab="practice"),
    "applications",
)


def room(key: str) -> Room | None:
    return next((one for one in (*ROOMS, ACCOUNT) if one.key == key), None)
