"""What a learner tells in interviews, what it covers, and to whom it was told."""
