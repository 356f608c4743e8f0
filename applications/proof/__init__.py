"""Requirements against what a learner can prove."""
