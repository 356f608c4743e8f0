"""Files that somebody brings: read, proposed line by line, and kept only as far as they say so."""
