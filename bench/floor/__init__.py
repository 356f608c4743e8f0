"""The floor: a bare Django site of one page for somebody signed in, with session, user, one query, 40 rows and gzip."""
