"""Pages of postings and of what they ask."""
