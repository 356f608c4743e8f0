"""Where the first migration, which is never edited, looks for two rules of ``interviews.bank``."""

from interviews.bank.models.questions import validate_no_fixed_word, validate_steps

__all__ = ["validate_no_fixed_word", "validate_steps"]
