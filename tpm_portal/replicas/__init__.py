"""Reading from replicas of the database: see docs/scaling.md."""
