"""Applications as tables: in from any tracker, and out with their whole history."""
