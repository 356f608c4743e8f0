"""Where an applied migration, which is never edited, looks for a rule of ``interviews.bank``."""

from interviews.bank.models.words import validate_terms

__all__ = ["validate_terms"]
