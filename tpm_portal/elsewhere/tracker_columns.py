"""What the columns of a tracker of time or habits may be, and which they seem to be by their names. Pure."""

from collections.abc import Sequence

from applications.lists.columns import folded
from tpm_portal.elsewhere.durations import HOURS, MINUTES, SECONDS

FIELDS = {
    "on": "Day",
    "what": "What I did",
    "time": "Time spent",
    "note": "Note",
    "by": "Who ran it",
    "url": "Link",
}
DAYS = ("on",)
# Of these several columns may be.
SEVERAL = ("note",)
NAMES = {
    "on": "on|day|date|when|start date|started|started on|start|logged on|log date|entry date|finished on|completed on"
    "|completed|finished|completion date|spent date|date started|created|datum|fecha|jour|start time|start day",
    "what": "what|what i did|activity|task|habit|title|course|course name|course title|name|entry|item|subject|topic"
    "|lesson|session|description|project|event|summary|aufgabe|tätigkeit|actividad|tarea|activité|tâche",
    "time": "time|time spent|hours|hrs|h|minutes|mins|min|duration|duration h|duration decimal|duration hours"
    "|duration minutes|duration min|duration mins|duration seconds|seconds|length|contact hours|hours spent"
    "|minutes spent|total hours|total time|total minutes|time h|time min|time hours|time minutes|time spent h"
    "|time spent min|time spent minutes|time spent hours|hours decimal|elapsed|elapsed time|stunden|dauer|horas"
    "|minutos|durée|pdus|pdu|billable hours|study time|study hours|rounded hours",
    "note": "note|notes|comment|comments|remark|remarks|my notes|details|notizen|notas|memo|reflection|tags|tag",
    "by": "who ran it|provider|instructor|school|platform|source|organizer|host|trainer|company|client|vendor|author",
    "url": "link|url|certificate|certificate link|certificate url|web link|website|address",
}
KNOWN = {name: field for field, names in NAMES.items() for name in names.split("|")}
UNIT_WORDS = {
    HOURS: {"hour", "hours", "hrs", "h", "decimal", "stunden", "horas", "pdus", "pdu"},
    MINUTES: {"minute", "minutes", "mins", "min", "minutos"},
    SECONDS: {"seconds", "second", "secs", "sec"},
}


def guess_unit(name: str, cells: Sequence[str]) -> str:
    """What plain numbers of a column count, by its name; nothing where nobody says. Of no plain numbers: hours."""
    words = set(folded(name).split())
    if not any(cell.replace(".", "").replace(",", "").strip().isdigit() for cell in cells):
        return HOURS
    return next((unit for unit, known in UNIT_WORDS.items() if words & known), "")
