"""What the fields of notes may be, and which they seem to be by their names or their places. Pure."""

from collections.abc import Sequence

from applications.lists.columns import guess_columns

FIELDS = {"question": "The question", "answer": "My answer", "company": "Company"}
# Of these several columns may be.
SEVERAL = ("answer",)
NAMES = {
    "question": "question|front|prompt|text|q|frage|pregunta|card front|the question|expression",
    "answer": "answer|back|my answer|extra|back extra|a|antwort|respuesta|card back|notes|response",
    "company": "company|employer|organization",
}
KNOWN = {name: field for field, names in NAMES.items() for name in names.split("|")}


def guess_fields(names: Sequence[str], special: frozenset[int]) -> list[str]:
    """What each field seems to be: by its name, else the first that is about the question and the second the answer."""
    found = guess_columns(names, KNOWN, SEVERAL)
    found = ["" if place in special else field for place, field in enumerate(found)]
    if "question" not in found:
        free = [place for place, field in enumerate(found) if not field and place not in special]
        for place, field in zip(free, ("question", "answer"), strict=False):
            if field not in found:
                found[place] = field
    return found
