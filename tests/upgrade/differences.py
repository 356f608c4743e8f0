"""What reads differently today from what it read at d7bf2e8, one by one, with the reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """On the pages whose name begins as ``pages`` says, each run of lines that matches ``was`` reads ``now``.

    All three are regular expressions, ``now`` the replacement of one. One that changes nothing fails the test.
    """

    pages: str
    was: str
    now: str | Callable[[re.Match[str]], str]
    why: str

    def applied(self, name: str, text: str) -> str:
        if not re.match(self.pages, name):
            return text
        return re.sub(rf"^{self.was}$", self.now, text, flags=re.MULTILINE)


FORMS = "The forms of all plain tables are one, and say where they are in the same words."
STAYED_BEHIND = (
    "On 5 Oct 2026 the kind of this project became “Voluntary work”, and “Professional setting: no” stayed behind from "
    "the kind before, so its months do not count. For this kind it is usually yes. That was a mistake of ours, not "
    "yours. Make it yes Keep no"
)
MOVED_DAY = (
    "On 5 Oct 2026, when this was saved, its day went from 5 May 2024 to 5 Oct 2026. That was a mistake of ours, not "
    "yours. Put 5 May 2024 back Keep 5 Oct 2026"
)
OFFERED_BACK = "What a fault of ours moved is offered back (evidence 0007)."
OWN_DAY = "The form of a piece shows its own day; it showed today."
SETTING = "A setting that is the usual one of its kind follows the kind (evidence 0006)."
RESTORED = r"restore \d+ on /evidence/bin/, by /evidence/bin/"
# The day that stands in the form of each piece, and after the undo that its page offers.
DAYS = {9: "2023-06-12", 10: "2026-09-29", 11: "2026-10-05", 15: "2023-04-02", 16: "2022-04-02", 18: "2026-10-20"}
UNDONE_DAYS = {9: "2026-10-05", 10: "2026-09-30", 11: "2024-05-05", 16: "2022-04-02"}

JOBS = "Jobs are recorded too, and projects and evidence hang on them."
NO_JOB = "Job [None, or not entered yet]"
TABS = "Every room has one line of tabs, made one way, above the heading."
# The very first line of a page.
FIRST = r"(?<![\s\S])(.+)"


def along(text: str | None) -> str:
    """What goes along, as it is said now: ``with its 2 entries`` was said."""
    return f", {text.replace('with its', 'with')}" if text else ""


DIFFERENCES = (
    Difference(r"/salaries/", FIRST, r"Figures\nMy number\nCompare\nWhy they differ\nData\n\1", TABS),
    Difference(r"/guide/", FIRST, r"Overview\nWhat a TPM is\nTechnical or general\nRoles\nJob market\n\1", TABS),
    Difference(
        r"/interviews/(\?mine=favorites)?$",
        r"(Interview questions\nWhat technical project managers .+)\n(Question bank\n(?:.+\n){4}Stories)",
        r"\2\n\1",
        TABS,
    ),
    *(
        Difference(rf"/evidence/{piece}/edit/$", r"When\?\* \[2026-11-29\]", rf"When?* [{day}]", OWN_DAY)
        for piece, day in DAYS.items()
    ),
    *(
        Difference(rf"undo 1 on /evidence/{piece}/,", r"When\?\* \[2026-11-29\]", rf"When?* [{day}]", OWN_DAY)
        for piece, day in UNDONE_DAYS.items()
    ),
    Difference(
        r"(undo 1 on )?/evidence/projects/(8|10|12|13)/",
        r"In a professional setting\? \[(Yes|No)\]",
        "In a professional setting? [As usual for its kind]",
        SETTING,
    ),
    Difference(
        rf"/evidence/projects/$|{RESTORED}project/",
        "Add a project",
        rf"\g<0>\nOffice move: {STAYED_BEHIND}",
        OFFERED_BACK,
    ),
    Difference(r"/evidence/projects/9/$", "Edit the project", rf"\g<0>\n{STAYED_BEHIND}", OFFERED_BACK),
    Difference(
        r"/evidence/credentials/$",
        "Your months, hours and education beside the issuers' rules. Only the issuer decides.",
        rf"\g<0>\nOffice move: {STAYED_BEHIND}",
        OFFERED_BACK,
    ),
    Difference(
        rf"/evidence/($|\?)|{RESTORED}(project|evidence)/",
        "I did something",
        rf"\g<0>\nA plan for the move: {MOVED_DAY}",
        OFFERED_BACK,
    ),
    Difference(r"/evidence/11/$", "Edit Make a story of it", rf"\g<0>\n{MOVED_DAY}", OFFERED_BACK),
    Difference(
        r"/evidence/\?q=week",
        r"went live a week early (.*) two were refunded",
        r"We went live a week early \1 two were refunded.",
        "What was found is shown with the words and signs at its ends.",
    ),
    Difference(
        "/salaries/my-number/",
        "Before tax, such as 95,000 or 45.50.",
        "Before tax, such as 95,000, 95k or 45.50.",
        "Numbers are read as people write them.",
    ),
    Difference(
        "/salaries/data/",
        r"All claims in one file, in the same order\. Text that a spreadsheet (.*)",
        "All claims in one file, in the same order, in UTF-8. It is made to be opened in a spreadsheet: it begins with "
        r"a byte-order mark, so that Excel shows Zürich as Zürich, and text that a spreadsheet \1 pandas reads the "
        "mark; where you name the encoding, name utf-8-sig. JSON has neither.\n"
        "It is not the file that curators import: that one has other columns.",
        "Tables that leave are marked as UTF-8, and the page says so.",
    ),
    Difference(
        "/interviews/dates/6/brief/",
        r"(I listened first\.)\n(A supplier delivers late .*\?) likely to go well on that day, (.*)\n(No answer .*)",
        r"\1",
        "A question that was fumbled is not called likely to go well.",
    ),
    Difference(
        "/interviews/dates/6/brief/",
        r"(On day 4 I would say this about q-execution-08.*)",
        r"\1\nA supplier delivers late and blames unclear requirements. How do you proceed? fumbled when last "
        "practiced\nNo answer written yet.",
        "It comes with the weakest instead.",
    ),
    Difference(
        "/interviews/stories/5/told/5/",
        r"Employer \[Globex\]",
        "Employer []",
        "An employer that is the interview's is taken from the interview, and not repeated in the field.",
    ),
    *(
        Difference(
            r".*/evidence/background/(add/training|training/\d+/edit)/",
            rf"What it taught\* \[{first}({rest})\]",
            rf"What it taught* [{first.upper()}\1]",
            "What stands alone in a list begins with a capital.",
        )
        for first, rest in (("f", "ormal project management education"), ("a", " course run by the issuer.*"))
    ),
    Difference(
        r".*/(evidence|interviews/mine|interviews/stories)/\d+/edit/",
        "Save Leave it as it was",
        "Save Cancel",
        "What leaves a form is called Cancel in every form.",
    ),
    Difference(r"/(evidence|interviews/stories)/add/", r"Save(?!\nHeadline)", "Save Cancel", "Every form can be left."),
    Difference(
        "/interviews/mine/add/",
        r"Add\nA question I was asked",
        r"A question I was asked\nA question I was asked",
        FORMS,
    ),
    *(
        Difference(rf".*/evidence/background/{where}/", was, now, FORMS)
        for where, was, now in (
            ("add/education", r"Add\nAdd education", r"Add education\nAdd education"),
            ("add/training", r"Add\nAdd training", r"Add training\nAdd training"),
            ("add/credential", r"Add\nAdd credential", r"Add a credential\nAdd a credential"),
            ("add/units", r"Add\nAdd renewal units", r"Add renewal units\nAdd renewal units"),
            (r"credential/\d+/edit", "Edit credential", "Edit a credential"),
        )
    ),
    Difference(
        r".*/evidence/background/.*/edit/",
        r"Delete it\nIt goes to the bin( together (with its .*))?, no longer counts, and can be .*\nDelete it",
        lambda found: f"Delete It stays in the bin for 30 days{along(found[2])}, and comes back whole.",
        "One press deletes, as in every form, and says the same.",
    ),
    Difference("", r"Projects\nSkills", r"Projects\nJobs\nSkills", JOBS),
    Difference(
        r".*/evidence/projects/(add/|\d+/edit/)",
        r"(Organization \[.*\])\n(In a professional setting\? .*)",
        rf"\1\n{NO_JOB}\n\2",
        JOBS,
    ),
    Difference(
        r".*/evidence/(add/|\d+/edit/)",
        r"(Project \[.*\])\nSkills it shows",
        rf"\1\n{NO_JOB}\nIf it was outside any project, or the project does not say.\nSkills it shows",
        JOBS,
    ),
    Difference(
        r".*/evidence/\d+/",
        r"Choose what it proves\nSkills it shows",
        "Choose what it proves\nBullets drawn from it\nNone yet.\nWrite a bullet of it\n"
        "Resumes that show it\nNone yet.\nYour resumes\nSkills it shows",
        "A piece of evidence says which bullets and resumes use it.",
    ),
    Difference(
        "/roadmap/perhaps-done/",
        r"Milestones whose every skill you have shown or can use on your own\. (.*)",
        r"Milestones that what you recorded speaks for. \1",
        "What else than skills is recorded speaks for milestones too, such as a resume.",
    ),
)
