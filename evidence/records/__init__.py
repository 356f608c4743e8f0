"""What a learner did, knows and holds."""
