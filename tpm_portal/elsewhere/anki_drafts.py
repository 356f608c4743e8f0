"""What the notes of a deck become: questions of one's own, with the answers that stand on them."""

from collections.abc import Sequence
from typing import Any

from interviews.models import AskedQuestion
from interviews.practice.models import ANSWER_LENGTH
from tpm_portal.elsewhere.anki_text import Notes
from tpm_portal.elsewhere.drafts import ASKED, Draft, Refused, Said, content_of, folded


def read_deck(notes: Notes, columns: Sequence[str], *, category: str | None) -> Said:
    """What a deck says. ``columns`` has a field or nothing for each; ``category`` is the slug of one, for all of them.

    The same question twice is one, with the longer of its answers.
    """
    drafts: dict[str, Draft] = {}
    refused = []
    twice = 0
    for number, cells in notes.rows:
        one = _note(f"Line {number}", notes.names, cells, columns, category)
        if isinstance(one, Refused):
            refused.append(one)
            continue
        there = drafts.get(folded(one.name))
        twice += there is not None
        if there is None or len(there.answer) < len(one.answer):
            drafts[folded(one.name)] = one
    remarks = []
    if twice:
        remarks.append(f"{twice:,} of the notes ask what another one asks too, and come in as one with it.")
    if notes.left_out:
        number = notes.left_out
        remarks.append(f"{number:,} picture{'' if number == 1 else 's'} or sounds are left out: only words come in.")
    return Said(tuple(drafts.values()), tuple(refused), tuple(remarks))


def _note(
    where: str, names: Sequence[str], cells: Sequence[str], columns: Sequence[str], category: str | None
) -> Draft | Refused:
    said: dict[str, list[tuple[str, str]]] = {}
    for name, cell, field in zip(names, cells, columns, strict=True):
        if field and cell:
            said.setdefault(field, []).append((name, cell))
    question = " ".join(" ".join(cell for _, cell in said.get("question", [])).split())
    company = " ".join(" ".join(cell for _, cell in said.get("company", [])).split())
    answers = said.get("answer", [])
    answer = "\n\n".join(f"{name}: {cell}" if len(answers) > 1 else cell for name, cell in answers)
    reasons = []
    for called, text, limit in (
        ("The question", question, _limit("text")),
        ("The company", company, _limit("company")),
        ("The answer", answer, ANSWER_LENGTH),
    ):
        if len(text) > limit:
            reasons.append(f"{called} is longer than {limit:,} characters; it has {len(text):,}.")
    if not question:
        reasons.append("There is no question.")
    if reasons:
        return Refused(where, question[:160], tuple(reasons))
    values = {"text": question, "category": category, "company": company, "round": "", "on": None}
    return Draft(
        where=where,
        table=ASKED,
        values=values,
        # A corrected answer is no other question.
        content=content_of(folded(question)),
        name=question,
        said=tuple(filter(None, (company, answer))),
        answer=answer,
    )


def _limit(name: str) -> int:
    field: Any = AskedQuestion._meta.get_field(name)
    return int(field.max_length)
