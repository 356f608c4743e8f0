"""Parse and judge what a learner sends while practicing, one module for each subject."""
