"""Where the words of a search stand in a text, as pieces that a template marks."""

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat

# Characters for private use. A text that holds them all the same is shown without.
START, END = "\ue000", "\ue001"

Piece = tuple[str, bool]


def pieces(marked: str) -> list[Piece]:
    """A text with its marks as pieces: the words, and whether they were looked for."""
    found: list[Piece] = []
    for number, part in enumerate(marked.split(START)):
        hit, _, rest = part.partition(END) if number else ("", "", part)
        found += [(text, looked_for) for text, looked_for in ((hit, True), (rest, False)) if text]
    return found


def marked_text(words: str) -> SearchHeadline:
    """The whole question with the words of a search marked."""
    return _headline(F("text"), words, highlight_all=True)


def marked_points(words: str) -> SearchHeadline:
    """The part of points and follow-ups around the words of a search, marked."""
    both = Concat(F("points"), Value("\n"), F("follow_ups"), output_field=TextField())
    return _headline(both, words, max_fragments=1, max_words=16, min_words=6)


def _headline(text: F | Concat, words: str, **options: bool | int) -> SearchHeadline:
    clean = Func(text, Value(START + END), Value(""), function="translate", output_field=TextField())
    query = SearchQuery(words, config="english", search_type="websearch")
    return SearchHeadline(clean, query, config="english", start_sel=START, stop_sel=END, **options)  # type: ignore[arg-type]
