"""The bank as files that curators take out, look over in a spreadsheet and bring back."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from curation.csv_lines import Problem
from curation.row_states import OFFERED
from curation.table_file import TableFile
from curation.table_plan import Plan
from interviews.bank.likeness import all_alike
from interviews.bank.models import Category, Dimension, Origin, Question
from interviews.bank.models.questions import refresh_keywords
from interviews.bank.models.words import refresh_words

# How many pairs of texts are compared for one page: about two seconds' worth.
MOST_PAIRS = 2_000_000
AT_A_TIME = 2000


def found_anew(questions: QuerySet[Question]) -> None:
    """Let the search know what questions, their skills and their categories say now."""
    keys = list(questions.values_list("pk", flat=True))
    # In parts, so that no statement takes long enough to be cut off.
    for start in range(0, len(keys), AT_A_TIME):
        refresh_keywords(keys[start : start + AT_A_TIME])
        refresh_words(keys[start : start + AT_A_TIME])


def _judged(wanted: Plan) -> Iterator[Problem]:
    """What only questions are refused for: no source for the article's, and the text of another question."""
    for line in wanted.lines:
        if line.values["origin"] == Origin.ARTICLE and not line.values["source"]:
            yield Problem(line.number, "source: a question from the article names its source.", line.name)
    # As the bank would stand after the load, so that two questions can change their places.
    lines = {line.name: line.number for line in wanted.lines}
    asking: dict[str, _Asking] = defaultdict(_Asking)
    # Of two that ask the same only one can be offered. Others may have been retired, or be drafts of it.
    hidden = {line.name for line in wanted.lines if line.state not in ("", OFFERED) and line.name not in wanted.stored}
    for slug, text in _texts(wanted).items():
        if slug in hidden:
            continue
        asking[_key(text)].add(slug, lines.get(slug), stays=slug in wanted.stored or slug not in lines)
    for line in wanted.lines:
        text = line.values["text"]
        stored = wanted.stored.get(line.name)
        if "text" in line.bad or line.name in hidden or (stored and _key(stored.values["text"]) == _key(text)):
            continue  # A curator has said that it is another question.
        same = asking[_key(text)]
        if same.first is not None and same.first < line.number:
            yield Problem(line.number, f"text: the same question as in row {same.first}.", line.name)
        elif named := [slug for slug in same.staying if slug != line.name]:
            said = f"text: the same question as {named[0]}, which the bank has already."
            yield Problem(line.number, said, line.name)


@dataclass
class _Asking:
    """Who asks the same: the first row of the file that does, and two questions that are in the bank already."""

    first: int | None = None
    staying: list[str] = field(default_factory=list)

    def add(self, slug: str, line: int | None, *, stays: bool) -> None:
        if line is not None:
            self.first = line if self.first is None else min(self.first, line)
        if stays and len(self.staying) < 2:
            self.staying.append(slug)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _texts(wanted: Plan) -> dict[str, str]:
    """The text of every question by slug, as the file would leave the bank."""
    texts = dict(Question.objects.order_by("pk").values_list("slug", "text"))
    return texts | {line.name: line.values["text"] for line in wanted.lines if "text" not in line.bad}


def _alike(wanted: Plan) -> dict[int, list[str]]:
    """New texts that say nearly what another question says, by line."""
    texts = _texts(wanted)
    fresh = {
        entry.line.name: entry.line.number
        for entry in wanted.entries
        if entry.was.get("text") != entry.line.values["text"]
    }
    most = MOST_PAIRS // len(texts) if texts else 0
    found = all_alike({slug: texts[slug] for slug in list(fresh)[:most]}, texts)
    said = {
        fresh[slug]: [f"Like {other}: “{texts[other]}” ({percent}% alike)." for other, percent in others]
        for slug, others in found.items()
    }
    left_out = {number: ["Not compared with the bank: the file is too long."] for number in list(fresh.values())[most:]}
    return said | left_out


QUESTIONS = TableFile(
    model=Question,
    columns=(
        *("text", "category", "level", "origin", "source", "points", "follow_ups"),
        *("steps", "skills", "seconds", "position"),
    ),
    lists=("points", "follow_ups", "steps"),
    keys=("steps",),
    judge=_judged,
    warn=_alike,
    finish=lambda keys: found_anew(Question.objects.filter(pk__in=keys)),
)
CATEGORIES = TableFile(
    model=Category,
    columns=("name", "tests", "assess", "position"),
    finish=lambda keys: found_anew(Question.objects.filter(category__in=keys)),
)
DIMENSIONS = TableFile(
    model=Dimension,
    columns=("name", "looks_for", "score_1", "score_3", "score_5", "applies_to", "position"),
)
