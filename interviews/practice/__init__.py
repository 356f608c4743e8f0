"""A learner's answers, their own questions, ratings, and when a question comes back."""
