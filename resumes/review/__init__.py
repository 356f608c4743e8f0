"""Somebody without an account reads a resume and comments on it; the learner decides what becomes of each comment."""
