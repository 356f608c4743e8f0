"""Step six as a room: postings held against what a learner can prove, their stages, and what they ask together."""
