"""The words of the bank as searches read them, and which words of the trade mean the same."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import connection, models

from curation.folding import PARTICLES, fold
from curation.models import Curated

SHORTEST, LONGEST = 2, 40


class Word(models.Model):
    """A word that some question, its skills or its category use. Made from them, see ``refresh_words``."""

    word = models.CharField(max_length=LONGEST, unique=True)
    questions = models.PositiveIntegerField(help_text="How many questions it leads to.")

    class Meta:
        verbose_name_plural = "words of the bank"

    def __str__(self) -> str:
        return self.word


def refresh_words(questions: Iterable[int] | None = None) -> None:
    """Collect the words of all offered questions anew, or add those of some questions, by key, that are not there yet.

    The counts only settle which of two words a typing error more likely stands for: they may be a little old.
    """
    only, stale = "", ", gone AS (DELETE FROM interviews_word WHERE word NOT IN (SELECT word FROM used))"
    if questions is not None:
        only, stale = f" AND id = ANY (ARRAY[{', '.join(str(int(key)) for key in questions)}]::bigint[])", ""
    particles = ", ".join(f"'{word * 2}'" for word in PARTICLES)
    with connection.cursor() as cursor:
        # The statistics of a search vector count a whole bank much faster than taking its texts apart.
        cursor.execute(
            f"""
            WITH used AS (
              SELECT word, ndoc AS questions FROM ts_stat($$
                SELECT to_tsvector('simple', search_fold(concat_ws(' ', text, keywords, points, follow_ups)))
                FROM interviews_question WHERE retired_at IS NULL{only}
              $$) WHERE word ~ '[^0-9]' AND char_length(word) BETWEEN {SHORTEST} AND {LONGEST}
                AND word <> ALL (ARRAY[{particles}])
            ){stale}
            INSERT INTO interviews_word AS w (word, questions) SELECT word, questions FROM used
            ON CONFLICT (word) DO {"NOTHING" if questions is not None else "UPDATE SET questions = excluded.questions"}
            """  # noqa: S608 (only whole numbers come from outside)
        )


# In one group, and in one term of it.
MOST_TERMS, MOST_WORDS, LONGEST_TERM = 12, 4, 40


def validate_terms(value: str) -> None:
    """Raise ``ValidationError`` unless these are some different terms, one a line, that can be looked for."""
    terms = [line.strip() for line in value.splitlines() if line.strip()]
    if not 2 <= len(terms) <= MOST_TERMS:
        raise ValidationError(f"Give 2 to {MOST_TERMS} terms that mean the same, one per line.")
    seen: dict[str, str] = {}
    for term in terms:
        folded = fold(term)
        if len(term) > LONGEST_TERM or not 1 <= len(folded.split()) <= MOST_WORDS:
            raise ValidationError(
                f"“{term}”: a term has 1 to {MOST_WORDS} words and {LONGEST_TERM} characters at most."
            )
        if folded in seen:
            raise ValidationError(f"“{seen[folded]}” and “{term}” are one to the search.")
        seen[folded] = term


class SynonymGroup(Curated):
    """Terms of the trade that mean the same: a search for one finds the others too, after its own."""

    slug = models.SlugField(max_length=80, unique=True, help_text="It never changes.")
    terms = models.TextField(
        validators=[validate_terms],
        help_text="One per line, such as bug and defect. Capitals, hyphens and plurals are one.",
    )

    class Meta:
        ordering = ("slug",)
        verbose_name = "group of synonyms"
        verbose_name_plural = "synonyms"

    def __str__(self) -> str:
        return ", ".join(line.strip() for line in self.terms.splitlines() if line.strip())
