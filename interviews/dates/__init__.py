"""Interviews that are coming up."""
