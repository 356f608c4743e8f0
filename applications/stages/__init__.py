"""What became of each application: its stages with their days, people, tasks, and when to follow up."""
