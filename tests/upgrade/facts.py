"""What a page says of its learner's own rows, whatever the sentences around it are today."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = rf"({'|'.join(MONTHS)})[a-z]*"
# "29 Nov" as it was written then, and "Nov 29".
DAY = re.compile(rf"\b(\d{{1,2}}) {MONTH}\b|\b{MONTH} (\d{{1,2}})\b")
TIME = re.compile(r"\b(\d{1,2}):(\d\d)(?: ([AP])M)?")
# What was recorded of what is wanted: "33 to 34 of 36", "2 of 20".
COUNT = re.compile(r"\d[\d.,]*(?: to \d[\d.,]*)? of \d[\d.,]*\d|\d[\d.,]*(?: to \d[\d.,]*)? of \d")
# The same where there is more than enough, as it is said today: "57 to 58 months of leading projects, 36 needed".
NEEDED = re.compile(r"(\d[\d.,]*(?: to \d[\d.,]*)?) (?:month|hour)s?(?: of [a-z ]+)?, (\d+) needed")
FIELD = re.compile(r" \[([^\[\]\n]+)\]")


@dataclass(frozen=True)
class Facts:
    """How a page was answered, and what is read on it. Of days the year does not matter, of times the seconds."""

    status: str
    words: frozenset[str]
    counts: frozenset[str]
    days: frozenset[tuple[str, int]]
    times: frozenset[tuple[int, int]]
    fields: frozenset[str]

    def missing_in(self, now: "Facts") -> list[str]:
        """What of these is not there."""
        changed = [f"status {self.status} became {now.status}"] if self.status != now.status else []
        kinds = ("words", "counts", "days", "times", "fields")
        return changed + [
            f"{kind}: {one}" for kind in kinds for one in sorted(map(str, getattr(self, kind) - getattr(now, kind)))
        ]


def facts(text: str, own: Iterable[str]) -> Facts:
    """Those of the text of a page; ``own`` are the lines that the learner wrote."""
    status = re.match(r"\((\d{3})\)\n", text)
    words = frozenset(line for line in own if line in text)
    return Facts(
        status=status[1] if status else "200",
        words=words,
        counts=frozenset([*COUNT.findall(text), *(f"{have} of {needed}" for have, needed in NEEDED.findall(text))]),
        days=frozenset((found[2] or found[3], int(found[1] or found[4])) for found in DAY.finditer(text)),
        times=frozenset(
            (int(hour) % 12 + 12 * (half == "P") if half else int(hour), int(minute))
            for hour, minute, half in TIME.findall(text)
        ),
        fields=frozenset(value for value in FIELD.findall(text) if value in words or re.fullmatch(r"[\d.:-]+", value)),
    )
