"""Suggesting a question of one's own to the curators, who see its text and category and nothing else."""

from interviews.models import AskedQuestion

_STATES = AskedQuestion.Suggestion


def suggest(row: AskedQuestion) -> bool:
    """Offer a private question to the curators. Whether that changed anything."""
    return _change(row, _STATES.NONE, _STATES.WAITING)


def take_back(row: AskedQuestion) -> bool:
    """Make a question private again that no curator has decided about. Whether that changed anything."""
    return _change(row, _STATES.WAITING, _STATES.NONE)


def _change(row: AskedQuestion, before: str, after: str) -> bool:
    rows = AskedQuestion.objects.filter(pk=row.pk, binned_at=None, suggestion=before)
    return bool(rows.update(suggestion=after))
