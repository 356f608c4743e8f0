"""PostgreSQL's own backend, whose errors never repeat a row."""
