"""Where a posting ends and others are spoken of: "Other roles we are working on", "More jobs". Pure."""

from functools import lru_cache

from applications.reading.looking import sentences
from applications.reading.quick import Quick, Together

KINDS = r"(?:roles?|jobs?|postings?|vacanc(?:y|ies)|openings?|positions?|opportunit(?:y|ies)|campaigns?)"
ANOTHER = r"(?:another|a second|a third|a further) (?:competition|advert|vacancy|post|opening|role|job|position)\b"
TEASERS = Quick(
    rf"{ANOTHER}|(?:other|more|similar|related|recommended|further)\s(?:[\w&'\u2019-]+\s){{0,2}}{KINDS}\b|"
    rf"people also viewed|also hiring|closing soon|you (?:might|may) also like|{KINDS} (?:you (?:may|might)|like "
    rf"this|for you)|"
    r"at our \w+ \w+ we also look for|we(?:'re|\u2019re| are)? also (?:looking|hiring|searching|recruiting)|not "
    r"this one\?|(?:we(?:'re|\u2019re| are)? |i(?:'m|\u2019m| am)? )?also (?:hunting|open|have|"
    r"live|new)\b(?: (?:this week|now|today|with us))?(?=:| for\b|"
    r" (?:an?|the|two|three|"
    r"several) (?:[\w-]+ ){0,3}(?:owner|manager|engineer|analyst|master|developer|lead|tester|architect|designer)\b)|"
    r"i also have an? (?:[\w-]+ ){0,3}(?:owner|manager|engineer|analyst|master|developer|lead|tester|architect)\b"
)
OTHERS = Quick(
    r"(?:p\.? ?s\.? ?:?|by the way[:,]?|btw[:,]?)?\s*(?:\w+ ){0,5}?(?:we|i) (?:also )?(?:want|need|search|"
    r"seek|have)(?: also)? (?:an?|the) "
    r"(?:[\w-]+ ){0,3}(?:head of|owner|engineer|analyst|master|developer|tester|architect|designer)\b|"
    rf"(?:i(?:['\u2019]ve)? |we(?:['\u2019]ve)? )?also got an? (?:[\w-]+ ){{0,3}}(?:owner|manager|engineer|analyst|"
    rf"master|"
    rf"developer|lead|tester|architect|designer)\b|{ANOTHER}"
)
# The end of a sentence that sends the reader elsewhere.
ELSEWHERE = Quick(
    r"\bthere(?:['\u2019]s| is| are)(?: also)? (?:another|a different|other) (?:ads?|jobs?|posts?|roles?|openings?|"
    r"postings?|page)\b|"
    r"\b(?:see|look at|apply (?:to|for)) (?:our|the) (?:other|separate) (?:ad|job|post|role|opening|posting)s?\b"
)
# Nobody speaks of other postings before so many characters of this one.
EARLIEST = 200


@lru_cache(maxsize=4)
def end_of_posting(text: str) -> int:
    """Where the first words about other postings begin, in characters; the length of the text where there are none."""
    for start, _, words in sentences(text):
        if start > EARLIEST and words[0] in "omsrfpjvacynwi" and TEASERS.match(words):
            return start
    return len(text)


_ANY = Together(OTHERS, TEASERS, ELSEWHERE)


def is_of_another(words: str) -> bool:
    """Whether a sentence speaks of another posting."""
    if not _ANY.may_match(words):
        return False
    return OTHERS.match(words) is not None or TEASERS.match(words) is not None or ELSEWHERE.search(words) is not None
