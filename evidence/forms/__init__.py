"""Parse and judge what a learner says about themselves, one module for each sort of row."""
