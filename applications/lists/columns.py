"""What the columns of a list may be, and which they seem to be by their names. Pure."""

import re
from collections.abc import Mapping, Sequence

# The columns of our own files. Those of applications are read again by their names.
APPLICATIONS = (
    *("Job title", "Employer", "By an agency", "Stage", "Stage since", "Saved on", "Applied on"),
    *("Where", "On site or remote", "Type", "Pay as written", "Pay from", "Pay to", "Currency", "Pay for a"),
    *("Closes on", "Link", "Found at", "Note", "My resume", "Sent", "Cover letter"),
)
HISTORY = ("Day", "Stage", "Job title", "Employer", "Link", "Note", "Recorded", "Changed since")

# What a column can be, in the order in which it is offered.
FIELDS = {
    "title": "Job title",
    "employer": "Employer",
    "stage": "Stage",
    "saved_on": "Day saved",
    "applied_on": "Day applied",
    "stage_on": "Day of the stage",
    "closes_on": "Closing date",
    "url": "Link",
    "places": "Where the work is",
    "remote": "On site or remote",
    "employment_types": "Type",
    "pay_words": "Pay, as it is written",
    "pay_least": "Pay, from",
    "pay_most": "Pay, to",
    "pay_currency": "Currency of the pay",
    "pay_period": "Period of the pay",
    "source": "Where I found it",
    "note": "Note",
}
DAYS = ("saved_on", "applied_on", "stage_on", "closes_on")
# Of these several columns may be.
SEVERAL = ("note",)

NAMES = {
    "title": "title|job title|job|job name|job position|position|position title|role|role title|job role|vacancy",
    "employer": "employer|company|company name|organization|organisation|organization name|firm|employer name",
    "stage": "stage|status|state|list|list name|application status|application stage|job status|current status|phase"
    "|column|board list|progress|outcome|result",
    "saved_on": "saved on|date saved|saved|saved date|date added|added|added on|created|created at|date created"
    "|created on|created date|bookmarked|date bookmarked",
    "applied_on": "applied on|applied|date applied|applied date|application date|date of application|applied at"
    "|date submitted|submitted|submitted on|date sent|apply date",
    "stage_on": "stage since|stage on|status date|status changed|status updated|last status change|date of status"
    "|stage date|last stage change|status change date",
    "closes_on": "closes on|closing date|deadline|application deadline|closes|due date|apply by|expires|expiry date",
    "url": "link|url|job url|job link|post url|posting url|posting|job post url|job posting url|job posting|listing"
    "|listing url|web link|website|job post|application link|application url",
    "places": "where|place|places|location|locations|city|job location|where the work is|office",
    "remote": "remote|on site or remote|workplace|workplace type|work mode|work model|work arrangement|location type"
    "|remote status|onsite remote|work type",
    "employment_types": "type|employment type|job type|contract type|employment",
    "pay_words": "pay|salary|pay as written|compensation|salary range|pay range|wage|rate",
    "pay_least": "pay from|min salary|minimum salary|salary min|salary from|min pay|lowest salary|salary low",
    "pay_most": "pay to|max salary|maximum salary|salary max|salary to|max pay|highest salary|salary high",
    "pay_currency": "currency|salary currency|pay currency",
    "pay_period": "pay for a|pay period|salary period|pay interval|salary interval",
    "source": "source|found at|where i found it|found on|job board|site|origin|via|platform|channel|referral source",
    "note": "note|notes|comment|comments|remarks|remark|my notes|next steps|description|details",
}
KNOWN = {name: field for field, names in NAMES.items() for name in names.split("|")}

STAGES = {
    "saved": "saved|wishlist|wish list|bookmarked|to apply|interested|not applied|not applied yet|backlog|lead|leads"
    "|considering|shortlist|shortlisted|researching|applying|todo|to do|new|draft|planned",
    "applied": "applied|submitted|application submitted|application sent|sent|in review|under review|pending|waiting"
    "|awaiting response|no response yet|in progress|received",
    "screening": "screening|screen|phone screen|phone screening|phone interview|recruiter screen|recruiter call"
    "|hr screen|hr call|screened|assessment|online assessment|phone",
    "rounds": "interviews|interview|interviewing|interviewed|onsite|on site|on site interview|technical interview"
    "|final round|final interview|first interview|second interview|first round|second round|rounds",
    "offer": "offer|offers|offered|offer received|negotiating|negotiation|verbal offer",
    "accepted": "accepted|offer accepted|hired|signed|started|i accepted",
    "rejected": "rejected|rejection|not selected|declined by company|turned down|denied|unsuccessful|refused",
    "no_answer": "no answer|no response|ghosted|never heard back|no reply|not heard back",
    "withdrew": "withdrew|withdrawn|i withdrew|cancelled|canceled|dropped|withdrew application|not interested",
    "role_closed": "role closed|closed|position closed|job closed|filled|expired|on hold|cancelled by company",
    "declined": "declined|i declined|declined offer|offer declined|turned down offer|rejected offer",
}
STAGE_OF = {word: stage for stage, words in STAGES.items() for word in words.split("|")}

REMOTE = {
    **dict.fromkeys(("remote", "yes", "true", "fully remote", "100% remote", "wfh", "work from home"), "yes"),
    **dict.fromkeys(("on site", "onsite", "no", "false", "office", "in office", "in person"), "no"),
    **dict.fromkeys(("hybrid", "partly remote", "flexible"), "hybrid"),
    **dict.fromkeys(("not said", "unknown", "n a"), "unknown"),
}
TYPES = {
    **dict.fromkeys(("full time", "fulltime", "permanent"), "full_time"),
    **dict.fromkeys(("part time", "parttime"), "part_time"),
    **dict.fromkeys(("contract", "contractor", "freelance"), "contract"),
    **dict.fromkeys(("fixed term", "temporary", "temp"), "fixed_term"),
    **dict.fromkeys(("internship", "intern"), "internship"),
}
PERIODS = {
    **dict.fromkeys(("year", "a year", "yearly", "per year", "annual", "annually", "annum", "per annum"), "year"),
    **dict.fromkeys(("month", "a month", "monthly", "per month"), "month"),
    **dict.fromkeys(("day", "a day", "daily", "per day"), "day"),
    **dict.fromkeys(("hour", "an hour", "hourly", "per hour"), "hour"),
}


def folded(text: str) -> str:
    """A name or a word without regard to capitals, punctuation and how it is joined: ``Job_Title`` is ``job title``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.sub(r"[^\w%]|_", " ", spaced.replace("'", "")).casefold().split())


def guess_columns(
    names: Sequence[str], known: Mapping[str, str] = KNOWN, several: Sequence[str] = SEVERAL
) -> list[str]:
    """What each column seems to be by its name, or nothing. Of two alike the first is it.

    ``known`` has fields by the names of their columns; ``several`` columns may be one of these.
    """
    taken: set[str] = set()
    found = []
    for name in names:
        field = known.get(folded(name), "")
        found.append("" if field in taken and field not in several else field)
        taken.add(field)
    return found


def guess_stage(word: str) -> str:
    """The stage that a word of another program seems to mean, or nothing."""
    return STAGE_OF.get(folded(word), "")
