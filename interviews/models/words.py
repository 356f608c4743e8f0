"""The words of the bank as they are written, so that a search with typing errors can be set right."""

from collections.abc import Iterable

from django.db import connection, models

SHORTEST, LONGEST = 3, 40


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
    with connection.cursor() as cursor:
        # The statistics of a search vector count a whole bank much faster than taking its texts apart.
        cursor.execute(
            f"""
            WITH used AS (
              SELECT word, ndoc AS questions FROM ts_stat($$
                SELECT to_tsvector('simple', concat_ws(' ', text, keywords, points, follow_ups))
                FROM interviews_question WHERE retired_at IS NULL{only}
              $$) WHERE word ~ '^[[:alpha:]]{{{SHORTEST},{LONGEST}}}$'
            ){stale}
            INSERT INTO interviews_word AS w (word, questions) SELECT word, questions FROM used
            ON CONFLICT (word) DO {"NOTHING" if questions is not None else "UPDATE SET questions = excluded.questions"}
            """  # noqa: S608 (only whole numbers come from outside)
        )
