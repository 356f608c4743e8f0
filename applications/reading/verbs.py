"""The verbs with which pieces of work begin: "Run the planning", "Coordinating vendors". Pure."""

from applications.reading.words import FORMS, WORD, forms

_VERBS = (
    "achieve act address advise agree align analyze arrange assist attend balance be book "
    "bring brief build chair chase champion choose close "
    "coach collaborate communicate conduct contribute control coordinate create cut decide "
    "define deliver design develop direct document "
    "drive enable engage ensure escalate establish estimate evaluate execute facilitate find "
    "follow gather get grow guide handle help hire "
    "hold host identify implement improve influence inform interview introduce keep launch "
    "lead liaise look maintain make manage measure "
    "mentor mitigate monitor motivate move negotiate obtain operate organize oversee own "
    "participate partner perform plan prepare present "
    "prioritize procure produce promote protect provide publish push put raise recommend "
    "recruit reduce refine remove report represent resolve "
    "review run schedule scope secure serve set shape share ship spot standardize steer "
    "supervise support take teach tell test track train "
    "translate understand untangle update use visit watch work write"
)
_VERB_STEMS = frozenset(forms(verb)[1] for verb in _VERBS.split())


def begins_with_verb(words: str) -> bool:
    """Whether a line begins with what is done."""
    first = WORD.match(words)
    return first is not None and FORMS[first.group()][1] in _VERB_STEMS
