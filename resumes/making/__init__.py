"""Resumes: what each shows of the base, in which words and order, how it changed, and what was sent."""
