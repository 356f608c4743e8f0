"""What is found of one thing, and how it is told. Pure."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

OK, WARN, FAIL = "ok", "warn", "fail"
# What the command ends with for the worst that was found.
EXIT = {OK: 0, WARN: 1, FAIL: 2}


@dataclass(frozen=True)
class Finding:
    """One line: what of, how it is, what was seen, and what to do, empty where nothing is."""

    of: str
    state: str
    seen: str
    do: str = ""


def worst(findings: Iterable[Finding]) -> str:
    """The worst of the states, ``ok`` for none."""
    return max((finding.state for finding in findings), key=lambda state: EXIT[state], default=OK)


def as_text(findings: Iterable[Finding]) -> str:
    """A line for each, and one more for what to do."""
    lines = []
    for one in findings:
        lines.append(f"{one.state:<5}{one.of:<20}{one.seen}")
        if one.do:
            lines.append(f"{'':<25}{one.do}")
    return "\n".join(lines)


def as_json(findings: Iterable[Finding]) -> str:
    """``{"state": worst, "findings": [{"of", "state", "seen", "do"}, ...]}``."""
    found = list(findings)
    return json.dumps({"state": worst(found), "findings": [asdict(one) for one in found]}, indent=2)
