"""Requirements against what a learner can show: what is met, what to do about the rest, and what that adds up to."""
