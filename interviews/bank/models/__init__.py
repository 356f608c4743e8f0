"""The question bank and its frame as curated tables."""

from interviews.bank.models.favorites import Favorite
from interviews.bank.models.questions import STEPS, Category, Dimension, Origin, Question, QuestionLevel, RubricScore
from interviews.bank.models.rounds import Competency, RoundType
from interviews.bank.models.words import SynonymGroup, Word

__all__ = [
    "STEPS",
    "Category",
    "Competency",
    "Dimension",
    "Favorite",
    "Origin",
    "Question",
    "QuestionLevel",
    "RoundType",
    "RubricScore",
    "SynonymGroup",
    "Word",
]
