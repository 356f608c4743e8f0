"""Postings as they were saved, with their requirements and duties as rows."""
