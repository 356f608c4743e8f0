"""Whether a row of content is offered, as its file says it. A new row comes in so, one that is there keeps its own.

What a file says never publishes, restores or retires a row: that is asked on its page, with whom it touches. Pure.
"""

from collections.abc import Iterable

# The column of the file. It may be missing, and so may what stands in it.
STATE = "state"
OFFERED, RETIRED, DRAFT = "offered", "retired", "draft"
NAMED = 5
WORDS = {OFFERED: "offered", RETIRED: "retired", DRAFT: "a draft"}
HELP = (
    "Counts for new rows only; empty means offered. A row that is here already keeps its state: publish, retire, or "
    "restore it on its own page. The column may be missing."
)


def state_of(*, hidden: bool, draft: bool = False) -> str:
    """The state of a row that is, or is not, ``hidden`` from what is offered."""
    if not hidden:
        return OFFERED
    return DRAFT if draft else RETIRED


def remark(state: str, *, new: bool) -> str:
    """What to say beside a row that is not offered, or nothing."""
    if state == OFFERED:
        return ""
    as_it_is = {RETIRED: ("comes in so", "stays so"), DRAFT: ("comes in as one", "stays one")}
    return f"{WORDS[state]}, and {as_it_is[state][0 if new else 1]}"


def notes(new: Iterable[str], kept: Iterable[tuple[str, str, str]]) -> list[str]:
    """Sentences about a file as a whole, from the states of its ``new`` rows and from the rows that ``kept`` theirs.

    Each of these has a name, the state it has, and the other one that the file says.
    """
    said = []
    offered = sum(state == OFFERED for state in new)
    if offered:
        rows = "the new row is" if offered == 1 else f"{offered:,} new rows are"
        said.append(f"Once loaded, {rows} offered to everybody.")
    others = [f"{name} is {WORDS[has]}, and the file says {says}" for name, has, says in kept]
    if others:
        more = f"; and {len(others) - NAMED:,} more" if len(others) > NAMED else ""
        said.append(
            f"A file changes no row's state, so these keep theirs: {'; '.join(others[:NAMED])}{more}. "
            "Publish, retire, or restore a row on its own page."
        )
    return said
