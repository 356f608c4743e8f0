"""The question bank with its rubric and synonyms, competencies of stories, and kinds of rounds, from their files."""

from pathlib import Path

from curation.content_files import Seed
from interviews.bank.models import Category, Competency, Dimension, Question, RoundType, RubricScore, SynonymGroup
from interviews.bank.models.questions import refresh_keywords
from interviews.bank.models.words import refresh_words

DATA = Path(__file__).parent / "data"
QUESTIONS = DATA / "questions.yaml"
COMPETENCIES = DATA / "competencies.yaml"
ROUNDS = DATA / "rounds.yaml"
SYNONYMS = DATA / "synonyms.yaml"


def _refresh() -> None:
    """Skills and the words postings use for them were seeded before: questions are found by what they say now."""
    refresh_keywords()
    refresh_words()


SEEDS = [
    Seed(file=QUESTIONS, section="categories", model=Category, fields=("name", "tests", "assess"), ordered=True),
    Seed(file=QUESTIONS, section="scores", model=RubricScore, fields=("score", "label", "description")),
    Seed(
        file=QUESTIONS,
        section="dimensions",
        model=Dimension,
        fields=("name", "looks_for", "score_1", "score_3", "score_5"),
        links=("applies_to",),
        ordered=True,
    ),
    Seed(
        file=QUESTIONS,
        section="questions",
        model=Question,
        fields=("text", "level", "origin", "points", "follow_ups", "steps", "seconds", "draft"),
        references=("category", "source"),
        links=("skills",),
        ordered=True,
        finish=_refresh,
    ),
    Seed(
        file=COMPETENCIES,
        section="competencies",
        model=Competency,
        fields=("name", "about"),
        links=("questions",),
        ordered=True,
    ),
    Seed(
        file=ROUNDS,
        section="rounds",
        model=RoundType,
        fields=("name", "about", "new_percent"),
        links=("categories",),
        ordered=True,
    ),
    Seed(file=SYNONYMS, section="synonyms", model=SynonymGroup, fields=("terms",)),
]
