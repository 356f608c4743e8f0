"""Public pages on skills and credentials, and a learner's own pages around what they did."""
