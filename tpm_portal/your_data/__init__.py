"""Everything is the learner's: what is kept in counts, all of it taken out and brought in again, and leaving."""
