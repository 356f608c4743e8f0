"""Pages of people, tasks, habits, rounds and documents, and of stages."""
