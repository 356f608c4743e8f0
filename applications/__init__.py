"""Step six as a room: postings held against what a learner can prove, each with its stages, and what they ask together."""
