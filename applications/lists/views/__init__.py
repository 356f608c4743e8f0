"""Pages of lists: what comes in, and what goes out."""
