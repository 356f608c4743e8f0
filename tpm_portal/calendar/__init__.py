"""A learner's dates in their own calendar program, by a private address or as a file."""
