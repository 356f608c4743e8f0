"""The question bank as curated tables, and a learner's practice: answers, cards, interviews and stories."""

from interviews.models.bank import STEPS, Category, Dimension, Origin, Question, QuestionLevel, RubricScore
from interviews.models.editions import Edition
from interviews.models.mock import HelperLink, MockInterview, MockNote, MockQuestion, MockScore
from interviews.models.practice import (
    Answer,
    AnswerVersion,
    AskedQuestion,
    DimensionScore,
    Favorite,
    Grade,
    Interview,
    PracticeSettings,
    RatedAnswer,
    ReviewCard,
    ReviewLog,
    Suggestion,
)
from interviews.models.rounds import Competency, RoundType
from interviews.models.stories import (
    Story,
    StoryCompetency,
    StoryEvidence,
    StoryQuestion,
    StorySkill,
    Telling,
)
from interviews.models.words import SynonymGroup, Word

__all__ = [
    "STEPS",
    "Answer",
    "AnswerVersion",
    "AskedQuestion",
    "Category",
    "Competency",
    "Dimension",
    "DimensionScore",
    "Edition",
    "Favorite",
    "Grade",
    "HelperLink",
    "Interview",
    "MockInterview",
    "MockNote",
    "MockQuestion",
    "MockScore",
    "Origin",
    "PracticeSettings",
    "Question",
    "QuestionLevel",
    "RatedAnswer",
    "ReviewCard",
    "ReviewLog",
    "RoundType",
    "RubricScore",
    "Story",
    "StoryCompetency",
    "StoryEvidence",
    "StoryQuestion",
    "StorySkill",
    "Suggestion",
    "SynonymGroup",
    "Telling",
    "Word",
]
