"""Mail that a learner asked for: their week on Mondays, and reminders of what has a date."""
